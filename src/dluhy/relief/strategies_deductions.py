"""What is deducted from the debtors' incomes in a month and who gets it; worked out once for each distinct situation.

The deduction is that of `dluhy.deductions`: protected amounts, thirds, priority, rank by delivery, the payer's fee.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from dluhy.deductions.business import LIKE_WAGE, of_other_income
from dluhy.deductions.counted import DEPENDANTS, SPOUSE
from dluhy.deductions.figures import Payment, divider_of, figures
from dluhy.deductions.incomes import treatment
from dluhy.deductions.model import Claim
from dluhy.engine.steps import Flag
from dluhy.law.models import weakest
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dluhy.deductions.division import Division
    from dluhy.deductions.figures import Divider, Figures
    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import DebtorIncome
    from dluhy.relief.strategies_calendar import Slot
    from dluhy.relief.strategies_ledger import Account

_TOLD: Final = (DEPENDANTS, SPOUSE)


@frozen
class Taken:
    """What is taken from one income: the payer's fee and what each account gets, haléře.

    `uncertain` are claims of which it cannot be told what they get.
    `settled` says that it stays so while the same debts are open and each owes at least what it gets.
    """

    fee: int
    parts: tuple[tuple[int, int], ...]
    settled: bool
    evidence: Evidence
    flags: tuple[Flag, ...] = ()
    uncertain: frozenset[str] = frozenset()

    @property
    def all(self) -> int:
        """Everything deducted."""
        return self.fee + sum(amount for _, amount in self.parts)


NOTHING: Final = Taken(0, (), settled=True, evidence="S2")
_Key = tuple[int, "date", int, tuple[int, ...]]


@define
class Wage:
    """A wage of which only what the debts still owe changes from month to month."""

    divider: Divider
    accounts: tuple[int, ...]
    evidence: Evidence
    ranks_apart: bool

    def taken(self, accounts: Sequence[Account]) -> Taken:
        """Return what is taken from it while the accounts owe what they owe."""
        totals = [accounts[at].total for at in self.accounts]
        return self.told(self.divider.of(totals), totals)

    def told(self, division: Division, totals: Sequence[int], flags: tuple[Flag, ...] = ()) -> Taken:
        """Return a division as what is taken."""
        got = division.amounts()
        amounts = [got.get(want.id, 0) for want in self.divider.asked]
        return Taken(
            division.fee, tuple((at, amount) for at, amount in zip(self.accounts, amounts, strict=True) if amount),
            settled=self.ranks_apart and all(got < owed for got, owed in zip(amounts, totals, strict=True)),
            evidence=self.evidence, flags=flags, uncertain=division.uncertain,
        )  # fmt: skip


@define
class Deductions:
    """The deductions of one comparison; `found` are those worked out that stay as they are, `wages` those that move."""

    pack: Pack
    found: dict[_Key, Taken] = field(factory=dict)
    wages: dict[_Key, Wage] = field(factory=dict)
    marks: set[Evidence] = field(factory=lambda: {NOTHING.evidence})
    told: list[Flag] = field(factory=list)

    def of(self, number: int, debtor: DebtorIncome, net: int, slot: Slot, accounts: Sequence[Account]) -> Taken:
        """Return what is taken from the income of a debtor in a month for the enforced debts that are open."""
        acting = tuple(
            at for at, account in enumerate(accounts)
            if account.claim.enforced and account.claim.debtor in (None, debtor.id) and account.total
        )  # fmt: skip
        if not acting:
            return NOTHING
        key = (number, slot.paid_on, net, acting)
        known = self.found.get(key)
        if known is not None and all(accounts[at].total >= amount for at, amount in known.parts):
            return known
        wage = self.wages.get(key)
        if wage is not None:
            taken = wage.taken(accounts)
        else:
            taken = self._taken(key, debtor, slot, accounts)
            self.marks.add(taken.evidence)
            self.told += [flag for flag in taken.flags if flag not in self.told]
        if taken.settled:
            self.found[key] = taken
        return taken

    def evidence(self) -> Evidence:
        """Return the weakest mark of what decided any month."""
        return weakest(self.marks)

    def flags(self) -> tuple[Flag, ...]:
        """Return what a reader must know of the incomes, each once."""
        return tuple(self.told)

    def _taken(self, key: _Key, debtor: DebtorIncome, slot: Slot, accounts: Sequence[Account]) -> Taken:
        _, _, net, acting = key
        payment = Payment(
            paid_on=slot.paid_on, wage_period=slot.wage_period, net=net, household=debtor.household,
            claims=tuple(_claim(accounts[at]) for at in acting), income=debtor.kind,
        )  # fmt: skip
        if treatment(debtor.kind, slot.paid_on, self.pack).code == LIKE_WAGE:
            return self._of_wage(payment, key, accounts)
        owed = {accounts[at].claim.id: (at, accounts[at].total) for at in acting}
        return self._of_other(payment, owed)

    def _of_wage(self, payment: Payment, key: _Key, accounts: Sequence[Account]) -> Taken:
        found = figures(payment, self.pack)
        if found.problems:
            raise InputError(found.problems)
        places = {accounts[at].claim.id: at for at in key[3]}
        wage = Wage(
            divider_of(found, payment, self.pack), tuple(places[each.claim.id] for each in found.claims),
            weakest([found.amounts.evidence, found.counted.evidence]), _ranks_apart(found),
        )  # fmt: skip
        if not found.waiting:
            self.wages[key] = wage
        flags = tuple(Flag(code=f"{fact}_unknown") for fact in found.counted.unknown if fact in _TOLD)
        return wage.told(found.division, [accounts[at].total for at in wage.accounts], flags)

    def _of_other(self, payment: Payment, owed: dict[str, tuple[int, int]]) -> Taken:
        found = of_other_income(payment, self.pack)
        uncertain = frozenset(each.claim for each in found.allocations if each.amount is None)
        parts = tuple((owed[each.claim][0], each.amount) for each in found.allocations if each.amount)
        told = {"not_attachable": "income_not_taken", "income_to_find_out": "income_to_find_out"}
        flags = tuple(
            Flag(code=told[flag.code], evidence=flag.evidence, values={"income": payment.income})
            for flag in found.flags if flag.code in told and not found.deducted
        )  # fmt: skip
        nothing = not found.allocations
        return Taken(found.fee, parts, settled=nothing, evidence=found.evidence, flags=flags, uncertain=uncertain)


def _ranks_apart(found: Figures) -> bool:
    """Return whether no two claims have one rank: only then do shares not move with what is owed."""
    days = [each.claim.delivered_on for each in found.claims]
    return len(set(days)) == len(days)


def _claim(account: Account) -> Claim:
    claim = account.claim
    return Claim(
        id=claim.id, kind=claim.kind, priority=claim.priority, delivered_on=claim.delivered_on,
        began_on=claim.began_on, order=claim.order, balance=account.total, entitled=claim.entitled,
        monthly=claim.monthly, enforcement=claim.enforcement,
    )  # fmt: skip

"""The course of a strategy without debt relief: interest, deductions, instalments, month after month, in haléře."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from dluhy.deductions.division import pro_rata
from dluhy.household.offers import divided
from dluhy.law.amounts import known_value
from dluhy.money import HALERE_PER_KORUNA
from dluhy.relief.strategies_ledger import accounts
from dluhy.relief.strategies_values import Ask, StrategyMonth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.pack import Pack
    from dluhy.relief.strategies_calendar import Slot
    from dluhy.relief.strategies_deductions import Deductions
    from dluhy.relief.strategies_ledger import Account
    from dluhy.relief.strategies_model import StrategyClaim, StrategyInput

USES: Final = ("executor", "costs", "interest", "principal")
ORDINARY, ENFORCED = 1_000, 1_001
"""The turns in instalments of debts that are not urgent."""


@frozen
class Way:
    """What a strategy does: when objections take effect (None: it raises none), and whether it pays instalments."""

    stops_after: int | None
    pays: bool
    most: bool = False


@define
class Schedule:
    """The instalments agreed: they stay while the same debts are open and the same sum is left."""

    available: int | None = None
    open: tuple[int, ...] = ()
    parts: tuple[int, ...] = ()


@define(kw_only=True)
class Course:
    """One strategy under way; `uncertain` are claims of which the deduction cannot tell what they get.

    `not_owed_paid` is what was deducted for debts that the debtor does not owe.
    """

    state: StrategyInput
    way: Way
    slots: Sequence[Slot]
    deductions: Deductions
    accounts: list[Account]
    offering: tuple[int, int]
    months: list[StrategyMonth] = field(factory=list)
    schedule: Schedule = field(factory=Schedule)
    too_little_now: tuple[int, int] | None = None
    uncertain: frozenset[str] = frozenset()
    not_owed_paid: int = 0

    def run(self) -> None:
        """Go on until nothing is owed, the months compared end, or what a claim gets cannot be told."""
        for slot in self.slots:
            self._month(slot)
            if self.uncertain or not self.months[-1].remaining:
                return

    def _month(self, slot: Slot) -> None:
        dropped = self._drop() if slot.number - 1 == self.way.stops_after else 0
        accrued = sum(account.accrue(slot.days, leap=slot.leap) for account in self.accounts)
        used: dict[str, int] = {}
        income, deducted, fee = self._deduct(slot, used)
        paid = self._instalments(slot, income - deducted, used)
        uses = [(use, used[use]) for use in USES if use in used] + ([("payer_fee", fee)] if fee else [])
        sources = [(code, amount) for code, amount in (("deduction", deducted), ("instalments", paid)) if amount]
        self.months.append(StrategyMonth(
            first=slot.first, sources=tuple(sources), uses=tuple(uses), accrued=accrued, dropped=dropped,
            remaining=sum(account.total for account in self.accounts),
            left=max(0, income + self.state.other_income - deducted - paid - self.state.maintenance),
            assumed=slot.assumed,
        ))  # fmt: skip

    def _drop(self) -> int:
        return sum(self._drop_of(account) for account in self.accounts)

    def _drop_of(self, account: Account) -> int:
        drop = account.claim.drop
        if drop is None:
            return 0
        amount = drop.most if self.way.most and drop.most is not None else drop.least
        return account.drop(amount or 0, stops_interest=drop.stops_interest)

    def _deduct(self, slot: Slot, used: dict[str, int]) -> tuple[int, int, int]:
        """Deduct from every debtor; return the net incomes, everything deducted and the payers' fees in it."""
        income = deducted = fees = 0
        for number, debtor in enumerate(self.state.debtors):
            net = debtor.in_month(slot.number)
            taken = self.deductions.of(number, debtor, net, slot, self.accounts)
            self.uncertain |= taken.uncertain
            for at, amount in taken.parts:
                self.accounts[at].pay(amount, used)
                self.not_owed_paid += amount if self.accounts[at].claim.not_owed else 0
            income, deducted, fees = income + net, deducted + taken.all, fees + taken.fee
        return income, deducted, fees

    def _instalments(self, slot: Slot, left: int, used: dict[str, int]) -> int:
        """Pay the debtor's instalments: as agreed today, or from what is left."""
        if not self.way.pays:
            wants = [
                0 if account.claim.not_owed else min(account.claim.instalment_now, account.total)
                for account in self.accounts
            ]
            if not any(wants):
                return 0
            return self._pay(range(len(wants)), pro_rata(max(0, left + self.state.other_income), wants, wants), used)
        self._arrange(max(0, left + self.state.other_income - needed(self.state)), slot)
        return self._pay(self.schedule.open, self.schedule.parts, used)

    def _arrange(self, available: int, slot: Slot) -> None:
        """Divide what is left anew where it is another sum or other debts are open: one turn of debts after another."""
        open_ = self._turn()
        if (available, open_) == (self.schedule.available, self.schedule.open):
            return
        owed = [self.accounts[at].total for at in open_]
        step, minimum = self.offering
        least = sum(min(minimum, each) for each in owed)
        enough = bool(owed) and available >= least
        parts = divided(available, owed, step, minimum) if enough else [0] * len(owed)
        self.schedule = Schedule(available, open_, tuple(parts))
        if slot.number == 1 and owed and not enough:
            self.too_little_now = available, least

    def _turn(self) -> tuple[int, ...]:
        """Return the debts whose turn it is: what is urgent first, enforced debts last; what is not owed never."""
        turns: dict[int, list[int]] = {}
        for at, account in enumerate(self.accounts):
            if account.total and not account.claim.not_owed:
                turns.setdefault(turn_of(account.claim), []).append(at)
        return tuple(turns[min(turns)]) if turns else ()

    def _pay(self, places: Sequence[int], amounts: Sequence[int], used: dict[str, int]) -> int:
        paid = 0
        for at, amount in zip(places, amounts, strict=True):
            taken = min(amount, self.accounts[at].total)
            self.accounts[at].pay(taken, used)
            paid += taken
        return paid


def course(state: StrategyInput, way: Way, slots: Sequence[Slot], deductions: Deductions, pack: Pack) -> Course:
    """Return a finished course of a strategy without debt relief."""
    found = Course(
        state=state, way=way, slots=slots, deductions=deductions, accounts=accounts(ordered(state), pack),
        offering=offering_of(state, pack),
    )  # fmt: skip
    found.run()
    return found


def needed(state: StrategyInput) -> int:
    """Return what a household keeps before it pays instalments: its expenses, at least the living minimum."""
    return max(state.expenses or 0, (state.living_minimum or 0) + state.maintenance)


def turn_of(claim: StrategyClaim) -> int:
    """Return the turn of a debt in instalments, the smallest first."""
    if claim.enforced:
        return ENFORCED
    return ORDINARY if claim.urgency is None else claim.urgency


def offering_of(state: StrategyInput, pack: Pack) -> tuple[int, int]:
    """Return the multiple and the smallest part of instalments, haléře: as given, else as the practice of the month."""
    given = state.offering
    if given is not None:
        return given.step, given.minimum
    step, minimum = (known_value(pack.series[name], state.from_month) for name in ("offer_step", "offer_minimum"))
    return step * HALERE_PER_KORUNA, minimum * HALERE_PER_KORUNA


def ordered(state: StrategyInput) -> list[StrategyClaim]:
    """Return the claims by id: nothing may depend on the order in which they were given."""
    return sorted(state.claims or (), key=lambda claim: claim.id)


def asks_of(found: Course) -> tuple[Ask, ...]:
    """Return what to ask where the deduction could not tell what claims get: the day, or whose maintenance it is."""
    return tuple(_ask(account) for account in found.accounts if account.claim.id in found.uncertain)


def _ask(account: Account) -> Ask:
    known = account.claim.delivered_on is not None
    return Ask(code="entitled" if known else "delivered_on", claim=account.claim.id)

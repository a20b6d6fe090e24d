"""What may be deducted from each debtor's income in a month: the extent of priority claims by the law of the month."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from dluhy.deductions.amounts import wage_sets
from dluhy.deductions.business import LIKE_WAGE
from dluhy.deductions.counted import DEPENDANTS, SPOUSE
from dluhy.deductions.figures import Payment, figures
from dluhy.deductions.incomes import treatment
from dluhy.engine.steps import Flag
from dluhy.law.models import weakest
from dluhy.problems import InputError

if TYPE_CHECKING:
    from datetime import date

    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack
    from dluhy.relief.projection_calendar import Slot
    from dluhy.relief.projection_model import DebtorIncome

BUSINESS: Final = "business"
"""A business income pays an advance in the extent of a wage (§ 398b odst. 3 IZ), not a share of each claim."""


@frozen
class Extent:
    """What may be deducted from an income of a month, haléře, with the mark of what decided and what is to be known."""

    amount: int
    evidence: Evidence
    flags: tuple[Flag, ...] = ()


@define
class Extents:
    """Extents of one projection, each worked out once for a set of amounts, a debtor and an income."""

    pack: Pack
    debtors: tuple[DebtorIncome, ...]
    found: dict[tuple[int, int, int, str], Extent] = field(factory=dict)

    def of_month(self, slot: Slot) -> tuple[int, int]:
        """Return the net incomes of a month and what may be deducted from them, haléře."""
        income = extent = 0
        for number, debtor in enumerate(self.debtors):
            net = debtor.in_month(slot.number)
            income += net
            extent += self._of(slot, number, debtor, net).amount
        return income, extent

    def evidence(self) -> Evidence:
        """Return the weakest mark of what decided any month."""
        return weakest(extent.evidence for extent in self.found.values())

    def flags(self) -> tuple[Flag, ...]:
        """Return what a reader must know of the incomes, each once."""
        every = [flag for extent in self.found.values() for flag in extent.flags]
        return tuple(flag for number, flag in enumerate(every) if flag not in every[:number])

    def _of(self, slot: Slot, number: int, debtor: DebtorIncome, net: int) -> Extent:
        sets = wage_sets(self.pack)
        kind = LIKE_WAGE if debtor.kind == BUSINESS else _treated(debtor.kind, slot.paid_on, self.pack)
        key = (sets.index_for(slot.paid_on, slot.wage_period), number, net, kind)
        if key not in self.found:
            self.found[key] = self._extent(slot.paid_on, slot.wage_period, debtor, net, taken=kind == LIKE_WAGE)
        return self.found[key]

    def _extent(self, paid_on: date, wage_period: date, debtor: DebtorIncome, net: int, *, taken: bool) -> Extent:
        if not taken:
            return _untouched(paid_on, debtor, self.pack)
        payment = Payment(
            paid_on=paid_on, wage_period=wage_period, net=net, household=debtor.household, claims=None, debt_relief=True
        )
        found = figures(payment, self.pack)
        if found.problems:
            raise InputError(found.problems)
        flags = [Flag(code=f"{fact}_unknown", values={"debtor": debtor.id}) for fact in found.counted.unknown
                 if fact in (DEPENDANTS, SPOUSE)]  # fmt: skip
        flags += [Flag(code="business_instalment", evidence="S")] if debtor.kind == BUSINESS else []
        return Extent(found.capacity, weakest([found.amounts.evidence, found.counted.evidence]), tuple(flags))


@lru_cache(maxsize=512)
def _treated(kind: str, paid_on: date, pack: Pack) -> str:
    """Return how an income of a kind paid on a day is treated, a code of `income_treatments`."""
    return treatment(kind, paid_on, pack).code


def _untouched(paid_on: date, debtor: DebtorIncome, pack: Pack) -> Extent:
    found = treatment(debtor.kind, paid_on, pack)
    code = "income_not_taken" if found.decided else "income_to_find_out"
    return Extent(0, found.evidence, (Flag(code=code, evidence=found.evidence, values={"income": debtor.kind}),))

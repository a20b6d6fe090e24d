"""The incomes of a case gathered into months of one person, each with one protected amount.

Payments of one month are divided together whatever their day and payer: the protected amount belongs to a month. An
income of another payer whose month is not told comes in the month of the others where there is only one.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.case.model import Case, Income

NOBODY: Final = "?"
"""A person or payer that the case does not name."""
Day = date | None


@define(kw_only=True)
class MonthOfIncomes:
    """The incomes of one person in one month: for which month, paid in which month (first days; None unknown).

    `perhaps` are payers whose income without a month may come in this one or in another.
    """

    person: str
    month: Day
    paid_in: Day
    incomes: list[Income] = field(factory=list)
    perhaps: list[str] = field(factory=list)

    @property
    def paid_on(self) -> Day:
        """The last day of payment, which stands for all; None where none is told."""
        return max((each.paid_on for each in self.incomes if each.paid_on is not None), default=None)

    @property
    def payers(self) -> tuple[str, ...]:
        """The payers as the case names them, in its order."""
        return tuple(dict.fromkeys(payer_of(each) for each in self.incomes))


def months_of(case: Case) -> list[MonthOfIncomes]:
    """Return the months of every person for which an income is stated, in the order of time."""
    found: dict[tuple[str, Day, Day], MonthOfIncomes] = {}
    for income in case.incomes or ():
        key = _key(income)
        month = found.setdefault(key, MonthOfIncomes(person=key[0], month=key[1], paid_in=key[2]))
        month.incomes.append(income)
    months = list(found.values())
    for month in [each for each in months if each.month is None or each.paid_in is None]:
        _place(month, months)
    kept = [each for each in months if each.incomes]
    return sorted(kept, key=lambda each: (each.person, each.paid_on or date.max, each.month or date.max))


def payer_of(income: Income) -> str:
    """Return the payer of an income as the case names it."""
    return income.payer or NOBODY


def _key(income: Income) -> tuple[str, Day, Day]:
    period = None if income.period is None else income.period.first
    return income.person or NOBODY, _first(period), _first(income.paid_on)


def _first(day: Day) -> Day:
    return None if day is None else day.replace(day=1)


def _place(month: MonthOfIncomes, months: Iterable[MonthOfIncomes]) -> None:
    """Move each income to the only other month that it fits; where it fits several, tell them."""
    others = [each for each in months if each is not month and each.incomes and _fit(each, month)]
    for income in list(month.incomes):
        fitting = [each for each in others if payer_of(income) not in each.payers]
        if len(fitting) == 1:
            month.incomes.remove(income)
            _add(income, fitting[0])
        for each in fitting if len(fitting) > 1 else ():
            each.perhaps.append(payer_of(income))


def _add(income: Income, to: MonthOfIncomes) -> None:
    to.incomes.append(income)
    _, month, paid_in = _key(income)
    to.month, to.paid_in = to.month or month, to.paid_in or paid_in


def _fit(one: MonthOfIncomes, other: MonthOfIncomes) -> bool:
    pairs = ((one.month, other.month), (one.paid_in, other.paid_in))
    return one.person == other.person and all(a is None or b is None or a == b for a, b in pairs)

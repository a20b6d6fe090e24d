"""Which benefits look at a line of a budget: whether an income is assessed, whether a cost of the home is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.household.benefits_shared import STATUS, line_counts
from dluhy.household.social_assistance import BENEFIT as ASSISTANCE
from dluhy.household.social_assistance_formulas import PREFIX
from dluhy.household.social_assistance_income import assessed_in_household
from dluhy.household.social_assistance_property import home_of
from dluhy.law.amounts import known_code

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.household.benefits_shared import Law
    from dluhy.household.budget import Expense
    from dluhy.household.model import Circle, IncomeLine
    from dluhy.law.pack import Pack

_FORMER: Final[Mapping[str, Law]] = {"child_benefit": "old", "housing_benefit": "housing", "living_benefit": "old"}
"""The former benefits and whose notion of income each takes."""
_OF_TENANTS: Final = frozenset({"rent", "services"})
"""Costs of the home for which an owner has a flat rate instead, § 23 odst. 1 of Act 151/2025."""
_HOUSING: Final = "social_assistance_housing"


@frozen
class Use:
    """Whether a benefit (code of `benefits`) looks at a line; None where that is not known."""

    benefit: str
    counts: bool | None


def uses_of_income(line: IncomeLine, circle: Circle, pack: Pack) -> tuple[Use, ...]:
    """Return of each benefit that assesses incomes on the day of a circle whether it counts an income.

    Former benefits stand there only while they were granted, the social assistance benefit from its first day.
    """
    former = [
        Use(benefit, line_counts(line, pack, law))
        for benefit, law in _FORMER.items()
        if known_code(pack.series[STATUS[benefit]], circle.on) == "in_force"
    ]
    new = [Use(ASSISTANCE, assessed_in_household(line, circle, pack))] if _assists(circle.on, pack) else []
    return (*new, *former)


def uses_of_expense(expense: Expense, circle: Circle, pack: Pack) -> tuple[Use, ...]:
    """Return whether the housing component looks at an expense as a real cost of the home; empty where none could.

    A bundle that holds such a cost, and a line not sorted, may be one.
    """
    if not _assists(circle.on, pack):
        return ()
    of = expense.says("benefit")
    if of is None:
        open_line = expense.term is None or "benefit" in (expense.says("may_hold") or ())
        return (Use(_HOUSING, None),) if open_line else ()
    found = {
        title == 1 and (owner == 0 or of not in _OF_TENANTS) for title, owner, _ in home_of(circle.housing, pack).ways
    }
    return (Use(_HOUSING, found.pop() if len(found) == 1 else None),)


def _assists(on: date, pack: Pack) -> bool:
    first = pack.series[f"{PREFIX}recipients"].period[0].from_
    return first is None or on >= first

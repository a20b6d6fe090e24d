"""Benefit for living and housing supplement (příspěvek na živobytí, doplatek na bydlení), Act 111/2006 until 2025.

Their formulas are not verified in every part, so no figure is given: only that the income surely was too high, or that
nothing can be said, and how they ran on into 2026.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.engine.steps import Flag
from dluhy.household.benefits_shared import (
    RunsOn,
    cannot_say,
    counted_income,
    minimum_in,
    old_benefit,
    seems_not,
    shown,
)
from dluhy.law.amounts import known_ratio, period_on
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from datetime import date

    from dluhy.household.model import Circle, Estimate
    from dluhy.law.pack import Pack

LIVING: Final = "living_benefit"
SUPPLEMENT: Final = "housing_supplement"
_EARNED, _HOUSING = "living_benefit_earned_share", "living_benefit_housing_share"


def living_benefit(
    circle: Circle,
    pack: Pack | None = None,
    *,
    month: date,
    entitled_september_2025: bool | None = None,
    applied_2025: bool | None = None,
) -> Estimate:
    """Return what can be said of the benefit for living for a month: never a figure.

    It is surely not due where the income, with the lowest share counted and the highest share left for housing, covers
    the living minimum. HorizonError before 2023.
    """
    pack = pack or default_pack()
    former = old_benefit(circle, LIVING, month, pack, RunsOn(entitled_september_2025, applied_2025))
    if former is not None:
        return former
    if not circle.members:
        return cannot_say(LIVING, month, ["household_members"])
    income, minimum = counted_income(circle, pack, "old"), minimum_in(circle, month, pack)
    left = income.known * known_ratio(pack.series[_EARNED], month) * (1 - known_ratio(pack.series[_HOUSING], month))
    if minimum.most is not None and left >= minimum.most:
        values = {"income": shown(income.known), "minimum": minimum.most}
        marks = [period_on(pack.series[name], month).evidence for name in (_EARNED, _HOUSING)]
        flag = Flag(code="income_covers_living", values=values)
        return seems_not(LIVING, month, flag, evidence=weakest([*marks, income.evidence]))
    return cannot_say(LIVING, month, income.missing, Flag(code="formula_not_verified", evidence="M"))


def housing_supplement(
    circle: Circle,
    pack: Pack | None = None,
    *,
    month: date,
    entitled_september_2025: bool | None = None,
    applied_2025: bool | None = None,
) -> Estimate:
    """Return what can be said of the housing supplement for a month: while it was granted, nothing."""
    pack = pack or default_pack()
    former = old_benefit(circle, SUPPLEMENT, month, pack, RunsOn(entitled_september_2025, applied_2025))
    return former or cannot_say(SUPPLEMENT, month, (), Flag(code="formula_not_verified", evidence="M"))

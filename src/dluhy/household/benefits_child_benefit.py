"""Child benefit (přídavek na dítě), § 17 and 18 of Act 117/1995 as in force until September 2025, and how it ran on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.engine.steps import Flag
from dluhy.household.benefits_shared import (
    RunsOn,
    cannot_say,
    children_in,
    counted_income,
    minimum_in,
    old_benefit,
    seems_not,
    shown,
    step,
)
from dluhy.household.minimum import CHILDREN
from dluhy.household.model import Estimate
from dluhy.law.amounts import cell_on, known_ratio, known_value, period_on, rows_on
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from dluhy.engine.steps import Step
    from dluhy.household.benefits_shared import Income
    from dluhy.household.minimum import Minimum
    from dluhy.household.model import Circle, IncomeLine, Member
    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack

BENEFIT: Final = "child_benefit"
RATES: Final = ("basic", "increased")
_MULTIPLE: Final = "child_benefit_income_multiple"


@frozen
class _Case:
    circle: Circle
    month: date
    pack: Pack
    minimum: Minimum
    income: Income
    children: list[tuple[Member, tuple[str, ...]]]


def child_benefit(
    circle: Circle,
    pack: Pack | None = None,
    *,
    month: date,
    entitled_september_2025: bool | None = None,
    applied_2025: bool | None = None,
) -> Estimate:
    """Return the child benefit a circle seems entitled to for a month, haléře for all its children together.

    From October 2025 nothing is granted anew; the two keywords say whether it runs on. HorizonError before 2018.
    """
    pack = pack or default_pack()
    former = old_benefit(circle, BENEFIT, month, pack, RunsOn(entitled_september_2025, applied_2025))
    if former is not None:
        return former
    if not circle.members:
        return cannot_say(BENEFIT, month, ["household_members"])
    children = children_in(circle, month, pack)
    if not children:
        return seems_not(BENEFIT, month, Flag(code="no_dependent_child"))
    income = counted_income(circle, pack, "old")
    return _by_income(_Case(circle, month, pack, minimum_in(circle, month, pack), income, children))


def highest_child_benefit(circle: Circle, month: date, pack: Pack) -> int:
    """Return the most that child benefit can be for all who may be dependent children in a month, haléře."""
    children = children_in(circle, month, pack) if circle.members else []
    rows = rows_on(pack.tables[BENEFIT], month).row
    return len(children) * max(value for row in rows.values() for value in row) * HALERE_PER_KORUNA


def _by_income(case: _Case) -> Estimate:
    low, high = _limit(case, case.minimum.least), _limit(case, case.minimum.most)
    if case.income.known > high:
        values = {"income": shown(case.income.known), "limit": shown(high)}
        return seems_not(BENEFIT, case.month, Flag(code="income_over_limit", values=values))
    missing = list(case.income.missing)
    missing += list(case.minimum.missing) if not missing and case.income.known > low else []
    missing += [] if any(set(bands) <= set(CHILDREN) for _, bands in case.children) else _unsure(case)
    if missing:
        return cannot_say(BENEFIT, case.month, missing)
    return _entitled(case, low)


def _unsure(case: _Case) -> list[str]:
    return list(case.minimum.missing) or ["dependent_child"]


def _limit(case: _Case, minimum: int | None) -> Fraction:
    return known_ratio(case.pack.series[_MULTIPLE], case.month) * (minimum or 0)


def _entitled(case: _Case, limit: Fraction) -> Estimate:
    rates = _rates(case)
    least, most = 0, 0
    steps: list[Step] = []
    for member, bands in case.children:
        amounts = [_amount(case, rate, band) for rate in rates for band in bands]
        least, most = least + min(amounts), most + max(amounts)
        value = min(amounts) if min(amounts) == max(amounts) else None
        steps.append(step("child_benefit_child", value, child=member.id))
    multiple = period_on(case.pack.series[_MULTIPLE], case.month)
    values = {"income": shown(case.income.known), "limit": shown(limit)}
    assumed = ("residence", *(("income_as_now",) if case.income.as_now else ()))
    return Estimate(
        benefit=BENEFIT,
        seems="seems_entitled",
        month=case.month,
        least=least,
        most=most,
        reasons=(Flag(code="income_within_limit", values=values),),
        assumed=(*assumed, *(("earner_each_month",) if "increased" in rates else ())),
        missing=tuple(dict.fromkeys(case.minimum.missing)),
        steps=(step("child_benefit_limit", shown(limit), multiple), *steps),
        evidence=weakest([case.minimum.evidence, case.income.evidence, multiple.evidence, _evidence(case)]),
    )


def _evidence(case: _Case) -> Evidence:
    return rows_on(case.pack.tables[BENEFIT], case.month).evidence


def _amount(case: _Case, rate: str, band: str) -> int:
    if band not in CHILDREN:
        return 0
    return cell_on(case.pack.tables[BENEFIT], case.month, rate, band) * HALERE_PER_KORUNA


def _rates(case: _Case) -> tuple[str, ...]:
    """Return the rates that may apply, § 18 odst. 2: increased for earnings or an income that replaces them."""
    single = known_value(case.pack.series["living_minimum_single"], case.month) * HALERE_PER_KORUNA
    gives = [_gives_increased(line, single, case.pack) for line in case.circle.incomes or ()]
    if True in gives:
        return ("increased",)
    return RATES if None in gives else ("basic",)


def _gives_increased(line: IncomeLine, single: int, pack: Pack) -> bool | None:
    judged = pack.vocabularies["support_incomes"]
    if line.net == 0 and line.months is None:
        return False
    why = judged[line.kind].more.get("increased") if line.kind in judged else None
    if why is None:
        return False if line.kind in judged else None
    if why == "work":
        return _each_month(line, single)
    if why == "after_maternity":
        return line.after_maternity
    return True if why == "always" else None


def _each_month(line: IncomeLine, single: int) -> bool | None:
    months = line.months if line.months is not None else (line.net,)
    if any(month is not None and month < single for month in months):
        return False
    return None if None in months else True

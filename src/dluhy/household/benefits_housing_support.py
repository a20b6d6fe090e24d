"""Housing support (podpora v bydlení), Act 175/2025: who should be sent for counselling and to the Labour Office.

It gives no right to a flat, so nothing here ever seems an entitlement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy.engine.steps import Flag
from dluhy.household.benefits_shared import (
    assessed_income,
    cannot_say,
    minimum_in,
    month_average,
    seems_not,
    shown,
    step,
)
from dluhy.household.social_assistance import social_assistance
from dluhy.law.amounts import known_code, known_ratio, period_on
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from fractions import Fraction

    from dluhy.household.benefits_shared import Income
    from dluhy.household.minimum import Minimum
    from dluhy.household.model import Circle, Estimate, Housing
    from dluhy.law.pack import Pack

BENEFIT: Final = "housing_support"
_STATUS: Final = "housing_support_status"
_MULTIPLE, _SPECIFIC = "housing_support_multiple", "housing_support_multiple_specific"
ASSISTANCE: Final = "social_assistance_benefit"
_NO_HOME: Final = ("hostel", "residential_service", "institution", "emergency", "street")


@frozen
class _Case:
    circle: Circle
    month: date
    pack: Pack
    income: Income
    minimum: Minimum


@frozen(kw_only=True)
class Raised:
    """What raises the income limit (§ 17 odst. 3 písm. b)): needs of Annex 3, a divorce under way; None is unknown."""

    needs: bool | None
    divorce: bool | None


def housing_support(  # noqa: PLR0913 - what nobody but the household can say, by name
    circle: Circle,
    pack: Pack | None = None,
    *,
    month: date,
    home_threatened: bool | None = None,
    specific_needs: bool | None = None,
    divorcing: bool | None = None,
    not_obtainable: bool | None = None,
) -> Estimate:
    """Return a hint whether housing support is worth asking for in a month: never an entitlement, never a figure.

    `home_threatened`: the household has no suitable home or may lose it within three months. `specific_needs`: somebody
    has needs of Annex 3, which raises the income limit. `divorcing`: a divorce or the end of a partnership is under
    way, which raises it too and always counts as being without a suitable home, § 17 odst. 2 písm. c).
    `not_obtainable`: the household cannot get a suitable home by itself for a reason other than income, § 17 odst. 1.
    HorizonError before 2023.
    """
    pack = pack or default_pack()
    status = known_code(pack.series[_STATUS], month)
    if status == "not_yet":
        return seems_not(BENEFIT, month, Flag(code="benefit_not_yet"))
    if status == "counselling_only":
        return cannot_say(BENEFIT, month, (), Flag(code="housing_register_later"), Flag(code="housing_counselling"))
    if not circle.members:
        return cannot_say(BENEFIT, month, ["household_members"], Flag(code="housing_counselling"))
    case = _Case(circle, month, pack, assessed_income(circle, pack, month), minimum_in(circle, month, pack))
    need = Flag(code="divorce_counts_as_without_home") if divorcing else _need(case, threatened=home_threatened)
    if need is None and home_threatened is False:
        return seems_not(BENEFIT, month, Flag(code="suitable_home_safe"), Flag(code="housing_counselling"))
    raised = Raised(needs=specific_needs, divorce=divorcing)
    return _hint(case, need, raised, not_obtainable=not_obtainable)


def _need(case: _Case, *, threatened: bool | None) -> Flag | None:
    """Return why the household counts as without a suitable home, § 17 odst. 1, 2; None where nothing says so."""
    housing = case.circle.housing
    if threatened or housing.tenure in ("none", "accommodation") or housing.dwelling in _NO_HOME:
        return Flag(code="without_suitable_home")
    costs, income = _costs(housing), _income_with_assistance(case)
    if costs is None or income is None or case.minimum.least is None or income - costs > case.minimum.least:
        return None
    left = income - costs
    until = "until_benefit" if _benefit_may_end_it(case, left) else "after_housing"
    code = f"little_left_{until}" if left >= 0 else f"nothing_left_{until}"
    return Flag(code=code, values={"amount": shown(abs(left)), "minimum": case.minimum.least})


def _benefit_may_end_it(case: _Case, left: Fraction) -> bool:
    """Tell whether the social assistance benefit, not drawn yet, might leave the household more than the minimum."""
    if any(line.kind == ASSISTANCE and line.net != 0 for line in case.circle.incomes or ()):
        return False
    found = social_assistance(case.circle, case.pack, month=case.month)
    if found.seems == "seems_not":
        return False
    return found.most is None or case.minimum.least is None or left + found.most > case.minimum.least


def _income_with_assistance(case: _Case) -> Fraction | None:
    """Return the income together with the social assistance benefit (§ 17 odst. 2 písm. b)); None where not known."""
    lines = [line for line in case.circle.incomes or () if line.kind == ASSISTANCE]
    drawn = [month_average(line) for line in lines]
    if case.income.total is None or None in drawn:
        return None
    return case.income.total + sum(amount for amount in drawn if amount is not None)


def _costs(housing: Housing) -> int | None:
    parts = (housing.rent, housing.services, housing.energy)
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _hint(case: _Case, need: Flag | None, raised: Raised, *, not_obtainable: bool | None) -> Estimate:
    series = case.pack.series[_SPECIFIC if raised.needs or raised.divorce else _MULTIPLE]
    ratio = known_ratio(series, case.month)
    least, most = ((bound or 0) * ratio for bound in (case.minimum.least, case.minimum.most))
    about_income = _income_flags(case.income, least, most)
    unable = not_obtainable or _codes(about_income) == {"housing_support_income"}
    met = [Flag(code="housing_support_met")] if need and unable else []
    about_income += [Flag(code="housing_support_not_obtainable")] if not_obtainable else []
    flags = [*met, *([need] if need else []), *about_income]
    missing = [] if met else [*case.income.missing, *case.minimum.missing, *([] if need else ["home_threatened"])]
    over = _codes(about_income) == {"housing_support_income_over"}
    missing += _otherwise(case, raised, not_obtainable=not_obtainable) if need and over else []
    ends = (Flag(code="housing_counselling"), Flag(code="ask_labour_office"))
    estimate = cannot_say(BENEFIT, case.month, missing, *flags, *ends)
    limit = shown(least) if least == most else None
    period = period_on(series, case.month)
    return evolve(estimate, steps=(step("housing_support_limit", limit, period),), evidence=period.evidence)


def _codes(flags: Iterable[Flag]) -> set[str]:
    return {flag.code for flag in flags}


def _otherwise(case: _Case, raised: Raised, *, not_obtainable: bool | None) -> list[str]:
    """Return the facts by which a household with a higher income may yet qualify: the higher limit, or other proof."""
    limit = (case.minimum.most or 0) * known_ratio(case.pack.series[_SPECIFIC], case.month)
    asked = {"specific_needs": raised.needs, "divorcing": raised.divorce}
    already = raised.needs or raised.divorce or case.income.known > limit
    needs = [] if already else [name for name, told in asked.items() if told is None]
    return [*needs, *(["home_not_obtainable"] if not_obtainable is None else [])]


def _income_flags(income: Income, least: Fraction, most: Fraction) -> list[Flag]:
    if income.known > most:
        values = {"income": shown(income.known), "limit": shown(most)}
        return [Flag(code="housing_support_income_over", values=values)]
    if income.total is not None and income.total <= least:
        return [Flag(code="housing_support_income", values={"income": shown(income.total), "limit": shown(least)})]
    return []

"""What is still to be asked of a household: every open question once, those that decide most first.

A question that cannot matter for this household is left out: notice to quit of an owner, release from prison where
nobody is there. Where it is not known who lives in the household or how, nothing is left out for that reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.dates import full_years
from dluhy.law.amounts import known_value
from dluhy.law.codes import codes_with
from dluhy.report.household_support import NOT
from dluhy.report.household_teller import Ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dluhy.case.household import CaseHousehold
    from dluhy.household.model import Circle, Estimate, Member
    from dluhy.law.pack import Pack
    from dluhy.report.household_first import FirstReport, IndicatorReport
    from dluhy.report.household_teller import HouseholdTeller

    _Relevant = Callable[[Circle, Pack], bool]

FOSTER: Final = ("foster_benefit_recurrent", "foster_child_allowance")
PRISONER: Final = "prisoner"
_AWAY: Final = frozenset({None, "institution", "residential_service"})
_LET: Final = frozenset(
    {None, "rented", "sublet", "service_flat", "cooperative", "accommodation", "residential_service"}
)
_OWN_CONTRACT: Final = frozenset({"rented", "sublet", "owned", "cooperative", "service_flat", "right_of_use"})
_SUPPLIED: Final = frozenset({None, "flat_or_house", "other_premises"})
_OLD: Final = "existence_minimum_oldest_age"


def questions_of(
    found: CaseHousehold,
    indicators: tuple[IndicatorReport, ...],
    first: tuple[FirstReport, ...] | None,
    tell: HouseholdTeller,
) -> tuple[Ask, ...]:
    """Return every open question that may matter once, those that decide most results first."""
    open_: dict[str, tuple[str, dict[str, None]]] = {}
    for fact, label in _about(found, indicators, first, tell):
        code = _asked_as(fact, found.sheet.circle)
        if tell.can_be_asked(code) and relevant(code, found.sheet.circle, tell.pack):
            open_.setdefault(tell.ask(code), (code, {}))[1][label] = None
    asks = [Ask(code, ask, tuple(labels)) for ask, (code, labels) in open_.items()]
    return tuple(sorted(asks, key=lambda ask: -len(ask.decides)))


def relevant(code: str, circle: Circle, pack: Pack) -> bool:
    """Tell whether a fact may matter for a household; True where nobody has said otherwise of the fact."""
    test = _RELEVANT.get(code)
    return test is None or test(circle, pack)


def _about(
    found: CaseHousehold,
    indicators: tuple[IndicatorReport, ...],
    first: tuple[FirstReport, ...] | None,
    tell: HouseholdTeller,
) -> Iterator[tuple[str, str]]:
    """Yield every fact that is missing with the result it would decide."""
    yield from ((code, tell.say("house-about-minimum")) for code in found.sheet.minimum.missing)
    for each in found.wages:
        for code in each.wage.questions if each.wage else ():
            yield code, tell.say("house-about-wage")
            if each.wage is not None and each.wage.net is None:
                yield code, tell.say("house-about-left")
    yield from ((code, label) for each in found.sheet.benefits for code, label in _of_benefit(each, tell))
    yield from ((code, each.name) for each in indicators if each.holds is None for code in each.missing_facts)
    yield from ((code, tell.say("house-about-first")) for group in first or () for code in _of_class(group))


def _of_class(group: FirstReport) -> Iterator[str]:
    """Yield the facts that would settle in which class an obligation stands."""
    for each in group.obligations:
        yield from each.missing_facts


def _of_benefit(estimate: Estimate, tell: HouseholdTeller) -> Iterator[tuple[str, str]]:
    """Yield the facts that an estimate and its parts miss, unless it seems not to be due at all."""
    if estimate.seems == NOT:
        return
    for each in (estimate, *estimate.parts):
        for code in each.missing:
            yield code, tell.term("benefits", estimate.benefit)


def _asked_as(fact: str, circle: Circle) -> str:
    """Return the fact to ask for one that is computed from it: people from births, sums from single incomes."""
    if fact in {"adults", "children"}:
        return "birth_date" if circle.members else "household_members"
    if fact == "income_net":
        return "incomes" if circle.incomes is None else "income_amount"
    return "tenure" if fact == "tenure_kind" else fact


def _may_be_told_to_leave(circle: Circle, _: Pack) -> bool:
    return circle.housing.tenure in _LET


def _may_stay_with_others(circle: Circle, _: Pack) -> bool:
    return circle.housing.tenure not in _OWN_CONTRACT


def _may_be_released(circle: Circle, pack: Pack) -> bool:
    """Tell whether somebody may be in prison, an institution or foster care, or nobody says what he does."""
    if circle.members is None or circle.housing.dwelling in _AWAY:
        return True
    if any(line.kind in FOSTER for line in circle.incomes or ()):
        return True
    unsaid = [each for each in circle.members if each.activity is None and not each.dependent_child]
    return any(each.activity == PRISONER for each in circle.members) or any(
        _of_age(each, circle, pack) for each in unsaid
    )


def _has_supply(circle: Circle, _: Pack) -> bool:
    return circle.housing.dwelling in _SUPPLIED and circle.housing.tenure != "accommodation"


def _has_people_to_learn_or_work(circle: Circle, pack: Pack) -> bool:
    """Tell whether somebody is, or may be, younger than those whom neither school nor work concerns."""
    return circle.members is None or any(not _retired(each, circle, pack) for each in circle.members)


def _has_people_of_working_age(circle: Circle, pack: Pack) -> bool:
    if circle.members is None:
        return True
    return any(_of_age(each, circle, pack) and not _retired(each, circle, pack) for each in circle.members)


def _retired(member: Member, circle: Circle, pack: Pack) -> bool:
    old = known_value(pack.series[_OLD], circle.on)
    last = member.born.last if member.born else None
    return member.pension in codes_with(pack, "pensions", "old_age") or (
        last is not None and full_years(last, circle.on) >= old
    )


def _of_age(member: Member, circle: Circle, pack: Pack) -> bool:
    """Tell whether somebody is of age or may be: dependent children who are not known by their age are none."""
    first = member.born.first if member.born else None
    if first is None:
        return member.role != "child"
    return first <= circle.on and full_years(first, circle.on) >= known_value(pack.series["age_of_majority"], circle.on)


_RELEVANT: Final[Mapping[str, _Relevant]] = {
    "notice_given": _may_be_told_to_leave,
    "stays_with_others_unwillingly": _may_stay_with_others,
    "release_within_3_months_without_home": _may_be_released,
    "cut_off_notice": _has_supply,
    "energy_arrears_months": _has_supply,
    "schooling_at_risk": _has_people_to_learn_or_work,
    "health_limits_work": _has_people_of_working_age,
    "jobseeker_months": _has_people_of_working_age,
}

"""Who lives in a household and what it must live on: members, home, living minimum and the guideline of basic needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.dates import full_years
from dluhy.places import municipality
from dluhy.report.household_teller import Amount, Grounds, HouseholdTeller, of_bounds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dluhy.household.guideline import Guideline
    from dluhy.household.minimum import Minimum
    from dluhy.household.model import Circle, Housing, Member

BANDS: Final = "minimum_bands"
STEPS: Final = "benefit_steps"
_NONE: Final = "none"
_DEGREES: Final = ("", "I", "II", "III", "IV")


@frozen
class MemberReport:
    """One person of the household: years of age (both ends the same where known), and what is known in words."""

    id: str
    role: str | None
    role_label: str | None
    youngest: int | None
    oldest: int | None
    about: tuple[str, ...]


@frozen
class PersonMinimum:
    """What the living minimum counts for one person; null where it depends on something unknown."""

    person: str
    band: str | None
    band_label: str | None
    amount: str | None
    grounds: Grounds | None


@frozen
class MinimumReport:
    """The living minimum of the household a month, by persons, and what is not known of it."""

    amount: Amount
    persons: tuple[PersonMinimum, ...]
    grounds: Grounds
    missing: tuple[str, ...]
    assumed: tuple[str, ...]


@frozen
class GuidelineReport:
    """What basic needs cost by an expert guideline, not law, and the expenses it is compared with."""

    amount: Amount
    compared: Amount
    grounds: Grounds
    notes: tuple[str, ...]


def member_report(member: Member, on: date, tell: HouseholdTeller) -> MemberReport:
    """Return one person of a household as a reader meets it."""
    youngest, oldest = _ages(member, on)
    return MemberReport(
        id=member.id,
        role=member.role,
        role_label=None if member.role is None else tell.listed("case_roles", member.role),
        youngest=youngest,
        oldest=oldest,
        about=tuple(_about(member, tell)),
    )


def home_of(housing: Housing, tell: HouseholdTeller) -> tuple[str, ...]:
    """Return how and where the household lives, in words; empty where nobody says."""
    place = None if housing.municipality is None else municipality(housing.municipality)
    district = housing.district if housing.district in tell.pack.members["districts"] else None
    told = (
        None if housing.tenure is None else tell.term("tenures", housing.tenure),
        None if housing.dwelling is None else tell.term("dwellings", housing.dwelling),
        place.name if place is not None else None,
        None if place is not None or district is None else tell.say("house-district", name=_name(district, tell)),
    )
    return tuple(each for each in told if each)


def minimum_report(minimum: Minimum, tell: HouseholdTeller) -> MinimumReport:
    """Return the living minimum with what it rests on."""
    grounds = {
        step.inputs["person"]: tell.grounds(step.cites, step.evidence)
        for step in minimum.steps
        if "person" in step.inputs
    }
    cites = [
        *(cite for step in minimum.steps for cite in (*tell.cited_by(tell.pack.term(STEPS, step.code)), *step.cites))
    ]
    persons = (
        PersonMinimum(
            person=person,
            band=band,
            band_label=None if band is None else tell.term(BANDS, band),
            amount=of_bounds(amount, amount).least,
            grounds=grounds.get(person),
        )
        for person, band, amount in minimum.persons
    )
    return MinimumReport(
        amount=of_bounds(minimum.least, minimum.most),
        persons=tuple(persons),
        grounds=tell.grounds(cites, minimum.evidence),
        missing=tuple(tell.fact(code) for code in minimum.missing),
        assumed=tuple(tell.term("benefit_assumptions", code) for code in minimum.assumed),
    )


def guideline_report(guideline: Guideline, compared: Amount, tell: HouseholdTeller) -> GuidelineReport | None:
    """Return the guideline and what it is compared with; None where there is none."""
    if guideline.least is None:
        return None
    return GuidelineReport(
        amount=of_bounds(guideline.least, guideline.most),
        compared=compared,
        grounds=tell.grounds(guideline.cites, guideline.evidence),
        notes=tell.notes(guideline.notes),
    )


def members_report(circle: Circle, tell: HouseholdTeller) -> tuple[MemberReport, ...] | None:
    """Return the members of a household; None where nobody says who lives there."""
    if circle.members is None:
        return None
    return tuple(member_report(member, circle.on, tell) for member in circle.members)


def _ages(member: Member, on: date) -> tuple[int | None, int | None]:
    if member.born is None:
        return None, None
    first, last = member.born.first, member.born.last
    youngest = None if last is None else max(full_years(last, on), 0) if last <= on else 0
    return youngest, None if first is None else max(full_years(first, on), 0) if first <= on else 0


def _about(member: Member, tell: HouseholdTeller) -> Iterator[str]:
    """Yield what is known of a person beside role and age, in words."""
    if member.activity is not None and member.activity != _NONE:
        yield tell.term("activities", member.activity)
    elif member.activity == _NONE:
        yield tell.say("house-no-activity")
    if member.pension not in {None, _NONE}:
        yield tell.term("pensions", str(member.pension))
    if member.card not in {None, _NONE}:
        yield tell.say("house-card", card=tell.term("disability_cards", str(member.card)))
    if member.care_degree:
        yield tell.say("house-care-degree", degree=_DEGREES[member.care_degree])
    if member.named_carer:
        yield tell.say("house-named-carer")
    if member.child_carer:
        yield tell.say("house-child-carer")


def _name(district: str, tell: HouseholdTeller) -> str:
    return tell.term("districts", district)

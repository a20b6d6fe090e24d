"""The household of a case as benefits look at it: who lives there, what comes in, how they live, what they own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy.case.circle_incomes import incomes_of
from dluhy.case.owing import DEBTOR
from dluhy.case.payments import CHILD, UNKNOWN
from dluhy.household.composition import household_of
from dluhy.household.model import Circle, Housing, Member, Possessions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dluhy.case.model import Asset, Case, Person
    from dluhy.law.pack import Pack

GUARDIAN: Final = "guardian"
_SAVINGS, _VEHICLE, _REAL_ESTATE = "savings", "vehicle", "real_estate"


@frozen(kw_only=True)
class CaseCircle:
    """A household and what was not taken into it.

    `unsure` are people of whom nobody says whether they live there, `lapsed` incomes (places in the document) whose
    last month is older than the others', `month` the month the incomes are of, None where there is none. `elsewhere`
    are people who live there and are assessed in another household, or nowhere.
    """

    circle: Circle
    unsure: tuple[str, ...] = ()
    lapsed: tuple[int, ...] = ()
    month: date | None = None
    elsewhere: tuple[str, ...] = ()


def circle_of(case: Case, pack: Pack) -> CaseCircle:
    """Return the household of a case on its day."""
    people = None if case.people is None else [each for each in case.people if _lives_there(each)]
    incomes = incomes_of(case, outside_of(case), pack)
    circle = Circle(
        on=case.as_of,
        members=None if people is None else tuple(_member(each, place) for place, each in enumerate(people, start=1)),
        incomes=incomes.lines,
        incomes_once=incomes.once,
        housing=_housing(case),
        possessions=_possessions(case),
        lapsed=incomes.ended,
    )
    kept = _assessed(circle, people or (), pack)
    ids = {each.id for each in kept.members or ()}
    return CaseCircle(
        circle=kept,
        unsure=_unsure(case),
        lapsed=incomes.lapsed,
        month=incomes.month,
        elsewhere=tuple(each.id for each in circle.members or () if each.id not in ids),
    )


def _assessed(circle: Circle, people: Sequence[Person], pack: Pack) -> Circle:
    """Return the circle without those assessed elsewhere, with whoever may be told apart, § 4 of Act 110/2006."""
    told = zip(circle.members or (), people, strict=True)
    situations = {member.id: person.assessed_as for member, person in told if person.assessed_as is not None}
    kept, _ = household_of(circle, situations, pack)
    terms = pack.vocabularies["circle_situations"]
    unsure = tuple(name for name, code in situations.items() if terms[code].more.get("counted") is None)
    return evolve(kept, undeclared=unsure)


def _lives_there(person: Person) -> bool:
    if person.in_household is None:
        return person.role != GUARDIAN and person.died_on is None
    return person.in_household and person.died_on is None


def _unsure(case: Case) -> tuple[str, ...]:
    guardians = (each for each in case.people or () if each.role == GUARDIAN and each.died_on is None)
    return tuple(each.id or UNKNOWN for each in guardians if each.in_household is None)


def _member(person: Person, place: int) -> Member:
    return Member(
        id=person.id or f"{UNKNOWN}{place}",
        role=person.role,
        born=person.birth_date,
        dependent_child=person.dependent_child,
        activity=person.activity,
        work_hours=person.work_hours,
        jobseeker_since=person.jobseeker_since,
        pension=person.pension,
        card=person.disability_card,
        care_degree=person.care_degree,
        named_carer=person.named_carer,
        child_carer=person.child_carer,
        widowed_on=person.widowed_on,
        plan_kept=person.plan_kept,
    )


def outside_of(case: Case) -> set[str]:
    """Return who does not live in the household, or of whom nobody says it: their money is not the household's."""
    return {each.id for each in case.people or () if each.id is not None and not _lives_there(each)}


def _housing(case: Case) -> Housing:
    """Return how the household lives, without what it pays for it: the budget says that."""
    home = case.home
    adults = [each for each in case.people or () if each.role not in {GUARDIAN, CHILD}]
    client = next((each for each in adults if each.role == DEBTOR), adults[0] if adults else None)
    of_client = None if client is None else client.municipality_code
    if home is None:
        return Housing(municipality=of_client)
    return Housing(
        tenure=home.tenure,
        dwelling=home.dwelling,
        municipality=of_client if home.municipality_code is None else home.municipality_code,
        district=home.district,
        solid_fuel=home.solid_fuel,
    )


def _possessions(case: Case) -> Possessions:
    """Return what the household owns; a thing of unknown kind may be anything, savings may be of a kind not counted."""
    if case.assets is None or any(asset.kind is None for asset in case.assets):
        return Possessions()
    outside = outside_of(case)
    assets = [asset for asset in case.assets if asset.owner not in outside]
    savings = [asset for asset in assets if asset.kind == _SAVINGS and not asset.retirement_saving]
    sure = [asset.value or 0 for asset in savings if asset.retirement_saving is False]
    values = [asset.value for asset in savings]
    known = [value for value in values if value is not None]
    return Possessions(
        savings=sum(known) if len(known) == len(values) else None,
        savings_least=sum(sure),
        cars=sum(asset.kind == _VEHICLE for asset in assets),
        homes=_homes([asset for asset in assets if asset.kind == _REAL_ESTATE]),
    )


def _homes(estates: Sequence[Asset]) -> int | None:
    """Return how many homes are owned: what nobody lives in may be another home, or land, or a share."""
    if all(estate.is_home for estate in estates):
        return len(estates)
    return None

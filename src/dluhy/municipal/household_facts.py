"""What a case says of its household beside the budget: debts, children in enforcement, job-seekers, benefits, needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.case.circle import outside_of
from dluhy.case.owing import DEBTOR, OVER
from dluhy.case.payments import CHILD
from dluhy.case.unknowns import any_of
from dluhy.dates import birthday
from dluhy.household.sheet import ASSISTANCE, HOUSING_BENEFIT
from dluhy.law.amounts import known_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from dluhy.case.household import CaseHousehold
    from dluhy.case.model import Case, Debt, Enforcement, Person
    from dluhy.law.pack import Pack

_SEEKING: Final = "registered_jobseeker"
_HOUSING: Final = frozenset({HOUSING_BENEFIT, ASSISTANCE})
"""Kinds of income that the labour office may send on the housing of whoever receives them."""


def facts_of_case(case: Case, household: CaseHousehold | None, law: Pack) -> dict[str, Any]:
    """Return the facts of a household that its budget does not say, by name; None is unknown, an interval its ends."""
    return {
        **_counted(case, household),
        "has_debts": _has_debts(case),
        "child_enforced": _child_enforced(case, law),
        "registered_jobseeker": _seeks_job(case),
        "young_people": _young_people(case, law),
        "receives_housing_benefit": _receives_benefit(household),
        "urgent_need": _urgent_need(case),
    }


def _counted(case: Case, household: CaseHousehold | None) -> dict[str, Any]:
    """Return what a picture of the household would count, where there is none."""
    if household is not None or case.enforcements is None:
        return {}
    return {"enforcements_running": sum(each.status not in OVER for each in case.enforcements)}


def _living(case: Case) -> list[Person] | None:
    """Return who lives in the household; None where nobody says who there is."""
    if case.people is None:
        return None
    outside = outside_of(case)
    return [each for each in case.people if each.id not in outside and each.died_on is None]


def _has_debts(case: Case) -> bool | None:
    """Return whether somebody of the household owes anything; a debt of an unknown balance is one, a paid one none."""
    outside = outside_of(case)
    owed = [debt.balance is None or debt.balance > 0 for debt in case.debts or () if debt.debtor not in outside]
    owed += [bool(line.arrears) for line in case.budget or ()]
    return True if any(owed) else None if case.debts is None else False


def _child_enforced(case: Case, law: Pack) -> bool | None:
    """Return whether an enforcement runs against a child of the household today."""
    living, running = _living(case), case.enforcements
    children = None if living is None else {each.id: _minor(each, case.as_of, law) for each in living}
    nobody = children is not None and set(children.values()) <= {False}
    if nobody or (running is not None and all(each.status in OVER for each in running)):
        return False
    if children is None or running is None:
        return None
    return any_of(_against_child(each, case, children) for each in running)


def _against_child(each: Enforcement, case: Case, children: Mapping[str | None, bool | None]) -> bool | None:
    if each.status in OVER:
        return False
    known = {debt.id: debt for debt in case.debts or () if debt.id is not None}
    if each.debts is None or any(name not in known for name in each.debts):
        return None
    debtors = [_debtor(known[name], case) for name in each.debts]
    found = any_of(None if name is None else children.get(name, False) for name in debtors)
    return None if found and each.status is None else found


def _debtor(debt: Debt, case: Case) -> str | None:
    """Return who owes a debt; one that names nobody belongs to the only debtor there is."""
    debtors = [each.id for each in case.people or () if each.role == DEBTOR]
    return debt.debtor or (debtors[0] if len(debtors) == 1 else None)


def _minor(person: Person, on: date, law: Pack) -> bool | None:
    majority = known_value(law.series["age_of_majority"], on)
    return _not(_reached(person, majority, on))


def _reached(person: Person, age: int, on: date) -> bool | None:
    """Return whether a person has reached an age on a day; None where the birth is not known well enough."""
    born = person.birth_date
    if born is None:
        return None
    if born.last is not None and birthday(born.last, age) <= on:
        return True
    return False if born.first is not None and birthday(born.first, age) > on else None


def _not(answer: bool | None) -> bool | None:  # noqa: FBT001 - a three-valued answer
    return None if answer is None else not answer


def _seeks_job(case: Case) -> bool | None:
    living = _living(case)
    if living is None:
        return None
    return any_of(_seeks(each) for each in living if each.role != CHILD)


def _seeks(person: Person) -> bool | None:
    if person.activity == _SEEKING or (person.activity is None and person.jobseeker_since is not None):
        return True
    return None if person.activity is None else False


def _young_people(case: Case, law: Pack) -> dict[str, int] | None:
    """Return how many people of the household are of the age for a low-threshold centre, at least and at most."""
    living = _living(case)
    if living is None:
        return None
    first, last = (known_value(law.series[f"youth_centre_age_{end}"], case.as_of) for end in ("from", "to"))
    ages = [_both(_reached(each, first, case.as_of), _not(_reached(each, last + 1, case.as_of))) for each in living]
    return {"from": sum(each is True for each in ages), "to": sum(each is not False for each in ages)}


def _both(*answers: bool | None) -> bool | None:
    return _not(any_of(_not(each) for each in answers))


def _receives_benefit(household: CaseHousehold | None) -> bool | None:
    """Return whether the household receives a benefit that pays for housing, alone or among others."""
    incomes = None if household is None else household.sheet.circle.incomes
    return None if incomes is None else any_of(_pays_housing(line.kind) for line in incomes)


def _pays_housing(kind: str | None) -> bool | None:
    return None if kind is None else kind in _HOUSING


def _urgent_need(case: Case) -> bool | None:
    needs: Iterable[str] | None = None if case.situation is None else case.situation.emergency_needs
    return None if needs is None else bool(list(needs))

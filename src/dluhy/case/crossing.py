"""What no single field shows: references that lead nowhere, ids used twice, days that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.case.days import not_yet
from dluhy.documents.decoding import pointer
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.case.model import BudgetLine, Case, Debt, Enforcement, Income, Person
    from dluhy.documents.fields import Loc

_WITH_IDS: Final = ("people", "debts", "enforcements")
_IN_COLLECTION: Final = 2  # parts of the place of one member


def crossed(case: Case, left_out: Sequence[Loc]) -> list[Problem]:
    """Return what disagrees between the fields of a case, in the order of the document.

    `left_out` are places that could not be read: nothing is said against a reference to what may have stood there.
    """
    damaged = {loc[0] for loc in left_out if len(loc) <= _IN_COLLECTION or loc[-1] == "id"}
    people = None if "people" in damaged else _ids(case.people)
    debts = None if "debts" in damaged else _ids(case.debts)
    found = [problem for name in _WITH_IDS for problem in _twice(name, getattr(case, name) or [])]
    found += [problem for place, person in enumerate(case.people or []) for problem in _of_person(case, place, person)]
    found += not_yet(case)
    for place, debt in enumerate(case.debts or []):
        found += _unknown(people, debt.debtor, ("debts", place, "debtor"))
        found += _unknown(debts, debt.follows, ("debts", place, "follows"))
    found += _following(case.debts or [])
    found += _securing(case, debts)
    for place, enforcement in enumerate(case.enforcements or []):
        found += _of_enforcement(place, enforcement, debts)
    for place, income in enumerate(case.incomes or []):
        found += _of_income(case, place, income)
    for place, line in enumerate(case.budget or []):
        found += _of_line(place, line)
    return found + [problem for loc, name in _named_people(case) for problem in _unknown(people, name, loc)]


def _ids(members: Sequence[Person | Debt] | None) -> set[str]:
    return {member.id for member in members or [] if member.id is not None}


def _twice(name: str, members: Sequence[Person | Debt | Enforcement]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for place, member in enumerate(members):
        if member.id is not None and member.id in seen:
            first = pointer((name, seen[member.id], "id"))
            yield Problem("duplicate_id", pointer((name, place, "id")), f"totéž označení už má {first}",
                          f"{first} has the same reference already")  # fmt: skip
        elif member.id is not None:
            seen[member.id] = place


def _unknown(known: set[str] | None, name: str | None, loc: Loc) -> Iterator[Problem]:
    if known is not None and name is not None and name not in known:
        yield Problem("unknown_reference", pointer(loc), "nikdo a nic s tímto označením v dokumentu není",
                      "nobody and nothing in the case has this reference")  # fmt: skip


def _named_people(case: Case) -> Iterator[tuple[Loc, str | None]]:
    yield from ((("incomes", place, "person"), income.person) for place, income in enumerate(case.incomes or []))
    yield from ((("budget", place, "person"), line.person) for place, line in enumerate(case.budget or []))
    yield from ((("assets", place, "owner"), asset.owner) for place, asset in enumerate(case.assets or []))
    insolvencies = (case.history.insolvencies if case.history else None) or []
    for place, insolvency in enumerate(insolvencies):
        yield ("history", "insolvencies", place, "person"), insolvency.person
    petitions = (case.history.petitions if case.history else None) or []
    yield from ((("history", "petitions", place, "person"), each.person) for place, each in enumerate(petitions))
    if case.relief is not None:
        yield ("relief", "person"), case.relief.person


def _of_person(case: Case, place: int, person: Person) -> Iterator[Problem]:
    born = person.birth_date.first if person.birth_date else None
    if born is not None and born > case.as_of:
        yield Problem("born_after_as_of", pointer(("people", place, "birth_date")),
                      "narození je až po dni, ke kterému se posuzuje", "the birth is after the day judged")  # fmt: skip
    if born is not None and person.died_on is not None and person.died_on < born:
        yield Problem("died_before_born", pointer(("people", place, "died_on")), "úmrtí je před narozením",
                      "the death is before the birth")  # fmt: skip
    for number, care in enumerate(person.in_care or []):
        first, last = care.from_.first if care.from_ else None, care.to.last if care.to else None
        if first is not None and last is not None and first > last:
            yield Problem("backwards", pointer(("people", place, "in_care", number)),
                          "pobyt končí dřív, než začíná", "the stay ends before it begins")  # fmt: skip
        if born is not None and last is not None and last < born:
            yield Problem("care_before_born", pointer(("people", place, "in_care", number)),
                          "pobyt končí před narozením", "the stay ends before the birth")  # fmt: skip


def _of_income(case: Case, place: int, income: Income) -> Iterator[Problem]:
    begins = income.period.first if income.period else None
    if begins is not None and begins > case.as_of:
        yield Problem("after_as_of", pointer(("incomes", place, "period")),
                      "příjem je za dobu až po dni, ke kterému se posuzuje",
                      "the income is for a time after the day judged")  # fmt: skip


def _of_line(place: int, line: BudgetLine) -> Iterator[Problem]:
    """Return a line of the budget of which only the other side's kind is told; where both are, the side decides."""
    wrong = None
    if line.kind == "income" and line.income_kind is None and line.category is not None:
        wrong = "category"
    elif line.kind == "expense" and line.category is None and line.income_kind is not None:
        wrong = "income_kind"
    if wrong is not None:
        yield Problem("contradiction", pointer(("budget", place, wrong)),
                      "druh příjmu a druh výdaje si na jedné položce odporují",
                      "a line is either an income or an expense")  # fmt: skip


def _of_enforcement(place: int, enforcement: Enforcement, debts: set[str] | None) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(enforcement.debts or []):
        loc: Loc = ("enforcements", place, "debts", number)
        yield from _unknown(debts, name, loc)
        if name in seen:
            yield Problem("duplicate_id", pointer(loc), "dluh je tu uveden dvakrát", "the debt stands here twice")
        seen.add(name)
    if enforcement.nothing_recovered and (enforcement.recovered or enforcement.last_recovered_on):
        yield Problem("contradiction", pointer(("enforcements", place, "nothing_recovered")),
                      "nebylo vymoženo nic, a přece je tu vymožená částka nebo její den",
                      "nothing was recovered, yet a recovered sum or its day is given")  # fmt: skip
    if enforcement.nothing_recovered is False and enforcement.recovered == 0:
        yield Problem("contradiction", pointer(("enforcements", place, "recovered")),
                      "něco bylo vymoženo, a přece je vymožená částka nula",
                      "something was recovered, yet the recovered sum is zero")  # fmt: skip


def _securing(case: Case, debts: set[str] | None) -> Iterator[Problem]:
    """Yield pledges for debts that are not there, or that are said not to be secured."""
    unsecured = {debt.id for debt in case.debts or [] if debt.secured is False}
    for place, asset in enumerate(case.assets or []):
        for number, name in enumerate(asset.secures or []):
            loc: Loc = ("assets", place, "secures", number)
            yield from _unknown(debts, name, loc)
            if name in unsecured or asset.pledged is False:
                yield Problem("contradiction", pointer(loc), "majetek zajišťuje dluh, a přece má být nezajištěný",
                              "the asset secures a debt that is said not to be secured")  # fmt: skip


def _following(debts: Sequence[Debt]) -> Iterator[Problem]:
    """Yield costs that follow each other in a circle, and costs of another debtor than their claim's."""
    by_id = {debt.id: debt for debt in debts if debt.id is not None}
    for place, debt in enumerate(debts):
        loc = pointer(("debts", place, "follows"))
        chain = list(_chain(debt, by_id))
        if chain and chain[-1] is None:
            yield Problem("follows_in_circle", loc, "náklady se odkazují v kruhu na sebe",
                          "the costs refer to each other in a circle")  # fmt: skip
            continue
        owners = {item.debtor for item in (debt, *chain[-1:]) if item is not None and item.debtor is not None}
        if len(owners) > 1:
            yield Problem("follows_other_debtor", loc, "náklady mají jiného dlužníka než pohledávka, o kterou šlo",
                          "the costs have another debtor than the claim they were about")  # fmt: skip


def _chain(debt: Debt, by_id: dict[str, Debt]) -> Iterator[Debt | None]:
    """Yield the claims that a debt follows, the nearest first; None at the end if they lead back."""
    seen = {id(debt)}
    while debt.follows is not None and debt.follows in by_id:
        debt = by_id[debt.follows]
        if id(debt) in seen:
            yield None
            return
        seen.add(id(debt))
        yield debt


def claims_of(debts: Sequence[Debt]) -> list[int]:
    """Return for each debt the place of the claim that decides over it: its own, or of costs the end of `follows`."""
    by_id = {debt.id: debt for debt in debts if debt.id is not None}
    places = {id(debt): place for place, debt in enumerate(debts)}
    ends = [[debt, *(claim for claim in _chain(debt, by_id) if claim is not None)][-1] for debt in debts]
    return [places[id(end)] for end in ends]

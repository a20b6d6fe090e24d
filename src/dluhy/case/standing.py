"""What stands in the way of paying a debt of a case: an insolvency that settles it, a childhood it may be from.

Every answer may be None: it is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.case.owing import DEBTOR
from dluhy.case.unknowns import any_of
from dluhy.dates import Span, birthday, whole_months
from dluhy.law.amounts import constant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    import polars as pl

    from dluhy.case.model import BudgetLine, Case, Debt, Insolvency
    from dluhy.law.pack import Pack

_ONLY_PROPERTY: Final = "only_property_before_full_capacity"
"""The verdict of rules by which a debt can be enforced only from what the child owned before full capacity."""
_UNDECIDED: Final = frozenset({"needs_data", "conflicting_data"})


def nobody_lives(case: Case) -> bool:
    """Return whether everybody named in a case has died: then there is no client to send anywhere."""
    return bool(case.people) and all(person.died_on is not None for person in case.people or ())


def criminal_penalty(debt: Debt, pack: Pack) -> bool | None:
    """Return whether a criminal court imposed the payment: as told, else no where the title is not of a court."""
    title = None if debt.title is None else debt.title.kind
    if debt.criminal_penalty is not None or title is None:
        return debt.criminal_penalty
    return None if pack.term("title_kinds", title).more.get("court") else False


def childhood_answers(case: Case, pack: Pack, judged: pl.DataFrame | None) -> list[bool | None]:
    """Return of each debt whether the child does not owe it or answers only with property from childhood.

    `judged` has one row per debt in the order of the document; without it only a debtor of age gives an answer.
    """
    if judged is None:
        return [_before_majority(debt, case, pack) for debt in case.debts or ()]
    grounds = [rule.id for rule in pack.rules.values() if rule.verdict == _ONLY_PROPERTY and rule.id in judged.columns]
    rows = judged.select("child_owes", "verdict", *grounds).iter_rows(named=True)
    return [_contested(row, grounds) for row in rows]


def _contested(row: dict[str, Any], grounds: Iterable[str]) -> bool | None:
    of_property = [row[name] for name in grounds]
    if row["child_owes"] == "no" or True in of_property:
        return True
    if row["verdict"] in _UNDECIDED or (row["child_owes"] != "none" and None in of_property):
        return None
    return False


def _before_majority(debt: Debt, case: Case, pack: Pack) -> bool | None:
    """Return False where the debtor was of age when the debt arose, else None: nobody has judged it."""
    name = _debtor(debt.debtor, case)
    born = next((each.birth_date for each in case.people or () if each.id == name), None)
    if born is None or born.last is None or debt.arose_on is None or debt.arose_on.first is None:
        return None
    of_age = birthday(born.last, constant(pack.series["age_of_majority"]))
    return False if debt.arose_on.first >= of_age else None


def settled(debt: Debt, case: Case) -> bool | None:
    """Return whether the debtor's insolvency runs and the debt arose before the court found it."""
    found = _insolvencies(debt.debtor, case)
    return None if found is None else any_of(_settled_by(each, _arose(debt)) for each in found)


def settled_arrears(line: BudgetLine, case: Case) -> bool | None:
    """Return whether arrears of a budget line are settled in an insolvency: no where all of them are younger."""
    found = _insolvencies(line.person, case)
    if found is None:
        return None
    since = [None if each.found_on is None else each.found_on.last for each in found if each.running is not False]
    months = line.months_in_arrears
    younger = (months is not None and day is not None and whole_months(day, case.as_of) >= months for day in since)
    return False if all(younger) else None


def all_in_insolvency(case: Case, debtors: Collection[str | None]) -> bool | None:
    """Return whether an insolvency runs of everybody who owes a debt; of somebody at all where no debtor is known."""
    insolvencies = None if case.history is None else case.history.insolvencies
    if insolvencies is None:
        return None
    running = {_debtor(each.person, case) for each in insolvencies if each.running}
    if running and set(debtors) <= running:
        return True
    unsure = any(each.running is None for each in insolvencies) or (running and None in debtors)
    return None if unsure else False


def _insolvencies(person: str | None, case: Case) -> list[Insolvency] | None:
    """Return the insolvencies of a person, all of the case where it is not known whose; None where nobody says."""
    told = None if case.history is None else case.history.insolvencies
    if told is None:
        return None
    name = _debtor(person, case)
    return [each for each in told if name is None or _debtor(each.person, case) in {name, None}]


def _debtor(person: str | None, case: Case) -> str | None:
    """Return the person, or the only debtor of the case where none is named."""
    debtors = [each.id for each in case.people or () if each.role in {DEBTOR, None}]
    return person or (debtors[0] if len(debtors) == 1 else None)


def _arose(debt: Debt) -> Span:
    """Return when a debt arose: it was there when it fell due and when its title was issued."""
    title = None if debt.title is None else debt.title.issued_on
    ends = [span.last for span in (debt.arose_on, debt.due_on, title) if span is not None and span.last is not None]
    return Span(None if debt.arose_on is None else debt.arose_on.first, min(ends, default=None))


def _settled_by(each: Insolvency, arose: Span) -> bool | None:
    found = each.found_on
    if each.running is False:
        return False
    if found is None:
        return None
    if arose.first is not None and found.last is not None and arose.first >= found.last:
        return False
    before = arose.last is not None and found.first is not None and arose.last < found.first
    return True if each.running and before else None

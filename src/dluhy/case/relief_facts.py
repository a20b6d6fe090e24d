"""What a case says of a petition for debt relief, as facts of petitions; what it does not say stays unknown.

The debts of a case are a list: what is not told of some of them leaves a number within limits. `Told.ranges` holds such
facts in groups, each with the end that speaks against the debtor and the end that speaks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from dateutil.relativedelta import relativedelta

from dluhy.case.owing import OVER
from dluhy.case.unknowns import any_of
from dluhy.dates import Span
from dluhy.documents.fields import fact_values
from dluhy.facts.petitions import PETITION_FACTS
from dluhy.law.amounts import constant
from dluhy.law.codes import codes_with
from dluhy.money import to_decimal_string

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from dluhy.case.model import Case, Insolvency, Petition
    from dluhy.law.pack import Pack

Facts = dict[str, Any]
Ends = dict[str, tuple[Any, Any]]
Who = tuple[str | None, ...]
"""The debtor, or both spouses who file together."""
_PERSON, _ENTREPRENEUR, _SELF_EMPLOYED = "person", "entrepreneur", "self_employed"
_SPOUSE: Final = "spouse"
"""Pensions that show an entitlement; another pension, or none, does not show that there is no entitlement."""


@frozen(kw_only=True)
class Told:
    """Facts of one petition as people write them: those that are sure, and groups of those known within limits."""

    sure: Facts = field(factory=dict)
    ranges: tuple[Ends, ...] = ()


def written(facts: Mapping[str, Any]) -> Facts:
    """Return facts in the form in which a frame takes them: spans as ends, haléře as decimal texts."""
    return {name: _written(name, value) for name, value in facts.items()}


def _written(name: str, value: Any) -> Any:  # noqa: ANN401 - of any fact
    if isinstance(value, Span):
        return {"from": value.first, "to": value.last}
    return to_decimal_string(value) if PETITION_FACTS[name].type == "money" and value is not None else value


def facts_told(case: Case, rows: Sequence[Mapping[str, Any]], who: Who, pack: Pack, *, alone: bool) -> Told:
    """Return what a case says of the petition of a person, without what is computed of incomes.

    `rows` are the obligations of the case, `alone` whether what names nobody is about this person.
    """
    sure = _of_person(case, who, pack) | _of_insolvencies(case, who, alone=alone) | _of_history(case, who, alone=alone)
    sure |= _of_debts(case, who, alone=alone)
    relief = case.relief
    if relief is not None and _about(relief.person, who, alone=alone):
        sure |= {name: value for name, value in fact_values(relief).items() if value is not None}
    return Told(sure=sure, ranges=(_of_creditors(case, rows, who, pack, alone=alone),))


def _about(person: str | None, who: Who, *, alone: bool) -> bool:
    return person in who if person is not None else alone


def _of_person(case: Case, who: Who, pack: Pack) -> Facts:
    """Return what people of the case say: a client is a human being, in business only where the case says so."""
    person = next((each for each in case.people or () if each.id == who[0]), None)
    kinds = {income.kind for income in case.incomes or () if income.person == who[0]}
    activity = None if person is None else person.activity
    in_business = activity == _SELF_EMPLOYED or "business" in kinds
    facts: Facts = {"debtor_kind": _ENTREPRENEUR if in_business else _PERSON, "filed_by_debtor": True}
    if case.people is not None and all(each.role != _SPOUSE for each in case.people):
        facts["spouses_together"] = False
    pension = None if person is None else person.pension
    facts["old_age_pension"] = True if pension in codes_with(pack, "pensions", "old_age") else None
    facts["disability_pension"] = True if pension in codes_with(pack, "pensions", "relief_short") else None
    homes = [asset for asset in case.assets or () if asset.is_home is not False]
    if case.assets is not None:
        facts["home_secures_debt"] = any_of(False if each.is_home is False else each.pledged for each in homes)
    return {name: value for name, value in facts.items() if value is not None}


def insolvencies_of(case: Case, who: Who, *, alone: bool) -> list[Insolvency] | None:
    """Return the insolvencies of a person; None where nobody says them all."""
    told = None if case.history is None else case.history.insolvencies
    if told is None or any(each.person is None for each in told if not alone):
        return None
    return [each for each in told if _about(each.person, who, alone=alone)]


def _of_insolvencies(case: Case, who: Who, *, alone: bool) -> Facts:
    own = insolvencies_of(case, who, alone=alone)
    if own is None:
        return {}
    running = [each for each in own if each.running is not False]
    if not running:
        return {"creditor_filed": False, "withdrawn_here": False, "careless_in_proceedings": False}
    if len(running) > 1 or running[0].running is None:
        return {}
    days = {"petition_on": running[0].began_on, "insolvency_finding_on": running[0].found_on}
    return {name: day for name, day in days.items() if day is not None}


def _of_history(case: Case, who: Who, *, alone: bool) -> Facts:
    """Return what is told of earlier petitions; where no petition or no proceedings ever were, none of it happened."""
    history = case.history
    if history is None:
        return {}
    listed, insolvencies = history.petitions, insolvencies_of(case, who, alone=alone)
    unplaced = not alone and any(each.person is None for each in listed or ())
    own = [each for each in listed or () if _about(each.person, who, alone=alone)]
    complete = (listed is not None and not unplaced) or insolvencies == []
    discharged = _latest(own, "discharge_final_on")
    known_day = history.earlier_discharge_on if alone else None
    facts: Facts = {
        "discharged_before": True if known_day else _happened([_discharged(each) for each in own], complete=complete),
        "discharge_final_on": (discharged and discharged.discharge_final_on) or known_day,
        "discharge_decided_on": discharged and discharged.discharge_decided_on,
        "discharge_proceedings_on": discharged and (discharged.proceedings_on or discharged.filed_on),
    } | _of_refusals(own, complete=complete)
    return {name: value for name, value in facts.items() if value is not None}


def _of_refusals(own: Sequence[Petition], *, complete: bool) -> Facts:
    refused, withdrawn = _latest(own, "dishonest_final_on"), _latest(own, "withdrawn_on")
    return {
        "dishonest_refusal": _happened(
            [True if each.dishonest_final_on else each.dishonest for each in own], complete=complete
        ),
        "dishonest_refusal_on": refused and refused.dishonest_final_on,
        "withdrew_before": _happened(
            [True if each.withdrawn_on else each.withdrawn for each in own], complete=complete
        ),
        "withdrawn_on": withdrawn and withdrawn.withdrawn_on,
        "cancelled_otherwise": _happened([each.cancelled_otherwise for each in own], complete=complete),
    }


def _discharged(petition: Petition) -> bool | None:
    days = (petition.discharge_final_on, petition.discharge_decided_on)
    return True if any(day is not None for day in days) else petition.discharged


def _happened(answers: Sequence[bool | None], *, complete: bool) -> bool | None:
    found = any_of(answers)
    return found if found or complete else None


def _latest(own: Iterable[Petition], name: str) -> Petition | None:
    """Return the petition with the latest day of a kind; None where none has one or one of several is not known."""
    dated = [(getattr(each, name), each) for each in own if getattr(each, name) is not None]
    return max(dated, key=lambda item: (item[0].last or item[0].first).toordinal())[1] if dated else None


def _of_debts(case: Case, who: Who, *, alone: bool) -> Facts:
    debts = None if case.debts is None else [d for d in case.debts if _about(d.debtor, who, alone=alone)]
    if debts is None:
        return {}
    business = any_of(debt.business for debt in debts)
    of_business = [debt for debt in debts if debt.business]
    facts: Facts = {} if business is None else {"business_debts": business}
    if business and all(debt.secured for debt in of_business):
        facts["business_debts_excepted"] = True
    return facts


def _of_creditors(case: Case, rows: Sequence[Mapping[str, Any]], who: Who, pack: Pack, *, alone: bool) -> Ends:
    """Return how many creditors there are, to how many is surely and perhaps owed late, and for how long."""
    if case.debts is None:
        return {}
    days, months = (constant(pack.series[f"insolvency_overdue_{unit}"]) for unit in ("days", "months"))
    mine = [row for row in rows if _owed(row) and (row["debtor"] in who or row["debtor"] is None)]
    sure = [row for row in mine if row["contested"] is False and (row["debtor"] in who or alone)]
    late = [row for row in sure if _days(row, case)[0] > days]
    perhaps = [row for row in mine if _most(row, case, days) > days]
    limit = case.as_of - relativedelta(months=months)
    long_ago = (case.as_of - limit).days
    return {
        "creditor_count": (_creditors(sure)[0], _creditors(mine)[1]),
        "creditors_overdue": (_creditors(late)[0], _creditors(perhaps)[1]),
        "unpaid_over_3_months": (
            any(_days(row, case)[0] > long_ago for row in sure),
            any(_most(row, case, long_ago) > long_ago for row in mine),
        ),
    }  # fmt: skip


def _owed(row: Mapping[str, Any]) -> bool:
    paid = row["balance"] is not None and row["balance"] <= 0
    return row["contested"] is not True and not paid


def _most(row: Mapping[str, Any], case: Case, otherwise: int) -> int:
    most = _days(row, case)[1]
    return otherwise + 1 if most is None else most


def _days(row: Mapping[str, Any], case: Case) -> tuple[int, int | None]:
    """Return for how many days something has been overdue at least and at most; an enforced debt is due."""
    debt = next((each for each in case.debts or () if each.id is not None and each.id == row["debt"]), None)
    if debt is None:
        return row["days_late"] or 0, None
    due = debt.due_on or Span(None, None)
    ends = [due.last, *_enforced_from(case, row["debt"])]
    least = max((max((case.as_of - day).days, 0) for day in ends if day is not None), default=0)
    return least, None if due.first is None else max((case.as_of - due.first).days, least)


def _enforced_from(case: Case, debt: str) -> list[date | None]:
    """Return the days by which running enforcements of a debt had begun."""
    running = [each for each in case.enforcements or () if each.status not in OVER and debt in (each.debts or ())]
    return [each.began_on.last for each in running if each.began_on is not None]


def _creditors(rows: Collection[Mapping[str, Any]]) -> tuple[int, int]:
    """Return how many creditors there are at least and at most: one that is not named may be any of the others."""
    names = [row["creditor"] or (row["creditor_kind"] and f"?{row['creditor_kind']}") for row in rows]
    named, unnamed = len({name for name in names if name is not None}), names.count(None)
    return max(named, min(unnamed, 1)), named + unnamed

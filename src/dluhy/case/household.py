"""The household of a case: what the document says, gathered for the counsellor's picture of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.case.circle import circle_of, outside_of
from dluhy.case.expenses import comes_once, expenses_of, is_income
from dluhy.case.obligations import obligations_of_case
from dluhy.case.payments import OVER, UNKNOWN, orders_told
from dluhy.case.standing import all_in_insolvency
from dluhy.case.unknowns import any_of, total_of
from dluhy.case.wages import unpaid_insurance
from dluhy.dates import Span, whole_months
from dluhy.documents.fields import fact_values
from dluhy.facts.households import HOUSEHOLD_FACTS
from dluhy.household.sheet import HouseholdSheet, Stated, sheet
from dluhy.household.upcoming import GivenDay
from dluhy.law.amounts import known_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    import polars as pl

    from dluhy.case.circle import CaseCircle
    from dluhy.case.model import Asset, Case
    from dluhy.case.payments import CaseDeduction
    from dluhy.case.wages import CaseWage, UnpaidInsurance
    from dluhy.law.pack import Pack

_SAID_OF_ARREARS: Final = {
    "housing_arrears_months": frozenset({"rent", "home_services"}),
    "energy_arrears_months": frozenset({"energy"}),
    "maintenance_arrears_months": frozenset({"maintenance"}),
    "mortgage_arrears_months": frozenset({"mortgage"}),
}
"""The facts that count months of arrears, and the kinds of obligations each is about."""
_ENDS_WITH_HOME: Final = frozenset({"rent", "home_services", "energy"})
"""Kinds of obligations that no longer weigh on the home once it has been left."""
_OVERDUE: Final = "insolvency_overdue_days"
"""The series of the days overdue after which debts speak for insolvency, § 3 of the Insolvency Act."""
_ENDLESS: Final = 36_500  # days: a contract without an end does not end within a century
_HOMES: Final = frozenset({"real_estate", "other"})
"""Kinds of assets that a household can live in."""


@frozen(kw_only=True)
class CaseHousehold:
    """The household of a case: its picture, the net wages computed for it, and what was left out.

    `unsure` are people of whom nobody says whether they live there, `lapsed` places of incomes that ended before the
    others, `month` the month of the incomes, `uninsured` adults for whom nobody seems to pay health insurance.
    """

    sheet: HouseholdSheet
    wages: tuple[CaseWage, ...]
    unsure: tuple[str, ...]
    lapsed: tuple[int, ...]
    month: date | None
    uninsured: tuple[UnpaidInsurance, ...] = ()


def says_nothing(case: Case) -> bool:
    """Return whether a case has no word of a household: neither incomes nor a budget, home or situation."""
    return all(part is None for part in (case.incomes, case.budget, case.home, case.situation))


def household_of_case(
    case: Case,
    wages: tuple[CaseWage, ...],
    deductions: Sequence[CaseDeduction],
    pack: Pack,
    judged: pl.DataFrame | None = None,
) -> CaseHousehold:
    """Return the household of a case whose net wages are filled in, with the deductions computed for it.

    `judged` are its debts as the screening of childhood debts judged them, None where nobody judged them.

    Raises HorizonError for a day the pack does not know, InputError with everything wrong in the budget.
    """
    found = circle_of(case, pack)
    obligations = None if case.debts is None and case.budget is None else obligations_of_case(case, pack, judged)
    rows = [] if obligations is None else obligations.to_dicts()
    stated = Stated(
        lines=expenses_of(case),
        deducted=_deducted(case, found, deductions, pack),
        facts=_facts(case, rows, pack),
        obligations=obligations,
        dates=tuple(_dates(case)),
    )
    return CaseHousehold(
        sheet=sheet(found.circle, stated, pack),
        wages=wages,
        unsure=found.unsure,
        lapsed=found.lapsed,
        month=found.month,
        uninsured=unpaid_insurance(case, pack),
    )


def _deducted(case: Case, found: CaseCircle, deductions: Sequence[CaseDeduction], pack: Pack) -> int | None:
    """Return what is deducted from the incomes that are counted; None where something of it cannot be told.

    What is deducted from people outside the household is left out as their incomes are; beside them nobody can tell
    where an unnamed person's deduction belongs.
    """
    if case.enforcements == [] and not _in_relief(case):
        return 0
    in_budget = any(is_income(line) and not comes_once(line, pack) for line in case.budget or ())
    if in_budget or not (orders_told(case) or _in_relief(case)):
        return None
    if not deductions and (case.incomes is None or any(income.person is None for income in case.incomes)):
        return None
    counted, outside = _counted(case, found), outside_of(case)
    here = [each for each in deductions if each.person not in outside and _payers(each, counted)]
    if (outside and any(each.person == UNKNOWN for each in here)) or _also_undated(case, counted, outside):
        return None
    return total_of([_taken(each, counted) for each in here])


def _counted(case: Case, found: CaseCircle) -> dict[tuple[str, str], date]:
    """Return the last month of each payer of each person, of the incomes that did not end before."""
    last: dict[tuple[str, str], date] = {}
    for place, income in enumerate(case.incomes or ()):
        first = None if income.period is None else income.period.first
        key = (income.person or UNKNOWN, income.payer or UNKNOWN)
        if place not in found.lapsed and first is not None:
            last[key] = max(first.replace(day=1), last.get(key, first.replace(day=1)))
    return last


def _also_undated(case: Case, counted: Mapping[tuple[str, str], date], outside: Collection[str]) -> bool:
    """Return whether a payer pays an income of no stated month beside one of a month.

    Both come in the month of the picture, but their deductions are computed apart: together they would leave the
    protected amount once.
    """
    undated = [each for each in case.incomes or () if each.period is None and each.person not in outside]
    return any((each.person or UNKNOWN, each.payer or UNKNOWN) in counted for each in undated)


def _payers(each: CaseDeduction, counted: Mapping[tuple[str, str], date]) -> list[str]:
    """Return the payers whose last month a payment is of; of one without a month, all."""
    return [p for p in each.payers if each.month is None or counted.get((each.person, p), each.month) == each.month]


def _taken(each: CaseDeduction, counted: Mapping[tuple[str, str], date]) -> int | None:
    """Return what a payment takes from the payers counted; None where it is not known."""
    payers = _payers(each, counted)
    if each.deduction is None:
        return None
    if len(payers) == len(each.payers):
        return each.deduction.deducted
    parts = {part.payer: part.deducted for part in each.deduction.parts}
    return total_of([parts.get(payer) for payer in payers])


def _in_relief(case: Case) -> bool:
    insolvencies = (None if case.history is None else case.history.insolvencies) or ()
    return any(each.running and each.relief_by_instalments for each in insolvencies)


def _facts(case: Case, rows: Sequence[dict[str, Any]], pack: Pack) -> dict[str, Any]:
    told = fact_values(case.home) | fact_values(case.situation)
    return {
        **{name: value for name, value in told.items() if name in HOUSEHOLD_FACTS},
        **_of_people(case),
        **_of_debts(case, rows, pack),
        **_arrears(rows, told_of_all=case.debts is not None and case.budget is not None),
        "in_debt_relief": all_in_insolvency(case, {row["debtor"] for row in rows if row["debt"] is not None}),
        "lease_ends_in_days": _lease_days(case),
        "home_pledged": None if case.assets is None else any_of(_pledged_home(asset) for asset in case.assets),
        "overdue_total": total_of([row["overdue"] for row in rows]) if case.debts is not None else None,
        "assets_value": total_of(None if case.assets is None else [asset.value for asset in case.assets]),
    }


def _lease_days(case: Case) -> int | None:
    """Return in how many days the contract of the home ends, below zero once it ended; None where nobody says."""
    if case.home is None:
        return None
    if case.home.contract_endless:
        return _ENDLESS
    return None if case.home.contract_until is None else (case.home.contract_until - case.as_of).days


def _pledged_home(asset: Asset) -> bool | None:
    if asset.kind is not None and asset.kind not in _HOMES:
        return False
    if False in {asset.is_home, asset.pledged}:
        return False
    return True if asset.is_home and asset.pledged else None


def _of_people(case: Case) -> dict[str, Any]:
    if case.people is None:
        return {}
    people = [each for each in case.people if each.in_household is not False and each.died_on is None]
    return {
        "jobseeker_months": _longest_search(case),
        "health_limits_work": any_of(each.health_limits_work for each in people if each.role != "child"),
        "care_leaver": any_of(each.care_leaver for each in people if each.role != "child"),
        "schooling_at_risk": any_of(each.schooling_at_risk for each in people),
    }


def _longest_search(case: Case) -> int | None:
    """Return for how many whole months somebody has been registered; 0 where everybody does something else."""
    people = [each for each in case.people or () if each.role != "child" and each.in_household is not False]
    seeking = [each for each in people if each.activity == "registered_jobseeker" or each.jobseeker_since is not None]
    if not seeking:
        return 0 if all(each.activity is not None for each in people) else None
    starts = [None if each.jobseeker_since is None else each.jobseeker_since.last for each in seeking]
    known = [start for start in starts if start is not None]
    return (
        max((whole_months(start, case.as_of) for start in known), default=None) if len(known) == len(starts) else None
    )


def _of_debts(case: Case, rows: Sequence[dict[str, Any]], pack: Pack) -> dict[str, Any]:
    """Return what is owed altogether, on debts and on lines of the budget; of lateness what debts say.

    Debts that are settled in an insolvency or contested make nobody late.
    """
    if case.debts is None:
        return {"enforcements_running": 0} if case.enforcements == [] else {}
    owed = [row for row in rows if row["balance"] != 0 and (row["balance"] or 0) >= 0]
    running = None if case.enforcements is None else [each for each in case.enforcements if each.status not in OVER]
    pressing = [row for row in owed if not (row["settled_in_insolvency"] or row["contested"])]
    days = [row["days_late"] for row in pressing if row["debt"] is not None or row["days_late"] is not None]
    return {
        "debt_total": total_of([row["balance"] for row in owed]),
        "creditors": _creditors(owed),
        "creditors_overdue_30": _late_to_one(pressing, known_value(pack.series[_OVERDUE], case.as_of)),
        "longest_overdue_days": None if None in days else max(days, default=0),
        "enforcements_running": None if running is None else len(running),
    }


def _late_to_one(owed: Sequence[dict[str, Any]], days: int) -> int | None:
    """Return to how many creditors one person is late by more than so many days, of the person late to most.

    Insolvency is a person's. None where it cannot be told for somebody who may be late to more.
    """
    people = {row["debtor"] for row in owed}
    found = [_late_of([row for row in owed if row["debtor"] in {name, None}], days) for name in people]
    known = [number for number, _ in found if number is not None]
    surest = max(known, default=0)
    return None if any(number is None and most > surest for number, most in found) else surest


def _late_of(owed: Sequence[dict[str, Any]], days: int) -> tuple[int | None, int]:
    """Return to how many creditors one person is surely late, None where not known, and to how many at most."""
    sure = [row for row in owed if (row["days_late"] or 0) > days]
    unsure = [row for row in owed if row["days_late"] is None]
    most = len(owed)
    if unsure:
        return None, most
    return _creditors(sure), most


def _creditors(rows: Sequence[dict[str, Any]]) -> int | None:
    """Return how many creditors there are; None where one of several is neither named nor known by what is paid."""
    names = [row["creditor"] or (row["creditor_kind"] and f"?{row['creditor_kind']}") for row in rows]
    if None in names:
        return len(rows) if len(rows) <= 1 else None
    return len(set(names))


def _arrears(rows: Iterable[dict[str, Any]], *, told_of_all: bool) -> dict[str, int | None]:
    rows = list(rows)
    return {name: _most_months(rows, kinds, told_of_all) for name, kinds in _SAID_OF_ARREARS.items()}


def _most_months(rows: Iterable[dict[str, Any]], kinds: frozenset[str], told_of_all: bool) -> int | None:  # noqa: FBT001 - a fact of the case
    months: list[int | None] = []
    for row in rows:
        if row["obligation_kind"] not in kinds or row["overdue"] == 0:
            continue
        former = row["of_former_home"] if row["obligation_kind"] in _ENDS_WITH_HOME and not row["running"] else False
        unsaid = row["overdue"] is None and row["overdue_months"] is None
        if not (former or (unsaid and row["running"])):
            months.append(None if former is None else row["overdue_months"])
    known = [each for each in months if each is not None]
    if len(known) < len(months):
        return None
    return max(known) if known else 0 if told_of_all else None


def _dates(case: Case) -> Iterable[GivenDay]:
    if case.home is not None and case.home.contract_until is not None and case.home.contract_until > case.as_of:
        yield GivenDay(code="tenancy_ends", when=Span(case.home.contract_until, case.home.contract_until))

"""The household of a case: what the document says, gathered for the counsellor's picture of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.case.circle import circle_of, outside_of
from dluhy.case.expenses import comes_once, expenses_of, is_income
from dluhy.case.household_debts import arrears_of, facts_of_debts
from dluhy.case.model_home import Home, Situation
from dluhy.case.model_support import MaintenanceDue
from dluhy.case.obligations import obligations_of_case
from dluhy.case.payments import CHILD, UNKNOWN, orders_told
from dluhy.case.standing import all_in_insolvency
from dluhy.case.unknowns import any_of, total_of
from dluhy.case.wages import unpaid_insurance
from dluhy.dates import Span, whole_months
from dluhy.documents.fields import fact_values
from dluhy.facts.households import HOUSEHOLD_FACTS
from dluhy.household.benefits import Asked
from dluhy.household.benefits_substitute_maintenance import MaintenanceClaim
from dluhy.household.sheet import HouseholdSheet, Stated, sheet
from dluhy.household.upcoming import GivenDay

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    import polars as pl

    from dluhy.case.circle import CaseCircle
    from dluhy.case.model import Asset, Case
    from dluhy.case.payments import CaseDeduction
    from dluhy.case.wages import CaseWage, UnpaidInsurance
    from dluhy.law.pack import Pack

_ENDLESS: Final = 36_500  # days: a contract without an end does not end within a century
_HOMES: Final = frozenset({"real_estate", "other"})
"""Kinds of assets that a household can live in."""


@frozen(kw_only=True)
class CaseHousehold:
    """The household of a case: its picture, the net wages computed for it, and what was left out.

    `unsure` are people of whom nobody says whether they live there, `lapsed` places of incomes that ended before the
    others, `month` the month of the incomes, `uninsured` adults for whom nobody seems to pay health insurance,
    `elsewhere` people who live there and are assessed in another household.
    """

    sheet: HouseholdSheet
    wages: tuple[CaseWage, ...]
    unsure: tuple[str, ...]
    lapsed: tuple[int, ...]
    month: date | None
    uninsured: tuple[UnpaidInsurance, ...] = ()
    elsewhere: tuple[str, ...] = ()


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
        asked=_asked(case),
    )
    return CaseHousehold(
        sheet=sheet(found.circle, stated, pack),
        wages=wages,
        unsure=found.unsure,
        lapsed=found.lapsed,
        month=found.month,
        uninsured=unpaid_insurance(case, pack),
        elsewhere=found.elsewhere,
    )


def _deducted(case: Case, found: CaseCircle, deductions: Sequence[CaseDeduction], pack: Pack) -> int | None:
    """Return what is deducted from the incomes that are counted; None where something of it cannot be told.

    What is deducted from people outside the household is left out as their incomes are; beside them nobody can tell
    where an unnamed person's deduction belongs.
    """
    if case.enforcements == [] and not _in_relief(case):
        return 0
    in_budget = any(is_income(line) and not comes_once(line, pack) for line in case.budget or ())
    if in_budget or not (orders_told(case, pack) or _in_relief(case)):
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
        **facts_of_debts(case, rows, pack),
        **arrears_of(rows, told_of_all=case.debts is not None and case.budget is not None),
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


def _asked(case: Case) -> Asked:
    """Return what a case says that benefits need beside the people, incomes and the home."""
    home, situation = case.home or Home(), case.situation or Situation()
    needs = situation.emergency_needs
    return Asked(
        multiples=situation.multiple_birth,
        drawn=situation.parental_drawn,
        claims=_maintenance(case),
        needs=None if needs is None else frozenset(needs),
        home_threatened=home.home_threatened,
        specific_needs=situation.specific_needs,
        divorcing=situation.divorcing,
        not_obtainable=situation.home_not_obtainable,
    )


def _maintenance(case: Case) -> tuple[MaintenanceClaim, ...] | None:
    """Return what every child is owed in maintenance; None where the case says it of none."""
    children = [each for each in case.people or () if each.role == CHILD and each.id is not None]
    if all(each.maintenance_due is None for each in children):
        return None
    return tuple(_claim(each.id or UNKNOWN, each.maintenance_due or MaintenanceDue()) for each in children)


def _claim(child: str, due: MaintenanceDue) -> MaintenanceClaim:
    return MaintenanceClaim(
        child=child, title=due.title, monthly=due.monthly, paid=due.paid, enforced=due.enforced, payouts=due.payouts
    )


def _dates(case: Case) -> Iterable[GivenDay]:
    if case.home is not None and case.home.contract_until is not None and case.home.contract_until > case.as_of:
        yield GivenDay(code="tenancy_ends", when=Span(case.home.contract_until, case.home.contract_until))

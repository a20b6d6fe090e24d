"""What a household's obligations say of its debts: how much, to how many, since when, how many months of arrears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.case.owing import OVER
from dluhy.case.unknowns import total_of
from dluhy.law.amounts import known_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dluhy.case.model import Case
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


def facts_of_debts(case: Case, rows: Sequence[dict[str, Any]], pack: Pack) -> dict[str, Any]:
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


def arrears_of(rows: Iterable[dict[str, Any]], *, told_of_all: bool) -> dict[str, int | None]:
    """Return the facts that count months of arrears, each of the kind of obligation with the most; None not known."""
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

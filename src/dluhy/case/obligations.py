"""What the household of a case owes and pays, one row each: debts, arrears and running payments, for the triage."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.case.owing import DEBTOR, OVER
from dluhy.case.standing import childhood_answers, criminal_penalty, settled, settled_arrears
from dluhy.case.unknowns import id_of
from dluhy.dates import MONTHS_OF_A_YEAR, whole_months
from dluhy.deductions.sources import round_half_up
from dluhy.facts.households import OBLIGATION_FACTS
from dluhy.facts.schema import dtype_of
from dluhy.law.codes import codes_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from dluhy.case.model import BudgetLine, Case, Debt, Person
    from dluhy.law.pack import Pack

_PERSON: Final = "person"
_BASIS: Final = 10_000  # hundredths of a per cent
_PARTS_OF_MORTGAGE: Final = frozenset({"mortgage_interest"})  # told apart only to be counted into housing costs
_SHORTEST_MONTH: Final = 28  # days
_MANY_MONTHS: Final = 2
KEYS: Final = {
    "id": pl.String(), "name": pl.String(), "creditor": pl.String(), "creditor_kind": pl.String(),
    "balance": pl.Int64(), "debt": pl.String(), "debtor": pl.String(), "days_late": pl.Int64(),
}  # fmt: skip
"""What a row holds beside its facts."""


def obligations_of_case(case: Case, pack: Pack, judged: pl.DataFrame | None = None) -> pl.DataFrame:
    """Return a row per debt, then per budget line that is in arrears or vital, in their order.

    `judged` are the debts as the screening of childhood debts judged them, in the order of the document; without it a
    debt is known not to be contested only where its debtor was of age when it arose.

    Columns: `id`, `name` and `creditor` as the case has them, `creditor_kind` of a line whose creditor is not named,
    `balance` (haléře), `debt` (id of the debt, null of a budget line), `debtor`, `days_late`, and the facts of
    obligations; null is unknown.
    """
    kinds = _kinds(pack, "debts")
    rows = [_of_debt(debt, place, case, kinds, pack) for place, debt in enumerate(case.debts or ())]
    for row, contested in zip(rows, childhood_answers(case, pack, judged), strict=True):
        row["contested"] = contested
    rows += list(_of_budget(case, pack))
    members = pack.members
    base = {name: spec for name, spec in OBLIGATION_FACTS.items() if not spec.inputs and name != "as_of"}
    asked = {name: dtype_of(spec, members) for name, spec in base.items()}
    return pl.DataFrame(rows, schema=KEYS | asked, strict=False) if rows else pl.DataFrame(schema=KEYS | asked)


def _kinds(pack: Pack, of: str) -> dict[str, str]:
    """Return the kind of obligation of each kind of debt, or of each line of the budget."""
    terms = pack.vocabularies["obligation_kinds"].values()
    return {code: term.code for term in terms for code in term.more.get(of, ())}


def _of_debt(debt: Debt, place: int, case: Case, kinds: Mapping[str, str], pack: Pack) -> dict[str, Any]:
    creditor = debt.creditor
    due = debt.due_on
    overdue = None
    if due is not None and debt.balance is not None:
        late = None if due.last is None else due.last < case.as_of
        overdue = max(debt.balance, 0) if late else 0 if due.first is not None and due.first >= case.as_of else None
    enforced = _enforced(debt, case)
    if enforced and debt.balance is not None:
        overdue = max(debt.balance, 0)
    line = _line_in_arrears(debt, case)
    if line is not None and not enforced:
        overdue = line.arrears
    kind = None if debt.kind is None else kinds.get(debt.kind, "other")
    criminal = criminal_penalty(debt, pack)
    return {
        "id": id_of(debt, place),
        "name": None,
        "creditor": None if creditor is None else creditor.ico or creditor.name,
        "creditor_kind": None,
        "balance": debt.balance,
        "debt": debt.id,
        "debtor": debt.debtor or _only_debtor(case),
        "days_late": days_late(debt, case.as_of),
        "obligation_kind": _kind_of(debt, kind, criminal=criminal),
        "overdue": overdue,
        "overdue_months": _months_overdue(debt, case, line) if overdue or line is not None else None,
        "running": False,
        "of_former_home": debt.of_former_home,
        "enforced": enforced,
        "pledged": debt.secured,
        "criminal_penalty": criminal,
        "settled_in_insolvency": settled(debt, case),
        "informal": None if creditor is None or creditor.kind is None else creditor.kind == _PERSON,
        "state_insured": _state_insured(debt, case),
        "monthly_growth": _growth(debt),
    }


def _growth(debt: Debt) -> int | None:
    """Return by how many haléře a debt grows a month: as told, else by the interest told; None where nobody says."""
    if debt.monthly_growth is not None or debt.yearly_rate is None or debt.principal is None:
        return debt.monthly_growth
    return round_half_up(Fraction(debt.principal * debt.yearly_rate, _BASIS * MONTHS_OF_A_YEAR))


def _kind_of(debt: Debt, kind: str | None, *, criminal: bool | None) -> str | None:
    """Return the kind of obligation, told closer by what the case says of the debt."""
    if kind == "loan" and debt.secured:
        return "secured_loan"
    return "criminal_fine" if kind == "fine" and criminal else kind


def days_late(debt: Debt, on: date) -> int | None:
    """Return for how many days a debt has been overdue at least; None where its due day is not known."""
    if debt.due_on is None or debt.due_on.last is None:
        return None
    return max((on - debt.due_on.last).days, 0)


def _only_debtor(case: Case) -> str | None:
    debtors = [each.id for each in case.people or () if each.role in {DEBTOR, None}]
    return debtors[0] if len(debtors) == 1 else None


def _line_in_arrears(debt: Debt, case: Case) -> BudgetLine | None:
    """Return the line of the budget by which a debt is repaid, if something is owed on it."""
    lines = (line for line in case.budget or () if line.debt is not None and line.debt == debt.id)
    return next((line for line in lines if line.arrears or line.months_in_arrears), None)


def _months_overdue(debt: Debt, case: Case, line: BudgetLine | None) -> int | None:
    """Return for how many months a debt is owed: as its line says, else since its due day if that is known."""
    if line is not None:
        return line.months_in_arrears
    due = debt.due_on
    if due is None or due.first is None or due.first != due.last:
        return None
    return whole_months(due.first, case.as_of)


def _enforced(debt: Debt, case: Case) -> bool | None:
    if case.enforcements is None:
        return None
    if debt.id is None:
        return False if not case.enforcements else None
    about = [each for each in case.enforcements if each.debts is None or debt.id in each.debts]
    if any(each.debts is not None and each.status not in OVER for each in about):
        return True
    return None if any(each.status not in OVER for each in about) else False


def _state_insured(debt: Debt, case: Case) -> bool | None:
    person: Person | None = next((each for each in case.people or () if each.id == debt.debtor), None)
    return None if person is None else person.state_insured


def _of_budget(case: Case, pack: Pack) -> Iterator[dict[str, Any]]:
    lines, kinds = pack.vocabularies["budget_lines"], _kinds(pack, "budget")
    of_landlord = codes_with(
        pack, "obligation_kinds", "of_landlord"
    )  # one creditor, unless the supplier says otherwise
    for place, line in enumerate(case.budget or (), start=1):
        term, kind = lines.get(line.category or ""), kinds.get(line.category or "")
        vital = kind is not None and bool(pack.term("obligation_kinds", kind).more.get("vital"))
        vital = vital and not (line.category in _PARTS_OF_MORTGAGE and not line.arrears)
        owed = bool(line.arrears or line.months_in_arrears)
        if line.kind == "income" or line.debt is not None or not (vital or owed):
            continue
        running = term is None or not term.more.get("instalment", False)
        yield {
            "id": f"budget-{place}",
            "name": line.line,
            "creditor": line.supplier,
            "creditor_kind": kind if kind not in of_landlord else "rent",
            "balance": _overdue(line),
            "debt": None,
            "debtor": line.person,
            "days_late": _surely_late(line),
            "obligation_kind": kind or "other",
            "overdue": _overdue(line),
            "overdue_months": line.months_in_arrears,
            "running": running,
            "of_former_home": False if running else None,
            "enforced": False if case.enforcements is not None or not owed else None,
            "informal": False,
            "settled_in_insolvency": settled_arrears(line, case) if owed else False,
            "contested": False,
            "cut_off_announced": None if case.home is None or kind != "energy" else case.home.cut_off_notice,
            "notice_of_landlord": None if case.home is None or kind != "rent" else case.home.notice_given,
        }


def _surely_late(line: BudgetLine) -> int | None:
    """Return for how many days the oldest of several months owed has been overdue at least; None for a month or two."""
    months = line.months_in_arrears or 0
    return (months - 1) * _SHORTEST_MONTH if months > _MANY_MONTHS else None


def _overdue(line: BudgetLine) -> int | None:
    """Return what is owed on a line, haléře: nothing where no arrears are stated; None where only their months are."""
    return line.arrears if line.arrears is not None or line.months_in_arrears else 0

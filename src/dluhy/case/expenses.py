"""The budget of a case: its expenses as lines; what comes in stands apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.household.budget_lines import UNKNOWN, ExpenseLine
from dluhy.household.frequency import times_a_year

if TYPE_CHECKING:
    from dluhy.case.model import BudgetLine, Case
    from dluhy.law.pack import Pack

INCOME: Final = "income"


def is_income(line: BudgetLine) -> bool:
    """Return whether a line of the budget says what comes in: as it says itself, else by the kind it names."""
    if line.kind is not None:
        return line.kind == INCOME
    return line.income_kind is not None and line.category is None


def comes_once(line: BudgetLine, pack: Pack) -> bool:
    """Return whether a line of the budget is none of a month, because it is paid or comes only once."""
    return line.frequency is not None and times_a_year(line.frequency, pack) is None


def expenses_of(case: Case) -> tuple[ExpenseLine, ...] | None:
    """Return the expenses of a case in their order; None where no budget is stated."""
    if case.budget is None:
        return None
    return tuple(_expense(line) for line in case.budget if not is_income(line))


def _expense(line: BudgetLine) -> ExpenseLine:
    return ExpenseLine(
        category=line.category,
        amount=None if line.certainty == UNKNOWN else line.amount,
        frequency=line.frequency,
        text=line.line,
        arrears=line.arrears,
        months_in_arrears=line.months_in_arrears,
        supplier=line.supplier,
        certainty=line.certainty,
        proof=line.proof,
        comment=line.comment,
        person=line.person,
        debt=line.debt,
    )

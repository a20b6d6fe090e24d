"""What a household lives on beside its debtors' incomes, what it spends, what it pays on debts; haléře a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.case.payments import deductions_of_case
from dluhy.household.budget import INSTALMENTS
from dluhy.household.budget_flags import ONCE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from dluhy.case.household import CaseHousehold
    from dluhy.case.model import Case
    from dluhy.case.payments import CaseDeduction
    from dluhy.case.strategies_assumed import Assumptions
    from dluhy.household.budget import Budget, Expense
    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import DebtorIncome

_TAKEN: Final = frozenset({"enforcement_payment", "insolvency_payment"})
"""Kinds of expenses that are what is deducted, which is computed here."""
_MAINTENANCE: Final = "maintenance_paid"
_MONTHLY, _SEEMS = "social_assistance", "seems_entitled"


@frozen(kw_only=True)
class Living:
    """Incomes that nobody deducts from, expenses without instalments, the living minimum; None unknown.

    `maintenance` is the running maintenance among the expenses, `benefit` the least of a benefit that seems due and is
    not drawn.
    """

    other_income: int = 0
    expenses: int | None = None
    minimum: int | None = None
    maintenance: int = 0
    benefit: int = 0


def instalments_of(household: CaseHousehold | None) -> dict[str, int]:
    """Return what the budget pays on each debt a month, by the id of the debt."""
    found: dict[str, int] = {}
    for each in _listed(household):
        if each.line.debt is not None and each.monthly is not None:
            found[each.line.debt] = found.get(each.line.debt, 0) + each.monthly
    return found


def living_of(  # noqa: PLR0913 - what a household is told by
    case: Case,
    household: CaseHousehold | None,
    debtors: Sequence[DebtorIncome],
    people: Collection[str | None],
    own_debts: Collection[str],
    *,
    pack: Pack,
    assumed: Assumptions,
) -> Living:
    """Return what a household lives on; nothing of it is known where the case says nothing of a household.

    `debtors` are those compared, `people` their ids, `own_debts` the debts on which what is paid is an instalment.
    """
    if household is None:
        return Living()
    made = household.sheet.budget
    return Living(
        other_income=_other(case, household, debtors, people, pack, assumed),
        expenses=_expenses(made, own_debts, assumed),
        minimum=household.sheet.minimum.total,
        maintenance=sum(each.monthly or 0 for each in _kept(made, own_debts) if _runs(each)),
        benefit=_benefit(household),
    )


def _runs(each: Expense) -> bool:
    return each.line.category == _MAINTENANCE and each.line.debt is None and each.part != ONCE


def _benefit(household: CaseHousehold) -> int:
    """Return the least of the monthly benefit that seems due and is not drawn (those that are seem not), haléře."""
    seems = (each for each in household.sheet.benefits if each.benefit == _MONTHLY and each.seems == _SEEMS)
    return sum(each.least or 0 for each in seems)


def _other(  # noqa: PLR0913, PLR0917 - as `living_of`
    case: Case,
    household: CaseHousehold,
    debtors: Sequence[DebtorIncome],
    people: Collection[str | None],
    pack: Pack,
    assumed: Assumptions,
) -> int:
    """Return the known incomes beside those that are deducted from here, less what is deducted from other people's."""
    income = household.sheet.budget.income
    if not income.complete:
        assumed.add("other_income_partly")
    nets = sum(each.in_month(1) for each in debtors)
    others = {line.person for line in household.sheet.circle.incomes or () if line.person not in people}
    taken = _taken(deductions_of_case(case, pack), others - {None}, assumed) if others - {None} else 0
    return max(income.known - nets - taken, 0)


def _taken(found: Iterable[CaseDeduction], people: Collection[str | None], assumed: Assumptions) -> int:
    """Return what is deducted from some people's incomes of the last month in which any came."""
    last: dict[str, list[CaseDeduction]] = {}
    for each in found:
        if each.person in people:
            months = last.setdefault(each.person, [])
            last[each.person] = [*(other for other in months if other.month == each.month), each]
    latest = [each for months in last.values() for each in months]
    if any(each.deduction is None for each in latest):
        assumed.add("others_deducted_unknown")
    return sum(each.deduction.deducted for each in latest if each.deduction is not None)


def _expenses(made: Budget, own_debts: Collection[str], assumed: Assumptions) -> int | None:
    """Return the monthly expenses without instalments on the debts compared; None where no budget is stated."""
    if made.expenses_listed == () and not made.expenses.complete:
        return None
    kept = _kept(made, own_debts)
    monthly = [each for each in kept if each.part != ONCE]
    if any(each.monthly is None for each in monthly):
        assumed.add("expenses_partly")
    if any(each.part == INSTALMENTS and each.line.debt is None for each in monthly):
        assumed.add("instalments_of_nothing")
    return sum(each.monthly or 0 for each in monthly)


def _kept(made: Budget, own_debts: Collection[str]) -> list[Expense]:
    """Return the expenses that are neither instalments on the debts compared nor what is deducted."""
    return [
        each for each in made.expenses_listed
        if (each.line.debt is None or each.line.debt not in own_debts) and each.line.category not in _TAKEN
    ]  # fmt: skip


def _listed(household: CaseHousehold | None) -> tuple[Expense, ...]:
    return () if household is None else household.sheet.budget.expenses_listed

"""The budget of a household line by line: as it was stated and a month, what it counts for, what proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.case.payments import UNKNOWN
from dluhy.household.budget_flags import ONCE
from dluhy.household.line_uses import uses_of_expense, uses_of_income
from dluhy.money import to_decimal_string
from dluhy.report.household_teller import Amount, of_both, of_bounds

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dluhy.household.budget import Budget, Expense, Income
    from dluhy.household.line_uses import Use
    from dluhy.household.model import Circle, IncomeEntry
    from dluhy.report.household_teller import HouseholdTeller

INCOME, EXPENSE = "income", "expense"
_PARTS: Final = "budget_parts"
_UNSORTED: Final = "unsorted"


@frozen
class UseReport:
    """A benefit that looks at a line, or does not; `counts` null: that is not known."""

    benefit: str
    label: str
    counts: bool | None


@frozen
class EntryReport:
    """What was stated: the amount (net of an income) and how often, or the days it is for; null is unknown.

    `proof` and `certainty` are codes of `proofs` and `certainties`; `proven` is whether something beside the client's
    word proves it, null where nobody says what.
    """

    said: str | None
    amount: str | None
    gross: str | None
    frequency: str | None
    frequency_label: str | None
    since: str | None
    until: str | None
    proof: str | None
    proof_label: str | None
    proven: bool | None
    certainty: str | None
    certainty_label: str | None
    comment: str | None


@frozen
class RowReport:
    """One line of the budget. `side` is income or expense, `code` a kind of income or of expense, null if not sorted.

    `monthly` is the amount a month, null of what comes or is paid once. `treatment` says of an income what a deduction
    may do with it; `part` and `fixed` say of an expense where it belongs and whether a contract or a duty says how much
    (null: not sorted). `payer` is who pays an income, or to whom an expense is paid.
    """

    side: str
    code: str | None
    label: str
    person: str | None
    payer: str | None
    once: bool
    monthly: Amount | None
    entries: tuple[EntryReport, ...]
    treatment: str | None
    treatment_label: str | None
    part: str | None
    part_label: str | None
    fixed: bool | None
    uses: tuple[UseReport, ...]
    arrears: str | None
    months_in_arrears: int | None
    debt: str | None


def row_reports(budget: Budget, circle: Circle, tell: HouseholdTeller) -> tuple[RowReport, ...]:
    """Return every line of a budget: incomes of the month, expenses, each with those of once after them."""
    incomes = sorted(budget.incomes, key=lambda each: each.once)
    expenses = sorted(budget.expenses_listed, key=lambda each: each.part == ONCE)
    of_incomes = (_income(each, uses_of_income(each.line, circle, tell.pack), tell) for each in incomes)
    return (*of_incomes, *(_expense(each, uses_of_expense(each, circle, tell.pack), tell) for each in expenses))


def _income(income: Income, uses: Iterable[Use], tell: HouseholdTeller) -> RowReport:
    line, treatment = income.line, income.treatment
    return RowReport(
        side=INCOME,
        code=line.kind,
        label=tell.say("house-income-unknown") if line.kind is None else tell.term("income_kinds", line.kind),
        person=known_name(line.person),
        payer=known_name(line.payer),
        once=income.once,
        monthly=None if income.once else of_both(income.within),
        entries=tuple(_entry(each, tell) for each in line.entries),
        treatment=treatment,
        treatment_label=None if treatment is None else tell.term("income_treatments", treatment),
        part=None,
        part_label=None,
        fixed=None,
        uses=_uses(uses, tell),
        arrears=None,
        months_in_arrears=None,
        debt=None,
    )


def _expense(expense: Expense, uses: Iterable[Use], tell: HouseholdTeller) -> RowReport:
    line, once = expense.line, expense.part == ONCE
    return RowReport(
        side=EXPENSE,
        code=line.category,
        label=tell.term(_PARTS, _UNSORTED) if line.category is None else tell.term("budget_lines", line.category),
        person=line.person,
        payer=line.supplier,
        once=once,
        monthly=None if once else of_bounds(expense.monthly, expense.monthly),
        entries=(_stated(expense, tell),),
        treatment=None,
        treatment_label=None,
        part=expense.part,
        part_label=tell.term(_PARTS, expense.part),
        fixed=None if expense.term is None else bool(expense.says("fixed")),
        uses=_uses(uses, tell),
        arrears=_decimal(line.arrears),
        months_in_arrears=line.months_in_arrears,
        debt=line.debt,
    )


def _uses(uses: Iterable[Use], tell: HouseholdTeller) -> tuple[UseReport, ...]:
    return tuple(UseReport(use.benefit, tell.term("benefits", use.benefit), use.counts) for use in uses)


def _entry(entry: IncomeEntry, tell: HouseholdTeller) -> EntryReport:
    period = entry.period
    return EntryReport(
        said=entry.text,
        amount=_decimal(entry.net),
        gross=_decimal(entry.gross),
        frequency=entry.frequency,
        frequency_label=_label("frequencies", entry.frequency, tell),
        since=None if period is None else _day(period.first),
        until=None if period is None else _day(period.last),
        proof=entry.proof,
        proof_label=_label("proofs", entry.proof, tell),
        proven=None if entry.proof is None else bool(tell.pack.term("proofs", entry.proof).more["proves"]),
        certainty=entry.certainty,
        certainty_label=_label("certainties", entry.certainty, tell),
        comment=entry.comment,
    )


def _stated(expense: Expense, tell: HouseholdTeller) -> EntryReport:
    line = expense.line
    return EntryReport(
        said=line.text,
        amount=_decimal(line.amount),
        gross=None,
        frequency=line.frequency,
        frequency_label=_label("frequencies", line.frequency, tell),
        since=None,
        until=None,
        proof=line.proof,
        proof_label=_label("proofs", line.proof, tell),
        proven=expense.proven,
        certainty=line.certainty,
        certainty_label=_label("certainties", line.certainty, tell),
        comment=line.comment,
    )


def known_name(name: str | None) -> str | None:
    """Return a name, None for the mark of an unknown one."""
    return None if name == UNKNOWN else name


def _label(vocabulary: str, code: str | None, tell: HouseholdTeller) -> str | None:
    return None if code is None else tell.term(vocabulary, code)


def _decimal(halere: int | None) -> str | None:
    return None if halere is None else to_decimal_string(halere)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

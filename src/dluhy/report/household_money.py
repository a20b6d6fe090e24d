"""What comes into a household, goes out and is left, line by line, with net wages computed from gross ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.money import to_decimal_string
from dluhy.report.household_flow import PARTS
from dluhy.report.household_rows import RowReport, known_name, row_reports
from dluhy.report.household_teller import Amount, Grounds, HouseholdTeller, Note, of_both, of_bounds, of_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.case.wages import CaseWage
    from dluhy.household.budget import Budget, Income
    from dluhy.household.model import Circle
    from dluhy.household.net_wage import NetWage

ONCE: Final = "once"


@frozen
class LineReport:
    """One line of the budget: what it is, whose, and the amount a month."""

    code: str | None
    label: str
    person: str | None
    payer: str | None
    amount: Amount


@frozen
class WageReport:
    """A net wage computed from gross ones, with the tax bonus beside it, or why it cannot be computed."""

    person: str | None
    month: str | None
    gross: str | None
    net: Amount | None
    bonus: Amount | None
    questions: tuple[str, ...]
    notes: tuple[Note, ...]
    assumed: tuple[str, ...]
    grounds: Grounds | None
    why_not: tuple[str, ...]


@frozen
class MoneyReport:
    """The month of a household. `parts` add up to the expenses, `groups` divide them in another way.

    `rows` are all lines one by one, also those of once, with what each counts for and what proves it.
    """

    incomes: tuple[LineReport, ...]
    income: Amount
    income_once: Amount
    deducted: Amount
    parts: tuple[LineReport, ...]
    groups: tuple[LineReport, ...]
    expenses: Amount
    expenses_once: Amount
    arrears: Amount
    before_instalments: Amount
    left: Amount
    wages: tuple[WageReport, ...]
    notes: tuple[Note, ...]
    rows: tuple[RowReport, ...]


def money_report(budget: Budget, circle: Circle, wages: Iterable[CaseWage], tell: HouseholdTeller) -> MoneyReport:
    """Return the budget of a household with the net wages computed for it."""
    return MoneyReport(
        incomes=tuple(_income(income, tell) for income in budget.incomes if not income.once),
        income=_income_sum(budget),
        income_once=of_sum(budget.income_once),
        deducted=of_sum(budget.deducted),
        parts=tuple(_parts(budget, tell)),
        groups=tuple(_groups(budget, tell)),
        expenses=of_sum(budget.expenses),
        expenses_once=of_sum(budget.parts[ONCE]),
        arrears=of_sum(budget.arrears),
        before_instalments=of_both(budget.before_instalments),
        left=of_both(budget.left),
        wages=tuple(_wage(each, tell) for each in wages),
        notes=tuple(tell.noted("budget_flags", flag) for flag in budget.flags),
        rows=row_reports(budget, circle, tell),
    )


def _income(income: Income, tell: HouseholdTeller) -> LineReport:
    line = income.line
    label = tell.say("house-income-unknown") if line.kind is None else tell.term("income_kinds", line.kind)
    return LineReport(
        code=line.kind,
        label=label,
        person=known_name(line.person),
        payer=known_name(line.payer),
        amount=of_both(income.within),
    )


def _income_sum(budget: Budget) -> Amount:
    """Return the sum of the incomes; at least nothing is not worth telling."""
    within = budget.income_within
    return of_both(within) if within.least or within.most is not None else Amount(None, None)


def _parts(budget: Budget, tell: HouseholdTeller) -> Iterator[LineReport]:
    """Yield the parts of the month that say something; a part is open where one of its own lines is not known."""
    unknown = {expense.part for expense in budget.unknown}
    told = budget.expenses.complete or bool(budget.expenses_listed)
    for part in PARTS:
        known = budget.parts[part].known
        if part == "unsorted" and not known and part not in unknown:
            continue
        amount = to_decimal_string(known)
        least = amount if told and (known or part not in unknown) else None
        most = amount if told and part not in unknown else None
        yield LineReport(part, tell.term("budget_parts", part), None, None, Amount(least, most))


def _groups(budget: Budget, tell: HouseholdTeller) -> Iterator[LineReport]:
    """Yield the groups in which something is spent, or may be."""
    unknown = {expense.says("group") for expense in budget.unknown}
    for group, spent in budget.groups.items():
        if spent.known or group in unknown:
            amount = to_decimal_string(spent.known)
            bounds = Amount(amount if spent.known else None, None if group in unknown else amount)
            yield LineReport(group, tell.term("budget_groups", group), None, None, bounds)


def _wage(found: CaseWage, tell: HouseholdTeller) -> WageReport:
    month = None if found.month is None else f"{found.month:%Y-%m}"
    wage = found.wage
    if wage is None:
        why = tuple(each.cs if tell.language == "cs" else each.en for each in found.problems)
        return WageReport(known_name(found.person), month, None, None, None, (), (), (), None, why)
    return WageReport(
        person=known_name(found.person),
        month=month,
        gross=to_decimal_string(wage.gross),
        net=_net(wage),
        bonus=_bonus(wage),
        questions=tuple(tell.ask(code) for code in wage.questions),
        notes=tuple(tell.noted("payroll_flags", flag) for flag in wage.flags),
        assumed=tuple(tell.term("payroll_assumptions", code) for code in wage.assumed),
        grounds=tell.grounds((cite for step in wage.steps for cite in step.cites), wage.evidence),
        why_not=(),
    )


def _net(wage: NetWage) -> Amount:
    return of_bounds(wage.least, wage.most) if wage.net is None else of_bounds(wage.net, wage.net)


def _bonus(wage: NetWage) -> Amount | None:
    if wage.bonus is None:
        return of_bounds(wage.bonus_least, wage.bonus_most)
    return of_bounds(wage.bonus, wage.bonus) if wage.bonus else None

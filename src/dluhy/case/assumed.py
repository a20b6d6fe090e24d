"""What a case leaves out and only one answer fits: whose an income is, who pays a bonus, where an order lies.

All results of a case are computed from the same completed document, so that no two of them read it differently; every
completion is told (`assumptions_of`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from dluhy.case.expenses import is_income
from dluhy.case.model import Order
from dluhy.case.owing import DEBTOR, OVER, owed_by
from dluhy.deductions.business import LIKE_WAGE
from dluhy.deductions.incomes import treatment
from dluhy.documents.decoding import pointer
from dluhy.law.codes import codes_with
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from dluhy.case.model import BudgetLine, Case, Enforcement, Income
    from dluhy.law.pack import Pack

CHILD: Final = "child"
TAX_BONUS: Final = "tax_bonus"
_CHILDS: Final = "childs"
_NOT_ENFORCED: Final = "none"
_Line = TypeVar("_Line", "Income", "BudgetLine")


def with_incomes(case: Case, pack: Pack) -> Case:
    """Return the case with the incomes of nobody named as those of the only debtor, and each bonus at its wage.

    A debtor is the only one where no other adult is named; what may be a child's stays without a person. A tax
    bonus without a payer, a month or a day is paid with the last wage of the person if all wages come from one payer.
    """
    only = only_debtor(case)
    childs = _childs(case, pack)
    incomes = case.incomes
    if incomes is not None and only is not None:
        incomes = [each if each.kind in childs else _of(each, only) for each in incomes]
    changes: dict[str, object] = {}
    if incomes is not None:
        changes["incomes"] = [_with_wage(each, incomes, pack) for each in incomes]
    if case.budget is not None and only is not None:
        changes["budget"] = [
            _of(line, only) if is_income(line) and line.income_kind not in childs else line for line in case.budget
        ]
    return case.model_copy(update=changes) if changes else case


def _childs(case: Case, pack: Pack) -> frozenset[str]:
    """Return the kinds of income that may be a child's: nobody else's by law, or a pension where there is a child."""
    kinds = pack.vocabularies["income_kinds"]
    own = {code for code, term in kinds.items() if term.more.get("treatment") == _CHILDS}
    children = any(each.role == CHILD for each in case.people or ())
    return frozenset(own | (codes_with(pack, "income_kinds", "pension") if children else set()))


def only_debtor(case: Case) -> str | None:
    """Return the debtor beside whom no other living adult is named; None where there is none such."""
    adults = [each for each in case.people or () if each.role != CHILD and each.died_on is None]
    return adults[0].id if len(adults) == 1 and adults[0].role == DEBTOR else None


def with_orders(case: Case, pack: Pack) -> Case:
    """Return the case with an order to the only payer for each running enforcement of which nobody tells its orders.

    It is made where the debtor has one payer from whose payments is deducted; it ranks by the beginning of the
    enforcement. An order without a day ranks likewise. In running debt relief the trustee is paid, and nothing is made.
    """
    if not case.enforcements or _in_relief(case):
        return case
    orders = [_orders(case, each, pack) for each in case.enforcements]
    pairs = zip(case.enforcements, orders, strict=True)
    made = [each if new is None else each.model_copy(update={"orders": new}) for each, new in pairs]
    return case.model_copy(update={"enforcements": made})


def orders_assumed(case: Case, pack: Pack) -> tuple[int, ...]:
    """Return the places of the enforcements whose orders are taken for granted, or the days of them."""
    made = with_orders(case, pack).enforcements or ()
    pairs = zip(case.enforcements or (), made, strict=True)
    return tuple(place for place, (told, each) in enumerate(pairs) if told.orders != each.orders)


def assumptions_of(case: Case, pack: Pack) -> tuple[Problem, ...]:
    """Return what is taken for granted of the incomes and orders of a case, each with its place in the document."""
    law = pack.whole or pack
    joined = with_incomes(case, law)
    return (*_of_incomes(case, joined), *_of_orders(joined, law))


def _of(line: _Line, only: str) -> _Line:
    return line if line.person is not None else line.model_copy(update={"person": only})


def _with_wage(bonus: Income, incomes: Iterable[Income], pack: Pack) -> Income:
    """Return a tax bonus with what it leaves out told by the wage that it is paid with; any other income as it is."""
    if bonus.kind != TAX_BONUS or None not in {bonus.payer, bonus.period, bonus.paid_on}:
        return bonus
    employments = codes_with(pack, "income_kinds", "employment")
    wages = [each for each in incomes if each.kind in employments and each.person == bonus.person]
    if len({each.payer for each in wages}) != 1:
        return bonus
    same = [each for each in wages if bonus.period in {None, each.period}]
    last = max(same, key=lambda each: (each.period is not None, _begins(each)), default=None)
    told = {"payer": bonus.payer or wages[0].payer}
    if last is not None:
        told |= {name: getattr(bonus, name) or getattr(last, name) for name in ("period", "paid_on")}
    return bonus.model_copy(update=told)


def _begins(income: Income) -> str:
    first = None if income.period is None else income.period.first
    return "" if first is None else first.isoformat()


def _orders(case: Case, each: Enforcement, pack: Pack) -> list[Order] | None:
    """Return the orders of an enforcement with what is taken for granted; None where nothing is."""
    if each.status in OVER or each.kind == _NOT_ENFORCED:
        return None
    if each.orders is not None:
        dated = [
            order.model_copy(update={"delivered_on": order.delivered_on or _rank(case, each)}) for order in each.orders
        ]
        return dated if dated != each.orders else None
    payers = _payers(case, each, pack)
    return [Order(payer=payers.pop(), delivered_on=_rank(case, each))] if len(payers) == 1 else None


def _rank(case: Case, each: Enforcement) -> date | None:
    """Return the day by which an order ranks where its service is not told: the last on which it may have begun."""
    last = None if each.began_on is None else each.began_on.last
    return None if last is None else min(last, case.as_of)


def _payers(case: Case, each: Enforcement, pack: Pack) -> set[str | None]:
    """Return who pays what is deducted from to the debtor of an enforcement; nobody where whose it is is not told."""
    known = {debt.id: debt for debt in case.debts or ()}
    if not each.debts or any(name not in known for name in each.debts):
        return set()
    people = [each.id for each in case.people or () if each.id is not None and each.role != CHILD]
    people += [debt.debtor for debt in case.debts or () if debt.debtor is not None and debt.debtor not in people]
    owing = {name for name in people for debt in each.debts if owed_by(known[debt], name, case)}
    owing &= {name for name in people if _is_debtor(case, name)} or owing
    if len(owing) != 1:
        return set()
    own = [income for income in case.incomes or () if income.person in owing]
    return {income.payer for income in own if _may_be_deducted_from(income, case.as_of, pack)}


def _is_debtor(case: Case, name: str) -> bool:
    return any(each.id == name and each.role == DEBTOR for each in case.people or ())


def _may_be_deducted_from(income: Income, on: date, pack: Pack) -> bool:
    if income.kind is None:
        return True
    try:
        found = treatment(income.kind, on, pack)
    except InputError:
        return True
    return found.code == LIKE_WAGE or not found.decided


def _in_relief(case: Case) -> bool:
    insolvencies = (None if case.history is None else case.history.insolvencies) or ()
    return any(each.running and each.relief_by_instalments for each in insolvencies)


def _of_incomes(case: Case, joined: Case) -> Iterator[Problem]:
    of_incomes = zip(case.incomes or (), joined.incomes or (), strict=True)
    of_budget = zip(case.budget or (), joined.budget or (), strict=True)
    yield from _persons("incomes", ((before.person, after.person) for before, after in of_incomes))
    yield from _persons("budget", ((before.person, after.person) for before, after in of_budget))
    for place, (bonus, paid) in enumerate(zip(case.incomes or (), joined.incomes or (), strict=True)):
        if (bonus.payer, bonus.period, bonus.paid_on) != (paid.payer, paid.period, paid.paid_on):
            cs = "není uvedeno, kdo a kdy daňový bonus vyplatil; předpoklad: jediný zaměstnavatel s poslední mzdou"
            en = "who paid the tax bonus and when is not told; assumed: the only employer with the last wage"
            yield Problem("bonus_payer_assumed", pointer(("incomes", place, "payer")), cs, en)


def _persons(name: str, pairs: Iterable[tuple[str | None, str | None]]) -> Iterator[Problem]:
    for place, (told, made) in enumerate(pairs):
        if told != made:
            cs = f"není uvedeno, čí je příjem; předpoklad: dlužníka ({made})"
            en = f"whose income it is is not told; assumed: the debtor’s ({made})"
            yield Problem("person_assumed", pointer((name, place, "person")), cs, en)


def _of_orders(case: Case, pack: Pack) -> Iterator[Problem]:
    for place in orders_assumed(case, pack):
        if (case.enforcements or [])[place].orders is None:
            cs = (
                "není uvedeno, komu a kdy byl doručen příkaz ke srážkám; "
                "předpoklad: jedinému plátci příjmu a s pořadím podle začátku exekuce"
            )
            en = (
                "on whom and when an order to deduct was served is not told; "
                "assumed: on the only payer, ranked by the beginning of the enforcement"
            )
        else:
            cs = "není uvedeno, kdy byl příkaz ke srážkám doručen; předpoklad: pořadí podle začátku exekuce"
            en = "when the order to deduct was served is not told; assumed: ranked by the beginning of the enforcement"
        yield Problem("orders_assumed", pointer(("enforcements", place, "orders")), cs, en)

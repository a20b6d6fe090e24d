"""What interest runs on a debt of a case: as told, else the statutory one where the law gives it, else assumed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from dluhy.case.relief_claims import beside_principal
from dluhy.deductions.interest import default_interest
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from fractions import Fraction

    from dluhy.case.model import Debt
    from dluhy.case.strategies_assumed import Assumptions
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

_INTEREST: Final = "strategy_interest"
_BASIS: Final = 10_000
_KORUNA: Final = 100  # haléře; a rate does not depend on the principal


def rate_of(
    debt: Debt | None, row: Mapping[str, Any], as_of: date, pack: Pack, assumed: Assumptions
) -> int | Fraction | None:
    """Return the yearly interest of a debt in basis points; None where the statutory rate of the day is not known.

    `row` is its obligation; `debt` is None for arrears of a line of the budget.
    """
    if debt is not None and debt.yearly_rate is not None:
        return debt.yearly_rate
    name, term = row["id"], _term(debt, pack)
    if not term.more["default"]:
        assumed.add("rate_none", debt=name)
        return 0
    due = None if debt is None else debt.due_on
    if due is not None and due.first is not None and due.first >= as_of:
        assumed.add("rate_not_due", debt=name)
        return 0
    exact = due is not None and due.first is not None and due.first == due.last
    since = as_of if due is None or due.last is None else min(due.last, as_of)
    rate = _default_rate(since, as_of, pack)
    if rate is None and since < as_of:
        exact, since, rate = False, as_of, _default_rate(as_of, as_of, pack)
    if rate is not None:
        if not exact:
            assumed.add("rate_of_today", debt=name, rate=round(rate), day=since.isoformat())
        elif term.more["by_law"]:
            assumed.add("rate_by_law", debt=name, rate=round(rate))
        if not term.more["by_law"]:
            assumed.add("rate_as_default", debt=name, rate=round(rate))
    return rate


def _term(debt: Debt | None, pack: Pack) -> Term:
    terms = pack.vocabularies[_INTEREST].values()
    kind = None if debt is None else debt.kind
    group = None if kind is None else pack.term("debt_kinds", kind).more["group"]
    return next((term for term in terms if group in term.more["groups"]), pack.term(_INTEREST, "private"))


def _default_rate(due_on: date, as_of: date, pack: Pack) -> Fraction | None:
    """Return the yearly rate of default interest that runs on a day, in basis points; None where it is not known."""
    day = max(as_of, due_on + timedelta(days=1))
    try:
        found = default_interest(_KORUNA, due_on=due_on, until=day, since=day, due_by_period=False, pack=pack)
    except InputError:
        return None
    return found.segments[-1].annual_rate * _BASIS


def principal_of(debt: Debt | None, name: str, balance: int, costs: int, assumed: Assumptions) -> int:
    """Return the part of a balance that bears interest, haléře: as told, else what accessories leave of it."""
    if debt is None:
        return balance - costs
    if debt.principal is not None:
        return min(debt.principal, balance - costs)
    beside = beside_principal(debt)
    if not beside or beside > balance:
        assumed.add("all_principal", debt=name)
        return balance - costs
    penalty = debt.contractual_penalty or 0
    return balance - max(beside - penalty, costs) - penalty

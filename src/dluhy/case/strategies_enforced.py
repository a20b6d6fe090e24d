"""What stands behind an enforced debt of a case: orders to deduct with their rank, and costs still to come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.case.owing import OVER
from dluhy.case.payments import UNKNOWN
from dluhy.deductions.claims import ranked
from dluhy.deductions.executor_costs import executor_costs
from dluhy.deductions.model import Claim
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from dluhy.case.model import Case, Debt, Enforcement
    from dluhy.case.strategies_assumed import Assumptions
    from dluhy.dates import Span
    from dluhy.law.pack import Pack

TAX: Final = "tax"
_ONE_DAY: Final = timedelta(days=1)


@frozen(kw_only=True)
class Enforced:
    """How a debt is enforced; `taking` says whether something is deducted for it, `costs` are haléře, None unknown."""

    taking: bool
    delivered_on: date | None = None
    began_on: date | None = None
    order: str | None = None
    priority: bool | None = None
    enforcement: str | None = None
    costs: int | None = 0


@frozen(kw_only=True)
class Desk:
    """What ranks and costs are read from: `payers` are those of the debtor, None unknown; `owed` sums by debt."""

    case: Case
    first: date
    payers: Collection[str] | None
    owed: Mapping[str, int]
    pack: Pack
    assumed: Assumptions

    def of(self, debt: Debt, kind: str | None) -> Enforced:
        """Return how a debt is enforced, which is known to be."""
        running = [(place, each) for place, each in enumerate(self.case.enforcements or (), 1) if _about(each, debt)]
        ranks = [(self._rank(each, debt), place, each) for place, each in running if self._takes(each)]
        costs = [self._costs(each, debt) for _, each in running]
        whole = None if None in costs else sum(cost or 0 for cost in costs)
        if not ranks:
            self.assumed.add("not_in_orders", debt=_name(debt))
            return Enforced(taking=False, costs=whole)
        day, place, each = min(ranks, key=lambda rank: rank[:2])
        began, order = _exact(each.began_on), each.id or str(place)
        return Enforced(
            taking=True, delivered_on=day, began_on=began, order=order, costs=whole, enforcement=each.kind,
            priority=self._priority(debt, kind, began),
        )  # fmt: skip

    def _takes(self, each: Enforcement) -> bool:
        orders = each.orders
        return orders is None or any(
            order.payer is None or not self.payers or order.payer in self.payers for order in orders
        )

    def _rank(self, each: Enforcement, debt: Debt) -> date:
        """Return the day that decides the rank: of the service of an order, else of the beginning, else the last."""
        if each.orders is None:
            self.assumed.add("orders_untold", debt=_name(debt))
        days = [
            order.delivered_on for order in each.orders or ()
            if order.delivered_on is not None and (not self.payers or order.payer in {None, *self.payers})
        ]  # fmt: skip
        last = self.first - _ONE_DAY
        if days:
            return min(*days, last)
        began = None if each.began_on is None else each.began_on.last
        if began is None:
            self.assumed.add("rank_last", debt=_name(debt))
            return last
        self.assumed.add("rank_by_beginning", debt=_name(debt))
        return min(began, last)

    def _priority(self, debt: Debt, kind: str | None, began: date | None) -> bool | None:
        """Return nothing where the kind says whether a claim has priority, else that it has none."""
        problems: list[Any] = []
        found = ranked([Claim(id=_name(debt), kind=kind, began_on=began)], self.first, self.pack, problems)
        if not any(each.assumed for each in found):
            return None
        self.assumed.add("no_priority", debt=_name(debt))
        return False

    def _costs(self, each: Enforcement, debt: Debt) -> int | None:
        """Return the debt's part of what an enforcement still costs; of several debts it is divided by what is owed."""
        if each.kind == TAX:
            self.assumed.add("executor_costs_none", debt=_name(debt))
            return 0
        names = [name for name in each.debts or () if name in self.owed]
        owed = [self.owed[name] for name in names]
        most = _most(sum(owed) + (each.recovered or 0), _exact(each.began_on), self.pack)
        if most is None or not sum(owed):
            return most
        part = _part(most, owed, names.index(_name(debt))) if _name(debt) in names else 0
        self.assumed.add("executor_costs_most", debt=_name(debt), amount=part)
        return part


def _most(claim: int, began: date | None, pack: Pack) -> int | None:
    try:
        return executor_costs(claim=claim, recovered=None, began_on=began, authorised_on=None, pack=pack).most
    except InputError:
        return None


def _part(whole: int, owed: Sequence[int], place: int) -> int:
    """Return one part of a sum divided by what is owed; the parts add up to it."""
    total, before = sum(owed), sum(owed[:place])
    return whole * (before + owed[place]) // total - whole * before // total


def _about(each: Enforcement, debt: Debt) -> bool:
    return each.status not in OVER and debt.id is not None and debt.id in (each.debts or ())


def _exact(span: Span | None) -> date | None:
    return span.first if span is not None and span.first == span.last else None


def _name(debt: Debt) -> str:
    return debt.id or UNKNOWN

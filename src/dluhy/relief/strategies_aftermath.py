"""What happens after debt relief to the debts that outlive it: they are paid on until nothing is owed any more.

Source: § 414, 416 IZ for what a discharge does not cover; § 398 odst. 4, § 409 odst. 4 IZ for secured debts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from dluhy.relief.claims import RUNNING
from dluhy.relief.strategies_course import Way, course
from dluhy.relief.strategies_deductions import Deductions
from dluhy.relief.strategies_model import StrategyClaim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dluhy.law.pack import Pack
    from dluhy.relief.projection_values import Projection
    from dluhy.relief.strategies_calendar import Slot
    from dluhy.relief.strategies_ledger import Account
    from dluhy.relief.strategies_model import StrategyInput
    from dluhy.relief.strategies_values import StrategyMonth

TRUSTEE: Final = "insolvency_trustee"


@frozen
class Aftermath:
    """The months after the last instalment; `left` is what is still owed at their end of what surely outlives it."""

    months: tuple[StrategyMonth, ...] = ()
    left: int = 0


def aftermath(
    state: StrategyInput, found: Projection, kept: Mapping[str, Account], slots: Sequence[Slot], pack: Pack
) -> Aftermath:
    """Return how the debts that outlive debt relief are paid from what is deducted and left; nothing if there are none.

    What may outlive it stays owed beside them. `kept` are the accounts of secured debts paid beside debt relief.
    """
    claims = tuple(_surviving(state, found, kept))
    if not claims:
        return Aftermath()
    after = [slot for slot in slots if slot.first > found.months[-1].first]
    paid = course(
        evolve(state, claims=claims), Way(None, pays=state.expenses is not None), after, Deductions(pack), pack
    )
    unclear = sum(each.rest for each in found.surviving if each.survives == "unclear" and each.rank != RUNNING)
    months = [evolve(month, remaining=month.remaining + unclear) for month in paid.months]
    costs = sum(claim.executor_costs or 0 for claim in claims)
    if months:
        months[0] = evolve(months[0], accrued=months[0].accrued + costs)
    return Aftermath(tuple(months), sum(account.total for account in paid.accounts))


def _surviving(state: StrategyInput, found: Projection, kept: Mapping[str, Account]) -> Iterator[StrategyClaim]:
    names = {claim.relief_id or claim.id: claim for claim in state.claims or ()}
    outliving = {each.id for each in found.surviving if each.survives == "yes"}
    for each in found.claims:
        rest = each.rest if each.id in outliving or each.rank == RUNNING else 0
        if each.id in kept:
            yield from _on(kept[each.id])
        elif rest + each.secured_rest:
            yield _claim(names.get(each.id), each.id, rest + each.secured_rest)
    owed = found.trustee.owed + found.trustee.by_state
    if owed:
        yield _claim(None, TRUSTEE, owed)


def _on(account: Account) -> Iterator[StrategyClaim]:
    """Yield a secured debt as it goes on, unless it was paid off."""
    if account.total:
        yield evolve(
            account.claim, balance=account.total, principal=account.principal, costs=account.costs, drop=None,
            penalty_left=account.penalty_left, executor_costs=account.executor,
        )  # fmt: skip


def _claim(before: StrategyClaim | None, name: str, rest: int) -> StrategyClaim:
    """Return what is left of a debt; its enforcement goes on with the costs that fall on the rest."""
    if before is None:
        return StrategyClaim(id=name, balance=rest, yearly_rate=0, enforced=False)
    enforced = bool(before.enforced and before.delivered_on is not None and not before.running)
    principal = None if before.principal is None else min(before.principal, rest)
    costs = (before.executor_costs or 0) * min(rest, before.balance or 0) // max(before.balance or 0, 1)
    return evolve(
        before, balance=rest, principal=principal, costs=0, yearly_rate=before.yearly_rate or 0, drop=None,
        enforced=enforced, executor_costs=costs if enforced else None, penalty_monthly=0, kept=False,
        kind=None if before.running else before.kind,
    )  # fmt: skip

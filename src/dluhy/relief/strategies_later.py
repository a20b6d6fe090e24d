"""Debt relief from the day on which a bar of time ends: the debts as they would be then (§ 395 odst. 3 to 5 IZ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.dates import months_between, months_on
from dluhy.law.amounts import known_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import ReliefClaim, ReliefInput
    from dluhy.relief.projection_values import Projection
    from dluhy.relief.strategies_calendar import Slot
    from dluhy.relief.strategies_course import Course
    from dluhy.relief.strategies_ledger import Account
    from dluhy.relief.strategies_model import StrategyInput

LATER: Final = "relief_later"


def later_possible(state: StrategyInput) -> bool:
    """Return whether debt relief is barred until a day that is known and comes after the first month."""
    day = state.relief_from
    return state.relief is not None and day is not None and months_between(state.from_month, day) > 0


def until(state: StrategyInput, slots: Sequence[Slot]) -> Sequence[Slot]:
    """Return the months before the one in which a petition may be filed."""
    day = state.relief_from
    return () if day is None else [slot for slot in slots if slot.first < day.replace(day=1)]


def relief_then(state: StrategyInput, found: Course, pack: Pack) -> ReliefInput | None:
    """Return the input of debt relief on the day the bar ends, debts as a course left them; None with too few left."""
    relief, day = state.relief, state.relief_from
    if relief is None or day is None:
        return None
    owed = {each.claim.relief_id or each.claim.id: each for each in found.accounts}
    claims = tuple(_then(claim, owed[claim.id]) if claim.id in owed else claim for claim in relief.claims)
    left = tuple(claim for claim in claims if claim.amount)
    if len(left) < known_value(pack.series["strategy_creditors_least"], state.from_month):
        return None
    return evolve(relief, petition_on=day, found_on=None, approved_on=None, claims=left)


def shifted(found: Projection, months: int) -> Projection:
    """Return a projection some months later; the law of its months is taken for that of the later ones."""
    later = (evolve(month, first=months_on(month.first, months), assumed=True) for month in found.months)
    return evolve(
        found, permitted_on=months_on(found.permitted_on.replace(day=1), months),
        approved_on=months_on(found.approved_on.replace(day=1), months), end_month=months_on(found.end_month, months),
        months=tuple(later),
    )  # fmt: skip


def _then(claim: ReliefClaim, owed: Account) -> ReliefClaim:
    """Return a claim as an account has it; interest that accrued is among its accessories."""
    amount = owed.total - owed.executor
    penalty = min(claim.penalty, amount)
    accessories = min(max(claim.accessories, owed.interest - penalty), amount - penalty)
    return evolve(
        claim, amount=amount, penalty=penalty, accessories=accessories,
        accrued_after=min(claim.accrued_after, amount - penalty - accessories),
        collateral_value=min(claim.collateral_value, amount),
    )  # fmt: skip

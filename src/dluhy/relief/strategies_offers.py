"""Instalments from what is left: an amount divided among debts, each at least a smallest part, in round sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def divided(amount: int, owed: Sequence[int], step: int, minimum: int) -> list[int]:
    """Return an amount divided among debts in their order, all in haléře; what rounding leaves out is not divided.

    Each part is at least `minimum` or the whole debt, and at most the debt; beyond that parts follow the debts, in
    multiples of `step` by the largest remainders, of equal ones the first. The amount must suffice for all smallest
    parts; where it pays everything, each part is the whole debt.
    """
    if amount >= sum(owed):
        return list(owed)
    parts = [min(minimum, debt) for debt in owed]
    shared = list(range(len(owed)))
    while True:
        rest = amount - sum(parts[at] for at in range(len(owed)) if at not in shared)
        total = sum(owed[at] for at in shared)
        kept = [at for at in shared if rest * owed[at] >= parts[at] * total]
        if kept == shared:
            break
        shared = kept
    return _rounded(rest, owed, step, parts, shared)


def _rounded(rest: int, owed: Sequence[int], step: int, parts: list[int], shared: Sequence[int]) -> list[int]:
    """Return parts of which the shared ones follow the debts in multiples of a step, by the largest remainders."""
    total = sum(owed[at] for at in shared)
    for at in shared:
        parts[at] = max(rest * owed[at] // (total * step) * step, parts[at])
    order = sorted(shared, key=lambda at: (-(rest * owed[at] % (total * step)), at))
    while True:
        spare = rest - sum(parts[at] for at in shared)
        more = [at for at in order if parts[at] + step <= owed[at]][: max(spare, 0) // step]
        if not more:
            return parts
        for at in more:
            parts[at] += step

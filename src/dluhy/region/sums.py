"""Sums of money of which some amounts are not known: an unknown sum stays unknown, a sum of known ones says so.

The columns of a sum have a beginning in common: `…debts`, `…halere` (null where no amount of the debts is known, and
where it is hidden, as `…debts` is then) and `…at_least`, whether amounts are missing in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence


def sum_of(before: str, told: str) -> tuple[pl.Expr, pl.Expr]:
    """Return the sum of rows of a group of a frame, and whether amounts are missing, under names that begin `told`."""
    halere, owed = pl.col(f"{before}halere"), pl.col(f"{before}debts") > 0
    shown = halere.is_not_null()
    known, missing = (shown & owed).any(), (~shown & owed).any()
    value, partly = _told(known, missing, shown.any(), halere.sum(), pl.col(f"{before}at_least").any())
    return value.alias(f"{told}halere"), partly.alias(f"{told}at_least")


def sum_across(befores: Sequence[str]) -> tuple[pl.Expr, pl.Expr]:
    """Return the sum of several columns of each row, and whether amounts are missing in it."""
    shown = [pl.col(f"{before}halere").is_not_null() for before in befores]
    owed = [(pl.col(f"{before}debts") > 0).fill_null(value=False) for before in befores]
    known = pl.any_horizontal(one & other for one, other in zip(shown, owed, strict=True))
    missing = pl.any_horizontal(~one & other for one, other in zip(shown, owed, strict=True))
    partly = pl.any_horizontal(pl.col(f"{before}at_least").fill_null(value=False) for before in befores)
    whole = pl.sum_horizontal(f"{before}halere" for before in befores)
    return _told(known, missing, pl.any_horizontal(shown), whole, partly)


def _told(known: pl.Expr, missing: pl.Expr, shown: pl.Expr, whole: pl.Expr, partly: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Return a sum, null where debts are owed and of none an amount is known, and whether it leaves amounts out."""
    told = known | (shown & ~missing)
    return pl.when(told).then(whole), pl.when(told).then(missing | partly)

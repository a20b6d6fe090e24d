"""What changed since an older list, by municipality and group: counts and sums, without persons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import polars as pl

from dluhy.intake.grids import ROW
from dluhy.intake.years import PART
from dluhy.region.counting import counted

if TYPE_CHECKING:
    from dluhy.comparing import Comparison

_OTHERS = "others"


def changes_of(comparison: Comparison, newer: pl.DataFrame, municipality: str | None) -> dict[str, pl.DataFrame]:
    """Return what changed in the debts that are or may be from childhood in either list.

    `newer` are the counted debts of the newer list. "changes" has `place`, `group`, `code` (of
    `dluhy.comparing.CHANGES`), counts and sums: the balance now, of what is gone the balance before, of a worse debt
    what it grew by, of a paid or an eased one what it fell by. "unmatched" has `place`, `side` and `debts`. A debt
    belongs where the newer list has it, else where the older one had it.
    """
    older = counted(comparison.old, municipality)
    debts = _placed(_placed(comparison.changes, newer, "new"), older, "old")
    changed = _whose(debts).filter(pl.col("group") != _OTHERS)
    who = pl.coalesce("person", "new_person_id", "old_person_id")
    changes = changed.group_by("place", "group", pl.col("change").alias("code")).agg(
        pl.len().cast(pl.Int64).alias("debts"),
        who.n_unique().cast(pl.Int64).alias("people"),
        pl.col("amount").sum().alias("halere"),
        pl.col("amount").null_count().cast(pl.Int64).alias("amounts_unknown"),
    )
    return {"changes": changes.sort("place", "group", "code"), "unmatched": _unmatched(comparison, newer, older)}


def _placed(debts: pl.DataFrame, counted_debts: pl.DataFrame, side: Literal["old", "new"]) -> pl.DataFrame:
    """Add place and group of the debts as one list counts them."""
    keys = {ROW: f"{side}_{ROW}", PART: f"{side}_{PART}"}
    own = counted_debts.select(
        *(pl.col(name).alias(key) for name, key in keys.items()),
        pl.col("place").alias(f"{side}_place"),
        pl.col("group").alias(f"{side}_group"),
    )
    return debts.join(own, on=list(keys.values()), how="left", maintain_order="left")


def _whose(debts: pl.DataFrame) -> pl.DataFrame:
    """Add `place` and `group`: the newer list's, unless the debt is from childhood only by the older one."""
    counts = pl.col("new_group").is_not_null() & ((pl.col("new_group") != _OTHERS) | pl.col("old_group").is_null())
    return debts.with_columns(
        pl.coalesce("new_place", "old_place").alias("place"),
        pl.when(counts).then("new_group").otherwise(pl.coalesce("old_group", "new_group")).alias("group"),
    )


def _unmatched(comparison: Comparison, newer: pl.DataFrame, older: pl.DataFrame) -> pl.DataFrame:
    parts = []
    lists: tuple[tuple[Literal["old", "new"], pl.DataFrame], ...] = (("old", older), ("new", newer))
    for side, own in lists:
        mine = _placed(comparison.debts.filter(pl.col("status") == f"unmatched_{side}"), own, side)
        mine = mine.filter(pl.col(f"{side}_group") != _OTHERS)
        parts.append(
            mine.group_by(pl.col(f"{side}_place").alias("place"))
            .agg(pl.len().cast(pl.Int64).alias("debts"))
            .with_columns(pl.lit(side).alias("side"))
        )
    return pl.concat(parts)

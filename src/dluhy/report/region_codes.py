"""The tables of codes of an overview as the page needs them: one row for each category, its groups beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.region.overview import GROUPS, REST

if TYPE_CHECKING:
    from dluhy.region.overview import Overview

_ALL: Final = "all"
_BY_DAYS: Final = "birthdays"
_SUMMED: Final = ("debts", "people", "halere", "amounts_unknown")


def categories(overview: Overview, table: str) -> pl.DataFrame:
    """Return the categories of a table (`TABLES`) in the whole region: most debts first (fewest days), `rest` last.

    Columns `code`, `label_cs`, `label_en`; of all groups together `debts`, `people`, `halere`, `amounts_unknown`,
    `municipalities`; and the debts of each of GROUPS under its name (0 where a group has none, or none are told).
    """
    rows = overview.tables.filter(pl.col("level") == "region", pl.col("table") == table)
    names = rows.unique("code", keep="first", maintain_order=True).select("code", "label_cs", "label_en")
    whole = rows.filter(pl.col("group") == _ALL)
    totals = whole if whole.height else _summed(rows)
    found = names.join(totals.select("code", *_SUMMED, "municipalities"), on="code", how="left", maintain_order="left")
    for group in GROUPS:
        of_group = rows.filter(pl.col("group") == group).select("code", pl.col("debts").alias(group))
        found = found.join(of_group, on="code", how="left", maintain_order="left")
    known = found.with_columns(pl.col(*GROUPS).fill_null(0))
    days = pl.col("code").cast(pl.Int64, strict=False)
    order = days if table == _BY_DAYS else -pl.col("debts").fill_null(0)
    return known.sort(pl.col("code") == REST, order, nulls_last=True, maintain_order=True)


def _summed(rows: pl.DataFrame) -> pl.DataFrame:
    """Return categories over their groups; a number that any group lacks is null, municipalities cannot be added."""
    known = [
        pl.when(pl.col(name).is_null().any()).then(None).otherwise(pl.col(name).sum()).alias(name) for name in _SUMMED
    ]
    # the groups may be in the same municipalities
    return rows.group_by("code").agg(*known, pl.col("municipalities").max())

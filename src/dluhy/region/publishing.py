"""What of a region may be published: counts under five are taken away before anything else is computed.

A group of a municipality with one to four people is hidden with everything that its reports say of it: debts, sums,
lines of tables, changes. All that is published afterwards, totals and tables and ranks and trends, is computed from
what is left, so that nothing hidden can be found by subtracting one published number from another. A group with nobody
in it is published as nought: that says of no person that he or she has debts.

The tables are of the region and of the groups that are left. A category with fewer than five people goes into the
rest, and with it the smallest category that would be published (with all of the same number of people): the rest then
holds two different categories at least, and which of them is the small one cannot be told. Tables that follow from one
another by law (the verdict and the steps from the rule, the kind of debt for most of them) would tell each other's
hidden categories; only those of PUBLIC_TABLES are published.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from dluhy.negotiating import SMALL
from dluhy.region.data import NUMBERS, Data
from dluhy.region.overview import REST

THOUSAND_CZK: Final = 100_000
"""Haléře to which published sums are rounded, half up."""

PUBLIC_TABLES: Final = ("regimes", "creditor_kinds", "enforcement_kinds", "birthdays")
"""The tables that are published; each puts every debt (of children, for the birthdays) into one category."""

CHANGES: Final = "changes"
PUBLIC_CHANGES: Final = ("stopped", "paid")
"""The changes that are published: others (new, gone, come of age, decided) add up to the difference between two days,
and with the trend they would tell how many debts a place had on the day on which its count was hidden."""

_SMALL: Final = pl.col("people").is_between(1, SMALL - 1)
_KEYS: Final = ("table", "group")
_NONE: Final = pl.lit(None, dtype=pl.Int64)


def published(data: Data) -> Data:
    """Return what of some reports may be published, the rest as null (cells) or left out (lines)."""
    cells = data.cells.with_columns(_SMALL.alias("hidden"))
    hidden = cells.filter("hidden").select("report", "group")
    return Data(
        cells=cells.with_columns(
            *(pl.when(~pl.col("hidden")).then(name).alias(name) for name in ("people", "debts")),
            pl.when(~pl.col("hidden")).then(rounded("halere")).alias("halere"),
            pl.lit(None, dtype=pl.Int64).alias("amounts_unknown"),
        ),
        lines=data.lines.join(hidden, on=["report", "group"], how="anti", maintain_order="left"),
        beside=data.beside.with_columns(
            pl.lit(None, dtype=data.beside.schema[name]).alias(name)
            for name in ("compared", "others_people", "others_debts", "rows_judged", "rows_rejected")
        ),
    )


def rounded(name: str) -> pl.Expr:
    """Return a sum in haléře rounded half up to whole thousands of crowns, still in haléře."""
    return ((pl.col(name) + THOUSAND_CZK // 2) // THOUSAND_CZK * THOUSAND_CZK).alias(name)


def listed(lines: pl.DataFrame) -> pl.DataFrame:
    """Return the lines of a region's tables as they may be published.

    `lines` has one row for each `table`, `group` and `code`, with `name` and NUMBERS. The rest has debts and sums only:
    of how many people it is cannot be told from people who may stand in several categories.
    """
    occurring = lines.filter(pl.col("people") > 0)
    parts = [_with_rest(occurring.filter(pl.col("table").is_in(PUBLIC_TABLES))),
             _changes(occurring.filter(pl.col("table") == CHANGES))]  # fmt: skip
    return pl.concat(parts).with_columns(rounded("halere"), _NONE.alias("amounts_unknown"))


def _with_rest(lines: pl.DataFrame) -> pl.DataFrame:
    least = pl.when(~_SMALL).then("people").min().over(_KEYS)
    hidden = (_SMALL | (_SMALL.any().over(_KEYS) & (pl.col("people") == least))).fill_null(value=False)
    marked = lines.with_columns(hidden.alias("hidden"))
    rest = marked.filter("hidden").group_by(_KEYS, maintain_order=True).agg(
        pl.lit(REST).alias("code"),
        pl.lit(None, dtype=pl.String).alias("name"),
        _NONE.alias("people"),
        pl.col("debts").sum(),
        pl.col("halere").sum(),
        _NONE.alias("amounts_unknown"),
    )  # fmt: skip
    columns = [*_KEYS, "code", "name", *NUMBERS]
    return pl.concat([marked.filter(~pl.col("hidden")).select(columns), rest.select(columns)])


def _changes(lines: pl.DataFrame) -> pl.DataFrame:
    """Leave out small changes; those that are published add up to no total."""
    return lines.filter(pl.col("code").is_in(PUBLIC_CHANGES) & ~_SMALL).select(*_KEYS, "code", "name", *NUMBERS)

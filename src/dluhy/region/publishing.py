"""What of a region may be published: counts under five are taken away before anything else is computed.

A group of a municipality with one to four people is hidden with everything that its reports say of it: debts, sums,
lines of tables, changes. All that is published afterwards, totals and tables and ranks and trends, is computed from
what is left, so that nothing hidden can be found by subtracting one published number from another. A group with nobody
in it is published as nought: that says of no person that he or she has debts.

The tables are of the region, but they add up what each municipality could publish by itself: of a category with fewer
than five people nothing, of others their number rounded down to a multiple of five. So whatever is computed from one
release or from many (a late report joins, a period is cut otherwise), it is made of such numbers only. Rounding a
region's exact number would not do: who has many releases, each with another choice of municipalities, finds the number
that was rounded. How many debts of a municipality are in no line is known, as its total is published; which category
they are of is not. A table of a municipality that would tell it is left out whole (`_open`).

Tables that follow from one another by law (the verdict and the steps from the rule, the kind of debt for most of them)
would tell each other's hidden categories; only those of PUBLIC_TABLES are published, and one number of each: of people
and debts together it would follow who owes several.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from dluhy.negotiating import SMALL
from dluhy.region.data import Data

THOUSAND_CZK: Final = 100_000
"""Haléře to which published sums are rounded down: a sum that is told as a lower bound has to be one."""

STEP: Final = SMALL
"""Numbers of tables are rounded down to its multiples, in each municipality by itself."""

LEAST: Final = 2 * SMALL
"""People of a group below whom a municipality's tables are not counted."""

PUBLIC_TABLES: Final = ("regimes", "creditor_kinds", "enforcement_kinds", "birthdays")
"""The tables that are published; each puts every debt (of children, for the birthdays) into one category."""

OF_PEOPLE: Final = ("birthdays",)
"""Those of them that tell people, each of whom is in one category; the others tell debts."""

CHANGES: Final = "changes"
PUBLIC_CHANGES: Final = ("stopped", "paid")
"""The changes that are published: others (new, gone, come of age, decided) add up to the difference between two days,
and with the trend they would tell how many debts a place had on the day on which its count was hidden."""

_SMALL: Final = pl.col("people").is_between(1, SMALL - 1)
_TABLE: Final = ("report", "group", "table")
_NONE: Final = pl.lit(None, dtype=pl.Int64)


def published(data: Data) -> Data:
    """Return what of some reports may be published, the rest as null (cells) or left out (lines)."""
    cells = data.cells.with_columns(_SMALL.alias("hidden"))
    shown = ~pl.col("hidden")
    nothing_left = (pl.col("halere") > 0) & (rounded("halere") == 0)
    return Data(
        cells=cells.with_columns(
            *(pl.when(shown).then(name).alias(name) for name in ("people", "debts")),
            pl.when(shown).then(pl.col("at_least") | nothing_left.fill_null(value=False)).alias("at_least"),
            pl.when(shown).then(rounded("halere")).alias("halere"),
            _NONE.alias("amounts_unknown"),
        ),
        lines=contributions(data.lines, cells.filter(~pl.col("hidden"))),
        beside=data.beside.with_columns(
            pl.lit(None, dtype=data.beside.schema[name]).alias(name)
            for name in ("compared", "others_people", "others_debts", "rows_judged", "rows_rejected")
        ),
    )


def lines_of_published(data: Data) -> pl.DataFrame:
    """Return the lines of tables whose group is not hidden, exact: what of them is told is for the caller."""
    hidden = data.cells.filter(_SMALL).select("report", "group")
    return data.lines.join(hidden, on=["report", "group"], how="anti", maintain_order="left")


def rounded(name: str) -> pl.Expr:
    """Return a sum in haléře rounded down to whole thousands of crowns, still in haléře."""
    return (pl.col(name) // THOUSAND_CZK * THOUSAND_CZK).alias(name)


def stepped(number: pl.Expr) -> pl.Expr:
    """Return a number rounded down to a multiple of STEP."""
    return number // STEP * STEP


def contributions(lines: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """Return what the lines of each report add to the published tables of a region.

    `cells` are the groups that are published. A line has `debts`, of OF_PEOPLE `people` instead; everything else is
    null. Lines that add nothing are left out.
    """
    whole = cells.select("report", "group", pl.col("people").alias("all_people"), pl.col("debts").alias("all_debts"))
    chosen = lines.filter(pl.col("table").is_in(PUBLIC_TABLES) | _of_changes(), pl.col("people") > 0)
    of_people = pl.col("table").is_in(OF_PEOPLE)
    number = pl.when(of_people).then("people").otherwise("debts")
    told = chosen.join(whole, on=["report", "group"], how="inner", maintain_order="left").with_columns(
        pl.when(_SMALL).then(0).otherwise(stepped(number)).alias("told"),
        pl.when(of_people).then("all_people").otherwise("all_debts").alias("all"),
    )
    kept = told.filter((pl.col("all_people") >= LEAST) & (_of_changes() | _open()), pl.col("told") > 0)
    return kept.with_columns(
        pl.when(of_people).then("told").alias("people"),
        pl.when(~of_people).then("told").alias("debts"),
        *(_NONE.alias(name) for name in ("halere", "amounts_unknown")),
    ).select(lines.columns)


def _of_changes() -> pl.Expr:
    return (pl.col("table") == CHANGES) & pl.col("code").is_in(PUBLIC_CHANGES)


def _open() -> pl.Expr:
    """Return whether a municipality's table leaves open how large its small categories are.

    It would not where hardly anything of it is told, as then every category must be small, and where all people there
    are have no room in the categories unless each is as large as its number allows.
    """
    half = 2 * pl.col("told").sum().over(_TABLE) >= pl.col("all")
    room = (pl.col("told") + STEP - 1).sum().over(_TABLE)
    return half & (room > pl.col("all_people"))


def remainders(lines: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """Return how much of the published groups is in no line of a region's tables, rounded down to a multiple of STEP.

    `lines` has a row for each `table`, `group` and `code` with `debts` or `people`; the result for each `table` and
    `group` of PUBLIC_TABLES. Where nothing remains there is no row.
    """
    whole = cells.group_by("group").agg(pl.col("people", "debts").sum().name.prefix("all_"))
    told = lines.filter(pl.col("table").is_in(PUBLIC_TABLES)).group_by("table", "group", maintain_order=True).agg(
        pl.col("people", "debts").sum()
    )  # fmt: skip
    left = told.join(whole, on="group", how="inner", maintain_order="left")
    of_people = pl.col("table").is_in(OF_PEOPLE)
    parts = left.select(
        "table", "group",
        pl.when(of_people).then(stepped(pl.col("all_people") - pl.col("people"))).alias("people"),
        pl.when(~of_people).then(stepped(pl.col("all_debts") - pl.col("debts"))).alias("debts"),
    )  # fmt: skip
    return parts.filter(pl.coalesce("people", "debts") > 0)

"""One row for several fee years -> a row for each year, where its sums allow; else a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import evolve

from dluhy.intake import cells as readers
from dluhy.intake.grids import ROW
from dluhy.intake.layout import MONEY
from dluhy.intake.notices import BITS, bit
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from dluhy.intake.applied import Applied
    from dluhy.intake.readers import RawList
    from dluhy.law.pack import Pack

PART: Final = "part"
"""The column with the number of a part of a divided row, 0 for a whole one."""
_YEARS, _SHARES = "years", "shares"


def with_years(applied: Applied, raw: RawList) -> Applied:
    """Return the rows with the years each names (List, null for one year) and the sums it lists by year.

    Years that do not follow one another are a reason against a row only if it has no sum for each of them.
    """
    table = applied.table
    position = raw.columns.positions.get("fee_year")
    if position is None or raw.cells.schema[f"{position}"] != pl.String:
        return applied
    years = raw.cells.select(readers.year_list(f"{position}", pl.String()).alias(_YEARS))
    if years[_YEARS].null_count() == years.height:
        return applied
    listed = [
        raw.cells.select(
            readers.listed_amounts(f"{raw.columns.positions[name]}", pl.String()).alias(f"{_SHARES} {name}")
        )
        for name in MONEY
        if name in raw.columns.positions and raw.cells.schema[f"{raw.columns.positions[name]}"] == pl.String
    ]
    applied = evolve(applied, table=pl.concat([table, years, *listed], how="horizontal"))
    return applied.without_bad("fee_year", _listed_by_year(applied.table), "scattered_years")


def _listed_by_year(table: pl.DataFrame) -> pl.Expr:
    column = f"{_SHARES} principal"
    if column not in table.columns:
        return pl.lit(value=False)
    return (pl.col(column).list.len() == pl.col(_YEARS).list.len()).fill_null(value=False)


def divided(table: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Return usable rows with those of several years divided: `part` counts from 1, sums stay what they were.

    A row is divided where its fee is listed by year, or goes into equal parts of whole crowns; its other sums then
    go in equal parts too, the remainder to the last. Its due day stays with the year in which it lies.
    """
    whole = table.with_columns(pl.lit(0, dtype=pl.UInt16).alias(PART))
    if _YEARS not in table.columns:
        return whole
    several = _of_fees(table, pack) & (pl.col(_YEARS).list.len() > 1).fill_null(value=False)
    listed = several & _listed_by_year(table)
    equal = several & ~listed & _divisible(table)
    marked = whole.with_columns(listed.alias("listed"), equal.alias("equal"), several.alias("several"))
    kept = marked.filter(~pl.col("listed") & ~pl.col("equal"))
    kept = kept.with_columns(_added("warnings fee_year", "warnings", "several_years", pl.col("several")))
    parts = _parts(marked.filter(pl.col("listed") | pl.col("equal")))
    spent = [
        name for name in marked.columns if name in {_YEARS, "listed", "equal", "several"} or name.startswith(_SHARES)
    ]
    return pl.concat([kept.drop(spent), parts.drop(spent).select(kept.drop(spent).columns)]).sort(ROW, PART)


def _of_fees(table: pl.DataFrame, pack: Pack) -> pl.Expr:
    if "debt_kind" not in table.columns:
        return pl.lit(value=False)
    fees = [code for code, term in pack.vocabularies["debt_kinds"].items() if term.more.get("group") == "local_fee"]
    return pl.col("debt_kind").cast(pl.String).is_in(fees).fill_null(value=False)


def _divisible(table: pl.DataFrame) -> pl.Expr:
    main = next((pl.col(name) for name in ("principal", "balance") if name in table.columns), None)
    if main is None:
        return pl.lit(value=False)
    whole = HALERE_PER_KORUNA * pl.col(_YEARS).list.len().cast(pl.Int64)
    return ((main > 0) & (main % whole == 0)).fill_null(value=False)


def _parts(rows: pl.DataFrame) -> pl.DataFrame:
    count = pl.col(_YEARS).list.len().cast(pl.Int64)
    numbered = rows.with_columns(count.alias("count"), pl.int_ranges(1, count + 1, dtype=pl.UInt16).alias(PART))
    spread = numbered.explode(PART).with_columns(
        pl.col(_YEARS).list.get(pl.col(PART).cast(pl.Int64) - 1).cast(pl.Int32).alias("year")
    )
    shared = spread.with_columns(
        pl.col("year").alias("fee_year_from"),
        pl.col("year").alias("fee_year_to"),
        *(_share(name, spread).alias(name) for name in MONEY if name in rows.columns),
        *_due_in_its_year(rows),
        _added("repairs fee_year", "repairs", "split_listed", pl.col("listed")),
    )
    equally = _added("repairs fee_year", "repairs", "split_years", pl.col("equal"))
    return shared.with_columns(equally).drop("count", "year")


def _share(name: str, table: pl.DataFrame) -> pl.Expr:
    amount, count, part = pl.col(name), pl.col("count"), pl.col(PART).cast(pl.Int64)
    equal = amount // count
    share = pl.when(part < count).then(equal).otherwise(amount - equal * (count - 1))
    column = f"{_SHARES} {name}"
    if column not in table.columns:
        return share
    fits = (pl.col(column).list.len().cast(pl.Int64) == count).fill_null(value=False)
    return pl.when(fits).then(pl.col(column).list.get(part - 1, null_on_oob=True)).otherwise(share)


def _due_in_its_year(rows: pl.DataFrame) -> list[pl.Expr]:
    ends = [name for name in ("due_on_from", "due_on_to") if name in rows.columns]
    inside = (
        pl.all_horizontal(pl.col(name).dt.year() == pl.col("year") for name in ends) if ends else pl.lit(value=True)
    )
    return [pl.when(inside.fill_null(value=False)).then(pl.col(name)).alias(name) for name in ends]


def _added(column: str, family: str, code: str, test: pl.Expr) -> pl.Expr:
    more = pl.when(test.fill_null(value=False)).then(bit(family, code)).otherwise(0).cast(BITS)  # type: ignore[arg-type]  # one of the two
    return (pl.col(column) | more).alias(column)

"""One row for several fee years -> a row for each year, where its sums allow; else a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import evolve

from dluhy.intake import cells as readers
from dluhy.intake.grids import ROW
from dluhy.intake.layout import MONEY
from dluhy.intake.notices import BITS, added, bit
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from dluhy.intake.applied import Applied
    from dluhy.intake.readers import RawList
    from dluhy.law.pack import Pack

PART: Final = "part"
"""The column with the number of a part of a divided row, 0 for a whole one."""
_YEARS, _SHARES, _WEIGHT = "years", "shares", "weight"
_MAIN: Final = ("principal", "balance")
_ONE_YEAR: Final = r"^\s*[0-9]{4}\s*$"
_MOST_YEARS: Final = 20  # a longer span is a slip of the pen rather than a debt


def with_years(applied: Applied, raw: RawList, pack: Pack) -> Applied:
    """Return the rows with the years each names (List, null for one year) and the sums it lists by year.

    Years that do not follow one another are a reason against a row unless it can be divided by sums listed for each:
    taken together they would be another year's debt.
    """
    table = applied.table
    position = raw.columns.positions.get("fee_year")
    if position is None or raw.cells.schema[f"{position}"] != pl.String:
        return applied
    written = raw.cells[f"{position}"]
    if written.str.contains(_ONE_YEAR).all(ignore_nulls=True):
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
    told_apart = _may_be_divided(applied.table, pack) & _listed_by_year(applied.table)
    return applied.without_bad("fee_year", told_apart, "scattered_years")


def _may_be_divided(table: pl.DataFrame, pack: Pack) -> pl.Expr:
    """Return whether what a row of several years says can be given to its years one by one."""
    count = pl.col(_YEARS).list.len()
    several = _of_fees(table, pack) & (count > 1).fill_null(value=False) & (count <= _MOST_YEARS).fill_null(value=False)
    return several & _due_inside(table) & ~_in_institution(table)


def _listed_by_year(table: pl.DataFrame) -> pl.Expr:
    """Return whether a row lists its fee, or where it has none its balance, year by year."""
    count = pl.col(_YEARS).list.len()
    listed = [
        (pl.col(f"{_SHARES} {name}").list.len() == count).fill_null(value=False)
        for name in _MAIN
        if f"{_SHARES} {name}" in table.columns
    ]
    return pl.any_horizontal(pl.lit(value=False), *listed)


def divided(table: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Return usable rows with those of several years divided: `part` counts from 1, sums stay what they were.

    A row is divided where its fee is listed by year, or goes into equal parts of whole crowns; its other sums follow
    the fee, the remainder goes to the last. Its due day stays with the year in which it lies; a row whose due day lies
    in none of its years, or that tells of an institution, is not divided: what it says cannot be given to a year.
    """
    whole = table.with_columns(pl.lit(0, dtype=pl.UInt16).alias(PART))
    if _YEARS not in table.columns:
        return whole
    several = _of_fees(table, pack) & (pl.col(_YEARS).list.len() > 1).fill_null(value=False)
    allowed = _may_be_divided(table, pack)
    listed = allowed & _listed_by_year(table)
    equal = allowed & ~listed & _divisible(table)
    marked = whole.with_columns(listed.alias("listed"), equal.alias("equal"), several.alias("several"))
    marked = _without_months_of_several(marked)
    kept = marked.filter(~pl.col("listed") & ~pl.col("equal"))
    kept = kept.with_columns(added("warnings fee_year", "warnings", "several_years", pl.col("several")))
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


def _due_inside(table: pl.DataFrame) -> pl.Expr:
    """Return whether the due day is unknown or lies in one of the years."""
    ends = [pl.col(name).dt.year() for name in ("due_on_from", "due_on_to") if name in table.columns]
    inside = [pl.col(_YEARS).list.contains(end.cast(pl.Int32)) | end.is_null() for end in ends]
    return pl.all_horizontal(pl.lit(value=True), *inside).fill_null(value=True)


def _in_institution(table: pl.DataFrame) -> pl.Expr:
    said = [pl.col("in_institution")] if "in_institution" in table.columns else []
    said += [pl.col("institution_months") > 0] if "institution_months" in table.columns else []
    return pl.any_horizontal(pl.lit(value=False), *(test.fill_null(value=False) for test in said))


def _without_months_of_several(table: pl.DataFrame) -> pl.DataFrame:
    """Forget an institution told of several years together: of which year the months are cannot be said."""
    doubtful = pl.col("several") & _in_institution(table)
    names = [name for name in ("in_institution", "institution_months") if name in table.columns]
    return table.with_columns(pl.when(~doubtful).then(pl.col(name)).alias(name) for name in names)


def _divisible(table: pl.DataFrame) -> pl.Expr:
    main = [pl.col(name) for name in _MAIN if name in table.columns]
    if not main:
        return pl.lit(value=False)
    fee = pl.coalesce(main)
    whole = HALERE_PER_KORUNA * pl.col(_YEARS).list.len().cast(pl.Int64)
    return ((fee > 0) & (fee % whole == 0)).fill_null(value=False)


def _parts(rows: pl.DataFrame) -> pl.DataFrame:
    count = pl.col(_YEARS).list.len().cast(pl.Int64)
    numbered = rows.with_columns(
        count.alias("count"), pl.int_ranges(1, count + 1, dtype=pl.UInt16).alias(PART), _weights(rows).alias(_WEIGHT)
    )
    spread = numbered.explode(PART).with_columns(
        pl.col(_YEARS).list.get(pl.col(PART).cast(pl.Int64) - 1).cast(pl.Int32).alias("year")
    )
    shared = spread.with_columns(
        pl.col("year").alias("fee_year_from"),
        pl.col("year").alias("fee_year_to"),
        *(_share(name, spread).alias(name) for name in MONEY if name in rows.columns),
        *_due_in_its_year(rows),
        *(
            (pl.col(f"repairs {name}") & ~pl.lit(bit("repairs", "added_up"), dtype=BITS)).alias(f"repairs {name}")
            for name in MONEY
            if name in rows.columns
        ),
        added("repairs fee_year", "repairs", "split_listed", pl.col("listed")),
    )
    equally = added("repairs fee_year", "repairs", "split_years", pl.col("equal"))
    return shared.with_columns(equally).drop("count", "year", _WEIGHT)


def _weights(rows: pl.DataFrame) -> pl.Expr:
    """Return how a row's sums are shared among its years: as the fee is listed, else alike."""
    count = pl.col(_YEARS).list.len()
    alike = pl.lit(1, dtype=pl.Int64).repeat_by(count)
    listed = [
        pl.when((pl.col(f"{_SHARES} {name}").list.len() == count) & (pl.col(f"{_SHARES} {name}").list.sum() > 0)).then(
            pl.col(f"{_SHARES} {name}")
        )
        for name in _MAIN
        if f"{_SHARES} {name}" in rows.columns
    ]
    return pl.coalesce(*listed, alike)


def _share(name: str, table: pl.DataFrame) -> pl.Expr:
    """Return a part's share of a sum: as listed, else by weight, with what rounding leaves in the last part."""
    part = pl.col(PART).cast(pl.Int64)
    whole, weights = pl.col(name).cast(pl.Int128), pl.col(_WEIGHT)
    before, until = (weights.list.head(end).list.sum().cast(pl.Int128) for end in (part - 1, part))
    total = weights.list.sum().cast(pl.Int128)
    share = (whole * until // total - whole * before // total).cast(pl.Int64)
    column = f"{_SHARES} {name}"
    if column not in table.columns:
        return share
    fits = (pl.col(column).list.len().cast(pl.Int64) == pl.col("count")).fill_null(value=False)
    return pl.when(fits).then(pl.col(column).list.get(part - 1, null_on_oob=True)).otherwise(share)


def _due_in_its_year(rows: pl.DataFrame) -> list[pl.Expr]:
    ends = [name for name in ("due_on_from", "due_on_to") if name in rows.columns]
    inside = (
        pl.all_horizontal(pl.col(name).dt.year() == pl.col("year") for name in ends) if ends else pl.lit(value=True)
    )
    return [pl.when(inside.fill_null(value=False)).then(pl.col(name)).alias(name) for name in ends]

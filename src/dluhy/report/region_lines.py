"""What stands in the sheets of a region beside its areas: tables, creditors, ranking, trend, who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.region.overview import GROUPS, Overview
from dluhy.report.region_columns import Column, Lines, column, lines, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.report.texts import Texts

_REGIMES: Final = ("regimes", "verdicts", "tones", "who_owes")
_OTHERS: Final = ("debt_kinds", "creditor_kinds", "enforcement_kinds", "enforcement_statuses", "birthdays", "changes")
_MEASURES: Final = ("measures", "interventions", "steps")
_NUMBERS: Final = ("debts", "people", "halere", "amounts_unknown", "municipalities")
_LEVELS: Final = ("region", "district", "authority", "municipality")


def regimes(overview: Overview, texts: Texts) -> Lines:
    """Return the rules and verdicts by area: of the region all of them, of smaller areas the rules."""
    chosen = overview.tables.filter(
        ((pl.col("level") == "region") & pl.col("table").is_in(_REGIMES)) | (pl.col("table") == "regimes")
    )
    return _tables(overview, chosen, texts)


def kinds(overview: Overview, texts: Texts) -> Lines:
    """Return the other tables of the region: kinds of debts and creditors, enforcement, birthdays, changes."""
    return _tables(overview, _of_region(overview, _OTHERS), texts)


def measures(overview: Overview, texts: Texts) -> Lines:
    """Return the measures of the strategy, interventions and steps of the region."""
    return _tables(overview, _of_region(overview, _MEASURES), texts)


def creditors(overview: Overview, texts: Texts) -> Lines:
    """Return the creditors of the region that are bodies, the one with most debts first."""
    return _tables(overview, _of_region(overview, ("creditors",)), texts, ("area", "level", "table"))


def _of_region(overview: Overview, tables: Sequence[str]) -> pl.DataFrame:
    return overview.tables.filter((pl.col("level") == "region") & pl.col("table").is_in(tables))


def _tables(overview: Overview, rows: pl.DataFrame, texts: Texts, without: Sequence[str] = ()) -> Lines:
    """Return tables of codes, a line for each code and group; a column that is empty throughout is left out."""
    named = rows.join(_areas(overview), on=["level", "area"], how="left", maintain_order="left").with_columns(
        _said("level", _LEVELS, "overview-level", texts),
        _said("table", rows["table"].unique().to_list(), "overview-table", texts),
        _said("group", (*GROUPS, "all"), "overview-group", texts),
        pl.col(f"label_{texts.language}").alias("label"),
        pl.col("area name").alias("area"),
    )
    names = [name for name in ("level", "area", "table", "label", "code", "group") if name not in without]
    numbers = [name for name in _NUMBERS if rows.is_empty() or rows[name].null_count() < rows.height]
    table = lines(named, [*names, *numbers])
    return _with_untold(table, texts) if overview.public else table


def _with_untold(table: Lines, texts: Texts) -> Lines:
    """Say of which numbers of a public release it does not tell; and that the others are lower bounds."""
    counts = [each.name in {"people", "debts"} for each in table.columns]
    rows = [
        [texts("overview-not-told") if count and value is None else value
         for count, value in zip(counts, row, strict=True)]
        for row in table.rows
    ]  # fmt: skip
    columns = [Column(f"least-{each.name}", each.kind) if count else each
               for count, each in zip(counts, table.columns, strict=True)]  # fmt: skip
    return Lines(columns, rows)


def _said(name: str, codes: Sequence[str], prefix: str, texts: Texts) -> pl.Expr:
    labels = [texts(f"{prefix}-{code}") for code in codes]
    return pl.col(name).replace_strict(list(codes), labels, default=pl.col(name), return_dtype=pl.String).alias(name)


def _areas(overview: Overview) -> pl.DataFrame:
    frames = (overview.total, overview.districts, overview.authorities, overview.municipalities)
    return pl.concat(
        frame.select("level", pl.col("code").alias("area"), pl.col("name").alias("area name")) for frame in frames
    )


_RANKED: Final = (
    "rank", "rank_from", "rank_to", "name", "code", "authority_name", "count", "inhabitants_15plus", "rate",
    "rate_from", "rate_to", "smoothed", "smoothed_from", "rank_by_count", "standing",
)  # fmt: skip


def ranking(overview: Overview, texts: Texts) -> Lines:
    """Return the ranking of municipalities, each measure by itself."""
    measures_of = overview.ranking["measure"].unique().to_list()
    shown = overview.ranking.rename({"base": "inhabitants_15plus"}).with_columns(
        _said("measure", measures_of, "overview-measure", texts),
        _said("standing", ("above", "same", "below"), "overview-standing", texts),
    )
    table = lines(shown, [*_RANKED])
    first = [[measure, *row] for measure, row in zip(shown["measure"].to_list(), table.rows, strict=True)]
    return Lines([Column("measure", "text"), *_as_text(table.columns, "standing")], first)


def _as_text(columns: Sequence[Column], *names: str) -> list[Column]:
    return [Column(each.name, "text") if each.name in names else each for each in columns]


def trend(overview: Overview, texts: Texts) -> Lines:
    """Return the counts of each round, over the municipalities that are in all of them."""
    groups = [f"{group}{part}" for group in GROUPS for part in ("", "_debts", "_halere", "_municipalities")]
    named = overview.trend.join(_areas(overview), on=["level", "area"], how="left", maintain_order="left")
    shown = named.with_columns(
        _said("level", _LEVELS, "overview-level", texts), pl.col("area name").alias("area")
    )  # fmt: skip
    return lines(shown, ["level", "area", "round", "as_of", "municipalities", *groups])


def trend_steps(overview: Overview) -> Lines:
    """Return each step from a round to the next, and which municipalities are only in one of them."""
    names = dict(overview.municipalities.select("code", "name").rows())
    groups = [f"{group}_{when}" for group in GROUPS for when in ("before", "after", "municipalities")]
    columns = [Column("before", "text"), Column("after", "text"), column("municipalities"),
               *(column(name) for name in groups), Column("joined", "text"), Column("left", "text")]  # fmt: skip
    rows = []
    for row in overview.trend_steps.iter_rows(named=True):
        told = {side: ", ".join(names.get(code, code) for code in row[side]) or None for side in ("joined", "left")}
        rows.append([value_of({**row, **told}, each) for each in columns])
    return Lines(columns, rows)


def not_reported(overview: Overview) -> Lines:
    """Return the municipalities without a report."""
    return lines(overview.not_reported, ("name", "code", "authority_name", "district_name", "inhabitants_15plus"))

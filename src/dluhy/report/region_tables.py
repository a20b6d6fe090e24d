"""The tables of a region's page: areas, the ranking, categories, who did not report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.places import by_czech
from dluhy.report.html import Cell, Table
from dluhy.report.region_bands import BASE, decimal, rates
from dluhy.report.region_cells import NOT_KNOWN, hides, is_at_least, text_cell
from dluhy.report.region_codes import categories

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dluhy.report.region_bands import Level, Measure, Rate
    from dluhy.report.region_cells import Told

_FIGURES: Final = ("children", "adults", "undecided", "debts", "halere")
_OWN: Final = ("to_stop_debts", "birthdays_90", "stopped_debts")
_COLUMNS: Final = ("debts", "people", "halere", "municipalities")
_MOST_CREDITORS: Final = 40


def measure_of(told: Told) -> Measure:
    """Return who is compared: everybody; in a public release adults, as of few places the sum is published."""
    return "adults" if told.overview.public else "people"


def areas_table(told: Told, areas: pl.DataFrame, level: Level) -> Table:
    """Return the table of areas of a level with their figures, and the region's in the last row."""
    own = () if told.overview.public else _OWN
    columns = (*_FIGURES, *own)
    municipal = level == "municipality"
    headers = [told(f"col-{level}"), *([told("col-authority")] if municipal else [told("col-reported")]),
               told("col-inhabitants"), *(told(f"col-{name}") for name in columns),
               told(f"col-rate-{measure_of(told)}")]  # fmt: skip
    shares = {**rates(told.overview, measure_of(told), level), **rates(told.overview, measure_of(told), "region")}
    rows = [_area(told, row, columns, shares, municipal=municipal) for row in areas.iter_rows(named=True)]
    whole = told.overview.total.row(0, named=True)
    starred = [whole, *areas.iter_rows(named=True)] if not municipal else [whole]
    has_stars = any(hides(row, name) for row in starred for name in columns)
    return Table(
        caption=told(f"caption-{level}", day=told.texts.day(told.overview.as_of)), headers=headers, rows=rows,
        total=_area(told, whole, columns, shares, municipal=municipal),
        notes=[told("note-partly")] if has_stars else [], sortable=True,
    )  # fmt: skip


def _area(
    told: Told, row: dict[str, Any], columns: Sequence[str], shares: Mapping[str, Rate], *, municipal: bool
) -> list[Cell]:
    share = shares.get("" if row["level"] == "region" else row["code"])
    return [
        text_cell(_dated(told, row)), _second(told, row, municipal=municipal), told.number(row[BASE]),
        *(told.figure(row, name) for name in columns), told.rate(None if share is None else share.per_thousand()),
    ]  # fmt: skip


def _dated(told: Told, row: dict[str, Any]) -> str:
    """Return the name of an area, of a municipality whose figures are not of the day of the overview with theirs."""
    if row["level"] != "municipality" or row["as_of"] in (None, told.overview.as_of):
        return str(row["name"])
    return told("name-of-day", name=row["name"], day=told.texts.day(row["as_of"]))


def _second(told: Told, row: dict[str, Any], *, municipal: bool) -> Cell:
    """Return the second cell of an area: of a municipality its authority, else how many of how many reported."""
    if row["level"] == "municipality":
        return text_cell(row["authority_name"] or NOT_KNOWN)
    if municipal:
        return text_cell("")
    of = told("card-of", part=told.count(row["reported"]), whole=told.count(row["municipalities"]))
    return Cell(of, row["reported"], is_number=True)


def ranking_table(told: Told, measure: str) -> Table | None:
    """Return the ranking by a measure, fair to size; None where nobody can be ranked."""
    rows = told.overview.ranking.filter(pl.col("measure") == measure, pl.col("rank").is_not_null()).sort("rank", "code")
    if not rows.height:
        return None
    names = ("municipality", "rank", "authority", "count", f"rate-{measure}", "interval", "smoothed", "rank-span",
             "standing", "rank-by-count")  # fmt: skip
    return Table(
        caption=told(f"caption-ranking-{measure}"),
        headers=[told(f"col-{name}") for name in names],
        rows=[_ranked(told, row) for row in rows.iter_rows(named=True)],
        sortable=True,
    )


def _ranked(told: Told, row: dict[str, Any]) -> list[Cell]:
    standing = row["standing"]
    return [
        text_cell(row["name"]), Cell(told("ordinal", rank=row["rank"]), row["rank"], is_number=True),
        text_cell(row["authority_name"] or NOT_KNOWN),
        Cell(told.count(row["count"]), row["count"], is_number=True),
        told.rate(row["rate"]),
        Cell(interval(told, row["rate_from"], row["rate_to"]), row["rate_from"], is_number=True),
        told.rate(row["smoothed"]),
        Cell(_span(row["rank_from"], row["rank_to"]), row["rank_from"], is_number=True),
        text_cell(told(f"standing-{standing}") if standing else NOT_KNOWN, standing if standing == "above" else ""),
        Cell(told("ordinal", rank=row["rank_by_count"]), row["rank_by_count"], is_number=True),
    ]  # fmt: skip


def interval(told: Told, low: float | None, high: float | None) -> str:
    """Return an interval as it is written: its ends with a dash."""
    return NOT_KNOWN if low is None or high is None else f"{decimal(low, told.texts)}–{decimal(high, told.texts)}"


def _span(first: int | None, last: int | None) -> str:
    return NOT_KNOWN if first is None or last is None else f"{first}.–{last}." if first != last else f"{first}."


def code_table(told: Told, name: str, *, most: int | None = None, sortable: bool = False) -> Table | None:
    """Return the table of the categories of one of `TABLES`, at most so many; None where there are none."""
    found = categories(told.overview, name)
    if not found.height:
        return None
    shown = found if most is None else found.head(most)
    left = found.height - shown.height
    columns = [name for name in _COLUMNS if found[name].null_count() < found.height]
    return Table(
        caption=told(f"caption-{name}"),
        headers=[told(f"col-{name}"), *(told(_header(each, found)) for each in columns)],
        rows=[_category(told, row, columns) for row in shown.iter_rows(named=True)],
        notes=[told("note-more", count=left)] if left else [],
        sortable=sortable,
    )


def _header(column: str, found: pl.DataFrame) -> str:
    """Return the heading of a column of numbers; of a public release, which rounds them down, it says so."""
    return f"col-{column}" if found["municipalities"].count() else f"col-least-{column}"


def _category(told: Told, row: dict[str, Any], columns: Sequence[str]) -> list[Cell]:
    return [
        text_cell(told.label(row)),
        *(told.amount(row[name], name, at_least=bool(row["amounts_unknown"])) for name in columns),
    ]


def creditors_table(told: Told) -> Table | None:
    """Return the creditors with most debts from childhood; None where the overview names none."""
    return code_table(told, "creditors", most=_MOST_CREDITORS, sortable=True)


def missing_by_authority(told: Told) -> list[str]:
    """Return who did not report, a line for each authority (ORP)."""
    rows = told.overview.not_reported.sort(by_czech("authority_name"), by_czech("name"), nulls_last=True)
    grouped = rows.group_by("authority_name", maintain_order=True).agg("name")
    return [f"{authority or NOT_KNOWN}: {', '.join(names)}" for authority, names in grouped.iter_rows()]


def trend_table(told: Told) -> Table | None:
    """Return the figures of each round over the municipalities that are in all of them; None with fewer than two."""
    rows = told.overview.trend.filter(pl.col("level") == "region").sort("round")
    if not rows.height:
        return None
    columns = [f"{group}{part}" for group in ("children", "adults", "undecided") for part in ("", "_debts", "_halere")]
    return Table(
        caption=told("caption-trend"),
        headers=[told("col-round"), told("col-municipalities"), *(told(f"col-trend-{name}") for name in columns)],
        rows=[_round(told, row, columns) for row in rows.iter_rows(named=True)],
        notes=[told("note-trend-public" if told.overview.public else "note-trend")],
    )


def _round(told: Told, row: dict[str, Any], columns: Sequence[str]) -> list[Cell]:
    return [
        text_cell(told.texts.day(row["as_of"])), told.number(row["municipalities"]),
        *(told.amount(row[name], name, at_least=is_at_least(row, name)) for name in columns),
    ]  # fmt: skip

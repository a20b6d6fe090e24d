"""The columns of the sheets of a region, and what stands in a cell of which the number is not there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import frozen

from dluhy.region.overview import GROUPS, Overview
from dluhy.report.layout import Sum
from dluhy.report.region_cells import kept_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import polars as pl

    from dluhy.report.texts import Texts

Kind = Literal["text", "count", "money", "day", "rate"]
Value = str | int | float | date | Sum | None

_OF_AREAS: Final = (
    "people", *GROUPS, "debts", "halere", "amounts_unknown", "to_stop_people", "to_stop_debts", "to_stop_halere",
    "by_executor_debts", "by_office_debts", "birthdays_90", "stopped_people", "stopped_debts", "stopped_halere",
    *(f"{group}{part}" for group in GROUPS for part in ("_debts", "_halere", "_amounts_unknown")),
    "others_people", "others_debts", "rows_judged", "rows_rejected",
)  # fmt: skip
_WHERE: Final = {
    "municipality": ("name", "code", "authority_name", "district_name", "as_of"),
    "authority": ("name", "code", "district_name", "municipalities", "reported", "as_of_first", "as_of"),
    "district": ("name", "code", "municipalities", "reported", "as_of_first", "as_of"),
}
_KINDS: Final[dict[str, Kind]] = {
    "as_of": "day", "as_of_first": "day", "rate": "rate", "rate_from": "rate", "rate_to": "rate", "smoothed": "rate",
    "smoothed_from": "rate",
}  # fmt: skip
_TEXTS: Final = frozenset({"name", "code", "authority_name", "district_name", "label", "level", "area", "round"})


@frozen
class Column:
    """A column: its name (the heading's message is `overview-col-NAME`) and what stands in it."""

    name: str
    kind: Kind


@frozen
class Lines:
    """A table for a sheet: columns, and a row of values for each line."""

    columns: list[Column]
    rows: list[list[Value]]


def column(name: str) -> Column:
    """Return a column by its name."""
    if name in _TEXTS:
        return Column(name, "text")
    return Column(name, "money" if name.endswith("halere") else _KINDS.get(name, "count"))


def lines(frame: pl.DataFrame, names: Iterable[str]) -> Lines:
    """Return columns of a frame as a table; null stays an empty cell."""
    columns = [column(name) for name in names]
    rows = [[value_of(row, each) for each in columns] for row in frame.iter_rows(named=True)]
    return Lines(columns, rows)


def value_of(row: Mapping[str, Any], of: Column) -> Value:
    """Return a value of a row as a cell of its column holds it."""
    value: Value = row[of.name]
    if of.kind != "money" or not isinstance(value, int):
        return value
    partly = row.get(f"{of.name.removesuffix('halere')}at_least")
    return Sum(value, at_least=bool(row.get("amounts_unknown") if partly is None else partly))


def of_areas(overview: Overview, frame: pl.DataFrame, level: str, texts: Texts) -> Lines:
    """Return the areas of a level; a cell without a number says why: not reported, hidden, not known.

    A public release leaves out the columns that it withholds everywhere.
    """
    shown = [name for name in _OF_AREAS if not (overview.public and overview.total[name].null_count())]
    columns = [column(name) for name in (*_WHERE[level], "inhabitants_15plus", *shown)]
    reasons = _Reasons(texts)
    rows = [
        [reasons.instead(row, each.name) if row[each.name] is None else value_of(row, each) for each in columns]
        for row in frame.iter_rows(named=True)
    ]
    return Lines(columns, rows)


@frozen
class _Reasons:
    """What stands in place of a number."""

    texts: Texts

    def instead(self, row: Mapping[str, Any], name: str) -> str | None:
        if name not in _OF_AREAS:
            return self.texts("overview-not-reported") if name == "as_of" and row["reported"] == 0 else None
        if row["reported"] == 0:
            return self.texts("overview-not-reported")
        return self.texts(f"overview-{kept_back(row, name) or 'not-known'}")

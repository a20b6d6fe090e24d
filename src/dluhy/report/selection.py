"""Which part of a result is shown: children, adults, what cannot be decided, or everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import polars as pl

from dluhy.children.outcome import NEEDS_DATA

if TYPE_CHECKING:
    from dluhy.checking import JudgedRows, ListResult

Only = Literal["children", "adults", "undecided"]
"""children: people on LIST-1 (today under 18 with a debt from childhood); adults: LIST-2; undecided: NEEDS_DATA."""

_LISTS = {"children": "LIST-1", "adults": "LIST-2"}


def debts(result: JudgedRows, only: Only | None) -> pl.DataFrame:
    """Return the judged rows of a selection, in the order of the list."""
    if only is None:
        return result.judged
    if only == "undecided":
        return result.judged.filter(pl.col("outcome").cast(pl.String) == NEEDS_DATA)
    return result.judged.filter(pl.col("list").cast(pl.String) == _LISTS[only])


def people(result: ListResult, only: Only | None, selected: pl.DataFrame) -> pl.DataFrame:
    """Return the people whose debts are selected; without a selection all but those with no debt from childhood."""
    if only is None:
        return result.people.filter(pl.col("list").is_null() | (pl.col("list").cast(pl.String) != "LIST-0"))
    return result.people.join(selected.select("person_id").unique(), on="person_id", how="semi", maintain_order="left")


def steps(result: ListResult, only: Only | None, selected: pl.DataFrame) -> pl.DataFrame:
    """Return the steps that serve a selected row, in their order."""
    if only is None:
        return result.steps
    serving = result.steps.select(pl.int_range(pl.len()).alias("place"), "rows").explode("rows")
    kept = serving.join(selected.select(pl.col("row").alias("rows").unique()), on="rows", how="semi")
    return result.steps[kept["place"].unique().sort()]

"""How the counts of a region go on from round to round, only like with like: the same municipalities in each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from dluhy.region.overview import GROUPS, STEPS_OF_TREND, TREND
from dluhy.region.sums import sum_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from dluhy.region.data import Data

Period = Literal["day", "month", "quarter", "year"]
_LEVELS: Final = ("region", "district", "authority")
_PARTS: Final = {"people": "", "debts": "_debts"}
_FEWEST: Final = 2


def round_by(period: Period) -> Callable[[date], str]:
    """Return how the round of a day is called: "2026-11-21", "2026-11", "2026-Q4", "2026"."""
    forms: dict[Period, Callable[[date], str]] = {
        "day": lambda day: day.isoformat(),
        "month": lambda day: f"{day:%Y-%m}",
        "quarter": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
        "year": lambda day: f"{day.year}",
    }
    return forms[period]


def last_of_rounds(data: Data) -> Data:
    """Return the newest report of each municipality in each round."""
    newest = data.beside.sort("as_of", maintain_order=True).unique(["place", "round"], keep="last")
    return data.only(newest["report"])


def last_of_all(data: Data) -> Data:
    """Return the newest report of each municipality."""
    newest = data.beside.sort("as_of", maintain_order=True).unique("place", keep="last")
    return data.only(newest["report"])


def rounds_of(data: Data) -> tuple[str, ...]:
    """Return the rounds there are, the oldest first."""
    return tuple(data.beside.group_by("round").agg(pl.col("as_of").max()).sort("as_of")["round"].to_list())


def trend(data: Data, places: pl.DataFrame, region: str) -> pl.DataFrame:
    """Return TREND over all rounds; `data` holds at most one report of a municipality in each round."""
    rounds = rounds_of(data)
    if len(rounds) < _FEWEST:
        return pl.DataFrame(schema=TREND)
    panel = _in_all(data.beside, len(rounds))
    cells = data.cells.filter(pl.col("place").is_in(panel.implode()))
    where = places.select(pl.col("code").alias("place"), "authority", "district")
    placed = cells.join(where, on="place", how="inner").with_columns(pl.lit(region).alias("region"))
    levels = [_of_level(placed, level, level, len(rounds)) for level in _LEVELS]
    whole = pl.concat(levels)
    order = pl.col("round").replace_strict(rounds, range(len(rounds)), return_dtype=pl.Int32)
    level = pl.col("level").replace_strict(_LEVELS, range(len(_LEVELS)), return_dtype=pl.Int8)
    return whole.sort(level, "area", order).select(pl.col(name).cast(dtype) for name, dtype in TREND.items())


def _in_all(beside: pl.DataFrame, rounds: int) -> pl.Series:
    return beside.group_by("place").len().filter(pl.col("len") == rounds)["place"]


def _of_level(cells: pl.DataFrame, level: str, column: str, rounds: int) -> pl.DataFrame:
    """Return the rows of a level; each group over the municipalities that show it in every round."""
    keys = [pl.lit(level).alias("level"), pl.col(column).alias("area"), "round"]
    frame = cells.with_columns(keys[:2]).group_by("level", "area", "round", maintain_order=True).agg(
        pl.col("as_of").max(), pl.col("place").n_unique().alias("municipalities")
    )  # fmt: skip
    for group in GROUPS:
        own = cells.filter((pl.col("group") == group) & ~pl.col("hidden"))
        shown = own.join(own.group_by("place").len().filter(pl.col("len") == rounds), on="place", how="semi")
        sums = shown.group_by(pl.col(column).alias("area"), "round").agg(
            *(pl.col(name).sum().alias(f"{group}{part}") for name, part in _PARTS.items()),
            *sum_of("", f"{group}_"),
            pl.col("place").n_unique().alias(f"{group}_municipalities"),
        )
        frame = frame.join(sums, on=["area", "round"], how="left", maintain_order="left")
    return frame.with_columns(pl.col(f"{group}_municipalities").fill_null(0) for group in GROUPS)


def trend_steps(data: Data) -> pl.DataFrame:
    """Return STEPS_OF_TREND: from each round to the next over the municipalities that are in both."""
    rows = [_step(data, before, after) for before, after in pairwise(rounds_of(data))]
    return pl.DataFrame(rows, schema=STEPS_OF_TREND)


def _step(data: Data, before: str, after: str) -> dict[str, object]:
    old, new = (data.beside.filter(pl.col("round") == name) for name in (before, after))
    both = old.join(new.select("place"), on="place", how="semi")["place"]
    row: dict[str, object] = {
        "before": before,
        "after": after,
        "municipalities": both.len(),
        "joined": _only(new, old),
        "left": _only(old, new),
        "packs_differ": old["pack"].append(new["pack"]).n_unique() > 1,
    }
    for group in GROUPS:
        row |= _of_group(data.cells.filter(pl.col("group") == group), group, both, (before, after))
    return row


def _only(one: pl.DataFrame, other: pl.DataFrame) -> list[str]:
    return one.join(other.select("place"), on="place", how="anti")["place"].sort().to_list()


def _of_group(cells: pl.DataFrame, group: str, both: pl.Series, rounds: Sequence[str]) -> dict[str, object]:
    own = cells.filter(pl.col("round").is_in(rounds) & pl.col("place").is_in(both.implode()) & ~pl.col("hidden"))
    shown = own.group_by("place").len().filter(pl.col("len") == len(rounds))
    own = own.join(shown, on="place", how="semi")
    people = [own.filter(pl.col("round") == name)["people"].sum() if shown.height else None for name in rounds]
    return {
        f"{group}_before": people[0],
        f"{group}_after": people[1],
        f"{group}_municipalities": shown.height,
    }

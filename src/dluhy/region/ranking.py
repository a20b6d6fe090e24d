"""A ranking that is fair to size: rates with exact intervals, ranks by what is sure, and what cannot be told apart.

One child in a village of sixty is a rate of 16.7 per 1,000, and still no reason to put the village first: it is ranked
by the lower end of the rate that is drawn to the mean (`dluhy.region.rates`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.places import by_czech
from dluhy.region.overview import RANKING
from dluhy.region.rates import interval, prior, smoothed

if TYPE_CHECKING:
    from collections.abc import Sequence

PER: Final = 1_000
MEASURES: Final = ("people", "children", "adults")
_DIGITS: Final = 4
"""Decimal places of a rate per 1,000; ends that differ by less are taken as equal."""

_RATES: Final = dict.fromkeys(("rate", "rate_from", "rate_to", "smoothed", "smoothed_from"), pl.Float64())


def rate_interval(count: int, base: int) -> tuple[float, float]:
    """Return the ends of the exact 95 % interval of a rate per 1,000; `base` are people, above 0."""
    low, high = (round(PER * end / base, _DIGITS) for end in interval(count))
    return low, high


def ranked(municipalities: pl.DataFrame) -> pl.DataFrame:
    """Return RANKING for the municipalities (AREAS) that reported, each measure by itself.

    What is hidden is left out of everything, the region's rate included.
    """
    frames = [_ranked(municipalities, measure) for measure in MEASURES]
    return pl.concat(frames)


def _ranked(municipalities: pl.DataFrame, measure: str) -> pl.DataFrame:
    counted = municipalities.filter((pl.col("reported") > 0) & pl.col(measure).is_not_null())
    frame = counted.select(
        pl.lit(measure).alias("measure"), "code", "name", "authority_name", "district_name",
        pl.col(measure).alias("count"), _base().alias("base"),
    )  # fmt: skip
    frame = frame.hstack(_rates(frame)).with_columns(
        pl.col("count").rank("min", descending=True).cast(pl.Int64).alias("rank_by_count")
    )
    frame = _with_standing(_with_ranks(frame))
    ordered = frame.sort(pl.col("rank").is_null(), "rank", -pl.col("count"), by_czech("name"), "code")
    return ordered.select(pl.col(name).cast(dtype) for name, dtype in RANKING.items())


def _base() -> pl.Expr:
    """Return whom a rate is based on, null where nobody is known to live."""
    base = pl.col("inhabitants_15plus")
    return pl.when(base > 0).then(base)


def _rates(frame: pl.DataFrame) -> pl.DataFrame:
    known = frame.filter(pl.col("base").is_not_null())
    given = prior(known["count"].to_list(), known["base"].to_list())
    told = []
    for count, base in frame.select("count", "base").rows():
        if base is None:
            told.append((None,) * len(_RATES))
            continue
        heads = (count / base, *(end / base for end in interval(count)), *smoothed(count, base, given))
        told.append(tuple(round(PER * rate, _DIGITS) for rate in heads))
    return pl.DataFrame(told, schema=_RATES, orient="row")


def _with_ranks(frame: pl.DataFrame) -> pl.DataFrame:
    """Add the rank by the lower end of the smoothed rate, and the ranks that cannot be told apart from it.

    Another place surely comes before where all of its interval lies above, surely after where all of it lies below.
    """
    known = frame.filter(pl.col("rate").is_not_null())
    lows, highs = known["rate_from"].to_list(), known["rate_to"].to_list()
    before = [_above(lows, high) for high in highs]
    after = [_below(highs, low) for low in lows]
    ranks = known.select(
        "code", pl.col("smoothed_from").rank("min", descending=True).cast(pl.Int64).alias("rank")
    ).with_columns(
        pl.Series("rank_from", [1 + count for count in before], dtype=pl.Int64),
        pl.Series("rank_to", [known.height - count for count in after], dtype=pl.Int64),
    )
    return frame.join(ranks, on="code", how="left", maintain_order="left")


def _above(lows: Sequence[float], high: float) -> int:
    return sum(low > high for low in lows)


def _below(highs: Sequence[float], low: float) -> int:
    return sum(high < low for high in highs)


def _with_standing(frame: pl.DataFrame) -> pl.DataFrame:
    """Add whether a place lies above or below the rate of all that are ranked, or cannot be told apart from it."""
    known = frame.filter(pl.col("rate").is_not_null())
    base = int(known["base"].sum())
    whole = PER * int(known["count"].sum()) / base if base else 0.0
    standing = (
        pl.when(pl.col("rate").is_null())
        .then(pl.lit(None, dtype=pl.String))
        .when(pl.col("rate_from") > whole)
        .then(pl.lit("above"))
        .when(pl.col("rate_to") < whole)
        .then(pl.lit("below"))
        .otherwise(pl.lit("same"))
    )
    return frame.with_columns(standing.alias("standing"))

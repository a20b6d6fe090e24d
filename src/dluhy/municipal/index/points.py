"""Points of one dimension for many municipalities: exact in whole numbers, with bounds where something is unknown.

A count `n` stands in units of its column, `per` of which make one; shares are compared by cross-multiplying in 128
bits, so that a share or quotient that lies exactly on a threshold gets the point of that threshold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.municipal.index.method import POINTS_OF_PART

if TYPE_CHECKING:
    from fractions import Fraction

    from dluhy.municipal.index.method import Dimension, Method
    from dluhy.municipal.index.reference import Reference

PARTS: Final = ("count", "share", "lq")
_WIDE: Final = pl.Int128
_N, _B = pl.col("n"), pl.col("b")
_PER_CENT: Final = 100
_DIGITS: Final = 9
"""Decimals of numbers to read: the last places of a division differ with the length of a column."""


def points_of(frame: pl.DataFrame, dimension: Dimension, method: Method, reference: Reference) -> pl.DataFrame:
    """Return the values and points of a dimension, a row for each of the frame in its order.

    The frame has `n` (count, null unknown), `b` (base, null unknown) and `region` with which is compared (null where
    that is not known). The result has `<dimension>_` and value, base, share (per cent), lq, `<part>_points` for each of
    `PARTS`, points, points_least, points_most; what is not known is null, and the bounds hold every possibility.
    """
    joined = frame.join(_thresholds(dimension, method, reference), on="region", how="left", maintain_order="left")
    least, most = _least(dimension), _most(dimension)
    bounds = joined.with_columns(
        *(least[part].alias(f"{part}_least") for part in PARTS), *(most[part].alias(f"{part}_most") for part in PARTS)
    )
    totals = {end: pl.sum_horizontal(f"{part}_{end}" for part in PARTS).cast(pl.Int8) for end in ("least", "most")}
    shown = bounds.select(
        *_values(dimension),
        *(_decided(f"{part}_least", f"{part}_most").alias(f"{part}_points") for part in PARTS),
        points_least=totals["least"],
        points_most=totals["most"],
    ).with_columns(points=_decided("points_least", "points_most"))
    return shown.rename({name: f"{dimension.code}_{name}" for name in shown.columns})


def _decided(least: str, most: str) -> pl.Expr:
    """Return what both bounds say, null where they differ."""
    return pl.when(pl.col(least) == pl.col(most)).then(pl.col(least)).cast(pl.Int8)


def _values(dimension: Dimension) -> list[pl.Expr]:
    """Return count, base, share and quotient for people to read; points never come from these."""
    value = _N / dimension.per
    share = pl.when(_B > 0).then(value / _B * _PER_CENT).when(_B == 0).then(0.0)
    quotient = pl.when(_N == 0).then(0.0).when(pl.col("mean") > 0).then(value / _B / pl.col("mean"))
    shown = {"value": value, "share": share, "lq": quotient}
    return [_B.alias("base"), *(number.round(_DIGITS).alias(name) for name, number in shown.items())]


def _thresholds(dimension: Dimension, method: Method, reference: Reference) -> pl.DataFrame:
    """Return the shares at which the quotient of each region gives points, as numerators and denominators.

    `high` is for the least points: the reference as large as it can be. `mean` is the reference where it is known.
    """
    regions = sorted({area for area, code in reference.sums if code == dimension.code})
    rows = []
    for region in regions:
        low, high = reference.share(region, dimension)
        row: dict[str, object] = {"region": region, "mean": float(low) if low == high else None}
        for name, mean in (("low", low), ("high", high)):
            for number, ratio in enumerate(method.lq):
                limit = ratio * mean
                row |= {f"{name}{number}": limit.numerator, f"{name}{number}_of": limit.denominator}
        rows.append(row)
    wide = {f"{name}{number}{end}": _WIDE for name in ("low", "high") for number in (0, 1) for end in ("", "_of")}
    return pl.DataFrame(rows, schema={"region": pl.String, "mean": pl.Float64, **wide}, orient="row")


def _banded(below: pl.Expr, above: pl.Expr) -> pl.Expr:
    """Return nought where the value is below the first threshold, two where above the second, else one."""
    return pl.when(below).then(0).when(above).then(POINTS_OF_PART).otherwise(1)


def _of_count(dimension: Dimension, count: pl.Expr) -> pl.Expr:
    low, high = (threshold * dimension.per for threshold in dimension.counts)
    return _banded(count < low, count > high)


def _of_share(dimension: Dimension) -> pl.Expr:
    (below, above) = (_compared(dimension, *_literal(share)) for share in dimension.shares)
    return _banded(below < 0, above > 0)


def _of_quotient(dimension: Dimension, reference: str) -> pl.Expr:
    columns = ((pl.col(f"{reference}{number}"), pl.col(f"{reference}{number}_of")) for number in (0, 1))
    below, above = (_compared(dimension, *pair) for pair in columns)
    return pl.when(_N == 0).then(0).otherwise(_banded(below < 0, above > 0))


def _literal(share: Fraction) -> tuple[pl.Expr, pl.Expr]:
    return pl.lit(share.numerator, dtype=_WIDE), pl.lit(share.denominator, dtype=_WIDE)


def _compared(dimension: Dimension, numerator: pl.Expr, denominator: pl.Expr) -> pl.Expr:
    """Return a number below, at or above nought as the share of the row is below, at or above a fraction."""
    return _N.cast(_WIDE) * denominator - numerator * _B.cast(_WIDE) * dimension.per


def _least(dimension: Dimension) -> dict[str, pl.Expr]:
    """Return the fewest points of each part: an unknown count may be none, an unknown base very large."""
    settled = _N.is_not_null() & _B.is_not_null() & (_B > 0)
    return {
        "count": pl.when(_N.is_null()).then(0).otherwise(_of_count(dimension, _N)),
        "share": pl.when(settled).then(_of_share(dimension)).otherwise(0),
        "lq": pl.when(settled & pl.col("high0").is_not_null()).then(_of_quotient(dimension, "high")).otherwise(0),
    }


def _most(dimension: Dimension) -> dict[str, pl.Expr]:
    """Return the most points of each part: an unknown count may be the whole base, an unknown base just the count."""
    nobody = (_N == 0).fill_null(value=False) | (_B == 0).fill_null(value=False)
    settled = _N.is_not_null() & _B.is_not_null()
    everybody = pl.coalesce(_N, _B * dimension.per)
    lq_known = settled & pl.col("low0").is_not_null()
    return {
        "count": pl.when(everybody.is_null()).then(POINTS_OF_PART).otherwise(_of_count(dimension, everybody)),
        "share": pl.when(nobody).then(0).when(settled).then(_of_share(dimension)).otherwise(POINTS_OF_PART),
        "lq": pl.when(nobody).then(0).when(lq_known).then(_of_quotient(dimension, "low")).otherwise(POINTS_OF_PART),
    }

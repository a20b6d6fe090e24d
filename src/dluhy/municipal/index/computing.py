"""The index of social exclusion of municipalities: five dimensions of three sub-scores, 0 to 30 points, four bands.

Each dimension gives 0 to 2 points for a count, for its share in the inhabitants and for the location quotient: that
share against the mean of the shares of region and state. A municipality without a school takes all three of that
dimension from the municipality whose school is nearest. Thresholds are dated data of the pack; comparisons are exact.
Source: Agentura pro sociální začleňování, Index sociálního vyloučení; the thresholds come from its workbook of 2023.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import frozen

from dluhy import places
from dluhy.municipal.index.checks import completed, has_school, require_columns, require_sound
from dluhy.municipal.index.columns import AREAS, SCHOOL
from dluhy.municipal.index.method import method_of
from dluhy.municipal.index.points import points_of
from dluhy.municipal.index.reference import reference_of, require_sums
from dluhy.places import exclusion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.pack import Pack
    from dluhy.municipal.index.method import Band, Dimension, Method
    from dluhy.municipal.index.reference import Reference

FROM_FILE: Final = "frame"
SHIPPED: Final = "shipped"


@frozen(kw_only=True)
class Indexed:
    """An index computed: one row for each municipality of the input in its order, and what it was computed with.

    `counts` has for each row and dimension what was compared: `<dimension>_n` in units of its column, `<dimension>_b`
    and `<dimension>_region`; for a borrowed school those of the lender.
    """

    rows: pl.DataFrame
    counts: pl.DataFrame
    method: Method
    reference: Reference


def index_of(
    frame: pl.DataFrame, year: int, pack: Pack, *, reference: pl.DataFrame | None = None, partial: bool = False
) -> pl.DataFrame:
    """Return the index of each municipality of a frame for a year, one row for each in its order.

    `frame` has the columns of `dluhy.municipal.index.columns.COLUMNS`: code (six digits), whole numbers of inhabitants,
    persons, payments of the year and pupils; null is unknown. `reference` gives sums of areas (column `area`: CZ or a
    region, and the same columns); without it they are made from the frame where it holds the whole area, else taken
    from the pack. `partial` asks for the unofficial index of the dimensions that remain after the benefits merged.

    The result has code, name, region, year, official, the columns of `points_of` for each dimension, school (code of
    the municipality whose school was taken), school_name, school_own, school_source, index, index_least, index_most,
    band, band_least, band_most, region_sums and state_sums (given, frame or pack). What an unknown input leaves open is
    null, with bounds. Raises InputError with everything that is wrong with the input, or if the index cannot be
    computed for the year.
    """
    return computed(frame, year, pack, reference=reference, partial=partial).rows


def computed(
    frame: pl.DataFrame, year: int, pack: Pack, *, reference: pl.DataFrame | None = None, partial: bool = False
) -> Indexed:
    """Return the index as `index_of` does, with what it was computed with; raises InputError as there."""
    method = method_of(pack, year, partial=partial)
    require_columns(frame, method)
    whole = completed(frame)
    require_sound(whole, method)
    if reference is not None:
        require_sums(reference, method)
    prepared = _with_schools(_placed(whole), method)
    lenders = prepared.filter(pl.col("lender_source").is_not_null())
    regions = [*prepared["region"], *lenders["lender_region"]]
    means = reference_of(prepared, regions, method, pack, reference)
    counts = pl.concat([_compared(prepared, dimension) for dimension in method.dimensions], how="horizontal")
    points = [_points(counts, dimension, method, means) for dimension in method.dimensions]
    rows = pl.concat([_heads(prepared, method), *points, _feet(prepared, method, means)], how="horizontal")
    return Indexed(rows=_totalled(rows, method), counts=counts, method=method, reference=means)


def _placed(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame with the name and region of each municipality and whether it has a school."""
    known = places.frame().select("code", "name", "region")
    return frame.join(known, on="code", how="left", maintain_order="left").with_columns(has=has_school())


def _with_schools(frame: pl.DataFrame, method: Method) -> pl.DataFrame:
    """Return a frame with the pupils that count for each municipality: its own, or those of the school it borrows."""
    lender = pl.when(pl.col("has")).then("code").otherwise("school").alias("lender")
    joined = frame.with_columns(lender).join(_lenders(frame, method), on="lender", how="left", maintain_order="left")
    regions = places.frame().select(pl.col("code").alias("lender"), pl.col("name").alias("lender_name"),
                                    pl.col("region").alias("lender_region"))  # fmt: skip
    return joined.join(regions, on="lender", how="left", maintain_order="left")


def _lenders(frame: pl.DataFrame, method: Method) -> pl.DataFrame:
    """Return the schools of a frame, and of its year those shipped that the frame does not have."""
    columns = ("lender", "lender_po_zs", "lender_po_zs_base", "lender_source")
    own = frame.filter(pl.col("has")).select("code", "po_zs", "po_zs_base", pl.lit(FROM_FILE).alias("source"))
    if method.year == exclusion.YEAR:
        shipped = pl.concat(
            [exclusion.schools(), exclusion.frame().filter("own_school").select(exclusion.schools().columns)]
        )
        others = shipped.filter(~pl.col("code").is_in(frame["code"].implode()))
        own = pl.concat([own, others.with_columns(pl.lit(SHIPPED).alias("source"))])
    return own.rename(dict(zip(own.columns, columns, strict=True)))


def _compared(frame: pl.DataFrame, dimension: Dimension) -> pl.DataFrame:
    """Return what is compared in a dimension: count, base, region."""
    borrowed = dimension.code == SCHOOL
    names = ("lender_po_zs", "lender_po_zs_base", "lender_region") if borrowed else (
        dimension.count, dimension.base, "region")  # fmt: skip
    return frame.select(
        pl.col(name).alias(f"{dimension.code}_{short}") for name, short in zip(names, ("n", "b", "region"), strict=True)
    )


def _points(counts: pl.DataFrame, dimension: Dimension, method: Method, means: Reference) -> pl.DataFrame:
    named = counts.select(pl.col(f"{dimension.code}_{short}").alias(short) for short in ("n", "b", "region"))
    return points_of(named, dimension, method, means)


def _heads(frame: pl.DataFrame, method: Method) -> pl.DataFrame:
    return frame.select(
        "code", "name", "region", pl.lit(method.year, dtype=pl.Int32).alias("year"),
        pl.lit(method.official).alias("official"),
    )  # fmt: skip


def _feet(frame: pl.DataFrame, method: Method, means: Reference) -> pl.DataFrame:
    sources = {region: means.sources(region, method) for region in frame["region"].unique()}
    return frame.select(
        pl.col("lender").alias("school"), pl.col("lender_name").alias("school_name"), pl.col("has").alias("school_own"),
        pl.col("lender_source").alias("school_source"),
        pl.col("region").replace_strict(sources, return_dtype=pl.String).alias("region_sums"),
        pl.lit(means.sources(AREAS, method)).alias("state_sums"),
    )  # fmt: skip


def _totalled(rows: pl.DataFrame, method: Method) -> pl.DataFrame:
    """Add the index and its band, with their bounds."""
    ends = {
        f"index_{end}": pl.sum_horizontal(f"{d.code}_points_{end}" for d in method.dimensions).cast(pl.Int16)
        for end in ("least", "most")
    }
    summed = rows.with_columns(**ends).with_columns(
        index=pl.when(pl.col("index_least") == pl.col("index_most")).then("index_least")
    )
    bands = {f"band_{end}": band_at(pl.col(f"index_{end}"), method.bands) for end in ("least", "most")}
    return summed.with_columns(**bands).with_columns(
        band=pl.when(pl.col("band_least") == pl.col("band_most")).then("band_least")
    )


def band_at(points: pl.Expr, bands: Sequence[Band]) -> pl.Expr:
    """Return the code of the band in which points lie; null where the index has no bands."""
    found = pl.lit(None, dtype=pl.String)
    for band in bands:
        found = pl.when(points.is_between(band.least, band.most)).then(pl.lit(band.code)).otherwise(found)
    return found

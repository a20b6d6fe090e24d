"""Counts of municipalities put beside the places of a region, and added up by ORP, district and region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.negotiating import BANDS
from dluhy.region.data import NUMBERS
from dluhy.region.overview import AREAS, GROUPS

if TYPE_CHECKING:
    from dluhy.region.data import Data

SOON: Final = tuple(str(band) for band in BANDS if band <= 90)  # noqa: PLR2004 - the bands of `birthdays_90`
_PARTS: Final = {"people": "", "debts": "_debts", "halere": "_halere", "amounts_unknown": "_amounts_unknown"}
_ADDED: Final = (
    *(f"{group}{part}" for group in GROUPS for part in _PARTS.values()),
    "to_stop_people", "to_stop_debts", "to_stop_halere", "by_executor_debts", "by_office_debts", "since_reported",
    "stopped_debts", "stopped_people", "stopped_halere", "birthdays_90", "others_people", "others_debts",
    "rows_judged", "rows_rejected",
)  # fmt: skip
_OF_PLACES: Final = (
    "code", "name", "authority", "authority_name", "district", "district_name", "inhabitants", "inhabitants_15plus",
)  # fmt: skip


def municipalities(data: Data, places: pl.DataFrame) -> pl.DataFrame:
    """Return a row of AREAS for each of some places; `data` holds at most one report of each of them."""
    frame = places.select(_OF_PLACES).sort("name", "code")
    for part in (_of_groups(data), _of_tables(data), _beside(data)):
        frame = frame.join(part, left_on="code", right_on="place", how="left", maintain_order="left")
    reported = pl.col("as_of").is_not_null()
    frame = frame.with_columns(
        pl.lit("municipality").alias("level"),
        pl.lit(1, dtype=pl.Int64).alias("municipalities"),
        reported.cast(pl.Int64).alias("reported"),
        pl.col("as_of").alias("as_of_first"),
        pl.when(reported).then("inhabitants_15plus").alias("inhabitants_15plus_counted"),
        *(pl.col(f"{group}_hidden").fill_null(value=False) for group in GROUPS),
    )
    hidden = pl.sum_horizontal(pl.col(f"{group}_hidden").cast(pl.Int64) for group in GROUPS)
    whole = [
        pl.when(reported & (hidden == 0)).then(pl.sum_horizontal(f"{group}{part}" for group in GROUPS)).alias(name)
        for name, part in _PARTS.items()
    ]
    return _typed(_without_unknown(frame.with_columns(hidden.alias("hidden"), *whole)))


def _of_groups(data: Data) -> pl.DataFrame:
    wide = data.cells.select("place", "as_of").unique()
    for group in GROUPS:
        own = data.cells.filter(pl.col("group") == group).select(
            "place",
            *(pl.col(name).alias(f"{group}{part}") for name, part in _PARTS.items()),
            pl.col("hidden").alias(f"{group}_hidden"),
        )
        wide = wide.join(own, on="place", how="left")
    return wide


def _without_unknown(frame: pl.DataFrame) -> pl.DataFrame:
    """Make sums null of which no amount is known."""
    names = [(f"{group}_halere", f"{group}_debts", f"{group}_amounts_unknown") for group in GROUPS]
    return frame.with_columns(
        pl.when((pl.col(unknown).fill_null(0) < pl.col(debts)) | (pl.col(debts) == 0)).then(halere).alias(halere)
        for halere, debts, unknown in [*names, ("halere", "debts", "amounts_unknown")]
    )


def _of_tables(data: Data) -> pl.DataFrame:
    """Return what of the tables stands beside a municipality; of a release without lines or rows it is left out."""
    told = data.beside.drop_nulls("rows_judged")
    lines = data.lines.join(told.select("report"), on="report", how="semi")

    def of(table: str, *codes: str) -> pl.Expr:
        return (pl.col("table") == table) & pl.col("code").is_in(codes)

    def added(name: str, test: pl.Expr, alias: str) -> pl.Expr:
        return pl.col(name).filter(test).sum().alias(alias)

    stop, stopped = of("tones", "stop"), of("changes", "stopped")
    sums = lines.group_by("place").agg(
        *(added(name, stop, f"to_stop_{name}") for name in NUMBERS[:3]),
        added("debts", of("enforcement_kinds", "court_executor"), "by_executor_debts"),
        added("debts", of("enforcement_kinds", "tax"), "by_office_debts"),
        added("people", of("birthdays", *SOON), "birthdays_90"),
        *(added(name, stopped, f"stopped_{name}") for name in NUMBERS[:3]),
    )
    compared = pl.col("compared").cast(pl.Int64)
    whole = told.select("place", compared.alias("since_reported")).join(sums, on="place", how="left")
    names = [name for name in whole.columns if name not in {"place", "since_reported"}]
    filled = whole.with_columns(pl.col(names).fill_null(0))
    changes = [name for name in names if name.startswith("stopped_")]
    return filled.with_columns(pl.when(pl.col("since_reported") > 0).then(name).alias(name) for name in changes)


def _beside(data: Data) -> pl.DataFrame:
    return data.beside.select("place", "others_people", "others_debts", "rows_judged", "rows_rejected")


def added_up(municipalities: pl.DataFrame, level: str, code: str | None, name: str) -> pl.DataFrame:
    """Return a row of AREAS for each area of a level; sums are of the numbers that are known and published.

    `code` is the column of the areas' codes; None adds up everything as one area, called `name`.
    """
    frame = municipalities.with_columns(pl.lit("").alias("code")) if code is None else municipalities.with_columns(
        pl.col(code).alias("code"), pl.col(f"{code}_name").alias("name")
    )  # fmt: skip
    above = {"authority": ("district", "district_name"), "district": (), "region": ()}[level]
    whole = frame.group_by("code", maintain_order=True).agg(
        *(pl.col(column).first() for column in ("name", *above)),
        pl.when(pl.col("inhabitants").is_not_null().all()).then(pl.col("inhabitants").sum()),
        *(_sum(column) for column in ("inhabitants_15plus", "inhabitants_15plus_counted", *_ADDED)),
        pl.col("municipalities", "reported", "hidden").sum(),
        pl.col("as_of").max(),
        pl.col("as_of_first").min(),
        *(pl.col(f"{group}_hidden").any() for group in GROUPS),
    )
    groups = {name: [pl.col(f"{group}{part}") for group in GROUPS] for name, part in _PARTS.items()}
    whole = whole.with_columns(
        pl.when(pl.any_horizontal(part.is_not_null() for part in parts)).then(pl.sum_horizontal(parts)).alias(total)
        for total, parts in groups.items()
    )
    named = whole.with_columns(pl.lit(level).alias("level"))
    return _typed(named if code is not None else named.with_columns(pl.lit(name).alias("name"))).sort("name", "code")


def _sum(column: str) -> pl.Expr:
    """Return a sum that is null where nothing is known."""
    return pl.when(pl.col(column).is_not_null().any()).then(pl.col(column).sum()).alias(column)


def _typed(frame: pl.DataFrame) -> pl.DataFrame:
    absent = [pl.lit(None).alias(name) for name in AREAS if name not in frame.columns]
    return frame.with_columns(absent).select(pl.col(name).cast(dtype) for name, dtype in AREAS.items())

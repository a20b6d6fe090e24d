"""Counts of municipalities put beside the places of a region, and added up by ORP, district and region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.negotiating import BANDS
from dluhy.places import by_czech
from dluhy.region.data import NUMBERS
from dluhy.region.overview import AREAS, GROUPS
from dluhy.region.sums import sum_across, sum_of

if TYPE_CHECKING:
    from dluhy.region.data import Data

SOON: Final = tuple(str(band) for band in BANDS if band <= 90)  # noqa: PLR2004 - the bands of `birthdays_90`
_COUNTS: Final = {"people": "", "debts": "_debts", "amounts_unknown": "_amounts_unknown"}
_OF_CELLS: Final = {**_COUNTS, "halere": "_halere", "at_least": "_at_least", "hidden": "_hidden"}
_ADDED: Final = (
    *(f"{group}{part}" for group in GROUPS for part in _COUNTS.values()),
    "to_stop_people", "to_stop_debts", "by_executor_debts", "by_office_debts", "since_reported",
    "stopped_debts", "stopped_people", "birthdays_90", "others_people", "others_debts",
    "rows_judged", "rows_rejected",
)  # fmt: skip
_SUMS: Final = (*(f"{group}_" for group in GROUPS), "to_stop_", "stopped_")
"""Before which names of columns sums of money stand: `…halere` and `…at_least`, of `…debts`."""
_OF_PLACES: Final = (
    "code", "name", "authority", "authority_name", "district", "district_name", "inhabitants", "inhabitants_15plus",
)  # fmt: skip


def municipalities(data: Data, places: pl.DataFrame) -> pl.DataFrame:
    """Return a row of AREAS for each of some places; `data` holds at most one report of each of them."""
    frame = places.select(_OF_PLACES).sort(by_czech("name"), "code")
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
    frame = frame.with_columns(
        pl.sum_horizontal(pl.col(f"{group}_hidden").cast(pl.Int64) for group in GROUPS).alias("hidden")
    )
    shown = reported & (pl.col("hidden") == 0)
    return _typed(frame.with_columns(pl.when(shown).then(part).alias(name) for name, part in _of_all().items()))


def _of_all() -> dict[str, pl.Expr]:
    """Return the numbers of all groups together."""
    counts = {name: pl.sum_horizontal(f"{group}{part}" for group in GROUPS) for name, part in _COUNTS.items()}
    told = [pl.any_horizontal(pl.col(f"{group}{part}").is_not_null() for group in GROUPS) for part in _COUNTS.values()]
    shown = {name: pl.when(known).then(count) for (name, count), known in zip(counts.items(), told, strict=True)}
    halere, at_least = sum_across([f"{group}_" for group in GROUPS])
    return {**shown, "halere": halere, "at_least": at_least}


def _of_groups(data: Data) -> pl.DataFrame:
    wide = data.cells.select("place", "as_of").unique()
    for group in GROUPS:
        own = data.cells.filter(pl.col("group") == group).select(
            "place", *(pl.col(name).alias(f"{group}{part}") for name, part in _OF_CELLS.items())
        )
        wide = wide.join(own, on="place", how="left")
    return wide


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
        *(added(name, stop, f"to_stop_{name}") for name in NUMBERS),
        added("debts", of("enforcement_kinds", "court_executor"), "by_executor_debts"),
        added("debts", of("enforcement_kinds", "tax"), "by_office_debts"),
        added("people", of("birthdays", *SOON), "birthdays_90"),
        *(added(name, stopped, f"stopped_{name}") for name in NUMBERS),
    )
    compared = pl.col("compared").cast(pl.Int64)
    whole = told.select("place", compared.alias("since_reported")).join(sums, on="place", how="left")
    names = [name for name in whole.columns if name not in {"place", "since_reported"}]
    filled = whole.with_columns(pl.col(names).fill_null(0))
    known = filled.with_columns(_known(name) for name in ("to_stop_", "stopped_")).with_columns(
        (pl.col(f"{name}amounts_unknown") > 0).alias(f"{name}at_least") for name in ("to_stop_", "stopped_")
    )
    changes = [name for name in known.columns if name.startswith("stopped_")]
    return known.with_columns(pl.when(pl.col("since_reported") > 0).then(name).alias(name) for name in changes)


def _known(name: str) -> pl.Expr:
    """Return a sum, null where there are debts and no amount of them is known."""
    debts, unknown = pl.col(f"{name}debts"), pl.col(f"{name}amounts_unknown")
    return pl.when((unknown < debts) | (unknown == 0)).then(f"{name}halere").alias(f"{name}halere")


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
        *(part for name in _SUMS for part in sum_of(name, name)),
        pl.col("municipalities", "reported", "hidden").sum(),
        pl.col("as_of").max(),
        pl.col("as_of_first").min(),
        *(pl.col(f"{group}_hidden").any() for group in GROUPS),
    )
    whole = whole.with_columns(part.alias(name) for name, part in _of_all().items())
    named = whole.with_columns(pl.lit(level).alias("level"))
    return _typed(named if code is not None else named.with_columns(pl.lit(name).alias("name"))).sort(
        by_czech("name"), "code"
    )


def _sum(column: str) -> pl.Expr:
    """Return a sum that is null where nothing is known."""
    return pl.when(pl.col(column).is_not_null().any()).then(pl.col(column).sum()).alias(column)


def _typed(frame: pl.DataFrame) -> pl.DataFrame:
    absent = [pl.lit(None).alias(name) for name in AREAS if name not in frame.columns]
    return frame.with_columns(absent).select(pl.col(name).cast(dtype) for name, dtype in AREAS.items())

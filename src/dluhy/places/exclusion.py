"""The inputs of the index of social exclusion of Karlovarský and Plzeňský kraj for 2023, with the published index.

Source, licence and caveats stand in SOURCE.md beside it. The inputs of the whole country are not shipped.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

import polars as pl

YEAR: Final = 2023
"""The year of the shipped rows."""
COLUMNS: Final = {
    "code": pl.String, "inhabitants_15plus": pl.Int64, "inhabitants_15_64": pl.Int64, "exe": pl.Int64,
    "pnb_payments": pl.Int64, "pnz_payments": pl.Int64, "uoz6": pl.Int64, "po_zs": pl.Int64, "po_zs_base": pl.Int64,
    "own_school": pl.Boolean, "school": pl.String, "published": pl.Int64,
}  # fmt: skip
"""The columns and types, those of `dluhy.municipal.index` and `published`, the index as its publisher gives it."""


@cache
def frame() -> pl.DataFrame:
    """Return the municipalities of both regions, a row each, by code; columns and types as in `COLUMNS`.

    `school` is the municipality whose school is borrowed, null where there is an own one.
    """
    return _all().filter(pl.col("role") == "place").select(*COLUMNS)


@cache
def schools() -> pl.DataFrame:
    """Return the schools outside both regions that municipalities of theirs borrow: code, po_zs, po_zs_base."""
    return _all().filter(pl.col("role") == "donor").select("code", "po_zs", "po_zs_base")


@cache
def _all() -> pl.DataFrame:
    with files("dluhy.places").joinpath("exclusion_2023.csv").open("rb") as source:
        read = pl.read_csv(source, schema_overrides={"code": pl.String, "school": pl.String, "own_school": pl.String})
    return read.with_columns(pl.col("own_school") == "ano")

"""Czech municipalities: in which district, authority and region they lie, where, and how many people live there.

Source and licence of the data stand in SOURCE.md beside it. The table is read when first asked for, once per process.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

import polars as pl
from attrs import frozen

from dluhy.typography import czech_order

COLUMNS: Final = {
    "code": pl.String, "name": pl.String, "district": pl.String, "district_name": pl.String,
    "authority": pl.String, "authority_name": pl.String, "region": pl.String, "region_name": pl.String,
    "inhabitants": pl.Int64, "inhabitants_15plus": pl.Int64,
    "lon": pl.Float64, "lat": pl.Float64,
}  # fmt: skip
"""The columns of the table and their types; numbers are null where no reliable count is known."""

INHABITANTS_15PLUS_ON: Final = date(2023, 12, 31)
"""The day for which `inhabitants_15plus` were counted: people are counted for a day, not over a year."""


@frozen(kw_only=True)
class Place:
    """A municipality: codes and names of itself, its district (LAU 1), authority (ORP) and region, and its people.

    `inhabitants` are counted on 1 January 2025, None where no reliable count is known; `inhabitants_15plus` are those
    aged 15 and over on `INHABITANTS_15PLUS_ON`. `authority` is None for Praha, which is one. `lon` and `lat` are the
    longitude and latitude of its definition point in degrees (WGS 84): where a map puts it, not its middle.
    """

    code: str
    name: str
    district: str
    district_name: str
    authority: str | None
    authority_name: str
    region: str
    region_name: str
    inhabitants: int | None
    inhabitants_15plus: int | None
    lon: float
    lat: float


@cache
def frame() -> pl.DataFrame:
    """Return all municipalities and military areas, a row each, by code; columns and types as in `COLUMNS`."""
    with files("dluhy.places").joinpath("municipalities.csv").open("rb") as source:
        return pl.read_csv(source, schema=COLUMNS)


def municipality(code: str) -> Place | None:
    """Return the municipality of a code of six digits; None where there is none. Praha is one municipality, 554782."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, Place]:
    return {row["code"]: Place(**row) for row in frame().iter_rows(named=True)}


def by_czech(column: str) -> pl.Expr:
    """Return by what to sort a column of names in the order of the Czech alphabet; null stays null."""
    return pl.col(column).map_elements(czech_order, return_dtype=pl.String)

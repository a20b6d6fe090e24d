"""A second reading of the index in exact fractions, plain Python, for the tests to hold the program against."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import polars as pl

from dluhy import places
from dluhy.municipal.index.columns import COLUMNS, SUMS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Row = dict[str, object]
THRESHOLDS = {
    "exe": ("exe", 1, "inhabitants_15plus", (100, 200), ("12", "18")),
    "pnb": ("pnb_payments", 12, "inhabitants_15plus", (40, 80), ("2.1", "3.0")),
    "pnz": ("pnz_payments", 12, "inhabitants_15plus", (30, 60), ("0.9", "1.7")),
    "uoz6": ("uoz6", 1, "inhabitants_15_64", (40, 80), ("1.4", "2.5")),
    "po_zs": ("po_zs", 1, "po_zs_base", (6, 12), ("5.0", "12.0")),
}
"""Dimension -> column, units of one, base, thresholds of the count and of the share in per cent, as published."""
LQ = (Fraction("1.8"), Fraction("2.5"))
REGION = dict(places.frame().select("code", "region").rows())


def banded(value: Fraction, low: Fraction, high: Fraction) -> int:
    return 0 if value < low else 1 if value <= high else 2


def share(row: Mapping[str, object], dimension: str) -> Fraction:
    column, per, base, _, _ = THRESHOLDS[dimension]
    count, whole = row[column], row[base]
    assert isinstance(count, int)
    assert isinstance(whole, int)
    return Fraction(100 * count, per * whole) if whole else Fraction(0)


def points(row: Mapping[str, object], area: Sequence[Mapping[str, object]], dimension: str) -> tuple[int, int, int]:
    """Return count, share and quotient points of a row against the sums of two areas."""
    column, per, _, counts, shares = THRESHOLDS[dimension]
    count = row[column]
    assert isinstance(count, int)
    own, mean = share(row, dimension), sum((share(sums, dimension) for sums in area), Fraction(0)) / 2
    quotient = own / mean if mean else Fraction(0)
    return (
        banded(Fraction(count, per), Fraction(counts[0]), Fraction(counts[1])),
        banded(own, Fraction(shares[0]), Fraction(shares[1])),
        banded(quotient, *LQ),
    )


def index(
    row: Row, by_code: Mapping[object, Row], sums: Mapping[str, Mapping[str, object]]
) -> dict[str, tuple[int, int, int]]:
    """Return the points of every dimension of a municipality; without a school those of the one it borrows from."""
    found = {}
    for dimension in THRESHOLDS:
        counted = by_code[row["school"]] if dimension == "po_zs" and not row["own_school"] else row
        area = (sums[REGION[str(counted["code"])]], sums["CZ"])
        found[dimension] = points(counted, area, dimension)
    return found


def summed(rows: Sequence[Row]) -> dict[str, int]:
    """Return the sums of rows; figures of schools only of those that have one."""
    return {
        name: sum(
            value for row in rows
            if isinstance(value := row[name], int) and (row["own_school"] or not name.startswith("po_zs"))
        )
        for name in SUMS
    }  # fmt: skip


def frame_of(*rows: Row) -> pl.DataFrame:
    """Return rows as a frame; columns that a row does not have are unknown."""
    return pl.DataFrame([{name: row.get(name) for name in COLUMNS} for row in rows], schema=COLUMNS, orient="row")


def place(code: str, **more: object) -> Row:
    """Return a municipality in which nothing gives a point."""
    return {
        "code": code, "inhabitants_15plus": 10_000, "inhabitants_15_64": 8_000, "exe": 0, "pnb_payments": 0,
        "pnz_payments": 0, "uoz6": 0, "po_zs": 0, "po_zs_base": 1_000, "own_school": True, "school": None,
    } | more  # fmt: skip


def sums(**more: object) -> Row:
    """Return sums of an area in which every share is a tenth."""
    return {
        "inhabitants_15plus": 1_000_000, "inhabitants_15_64": 800_000, "exe": 100_000, "pnb_payments": 1_200_000,
        "pnz_payments": 1_200_000, "uoz6": 80_000, "po_zs": 10_000, "po_zs_base": 100_000,
    } | more  # fmt: skip


def reference(**areas: Mapping[str, object]) -> pl.DataFrame:
    """Return sums of areas as a frame."""
    schema = {"area": pl.String(), **dict.fromkeys(SUMS, pl.Int64())}
    return pl.DataFrame([{"area": area, **row} for area, row in areas.items()], schema=schema, orient="row")

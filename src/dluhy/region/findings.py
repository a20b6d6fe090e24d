"""What is to be known of the reports behind an overview: packs that differ, days far apart, who has not reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.region.overview import Finding
from dluhy.typography import czech

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dluhy.region.data import Data


def findings(newest: Data, municipalities: pl.DataFrame, region: str | None) -> tuple[Finding, ...]:
    """Return what to know, the gravest first; `newest` are the newest reports, `municipalities` rows of AREAS."""
    parts = (_packs(newest), _missing(municipalities), _days(newest), _unknown_base(municipalities), _whole(region))
    return tuple(finding for part in parts for finding in part)


def _packs(newest: Data) -> Iterator[Finding]:
    by_pack = newest.beside.group_by("pack").agg(pl.col("place").n_unique().alias("count")).sort("count", "pack")
    if by_pack.height > 1:
        told = "; ".join(f"{pack}: {count}" for pack, count in by_pack.rows())
        cs = f"Obce počítaly podle různých sad pravidel, čísla se nemusí dát srovnat ({told})."
        yield _finding("packs_differ", cs, f"Municipalities counted by different packs of rules ({told}).")


def _missing(municipalities: pl.DataFrame) -> Iterator[Finding]:
    missing, of = municipalities.filter(pl.col("reported") == 0).height, municipalities.height
    if missing:
        cs = f"Souhrn chybí od {missing} z {of} obcí. V součtech proto nejsou; nepočítají se jako nula."
        en = f"{missing} of {of} municipalities have not reported. Sums are without them, not with nought."
        yield _finding("not_reported", cs, en)


def _days(newest: Data) -> Iterator[Finding]:
    if newest.beside["round"].n_unique() > 1:
        first, last = newest.beside.select(pl.col("as_of").min(), pl.col("as_of").max().alias("last")).row(0)
        cs = f"Nejnovější souhrny obcí nejsou z jednoho období: první je z {_day(first)}, poslední z {_day(last)}."
        yield _finding("days_differ", cs, f"The newest summaries are not of one period: {first} to {last}.")


def _day(day: date) -> str:
    return f"{day.day}. {day.month}. {day.year}"


def _unknown_base(municipalities: pl.DataFrame) -> Iterator[Finding]:
    without = municipalities.filter((pl.col("reported") > 0) & ~(pl.col("inhabitants_15plus").fill_null(0) > 0))
    if without.height:
        names = ", ".join(without["name"].to_list())
        cs = f"Bez počtu obyvatel, a proto bez pořadí: {names}."
        yield _finding("no_base", cs, f"Without a count of inhabitants, so without a rank: {names}.")


def _whole(region: str | None) -> Iterator[Finding]:
    if region is None:
        cs = "Obce jsou z různých krajů. Které souhrn neposlaly, se ukáže jen s volbou --region."
        en = "The municipalities are of several regions. Who has not reported is shown with --region only."
        yield _finding("no_region", cs, en)


def _finding(code: str, cs: str, en: str) -> Finding:
    return Finding(code, czech(cs), en)

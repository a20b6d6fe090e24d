"""Reports of many municipalities -> one overview of a region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy import places
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem
from dluhy.region.areas import added_up, municipalities
from dluhy.region.data import data_of
from dluhy.region.findings import findings
from dluhy.region.overview import Overview
from dluhy.region.publishing import published
from dluhy.region.ranking import ranked
from dluhy.region.tabulating import tabulated
from dluhy.region.trending import last_of_all, last_of_rounds, round_by, rounds_of, trend, trend_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.pack import Pack
    from dluhy.region.files import Report
    from dluhy.region.trending import Period

ALL: Final = "ALL"
"""The code of everything that was read, where it is no one region."""


def overview(
    reports: Sequence[Report],
    *,
    region: str | None = None,
    public: bool = False,
    period: Period = "month",
    pack: Pack | None = None,
) -> Overview:
    """Return the overview of a region by the reports of its municipalities (`dluhy.region.files.read_exchanges`).

    `region` is its code (NUTS 3, "CZ041"); without it the one region that all reports are of, or just what was
    reported. `period` is how long a round of reports lasts: of several in one round the newest counts. With `public`
    small counts are hidden. Raises InputError for a region that is none and for reports of another region.
    """
    region = region or _only_region(reports)
    _require(reports, region)
    data = data_of(reports, round_by(period))
    data = published(data) if public else data
    newest, by_round = last_of_all(data), last_of_rounds(data)
    of_region = _places(reports, region)
    own = municipalities(newest, of_region)
    code, name = _named(region)
    total = added_up(own, "region", None, name).with_columns(pl.lit(code).alias("code"))
    packs = tuple(newest.beside["pack"].unique().sort().to_list())
    return Overview(
        region=region,
        region_name=None if region is None else name,
        as_of=max(report.as_of for report in reports),
        public=public,
        municipalities=own,
        authorities=added_up(own, "authority", "authority", ""),
        districts=added_up(own, "district", "district", ""),
        total=total,
        tables=tabulated(newest, of_region, code, pack or default_pack(), public=public),
        ranking=ranked(own),
        trend=trend(by_round, of_region, code),
        trend_steps=trend_steps(by_round),
        rounds=rounds_of(data),
        packs=packs,
        findings=findings(newest, own, region),
        reports=len(reports),
    )


def _only_region(reports: Sequence[Report]) -> str | None:
    regions = {place.region for report in reports if (place := places.municipality(report.code)) is not None}
    return regions.pop() if len(regions) == 1 else None


def _require(reports: Sequence[Report], region: str | None) -> None:
    if not reports:
        raise InputError([Problem("no_files", "#", "není co spojit: chybí souhrny obcí", "there is nothing to join")])
    if region is None:
        return
    inside = places.frame().filter(pl.col("region") == region)
    if inside.is_empty():
        known = ", ".join(places.frame()["region"].unique().sort().to_list())
        raise InputError([Problem("region", "--region", f"takový kraj není; kraje jsou {known}",
                                  f"there is no such region; there are {known}")])  # fmt: skip
    codes = set(inside["code"].to_list())
    foreign = [
        Problem("other_region", report.file, f"obec {report.block.name} ({report.code}) leží v jiném kraji",
                f"the municipality {report.block.name} ({report.code}) lies in another region")
        for report in reports if report.code not in codes
    ]  # fmt: skip
    if foreign:
        raise InputError(foreign)


def _places(reports: Sequence[Report], region: str | None) -> pl.DataFrame:
    frame = places.frame()
    if region is not None:
        return frame.filter(pl.col("region") == region)
    return frame.filter(pl.col("code").is_in([report.code for report in reports]))


def _named(region: str | None) -> tuple[str, str]:
    if region is None:
        return ALL, "všechny nahlášené obce"
    name: str = places.frame().filter(pl.col("region") == region)["region_name"][0]
    return region, name

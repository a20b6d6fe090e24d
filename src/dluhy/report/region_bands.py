"""Municipalities as a map shows them: which of the six bands of the rate each is in, or why it is in none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

import polars as pl
from attrs import frozen

from dluhy import places

if TYPE_CHECKING:
    from dluhy.region.overview import Overview
    from dluhy.report.texts import Texts

Measure = Literal["people", "children", "adults"]
"""Who is counted: all who owe or may owe from childhood, those under 18, those grown up."""

Level = Literal["municipality", "authority", "district", "region"]
"""Which areas are compared."""

State = Literal["shown", "hidden", "missing", "no_base"]
"""What is known: a rate; a count too small to publish; no report; a count without a reliable number of inhabitants."""

BANDS: Final = (0, 1, 2, 3, 4, 5)
"""None at all; under a half of the region's rate; up to the rate; up to one and a half of it; up to twice; more."""

COLOURS: Final = ("#d5e3ec", "#fff3c4", "#fed070", "#fb9a29", "#d1570c", "#7f2704")
"""Of each band. From light to dark in one hue, told apart by those who see no red or no green, and in grey print."""

BASE: Final = "inhabitants_15plus"
"""What rates are based on."""

PER_THOUSAND: Final = 1_000
_EDGES: Final = ((1, 2), (1, 1), (3, 2), (2, 1))  # multiples of the region's rate: upper ends of bands 1 to 4


@frozen(kw_only=True)
class Banded:
    """A municipality on a map; `band` is one of BANDS, None where no rate is shown; `told` is said when pointed at."""

    code: str
    name: str
    authority_name: str
    lon: float
    lat: float
    inhabitants: int | None
    count: int | None
    state: State
    band: int | None
    told: str


@frozen
class Rate:
    """A count among inhabitants, exact."""

    count: int
    base: int

    def band(self, whole: Rate) -> int:
        """Return the band of this rate in comparison with that of the whole."""
        if self.count == 0:
            return 0
        ours, theirs = self.count * whole.base, whole.count * self.base
        return 1 + sum(ours * below > theirs * above for above, below in _EDGES)

    def per_thousand(self) -> float:
        """Return the rate per 1,000, to be shown."""
        return PER_THOUSAND * self.count / self.base


def rates(overview: Overview, measure: Measure, by: Level) -> dict[str, Rate]:
    """Return the rates of areas by code, each over its municipalities whose count is known and published.

    The base are inhabitants aged 15 and over, as in the ranking. Areas without such a municipality are left out.
    """
    known = overview.municipalities.filter(pl.col(measure).is_not_null(), pl.col(BASE).fill_null(0) > 0)
    area = pl.lit("") if by == "region" else pl.col("code" if by == "municipality" else by)
    grouped = known.group_by(area.alias("area")).agg(pl.col(measure).sum(), pl.col(BASE).sum())
    return {code: Rate(count, base) for code, count, base in grouped.iter_rows() if base}


def whole_rate(overview: Overview, measure: Measure) -> Rate | None:
    """Return the region's rate, as `rates`; None where it is not known or nobody owes."""
    found = rates(overview, measure, "region").get("")
    return found if found is not None and found.count else None


def banded(overview: Overview, measure: Measure, texts: Texts) -> list[Banded]:
    """Return the municipalities of an overview that lie somewhere, by code."""
    whole = whole_rate(overview, measure)
    rows = overview.municipalities.sort("code").iter_rows(named=True)
    return [_banded(row, place, measure, whole, texts) for row in rows if (place := places.municipality(row["code"]))]


def _banded(row: dict[str, Any], place: places.Place, measure: Measure, whole: Rate | None, texts: Texts) -> Banded:
    count, base = row[measure], row[BASE]
    state: State = "missing" if row["reported"] == 0 else "hidden" if count is None else "shown"
    rate = Rate(count, base) if state == "shown" and base else None
    if state == "shown" and rate is None and count:
        state = "no_base"
    band = 0 if count == 0 else rate.band(whole) if rate is not None and whole is not None else None
    return Banded(
        code=place.code, name=place.name, authority_name=place.authority_name, lon=place.lon, lat=place.lat,
        inhabitants=row[BASE], count=count, state=state, band=band if state == "shown" else None,
        told=_told(row, state, rate, measure, texts),
    )  # fmt: skip


def _told(row: dict[str, Any], state: State, rate: Rate | None, measure: Measure, texts: Texts) -> str:
    name = texts("region-map-place", name=row["name"], authority=row["authority_name"] or "")
    if state in ("missing", "hidden"):
        return f"{name}: {texts(f'region-map-{state}')}"
    said = texts(f"region-map-count-{measure}", count=row[measure])
    if rate is None:
        return f"{name}: {said}; {texts('region-map-no_base')}"
    return f"{name}: {said}, {texts('region-map-rate', rate=decimal(rate.per_thousand(), texts))}"


def decimal(value: float, texts: Texts) -> str:
    """Return a number as the language writes it, with one decimal place, below one with two."""
    shown = f"{value:,.2f}" if 0 < value < 1 else f"{value:,.1f}"
    return shown.replace(",", "\u00a0").replace(".", ",") if texts.language == "cs" else shown


def whole(number: int, texts: Texts) -> str:
    """Return a whole number as the language writes it."""
    return f"{number:,}".replace(",", "\u00a0" if texts.language == "cs" else ",")

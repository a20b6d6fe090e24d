"""The pictures of a region's page: how it went on, by which rules, authorities (ORP) with intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.region.overview import GROUPS
from dluhy.region.rates import interval as count_interval
from dluhy.report.html import figure, tag
from dluhy.report.region_bands import PER_THOUSAND, decimal, rates, whole_rate
from dluhy.report.region_charts import GROUP_COLOURS, Bar, Columns, Interval, bar_chart, interval_chart, trend_chart
from dluhy.report.region_codes import categories
from dluhy.report.region_tables import interval, measure_of
from dluhy.report.svg import element, safe

if TYPE_CHECKING:
    from dluhy.report.region_bands import Rate
    from dluhy.report.region_cells import Told

_MOST_BARS: Final = 14


def key(told: Told) -> str:
    """Return what the colours of the groups mean."""
    items = [tag("li", _swatch(GROUP_COLOURS[group]), safe(told(f"key-{group}"))) for group in GROUPS]
    return tag("ul", *items, class_="key")


def _swatch(colour: str) -> str:
    inside = element("rect", width=14, height=14, fill=colour)
    return element("svg", inside, width=14, height=14, aria_hidden="true")


def trend(told: Told) -> str:
    """Return the columns of each group over the rounds; nothing with fewer than two rounds."""
    rows = told.overview.trend.filter(pl.col("level") == "region").sort("round").rows(named=True)
    if not rows:
        return ""
    panels = [_panel(told, rows, group) for group in GROUPS]
    said = told("trend-title"), told("trend-described")
    return figure(trend_chart(panels, ident="vyvoj-graf", said=said), told("trend-caption"))


def _panel(told: Told, rows: list[dict[str, Any]], group: str) -> Columns:
    heading = told(f"trend-{group}", count=rows[-1][f"{group}_municipalities"] or 0)
    return Columns(heading, GROUP_COLOURS[group], tuple(
        (told.texts.day(row["as_of"]), row[group],
         told("cell-withheld") if row[group] is None else told.count(row[group]))
        for row in rows
    ))  # fmt: skip


def bars(told: Told, table: str, ident: str) -> str:
    """Return the debts of the categories of a table as bars, the groups one after another; nothing without any."""
    rows = categories(told.overview, table).head(_MOST_BARS).rows(named=True)
    if not rows:
        return ""
    drawn = bar_chart([_bar(told, row) for row in rows], ident=ident,
                      said=(told(f"caption-{table}"), told("bars-described")))  # fmt: skip
    return tag("figure", drawn, tag("figcaption", safe(told("bars-caption"))), key(told))


def _bar(told: Told, row: dict[str, Any]) -> Bar:
    parts = [_bar_part(told, group, row[group]) for group in GROUPS]
    rest = (row["debts"] or 0) - sum(row[group] for group in GROUPS)
    if rest > 0:
        parts.append((float(rest), "#6b6b6b", told("bar-rest", count=told.count(rest))))
    return Bar(told.label(row), tuple(parts), told.count(row["debts"] or 0))


def _bar_part(told: Told, group: str, count: int) -> tuple[float, str, str]:
    said = told("bar-told", group=told(f"key-{group}"), count=told.count(count))
    return float(count), GROUP_COLOURS[group], said


def authorities(told: Told) -> str:
    """Return the rates of the authorities (ORP), with their intervals, beside the region's; nothing for none."""
    measure = measure_of(told)
    shares = rates(told.overview, measure, "authority")
    names = dict(told.overview.authorities.select("code", "name").iter_rows())
    found = [_authority(told, names[code], share) for code, share in shares.items() if code in names]
    if not found:
        return ""
    found.sort(key=lambda each: (-each.value, each.label))
    whole = whole_rate(told.overview, measure)
    reference = (
        None
        if whole is None
        else (whole.per_thousand(), told("reference", rate=decimal(whole.per_thousand(), told.texts)))
    )
    said = told(f"orp-title-{measure}"), told("orp-described")
    drawn = interval_chart(found, reference=reference, comma="," if told.texts.language == "cs" else ".",
                           ident="orp-graf", said=said)  # fmt: skip
    return figure(drawn, told(f"orp-caption-{measure}"))


def _authority(told: Told, name: str, share: Rate) -> Interval:
    low, high = (PER_THOUSAND * end / share.base for end in count_interval(share.count))
    shown = told("orp-shown", rate=decimal(share.per_thousand(), told.texts), interval=interval(told, low, high))
    return Interval(name, share.per_thousand(), low, high, shown)

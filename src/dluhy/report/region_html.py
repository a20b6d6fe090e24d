"""A region's overview as one HTML page that needs nothing else: no network, no other file, no script to be read.

Its policy forbids everything but its own style and the few lines that sort tables. Every text is escaped, names of
creditors among them. What is not public is marked so on the screen and on paper.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from dluhy.places import municipality
from dluhy.report.html import document, figure, listed, paragraph, section, table, tag
from dluhy.report.region_bands import BASE
from dluhy.report.region_cells import Told
from dluhy.report.region_first import few, figures, first
from dluhy.report.region_map import region_map
from dluhy.report.region_method import method
from dluhy.report.region_pictures import authorities, bars, trend
from dluhy.report.region_tables import (
    areas_table,
    code_table,
    creditors_table,
    measure_of,
    missing_by_authority,
    ranking_table,
    trend_table,
)
from dluhy.report.svg import safe
from dluhy.report.texts import texts as texts_of
from dluhy.typography import czech_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.places.outlines import Outlines
    from dluhy.problems import Language
    from dluhy.receipt import Receipt
    from dluhy.region.overview import Overview
    from dluhy.report.html import Table

_KINDS: Final = ("who_owes", "debt_kinds", "creditor_kinds", "enforcement_kinds", "enforcement_statuses", "birthdays")


def region_html(
    overview: Overview,
    language: Language = "cs",
    *,
    outlines: Outlines | None = None,
    note: str | None = None,
    receipt: Receipt | None = None,
) -> str:
    """Return the page of an overview, the same text for the same overview.

    `outlines` are boundaries for the map, without them municipalities are circles; `note` is a sentence set at the
    top ("vymyšlená data"); `receipt` is printed with the notes. A public overview gives the public page.
    """
    told = Told(overview, texts_of(language))
    parts = {key: inside for key, inside in _parts(told, outlines, receipt).items() if any(inside)}
    drawn = [section(_IDENTS[key], told(f"heading-{key}"), *inside) for key, inside in parts.items()]
    title = told("title", region=overview.region_name or told("whole"))
    body = "".join(
        [
            tag("a", safe(told("skip")), class_="skip", href="#obsah"), _mark(told), _header(told, title, note),
            _contents(told, parts), tag("main", *drawn, id="obsah"), tag("footer", paragraph(told("footer"))),
        ]
    )  # fmt: skip
    return document(
        title, body, language=language, style=_asset("region_page.css"), script=_asset("region_page.js"),
        searchable=overview.public,
    )  # fmt: skip


@cache
def _asset(name: str) -> str:
    return files("dluhy.report").joinpath(name).read_text(encoding="utf-8").strip()


def _mark(told: Told) -> str:
    """Return the word over the whole page where it is not to be published."""
    return (
        "" if told.overview.public else tag("div", tag("span", safe(told("mark"))), class_="mark", aria_hidden="true")
    )


def _header(told: Told, title: str, note: str | None) -> str:
    overview = told.overview
    lead = told("lead", day=told.texts.day(overview.as_of), reports=overview.reports)
    release = "public" if overview.public else "own"
    return tag(
        "header", tag("h1", safe(title)), paragraph(lead, "lead"),
        tag("p", tag("strong", safe(told(f"release-{release}"))), " ", safe(told(f"release-{release}-means")),
            class_=f"release {release}"),
        paragraph(note, "note") if note else "",
    )  # fmt: skip


def _contents(told: Told, keys: Iterable[str]) -> str:
    links = [tag("li", tag("a", safe(told(f"heading-{key}")), href=f"#{_IDENTS[key]}")) for key in keys]
    return tag("nav", tag("ul", *links), aria_label=told("contents"))


_IDENTS: Final = {
    "figures": "cisla", "first": "nejdriv", "map": "mapa", "trend": "vyvoj", "regimes": "pravidla",
    "authorities": "orp", "municipalities": "obce", "ranking": "poradi", "measures": "strategie",
    "creditors": "veritele", "missing": "nehlasily", "method": "metoda",
}  # fmt: skip
"""Under which name a link leads to each part."""


def _parts(told: Told, outlines: Outlines | None, receipt: Receipt | None) -> dict[str, list[str]]:
    """Return the parts of the page in their order; one that there is nothing to say of is empty."""
    overview = told.overview
    return {
        "figures": figures(told),
        "first": first(told),
        "map": _maps(told, outlines),
        "trend": [trend(told), _tabled(trend_table(told)), *_joined(told), _tabled(code_table(told, "changes"))],
        "regimes": _regimes(told),
        "authorities": [
            authorities(told), _tabled(areas_table(told, overview.authorities, "authority")),
            _tabled(areas_table(told, overview.districts, "district")),
        ],
        "municipalities": [
            paragraph(told("municipalities-intro")),
            _tabled(areas_table(told, overview.municipalities, "municipality")),
        ],
        "ranking": _introduced(told, "ranking", *_rankings(told)),
        "measures": _introduced(told, "measures", code_table(told, "measures")),
        "creditors": [_tabled(creditors_table(told))],
        "missing": _missing(told),
        "method": method(told, outlines, receipt),
    }  # fmt: skip


def _regimes(told: Told) -> list[str]:
    tables = [_tabled(code_table(told, name)) for name in ("regimes", *_KINDS)]
    return [paragraph(told("regimes-intro")), bars(told, "regimes", "pravidla-graf"), *tables] if any(tables) else []


def _introduced(told: Told, key: str, *tables: Table | None) -> list[str]:
    """Return tables after what is said of them; nothing where there are none."""
    drawn = [table(each) for each in tables if each is not None]
    return [paragraph(told(f"{key}-intro")), *drawn] if drawn else []


def _tabled(content: Table | None) -> str:
    return "" if content is None else table(content)


def _maps(told: Told, outlines: Outlines | None) -> list[str]:
    measure = measure_of(told)
    where = region_map(told.overview, told.texts, measure=measure, outlines=outlines, ident="mapa-podil")
    children = region_map(told.overview, told.texts, measure="children", size="count", ident="mapa-deti")
    return [figure(where, told(f"map-caption-{measure}")), figure(children, told("map-caption-children"))]


def _rankings(told: Told) -> list[Table | None]:
    return [ranking_table(told, measure) for measure in dict.fromkeys((measure_of(told), "children"))]


def _missing(told: Told) -> list[str]:
    missing = told.overview.not_reported
    if not missing.height:
        return []
    empty = missing.filter(pl.col(BASE) == 0).height
    said = told("missing-intro", count=missing.height) + (f" {told('missing-empty', count=empty)}" if empty else "")
    return [paragraph(said), listed(missing_by_authority(told))]


def _joined(told: Told) -> list[str]:
    """Return a sentence for each step between rounds that says over how many places it compares."""
    return [
        paragraph(_step(told, row) + (f" {told('trend-packs')}" if row["packs_differ"] else ""))
        for row in told.overview.trend_steps.iter_rows(named=True)
    ]


def _step(told: Told, row: dict[str, Any]) -> str:
    said = [told("trend-step", count=row["municipalities"])]
    for change in ("joined", "left"):
        known = (place.name for code in row[change] or () if (place := municipality(code)))
        names = sorted(known, key=czech_order)
        if names:
            said.append(told(f"trend-{change}", places=few(told, names)))
    return " ".join(said)

"""The end of a region's page: what is counted and how, what the public release hides, sources, packs, the receipt."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from dluhy.__about__ import program_version
from dluhy.report.html import Cell, Table, listed, paragraph, table, tag
from dluhy.report.svg import safe

if TYPE_CHECKING:
    from dluhy.places.outlines import Outlines
    from dluhy.receipt import Receipt
    from dluhy.region.overview import Overview
    from dluhy.report.region_cells import Told

_MOST_TOLD: Final = 20


def method(told: Told, outlines: Outlines | None, receipt: Receipt | None) -> list[str]:
    """Return the notes: what is counted, what is hidden, findings, sources and licences, by what it was computed."""
    overview = told.overview
    release = "public" if overview.public else "own"
    findings = [found.cs if told.texts.language == "cs" else found.en for found in overview.findings]
    return [
        _headed(told("method-counted"), listed(told(f"method-counted-{n}") for n in range(1, 6))),
        _headed(told("method-rates"), listed(told(f"method-rates-{n}") for n in range(1, 4))),
        _headed(told("method-release"), paragraph(told(f"method-release-{release}"))),
        _headed(told("method-findings"), listed(findings)) if findings else "",
        _headed(told("method-sources"), listed(_sources(told, outlines))),
        table(_made(told, receipt), "about"),
    ]  # fmt: skip


def _headed(heading: str, inside: str) -> str:
    return tag("h3", safe(heading)) + inside


def _sources(told: Told, outlines: Outlines | None) -> list[str]:
    day = told.texts.day(told.overview.base_day)
    found = [told("source-lists"), told("source-inhabitants", day=day), told("source-points")]
    if outlines is not None:
        found.append(told("source-outlines"))
        codes = told.overview.municipalities["code"].to_list()
        for key, those in (("missing", outlines.missing(codes)), ("unknown", outlines.unknown)):
            if those:
                shown = ", ".join(those[:_MOST_TOLD]) + (" …" if len(those) > _MOST_TOLD else "")
                found.append(told(f"source-outlines-{key}", count=len(those), codes=shown))
    return found


def _figures_hash(overview: Overview) -> str:
    """Return the SHA-256 of the figures: the same reports by the same program give the same one."""
    frames = (overview.municipalities, overview.total, overview.tables, overview.trend)
    return sha256("\n".join(frame.write_csv() for frame in frames).encode()).hexdigest()


def _made(told: Told, receipt: Receipt | None) -> Table:
    overview = told.overview
    rows = [
        ("as-of", told.texts.day(overview.as_of)), ("reports", told.count(overview.reports)),
        *(("pack", pack) for pack in overview.packs), ("program", f"dluhy {program_version()}"),
        ("figures", _figures_hash(overview)),
    ]  # fmt: skip
    if receipt is not None:
        rows += [("input", receipt.input_sha256), ("result", receipt.result_sha256)]
    return Table(
        caption=told("method-made"),
        headers=[told("col-what"), told("col-value")],
        rows=[[Cell(told(f"made-{key}")), Cell(value)] for key, value in rows],
    )

"""The index of social exclusion in a brief: points by dimension, and what would move the place one band."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.places import exclusion
from dluhy.report.brief_parts import Grid, Part, Said
from dluhy.report.costs_teller import WEAK
from dluhy.report.index import place_report, source_report
from dluhy.report.index_text import number_text, ranged, way_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.municipal.brief.values import Brief, IndexAt
    from dluhy.report.brief_parts import BriefTeller
    from dluhy.report.index import PlaceReport


def index_part(brief: Brief, tell: BriefTeller) -> Part:
    """Return the index, or that it is not known and how to compute it."""
    items = tuple(_unknown(brief, tell) if brief.index is None else _known(brief.index, brief, tell))
    return Part(code="index", heading=tell.say("brief-index"), items=items)


def short_index(brief: Brief, tell: BriefTeller) -> Iterator[Said]:
    """Yield the index in a sentence for the beginning; nothing where it is not known."""
    if brief.index is not None:
        found = place_report(brief.index.indexed, brief.index.position, brief.pack, tell.language)
        yield Said(text=_result(found, brief.index, tell))


def _unknown(brief: Brief, tell: BriefTeller) -> Iterator[Said]:
    stated = None if brief.local is None else brief.local.exclusion_index
    if stated is not None:
        yield Said(text=tell.say("brief-index-stated", index=stated))
        return
    yield Said(text=tell.say("brief-index-unknown", year=str(exclusion.YEAR)))


def _result(found: PlaceReport, at: IndexAt, tell: BriefTeller) -> str:
    say, method = tell.say, at.indexed.method
    shown = str(found.index) if found.index is not None else say("index-range", least=found.least, most=found.most)
    told = say("brief-index-one", year=str(method.year), index=shown, most=method.most)
    band = found.band_label or say("brief-index-open")
    return say("brief-index-band", told=told, band=band) if method.official else say("brief-index-partial", told=told)


def _known(at: IndexAt, brief: Brief, tell: BriefTeller) -> Iterator[Said | Grid]:
    say = tell.say
    found = place_report(at.indexed, at.position, brief.pack, tell.language)
    source = source_report(at.indexed, brief.pack, tell.language)
    remark = tell.weak(at.indexed.method.evidence) if at.indexed.method.evidence in WEAK else ""
    yield Said(text=_result(found, at, tell), cited=tuple(dict.fromkeys(text for text, _ in source.citations)),
               remark=remark)  # fmt: skip
    rows = [
        (d.label, number_text(d.count, say), number_text(d.share, say), number_text(d.lq, say), ranged(d.least, d.most))
        for d in found.dimensions
    ]
    rows.append((say("index-total"), "", "", "", ranged(found.least, found.most)))
    head = (say("index-col-dimension"), say("index-col-count"), say("index-col-share"), say("index-col-lq"),
            say("index-col-total"))  # fmt: skip
    yield Grid(head=head, rows=tuple(rows), widths=("2fr", "auto", "auto", "auto", "auto"), right=(1, 2, 3, 4),
               sums=(len(rows) - 1,))  # fmt: skip
    if not at.indexed.method.official:
        yield Said(text=say("index-moves-partial"))
    elif not found.moves_known:
        yield Said(text=say("index-moves-none"))
    else:
        yield Said(text=way_text(found, "down", say))
        yield Said(text=way_text(found, "up", say))
        yield Said(text=say("index-moves-note"), small=True)

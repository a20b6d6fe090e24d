"""A brief on paper and in Word: one document of blocks, set by typst as PDF/A or by python-docx into a template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.printing.blocks import Annex, Box, Document, Heading, Table, Text
from dluhy.printing.paragraphs import Provisions
from dluhy.printing.typesetting import typeset
from dluhy.printing.word import written
from dluhy.report.brief_parts import Grid, Said
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dluhy.printing.blocks import Block
    from dluhy.report.brief import BriefReport
    from dluhy.report.brief_parts import Part, Title

_REGIONS: Final = {"cs": "CZ", "en": "GB"}
_SIGNS: Final = 3
"""How many signs of the text report one step of a paragraph is indented by."""


def print_brief(report: BriefReport) -> bytes:
    """Return a brief as PDF/A-2b, the same bytes for the same report; InputError without the extra `report`."""
    return typeset(brief_document(report), {})


def word_brief(report: BriefReport, template: Path | None = None) -> bytes:
    """Return a brief as DOCX with the same words as the PDF, the same bytes for the same report.

    `template` is an office's own copy of the shipped template (`dluhy.printing.word.template`). Raises InputError
    without the extra `report` and for a template that cannot be used.
    """
    return written(brief_document(report), template)


def brief_document(report: BriefReport) -> Document:
    """Return a brief as a document of blocks."""
    say = texts_of(report.language)
    return Document(
        title=report.title,
        subtitle=report.subtitle,
        running=report.running,
        language=report.language,
        region=_REGIONS[report.language],
        day=(report.as_of.year, report.as_of.month, report.as_of.day),
        page=(say("print-page"), say("print-page-of")),
        blocks=tuple(_blocks(report)),
    )


def _blocks(report: BriefReport) -> Iterator[Block]:
    provisions = Provisions()
    yield Text(text="", lead=report.notice)
    short = [_set(item, provisions) for item in report.short.items]
    told = tuple(block for block in short if isinstance(block, Text | Table))
    yield Box(title=report.short.heading, blocks=told, tone="urgent")
    for part in report.parts:
        yield from _part(part, provisions)
    cited = tuple(provisions.cited())
    if cited:
        yield Heading(text=texts_of(report.language)("print-provisions"))
        yield Annex(entries=cited)
    for part in report.annex:
        yield from _part(part, provisions)


def _part(part: Part, provisions: Provisions) -> Iterator[Block]:
    yield Heading(text=part.heading)
    for item in part.items:
        yield _set(item, provisions)


def _set(item: Said | Title | Grid, provisions: Provisions) -> Heading | Text | Table:
    if isinstance(item, Said):
        return Text(text=item.text, lead=item.lead, mark=item.mark, level=item.level * _SIGNS, remark=item.remark,
                    small=item.small, notes=tuple(provisions.number(cited) for cited in item.cited))  # fmt: skip
    if isinstance(item, Grid):
        return Table(columns=item.widths, head=item.head, rows=item.rows, right=item.right, sums=item.sums,
                     small=not item.head, breaks=not item.right)  # fmt: skip
    return Heading(text=item.text, level=2)

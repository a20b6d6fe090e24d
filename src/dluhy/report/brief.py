"""The words of a brief in one language, the same for Word, PDF and JSON.

>>> from datetime import date
>>> from dluhy.municipal.brief.making import brief_of
>>> report = brief_report(brief_of("554961", as_of=date(2026, 11, 21)))
>>> report.title
'Jak na dluhy: Karlovy Vary'
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - the fields of a report that is written as JSON
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import msgspec
from attrs import evolve, frozen

from dluhy import receipt as receipts
from dluhy.report.brief_actions import asked_part, first_part, more_part, short_first
from dluhy.report.brief_creditor import creditor_part
from dluhy.report.brief_index import index_part, short_index
from dluhy.report.brief_numbers import numbers_part, short_lines
from dluhy.report.brief_parts import BriefTeller, Grid, Part, Said
from dluhy.report.brief_rules import decides_part, measures_part, practice_part, privacy_part
from dluhy.report.brief_services import services_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.municipal.brief.values import Brief
    from dluhy.problems import Language
    from dluhy.receipt import Receipt

JOB: Final = "municipal brief"
_PUBLIC: Final = "public"
_NOTHING: Final = "–"
_SIGNS: Final = 16
"""How much of a hash is printed; the receipt beside the file has all of it."""


@frozen(kw_only=True)
class BriefReport:
    """A brief as people read it: `short` is what it comes to, `parts` follow in order, `annex` tells how it was made.

    `running` stands at the head of every page, `notice` says whom it may be shown to.
    """

    language: Language
    code: str
    name: str
    as_of: date
    public: bool
    title: str
    subtitle: str
    running: str
    notice: str
    short: Part
    parts: tuple[Part, ...]
    annex: tuple[Part, ...]
    receipt: Receipt


def brief_report(brief: Brief, language: Language = "cs") -> BriefReport:
    """Return a brief in a language, with its receipt."""
    tell = BriefTeller(brief.pack, language)
    say, day = tell.say, tell.say.day(brief.as_of)
    key = "public" if brief.public else "not-public"
    report = BriefReport(
        language=language,
        code=brief.place.code,
        name=brief.place.name,
        as_of=brief.as_of,
        public=brief.public,
        title=say("brief-title", name=brief.place.name),
        subtitle=say("brief-subtitle", district=brief.place.district_name, region=brief.place.region_name, day=day),
        running=say(f"brief-running-{key}", name=brief.place.name, day=day),
        notice=say(f"brief-{key}"),
        short=Part(code="short", heading=say("brief-short"), items=tuple(_short(brief, tell))),
        parts=tuple(part for part in _parts(brief, tell) if part is not None),
        annex=(),
        receipt=_receipt(brief, ""),
    )
    receipt = _receipt(brief, sha256(msgspec.json.encode((report.title, report.short, report.parts))).hexdigest())
    return evolve(report, receipt=receipt, annex=tuple(_annex(brief, receipt, tell)))


def _short(brief: Brief, tell: BriefTeller) -> Iterator[Said]:
    yield from short_lines(brief, tell)
    yield from short_index(brief, tell)
    yield from short_first(brief, tell)


def _parts(brief: Brief, tell: BriefTeller) -> Iterator[Part | None]:
    yield numbers_part(brief, tell)
    yield first_part(brief, tell)
    yield more_part(brief, tell)
    yield asked_part(brief, tell)
    yield decides_part(brief, tell)
    yield creditor_part(brief, tell)
    yield services_part(brief, tell)
    yield index_part(brief, tell)
    yield privacy_part(brief, tell)
    yield practice_part(brief, tell)
    yield measures_part(brief, tell)


def _receipt(brief: Brief, result: str) -> Receipt:
    """Return the receipt: hashes of everything that the brief was made from; of one input it stands by itself."""
    numbers, sources = brief.numbers, brief.sources
    told = tuple(f"{source.kind}={source.sha256}" for source in sources)
    return receipts.make(
        brief.pack,
        job=JOB,
        as_of=brief.as_of,
        input_sha256=next((source.sha256 for source in sources), ""),
        rows_judged=0 if numbers is None else numbers.rows_judged or 0,
        rows_rejected=0 if numbers is None else numbers.rows_rejected or 0,
        result_sha256=result,
        options=(f"municipality={brief.place.code}", *([_PUBLIC] if brief.public else []), *told),
    )


def _annex(brief: Brief, receipt: Receipt, tell: BriefTeller) -> Iterator[Part]:
    """Yield how it was made and how to read its marks."""
    say = tell.say
    sources = [f"{say(f'brief-source-{source.kind}')} {source.sha256[:_SIGNS]}" for source in brief.sources]
    rows = [
        (say("print-receipt-pack"), f"{receipt.pack} {receipt.pack_version}, {receipt.pack_hash[:_SIGNS]}"),
        (say("print-receipt-program"), f"dluhy {receipt.program_version}"),
        (say("brief-sources"), ", ".join(sources) or _NOTHING),
        (say("brief-receipt-result"), receipt.result_sha256[:_SIGNS]),
    ]
    items: list[Said | Grid] = [Said(text=say("brief-made"), small=True), Said(text=say("brief-marks"), small=True)]
    grid = Grid(head=(), rows=tuple(rows), widths=("auto", "1fr"))
    yield Part(code="receipt", heading=say("print-receipt"), items=(*items, grid))

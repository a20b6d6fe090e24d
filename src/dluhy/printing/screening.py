"""The screening of a case as a document on paper, part by part, and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.money import to_halere
from dluhy.printing.agenda import agenda_blocks, asking_blocks, client_sheet
from dluhy.printing.blocks import Document, Heading, NewPage, Picture, Table, Text
from dluhy.printing.debts import debts_blocks, people_blocks
from dluhy.printing.defects import defects_blocks, without_blocks
from dluhy.printing.money import deductions_annex, deductions_blocks, relief_annex
from dluhy.printing.paragraphs import Provisions, Setter
from dluhy.printing.plan import creditors_blocks
from dluhy.printing.summary import summary_blocks
from dluhy.printing.typesetting import typeset
from dluhy.printing.ways import ways_blocks
from dluhy.report.household_text import household_lines
from dluhy.report.relief_text import relief_lines
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dluhy.printing.blocks import Block
    from dluhy.report.screening import ScreeningReport
    from dluhy.report.texts import Texts

FLOW: Final = "flow"
"""The name of the picture of a household's month."""
_REGIONS: Final = {"cs": "CZ", "en": "GB"}


def print_screening(report: ScreeningReport, charts: Mapping[str, bytes] | None = None) -> bytes:
    """Return a screening as PDF/A-2b in the language of the report, the same bytes for the same report and charts.

    `charts` are pictures as PNG by their names: `flow`, the month of the household, `remaining-0` and so on, what is
    left to pay of each debtor in the order of the strategies; one not given is left out. Raises InputError where the
    extra `report` is not installed.
    """
    return typeset(document_of(report, frozenset(charts or ())), charts or {})


def document_of(report: ScreeningReport, charts: frozenset[str] = frozenset()) -> Document:
    """Return a screening as a document; `charts` are the names of the pictures there are."""
    say = texts_of(report.language)
    return Document(
        title=say("print-title", ref=report.ref),
        subtitle=say("print-day", day=say.day(report.as_of)),
        running=say("print-running", ref=report.ref, day=say.day(report.as_of)),
        language=report.language,
        region=_REGIONS[report.language],
        day=(report.as_of.year, report.as_of.month, report.as_of.day),
        page=(say("print-page"), say("print-page-of")),
        blocks=tuple(_blocks(report, charts, say)),
    )


def _blocks(report: ScreeningReport, charts: frozenset[str], say: Texts) -> Iterator[Block]:
    provisions = Provisions()
    yield from summary_blocks(report, say)
    if _more(report):
        yield NewPage()
    yield from _notes(report, say)
    yield from _household(report, charts, say, provisions)
    yield from debts_blocks(report.debts, _dropping(report), say, provisions)
    yield from defects_blocks(report.defects, say, provisions)
    yield from people_blocks(report.people, say, provisions)
    yield from deductions_blocks(report.deductions, say)
    yield from Setter(provisions, level=1).set(relief_lines(report.relief, say))
    yield from without_blocks(report.relief_without, say, provisions)
    yield from ways_blocks(report.strategies, charts, say, provisions)
    yield from _steps(report, say, provisions)
    annexes = (*relief_annex(report.relief, say), *deductions_annex(report.deductions, say, provisions))
    yield from (NewPage(), *annexes) if annexes else ()
    yield from _cited(provisions, say)
    yield from _receipt(report, say)


def _steps(report: ScreeningReport, say: Texts, provisions: Provisions) -> Iterator[Block]:
    """Yield what to do, what creditors can do and what to ask, then the sheet for the client if there is a step."""
    yield from agenda_blocks(report.agenda, say, provisions)
    yield from creditors_blocks(report.creditor_plan, say, provisions)
    yield from asking_blocks(report.questions, say, provisions)
    if report.agenda.steps and report.client_page is not None:
        yield client_sheet(report.client_page, say)


def _more(report: ScreeningReport) -> bool:
    """Return whether anything stands behind the first page."""
    return bool(report.household or report.debts or report.deductions or report.relief or report.notes)


def _notes(report: ScreeningReport, say: Texts) -> Iterator[Block]:
    for note in report.notes:
        yield Text(text=say("screen-note", note=note))
    if report.guardians > 1:
        yield Text(text=say("screen-guardians", count=report.guardians))


def _household(report: ScreeningReport, charts: frozenset[str], say: Texts, provisions: Provisions) -> Iterator[Block]:
    """Yield the household as the text has it, the picture of its month under the table of its month.

    Its questions, the last of its sections, are left to those over all topics where there are any.
    """
    if report.household is None:
        return
    yield Heading(text=say("print-household"))
    drawn = FLOW not in charts
    for block in Setter(provisions).set(household_lines(report.household, say)):
        if report.questions and isinstance(block, Heading) and block.text == say("house-heading-questions"):
            return
        yield block
        if isinstance(block, Table) and not drawn:
            yield Picture(name=FLOW, alt=_described(block, say))
            drawn = True


def _described(table: Table, say: Texts) -> str:
    """Return what the picture of a month shows, in words."""
    return f"{say('flow-title')}: {'; '.join(': '.join(row) for row in table.rows)}."


def _dropping(report: ScreeningReport) -> dict[str, str | None]:
    """Return how much of each debt may drop out at most, of debts of which that can be said."""
    return {each.debt: each.most for each in report.defects if (to_halere(each.most) if each.most else each.found)}


def _cited(provisions: Provisions, say: Texts) -> Iterator[Block]:
    found = tuple(provisions.cited())
    if found:
        yield Heading(text=say("print-provisions"))
        yield from found


def _receipt(report: ScreeningReport, say: Texts) -> Iterator[Block]:
    receipt = report.receipt
    rows = [
        (say("print-receipt-pack"), f"{receipt.pack} {receipt.pack_version}"),
        (say("print-receipt-pack-hash"), receipt.pack_hash),
        (say("print-receipt-program"), f"dluhy {receipt.program_version}"),
        (say("print-receipt-input"), receipt.input_sha256 or "–"),
        (say("print-receipt-result"), receipt.result_sha256),
    ]
    yield Heading(text=say("print-receipt"))
    yield Table(columns=("auto", "1fr"), rows=tuple(rows), small=True)
    yield Text(text=say("print-signs"), small=True)

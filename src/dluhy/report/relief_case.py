"""Debt relief of a case alone as a document, for JSON and for text: the same parts as in its screening."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING

import msgspec
from attrs import frozen

from dluhy.problems import Language  # noqa: TC001 - msgspec reads the annotations
from dluhy.receipt import Receipt  # noqa: TC001 - msgspec reads the annotations
from dluhy.report.deduction_text import wrapped
from dluhy.report.defects_relief import ReliefWithoutReport, relief_without_report
from dluhy.report.defects_text import without_lines
from dluhy.report.relief import ReliefReport, relief_report
from dluhy.report.relief_text import relief_lines
from dluhy.report.texts import texts
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.report.texts import Texts
    from dluhy.screening_relief import Relief


@frozen
class ReliefOfCaseReport:
    """Debt relief of a case in one language; every part is that of the same name of a screening.

    `relief` is empty where no debt and no petition is stated; `debts_stated` tells which of the two it is.
    """

    ref: str
    as_of: date
    language: Language
    debts_stated: bool
    relief: tuple[ReliefReport, ...]
    relief_without: tuple[ReliefWithoutReport, ...]
    notes: tuple[str, ...]
    receipt: Receipt


def relief_of_case_report(found: Relief, language: Language) -> ReliefOfCaseReport:
    """Return debt relief of a case as people and programs read it."""
    relief, without = _parts(found, language)
    return ReliefOfCaseReport(
        ref=found.case.ref,
        as_of=found.as_of,
        language=language,
        debts_stated=found.case.debts is not None,
        relief=relief,
        relief_without=without,
        notes=tuple(problem.text(language) for problem in found.rows.warnings),
        receipt=found.receipt,
    )


def content_of(found: Relief) -> bytes:
    """Return everything that debt relief of a case says, in Czech, for the hash of the result."""
    return msgspec.json.encode(_parts(found, "cs"))


def relief_of_case_json(report: ReliefOfCaseReport) -> str:
    """Return debt relief of a case as indented JSON with a final line end."""
    return as_json(report)


def relief_of_case_text(report: ReliefOfCaseReport) -> str:
    """Return debt relief of a case as text in the language of the report, lines of at most 100 signs."""
    return "\n".join(_lines(report, texts(report.language))) + "\n"


def _parts(found: Relief, language: Language) -> tuple[tuple[ReliefReport, ...], tuple[ReliefWithoutReport, ...]]:
    return (
        tuple(relief_report(each, found.pack, language) for each in found.relief),
        tuple(relief_without_report(each, found.pack, language) for each in found.relief_without),
    )


def _lines(report: ReliefOfCaseReport, say: Texts) -> Iterator[str]:
    yield from wrapped(say("relief-case-title", ref=report.ref, day=say.day(report.as_of)))
    for note in report.notes:
        yield from wrapped(say("screen-note", note=note))
    if not report.relief:
        yield from wrapped(say("relief-case-none" if report.debts_stated else "screen-debts-unknown"))
    yield from relief_lines(report.relief, say)
    yield from without_lines(report.relief_without, say)
    receipt = report.receipt
    yield ""
    yield from wrapped(
        say("screen-receipt", pack=f"{receipt.pack} {receipt.pack_version}", hash=receipt.pack_hash[:12])
    )

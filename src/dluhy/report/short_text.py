"""A screening as a short text: one screen to begin with, then only what decides; the full text has the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.report.client_page_text import client_page_lines
from dluhy.report.deduction_text import wrapped
from dluhy.report.short_debts import debts_lines, deductions_lines
from dluhy.report.short_first import first_lines
from dluhy.report.short_household import household_lines
from dluhy.report.short_steps import plan_lines, questions_lines
from dluhy.report.short_ways import relief_lines, ways_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.report.screening import ScreeningReport
    from dluhy.report.texts import Texts


def short_lines(report: ScreeningReport, say: Texts) -> Iterator[str]:
    """Yield a screening in short, lines of at most 100 signs; nothing is left out but what is said elsewhere."""
    yield from first_lines(report, say)
    yield from debts_lines(report, say)
    yield from deductions_lines(report.deductions, say)
    if report.household is not None:
        yield from household_lines(report.household, say)
    yield from relief_lines(report.relief, say)
    yield from ways_lines(report.strategies, say)
    yield from plan_lines(report, say)
    yield from questions_lines(report.questions, say)
    if report.client_page is not None:
        yield from ("", *client_page_lines(report.client_page, say))
    yield ""
    receipt = report.receipt
    pack = f"{receipt.pack} {receipt.pack_version}"
    yield from wrapped(say("screen-receipt", pack=pack, hash=receipt.pack_hash[:12]))

"""`dluhy screen --pdf`: the screening on paper, with pictures of the household's month and of what is left to pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.printing import print_screening
from dluhy.printing.screening import FLOW
from dluhy.printing.ways import REMAINING
from dluhy.report.flow import flow_amounts, flow_chart
from dluhy.report.remaining import remaining_chart, remaining_lines

if TYPE_CHECKING:
    from dluhy.problems import Language
    from dluhy.report.screening import ScreeningReport
    from dluhy.screening import Screening


def printed(screening: Screening, report: ScreeningReport) -> bytes:
    """Return a screening as PDF/A; InputError where the extra `report` is not installed."""
    return print_screening(report, charts_of(screening, report.language))


def charts_of(screening: Screening, language: Language) -> dict[str, bytes]:
    """Return the pictures of a screening as PNG by their names."""
    charts = {}
    if screening.household is not None:
        charts[FLOW] = flow_chart(flow_amounts(screening.household.sheet.budget), language).png()
    for place, ways in enumerate(screening.strategies):
        if ways.found is not None and remaining_lines(ways.found, language, screening.pack):
            charts[f"{REMAINING}-{place}"] = remaining_chart(ways.found, language, screening.pack).png()
    return charts

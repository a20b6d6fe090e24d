"""`dluhy screen --pdf`: the screening on paper, with the picture of the household's month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.printing import print_screening
from dluhy.printing.screening import FLOW
from dluhy.report.flow import flow_amounts, flow_chart

if TYPE_CHECKING:
    from dluhy.report.screening import ScreeningReport
    from dluhy.screening import Screening


def printed(screening: Screening, report: ScreeningReport) -> bytes:
    """Return a screening as PDF/A; InputError where the extra `report` is not installed."""
    return print_screening(report, _charts(screening, report))


def _charts(screening: Screening, report: ScreeningReport) -> dict[str, bytes]:
    """Return the pictures of a screening as PNG by their names."""
    if screening.household is None:
        return {}
    return {FLOW: flow_chart(flow_amounts(screening.household.sheet.budget), report.language).png()}

"""A screening as JSON: the one form in which the command line writes it and a replay compares it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dluhy.report.written import as_json

if TYPE_CHECKING:
    from dluhy.report.screening import ScreeningReport


def screening_json(report: ScreeningReport) -> str:
    """Return a screening as indented JSON with a final line end."""
    return as_json(report)


def screening_line(report: ScreeningReport) -> bytes:
    """Return a screening as one line of NDJSON, its line end included."""
    return msgspec.json.encode(report) + b"\n"

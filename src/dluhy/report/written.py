"""A report as JSON: the one form in which the command line prints it, the service answers, and a replay compares."""

from __future__ import annotations

import msgspec


def as_json(report: object) -> str:
    """Return a report as indented JSON with a final line end."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"

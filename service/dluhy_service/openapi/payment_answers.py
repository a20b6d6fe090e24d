"""The answer to rows of payments: its schema."""

from __future__ import annotations

from typing import Any, Final

from dluhy.deductions.frames import RESULTS
from dluhy.report.payment_rows import MONEY
from dluhy_service.openapi.answers import CZK
from dluhy_service.openapi.plain import table

_INTEGER: Final = {"type": "integer"}
_KINDS: Final[dict[str, Any]] = {"amounts": {"type": "string"}, "counted": _INTEGER, "thirds": _INTEGER}
"""What is neither a sum nor yes or no."""
_NULL: Final = {"type": "null"}


def rows_report(refusal: dict[str, Any], receipt: dict[str, Any]) -> dict[str, Any]:
    """Return the schema: what was computed row by row, what the law refuses, the receipt."""
    line = table("jedna výplata", "one payment", row=_INTEGER, **{name: _cell(name) for name in RESULTS})
    line["properties"]["ref"] = {"anyOf": [{"type": "string"}, _NULL]}
    several = {"type": "array", "items": line}
    return table("výplaty po řádcích", "payments row by row", rows=several,
                 rejected={"type": "array", "items": refusal}, receipt=receipt)  # fmt: skip


def _cell(name: str) -> dict[str, Any]:
    return {"anyOf": [CZK if name in MONEY else _KINDS.get(name, {"type": "boolean"}), _NULL]}

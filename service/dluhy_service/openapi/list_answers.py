"""The answer to a list: its schema, taken from the tables of an example, and the example in every form."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import msgspec
import polars as pl

from dluhy.checking import check_content, check_rows
from dluhy.documents.lists import LISTS
from dluhy.report.export import write_stream
from dluhy.report.list_json import BIRTHDAYS, people
from dluhy.report.list_lines import lines, rejected_cells
from dluhy.report.rows import frames
from dluhy.report.tables import Tables
from dluhy.report.texts import texts
from dluhy_service.openapi.answers import CZK
from dluhy_service.openapi.examples import request
from dluhy_service.openapi.plain import table

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.report.export import Form

EXAMPLE: Final = "minors_rows"
_COLUMNS: Final = ("person_id", "birth_date", "debt_kind", "fee_year", "arose_on", "balance")
_NULL: Final = {"type": "null"}
_SUMS: Final = frozenset({"balance", "balance_to_stop"})
_UNUSED: Final = {"type": "array", "items": {"type": "string"},
                  "description": "Sloupce, které tu nic neznamenají. / Columns that mean nothing here."}  # fmt: skip
_MONEY: Final = table("součty", "sums", **{"in": CZK, "judged": CZK, "rejected": CZK})


def list_report(pack: Pack, receipt: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a checked list as one JSON document."""
    result = check_rows(request(EXAMPLE), pack)
    tables = Tables(result, texts("cs"), None)
    only = {"enum": [*LISTS["shown_debts"], None]}
    return table(
        "posouzený seznam", "a list that was checked", receipt=receipt, as_of={"type": "string", "format": "date"},
        only=only, sums={"type": "object", "additionalProperties": _MONEY}, unused=_UNUSED,
        people=_lines(people(tables)), rows=_lines(next(frames(tables))),
        rejected=_lines(rejected_cells(result.intake.rejected)),
    )  # fmt: skip


def answered(pack: Pack, form: Form) -> bytes:
    """Return the answer to the example in a form; NDJSON with its rejected cells and summary."""
    result = check_rows(request(EXAMPLE), pack)
    if form == "ndjson":
        return b"".join(lines(result, "cs"))
    if form == "csv":
        result = check_content(as_table().encode(), result.receipt.as_of, pack)
    held = BytesIO()
    write_stream(result, held, form, "cs")
    return held.getvalue()


def as_lines() -> str:
    """Return the rows of the example as lines of JSON."""
    return "".join(f"{msgspec.json.encode(row).decode()}\n" for row in request(EXAMPLE)["rows"])


def as_table() -> str:
    """Return the rows of the example as a file."""
    lines = [_COLUMNS, *([str(row.get(name, "")) for name in _COLUMNS] for row in request(EXAMPLE)["rows"])]
    return "".join(f"{';'.join(line)}\n" for line in lines)


def _lines(frame: pl.DataFrame) -> dict[str, Any]:
    """Return the schema of the rows of a table: what is not known is null; a pseudonymised result has no birthdays."""
    properties = {name: _cell(name, dtype) for name, dtype in frame.schema.items()}
    line = {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in BIRTHDAYS],
    }
    return {"type": "array", "items": line}


def _cell(name: str, dtype: pl.DataType) -> dict[str, Any]:
    return {"anyOf": [CZK if name in _SUMS else _kind(dtype), _NULL]}


def _kind(dtype: Any) -> dict[str, Any]:  # noqa: ANN401 - a type of polars, or the class of one
    if isinstance(dtype, pl.List):
        return {"type": "array", "items": _kind(dtype.inner)}
    if dtype == pl.Boolean:
        return {"type": "boolean"}
    if dtype == pl.Date:
        return {"type": "string", "format": "date"}
    return {"type": "integer" if dtype.is_integer() else "string"}

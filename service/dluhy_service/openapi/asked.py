"""Schemas of requests that hold other documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.documents.schema import document_schema
from dluhy.intake.row_document import list_schema
from dluhy.suggesting import CASE, PLACE, ROWS, SuggestionsHead
from dluhy_service.openapi.hoisting import moved

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_NULL: Final = {"type": "null"}
_SOME: Final = {"not": _NULL}
_GIVEN: Final = {"type": "object"}
_DAY: Final = "as_of"
_CODE: Final = "municipality"
_BODY: Final = "creditor_body"


def suggestions_schema(pack: Pack) -> dict[str, Any]:
    """Return the schema of a request for suggestions: a case, a place or its code, and a day where none has one."""
    schema = document_schema(
        SuggestionsHead,
        pack,
        identity="urn:dluhy:suggestions:1",
        title="Co má obec udělat / What a municipality should do",
        description="Případ (case), řádky seznamu (rows), dokument obce (place), nebo kód obce; den určuje případ,"
        " jinak as_of. / A case, rows of a list, a place document, or the code of a municipality; a case sets its own"
        " day, else as_of.",
    )
    listed = list_schema(pack)
    rows = moved(listed["properties"][ROWS], lambda place: f"{listed['$id']}{place}")
    schema["properties"] |= {
        CASE: {"anyOf": [{"$ref": "urn:dluhy:case:1"}, _NULL]},
        ROWS: {"anyOf": [rows, _NULL]},
        PLACE: {"anyOf": [{"$ref": "urn:dluhy:place:1"}, _NULL]},
    }
    return schema | {"anyOf": [
        {"required": [CASE], "properties": {CASE: _GIVEN, ROWS: _NULL, _BODY: _NULL, _DAY: _NULL}},
        {"required": [ROWS, _DAY], "properties": {ROWS: _SOME, CASE: _NULL, _DAY: _SOME}},
        {"required": [PLACE], "properties": {PLACE: _GIVEN, CASE: _NULL, ROWS: _NULL, _BODY: _NULL}},
        {"required": [_CODE, _DAY], "properties": {CASE: _NULL, ROWS: _NULL, PLACE: _NULL, _BODY: _NULL,
                                                   _CODE: _SOME, _DAY: _SOME}},
    ]}  # fmt: skip

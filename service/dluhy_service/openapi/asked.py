"""Schemas of requests that hold other documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.documents.schema import document_schema
from dluhy.suggesting import CASE, PLACE, SuggestionsHead

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_NULL: Final = {"type": "null"}
_GIVEN: Final = {"type": "object"}
_DAY: Final = "as_of"
_CODE: Final = "municipality"


def suggestions_schema(pack: Pack) -> dict[str, Any]:
    """Return the schema of a request for suggestions: a case, a place or its code, and a day where none has one."""
    schema = document_schema(
        SuggestionsHead,
        pack,
        identity="urn:dluhy:suggestions:1",
        title="Co má obec udělat / What a municipality should do",
        description="Případ (case), dokument obce (place), nebo kód obce se dnem; den případu určuje případ."
        " / A case, a place document, or the code of a municipality with a day; a case sets its own day.",
    )
    schema["properties"] |= {
        CASE: {"anyOf": [{"$ref": "urn:dluhy:case:1"}, _NULL]},
        PLACE: {"anyOf": [{"$ref": "urn:dluhy:place:1"}, _NULL]},
    }
    return schema | {"anyOf": [
        {"required": [CASE], "properties": {CASE: _GIVEN, _DAY: _NULL}},
        {"required": [PLACE], "properties": {PLACE: _GIVEN, CASE: _NULL}},
        {"required": [_CODE, _DAY], "properties": {CASE: _NULL, PLACE: _NULL, _CODE: {"not": _NULL},
                                                   _DAY: {"not": _NULL}}},
    ]}  # fmt: skip

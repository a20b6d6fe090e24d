"""The operation about a list of debts: as rows, as a stream of lines, or as a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from dluhy.documents.lists import LISTS
from dluhy_service.openapi.examples import request
from dluhy_service.openapi.hoisting import reference
from dluhy_service.openapi.list_answers import EXAMPLE, answered, as_lines, as_table
from dluhy_service.openapi.values import CSV, JSON, NDJSON, XLSX, Both, Media, Operation

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_FORM: Final = "multipart/form-data"
_TEXT: Final = {"type": "string"}
_BINARY: Final[dict[str, Any]] = {"type": "string", "format": "binary"}
_DAY: Final = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_FIELDS: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "file": _BINARY,
        "as_of": _DAY,
        "only": {"enum": list(LISTS["shown_debts"])},
        "pseudonymise": {"enum": ["true", "false"]},
        "municipality": {"type": "string", "pattern": "^[0-9]{6}$"},
        "sheet": {"type": "string", "minLength": 1, "maxLength": 100},
    },
    "required": ["file", "as_of"],
    "additionalProperties": False,
}
_DESCRIPTION: Final = Both(
    "Které dluhy vznikly v dětství, co s nimi a co chybí. Řádky JSON nesou den a volby v těle a čtou se přísně; proud"
    " NDJSON a soubor (CSV, XLSX) je mají v parametrech, formulář v polích. Odpověď je v té formě, kterou chce Accept:"
    " JSON, NDJSON, XLSX, nebo CSV; totéž, co píše dluhy minors check. Proud se posuzuje, zatímco přichází: poslední"
    " řádek odpovědi je summary, nebo problems, když se něco pokazilo. Nečitelné řádky se uvedou, ostatní se posoudí.",
    "Which debts arose in childhood, what to do and what is missing. JSON rows carry the day and the options in the"
    " body and are read strictly; an NDJSON stream and a file (CSV, XLSX) have them as parameters, a form in its"
    " fields. The answer has the form that Accept wants: JSON, NDJSON, XLSX or CSV; the same that dluhy minors check"
    " writes. A stream is judged while it comes: the last line of the answer is a summary, or problems where something"
    " went wrong. Rows that cannot be read are told, the others judged.",
)


def operations(pack: Pack) -> tuple[Operation, ...]:
    """Return it."""
    return (
        Operation(
            method="post", path="/v1/minors/checks", id="minors_checks", tag="list", key="list",
            summary=Both("Prověřit seznam dluhů", "Check a list of debts"),
            description=_DESCRIPTION,
            parameters=("list_as_of", "list_only", "list_pseudonymise", "list_municipality"),
            headers=("Content-Disposition", "Dluhy-Rows-Judged", "Dluhy-Rows-Rejected"),
            bodies={
                JSON: Media(reference("List"), {"rows": request(EXAMPLE)}),
                NDJSON: Media(_TEXT, {"lines": as_lines()}),
                CSV: Media(_TEXT, {"table": as_table()}),
                XLSX: Media(_BINARY),
                _FORM: Media(_FIELDS),
            },
            answers={
                JSON: Media(reference("ListReport"), {"rows": json.loads(answered(pack, "json"))}),
                NDJSON: Media(_TEXT, {"lines": answered(pack, "ndjson").decode()}),
                CSV: Media(_TEXT, {"table": answered(pack, "csv").decode()}),
                XLSX: Media(_BINARY),
            },
        ),
    )  # fmt: skip

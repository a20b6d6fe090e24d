"""The schema of a problem (RFC 9457) and an example of each type."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from dluhy.problems import Problem
from dluhy_service.problems import KINDS, Kind, ProblemBody, Refusal, encoded

_REQUEST: Final = "5d1f0c2ab3e49786"
"""The number of a request, for examples."""
_ERRORS: Final = {
    "malformed": Problem("json_syntax", "3:14", "tady není platný JSON (řádek:sloupec)", "no valid JSON here"),
    "invalid": Problem("money_form", "/debts/0/principal", "má být částka v Kč", "an amount in CZK is expected"),
}
_TITLE: Final = "Proč to nejde / A problem (RFC 9457)"
_DESCRIPTION: Final = (
    "Druh potíže (type) je stálý; title, detail a texty chyb jsou v jazyce Accept-Language, cs a en v obou. Nic z toho,"
    " co bylo posláno, v odpovědi není. / The type is stable; title, detail and the texts of errors follow"
    " Accept-Language, cs and en give both. Nothing that was sent is repeated."
)


def problem_schema() -> dict[str, Any]:
    """Return the JSON Schema of every refusal."""
    [root], parts = msgspec.json.schema_components([ProblemBody], ref_template="#/$defs/{name}")
    body = parts.pop(root["$ref"].removeprefix("#/$defs/"))
    properties = body["properties"] | {
        "type": {"type": "string", "enum": [kind.uri for kind in KINDS.values()]},
        "status": {"type": "integer", "enum": sorted({kind.status for kind in KINDS.values()})},
        "instance": {"type": "string", "pattern": "^urn:dluhy:request:[0-9A-Za-z_.-]+$"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:dluhy:problem:1",
        "title": _TITLE,
        "description": _DESCRIPTION,
        **{key: value for key, value in body.items() if key not in {"title", "description", "properties"}},
        "properties": properties,
        "$defs": parts,
    }


def example_of(kind: Kind) -> dict[str, Any]:
    """Return an example of a type of problem: what is answered in Czech."""
    errors = [_ERRORS[kind.name]] if kind.name in _ERRORS else []
    found: dict[str, Any] = msgspec.json.decode(encoded(Refusal(kind.name, errors), "cs", _REQUEST))
    return found

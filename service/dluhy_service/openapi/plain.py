"""Schemas of the small answers of the service itself."""

from __future__ import annotations

from typing import Any, Final

from dluhy_service.openapi.values import Both

_HEX: Final = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def table(cs: str, en: str, **properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object that has all of these keys."""
    return {"title": str(Both(cs, en)), "type": "object", "properties": properties, "required": list(properties)}


_SCHEMA: Final = table(
    "schéma", "a schema", name={"type": "string"}, id={"type": "string"}, title={"type": "string"},
    path={"type": "string"}, media_type={"const": "application/schema+json"},
)  # fmt: skip
PLAIN: Final[dict[str, dict[str, Any]]] = {
    "Live": table("proces odpovídá", "the process answers", status={"const": "ok"}),
    "Ready": table("služba přijímá požadavky", "requests are taken", status={"const": "ready"}),
    "Version": table(
        "verze programu a sady pravidel", "versions of the program and of the pack of rules",
        program={"type": "string"}, pack={"type": "string"}, pack_version={"type": "string"}, pack_hash=_HEX,
    ),
    "Schemas": table("schémata", "schemas", schemas={"type": "array", "items": _SCHEMA}),
    "JsonSchema": {"title": str(Both("JSON Schema 2020-12", "JSON Schema 2020-12")), "type": "object",
                   "properties": {"$schema": {"type": "string"}, "$id": {"type": "string"}},
                   "required": ["$schema", "$id", "title"]},
    "OpenApi": {"title": str(Both("tento popis", "this description")), "type": "object",
                "properties": {"openapi": {"const": "3.1.0"}}, "required": ["openapi", "info", "paths"]},
}  # fmt: skip

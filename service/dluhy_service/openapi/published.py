"""The JSON Schemas that the service publishes one by one (`GET /v1/schemas/{name}`), each with an identifier."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.case.schema import case_schema
from dluhy.deductions.schema import deduction_schema
from dluhy.documents.schema import as_text
from dluhy.intake.row_document import list_schema
from dluhy.municipal.directory.entries import directory_schema_text
from dluhy.municipal.index.document import index_schema
from dluhy.municipal.place.document import place_schema_text
from dluhy.region.exchange import exchange_schema
from dluhy_service.etags import tag_of
from dluhy_service.openapi.asked import suggestions_schema
from dluhy_service.openapi.problem_schema import problem_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.law.pack import Pack

MEDIA_TYPE: Final = "application/schema+json"


def _place(pack: Pack) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(place_schema_text(pack))
    return found


def _directory(pack: Pack) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(directory_schema_text(pack))
    return found


def _problem(_: Pack) -> dict[str, Any]:
    return problem_schema()


_SCHEMAS: Final[dict[str, Callable[[Pack], dict[str, Any]]]] = {
    "case": case_schema,
    "deduction": deduction_schema,
    "directory": _directory,
    "exchange": exchange_schema,
    "index": index_schema,
    "list": list_schema,
    "place": _place,
    "problem": _problem,
    "suggestions": suggestions_schema,
}
"""The name of each schema and what makes it; names are part of the interface and do not change."""
NAMES: Final = tuple(_SCHEMAS)


@frozen
class Published:
    """A schema as it is served: its text and the tag of that text."""

    name: str
    title: str
    identity: str
    content: bytes
    etag: str


_MADE: Final[dict[tuple[str, str], Published]] = {}


def schema(name: str, pack: Pack) -> dict[str, Any]:
    """Return a published schema by its name; KeyError for a name that is none of `NAMES`."""
    return _SCHEMAS[name](pack)


def published(name: str, pack: Pack) -> Published:
    """Return a schema as it is served, made once for each pack; KeyError for a name that is none of `NAMES`."""
    made = _MADE.get((name, pack.hash))
    if made is None:
        found = schema(name, pack)
        content = as_text(found).encode()
        made = Published(name=name, title=found["title"], identity=found["$id"], content=content, etag=tag_of(content))
        _MADE[name, pack.hash] = made
    return made


def listing(pack: Pack) -> dict[str, Any]:
    """Return the list of the published schemas."""
    found = [published(name, pack) for name in NAMES]
    return {
        "schemas": [
            {"name": each.name, "id": each.identity, "title": each.title, "path": f"/v1/schemas/{each.name}",
             "media_type": MEDIA_TYPE}
            for each in found
        ]
    }  # fmt: skip

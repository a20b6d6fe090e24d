"""The OpenAPI 3.1 document of the service: written from what is declared here, checked against the routes by a test."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import msgspec
from attrs import frozen

from dluhy import program_version
from dluhy_service.etags import tag_of
from dluhy_service.openapi.components import schemas
from dluhy_service.openapi.headers import EVERYWHERE, HEADERS, KEYED, OF_STATUS, parameters
from dluhy_service.openapi.hoisting import reached, reference
from dluhy_service.openapi.operations import operations
from dluhy_service.openapi.problem_schema import example_of
from dluhy_service.openapi.values import Both
from dluhy_service.problems import KINDS, MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.law.pack import Pack
    from dluhy_service.openapi.values import Media, Operation
    from dluhy_service.problems import Kind

_ALWAYS: Final = ("bad-request", "bad-host", "method", "not-acceptable", "failed", "busy", "stopping")
"""What every operation may be refused for; `method` is what other methods of its path answer."""
_OF_KEYS: Final = ("no-key", "no-scope", "rate")
_OF_BODIES: Final = ("malformed", "too-slow", "too-large", "media-type", "invalid", "too-demanding", "time-limit")
_TITLE: Final = "dluhy"
_DESCRIPTION: Final = """\
Otevřené jádro pro dluhové poradenství a pro hledání exekucí proti dětem. Služba nic neukládá: co se pošle, posoudí se
a zapomene. Klíče a kódy jsou tytéž jako v příkazové řádce i v souborech, texty odpovědí jsou česky, nebo podle
Accept-Language anglicky. Částky jsou texty v Kč („1234.50“), neznámé je null. Příklady jsou o vymyšlených lidech.

An open engine for debt advice and for finding enforcements against children. The service stores nothing: what is sent
is judged and forgotten. Keys and codes are those of the command line and of files; texts are Czech, or English by
Accept-Language. Sums are texts in CZK ("1234.50"), unknown is null. The examples are about invented people.
"""
_TAGS: Final = {
    "case": Both("jeden klient", "one client"),
    "list": Both("mnoho lidí, obec", "many people, a municipality"),
    "law": Both("právo a schémata", "the law and schemas"),
    "service": Both("služba sama", "the service itself"),
}
_KEY: Final = "key"
_OPEN: Final = "none"


@frozen
class Description:
    """The document as it is served, and the tag of its version."""

    content: bytes
    etag: str


_MADE: Final[dict[str, Description]] = {}
_MAKING: Final = Lock()


def description(pack: Pack) -> Description:
    """Return the document by a pack; made once for each, however many ask at once."""
    with _MAKING:
        if pack.hash not in _MADE:
            content = msgspec.json.encode(openapi(pack))
            _MADE[pack.hash] = Description(content, tag_of(content))
    return _MADE[pack.hash]


def openapi(pack: Pack) -> dict[str, Any]:
    """Return the document: what the service takes, answers and refuses, by a pack."""
    declared = operations(pack)
    return reached({
        "openapi": "3.1.0",
        "info": {
            "title": _TITLE,
            "version": program_version(),
            "summary": str(Both("Dluhové poradenství a děti v exekuci", "Debt advice and children in enforcement")),
            "description": _DESCRIPTION,
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": "/"}],
        "tags": [{"name": name, "description": str(both)} for name, both in _TAGS.items()],
        "security": [{_KEY: []}],
        "paths": _paths(declared),
        "components": {
            "schemas": schemas(pack),
            "parameters": parameters(pack),
            "headers": HEADERS,
            "responses": _refusals(),
            "securitySchemes": {
                _KEY: {
                    "type": "http",
                    "scheme": "bearer",
                    "description": str(Both("klíč: dluhy-service keys new", "a key: dluhy-service keys new")),
                }
            },
        },
    })  # fmt: skip


def _paths(declared: Iterable[Operation]) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for operation in declared:
        paths.setdefault(operation.path, {})[operation.method] = _operation(operation)
    return paths


def _operation(told: Operation) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": told.id,
        "tags": [told.tag],
        "summary": str(told.summary),
        "description": f"{told.description.cs}\n\n{told.description.en}",
        "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in (*told.parameters, "Accept-Language")],
    }
    if told.bodies:
        found["requestBody"] = {"required": True, "content": _content(told.bodies)}
    found["responses"] = _answers(told)
    if told.key == _OPEN:
        found["security"] = []
    else:
        found["x-scope"] = told.key
    return found


def _answers(told: Operation) -> dict[str, Any]:
    """Return the answers of an operation by status: what it does, and every problem it may answer with."""
    keyed = () if told.key == _OPEN else KEYED
    names = ("Content-Language", *EVERYWHERE, *keyed, *told.headers)
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    found: dict[str, Any] = {"200": {"description": str(told.summary), "headers": headers,
                                     "content": _content(told.answers)}}  # fmt: skip
    if told.not_modified:
        found["304"] = {"description": str(Both("máte stejné znění", "you have the same version")),
                        "headers": {name: headers[name] for name in names if name != "Content-Language"}}  # fmt: skip
    wanted = [*_ALWAYS, *told.refusals]
    wanted += [] if told.key == _OPEN else _OF_KEYS
    wanted += _OF_BODIES if told.bodies else []
    statuses = sorted({KINDS[name].status for name in wanted})
    return found | {str(status): {"$ref": f"#/components/responses/problem-{status}"} for status in statuses}


def _content(media: dict[str, Media]) -> dict[str, Any]:
    return {
        form: {"schema": each.schema}
        | ({"encoding": each.encoding} if each.encoding else {})
        | ({"examples": {name: {"value": value} for name, value in each.examples.items()}} if each.examples else {})
        for form, each in media.items()
    }


def _refusals() -> dict[str, Any]:
    """Return the problems of each status as components."""
    kinds: dict[int, list[Kind]] = {}
    for kind in KINDS.values():
        kinds.setdefault(kind.status, []).append(kind)
    return {f"problem-{status}": _refusal(status, members) for status, members in kinds.items()}


def _refusal(status: int, kinds: list[Kind]) -> dict[str, Any]:
    names = ("Content-Language", *EVERYWHERE, *OF_STATUS.get(status, ()))
    examples = {kind.name: {"value": example_of(kind)} for kind in kinds}
    return {
        "description": "; ".join(str(Both(kind.cs, kind.en)) for kind in kinds),
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in names},
        "content": {MEDIA_TYPE: {"schema": reference("Problem"), "examples": examples}},
    }

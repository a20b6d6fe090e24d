"""`POST /v1/replay`: a result computed again by its receipt and compared; nothing of either is kept."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from binascii import Error as NoBase64
from typing import TYPE_CHECKING, Any, Final

import msgspec
from attrs import evolve
from litestar import Request, Response, post

from dluhy.problems import Problem
from dluhy_service.bodies import document_of, limits_of, whole
from dluhy_service.multipart_forms import MULTIPART, parts_of
from dluhy_service.negotiation import JSON, kind_of
from dluhy_service.problems import Refusal
from dluhy_service.requests import answered, engine_for, form_for, parameters

if TYPE_CHECKING:
    from dluhy.documents.decoding import Limits

RESULT: Final = "result"
SOURCE: Final = "source"
SOURCE_BASE64: Final = "source_base64"
DEPTH: Final = 40
"""How deep a result may be nested: deeper than any that the service gives."""
Asked = tuple[bytes, bytes | None]
_encoder = msgspec.json.Encoder(decimal_format="number")


@post("/v1/replay", status_code=200)
async def replay(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Compute a result again: what came of it, field by field of the receipt, and whether it is the same."""
    content_type = request.headers.get("content-type", "")
    kind = kind_of(content_type, (JSON, MULTIPART))
    form_for(request)
    parameters(request)
    engine = engine_for(request)
    content = await whole(request, engine.settings, engine.settings.upload_bytes)
    if kind == JSON:
        asked = await asyncio.to_thread(_of_document, content, limits_of(engine.settings, len(content)))
    else:
        asked = await asyncio.to_thread(_of_form, content_type, content)
    return answered(request, await engine.pool.whole("replay", asked))


def _of_document(content: bytes, limits: Limits) -> Asked:
    """Return the result and its source as they stand in a document: `result`, `source` or `source_base64`.

    `result` is the result, or its receipt, as an object or as its text; `source` the text of what it was made from,
    sign by sign, `source_base64` the same for what is no text.
    """
    document = document_of(content, evolve(limits, depth=DEPTH))
    problems = [_problem("unknown_key", "", "", "") for key in document if key not in {RESULT, SOURCE, SOURCE_BASE64}]
    result, source = _result(document, problems), _source(document, problems)
    if problems or result is None:
        raise Refusal("invalid", problems)
    return result, source


def _result(document: dict[str, Any], problems: list[Problem]) -> bytes | None:
    given = document.get(RESULT)
    if given is None:
        problems.append(_problem("missing", RESULT, "chybí výsledek nebo jeho doklad", "the result is missing"))
    elif isinstance(given, str):
        return given.encode("utf-8", "surrogatepass")
    elif isinstance(given, dict):
        try:
            return _encoder.encode(given)
        except UnicodeEncodeError:
            cs, en = "je v něm neplatný text: osamocená polovina znaku", "it holds a text with half of a character"
            problems.append(_problem("text_form", RESULT, cs, en))
    else:
        problems.append(_problem("result_form", RESULT, "má být objekt nebo text", "should be an object or a text"))
    return None


def _source(document: dict[str, Any], problems: list[Problem]) -> bytes | None:
    text, encoded = document.get(SOURCE), document.get(SOURCE_BASE64)
    if text is not None and encoded is not None:
        cs, en = f"zadejte {SOURCE}, nebo {SOURCE_BASE64}", f"give {SOURCE} or {SOURCE_BASE64}"
        problems.append(_problem("source_twice", SOURCE_BASE64, cs, en))
    if text is not None and not isinstance(text, str):
        cs, en = "má být text, přesně jak byl zadán", "should be a text, exactly as it was given"
        problems.append(_problem("text_form", SOURCE, cs, en))
    elif text is not None:
        return text.encode("utf-8", "surrogatepass")
    if encoded is None:
        return None
    try:
        return b64decode(encoded, validate=True)
    except (NoBase64, ValueError, TypeError):
        problems.append(_problem("base64_form", SOURCE_BASE64, "má být text v Base64", "should be a text in Base64"))
    return None


def _of_form(content_type: str, content: bytes) -> Asked:
    """Return the result and its source as the two files of a form."""
    parts = parts_of(content_type, content)
    names = [name for name, _ in parts]
    problems = [_problem("unknown_key", "", "", "") for name in names if name not in {RESULT, SOURCE}]
    problems += [
        _problem("duplicate_field", name, "pole stojí víckrát", "the field stands more than once")
        for name in (RESULT, SOURCE)
        if names.count(name) > 1
    ]
    found = dict(parts)
    if RESULT not in found:
        problems.append(_problem("missing", RESULT, "chybí výsledek nebo jeho doklad", "the result is missing"))
    if problems:
        raise Refusal("invalid", problems)
    return found[RESULT], found.get(SOURCE)


def _problem(code: str, name: str, cs: str, en: str) -> Problem:
    return Problem(code, f"/{name}", cs, en)

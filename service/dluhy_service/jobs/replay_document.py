"""A request to compute a result again, as a document: `result`, and `source` or `source_base64`."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NoBase64
from typing import Any, Final

import msgspec
from attrs import evolve

from dluhy.documents.decoding import LIMITS, decode
from dluhy.problems import InputError, Problem

RESULT: Final = "result"
SOURCE: Final = "source"
SOURCE_BASE64: Final = "source_base64"
DEPTH: Final = 40
"""How deep a result may be nested: deeper than any that the service gives."""
Asked = tuple[bytes, bytes | None]
"""The result, and what it was made from."""
_encoder = msgspec.json.Encoder(decimal_format="number")


def asked_of(content: bytes, most_rows: int) -> Asked:
    """Return the result and its source as they stand in a document; raises InputError with every error at once.

    `result` is the result, or its receipt, as an object or as its text; `source` the text of what it was made from,
    sign by sign, `source_base64` the same for what is no text.
    """
    document = decode(content, "", "json", evolve(LIMITS, file_bytes=len(content), items=most_rows, depth=DEPTH))
    problems = [problem("unknown_key", "", "", "") for key in document if key not in {RESULT, SOURCE, SOURCE_BASE64}]
    result, source = _result(document, problems), _source(document, problems)
    if problems or result is None:
        raise InputError(problems)
    return result, source


def problem(code: str, name: str, cs: str, en: str) -> Problem:
    """Return an error of one value of the request."""
    return Problem(code, f"/{name}", cs, en)


def no_result() -> Problem:
    """Return the error of a request without a result."""
    return problem("missing", RESULT, "chybí výsledek nebo jeho doklad", "the result is missing")


def _result(document: dict[str, Any], problems: list[Problem]) -> bytes | None:
    given = document.get(RESULT)
    if given is None:
        problems.append(no_result())
    elif isinstance(given, str):
        return given.encode("utf-8", "surrogatepass")
    elif isinstance(given, dict):
        try:
            return _encoder.encode(given)
        except UnicodeEncodeError:
            cs, en = "je v něm neplatný text: osamocená polovina znaku", "it holds a text with half of a character"
            problems.append(problem("text_form", RESULT, cs, en))
    else:
        problems.append(problem("result_form", RESULT, "má být objekt nebo text", "should be an object or a text"))
    return None


def _source(document: dict[str, Any], problems: list[Problem]) -> bytes | None:
    text, encoded = document.get(SOURCE), document.get(SOURCE_BASE64)
    if text is not None and encoded is not None:
        cs, en = f"zadejte {SOURCE}, nebo {SOURCE_BASE64}", f"give {SOURCE} or {SOURCE_BASE64}"
        problems.append(problem("source_twice", SOURCE_BASE64, cs, en))
    if text is not None and not isinstance(text, str):
        cs, en = "má být text, přesně jak byl zadán", "should be a text, exactly as it was given"
        problems.append(problem("text_form", SOURCE, cs, en))
    elif text is not None:
        return text.encode("utf-8", "surrogatepass")
    if encoded is None:
        return None
    try:
        return b64decode(encoded, validate=True)
    except (NoBase64, ValueError, TypeError):
        problems.append(problem("base64_form", SOURCE_BASE64, "má být text v Base64", "should be a text in Base64"))
    return None

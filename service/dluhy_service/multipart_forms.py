"""Forms with a file (multipart/form-data, RFC 7578): read from memory, within limits; no part of it touches a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen
from multipart import (  # type: ignore[import-untyped]  # has no types
    MultipartError,
    MultipartSegment,
    PushMultipartParser,
    parse_options_header,
)

from dluhy_service.parameters import Parameters
from dluhy_service.problems import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

MULTIPART: Final = "multipart/form-data"
FILE: Final = "file"
_MOST_PARTS: Final = 20
_FIELD_BYTES: Final = 1_000
_LONGEST_BOUNDARY: Final = 70  # RFC 2046 § 5.1.1
_BROKEN: Final = ("Tělo není platný formulář multipart/form-data.", "The body is no valid multipart/form-data form.")


@frozen
class Form:
    """A form: the content of its one file and its other fields; the name of the file is not kept."""

    file: bytes
    fields: Parameters


def form_of(content_type: str, body: bytes, known: Sequence[str]) -> Form:
    """Return a form; Refusal 400 where its framing is broken.

    What is wrong with its fields (not known, twice, no text, no file) stands among the errors of its parameters, to be
    told together with what they say.
    """
    found: dict[str, bytes] = {}
    fields = Parameters({}, "form")
    for name, content in parts_of(content_type, body):
        if name not in {FILE, *known}:
            names = ", ".join((FILE, *known))
            cs, en = f"takové pole tu není; jsou tu: {names}", f"there is no such field; there are: {names}"
            fields.wrong("", "unknown_field", cs, en)
        elif name in found:
            fields.wrong(name, "duplicate_field", "pole stojí víckrát", "the field stands more than once")
        elif name != FILE and not _is_text(content):
            fields.wrong(
                name, "text_form", "pole má být krátký text v UTF-8", "the field should be a short text in UTF-8"
            )
        found.setdefault(name, content)
    if FILE not in found:
        fields.wrong(
            FILE, "missing", "chybí soubor se seznamem (pole file)", "the list file is missing (the field file)"
        )
    fields.given = {name: content.decode() for name, content in found.items() if name in known and _is_text(content)}
    return Form(found.get(FILE, b""), fields)


def parts_of(content_type: str, body: bytes) -> list[tuple[str, bytes]]:
    """Return the names and contents of the parts of a form, in their order; Refusal 400 where its framing is broken."""
    boundary = parse_options_header(content_type)[1].get("boundary", "")
    if not 0 < len(boundary) <= _LONGEST_BOUNDARY or not boundary.isascii():
        raise Refusal("malformed", detail=_BROKEN)
    try:
        return _segments(boundary, body)
    except (MultipartError, ValueError):
        raise Refusal("malformed", detail=_BROKEN) from None


def _segments(boundary: str, body: bytes) -> list[tuple[str, bytes]]:
    parts: list[tuple[str, bytearray]] = []
    parser = PushMultipartParser(boundary, content_length=len(body), max_segment_count=_MOST_PARTS, strict=True)
    with parser:
        for event in parser.parse(body):
            if isinstance(event, MultipartSegment):
                parts.append((event.name or "", bytearray()))
            elif event:
                parts[-1][1].extend(event)
    return [(name, bytes(content)) for name, content in parts]


def _is_text(content: bytes) -> bool:
    try:
        return len(content) <= _FIELD_BYTES and content.decode().isprintable()
    except UnicodeDecodeError:
        return False

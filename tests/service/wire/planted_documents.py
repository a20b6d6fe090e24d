"""JSON that carries an invented person: broken, of another shape, or with the person in one place of a document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from tests.service.wire import canary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Document = Any
    """Plain values of JSON."""
    Wrap = Callable[[Document], Document]
    """Puts a value back into the document that it stands in."""
    Sent = tuple[str, bytes]
    """What was done, and the body."""

_TOO_DEEP: Final = 40


def malformed() -> Iterator[Sent]:
    """Yield what is no JSON, or not only JSON."""
    name = canary.NAME.encode()
    quoted = b'"' + name + b'"'
    for number, content in enumerate((
        name, quoted[:-1], b'{"ref": ' + quoted, b'{"ref": ' + name + b"}", b"{" + quoted + b": 1, " + quoted + b": 2}",
        b"{" + quoted + b": NaN}", b"{" + quoted + b': "\xff"}', b"{} " + quoted, b"{'" + name + b"': 1}",
        b"{" + quoted + b": 1,}", b'{"ref": "\x00' + name + b'"}', b'{"ref": "\\ud800' + name + b'"}',
        b"{" + quoted + b": " + canary.DIGITS.encode() * 500 + b"}", name.decode().encode("cp1250"),
        json.dumps({"ref": canary.NAME}).encode("utf-16"), b"\xef\xbb\xbf{" + quoted + b": 1}",
    )):  # fmt: skip
        yield f"malformed {number}", content


def shapes(document: Document) -> Iterator[Sent]:
    """Yield JSON of other shapes than a document, too deep or too long, or with something beside it."""
    deep: Document = canary.BIRTH_NUMBER
    for _ in range(_TOO_DEEP):
        deep = {canary.SLUG: deep}
    found: list[Document] = [
        canary.NAME, [canary.NAME], int(canary.DIGITS), {canary.NAME: canary.FILE_MARK}, deep,
        {canary.SLUG: [canary.EMAIL] * 2_001}, {f"{canary.SLUG}_{each}": each for each in range(301)},
        document | {canary.NAME: canary.DIGITS}, document | {canary.SLUG: {canary.SLUG: canary.DIGITS}},
        document | {each: each for each in canary.ALL},
    ]  # fmt: skip
    for number, content in enumerate(found):
        yield f"shape {number}", _written(content)


def mutants(document: Document) -> Iterator[Sent]:
    """Yield the document with the person instead of one value or beside it, for every kind of place in it."""
    renamed = _renamed(document, frozenset(_references(document)))
    yield "renamed", _written(renamed)
    for place, changed in _changed(renamed, _itself, "", set()):
        yield f"at {place}", _written(changed)


def _changed(value: Document, wrap: Wrap, place: str, seen: set[str]) -> Iterator[tuple[str, Document]]:
    """Yield copies of a document in which one value is the person, or something of the person stands beside it."""
    if place in seen:
        return  # one row of many is enough
    seen.add(place)
    if isinstance(value, dict):
        yield f"{place}/+", wrap(value | {canary.SLUG: canary.NAME})
        for name, inner in value.items():
            yield from _changed(inner, _within(wrap, value, name), f"{place}/{name}", seen)
    elif isinstance(value, list):
        yield f"{place}/-", wrap([*value, canary.NAME])
        if value:
            yield f"{place}/twice", wrap([*value, *value])
            yield from _changed(value[0], lambda new: wrap([new, *value[1:]]), f"{place}/*", seen)
    elif isinstance(value, str):
        yield f"{place} as a reference", wrap(canary.SLUG)
        yield f"{place} as digits", wrap(canary.DIGITS)
    if place:
        yield place, wrap(f"{canary.NAME} {canary.BIRTH_NUMBER}")
        yield f"{place}/list", wrap([canary.NAME, {canary.EMAIL: canary.DIGITS}])


def _renamed(value: Document, references: frozenset[str]) -> Document:
    """Return a document in which everything that people are told apart by is called after the person."""
    if isinstance(value, dict):
        return {name: _renamed(inner, references) for name, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, references) for inner in value]
    return f"{canary.SLUG}-{value}" if isinstance(value, str) and value in references else value


def _references(value: Document) -> Iterator[str]:
    """Yield the values by which parts of a document refer to one another."""
    if isinstance(value, dict):
        yield from (inner for name, inner in value.items() if name in {"id", "ref"} and isinstance(inner, str))
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _references(inner)


def _itself(value: Document) -> Document:
    return value


def _within(wrap: Wrap, around: dict[str, Document], name: str) -> Wrap:
    return lambda new: wrap(around | {name: new})


def _written(document: Document) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()

"""The body of a request: read within limits, decoded strictly, never by the framework's lax readers."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from dluhy.documents.decoding import LIMITS, Limits, decode
from dluhy.problems import InputError
from dluhy_service.guard import header_of, passport_of
from dluhy_service.negotiation import JSON, kind_of
from dluhy_service.problems import Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from litestar import Request

    from dluhy.problems import Problem
    from dluhy_service.settings import Settings

_PLAIN: Final = "identity"
_COMPRESSED: Final = (
    "Tělo pošlete nezabalené, bez Content-Encoding.",
    "Send the body unpacked, without Content-Encoding.",
)
BODY: Final = ""
"""The place of the whole body, as a JSON Pointer."""
_MALFORMED: Final = frozenset({"json_syntax", "duplicate_key", "not_a_number", "key_text", "encoding", "empty",
                              "not_ndjson"})  # fmt: skip
_TOO_LARGE: Final = frozenset({"too_large", "too_many", "too_deep"})


async def json_bytes(request: Request[Any, Any, Any], settings: Settings, most: int | None = None) -> bytes:
    """Return the whole body, which says that it is JSON; Refusal (408, 413, 415) where it is too slow, large, other."""
    kind_of(header_of(request.scope, b"content-type"), (JSON,))
    return await whole(request, settings, settings.json_bytes if most is None else most)


async def whole(request: Request[Any, Any, Any], settings: Settings, most: int) -> bytes:
    """Return the whole body of at most `most` bytes; Refusal (408, 413, 415, 503) where it may not or cannot be."""
    require_readable(request, most)
    pieces, size, passport = [], 0, passport_of(request.scope)
    try:
        async with asyncio.timeout(settings.seconds):
            async for piece in pieces_of(request):
                size += len(piece)
                if size > most:
                    raise too_large(most)
                passport.hold(len(piece))
                pieces.append(piece)
    except TimeoutError:
        raise Refusal("too-slow") from None
    return b"".join(pieces)


async def pieces_of(request: Request[Any, Any, Any]) -> AsyncIterator[bytes]:
    """Yield the pieces of the body as they come; Refusal where the sender went away before its end."""
    receive = request.receive
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise Refusal("cut-off")
        if piece := message.get("body"):
            yield piece
        if not message.get("more_body"):
            return


def require_readable(request: Request[Any, Any, Any], most: int) -> None:
    """Refuse a body that is compressed, or whose stated length is too large, before any of it is read."""
    if header_of(request.scope, b"content-encoding").strip().lower() not in {"", _PLAIN}:
        raise Refusal("media-type", detail=_COMPRESSED, headers={"Accept-Encoding": _PLAIN})
    stated = header_of(request.scope, b"content-length")
    if stated.isdecimal() and int(stated) > most:
        raise too_large(most)


def too_large(most: int) -> Refusal:
    """Return the refusal of a body that has more than `most` bytes."""
    size = f"{most:,}".replace(",", "\N{NO-BREAK SPACE}")
    detail = (f"Tělo smí mít nejvýš {size} bajtů.", f"The body may have at most {most:,} bytes.")
    return Refusal("too-large", detail=detail)


def document_of(content: bytes, limits: Limits = LIMITS) -> dict[str, Any]:
    """Return a JSON object as plain values, numbers exact; Refusal 400 if it is none, 413 beyond the limits."""
    try:
        return decode(content, BODY, "json", limits)
    except InputError as error:
        raise refused(error) from None


def limits_of(settings: Settings, most_bytes: int | None = None) -> Limits:
    """Return how large a document with rows may be: as many rows as the settings say, else as any document."""
    return evolve(LIMITS, file_bytes=most_bytes or settings.json_bytes, items=settings.rows, depth=settings.depth)


def refused(error: InputError) -> Refusal:
    """Return the refusal of an input: malformed, too large, or else invalid."""
    return refused_problems(error.problems)


def refused_problems(problems: Sequence[Problem]) -> Refusal:
    """Return the refusal of an input with these problems; what stands inside a body that was read is not malformed."""
    codes = {problem.code for problem in problems}
    if any(problem.code in _MALFORMED and not problem.place.startswith("/") for problem in problems):
        return Refusal("malformed", map(_in_body, problems))
    return Refusal("too-large" if codes & _TOO_LARGE else "invalid", problems)


def _in_body(problem: Problem) -> Problem:
    """Return a problem of the whole body: its place is a line and column, or nothing."""
    return evolve(problem, place=problem.place.strip(" ,"))

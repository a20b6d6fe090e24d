"""Answers that change only with the program or the law: a tag of their version, and 304 to who has it already."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from litestar import Response

from dluhy_service.requests import answered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from litestar import Request

_LENGTH: Final = 32
_LONGEST: Final = 1_000
"""A header that is longer names more versions than there are."""
_KEPT: Final = {"Cache-Control": "no-cache"}
"""May be kept, if the tag is asked about before each use."""


def tag_of(content: bytes) -> str:
    """Return the tag of a content."""
    return f'"{sha256(content).hexdigest()[:_LENGTH]}"'


def tagged(
    request: Request[Any, Any, Any], content: bytes, form: str, etag: str, headers: Mapping[str, str] | None = None
) -> Response[Any]:
    """Return an answer with its tag; 304 without a body where `If-None-Match` names it."""
    told = {"ETag": etag, **_KEPT, **(headers or {})}
    if is_known(request.headers.get("if-none-match", ""), etag):
        return Response(None, status_code=304, headers=told)
    return answered(request, content, form, told)


def is_known(header: str, etag: str) -> bool:
    """Return whether `If-None-Match` names a tag; weak tags count too (RFC 9110 § 13.1.2).

    >>> is_known('W/"a", "b"', '"b"'), is_known("*", '"b"'), is_known("", '"b"')
    (True, True, False)
    """
    named = {part.strip().removeprefix("W/") for part in header[:_LONGEST].split(",")}
    return etag in named or "*" in named

"""Answers that stay the same while the pack does: with an ETag, so that who has one already need not fetch it again."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from litestar import Response
from litestar.status_codes import HTTP_304_NOT_MODIFIED

from dluhy_service.negotiation import JSON
from dluhy_service.requests import answered

if TYPE_CHECKING:
    from litestar import Request

_LENGTH: Final = 32
_KEPT: Final = "private, no-cache"
"""May be kept by who asked, but must be asked about again."""


def entity(request: Request[Any, Any, Any], content: bytes, form: str = JSON) -> Response[bytes]:
    """Return a content with its ETag, or 304 where the sender has it."""
    tag = f'"{sha256(content).hexdigest()[:_LENGTH]}"'
    headers = {"ETag": tag, "Cache-Control": _KEPT}
    if has(request.headers.get("if-none-match", ""), tag):
        return Response(b"", status_code=HTTP_304_NOT_MODIFIED, headers=headers)
    return answered(request, content, form, headers)


def has(header: str, tag: str) -> bool:
    """Return whether If-None-Match names a tag.

    >>> has('W/"a", "b"', '"a"'), has("*", '"a"'), has('"c"', '"a"')
    (True, True, False)
    """
    named = {each.strip().removeprefix("W/") for each in header.split(",")}
    return bool(named & {tag, "*"})

"""An answer that is finished: bytes, a form, headers. The framework's own response works out far more than that."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from litestar import Response

from dluhy_service.guard import passport_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from litestar.types import Receive, Scope, Send

_PIECE: Final = 1 << 18
"""How much is given to the server at once: what it was given it holds until the client reads, however long."""


class Answer(Response[bytes]):
    """Content that is sent as it is, with status 200; the framework asks only how it becomes an application.

    A client that reads nothing of a long answer for `idle_seconds` is left.
    """

    def __init__(self, content: bytes, form: str, headers: Mapping[str, str], idle_seconds: float) -> None:
        """Keep what is sent; a form of text says its encoding."""
        self.content = content
        self.idle_seconds = idle_seconds
        said = f"{form}; charset=utf-8" if form.startswith("text/") else form
        given = {"content-type": said} | {name.lower(): value for name, value in headers.items()}
        self.sent = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in given.items()]

    def to_asgi_response(self, *_: Any, **__: Any) -> Any:  # noqa: ANN401 - as the framework has it
        """Return what sends it."""
        return self

    async def __call__(self, scope: Scope, _: Receive, send: Send) -> None:
        """Send it."""
        headers = [*self.sent, (b"content-length", b"%d" % len(self.content))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        if len(self.content) <= _PIECE:
            await send({"type": "http.response.body", "body": self.content, "more_body": False})
            return
        try:
            await self._in_pieces(send)
        except TimeoutError:
            passport_of(scope).problem = "too-slow"  # an answer without its end: the connection is closed

    async def _in_pieces(self, send: Send) -> None:
        size = len(self.content)
        for start in range(0, size, _PIECE):
            async with asyncio.timeout(self.idle_seconds):
                piece = self.content[start : start + _PIECE]
                await send({"type": "http.response.body", "body": piece, "more_body": start + _PIECE < size})

"""An answer that is finished: bytes, a form, headers. The framework's own response works out far more than that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litestar import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from litestar.types import Receive, Scope, Send


class Answer(Response[bytes]):
    """Content that is sent as it is, with status 200; the framework asks only how it becomes an application."""

    def __init__(self, content: bytes, form: str, headers: Mapping[str, str]) -> None:
        """Keep what is sent; a form of text says its encoding."""
        self.content = content
        said = f"{form}; charset=utf-8" if form.startswith("text/") else form
        given = {"content-type": said} | {name.lower(): value for name, value in headers.items()}
        self.sent = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in given.items()]

    def to_asgi_response(self, *_: Any, **__: Any) -> Any:  # noqa: ANN401 - as the framework has it
        """Return what sends it."""
        return self

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Send it."""
        headers = [*self.sent, (b"content-length", b"%d" % len(self.content))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": self.content, "more_body": False})

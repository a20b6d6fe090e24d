"""The floor of the service: the same server under the same settings, whose application only echoes what it is sent.

    python service_echo.py litestar     a bare Litestar application: decode by msgspec, encode, answer
    python service_echo.py asgi         the same without Litestar, which is what the server itself costs

Settings come from the environment, as those of the service do.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import msgspec
from litestar.enums import ScopeType

if TYPE_CHECKING:
    from litestar.types import ASGIApp, Receive, Scope, Send

    from dluhy_service.settings import Settings

JSON = "application/json"


def main() -> None:
    """Serve the application named on the command line."""
    from dluhy_service.server import serve
    from dluhy_service.settings import read_settings

    apps = {"litestar": litestar_app, "asgi": asgi_app}
    serve(read_settings(os.environ), apps[sys.argv[1]])


def litestar_app(_: Settings) -> ASGIApp:
    """Return a Litestar application with one route."""
    from litestar import Litestar, Request, Response, get, post

    async def echo(request: Request[Any, Any, Any]) -> Response[bytes]:
        return Response(_again(await request.body()), media_type=JSON)

    async def ready() -> str:
        return "ready"

    echo.__annotations__ |= {"request": Request[Any, Any, Any], "return": Response[bytes]}
    handlers = [post("/echo", status_code=200)(echo), get("/health/ready")(ready)]
    return Litestar(handlers, openapi_config=None, logging_config=None, request_max_body_size=None)


def asgi_app(_: Settings) -> ASGIApp:
    """Return an application without any framework."""

    async def echo(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await _lifespan(receive, send)
            return
        pieces, more = [], True
        while more:
            message: Any = await receive()
            pieces.append(message.get("body", b""))
            more = message.get("more_body", False)
        content = _again(b"".join(pieces))
        headers = [(b"content-type", JSON.encode()), (b"content-length", b"%d" % len(content))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": content, "more_body": False})

    return echo


async def _lifespan(receive: Receive, send: Send) -> None:
    over = False
    while not over:
        event: str = (await receive())["type"]
        over = event == "lifespan.shutdown"
        await send({"type": f"{event}.complete"})  # type: ignore[typeddict-item]  # startup or shutdown


def _again(content: bytes) -> bytes:
    return msgspec.json.encode(msgspec.json.decode(content)) if content else b"{}"


if __name__ == "__main__":
    main()

"""Many large bodies at once do not take the memory of the server; there is room again as soon as one is answered."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from dluhy.problems import InputError
from dluhy_service.app import create_app
from dluhy_service.keys import KeyStore
from dluhy_service.settings import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy_service.guard import Guard

PART = b" " * 4_000


def _app(tmp_path: Path) -> tuple[Guard, bytes]:
    keys = tmp_path / "keys.json"
    _, token = KeyStore(keys).new("test", ["case"])
    settings = Settings(keys_file=keys, children=1, json_bytes=8_000, upload_bytes=8_000, held_bytes=8_000)
    return create_app(settings), token.encode()


async def _post(app: Guard, token: bytes, before_the_end: asyncio.Event) -> int:
    """Send two parts, the second when told to; return the status."""
    statuses: list[int] = []

    async def receive() -> Any:  # noqa: ANN401 - a message of the server
        if parts:
            await before_the_end.wait()
        parts.append(1)
        return {"type": "http.request", "body": PART, "more_body": len(parts) == 1}

    async def send(message: Any) -> None:  # noqa: ANN401 - as above
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    parts: list[int] = []
    headers = [(b"host", b"localhost"), (b"authorization", b"Bearer " + token), (b"content-type", b"application/json")]
    await app({"type": "http", "method": "POST", "path": "/v1/deductions", "raw_path": b"/v1/deductions",
               "query_string": b"", "root_path": "", "headers": headers, "client": ("127.0.0.1", 1), "scheme": "http",
               "server": ("127.0.0.1", 8000), "http_version": "1.1", "extensions": {}, "app": app.inner,
               "asgi": {"version": "3.0", "spec_version": "2.3"}, "state": {}}, receive, send)  # type: ignore[arg-type]  # as a server does  # fmt: skip
    return statuses[0]


def test_what_finds_no_room_is_refused_and_there_is_room_again(tmp_path: Path) -> None:
    async def run() -> list[int]:
        app, token = _app(tmp_path)
        go = asyncio.Event()
        waiting = [asyncio.create_task(_post(app, token, go)) for _ in range(3)]
        await asyncio.sleep(0)
        go.set()
        together = await asyncio.gather(*waiting)
        return [*sorted(together), await _post(app, token, go)]

    *together, later = asyncio.run(run())
    assert together == [400, 503, 503]  # one was read whole; it is no JSON
    assert later == 400


def test_there_is_room_for_one_body_at_least(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        read_settings({"HOME": str(tmp_path), "DLUHY_SERVICE_HELD_BYTES": "1000000"})
    assert [(problem.code, problem.place) for problem in refused.value.problems] == [
        ("no_room", "DLUHY_SERVICE_HELD_BYTES")
    ]

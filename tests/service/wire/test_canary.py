"""Nothing of a person stands in any problem, header, log line, figure, file or process, whatever goes wrong."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from litestar import Litestar
from tests.service.wire import canary, planted
from tests.service.wire.exchanges import JSON, NDJSON
from tests.service.wire.exchanges_lists import EXCHANGES, OF_ROUTES
from tests.service.wire.raw import asked

from dluhy_service.app import create_app
from dluhy_service.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.service.wire.exchanges import Exchange
    from tests.service.wire.planted import Planted
    from tests.service.wire.raw import Told
    from tests.service.wire.running import Server

EVERYDAY_SHARE = 9
"""One changed value of a document in so many is tried every day; the heavy tests try each."""
OF_KINDS = list({(each.route, each.kind): each for each in reversed(EXCHANGES) if each.kind}.values())
"""The first exchange of each route for each kind of content."""


def _leaks(told: Told) -> list[str]:
    """Return what of the person an answer tells.

    A successful one may hold the sender's own references, but not in what it says of errors.
    """
    said = "\n".join(f"{name}: {value}" for name, value in told.headers).encode()
    return canary.traces(said + (told.body if told.status >= 400 else _errors(told)))


def _errors(told: Told) -> bytes:
    """Return what a successful answer says of errors: rejected cells and the problems that ended a stream."""
    form = told.header("content-type")
    if form not in {JSON, NDJSON} or not told.body:
        return b""
    documents = [told.body] if form == JSON else told.body.splitlines()
    found = [json.loads(each) for each in documents]
    return json.dumps(
        [(each.get("rejected"), each.get("problems")) for each in found if isinstance(each, dict)]
    ).encode()


def _require_silence(server: Server, requests: Iterable[Planted]) -> None:
    sent = list(requests)
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(lambda each: asked(server.port, each[1]), sent))
    for (what, request), answer in zip(sent, told, strict=True):
        assert not _leaks(answer), (what, answer)
        assert answer.status != 500, (what, answer)
        assert answer.status or request.reset, what


@pytest.mark.parametrize("exchange", OF_ROUTES, ids=lambda each: each.route)
def test_no_route_tells_of_a_person(server: Server, exchange: Exchange) -> None:
    _require_silence(server, planted.of_route(exchange, server.every_scope))


@pytest.mark.parametrize("exchange", OF_KINDS, ids=lambda each: each.id)
def test_no_content_is_told(server: Server, exchange: Exchange) -> None:
    _require_silence(server, planted.of_content(exchange, server.every_scope, EVERYDAY_SHARE))


@pytest.mark.thorough
@pytest.mark.parametrize("exchange", [each for each in EXCHANGES if each.kind], ids=lambda each: each.id)
def test_not_one_content_is_told(server: Server, exchange: Exchange) -> None:
    _require_silence(server, planted.of_content(exchange, server.every_scope))


def test_nothing_of_a_person_is_left(server: Server) -> None:
    assert not canary.left_by(server)


def test_every_route_is_covered(server: Server) -> None:
    app = create_app(Settings(keys_file=server.folder / "keys.json")).inner
    assert isinstance(app, Litestar)
    assert {route.path_format for route in app.routes} == {each.route for each in EXCHANGES}

"""Nothing of a person stands in any problem, header, log line, figure, file or process, whatever goes wrong."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from litestar import Litestar
from tests.service.wire import canary, planted
from tests.service.wire.exchanges import EXCHANGES, JSON
from tests.service.wire.raw import asked
from tests.service.wire.running import started

from dluhy_service.app import create_app
from dluhy_service.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.service.wire.exchanges import Exchange
    from tests.service.wire.raw import Told
    from tests.service.wire.running import Server

EVERYDAY_SHARE = 9
"""One changed value of a document in so many is tried every day; the heavy tests try each."""


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server of its own, so that whatever it leaves was left by these tests."""
    yield from started(tmp_path_factory.mktemp("watched"))


def _leaks(told: Told) -> list[str]:
    """Return what of the person an answer tells; a successful one may hold the sender's own references."""
    said = "\n".join(f"{name}: {value}" for name, value in told.headers).encode()
    return canary.traces(said + (told.body if told.status >= 400 else b""))


def _told_by(server: Server, exchange: Exchange, share: int) -> None:
    requests = list(planted.everything(exchange, server.every_scope, share))
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(lambda each: asked(server.port, each[1]), requests))
    for (what, request), answer in zip(requests, told, strict=True):
        assert not _leaks(answer), (what, answer)
        assert answer.status != 500, (what, answer)
        assert answer.status or request.reset, what


@pytest.mark.parametrize("exchange", EXCHANGES, ids=lambda each: each.id)
def test_no_answer_tells_of_a_person(watched: Server, exchange: Exchange) -> None:
    _told_by(watched, exchange, EVERYDAY_SHARE)


@pytest.mark.heavy
@pytest.mark.parametrize("exchange", [each for each in EXCHANGES if each.kind == JSON], ids=lambda each: each.id)
def test_no_value_of_a_document_is_told(watched: Server, exchange: Exchange) -> None:
    _told_by(watched, exchange, 1)


def test_nothing_of_a_person_is_left(watched: Server) -> None:
    assert not canary.left_by(watched)


def test_every_route_is_covered(watched: Server) -> None:
    app = create_app(Settings(keys_file=watched.folder / "keys.json")).inner
    assert isinstance(app, Litestar)
    assert {route.path_format for route in app.routes} == {each.route for each in EXCHANGES}

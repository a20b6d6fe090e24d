"""Under a mixed load every request gets its own answer, nothing is lost or grows, and the service ends in order."""

from __future__ import annotations

import json
import os
import signal
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest
from tests.service.wire import mixed_load
from tests.service.wire.exchanges import CLIENTS, relief
from tests.service.wire.running import Server, resident

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

MOST_GROWTH = {"server": 8 << 20, "children": 32 << 20}
"""Bytes by which they may grow between a third of the run and its end: what the allocators of two children keep of the
lists that they happened to judge last goes up and down, what the number of requests adds would only go up."""
WARM_UP = 3.0
QUIET = 10
LAST = relief(CLIENTS[1].read_bytes())


@pytest.fixture
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server of which children are not replaced for their age, so that what they hold shows."""
    server = Server(tmp_path_factory.mktemp("loaded"), {"child_jobs": 10**6, "child_queue": 200})
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _require_right(senders: list[mixed_load.Sender]) -> None:
    """See that every request got exactly its own answer."""
    wrong = [each for sender in senders for each in sender.wrong]
    assert not wrong, (len(wrong), wrong[:5])
    numbers = [each for sender in senders for each in sender.instances]
    assert len(numbers) == len(set(numbers))
    kinds = sum((Counter(sender.said) for sender in senders), Counter[str]())
    assert len(kinds) == 12, kinds


def _require_logged_once(server: Server, since: int = 0) -> None:
    """See that the log from a byte on has one line for each request, none of which failed."""
    lines = [
        line for line in map(json.loads, server.log.read_bytes()[since:].splitlines()) if line["event"] == "request"
    ]
    assert max(Counter(line["request_id"] for line in lines).values()) == 1
    assert not [line for line in lines if line["status"] >= 500 and line["route"] != "/health/ready"]


def _held(server: Server) -> dict[str, int]:
    return {"server": sum(map(resident, server.workers())), "children": sum(map(resident, server.jobs()))}


def _is_quiet_again(server: Server) -> None:
    """See that nothing is under way any more, apart from the question itself."""
    until = monotonic() + QUIET
    while monotonic() < until and (
        server.figure("dluhy_requests_in_flight") > 1 or server.figure("dluhy_children_busy")
    ):
        sleep(0.05)
    assert server.figure("dluhy_requests_in_flight") == 1
    assert (server.figure("dluhy_children_busy"), server.figure("dluhy_queue_length")) == (0, 0)
    with server.client() as http:
        assert http.get("/health/ready").status_code == 200


def _ends_in_order(server: Server) -> None:
    """See that a request under way when the service is ended is answered, and that it ends without an error."""
    children = server.jobs()
    for child in children:
        os.kill(child, signal.SIGSTOP)  # so that the request is under way for certain
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(_last, server)
        while server.figure("dluhy_children_busy") < 1:
            sleep(0.02)
        server.signal()
        sleep(0.2)
        for child in children:
            os.kill(child, signal.SIGCONT)
        told = asked.result()
    assert LAST.expected is not None
    assert (told.status_code, told.content) == (200, LAST.expected("cs"))
    assert server.ended() == 0


def _last(server: Server) -> httpx.Response:
    with server.client() as http:
        return http.post(LAST.path, content=LAST.content, headers=LAST.headers())


@pytest.mark.thorough
def test_a_few_seconds_of_everything(server: Server) -> None:
    _is_quiet_again(server)
    workers, children, since = server.workers(), server.jobs(), server.log.stat().st_size
    _require_right(mixed_load.run(server, 5))
    _is_quiet_again(server)
    assert (server.workers(), server.jobs()) == (workers, children)
    _require_logged_once(server, since)


@pytest.mark.heavy
def test_a_minute_of_everything(loaded: Server) -> None:
    workers, children = loaded.workers(), sorted(loaded.jobs())
    _require_right(mixed_load.run(loaded, WARM_UP))
    _require_right(mixed_load.run(loaded, 20))
    _is_quiet_again(loaded)
    at_a_third = _held(loaded)
    _require_right(mixed_load.run(loaded, 40))
    _is_quiet_again(loaded)
    at_the_end = _held(loaded)
    assert {name: at_the_end[name] - at_a_third[name] < most for name, most in MOST_GROWTH.items()} == dict.fromkeys(
        MOST_GROWTH, True
    ), (at_a_third, at_the_end)
    assert (loaded.workers(), sorted(loaded.jobs())) == (workers, children)
    _require_logged_once(loaded)
    _ends_in_order(loaded)

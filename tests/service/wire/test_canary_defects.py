"""A defect of the program, or a child that dies, tells nothing of the person whose data it had in hand."""

from __future__ import annotations

import json
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest
from tests.service.wire import canary
from tests.service.wire.exchanges import JSON, SMALL_CASE
from tests.service.wire.exchanges_lists import EXCHANGES
from tests.service.wire.faulty import FAULT
from tests.service.wire.running import started

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.service.wire.exchanges import Exchange
    from tests.service.wire.running import Server

PLANTED = {"X-Name": canary.SLUG, "Cookie": f"rc={canary.DIGITS}", "Referer": f"https://{canary.EMAIL}"}
CASE = json.dumps(json.loads(SMALL_CASE) | {"ref": canary.SLUG}).encode()
JOBS = (
    "/v1/screenings", "/v1/relief", "/v1/municipal/suggestions", "/v1/replay", "/v1/minors/checks", "/v1/index",
)  # fmt: skip
UNTIL = 20


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server in which whatever is asked to fails, and every job does."""
    yield from started(tmp_path_factory.mktemp("faulty"), module="tests.service.wire.faulty", children=1)


def _defect(server: Server, request_id: str) -> dict[str, object]:
    """Return what the log says of a defect, which it may say after the answer."""
    until = monotonic() + UNTIL
    while monotonic() < until:
        for line in map(json.loads, server.log.read_bytes().splitlines()):
            if line["event"] == "defect" and line["request_id"] == request_id:
                return dict(line)
        sleep(0.05)
    pytest.fail("the log does not tell of the defect")


@pytest.mark.parametrize("exchange", EXCHANGES, ids=lambda each: each.id)
def test_a_defect_in_the_server_tells_nothing(faulty: Server, exchange: Exchange) -> None:
    headers = {**exchange.headers(), **PLANTED, "User-Agent": FAULT}
    with faulty.client() as http:
        told = http.request(exchange.method, exchange.path, content=exchange.content or None, headers=headers)
    assert (told.status_code, told.json()["type"]) == (500, "urn:dluhy:problem:failed")
    assert not canary.traces(told.content + repr(told.headers).encode())
    assert _defect(faulty, told.headers["x-request-id"])["error"] == "RuntimeError"


@pytest.mark.parametrize("exchange", [each for each in EXCHANGES if each.route in JOBS], ids=lambda each: each.id)
def test_a_defect_in_a_child_tells_nothing(faulty: Server, exchange: Exchange) -> None:
    with faulty.client() as http:
        told = http.request(
            exchange.method, exchange.path, content=exchange.content, headers=exchange.headers() | PLANTED
        )
    assert (told.status_code, told.json()["type"]) == (500, "urn:dluhy:problem:failed")
    assert _defect(faulty, told.headers["x-request-id"])["error"] == "RuntimeError"


def test_a_case_in_a_child_that_fails_is_told_nowhere(faulty: Server) -> None:
    with faulty.client() as http:
        for path in ("/v1/screenings", "/v1/relief"):
            told = http.post(path, content=CASE, headers={"Content-Type": JSON})
            assert told.status_code == 500
            assert not canary.traces(told.content)


def test_nothing_of_a_person_is_left_by_defects(faulty: Server) -> None:
    assert b'"event":"defect"' in faulty.log.read_bytes()
    assert not canary.left_by(faulty)


def test_a_child_that_dies_with_a_case_is_replaced_and_nothing_is_left(server: Server) -> None:
    before = server.jobs()
    for child in before:
        os.kill(child, signal.SIGSTOP)
    with ThreadPoolExecutor(1) as pool, server.client() as http:
        asked = pool.submit(http.post, "/v1/relief", content=CASE, headers={"Content-Type": JSON})
        while server.figure("dluhy_children_busy") < 1:
            sleep(0.05)
        for child in before:
            os.kill(child, signal.SIGKILL)
        told = asked.result()
    assert (told.status_code, told.json()["type"]) == (503, "urn:dluhy:problem:busy")
    assert not canary.traces(told.content)
    _require_all_again(server, len(before))
    assert not canary.left_by(server)


def _require_all_again(server: Server, many: int) -> None:
    """See that requests are answered and every child has a successor; one that died idle gets it when it is needed."""
    until = monotonic() + UNTIL
    with server.client() as http:
        while len(server.jobs()) < many:
            assert http.post("/v1/relief", content=CASE, headers={"Content-Type": JSON}).status_code == 200
            assert monotonic() < until
    assert len(server.jobs()) == many

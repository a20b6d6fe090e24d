"""The limits of the service over the wire: whoever goes past one is told so, and everybody else is served."""

from __future__ import annotations

import json
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest
from tests.service.wire import canary
from tests.service.wire.exchanges import JSON, SMALL_CASE
from tests.service.wire.raw import NOTHING, Request, Told, answer, answers, asked, chunked, connected, framed, send
from tests.service.wire.running import started

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.service.wire.running import Server

SECONDS = 3
IDLE = 1
MOST = 20_000
RATE = 300
CASE = json.dumps(json.loads(SMALL_CASE) | {"ref": canary.SLUG}).encode()
PATH = "/v1/relief"


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server with narrow limits: one child, one job that may wait, three seconds."""
    yield from started(
        tmp_path_factory.mktemp("narrow"), children=1, child_queue=1, seconds=SECONDS, idle_seconds=IDLE,
        json_bytes=MOST, requests_per_minute=RATE,
    )  # fmt: skip


def _headers(server: Server, **more: str) -> dict[str, str]:
    return {
        **server.every_scope,
        "Content-Type": JSON,
        **{name.replace("_", "-"): value for name, value in more.items()},
    }


def _case(server: Server) -> Told:
    return asked(server.port, Request(content=framed("POST", PATH, _headers(server), CASE)))


def _problem(told: Told) -> str:
    assert told.header("content-type") == "application/problem+json", told
    assert not canary.traces(told.body)
    return str(json.loads(told.body)["type"]).removeprefix("urn:dluhy:problem:")


def _until(what: str, is_so: Callable[[], bool], seconds: float = 60) -> None:
    until = monotonic() + seconds
    while monotonic() < until and not is_so():
        sleep(0.02)
    assert is_so(), what


def _is_served(server: Server) -> None:
    _until("a case is served", lambda: _case(server).status == 200)


@contextmanager
def _stopped(server: Server) -> Iterator[int]:
    """Let the one child stand still, as if it computed for ever."""
    (child,) = server.jobs()
    os.kill(child, signal.SIGSTOP)
    try:
        yield child
    finally:
        if child in server.jobs():
            os.kill(child, signal.SIGCONT)


@pytest.mark.heavy
def test_a_body_that_comes_too_slowly_is_refused(narrow: Server) -> None:
    _is_served(narrow)
    began = monotonic()
    with connected(narrow.port) as connection:
        send(connection, framed("POST", PATH, _headers(narrow, Content_Length="1000"), CASE[:20]))
        for _ in range(3):
            send(connection, b" ", pause=0.2)
        told = answer(connection)
    assert (told.status, _problem(told)) == (408, "too-slow")
    assert monotonic() - began >= SECONDS
    _is_served(narrow)


def test_a_head_that_comes_too_slowly_is_not_waited_for(narrow: Server) -> None:
    with connected(narrow.port) as connection:
        send(connection, f"POST {PATH} HTTP/1.1\r\nX-Name: {canary.SLUG}".encode())
        began = monotonic()
        told = answer(connection)
    assert told.status in {0, 408}
    assert monotonic() - began < IDLE + 5
    _is_served(narrow)


def test_a_body_stated_too_large_is_refused_before_it_is_sent(narrow: Server) -> None:
    with connected(narrow.port) as connection:
        send(connection, framed("POST", PATH, _headers(narrow, Content_Length=str(MOST + 1))))
        told = answer(connection)
    assert (told.status, _problem(told)) == (413, "too-large")


def test_a_body_in_chunks_is_refused_once_it_is_too_large(narrow: Server) -> None:
    with connected(narrow.port) as connection:
        send(connection, framed("POST", PATH, _headers(narrow, Transfer_Encoding="chunked")))
        send(connection, chunked([canary.NAME.encode() * 100] * 20, whole=False))
        told = answer(connection)
    assert (told.status, _problem(told)) == (413, "too-large")
    _is_served(narrow)


def test_who_asks_too_often_is_told_when_to_come_again(narrow: Server) -> None:
    often, others = narrow.key("case"), narrow.every_scope
    with connected(narrow.port) as connection:
        send(connection, framed("GET", "/v1/nothing", often) * 2 * RATE)
        all_told = answers(connection, *["GET"] * 2 * RATE)
    told = all_told[-1]
    assert _problem(told) == "rate"
    assert RATE - 30 <= sum(each.status == 404 for each in all_told) <= RATE + 30  # it fills up meanwhile
    assert 1 <= int(told.header("retry-after")) <= 60
    assert told.header("ratelimit-limit") == str(RATE)
    assert told.header("ratelimit-remaining") == "0"
    assert asked(narrow.port, Request(content=framed("GET", "/v1/nothing", others))).status == 404


def test_more_jobs_than_may_wait_are_refused_and_the_others_done(narrow: Server) -> None:
    _is_served(narrow)
    with ThreadPoolExecutor(2) as pool:
        with _stopped(narrow):
            waiting = [pool.submit(_case, narrow) for _ in range(2)]
            _until("a job waits", lambda: narrow.figure("dluhy_queue_length") == 1)
            refused = _case(narrow)
        told = [each.result() for each in waiting]
    assert (refused.status, _problem(refused)) == (503, "busy")
    assert int(refused.header("retry-after")) > 0
    assert [each.status for each in told] == [200, 200]


def test_a_job_that_takes_too_long_is_ended_and_its_child_replaced(narrow: Server) -> None:
    _is_served(narrow)
    began = monotonic()
    with _stopped(narrow) as child:
        told = _case(narrow)
        assert (told.status, _problem(told)) == (503, "time-limit")
        assert int(told.header("retry-after")) > 0
        assert SECONDS <= monotonic() - began < SECONDS + 5
        _until("the child is gone", lambda: child not in narrow.jobs())
    _until("another has come", lambda: _case(narrow).status == 200)


@pytest.mark.parametrize(
    "content",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + canary.NAME.encode() * 20,  # TLS where there is none
        canary.NAME.encode() * 50 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost : b\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(60),
        b"POST "
        + PATH.encode()
        + b" HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        b"POST " + PATH.encode() + b" HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"\r\n" * 500,
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"".join(b"X-%d: a\r\n" % n for n in range(1_000)) + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Name: " + canary.SLUG.encode() * 10_000 + b"\r\n\r\n",
        b"GET /" + canary.SLUG.encode() * 10_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ],
    ids=range(11),
)
def test_what_is_no_request_hurts_nobody(narrow: Server, content: bytes) -> None:
    told = asked(narrow.port, Request(content=content, method="GET", shut=True))
    assert told == NOTHING or 400 <= told.status < 500, told
    assert not canary.traces(told.body + repr(told.headers).encode())
    assert asked(narrow.port, Request(content=framed("GET", "/health/live", {}), method="GET")).status == 200


def test_a_length_and_chunks_together_smuggle_nothing_in(narrow: Server) -> None:
    """What stands after the end of the body is never taken for a request of its own that has another's key."""
    hidden = framed("GET", "/v1/rules", {})
    headers = _headers(narrow, Content_Length=str(len(hidden) + 5), Transfer_Encoding="chunked")
    with connected(narrow.port) as connection:
        send(connection, framed("POST", PATH, headers, b"0\r\n\r\n" + hidden))
        told = answers(connection, "POST", "GET")
    assert 400 <= told[0].status < 500
    assert told[1].status in {0, 401}


def test_requests_sent_in_one_go_are_answered_in_their_order(narrow: Server) -> None:
    paths = ["/v1/schemas/case", "/v1/nothing", "/version", "/v1/schemas/place", "/v1/rules/W2"]
    sent = [framed("GET", path, narrow.every_scope) for path in paths]
    sent.insert(2, framed("POST", PATH, _headers(narrow), CASE))
    with connected(narrow.port) as connection:
        send(connection, b"".join(sent))
        together = answers(connection, *["GET"] * len(sent))
    alone = [asked(narrow.port, Request(content=each)) for each in sent]
    assert [each.status for each in together] == [200, 404, 200, 200, 200, 200]
    assert [each.body for each in together if each.status == 200] == [each.body for each in alone if each.status == 200]


def test_a_sender_who_asks_first_whether_to_send_is_told_so(narrow: Server) -> None:
    with connected(narrow.port) as connection:
        send(connection, framed("POST", PATH, _headers(narrow, Expect="100-continue", Content_Length=str(len(CASE)))))
        assert connection.recv(100).startswith(b"HTTP/1.1 100 ")
        send(connection, CASE)
        assert answer(connection).status == 200


def test_nothing_of_a_person_is_left_at_any_limit(narrow: Server) -> None:
    assert not canary.left_by(narrow)

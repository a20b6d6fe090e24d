"""Streams over the wire: answered while the body comes, in flat memory, cut off where the client does not move."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.conftest import AS_OF
from tests.service.duplex import opened
from tests.service.running import Running, running

from dluhy_service.negotiation import NDJSON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractAsyncContextManager

    from tests.service.duplex import Exchange

URL = f"/v1/minors/checks?as_of={AS_OF}"
IDLE = 2
ROWS_OF_A_PART = 4_000


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("service"), idle_seconds=str(IDLE)) as found:
        found.wait_ready()
        yield found


def _row(number: int) -> bytes:
    return json.dumps({
        "person_id": f"P{number // 3:07d}", "birth_date": "2009-05-01", "debt_kind": "local_fee_waste",
        "fee_year": 2015 + number % 9, "due_on": f"{2015 + number % 9}-05-31", "principal": "700.00", "costs": "50.50",
        "balance": "750.50", "enforcement_ref": f"013 EX {number % 9_000 + 1}/22", "creditor_name": "Město Vzorov",
        "municipality_code": "554961", "title_kind": "payment_assessment", "note": "x" * 60,
    }).encode() + b"\n"  # fmt: skip


def _rows(count: int, first: int = 0) -> bytes:
    return b"".join(map(_row, range(first, first + count)))


def _begun(service: Running) -> AbstractAsyncContextManager[Exchange]:
    return opened(service.port, URL, {**service.headers, "Content-Type": NDJSON, "Accept": NDJSON})


def _last(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(content.splitlines()[-1])
    return found


def _works(service: Running) -> None:
    told = httpx.post(f"{service.address}{URL}", content=_rows(3), headers={**service.headers, "Content-Type": NDJSON},
                      timeout=60)  # fmt: skip
    assert told.status_code == 200, told.text
    assert _last(told.content)["summary"]["receipt"]["rows_judged"] == 3


def test_the_answer_begins_before_the_body_ends(service: Running) -> None:
    async def exchanged() -> bytes:
        async with _begun(service) as exchange:
            await exchange.send(_rows(ROWS_OF_A_PART + 10))
            await exchange.head()
            assert exchange.status == 200
            pieces = exchange.pieces()
            first = await anext(pieces)
            await exchange.send(_rows(500, ROWS_OF_A_PART + 10))
            await exchange.send(b"")
            return first + b"".join([piece async for piece in pieces])

    content = asyncio.run(exchanged())
    assert _last(content)["summary"]["receipt"]["rows_judged"] == ROWS_OF_A_PART + 510
    assert sorted(json.loads(line)["row"] for line in content.splitlines()[:-1]) == [*range(1, ROWS_OF_A_PART + 511)]


@pytest.mark.heavy
def test_a_client_that_does_not_read_gives_its_child_back(service: Running) -> None:
    """There is one child: while the client still holds its connection, another request is answered."""

    async def exchanged() -> None:
        async with _begun(service) as exchange:
            sending = asyncio.create_task(exchange.send_all(_rows(5_000, first) for first in range(0, 60_000, 5_000)))
            await exchange.head()
            await asyncio.to_thread(_works, service)
            assert not sending.done()
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)

    asyncio.run(exchanged())


def test_a_whole_answer_that_nobody_reads_is_not_held_for_ever(service: Running) -> None:
    """The server holds what it was given until the client reads it, so a long answer is given to it in pieces."""
    row = {"birth_date": "2010-05-01", "debt_kind": "local_fee_waste", "fee_year": 2018}
    rows = [{"person_id": f"Q{number}", **row} for number in range(6_000)]
    body = json.dumps({"as_of": AS_OF.isoformat(), "rows": rows}).encode()
    head = "\r\n".join([
        "POST /v1/minors/checks HTTP/1.1", "Host: 127.0.0.1", f"Authorization: Bearer {service.token}",
        "Content-Type: application/json", f"Content-Length: {len(body)}", "", "",
    ])  # fmt: skip
    with socket.create_connection(("127.0.0.1", service.port)) as silent:
        silent.sendall(head.encode() + body)
        until = time.monotonic() + 60
        while not (lines := _left(service)) and time.monotonic() < until:
            time.sleep(0.2)
    assert lines
    _works(service)


def _left(service: Running) -> list[dict[str, Any]]:
    """Return what the log says of answers that were begun and not read."""
    lines = map(json.loads, service.log.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if (line.get("status"), line.get("problem"), line.get("form")) ==
            (200, "too-slow", "application/json")]  # fmt: skip


def test_a_client_that_does_not_go_on_is_told_so(service: Running) -> None:
    async def exchanged() -> tuple[int, bytes]:
        async with _begun(service) as exchange:
            await exchange.send(_rows(5))
            await exchange.head()
            return exchange.status, await exchange.whole()

    status, content = asyncio.run(exchanged())
    assert status == 408
    assert json.loads(content)["type"] == "urn:dluhy:problem:too-slow"
    _works(service)


def test_a_client_that_stops_in_the_middle_of_its_answer_is_told_so_at_its_end(service: Running) -> None:
    async def exchanged() -> bytes:
        async with _begun(service) as exchange:
            await exchange.send(_rows(ROWS_OF_A_PART + 10))
            await exchange.head()
            return await exchange.whole()

    last = _last(asyncio.run(exchanged()))
    assert [item["code"] for item in last["problems"]] == ["too-slow"]
    _works(service)


@pytest.mark.heavy
def test_clients_that_go_away_leave_nothing_behind(service: Running) -> None:
    async def left(rows: int) -> None:
        async with _begun(service) as exchange:
            if rows:
                await exchange.send(_rows(rows))

    for rows in (0, 1, ROWS_OF_A_PART + 10):
        asyncio.run(left(rows))
    _works(service)
    log = service.log.read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert "Vzorov" not in log


def _memory(processes: list[int]) -> int:
    """Return the most that some processes held together, in MiB, by their own high-water marks."""
    marks = [Path(f"/proc/{each}/status").read_text(encoding="utf-8").partition("VmHWM:")[2] for each in processes]
    return sum(int(mark.split()[0]) for mark in marks if mark) // 1024


@pytest.mark.heavy
def test_a_hundred_megabytes_stream_through_in_less_than_500_mib(tmp_path: Path) -> None:
    size, step = 100_000_000, 2_000

    def pieces() -> Iterator[bytes]:
        sent, first = 0, 0
        while sent < size:
            piece = _rows(step, first)
            sent, first = sent + len(piece), first + step
            yield piece

    async def exchanged(service: Running) -> tuple[int, bytes]:
        async with _begun(service) as exchange:
            sending = asyncio.create_task(exchange.send_all(pieces()))
            await exchange.head()
            rows, tail = 0, b""
            async for piece in exchange.pieces():
                rows += piece.count(b"\n")
                tail = (tail + piece)[-2_000:]
            await sending
            return rows, tail

    with running(tmp_path, stream_seconds="3600") as service:
        service.wait_ready()
        began = time.monotonic()
        rows, tail = asyncio.run(exchanged(service))
        seconds = time.monotonic() - began
        memory = _memory([service.process.pid, *service.descendants()])
    assert _last(tail)["summary"]["receipt"]["rows_judged"] == rows - 1
    print(f"{rows} rows, {seconds:.0f} s, {rows / seconds:.0f} rows/s, {memory} MiB")  # noqa: T201 - a measurement
    assert memory < 500

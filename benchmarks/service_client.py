"""Sends bodies in turn over connections that stay open, for machines without wrk; prints one line of JSON, as it does.

    python service_client.py PORT PATH CONNECTIONS SECONDS

Bodies stand one a line in the file named in DLUHY_BODIES; a connection sends its next request when it has its answer.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST: Final = "127.0.0.1"
_OK: Final = b"HTTP/1.1 200"
_LENGTH: Final = b"content-length:"


@define
class Tally:
    """What came of the requests: seconds of each answer, and how many were no answer or none that was wanted."""

    seconds: list[float] = field(factory=list)
    failed: int = 0


def main() -> None:
    """Send for some seconds and print what came of it."""
    port, path, connections, seconds = sys.argv[1:]
    lines = Path(os.environ["DLUHY_BODIES"]).read_bytes().splitlines()
    requests = [_request(path, body) for body in lines]
    tally, start = Tally(), time.perf_counter()
    asyncio.run(_all(int(port), cycle(requests), int(connections), start + float(seconds), tally))
    spent = time.perf_counter() - start
    told = {"requests": len(tally.seconds), "seconds": spent, "failed": tally.failed}
    sys.stdout.write(json.dumps(told | {"p50": _share(tally, 0.5), "p99": _share(tally, 0.99)}))


def _request(path: str, body: bytes) -> bytes:
    headers = {"Host": HOST, "Content-Type": os.environ["DLUHY_CONTENT_TYPE"], "Authorization": os.environ["DLUHY_KEY"],
               "Content-Length": str(len(body))}  # fmt: skip
    lines = [f"{os.environ['DLUHY_METHOD']} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _share(tally: Tally, share: float) -> float:
    found = sorted(tally.seconds)
    return found[min(int(len(found) * share), len(found) - 1)] * 1e3 if found else 0.0


async def _all(port: int, requests: Iterator[bytes], connections: int, until: float, tally: Tally) -> None:
    await asyncio.gather(*(_one(port, requests, until, tally) for _ in range(connections)))


async def _one(port: int, requests: Iterator[bytes], until: float, tally: Tally) -> None:
    reader, writer = await asyncio.open_connection(HOST, port)
    while time.perf_counter() < until:
        start = time.perf_counter()
        writer.write(next(requests))
        try:
            tally.failed += not await _answered(reader)
        except (asyncio.IncompleteReadError, ConnectionError):
            tally.failed += 1
            break
        tally.seconds.append(time.perf_counter() - start)
    writer.close()


async def _answered(reader: asyncio.StreamReader) -> bool:
    """Read one answer whole; true where it is what was asked for."""
    head = await reader.readuntil(b"\r\n\r\n")
    stated = next(line for line in head.split(b"\r\n") if line.lower().startswith(_LENGTH))
    await reader.readexactly(int(stated[len(_LENGTH) :]))
    return head.startswith(_OK)


if __name__ == "__main__":
    main()

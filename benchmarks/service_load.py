"""Loads a server with requests that differ, and says what it took: rate, times, processor seconds, size of batches."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen
from service_process import HERE, HOST, Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

JSON: Final = "application/json"
_CHECK_SECONDS: Final = 0.02
_BATCH: Final = re.compile(r"^dluhy_batch_size_(sum|count)\{[^}]*\} (\S+)$", re.MULTILINE)


@frozen
class Asked:
    """What is sent: a path, bodies in turn (each one line), and the answer that each must get."""

    path: str
    bodies: tuple[bytes, ...]
    answers: tuple[bytes, ...] = ()
    method: str = "POST"


@frozen
class Load:
    """What came of a load; times in milliseconds, processor seconds of the whole tree of the server."""

    requests: int
    seconds: float
    p50: float
    p99: float
    failed: int
    cpu: float
    batch: float = 0.0
    checked: int = 0
    wrong: int = 0

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds

    @property
    def cost(self) -> float:
        """Processor microseconds of the server for a request."""
        return self.cpu / max(self.requests, 1) * 1e6


def load(server: Server, asked: Asked, connections: int, seconds: float, folder: Path) -> Load:
    """Send the bodies over so many connections, each waiting for its answer, and check a sample while they run."""
    bodies = folder / "bodies.ndjson"
    bodies.write_bytes(b"\n".join(asked.bodies) + b"\n")
    given = {**os.environ, "DLUHY_BODIES": str(bodies), "DLUHY_KEY": server.key, "DLUHY_CONTENT_TYPE": JSON,
             "DLUHY_METHOD": asked.method}  # fmt: skip
    batches, before = _batches(server), server.cpu()
    with _checking(server, asked) as sample:
        run = subprocess.run(_command(server.port, asked.path, connections, seconds), env=given, check=True,
                             capture_output=True, text=True)  # fmt: skip
    cpu, later = server.cpu() - before, _batches(server)
    count = later[1] - batches[1]
    found = json.loads(run.stdout.strip().splitlines()[-1])
    return Load(**found, cpu=cpu, batch=(later[0] - batches[0]) / count if count else 0.0, checked=sample.checked,
                wrong=sample.wrong)  # fmt: skip


def burst(server: Server, asked: Asked, together: int) -> Load:
    """Ask so many things at the same moment, once, and wait for all answers; each is held against the library's."""
    batches, before, start = _batches(server), server.cpu(), time.perf_counter()
    with ThreadPoolExecutor(together) as pool:
        told = list(pool.map(lambda at: _asked(server, asked, at), range(together)))
    spent, cpu, later = time.perf_counter() - start, server.cpu() - before, _batches(server)
    times, count = sorted(each for each, _ in told), later[1] - batches[1]
    return Load(requests=together, seconds=spent, p50=times[together // 2] * 1e3, p99=times[-1] * 1e3, failed=0,
                cpu=cpu, batch=(later[0] - batches[0]) / count if count else 0.0, checked=together,
                wrong=sum(wrong for _, wrong in told))  # fmt: skip


def _asked(server: Server, asked: Asked, at: int) -> tuple[float, bool]:
    """Ask once; return how long it took and whether the answer was another than the library's."""
    start = time.perf_counter()
    connection = HTTPConnection(HOST, server.port, timeout=600)
    connection.request("POST", asked.path, asked.bodies[at], {"Content-Type": JSON, "Authorization": server.key})
    content = connection.getresponse().read()
    connection.close()
    return time.perf_counter() - start, content != asked.answers[at]


def _command(port: int, path: str, connections: int, seconds: float) -> list[str]:
    if wrk := shutil.which("wrk"):
        script = str(HERE / "service_load.lua")
        return [wrk, "-t1", f"-c{connections}", f"-d{seconds:g}s", "--timeout", "60s", "-s", script,
                f"http://{HOST}:{port}{path}"]  # fmt: skip
    return [sys.executable, str(HERE / "service_client.py"), str(port), path, str(connections), str(seconds)]


@define
class _Sample:
    """One more connection that asks slowly and holds each answer against what the library says."""

    server: Server
    asked: Asked
    checked: int = 0
    wrong: int = 0
    over: threading.Event = field(factory=threading.Event)

    def check(self) -> None:
        """Ask until told to stop."""
        connection = HTTPConnection(HOST, self.server.port, timeout=60)
        headers = {"Content-Type": JSON, "Authorization": self.server.key}
        while not self.over.wait(_CHECK_SECONDS):
            number = self.checked * 7 % len(self.asked.bodies)
            connection.request("POST", self.asked.path, self.asked.bodies[number], headers)
            self.wrong += connection.getresponse().read() != self.asked.answers[number]
            self.checked += 1
        connection.close()


@contextmanager
def _checking(server: Server, asked: Asked) -> Iterator[_Sample]:
    sample = _Sample(server, asked)
    if not asked.answers:
        yield sample
        return
    thread = threading.Thread(target=sample.check)
    thread.start()
    try:
        yield sample
    finally:
        sample.over.set()
        thread.join()


def _batches(server: Server) -> tuple[float, float]:
    """Return how many requests went in batches so far, and how many batches there were; nothing for the floors."""
    if not server.key:
        return 0.0, 0.0
    request = urllib.request.Request(f"http://{HOST}:{server.port}/metrics", headers={"Authorization": server.key})
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own address
        found = dict(_BATCH.findall(answer.read().decode()))
    return float(found.get("sum", 0)), float(found.get("count", 0))

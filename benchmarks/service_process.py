"""Servers as processes of their own, and what they cost: processor seconds and memory of a whole tree, from /proc."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent
PATHS: Final = (str(ROOT / "src"), str(ROOT / "service"))
"""Where this tree keeps its packages: server and library are measured from here, whatever is installed."""
HOST: Final = "127.0.0.1"
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_START_SECONDS: Final = 120
_END_SECONDS: Final = 60
_SAMPLE_SECONDS: Final = 0.1


@define
class Server:
    """A server that is ready: its process, its port, the header that opens it."""

    process: subprocess.Popen[bytes]
    port: int
    key: str = ""

    @property
    def tree(self) -> list[int]:
        """The process and everything below it."""
        return tree_of(self.process.pid)

    def cpu(self) -> float:
        """Return the processor seconds that its tree has used, those of ended children included."""
        return sum(map(_cpu_of, self.tree))


def free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


def environment(folder: Path, port: int) -> dict[str, str]:
    """Return what a server is set to: one worker, keys and log in a folder, no limit of rate that would be met."""
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(PATHS),
        "DLUHY_SERVICE_PORT": str(port),
        "DLUHY_SERVICE_WORKERS": "1",
        "DLUHY_SERVICE_KEYS_FILE": str(folder / "keys.json"),
        "DLUHY_SERVICE_LOG_FILE": str(folder / "log.ndjson"),
        "DLUHY_SERVICE_REQUESTS_PER_MINUTE": str(10**7),
    }


@contextmanager
def service(folder: Path) -> Iterator[Server]:
    """Run the service as an operator does, with a key of every scope."""
    given = environment(folder, free_port())
    program = [sys.executable, "-m", "dluhy_service"]
    scopes = [word for scope in ("case", "list", "metrics") for word in ("--scope", scope)]
    made = subprocess.run([*program, "keys", "new", "--label", "benchmark", *scopes], env=given, check=True,
                          capture_output=True, text=True)  # fmt: skip
    with running([*program, "run"], given, "/health/ready") as server:
        server.key = f"Bearer {made.stdout.strip()}"
        yield server


@contextmanager
def echo(kind: str, folder: Path) -> Iterator[Server]:
    """Run the floor under the same settings."""
    command = [sys.executable, str(HERE / "service_echo.py"), kind]
    with running(command, environment(folder, free_port()), "/health/ready") as server:
        yield server


@contextmanager
def running(command: Sequence[str], given: dict[str, str], ready: str, port: int | None = None) -> Iterator[Server]:
    """Run a server until the block ends; it is ready when it answers at a path."""
    process = subprocess.Popen(command, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = Server(process, port or int(given["DLUHY_SERVICE_PORT"]))
    try:
        _wait(server, ready)
        yield server
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_END_SECONDS)
        process.kill()


def _wait(server: Server, path: str) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and server.process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"http://{HOST}:{server.port}{path}", timeout=5):
            return
        time.sleep(0.2)
    sys.exit(f"the server does not answer: {' '.join(map(str, server.process.args))}")  # type: ignore[arg-type]


@define
class Memory:
    """The most resident memory of a tree while it was watched: pages that processes share counted once, or in each."""

    server: Server
    peak: int = 0
    peak_unshared: int = 0
    _over: threading.Event = field(factory=threading.Event, init=False)

    def watch(self) -> None:
        """Look until told to stop."""
        while not self._over.wait(_SAMPLE_SECONDS):
            sizes = [_resident(process) for process in self.server.tree]
            self.peak = max(self.peak, sum(each for each, _ in sizes))
            self.peak_unshared = max(self.peak_unshared, sum(each for _, each in sizes))


@contextmanager
def memory_of(server: Server) -> Iterator[Memory]:
    """Watch the memory of a server while the block runs."""
    memory = Memory(server)
    watching = threading.Thread(target=memory.watch)
    watching.start()
    try:
        yield memory
    finally:
        memory._over.set()  # noqa: SLF001 - our own
        watching.join()


def tree_of(root: int) -> list[int]:
    """Return a process and all below it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and (fields := _stat(int(entry.name))):
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found, waiting = [], [root]
    while waiting:
        found.append(waiting.pop())
        waiting += parents.get(found[-1], [])
    return found


def _stat(process: int) -> list[str]:
    """Return the fields of a process from its state on; empty where it is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(") ")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _cpu_of(process: int) -> float:
    fields = _stat(process)
    return sum(map(int, fields[11:15])) / _TICKS if fields else 0.0


def _resident(process: int) -> tuple[int, int]:
    """Return the bytes of a process with its part of what it shares, and with all of it; 0 where it is gone."""
    try:
        words = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").split()
    except (FileNotFoundError, ProcessLookupError):
        return 0, 0
    found = dict(pairwise(words))
    return int(found.get("Pss:", 0)) * 1024, int(found.get("Rss:", 0)) * 1024

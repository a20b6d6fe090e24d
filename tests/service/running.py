"""A real service of its own processes for tests: started on a free port, watched, and ended."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
from attrs import define

from dluhy_service.keys import SCOPES, KeyStore

if TYPE_CHECKING:
    from collections.abc import Iterator

START_SECONDS = 60
HOST = "127.0.0.1"


@define
class Running:
    """A service that runs: its main process, where it listens, a key that may do everything, its log."""

    process: subprocess.Popen[bytes]
    port: int
    token: str
    log: Path

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://{HOST}:{self.port}"

    @property
    def headers(self) -> dict[str, str]:
        """The header that sends the key."""
        return {"Authorization": f"Bearer {self.token}"}

    def wait_ready(self) -> None:
        """Wait until it takes requests."""
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            try:
                if httpx.get(f"{self.address}/health/ready").status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.1)
        raise AssertionError(self.log.read_text(encoding="utf-8"))

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Send the main process a signal."""
        self.process.send_signal(how)

    def ended(self, seconds: float = 30) -> int:
        """Return the status it ends with."""
        return self.process.wait(seconds)

    def descendants(self) -> list[int]:
        """Return its workers and their children (Linux)."""
        return _below(self.process.pid)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        port: int = found.getsockname()[1]
        return port


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Return the environment of a service that keeps everything in a folder."""
    ours = {f"DLUHY_SERVICE_{name.upper()}": value for name, value in settings.items()}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DLUHY_SERVICE_")}
    return {
        **kept, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONUTF8": "1",
        "XDG_CONFIG_HOME": str(folder), **ours,
    }  # fmt: skip


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[Running]:
    """Start a service with settings of the environment; everything it started is ended with it."""
    port, log = free_port(), folder / "stderr.log"
    _, token = KeyStore(folder / "dluhy" / "keys.json").new("test", SCOPES)
    wanted = environment(folder, port=str(port), children="1", drain_seconds="0") | environment(folder, **settings)
    wanted |= {"DLUHY_SERVICE_PORT": str(port), "DLUHY_SERVICE_CHILDREN": settings.get("children", "1"),
               "DLUHY_SERVICE_DRAIN_SECONDS": settings.get("drain_seconds", "0")}  # fmt: skip
    with log.open("wb") as errors:
        process = subprocess.Popen([sys.executable, "-m", "dluhy_service", "run"], env=wanted, stdout=errors,
                                   stderr=errors, start_new_session=True)  # fmt: skip
        try:
            yield Running(process, port, token, log)
        finally:
            left = _below(process.pid)
            process.kill()
            process.wait()
            for each in left:
                _kill(each)


def is_alive(process: int) -> bool:
    """Return whether a process runs (one that only waits to be reaped does not)."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def wait_gone(processes: list[int], seconds: float = 10) -> None:
    """Wait until processes are gone."""
    until = time.monotonic() + seconds
    while any(map(is_alive, processes)):
        assert time.monotonic() < until, f"still alive: {[each for each in processes if is_alive(each)]}"
        time.sleep(0.05)


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def _below(process: int) -> list[int]:
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
    found, new = [], {process}
    while new:
        new = {child for child, parent in parents.items() if parent in new}
        found += sorted(new)
    return found

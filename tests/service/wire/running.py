"""The real server for tests: the command that operators run, on a free port, in a folder of its own, ended by a signal.

Everything it could write stands in that folder: the log, what it prints, the place for temporary files, its home.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final

import httpx
from attrs import define, field

from dluhy_service.keys import KeyStore

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[3]
HOST: Final = "127.0.0.1"
START_SECONDS: Final = 60
STOP_SECONDS: Final = 30
KNOWN_SECONDS: Final = 10
_NO_KEY: Final = 401
PREFIX: Final = "DLUHY_SERVICE_"
ALL_SCOPES: Final = ("case", "list", "metrics")
MANY: Final = 10**6


@define(eq=False)
class Server:
    """A server in a process of its own; `chosen` are its settings by name."""

    folder: Path
    chosen: dict[str, Any] = field(factory=dict)
    module: str = "dluhy_service"
    """What is run: another module may put faults into it first."""
    port: int = field(init=False, default=0)
    every_scope: dict[str, str] = field(init=False, factory=dict)
    """The header of a key that may do everything."""
    _process: subprocess.Popen[bytes] | None = field(init=False, default=None)

    @property
    def log(self) -> Path:
        """The file of its log."""
        return self.folder / "log.ndjson"

    @property
    def printed(self) -> Path:
        """What it wrote to standard output and error."""
        return self.folder / "printed.txt"

    @property
    def written(self) -> Path:
        """Where it stands and may leave files: working directory, place for temporary files, home."""
        return self.folder / "written"

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://{HOST}:{self.port}"

    @property
    def process_id(self) -> int:
        """The number of its main process."""
        assert self._process is not None
        return self._process.pid

    def key(self, *scopes: str) -> dict[str, str]:
        """Make a key (of every scope by default) and return the header that sends it, once the server knows it."""
        _, token = KeyStore(self.folder / "keys.json").new("test", scopes or ALL_SCOPES)
        header = {"Authorization": f"Bearer {token}"}
        until = monotonic() + KNOWN_SECONDS
        while httpx.get(f"{self.url}/v1/nothing", headers=header, trust_env=False).status_code == _NO_KEY:
            assert monotonic() < until
            sleep(0.05)
        return header

    def client(self) -> httpx.Client:
        """Return a client that sends the key of every scope."""
        return httpx.Client(base_url=self.url, headers=self.every_scope, timeout=60, trust_env=False)

    def start(self) -> None:
        """Start it and wait until it is ready."""
        for name in ("", "tmp", "home"):
            (self.written / name).mkdir(parents=True, exist_ok=True)
        self.port = _free_port()
        command = [sys.executable, "-m", self.module, "run"]
        with self.printed.open("wb") as printed:
            self._process = subprocess.Popen(
                command, cwd=self.written, env=self._environment(), stdin=subprocess.DEVNULL, stdout=printed,
                stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        self._wait()
        self.every_scope = self.key()

    def signal(self, which: signal.Signals = signal.SIGTERM) -> None:
        """Send a signal to its main process, as systemd does."""
        assert self._process is not None
        self._process.send_signal(which)

    def ended(self) -> int:
        """Wait until it ended and return its status."""
        assert self._process is not None
        return self._process.wait(STOP_SECONDS)

    def stop(self) -> None:
        """End it as an operator does; by force where it does not listen, so that no test leaves it behind."""
        if self._process is None or self._process.poll() is not None:
            return
        self.signal()
        try:
            self._process.wait(STOP_SECONDS)
        finally:
            if self._process.poll() is None:
                os.killpg(self._process.pid, signal.SIGKILL)

    def workers(self) -> list[int]:
        """Return the numbers of the processes that serve requests."""
        return [each for each in children_of(self.process_id) if "resource_tracker" not in _command(each)]

    def jobs(self) -> list[int]:
        """Return the numbers of the child processes that do jobs."""
        return [child for worker in self.workers() for child in children_of(worker)]

    def left(self) -> list[Path]:
        """Return the files that it left where it may write."""
        return [path for path in self.written.rglob("*") if not path.is_dir()]

    def figure(self, name: str) -> float:
        """Return one of its figures, summed over labels."""
        with self.client() as client:
            lines = client.get("/metrics").text.splitlines()
        return sum(float(line.rpartition(" ")[2]) for line in lines if line.partition("{")[0] == name)

    def _environment(self) -> dict[str, str]:
        chosen = {
            "host": HOST, "port": self.port, "keys_file": self.folder / "keys.json", "log_file": self.log,
            "requests_per_minute": MANY, "failed_auth_per_minute": MANY, "drain_seconds": 0, **self.chosen,
        }  # fmt: skip
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        return inherited | {f"{PREFIX}{name.upper()}": str(value) for name, value in chosen.items()} | {
            "TMPDIR": str(self.written / "tmp"), "HOME": str(self.written / "home"), "PYTHONUTF8": "1",
            "PYTHONPATH": os.pathsep.join(map(str, (ROOT / "src", ROOT / "service", ROOT))),
            "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip

    def _wait(self) -> None:
        assert self._process is not None
        until = monotonic() + START_SECONDS
        while monotonic() < until and self._process.poll() is None:
            try:
                if httpx.get(f"{self.url}/health/ready", trust_env=False).status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                pass
            sleep(0.05)
        said = self.printed.read_text(encoding="utf-8", errors="replace")
        self.stop()
        msg = f"the service did not become ready: {said}"
        raise AssertionError(msg)


def started(folder: Path, module: str = "dluhy_service", **chosen: str | float) -> Iterator[Server]:
    """Yield a server with chosen settings, and end it; a fixture yields from this."""
    server = Server(folder, chosen, module)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def children_of(process: int) -> list[int]:
    """Return the numbers of a process's children."""
    return [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/stat") if _parent(path) == process]


def _parent(stat: Path) -> int:
    try:
        return int(stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):  # it ended meanwhile
        return 0


def resident(process: int) -> int:
    """Return how many bytes of memory a process holds, shared ones counted by share."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _command(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return ""


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind((HOST, 0))
        return int(tried.getsockname()[1])

"""A real server of real processes: it finishes what it began, leaves nothing running, tells mistakes in a sentence."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.service.running import HOST, environment, free_port, is_alive, running, wait_gone

from dluhy_service.server import _Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.service.running import Running

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")


def half_a_request(service: Running) -> socket.socket:
    """Begin a request whose body is still to come."""
    connection = socket.create_connection((HOST, service.port))
    connection.sendall(
        f"POST /v1/screenings HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: Bearer {service.token}\r\n"
        "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{".encode()
    )
    time.sleep(0.3)
    return connection


def test_a_worker_that_has_just_been_forked_does_not_hear_its_end_as_the_server_s(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def ended(status: int) -> None:
        raise SystemExit(status)

    server = _Server("dluhy_service.app")
    server.pid = os.getpid() + 1
    monkeypatch.setattr(os, "_exit", ended)
    with pytest.raises(SystemExit, match="143"):
        server.signal_handler_interrupt()
    assert not server.interrupt_signal
    server.pid = os.getpid()
    server.signal_handler_interrupt()
    assert server.interrupt_signal


def answer_of(connection: socket.socket) -> str:
    connection.settimeout(20)
    pieces = []
    with connection:
        while piece := connection.recv(65_536):
            pieces.append(piece)
    return b"".join(pieces).decode()


def events_of(service: Running) -> list[str]:
    lines = service.log.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["event"] for line in lines if line.startswith("{")]


def test_what_began_before_the_signal_is_finished(tmp_path: Path) -> None:
    """The service says first that it is not ready, then takes nothing new, and answers what it has."""
    with running(tmp_path, drain_seconds="2") as service:
        service.wait_ready()
        processes = service.descendants()
        assert len(processes) == 2
        begun = half_a_request(service)
        service.stop()
        time.sleep(0.3)
        told = httpx.get(f"{service.address}/health/ready")
        assert (told.status_code, told.json()["type"]) == (503, "urn:dluhy:problem:stopping")
        assert httpx.get(f"{service.address}/v1/rules", headers=service.headers).status_code == 200
        time.sleep(2.2)
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{service.address}/health/live")
        begun.sendall(b"}")
        assert answer_of(begun).startswith("HTTP/1.1 422")
        assert service.ended() == 0
        wait_gone(processes)
        assert {"draining", "stopping"} <= set(events_of(service))


@pytest.mark.heavy
def test_what_does_not_end_is_answered_503_and_cut_off(tmp_path: Path) -> None:
    with running(tmp_path, shutdown_seconds="1") as service:
        service.wait_ready()
        begun, since = half_a_request(service), time.monotonic()
        service.stop()
        answer = answer_of(begun)
        assert answer.startswith("HTTP/1.1 503")
        assert "urn:dluhy:problem:stopping" in answer
        assert "retry-after" in answer.lower()
        assert service.ended() == 0
        assert time.monotonic() - since < 5


@pytest.fixture
def _hangups_heard() -> Iterator[None]:
    """Let processes started here hear hang-ups, also where the tests themselves run under nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.sweep(1)
@pytest.mark.heavy
@pytest.mark.usefixtures("_hangups_heard")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGHUP])
def test_a_terminal_ends_it_in_order(tmp_path: Path, how: signal.Signals) -> None:
    """Ctrl+C and a closed terminal reach the whole group of processes; only the main one heeds them."""
    with running(tmp_path) as service:
        service.wait_ready()
        processes = service.descendants()
        begun = half_a_request(service)
        os.killpg(service.process.pid, how)
        begun.sendall(b"}")
        assert answer_of(begun).startswith("HTTP/1.1 422")
        assert service.ended() == 0
        wait_gone(processes)
        assert '"level":"error"' not in service.log.read_text(encoding="utf-8")


@pytest.mark.thorough
def test_a_hang_up_that_is_ignored_stays_ignored(tmp_path: Path) -> None:
    """What nohup starts goes on when the terminal is closed."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with running(tmp_path) as service:
            service.wait_ready()
            service.stop(signal.SIGHUP)
            time.sleep(0.5)
            assert httpx.get(f"{service.address}/health/ready").status_code == 200
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.heavy
def test_nothing_outlives_a_main_process_that_was_killed(tmp_path: Path) -> None:
    with running(tmp_path, workers="2") as service:
        service.wait_ready()
        processes = service.descendants()
        service.stop(signal.SIGKILL)
        wait_gone(processes)


@pytest.mark.heavy
def test_a_worker_that_dies_is_replaced(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        service.wait_ready()
        worker, *children = service.descendants()
        os.kill(worker, signal.SIGKILL)
        wait_gone([worker, *children])
        service.wait_ready()
        assert is_alive(service.process.pid)


def run_of(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "dluhy_service", *arguments], env=environment(folder, **settings),
                          capture_output=True, encoding="utf-8", check=False, timeout=60)  # fmt: skip


def test_mistakes_at_start_are_sentences(tmp_path: Path) -> None:
    """A port in use, also by another service of this kind; no such address; a log that cannot be written."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind((HOST, 0))
        taken.listen()
        ended = run_of(tmp_path, "run", port=str(taken.getsockname()[1]), log_file=str(tmp_path))
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert [line.rsplit(" ", 1)[1] for line in ended.stderr.splitlines()[-2:]] == ["[address]", "[log_file]"]
    ended = run_of(tmp_path, "run", "--lang", "en", host="192.0.2.1", port=str(free_port()))
    assert (ended.returncode, "this machine has no such address" in ended.stderr) == (2, True)


def test_rules_that_do_not_hold_together_are_told_and_nothing_runs(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    ended = run_of(tmp_path, "run", port=str(free_port()), rules_folder=str(tmp_path / "rules"))
    assert ended.returncode not in {0, None}
    assert "Traceback" not in ended.stderr + ended.stdout
    assert ended.stderr.count('"start_failed"') == 1


def test_the_main_process_forks_before_anything_with_threads_is_loaded() -> None:
    modules = ", ".join(f"dluhy_service.{name}" for name in ("cli", "server", "keys", "settings"))
    program = f"import sys, {modules}; sys.exit('polars' in sys.modules or 'litestar' in sys.modules)"
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    assert subprocess.run([sys.executable, "-c", program], env=environ, check=False).returncode == 0


@pytest.mark.heavy
def test_the_log_names_no_path_and_no_query(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        service.wait_ready()
        for path in ("/v1/155101-0019", "/version?rc=155101-0019", "/health/live/155101-0019"):
            httpx.get(f"{service.address}{path}", headers=service.headers | {"X-Request-Id": "155101-0019"})
        service.stop()
        assert service.ended() == 0
        assert "155101" not in service.log.read_text(encoding="utf-8")
        assert service.token not in service.log.read_text(encoding="utf-8")

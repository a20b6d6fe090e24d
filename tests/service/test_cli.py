"""The command line makes, lists and revokes keys; a secret is shown once, to a person, and never to a journal."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.service.running import environment, free_port

from dluhy_service.cli import main
from dluhy_service.keys import KeyStore

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of keys of these tests."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "dluhy" / "keys.json"


def status_of(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_keys_are_made_listed_and_revoked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of("keys", "new", "--label", "Odbor", "--scope", "list", "--scope", "case", "--days", "30") == 0
    token = capsys.readouterr().out.strip()
    key = KeyStore(home).find(token)
    assert key is not None
    assert key.scopes == ("case", "list")
    assert status_of("keys", "list") == 0
    listed = capsys.readouterr().out
    assert key.id in listed
    assert "Odbor" in listed
    assert token.split("_", 2)[2] not in listed
    assert status_of("keys", "revoke", key.id) == 0
    assert KeyStore(home).find(token) is None
    assert status_of("keys", "revoke", key.id) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("keys", "new", "--label", "x"),
        ("keys", "new", "--label", "x", "--scope", "everything"),
        ("keys", "new", "--label", "", "--scope", "case"),
        ("keys", "new", "--label", "x", "--scope", "case", "--days", "0"),
        ("keys", "revoke"),
        ("run", "--port", "1"),
        ("settings", "--config", "/nowhere/at/all.toml"),
        ("nothing",),
    ],
)
def test_mistakes_end_with_status_2_and_make_nothing(home: Path, arguments: tuple[str, ...]) -> None:
    assert status_of(*arguments) == 2
    assert not home.exists()


def test_settings_are_printed_or_all_their_errors(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status_of("keys", "new", "--label", "x", "--scope", "case")
    secret = capsys.readouterr().out.strip()
    assert status_of("settings") == 0
    printed = capsys.readouterr().out
    assert "keys.json (1)" in printed
    assert secret not in printed
    monkeypatch.setenv("DLUHY_SERVICE_PORT", "0")
    monkeypatch.setenv("DLUHY_SERVICE_ROWS", "-")
    assert status_of("settings", "--lang", "en") == 2
    assert capsys.readouterr().err.count("is expected") == 2


def test_keys_are_told_in_english_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of("keys", "revoke", "00000000", "--lang", "en") == 2
    assert "there is no such key" in capsys.readouterr().err
    assert status_of("keys", "list", "--lang=en") == 0
    assert capsys.readouterr().err == "There is no key.\n"


def start(folder: Path, errors: int) -> subprocess.Popen[bytes]:
    environ = environment(folder, port=str(free_port()), children="1", drain_seconds="0")
    return subprocess.Popen([sys.executable, "-m", "dluhy_service", "run"], env=environ, stdout=subprocess.DEVNULL,
                            stderr=errors, stdin=subprocess.DEVNULL, start_new_session=True)  # fmt: skip


def on_terminal(folder: Path) -> str:
    """Start the service in a terminal and return what it printed until it began."""
    ours, its = pty.openpty()
    process = start(folder, its)
    os.close(its)
    shown, until = b"", time.monotonic() + 30
    while b"Spawning" not in shown and time.monotonic() < until:
        if select.select([ours], [], [], 0.5)[0]:
            shown += os.read(ours, 65_536)
    process.send_signal(signal.SIGTERM)
    while select.select([ours], [], [], 0.5)[0]:
        try:
            shown += os.read(ours, 65_536)
        except OSError:  # the other end is closed
            break
    process.wait(30)
    os.close(ours)
    return shown.decode()


def test_the_first_run_shows_a_key_once_to_a_person(tmp_path: Path, home: Path) -> None:
    first = on_terminal(tmp_path)
    (token,) = [word for word in first.split() if word.startswith("dluhy_") and word.count("_") >= 2]
    key = KeyStore(home).find(token)
    assert key is not None
    assert key.scopes == ("case", "list", "metrics")
    assert "/docs)" in first
    again = on_terminal(tmp_path)
    assert "dluhy_" not in again.replace("dluhy_service", "")
    assert len(KeyStore(home).list()) == 1


def test_a_journal_gets_no_key(tmp_path: Path, home: Path) -> None:
    with (tmp_path / "journal").open("w+b") as journal:
        process = start(tmp_path, journal.fileno())
        time.sleep(3)
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        journal.seek(0)
        told = journal.read().decode()
    assert "keys new" in told
    assert "dluhy_" not in told.replace("dluhy_service", "")
    assert not home.exists()

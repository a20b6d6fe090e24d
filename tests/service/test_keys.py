"""Keys are random, kept as digests in a file of their owner's, and revoked while the service runs."""

from __future__ import annotations

import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from dluhy.problems import InputError, Problem
from dluhy_service import keys
from dluhy_service.keys import KeyStore

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)
LABEL = "Odbor Vymyšlený"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dluhy" / "keys.json"


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at the file at every question."""
    monkeypatch.setattr(keys, "_LOOK_AGAIN", 0.0)


def codes_of(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_a_token_is_found_and_nothing_like_it_is(path: Path) -> None:
    store = KeyStore(path)
    key, token = store.new(LABEL, ["list", "case"])
    assert store.find(token) == key
    assert key.scopes == ("case", "list")
    _, key_id, secret = token.split("_", 2)
    for wrong in ("", "dluhy_", token[:-1], f"{token}A", f"{token}\n", token.upper(), f"dluhy_00000000_{secret}",
                  f"dluhy_{key_id}_{'A' * 43}", token.replace("dluhy", "DLUHY"), "á" * 57):  # fmt: skip
        assert store.find(wrong) is None


def test_tokens_are_long_random_and_never_the_same(path: Path) -> None:
    tokens = [KeyStore(path).new(LABEL, ["case"])[1] for _ in range(20)]
    assert len(set(tokens)) == 20
    assert all(len(token.split("_", 2)[2]) == 43 for token in tokens)


def test_the_file_holds_no_token_and_only_its_owner_may_read_it(path: Path) -> None:
    key, token = KeyStore(path).new(LABEL, ["case"])
    content = path.read_bytes()
    assert token.encode() not in content
    assert token.split("_", 2)[2].encode() not in content
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert LABEL not in repr(key)
    assert key.digest not in repr(key)


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_file_that_others_may_open_opens_nothing(path: Path, mode: int) -> None:
    store = KeyStore(path)
    _, token = store.new(LABEL, ["case"])
    assert store.find(token) is not None
    path.chmod(mode)
    assert store.find(token) is None
    with pytest.raises(InputError) as error:
        store.list()
    assert codes_of(error) == ["keys_mode"]


def test_a_file_of_somebody_else_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, token = KeyStore(path).new(LABEL, ["case"])
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    store = KeyStore(path)
    assert store.find(token) is None
    assert [problem.code for problem in store.problems] == ["keys_owner"]


def test_a_key_revoked_elsewhere_stops_working_here(path: Path) -> None:
    here, elsewhere = KeyStore(path), KeyStore(path)
    key, token = elsewhere.new(LABEL, ["case"])
    _, other = elsewhere.new(LABEL, ["case"])
    assert here.find(token) == key
    elsewhere.revoke(key.id)
    assert here.find(token) is None
    assert here.find(other) is not None
    assert here.count() == 1
    with pytest.raises(InputError) as error:
        elsewhere.revoke(key.id)
    assert codes_of(error) == ["no_such_key"]


def test_the_file_is_looked_at_once_a_second(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A burst of requests costs one look; a change is seen after a second."""
    monkeypatch.setattr(keys, "_LOOK_AGAIN", 1.0)
    now = [100.0]
    monkeypatch.setattr("dluhy_service.keys.time.monotonic", lambda: now[0])
    store = KeyStore(path)
    key, token = KeyStore(path).new(LABEL, ["case"])
    assert store.find(token) == key
    KeyStore(path).revoke(key.id)
    now[0] += 0.9
    assert store.find(token) == key
    now[0] += 0.2
    assert store.find(token) is None


def test_a_key_works_up_to_its_last_day(path: Path) -> None:
    _, token = KeyStore(path, today=lambda: TODAY).new(LABEL, ["case"], days=30)
    last = TODAY + timedelta(days=30)
    assert KeyStore(path, today=lambda: last).find(token) is not None
    late = KeyStore(path, today=lambda: last + timedelta(days=1))
    assert late.find(token) is None
    assert (late.count(), len(late.list())) == (0, 1)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b'{"format": 2, "keys": []}', b'{"format": 1, "keys": [{}]}', b"\xff"]
)
def test_a_damaged_file_opens_nothing_and_is_not_written_over(path: Path, content: bytes) -> None:
    store = KeyStore(path)
    _, token = store.new(LABEL, ["case"])
    path.write_bytes(content)
    assert store.find(token) is None
    assert [problem.code for problem in store.problems] == ["keys_file"]
    with pytest.raises(InputError) as error:
        store.new(LABEL, ["case"])
    assert codes_of(error) == ["keys_file"]
    assert path.read_bytes() == content


def test_no_file_means_no_key(path: Path) -> None:
    store = KeyStore(path)
    assert (store.list(), store.count(), store.problems) == ((), 0, ())
    assert store.find(f"dluhy_00000000_{'A' * 43}") is None
    assert not path.exists()


def test_what_a_key_cannot_be_is_told_at_once(path: Path) -> None:
    with pytest.raises(InputError) as error:
        KeyStore(path).new("\x1b[2J", ["admin"], days=0)
    assert codes_of(error) == ["label", "scope", "days"]
    assert not path.exists()


def test_writers_at_once_lose_no_key(path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: KeyStore(path).new(LABEL, ["case"])[1], range(40)))
    store = KeyStore(path)
    assert all(store.find(token) for token in made)
    assert sorted(found.name for found in path.parent.iterdir()) == [".keys.json.lock", "keys.json"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError) as error:
        KeyStore(tmp_path / "file" / "keys.json").new(LABEL, ["case"])
    assert codes_of(error) == ["file"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_root_makes_keys_that_the_service_s_own_user_can_read(path: Path) -> None:
    path.parent.mkdir()
    os.chown(path.parent, 12_345, 12_345)
    KeyStore(path).new(LABEL, ["case"])
    KeyStore(path).new(LABEL, ["list"])
    assert {found.stat().st_uid for found in path.parent.iterdir()} == {12_345}


def test_what_was_in_the_way_for_a_moment_does_not_lock_everybody_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be opened (too many open files) is tried again, though it has not changed."""
    _, token = KeyStore(path).new(LABEL, ["case"])
    events: list[str] = []
    monkeypatch.setattr("dluhy_service.logs.event", lambda name, **_: events.append(name))

    def refused(*_: object) -> tuple[keys.Key, ...]:
        raise InputError([Problem("file", "keys.json", "soubor nejde otevřít", "the file cannot be opened")])

    store = KeyStore(path)
    with monkeypatch.context() as moment:
        moment.setattr(keys, "read", refused)
        assert [store.find(token) for _ in range(3)] == [None] * 3
    assert store.find(token) is not None
    assert (events, store.problems) == (["keys_unusable"], ())

"""The file of keys: read only if nobody else may read it, changed under a lock and replaced whole."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from dluhy.problems import InputError, Problem, not_opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Record = TypeVar("Record")
Signature = tuple[int, int, int, int]
"""What changes when a file does: its inode, the times of its content and of its mode and owner, its size."""

_FORMAT: Final = 1
_MOST_BYTES: Final = 10_000_000
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)


def signature(path: Path) -> Signature | None:
    """Return what tells one state of the file from another; None if it cannot be seen."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_ino, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size


def read(path: Path, kind: type[Record]) -> tuple[Record, ...]:
    """Return the records of the file, none if there is no file; raises InputError.

    A file that belongs to somebody else, or that a group or everybody may open, is refused.
    """
    try:
        with path.open("rb") as stream:
            _require_private(os.fstat(stream.fileno()), path)
            content = stream.read(_MOST_BYTES)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None
    return _decoded(content, path, kind)


def change(path: Path, kind: type[Record], how: Callable[[tuple[Record, ...]], tuple[Record, ...]]) -> None:
    """Replace the records by what `how` makes of them; writers wait for one another; raises InputError.

    Written by root, the file keeps its owner, or gets its folder's: a service under its own user can read it.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _locked(path):
            _write(path, msgspec.json.encode({"format": _FORMAT, "keys": how(read(path, kind))}))
    except OSError as error:
        raise InputError([Problem("file", path.name, "soubor s klíči nejde zapsat",
                                  f"the file of keys cannot be written: {error.strerror}")]) from None  # fmt: skip


def _decoded(content: bytes, path: Path, kind: type[Record]) -> tuple[Record, ...]:
    try:
        document = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
        if msgspec.json.decode(document["format"]) == _FORMAT:
            return msgspec.json.decode(document["keys"], type=tuple[kind, ...])  # type: ignore[valid-type]  # a variable
    except (msgspec.DecodeError, KeyError, UnicodeDecodeError):
        pass
    raise InputError([Problem("keys_file", path.name, "soubor s klíči je poškozený nebo není této verze",
                              "the file of keys is damaged or of another version")])  # fmt: skip


def _require_private(seen: os.stat_result, path: Path) -> None:
    if sys.platform == "win32":
        return
    user = os.geteuid()
    if user not in {seen.st_uid, 0}:
        raise InputError([Problem("keys_owner", path.name, "soubor s klíči patří jinému uživateli než službě",
                                  "the file of keys belongs to another user than the service's")])  # fmt: skip
    if seen.st_mode & _OTHERS:
        raise InputError([Problem("keys_mode", path.name, "soubor s klíči smí číst jen jeho vlastník (chmod 600)",
                                  "only its owner may read the file of keys (chmod 600)")])  # fmt: skip


def _write(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    owner = path.stat() if path.exists() else path.parent.stat()
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            _give(handle, owner)
            stream.write(content)
            stream.flush()
            os.fsync(handle)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _give(handle: int, owner: os.stat_result) -> None:
    if sys.platform != "win32" and os.geteuid() == 0:
        os.fchown(handle, owner.st_uid, owner.st_gid)


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    beside = path.with_name(f".{path.name}.lock")
    handle = os.open(beside, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o600)
    try:
        _give(handle, path.parent.stat())
        _wait_for_lock(handle)
        yield
    finally:
        os.close(handle)  # which lets the lock go


def _wait_for_lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - of this system only

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - of this system only

        fcntl.flock(handle, fcntl.LOCK_EX)

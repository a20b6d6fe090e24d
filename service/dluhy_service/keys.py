"""Keys of the service: random tokens of which only the SHA-256 is kept, in a file that only its owner may read.

A token has 256 random bits, so a fast digest is enough; what is slow guards passwords that people think up.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import re
import secrets
import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.problems import InputError, Problem
from dluhy.typography import is_printable
from dluhy_service import logs
from dluhy_service.keys_file import Signature, change, read, signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

SCOPES: Final = ("case", "list", "metrics")
"""What a key may open: one client's case, lists of many people, the service's own figures."""
LONGEST_LABEL: Final = 80
LONGEST_DAYS: Final = 3_650
_TOKEN: Final = re.compile(r"dluhy_([0-9a-f]{8})_[A-Za-z0-9_-]{43}")
_NOBODY: Final = hashlib.sha256(secrets.token_bytes(32)).hexdigest()
"""What a token is compared with if its id is unknown, so that both ways take the same time."""
_LOOK_AGAIN: Final = 1.0
"""Seconds after which the file is looked at again: a revoked key works no longer than this."""


@frozen
class Key:
    """A key without its token: label and digest never show in logs."""

    id: str
    label: str = field(repr=False)
    scopes: tuple[str, ...]
    made_on: date
    digest: str = field(repr=False)
    expires_on: date | None = None

    def is_valid(self, day: date) -> bool:
        """Return whether the key opens anything on a day; the day it expires is its last."""
        return self.expires_on is None or day <= self.expires_on

    def opens(self, scope: str | None) -> bool:
        """Return whether the key opens what needs a scope; None needs any key."""
        return scope is None or scope in self.scopes


def utc_today() -> date:
    """Return the day in UTC, by which keys are made and expire."""
    return datetime.now(UTC).date()


class KeyStore:
    """The keys of one file, read again when the file changes; one store serves one process."""

    def __init__(self, path: Path, today: Callable[[], date] = utc_today) -> None:
        """Keep the path; nothing is read before the first question."""
        self._path = path
        self._today = today
        self._keys: dict[str, Key] = {}
        self._signature: Signature | None = None
        self._looked_at = float("-inf")
        self._problems: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with the file when it was last read; then no key is valid."""
        return self._problems

    def new(self, label: str, scopes: Iterable[str], days: int | None = None) -> tuple[Key, str]:
        """Make a key and return it with its token, which is nowhere kept; raises InputError."""
        wanted = tuple(scopes)
        _require(label, wanted, days)
        made: list[tuple[Key, str]] = []

        def add(keys: tuple[Key, ...]) -> tuple[Key, ...]:
            made.append(self._made(label, wanted, days, {key.id for key in keys}))
            return (*keys, made[0][0])

        change(self._path, Key, add)
        self._looked_at = float("-inf")
        return made[0]

    def revoke(self, key_id: str) -> Key:
        """Take a key out of the file and return it; raises InputError if there is none of this id."""
        gone: list[Key] = []

        def remove(keys: tuple[Key, ...]) -> tuple[Key, ...]:
            gone.extend(key for key in keys if key.id == key_id)
            if not gone:
                raise InputError([Problem("no_such_key", "id", "klíč s tímto označením není", "there is no such key")])
            return tuple(key for key in keys if key.id != key_id)

        change(self._path, Key, remove)
        self._looked_at = float("-inf")
        return gone[0]

    def list(self) -> tuple[Key, ...]:
        """Return every key of the file, expired ones too, in the order they were made; raises InputError."""
        return read(self._path, Key)

    def find(self, token: str) -> Key | None:
        """Return the valid key of a token in a time that tells nothing of the digests; None if there is none."""
        found = _TOKEN.fullmatch(token)
        if found is None:
            return None
        self._look()
        key = self._keys.get(found[1])
        digest = hashlib.sha256(token.encode("ascii")).hexdigest()
        is_right = hmac.compare_digest(digest, _NOBODY if key is None else key.digest)
        return key if key is not None and is_right and key.is_valid(self._today()) else None

    def count(self) -> int:
        """Return how many keys are valid now."""
        self._look()
        day = self._today()
        return sum(key.is_valid(day) for key in self._keys.values())

    def _look(self) -> None:
        now = time.monotonic()
        if now - self._looked_at < _LOOK_AGAIN:
            return
        self._looked_at = now
        seen = signature(self._path)
        if seen is not None and seen == self._signature:
            return
        self._signature = seen
        try:
            self._keys, self._problems = {key.id: key for key in read(self._path, Key)}, ()
        except InputError as error:  # a file that cannot be trusted opens nothing
            self._signature = None  # what was in the way may go without a change of the file, as too many open files
            told, self._keys, self._problems = self._problems, {}, tuple(error.problems)
            if told != self._problems:
                logs.event("keys_unusable", level=logging.ERROR, code=self._problems[0].code)

    def _made(self, label: str, scopes: tuple[str, ...], days: int | None, taken: set[str]) -> tuple[Key, str]:
        key_id = next(made for made in iter(lambda: secrets.token_hex(4), "") if made not in taken)
        token = f"dluhy_{key_id}_{secrets.token_urlsafe(32)}"
        today = self._today()
        key = Key(
            id=key_id,
            label=label,
            scopes=tuple(scope for scope in SCOPES if scope in scopes),
            made_on=today,
            digest=hashlib.sha256(token.encode("ascii")).hexdigest(),
            expires_on=None if days is None else today + timedelta(days=days),
        )
        return key, token


def _require(label: str, scopes: tuple[str, ...], days: int | None) -> None:
    problems = []
    if not label.strip() or len(label) > LONGEST_LABEL or not is_printable(label):
        problems.append(Problem("label", "label", f"označení klíče má 1 až {LONGEST_LABEL} tisknutelných znaků",
                                f"a label has 1 to {LONGEST_LABEL} printable signs"))  # fmt: skip
    if not scopes or not set(scopes) <= set(SCOPES):
        known = ", ".join(SCOPES)
        problems.append(Problem("scope", "scope", f"čeká se aspoň jedno z: {known}", f"at least one of {known}"))
    if days is not None and not 1 <= days <= LONGEST_DAYS:
        problems.append(Problem("days", "days", f"platnost je 1 až {LONGEST_DAYS} dnů",
                                f"a key is valid for 1 to {LONGEST_DAYS} days"))  # fmt: skip
    if problems:
        raise InputError(problems)

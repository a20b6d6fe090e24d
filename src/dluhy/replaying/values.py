"""What came of computing a result again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from attrs import field, fields, frozen

from dluhy.intake.readers import Reading
from dluhy.receipt import Receipt
from dluhy.report.both import Both, said
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dluhy.law.pack import Pack

CONTENT: Final = "content"
"""The name of the difference where the receipts agree and the rest of the result does not."""


@frozen(kw_only=True)
class Asked:
    """What is to be computed again: the receipt, the content that held it, and what the result was made from."""

    old: Receipt
    content: bytes
    source: Path | None
    pack: Pack
    reading: Reading = field(factory=Reading)


@frozen
class Again:
    """The receipt of now; `wholes` are contents of which the result must be one, None where only receipts are compared.

    Each of `wholes` is the same result in another language, made when it is looked at.
    """

    receipt: Receipt
    wholes: Iterable[str] | None = None


@frozen
class Difference:
    """What differs: a field of the receipt with its values then and now, or `content`, which has none."""

    field: str
    label: Both
    given: str | None
    now: str | None


@frozen
class Replayed:
    """The receipt given, that of now, and what differs between the results; `same` where nothing does."""

    given: Receipt
    now: Receipt
    same: bool
    differences: tuple[Difference, ...]


def compared(asked: Asked, again: Again, *, alone: bool) -> Replayed:
    """Return how a result compares with that of now; one that is a receipt `alone` is compared by it."""
    told = tuple(_differences(asked.old, again.receipt))
    if not told and not alone and again.wholes is not None and not _is_one_of(asked.content, again.wholes):
        told = (_difference(CONTENT, None, None),)
    return Replayed(asked.old, again.receipt, not told, told)


def _differences(given: Receipt, now: Receipt) -> Iterable[Difference]:
    for each in fields(Receipt):
        then, today = getattr(given, each.name), getattr(now, each.name)
        if then != today:
            yield _difference(each.name, _shown(then), _shown(today))


def _difference(name: str, given: str | None, now: str | None) -> Difference:
    return Difference(
        name, said(lambda language: texts(language)(f"replay-field-{name.replace('_', '-')}")), given, now
    )


def _shown(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _is_one_of(content: bytes, wholes: Iterable[str]) -> bool:
    """Return whether a content says the same as one of others, however its JSON is set in lines."""
    given = _canonical(content)
    return any(given == _canonical(each.encode()) for each in wholes)


def _canonical(content: bytes) -> bytes:
    return msgspec.json.encode(msgspec.json.decode(content), order="sorted")

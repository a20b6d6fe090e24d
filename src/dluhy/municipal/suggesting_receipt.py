"""The receipt of suggestions: what they were computed from, so that they can be computed again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import fields

from dluhy import receipt as receipts
from dluhy.municipal.places import LocalFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.municipal.suggestion_values import Suggestions
    from dluhy.receipt import Receipt

JOB: Final = "municipal suggest"
_PLACE, _BODY, _CODE = "place.", "creditor_body=", "code"
_WORDS: Final = {"true": True, "false": False}


def suggestions_receipt(  # noqa: PLR0913 - the parts of a receipt, by name
    found: Suggestions,
    *,
    input_sha256: str,
    rejected: int = 0,
    reading_sha256: str = "",
    place: LocalFacts | None = None,
    creditor_body: str | None = None,
) -> Receipt:
    """Return the receipt of suggestions; what is known of the place stands in its options."""
    judged = found.counts.debts + found.counts.households + found.counts.places
    return receipts.make(
        found.pack,
        job=JOB,
        as_of=found.as_of,
        input_sha256=input_sha256,
        rows_judged=judged,
        rows_rejected=rejected,
        result_sha256=receipts.result_hash([found.rows]),
        reading_sha256=reading_sha256,
        options=tuple(_options(place, creditor_body)),
    )


def _options(place: LocalFacts | None, creditor_body: str | None) -> Iterator[str]:
    if creditor_body is not None:
        yield f"{_BODY}{creditor_body}"
    if place is not None:
        told = {_CODE: place.code, **place.facts}
        yield from (f"{_PLACE}{name}={_word(value)}" for name, value in sorted(told.items()) if value is not None)


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def place_of(options: Sequence[str]) -> LocalFacts | None:
    """Return what was known of the place by the options of a receipt; None for no place.

    >>> place_of(["place.code=554961", "place.has_nzdm=true", "place.exclusion_index=14"]).exclusion_index
    14
    """
    told = dict(each.removeprefix(_PLACE).split("=", maxsplit=1) for each in options if each.startswith(_PLACE))
    known = {each.name for each in fields(LocalFacts)} - {_CODE}
    facts: dict[str, Any] = {
        name: _WORDS[value] if value in _WORDS else int(value) for name, value in told.items() if name in known
    }
    return LocalFacts(code=told[_CODE], **facts) if _CODE in told else None


def creditor_body_of(options: Sequence[str]) -> str | None:
    """Return whose the debts were by the options of a receipt."""
    return next((each.removeprefix(_BODY) for each in options if each.startswith(_BODY)), None)

"""The receipt of suggestions: what they were computed from, so that they can be computed again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_type_hints

import msgspec

from dluhy import receipt as receipts
from dluhy.municipal.places import LocalFacts
from dluhy.problems import Problem, ReplayError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.municipal.suggesting.values import Suggestions
    from dluhy.receipt import Receipt

JOB: Final = "municipal suggest"
_PLACE, _BODY, _ALONE = "place.", "creditor_body=", "place_alone"


def suggestions_receipt(  # noqa: PLR0913 - the parts of a receipt, by name
    found: Suggestions,
    *,
    input_sha256: str,
    rejected: int = 0,
    reading_sha256: str = "",
    place: LocalFacts | None = None,
    creditor_body: str | None = None,
    alone: bool = False,
) -> Receipt:
    """Return the receipt of suggestions; what is known of the place stands in its options.

    `alone`: there was neither a case nor a list; `input_sha256` is that of the place document, empty for none.
    """
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
        options=tuple(_options(place, creditor_body, alone=alone)),
    )


def _options(place: LocalFacts | None, creditor_body: str | None, *, alone: bool) -> Iterator[str]:
    if alone:
        yield _ALONE
    if creditor_body is not None:
        yield f"{_BODY}{creditor_body}"
    if place is not None:
        told = {name: getattr(place, name) for name in _types()}
        yield from (f"{_PLACE}{name}={_word(value)}" for name, value in sorted(told.items()) if value is not None)


def _word(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value, order="sorted").decode()


def _types() -> dict[str, Any]:
    """Return what each field of `LocalFacts` holds."""
    return get_type_hints(LocalFacts)


def place_of(options: Sequence[str]) -> LocalFacts | None:
    """Return what was known of the place by the options of a receipt; None for no place.

    Raises ReplayError for an option that no such receipt has.

    >>> place_of(["place.code=554961", "place.has_nzdm=true", "place.exclusion_index=14"]).exclusion_index
    14
    """
    types = _types()
    told = [each.removeprefix(_PLACE).partition("=") for each in options if each.startswith(_PLACE)]
    try:
        facts = {name: _value(text, types[name]) for name, _, text in told}
    except (KeyError, msgspec.MsgspecError):
        cs, en = "doklad má údaj o obci, který nejde přečíst", "the receipt tells of the place what cannot be read"
        raise ReplayError([Problem("receipt", "options", cs, en)]) from None
    return LocalFacts(**facts) if facts else None


def _value(text: str, kind: Any) -> Any:  # noqa: ANN401 - a type of a field, and a value of it
    return text if kind == str | None else msgspec.json.decode(text, type=kind)


def creditor_body_of(options: Sequence[str]) -> str | None:
    """Return whose the debts were by the options of a receipt."""
    return next((each.removeprefix(_BODY) for each in options if each.startswith(_BODY)), None)


def alone(options: Sequence[str]) -> bool:
    """Return whether the suggestions were of a place alone, by the options of a receipt."""
    return _ALONE in options

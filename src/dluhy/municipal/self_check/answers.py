"""The answers of a place document held against the items of practice: what to change, what is fine, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from dluhy.documents.fields import names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.law.practice import Practice
    from dluhy.municipal.place.document import Place

Answer = bool | int | str
Standing = Literal["change", "fine", "unknown", "not_asked"]
_FEE: Final = "fee"


def answers_of(place: Place | None) -> dict[str, Answer]:
    """Return every answer of a place document by its key, `fee.` for the latest fee year, without what is absent."""
    if place is None:
        return {}
    parts = {
        _FEE: place.latest_fee(),
        "collection": place.collection,
        "housing": place.housing,
        "services": place.services,
        "employment": place.employment,
    }
    return {
        f"{name}.{key}": value
        for name, part in parts.items()
        if part is not None
        for key, attribute in names(type(part)).items()
        if isinstance(value := getattr(part, attribute), bool | int | str)
    }


def standing(item: Practice, answers: Mapping[str, Answer]) -> Standing:
    """Return how an item of practice stands by the answers.

    It is not asked where another answer says that it does not matter; an answer that is not known leaves it open.
    """
    for key, wanted in item.only_if.items():
        if key in answers and answers[key] not in wanted:
            return "not_asked"
    answer = None if item.key is None else answers.get(item.key)
    if answer is None:
        return "unknown"
    return "fine" if _good(item, answer) else "change"


def _good(item: Practice, answer: Answer) -> bool:
    if item.least is not None:
        return isinstance(answer, int) and answer >= item.least
    return answer in item.among if item.among else answer == item.good

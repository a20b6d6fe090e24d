"""What the sender reads: the form of the answer by Accept, its language by Accept-Language (RFC 9110)."""

from __future__ import annotations

from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Final

from dluhy_service.problems import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.problems import Language

JSON: Final = "application/json"
NDJSON: Final = "application/x-ndjson"
CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OF_UNICODE: Final = frozenset({JSON, NDJSON})
_REMEMBERED: Final = 1_024
_LONGEST: Final = 256
"""A header that is longer is not looked at: nobody speaks so many languages."""
_MOST_OF_ACCEPT: Final = 1_024


def language_of(header: str) -> Language:
    """Return the language to answer in: Czech unless English is wanted more.

    >>> language_of("en-GB,cs;q=0.5"), language_of("de"), language_of("")
    ('en', 'cs', 'cs')
    """
    return _language_of(header[:_LONGEST])


@lru_cache(_REMEMBERED)
def _language_of(header: str) -> Language:
    wanted = {"cs": 0.0, "en": 0.0}
    for part in header.split(","):
        name, _, weight = part.partition(";")
        tag = name.strip().lower().partition("-")[0]
        quality = _quality(weight)
        for language in wanted if tag == "*" else (tag,):
            if language in wanted:
                wanted[language] = max(wanted[language], quality)
    return "en" if wanted["en"] > wanted["cs"] else "cs"


def _quality(parameters: str) -> float:
    """Return the weight that parameters give: 1 where they give none, 0 where it is no number."""
    for each in parameters.split(";"):
        name, _, value = each.partition("=")
        if name.strip().lower() == "q":
            return _number(value)
    return 1.0


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return min(max(value, 0.0), 1.0) if isfinite(value) else 0.0


def form_of(header: str, offered: Sequence[str]) -> str:
    """Return which of the media types offered the sender likes best; the first where it does not care.

    The most exact range that names a type weighs it (RFC 9110 § 12.5.1). Raises Refusal (406) where all weigh nothing.

    >>> form_of("text/csv;q=0, text/*, */*;q=0.5", ("application/json", "text/csv"))
    'application/json'
    """
    return _form_of(header[:_MOST_OF_ACCEPT], tuple(offered))


@lru_cache(_REMEMBERED)
def _form_of(header: str, offered: Sequence[str]) -> str:
    if not header.strip():
        return offered[0]
    ranges = [_range(part) for part in header.split(",")]
    weights = {form: _weight(form, ranges) for form in offered}
    best = max(offered, key=lambda form: weights[form])
    if not weights[best]:
        raise Refusal("not-acceptable", headers={"Accept-Offered": ", ".join(offered)})
    return best


def _range(part: str) -> tuple[str, float]:
    name, _, parameters = part.partition(";")
    return name.strip().lower(), _quality(parameters)


def _weight(form: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return how much a media type is liked: by its name, else by its family, else by whatever is said of all."""
    for name in (form, f"{form.partition('/')[0]}/*", "*/*"):
        said = [quality for each, quality in ranges if each == name]
        if said:
            return max(said)
    return 0.0


def kind_of(content_type: str, taken: Sequence[str]) -> str:
    """Return the media type of a body, without parameters; raises Refusal (415) if it is none of those taken."""
    name, _, rest = content_type.partition(";")
    kind = name.strip().lower()
    charset = next((value for key, _, value in (p.strip().partition("=") for p in rest.lower().split(";"))
                    if key == "charset"), "utf-8")  # fmt: skip
    if kind not in taken or (kind in _OF_UNICODE and charset.strip('"') not in {"utf-8", "utf8"}):
        raise Refusal("media-type", headers={"Accept": ", ".join(taken)})
    return kind

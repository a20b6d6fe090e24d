"""What the sender reads: the form of the answer by Accept, its language by Accept-Language (RFC 9110)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from litestar.datastructures.headers import Accept

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


@lru_cache(_REMEMBERED)
def language_of(header: str) -> Language:
    """Return the language to answer in: Czech unless English is wanted more.

    >>> language_of("en-GB,cs;q=0.5"), language_of("de"), language_of("")
    ('en', 'cs', 'cs')
    """
    wanted = {"cs": 0.0, "en": 0.0}
    for part in header[:_LONGEST].split(","):
        name, _, weight = part.partition(";")
        tag = name.strip().lower().partition("-")[0]
        quality = _quality(weight)
        for language in wanted if tag == "*" else (tag,):
            if language in wanted:
                wanted[language] = max(wanted[language], quality)
    return "en" if wanted["en"] > wanted["cs"] else "cs"


def _weight(part: str) -> str:
    """Return the parameter q of a member of Accept; empty where it has none."""
    return next((each for each in part.split(";")[1:] if each.strip().startswith("q=")), "")


def _quality(weight: str) -> float:
    name, _, value = weight.strip().partition("=")
    if name.strip() != "q":
        return 1.0  # no weight, or a parameter of another kind
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0


@lru_cache(_REMEMBERED)
def form_of(header: str, offered: Sequence[str]) -> str:
    """Return which of the media types offered the sender likes best; the first where it does not care.

    Raises Refusal (406) where it takes none of them.
    """
    if not header.strip():
        return offered[0]
    taken = [part for part in header[:_MOST_OF_ACCEPT].split(",") if _quality(_weight(part)) > 0]
    best = Accept(",".join(taken)).best_match(list(offered)) if taken else None
    if best is None:
        raise Refusal("not-acceptable", headers={"Accept-Offered": ", ".join(offered)})
    return best


@lru_cache(_REMEMBERED)
def kind_of(content_type: str, taken: Sequence[str]) -> str:
    """Return the media type of a body, without parameters; raises Refusal (415) if it is none of those taken."""
    name, _, rest = content_type.partition(";")
    kind = name.strip().lower()
    charset = next((value for key, _, value in (p.strip().partition("=") for p in rest.lower().split(";"))
                    if key == "charset"), "utf-8")  # fmt: skip
    if kind not in taken or (kind in _OF_UNICODE and charset.strip('"') not in {"utf-8", "utf8"}):
        raise Refusal("media-type", headers={"Accept": ", ".join(taken)})
    return kind

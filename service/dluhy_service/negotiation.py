"""What the sender reads: the form of the answer by Accept, its language by Accept-Language (RFC 9110)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dluhy_service.problems import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dluhy.problems import Language

JSON: Final = "application/json"
NDJSON: Final = "application/x-ndjson"
CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OF_UNICODE: Final = frozenset({JSON, NDJSON})
_REMEMBERED: Final = 1_024
_LONGEST: Final = 256
"""What is further in a header is not looked at: nobody speaks so many languages."""
_LONGEST_ACCEPT: Final = 1_024
_WEIGHT: Final = re.compile(r"0(\.[0-9]{0,3})?|1(\.0{0,3})?")


def language_of(header: str) -> Language:
    """Return the language to answer in: Czech unless English is wanted more.

    >>> language_of("en-GB,cs;q=0.5"), language_of("de"), language_of("")
    ('en', 'cs', 'cs')
    """
    return _language(header[:_LONGEST])


@lru_cache(_REMEMBERED)
def _language(header: str) -> Language:
    wanted = {"cs": 0.0, "en": 0.0}
    for tag, quality in _wanted(header):
        for language in wanted if tag == "*" else (tag.partition("-")[0],):
            if language in wanted:
                wanted[language] = max(wanted[language], quality)
    return "en" if wanted["en"] > wanted["cs"] else "cs"


def form_of(header: str, offered: Sequence[str]) -> str:
    """Return which of the media types offered the sender likes best; the first of those it likes the same.

    Raises Refusal (406) where it takes none of them.
    """
    if not header.strip():
        return offered[0]
    form = _form(header[:_LONGEST_ACCEPT], tuple(offered))
    if form is None:
        forms = ", ".join(offered)
        detail = (f"V hlavičce Accept není žádná z forem, které tu dát umím: {forms}.",
                  f"Accept names none of the forms that can be given here: {forms}.")  # fmt: skip
        raise Refusal("not-acceptable", detail=detail, headers={"Accept-Offered": forms})
    return form


@lru_cache(_REMEMBERED)
def _form(header: str, offered: tuple[str, ...]) -> str | None:
    wanted = dict(_wanted(header))
    liked = {form: _liked(form, wanted) for form in offered}
    best = max(offered, key=liked.__getitem__)
    return best if liked[best] > 0 else None


def _liked(form: str, wanted: Mapping[str, float]) -> float:
    """Return how much a form is wanted, by what names it most closely (RFC 9110 § 12.5.1)."""
    ranges = (form, f"{form.partition('/')[0]}/*", "*/*")
    return next((wanted[name] for name in ranges if name in wanted), 0.0)


def _wanted(header: str) -> Iterator[tuple[str, float]]:
    """Yield what a header of preferences names, with the weights; other parameters count for nothing."""
    for member in header.lower().split(","):
        name, *parameters = ("".join(part.split()) for part in member.split(";"))
        yield name, next((_quality(each[2:]) for each in parameters if each.startswith("q=")), 1.0)


def _quality(text: str) -> float:
    return float(text) if _WEIGHT.fullmatch(text) else 0.0


def kind_of(content_type: str, taken: Sequence[str]) -> str:
    """Return the media type of a body, without parameters; raises Refusal (415) if it is none of those taken."""
    name, _, rest = content_type.partition(";")
    kind = name.strip().lower()
    charset = next((value for key, _, value in (p.strip().partition("=") for p in rest.lower().split(";"))
                    if key == "charset"), "utf-8")  # fmt: skip
    if kind not in taken or (kind in _OF_UNICODE and charset.strip('"') not in {"utf-8", "utf8"}):
        forms = ", ".join(taken)
        detail = (f"Content-Type tu smí být: {forms} (JSON a NDJSON jen v UTF-8).",
                  f"Content-Type may be: {forms} (JSON and NDJSON in UTF-8 only).")  # fmt: skip
        raise Refusal("media-type", detail=detail, headers={"Accept": forms})
    return kind

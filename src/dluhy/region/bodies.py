"""Who a creditor is by its name, and whether the name may be written: only a body's, never a person's.

The words by which bodies are known are the vocabularies `region_creditors` and `region_legal_forms` of the pack. What
is not surely a body's name stays unwritten; that a list gives a company number says nothing, traders have one too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from dluhy import places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.pack import Pack

KINDS: Final = "region_creditors"
UNRECOGNISED: Final = "unrecognised"
NOT_STATED: Final = "unknown"
_FORMS: Final = "region_legal_forms"
_BRACKETS: Final = re.compile(r"\s*[(\[{].*")
_SEVERAL_DIGITS: Final = re.compile(r"[0-9]{4}")
_SHORT_FORM: Final = 2
"""Words of one letter, up to which a form could be somebody's initials."""


@frozen(kw_only=True)
class Body:
    """A creditor as it may be counted: its kind, and the name if it is surely a body's; `number` is its IČO."""

    kind: str
    name: str | None = None
    number: str | None = None
    place: str | None = None
    """The code of the municipality that it is."""

    @property
    def code(self) -> str:
        """What tells the body apart: the municipality's code, its number, its name; else its kind."""
        if self.name is None:
            return self.kind
        return self.place or self.number or " ".join(words(self.name))


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents and punctuation."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return re.findall(r"[a-z0-9]+", plain.casefold())


def body_of(name: str | None, number: str | None, near: str, pack: Pack) -> Body:
    """Return who a creditor is: `name` and `number` (IČO) as a list states them.

    `near` is the code of the municipality whose list it is: of several municipalities of one name it, or the only one
    of its region, is meant.
    """
    if name is None:
        return Body(kind=NOT_STATED)
    shown = _BRACKETS.sub("", name).strip()
    own = words(shown)
    if not own or _SEVERAL_DIGITS.search(shown):
        return Body(kind=UNRECOGNISED)
    if " ".join(own) in _municipalities():
        return Body(kind="municipality", name=shown, number=number, place=_place(" ".join(own), near))
    formed = _formed(shown, own, number, pack)
    for code, term in pack.vocabularies[KINDS].items():
        if _fits(own, term.more, formed=formed):
            if "with" in term.more and not formed and not _only_of_bodies(own, term.more):
                return Body(kind=code)
            return _written(Body(kind=code, name=shown, number=number), own, near, term.more)
    return Body(kind=UNRECOGNISED)


def _written(body: Body, own: Sequence[str], near: str, more: dict[str, Any]) -> Body:
    """Return a body; without its name if that begins as a municipality's and does not go on as one."""
    if more.get("rest") != "municipality":
        return body
    rest = _rest(own, more["begins"])
    return evolve(body, place=_place(rest, near)) if rest in _municipalities() else Body(kind=body.kind)


def _only_of_bodies(own: Sequence[str], more: dict[str, Any]) -> bool:
    """Return whether a name holds its kind's words, words that go with them and a municipality's name, nothing else.

    A trader may call a business so with his or her own name.
    """
    spaced = f" {' '.join(own)} "
    for word in more["has"]:
        spaced = spaced.replace(f" {word} ", "  ")
    rest = " ".join(word for word in spaced.split() if word not in more["with"])
    return not rest or rest in _municipalities()


def _rest(own: Sequence[str], begins: Sequence[str]) -> str:
    """Return what of a name follows the longest of some beginnings."""
    spaced = f"{' '.join(own)} "
    found = max((word for word in begins if spaced.startswith(f"{word} ")), key=len, default="")
    return spaced.removeprefix(found).strip()


def _place(name: str, near: str) -> str | None:
    """Return the code of the municipality of a name that is meant in a list of another; None where it is open."""
    codes = _municipalities()[name]
    if near in codes:
        return near
    own = places.municipality(near)
    within = [code for code in codes if own is not None and _region_of(code) == own.region]
    return next((found[0] for found in (within, codes) if len(found) == 1), None)


def _region_of(code: str) -> str | None:
    place = places.municipality(code)
    return None if place is None else place.region


def _fits(own: Sequence[str], more: dict[str, Any], *, formed: bool) -> bool:
    spaced = f" {' '.join(own)} "
    begins, has = more.get("begins", ()), more.get("has", ())
    if more.get("rest") == "region" and spaced.strip() in _regions():
        return True
    if not begins and not has:
        return formed and bool(more.get("form"))
    named = any(spaced.startswith(f" {word} ") for word in begins) or any(f" {word} " in spaced for word in has)
    return named and (formed or not more.get("form"))


def _formed(shown: str, own: Sequence[str], number: str | None, pack: Pack) -> bool:
    """Return whether a name ends with a legal form; two single letters must not be able to be initials."""
    for term in pack.vocabularies[_FORMS].values():
        for form in term.more["ends"]:
            parts = form.split()
            if len(own) <= len(parts) or list(own[-len(parts) :]) != parts:
                continue
            letters = len(parts) <= _SHORT_FORM and all(len(part) == 1 for part in parts)
            if not letters or number is not None or "," in shown or shown.rstrip(". ")[-1].islower():
                return True
    return False


@cache
def _municipalities() -> dict[str, tuple[str, ...]]:
    """Return the codes of the municipalities of each name."""
    found: dict[str, tuple[str, ...]] = {}
    for code, name in places.frame().select("code", "name").rows():
        key = " ".join(words(name))
        found[key] = (*found.get(key, ()), code)
    return found


@cache
def _regions() -> frozenset[str]:
    return frozenset(" ".join(words(name)) for name in places.frame()["region_name"].unique().to_list())

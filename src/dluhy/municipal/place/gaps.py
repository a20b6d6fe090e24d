"""What a place document does not say and what that is needed for: no errors, only questions left open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.documents.decoding import pointer
from dluhy.documents.fields import fields, inner, names, part_of
from dluhy.documents.fields import label as label_of
from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.documents.fields import Loc, Part
    from dluhy.law.pack import Pack
    from dluhy.municipal.place.document import Place

NEW: Final = "-"
"""The member after the last one of a list, in a JSON Pointer."""

_NEEDED_FOR: Final = {
    "indicators": Bilingual(cs="která opatření se v místě vyplatí a kam jít nejdřív",
                            en="which interventions suit the place and where to begin"),
    "fees": Bilingual(cs="co má obec změnit ve vyhlášce a v tom, komu poplatek vyměřuje",
                      en="what to change in the ordinance and in whom the fee is assessed on"),
    "collection": Bilingual(cs="co má obec změnit ve vymáhání", en="what to change in collecting"),
    "housing": Bilingual(cs="opatření proti ztrátě bydlení", en="interventions against the loss of homes"),
    "services": Bilingual(cs="na které služby je koho odkázat", en="which services people can be referred to"),
    "employment": Bilingual(cs="opatření k práci pro dlužníky", en="interventions about work for debtors"),
}  # fmt: skip
_SPECIAL: Final = frozenset({"basis", "instalments_lift_exclusion", "source", "rate", "due_on"})
"""Values that matter only where another one stands, or that only describe."""


@frozen
class PlaceGap:
    """One value or part that is absent: its place, what it is called, what it is needed for."""

    pointer: str
    label: Bilingual
    needed_for: Bilingual


def place_gaps(place: Place, pack: Pack) -> list[PlaceGap]:
    """Return what a place document does not say, in its order: a part that is absent once, else value by value."""
    return [gap for key, needed in _NEEDED_FOR.items() for gap in _of_part(place, key, needed, pack)]


def _of_part(place: Place, key: str, needed: Bilingual, pack: Pack) -> Iterator[PlaceGap]:
    field = fields(type(place))[key]
    value = getattr(place, key)
    if value is None:
        where = (key, NEW) if inner(field)[1] else (key,)
        yield PlaceGap(pointer(where), label_of(field, pack), needed)
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from _absent(member, (key, number), needed, pack)
    else:
        yield from _absent(value, (key,), needed, pack)


def _absent(part: Part, loc: Loc, needed: Bilingual, pack: Pack) -> Iterator[PlaceGap]:
    known = fields(type(part))
    for key, name in names(type(part)).items():
        value, inside = getattr(part, name), part_of(known[key])
        if value is None and key not in _SPECIAL:
            yield PlaceGap(pointer((*loc, key)), label_of(known[key], pack), needed)
        elif value is not None and inside is not None:
            yield from _absent(value, (*loc, key), needed, pack)

"""What no single field of a place document shows: codes and years that do not exist, numbers that do not agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.documents.decoding import pointer
from dluhy.documents.fields import names
from dluhy.places import municipality
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.documents.fields import Loc
    from dluhy.law.pack import Pack
    from dluhy.municipal.place.collection import Collection
    from dluhy.municipal.place.document import Place
    from dluhy.municipal.place.parts import FeeYear, Indicators

_DEPOSIT: Final = "deposit"


def crossed(place: Place, pack: Pack, left_out: Sequence[Loc]) -> list[Problem]:
    """Return what disagrees between the fields of a place document, in its order.

    `left_out` are places that could not be read: nothing is said against them again.
    """
    known = {loc[0] for loc in left_out}
    problems = [] if "code" in known else [*_of_code(place)]
    problems += _of_years("indicators", [each.year for each in place.indicators or []])
    problems += _of_years("fees", [each.year for each in place.fees or []])
    last = None if "as_of" in known else place.as_of.year
    for number, each in enumerate(place.indicators or []):
        problems += _of_indicators(number, each, last)
    for number, fee in enumerate(place.fees or []):
        problems += _of_fee(number, fee, pack)
    return problems + ([] if place.collection is None else [*_of_waivers(place.collection)])


def _of_code(place: Place) -> Iterator[Problem]:
    if municipality(place.code) is None:
        cs = "takovou obec číselník nezná; kód najdete v registru obcí (šest číslic, ne PSČ ani IČO)"
        yield Problem("unknown_municipality", "/code", cs,
                      "the register has no such municipality; six digits, neither postal code nor IČO")  # fmt: skip


def _of_years(part: str, years: Sequence[int | None]) -> Iterator[Problem]:
    for number, year in enumerate(years):
        where = pointer((part, number, "year"))
        if year is None:
            yield Problem("missing", where, "bez roku nejde údaje použít", "without a year the data cannot be used")
        elif year in years[:number]:
            yield Problem("duplicate_year", where, "tento rok už v dokumentu stojí", "this year stands there already")


def _of_indicators(number: int, each: Indicators, last: int | None) -> Iterator[Problem]:
    if last is not None and each.year is not None and each.year > last:
        cs, en = "rok ukazatelů je až po dni dokumentu", "the year of the indicators is after the document’s day"
        yield Problem("after_as_of", pointer(("indicators", number, "year")), cs, en)
    if each.points is None or each.exclusion_index is None:
        return
    points = [getattr(each.points, name) for name in names(type(each.points)).values()]
    known = sum(value for value in points if value is not None)
    if known > each.exclusion_index or (None not in points and known != each.exclusion_index):
        cs = f"body rozměrů dávají {known}, index je {each.exclusion_index}"
        en = f"the points of the dimensions add up to {known}, the index is {each.exclusion_index}"
        yield Problem("points_disagree", pointer(("indicators", number, "exclusion_index")), cs, en)


def _of_fee(number: int, fee: FeeYear, pack: Pack) -> Iterator[Problem]:
    term = None if fee.kind is None else pack.term("place_waste_payments", fee.kind)
    if term is not None and fee.year is not None:
        first, last = term.more.get("from", fee.year), term.more.get("to", fee.year)
        if not first <= fee.year <= last:
            cs = f"{term.cs}: v roce {fee.year} jej obec mít nemohla"
            en = f"{term.en}: not possible in {fee.year}"
            yield Problem("impossible_year", pointer(("fees", number, "kind")), cs, en)
    if fee.basis is not None and fee.kind not in {None, _DEPOSIT}:
        cs, en = "základ má jen poplatek za odkládání z nemovité věci", "only the deposit fee has such a basis"
        yield Problem("contradiction", pointer(("fees", number, "basis")), cs, en)


def _of_waivers(collection: Collection) -> Iterator[Problem]:
    asked, granted = collection.waiver_requests, collection.waivers_granted
    if asked is not None and granted is not None and granted > asked:
        cs, en = "vyhovět nejde více žádostem, než přišlo", "no more requests can be granted than were made"
        yield Problem("contradiction", "/collection/waivers_granted", cs, en)

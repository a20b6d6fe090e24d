"""The job behind a request of another program: what a municipality should do by one case, or by what is known of it.

One document holds all that a command line gives in files and options; absent is unknown.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from dluhy.case.reading import case_of
from dluhy.documents.decoding import require_limits
from dluhy.documents.fields import Part, told
from dluhy.documents.files import limited
from dluhy.documents.shape import shaped
from dluhy.documents.values import Day, Municipality  # noqa: TC001 - pydantic reads the annotations
from dluhy.law.pack import default_pack
from dluhy.municipal.place.document import place_of
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.receipt import suggestions_receipt
from dluhy.problems import InputError, Problem
from dluhy.screening import screen_case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    from dluhy.case import Case
    from dluhy.law.pack import Pack
    from dluhy.municipal.place.document import Place
    from dluhy.municipal.places import LocalFacts
    from dluhy.municipal.suggesting.values import Suggestions
    from dluhy.receipt import Receipt

    T = TypeVar("T")

CASE: Final = "case"
PLACE: Final = "place"


class SuggestionsHead(Part):
    """What a request says beside the documents in it."""

    municipality: Municipality | None = told("kód obce", "code of the municipality")
    as_of: Day | None = told(
        "den, ke kterému se posuzuje obec sama; případ má den vlastní", "day for a place alone; a case has its own"
    )


@frozen
class SuggestionsRequest:
    """A request that was read without errors: a case or none, what is known of the place, the day of a place alone."""

    case: Case | None
    place: LocalFacts | None
    as_of: date | None
    sha256: str


def read_suggestions_request(
    document: Mapping[str, Any], pack: Pack | None = None, *, sha256: str = ""
) -> SuggestionsRequest:
    """Return a request by its document; `sha256` is that of the bytes it was read from, for the receipt.

    The document has `case` (a case document), `place` (a place document), `municipality` (six digits) and `as_of`, of
    which a case, a place or a code must be there. Raises InputError with everything that is wrong, each with its JSON
    Pointer.
    """
    law = pack or default_pack()
    require_limits(dict(document))
    problems: list[Problem] = []
    head = _head({key: value for key, value in document.items() if key not in {CASE, PLACE}}, law, problems)
    case = _inside(document, CASE, lambda values: case_of(values, law), problems)
    place = _inside(document, PLACE, lambda values: place_of(values, law), problems)
    if head is not None:
        problems += _crossed(head, document)
    if problems or head is None:
        raise InputError(limited(problems))
    return SuggestionsRequest(case, _local(head, place), _day(head, case, place), sha256)


def suggestions_for(request: SuggestionsRequest, pack: Pack | None = None) -> tuple[Suggestions, Receipt]:
    """Return the suggestions of a request with their receipt; raises HorizonError for a day that is not known."""
    law, place = pack or default_pack(), request.place
    if request.case is None:
        found = suggest(place=place, as_of=request.as_of, pack=law)
        return found, suggestions_receipt(found, input_sha256=request.sha256, place=place, alone=True)
    found = suggest(screen_case(request.case, law, input_sha256=request.sha256), place=place)
    return found, suggestions_receipt(found, input_sha256=request.sha256, place=place)


def _head(values: dict[str, Any], pack: Pack, problems: list[Problem]) -> SuggestionsHead | None:
    found = shaped(SuggestionsHead, values, pack, {})
    problems += found.problems
    return found.document


def _inside(
    document: Mapping[str, Any], name: str, read: Callable[[dict[str, Any]], T], problems: list[Problem]
) -> T | None:
    """Return a document that stands inside, None where there is none; its problems get the pointer to it in front."""
    values = document.get(name)
    if values is None:
        return None
    if not isinstance(values, dict):
        cs, en = "má být tabulka s pojmenovanými údaji", "should be a table of named values"
        problems.append(Problem("model_type", f"/{name}", cs, en))
        return None
    try:
        return read(values)
    except InputError as error:
        problems += [
            evolve(each, place=f"/{name}{each.place}") if each.place.startswith("/") else evolve(each, place=f"/{name}")
            for each in error.problems
        ]
        return None


def _crossed(head: SuggestionsHead, document: Mapping[str, Any]) -> list[Problem]:
    """Return what is wrong between the parts."""
    problems = []
    if head.municipality is None and not any(document.get(name) is not None for name in (CASE, PLACE)):
        cs = "chybí případ (case), dokument obce (place) nebo kód obce (municipality)"
        en = "a case, a place document (place) or a code (municipality) is missing"
        problems.append(Problem("nothing", "#", cs, en))
    if document.get(CASE) is not None and head.as_of is not None:
        cs, en = "den určuje dokument případu, as_of sem nepatří", "the case document sets the day, not as_of"
        problems.append(Problem("as_of", "/as_of", cs, en))
    if document.get(CASE) is None and document.get(PLACE) is None and head.as_of is None:
        cs, en = "k samotnému kódu obce patří den (as_of)", "the code of a municipality alone needs a day (as_of)"
        problems.append(Problem("day_needed", "/as_of", cs, en))
    return problems


def _local(head: SuggestionsHead, place: Place | None) -> LocalFacts | None:
    """Return what is known of the place; the problems of its code get a pointer."""
    if head.municipality is None and place is None:
        return None
    try:
        return local_facts(head.municipality, place)
    except InputError as error:
        pointer = "/municipality" if head.municipality is not None else f"/{PLACE}/code"
        raise InputError([evolve(each, place=pointer) for each in error.problems]) from None


def _day(head: SuggestionsHead, case: Case | None, place: Place | None) -> date | None:
    if case is not None:
        return case.as_of
    return head.as_of or (None if place is None else place.as_of)

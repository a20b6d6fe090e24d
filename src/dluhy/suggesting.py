"""The job behind a request of another program: what a municipality should do by one case, a list, or what it is like.

One document holds all that a command line gives in files and options; absent is unknown.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Annotated, Any, Final

from attrs import evolve, frozen

from dluhy.case.reading import case_of
from dluhy.checking import check_row_document
from dluhy.documents.decoding import require_limits
from dluhy.documents.fields import Part, told
from dluhy.documents.files import limited
from dluhy.documents.shape import shaped
from dluhy.documents.values import Day, Municipality, Text, code_of
from dluhy.intake.row_document import read_rows
from dluhy.law.pack import default_pack
from dluhy.municipal.place.document import place_of
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.receipt import suggestions_receipt
from dluhy.problems import InputError, Problem
from dluhy.region.counting import require_codes
from dluhy.screening import screen_case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    from dluhy.case import Case
    from dluhy.checking import ListResult
    from dluhy.intake.row_document import RowDocument
    from dluhy.law.pack import Pack
    from dluhy.municipal.place.document import Place
    from dluhy.municipal.places import LocalFacts
    from dluhy.municipal.suggesting.values import Suggestions
    from dluhy.receipt import Receipt

    T = TypeVar("T")

CASE: Final = "case"
PLACE: Final = "place"
ROWS: Final = "rows"


class SuggestionsHead(Part):
    """What a request says beside the documents in it."""

    municipality: Municipality | None = told("kód obce", "code of the municipality")
    creditor_body: Annotated[Text, code_of("creditor_bodies")] | None = told(
        "čí jsou dluhy seznamu jiné než místní poplatky", "whose the debts of a list other than local fees are",
        listed="creditor_bodies",
    )  # fmt: skip
    as_of: Day | None = told(
        "den, ke kterému se posuzuje seznam nebo obec sama; případ má den vlastní",
        "day for a list or a place alone; a case has its own", example="2026-11-21",
    )  # fmt: skip


@frozen
class SuggestionsRequest:
    """A request that was read without errors: a case, a list or neither, what is known of the place, its day."""

    case: Case | None
    rows: RowDocument | None
    place: LocalFacts | None
    creditor_body: str | None
    as_of: date | None
    sha256: str


def read_suggestions_request(
    document: Mapping[str, Any], pack: Pack | None = None, *, sha256: str = ""
) -> SuggestionsRequest:
    """Return a request by its document; `sha256` is that of the bytes it was read from, for the receipt.

    The document has `case` (a case document) or `rows` (as in `docs/seznam.schema.json`, with `creditor_body`), `place`
    (a place document), `municipality` (six digits) and `as_of`; a case, rows, a place or a code must be there. Raises
    InputError with everything that is wrong, each with its JSON Pointer.
    """
    law = pack or default_pack()
    require_limits({key: value for key, value in document.items() if key != ROWS})
    problems: list[Problem] = []
    head = _head({key: value for key, value in document.items() if key not in {CASE, PLACE, ROWS}}, law, problems)
    case = _inside(document, CASE, lambda values: case_of(values, law), problems)
    place = _inside(document, PLACE, lambda values: place_of(values, law), problems)
    rows = _rows(document, law, problems)
    if head is not None:
        problems += _crossed(head, document)
    if problems or head is None:
        raise InputError(limited(problems))
    return SuggestionsRequest(case, rows, _local(head, place), head.creditor_body, _day(head, case, place), sha256)


def suggestions_for(request: SuggestionsRequest, pack: Pack | None = None) -> tuple[Suggestions, Receipt]:
    """Return the suggestions of a request with their receipt; raises HorizonError for a day that is not known."""
    law, place = pack or default_pack(), request.place
    if request.rows is not None:
        return _of_rows(request, request.rows, law)
    if request.case is None:
        found = suggest(place=place, as_of=request.as_of, pack=law)
        return found, suggestions_receipt(found, input_sha256=request.sha256, place=place, alone=True)
    found = suggest(screen_case(request.case, law, input_sha256=request.sha256), place=place)
    return found, suggestions_receipt(found, input_sha256=request.sha256, place=place)


def _of_rows(request: SuggestionsRequest, rows: RowDocument, pack: Pack) -> tuple[Suggestions, Receipt]:
    place, body = request.place, request.creditor_body
    result = check_row_document(rows, pack)
    if place is not None and place.code is not None:
        _require_codes(result, place.code)
    found = suggest(result, place=place, creditor_body=body)
    rejected = result.intake.rows_rejected
    receipt = suggestions_receipt(
        found, input_sha256=request.sha256, rejected=rejected, place=place, creditor_body=body
    )
    return found, receipt


def _require_codes(result: ListResult, code: str) -> None:
    try:
        require_codes(result, code)
    except InputError as error:
        raise InputError([evolve(each, place=f"/{ROWS}") for each in error.problems]) from None


def _rows(document: Mapping[str, Any], pack: Pack, problems: list[Problem]) -> RowDocument | None:
    """Return the rows of a list, None where there are none."""
    if document.get(ROWS) is None:
        return None
    try:
        return read_rows({key: document[key] for key in ("as_of", ROWS) if key in document}, pack)
    except InputError as error:
        told = document.get("as_of") is not None  # a day that is none is told with the head
        problems += [each for each in error.problems if not told or each.place != "/as_of"]
        return None


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
    problems, given = [], {name for name in (CASE, ROWS, PLACE) if document.get(name) is not None}
    if head.municipality is None and not given:
        cs = "chybí případ (case), řádky seznamu (rows), dokument obce (place) nebo kód obce (municipality)"
        en = "a case, rows of a list (rows), a place document (place) or a code (municipality) is missing"
        problems.append(Problem("nothing", "#", cs, en))
    if {CASE, ROWS} <= given:
        cs, en = "zadejte případ, nebo řádky seznamu, ne obojí", "give a case or rows of a list, not both"
        problems.append(Problem("case_or_rows", f"/{ROWS}", cs, en))
    if head.creditor_body is not None and ROWS not in given:
        cs, en = "patří jen k řádkům seznamu (rows)", "this goes with rows of a list only"
        problems.append(Problem("not_here", "/creditor_body", cs, en))
    if CASE in given and head.as_of is not None:
        cs, en = "den určuje dokument případu, as_of sem nepatří", "the case document sets the day, not as_of"
        problems.append(Problem("as_of", "/as_of", cs, en))
    if not given and head.as_of is None:
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

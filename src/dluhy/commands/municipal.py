"""`dluhy municipal suggest`: what a municipality should do by a case, a list, or what is known of the place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy import receipt as receipts
from dluhy.commands.common import DONE, SOME_REJECTED, chosen_pack, require_free, tell, write_new
from dluhy.commands.results import require_files, require_place, tell_rejected
from dluhy.intake.profile import Profile, read_profile
from dluhy.intake.readers import Reading
from dluhy.problems import InputError, Problem
from dluhy.report.texts import texts
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from dluhy.checking import ListResult
    from dluhy.law.pack import Pack
    from dluhy.municipal.places import LocalFacts
    from dluhy.municipal.suggesting.values import Suggestions
    from dluhy.problems import Language
    from dluhy.receipt import Receipt
    from dluhy.report.suggestions import SuggestionsReport

_CASES: Final = frozenset({".toml", ".json"})
_BOOK: Final = "xlsx"
_FORMS: Final = (_BOOK, "txt", "json")


@frozen(kw_only=True)
class Suggesting:
    """What suggestions are asked for: of which case or list, for which place, where they go (None: the terminal)."""

    source: Path | None
    as_of: date | None
    today: date
    language: Language
    place: Path | None = None
    municipality: str | None = None
    creditor: str | None = None
    profile: Path | None = None
    as_json: bool = False
    full: bool = False
    out: Path | None = None
    rules: Path | None = None


@frozen(kw_only=True)
class _Found:
    """Suggestions with their receipt, what they are for, and the list they came from."""

    suggestions: Suggestions
    receipt: Receipt
    ref: str
    result: ListResult | None = None


def suggest_command(order: Suggesting) -> int:
    """Make suggestions and print or write them; status 1 if rows of the list were rejected."""
    say = texts(order.language)
    try:
        _require_sound(order)
        if order.source is not None and order.source.is_dir():
            return _tell_region(order, order.source, chosen_pack(order.rules))
        found = _found(order, chosen_pack(order.rules))
        _tell(found, order)
    except InputError as error:
        return tell(error, order.language, say("error-heading-command"), as_json=order.as_json)
    except BrokenPipeError:
        raise
    except OSError:
        cs, en = "výsledek nejde zapsat; není soubor otevřený jinde?", "the result cannot be written; is it open?"
        unwritten = InputError([Problem("output", str(order.out or order.source), cs, en)])
        return tell(unwritten, order.language, as_json=order.as_json)
    if found.result is None or found.result.complete:
        return DONE
    print(say("suggest-rejected", count=found.result.intake.rows_rejected), file=sys.stderr)
    if order.source is not None:
        tell_rejected(found.result, order.source, say)
    return SOME_REJECTED


def _require_sound(order: Suggesting) -> None:
    """Raise InputError with everything that stands against the command, before anything is read."""
    problems = []
    given = [path for path in (order.source, order.place) if path is not None]
    if not given and order.municipality is None:
        cs = "chybí případ nebo seznam, dokument obce (--place) nebo kód obce (--municipality)"
        en = "a case or a list, a place document (--place) or a code (--municipality) is missing"
        problems.append(Problem("nothing", "municipal suggest", cs, en))
    require_files(*given)
    if order.out is not None:
        problems += require_place(order.out, ("json",) if order.as_json else _FORMS, given)
        of_list = order.source is not None and not order.source.is_dir() and not is_case(order.source)
        if order.out.suffix.lower() == f".{_BOOK}" and not of_list:
            cs, en = "sešit se píše jen k seznamu", "a workbook is written for a list only"
            problems.append(Problem("output_format", order.out.name, cs, en))
    if order.source is not None and is_case(order.source) and order.as_of is not None:
        cs, en = "den určuje dokument případu, --as-of sem nepatří", "the case document sets the day, not --as-of"
        problems.append(Problem("as_of", "--as-of", cs, en))
    if problems:
        raise InputError(problems)
    require_free(order.out)
    require_free(None if order.out is None else receipts.path_beside(order.out))


def is_case(source: Path) -> bool:
    """Return whether a file is a case document, by its suffix."""
    return source.suffix.lower() in _CASES


def _found(order: Suggesting, pack: Pack) -> _Found:
    place, place_sha256, day = _local(order, pack)
    if order.source is None:
        return _of_place(order, place, place_sha256, day, pack)
    return _of_case(order.source, place, pack) if is_case(order.source) else _of_list(order, place, pack)


def _tell_region(order: Suggesting, folder: Path, pack: Pack) -> int:
    """Print or write what the municipalities of a region should do by the exchange files in a folder."""
    from dluhy.region.files import read_exchanges
    from dluhy.region.suggesting import reported_suggestions
    from dluhy.report.suggestions_region import region_suggestions_report, region_suggestions_text

    reports = read_exchanges(sorted(folder.glob("*.json")), pack)
    day = order.as_of or max((each.as_of for each in reports), default=order.today)
    report = region_suggestions_report(reported_suggestions(reports, day, pack), order.language)
    wants_json = order.as_json or (order.out is not None and order.out.suffix.lower() == ".json")
    content = as_json(report) if wants_json else region_suggestions_text(report)
    if order.out is None:
        sys.stdout.write(content)
    else:
        write_new(order.out, content)
        print(texts(order.language)("screen-written", path=str(order.out)))
    return DONE


def _local(order: Suggesting, pack: Pack) -> tuple[LocalFacts | None, str, date | None]:
    """Return what is known of the place, the hash of its document, and the day of that."""
    from dluhy.municipal.place.document import read_place
    from dluhy.municipal.place.local_facts import local_facts

    if order.place is not None:
        read = read_place(order.place, pack)
        return local_facts(order.municipality, read.place), read.sha256, read.place.as_of
    return (None if order.municipality is None else local_facts(order.municipality)), "", None


def _of_place(order: Suggesting, place: LocalFacts | None, sha256: str, day: date | None, pack: Pack) -> _Found:
    from dluhy.municipal.suggesting.making import suggest
    from dluhy.municipal.suggesting.receipt import suggestions_receipt

    found = suggest(place=place, as_of=order.as_of or day or order.today, pack=pack)
    receipt = suggestions_receipt(found, input_sha256=sha256, place=place, alone=True)
    return _Found(suggestions=found, receipt=receipt, ref="")


def _of_case(source: Path, place: LocalFacts | None, pack: Pack) -> _Found:
    from dluhy.case import read_case
    from dluhy.municipal.suggesting.making import suggest
    from dluhy.municipal.suggesting.receipt import suggestions_receipt
    from dluhy.screening import screen_case

    read = read_case(source, pack)
    found = suggest(screen_case(read.case, pack, input_sha256=read.sha256), place=place)
    receipt = suggestions_receipt(found, input_sha256=read.sha256, place=place)
    return _Found(suggestions=found, receipt=receipt, ref=read.case.ref)


def _of_list(order: Suggesting, place: LocalFacts | None, pack: Pack) -> _Found:
    from dluhy.checking import check_list
    from dluhy.municipal.suggesting.making import suggest
    from dluhy.municipal.suggesting.receipt import suggestions_receipt
    from dluhy.region.counting import require_codes
    from dluhy.report.progress import progress

    source, say = order.source, texts(order.language)
    if source is None:
        raise ValueError(order)
    reading = Reading(profile=Profile() if order.profile is None else read_profile(order.profile))
    with progress(say("progress-judging")):
        result = check_list(source, order.as_of or order.today, pack, reading=reading)
        if place is not None and place.code is not None:
            require_codes(result, place.code)
        found = suggest(result, place=place, creditor_body=order.creditor)
    receipt = suggestions_receipt(
        found,
        input_sha256=result.intake.raw.sha256,
        rejected=result.intake.rows_rejected,
        reading_sha256=reading.digest,
        place=place,
        creditor_body=order.creditor,
    )
    return _Found(suggestions=found, receipt=receipt, ref=source.name, result=result)


def _tell(found: _Found, order: Suggesting) -> None:
    """Print the suggestions, or write them to a new file with their receipt beside it."""
    from dluhy.report.suggestions import suggestions_report

    report, say = suggestions_report(found.suggestions, found.receipt, order.language), texts(order.language)
    if order.out is None:
        sys.stdout.write(_content(report, found, order, wants_json=order.as_json))
        return
    if order.out.suffix.lower() == f".{_BOOK}":
        _write_book(report, found, order)
    else:
        wants_json = order.as_json or order.out.suffix.lower() == ".json"
        write_new(order.out, _content(report, found, order, wants_json=wants_json))
    write_new(receipts.path_beside(order.out), receipts.to_json(found.receipt))
    print(say("screen-written", path=str(order.out)))
    print(say("summary-receipt", path=str(receipts.path_beside(order.out))))


def _content(report: SuggestionsReport, found: _Found, order: Suggesting, *, wants_json: bool) -> str:
    from dluhy.report.suggestions_text import suggestions_text

    if wants_json:
        return as_json(report)
    return suggestions_text(report, ref=found.ref, full=order.full)


def _write_book(report: SuggestionsReport, found: _Found, order: Suggesting) -> None:
    from dluhy.report.export import whole_file
    from dluhy.report.suggestions_book import write_suggestions

    if found.result is None or order.out is None:
        raise ValueError(order)
    with whole_file(order.out) as draft, draft.open("wb") as stream:
        write_suggestions(found.suggestions, report, found.result, stream)

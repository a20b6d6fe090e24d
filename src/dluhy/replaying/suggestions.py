"""Suggestions for a municipality made again by their receipt: of a case, a list, a place alone, or a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy import receipt as receipts
from dluhy.case import read_case
from dluhy.checking import check_list
from dluhy.municipal.place.document import read_place
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.receipt import alone, creditor_body_of, place_of, suggestions_receipt
from dluhy.problems import Problem, ReplayError
from dluhy.replaying.sources import digest_of, document_in
from dluhy.replaying.values import Again
from dluhy.report.suggestions import suggestions_report
from dluhy.report.written import as_json
from dluhy.screening import screen_case
from dluhy.suggesting import CASE, PLACE, ROWS, read_suggestions_request, suggestions_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dluhy.municipal.suggesting.values import Suggestions
    from dluhy.problems import Language
    from dluhy.receipt import Receipt
    from dluhy.replaying.values import Asked

_ENDINGS: Final = frozenset({".json", ".toml"})
_CASE_NEEDS: Final = frozenset({"ref", "as_of"})


def suggestions_again(asked: Asked) -> Again:
    """Make suggestions again from what they were made of.

    The source is a case, a list, the place document of a place alone, or the request of another program; None where a
    place was told by its code. What was known of the place beside a case or a list stands in the receipt. Raises
    ReplayError if pack, program, input or its reading differ from the receipt's.
    """
    place_alone = alone(asked.old.options)
    if asked.source is None:
        return _told(*_of_code(asked))
    document = document_in(asked.source)
    if document is not None and _is_request(document):
        return _told(*_of_request(asked, document, asked.source))
    if place_alone:
        return _told(*_of_place(asked, asked.source))
    return _told(*(_of_case if _is_case(asked.source, document) else _of_list)(asked, asked.source))


def _is_request(document: dict[str, Any]) -> bool:
    inside = any(isinstance(document.get(name), dict) for name in (CASE, PLACE)) or isinstance(document.get(ROWS), list)
    return inside or ("municipality" in document and not document.keys() & _CASE_NEEDS - {"as_of"})


def _is_case(source: Path, document: dict[str, Any] | None) -> bool:
    """Return whether a file is a case: by its ending, and where it has none by what it holds."""
    if source.suffix:
        return source.suffix.lower() in _ENDINGS
    return document is not None and document.keys() >= _CASE_NEEDS


def _told(found: Suggestions, receipt: Receipt) -> Again:
    languages: tuple[Language, ...] = ("cs", "en")

    def wholes() -> Iterator[str]:
        for language in languages:
            yield as_json(suggestions_report(found, receipt, language))

    return Again(receipt, wholes())


def _of_code(asked: Asked) -> tuple[Suggestions, Receipt]:
    if asked.old.input_sha256:
        what = "dokument obce" if alone(asked.old.options) else "soubor"
        cs = f"chybí {what}, ze kterého výsledek vznikl"
        raise ReplayError([Problem("no_input", "source", cs, "the file that the result was made from is missing")])
    receipts.require_same_origin(asked.old, asked.pack, "")
    told = place_of(asked.old.options)
    place = local_facts(None if told is None else told.code)
    found = suggest(place=place, as_of=asked.old.as_of, pack=asked.pack)
    return found, suggestions_receipt(found, input_sha256="", place=place, alone=True)


def _of_place(asked: Asked, source: Path) -> tuple[Suggestions, Receipt]:
    if not asked.old.input_sha256:
        cs = "výsledek vznikl jen z kódu obce, žádný soubor k němu nepatří; zadejte jen doklad"
        en = "the result was made from the code of a municipality only, no file belongs to it; give the receipt alone"
        raise ReplayError([Problem("other_input", source.name, cs, en)])
    read = read_place(source, asked.pack)
    receipts.require_same_origin(asked.old, asked.pack, read.sha256)
    place = local_facts(document=read.place)
    found = suggest(place=place, as_of=asked.old.as_of, pack=asked.pack)
    return found, suggestions_receipt(found, input_sha256=read.sha256, place=place, alone=True)


def _of_request(asked: Asked, document: dict[str, Any], source: Path) -> tuple[Suggestions, Receipt]:
    sha256 = digest_of(source)
    receipts.require_same_origin(asked.old, asked.pack, sha256)
    return suggestions_for(read_suggestions_request(document, asked.pack, sha256=sha256), asked.pack)


def _of_case(asked: Asked, source: Path) -> tuple[Suggestions, Receipt]:
    place, read = place_of(asked.old.options), read_case(source, asked.pack)
    receipts.require_same_origin(asked.old, asked.pack, read.sha256)
    found = suggest(screen_case(read.case, asked.pack, input_sha256=read.sha256), place=place)
    return found, suggestions_receipt(found, input_sha256=read.sha256, place=place)


def _of_list(asked: Asked, source: Path) -> tuple[Suggestions, Receipt]:
    place, body = place_of(asked.old.options), creditor_body_of(asked.old.options)
    receipts.require_same_origin(asked.old, asked.pack, digest_of(source), asked.reading.digest)
    result = check_list(source, asked.old.as_of, asked.pack, reading=asked.reading)
    found = suggest(result, place=place, creditor_body=body)
    return found, suggestions_receipt(
        found,
        input_sha256=result.intake.raw.sha256,
        rejected=result.intake.rows_rejected,
        reading_sha256=asked.reading.digest,
        place=place,
        creditor_body=body,
    )

"""The jobs whose results can be computed again, each with how it is done; raising ReplayError where it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from dluhy import receipt as receipts
from dluhy.case import read_case
from dluhy.checking import JOB as CHECK
from dluhy.checking import check_list, check_rows
from dluhy.deductions.listed import is_list, read_payments
from dluhy.documents.files import read_content
from dluhy.intake.row_document import read_rows
from dluhy.municipal.index.document import asked_index
from dluhy.municipal.suggesting.receipt import JOB as SUGGESTIONS
from dluhy.problems import InputError
from dluhy.replaying.sources import digest, digest_of, document_in, document_of
from dluhy.replaying.suggestions import suggestions_again
from dluhy.replaying.values import Again
from dluhy.report.deduction import JOB as DEDUCTION
from dluhy.report.deduction_answers import deduction_answer
from dluhy.report.deduction_lists import deductions_of_list
from dluhy.report.index import JOB as INDEX
from dluhy.report.index_receipt import index_again, index_receipt
from dluhy.report.region_joined import overview_again
from dluhy.report.region_receipt import JOB as OVERVIEW
from dluhy.screening import JOB as SCREENING
from dluhy.screening import STRICT_LAW, screen_case
from dluhy.screening_relief import JOB as RELIEF
from dluhy.screening_relief import relieve_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from dluhy.documents.files import Content
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.receipt import Receipt
    from dluhy.replaying.values import Asked

_LANGUAGES: Final[tuple[Language, ...]] = ("cs", "en")


def screening_again(asked: Asked, source: Path) -> Again:
    """Screen a case again, in both languages, with the changes that the result was asked for with."""
    read = read_case(source, asked.pack)
    receipts.require_same_origin(asked.old, asked.pack, read.sha256)
    strict_law = STRICT_LAW in asked.old.options
    screening = screen_case(read.case, asked.pack, input_sha256=read.sha256, strict_law=strict_law)
    changes = _changes(asked.content)
    if changes is None:
        return Again(screening.receipt, map(screening.json, _LANGUAGES))
    return Again(screening.receipt, _what_if(asked, source, changes))


def _changes(content: bytes) -> list[str] | None:
    """Return the changes that a result was asked for with; None for none."""
    asked = msgspec.json.decode(content, type=dict[str, msgspec.Raw]).get("what_if")
    if asked is None:
        return None
    try:
        return [str(each["written"]) for each in msgspec.json.decode(asked, type=list[dict[str, Any]])]
    except (msgspec.MsgspecError, KeyError):
        return []


def _what_if(asked: Asked, source: Path, changes: Sequence[str]) -> Iterator[str]:
    from dluhy.screening_what_if import what_if  # noqa: PLC0415 - for few results

    if not changes:
        return
    found = what_if(source, changes, pack=asked.pack, strict_law=STRICT_LAW in asked.old.options)
    yield from map(found.json, _LANGUAGES)


def relief_again(asked: Asked, source: Path) -> Again:
    """Compute debt relief of a case again."""
    read = read_case(source, asked.pack)
    receipts.require_same_origin(asked.old, asked.pack, read.sha256)
    strict_law = STRICT_LAW in asked.old.options
    found = relieve_case(read.case, asked.pack, input_sha256=read.sha256, strict_law=strict_law)
    return Again(found.receipt, map(found.json, _LANGUAGES))


def deduction_again(asked: Asked, source: Path) -> Again:
    """Compute a payment, payslips or a list of payments again."""
    if is_list(source):
        return _payments(asked, source)
    content = read_content(source)
    if document_of(content) is None:
        return _payments(asked, source)
    receipts.require_same_origin(asked.old, asked.pack, digest(content.data))
    if source.suffix or not _is_a_row(content.data):
        return _payment(asked, content)
    return _either(asked, content, source)


def _either(asked: Asked, content: Content, source: Path) -> Again:
    """Answer what may be a document or the one row of a list, as the one that the receipt is of."""
    found, refused = list[Again](), list[InputError]()
    ways: tuple[Callable[[], Again], ...] = (
        lambda: _payment(asked, content),
        lambda: _payments(asked, source),
    )
    for way in ways:
        try:
            found.append(way())
        except InputError as error:
            refused.append(error)
    if not found:
        raise refused[0]
    return next((each for each in found if each.receipt == asked.old), found[0])


def _payment(asked: Asked, content: Content) -> Again:
    """Answer a document again, in the language of the result: its receipt depends on it."""
    answers = [deduction_answer(content, language, asked.pack) for language in _LANGUAGES]
    now = next((answer for answer in answers if answer.receipt == asked.old), answers[0])
    return Again(now.receipt, [now.content.decode()])


def _payments(asked: Asked, source: Path) -> Again:
    listed = read_payments(source, asked.pack)
    receipts.require_same_origin(asked.old, asked.pack, listed.sha256)
    return Again(deductions_of_list(listed, asked.pack).receipt)


def _is_a_row(content: bytes) -> bool:
    """Return whether a document may also be the one row of an NDJSON list."""
    return b"\n" not in content.strip()


def list_again(asked: Asked, source: Path) -> Again:
    """Check a list again, also one that was given as a document of rows."""
    document = None if source.suffix else document_of(read_content(source))
    if document is not None and isinstance(document.get("rows"), list):
        return _rows(asked, document)
    receipts.require_same_origin(asked.old, asked.pack, digest_of(source), asked.reading.digest)
    return Again(check_list(source, asked.old.as_of, asked.pack, reading=asked.reading).receipt)


def _rows(asked: Asked, document: dict[str, Any]) -> Again:
    receipts.require_same_origin(asked.old, asked.pack, digest(read_rows(document, asked.pack).content))
    return Again(check_rows(document, asked.pack).receipt)


def index_again_of(asked: Asked) -> Again:
    """Compute an index again, from its file, the document that asked for it, or the shipped rows."""
    if asked.source is None or document_in(asked.source) is None:
        return Again(index_again(asked.old, asked.source, asked.pack))
    found = asked_index(read_content(asked.source), asked.pack)
    receipts.require_same_origin(asked.old, asked.pack, found.sha256)
    return Again(index_receipt(found.indexed, asked.pack, found.sha256))


def _by_receipt(compute: Callable[[Receipt, Path, Pack], Receipt]) -> Callable[[Asked, Path], Again]:
    """Return a job of which only receipts are compared."""
    return lambda asked, source: Again(compute(asked.old, source, asked.pack))


OF_SOURCE: Final[dict[str, Callable[[Asked, Path], Again]]] = {
    SCREENING: screening_again,
    RELIEF: relief_again,
    DEDUCTION: deduction_again,
    CHECK: list_again,
    OVERVIEW: _by_receipt(overview_again),
}
"""Jobs that need what the result was made from."""

ALSO_ALONE: Final[dict[str, Callable[[Asked], Again]]] = {
    SUGGESTIONS: suggestions_again,
    INDEX: index_again_of,
}
"""Jobs that may have been done without any file."""

"""A list checked whole: rows of a document, or the content of a file; the counts first, then the result in a form."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from dluhy.checking import check_content, check_row_document
from dluhy.documents.files import limited
from dluhy.intake.archives import Limits
from dluhy.intake.profile import Profile
from dluhy.intake.readers import Reading
from dluhy.intake.row_document import RowDocument
from dluhy.problems import InputError, Problem
from dluhy.report.export import write_stream
from dluhy.report.list_lines import lines
from dluhy_service.channel import COUNTS, PIECE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.checking import ListResult
    from dluhy.law.pack import Pack
    from dluhy_service.channel import Channel

PIECE_BYTES: Final = 1 << 18
"""How much of a result goes in one message."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A list to check: its content, how it is read, what is shown, in which form and language."""

    content: bytes
    as_of: date
    rows: bool = False
    """Whether the content is the lines of a document's rows, not a file."""
    form: Literal["json", "ndjson", "csv", "xlsx"] = "json"
    language: Literal["cs", "en"] = "cs"
    only: Literal["children", "adults", "undecided"] | None = None
    pseudonymise: bool = False
    sheet: str | None = None
    municipality: str | None = None
    most_rows: int | None = None
    memory_bytes: int = Limits().memory_bytes
    seconds: int = Limits().seconds


def run(channel: Channel, request: dict[str, Any], pack: Pack) -> None:
    """Send how many rows were judged and rejected, then the result in pieces; InputError where no row is usable."""
    asked = msgspec.convert(request, Asked)
    result = _checked(asked, pack)
    receipt = result.receipt
    if not receipt.rows_judged and receipt.rows_rejected:
        raise InputError(limited(list(rejections(result, rows=asked.rows))))
    channel.send(COUNTS, (receipt.rows_judged, receipt.rows_rejected))
    for piece in _written(result, asked):
        for start in range(0, len(piece), PIECE_BYTES):
            channel.send(PIECE, bytes(piece[start : start + PIECE_BYTES]))


def _checked(asked: Asked, pack: Pack) -> ListResult:
    if asked.rows:
        return check_row_document(RowDocument(asked.as_of, asked.content, asked.only, asked.pseudonymise), pack)
    return check_content(asked.content, asked.as_of, pack, reading=_reading(asked), pseudonymise=asked.pseudonymise)


def _reading(asked: Asked) -> Reading:
    constants = {} if asked.municipality is None else {"municipality_code": asked.municipality}
    limits = Limits(rows=asked.most_rows, memory_bytes=asked.memory_bytes, seconds=asked.seconds)
    return Reading(profile=Profile(constants=constants), sheet=asked.sheet, limits=limits)


def rejections(result: ListResult, *, rows: bool) -> Iterator[Problem]:
    """Yield why the rows of a list were rejected, each with its place: a pointer into a document, or a line."""
    for row, column, code, cs, en in result.intake.rejected.select("row", "column", "code", "cs", "en").rows():
        yield Problem(code, f"/rows/{row - 1}/{column}" if rows else f"řádek {row}", cs, en)


def _written(result: ListResult, asked: Asked) -> Iterator[bytes | memoryview]:
    if asked.form == "ndjson":
        yield from lines(result, asked.language, asked.only)
        return
    held = BytesIO()
    write_stream(result, held, asked.form, asked.language, asked.only)
    yield held.getbuffer()

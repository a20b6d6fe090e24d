"""An NDJSON list judged while it comes, in flat memory."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from dluhy.bulk.stream import ListStream, StreamLimits
from dluhy.problems import InputError
from dluhy.report.stream import StreamWriter
from dluhy_service.channel import COUNTS, ITEM, PIECE
from dluhy_service.jobs.minors import PIECE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.law.pack import Pack
    from dluhy_service.channel import Channel


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A list that will come in pieces: the day, what is shown and in which language."""

    as_of: date
    language: Literal["cs", "en"] = "cs"
    only: Literal["children", "adults", "undecided"] | None = None
    pseudonymise: bool = False
    line_bytes: int = StreamLimits().line_bytes


def run(channel: Channel, request: dict[str, Any], pack: Pack) -> None:
    """Take pieces of the list and send those of the result as they are ready; problems of the list end it.

    What comes after a problem is taken and left: the server may have sent it before it heard.
    """
    asked = msgspec.convert(request, Asked)
    pieces = channel.pieces()
    try:
        limits = StreamLimits(line_bytes=asked.line_bytes)
        stream = ListStream(asked.as_of, pack, limits=limits, pseudonymise=asked.pseudonymise)
        writer = StreamWriter(stream, asked.language, asked.only)
        for piece in pieces:
            _send(channel, writer.feed(piece))
        _send(channel, writer.finish())
        channel.send(COUNTS, (stream.receipt.rows_judged, stream.receipt.rows_rejected))
    except InputError as error:
        channel.send(ITEM, [(p.code, p.place, p.cs, p.en) for p in error.problems])
        for _ in pieces:
            pass


def _send(channel: Channel, parts: Iterable[bytes]) -> None:
    for part in parts:
        for start in range(0, len(part), PIECE_BYTES):
            channel.send(PIECE, part[start : start + PIECE_BYTES])

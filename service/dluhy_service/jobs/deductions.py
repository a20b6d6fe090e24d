"""Deductions of one document (a payment, payslips, many rows), or of a list that comes in pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.documents.files import Content
from dluhy.report.deduction_answers import deduction_answer
from dluhy.report.payment_lines import PaymentLines
from dluhy_service.bodies import BODY
from dluhy_service.channel import PIECE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy_service.channel import Channel


PIECE_BYTES: Final = 1 << 18


def run(channel: Channel, request: tuple[bytes | None, Language, int], pack: Pack) -> None:
    """Send the answer as JSON; where there is no document, take the pieces of a list and send those of its result.

    The number is how many bytes a line of the list may have.
    """
    content, language, line_bytes = request
    if content is None:
        _streamed(channel, PaymentLines(pack, line_bytes=line_bytes))
        return
    answer = deduction_answer(Content(content, BODY, "json"), language, pack)
    _send(channel, (answer.content,))


def _streamed(channel: Channel, lines: PaymentLines) -> None:
    for piece in channel.pieces():
        _send(channel, lines.feed(piece))
    _send(channel, lines.finish())


def _send(channel: Channel, parts: Iterable[bytes]) -> None:
    for part in parts:
        for start in range(0, len(part), PIECE_BYTES):
            channel.send(PIECE, part[start : start + PIECE_BYTES])

"""Deductions of one document: of a payment, of payslips, or of many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.documents.files import Content
from dluhy.report.deduction_answers import deduction_answer
from dluhy_service.bodies import BODY
from dluhy_service.channel import PIECE

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy_service.channel import Channel


def run(channel: Channel, request: tuple[bytes, Language], pack: Pack) -> None:
    """Send the answer as JSON."""
    content, language = request
    answer = deduction_answer(Content(content, BODY, "json"), language, pack)
    channel.send(PIECE, answer.content)

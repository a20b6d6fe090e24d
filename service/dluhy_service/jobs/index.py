"""The index of social exclusion of municipalities: by a document, or by a file of inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.documents.files import Content
from dluhy.report.index_answers import index_answer, index_file_answer
from dluhy_service.bodies import BODY
from dluhy_service.channel import PIECE
from dluhy_service.jobs.minors import PIECE_BYTES

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy_service.channel import Channel

FileOptions = tuple[int | None, bool]
"""The year, and whether the partial index is asked for."""


def run(channel: Channel, request: tuple[bytes, Language, FileOptions | None], pack: Pack) -> None:
    """Send the report as JSON; options are those of a file, None for a document."""
    content, language, options = request
    if options is None:
        told = index_answer(Content(content, BODY, "json"), language, pack)
    else:
        told = index_file_answer(content, options[0], language, pack, partial=options[1])
    for start in range(0, len(told), PIECE_BYTES):
        channel.send(PIECE, told[start : start + PIECE_BYTES])

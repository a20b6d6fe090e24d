"""Suggestions for a municipality: the one result of one request."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from attrs import evolve

from dluhy.documents.decoding import LIMITS
from dluhy.problems import InputError
from dluhy.report.suggestions import suggestions_report
from dluhy.report.written import as_json
from dluhy.suggesting import read_suggestions_request, suggestions_for
from dluhy_service.bodies import document_of
from dluhy_service.channel import PIECE
from dluhy_service.problems import day_placed

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy_service.channel import Channel


def run(channel: Channel, request: tuple[bytes, Language, int], pack: Pack) -> None:
    """Send the report as JSON; the request says the content, the language and the most rows."""
    content, language, most_rows = request
    limits = evolve(LIMITS, file_bytes=len(content), items=most_rows)
    asked = read_suggestions_request(document_of(content, limits), pack, sha256=sha256(content).hexdigest())
    try:
        found = suggestions_for(asked, pack)
    except InputError as error:
        place = "/as_of" if asked.case is None else "/case/as_of"
        raise type(error)([day_placed(problem, place) for problem in error.problems]) from None
    channel.send(PIECE, as_json(suggestions_report(*found, language)).encode())

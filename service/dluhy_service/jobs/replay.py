"""A result computed again by its receipt, from the content that it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.problems import InputError
from dluhy.replaying.again import replay_content
from dluhy.report.written import as_json
from dluhy_service.channel import PIECE
from dluhy_service.jobs.replay_document import asked_of

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.problems import Problem
    from dluhy_service.channel import Channel

_OF_RESULT: Final = frozenset({"receipt", "unknown_job", "other_pack", "other_program"})


def run(channel: Channel, request: tuple[bytes, int | None, bytes | None], pack: Pack) -> None:
    """Send what came of it as JSON.

    The request is a document with the most rows it may have, or a result (no rows are said) with its source.
    """
    content, most_rows, source = request
    result, source = (content, source) if most_rows is None else asked_of(content, most_rows)
    try:
        channel.send(PIECE, as_json(replay_content(result, source, pack=pack)).encode())
    except InputError as error:
        raise type(error)([_placed(problem) for problem in error.problems]) from None


def _placed(problem: Problem) -> Problem:
    """Return a problem with the pointer to the part of the request that it is about."""
    if problem.place.startswith("/"):
        return evolve(problem, place=f"/source{problem.place}")
    return evolve(problem, place="/result" if problem.code in _OF_RESULT else "/source")

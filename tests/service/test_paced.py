"""A large answer goes out in pieces, whole and in order; one that is not read is given up."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from dluhy_service.paced import PIECE, sent

if TYPE_CHECKING:
    from litestar.types import Message


def _body(content: bytes, *, more: bool = False) -> Any:  # noqa: ANN401 - a message
    return {"type": "http.response.body", "body": content, "more_body": more}


@pytest.mark.parametrize("size", [0, 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5])
@pytest.mark.parametrize("more", [False, True])
def test_what_is_sent_is_whole_in_pieces_of_which_only_the_last_says_so(size: int, more: bool) -> None:  # noqa: FBT001
    content = (bytes(range(256)) * (size // 256 + 1))[:size]
    given: list[Any] = []

    async def send(message: Message) -> None:
        given.append(message)

    assert asyncio.run(sent(send, _body(content, more=more), 1))
    assert b"".join(each["body"] for each in given) == content
    assert max(len(each["body"]) for each in given) <= PIECE
    assert [each["more_body"] for each in given] == [True] * (len(given) - 1) + [more]


def test_an_answer_that_nobody_reads_is_given_up() -> None:
    taken: list[Any] = []

    async def send(message: Message) -> None:
        if taken:
            await asyncio.Event().wait()
        taken.append(message)

    assert not asyncio.run(sent(send, _body(b"x" * 5 * PIECE), 0.01))
    assert len(taken) == 1

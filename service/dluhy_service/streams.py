"""A body that streams through a child: what it says is answered while the body still comes.

The sender has to read while it sends: where it does not, the answer waits for it, the child for the answer, the body
for the child, and after the idle limit the connection is closed. Memory holds some pieces, whatever the length.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

import msgspec
from attrs import define, field

from dluhy.problems import Problem
from dluhy_service.bodies import pieces_of, refused_problems, require_readable, too_large
from dluhy_service.channel import COUNTS, ITEM
from dluhy_service.guard import passport_of
from dluhy_service.negotiation import NDJSON
from dluhy_service.problems import Refusal, error_item
from dluhy_service.workers import DefectError

if TYPE_CHECKING:
    from litestar import Request
    from litestar.types import Receive, Scope, Send

    from dluhy.problems import Language
    from dluhy_service.channel import Message
    from dluhy_service.engine import Engine
    from dluhy_service.workers import Session

_PIECE: Final = 1 << 18


class _NotReadError(Exception):
    """The client does not read its answer."""


@define(eq=False)
class Streamed:
    """An answer that is made while the body comes: an application of its own, for one request."""

    request: Request[Any, Any, Any]
    engine: Engine
    job: str
    asked: Any
    _begun: bool = field(default=False, init=False)
    _fed: bool = field(default=False, init=False)
    """Whether the child was told that the body is over."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - the request has them
        """Answer; raises Refusal or DefectError before the answer has begun, after that its last line tells of it."""
        require_readable(self.request, self.engine.settings.stream_bytes)
        try:
            await self._answered(send)
        except _NotReadError:
            passport_of(self.request.scope).problem = "too-slow"  # an answer without an end: the connection is closed

    async def _answered(self, send: Send) -> None:
        try:
            await self._through(send)
            await self._send(send, b"", last=True)
        except (Refusal, DefectError) as error:
            if not self._begun:
                raise
            await self._broken_off(error, send)

    async def _through(self, send: Send) -> None:
        async with self.engine.pool.stream(self.job, self.asked) as session:
            feeding = asyncio.create_task(self._feed(session))
            try:
                while (message := await _next(session, feeding)) is not None:
                    if message[0] == ITEM:
                        await self._end(session, feeding)
                        raise refused_problems([Problem(*each) for each in message[1]])
                    if message[0] == COUNTS:
                        self.engine.teller.metrics.rows(self.request.scope["path_template"], *message[1])
                    else:
                        await self._send(send, message[1])
            except BaseException:
                session.over = session.over and self._fed  # what was still sent must not reach the child's next job
                raise
            finally:
                await _cancelled(feeding)

    async def _feed(self, session: Session) -> None:
        """Give the body to the child, piece by piece, and its end as None."""
        settings, size = self.engine.settings, 0
        pieces = pieces_of(self.request)
        while True:
            try:
                piece = await asyncio.wait_for(anext(pieces, None), settings.idle_seconds)
            except TimeoutError:
                raise Refusal("too-slow") from None
            if piece is None:
                break
            size += len(piece)
            if size > settings.stream_bytes:
                raise too_large(settings.stream_bytes)
            for start in range(0, len(piece), _PIECE):
                await session.send(piece[start : start + _PIECE])
        self._fed = True
        await session.send(None)

    async def _end(self, session: Session, feeding: asyncio.Task[None]) -> None:
        """Let a child that refused the list come to the end of its job."""
        await _cancelled(feeding)
        if not self._fed:
            self._fed = True
            await session.send(None)
        while await session.receive() is not None:
            pass

    async def _send(self, send: Send, body: bytes, *, last: bool = False) -> None:
        try:
            async with asyncio.timeout(self.engine.settings.idle_seconds):
                if not self._begun:
                    self._begun = True
                    await send({"type": "http.response.start", "status": 200, "headers": _headers(self.request)})
                await send({"type": "http.response.body", "body": body, "more_body": not last})
        except TimeoutError:
            raise _NotReadError from None

    async def _broken_off(self, error: Refusal | DefectError, send: Send) -> None:
        """End an answer that has begun with a line that says why it is no whole result."""
        from dluhy_service.app import defect_of, refusal_of  # noqa: PLC0415 - the application knows the routes

        passport, refusal = passport_of(self.request.scope), refusal_of(error)
        passport.problem = refusal.kind.name
        if isinstance(error, DefectError):
            passport.defect = defect_of(error)
        await self._send(send, _problems_line(refusal, passport.language), last=True)


async def _next(session: Session, feeding: asyncio.Task[None]) -> Message | None:
    """Return the child's next message; raises what went wrong with the body meanwhile."""
    receiving = asyncio.ensure_future(session.receive())
    try:
        while not receiving.done():
            waiting = {receiving} if feeding.done() else {receiving, feeding}
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            if feeding.done() and (error := feeding.exception()) is not None:
                raise error
        return receiving.result()
    finally:
        receiving.cancel()


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def _headers(request: Request[Any, Any, Any]) -> list[tuple[bytes, bytes]]:
    language = passport_of(request.scope).language
    return [(b"content-type", NDJSON.encode()), (b"content-language", language.encode())]


def _problems_line(refusal: Refusal, language: Language) -> bytes:
    own = Problem(refusal.kind.name, "", *refusal.detail)
    items = [error_item(problem, language) for problem in refusal.errors or (own,)]
    return msgspec.json.encode({"problems": items}) + b"\n"

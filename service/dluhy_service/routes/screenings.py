"""`POST /v1/screenings`: one case screened; cases that come at once are judged in one frame by a child process."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen
from litestar import Request, Response, post

from dluhy.case.reading import case_of
from dluhy.problems import Problem
from dluhy_service.bodies import document_of, json_bytes, refused_problems
from dluhy_service.requests import answered, engine_for, flag, form_for, language_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy_service.batching import Member
    from dluhy_service.workers import Pool

STRICT_LAW = "strict_law"
_SHARE: Final = 0.5
"""Of the time of a request, what a batch may take: where one case is slow, the rest is for trying the others alone."""


@frozen
class Asked:
    """A case that was read without errors, and how it is to be screened."""

    content: bytes
    language: Language
    strict_law: bool


@post("/v1/screenings", status_code=200)
async def screenings(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Screen one case: the answer is what `dluhy screen --json` writes."""
    form_for(request)
    strict_law = flag(request, STRICT_LAW)
    engine = engine_for(request)
    content = await json_bytes(request, engine.settings)
    await asyncio.to_thread(require_case, content, engine.pack)
    return answered(request, await engine.screenings.submit(Asked(content, language_for(request), strict_law)))


def require_case(content: bytes, pack: Pack) -> None:
    """Refuse what is no case, with every error at once."""
    case_of(document_of(content), pack)


def screened_in(pool: Pool) -> Callable[[Sequence[Member[Asked, bytes]]], Awaitable[None]]:
    """Return what screens a batch in a child; each case is answered as soon as it is done."""

    async def screened(batch: Sequence[Member[Asked, bytes]]) -> None:
        cases = [(each.value.content, each.value.language, each.value.strict_law) for each in batch]
        seconds = pool.settings.seconds * (1 if len(batch) == 1 else _SHARE)
        async with pool.job("screenings", cases, seconds) as session:
            while (message := await session.receive()) is not None:
                number, result, problems = message[1]
                if problems:
                    batch[number].refuse(refused_problems([Problem(*each) for each in problems]))
                else:
                    batch[number].answer(result)

    return screened

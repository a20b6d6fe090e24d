"""`POST /v1/deductions`: one payment, payslips, or rows of payments; rows that come at once are computed in one frame.

Rows are validated before they join a frame and are computed in this process: a few take less time than telling a child
of them. Larger documents, those whose reports explain themselves, and streams are left to a child.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from litestar import Request, post
from litestar.types import ASGIApp  # noqa: TC002 - read at run time

from dluhy.deductions.rows import ROWS, rows_of
from dluhy.report.payment_rows import row_answers
from dluhy_service.bodies import document_of, whole
from dluhy_service.negotiation import JSON, NDJSON, kind_of
from dluhy_service.requests import answered, engine_for, form_for, language_for, require_no_parameters
from dluhy_service.streams import Streamed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from dluhy.deductions.rows import PaymentRows
    from dluhy.law.pack import Pack
    from dluhy_service.batching import Member

TAKEN: Final = (JSON, NDJSON)
"""What a body may be."""
SMALL_BYTES: Final = 16_000
"""A larger document is left to a child: reading it here would keep others waiting."""
_SMALL_BATCH: Final = 256
"""Rows that are computed at once in the loop; more go to a thread."""


@post("/v1/deductions", status_code=200)
async def deductions(request: Request[Any, Any, Any]) -> ASGIApp:
    """Compute deductions: the answer is what `dluhy deduct --json` writes for the same document, or for a list."""
    kind = kind_of(request.headers.get("content-type", ""), TAKEN)
    form_for(request, (NDJSON if kind == NDJSON else JSON,))
    require_no_parameters(request)
    engine = engine_for(request)
    if kind == NDJSON:
        asked = (None, language_for(request), engine.settings.row_bytes)
        return Streamed(request, engine, "deductions", asked)
    content = await whole(request, engine.settings, engine.settings.json_bytes)
    if len(content) <= SMALL_BYTES:
        document = document_of(content)
        if ROWS in document:
            return answered(request, await engine.payments.submit(rows_of(document, content, engine.pack)))
    return answered(request, await engine.pool.whole("deductions", (content, language_for(request), 0)))


def computed_by(pack: Pack) -> Callable[[Sequence[Member[PaymentRows, bytes]]], Awaitable[None]]:
    """Return what computes a batch in one frame."""

    async def computed(batch: Sequence[Member[PaymentRows, bytes]]) -> None:
        asked = [member.value for member in batch]
        if sum(len(each.rows) for each in asked) <= _SMALL_BATCH:
            answers = row_answers(asked, pack)
        else:
            answers = await asyncio.to_thread(row_answers, asked, pack)
        for member, answer in zip(batch, answers, strict=True):
            member.answer(answer.content)

    return computed

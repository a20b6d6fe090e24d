"""`POST /v1/municipal/suggestions`: what a municipality should do by a case, or by what is known of the place."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from litestar import Request, Response, post

from dluhy.suggesting import read_suggestions_request
from dluhy_service.bodies import document_of, json_bytes, limits_of
from dluhy_service.requests import answered, engine_for, form_for, language_for, require_no_parameters

if TYPE_CHECKING:
    from dluhy.documents.decoding import Limits
    from dluhy.law.pack import Pack


@post("/v1/municipal/suggestions", status_code=200)
async def suggestions(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Suggest what a municipality should do: the answer is what `dluhy municipal suggest --json` writes."""
    form_for(request)
    require_no_parameters(request)
    engine = engine_for(request)
    content = await json_bytes(request, engine.settings)
    limits = limits_of(engine.settings)
    await asyncio.to_thread(_require_sound, content, limits, engine.pack)
    return answered(request, await engine.pool.whole("suggestions", (content, language_for(request), limits.items)))


def _require_sound(content: bytes, limits: Limits, pack: Pack) -> None:
    """Refuse what is no request, with every error at once, before a child is taken for it."""
    read_suggestions_request(document_of(content, limits), pack)

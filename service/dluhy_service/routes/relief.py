"""`POST /v1/relief`: debt relief of one case, without the other topics of a screening."""

from __future__ import annotations

import asyncio
from typing import Any

from litestar import Request, Response, post

from dluhy_service.bodies import json_bytes
from dluhy_service.requests import answered, engine_for, flag, form_for, language_for
from dluhy_service.routes.screenings import STRICT_LAW, require_case


@post("/v1/relief", status_code=200)
async def relief(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Tell of each debtor whether debt relief is open and what it would bring: what `dluhy relief --json` writes."""
    form_for(request)
    strict_law = flag(request, STRICT_LAW)
    engine = engine_for(request)
    content = await json_bytes(request, engine.settings)
    await asyncio.to_thread(require_case, content, engine.pack)
    return answered(request, await engine.pool.whole("relief", (content, language_for(request), strict_law)))

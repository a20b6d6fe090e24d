"""`POST /v1/replay`: a result computed again by its receipt and compared; nothing of either is kept."""

from __future__ import annotations

import asyncio
from typing import Any

from litestar import Request, Response, post

from dluhy_service.bodies import whole
from dluhy_service.jobs.replay_document import RESULT, SOURCE, Asked, no_result, problem
from dluhy_service.multipart_forms import MULTIPART, parts_of
from dluhy_service.negotiation import JSON, kind_of
from dluhy_service.problems import Refusal
from dluhy_service.requests import answered, engine_for, form_for, require_no_parameters


@post("/v1/replay", status_code=200)
async def replay(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Compute a result again: what came of it, field by field of the receipt, and whether it is the same."""
    content_type = request.headers.get("content-type", "")
    kind = kind_of(content_type, (JSON, MULTIPART))
    form_for(request)
    require_no_parameters(request)
    engine = engine_for(request)
    content = await whole(request, engine.settings, engine.settings.upload_bytes)
    if kind == JSON:  # as large as an upload, so it is read where reading has limits
        return answered(request, await engine.pool.whole("replay", (content, engine.settings.rows, None)))
    result, source = await asyncio.to_thread(_of_form, content_type, content)
    return answered(request, await engine.pool.whole("replay", (result, None, source)))


def _of_form(content_type: str, content: bytes) -> Asked:
    """Return the result and its source as the two files of a form."""
    parts = parts_of(content_type, content)
    names = [name for name, _ in parts]
    problems = [problem("unknown_key", "", "", "") for name in names if name not in {RESULT, SOURCE}]
    problems += [
        problem("duplicate_field", name, "pole stojí víckrát", "the field stands more than once")
        for name in (RESULT, SOURCE)
        if names.count(name) > 1
    ]
    found = dict(parts)
    if RESULT not in found:
        problems.append(no_result())
    if problems:
        raise Refusal("invalid", problems)
    return found[RESULT], found.get(SOURCE)

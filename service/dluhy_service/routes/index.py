"""`POST /v1/index`: the index of social exclusion, by a document or by a file of inputs."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from litestar import Request, Response, post

from dluhy_service.bodies import document_of, whole
from dluhy_service.negotiation import CSV, JSON, XLSX, kind_of
from dluhy_service.problems import Refusal
from dluhy_service.requests import answered, engine_for, form_for, language_for, parameters, require_no_parameters

if TYPE_CHECKING:
    from dluhy_service.jobs.index import FileOptions
    from dluhy_service.parameters import Parameters

TAKEN: Final = (JSON, CSV, XLSX)
"""What a body may be."""
YEAR, PARTIAL = "year", "partial"
"""Parameters of a file, which cannot say so itself."""


@post("/v1/index", status_code=200)
async def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Compute the index: the answer is what `dluhy index --json` writes for the same municipalities."""
    kind = kind_of(request.headers.get("content-type", ""), TAKEN)
    form_for(request)
    engine = engine_for(request)
    settings = engine.settings
    options = None if kind == JSON else _options(parameters(request, (YEAR, PARTIAL)))
    if options is None:
        require_no_parameters(request)
    content = await whole(request, settings, settings.json_bytes if options is None else settings.upload_bytes)
    if options is None:
        await asyncio.to_thread(document_of, content)
    try:
        told = await engine.pool.whole("index", (content, language_for(request), options))
    except Refusal as refusal:
        if options is not None and refusal.kind.name == "malformed":  # a file is no JSON: its content is wrong
            raise Refusal("invalid", refusal.errors) from None
        raise
    return answered(request, told)


def _options(given: Parameters) -> FileOptions:
    year = given.matching(YEAR, "[0-9]{4}", "čeká se rok jako 2023", "a year such as 2023 is expected")
    partial = given.flag(PARTIAL)
    given.require_sound()
    return None if year is None else int(year), partial

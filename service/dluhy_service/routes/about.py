"""Whether the service lives and is ready, and of which versions it is."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from litestar import Request, Response, get

from dluhy import program_version
from dluhy_service.problems import Refusal
from dluhy_service.requests import answered, engine_for, form_for, require_no_parameters
from dluhy_service.workers import RETRY_AFTER

PROMETHEUS = "text/plain"
_STARTING: Final = (
    "Služba se teprve spouští, nebo se právě vyměňují všechny její podřízené procesy.",
    "The service is starting, or all its children are being replaced.",
)


@get("/health/live")
async def live(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Tell that the process answers."""
    require_no_parameters(request)
    form_for(request)
    return answered(request, b'{"status":"ok"}')


@get("/health/ready")
async def ready(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Tell that requests are taken; 503 at start and while the service stops."""
    require_no_parameters(request)
    form_for(request)
    engine = engine_for(request)
    if not engine.ready:
        if engine.stopping:
            raise Refusal("stopping", headers=RETRY_AFTER)
        raise Refusal("busy", detail=_STARTING, headers=RETRY_AFTER)
    return answered(request, b'{"status":"ready"}')


@get("/version")
async def version(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Tell the versions of the program and the pack, and the pack's hash."""
    require_no_parameters(request)
    form_for(request)
    pack = engine_for(request).pack
    said = {
        "program": program_version(),
        "pack": pack.info.id,
        "pack_version": pack.info.version,
        "pack_hash": pack.hash,
    }
    return answered(request, msgspec.json.encode(said))


@get("/metrics")
async def metrics(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Give the figures of this worker for Prometheus; nothing of them is about a person."""
    require_no_parameters(request)
    form_for(request, (PROMETHEUS,))
    engine = engine_for(request)
    figures = engine.teller.metrics
    figures.children_busy.set(engine.pool.busy)
    figures.queue_length.set(engine.pool.waiting + engine.screenings.waiting + engine.payments.waiting)
    content, form = figures.render()
    return answered(request, content, form)

"""`GET /openapi.json` and the page that shows it: our own document, vendored files, nothing from elsewhere."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from litestar import Request, Response, get
from litestar.params import FromPath  # noqa: TC002 - read at run time

from dluhy_service.etags import tagged
from dluhy_service.negotiation import JSON
from dluhy_service.openapi import page
from dluhy_service.openapi.document import description
from dluhy_service.problems import Refusal
from dluhy_service.requests import answered, engine_for, form_for, require_no_parameters

_HTML: Final = "text/html"


@get("/openapi.json")
async def openapi_json(request: Request[Any, Any, Any]) -> Response[Any]:
    """Give the description of the whole interface."""
    require_no_parameters(request)
    form_for(request)
    found = await asyncio.to_thread(description, engine_for(request).pack)
    return tagged(request, found.content, JSON, found.etag)


@get("/docs")
async def docs(request: Request[Any, Any, Any]) -> Response[Any]:
    """Give the page of the interface."""
    require_no_parameters(request)
    _require_page(request)
    form_for(request, (_HTML,))
    return answered(request, page.PAGE, _HTML, page.HEADERS)


@get("/docs/{name:str}")
async def docs_asset(request: Request[Any, Any, Any], name: FromPath[str]) -> Response[Any]:
    """Give a file of the page."""
    require_no_parameters(request)
    _require_page(request)
    if name not in page.ASSETS:
        raise Refusal("not-found")
    form = page.ASSETS[name]
    form_for(request, (form,))
    found = page.asset(name)
    return tagged(request, found.content, form, found.etag, page.HEADERS)


def _require_page(request: Request[Any, Any, Any]) -> None:
    if not engine_for(request).settings.docs:
        raise Refusal("not-found")

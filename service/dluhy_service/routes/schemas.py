"""`GET /v1/schemas`: the JSON Schemas of documents, one by one."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, Response, get
from litestar.params import FromPath  # noqa: TC002 - read at run time

from dluhy.problems import Problem
from dluhy_service.etags import tag_of, tagged
from dluhy_service.negotiation import JSON
from dluhy_service.openapi import published
from dluhy_service.problems import Refusal
from dluhy_service.requests import engine_for, form_for, require_no_parameters


@get("/v1/schemas")
async def schemas(request: Request[Any, Any, Any]) -> Response[Any]:
    """Tell which schemas there are."""
    require_no_parameters(request)
    form_for(request)
    content = msgspec.json.encode(published.listing(engine_for(request).pack))
    return tagged(request, content, JSON, tag_of(content))


@get("/v1/schemas/{name:str}")
async def schema(request: Request[Any, Any, Any], name: FromPath[str]) -> Response[Any]:
    """Give one schema, the text that the command line prints."""
    require_no_parameters(request)
    form_for(request, (published.MEDIA_TYPE, JSON))
    if name not in published.NAMES:
        names = ", ".join(published.NAMES)
        raise Refusal("not-found", [Problem("unknown_schema", "", f"schémata jsou: {names}", f"schemas are: {names}")])
    found = published.published(name, engine_for(request).pack)
    return tagged(request, found.content, published.MEDIA_TYPE, found.etag)

"""`POST /v1/minors/checks`: a list checked for debts that arose in childhood, as rows, a stream or a file."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from litestar import Request, post
from litestar.types import ASGIApp  # noqa: TC002 - read at run time

from dluhy.intake.row_document import read_rows
from dluhy_service.bodies import document_of, limits_of, whole
from dluhy_service.channel import COUNTS
from dluhy_service.jobs.minors import Asked
from dluhy_service.jobs.stream import Asked as StreamAsked
from dluhy_service.list_options import IN_FORM, IN_QUERY, IN_STREAM, ListOptions, options_of
from dluhy_service.multipart_forms import MULTIPART, form_of
from dluhy_service.negotiation import CSV, JSON, NDJSON, XLSX, kind_of
from dluhy_service.problems import Refusal
from dluhy_service.requests import answered, engine_for, form_for, language_for, parameters, require_no_parameters
from dluhy_service.streams import Streamed

if TYPE_CHECKING:
    from dluhy.intake.row_document import RowDocument
    from dluhy_service.engine import Engine
    from dluhy_service.settings import Settings

TAKEN: Final = (JSON, NDJSON, MULTIPART, CSV, XLSX)
"""What a body may be."""
GIVEN: Final = (JSON, NDJSON, CSV, XLSX)
"""What the answer may be; the first where the client does not care."""
GIVEN_TO_STREAM: Final = (NDJSON, JSON, CSV, XLSX)
JUDGED, REJECTED = "Dluhy-Rows-Judged", "Dluhy-Rows-Rejected"
_FORMS: Final = {JSON: "json", NDJSON: "ndjson", CSV: "csv", XLSX: "xlsx"}
_NAMES: Final = {CSV: "vysledek.csv", XLSX: "vysledek.xlsx"}
"""What a file that is downloaded is called: always the same, nothing of the list."""


@post("/v1/minors/checks", status_code=200)
async def minors_checks(request: Request[Any, Any, Any]) -> ASGIApp:
    """Check a list: the answer is what `dluhy minors check` writes, in the form of Accept."""
    kind = kind_of(request.headers.get("content-type", ""), TAKEN)
    form = form_for(request, GIVEN_TO_STREAM if kind == NDJSON else GIVEN)
    if kind == NDJSON and form == NDJSON:
        return _streamed(request)
    if kind == JSON:
        asked = await _of_rows(request, form)
    elif kind == MULTIPART:
        asked = await _of_form(request, form)
    else:
        asked = await _of_file(request, form)
    return await _whole(request, asked, form, file=kind != JSON)


def _streamed(request: Request[Any, Any, Any]) -> ASGIApp:
    engine = engine_for(request)
    options = options_of(parameters(request, IN_STREAM))
    asked = StreamAsked(as_of=options.as_of, language=language_for(request), only=options.only,  # type: ignore[arg-type]  # checked
                        pseudonymise=options.pseudonymise, line_bytes=engine.settings.row_bytes)  # fmt: skip
    return Streamed(request, engine, "stream", asked)


async def _of_rows(request: Request[Any, Any, Any], form: str) -> Asked:
    engine = engine_for(request)
    require_no_parameters(request)
    content = await whole(request, engine.settings, engine.settings.json_bytes)
    rows = await asyncio.to_thread(_rows, content, engine)
    return Asked(content=rows.content, rows=True, as_of=rows.as_of, form=_FORMS[form], language=language_for(request),  # type: ignore[arg-type]  # checked
                 only=rows.only, pseudonymise=rows.pseudonymise)  # type: ignore[arg-type]  # checked  # fmt: skip


def _rows(content: bytes, engine: Engine) -> RowDocument:
    """Refuse what is no list, with every error at once, before a child is taken for it."""
    return read_rows(document_of(content, limits_of(engine.settings)), engine.pack)


async def _of_form(request: Request[Any, Any, Any], form: str) -> Asked:
    settings = engine_for(request).settings
    require_no_parameters(request)
    body = await whole(request, settings, settings.upload_bytes)
    sent = await asyncio.to_thread(form_of, request.headers.get("content-type", ""), body, IN_FORM)
    return _of_content(request, sent.file, options_of(sent.fields), form)


async def _of_file(request: Request[Any, Any, Any], form: str) -> Asked:
    settings = engine_for(request).settings
    options = options_of(parameters(request, IN_QUERY))
    return _of_content(request, await whole(request, settings, settings.upload_bytes), options, form)


def _of_content(request: Request[Any, Any, Any], content: bytes, options: ListOptions, form: str) -> Asked:
    settings: Settings = engine_for(request).settings
    return Asked(
        content=content, as_of=options.as_of, form=_FORMS[form], language=language_for(request),  # type: ignore[arg-type]  # checked
        only=options.only, pseudonymise=options.pseudonymise, sheet=options.sheet,  # type: ignore[arg-type]  # checked
        municipality=options.municipality, most_rows=settings.rows, seconds=settings.seconds,
    )  # fmt: skip


async def _whole(request: Request[Any, Any, Any], asked: Asked, form: str, *, file: bool) -> ASGIApp:
    try:
        counts, content = await _done(engine_for(request), asked)
        engine_for(request).teller.metrics.rows(request.scope["path_template"], *counts)
    except Refusal as refusal:
        if file and refusal.kind.name == "malformed":  # a file is no JSON: what is wrong with it is its content
            raise Refusal("invalid", refusal.errors) from None
        raise
    headers = {JUDGED: str(counts[0]), REJECTED: str(counts[1])}
    if form in _NAMES:
        headers["Content-Disposition"] = f'attachment; filename="{_NAMES[form]}"'
    return answered(request, content, form, headers)


async def _done(engine: Engine, asked: Asked) -> tuple[tuple[int, int], bytes]:
    """Return how many rows were judged and rejected, and the result."""
    counts, pieces = (0, 0), []
    async with engine.pool.job("minors", asked) as session:
        while (message := await session.receive()) is not None:
            if message[0] == COUNTS:
                counts = message[1]
            else:
                pieces.append(message[1])
    return counts, b"".join(pieces)

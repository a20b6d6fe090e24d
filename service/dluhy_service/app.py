"""The application: routes over the library, one place where errors become problems, the guard around everything."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from litestar import Litestar, Response
from litestar.exceptions import HTTPException

from dluhy.problems import InputError
from dluhy_service.bodies import refused
from dluhy_service.child import frames_of
from dluhy_service.engine import engine_of
from dluhy_service.guard import Guard, passport_of
from dluhy_service.keys import KeyStore
from dluhy_service.multipart_forms import MULTIPART
from dluhy_service.negotiation import JSON
from dluhy_service.problems import MEDIA_TYPE, Refusal, day_placed, encoded, of_status
from dluhy_service.routes import HANDLERS
from dluhy_service.workers import DefectError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from litestar import Request

    from dluhy_service.settings import Settings

_WITH_DAY = (JSON, MULTIPART)
"""Bodies that say the day to judge by themselves; with others it is a parameter."""


def create_app(settings: Settings) -> Guard:
    """Return the service by its settings; raises PackError where the law does not hold together."""
    engine = engine_of(settings)

    @asynccontextmanager
    async def running(_: Litestar) -> AsyncIterator[None]:
        await engine.start()
        try:
            yield
        finally:
            await engine.stop()

    app = Litestar(
        HANDLERS,
        openapi_config=None,
        lifespan=[running],
        exception_handlers={Exception: told},
        request_max_body_size=None,  # every route has its own limit
        logging_config=None,
        debug=False,
    )
    app.state.engine = engine
    return Guard(app, settings, KeyStore(settings.keys_file), engine.teller)


def told(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """Return what became of a request that raised: a problem, whatever was raised."""
    passport, refusal = passport_of(request.scope), refusal_of(error)
    in_body = request.headers.get("content-type", "").strip().lower().startswith(_WITH_DAY)
    refusal.errors = tuple(day_placed(each, "/as_of" if in_body else "?as_of") for each in refusal.errors)
    passport.problem = refusal.kind.name
    if passport.problem == "failed":
        passport.defect = defect_of(error)
    return Response(
        encoded(refusal, passport.language, passport.request_id),
        status_code=refusal.kind.status,
        media_type=MEDIA_TYPE,
        headers={"Content-Language": passport.language, **refusal.headers},
    )


def refusal_of(error: Exception) -> Refusal:
    """Return the refusal that an error means; whatever nobody foresaw is a defect of the program."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, InputError):
        return refused(error)
    if isinstance(error, HTTPException):
        return Refusal(of_status(error.status_code), headers=_with_head(error.headers or {}))
    return Refusal("failed")


def _with_head(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers whose Allow also names HEAD, which the guard answers wherever GET is."""
    allowed = {name: value for name, value in headers.items() if name.lower() == "allow" and "GET" in value.split(", ")}
    return {**headers, **{name: f"{value}, HEAD" for name, value in allowed.items() if "HEAD" not in value}}


def defect_of(error: Exception) -> dict[str, str]:
    """Return what a log may say of a defect: the type of the error and where it arose, never its text."""
    if isinstance(error, DefectError):
        return {"error": error.name, "frames": " < ".join(reversed(error.frames))}
    return {"error": type(error).__name__, "frames": " < ".join(reversed(list(frames_of(error))))}

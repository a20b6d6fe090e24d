"""What every route asks of a request: the engine, the language, the answer's form, parameters that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dluhy_service.answer import Answer
from dluhy_service.guard import header_of, passport_of
from dluhy_service.negotiation import JSON, form_of
from dluhy_service.parameters import Parameters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from litestar import Request

    from dluhy.problems import Language
    from dluhy_service.engine import Engine


def engine_for(request: Request[Any, Any, Any]) -> Engine:
    """Return the parts of the service."""
    found: Engine = request.app.state.engine
    return found


def language_for(request: Request[Any, Any, Any]) -> Language:
    """Return the language to answer in."""
    language: Language = passport_of(request.scope).language
    return language


def form_for(request: Request[Any, Any, Any], offered: Sequence[str] = (JSON,)) -> str:
    """Return the form of the answer; Refusal 406."""
    return form_of(header_of(request.scope, b"accept"), tuple(offered))


def parameters(request: Request[Any, Any, Any], known: Sequence[str]) -> Parameters:
    """Return the parameters of the query, with an error for each that is not known or stands twice."""
    query = request.query_params
    found = Parameters({name: query[name] for name in known if name in query}, "query")
    names = ", ".join(known)
    cs = f"takový parametr tu není; jsou tu: {names}" if known else "tady žádné parametry nejsou"
    en = f"there is no such parameter; there are: {names}" if known else "there are no parameters here"
    for name in query:
        if name not in known:
            found.wrong("", "unknown_parameter", cs, en)
    for name in known:
        if len(query.getall(name, [])) > 1:
            found.wrong(name, "duplicate_parameter", "parametr stojí víckrát", "the parameter stands more than once")
    return found


def require_no_parameters(request: Request[Any, Any, Any]) -> None:
    """Refuse (400) a request with any parameter."""
    parameters(request, ()).require_sound()


def flag(request: Request[Any, Any, Any], name: str) -> bool:
    """Return the only parameter of a request, `true` or `false`; false where it is absent; Refusal 400."""
    given = parameters(request, (name,))
    value = given.flag(name)
    given.require_sound()
    return value


def answered(
    request: Request[Any, Any, Any], content: bytes, form: str = JSON, headers: Mapping[str, str] | None = None
) -> Answer:
    """Return an answer with its form and language."""
    told = {"Content-Language": language_for(request), **(headers or {})}
    return Answer(content, form, told)

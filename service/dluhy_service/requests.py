"""What every route asks of a request: the engine, the language, the answer's form, parameters that are known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from dluhy.problems import Problem
from dluhy_service.answer import Answer
from dluhy_service.guard import header_of, passport_of
from dluhy_service.negotiation import JSON, form_of
from dluhy_service.problems import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from litestar import Request

    from dluhy.problems import Language
    from dluhy_service.engine import Engine

_FLAGS: Final = {"true": True, "false": False}


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


def parameters(request: Request[Any, Any, Any], known: Sequence[str] = ()) -> Mapping[str, str]:
    """Return the parameters of the query; Refusal 400 where one is not known or stands twice.

    Parameters are never personal: whatever is said of people goes into bodies.
    """
    query = request.query_params
    names = ", ".join(known)
    cs = f"takový parametr tu není; jsou tu: {names}" if known else "tady žádné parametry nejsou"
    en = f"there is no such parameter; there are: {names}" if known else "there are no parameters here"
    problems = [Problem("unknown_parameter", "?", cs, en) for name in query if name not in known]
    problems += [
        Problem("duplicate_parameter", f"?{name}", "parametr stojí víckrát", "the parameter stands more than once")
        for name in known
        if len(query.getall(name, [])) > 1
    ]
    if problems:
        raise Refusal("bad-request", problems)
    return {name: query[name] for name in known if name in query}


def flag(given: Mapping[str, str], name: str) -> bool:
    """Return a parameter that is `true` or `false`; false where it is absent; Refusal 400."""
    value = _FLAGS.get(given.get(name, "false"))
    if value is None:
        cs, en = "čeká se true nebo false", "true or false is expected"
        raise Refusal("bad-request", [Problem("boolean", f"?{name}", cs, en)])
    return value


def day(given: Mapping[str, str], name: str) -> date | None:
    """Return a parameter that is a day as YYYY-MM-DD, None where it is absent; Refusal 400."""
    text = given.get(name)
    if text is None:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        cs, en = "čeká se den jako 2026-11-21", "a day such as 2026-11-21 is expected"
        raise Refusal("bad-request", [Problem("date_form", f"?{name}", cs, en)])
    return found


def answered(
    request: Request[Any, Any, Any], content: bytes, form: str = JSON, headers: Mapping[str, str] | None = None
) -> Answer:
    """Return an answer with its form and language."""
    told = {"Content-Language": language_for(request), **(headers or {})}
    return Answer(content, form, told, engine_for(request).settings.idle_seconds)

"""The law by which the service judges: rules, dated amounts, closed vocabularies; both languages in one answer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from litestar import Request, Response, get
from litestar.params import FromPath  # noqa: TC002 - read when the routes are made

from dluhy.report.law_amounts import amounts_values
from dluhy.report.law_values import kinds_values, rule_value, rules_values
from dluhy.report.written import as_json
from dluhy_service.etags import tag_of, tagged
from dluhy_service.negotiation import JSON
from dluhy_service.problems import Refusal
from dluhy_service.requests import engine_for, form_for, parameters, require_no_parameters

if TYPE_CHECKING:
    from datetime import date

    from dluhy.law.pack import Pack

AS_OF: Final = "as_of"
_DAYS: Final = 64
"""For how many days the amounts are remembered: they are asked for again and again for the same."""
_RULES: Final = 1_024


@get("/v1/rules")
async def rules(request: Request[Any, Any, Any]) -> Response[Any]:
    """List the rules: id, topic, title, what follows, evidence."""
    require_no_parameters(request)
    form_for(request)
    return _told(request, _rules(engine_for(request).pack))


@get("/v1/rules/{rule_id:str}")
async def rule(request: Request[Any, Any, Any], rule_id: FromPath[str]) -> Response[Any]:
    """Show one rule: sentence, reasoning, conditions, citations with links, evidence, steps."""
    require_no_parameters(request)
    form_for(request)
    pack = engine_for(request).pack
    if rule_id not in pack.rules:
        raise Refusal("not-found", detail=("Pravidlo s tímto označením v sadě není.", "The pack has no such rule."))
    return _told(request, _rule(pack, rule_id))


@get("/v1/amounts")
async def amounts(request: Request[Any, Any, Any]) -> Response[Any]:
    """Tell every dated amount as it holds on a day; what is not known on it is told so."""
    given = parameters(request, (AS_OF,))
    as_of = given.day(AS_OF)
    given.require_sound()
    form_for(request)
    return _told(request, _amounts(engine_for(request).pack, cast("date", as_of)))


@get("/v1/kinds")
async def kinds(request: Request[Any, Any, Any]) -> Response[Any]:
    """Tell the closed vocabularies: every code with its labels."""
    require_no_parameters(request)
    form_for(request)
    return _told(request, _kinds(engine_for(request).pack))


def _told(request: Request[Any, Any, Any], content: bytes) -> Response[Any]:
    return tagged(request, content, JSON, tag_of(content))


@lru_cache(1)
def _rules(pack: Pack) -> bytes:
    return as_json(rules_values(pack)).encode()


@lru_cache(_RULES)
def _rule(pack: Pack, rule_id: str) -> bytes:
    return as_json(rule_value(pack, rule_id)).encode()


@lru_cache(_DAYS)
def _amounts(pack: Pack, as_of: date) -> bytes:
    return as_json(amounts_values(pack, as_of)).encode()


@lru_cache(1)
def _kinds(pack: Pack) -> bytes:
    return as_json(kinds_values(pack)).encode()

"""Operations about the law and the published schemas."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from dluhy.report.law_amounts import amounts_values
from dluhy.report.law_values import RuleLine, RuleValue, VocabularyValue, kinds_values, rule_value, rules_values
from dluhy_service.openapi import published
from dluhy_service.openapi.components import answer
from dluhy_service.openapi.examples import as_sent, shortened
from dluhy_service.openapi.hoisting import reference
from dluhy_service.openapi.values import JSON, Both, Media, Method, Operation

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_DAY: Final = date(2026, 11, 21)
_GET: Final[Method] = "get"
_TAGGED: Final[dict[str, Any]] = {
    "method": _GET, "tag": "law", "key": "any", "headers": ("ETag",), "not_modified": True
}  # fmt: skip
"""What all of them have: they change only with the pack."""


def operations(pack: Pack) -> tuple[Operation, ...]:
    """Return them."""
    return (_rules(pack), _rule(pack), _amounts(pack), _kinds(pack), *_schemas(pack))


def _rules(pack: Pack) -> Operation:
    return Operation(
        path="/v1/rules", id="rules",
        summary=Both("Seznam pravidel", "The list of rules"),
        description=Both("Co které pravidlo říká a jak jisté to je.", "What each rule says and how firm it is."),
        answers={JSON: Media(_several(RuleLine), {"shortened": shortened(rules_values(pack))})},
        parameters=("If-None-Match",), **_TAGGED,
    )  # fmt: skip


def _rule(pack: Pack) -> Operation:
    told = as_sent(rule_value(pack, next(iter(pack.rules))))
    return Operation(
        path="/v1/rules/{rule_id}", id="rule",
        summary=Both("Jedno pravidlo", "One rule"),
        description=Both(
            "Věta, odůvodnění, podmínky, ustanovení s odkazy, jistota a žebříčky kroků.",
            "Sentence, reasoning, conditions, provisions with links, evidence and ladders of steps.",
        ),
        answers={JSON: Media(answer(RuleValue), {"rule": told})},
        parameters=("rule_id", "If-None-Match"), refusals=("not-found",), **_TAGGED,
    )  # fmt: skip


def _amounts(pack: Pack) -> Operation:
    return Operation(
        path="/v1/amounts", id="amounts",
        summary=Both("Částky k jednomu dni", "Amounts on a day"),
        description=Both(
            "Každá datovaná částka, jak toho dne platí; co se toho dne nezná, hodnotu nemá a říká proč.",
            "Every dated amount as it holds on the day; what is not known on it has no value and says why.",
        ),
        answers={JSON: Media(reference("AmountsReport"), {"shortened": shortened(amounts_values(pack, _DAY))})},
        parameters=("as_of", "If-None-Match"), **_TAGGED,
    )  # fmt: skip


def _kinds(pack: Pack) -> Operation:
    return Operation(
        path="/v1/kinds", id="kinds",
        summary=Both("Číselníky", "Closed vocabularies"),
        description=Both("Každý kód s popisky; kódy se nemění.", "Every code with its labels; codes are stable."),
        answers={JSON: Media(_several(VocabularyValue), {"shortened": shortened(kinds_values(pack)[:1])})},
        parameters=("If-None-Match",), **_TAGGED,
    )  # fmt: skip


def _schemas(pack: Pack) -> tuple[Operation, ...]:
    shown = published.schema("problem", pack)
    return (
        Operation(
            path="/v1/schemas", id="schemas",
            summary=Both("Seznam schémat", "The list of schemas"),
            description=Both("Schémata toho, co se posílá a vyměňuje.", "JSON Schema of what is sent and exchanged."),
            answers={JSON: Media(reference("Schemas"), {"schemas": published.listing(pack)})},
            parameters=("If-None-Match",), **_TAGGED,
        ),
        Operation(
            path="/v1/schemas/{name}", id="schema",
            summary=Both("Jedno schéma", "One schema"),
            description=Both(
                "JSON Schema 2020-12 s českými a anglickými názvy; kódy jsou ty, které zná sada pravidel.",
                "JSON Schema 2020-12 with Czech and English titles; codes are those of the pack of rules.",
            ),
            answers={published.MEDIA_TYPE: Media(reference("JsonSchema"), {"problem": shown})},
            parameters=("schema_name", "If-None-Match"), refusals=("not-found",), **_TAGGED,
        ),
    )  # fmt: skip


def _several(kind: type) -> dict[str, Any]:
    return {"type": "array", "items": answer(kind)}

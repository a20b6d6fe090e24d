"""Operations about the law and the published schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy_service.openapi import published
from dluhy_service.openapi.hoisting import reference
from dluhy_service.openapi.values import JSON, Both, Media, Operation

if TYPE_CHECKING:
    from dluhy.law.pack import Pack


def operations(pack: Pack) -> tuple[Operation, ...]:
    """Return them."""
    return (*_schemas(pack),)


def _schemas(pack: Pack) -> tuple[Operation, ...]:
    shown = published.schema("problem", pack)
    return (
        Operation(
            method="get", path="/v1/schemas", id="schemas", tag="law", key="any",
            summary=Both("Seznam schémat", "The list of schemas"),
            description=Both("Schémata toho, co se posílá a vyměňuje.", "JSON Schema of what is sent and exchanged."),
            answers={JSON: Media(reference("Schemas"), {"schemas": published.listing(pack)})},
            parameters=("If-None-Match",), headers=("ETag",), not_modified=True,
        ),
        Operation(
            method="get", path="/v1/schemas/{name}", id="schema", tag="law", key="any",
            summary=Both("Jedno schéma", "One schema"),
            description=Both(
                "JSON Schema 2020-12 s českými a anglickými názvy; kódy jsou ty, které zná sada pravidel.",
                "JSON Schema 2020-12 with Czech and English titles; codes are those of the pack of rules.",
            ),
            answers={published.MEDIA_TYPE: Media(reference("JsonSchema"), {"problem": shown})},
            parameters=("schema_name", "If-None-Match"), headers=("ETag",), refusals=("not-found",), not_modified=True,
        ),
    )  # fmt: skip

"""The published JSON Schema of the case document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dluhy.case.model import Case
from dluhy.documents.schema import as_text, document_schema

if TYPE_CHECKING:
    from dluhy.law.pack import Pack


def case_schema(pack: Pack) -> dict[str, Any]:
    """Return the JSON Schema of the case document; codes and questions are those of the pack."""
    return document_schema(
        Case,
        pack,
        identity="urn:dluhy:case:1",
        title="Případ klienta / A client’s case",
        description="Povinné jsou ref a as_of; neuvedené je neznámé, prázdný seznam znamená, že nic takového není."
        " / Only ref and as_of are required; absent is unknown, an empty list is none.",
    )


def schema_text(pack: Pack) -> str:
    """Return the schema as the text that is published."""
    return as_text(case_schema(pack))

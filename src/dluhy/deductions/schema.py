"""The published JSON Schema of the documents about deductions: one payment, past payslips, or many payments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.deductions.document import DeductionDocument, PayslipsDocument, RowsDocument
from dluhy.documents.schema import as_text, document_schema

if TYPE_CHECKING:
    from dluhy.documents.fields import Part
    from dluhy.law.pack import Pack

_TITLE: Final = "Srážky ze mzdy a jiných příjmů / Deductions from wages and other income"
_DESCRIPTION: Final = (
    "Jedna výplata (povinné je paid_on), výplatní pásky ke kontrole (povinné je payslips), nebo mnoho výplat (povinné"
    " je rows). Neuvedené je neznámé, prázdný seznam znamená, že nic takového není. / One payment (paid_on is"
    " required), payslips to check (payslips is required), or many payments (rows is required). Absent is unknown, an"
    " empty list is none."
)
_PAYMENT: Final = (
    "Čistý příjem je v net, incomes, payers, nebo back_pay."
    " / The net income stands in net, incomes, payers or back_pay."
)
_PAYSLIPS: Final = "Co bylo z výplat jednoho plátce sraženo. / What was deducted from the payments of one payer."
_ROWS: Final = (
    "Každý řádek je jedna výplata; povinné je paid_on a net. / Every row is one payment; paid_on and net are required."
)
_KINDS: Final[dict[type[Part], tuple[str, str]]] = {
    DeductionDocument: ("Jedna výplata / One payment", _PAYMENT),
    PayslipsDocument: ("Výplatní pásky ke kontrole / Payslips to check", _PAYSLIPS),
    RowsDocument: ("Mnoho výplat najednou / Many payments at once", _ROWS),
}


def deduction_schema(pack: Pack) -> dict[str, Any]:
    """Return the JSON Schema of the documents; codes and labels are those of the pack."""
    definitions: dict[str, Any] = {}
    for model, (title, description) in _KINDS.items():
        schema = document_schema(model, pack, identity="", title=title, description=description)
        definitions |= schema.pop("$defs")
        del schema["$schema"], schema["$id"]
        definitions[model.__name__] = schema
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:dluhy:deduction:1",
        "title": _TITLE,
        "description": _DESCRIPTION,
        "oneOf": [{"$ref": f"#/$defs/{model.__name__}"} for model in _KINDS],
        "$defs": definitions,
    }


def schema_text(pack: Pack) -> str:
    """Return the schema as the text that is published."""
    return as_text(deduction_schema(pack))

"""A list given as a document: the day, rows under the names of columns, and what of the result is wanted.

Its rows are read strictly and become the lines of an NDJSON list, so that a list is judged alike however it comes.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec
from attrs import evolve, frozen
from pydantic import Field, create_model

from dluhy.documents.fields import Part, fact, told
from dluhy.documents.files import limited
from dluhy.documents.schema import as_text, document_schema
from dluhy.documents.shape import shaped
from dluhy.documents.values import Day, Text, YesNo, code_of
from dluhy.facts.schema import FACTS
from dluhy.intake.columns import meanings, name_of
from dluhy.intake.row_values import KINDS, annotation_of
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.law.pack import Pack

_ROWS: Final = "/rows"
_EMPTY: Final = Problem("empty_rows", _ROWS, "v řádcích není žádný údaj", "the rows hold no value at all")
_ENGLISH: Final = {
    "person_id": "code of the person",
    "first_name": "first name",
    "last_name": "last name",
    "full_name": "full name",
    "birth_number": "birth number",
    "guardian_name": "name of the guardian",
    "guardian_birth_number": "birth number of the guardian",
    "municipality_code": "code of the municipality",
    "creditor_name": "name of the creditor",
    "creditor_ico": "company number of the creditor",
    "enforcement_ref": "file mark of the enforcement",
    "title_ref": "file mark of the title",
}
"""What columns that are no facts are called in English; their Czech names are those of offices."""


@frozen
class RowDocument:
    """A list read from a document: the day, its rows as NDJSON, and what of the result is wanted."""

    as_of: date
    content: bytes
    only: str | None = None
    pseudonymise: bool = False


@cache
def row_model() -> type[Part]:
    """Return the model of a row: every column that a list may have, each of its own type, none required."""
    columns: dict[str, Any] = {meaning: (annotation_of(meaning) | None, _said(meaning)) for meaning in meanings()}
    model: type[Part] = create_model("Row", __base__=Part, __module__=__name__, **columns)
    return model


def _said(meaning: str) -> Any:  # noqa: ANN401 - a field's default
    if meaning in FACTS:
        return fact(meaning, listed=FACTS[meaning].vocabulary)
    return told(name_of(meaning), _ENGLISH[meaning])


@cache
def document_model() -> type[Part]:
    """Return the model of the document: the day and the rows are required."""
    shown: Any = Annotated[Text, code_of("shown_debts")] | None
    only = told("co z výsledku ukázat", "what of the result to show", listed="shown_debts")
    private = told("místo kódů a spisových značek jen odkazy", "references in place of codes and file marks")
    rows: Any = Annotated[list[row_model()], Field(min_length=1)]  # type: ignore[misc]  # made at run time
    model: type[Part] = create_model(
        "List",
        __base__=Part,
        __module__=__name__,
        as_of=(Day, told("den, ke kterému se posuzuje", "the day to judge by", required=True)),
        rows=(rows, told("dluhy", "debts", required=True)),
        only=(shown, only),
        pseudonymise=(YesNo | None, private),
    )
    return model


def read_rows(document: Mapping[str, Any], pack: Pack) -> RowDocument:
    """Return a list given as plain values; InputError with everything that does not fit, each with its pointer."""
    found = shaped(document_model(), document, pack, {"as_of": date(2026, 1, 1), "rows": []})
    if found.problems or found.document is None:
        raise InputError(limited(list(found.problems)))
    values = found.document
    rows = [row.model_dump(exclude_none=True) for row in getattr(values, "rows")]  # noqa: B009 - a model made at run time
    content = b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
    given = values.model_dump(include={"as_of", "only", "pseudonymise"})
    return RowDocument(given["as_of"], content, given["only"], bool(given["pseudonymise"]))


def placed(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems of a list as a whole as problems of the rows of its document."""
    return [_EMPTY if problem.code == "empty" else evolve(problem, place=_ROWS) for problem in problems]


def list_schema(pack: Pack) -> dict[str, Any]:
    """Return the JSON Schema of the document; codes and labels are those of the pack.

    How many rows may come at once is not the document's to say but its reader's: the service's settings.
    """
    schema = document_schema(
        document_model(),
        pack,
        identity="urn:dluhy:list:1",
        title="Seznam dluhů / A list of debts",
        description="Povinné jsou as_of a rows; neuvedené je neznámé. Řádky jedné osoby spojuje person_id."
        " / as_of and rows are required; absent is unknown. Rows of one person share person_id.",
        kinds=KINDS,
    )
    del schema["properties"]["rows"]["maxItems"]
    return schema


def schema_text(pack: Pack) -> str:
    """Return the schema as the text that is published."""
    return as_text(list_schema(pack))

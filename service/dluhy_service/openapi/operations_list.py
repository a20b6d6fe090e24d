"""Operations about many people and about a municipality."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from dluhy.documents.decoding import decode
from dluhy.documents.files import Content
from dluhy.report.index import IndexReport
from dluhy.report.index_answers import index_answer
from dluhy.report.suggestions import SuggestionsReport, suggestions_report
from dluhy.report.written import as_json
from dluhy.suggesting import read_suggestions_request, suggestions_for
from dluhy_service.openapi.components import answer
from dluhy_service.openapi.examples import exchanges
from dluhy_service.openapi.hoisting import reference
from dluhy_service.openapi.values import CSV, JSON, XLSX, Both, Media, Operation

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_TEXT: Final = {"type": "string"}
_BINARY: Final = {"type": "string", "format": "binary"}


def operations(pack: Pack) -> tuple[Operation, ...]:
    """Return them."""
    return (_suggestions(pack), _index(pack))


def _suggestions(pack: Pack) -> Operation:
    def told(content: bytes) -> str:
        asked = read_suggestions_request(decode(content, "", "json"), pack, sha256=sha256(content).hexdigest())
        return as_json(suggestions_report(*suggestions_for(asked, pack), "cs"))

    sent, answered = exchanges({"place": "suggestions_place", "rows": "suggestions_rows"}, told)
    return Operation(
        method="post", path="/v1/municipal/suggestions", id="suggestions", tag="list", key="list",
        summary=Both("Co má obec udělat", "What a municipality should do"),
        description=Both(
            "Návrhy podle jednoho případu, podle seznamu, nebo podle toho, co se o obci ví; totéž, co píše"
            " dluhy municipal suggest --json.",
            "Suggestions by one case, by a list, or by what is known of the municipality; the same that"
            " dluhy municipal suggest --json writes.",
        ),
        bodies={JSON: Media(reference("Suggestions"), sent)},
        answers={JSON: Media(answer(SuggestionsReport), answered)},
    )  # fmt: skip


def _index(pack: Pack) -> Operation:
    sent, answered = exchanges(
        {"shipped": "index_shipped"}, lambda document: index_answer(Content(document, "", "json"), "cs", pack)
    )
    return Operation(
        method="post", path="/v1/index", id="index", tag="list", key="list",
        summary=Both("Index sociálního vyloučení obcí", "The index of social exclusion of municipalities"),
        description=Both(
            "Z dokumentu (řádky obcí, nebo dodané obce) či ze souboru CSV nebo XLSX; rok a částečný index má soubor"
            " v parametrech, dokument v sobě. Totéž, co píše dluhy index --json.",
            "By a document (rows of municipalities, or those shipped) or by a CSV or XLSX file; a file has its year and"
            " the partial index as parameters, a document in itself. The same that dluhy index --json writes.",
        ),
        parameters=("year", "partial"),
        bodies={JSON: Media(reference("Index"), sent), CSV: Media(_TEXT), XLSX: Media(_BINARY)},
        answers={JSON: Media(answer(IndexReport), answered)},
    )  # fmt: skip

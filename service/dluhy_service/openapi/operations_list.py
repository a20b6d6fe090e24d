"""Operations about many people and about a municipality."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from dluhy.documents.decoding import decode
from dluhy.report.suggestions import SuggestionsReport, suggestions_report
from dluhy.report.written import as_json
from dluhy.suggesting import read_suggestions_request, suggestions_for
from dluhy_service.openapi.components import answer
from dluhy_service.openapi.examples import exchanges
from dluhy_service.openapi.hoisting import reference
from dluhy_service.openapi.values import JSON, Both, Media, Operation

if TYPE_CHECKING:
    from dluhy.law.pack import Pack


def operations(pack: Pack) -> tuple[Operation, ...]:
    """Return them."""
    return (_suggestions(pack),)


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

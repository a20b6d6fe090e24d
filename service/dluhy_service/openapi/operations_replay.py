"""The operation that computes a result again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy import screen
from dluhy.replaying.again import replay_content
from dluhy.replaying.values import Replayed
from dluhy_service.openapi.components import answer
from dluhy_service.openapi.examples import as_sent, request_bytes
from dluhy_service.openapi.values import JSON, Both, Media, Operation

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_FORM: Final = "multipart/form-data"
_BINARY: Final = {"type": "string", "format": "binary"}
_NULL: Final = {"type": "null"}
_SOURCE: Final = {"anyOf": [{"type": "string"}, _NULL]}
_DOCUMENT: Final[dict[str, Any]] = {
    "title": "výsledek a z čeho vznikl / a result and what it was made from",
    "type": "object",
    "properties": {
        "result": {
            "title": "výsledek nebo jen jeho doklad / the result, or its receipt alone",
            "anyOf": [{"type": "object"}, {"type": "string"}],
        },
        "source": {"title": "text, který byl zadán, znak po znaku / the text that was given, sign by sign", **_SOURCE},
        "source_base64": {"title": "totéž pro soubor v Base64 / the same of a file in Base64", **_SOURCE},
    },
    "required": ["result"],
    "additionalProperties": False,
}
_FIELDS: Final[dict[str, Any]] = {
    "type": "object", "properties": {"result": _BINARY, "source": _BINARY}, "required": ["result"],
    "additionalProperties": False,
}  # fmt: skip


def operations(pack: Pack) -> tuple[Operation, ...]:
    """Return it."""
    source = request_bytes("screening_smallest")
    result = screen(source, pack=pack).json("cs")
    told = replay_content(result.encode(), source, pack=pack)
    return (
        Operation(
            method="post", path="/v1/replay", id="replay", tag="case", key="case",
            summary=Both("Zopakovat výpočet podle dokladu", "Compute a result again by its receipt"),
            description=Both(
                "Vezme výsledek (nebo jen doklad) a to, z čeho vznikl, spočítá jej znovu stejnou sadou pravidel"
                " a řekne, zda vyšel stejně a v čem se liší.",
                "Takes a result (or its receipt alone) and what it was made from, computes it again by the same pack of"
                " rules and tells whether it is the same, and what differs.",
            ),
            bodies={
                JSON: Media(_DOCUMENT, {"screening": {"result": result, "source": source.decode()}}),
                _FORM: Media(_FIELDS),
            },
            answers={JSON: Media(answer(Replayed), {"screening": as_sent(told)})},
        ),
    )  # fmt: skip

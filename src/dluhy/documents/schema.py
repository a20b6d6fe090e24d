"""The published JSON Schema (2020-12) of a document, with titles in Czech and English."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from dluhy.documents.decoding import LIMITS
from dluhy.documents.fields import EXAMPLES, NO_EXAMPLE
from dluhy.documents.lists import labels
from dluhy.documents.values import FIRST_YEAR, LAST_YEAR, LONGEST_ID, LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.documents.fields import Part
    from dluhy.law.pack import Pack

_WRITTEN_YEAR: Final = "(19|20)[0-9]{2}"
"""A year from `FIRST_YEAR` to `LAST_YEAR`."""
_DAY: Final = f"{_WRITTEN_YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_MONTH: Final = f"{_WRITTEN_YEAR}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?"
_PARTLY: Final = f"{_WRITTEN_YEAR}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_YEAR: Final[dict[str, Any]] = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}


def _ends(end: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {"from": end, "to": end}, "additionalProperties": False,
            "minProperties": 1}  # fmt: skip


def _text(pattern: str, more: str = "") -> dict[str, Any]:
    """Return a text of a pattern; readers pass over white space around it."""
    return {"type": "string", "pattern": f"^\\s*{pattern}\\s*$"} | ({"description": more} if more else {})


_PART_OF_DATE: Final = [_text(f"{_PARTLY}(\\s*/\\s*{_PARTLY})?"), _YEAR]
_PART_OF_YEARS: Final = [_YEAR, _text(f"{_WRITTEN_YEAR}(\\s*/\\s*{_WRITTEN_YEAR})?")]
_KINDS: Final[dict[str, dict[str, Any]]] = {
    "when": {
        "title": "datum, i jen zčásti známé / a date, also known in part",
        "description": "2018-03-31, 2018-03, 2018, 2018-01/2018-03, {from, to}",
        "anyOf": [*_PART_OF_DATE, _ends({"anyOf": [*_PART_OF_DATE, {"type": "null"}]})],
    },
    "day": {"title": "přesný den / an exact day", **_text(_DAY)},
    "month": {"title": "měsíc nebo den v něm / a month or a day of it", **_text(_MONTH)},
    "years": {
        "title": "rok nebo roky / a year or years",
        "anyOf": [*_PART_OF_YEARS, _ends({"anyOf": [*_PART_OF_YEARS, {"type": "null"}]})],
    },
    "money": {
        "title": "částka v Kč / an amount in CZK",
        "description": "Text s tečkou, nejvýš dvě místa. / A text with a dot, at most two decimals.",
        "anyOf": [_text("[0-9]{1,14}(\\.[0-9]{1,2})?"), {"type": "number", "minimum": 0}],
    },
    "balance": {
        "title": "částka v Kč, i záporná / an amount in CZK, also negative",
        "anyOf": [_text("-?[0-9]{1,14}(\\.[0-9]{1,2})?"), {"type": "number"}],
    },
    "rate": {
        "title": "roční sazba v procentech / a yearly rate in per cent",
        "anyOf": [_text("[0-9]{1,4}(\\.[0-9]{1,2})?"), {"type": "number", "minimum": 0, "maximum": 1000}],
    },
    "text": {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT},
    "identity": {"title": "označení / a reference",
                 **_text(f"[^\\W_][\\w.\\-]{{0,{LONGEST_ID - 1}}}")},
    "ico": {"title": "IČO / company number", **_text("[0-9]{8}")},
    "municipality": {"title": "kód obce / code of a municipality",
                     "anyOf": [_text("[0-9]{6}"), {"type": "integer", "minimum": 100000, "maximum": 999999}]},
}  # fmt: skip


def document_schema(  # noqa: PLR0913 - what is said of a schema, by name
    model: type[Part], pack: Pack, *, identity: str, title: str, description: str,
    kinds: Mapping[str, dict[str, Any]] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Return the JSON Schema of a document; codes and questions are those of the pack.

    `kinds` are the kinds of values of a document that has its own besides days.
    """
    schema = _finished(model.model_json_schema(by_alias=True), pack)
    own = {name: kind | _example_of(name) for name, kind in _KINDS.items()}
    used = own if kinds is None else {"day": own["day"], "text": own["text"], **kinds}
    schema.setdefault("$defs", {}).update({name: dict(kind) for name, kind in used.items()})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": identity,
        **schema,
        "title": title,
        "description": description,
    }


def _example_of(kind: str) -> dict[str, Any]:
    return {} if EXAMPLES[kind] == NO_EXAMPLE else {"examples": [EXAMPLES[kind]]}


def as_text(schema: Mapping[str, Any]) -> str:
    """Return a schema as the text that is published."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _finished(node: Any, pack: Pack) -> Any:  # noqa: ANN401 - JSON
    """Return a node of the generated schema with its texts, codes and kinds of values put in."""
    if isinstance(node, list):
        return [_finished(item, pack) for item in node]
    if not isinstance(node, dict):
        return node
    said = {key[2:]: value for key, value in node.items() if key.startswith("x-")}
    kind, example = said.pop("kind", None), said.pop("example", None)
    shape: dict[str, Any] = {"$ref": f"#/$defs/{kind}"} if kind else {}
    if "list" in said:
        shape = {"oneOf": _codes(said["list"], pack)}
    else:
        shape |= {key: _finished(value, pack) for key, value in node.items() if _is_shape(key, value)}
    if shape.get("type") == "array":
        shape["maxItems"] = LIMITS.items
    if example is not None:
        shape["examples"] = [[example] if _holds_list(shape) else example]
    return (_texts(said, pack) if said else {}) | shape


def _holds_list(shape: Mapping[str, Any]) -> bool:
    return any(each.get("type") == "array" for each in (shape, *shape.get("anyOf", ())))


def _is_shape(key: str, value: object) -> bool:
    """Return whether a key of a generated node is kept: not its automatic title, nor a default that says nothing."""
    generated_title = key == "title" and isinstance(value, str)
    return not (key.startswith("x-") or generated_title or (key == "default" and value is None))


def _texts(said: dict[str, Any], pack: Pack) -> dict[str, Any]:
    if "fact" in said:
        texts = pack.fact_texts[said["fact"]]
        ask = texts.ask or texts.label
        return {"title": f"{texts.label.cs} / {texts.label.en}", "description": f"{ask.cs} / {ask.en}"}
    more = {"description": f"{said['more_cs']} / {said['more_en']}"} if "more_cs" in said else {}
    return {"title": f"{said['cs']} / {said['en']}"} | more


def _codes(name: str, pack: Pack) -> list[dict[str, Any]]:
    terms = [{"const": code, "title": f"{cs} / {en}"} for code, (cs, en) in labels(pack, name).items()]
    return [*terms, {"type": "null"}]

"""JSON Schemas that stand alone -> components of one OpenAPI document: own names, references that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

REFERENCE: Final = "#/components/schemas/"
_DEFINITIONS: Final = "/$defs/"
_SCHEMES: Final = "securitySchemes"
_EXAMPLES: Final = "examples"
_ALONE: Final = frozenset({"$schema", "$id", "$defs"})
"""What only a schema that stands alone has: inside a document it would move what references are resolved against."""


def hoisted(name: str, schema: dict[str, Any], others: Mapping[str, str]) -> dict[str, Any]:
    """Return a schema and its `$defs` as components: the schema under its name, each definition as `name.definition`.

    `others` are the identifiers of schemas that stand alone -> the components that hold them.

    >>> list(hoisted("Case", {"$ref": "#/$defs/Debt", "$defs": {"Debt": {"type": "object"}}}, {}))
    ['Case', 'Case.Debt']
    """

    def led(place: str) -> str:
        identity, _, part = place.partition("#")
        owner = others[identity] if identity else name
        return f"{REFERENCE}{owner}.{part.removeprefix(_DEFINITIONS)}" if part else f"{REFERENCE}{owner}"

    alone = {key: part for key, part in schema.items() if key not in _ALONE}
    inside = {f"{name}.{key}": moved(part, led) for key, part in schema.get("$defs", {}).items()}
    return {name: moved(alone, led)} | inside


def reference(name: str) -> dict[str, str]:
    """Return a reference to a component."""
    return {"$ref": f"{REFERENCE}{name}"}


def moved(node: Any, led: Callable[[str], str]) -> Any:  # noqa: ANN401 - JSON
    """Return a node of a schema whose references lead to where `led` says."""
    if isinstance(node, list):
        return [moved(part, led) for part in node]
    if not isinstance(node, dict):
        return node
    return {
        key: led(part) if key == "$ref" and isinstance(part, str) else moved(part, led) for key, part in node.items()
    }


def reached(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document with only those components that something in it leads to; keys and schemes stay."""
    components: dict[str, dict[str, Any]] = document["components"]
    waiting, found = [*references({**document, "components": {}})], set[str]()
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            _, _, kind, name = place.split("/", 3)
            waiting += references(components[kind][name])
    kept = {
        kind: {name: part for name, part in members.items() if f"#/components/{kind}/{name}" in found}
        for kind, members in components.items()
        if kind != _SCHEMES
    }
    return {**document, "components": kept | {_SCHEMES: components[_SCHEMES]}}


def references(node: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield every reference of a node; examples are values, whatever they look like."""
    if isinstance(node, list):
        for part in node:
            yield from references(part)
    elif isinstance(node, dict):
        for key, part in node.items():
            if key == "$ref" and isinstance(part, str):
                yield part
            elif key != _EXAMPLES:
                yield from references(part)

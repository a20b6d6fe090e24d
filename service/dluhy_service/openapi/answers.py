"""Schemas of answers, from the classes the library writes as JSON; the tests hold real answers against them.

An answer always holds every key of its class; what is not known is null. Texts and keys may be added later.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import msgspec

from dluhy_service.openapi.hoisting import REFERENCE, moved
from dluhy_service.openapi.money_fields import MONEY, PER_CENT

if TYPE_CHECKING:
    from collections.abc import Iterable

_AUTOMATIC: Final = frozenset({"default", "title"})
"""What the generator adds and says nothing: a class's name again, and what a key is while the object is made."""
_GENERIC: Final = {
    "AmountValue_int": "DatedAmount", "InForce_int": "AmountInForce",
    "AmountValue_tuple_dluhy": "DatedTable", "InForce_tuple_dluhy": "TableInForce",
    "AmountValue_tuple_datetime": "DatedDays", "InForce_tuple_datetime": "DaysInForce",
}  # fmt: skip
"""How the generator names a class with its parameter -> what it is called here."""
_TWO_PLACES: Final = r"^-?[0-9]+\.[0-9]{2}$"
CZK: Final = {"type": "string", "pattern": _TWO_PLACES, "title": "částka v Kč / an amount in CZK"}
_PERCENT: Final = {"type": "string", "pattern": _TWO_PLACES, "title": "procenta / per cent"}


@cache
def answer_schemas(classes: tuple[type, ...]) -> tuple[dict[type, str], dict[str, Any]]:
    """Return the component name of each class, and all components they need.

    Two classes of one name get the names of their modules too.
    """
    roots, components = msgspec.json.schema_components(classes, ref_template="#/{name}")
    names = {name: _plain(name) for name in components}
    told = {names[name]: _finished(names[name], schema, names) for name, schema in components.items()}
    tops = {kind: names[root["$ref"].removeprefix("#/")] for kind, root in zip(classes, roots, strict=True)}
    return tops, told


def _plain(name: str) -> str:
    """Return a name without the folders of its module: `dluhy.report.index.StepReport` -> `index.StepReport`."""
    told = next((plain for begin, plain in _GENERIC.items() if name.startswith(begin)), None)
    return told or ".".join(name.split(".")[-2:])


def _finished(name: str, schema: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Return the schema of a class: every key required, money and per cent told by their pattern."""
    found: dict[str, Any] = _referring(schema, names)
    properties = found.get("properties", {})
    for keys, shape in ((MONEY.get(name, ()), CZK), (PER_CENT.get(name, ()), _PERCENT)):
        properties |= {key: _as_text(properties[key], shape) for key in keys}
    return found | ({"required": list(properties)} if properties else {})


def _as_text(schema: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    """Return a text's schema with its pattern; one that may be null stays so."""
    if schema.get("type") == "string":
        return dict(shape)
    kinds: Iterable[dict[str, Any]] = schema["anyOf"]
    return {"anyOf": [dict(shape) if kind.get("type") == "string" else kind for kind in kinds]}


def _referring(schema: dict[str, Any], names: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
    return moved(_without_names(schema), lambda place: f"{REFERENCE}{names[place.removeprefix('#/')]}")


def _without_names(node: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(node, list):
        return [_without_names(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {key: _without_names(part) for key, part in node.items() if isinstance(part, dict) or key not in _AUTOMATIC}

"""A validator for the keywords that our JSON Schema uses, and for no others: the tests need no library for it."""

from __future__ import annotations

import re
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_SILENT = {"title", "description", "examples", "$schema", "$id", "$defs"}


def accepts(schema: dict[str, Any], value: object) -> bool:
    """Return whether a document fits a schema; a keyword that is not known here is a KeyError."""
    return _fits(schema, value, schema)


def _fits(node: dict[str, Any], value: Any, root: dict[str, Any]) -> bool:  # noqa: ANN401 - JSON
    return all(_TESTS[key](node, value, root) for key in node if key not in _SILENT)


def _is_type(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, _TYPES[name])


def _properties(node: dict[str, Any], value: Any, root: dict[str, Any]) -> bool:  # noqa: ANN401 - JSON
    known = node["properties"]
    return not isinstance(value, dict) or all(_fits(known[key], value[key], root) for key in value if key in known)


def _reference(node: dict[str, Any], value: Any, root: dict[str, Any]) -> bool:  # noqa: ANN401 - JSON
    return _fits(root["$defs"][node["$ref"].removeprefix("#/$defs/")], value, root)


_TESTS: dict[str, Any] = {
    "$ref": _reference,
    "type": lambda node, value, _: _is_type(node["type"], value),
    "const": lambda node, value, _: value == node["const"],
    "anyOf": lambda node, value, root: any(_fits(item, value, root) for item in node["anyOf"]),
    "oneOf": lambda node, value, root: sum(_fits(item, value, root) for item in node["oneOf"]) == 1,
    "properties": _properties,
    "required": lambda node, value, _: not isinstance(value, dict) or set(node["required"]) <= set(value),
    "additionalProperties": lambda node, value, _: not isinstance(value, dict) or set(value) <= set(node["properties"]),
    "minProperties": lambda node, value, _: not isinstance(value, dict) or len(value) >= node["minProperties"],
    "items": lambda node, value, root: (
        not isinstance(value, list) or all(_fits(node["items"], item, root) for item in value)
    ),
    "minItems": lambda node, value, _: not isinstance(value, list) or len(value) >= node["minItems"],
    "maxItems": lambda node, value, _: not isinstance(value, list) or len(value) <= node["maxItems"],
    "pattern": lambda node, value, _: not isinstance(value, str) or re.search(node["pattern"], value) is not None,
    "minLength": lambda node, value, _: not isinstance(value, str) or len(value) >= node["minLength"],
    "maxLength": lambda node, value, _: not isinstance(value, str) or len(value) <= node["maxLength"],
    "minimum": lambda node, value, _: not _is_type("number", value) or value >= node["minimum"],
    "maximum": lambda node, value, _: not _is_type("number", value) or value <= node["maximum"],
}

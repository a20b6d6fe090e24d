"""What is said of a field of the case: a fact of the pack, or a label and an explanation of its own."""

from __future__ import annotations

import types
from functools import cache
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field

from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from dluhy.law.pack import Pack

Loc = tuple[int | str, ...]
"""A place in a document: keys and positions in lists."""

NO_EXAMPLE = "…"
EXAMPLES: dict[str, str | int] = {
    "when": "2018-03-31",
    "day": "2018-03-31",
    "month": "2018-03",
    "years": 2018,
    "money": "1500.00",
    "balance": "1500.00",
    "rate": "14.75",
    "text": NO_EXAMPLE,
    "identity": NO_EXAMPLE,
    "ico": "99999994",
    "municipality": "554961",
}
"""An example of each kind of value, where a field has none of its own."""


class Part(BaseModel):
    """A part of the case document: unknown keys are errors, nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)


def fact(name: str, *, listed: str | None = None, alias: str | None = None) -> Any:  # noqa: ANN401 - a field's default
    """Return a field that holds a fact; its label and question are those of the pack."""
    return Field(default=None, alias=alias, json_schema_extra=_extra(fact=name, list=listed))


def told(  # noqa: PLR0913 - what may be said of a field, by name
    cs: str,
    en: str,
    *,
    more_cs: str = "",
    more_en: str = "",
    listed: str | None = None,
    example: str | int | None = None,
    alias: str | None = None,
    required: bool = False,
) -> Any:  # noqa: ANN401 - a field's default
    """Return a field with its own label and explanation."""
    extra = _extra(cs=cs, en=en, more_cs=more_cs, more_en=more_en, list=listed, example=example)
    return Field(alias=alias, json_schema_extra=extra) if required else Field(
        default=None, alias=alias, json_schema_extra=extra
    )  # fmt: skip


def _extra(**said: str | int | None) -> dict[str, Any]:
    return {f"x-{name}": value for name, value in said.items() if value}


def said(field: FieldInfo, what: str) -> Any:  # noqa: ANN401 - text or a number
    """Return what is said of a field under a name, or None."""
    extra = field.json_schema_extra
    return extra.get(f"x-{what}") if isinstance(extra, dict) else None


def label(field: FieldInfo, pack: Pack) -> Bilingual:
    """Return what a field is called; of a fact as the pack calls it."""
    name = said(field, "fact")
    return pack.fact_texts[name].label if name else Bilingual(cs=said(field, "cs"), en=said(field, "en"))


def explanation(field: FieldInfo, pack: Pack) -> Bilingual | None:
    """Return what more is to be known of a field; of a fact the question that the pack asks."""
    name = said(field, "fact")
    if name:
        return pack.fact_texts[name].ask
    return Bilingual(cs=said(field, "more_cs"), en=said(field, "more_en")) if said(field, "more_cs") else None


@cache
def fields(model: type[Part]) -> dict[str, FieldInfo]:
    """Return the fields of a part under the keys that people write."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


@cache
def names(model: type[Part]) -> dict[str, str]:
    """Return key -> attribute of a part."""
    return {info.alias or name: name for name, info in model.model_fields.items()}


def inner(field: FieldInfo) -> tuple[Any, bool]:
    """Return the type of a field without None, and whether the field is a list of it."""
    annotation = field.annotation
    if get_origin(annotation) in {Union, types.UnionType}:
        annotation = next(arg for arg in get_args(annotation) if arg is not type(None))
    is_list = get_origin(annotation) is list
    return (get_args(annotation)[0] if is_list else annotation), is_list


def part_of(field: FieldInfo) -> type[Part] | None:
    """Return the part that a field holds, itself or as a list."""
    kind, _ = inner(field)
    return kind if isinstance(kind, type) and issubclass(kind, Part) else None


def fact_places(model: type[Part], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield (fact, place within the part) for every fact of a part and of the single parts inside it."""
    for key, field in fields(model).items():
        name, inside = said(field, "fact"), part_of(field)
        if name is not None:
            yield name, f"{prefix}/{key}"
        elif inside is not None and not inner(field)[1]:
            yield from fact_places(inside, f"{prefix}/{key}")


@cache
def _readers(model: type[Part]) -> tuple[tuple[str, str | None], ...]:
    """Return (attribute, fact) of a part; the fact is None for a single part inside it."""
    known = fields(model)
    facts = [(name, said(known[key], "fact"), part_of(known[key])) for key, name in names(model).items()]
    return tuple((name, fact_name) for name, fact_name, inside in facts if fact_name or inside)


def fact_values(part: Part | None) -> dict[str, Any]:
    """Return the facts that a part and the single parts inside it give; None where it does not say."""
    found: dict[str, Any] = {}
    for name, fact_name in () if part is None else _readers(type(part)):
        value = getattr(part, name)
        if fact_name is not None:
            found[fact_name] = value
        elif isinstance(value, Part):
            found |= fact_values(value)
    return found

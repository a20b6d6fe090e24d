"""An empty document to fill in: TOML with a comment for every field that can be written."""

from __future__ import annotations

import json
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from dluhy.documents.fields import EXAMPLES, explanation, fields, inner, label, part_of, said
from dluhy.documents.lists import labels
from dluhy.typography import czech

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic.fields import FieldInfo

    from dluhy.documents.fields import Part
    from dluhy.law.pack import Pack
    from dluhy.problems import Language

_WIDTH: Final = 110


def annotated(
    model: type[Part], pack: Pack, language: Language, *, head: Sequence[str], required: Sequence[str]
) -> str:
    """Return an empty TOML document: a head, the required values left empty, all else commented out and explained.

    It is valid as soon as the required values are filled in.
    """
    lines = [f"## {line}" for line in head]
    known = fields(model)
    for key in required:
        lines += ["", *comment(known[key], pack, language), f'{key} = ""']
    for key, field in known.items():
        if key not in required:
            lines += ["", *_section(field, key, pack, language)]
    return "\n".join(lines) + "\n"


def _section(field: FieldInfo, path: str, pack: Pack, language: Language) -> Iterator[str]:
    """Yield the lines of a table: its own values first, as TOML wants, then the tables inside it."""
    part = part_of(field)
    if part is None:
        raise TypeError(path)
    yield ""
    yield from comment(field, pack, language)
    yield f"# [[{path}]]" if inner(field)[1] else f"# [{path}]"
    for key, item in fields(part).items():
        if part_of(item) is None:
            yield from comment(item, pack, language)
            yield f"# {key} = {example(item, pack)}"
    for key, item in fields(part).items():
        if part_of(item) is not None:
            yield from _section(item, f"{path}.{key}", pack, language)


def comment(field: FieldInfo, pack: Pack, language: Language, *, codes: bool = True) -> Iterator[str]:
    """Yield what a field is called and what more is to be known of it, as lines of a comment; then its codes."""
    more = explanation(field, pack)
    text = " – ".join(said.text(language) for said in (label(field, pack), more) if said is not None)
    yield from (
        f"## {line}" for line in wrap(czech(text) if language == "cs" else text, _WIDTH, break_on_hyphens=False)
    )
    name = said(field, "list") if codes else None
    place = 0 if language == "cs" else 1
    for code, texts in (labels(pack, name) if name is not None else {}).items():
        yield f"##   {code}: {texts[place]}"


def example(field: FieldInfo, pack: Pack) -> str:
    """Return an example of a value as TOML writes it."""
    kind, is_list = inner(field)
    value = said(field, "example")
    if value is None and said(field, "list") is not None:
        value = next(iter(labels(pack, said(field, "list"))))
    if value is None:
        value = _of_kind(field, kind)
    text = json.dumps(value, ensure_ascii=False)
    return f"[{text}]" if is_list else text


def _of_kind(field: FieldInfo, kind: object) -> str | int | bool:
    """Return an example of a field's kind of value, as its schema names it."""
    names: list[str] = [
        extra.json_schema["x-kind"] for extra in _extras(field, kind) if getattr(extra, "json_schema", None)
    ]
    if names:
        return EXAMPLES[names[0]]
    return False if kind is bool or "bool" in str(kind) else 0


def _extras(field: FieldInfo, kind: Any) -> list[Any]:  # noqa: ANN401 - an annotation
    return [*getattr(kind, "__metadata__", ()), *field.metadata]

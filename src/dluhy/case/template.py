"""An empty case document to fill in: TOML with a comment for every field, or JSON with every key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dluhy.case.model import Case
from dluhy.documents.fields import fields, inner, label, part_of
from dluhy.documents.template import annotated, comment, example

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic.fields import FieldInfo

    from dluhy.documents.decoding import Form
    from dluhy.documents.fields import Part
    from dluhy.law.pack import Pack
    from dluhy.problems import Language

_REQUIRED = ("ref", "as_of")
_HEAD = {
    "cs": (
        "Případ jednoho klienta. Povinné jsou jen ref a as_of; z ostatního odkryjte (smažte „# “), co víte.",
        "Co není uvedeno, je neznámé. Prázdný seznam (např. debts = []) znamená, že nic takového není.",
        'Data: "2018-03-31", "2018-03", "2018", { from = "2018-01", to = "2018-06" }. Částky: "1500.50".',
        "Úsek se opakuje pro každou další osobu, dluh, exekuci: zkopírujte jej i s řádkem v závorkách.",
        "Jména a rodná čísla sem nepatří.",
    ),
    "en": (
        "The case of one client. Only ref and as_of are required; of the rest delete “# ” before each value you know.",
        "What is absent is unknown. An empty list (say debts = []) means that there is none.",
        'Dates: "2018-03-31", "2018-03", "2018", { from = "2018-01", to = "2018-06" }. Amounts: "1500.50".',
        "A section is repeated for each further person, debt, enforcement: copy it with its line in brackets.",
        "Names and birth numbers do not belong here.",
    ),
}
_SHORT_HEAD = {
    "cs": "Krátká osnova; všechny údaje a kódy s vysvětlením vypíše „dluhy case new“ bez --short.",
    "en": "A short form; “dluhy case new” without --short writes every value and code with its explanation.",
}
_EMPTY = ("assets",)
"""Lists that most clients have nothing for; to be uncovered only where that was asked."""
_SHORT = (
    ("people", ("id", "role", "birth_date", "municipality_code", "activity")),
    ("incomes", ("person", "kind", "payer", "net", "gross", "period", "paid_on")),
    ("home", ("tenure",)),
    ("budget", ("line", "category", "amount", "frequency")),
    ("debts", ("id", "debtor", "kind", "arose_on", "due_on", "principal", "balance")),
    ("debts.creditor", ("name", "kind")),
    ("enforcements", ("id", "debts", "ref", "kind", "status", "began_on")),
    ("enforcements.orders", ("payer", "delivered_on")),
)
"""Parts and values that most cases need, in the order in which TOML can take them."""


def template(pack: Pack, form: Form = "toml", language: Language = "cs") -> str:
    """Return an empty case; it is valid as soon as `ref` and `as_of` are filled in."""
    if form == "json":
        return _json()
    return annotated(Case, pack, language, head=_HEAD[language], required=_REQUIRED)


def short_template(pack: Pack, language: Language = "cs") -> str:
    """Return a short TOML case with the parts that most cases need, each value with its label; all unknown."""
    lines = [f"## {line}" for line in (*_HEAD[language], _SHORT_HEAD[language])]
    known = fields(Case)
    for key in _REQUIRED:
        lines += ["", *comment(known[key], pack, language, codes=False), f'{key} = ""']
    lines += ["", *(f"# {key} = []  # {label(known[key], pack).text(language)}" for key in _EMPTY)]
    for path, keys in _SHORT:
        lines += ["", *_short_section(path, keys, pack, language)]
    return "\n".join(lines) + "\n"


def _short_section(path: str, keys: Sequence[str], pack: Pack, language: Language) -> Iterator[str]:
    """Yield a section: of each value its label and an example on one line."""
    field = _field_at(path)
    part = part_of(field)
    if part is None:
        raise TypeError(path)
    yield f"# [[{path}]]" if inner(field)[1] else f"# [{path}]"
    for key in keys:
        item = fields(part)[key]
        yield f"# {key} = {example(item, pack)}  # {label(item, pack).text(language)}"


def _field_at(path: str) -> FieldInfo:
    first, *rest = path.split(".")
    field = fields(Case)[first]
    for word in rest:
        part = part_of(field)
        if part is None:
            raise TypeError(path)
        field = fields(part)[word]
    return field


def _json() -> str:
    blank = {**_blank(Case), "ref": "", "as_of": ""}
    for key in ("people", "debts"):
        part = part_of(fields(Case)[key])
        blank[key] = [_blank(part, nested=True)] if part is not None else None
    return json.dumps(blank, ensure_ascii=False, indent=2) + "\n"


def _blank(part: type[Part], *, nested: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, field in fields(part).items():
        inside = part_of(field)
        single = inside is not None and not inner(field)[1]
        found[key] = _blank(inside, nested=True) if nested and single and inside is not None else None
    return found

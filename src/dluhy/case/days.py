"""Days of a case that cannot be: what happened already stands after the day judged."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from dluhy.dates import Span
from dluhy.documents.decoding import pointer
from dluhy.documents.fields import Part, fields, inner, names, part_of
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from dluhy.case.model import Case
    from dluhy.documents.fields import Loc

FINAL: Final = frozenset({
    "debts.title.final_on", "enforcements.order_final_on", "history.petitions.dishonest_final_on",
    "history.petitions.discharge_final_on", "history.earlier_discharge_on",
})  # fmt: skip
"""Days of finality: they can be known a little ahead."""
_MAY_COME: Final = FINAL | {
    "as_of", "people.birth_date", "people.in_care.to", "debts.due_on", "debts.title.due_on", "incomes.period",
    "incomes.paid_on", "home.contract_until",
}  # fmt: skip
"""Days that may come yet, or that have a check of their own; all others are of what happened."""
_PLANNED: Final = "relief"
"""The part that may be a mere intention."""


def not_yet(case: Case) -> Iterator[Problem]:
    """Yield a problem for each day of what happened that surely stands after the day judged."""
    for path, loc, first in days(case):
        if first > case.as_of and path not in _MAY_COME and loc[0] != _PLANNED:
            yield Problem("after_as_of", pointer(loc), "den je až po dni, ke kterému se posuzuje (as_of)",
                          "the day is after the day judged (as_of)")  # fmt: skip


def days(part: Part, path: str = "", loc: Loc = ()) -> Iterator[tuple[str, Loc, date]]:
    """Yield (keys joined by dots, place, first possible day) of every day in a part and in the parts inside it."""
    for key, name, holds_part in _readers(type(part)):
        value = getattr(part, name)
        below = f"{path}.{key}" if path else key
        if holds_part:
            members = value if isinstance(value, list) else [value]
            for at, inside in enumerate(members):
                if isinstance(inside, Part):
                    yield from days(inside, below, (*loc, key, at) if isinstance(value, list) else (*loc, key))
        elif (first := value.first if isinstance(value, Span) else value) is not None and isinstance(first, date):
            yield below, (*loc, key), first


@cache
def _readers(model: type[Part]) -> tuple[tuple[str, str, bool], ...]:
    """Return (key, attribute, whether it holds parts) of every field of a part that holds parts or days."""
    known = fields(model)
    found = [(key, name, part_of(known[key]) is not None) for key, name in names(model).items()]
    return tuple((key, name, parts) for key, name, parts in found if parts or _of_days(known[key]))


def _of_days(field: FieldInfo) -> bool:
    kind, _ = inner(field)
    marked = [*getattr(kind, "__metadata__", ()), *field.metadata]
    kinds = {mark.json_schema.get("x-kind") for mark in marked if getattr(mark, "json_schema", None)}
    return bool(kinds & {"when", "day", "month", "years"})

"""What differs between two screenings: every value of their reports, items of lists known by what they are called.

It reads plain values, so that parts that a report gains are compared without a word about them here.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

Kind = Literal["changed", "came", "gone"]
NOT_RESULTS: Final = frozenset({"receipt", "language"})
"""What of a report is no result."""
_CALLED_BY: Final = (
    ("id",), ("benefit",), ("step", "people", "addressee", "addressee_name"), ("fact", "people", "places"),
    ("person", "fact"), ("person", "month", "payers"), ("code", "step", "debts"), ("people",), ("whose",), ("claim",),
    ("steps", "creditor", "executor_office"), ("ladder", "step"), ("rule",), ("strategy",), ("debt",),
    ("code", "person", "payer"), ("code",), ("person", "month"), ("person",), ("fact",), ("step",), ("answer",),
    ("label",), ("title",), ("name",), ("sentence",),
)  # fmt: skip
"""By which fields an item of a list is known: the first of these that it has all of; else by its position."""
_TOLD_BY: Final = ("label", "title", "name", "kind_label", "text", "ask")
_STATEMENT: Final = "statement"
"""Where an item holds the rule that it is about."""
_SEPARATOR: Final = " "
_ENDS: Final = {"least", "most"}


@frozen
class Difference:
    """One value that differs, or an item of a list that came or went.

    `path` are field names and what items are called by, `items` the items on the way as people would call them.
    `before` and `after` are plain values as in JSON; `before` is None of what came, `after` of what went.
    """

    path: tuple[str, ...]
    items: tuple[str, ...]
    kind: Kind
    before: Any
    after: Any


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any], without: Collection[str] = NOT_RESULTS
) -> list[Difference]:
    """Return what differs between two reports as plain values, in the order of the first, then of the second.

    `without` are fields of the whole that are not compared.
    """
    one, other = ({key: value for key, value in each.items() if key not in without} for each in (before, after))
    return list(_of_tables(one, other, (), ()))


def _of(before: Any, after: Any, path: tuple[str, ...], items: tuple[str, ...]) -> Iterator[Difference]:  # noqa: ANN401 - plain values
    if before == after and type(before) is type(after):
        return
    if _is_table(before) and _is_table(after) and _name(before) == _name(after):
        yield from _of_tables(before, after, path, items)
    elif _of_items(before) and _of_items(after) and (before or after):
        yield from _of_lists(before, after, path, items)
    else:
        yield Difference(path, items, "changed", before, after)


def _is_table(value: Any) -> bool:  # noqa: ANN401 - a plain value
    """Return whether a value is compared field by field; an amount with its ends is one value."""
    return isinstance(value, dict) and value.keys() != _ENDS


def _of_items(value: Any) -> bool:  # noqa: ANN401 - a plain value
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _of_tables(
    before: Mapping[str, Any], after: Mapping[str, Any], path: tuple[str, ...], items: tuple[str, ...]
) -> Iterator[Difference]:
    for key in dict.fromkeys([*before, *after]):
        yield from _of(before.get(key), after.get(key), (*path, key), items)


def _of_lists(
    before: Sequence[dict[str, Any]], after: Sequence[dict[str, Any]], path: tuple[str, ...], items: tuple[str, ...]
) -> Iterator[Difference]:
    old, new = _named(before), _named(after)
    for name in dict.fromkeys([*old, *new]):
        item = new.get(name, old.get(name))
        place = (*path, name), (*items, _called(item or {}, name))
        if name not in new:
            yield Difference(*place, "gone", old[name], None)
        elif name not in old:
            yield Difference(*place, "came", None, new[name])
        else:
            yield from _of(old[name], new[name], *place)


def _named(items: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return items by what they are called; of several called the same each after the first with its number."""
    seen: Counter[str] = Counter()
    found: dict[str, dict[str, Any]] = {}
    for position, item in enumerate(items):
        name = _name(item) or f"[{position}]"
        seen[name] += 1
        found[name if seen[name] == 1 else f"{name}#{seen[name]}"] = item
    return found


def _name(item: Mapping[str, Any]) -> str:
    """Return what an item is called by; empty where it has nothing to be called by."""
    for fields in _CALLED_BY:
        values = [item.get(field) for field in fields]
        if all(field in item for field in fields) and all(_is_plain(value) for value in values) and any(values):
            return _SEPARATOR.join(_written(value) for value in values if value not in (None, []))
    inside = item.get(_STATEMENT)
    return _name(inside) if isinstance(inside, dict) else ""


def _is_plain(value: Any) -> bool:  # noqa: ANN401 - a plain value
    return value is None or isinstance(value, str | int) or (
        isinstance(value, list) and all(isinstance(each, str) for each in value)
    )  # fmt: skip


def _written(value: Any) -> str:  # noqa: ANN401 - a plain value
    return "+".join(value) if isinstance(value, list) else str(value)


def _called(item: Mapping[str, Any], name: str) -> str:
    """Return what people call an item: a debt or a person by its id, others by their label."""
    if isinstance(item.get("id"), str):
        return str(item["id"])
    inside = item.get(_STATEMENT)
    told = inside if isinstance(inside, dict) else item
    return next((str(told[field]) for field in _TOLD_BY if isinstance(told.get(field), str)), name)

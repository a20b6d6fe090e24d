"""What differs between a case as it is and as it would be, as a table: now, then, the difference.

Only what comes out is shown, not the way to it: computations, reasons and provisions stand in the JSON, and so does
what has no name among the texts: no word of the program is ever shown for it.
"""

from __future__ import annotations

import re
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from dluhy.dates import months_between
from dluhy.money import to_decimal_string, to_halere
from dluhy.report.deduction_steps import month_name
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.texts import Texts
    from dluhy.report.what_if import DifferenceReport, WhatIfReport

_WIDTHS: Final = (43, 18, 18, 18)
_WIDTH: Final = 100
_GAP: Final = " "
_LABEL: Final = "_label"
_MONEY: Final = re.compile(r"-?[0-9]+\.[0-9]{2}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH: Final = "month"
_PERCENT: Final = "percent"
_LONGEST: Final = 80
_PROSE: Final = frozenset({
    "ask", "asks", "assumed", "because", "cited", "cites", "details", "evidence", "evidence_label", "grounds", "inputs",
    "link", "missing_facts", "needs", "notes", "plain", "presumed", "provisions", "reasons", "remark", "said",
    "sentence", "text", "to_verify", "verify",
})  # fmt: skip
"""Fields in which a result explains itself: what they say follows from the other fields."""
_WAYS: Final[dict[str, frozenset[str]]] = {
    "people": frozenset({"list"}),
    "debts": frozenset({"statement", "outcome", "child_owes", "balance"}),
    "defects": frozenset({"balance", "questions", "standing", "remedies", "statement", "open"}),
    "deductions": frozenset({
        "steps", "possibilities", "allocations", "third", "thirds", "capacity", "remainder", "unlimited", "flags",
        "amounts", "net",
    }),
    "household": frozenset({"steps", "value", "measured", "threshold", "compared", "balance", "monthly", "entries"}),
    "relief": frozenset({"variants", "basis_points", "assumed_months", "first", "net", "unsure", "fee"}),
    "strategies": frozenset({"risks", "conditions", "owed", "from_debtor", "minimum", "rivals", "overturns", "holds"}),
    "agenda": frozenset({
        "title", "topics", "actor", "actor_label", "addressee_label", "debts", "debt_ids", "enforcements", "effect",
        "effect_label", "group", "group_label", "cost", "cost_most", "limit", "step", "set_aside", "this_week",
    }),
}  # fmt: skip
"""Of each part of a result the fields that repeat the document or stand on the way to another field."""
_TOLD_ELSEWHERE: Final = frozenset({"client_page", "plan", "creditor_plan"})
"""Parts that hold again, for another reader, what the list of steps has."""
_ONLY_ITEMS: Final = frozenset({"questions"})
"""Parts of which only items that come or go are shown."""
_JOINED: Final = frozenset({"steps"})
"""Fields that are lists of codes; a list of items may be called the same."""
_BY_PLACE: Final = "["
"""How an item begins that is called by nothing but its place: a month of a course."""


def what_if_text(report: WhatIfReport) -> str:
    """Return the changes and what they change as text in the language of the report, lines of at most 100 signs."""
    return "\n".join(_lines(report, texts(report.language))) + "\n"


def _lines(report: WhatIfReport, say: Texts) -> Iterator[str]:
    yield from wrap(say("whatif-title", ref=report.ref, day=say.day(report.as_of)), _WIDTH)
    for asked in report.what_if:
        yield from wrap(f"• {asked.written}", _WIDTH, subsequent_indent="  ")
        if asked.also:
            yield from wrap(say("whatif-also", places=", ".join(asked.also)), _WIDTH, initial_indent="  ",
                            subsequent_indent="  ")  # fmt: skip
    shown = [(each, cells) for each in _shown(report.changes) if (cells := _cells(each, say)) is not None]
    if not shown:
        yield ""
        yield from wrap(say("whatif-nothing" if not report.changes else "whatif-only-ways"), _WIDTH)
        return
    yield ""
    yield from _row(("", say("whatif-now"), say("whatif-then"), say("whatif-difference")))
    topic = None
    for each, cells in shown:
        if each.path[0] != topic:
            topic = each.path[0]
            yield ""
            yield (_word(say, "whatif-topic", topic) or say("whatif-topic-other")).upper()
        yield from _row(cells)
    yield ""
    yield from wrap(say("whatif-close"), _WIDTH)


def _shown(changes: Sequence[DifferenceReport]) -> list[DifferenceReport]:
    """Return the changes of what comes out; of a code and its label the label alone."""
    labelled = {(*each.path[:-1], each.path[-1].removesuffix(_LABEL)) for each in changes
                if each.path[-1].endswith(_LABEL)}  # fmt: skip
    return [each for each in changes if each.path not in labelled and not _is_way(each)]


def _is_way(each: DifferenceReport) -> bool:
    part = each.path[0]
    changed = each.kind == "changed"
    if part in _TOLD_ELSEWHERE or (changed and (part in _ONLY_ITEMS or each.path[-1] in _JOINED)):
        return True
    hidden = _PROSE | _WAYS.get(part, frozenset())
    return any(name in hidden for name in each.path[1:]) or any(item.startswith(_BY_PLACE) for item in each.items)


def _cells(each: DifferenceReport, say: Texts) -> tuple[str, str, str, str] | None:
    """Return the cells of a row; None for a field without a name, or where both sides read the same."""
    if each.kind != "changed":
        came = each.kind == "came"
        nothing, there = say("whatif-absent"), say("whatif-present")
        named = " · ".join(each.items)
        return named, nothing if came else there, there if came else nothing, say(f"whatif-{each.kind}")
    name = each.path[-1]
    field = _field(say, each.path[0], name.removesuffix(_LABEL))
    before, after = (
        say("whatif-unknown") if value is None and isinstance(other, bool) else _value(value, name, say)
        for value, other in ((each.before, each.after), (each.after, each.before))
    )
    if field is None or before == after:
        return None
    return " · ".join([*each.items, field]), before, after, _difference(each.before, each.after, name, say)


def _field(say: Texts, part: str, name: str) -> str | None:
    """Return what a field is called, where the part has its own word for it by that; None where it has no name."""
    return _word(say, f"whatif-{part.replace('_', '-')}", name) or _word(say, "whatif-field", name)


def _word(say: Texts, prefix: str, name: str) -> str | None:
    try:
        return say(f"{prefix}-{name.replace('_', '-')}")
    except LookupError:
        return None


def _range(least: Any, most: Any, name: str, say: Texts) -> str:  # noqa: ANN401 - plain values
    """Return an amount known by its ends: one of them may be unknown."""
    if least == most:
        return _value(least, name, say)
    if least is None or most is None:
        known = "most" if least is None else "least"
        return say(f"whatif-at-{known}", value=_value(most if least is None else least, name, say))
    return say("whatif-between", least=_value(least, name, say), most=_value(most, name, say))


def _value(value: Any, name: str, say: Texts) -> str:  # noqa: ANN401, PLR0911 - a plain value; one answer per kind
    if value is None:
        return say("whatif-absent")
    if isinstance(value, bool):
        return say("whatif-yes" if value else "whatif-no")
    if isinstance(value, dict) and value.keys() == {"least", "most"}:
        return _range(value["least"], value["most"], name, say)
    if isinstance(value, dict):
        return _short(next((str(value[key]) for key in ("label", "title", "kind_label", "text") if value.get(key)),
                           say("whatif-none")))  # fmt: skip
    if isinstance(value, list):
        return _short(", ".join(_value(each, name, say) for each in value)) or say("whatif-absent")
    if isinstance(value, str) and _MONEY.fullmatch(value):
        return f"{value.replace('.', ',') if say.language == 'cs' else value} %" if name == _PERCENT else (
            say.money(to_halere(value))
        )  # fmt: skip
    if isinstance(value, str) and _DAY.fullmatch(value):
        day = date.fromisoformat(value)
        return month_name(day, say.language) if name.endswith(_MONTH) else say.day(day)
    return _short(str(value))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _difference(before: Any, after: Any, name: str, say: Texts) -> str:  # noqa: ANN401 - plain values
    """Return by how much a sum, a number or a day changes; of other values that they do."""
    before, after = (_exact(value) for value in (before, after))
    both = [value for value in (before, after) if isinstance(value, str)]
    if len(both) == 2 and all(_MONEY.fullmatch(value) for value in both):  # noqa: PLR2004 - before and after
        change = to_halere(both[1]) - to_halere(both[0])
        if name == _PERCENT:
            return say("whatif-points", points=_signed(_points(change, say), change))
        return _signed(say.money(change), change)
    if len(both) == 2 and all(_DAY.fullmatch(value) for value in both):  # noqa: PLR2004 - before and after
        first, last = (date.fromisoformat(value) for value in both)
        if name.endswith(_MONTH):
            months = months_between(first, last)
            return say("whatif-months-later" if months > 0 else "whatif-months-sooner", months=abs(months))
        days = (last - first).days
        return say("whatif-later" if days > 0 else "whatif-sooner", days=abs(days))
    if all(isinstance(value, int) and not isinstance(value, bool) for value in (before, after)):
        return _signed(str(after - before).replace("-", "−"), after - before)
    return say("whatif-changed")


def _points(change: int, say: Texts) -> str:
    text = to_decimal_string(change).replace("-", "−")
    return text.replace(".", ",") if say.language == "cs" else text


def _exact(value: Any) -> Any:  # noqa: ANN401 - a plain value
    """Return the amount of a range with equal ends."""
    if isinstance(value, dict) and value.keys() == {"least", "most"} and value["least"] == value["most"]:
        return value["least"]
    return value


def _signed(text: str, change: int) -> str:
    return f"+{text}" if change > 0 else text


def _row(cells: Sequence[str]) -> Iterator[str]:
    """Yield the lines of one row, each cell wrapped in its column."""
    columns = [wrap(cell, width) or [""] for cell, width in zip(cells, _WIDTHS, strict=True)]
    for number in range(max(len(column) for column in columns)):
        parts = [
            (column[number] if number < len(column) else "").ljust(width)
            for column, width in zip(columns, _WIDTHS, strict=True)
        ]
        yield _GAP.join(parts).rstrip()

"""Facts as people write them -> a frame of facts: partial dates, decimal strings, codes."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import polars as pl

from dluhy.dates import DateError, Span, parse_span
from dluhy.facts.schema import FACTS, LARGEST_WHOLE, SUBJECT_KEYS, FactSpec, dtype_of
from dluhy.money import MoneyError, to_halere
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_YEARS = re.compile(r"([0-9]{4})(?:/([0-9]{4}))?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099  # as in lists
KEY_COLUMNS = tuple(key for key in SUBJECT_KEYS.values() if key is not None)


class _BadValueError(ValueError):
    """A value that is not of its fact's type."""


def frame_from_facts(
    rows: Iterable[Mapping[str, Any]],
    members: dict[str, list[str]],
    facts: Mapping[str, FactSpec] = FACTS,
) -> pl.DataFrame:
    """Return a frame of facts, one row per mapping; absent facts are null.

    Dates may be days, "2018-03", "2018" or an interval "2018-01/2018-03", years a number or "2012/2014", money a
    decimal string or an exact number. Derived facts may be given too. Raises InputError naming every row and fact
    that does not fit; the content of a value is never repeated.
    """
    problems: list[Problem] = []
    converted = []
    names: dict[str, None] = {}
    for number, row in enumerate(rows, start=1):
        values: dict[str, Any] = {}
        for name, value in row.items():
            place = f"row {number} {name}"
            if name in KEY_COLUMNS and (value is None or isinstance(value, str)):
                values[name] = value
                continue
            if name in KEY_COLUMNS:
                problems.append(Problem("bad_value", place, "označení musí být text", "a reference must be text"))
                continue
            spec = facts.get(name)
            if spec is None or name == "as_of":
                problems.append(Problem("unknown_fact", place, "neznámá skutečnost", "unknown fact"))
                continue
            try:
                values |= fact_values(spec, value, members)
            except _BadValueError:
                problems.append(
                    Problem(
                        "bad_value", place, f"hodnota není typu {spec.type}", f"the value is not of type {spec.type}"
                    )
                )
        names |= dict.fromkeys(values)
        converted.append(values)
    if problems:
        raise InputError(problems)
    schema = {
        column: dtype_of(spec, members) for spec in facts.values() for column in spec.columns if column in names
    } | {key: pl.String() for key in KEY_COLUMNS if key in names}
    if not schema:
        return pl.DataFrame({"row": range(len(converted))})
    return pl.DataFrame([[row.get(column) for column in schema] for row in converted], schema=schema, orient="row")


def fact_values(spec: FactSpec, value: Any, members: Mapping[str, list[str]]) -> dict[str, Any]:  # noqa: ANN401 - as written
    """Return the columns of one fact from the value as written; raises ValueError if it does not fit the type."""
    if value is None:
        return dict.fromkeys(spec.columns)
    if spec.ranged:
        low, high = _bounds(spec, value)
        return dict(zip(spec.columns, (low, high), strict=True))
    return {spec.name: _single(spec, value, members)}


def _bounds(spec: FactSpec, value: Any) -> tuple[Any, Any]:  # noqa: ANN401 - as written
    if isinstance(value, dict):
        if not set(value) <= {"from", "to"}:
            raise _BadValueError
        ends = [None if value.get(end) is None else _bounds(spec, value[end]) for end in ("from", "to")]
        low, high = (ends[0] or (None,))[0], (ends[1] or (None,))[-1]
        if low is not None and high is not None and low > high:
            raise _BadValueError
        return low, high
    if spec.type == "date":
        span = _span(value)
        return span.first, span.last
    if spec.type == "year" and isinstance(value, str):
        return _years(value)
    if spec.type == "money":
        halere = _money(value)
        return halere, halere
    whole = _whole(spec, value)
    return whole, whole


def _years(text: str) -> tuple[int, int]:
    found = _YEARS.fullmatch(text.strip())
    if found is None or not _FIRST_YEAR <= int(found[1]) <= int(found[2] or found[1]) <= _LAST_YEAR:
        raise _BadValueError
    return int(found[1]), int(found[2] or found[1])


def _whole(spec: FactSpec, value: Any) -> int:  # noqa: ANN401 - as written
    low, high = (_FIRST_YEAR, _LAST_YEAR) if spec.type == "year" else (-LARGEST_WHOLE, LARGEST_WHOLE)
    if spec.most is not None:
        low, high = 0, spec.most
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise _BadValueError
    return value


def _span(value: Any) -> Span:  # noqa: ANN401 - as written
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return Span(day, day)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise _BadValueError
    try:
        return parse_span(value)
    except DateError as error:
        raise _BadValueError from error


def _money(value: Any) -> int:  # noqa: ANN401 - as written
    try:
        return to_halere(value)
    except (MoneyError, TypeError) as error:
        raise _BadValueError from error


def _single(spec: FactSpec, value: Any, members: Mapping[str, list[str]]) -> Any:  # noqa: ANN401 - as written
    match spec.type:
        case "bool" if isinstance(value, bool):
            return value
        case "int" | "year":
            return _whole(spec, value)
        case "money":
            return _money(value)
        case "date":
            span = _span(value)
            if span.first != span.last:
                raise _BadValueError
            return span.first
        case "enum" if isinstance(value, str) and value in members[spec.vocabulary or ""]:
            return value
        case "text" if isinstance(value, str):
            return value
    raise _BadValueError

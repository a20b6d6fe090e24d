"""Dated amounts: which value held on a day, one or ten million at a time, and never a value past what is known."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import polars as pl

from dluhy.problems import HorizonError, PackError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dluhy.law.models import Amount, Dated, Series, Table, TablePeriod

_FIRST = date(1, 1, 1)
_A_DAY = timedelta(days=1)
Content = TypeVar("Content", int, str)


def series_problems(series: Series | Table, place: str) -> list[Problem]:
    """Return overlaps, gaps and wrong order among the periods of a series or table."""
    problems = []
    periods: Sequence[Dated] = series.period
    for earlier, later in pairwise(periods):
        if earlier.to is None or later.from_ is None:
            problems.append(
                Problem(
                    "amount_open",
                    place,
                    "jen první období smí být otevřené zdola a poslední shora",
                    "only the first period may be open below and the last above",
                )
            )
        elif later.from_ <= earlier.to:
            problems.append(
                Problem(
                    "amount_overlap",
                    place,
                    f"období se překrývají kolem {later.from_}",
                    f"periods overlap around {later.from_}",
                )
            )
        elif later.from_ != earlier.to + timedelta(days=1):
            problems.append(
                Problem(
                    "amount_gap",
                    place,
                    f"mezi obdobími chybí dny od {earlier.to} do {later.from_}",
                    f"days are missing between {earlier.to} and {later.from_}",
                )
            )
    return problems


def constant(series: Series) -> int:
    """Return the value of a series that has one for all its days; PackError if it has several or it is unknown."""
    value = _number(series.period[0])
    if value is None or len(series.period) > 1:
        cs, en = "tady je třeba jedna známá hodnota pro všechny dny", "one known value for all days is needed here"
        raise PackError([Problem("amount_not_constant", f"series {series.id}", cs, en)])
    return value


def period_on(series: Series, day: date) -> Amount:
    """Return what held on a day, with its citations and evidence; HorizonError outside the series."""
    for period in series.period:
        if (period.from_ is None or period.from_ <= day) and (period.to is None or day <= period.to):
            return period
    raise HorizonError([_outside(series, day)])


def rows_on(table: Table, day: date) -> TablePeriod:
    """Return the rows that held on a day, with their citations and evidence.

    HorizonError outside the table, or where the pack does not know it.
    """
    for period in table.period:
        if (period.from_ is None or period.from_ <= day) and (period.to is None or day <= period.to):
            if period.unknown:
                break
            return period
    else:
        raise HorizonError([_outside(table, day)])
    cs, en = f"hodnoty nejsou známy: {table.title.text('cs')}", f"the values are not known: {table.title.text('en')}"
    raise HorizonError([Problem("value_unknown", f"table {table.id} {day.isoformat()}", cs, en)])


def cell_on(table: Table, day: date, key: str, column: str) -> int:
    """Return one value that held on a day; HorizonError as `rows_on`, KeyError for a row or column it does not have."""
    return rows_on(table, day).row[key][table.columns.index(column)]


def first_day_with(series: Series, holds: Callable[[Amount], bool]) -> date:
    """Return the first day of the first period of which a test holds; PackError if there is no such day."""
    day = next((period.from_ for period in series.period if holds(period)), None)
    if day is None:
        cs, en = "chybí den, od kterého hodnota platí", "the day from which the value holds is missing"
        raise PackError([Problem("amount_without_day", f"series {series.id}", cs, en)])
    return day


def value_on(series: Series, day: date) -> int | None:
    """Return the value that held on a day; None where the pack declares it unknown; HorizonError outside."""
    return _number(period_on(series, day))


def known_value(series: Series, day: date) -> int:
    """Return the value that held on a day; HorizonError outside, or where the pack does not know it."""
    return _known(series, day, value_on(series, day))


def known_ratio(series: Series, day: date) -> Fraction:
    """Return the fraction that held on a day, exact; HorizonError outside, or where the pack does not know it."""
    return Fraction(_known(series, day, period_on(series, day).ratio))


def known_code(series: Series, day: date) -> str:
    """Return the code that held on a day; HorizonError outside, or where the pack does not know it."""
    return _known(series, day, period_on(series, day).code)


def _known(series: Series, day: date, content: Content | None) -> Content:
    if content is None:
        name = series.title.text("cs")
        cs, en = f"hodnota není známa: {name}", f"the value is not known: {series.title.text('en')}"
        raise HorizonError([Problem("value_unknown", f"series {series.id} {day.isoformat()}", cs, en)])
    return content


def values_on(series: Series, days: pl.Series) -> pl.Series:
    """Return the value for each day (Date series, nulls stay null) by one as-of join.

    The result is Int64, null where the pack declares the value unknown. Raises HorizonError if any day lies
    outside the series, naming the first known or the last known day.
    """
    known_from, known_to = series.period[0].from_, series.period[-1].to
    low, high = days.min(), days.max()
    if isinstance(low, date) and known_from is not None and low < known_from:
        raise HorizonError([_outside(series, low)])
    if isinstance(high, date) and known_to is not None and high > known_to:
        raise HorizonError([_outside(series, high)])
    table = pl.DataFrame(
        {
            "from": [period.from_ or _FIRST for period in series.period],
            "value": [_number(period) for period in series.period],
        },
        schema={"from": pl.Date, "value": pl.Int64},
    )
    asked = pl.DataFrame({"day": days}).with_row_index("row").sort("day")
    found = asked.join_asof(table, left_on="day", right_on="from", strategy="backward")
    return found.sort("row")["value"].rename(series.id)


def known_in_year(series: Series, year: pl.Expr) -> pl.Expr:
    """Return the value that held on 1 January of a year (Int32) as an expression.

    Null for a year outside the series or declared unknown: for facts inside rules, where what the law does not
    reach must become unknown and not an error.
    """
    expression = pl.lit(None, dtype=pl.Int64)
    for period in series.period:
        value = pl.lit(_number(period), dtype=pl.Int64)
        expression = pl.when(_year_inside(period, year)).then(value).otherwise(expression)
    return expression


def known_on(series: Series, day: pl.Expr) -> pl.Expr:
    """Return the value that held on a day (Date) as an expression; null outside the series or where unknown.

    The day is looked up once, however many periods there are.
    """
    starts = _starts([series])
    values = pl.Series([None, *(_value_at(series, first) for first in starts)], dtype=pl.Int64)
    place = pl.lit(pl.Series(starts, dtype=pl.Date)).search_sorted(day, side="right")
    return pl.when(day.is_not_null()).then(pl.lit(values).gather(place))


def common_spans(several: Sequence[Series]) -> list[tuple[tuple[date, date], tuple[int, ...]]]:
    """Return the spans of days, both included, in which each of several series has one known value, with the values.

    Spans come in order and do not overlap; days for which one of the values is unknown are in none.
    """
    starts = _starts(several)
    found: list[tuple[tuple[date, date], tuple[int, ...]]] = []
    for first, after in zip(starts, [*starts[1:], None], strict=True):
        values = tuple(value for series in several if (value := _value_at(series, first)) is not None)
        last = date.max if after is None else after - _A_DAY
        if len(values) < len(several):
            continue
        if found and found[-1][1] == values and found[-1][0][1] + _A_DAY == first:
            found[-1] = ((found[-1][0][0], last), values)
        else:
            found.append(((first, last), values))
    return found


def _starts(several: Sequence[Series]) -> list[date]:
    """Return the days on which something begins or has just ended, in order."""
    periods = [_bounded(period) for series in several for period in series.period]
    return sorted({first for first, _ in periods} | {last + _A_DAY for _, last in periods if last < date.max})


def _bounded(period: Amount) -> tuple[date, date]:
    return period.from_ or _FIRST, period.to or date.max


def _value_at(series: Series, day: date) -> int | None:
    bounds = ((_bounded(period), period) for period in series.period)
    return next((_number(period) for (first, last), period in bounds if first <= day <= last), None)


def _year_inside(period: Amount, year: pl.Expr) -> pl.Expr:
    tests = [year.is_not_null()]
    if period.from_ is not None:
        tests.append(year >= (period.from_.year if _is_new_year(period.from_) else period.from_.year + 1))
    if period.to is not None:
        tests.append(year <= period.to.year)
    return reduce(lambda a, b: a & b, tests)


def _is_new_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _number(period: Amount) -> int | None:
    return period.value


def _outside(series: Series | Table, day: date) -> Problem:
    first, last = series.period[0].from_, series.period[-1].to
    late = last is not None and day > last
    limit = last if late else first
    return Problem(
        "past_horizon" if late else "before_horizon",
        f"{type(series).__name__.lower()} {series.id}",
        f"hodnota pro den {day} není známa; {'poslední' if late else 'první'} známý den je {limit}",
        f"the value for {day} is not known; the {'last' if late else 'first'} known day is {limit}",
    )

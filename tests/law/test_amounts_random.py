from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.support import shipped_pack

from dluhy.law.amounts import known_in_year, series_problems, value_on, values_on
from dluhy.law.models import Series
from dluhy.problems import HorizonError

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = timedelta(days=1)


@st.composite
def series_of_periods(draw: st.DrawFn) -> Series:
    """Draw a series of one to six periods, open or closed at either end, some of them declared unknown."""
    cuts = draw(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=2, max_size=7, unique=True).map(sorted))
    open_below, open_above = draw(st.booleans()), draw(st.booleans())
    periods = []
    for number in range(len(cuts) - 1):
        value = draw(st.none() | st.integers(0, 10**9))
        period: dict[str, object] = {"evidence": "S", "value": value, "unknown": value is None}
        if number or not open_below:
            period["from"] = cuts[number]
        if number < len(cuts) - 2 or not open_above:
            period["to"] = cuts[number + 1] - DAY
        periods.append(period)
    return Series.model_validate(
        {
            "id": "drawn",
            "topic": "children",
            "unit": "czk",
            "selected_by": "as_of",
            "title": {"cs": "řada", "en": "series"},
            "period": periods,
        }
    )


SERIES = series_of_periods() | st.deferred(lambda: st.sampled_from(list(shipped_pack().series.values())))


def days_inside(series: Series) -> st.SearchStrategy[date]:
    return st.dates(series.period[0].from_ or date(1, 1, 1), series.period[-1].to or date(9999, 12, 31))


def one_by_one(series: Series, days: Sequence[date | None]) -> list[int | None]:
    return [None if day is None else value_on(series, day) for day in days]


@settings(deadline=None)
@given(st.data())
def test_many_days_at_once_have_the_values_of_each_day_alone(data: st.DataObject) -> None:
    series = data.draw(SERIES)
    days = data.draw(st.lists(st.none() | days_inside(series), max_size=20))

    values = values_on(series, pl.Series("day", days, dtype=pl.Date))

    assert series_problems(series, "drawn") == []
    assert values.to_list() == one_by_one(series, days)


@settings(deadline=None)
@given(SERIES, st.lists(st.integers(1850, 2150), max_size=20))
def test_a_fact_of_a_year_has_the_value_of_new_years_day_and_is_unknown_outside(
    series: Series, years: list[int]
) -> None:
    frame = pl.DataFrame({"year": years}, schema={"year": pl.Int32})

    values = frame.with_columns(value=known_in_year(series, pl.col("year")))["value"]

    first, last = series.period[0].from_ or date.min, series.period[-1].to or date.max
    days = [date(year, 1, 1) for year in years]
    assert values.to_list() == [value_on(series, day) if first <= day <= last else None for day in days]


@settings(deadline=None)
@given(st.data())
def test_one_day_outside_refuses_all_days(data: st.DataObject) -> None:
    series = data.draw(series_of_periods().filter(lambda s: bool(s.period[0].from_ or s.period[-1].to)))
    first, last = series.period[0].from_, series.period[-1].to
    outside = [day for day in (first and first - DAY, last and last + DAY) if day is not None]
    days = data.draw(st.permutations([data.draw(st.sampled_from(outside)), *data.draw(st.lists(days_inside(series)))]))

    with pytest.raises(HorizonError):
        values_on(series, pl.Series("day", days, dtype=pl.Date))


@settings(deadline=None)
@given(series_of_periods().filter(lambda series: len(series.period) > 1), st.integers(1, 400), st.data())
def test_a_period_moved_by_any_number_of_days_makes_a_gap_or_an_overlap(
    series: Series, by: int, data: st.DataObject
) -> None:
    number = data.draw(st.integers(1, len(series.period) - 1))
    later = data.draw(st.booleans())
    moved = series.period[number]
    assert moved.from_ is not None
    start = moved.from_ + timedelta(days=by if later else -by)
    periods = [*series.period]
    periods[number] = moved.model_copy(update={"from_": start})

    problems = series_problems(series.model_copy(update={"period": periods}), "drawn")

    assert [problem.code for problem in problems] == ["amount_gap" if later else "amount_overlap"]

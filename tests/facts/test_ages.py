"""Ages in whole columns are the ages of single dates, and those that python-dateutil counts."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.one_fact import computed
from tests.strategies import AS_OF, Facts, examples

from dluhy import dates
from dluhy.facts.derived import ages

ANY_DAY = st.dates(date(1900, 1, 1), date(2099, 12, 31))
LEAP_DAYS = st.sampled_from([date(year, 2, 29) for year in (1904, 1996, 2000, 2004, 2008, 2096)])
END_OF_FEBRUARY = st.builds(date, st.integers(1901, 2099), st.just(2), st.integers(26, 28))
PAIRS = st.tuples(ANY_DAY | LEAP_DAYS, ANY_DAY | LEAP_DAYS | END_OF_FEBRUARY)


@examples(20)
@given(st.lists(PAIRS, min_size=50, max_size=200))
def test_full_years_in_a_column_are_those_of_single_dates(pairs: list[tuple[date, date]]) -> None:
    frame = pl.DataFrame(pairs, schema={"born": pl.Date, "on": pl.Date}, orient="row")
    came = frame.select(ages.full_years(pl.col("born"), pl.col("on"))).to_series().to_list()
    assert came == [dates.full_years(born, on) for born, on in pairs]
    ahead = [
        (years, relativedelta(on, born).years) for years, (born, on) in zip(came, pairs, strict=True) if on >= born
    ]
    assert [years for years, _ in ahead] == [years for _, years in ahead]


@examples(20)
@given(st.lists(ANY_DAY | LEAP_DAYS, min_size=50, max_size=200), st.sampled_from([15, 18, 21]))
def test_birthdays_in_a_column_are_those_of_single_dates(births: list[date], age: int) -> None:
    came = pl.DataFrame({"born": births}).select(ages.birthday(pl.col("born"), age)).to_series().to_list()
    assert came == [dates.birthday(born, age) for born in births]
    assert came == [born + relativedelta(years=age) for born in births]


@examples(20)
@given(st.lists(ANY_DAY | LEAP_DAYS, min_size=20, max_size=50), st.sampled_from([15, 18, 21]))
def test_an_age_begins_on_the_birthday_and_not_a_day_before(births: list[date], age: int) -> None:
    for born in births:
        day = dates.birthday(born, age)
        assert dates.full_years(born, day) == age
        assert dates.full_years(born, day - timedelta(days=1)) == age - 1


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(2000, 6, 15), date(2018, 6, 14), 17),
        (date(2000, 6, 15), date(2018, 6, 15), 18),
        (date(2000, 2, 29), date(2018, 2, 27), 17),
        (date(2000, 2, 29), date(2018, 2, 28), 18),
        (date(2000, 2, 29), date(2016, 2, 28), 15),
        (date(2000, 2, 29), date(2016, 2, 29), 16),
        (date(2000, 2, 28), date(2018, 2, 28), 18),
        (date(2000, 3, 1), date(2018, 2, 28), 17),
        (date(2000, 1, 1), date(2017, 12, 31), 17),
        (date(2000, 12, 31), date(2018, 12, 31), 18),
        (date(2018, 5, 1), date(2018, 5, 1), 0),
        (date(2018, 5, 2), date(2018, 5, 1), -1),
    ],
)
def test_the_age_at_a_boundary(born: date, on: date, years: int) -> None:
    """A birthday of 29 February is reached on the 28th in a short year; a day before birth is below zero."""
    assert dates.full_years(born, on) == years
    facts: Facts = {"birth_date": born, "minority_day": on}
    assert computed("age_on_minority_day", [facts]) == [(years, years)]
    assert computed("age_today", [{"birth_date": born}], as_of=on) == [(years, years)]


@pytest.mark.parametrize(("fact", "age"), [("days_to_15", 15), ("days_to_18", 18), ("days_to_21", 21)])
@pytest.mark.parametrize("days", [-1, 0, 1, 89, 90, 364, 365])
def test_days_to_a_birthday_are_zero_on_it_and_negative_after_it(fact: str, age: int, days: int) -> None:
    born = AS_OF + timedelta(days=days) - relativedelta(years=age)
    assert dates.birthday(born, age) == AS_OF + timedelta(days=days)
    assert computed(fact, [{"birth_date": born}]) == [(days, days)]


@pytest.mark.parametrize(("fact", "age"), [("days_to_15", 15), ("days_to_18", 18), ("days_to_21", 21)])
def test_days_to_the_birthday_of_a_leap_child_count_to_28_february(fact: str, age: int) -> None:
    born = date(2012, 2, 29)
    expected = (date(2012 + age, 2, 28) - AS_OF).days
    assert computed(fact, [{"birth_date": born}]) == [(expected, expected)]


def test_an_age_known_within_limits_runs_from_the_latest_birth_to_the_earliest() -> None:
    rows: list[Facts] = [
        {"birth_date": "2000", "minority_day": date(2018, 5, 31)},
        {"birth_date": date(2000, 5, 31), "minority_day": "2018-05"},
        {"birth_date": "2000-05", "minority_day": "2018-05"},
        {"birth_date": {"from": date(2000, 6, 1)}, "minority_day": date(2018, 5, 31)},
        {"birth_date": {"to": date(2000, 5, 31)}, "minority_day": date(2018, 5, 31)},
        {"birth_date": date(2000, 5, 31)},
        {"minority_day": date(2018, 5, 31)},
    ]
    assert computed("age_on_minority_day", rows) == [
        (17, 18),
        (17, 18),
        (17, 18),
        (None, 17),
        (18, None),
        (None, None),
        (None, None),
    ]


def test_days_to_18_known_within_limits_run_from_the_earliest_birth_to_the_latest() -> None:
    assert computed("days_to_18", [{"birth_date": "2008-12"}, {"birth_date": {"from": date(2008, 12, 1)}}, {}]) == [
        (10, 40),
        (10, None),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("fee_year", "born", "expected"),
    [
        (2014, date(1996, 1, 1), (18, 18)),
        (2014, date(1996, 1, 2), (17, 17)),
        ("2013/2014", date(1996, 1, 1), (17, 18)),
        (2014, "1996", (17, 18)),
        (None, date(1996, 1, 1), (None, None)),
    ],
)
def test_the_age_at_the_start_of_the_fee_year_is_the_age_on_1_january(
    fee_year: object, born: object, expected: tuple[int | None, int | None]
) -> None:
    assert computed("age_at_fee_year_start", [{"fee_year": fee_year, "birth_date": born}]) == [expected]

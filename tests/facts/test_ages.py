"""Ages in whole columns are the ages of single dates, and those that python-dateutil counts."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.one_fact import computed
from tests.strategies import AS_OF, Facts, examples, judge

from dluhy import dates
from dluhy.facts.derived import ages

ANY_DAY = st.dates(date(1900, 1, 1), date(2099, 12, 31))
LEAP_DAYS = st.sampled_from([date(year, 2, 29) for year in (1904, 1996, 2000, 2004, 2008, 2096)])
END_OF_FEBRUARY = st.builds(date, st.integers(1901, 2099), st.just(2), st.integers(26, 28))
DAYS_TO = [(f"days_to_{age}", age) for age in (12, 13, 15, 18, 21)]
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
@given(st.lists(ANY_DAY | LEAP_DAYS, min_size=50, max_size=200), st.sampled_from([age for _, age in DAYS_TO]))
def test_birthdays_in_a_column_are_those_of_single_dates(births: list[date], age: int) -> None:
    came = pl.DataFrame({"born": births}).select(ages.birthday(pl.col("born"), age)).to_series().to_list()
    assert came == [dates.birthday(born, age) for born in births]
    assert came == [born + relativedelta(years=age) for born in births]


@examples(20)
@given(st.lists(ANY_DAY | LEAP_DAYS, min_size=20, max_size=50), st.sampled_from([age for _, age in DAYS_TO]))
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


@pytest.mark.parametrize(("fact", "age"), DAYS_TO)
@pytest.mark.parametrize("days", [-1, 0, 1, 89, 90, 364, 365])
def test_days_to_a_birthday_are_zero_on_it_and_negative_after_it(fact: str, age: int, days: int) -> None:
    born = AS_OF + timedelta(days=days) - relativedelta(years=age)
    assert dates.birthday(born, age) == AS_OF + timedelta(days=days)
    assert computed(fact, [{"birth_date": born}]) == [(days, days)]


@pytest.mark.parametrize(("fact", "age"), DAYS_TO)
def test_days_to_the_birthday_of_a_leap_child_count_to_the_last_of_february(fact: str, age: int) -> None:
    """The 12th birthday falls in a leap year and has its day."""
    expected = (date(2012 + age, 2, 29 if age == 12 else 28) - AS_OF).days
    assert computed(fact, [{"birth_date": date(2012, 2, 29)}]) == [(expected, expected)]


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


@pytest.mark.parametrize(
    ("facts", "years", "minor"),
    [
        ({"birth_date": date(2000, 5, 31), "proceedings_began_on": date(2018, 5, 30)}, (17, 17), True),
        ({"birth_date": date(2000, 5, 31), "proceedings_began_on": date(2018, 5, 31)}, (18, 18), False),
        ({"birth_date": date(2000, 5, 31), "proceedings_began_on": "2018-05"}, (17, 18), None),
        ({"birth_date": date(2000, 5, 31), "proceedings_began_on": "2018-04"}, (17, 17), True),
        ({"birth_date": date(2000, 5, 31), "proceedings_began_on": "2018-06"}, (18, 18), False),
        ({"birth_date": "2000", "proceedings_began_on": date(2018, 5, 31)}, (17, 18), None),
        ({"birth_date": "2000", "proceedings_began_on": date(2017, 12, 30)}, (16, 17), True),
        ({"proceedings_began_on": date(2018, 5, 31)}, (None, None), None),
    ],
)
def test_a_minor_is_sued_until_the_day_before_the_18th_birthday(
    facts: Facts, years: tuple[int | None, int | None], *, minor: bool | None
) -> None:
    assert computed("age_when_sued", [facts]) == [years]
    assert computed("minor_when_sued", [{"age_when_sued": ages_of(years)}]) == [minor]


def ages_of(bounds: tuple[int | None, int | None]) -> object:
    """Return an age known within limits as people write it."""
    return {end: age for end, age in zip(("from", "to"), bounds, strict=True) if age is not None} or None


@pytest.mark.parametrize(
    ("facts", "years"),
    [
        ({"birth_date": date(2000, 5, 31), "title_issued_on": date(2018, 5, 30)}, (None, 17)),
        ({"birth_date": date(2000, 5, 31), "title_issued_on": "2018-05"}, (None, 18)),
        ({"birth_date": date(2000, 5, 31), "title_issued_on": {"from": date(2018, 5, 30)}}, (None, 26)),
        ({"birth_date": date(2000, 5, 31), "proceedings_began_on": {"from": date(2018, 5, 31)}}, (18, 26)),
        (
            {
                "birth_date": date(2000, 5, 31),
                "proceedings_began_on": {"from": date(2017, 1, 1)},
                "title_issued_on": date(2018, 5, 30),
            },
            (16, 17),
        ),
        (
            {
                "birth_date": date(2000, 5, 31),
                "proceedings_began_on": date(2018, 5, 30),
                "title_issued_on": date(2019, 5, 31),
            },
            (17, 17),
        ),
        ({"birth_date": date(2008, 11, 22)}, (None, 17)),
        ({"birth_date": date(2008, 11, 21)}, (None, 18)),
        ({"birth_date": {"from": date(2008, 11, 22)}}, (None, 17)),
        ({}, (None, None)),
    ],
    ids=[
        "sued before the title of that day",
        "before the end of the month of the title",
        "the title's latest day is not known",
        "the proceedings' latest day is not known",
        "between a day and the title",
        "the day of the proceedings counts, not that of the title",
        "a child of today",
        "18 today",
        "born that day or later",
        "nothing known",
    ],
)
def test_nobody_was_sued_after_the_title_or_after_today(facts: Facts, years: tuple[int | None, int | None]) -> None:
    assert computed("age_when_sued", [facts]) == [years]


def test_days_to_12_and_13_known_within_limits_run_from_the_earliest_birth_to_the_latest() -> None:
    assert computed("days_to_12", [{"birth_date": "2014-12"}, {"birth_date": {"to": date(2014, 12, 1)}}, {}]) == [
        (10, 40),
        (None, 10),
        (None, None),
    ]
    assert computed("days_to_13", [{"birth_date": "2013-12"}, {"birth_date": {"from": date(2013, 12, 1)}}]) == [
        (10, 40),
        (10, None),
    ]


@pytest.mark.parametrize(
    ("arose_on", "days"),
    [
        (date(2026, 3, 1), (date(2026, 3, 1), date(2026, 3, 1))),
        (date(2026, 3, 31), (date(2026, 3, 1), date(2026, 3, 1))),
        ("2026-03", (date(2026, 3, 1), date(2026, 3, 1))),
        ("2026", (date(2026, 1, 1), date(2026, 12, 1))),
        ({"from": date(2026, 3, 15)}, (date(2026, 3, 1), None)),
        ({"to": date(2026, 3, 15)}, (None, date(2026, 3, 1))),
        (None, (None, None)),
    ],
)
def test_minority_of_a_premium_is_tested_on_the_first_day_of_its_month(
    arose_on: object, days: tuple[object, object]
) -> None:
    assert computed("minority_day", [{"debt_kind": "health_insurance_premium", "arose_on": arose_on}]) == [days]


@pytest.mark.parametrize(("born", "years"), [(date(2008, 3, 1), 18), (date(2008, 3, 2), 17), (date(2008, 3, 31), 17)])
def test_who_turns_18_within_the_month_of_a_premium_is_a_minor_for_the_whole_of_it(born: date, years: int) -> None:
    """The guardian pays to the end of that month too (§ 11a zákona č. 592/1992 Sb.)."""
    facts: Facts = {"debt_kind": "health_insurance_premium", "arose_on": "2026-03", "birth_date": born}
    judged = judge([facts])
    assert judged.select("age_on_minority_day_from", "age_on_minority_day_to").rows() == [(years, years)]

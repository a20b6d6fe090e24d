"""Periods as three acts count them, a day at a time and a column at a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl
import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.one_fact import PACK
from tests.strategies import examples

from dluhy import dates
from dluhy.facts.derived import limits

if TYPE_CHECKING:
    from collections.abc import Sequence

TABLE = PACK.days["public_holidays"]
EVERY_DAY = [TABLE.from_ + timedelta(days=number) for number in range((TABLE.to - TABLE.from_).days + 1)]
COUNTINGS = ("osr57", "dr33", "oz605")
DAYS, MONTHS, YEARS = (
    st.tuples(st.just(unit), st.integers(1, most)) for unit, most in (("days", 400), ("months", 40), ("years", 15))
)


def ends(events: Sequence[date | None], counting: str, unit: str, number: int) -> list[date | None]:
    """Return the last days of periods that run from events, a column at a time."""
    column = pl.DataFrame({"event": events}, schema={"event": pl.Date})
    end = limits.end_of_period(pl.col("event"), counting=counting, holidays=TABLE, **{unit: number})
    return column.select(end).to_series().to_list()


def last_day(event: date, counting: str, unit: str, number: int) -> date | None:
    """Return the last day of one period."""
    return dates.last_day_of_period(event, counting=counting, holidays=TABLE, **{unit: number})


def counted(event: str, length: str, counting: str) -> str:
    """Return the last day of a period, as both renderings count it."""
    number, unit = length.split()
    came = last_day(date.fromisoformat(event), counting, unit, int(number))
    assert ends([date.fromisoformat(event)], counting, unit, int(number)) == [came]
    return str(came)


# event, length, end by § 57 OSŘ and § 605 OZ, end by § 33 DŘ, what it shows
CASES = [
    ("2026-06-01", "15 days", "2026-06-16", "2026-06-16", "days are counted alike; a Tuesday"),
    ("2026-11-05", "15 days", "2026-11-20", "2026-11-20", "a Friday stays"),
    ("2026-11-06", "15 days", "2026-11-23", "2026-11-23", "a Saturday moves to Monday"),
    ("2026-11-07", "15 days", "2026-11-23", "2026-11-23", "a Sunday moves to Monday"),
    ("2026-11-02", "15 days", "2026-11-18", "2026-11-18", "a holiday on a Tuesday moves to Wednesday"),
    ("2026-12-09", "15 days", "2026-12-28", "2026-12-28", "Christmas and the weekend after it"),
    ("2021-12-09", "15 days", "2021-12-27", "2021-12-27", "Christmas on Friday to Sunday"),
    ("2015-03-19", "15 days", "2015-04-03", "2015-04-03", "Good Friday of 2015 was a working day"),
    ("2016-03-10", "15 days", "2016-03-29", "2016-03-29", "Good Friday from 2016 on moves past Easter Monday"),
    ("2026-03-19", "15 days", "2026-04-07", "2026-04-07", "Easter of 2026"),
    ("2026-01-15", "1 months", "2026-02-16", "2026-02-16", "a Sunday; by the Tax Code a Monday anyway"),
    ("2026-03-16", "1 months", "2026-04-16", "2026-04-17", "the Tax Code gives a day more"),
    (
        "2026-01-31",
        "1 months",
        "2026-03-02",
        "2026-03-02",
        "no 31 February; 28 February is a Saturday, 1 March a Sunday",
    ),
    ("2026-01-30", "1 months", "2026-03-02", "2026-03-02", "begun on 31 January it has no 31 February either"),
    (
        "2023-01-31",
        "1 months",
        "2023-02-28",
        "2023-03-01",
        "no 31 February; begun on 1 February it ends on 1 March",
    ),
    ("2024-01-31", "1 months", "2024-02-29", "2024-03-01", "the last day of a leap February"),
    (
        "2023-02-28",
        "1 months",
        "2023-03-28",
        "2023-04-03",
        "from the last of February by number, not to the last of March",
    ),
    (
        "2026-04-30",
        "1 months",
        "2026-06-01",
        "2026-06-01",
        "30 May is a Saturday; begun on 1 May it ends on 1 June",
    ),
    ("2026-08-31", "2 months", "2026-11-02", "2026-11-02", "31 October is a Saturday, 1 November a Sunday"),
    ("2026-10-26", "2 months", "2026-12-28", "2026-12-28", "26 December is a holiday, the 27th a Sunday"),
    ("2025-11-30", "3 months", "2026-03-02", "2026-03-02", "over the new year to a short month"),
    ("2024-02-29", "1 years", "2025-02-28", "2025-03-03", "no 29 February; 1 March 2025 is a Saturday"),
    (
        "2023-02-28",
        "1 years",
        "2024-02-28",
        "2024-03-01",
        "28 February of a leap year is by number not the last day",
    ),
    ("2020-02-28", "4 years", "2024-02-28", "2024-02-29", "begun on a leap day, ended on a leap day"),
    ("2020-02-28", "1 years", "2021-03-01", "2021-03-01", "begun on a leap day, in a year without one; a Sunday"),
    ("2015-12-31", "1 years", "2017-01-02", "2017-01-02", "New Year's Eve is a Saturday, New Year a Sunday"),
    ("2019-12-31", "1 years", "2020-12-31", "2021-01-04", "New Year's Eve is a working day, New Year is none"),
]


@pytest.mark.parametrize(
    ("event", "length", "courts", "taxes"), [case[:-1] for case in CASES], ids=[case[-1] for case in CASES]
)
def test_a_period_ends_as_its_act_says(event: str, length: str, courts: str, taxes: str) -> None:
    """The courts and the Civil Code count alike; the Tax Code by the day after the event."""
    assert [counted(event, length, counting) for counting in COUNTINGS] == [courts, taxes, courts]


def test_every_way_of_counting_in_the_vocabulary_is_counted_and_no_other() -> None:
    assert set(PACK.vocabularies["countings"]) == set(dates.COUNTINGS) == set(limits.COUNTINGS) == set(COUNTINGS)


@pytest.mark.thorough
@examples(25)
@given(st.sampled_from(COUNTINGS), DAYS | MONTHS | YEARS)
def test_a_column_ends_as_single_dates_do_on_every_day_of_the_table(counting: str, length: tuple[str, int]) -> None:
    unit, number = length
    assert ends(EVERY_DAY, counting, unit, number) == [last_day(event, counting, unit, number) for event in EVERY_DAY]


@examples(25)
@given(st.sampled_from(COUNTINGS), DAYS | MONTHS | YEARS)
def test_a_period_ends_on_a_working_day_and_never_sooner_for_a_later_event(
    counting: str, length: tuple[str, int]
) -> None:
    known = [end for end in ends(EVERY_DAY, counting, *length) if end is not None]
    assert known == sorted(known)
    assert not [end for end in known if end.weekday() >= 5 or end in TABLE.days]


@examples(100)
@given(st.sampled_from(EVERY_DAY[:-400]), st.integers(0, 300))
def test_days_are_counted_from_the_day_after_the_event_and_only_days_off_are_passed_over(
    event: date, days: int
) -> None:
    end = last_day(event, "osr57", "days", days)
    assert end is not None
    by_number = event + timedelta(days=days)
    passed = [by_number + timedelta(days=number) for number in range((end - by_number).days)]
    assert by_number <= end
    assert all(day.weekday() >= 5 or day in TABLE.days for day in passed)


@examples(50)
@given(st.sampled_from(EVERY_DAY), st.integers(1, 40))
def test_the_tax_code_counts_from_the_day_after_what_the_others_count_from(event: date, months: int) -> None:
    next_day = event + timedelta(days=1)
    if next_day <= TABLE.to:
        assert last_day(event, "dr33", "months", months) == last_day(next_day, "osr57", "months", months)


@pytest.mark.parametrize("counting", COUNTINGS)
def test_no_end_is_given_outside_the_table_of_holidays(counting: str) -> None:
    events = [
        TABLE.from_ - timedelta(days=1),
        TABLE.from_,
        date(2030, 12, 16),
        date(2030, 12, 17),
        TABLE.to,
        date(2031, 1, 1),
    ]
    expected = [None, date(2015, 1, 16), date(2030, 12, 31), None, None, None]
    assert [last_day(event, counting, "days", 15) for event in events] == expected
    assert ends([*events, None], counting, "days", 15) == [*expected, None]


@pytest.mark.parametrize("lengths", [{}, {"days": 1, "months": 1}, {"months": 1, "years": 1}])
def test_a_period_has_exactly_one_length(lengths: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="one length"):
        dates.last_day_of_period(date(2026, 1, 1), counting="osr57", holidays=TABLE, **lengths)
    with pytest.raises(ValueError, match="one length"):
        limits.end_of_period(pl.col("event"), counting="osr57", holidays=TABLE, **lengths)


def test_an_unknown_way_of_counting_is_refused() -> None:
    with pytest.raises(KeyError, match="sr40"):
        dates.last_day_of_period(date(2026, 1, 1), counting="sr40", holidays=TABLE, days=1)
    with pytest.raises(KeyError, match="sr40"):
        limits.end_of_period(pl.col("event"), counting="sr40", holidays=TABLE, days=1)


@pytest.mark.parametrize("year", range(2015, 2031))
def test_the_table_holds_the_holidays_of_each_year(year: int) -> None:
    """Easter by computation; Good Friday is a holiday from 2016."""
    sunday = easter(year)
    fixed = ((1, 1), (5, 1), (5, 8), (7, 5), (7, 6), (9, 28), (10, 28), (11, 17), (12, 24), (12, 25), (12, 26))
    expected = {date(year, *day) for day in fixed} | {sunday + timedelta(days=1)}
    expected |= {sunday - timedelta(days=2)} if year >= 2016 else set()
    assert {day for day in TABLE.days if day.year == year} == expected

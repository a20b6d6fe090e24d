"""Days as they are written: exact, to the month, to the year, between two of them; nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import examples

from dluhy.dates import DateError, Span, parse_span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-03-31", date(2018, 3, 31), date(2018, 3, 31)),
        (" 2018-03 ", date(2018, 3, 1), date(2018, 3, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018/2019", date(2018, 1, 1), date(2019, 12, 31)),
        ("2018-03 / 2018-04", date(2018, 3, 1), date(2018, 4, 30)),
        ("2018-03-05/2018", date(2018, 3, 5), date(2018, 12, 31)),
        ("2018/2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018/2018-03", date(2018, 1, 1), date(2018, 3, 31)),
    ],
)
def test_a_written_day_is_all_the_days_it_may_be(text: str, first: date, last: date) -> None:
    assert parse_span(text) == Span(first, last)


@pytest.mark.parametrize(
    "text",
    [
        *("2018-02-29", "2018-04-31", "2018-00", "2018-13", "2018-00-10", "2018-01-00", "0000", "0000-01-01"),
        *("2019/2018", "2018-04/2018-03", "2018-03-02/2018-03-01", "2018-02-30/2019", "2018/2018-02-30"),
        *("", "/", "2018/", "/2018", "2018/2019/2020", "2018-2019", "18-03-31", "2018-3-1", "20180331"),
        *("31. 3. 2018", "31.3.2018", "2018-03-31T00:00", "jaro 2018", "2018-03-31x", "-2018", "2018--03"),
    ],
)
def test_what_is_no_day_month_year_or_forward_interval_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_span(text)


@examples(100)
@given(st.dates(date(1, 1, 1)), st.dates(date(1, 1, 1)))
def test_an_interval_of_two_days_is_read_forward_and_refused_backward(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert parse_span(f"{first}/{last}") == Span(first, last)
    assert parse_span(first.isoformat()) == Span(first, first)
    if first < last:
        with pytest.raises(DateError):
            parse_span(f"{last}/{first}")

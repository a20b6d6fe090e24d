"""By when a step or a motion is due: from which event, for whom, to the end of which day."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from tests.facts.one_fact import PACK, computed
from tests.strategies import AS_OF, Facts, judge

from dluhy.facts.derived.limits import limit_of
from dluhy.facts.frame import frame_from_facts
from dluhy.law.models import Limit

TABLE = PACK.days["public_holidays"]


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
        ("none", None, False),
    ],
)
def test_there_is_no_motion_without_an_executor_or_against_an_enforcement_that_is_over(
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


def limit_on(facts: Facts, period: dict[str, object], as_of: date = AS_OF) -> date | None:
    """Return by when a step is due whose limit is written so."""
    words = {"text": {"cs": "lhůta", "en": "limit"}, "evidence": "S"}
    limit = Limit.model_validate({**words, **period})
    frame = frame_from_facts([facts], PACK.members).with_columns(as_of=pl.lit(as_of))
    return frame.select(limit_of(limit, PACK)).item()  # type: ignore[no-any-return]  # a date or null


@pytest.mark.parametrize(
    ("period", "end"),
    [
        ({"days": 15, "counting": "osr57"}, date(2026, 3, 31)),
        ({"months": 1, "counting": "osr57"}, date(2026, 4, 16)),
        ({"months": 1, "counting": "dr33"}, date(2026, 4, 17)),
        ({"months": 1, "counting": "oz605"}, date(2026, 4, 16)),
        ({"years": 3, "counting": "dr33"}, date(2029, 3, 19)),
    ],
)
def test_a_step_is_due_by_its_own_period_and_way_of_counting(period: dict[str, object], end: date) -> None:
    facts: Facts = {"title_learned_on": date(2026, 3, 16)}
    assert limit_on(facts, {"runs_from": "title_learned_on", **period}) == end


def test_a_step_without_a_period_has_no_last_day() -> None:
    assert limit_on({"title_learned_on": date(2026, 3, 16)}, {}) is None


@pytest.mark.parametrize(
    ("event", "end"),
    [
        (date(2026, 11, 1), date(2026, 11, 16)),
        ("2026-11-01/2026-11-02", None),
        ({"from": date(2026, 11, 1)}, None),
        ({"to": date(2026, 11, 1)}, None),
        (None, None),
    ],
)
def test_a_step_is_due_from_an_event_that_is_known_to_the_day(event: object, end: date | None) -> None:
    facts: Facts = {"enforcement_began_on": event}
    assert limit_on(facts, {"days": 15, "runs_from": "enforcement_began_on", "counting": "osr57"}) == end


@pytest.mark.parametrize(
    ("event", "as_of", "end"),
    [
        (date(2026, 11, 21), AS_OF, date(2026, 12, 7)),
        (date(2026, 11, 22), AS_OF, None),
        (TABLE.from_, AS_OF, date(2015, 1, 16)),
        (TABLE.from_ - timedelta(days=1), AS_OF, None),
        (date(2030, 12, 16), TABLE.to, TABLE.to),
        (date(2030, 12, 17), TABLE.to, None),
    ],
    ids=["today", "tomorrow", "first day of the table", "before it", "ends on its last day", "ends after it"],
)
def test_no_step_is_due_from_an_event_to_come_or_beyond_the_table(event: date, as_of: date, end: date | None) -> None:
    facts: Facts = {"call_served_on": event}
    assert limit_on(facts, {"days": 15, "runs_from": "call_served_on", "counting": "osr57"}, as_of) == end

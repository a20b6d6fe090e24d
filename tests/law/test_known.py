"""How far an amount is known: an open end reaches to the horizon of its topic and no further."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.law.support import shipped_pack

from dluhy.law.amounts import value_on
from dluhy.law.known import days_known, series_known, table_known
from dluhy.law.models import Amount, Series
from dluhy.problems import HorizonError

PACK = shipped_pack()
HORIZON = PACK.info.horizon["relief"].to
A_DAY = timedelta(days=1)


def _series(*periods: dict[str, object]) -> Series:
    items = [Amount.model_validate({"cites": ["89/2012 § 30"], "evidence": "S"} | each) for each in periods]
    return Series.model_validate({"id": "own", "topic": "relief", "unit": "czk", "selected_by": "as_of",
                                  "title": {"cs": "vlastní", "en": "own"}, "period": items})  # fmt: skip


OPEN = _series({"from": date(2020, 1, 1), "to": date(2021, 12, 31), "value": 1},
               {"from": date(2022, 1, 1), "to": date(2022, 12, 31), "unknown": True},
               {"from": date(2023, 1, 1), "value": 2})  # fmt: skip


@pytest.mark.parametrize(("day", "status", "value", "last_known", "next_known"), [
    (date(2019, 12, 31), "before_horizon", None, None, date(2020, 1, 1)),
    (date(2020, 1, 1), "known", 1, None, None),
    (date(2021, 12, 31), "known", 1, None, None),
    (date(2022, 1, 1), "declared_unknown", None, date(2021, 12, 31), date(2023, 1, 1)),
    (date(2022, 12, 31), "declared_unknown", None, date(2021, 12, 31), date(2023, 1, 1)),
    (date(2023, 1, 1), "known", 2, None, None),
    (HORIZON, "known", 2, None, None),
    (HORIZON + A_DAY, "past_horizon", None, HORIZON, None),
    (date.max, "past_horizon", None, HORIZON, None),
    (date.min, "before_horizon", None, None, date(2020, 1, 1)),
])  # fmt: skip
def test_each_edge_of_a_series(
    day: date, status: str, value: int | None, last_known: date | None, next_known: date | None
) -> None:
    known = series_known(OPEN, PACK, day)
    assert (known.status, known.last_known, known.next_known) == (status, last_known, next_known)
    assert (None if known.period is None else known.period.value) == value


def test_a_stated_end_counts_as_stated_also_past_the_horizon() -> None:
    later = HORIZON + timedelta(days=400)
    series = _series({"to": later, "value": 7})
    assert series_known(series, PACK, later).status == "known"
    assert series_known(series, PACK, date.min).status == "known"
    assert series_known(series, PACK, later + A_DAY).last_known == later


def test_a_value_that_only_begins_past_the_horizon_without_an_end_is_not_given() -> None:
    begins = HORIZON + A_DAY
    series = _series({"to": HORIZON, "value": 7}, {"from": begins, "value": 8})
    assert series_known(series, PACK, begins).status == "past_horizon"
    assert series_known(series, PACK, begins).last_known == HORIZON


def test_a_series_of_which_nothing_is_known_has_no_days_to_name() -> None:
    known = series_known(_series({"unknown": True}), PACK, HORIZON)
    assert (known.status, known.period, known.last_known, known.next_known) == ("declared_unknown", None, None, None)


@pytest.mark.parametrize("day", [date(1990, 6, 1), date(2015, 7, 1), date(2021, 12, 31), date(2026, 11, 21)])
def test_what_is_known_is_what_a_look_up_of_the_day_says(day: date) -> None:
    for series in PACK.series.values():
        known = series_known(series, PACK, day)
        if known.period is not None:
            assert known.period.value == value_on(series, day)
            continue
        try:
            value = value_on(series, day)
        except HorizonError:
            value = None
        open_end = series.period[-1].to is None and day > PACK.info.horizon[series.topic].to
        assert value is None or open_end


def test_nothing_without_a_stated_end_is_known_after_every_horizon() -> None:
    day = max(horizon.to for horizon in PACK.info.horizon.values()) + A_DAY
    for series in PACK.series.values():
        assert series_known(series, PACK, day).status != "known" or (series.period[-1].to or date.min) >= day
    assert {table_known(table, PACK, day).status for table in PACK.tables.values()} == {"past_horizon"}


def test_a_list_of_days_is_known_within_its_own_days() -> None:
    holidays = PACK.days["public_holidays"]
    assert days_known(holidays, PACK, holidays.to).status == "known"
    after = days_known(holidays, PACK, holidays.to + A_DAY)
    assert (after.status, after.period, after.last_known) == ("past_horizon", None, holidays.to)
    assert days_known(holidays, PACK, holidays.from_ - A_DAY).next_known == holidays.from_

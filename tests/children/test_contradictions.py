"""Data that contradict each other, and one sum for several years, are never judged as if they were plain."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from dluhy.children.check import checker
from dluhy.facts.frame import frame_from_facts

AS_OF = date(2026, 11, 21)
WASTE = {"debt_kind": "local_fee_waste"}


def _judge(*rows: dict[str, Any]) -> pl.DataFrame:
    facts = frame_from_facts([WASTE | row for row in rows], checker().pack.members)
    return checker().judge(facts.with_columns(pl.int_range(1, pl.len() + 1, dtype=pl.UInt32).alias("row")), AS_OF)


@pytest.mark.parametrize(
    ("birth", "years", "due", "outcome"),
    [
        ("2000-05-01", "2016/2020", "2020-06-30", "NEEDS_DATA"),
        ("2000-05-01", "2017/2020", "2017-05-31", "NEEDS_DATA"),
        ("2006-05-01", "2016/2020", "2020-06-30", "W2"),
        ("1990-05-01", "2016/2020", "2020-06-30", "NOT_CHILD_DEBT"),
    ],
)
def test_one_due_day_does_not_decide_a_sum_for_several_years(birth: str, years: str, due: str, outcome: str) -> None:
    assert _judge({"birth_date": birth, "fee_year": years, "due_on": due})["outcome"].to_list() == [outcome]


@pytest.mark.parametrize(("gained", "outcome"), [("2016-04-30", "CONFLICTING_DATA"), ("2016-05-01", "NO_RULE")])
def test_full_capacity_before_sixteen_is_a_contradiction(gained: str, outcome: str) -> None:
    row = {"birth_date": "2000-05-01", "fee_year": 2017, "due_on": "2017-05-31", "full_capacity_on": gained}
    assert _judge(row)["outcome"].to_list() == [outcome]


def test_one_code_with_two_dates_of_birth_is_told_on_every_row() -> None:
    rows = [{"person_id": "A", "birth_date": born, "fee_year": 2018} for born in ("2006-05-01", "1990-05-01")]
    judged = _judge(*rows, {"person_id": "B", "birth_date": "2006-05-01", "fee_year": 2018})
    assert judged["births_differ"].to_list() == [True, True, False]
    partly = [{"person_id": "A", "birth_date": born, "fee_year": 2018} for born in ("2006-05-01", "2006")]
    assert _judge(*partly)["births_differ"].to_list() == [False, False]

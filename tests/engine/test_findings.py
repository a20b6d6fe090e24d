"""Long findings hold what holds and what is wanted; a trace shows how each condition came out."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from dluhy.children.check import checker
from dluhy.facts.frame import frame_from_facts

AS_OF = date(2026, 11, 21)
ROWS: list[dict[str, Any]] = [
    {"debt_kind": "local_fee_waste", "fee_year": 2014, "due_on": "2014-05-31", "birth_date": "2004-01-01"},
    {"debt_kind": "local_fee_waste", "fee_year": 2014, "birth_date": "1996-06-01"},
    {"debt_kind": "library", "arose_on": "2020-01-01", "birth_date": "1990-01-01"},
]


def _judged() -> pl.DataFrame:
    judge = checker()
    facts = frame_from_facts(ROWS, judge.pack.members)
    return judge.judge(facts.with_columns(pl.int_range(1, pl.len() + 1, dtype=pl.UInt32).alias("row")), AS_OF)


def test_findings_are_what_holds_and_what_is_unknown_and_wanted() -> None:
    judged = _judged()
    found = checker().findings(judged)
    of = {row: found.filter(pl.col("row") == row) for row in (1, 2, 3)}
    assert of[1].filter(pl.col("role") == "outcome").select("rule", "status").rows() == [("W1", "holds")]
    assert ("REP-TAX", "unknown") in of[1].select("rule", "status").rows()
    assert of[2].filter(pl.col("role") == "outcome").select("rule", "status").rows() == [
        ("W1", "unknown"), ("NOT_CHILD_DEBT", "unknown"),
    ]  # fmt: skip
    assert of[3].filter(pl.col("role") == "outcome")["rule"].to_list() == ["NOT_CHILD_DEBT"]
    assert found["row"].is_sorted()


def test_findings_agree_with_the_wide_result() -> None:
    judged = _judged()
    found = checker().findings(judged).filter(pl.col("status") == "holds")
    for rule_id in checker().pack.rules:
        rows = judged.filter(pl.col(rule_id).fill_null(value=False))["row"].to_list()
        assert found.filter(pl.col("rule") == rule_id)["row"].to_list() == rows, rule_id


def test_a_trace_tells_which_condition_held_failed_or_could_not_be_decided() -> None:
    judged = _judged()
    traced = checker().trace(judged, 2, "W1")
    assert traced.status == "unknown"
    assert traced.applies
    assert [(condition.text, condition.status) for condition in traced.conditions] == [
        ("fee_year >= 2013", "holds"),
        ("fee_year <= 2015", "holds"),
        ("age_on_minority_day < 18", "unknown"),
        ("NOT [CONFLICTING_DATA]", "holds"),
    ]
    assert traced.missing == ("due_on",)
    assert checker().trace(judged, 1, "W2").conditions[0].status == "fails"
    assert not checker().trace(judged, 3, "W1").applies


def test_a_row_that_is_not_there_has_no_trace() -> None:
    with pytest.raises(KeyError):
        checker().trace(_judged(), 99, "W1")

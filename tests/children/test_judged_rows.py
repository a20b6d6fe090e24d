"""Rows judged by hand come out as judged, each for itself."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.strategies import judge

from dluhy.law.pack import default_pack

JUDGED = tomllib.loads((Path(__file__).parents[2] / "fixtures" / "judged_rows.toml").read_text("utf-8"))
ROWS: dict[str, dict[str, Any]] = {row["id"]: row for row in JUDGED["row"]}


def as_written(facts: dict[str, Any]) -> dict[str, Any]:
    """Return facts in the program's own form: the fixture joins the years of a span by a dash."""
    year = facts.get("fee_year")
    span = re.fullmatch(r"(\d{4})-(\d{4})", year) if isinstance(year, str) else None
    return facts | {"fee_year": f"{span[1]}/{span[2]}"} if span else facts


@cache
def results() -> dict[str, dict[str, Any]]:
    """Return what the program says of every row; no row belongs to the person of another."""
    judged = judge([as_written(row["facts"]) for row in ROWS.values()], JUDGED["as_of"])
    return dict(zip(ROWS, judged.iter_rows(named=True), strict=True))


@pytest.mark.parametrize("row_id", ROWS)
def test_a_row_comes_out_as_it_was_judged_by_hand(row_id: str) -> None:
    """The outcome is the expected one, what surely holds beside it holds, and what surely does not, does not."""
    expected, came = ROWS[row_id], results()[row_id]
    assert came["outcome"] == expected["expected"], expected["why"]
    assert [rule for rule in expected.get("also", []) if came[rule] is not True] == []
    assert [rule for rule in expected.get("not_also", []) if came[rule] is True] == []


def test_every_id_is_used_once_and_names_only_rules_of_the_pack() -> None:
    assert len(ROWS) == len(JUDGED["row"])
    rules = {*default_pack().rules, "NEEDS_DATA"}
    for row in ROWS.values():
        assert {row["expected"], *row.get("also", []), *row.get("not_also", [])} <= rules


def test_every_outcome_is_judged_by_hand_at_least_once() -> None:
    outcomes = {rule.id for rule in default_pack().partitions["who_owes"]} | {"NEEDS_DATA"}
    assert {row["expected"] for row in ROWS.values()} == outcomes


def test_every_outcome_beside_local_fees_is_judged_by_hand_at_least_twice() -> None:
    judged = Counter(row["expected"] for row in ROWS.values())
    fees = {"local_fee_waste", "local_fee_other"}
    others = [r.id for r in default_pack().partitions["who_owes"] if not fees & {*r.applies.get("debt_kind", fees)}]
    assert {"T0", "H2", "D1-CRIME", "I1-INVENTORY"} <= set(others)
    assert [outcome for outcome in [*others, "COSTS"] if judged[outcome] < 2] == []


def test_every_ground_flag_duty_and_prospect_is_found_by_hand_at_least_once() -> None:
    """But for what takes several rows of one person."""
    roles = {"ground", "flag", "duty", "prospect"}
    rules = {rule.id for rule in default_pack().of("debts").rules.values() if rule.role in roles}
    assert rules - {also for row in ROWS.values() for also in row.get("also", [])} == {"births_differ"}

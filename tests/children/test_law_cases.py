"""Published cases come out as their sources decided them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from dluhy.children.check import checker
from dluhy.facts.frame import frame_from_facts
from dluhy.plan import steps

_DOCUMENT = tomllib.loads(Path("fixtures/law_cases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", _DOCUMENT["case"], ids=lambda case: case["id"])
def test_published_case_is_judged_as_its_source_did(case: dict[str, Any]) -> None:
    judge = checker()
    facts = frame_from_facts([{"person_id": "A"} | case["provided"] | case["assumed"]], judge.pack.members)

    judged = judge.judge(facts.with_columns(pl.lit(1, dtype=pl.UInt32).alias("row")), _DOCUMENT["as_of"])

    row = judged.row(0, named=True)
    planned = {step for letter in steps(judged, judge.pack)["joined"] for step in letter}
    assert row["outcome"] == case["expected"]
    assert row["child_owes"] == case["child_owes"]
    assert case["ladder"] in judge.pack.rules[row["outcome"]].remedies
    assert [rule for rule in case["also"] if row[rule] is not True] == []
    assert row["next_step"] == case.get("next_step", row["next_step"])
    assert {*case.get("steps", [])} <= planned


def test_every_published_case_of_the_catalogue_is_there() -> None:
    cases = {re.match(r"CH-S\d\d", case["id"])[0] for case in _DOCUMENT["case"]}  # type: ignore[index]  # each id matches
    assert cases == {f"CH-S{number:02d}" for number in range(1, 15)}


def test_a_carrier_is_never_told_that_a_child_owes_nothing() -> None:
    """II. ÚS 1864/16: a claim is not dismissed for the passenger's age alone."""
    fares = [case for case in _DOCUMENT["case"] if case["provided"]["debt_kind"] == "transport_fare"]
    assert {case["id"] for case in fares} >= {"CH-S02", "CH-S03", "CH-S08", "CH-S09", "CH-S11"}
    assert {case["child_owes"] for case in fares} == {"depends"}
    assert all("maturity_decides" in case["also"] for case in fares)


def test_every_case_names_a_public_source() -> None:
    assert all(link.startswith(("https://", "http://")) for case in _DOCUMENT["case"] for link in case["links"])
    assert all(case["source"] and case["says"] for case in _DOCUMENT["case"])

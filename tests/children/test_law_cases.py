"""Published cases come out as their sources decided them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from dluhy.children.check import checker
from dluhy.facts.frame import frame_from_facts

_DOCUMENT = tomllib.loads(Path("fixtures/law_cases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", _DOCUMENT["case"], ids=lambda case: case["id"])
def test_published_case_is_judged_as_its_source_did(case: dict[str, Any]) -> None:
    judge = checker()
    facts = frame_from_facts([case["provided"] | case["assumed"]], judge.pack.members)

    judged = judge.judge(facts.with_columns(pl.lit(1, dtype=pl.UInt32).alias("row")), _DOCUMENT["as_of"])

    row = judged.row(0, named=True)
    assert row["outcome"] == case["expected"]
    assert row["child_owes"] == case["child_owes"]
    assert case["ladder"] in judge.pack.rules[row["outcome"]].remedies
    assert [rule for rule in case["also"] if row[rule] is not True] == []
    assert row["next_step"] == case.get("next_step", row["next_step"])


def test_every_case_names_a_public_source() -> None:
    assert all(link.startswith("https://") for case in _DOCUMENT["case"] for link in case["links"])
    assert all(case["source"] and case["says"] for case in _DOCUMENT["case"])

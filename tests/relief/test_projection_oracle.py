from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest
from tests.relief.projection_agreement import differences, draw, to_input
from tests.relief.projection_oracle import expected

from dluhy.law.pack import default_pack
from dluhy.relief.projection import project

CHUNK = 150


@pytest.mark.sweep(1)
@pytest.mark.parametrize("first", range(0, 3000, CHUNK))
def test_the_program_and_the_slow_reading_agree_to_the_haler(first: int) -> None:
    pack = default_pack()
    for seed in range(first, first + CHUNK):
        found = differences(draw(Random(seed)), pack)  # noqa: S311
        assert not found, (seed, found[:3])


@pytest.mark.thorough
def test_the_cases_reach_what_the_law_tells_apart() -> None:
    seen = Counter[str]()
    for seed in range(300):
        case = draw(Random(seed))  # noqa: S311
        found = expected(case)
        seen.update(name for name, month in found["targets"].items() if month is not None)
        seen.update(queue for month in found["months"] for queue in month["by_queue"])
        seen.update(name for name, amount in found["trustee"].items() if amount)
        seen["ended early"] += found["ended"] < 36
        seen["ended in three years of five"] += case["regime"] == "r2019" and found["ended"] == 36
        seen["money given back"] += any(month["spare"] for month in found["months"])
    wanted = {"full", "success_share", "presumed_effort", "early_share", "court_rate", "secured", "subordinated",
              "trustee_then", "court_advance", "estate_other", "assigned_maintenance", "by_state", "owed", "lapsed",
              "ended early", "ended in three years of five", "money given back"}  # fmt: skip
    assert {name for name in wanted if seen[name] < 3} == set()


CHANGES: list[dict[str, Any]] = [
    {"vat": False},
    {"petition_fee": 484_100},
    {"gift": 50_001},
    {"advance": 90_000},
    {"claims_count": 77},
    {"voluntary": 10_100},
    {"court_instalment": 333_300},
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_comparison_notices_a_different_case(change: dict[str, Any]) -> None:
    noticed = 0
    for seed in range(12):
        case = draw(Random(seed))  # noqa: S311
        found, other = project(to_input(case | change), default_pack()), expected(case)
        noticed += (found.ended_after, found.percent, found.trustee.paid) != (
            other["ended"],
            other["share"],
            other["trustee"]["paid"] * 100,
        )
    assert noticed > 0

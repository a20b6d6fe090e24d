from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest
from tests.relief.strategies_agreement import WAYS, differences, draw, to_input
from tests.relief.strategies_oracle import course

from dluhy.law.pack import default_pack
from dluhy.relief.strategies import strategies

CHUNK = 150


@pytest.mark.sweep(1)
@pytest.mark.parametrize("first", range(0, 3000, CHUNK))
def test_the_program_and_the_slow_reading_agree_to_the_haler(first: int) -> None:
    pack = default_pack()
    for seed in range(first, first + CHUNK):
        found = differences(draw(Random(seed)), pack)  # noqa: S311
        assert not found, (seed, found[:3])


@pytest.mark.thorough
def test_the_cases_reach_what_strategies_tell_apart() -> None:
    seen = Counter[str]()
    for seed in range(250):
        case = draw(Random(seed))  # noqa: S311
        for strategy in strategies(to_input(case)).strategies:
            seen[strategy.status] += 1
            seen.update([strategy.why_never.code] if strategy.why_never else [])
            seen.update([strategy.why_not.code] if strategy.why_not else [])
            seen.update(flag.code for flag in (*strategy.risks, *strategy.flags))
            seen.update(code for month in strategy.month for code, _ in (*month.sources, *month.uses))
            seen["freed"] += strategy.leads_out
    wanted = {"computed", "not_applicable", "nothing_paid", "interest_outgrows", "horizon", "relief_minimum",
              "nothing_to_stop", "relief_not_given", "too_few_creditors", "freed", "stays", "no_offer_now",
              "below_minimum", "months_assumed", "deduction", "instalments", "gifts", "executor", "costs", "interest",
              "principal", "payer_fee", "claims", "proceedings"}  # fmt: skip
    assert {name for name in wanted if seen[name] < 3} == set()


CHANGES: list[dict[str, Any]] = [
    {"rate": 1_999},
    {"costs": 0, "principal": 1},
    {"executor_costs": 123_456},
    {"now": 7_777},
    {"least": 3},
    {"enforced": False},
    {"priority": True, "enforced": True},
    {"penalty": 1_111},
    {"urgency": 3, "enforced": False},
]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("change", CHANGES, ids="_".join)
def test_the_comparison_notices_a_different_debt(change: dict[str, Any]) -> None:
    noticed = 0
    for seed in range(25):
        case = draw(Random(seed))  # noqa: S311
        other = case | {"debts": [debt | change for debt in case["debts"]], "relief": None}
        found = strategies(to_input(other | {"debts": case["debts"]}))
        for code, (stops, pays) in WAYS.items():
            months = course(other, stops=stops, pays=pays)
            noticed += [month.remaining for month in found[code].month] != [month["remaining"] for month in months]
    assert noticed > 0

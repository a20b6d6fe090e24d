"""The ways out of the clients against what a counsellor worked out by hand (fixtures/klienti/README.md)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.clients.test_clients import found

if TYPE_CHECKING:
    from dluhy.engine.steps import Flag
    from dluhy.relief.strategies_model import StrategyInput
    from dluhy.relief.strategies_values import Recommendation, Strategy


@cache
def ways(number: str) -> tuple[StrategyInput, dict[str, Strategy], Recommendation]:
    (each,) = found(number).strategies
    assert each.state is not None
    assert each.found is not None
    assert each.recommendation is not None
    return each.state, {way.code: way for way in each.found.strategies}, each.recommendation


def by_code(flags: tuple[Flag, ...]) -> dict[str, Flag]:
    return {flag.code: flag for flag in flags}


@pytest.mark.parametrize(
    ("number", "first"),
    [
        ("01", "stop_instalments"), ("02", "stop_relief"), ("03", "stop_relief"), ("05", "relief"),
        ("06", "instalments"), ("07", "instalments"), ("08", "stop_instalments"), ("09", "relief_later"),
    ],
)  # fmt: skip
def test_the_way_that_comes_first_is_that_of_the_counsellor(number: str, first: str) -> None:
    assert ways(number)[2].strategy == first


def test_01_pays_only_what_she_owes_beside_what_is_deducted_until_the_stop() -> None:
    way = ways("01")[1]["stop_instalments"]
    taken = by_code(way.risks)["not_owed_deducted"].values
    assert taken["least"] == 2_425_00
    voluntary = sum(month.of("instalments") for month in way.month)
    assert voluntary < 1_560_00
    assert way.total_paid is not None
    assert way.total_paid - int(taken["amount"]) < 2_425_00 + 5 * 50_00


def test_02_needs_958_from_somebody_and_a_benefit_would_change_it() -> None:
    state, found_ways, advice = ways("02")
    for code in ("relief", "stop_relief"):
        assert by_code(found_ways[code].conditions)["contribution"].values == {"amount": 958_00}
        assert found_ways[code].monthly_now == 2_178_00
    assert state.benefit == 15_231_00
    overturns = {(change.code, change.amount): first for change, first in advice.overturns}
    assert overturns["benefit_granted", 15_231_00] == "stop_instalments"


def test_03_promises_the_114_that_are_missing_from_what_is_left() -> None:
    way = ways("03")[1]["stop_relief"]
    assert by_code(way.conditions)["promise_given"].values == {"amount": 114_00}
    assert way.total_paid == way.from_debtor


def test_05_maintenance_is_counted_once() -> None:
    state, found_ways, _ = ways("05")
    assert (state.expenses, state.maintenance) == (22_400_00, 4_000_00)
    assert found_ways["relief"].least_left == 22_086_00
    assert found_ways["relief"].short == 0


def test_06_the_mortgage_is_paid_in_debt_relief_too() -> None:
    way = ways("06")[1]["relief"]
    assert by_code(way.conditions)["secured_paid"].values == {"amount": 17_800_00}
    assert way.monthly_now == 14_260_00 + 17_800_00
    assert way.least_left == 49_440_00 - 17_800_00
    assert way.short == 38_400_00 - 31_640_00
    assert way.months is not None
    assert way.months > 41


def test_07_debt_relief_is_no_freedom_before_the_rest_is_paid() -> None:
    way = ways("07")[1]["relief"]
    assert way.stays > 100_000_00
    assert way.plan_ends is not None
    assert way.freed_on is not None
    assert way.freed_on > way.plan_ends
    assert not way.month[-1].remaining


def test_08_money_that_nobody_promised_does_not_bring_debt_relief_to_the_front() -> None:
    _, found_ways, advice = ways("08")
    assert by_code(found_ways["relief"].conditions)["contribution"].values == {"amount": 2_178_00}
    fell = {rival.strategy: rival.fell_at for rival in advice.rivals}
    assert (fell["relief"], fell["instalments"]) == ("contribution", "objects")


def test_08_a_benefit_that_is_drawn_is_not_counted_again() -> None:
    assert ways("08")[0].benefit == 0


def test_09_debt_relief_is_told_from_the_day_the_bar_ends() -> None:
    way = ways("09")[1]["relief_later"]
    assert by_code(way.conditions)["bar_ends"].values == {"day": "2028-08-14"}
    assert way.monthly_now == 6_998_00


def test_10_asks_for_the_income_and_tells_no_problem_of_the_machine() -> None:
    (each,) = found("10").strategies
    assert each.problems == ()
    assert each.recommendation is not None
    assert "incomes" in {ask.code for ask in each.recommendation.asks}

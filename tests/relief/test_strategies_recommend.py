"""The recommendation: an ordered list of comparisons with reasons, and what would overturn it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from tests.relief.projection_cases import debtor
from tests.relief.strategies_cases import debt, enforced, relief_of, state

from dluhy.law.pack import default_pack
from dluhy.relief.strategies import strategies
from dluhy.relief.strategies_model import Drop
from dluhy.relief.strategies_recommend import recommendation
from dluhy.relief.strategies_values import Ask, Change

if TYPE_CHECKING:
    from dluhy.relief.strategies_model import StrategyClaim, StrategyInput
    from dluhy.relief.strategies_values import Recommendation

PACK = default_pack()
LARGE = debt("a", 40_000_000, principal=40_000_000, yearly_rate=1_500, allocation="consumer"), debt("b", 20_000_000)


def told(case: StrategyInput) -> Recommendation:
    return recommendation(case, strategies(case, PACK), PACK)


def with_relief(*claims: StrategyClaim, **more: Any) -> StrategyInput:  # noqa: ANN401
    return state(*claims, relief=relief_of(*claims, **more))


def first_after(found: Recommendation, change: Change) -> str | None:
    return next(first for other, first in found.overturns if other == change)


def test_where_nothing_else_leads_out_soon_debt_relief_comes_first_and_says_why() -> None:
    found = told(with_relief(*LARGE))
    assert found.strategy == "relief"
    assert [reason.code for reason in found.reasons] == ["survival", "freedom", "months"]
    months = found.reasons[2]
    assert months.kept == ("relief",)
    assert months.dropped == ("instalments",)
    assert dict(months.values) == {"best": 41, "apart": 6}
    fell = {rival.strategy: rival.fell_at for rival in found.rivals}
    assert fell == {"carry_on": "freedom", "instalments": "months"}


def test_a_petition_that_is_not_admitted_overturns_debt_relief() -> None:
    found = told(with_relief(*LARGE))
    assert first_after(found, Change(code="petition_refused")) == "instalments"
    rival = next(rival for rival in found.rivals if rival.strategy == "instalments")
    assert rival.overturned_by == Change(code="petition_refused")
    carried = next(rival for rival in found.rivals if rival.strategy == "carry_on")
    assert carried.overturned_by is None


def test_small_debts_are_paid_off_and_no_petition_is_recommended() -> None:
    found = told(with_relief(debt("a"), debt("b", 800_000)))
    assert found.strategy == "instalments"
    assert first_after(found, Change(code="creditors_refuse")) == "relief"


def test_what_leads_out_by_itself_needs_nobodys_consent() -> None:
    found = told(state(enforced(balance=500_000)))
    assert found.strategy == "carry_on"
    assert found.reasons[-1].code == "depends"
    assert found.asks == (Ask(code="relief"),)


def test_a_debt_that_drops_out_is_objected_to_first_and_a_failed_objection_overturns_it() -> None:
    drop = Drop(condition="limitation", least=40_000_000, most=40_000_000)
    found = told(state(evolve(LARGE[0], drop=drop), debt("b", 300_000, instalment_now=30_000)))
    assert found.strategy in {"stop", "stop_instalments"}
    assert first_after(found, Change(code="defects_fail")) not in {"stop", "stop_instalments"}
    assert Change(code="defects_most") not in found.tried


def test_the_largest_effect_of_an_objection_is_tried_where_it_is_larger() -> None:
    drop = Drop(condition="cap", least=0, most=60_000_000)
    relief = relief_of(LARGE[0], debt("b", 300_000))
    found = told(state(evolve(LARGE[0], drop=drop), debt("b", 300_000), relief=relief))
    assert found.strategy == "stop_relief"
    assert Change(code="defects_most") in found.tried
    assert first_after(found, Change(code="defects_most")) == "stop_instalments"


def test_a_lost_gift_overturns_what_rests_on_it() -> None:
    poor = (debtor(1_700_000),)
    relief = relief_of(*LARGE, third_party_monthly=200_000, debtors=poor)
    case = state(*LARGE, relief=relief, debtors=poor)
    found = told(case)
    assert found.strategy == "relief"
    assert first_after(found, Change(code="gift_lost")) is None
    without = told(evolve(case, relief=evolve(relief, third_party_monthly=0)))
    assert (without.strategy, without.refused) == (None, "no_way_out")
    assert Change(code="gift_lost") not in without.tried
    assert ("relief" in {first for _, first in without.overturns}) is True


def test_incomes_are_tried_down_and_up_from_the_smallest_step() -> None:
    found = told(with_relief(*LARGE))
    steps = [(change.code, change.percent) for change in found.tried if change.percent]
    assert steps == [(code, percent) for percent in (5, 10, 15, 20) for code in ("income_down", "income_up")]


@pytest.mark.parametrize("percent", [5, 10, 15, 20])
def test_an_overturning_income_really_brings_the_other_strategy_first(percent: int) -> None:
    relief = relief_of(debt("a", 3_000_000), debt("b", 3_000_000))
    case = state(debt("a", 6_000_000, principal=6_000_000, yearly_rate=900, allocation="general"),
                 expenses=2_600_000, relief=relief)  # fmt: skip
    found = told(case)
    for code, factor in (("income_down", 100 - percent), ("income_up", 100 + percent)):
        net = 2_640_000 * factor // 100
        changed = evolve(case, debtors=(debtor(net),), relief=evolve(relief, debtors=(debtor(net),)))
        other = told(changed)
        change = Change(code=code, percent=percent)
        expected = dict(found.overturns).get(change, found.strategy)
        assert other.strategy == expected


def test_what_leaves_less_than_the_living_minimum_falls_out_first() -> None:
    case = evolve(with_relief(*LARGE), living_minimum=2_200_000, expenses=2_200_000)
    found = told(case)
    assert found.reasons[0].code == "survival"
    assert "relief" in found.reasons[0].dropped
    assert found.strategy != "relief"


def test_where_nobody_keeps_the_living_minimum_the_step_does_not_decide_and_says_so() -> None:
    found = told(evolve(with_relief(*LARGE), living_minimum=9_000_000))
    assert found.reasons[0].code == "survival_nobody"
    assert found.reasons[0].dropped == ()
    assert found.strategy == "relief"


def test_without_debt_relief_to_compare_no_way_out_is_not_said() -> None:
    found = told(state(*LARGE, expenses=2_640_000))
    assert (found.strategy, found.refused) == (None, "relief_not_compared")


def test_an_unknown_minimum_is_asked_before_anything_is_recommended() -> None:
    found = told(evolve(with_relief(*LARGE), living_minimum=None))
    assert (found.strategy, found.refused) == (None, "unknown_facts")
    assert found.asks == (Ask(code="living_minimum"),)


def test_of_equal_ways_the_one_that_objects_comes_first() -> None:
    drop = Drop(condition="limitation", least=0, most=600_000)
    found = told(state(debt("a", 600_000, drop=drop), debt("b", 1_200_000)))
    assert found.strategy == "stop_instalments"
    assert found.reasons[-1].code == "objects"
    assert first_after(found, Change(code="defects_fail")) == "instalments"


def test_money_that_nobody_promised_gives_way_to_a_longer_way_without_it() -> None:
    # 26 400 less 22 500 leaves 3 900 a month: 600 000 takes far longer than debt relief with a contribution
    claims = debt("a", 40_000_000), debt("b", 20_000_000)
    case = evolve(state(*claims, expenses=2_250_000), relief=relief_of(*claims), relief_least=900_000)
    found = told(case)
    assert found.strategy == "instalments"
    fell = {rival.strategy: rival.fell_at for rival in found.rivals}
    assert fell["relief"] == "contribution"
    promised = next(change for change in found.tried if change.code == "contribution_promised")
    assert promised.amount
    assert first_after(found, promised) == "relief"


def test_where_every_way_out_needs_the_contribution_it_stays_and_says_so() -> None:
    case = evolve(state(*LARGE, expenses=2_640_000), relief=relief_of(*LARGE), relief_least=900_000)
    found = told(case)
    assert found.strategy == "relief"
    assert "contribution" not in {reason.code for reason in found.reasons}


def test_a_benefit_that_seems_due_is_tried_as_a_change() -> None:
    case = state(*LARGE, expenses=2_640_000, benefit=2_000_000)
    found = told(case)
    change = Change(code="benefit_granted", amount=2_000_000)
    assert (found.strategy, first_after(found, change)) == (None, "instalments")
    assert all(other.code != "benefit_granted" for other in told(evolve(case, benefit=0)).tried)


def test_a_way_that_leaves_too_little_for_expenses_gives_way_to_one_that_leaves_enough() -> None:
    relief = relief_of(*LARGE)
    found = told(state(*LARGE, expenses=2_300_000, relief=relief, horizon_months=1_200))
    assert found.strategy == "instalments"
    assert {rival.strategy: rival.fell_at for rival in found.rivals}["relief"] == "expenses"


def test_every_step_refusal_and_change_has_its_words() -> None:
    steps, changes = PACK.vocabularies["recommendation_steps"], PACK.vocabularies["recommendation_changes"]
    for found in (told(with_relief(*LARGE)), told(state(*LARGE, expenses=2_640_000)), told(state(enforced()))):
        for reason in found.reasons:
            assert steps[reason.code].cs.format(kept="x", **dict(reason.values))
            assert steps[reason.code].en.format(kept="x", **dict(reason.values))
        assert {change.code for change in found.tried} <= set(changes)
        assert found.refused is None or found.refused in PACK.vocabularies["recommendation_refusals"]


def test_what_is_practice_and_not_law_is_marked_so() -> None:
    names = [name for name in PACK.series if name.startswith("strategy_") and name != "strategy_creditors_least"]
    assert len(names) == 7
    assert {period.evidence for name in names for period in PACK.series[name].period} == {"M"}
    assert told(with_relief(*LARGE)).evidence == "M"

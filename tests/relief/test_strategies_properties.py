"""What holds of every comparison of strategies, whatever the case."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.relief.strategies_agreement import draw, to_input
from tests.relief.strategies_cases import debt, enforced, relief_of, state

from dluhy.household.offers import divided
from dluhy.law.pack import default_pack
from dluhy.relief.strategies import strategies
from dluhy.relief.strategies_model import Drop
from dluhy.relief.strategies_recommend import recommendation

if TYPE_CHECKING:
    from dluhy.relief.projection_model import DebtorIncome
    from dluhy.relief.strategies_model import StrategyInput

PACK = default_pack()
MODERATE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CASES = st.integers(0, 10**6).map(lambda seed: draw(Random(seed)))  # noqa: S311
MANY_ORDERS = 4
"""With so many orders two thirds are taken for every claim: paying one off sooner may then lower the deductions."""
TEXTS = sorted(
    name for name in PACK.vocabularies if name.startswith(("relief_strategies", "strategy_", "recommendation_"))
)


@MODERATE
@given(CASES)
def test_what_comes_in_goes_out_and_nothing_of_a_debt_is_lost(case: dict[str, Any]) -> None:
    found = strategies(to_input(case), PACK)
    for strategy in found.strategies:
        if not strategy.computed or "relief" in strategy.code:
            continue
        extra = sum(debt["executor_costs"] for debt in case["debts"] if debt["enforced"])
        before = sum(debt["balance"] for debt in case["debts"]) + extra
        for month in strategy.month:
            assert month.paid == sum(amount for _, amount in month.uses)
            assert month.remaining == before + month.accrued - month.dropped - month.paid + month.to("payer_fee")
            assert min(month.remaining, month.accrued, month.dropped, month.left, month.paid) >= 0
            before = month.remaining


@MODERATE
@given(CASES)
def test_in_debt_relief_what_comes_in_goes_out_too(case: dict[str, Any]) -> None:
    found = strategies(to_input(case), PACK)
    for code in ("relief", "stop_relief"):
        before = [flag.values["months"] for flag in found[code].flags if flag.code == "before_permission"]
        months = found[code].month[int(before[0]) if before else 0 :]
        for month, later in pairwise(months):
            assert later.paid == sum(amount for _, amount in later.uses)
            paid = sum(later.to(use) for use in ("claims", "secured", "executor", "costs", "interest", "principal"))
            assert later.remaining == month.remaining + later.accrued - later.dropped - paid
            assert later.remaining >= 0


@pytest.mark.thorough
@MODERATE
@given(CASES, st.randoms(use_true_random=False))
def test_the_order_in_which_debts_are_given_changes_nothing(case: dict[str, Any], random: Random) -> None:
    one = to_input(case)
    claims = list(one.claims or ())
    random.shuffle(claims)
    other = evolve(one, claims=tuple(claims))
    first, second = strategies(one, PACK), strategies(other, PACK)
    for here, there in zip(first.strategies, second.strategies, strict=True):
        assert here == there
    assert recommendation(one, first, PACK) == recommendation(other, second, PACK)


@MODERATE
@given(CASES, st.sampled_from([10_000, 70_000, 400_000, 2_000_000]))
def test_more_income_never_frees_later_with_fewer_than_four_orders(case: dict[str, Any], more: int) -> None:
    """Instalments are divided anew in round sums when a debt is gone, which may cost them a month."""
    orders = {debt["order"] or debt["id"] for debt in case["debts"] if debt["enforced"]}
    if len(orders) >= MANY_ORDERS:
        return
    one = evolve(to_input(case), relief=None, horizon_months=60)
    richer = evolve(one, debtors=tuple(_with(debtor, more) for debtor in one.debtors))
    for poor, rich in zip(strategies(one, PACK).strategies, strategies(richer, PACK).strategies, strict=True):
        if poor.months is not None:
            assert rich.months is not None
            assert rich.months <= poor.months + poor.code.endswith("instalments")


def _with(debtor: DebtorIncome, more: int) -> DebtorIncome:
    nets = (debtor.net,) if isinstance(debtor.net, int) else debtor.net
    return evolve(debtor, net=tuple(net + more for net in nets))


def test_with_four_orders_more_income_may_free_later_because_deductions_fall_when_one_is_paid() -> None:
    small = [enforced(f"s{number}", 250_000, delivered_on=_day(number)) for number in range(3)]
    large = enforced("z", 9_000_000, delivered_on=_day(9))
    months = strategies(state(*small, large), PACK)["carry_on"].month
    assert months[0].paid > months[3].paid


def _day(number: int) -> Any:  # noqa: ANN401
    from datetime import date

    return date(2024, 1, 1 + number)


@MODERATE
@given(CASES, st.integers(0, 8), st.sampled_from(["balance", "rate", "executor_costs", "enforced"]))
def test_what_is_unknown_stays_unknown(case: dict[str, Any], at: int, fact: str) -> None:
    number = at % len(case["debts"])
    names = {"rate": "yearly_rate"}
    whole = evolve(to_input(case), relief=None)
    claims = list(whole.claims or ())
    if not claims[number].balance or (fact == "executor_costs" and not claims[number].enforced):
        return
    nothing: dict[str, Any] = {names.get(fact, fact): None}
    claims[number] = evolve(claims[number], **nothing)
    missing = evolve(whole, claims=tuple(claims))
    found = strategies(missing, PACK)
    for strategy in found.strategies:
        assert not strategy.computed
        assert (strategy.month, strategy.months, strategy.total_paid, strategy.freed_on) == ((), None, None, None)
    told = recommendation(missing, found, PACK)
    assert (told.strategy, told.refused) == (None, "unknown_facts")
    assert claims[number].id in {ask.claim for ask in told.asks}


@MODERATE
@given(
    st.lists(st.integers(1, 5_000_000), min_size=1, max_size=9),
    st.sampled_from([1, 1_000, 10_000]),
    st.sampled_from([0, 3_333, 10_000, 50_000]),
    st.integers(0, 4_000_000),
)
def test_what_is_left_is_divided_within_its_limits(owed: list[int], step: int, minimum: int, more: int) -> None:
    amount = max(1, sum(min(minimum, each) for each in owed) + more)
    parts = divided(amount, owed, step, minimum)
    assert sum(parts) <= amount
    assert all(min(minimum, debt) <= part <= debt for part, debt in zip(parts, owed, strict=True))
    if amount >= sum(owed):
        assert parts == owed
    elif all(part + step <= debt for part, debt in zip(parts, owed, strict=True)):
        assert amount - sum(parts) < step * len(owed)


@MODERATE
@given(CASES)
def test_every_code_has_its_words_with_its_numbers(case: dict[str, Any]) -> None:
    found = strategies(to_input(case), PACK)
    for strategy in found.strategies:
        assert strategy.status in PACK.vocabularies["strategy_statuses"]
        assert strategy.first_step in PACK.vocabularies["strategy_first_steps"]
        for vocabulary, flags in {
            "strategy_risks": strategy.risks, "strategy_conditions": strategy.conditions,
            "strategy_flags": strategy.flags,
            "strategy_never": (strategy.why_never,), "strategy_reasons": (strategy.why_not,),
        }.items():  # fmt: skip
            for flag in flags:
                if flag is not None:
                    term = PACK.term(vocabulary, flag.code)
                    assert term.cs.format(**flag.values)
                    assert term.en.format(**flag.values)
        for ask in strategy.asks:
            assert ask.code in PACK.vocabularies["strategy_asks"]
        for month in strategy.month:
            assert {code for code, _ in month.sources} <= set(PACK.vocabularies["strategy_sources"])
            assert {code for code, _ in month.uses} <= set(PACK.vocabularies["strategy_uses"])


def ten_debts() -> StrategyInput:
    """Ten debts, five of them enforced, interest on all, an objection to one, debt relief beside."""
    claims = [
        enforced(f"d{number}", (40_000 + 7_000 * number) * 100, principal=(30_000 + 5_000 * number) * 100,
                 yearly_rate=875 + 100 * number, executor_costs=650_000, delivered_on=_day(number))
        if number % 2
        else debt(f"d{number}", (40_000 + 7_000 * number) * 100, principal=3_000_000, yearly_rate=1_475)
        for number in range(10)
    ]  # fmt: skip
    claims[3] = evolve(claims[3], drop=Drop(condition="x", least=1_000_000, most=3_000_000))
    return state(*claims, relief=relief_of(*claims))


def test_all_strategies_of_ten_debts_are_computed() -> None:
    """How long they take is measured by the benchmark of screenings."""
    assert all(strategy.computed for strategy in strategies(ten_debts(), PACK).strategies)


@pytest.mark.parametrize("vocabulary", TEXTS)
def test_the_words_stand_in_both_languages(vocabulary: str) -> None:
    for term in PACK.vocabularies[vocabulary].values():
        assert term.cs
        assert term.en
        assert term.cs != term.en

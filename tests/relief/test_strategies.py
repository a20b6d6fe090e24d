"""Strategies one by one: what the law says of each month, what is unknown, what is refused."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from tests.relief.projection_cases import debtor
from tests.relief.strategies_cases import debt, enforced, relief_of, state

from dluhy.problems import HorizonError, InputError
from dluhy.relief.projection_model import ReliefClaim
from dluhy.relief.strategies import strategies
from dluhy.relief.strategies_model import Drop, Offering, StrategyClaim
from dluhy.relief.strategies_values import Ask

if TYPE_CHECKING:
    from dluhy.relief.strategies_values import Strategy

WHOLE = Drop(condition="limitation", least=1_200_000, most=1_200_000)


def found(*claims: StrategyClaim, code: str = "carry_on", **more: Any) -> Strategy:  # noqa: ANN401
    return strategies(state(*claims, **more))[code]


def codes(flags: tuple[Any, ...]) -> set[str]:
    return {flag.code for flag in flags}


def test_carrying_on_is_one_third_for_a_claim_without_priority_less_the_payers_fee() -> None:
    carried = found(enforced())
    assert [month.paid for month in carried.month] == [292_400] * 4 + [55_400]
    assert [month.to("payer_fee") for month in carried.month] == [5_000] * 5
    assert (carried.freed_on, carried.months) == (date(2026, 5, 1), 5)
    assert carried.total_paid == carried.from_debtor == 1_200_000 + 5 * 5_000
    assert carried.monthly_now == 292_400
    assert carried.least_left == 2_640_000 - 292_400
    assert carried.below_minimum == 0


def test_a_claim_with_priority_takes_two_thirds() -> None:
    assert found(enforced(priority=True)).monthly_now == 584_800


def test_the_earlier_rank_is_paid_first_and_the_next_one_after_it() -> None:
    later = enforced("b", 600_000, delivered_on=date(2024, 9, 9))
    both = found(later, enforced("a", 600_000))
    assert both.months == 5
    one = found(later)
    assert one.months == 3


def test_costs_of_the_enforcement_still_to_come_are_owed_and_taken_first() -> None:
    carried = found(enforced(executor_costs=400_000))
    assert [month.to("executor") for month in carried.month][:2] == [287_400, 112_600]
    assert carried.total_paid == 1_600_000 + 6 * 5_000
    assert "executor_costs_first" in codes(carried.flags)


@pytest.mark.parametrize(
    ("allocation", "parts"),
    [
        ("general", ["costs", "interest", "principal", "principal"]),
        ("consumer", ["costs", "principal", "principal", "interest"]),
        ("enforced", ["principal", "principal", "interest", "costs"]),
        (None, ["costs", "interest", "principal", "principal"]),
    ],
)
def test_a_payment_counts_on_the_parts_of_a_debt_in_the_order_of_the_law(
    allocation: str | None, parts: list[str]
) -> None:
    owed = debt(balance=40_000, costs=10_000, principal=20_000, instalment_now=10_000, allocation=allocation)
    assert [month.uses for month in found(owed).month] == [((part, 10_000),) for part in parts]


@pytest.mark.parametrize(
    ("from_month", "days", "year"),
    [
        (date(2026, 1, 1), 31, 365),
        (date(2026, 2, 17), 28, 365),
        (date(2024, 2, 1), 29, 366),
        (date(2024, 4, 1), 30, 366),
    ],
)
def test_interest_is_simple_by_the_days_of_the_month_and_the_length_of_the_year(
    from_month: date, days: int, year: int
) -> None:
    owed = debt(balance=1_000_000, principal=1_000_000, yearly_rate=1475, allocation="general")
    months = found(owed, from_month=from_month, horizon_months=2).month
    assert months[0].first == from_month.replace(day=1)
    assert months[0].accrued == int(Fraction(1_000_000 * 1475 * days, 10_000 * year))
    assert months[1].remaining == 1_000_000 + months[0].accrued + months[1].accrued


def test_the_fraction_of_a_haler_is_carried_not_lost() -> None:
    owed = debt(balance=1_000, principal=1_000, yearly_rate=1200)
    months = found(owed, horizon_months=12).month
    assert sum(month.accrued for month in months) == 120
    assert {month.accrued for month in months} <= {9, 10, 11}


def test_accessories_bear_no_interest() -> None:
    owed = debt(balance=1_000_000, principal=0, costs=300_000, yearly_rate=2_000)
    assert found(owed, horizon_months=3).month[-1].remaining == 1_000_000


def test_a_penalty_accrues_until_it_is_used_up() -> None:
    owed = debt(balance=1_000_000, penalty_monthly=40_000, penalty_left=100_000)
    assert [month.accrued for month in found(owed, horizon_months=4).month] == [40_000, 40_000, 20_000, 0]


@pytest.mark.parametrize(
    ("owed", "why"),
    [
        (debt(), "nothing_paid"),
        (debt(principal=1_200_000, yearly_rate=2_000, instalment_now=5_000), "interest_outgrows"),
        (debt(balance=100_000_000, instalment_now=10_000), "horizon"),
    ],
)
def test_what_does_not_lead_out_says_why(owed: StrategyClaim, why: str) -> None:
    carried = found(owed)
    assert carried.why_never is not None
    assert carried.why_never.code == why
    assert (carried.freed_on, carried.months) == (None, None)
    assert len(carried.month) == 240


def test_a_stop_takes_effect_after_the_months_of_practice_and_ends_the_debt() -> None:
    stopped = found(enforced(executor_costs=700_000, drop=WHOLE), code="stop")
    assert [month.paid > 0 for month in stopped.month] == [True, True, True, False]
    assert stopped.month[3].dropped == 1_900_000 - 3 * 287_400
    assert stopped.months == 4
    assert codes(stopped.conditions) == {"income_lasts", "no_new_debts", "defects_hold"}
    assert stopped.first_step == "object_defects"


def test_a_part_that_drops_out_is_taken_from_accessories_first() -> None:
    owed = debt(balance=1_000_000, principal=600_000, costs=100_000, drop=Drop(condition="cap", least=350_000),
                yearly_rate=1_000)  # fmt: skip
    months = found(owed, code="stop", horizon_months=5).month
    assert months[3].dropped == 350_000
    assert months[4].accrued in {5_095, 5_096}


def test_a_debt_that_bears_no_more_interest_stops_growing() -> None:
    drop = Drop(condition="creditworthiness", least=10_000, stops_interest=True)
    months = found(debt(principal=1_000_000, yearly_rate=2_000, drop=drop), code="stop", horizon_months=6).month
    assert [month.accrued > 0 for month in months] == [True, True, True, False, False, False]


def test_without_anything_to_object_there_is_nothing_to_stop() -> None:
    for code in ("stop", "stop_instalments", "stop_relief"):
        stopped = found(debt(), code=code)
        assert stopped.status == "not_applicable"
        assert stopped.why_not is not None
        assert stopped.why_not.code == "nothing_to_stop"


def test_instalments_are_what_is_left_above_expenses_pro_rata_in_round_sums() -> None:
    offering = Offering(step=1_000, minimum=10_000)
    paying = found(debt("a", 9_000_000), debt("b", 3_000_000), code="instalments", offering=offering)
    assert paying.monthly_now == 840_000
    assert paying.least_left == 1_800_000
    assert dict(paying.month[0].uses) == {"principal": 840_000}
    assert paying.months == 15
    assert "creditors_agree" in codes(paying.conditions)


def test_instalments_never_take_what_the_living_minimum_needs() -> None:
    paying = found(debt(balance=90_000_000), code="instalments", expenses=100_000, living_minimum=2_000_000)
    assert paying.least_left == 2_000_000
    assert paying.below_minimum == 0


def test_too_little_for_the_smallest_instalments_is_not_offered() -> None:
    paying = found(debt(), debt("b"), code="instalments", expenses=2_640_000 - 19_999)
    assert paying.monthly_now == 0
    assert "no_offer_now" in codes(paying.flags)
    assert found(debt(), debt("b"), code="instalments", expenses=2_640_000 - 20_000).monthly_now == 20_000


def test_running_maintenance_falls_due_each_month_and_is_no_debt_while_it_is_covered() -> None:
    child = enforced("child", 0, kind="maintenance_current", priority=None, entitled="x", monthly=300_000)
    months = found(child, enforced()).month
    assert months[0].accrued == 300_000
    assert months[0].remaining == 1_200_000 - (months[0].paid - 300_000 - 5_000)
    assert found(child, enforced()).leads_out


def test_maintenance_that_is_not_covered_never_ends() -> None:
    child = enforced("child", 0, kind="maintenance_current", priority=None, entitled="x", monthly=900_000)
    carried = found(child, horizon_months=24)
    assert carried.why_never is not None
    assert carried.why_never.code == "interest_outgrows"


def test_income_that_is_not_deducted_from_pays_nothing_and_says_so() -> None:
    carried = found(enforced(), debtors=(debtor(kind="care_allowance"),), horizon_months=2)
    assert carried.monthly_now == 0
    assert codes(carried.flags) & {"income_not_taken", "income_to_find_out"}


def test_debt_relief_runs_on_the_same_months_and_ends_the_debts_with_its_plan() -> None:
    claims = debt("a", 40_000_000), debt("b", 20_000_000)
    relieved = found(*claims, code="relief", relief=relief_of(*claims))
    assert relieved.month[0].first == date(2026, 1, 1)
    assert relieved.months == 41
    assert relieved.freed_on == date(2029, 5, 1)
    assert relieved.month[-1].remaining == relieved.stays == 0
    assert relieved.month[-1].dropped > 0
    assert relieved.monthly_now == 584_800
    assert {"petition_admitted", "duties_kept"} <= codes(relieved.conditions)
    assert "court_sets_rate" in codes(relieved.risks)


def test_what_outlives_the_discharge_stays() -> None:
    claims = debt("a", 40_000_000), debt("b", 20_000_000)
    hurt = (ReliefClaim(id="b", amount=20_000_000, kind="damage_intentional"),)
    relief = relief_of(claims[0], claims=(ReliefClaim(id="a", amount=40_000_000), *hurt))
    relieved = found(*claims, code="relief", relief=relief)
    assert 0 < relieved.stays < 20_000_000
    assert relieved.plan_ends is not None
    assert relieved.stays in {month.remaining for month in relieved.month}
    assert "stays" in codes(relieved.risks)


def test_debt_relief_frees_only_when_what_outlives_it_is_paid_too() -> None:
    # 26 400 less 18 000 of expenses leaves 8 400 a month for the rest after the plan
    claims = debt("a", 40_000_000), debt("b", 20_000_000)
    hurt = (ReliefClaim(id="b", amount=20_000_000, kind="damage_intentional"),)
    relief = relief_of(claims[0], claims=(ReliefClaim(id="a", amount=40_000_000), *hurt))
    relieved = found(*claims, code="relief", relief=relief)
    after = [month for month in relieved.month if month.of("instalments")]
    assert relieved.plan_ends is not None
    assert after[0].first > relieved.plan_ends
    assert len(after) == -(-relieved.stays // 840_000)
    assert sum(month.paid for month in after) == relieved.stays
    assert (relieved.freed_on, relieved.months) == (after[-1].first, len(relieved.month))
    assert "survivors_paid" in codes(relieved.conditions)


def test_what_outlives_debt_relief_and_cannot_be_paid_keeps_it_from_freeing() -> None:
    claims = debt("a", 40_000_000), debt("b", 20_000_000)
    hurt = (ReliefClaim(id="b", amount=20_000_000, kind="damage_intentional"),)
    relief = relief_of(claims[0], claims=(ReliefClaim(id="a", amount=40_000_000), *hurt))
    relieved = found(*claims, code="relief", relief=relief, expenses=2_640_000)
    assert relieved.computed
    assert (relieved.freed_on, relieved.months) == (None, None)
    assert relieved.why_never is not None
    assert relieved.why_never.code == "survivors_stay"


def test_what_is_missing_to_the_least_payment_is_promised_where_it_is_left_else_somebody_else_must_add_it() -> None:
    claims = debt("a", 40_000_000), debt("b", 20_000_000)
    relief = relief_of(*claims)
    plain = found(*claims, code="relief", relief=relief)
    least = (plain.monthly_now or 0) + 100_000
    promised = found(*claims, code="relief", relief=relief, relief_least=least, expenses=1_000_000)
    contributed = found(*claims, code="relief", relief=relief, relief_least=least, expenses=2_640_000)
    assert promised.monthly_now == contributed.monthly_now == least
    for each, code in ((promised, "promise_given"), (contributed, "contribution")):
        assert {flag.code: flag.values for flag in each.conditions}[code] == {"amount": 100_000}
    assert promised.from_debtor == promised.total_paid
    assert (contributed.total_paid or 0) - (contributed.from_debtor or 0) >= 36 * 100_000


def test_a_payment_that_reaches_the_least_needs_no_help() -> None:
    claims = debt("a", 40_000_000), debt("b", 20_000_000)
    plain = found(*claims, code="relief", relief=relief_of(*claims))
    same = found(*claims, code="relief", relief=relief_of(*claims), relief_least=plain.monthly_now)
    assert same == plain


def test_nothing_is_paid_on_a_debt_that_is_not_owed_but_what_is_deducted() -> None:
    drop = Drop(condition="childhood", least=500_000, most=500_000, not_owed=True)
    claims = debt("mine", 840_000), debt("not", 500_000, drop=drop, instalment_now=100_000)
    paying = found(*claims, code="stop_instalments")
    assert (paying.total_paid, paying.months) == (840_000, 4)
    without = found(*claims, code="instalments")
    assert without.total_paid == 840_000
    assert without.why_never is not None
    assert (without.why_never.code, without.why_never.values) == ("not_owed_stays", {"remaining": 500_000})
    assert found(*claims, code="carry_on").total_paid == 0


def test_a_secured_debt_paid_today_is_paid_on_beside_debt_relief() -> None:
    home = debt("home", 100_000_000, instalment_now=300_000, kept=True)
    claims = debt("a", 40_000_000), debt("b", 20_000_000)
    secured = ReliefClaim(id="home", amount=100_000_000, collateral_value=100_000_000)
    relief = relief_of(*claims)
    relief = evolve(relief, claims=(*relief.claims, secured))
    kept = found(*claims, home, code="relief", relief=relief)
    lost = found(*claims, evolve(home, kept=False), code="relief", relief=relief)
    plan = [month for month in kept.month if month.to("secured")]
    assert kept.plan_ends is not None
    assert plan[-1].first >= kept.plan_ends
    assert {month.to("secured") for month in plan} == {300_000}
    assert [month.left for month in plan] == [month.left - 300_000 for month in lost.month[: len(plan)]]
    assert kept.stays == 100_000_000 - 300_000 * len(plan)
    assert "secured_paid" in codes(kept.conditions)
    assert "secured_paid" not in codes(lost.conditions)


def test_running_maintenance_is_counted_once_in_every_way() -> None:
    # 18 000 of expenses hold 4 000 of maintenance: in debt relief it is paid from the instalment
    claims = debt("a", 40_000_000), debt("b", 20_000_000)
    relief = relief_of(*claims)
    running = ReliefClaim(id="m", kind="maintenance_current", amount=400_000)
    case = state(
        *claims, expenses=2_640_000, maintenance=400_000, relief=evolve(relief, claims=(*relief.claims, running))
    )
    ways, plain = strategies(case), strategies(evolve(case, maintenance=0))
    assert ways["carry_on"].least_left == (plain["carry_on"].least_left or 0) - 400_000
    assert ways["relief"].least_left == plain["relief"].least_left
    assert ways["relief"].short == plain["relief"].short - 400_000
    assert ways["instalments"].total_paid == plain["instalments"].total_paid


def test_debt_relief_behind_a_bar_is_compared_from_the_day_the_bar_ends() -> None:
    claims = enforced("a", 40_000_000), enforced("b", 20_000_000, delivered_on=date(2024, 4, 5))
    case = state(*claims, relief=relief_of(*claims), relief_class="blocked_until", relief_from=date(2027, 7, 15))
    ways = strategies(case)
    later, carried = ways["relief_later"], ways["carry_on"]
    assert later.computed
    assert later.month[:18] == carried.month[:18]
    assert {flag.code: flag.values for flag in later.conditions}["bar_ends"] == {"day": "2027-07-15"}
    assert later.plan_ends is not None
    assert later.plan_ends > date(2030, 7, 1)
    assert not ways["relief"].computed
    assert "relief_later" not in {each.code for each in strategies(evolve(case, relief_from=None)).strategies}


def test_a_strict_law_tells_nothing_of_a_later_day() -> None:
    claims = debt("a", 40_000_000), debt("b", 20_000_000)
    case = state(*claims, relief=relief_of(*claims), relief_class="blocked_until", relief_from=date(2028, 8, 14),
                 after_horizon="refuse", horizon_months=2)  # fmt: skip
    later = strategies(case)["relief_later"]
    assert later.why_not is not None
    assert later.why_not.code == "relief_then_unknown"


def test_months_before_the_permission_go_on_as_now() -> None:
    claims = enforced("a", 40_000_000), debt("b", 20_000_000)
    one = strategies(state(*claims, from_month=date(2025, 10, 1), relief=relief_of(*claims)))
    assert one["relief"].month[:3] == one["carry_on"].month[:3]
    assert "before_permission" in codes(one["relief"].flags)
    unknown = enforced("a", 40_000_000, executor_costs=None), claims[1]
    other = strategies(state(*unknown, from_month=date(2025, 10, 1), relief=relief_of(*claims)))["relief"]
    assert "before_permission_unknown" in codes(other.flags)
    assert other.month[0].first == date(2026, 1, 1)


def test_what_can_be_stopped_is_not_brought_into_debt_relief() -> None:
    claims = debt("a", 40_000_000), debt("b", 20_000_000), debt("c", drop=WHOLE)
    both = strategies(state(*claims, relief=relief_of(*claims)))
    assert both["stop_relief"].month[0].remaining == both["relief"].month[0].remaining - 1_200_000
    alone = strategies(state(claims[0], claims[2], relief=relief_of(claims[0], claims[2])))["stop_relief"]
    assert alone.why_not is not None
    assert alone.why_not.code == "too_few_creditors"


@pytest.mark.parametrize("barred", ["inadmissible_now", "blocked_until"])
def test_debt_relief_that_cannot_be_had_now_is_not_compared(barred: str) -> None:
    claims = debt("a"), debt("b")
    relieved = found(*claims, code="relief", relief=relief_of(*claims), relief_class=barred)
    assert relieved.status == "not_applicable"


def test_an_instalment_that_does_not_cover_the_trustee_does_not_lead_out() -> None:
    claims = debt("a", 40_000_000), debt("b", 20_000_000)
    poor = {"debtors": (debtor(1_700_000),)}
    relieved = found(*claims, code="relief", relief=relief_of(*claims, **poor), **poor)
    assert relieved.why_never is not None
    assert relieved.why_never.code == "relief_minimum"


@pytest.mark.parametrize(
    ("claim", "asked"),
    [
        (debt(balance=None), "balance"),
        (debt(yearly_rate=None), "yearly_rate"),
        (debt(yearly_rate=100), "principal"),
        (debt(enforced=None), "enforced"),
        (enforced(executor_costs=None), "executor_costs"),
        (enforced(priority=None), "priority"),
        (enforced(kind="maintenance_current", priority=None), "entitled"),
    ],
)
def test_what_is_not_known_is_asked_and_nothing_is_computed(claim: StrategyClaim, asked: str) -> None:
    carried = found(claim)
    assert carried.status == "cannot_say"
    assert carried.asks == (Ask(code=asked, claim="a"),)
    assert (carried.month, carried.total_paid, carried.freed_on) == ((), None, None)


@pytest.mark.parametrize(
    ("code", "more", "asked"),
    [
        ("carry_on", {"claims": None}, "claims"),
        ("carry_on", {"debtors": ()}, "incomes"),
        ("instalments", {"expenses": None}, "expenses"),
    ],
)
def test_what_is_not_known_of_the_household_is_asked(code: str, more: dict[str, Any], asked: str) -> None:
    assert strategies(evolve(state(debt()), **more))[code].asks == (Ask(code=asked),)


def test_unknown_ranks_stop_only_where_the_money_does_not_do_for_all() -> None:
    claims = enforced("a", delivered_on=None), enforced("b", delivered_on=None)
    assert found(*claims).asks == (Ask(code="delivered_on", claim="a"), Ask(code="delivered_on", claim="b"))
    small = enforced("a", 100_000, delivered_on=None), enforced("b", 100_000, delivered_on=None)
    assert found(*small).months == 1


def test_an_unknown_effect_of_an_objection_stops_only_what_rests_on_it() -> None:
    every = strategies(state(debt(drop=Drop(condition="x", least=None))))
    assert every["carry_on"].computed
    assert every["stop"].asks == every["stop_instalments"].asks == (Ask(code="drop", claim="a"),)


def test_an_unknown_minimum_is_not_a_minimum_kept() -> None:
    carried = found(debt(), living_minimum=None)
    assert carried.below_minimum is None
    assert "minimum_unknown" in codes(carried.flags)


def test_the_worse_order_of_payments_is_taken_where_none_is_known_and_it_says_so() -> None:
    owed: dict[str, Any] = {"principal": 1_000_000, "yearly_rate": 1_500, "instalment_now": 50_000}
    unknown, known = found(debt(**owed)), found(debt(**owed, allocation="consumer"))
    assert "allocation_unknown" in codes(unknown.flags)
    assert (unknown.total_paid or 0) >= (known.total_paid or 0)
    assert unknown.evidence != "S"


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"balance": -1}, "/claims/0/balance"),
        ({"costs": 2_000_000}, "/claims/0/balance"),
        ({"yearly_rate": -1}, "/claims/0/yearly_rate"),
        ({"yearly_rate": 1.5}, "/claims/0/yearly_rate"),
        ({"allocation": "nobody"}, "/claims/0/allocation"),
        ({"debtor": "9"}, "/claims/0/debtor"),
        ({"delivered_on": date(2026, 1, 1)}, "/claims/0/delivered_on"),
        ({"drop": Drop(condition="x", least=2, most=1)}, "/claims/0/drop"),
    ],
)
def test_an_impossible_debt_is_refused_with_its_place(more: dict[str, Any], place: str) -> None:
    with pytest.raises(InputError) as caught:
        strategies(state(debt(**more)))
    assert place in {problem.place for problem in caught.value.problems}


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        strategies(state(debt(balance=-1), debt(), other_income=-1, offering=Offering(step=0, minimum=0),
                         debtors=(debtor(), debtor(-1)), relief_class="x", horizon_months=0))  # fmt: skip
    places = {problem.place for problem in caught.value.problems}
    assert {"/claims", "/claims/0/balance", "/other_income", "/offering/step", "/debtors", "/debtors/1/net",
            "/relief_class", "/horizon_months"} <= places  # fmt: skip


def test_what_is_wrong_with_debt_relief_is_told_under_its_own_place() -> None:
    claims = debt("a"), debt("b")
    with pytest.raises(InputError) as caught:
        strategies(state(*claims, relief=relief_of(*claims, petition_fee=-1)))
    assert [problem.place for problem in caught.value.problems] == ["/relief/petition_fee"]


def test_a_month_whose_law_is_not_known_is_refused_or_marked() -> None:
    with pytest.raises(HorizonError):
        strategies(state(enforced(), from_month=date(2026, 11, 1), after_horizon="refuse"))
    with pytest.raises(HorizonError):
        strategies(state(debt(), from_month=date(2027, 1, 1)))
    carried = found(enforced(), from_month=date(2026, 11, 1))
    assert [month.assumed for month in carried.month] == [False, False, True, True, True]
    flag = next(flag for flag in carried.flags if flag.code == "months_assumed")
    assert dict(flag.values) == {"months": 3, "day": "2026-12-31"}
    assert carried.evidence == "D"


def test_the_chart_is_the_remaining_debt_of_every_computed_strategy() -> None:
    every = strategies(state(enforced()))
    assert [line.strategy for line in every.chart] == ["carry_on", "instalments"]
    assert every.chart[0].points[-1] == (date(2026, 5, 1), 0)
    assert every.owed == 1_200_000
    with pytest.raises(KeyError):
        every["nothing"]

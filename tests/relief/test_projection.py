from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from dluhy.deductions.model import Household, Spouse
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError
from dluhy.relief.projection import project
from dluhy.relief.projection_law import sale_fee
from dluhy.relief.projection_model import (
    AssetSale,
    DebtorIncome,
    Extraordinary,
    HomeSale,
    ReliefClaim,
    ReliefInput,
)

if TYPE_CHECKING:
    from dluhy.relief.projection_values import Month, Projection

ALONE = Spouse(married=False)
ENTRIES = ("number_of_debtors", "out_of_range", "parts_exceed_whole", "not_in_list", "month_number")


def debtor(net: int | tuple[int, ...] = 2_640_000, people: int | None = 1, **more: Any) -> DebtorIncome:  # noqa: ANN401
    return DebtorIncome(net=net, household=Household(dependants=people, spouse=ALONE), **more)


def case(**more: Any) -> ReliefInput:  # noqa: ANN401
    """A single debtor whose instalment is 5 848 Kč in 2026, one claim of a million, a trustee who pays the tax."""
    facts: dict[str, Any] = {
        "regime": "r2024",
        "petition_on": date(2026, 1, 5),
        "found_on": date(2026, 1, 12),
        "approved_on": date(2026, 5, 20),
        "trustee_vat": True,
        "debtors": (debtor(),),
        "claims": (ReliefClaim(id="a", amount=100_000_000),),
        "after_horizon": "last_known",
    }
    return ReliefInput(**{**facts, **more})


def older(**more: Any) -> ReliefInput:  # noqa: ANN401
    """The same in proceedings begun in 2020."""
    days = {"petition_on": date(2020, 1, 6), "found_on": date(2020, 1, 20), "approved_on": date(2020, 5, 4)}
    return case(**{"regime": "r2019", **days, **more})


def plan(found: Projection) -> list[Month]:
    return [month for month in found.months if month.phase == "plan"]


def codes(found: Projection) -> set[str]:
    return {flag.code for flag in found.flags}


def test_a_month_of_the_plan_pays_the_trustee_and_then_the_creditors() -> None:
    month = plan(project(case()))[0]
    assert (month.first, month.extent, month.deduction) == (date(2026, 6, 1), 584_800, 584_800)
    assert dict(month.ranks) == {"trustee_current": 108_900, "unsecured": 475_900}
    assert month.left == 2_640_000 - 584_800


def test_before_approval_only_the_advance_is_deducted_for_each_begun_month() -> None:
    before = [month for month in project(case()).months if month.phase == "before_approval"]
    assert [month.first.month for month in before] == [1, 2, 3, 4, 5]
    assert {(month.deduction, month.of_ranks("trustee_before")) for month in before} == {(217_800, 217_800)}


def test_in_older_proceedings_nothing_is_deducted_before_approval_and_the_trustee_is_first_afterwards() -> None:
    found = project(older(debtors=(debtor(2_000_000, 0),)))
    before = [month for month in found.months if month.phase == "before_approval"]
    assert [month.deduction for month in before] == [0] * 5
    first = plan(found)[0]
    assert first.of_ranks("trustee_before", "trustee_current") == 6 * 108_900
    assert found.trustee.review == 0


@pytest.mark.parametrize(
    ("regime", "days", "track", "months"),
    [
        ("r2008", (date(2016, 1, 4), date(2016, 1, 20)), "standard", 60),
        ("r2017", (date(2018, 1, 4), date(2018, 1, 20)), "standard", 60),
        ("r2017", (date(2018, 1, 4), date(2018, 1, 20)), "short", 60),
        ("r2019", (date(2024, 9, 30), date(2024, 10, 15)), "standard", 60),
        ("r2019", (date(2024, 9, 30), date(2024, 10, 15)), "short", 36),
        ("r2019", (date(2024, 9, 30), date(2024, 10, 15)), "long", 60),
        ("r2024", (date(2024, 10, 1), date(2024, 10, 15)), "standard", 36),
        ("r2024", (date(2024, 10, 1), date(2024, 10, 15)), "short", 36),
        ("r2024", (date(2024, 10, 1), date(2024, 10, 15)), "long", 60),
    ],
)
def test_the_plan_is_as_long_as_its_wording_says(regime: str, days: tuple[date, date], track: str, months: int) -> None:
    state = case(regime=regime, petition_on=days[0], found_on=days[1], approved_on=None, track=track)
    found = project(state)
    assert (found.plan_months, found.ended_after, len(plan(found))) == (months, months, months)


def test_spouses_pay_the_trustee_half_more_and_have_a_protected_amount_each() -> None:
    found = project(case(spouses=True, debtors=(debtor(id="1"), debtor(3_000_000, 0, id="2"))))
    before, first = found.months[0], plan(found)[0]
    assert before.deduction == 326_700
    assert first.of_ranks("trustee_current") == 163_350
    assert first.extent == 584_800 + 1_059_800


def test_trustee_who_pays_no_tax_costs_less_and_an_unknown_one_is_taken_to_pay() -> None:
    without, unknown = project(case(trustee_vat=False)), project(case(trustee_vat=None))
    assert plan(without)[0].of_ranks("trustee_current") == 90_000
    assert plan(unknown)[0].of_ranks("trustee_current") == 108_900
    assert "trustee_vat_unknown" in codes(unknown) - codes(without)


def test_the_order_of_payment_in_force_puts_current_maintenance_before_the_petition_and_arrears_after() -> None:
    claims = (
        ReliefClaim(id="a", amount=100_000_000),
        ReliefClaim(id="child", kind="maintenance_current", amount=300_000),
        ReliefClaim(id="arrears", kind="maintenance_arrears", amount=1_000_000),
        ReliefClaim(id="health", kind="damage_health", amount=500_000),
    )
    months = plan(project(case(claims=claims, petition_fee=484_000)))
    assert [name for name, _ in months[0].ranks] == ["trustee_current", "maintenance_new", "petition_fee"]
    assert [month.of_ranks("petition_fee") for month in months[:4]] == [175_900, 175_900, 132_200, 0]
    assert [month.of_ranks("maintenance_arrears") for month in months[1:4]] == [0, 43_700, 175_900]
    assert sum(month.of_ranks("maintenance_arrears") for month in months) == 1_000_000
    first_health = next(month for month in months if month.of_ranks("estate_other"))
    assert first_health.number >= max(month.number for month in months if month.of_ranks("maintenance_arrears"))


def test_the_time_before_approval_and_the_review_wait_for_the_unsecured_and_come_before_subordinated() -> None:
    claims = (ReliefClaim(id="a", amount=1_000_000), ReliefClaim(id="late", kind="subordinated", amount=900_000))
    months = plan(project(case(claims=claims)))
    paid = [(month.plan_month, name) for month in months for name, _ in month.ranks if name != "trustee_current"]
    assert paid == [(1, "unsecured"), (2, "unsecured"), (3, "unsecured"), (3, "trustee_before"), (3, "subordinated"),
                    (4, "subordinated"), (5, "subordinated")]  # fmt: skip
    assert sum(month.of_ranks("trustee_before") for month in months) == 2 * 121_000


def test_debt_relief_ends_with_the_month_in_which_everything_is_paid_and_gives_the_rest_back() -> None:
    found = project(case(claims=(ReliefClaim(id="a", amount=1_000_000),)))
    assert (found.ended_after, found.percent, found.basis_points) == (3, Fraction(1), 10_000)
    last = plan(found)[-1]
    assert last.returned == 584_800 - 108_900 - (1_000_000 - 2 * 475_900) - 121_000
    full = found.target("full")
    assert full is not None
    assert (full.plan_month, full.decides) == (3, True)


def fast(missing: int) -> Projection:
    """An older case whose creditors get 60 % in three years but for a number of haléře."""
    huge = project(older(claims=(ReliefClaim(id="a", amount=10**12),)))
    paid = plan(huge)[35].creditors
    more = -paid % 3
    claim = ReliefClaim(id="a", amount=(paid + more) * 5 // 3)
    extra = (Extraordinary(amount=more - missing + 3, month=2),)
    return project(older(claims=(evolve(claim, amount=claim.amount + 5),), extraordinary=extra))


def test_sixty_per_cent_in_three_years_ends_an_older_debt_relief_and_a_haler_less_does_not() -> None:
    reached, not_reached = fast(0), fast(1)
    assert (reached.ended_after, not_reached.ended_after) == (36, 60)
    assert reached.target("early_share") is not None
    assert [target.plan_month for target in not_reached.targets if target.code == "early_share"] == [None]


def test_thirty_per_cent_is_a_presumption_that_does_not_end_an_older_debt_relief() -> None:
    found = project(older(claims=(ReliefClaim(id="a", amount=80_000_000),)))
    target = found.target("presumed_effort")
    assert target is not None
    assert target.plan_month is not None
    assert (target.decides, found.ended_after) == (False, 60)
    month = plan(found)[target.plan_month - 1]
    assert month.creditors * 10 >= 80_000_000 * 3 > plan(found)[target.plan_month - 2].creditors * 10
    assert found.target("court_rate") is None


def test_no_fixed_per_cent_in_force_the_court_sets_a_rate() -> None:
    unknown, low, high = (project(case(court_rate=rate)) for rate in (None, Fraction(1, 10), Fraction(1, 2)))
    assert "court_rate_unknown" in codes(unknown)
    assert {target.code for target in unknown.targets} == {"full"}
    reached = low.target("court_rate")
    assert reached is not None
    assert reached.plan_month is not None
    assert low.ended_after == 36
    assert "court_rate_not_reached" in codes(high)
    assert "court_rate_not_reached" not in codes(low)


def test_the_average_set_by_the_court_is_compared_with_what_is_paid() -> None:
    assert "court_average_not_reached" in codes(project(case(court_average=584_801)))
    assert "court_average_not_reached" not in codes(project(case(court_average=584_800)))


def test_another_instalment_set_by_the_court_stands_in_for_the_deduction() -> None:
    months = plan(project(case(court_instalment=300_000)))
    assert {month.deduction for month in months} == {300_000}
    assert {month.extent for month in months} == {584_800}


def test_months_past_what_is_known_are_refused_or_marked() -> None:
    with pytest.raises(HorizonError):
        project(case(after_horizon="refuse"))
    found = project(case())
    assert [month.first for month in found.months if not month.assumed][-1] == date(2026, 12, 1)
    assert all(month.assumed for month in found.months if month.first >= date(2027, 1, 1))
    assert (found.totals.assumed, found.totals.assumed_months) == (True, len(found.months) - 12)
    assert "assumption_used" in codes(found)
    assert found.evidence in {"D", "M", "?"}


def test_a_debt_relief_over_before_the_last_known_day_is_not_marked_and_not_refused() -> None:
    found = project(case(claims=(ReliefClaim(id="a", amount=500_000),), after_horizon="refuse"))
    assert (found.totals.assumed, found.ended_after) == (False, 2)
    assert "assumption_used" not in codes(found)


def test_proceedings_begun_under_a_wording_not_known_are_refused_even_under_the_assumption() -> None:
    days = {"petition_on": date(2027, 1, 1), "found_on": date(2027, 1, 10), "approved_on": date(2027, 5, 1)}
    with pytest.raises(HorizonError):
        project(case(**days))
    assert project(case(**days | {"petition_on": date(2026, 12, 31)})).regime == "r2024"


@pytest.mark.parametrize(
    ("regime", "petition", "found", "fits"),
    [
        ("r2019", date(2024, 10, 1), None, False),
        ("r2024", date(2024, 9, 30), None, False),
        ("r2024", date(2024, 10, 1), None, True),
        ("r2019", date(2019, 5, 20), date(2019, 6, 1), True),
        ("r2019", date(2019, 5, 20), date(2019, 5, 31), False),
        ("r2017", date(2019, 5, 20), date(2019, 5, 31), True),
        ("r2017", date(2019, 5, 20), None, True),
    ],
)
def test_the_wording_must_fit_the_days_of_the_proceedings(
    regime: str,
    petition: date,
    found: date | None,
    fits: bool,  # noqa: FBT001
) -> None:
    state = case(regime=regime, petition_on=petition, found_on=found, approved_on=None)
    if fits:
        assert project(state).regime == regime
        return
    with pytest.raises(InputError) as told:
        project(state)
    assert [problem.code for problem in told.value.problems] == ["another_regime"]


def test_days_nobody_knows_are_assumed_and_said() -> None:
    found = project(case(petition_on=date(2026, 1, 5), found_on=None, approved_on=None))
    assert (found.permitted_on, found.approved_on) == (date(2026, 1, 20), date(2026, 5, 20))
    assert {"permission_assumed", "approval_assumed"} <= codes(found)
    assert project(case(found_on=None, approved_on=None, months_before_approval=0)).months[1].phase == "plan"


def test_everything_wrong_is_said_at_once() -> None:
    claims = (
        ReliefClaim(id="a", amount=-1),
        ReliefClaim(id="b", amount=100, accessories=60, penalty=60),
        ReliefClaim(id="b", kind="nonsense"),
    )
    with pytest.raises(InputError) as told:
        project(case(debtors=(), claims=claims, voluntary=-5, asset_sales=(AssetSale(amount=1, month=0),)))
    assert {problem.code for problem in told.value.problems} == {*ENTRIES, "duplicate"}
    with pytest.raises(InputError) as told:
        project(case(claims=()))
    assert [problem.code for problem in told.value.problems] == ["no_claims"]


def test_what_a_household_contradicts_is_refused() -> None:
    both = Household(dependants=0, spouse=Spouse(married=False, counts=True))
    with pytest.raises(InputError):
        project(case(debtors=(DebtorIncome(net=3_000_000, household=both),)))


def test_unknown_dependants_are_not_counted_and_said() -> None:
    unknown = project(case(debtors=(debtor(people=None),)))
    assert "dependants_unknown" in codes(unknown)
    assert plan(unknown)[0].extent == plan(project(case(debtors=(debtor(people=0),))))[0].extent


def test_an_income_that_cannot_be_taken_pays_only_what_is_promised() -> None:
    found = project(case(debtors=(debtor(1_500_000, kind="material_need"),), voluntary=250_000))
    month = plan(found)[0]
    assert (month.extent, month.deduction, month.voluntary) == (0, 0, 250_000)
    assert "income_not_taken" in codes(found)
    short = project(case(debtors=(debtor(100_000, kind="material_need"),), voluntary=250_000))
    assert plan(short)[0].voluntary == 100_000
    assert "voluntary_limited" in codes(short)


def test_profit_of_a_business_pays_an_advance_in_the_extent_of_a_wage() -> None:
    found = project(case(debtors=(debtor(kind="business"),)))
    assert plan(found)[0].deduction == 584_800
    assert "business_instalment" in codes(found)


def test_incomes_by_month_count_from_the_permission_and_the_last_one_stays() -> None:
    nets = (0, 0, 0, 0, 0, 2_640_000, 3_000_000)
    months = plan(project(case(debtors=(debtor(nets),))))
    assert [month.income for month in months[:3]] == [2_640_000, 3_000_000, 3_000_000]


def test_a_contribution_before_approval_only_makes_up_what_the_advance_lacks() -> None:
    found = project(case(debtors=(debtor(1_800_000, 0),), third_party_monthly=500_000))
    before, first = found.months[0], plan(found)[0]
    assert before.deduction + before.gifts == 217_800
    assert first.gifts == 500_000
    assert "gift_depends_on_donor" in codes(found)
    assert "advance_short" in codes(project(case(debtors=(debtor(1_500_000, 0),))))


def test_the_rest_of_the_trustee_s_costs_is_deducted_for_two_months_after_the_plan() -> None:
    found = project(
        case(claims_count=30, debtors=(debtor(9_000_000, 0),), claims=(ReliefClaim(id="a", amount=10**12),))
    )
    after = [month for month in found.months if month.phase == "after_plan"]
    assert [month.deduction for month in after] == [1_210_000, 1_210_000]
    assert found.trustee.unpaid == 3_630_000 - 2_420_000
    assert (found.trustee.by_state, found.trustee.owed, found.trustee.lapsed) == (0, 0, found.trustee.unpaid)
    assert found.months[-1].first == date(2029, 7, 1)


def test_a_fee_below_the_floor_is_made_up_by_the_state_and_recovered() -> None:
    found = project(case(debtors=(debtor(1_500_000, 0),)))
    account = found.trustee
    on_expenses = min(account.paid, account.expenses)
    assert 0 < account.paid - on_expenses < 2_000_000
    assert account.by_state == 2_000_000 - (account.paid - on_expenses) + account.expenses - on_expenses
    assert account.lapsed == account.fees + account.review - 2_000_000
    assert {"trustee_debt_to_state", "trustee_short"} <= codes(found)


def test_an_older_trustee_s_rest_stays_a_debt() -> None:
    found = project(older(debtors=(debtor(500_000, 0),)))
    assert found.trustee.owed == found.trustee.unpaid > 0
    assert {"trustee_debt", "older_order"} <= codes(found)


@pytest.mark.parametrize(
    ("gross", "fee"),
    [
        (1_000, 1_000),
        (20_000, 20_000),
        (20_001, 20_000),
        (133_334, 20_000),
        (200_000, 30_000),
        (500_000, 75_000),
        (600_000, 84_000),
        (1_000_000, 120_000),
        (5_000_000, 280_000),
        (10_000_000, 430_000),
        (50_000_000, 1_230_000),
        (60_000_000, 1_330_000),
    ],
)
def test_the_trustee_s_fee_from_a_sale(gross: int, fee: int) -> None:
    assert sale_fee(gross * 100, date(2026, 1, 5), default_pack()) // 100 == fee


def test_a_sale_is_distributed_in_its_month_without_the_trustee_s_fee_and_tax() -> None:
    found = project(case(asset_sales=(AssetSale(amount=20_000_000, month=3, gross=True),)))
    assert [month.sale for month in plan(found)[1:4]] == [0, 20_000_000 - 3_630_000, 0]
    assert "sale_order_reading" in codes(found)
    assert project(case(asset_sales=(AssetSale(amount=7, month=1),))).months[5].sale == 7


@pytest.mark.parametrize(
    ("protected", "code", "sold"),
    [(None, "home_to_judge", False), (300_000_000, "home_protected", False), (299_999_999, "home_sold", True)],
)
def test_the_home_is_sold_only_above_its_protected_value(protected: int | None, code: str, sold: bool) -> None:  # noqa: FBT001
    home = HomeSale(proceeds=300_000_000, protected=protected, month=2)
    found = project(case(home=home, claims=(ReliefClaim(id="a", amount=10**12),)))
    assert code in codes(found)
    assert (plan(found)[1].sale > 0) is sold
    assert "home_is_collateral" in codes(project(case(home=evolve(home, collateral=True))))


def test_what_outlives_the_discharge_is_named() -> None:
    claims = (
        ReliefClaim(id="loan", amount=100_000_000),
        ReliefClaim(id="intent", kind="damage_intentional", amount=50_000_000),
        ReliefClaim(id="crime", kind="criminal_sanction", amount=900_000),
        ReliefClaim(id="fine", kind="sanction", amount=100_000),
        ReliefClaim(id="arrears", kind="maintenance_arrears", amount=100_000),
        ReliefClaim(id="car", amount=20_000_000, collateral_value=15_000_000),
    )
    found = project(case(claims=claims))
    assert {claim.id: claim.survives for claim in found.surviving} == {
        "intent": "yes",
        "crime": "yes",
        "fine": "unclear",
    }
    assert {"survives", "survival_unclear", "secured_stays"} <= codes(found)
    car = found.claims[-1]
    assert (car.secured, car.ranked, car.secured_rest) == (15_000_000, 5_000_000, 15_000_000)


def test_collateral_pays_its_creditor_alone_in_the_month_it_is_sold() -> None:
    car = ReliefClaim(id="car", amount=20_000_000, collateral_value=15_000_000, collateral_month=2)
    found = project(case(claims=(ReliefClaim(id="a", amount=100_000_000), car)))
    month = plan(found)[1]
    assert (month.collateral, month.of_ranks("secured"), month.payments[1] - 15_000_000) == (
        15_000_000,
        15_000_000,
        plan(found)[0].payments[1],
    )
    assert found.claims[1].secured_rest == 0


def test_an_advance_ordered_by_the_court_comes_before_the_creditors_and_is_not_owed_twice() -> None:
    found, plain = project(case(advance=100_000)), project(case())
    assert plan(found)[0].of_ranks("trustee_advance") == 100_000
    assert found.trustee.fees == plain.trustee.fees
    assert sum(m.of_ranks("trustee_before", "trustee_advance") for m in found.months) == sum(
        m.of_ranks("trustee_before") for m in plain.months
    )


def test_steps_are_told_with_provisions() -> None:
    found = project(case())
    values = {step.code: step.value for step in found.steps}
    assert (values["months_before"], values["plan_months"], values["first_deduction"]) == (5, 36, 584_800)
    assert (values["trustee_month_before"], values["advance_month"], values["trustee_month_plan"]) == (
        217_800,
        217_800,
        108_900,
    )
    assert all(step.cites for step in found.steps)

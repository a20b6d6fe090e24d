from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from tests.relief.projection_cases import case, codes, debtor, older, plan

from dluhy.law.pack import default_pack
from dluhy.relief.projection import project
from dluhy.relief.projection_law import sale_fee
from dluhy.relief.projection_model import (
    AssetSale,
    Extraordinary,
    ReliefClaim,
)

if TYPE_CHECKING:
    from dluhy.relief.projection_values import Projection


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

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from tests.relief.projection_cases import case, codes, debtor, plan

from dluhy.deductions.model import Household, Spouse
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError
from dluhy.relief.capability import trustee_cost
from dluhy.relief.projection import project
from dluhy.relief.projection_law import case_law, with_vat
from dluhy.relief.projection_model import (
    AssetSale,
    DebtorIncome,
    HomeSale,
    ReliefClaim,
)

ENTRIES = ("number_of_debtors", "out_of_range", "parts_exceed_whole", "not_in_list", "month_number")


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


def test_days_that_run_backwards_are_refused_with_everything_else() -> None:
    with pytest.raises(InputError) as told:
        project(case(found_on=date(2026, 1, 4), approved_on=date(2026, 1, 3), voluntary=-1))
    places = {problem.place for problem in told.value.problems}
    assert places == {"/found_on", "/approved_on", "/voluntary"}


def test_the_trustee_s_month_is_that_of_the_least_payment_of_entry() -> None:
    for petition in (date(2016, 3, 1), date(2021, 3, 1), date(2024, 9, 30), date(2024, 10, 1), date(2026, 12, 31)):
        for spouses, vat, approved in product((True, False), repeat=3):
            law = case_law("r2024", petition, spouses, default_pack()).trustee
            month = (law.fee_plan if approved else law.fee_before) + law.expenses
            wanted = trustee_cost(
                petition_on=petition, month=petition, spouses=spouses, vat_payer=vat, approved=approved
            )
            assert with_vat(month, petition, default_pack(), vat=vat) == wanted


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


@pytest.mark.parametrize("net", [-1, 26_400.5, True, (), (1, None), 10**18])
def test_an_income_is_a_possible_number_of_haler(net: Any) -> None:  # noqa: ANN401 - anything may come
    with pytest.raises(InputError) as told:
        project(case(debtors=(debtor(net),)))
    assert [problem.place for problem in told.value.problems] == ["/debtors/0/net"]


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

"""The least payment, the lowest income that reaches it, and the help below it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.deductions import deduct
from dluhy.deductions.model import Spouse
from dluhy.engine.evaluate import Engine
from dluhy.facts.derived import functions
from dluhy.facts.frame import frame_from_facts
from dluhy.law.pack import default_pack
from dluhy.money import to_decimal_string
from dluhy.problems import HorizonError, InputError
from dluhy.relief.capability import Earner, capability, lowest_net, minimum_monthly, trustee_cost

PACK = default_pack()
ENGINE = Engine(PACK, functions(), "petitions")
TODAY = date(2026, 11, 22)
PAID = date(2026, 11, 10)
ALONE = Spouse(married=False)


@pytest.mark.parametrize(
    ("spouses", "vat_payer", "monthly"),
    [(False, True, 217800), (True, True, 326700), (False, False, 180000), (True, False, 270000)],
)
def test_the_least_is_twice_the_trustee(*, spouses: bool, vat_payer: bool, monthly: int) -> None:
    least = minimum_monthly(petition_on=TODAY, spouses=spouses, vat_payer=vat_payer)
    assert (least.monthly, least.months) == (monthly, 36)
    assert least.trustee == least.others == monthly // 2


def test_maintenance_comes_on_top_and_what_is_due_once_is_spread_over_the_plan() -> None:
    least = minimum_monthly(
        petition_on=TODAY, spouses=False, vat_payer=True, maintenance=150000, arrears=360000, drafter_fee=484000
    )
    assert least.monthly == 217800 + 150000 + 23445
    assert least.over_plan == 36 * 367800 + 844000
    by_code = {step.code: step.value for step in least.steps}
    assert by_code["relief_one_off"] == 23445  # what falls on a month, as the other parts of the sum
    assert by_code["relief_least"] == sum(value or 0 for code, value in by_code.items() if code != "relief_least")
    assert least.monthly * 36 >= least.over_plan


def test_the_higher_fee_before_the_approval_is_no_part_of_the_least() -> None:
    before = trustee_cost(petition_on=TODAY, month=TODAY, spouses=False, vat_payer=True, approved=False)
    after = trustee_cost(petition_on=TODAY, month=TODAY, spouses=False, vat_payer=True)
    assert (before, after) == (217800, 108900)
    assert minimum_monthly(petition_on=TODAY, spouses=False, vat_payer=True).trustee == after


def test_an_interruption_lowers_the_fee_and_not_the_expenses() -> None:
    interrupted = trustee_cost(petition_on=TODAY, month=TODAY, spouses=True, vat_payer=False, interrupted=True)
    assert interrupted == 33750 + 22500
    prolonged = trustee_cost(petition_on=TODAY, month=TODAY, spouses=False, vat_payer=False, prolonged_by_court=True)
    assert prolonged == 50000 + 15000
    old = trustee_cost(petition_on=date(2019, 5, 31), month=TODAY, spouses=False, vat_payer=False, interrupted=True)
    assert old == 90000


def test_the_tax_is_that_of_the_month() -> None:
    in_2012 = trustee_cost(petition_on=date(2012, 2, 1), month=date(2012, 12, 31), spouses=False, vat_payer=True)
    in_2013 = trustee_cost(petition_on=date(2012, 2, 1), month=date(2013, 1, 1), spouses=False, vat_payer=True)
    assert (in_2012, in_2013) == (108000, 108900)


def test_a_wording_that_asks_for_a_percentage_has_no_least_payment() -> None:
    with pytest.raises(InputError, match="asks_for_percent"):
        minimum_monthly(petition_on=date(2015, 1, 1), spouses=False, vat_payer=True)
    with pytest.raises(HorizonError):
        minimum_monthly(petition_on=date(2027, 1, 1), spouses=False, vat_payer=True)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(InputError) as caught:
        minimum_monthly(petition_on=TODAY, spouses=False, vat_payer=True, maintenance=-1, arrears=-1)
    assert [problem.place for problem in caught.value.problems] == ["/maintenance", "/arrears"]
    with pytest.raises(InputError, match="months"):
        minimum_monthly(petition_on=TODAY, spouses=False, vat_payer=True, months=0)


def test_the_lowest_income_of_2026_is_seventeen_thousand_three_hundred_and_sixty_nine() -> None:
    least = minimum_monthly(petition_on=TODAY, spouses=False, vat_payer=True)
    assert lowest_net(least.monthly, paid_on=PAID, counted=0) == 1736900
    assert lowest_net(0, paid_on=PAID, counted=3) == 0


@given(st.integers(1, 8_000_000), st.integers(0, 6), st.sampled_from([PAID, date(2025, 3, 10)]))
def test_the_lowest_income_reaches_the_sum_and_a_crown_less_does_not(needed: int, counted: int, paid_on: date) -> None:
    net = lowest_net(needed, paid_on=paid_on, counted=counted)
    assert taken(net, counted, paid_on) >= needed
    assert taken(net - 1, counted, paid_on) < needed


def taken(net: int, counted: int, paid_on: date) -> int:
    """Return what is deducted in the priority extent."""
    found = deduct(paid_on=paid_on, net=net, dependants=counted, spouse=ALONE, claims=(), debt_relief=True)
    return found.capacity


def test_what_is_short_is_the_contribution_of_a_third_person() -> None:
    least = minimum_monthly(petition_on=TODAY, spouses=False, vat_payer=True)
    found = capability(least, [Earner(net=1600000, dependants=0, spouse=ALONE)], paid_on=PAID)
    assert (found.own, found.contribution, found.reached) == (126400, 91400, False)
    assert found.lowest_net == 1736900
    promised = capability(least, [Earner(net=1600000, dependants=0, spouse=ALONE)], paid_on=PAID, promised=91400)
    assert (promised.contribution, promised.reached) == (0, True)
    assert [flag.code for flag in promised.flags] == ["promise_binds"]


def test_both_spouses_pay_towards_one_least() -> None:
    least = minimum_monthly(petition_on=TODAY, spouses=True, vat_payer=True)
    earner = Earner(net=1736900, dependants=0, spouse=ALONE)
    found = capability(least, [earner, earner], paid_on=PAID)
    assert (found.own, found.reached) == (2 * 217800, True)
    assert found.lowest_net == lowest_net(326700 - 217800, paid_on=PAID, counted=0)


def test_who_is_counted_must_be_known_for_the_lowest_income() -> None:
    least = minimum_monthly(petition_on=TODAY, spouses=False, vat_payer=True)
    found = capability(least, [Earner(net=1736900)], paid_on=PAID)
    assert found.lowest_net is None
    assert "dependants_unknown" in [flag.code for flag in found.flags]
    assert capability(least, [], paid_on=PAID).contribution == 217800


@settings(deadline=None, max_examples=40)
@given(
    spouses=st.booleans(),
    vat_payer=st.booleans(),
    maintenance=st.integers(0, 1_000_000),
    once=st.integers(0, 5_000_000),
    filed=st.dates(date(2019, 6, 1), date(2026, 12, 31)),
)
def test_many_petitions_are_computed_as_one(
    *, spouses: bool, vat_payer: bool, maintenance: int, once: int, filed: date
) -> None:
    least = minimum_monthly(
        petition_on=filed, spouses=spouses, vat_payer=vat_payer, maintenance=maintenance, arrears=once
    )
    facts = {
        "petition_on": filed, "creditor_filed": False, "spouses_together": spouses, "trustee_vat_payer": vat_payer,
        "relief_maintenance": to_decimal_string(maintenance), "relief_one_off": to_decimal_string(once),
    }  # fmt: skip
    assert needed([facts]) == [(least.monthly, least.monthly)]


def needed(rows: list[dict[str, object]]) -> list[tuple[int | None, int | None]]:
    """Return the least payment of each row within its limits."""
    part = PACK.of("petitions")
    judged = ENGINE.evaluate(frame_from_facts(rows, part.members, part.facts), TODAY, steps=False)
    return judged.select("needed_monthly_from", "needed_monthly_to").rows()


def test_what_is_not_known_of_the_trustee_widens_the_least() -> None:
    known: dict[str, object] = {"creditor_filed": False, "relief_maintenance": 0, "relief_one_off": 0}
    assert needed([known]) == [(180000, 326700)]
    assert needed([known | {"spouses_together": False}]) == [(180000, 217800)]
    assert needed([known | {"trustee_vat_payer": True}]) == [(217800, 326700)]
    assert needed([{"creditor_filed": False}]) == [(None, None)]
    wide: dict[str, object] = {"petition_on": {"from": "2024-09-01", "to": "2024-10-31"}, "relief_one_off": "3600.00"}
    exact: dict[str, object] = {"spouses_together": False, "trustee_vat_payer": False, "relief_maintenance": 0}
    assert needed([wide | exact]) == [(180000 + 6000, 180000 + 10000)]

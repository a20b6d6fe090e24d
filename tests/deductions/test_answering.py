"""Documents with several payments: balances and the fee run through them, and what the law leaves open is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from dluhy.deductions.answering import answer
from dluhy.deductions.document import DeductionDocument
from dluhy.deductions.reading import parse
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

if TYPE_CHECKING:
    from dluhy.deductions import Deduction

PACK = default_pack()
ALONE: dict[str, Any] = {"dependants": 0, "spouse": {"married": False}, "own_pension": "none"}
LOAN = {"id": "a", "kind": "loan", "issued_on": "2024-01-01", "delivered_on": "2024-01-02", "balance": "50000"}


def answered(**facts: Any) -> Deduction:  # noqa: ANN401 - JSON
    document = {"paid_on": "2026-05-12", "wage_period": "2026-04", "claims": [LOAN], **ALONE, **facts}
    return answer(parse(DeductionDocument, json.dumps(document)), PACK)


def refused(**facts: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - JSON
    with pytest.raises(InputError) as error:
        answered(**facts)
    return [(problem.code, problem.place) for problem in error.value.problems]


def flags(found: Deduction) -> set[str]:
    return {flag.code for flag in found.flags}


def test_a_debt_is_paid_once_however_many_incomes_there_are() -> None:
    incomes = [{"kind": "wage", "net": "30000"}, {"kind": "copyright", "net": "15000"}]
    found = answered(incomes=incomes, claims=[LOAN | {"balance": "1000"}])
    assert found.allocations[0].amount == 100_000
    assert found.allocations[0].rest == 0
    assert found.deducted == 105_000


def test_the_payer_keeps_one_fee_from_the_first_payment_that_bears_it() -> None:
    late = [{"wage_period": "2026-02", "net": "20000", "net_before": "10000"}]
    assert answered(net="10000", back_pay=late).fee == 5_000
    assert answered(net="30000", back_pay=late).fee == 5_000


def test_each_of_several_payers_keeps_its_own_fee() -> None:
    shares = [{"id": "a", "net": "18000", "base_share": "8000"}, {"id": "b", "net": "12000", "base_share": "6102"}]
    assert [part.fee for part in answered(payers=shares, claims=[LOAN | {"payer": None}]).parts] == [5_000, 5_000]


def test_back_pay_is_what_the_month_bears_more_and_the_other_reading_stands_beside_it() -> None:
    late = [{"wage_period": "2026-01", "net": "16000", "net_before": "10000"}]
    found = answered(back_pay=late)
    assert found.remainder == 2_600_000 - 1_410_200
    assert "earlier_payment" in flags(found)
    other = next(each for each in found.possibilities if each.fact == "earlier_payment")
    assert other.deducted == 63_200


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"net": "20000", "back_pay": [{"wage_period": "2026-01", "net": "1"}]},
         ("net_before_needed", "/back_pay/0/net_before")),
        ({"net": "20000", "back_pay": [{"wage_period": "2026-04", "net": "1", "net_before": "20000"}]},
         ("month_twice", "/back_pay/0/wage_period")),
        ({"back_pay": [{"wage_period": "2026-01", "net": "1", "net_before": "0"}] * 2},
         ("month_twice", "/back_pay/1/wage_period")),
        ({"net": "20000", "back_pay": [{"wage_period": "2026-07", "net": "1", "net_before": "0"}]},
         ("period_after_payment", "/back_pay/0/wage_period")),
        ({"payers": [{"id": "a", "net": "1"}], "back_pay": [{"wage_period": "2026-01", "net": "1", "net_before": "0"}]},
         ("back_pay_of_payers", "/back_pay")),
        ({"payers": []}, ("net_needed", "/net")),
        ({"net": "1", "claims": [LOAN | {"payer": "x"}]}, ("unknown_payer", "/claims/0/payer")),
        ({"net": "1", "claims": [LOAN, LOAN | {"id": "b", "kind": "maintenance"}]},
         ("maintenance_untold", "/claims/1/kind")),
        ({"net": "1", "claims": [LOAN, LOAN | {"id": "b", "kind": "tax_or_fee", "priority": False}]},
         ("priority_contradicts_kind", "/claims/1/priority")),
        ({"incomes": [{"kind": "severance", "net": "60000"}]}, ("multiples_needed", "/incomes/0/multiples")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_place(facts: dict[str, Any], said: tuple[str, str]) -> None:
    assert said in refused(**facts)


def test_an_order_with_one_payer_leaves_the_other_payers_alone() -> None:
    payers = [{"id": "a", "net": "26400"}, {"id": "b", "net": "12000"}]
    found = answered(payers=payers, claims=[LOAN | {"payer": "a"}])
    assert "split_unknown" not in flags(found)
    assert [(part.payer, part.deducted) for part in found.parts] == [("a", 409_900), ("b", 0)]


def test_a_share_above_the_whole_protected_amount_is_told() -> None:
    assert "split_differs" in flags(answered(net="20000", base_share="90000"))
    assert "split_differs" not in flags(answered(net="20000", base_share="14102"))


def test_severance_is_deducted_by_multiples_since_the_law_says_so_and_says_what_it_leaves_open() -> None:
    income = [{"kind": "severance", "net": "60000", "multiples": 3}]
    found = answered(incomes=income)
    assert [part.net for part in found.parts] == [2_000_000] * 3
    assert (found.deducted, found.fee) == (3 * 196_600, 0)
    assert {"severance_statutory", "severance_new_income"} <= flags(found)
    claims = [LOAN | {"issued_on": "2019-01-01", "delivered_on": "2019-01-02"}]
    old = answered(incomes=income, paid_on="2020-04-23", wage_period="2020-03", claims=claims)
    assert old.parts == ()
    assert "severance_one_month" in flags(old)


def test_an_order_of_tax_enforcement_binds_at_once_and_any_other_from_the_next_month() -> None:
    fee = {"id": "f", "kind": "tax_or_fee", "delivered_on": "2026-05-04", "balance": "90000"}
    court = answered(net="26400", claims=[fee | {"enforcement": "court_executor"}])
    assert (court.deducted, flags(court) & {"binds_later", "binds_if_tax"}) == (0, {"binds_later"})
    assert answered(net="26400", claims=[fee | {"enforcement": "tax"}]).deducted == 819_800
    assert {"binds_later", "binds_if_tax"} <= flags(answered(net="26400", claims=[fee]))


def test_an_order_that_binds_by_one_reading_shows_the_other_result() -> None:
    found = answered(net="26400", claims=[LOAN | {"issued_on": None, "delivered_on": "2026-04-20"}])
    assert found.deducted == 409_900
    assert "binds_by_reading" in flags(found)
    assert [each.deducted for each in found.possibilities if each.fact == "binding"] == [0]


def test_an_order_about_business_income_binds_from_its_delivery() -> None:
    claims = [LOAN | {"issued_on": None, "delivered_on": "2026-05-05"}]
    found = answered(net="10000", income="business", paid_on="2026-05-20", claims=claims)
    assert found.deducted == 400_000
    assert not flags(found) & {"binds_later", "binds_by_reading"}


def test_an_agreed_deduction_is_no_order() -> None:
    orders = [LOAN | {"id": name, "order": name} for name in "abc"]
    agreed = LOAN | {"id": "d", "kind": "agreed_deduction", "order": "d"}
    assert answered(net="60000", claims=[*orders, agreed]).thirds == 1
    assert answered(net="60000", claims=[*orders, LOAN | {"id": "d", "order": "d"}]).thirds == 2


def test_four_orders_are_told_beside_a_priority_claim_and_doubted_where_one_is_running_maintenance() -> None:
    loans = [LOAN | {"id": name, "order": name} for name in "abc"]
    running = {"id": "m", "kind": "maintenance_current", "order": "m", "balance": "3000", "delivered_on": "2024-01-02"}
    found = answered(net="60000", claims=[*loans, running])
    assert {"many_orders", "many_orders_maintenance"} <= flags(found)
    fee = {"id": "m", "kind": "tax_or_fee", "order": "m", "balance": "3000", "delivered_on": "2024-01-02"}
    assert "many_orders_maintenance" not in flags(answered(net="60000", claims=[*loans, fee]))


def test_the_frozen_living_minimum_is_told_only_where_another_holds() -> None:
    assert "living_minimum_frozen" in flags(answered(net="26400", paid_on="2026-10-01", wage_period="2026-09"))
    assert "living_minimum_frozen" not in flags(answered(net="26400", paid_on="2026-09-30", wage_period="2026-08"))


@pytest.mark.parametrize(
    ("spouse", "own", "code"),
    [
        ({"married": True, "pension": "none"}, None, "spouse_own_pension_unknown"),
        ({"married": True}, "none", "spouse_pension_unknown"),
        ({}, None, "spouse_pension_unknown"),
    ],
)
def test_what_is_missing_of_a_spouse_is_named(spouse: dict[str, Any], own: str | None, code: str) -> None:
    assert code in flags(answered(net="26400", spouse=spouse, own_pension=own))


def test_the_old_orders_of_an_enforcement_may_take_the_fee_away() -> None:
    old = {key: value for key, value in LOAN.items() if key != "issued_on"} | {"began_on": "2019-05-01"}
    assert "fee_first_order" in flags(answered(net="26400", claims=[old]))
    assert "fee_assumed" in flags(answered(net="26400", claims=[{"id": "a", "kind": "loan", "balance": "1000"}]))
    assert not flags(answered(net="26400")) & {"fee_first_order", "fee_assumed"}

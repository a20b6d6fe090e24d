"""Months divided by hand: what each claim gets, in crowns; the wage is of April 2026, paid in May.

The base of a debtor without dependants is 14 102 Kč, the threshold 31 521 Kč, the largest third 10 507 Kč.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pytest

from dluhy.deductions import Claim, deduct
from dluhy.deductions.division import Want, divide, pro_rata
from dluhy.money import to_decimal_string, to_halere

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.deductions import Deduction

BASE: Final = 14_102
BELOW_THRESHOLD: Final = 31_521
OLD, NEW = date(2021, 12, 31), date(2022, 1, 1)
"""The last day of issue without a fee and the first one with it."""
LOAN, TAX = "loan", "tax_or_fee"
CURRENT, ARREARS = "maintenance_current", "maintenance_arrears"
PRICE, ASSIGNED, SUBSTITUTE = "assigned_maintenance_fee", "assigned_maintenance", "substitute_maintenance"


def owed(  # noqa: PLR0913 - the facts of a claim
    name: str, kind: str, balance: str | None, day: int | None = 1, *, issued: date = OLD, order: str | None = None
) -> Claim:
    """Build a claim delivered on a day of March 2026, on an unknown one if it is None."""
    return Claim(
        id=name, kind=kind, issued_on=issued, order=order, delivered_on=None if day is None else date(2026, 3, day),
        balance=None if balance is None else to_halere(balance),
    )  # fmt: skip


def child(name: str, kind: str, balance: str | None, monthly: str | None, day: int | None = 1) -> Claim:
    """Build a claim of maintenance of the child whose name begins the claim's; `monthly` is the running maintenance."""
    return Claim(
        id=name, kind=kind, issued_on=OLD, delivered_on=None if day is None else date(2026, 3, day), entitled=name[0],
        balance=None if balance is None else to_halere(balance),
        monthly=None if monthly is None else to_halere(monthly),
    )  # fmt: skip


def month(net: int, *claims: Claim, **more: Any) -> Callable[[], Deduction]:  # noqa: ANN401 - any fact
    """Return a month of a debtor without dependants, whose deduction is computed when it is called."""
    paid_on, wage_period = date(2026, 5, 12), date(2026, 4, 1)
    return partial(deduct, paid_on=paid_on, wage_period=wage_period, net=str(net), dependants=0, claims=claims, **more)


def third_of(third: int, *claims: Claim, **more: Any) -> Callable[[], Deduction]:  # noqa: ANN401 - any fact
    """Return a month whose third has that many crowns."""
    return month(BASE + 3 * third, *claims, **more)


def above(over: int, *claims: Claim) -> Callable[[], Deduction]:
    """Return a month with the largest third and so many crowns above the threshold."""
    return month(BASE + BELOW_THRESHOLD + over, *claims)


def shares(found: Deduction) -> dict[str, str | None]:
    """Return what each claim gets, in crowns."""
    return {
        each.claim: None if each.amount is None else to_decimal_string(each.amount)
        for each in sorted(found.allocations, key=lambda each: each.claim)
    }


def crowns(amount: int) -> str:
    """Return an amount as a decimal text."""
    return to_decimal_string(amount)


DIVIDED: list[tuple[str, Callable[[], Deduction], dict[str, str | None], str]] = [
    (
        "the first third goes strictly by rank",
        third_of(3000, owed("c", LOAN, "5000", 3), owed("a", LOAN, "1000", 1), owed("b", LOAN, "1500", 2)),
        {"a": "1000.00", "b": "1500.00", "c": "500.00"}, "3000.00",
    ),
    (
        "one day is one rank, divided by what is owed",
        third_of(1000, owed("y", LOAN, "1000"), owed("z", LOAN, "2000")),
        {"y": "333.33", "z": "666.67"}, "1000.00",
    ),
    (
        "one odd haléř of equal rests goes to the first name, however the claims are given",
        third_of(1, owed("c", LOAN, "500"), owed("a", LOAN, "500"), owed("b", LOAN, "500")),
        {"a": "0.34", "b": "0.33", "c": "0.33"}, "1.00",
    ),
    (
        "two odd haléře go to two claims",
        third_of(2, owed("c", LOAN, "500"), owed("a", LOAN, "500"), owed("b", LOAN, "500")),
        {"a": "0.67", "b": "0.67", "c": "0.66"}, "2.00",
    ),
    (
        "odd haléře go to the largest rests: 1 : 2 : 4 of 1000 leaves .857, .714 and .428",
        third_of(1000, owed("a", LOAN, "1000"), owed("b", LOAN, "2000"), owed("c", LOAN, "4000")),
        {"a": "142.86", "b": "285.71", "c": "571.43"}, "1000.00",
    ),
    (
        "a rank is paid before the next day gets anything",
        third_of(1000, owed("a", LOAN, "300"), owed("b", LOAN, "600"), owed("c", LOAN, "900", 2)),
        {"a": "300.00", "b": "600.00", "c": "100.00"}, "1000.00",
    ),
    (
        "claims without priority get nothing of the second third",
        third_of(3000, owed("p", TAX, "1000", 5), owed("z", LOAN, None)),
        {"p": "1000.00", "z": "3000.00"}, "4000.00",
    ),
    (
        "a priority claim that the second third does not satisfy waits for its rank in the first",
        third_of(3000, owed("p", TAX, None, 5), owed("z", LOAN, "2000")),
        {"p": "4000.00", "z": "2000.00"}, "6000.00",
    ),
    (
        "an earlier priority claim takes of both thirds",
        third_of(3000, owed("p", TAX, "5500", 1), owed("z", LOAN, None, 2)),
        {"p": "5500.00", "z": "500.00"}, "6000.00",
    ),
    (
        "other priority claims share the second third by rank",
        third_of(1000, owed("p", TAX, "900", 5), owed("q", TAX, "1900", 4)),
        {"p": "100.00", "q": "1900.00"}, "2000.00",
    ),
    (
        "other priority claims of one day share by what is owed, first of the second third, then of the first",
        third_of(1000, owed("p", TAX, "1000"), owed("q", TAX, "3000"), owed("z", LOAN, None, 2)),
        {"p": "500.00", "q": "1500.00", "z": "0.00"}, "2000.00",
    ),
    (
        "running maintenance comes before arrears and these before other priority claims, whatever their rank",
        third_of(3000, owed("p", TAX, "5000", 1), child("A1", CURRENT, "2000", "2000", 9),
                 child("A2", ARREARS, "9000", "2000", 8)),
        {"A1": "2000.00", "A2": "1000.00", "p": "3000.00"}, "6000.00",
    ),
    (
        "running maintenance of two children is short of 500, so arrears have only their rank",
        third_of(3000, child("A1", CURRENT, "2000", "2000", 1), child("B1", CURRENT, "1500", "1500", 2),
                 child("A2", ARREARS, "2000", "2000", 3), owed("z", LOAN, None, 4)),
        {"A1": "2000.00", "A2": "2000.00", "B1": "1500.00", "z": "500.00"}, "6000.00",
    ),
    (
        "of running maintenance cut in its ratio each waits for its rank: 285.71 are left behind an earlier loan",
        third_of(3000, child("A1", CURRENT, "2000", "2000", 2), child("B1", CURRENT, "1500", "1500", 3),
                 owed("z", LOAN, "2900", 1)),
        {"A1": "1814.29", "B1": "1285.71", "z": "2900.00"}, "6000.00",
    ),
    (
        "arrears share by running maintenance and not by their size: 1500 in the ratio 1000 : 500",
        third_of(3000, child("A1", CURRENT, "1000", "1000"), child("B1", CURRENT, "500", "500"),
                 child("A2", ARREARS, "9000", "1000", 9), child("B2", ARREARS, "600", "500", 8)),
        {"A1": "1000.00", "A2": "3900.00", "B1": "500.00", "B2": "600.00"}, "6000.00",
    ),
    (
        "arrears find their running maintenance in the claim of the same child",
        third_of(3000, child("A1", CURRENT, "1000", None), child("B1", CURRENT, "500", None),
                 child("A2", ARREARS, "9000", None, 9), child("B2", ARREARS, "9000", None, 9), owed("z", LOAN, None)),
        {"A1": "1000.00", "A2": "1000.00", "B1": "500.00", "B2": "500.00", "z": "3000.00"}, "6000.00",
    ),
    (
        "a share larger than the arrears is cut and the rest divided again: 1 : 1 : 2, then 1 : 2",
        third_of(3000, child("A", ARREARS, "300", "1000", 5), child("B", ARREARS, "5000", "1000", 5),
                 child("C", ARREARS, "5000", "2000", 5), owed("z", LOAN, None, 1)),
        {"A": "300.00", "B": "900.00", "C": "1800.00", "z": "3000.00"}, "6000.00",
    ),
    (
        "a share that only the second round makes too large is cut too",
        third_of(3000, child("A", ARREARS, "300", "1000", 5), child("B", ARREARS, "800", "1000", 5),
                 child("C", ARREARS, "5000", "2000", 5), owed("z", LOAN, None, 1)),
        {"A": "300.00", "B": "800.00", "C": "1900.00", "z": "3000.00"}, "6000.00",
    ),
    (
        "what a child without running maintenance is owed waits until the others are paid",
        third_of(2200, child("A", ARREARS, "2000", "1000", 5), child("B", ARREARS, "500", "0", 5),
                 owed("z", LOAN, None, 1)),
        {"A": "2000.00", "B": "200.00", "z": "2200.00"}, "4400.00",
    ),
    (
        "assigned maintenance: its price, then itself, then substitute maintenance, then the other priority claims",
        third_of(1000, owed("p", TAX, "3000", 1), child("S", SUBSTITUTE, "500", "900", 2),
                 child("D", ASSIGNED, "300", "900", 3), child("F", PRICE, "100", "900", 4)),
        {"D": "300.00", "F": "100.00", "S": "500.00", "p": "1100.00"}, "2000.00",
    ),
    (
        "prices for assignment share by running maintenance",
        third_of(300, child("A", PRICE, "500", "1000", 5), child("B", PRICE, "500", "500", 4), owed("z", LOAN, None)),
        {"A": "200.00", "B": "100.00", "z": "300.00"}, "600.00",
    ),
    (
        "substitute maintenance shares by running maintenance",
        third_of(300, child("A", SUBSTITUTE, "500", "500", 4), child("B", SUBSTITUTE, "500", "1000", 5),
                 owed("z", LOAN, None)),
        {"A": "100.00", "B": "200.00", "z": "300.00"}, "600.00",
    ),
    (
        "the unlimited part is added to the second third for priority claims, its rest to the first third",
        above(1000, owed("p", TAX, "11000", 5), owed("z", LOAN, None)),
        {"p": "11000.00", "z": "11014.00"}, "22014.00",
    ),
    (
        "the second third and the unlimited part are one sum for running maintenance: 11 507 in halves",
        above(1000, child("A", CURRENT, "8000", "8000"), child("B", CURRENT, "8000", "8000", 2),
              owed("z", LOAN, None, 3)),
        {"A": "8000.00", "B": "8000.00", "z": "6014.00"}, "22014.00",
    ),
    (
        "without priority the unlimited part joins the first third as one sum",
        above(1000, owed("y", LOAN, "6000"), owed("z", LOAN, "6000")),
        {"y": "5753.50", "z": "5753.50"}, "11507.00",
    ),
    (
        "of four orders the rest of the second third joins the first",
        third_of(1500, owed("p", TAX, "300", 9), owed("x", LOAN, "500", 1), owed("y", LOAN, "1700", 2),
                 owed("z", LOAN, "900", 3)),
        {"p": "300.00", "x": "500.00", "y": "1700.00", "z": "500.00"}, "3000.00",
    ),
    (
        "four orders without priority share both thirds as one sum",
        third_of(1500, *(owed(name, LOAN, "1000") for name in "wxyz")),
        {"w": "750.00", "x": "750.00", "y": "750.00", "z": "750.00"}, "3000.00",
    ),
    (
        "four claims of three orders open nothing",
        third_of(1500, owed("v", LOAN, "1000", 1, order="1"), owed("w", LOAN, "1000", 1, order="1"),
                 owed("x", LOAN, "1000", 2), owed("y", LOAN, "1000", 3)),
        {"v": "750.00", "w": "750.00", "x": "0.00", "y": "0.00"}, "1500.00",
    ),
    (
        "an old-age pension keeps the second third closed below 1089",
        third_of(1088, *(owed(name, LOAN, "2000", day) for day, name in enumerate("wxyz", 1)), own_pension="old_age"),
        {"w": "1088.00", "x": "0.00", "y": "0.00", "z": "0.00"}, "1088.00",
    ),
    (
        "at 1089 the pension no longer helps",
        third_of(1089, *(owed(name, LOAN, "2000", day) for day, name in enumerate("wxyz", 1)), own_pension="old_age"),
        {"w": "2000.00", "x": "178.00", "y": "0.00", "z": "0.00"}, "2178.00",
    ),
    (
        "with a pension the rest of the second third stays with the debtor although a priority claim opened it",
        third_of(1000, owed("p", TAX, "300", 9), *(owed(name, LOAN, "2000", day) for day, name in enumerate("xyz", 1)),
                 own_pension="orphan"),
        {"p": "300.00", "x": "1000.00", "y": "0.00", "z": "0.00"}, "1300.00",
    ),
    (
        "what is paid takes nothing",
        third_of(1000, owed("p", TAX, "0"), owed("z", LOAN, None, 2)),
        {"p": "0.00", "z": "1000.00"}, "1000.00",
    ),
    (
        "less is deducted when less is owed",
        third_of(1000, owed("y", LOAN, "200.50"), owed("z", LOAN, "99.49")),
        {"y": "200.50", "z": "99.49"}, "299.99",
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", DIVIDED, ids=[row[0] for row in DIVIDED])
def test_months_are_divided_as_by_hand(row: tuple[str, Callable[[], Deduction], dict[str, str | None], str]) -> None:
    _, made, expected, deducted = row
    found = made()
    assert shares(found) == expected
    assert (crowns(found.deducted), found.fee) == (deducted, 0)


UNKNOWN: list[tuple[str, Callable[[], Deduction], dict[str, str | None], str]] = [
    (
        "a claim of unknown size alone in its rank takes all",
        third_of(1000, owed("a", LOAN, "300", 1), owed("b", LOAN, None, 2), owed("c", LOAN, "500", 3)),
        {"a": "300.00", "b": "700.00", "c": "0.00"}, "1000.00",
    ),
    (
        "shares of one day with a claim of unknown size cannot be told, the sum can",
        third_of(1000, owed("a", LOAN, "300", 1), owed("b", LOAN, None, 2), owed("c", LOAN, "500", 2)),
        {"a": "300.00", "b": None, "c": None}, "1000.00",
    ),
    (
        "without a day of delivery nobody knows who comes first, not even who gets nothing",
        third_of(1000, owed("a", LOAN, "5000", None), owed("b", LOAN, "5000", 2)),
        {"a": None, "b": None}, "1000.00",
    ),
    (
        "an unknown day does not matter where everything is paid",
        third_of(1000, owed("a", LOAN, "300", None), owed("b", LOAN, "500", None), owed("c", LOAN, "200", 1)),
        {"a": "300.00", "b": "500.00", "c": "200.00"}, "1000.00",
    ),
    (
        "an unknown day does not matter to a single claim",
        third_of(1000, owed("a", LOAN, "3000", None)),
        {"a": "1000.00"}, "1000.00",
    ),
    (
        "the second third is known although days of other claims are not",
        third_of(1000, owed("p", TAX, "600", 2), owed("a", LOAN, "5000", None), owed("b", LOAN, "5000", 2)),
        {"a": None, "b": None, "p": "600.00"}, "1600.00",
    ),
    (
        "a priority claim not satisfied waits with the others for days that nobody knows",
        third_of(1000, owed("p", TAX, "1500", 2), owed("a", LOAN, "5000", None)),
        {"a": None, "p": None}, "2000.00",
    ),
    (
        "without running maintenance the ratio of arrears cannot be told",
        third_of(1000, child("A", ARREARS, "5000", None), child("B", ARREARS, "5000", "900"), owed("z", LOAN, "10", 5)),
        {"A": None, "B": None, "z": None}, "2000.00",
    ),
    (
        "the ratio does not matter where both are paid",
        third_of(1000, child("A", ARREARS, "500", None), child("B", ARREARS, "500", "900"), owed("z", LOAN, "10", 5)),
        {"A": "500.00", "B": "500.00", "z": "10.00"}, "1010.00",
    ),
    (
        "running maintenance comes first although arrears cannot be told",
        third_of(1000, child("A1", CURRENT, "400", "400"), child("B", ARREARS, "5000", None),
                 child("C", ARREARS, "5000", None)),
        {"A1": "400.00", "B": None, "C": None}, "2000.00",
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", UNKNOWN, ids=[row[0] for row in UNKNOWN])
def test_what_cannot_be_told_is_left_open_and_the_sum_is_not(
    row: tuple[str, Callable[[], Deduction], dict[str, str | None], str],
) -> None:
    _, made, expected, deducted = row
    found = made()
    assert shares(found) == expected
    assert crowns(found.deducted) == deducted
    open_ = {flag.values["claim"] for flag in found.flags if flag.code == "share_unknown"}
    assert open_ == {who for who, share in expected.items() if share is None}
    assert all(each.rest is None for each in found.allocations if each.amount is None)


FEES: list[tuple[str, Callable[[], Deduction], int, str]] = [
    ("fifty", third_of(3000, owed("a", LOAN, None, issued=NEW)), 50, "3000.00"),
    ("none of an order from before 2022", third_of(3000, owed("a", LOAN, None, issued=OLD)), 0, "3000.00"),
    ("one order with a fee is enough", third_of(3000, owed("a", LOAN, None), owed("b", LOAN, None, 2, issued=NEW)), 50,
     "3000.00"),
    ("a whole one from 148", third_of(148, owed("a", LOAN, None, issued=NEW)), 50, "148.00"),
    ("a third of 147", third_of(147, owed("a", LOAN, None, issued=NEW)), 49, "147.00"),
    ("a third of 100, rounded up", third_of(100, owed("a", LOAN, None, issued=NEW)), 34, "100.00"),
    ("a third of 30", third_of(30, owed("a", LOAN, None, issued=NEW)), 10, "30.00"),
    ("all of one crown", third_of(1, owed("a", LOAN, None, issued=NEW)), 1, "1.00"),
    ("none of nothing", third_of(0, owed("a", LOAN, None, issued=NEW)), 0, "0.00"),
    ("none where nothing is owed", third_of(3000, owed("a", LOAN, "0", issued=NEW)), 0, "0.00"),
    ("on top of a small rest: a third of 91", third_of(3000, owed("a", LOAN, "60", issued=NEW)), 31, "91.00"),
    ("on top: 49 of 146", third_of(3000, owed("a", LOAN, "97", issued=NEW)), 49, "146.00"),
    ("on top: 50 of 148", third_of(3000, owed("a", LOAN, "98", issued=NEW)), 50, "148.00"),
    ("on top of one haléř", third_of(3000, owed("a", LOAN, "0.01", issued=NEW)), 1, "1.01"),
    ("partly on top, as far as the third reaches", third_of(100, owed("a", LOAN, "80", issued=NEW)), 34, "100.00"),
    ("from the first third although the second would do", third_of(3000, owed("p", TAX, "1000", issued=NEW)), 50,
     "1050.00"),
    ("of both thirds", third_of(74, owed("p", TAX, None, issued=NEW)), 50, "148.00"),
    ("a third of both thirds", third_of(73, owed("p", TAX, None, issued=NEW)), 49, "146.00"),
    ("what nobody may take of the second third is no part of the sum", third_of(40, owed("p", TAX, "30", issued=NEW),
     owed("z", LOAN, None, 2)), 24, "70.00"),
    ("none for a payer of a pension", third_of(3000, owed("a", LOAN, None, issued=NEW), income="pension"), 0,
     "3000.00"),
    ("none in debt relief", third_of(3000, owed("a", LOAN, None, issued=NEW), debt_relief=True), 0, "6000.00"),
]  # fmt: skip


@pytest.mark.parametrize("row", FEES, ids=[row[0] for row in FEES])
def test_the_payer_keeps_fifty_or_a_third_of_what_it_deducts(
    row: tuple[str, Callable[[], Deduction], int, str],
) -> None:
    _, made, fee, deducted = row
    found = made()
    assert (found.fee, crowns(found.deducted)) == (fee * 100, deducted)
    if found.allocations:
        assert sum(each.amount or 0 for each in found.allocations) == found.deducted - found.fee


def test_the_fee_comes_out_of_the_first_third_alone() -> None:
    found = third_of(3000, owed("p", TAX, "3000", 2), owed("z", LOAN, None, 1, issued=NEW))()
    parts = {each.claim: (each.second_third, each.unlimited, each.first_third) for each in found.allocations}
    assert parts == {"p": (300_000, 0, 0), "z": (0, 0, 295_000)}


def test_debt_relief_divides_nothing() -> None:
    found = third_of(3000, owed("z", LOAN, None), debt_relief=True)()
    assert (found.allocations, found.capacity, found.deducted) == ((), 600_000, 600_000)


def test_a_trustee_among_the_claims_takes_both_thirds_alone() -> None:
    trustee = Claim(id="t", kind="insolvency", delivered_on=date(2026, 3, 2), issued_on=NEW)
    found = above(1000, owed("z", LOAN, None, issued=NEW), trustee)()
    assert (found.allocations, found.deducted, found.fee) == ((), 2_201_400, 0)


BINDING = [
    ("2024-09-30", "2024-09-30", True),
    ("2024-09-30", "2024-09-29", False),
    ("2024-10-01", "2024-10-31", False),
    ("2024-10-01", "2024-11-01", True),
    ("2024-12-31", "2024-12-31", False),
    ("2024-12-31", "2025-01-01", True),
    ("2026-02-01", "2026-02-28", False),
    ("2026-02-28", "2026-03-01", True),
]


@pytest.mark.parametrize(("delivered", "paid_on", "binds"), BINDING)
def test_an_order_binds_at_once_and_since_october_2024_from_the_next_month(
    delivered: str, paid_on: str, *, binds: bool
) -> None:
    day = date.fromisoformat(paid_on)
    claim = Claim(id="a", kind=LOAN, delivered_on=date.fromisoformat(delivered), balance=10**7)
    found = deduct(paid_on=day, wage_period=day, net="26400", dependants=0, claims=[claim])
    assert [each.claim for each in found.allocations] == ["a"] * binds
    assert found.deducted == found.capacity * binds
    assert any(flag.code == "binds_later" for flag in found.flags) is not binds


def test_an_order_that_does_not_bind_yet_is_not_one_of_four() -> None:
    three = [owed(name, LOAN, None, day) for day, name in enumerate("abc", 1)]
    late = Claim(id="d", kind=TAX, delivered_on=date(2026, 5, 1), issued_on=NEW, balance=10**7)
    found = third_of(3000, *three, late)()
    assert (found.capacity, found.fee) == (300_000, 0)
    assert third_of(3000, *three, owed("d", LOAN, None, 31))().capacity == 600_000


SHARED: list[tuple[str, int, list[int], list[int], list[int]]] = [
    ("enough for all", 100, [30, 70], [1, 1], [30, 70]),
    ("more than all", 500, [30, 70], [1, 1], [30, 70]),
    ("nothing", 0, [30, 70], [1, 1], [0, 0]),
    ("nobody", 100, [], [], []),
    ("nobody wants", 100, [0, 0], [1, 1], [0, 0]),
    ("in a ratio", 90, [100, 100], [1, 2], [30, 60]),
    ("who wants nothing has no part in the ratio", 90, [100, 0, 100], [1, 5, 2], [30, 0, 60]),
    ("cut once", 90, [10, 100, 100], [1, 1, 2], [10, 27, 53]),
    ("cut twice", 90, [10, 20, 100], [1, 1, 2], [10, 20, 60]),
    ("exactly what is wanted", 90, [30, 60], [1, 2], [30, 60]),
    ("no weight waits", 90, [50, 100], [1, 0], [50, 40]),
    ("no weights among them: by what they want", 90, [50, 60, 120], [1, 0, 0], [50, 13, 27]),
    ("the largest rest first", 10, [100, 100, 100], [1, 2, 4], [1, 3, 6]),
    ("equal rests: the first ones", 11, [100, 100, 100], [1, 1, 1], [4, 4, 3]),
]


@pytest.mark.parametrize(("name", "available", "wants", "weights", "expected"), SHARED, ids=[r[0] for r in SHARED])
def test_money_is_shared_by_weights_and_never_beyond_a_want(
    name: str, available: int, wants: list[int], weights: list[int], expected: list[int]
) -> None:
    assert pro_rata(available, wants, weights) == expected, name


def test_what_nobody_takes_of_each_pool_is_told() -> None:
    tax = Want("p", "other_priority", 6, date(2026, 3, 9), 700)
    loan = Want("z", "non_priority", None, date(2026, 3, 1), 500)
    closed = divide([tax, loan], {"second_third": 1000, "unlimited": 0, "first_third": 1000}, fee=100,
                    second_for_all=False)  # fmt: skip
    assert (closed.left, closed.taken, closed.fee) == (
        {"second_third": 300, "unlimited": 0, "first_third": 400},
        1300,
        100,
    )
    loan = Want("z", "non_priority", None, date(2026, 3, 1), None)
    opened = divide([tax, loan], {"second_third": 1000, "unlimited": 50, "first_third": 1000}, fee=100,
                    second_for_all=True)  # fmt: skip
    assert (opened.of_claim("p"), opened.of_claim("z"), opened.taken) == (700, 1250, 2050)
    assert not any(opened.left.values())

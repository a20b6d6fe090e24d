from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from tests.deductions.drawing import draw, without_division
from tests.deductions.oracle import (
    FOR_ALL,
    FOR_PRIORITY,
    HELLER,
    PRIORITY,
    ROWS,
    acting,
    debtor_amount,
    divide,
    expected,
    four_orders,
    half_up,
    paid,
    person_amount,
    ratio_shares,
    row_of,
    threshold,
)

if TYPE_CHECKING:
    from tests.deductions.oracle import Case, Claim

SEEDS = range(1500)

PRINTED = [
    ("2015", "6118.00", "1529.50", "9177", 3059),
    ("2016", "6178.67", "1544.67", "9268", 3089),
    ("2017", "6154.67", "1538.67", "9232", 3077),
    ("2018", "6225.33", "1556.33", "9338", 3112),
    ("2019a", "6428.67", "1607.17", "9643", 3214),
    ("2019b", "6428.67", "1607.17", "19286", 6428),
    ("2020a", "6608.00", "1652.00", "19824", 6608),
    ("2020b", "6908.00", "1727.00", "20724", 6908),
    ("2020c", "7771.50", "2590.50", "20724", 6908),
    ("2021", "7872.75", "2624.25", "20994", 6998),
    ("2022a", "8846.25", "2948.75", "23590", 7863),
    ("2022b", "9138.75", "3046.25", "24370", 8123),
    ("2022c", "9416.25", "3138.75", "25110", 8370),
    ("2022d", "11103.75", "3701.25", "29610", 9870),
    ("2023", "13638.00", "3409.50", "30685.50", 10228),
    ("2024", "12704.67", "3176.17", "28585.50", 9528),
    ("2025", "13026.67", "3256.67", "29310", 9770),
    ("2026", "14101.50", "3525.38", "31521", 10507),
]
"""Printed amounts of each period: for the debtor, for a person, the limit and the largest third."""

KEYS = [
    ("2015-02-10", "2015-01-01", "2015"),
    ("2019-06-10", "2019-05-01", "2019a"),
    ("2019-07-10", "2019-06-01", "2019b"),
    ("2020-07-10", "2020-06-01", "2020b"),
    ("2022-02-10", "2022-01-01", "2022a"),
    ("2022-07-10", "2022-06-01", "2022b"),
    ("2022-10-10", "2022-09-01", "2022c"),
    ("2023-01-10", "2022-12-01", "2022d"),
    ("2024-01-10", "2023-12-01", "2023"),
    ("2024-12-31", "2024-12-01", "2024"),
    ("2025-01-01", "2024-12-01", "2025"),
    ("2025-12-31", "2025-12-01", "2025"),
    ("2026-01-01", "2025-12-01", "2026"),
    ("2026-12-31", "2026-12-01", "2026"),
]


def claim(name: str, kind: str, balance: str | None, *, day: int = 1, order: str | None = None, **more: Any) -> Claim:  # noqa: ANN401
    """Build a claim delivered on a day of March; without a fee unless `issued` says otherwise."""
    return {
        "id": name,
        "class": kind,
        "delivered_on": date(2026, 3, day),
        "issued_on": date.fromisoformat(more.get("issued", "2021-12-31")),
        "order": order or name,
        "balance": None if balance is None else Fraction(balance),
        "entitled": more.get("entitled"),
        "monthly": None if "monthly" not in more else Fraction(more["monthly"]),
    }


def month(net: str, *claims: Claim, paid_on: str = "2026-05-12", **more: Any) -> Case:  # noqa: ANN401
    """Build a month of a debtor without dependants, paid in May 2026 unless told otherwise; orders of last year."""
    day = date.fromisoformat(paid_on)
    delivered = [one | {"delivered_on": one["delivered_on"].replace(year=day.year - 1)} for one in claims]
    base: Case = {
        "paid_on": day,
        "wage_period": (day.replace(day=1) - timedelta(days=1)).replace(day=1),
        "net": Fraction(net),
        "dependants": 0,
        "spouse_counts": False,
        "own_pension": None,
        "component_rounding": "exact",
        "debt_relief": False,
        "base_share": None,
        "claims": delivered,
    }
    return base | more


def thirds_of(third: int, *claims: Claim, **more: Any) -> Case:  # noqa: ANN401
    """Build a month of 2026 whose third has that many crowns."""
    return month(str(14102 + 3 * third), *claims, **more)


def got(case: Case) -> dict[str, str]:
    """Return what each claim gets, as text."""
    return {who: str(float(share)) for who, share in sorted(expected(case)["allocations"].items())}


@pytest.mark.parametrize(("key", "debtor", "person", "limit", "largest"), PRINTED)
def test_each_period_gives_the_printed_amounts(key: str, debtor: str, person: str, limit: str, largest: int) -> None:
    row = {row.key: row for row in ROWS}[key]
    assert (half_up(debtor_amount(row)), half_up(person_amount(row))) == (Fraction(debtor), Fraction(person))
    assert threshold(row) == Fraction(limit)
    assert int(threshold(row) / 3) == largest


@pytest.mark.parametrize(("paid_on", "wage", "key"), KEYS)
def test_the_wage_period_decides_until_2024_and_the_pay_day_after(paid_on: str, wage: str, key: str) -> None:
    assert row_of(date.fromisoformat(paid_on), date.fromisoformat(wage)).key == key


@pytest.mark.parametrize(
    ("paid_on", "wage"), [("2027-01-01", "2026-12-01"), ("2015-01-10", "2014-12-01"), ("2024-12-31", "2025-01-01")]
)
def test_days_without_amounts_are_refused(paid_on: str, wage: str) -> None:
    with pytest.raises(ValueError, match="no amounts"):
        row_of(date.fromisoformat(paid_on), date.fromisoformat(wage))


NON_PRIORITY, OTHER = claim("a", "non_priority", None), claim("a", "other_priority", None)
FOUR = tuple(claim(name, "non_priority", None, day=number) for number, name in enumerate("abcd", 1))
NEW = claim("a", "non_priority", None, issued="2022-01-01")

COMPUTED = [
    ("one child", month("26400", NEW, dependants=1), 17627, 8773, 2924, 0, 2924, 23476, 50),
    ("priority", month("26400", OTHER, dependants=1), 17627, 8773, 2924, 0, 5848, 20552, 0),
    ("above the limit", month("52000", NON_PRIORITY), 14102, 37898, 10507, 6377, 16884, 35116, 0),
    ("four orders", month("52000", *FOUR), 14102, 37898, 10507, 6377, 27391, 24609, 0),
    (
        "wife and two children in 2024",
        month("33000", OTHER, paid_on="2024-12-10", dependants=2, spouse_counts=True),
        22234, 10766, 3588, 0, 7176, 25824, 0,
    ),
    ("May 2019", month("22000", NON_PRIORITY, paid_on="2019-06-10"), 6429, 15571, 3214, 5928, 9142, 12858, 0),
    ("June 2019", month("22000", NON_PRIORITY, paid_on="2019-07-10"), 6429, 15571, 5190, 0, 5190, 16810, 0),
    ("insolvency 2026", month("15000", debt_relief=True), 14102, 898, 299, 0, 598, 14402, 0),
    ("spouse counts", month("25000", NON_PRIORITY, spouse_counts=True), 17627, 7373, 2457, 0, 2457, 22543, 0),
    ("spouse does not", month("25000", NON_PRIORITY), 14102, 10898, 3632, 0, 3632, 21368, 0),
    ("payer a", month("18000", debt_relief=True, base_share=Fraction(8000)), 8000, 10000, 3333, 0, 6666, 11334, 0),
    ("payer b", month("12000", debt_relief=True, base_share=Fraction(6102)), 6102, 5898, 1966, 0, 3932, 8068, 0),
    (
        "June 2019 with maintenance",
        month(
            "25000",
            claim("m", "current_maintenance", "4583", entitled="Anna", monthly="4583"),
            claim("z", "non_priority", None, day=2),
            paid_on="2019-07-10", dependants=2, spouse_counts=True,
        ),
        11251, 13749, 4583, 0, 9166, 15834, 0,
    ),
    ("May 2020", month("15000", NON_PRIORITY, paid_on="2020-06-10", dependants=2),
     10362, 4638, 1546, 0, 1546, 13454, 0),
    ("June 2016", month("12000", OTHER, paid_on="2016-07-10"), 6179, 5821, 1940, 0, 3880, 8120, 0),
    ("the limit of 2023", month("50000", NON_PRIORITY, paid_on="2023-06-10"),
     13638, 36362, 10228, "5676.50", "15904.50", "34095.50", 0),
    ("nothing above the base", month("14102", NON_PRIORITY), 14102, 0, 0, 0, 0, 14102, 0),
    ("less than the base", month("14000.50", NON_PRIORITY), 14102, 0, 0, 0, 0, "14000.50", 0),
    ("two crowns above", month("14104.99", NON_PRIORITY), 14102, "2.99", 0, 0, 0, "14104.99", 0),
    ("three crowns above", month("14105", NON_PRIORITY), 14102, 3, 1, 0, 1, 14104, 0),
]  # fmt: skip


@pytest.mark.parametrize("row", COMPUTED, ids=[row[0] for row in COMPUTED])
def test_computed_and_published_months_come_out(row: tuple[Any, ...]) -> None:
    _, case, *amounts = row
    names = ("base", "remainder", "third", "unlimited", "deducted", "left", "fee")
    result = expected(case)
    assert [result[name] for name in names] == [Fraction(amount) for amount in amounts]


@pytest.mark.parametrize(
    ("paid_on", "people", "exact", "two_places"),
    [
        ("2016-05-10", 2, 9268, 9269),
        ("2019-05-10", 2, 9643, 9644),
        ("2024-05-10", 2, 19057, 19058),
        ("2025-05-10", 2, 19540, 19541),
        ("2026-05-10", 4, 28203, 28204),
        ("2026-05-10", 2, 21153, 21153),
    ],
)
def test_only_the_sum_is_rounded(paid_on: str, people: int, exact: int, two_places: int) -> None:
    case = month("0", paid_on=paid_on, dependants=people)
    assert expected(case)["base"] == exact
    assert expected(case | {"component_rounding": "2dp"})["base"] == two_places


@pytest.mark.parametrize(
    ("third", "pension", "wage", "shares"),
    [
        (1088, "old_age", "2026-04-01", 1),
        (1088, "early_old_age", "2026-04-01", 1),
        (1088, "invalidity_2", "2026-04-01", 1),
        (1088, "invalidity_3", "2026-04-01", 1),
        (1088, "orphan", "2026-04-01", 1),
        (1089, "orphan", "2026-04-01", 2),
        (1088, "invalidity_1", "2026-04-01", 2),
        (1088, "widow", "2026-04-01", 2),
        (1088, "none", "2026-04-01", 2),
        (1088, None, "2024-10-01", 2),
        (3000, None, "2024-09-01", 1),
    ],
)
def test_four_orders_open_the_second_third(third: int, pension: str | None, wage: str, shares: int) -> None:
    result = expected(thirds_of(third, *FOUR, own_pension=pension, wage_period=date.fromisoformat(wage)))
    assert (result["capacity"], result["deducted"]) == (shares * third, shares * third)


@pytest.mark.parametrize(
    ("delivered", "paid_on", "binds"),
    [
        ("2024-09-30", "2024-09-30", True),
        ("2024-09-30", "2024-09-29", False),
        ("2024-10-01", "2024-10-31", False),
        ("2024-10-01", "2024-11-01", True),
        ("2024-12-31", "2024-12-31", False),
        ("2024-12-31", "2025-01-01", True),
        ("2026-01-31", "2026-02-01", True),
        ("2026-02-01", "2026-02-28", False),
        ("2026-02-28", "2026-03-01", True),
    ],
)
def test_an_order_binds_at_once_and_since_october_2024_from_the_next_month(
    delivered: str, paid_on: str, *, binds: bool
) -> None:
    case = month("26400", paid_on=paid_on)
    case["claims"] = [NON_PRIORITY | {"delivered_on": date.fromisoformat(delivered)}]
    assert len(acting(case)) == binds
    result = expected(case)
    assert list(result["allocations"]) == ["a"] * binds
    assert result["deducted"] == (result["third"] + result["unlimited"]) * binds


def test_orders_that_do_not_bind_are_not_counted() -> None:
    late = [one | {"delivered_on": date(2026, 5, 1)} for one in FOUR[3:]]
    case = thirds_of(3000, *FOUR[:3])
    assert expected(case | {"claims": case["claims"] + late})["capacity"] == 3000


def test_orders_count_and_not_claims() -> None:
    same = [one | {"order": "one"} for one in FOUR]
    assert expected(thirds_of(3000, *same))["capacity"] == 3000
    empty = [one | {"balance": Fraction(0)} for one in FOUR[1:]]
    assert expected(thirds_of(3000, FOUR[0], *empty))["deducted"] == 6000


def test_a_priority_claim_without_a_balance_takes_nothing() -> None:
    result = expected(thirds_of(3000, claim("p", "other_priority", "0"), claim("z", "non_priority", None, day=2)))
    assert (result["capacity"], result["deducted"]) == (6000, 3000)


def child(name: str, kind: str, balance: str, monthly: str, day: int = 1) -> Claim:
    """Build a maintenance claim of a person called as the claim."""
    return claim(name, kind, balance, day=day, entitled=name[0], monthly=monthly)


RUNNING = (child("A", "current_maintenance", "2000", "2000"), child("B", "current_maintenance", "1500", "1500", 2))
COVERED = (child("A", "current_maintenance", "1000", "1000"), child("B", "current_maintenance", "500", "500"))
ASSIGNED = (
    child("A", "assigned_maintenance", "5000", "1000", 2),
    child("B", "assigned_maintenance", "5000", "500"),
)

DIVIDED: list[tuple[str, Case, dict[str, str]]] = [
    (
        "running maintenance short of the second third is shared by its amount, then each waits for its rank",
        thirds_of(3000, *RUNNING, claim("z", "non_priority", "2900", day=1)),
        # 3000 in the ratio 2000 : 1500, the odd heller to the larger rest; of the first third 285.71 and 2900 share
        # one day: 3000 of 3185.71 in their ratio, nothing is left for the second day
        {"A": "1983.34", "B": "1285.71", "z": "2730.95"},
    ),
    (
        "arrears follow running maintenance and not their size",
        thirds_of(
            3000, *COVERED, child("A2", "maintenance_arrears", "9000", "1000", 9),
            child("B2", "maintenance_arrears", "600", "500", 8),
        ),
        # 1500 left: 1000 and 500; the first third then by rank: 100 to the eighth day, the rest to the ninth
        {"A": "1000.0", "A2": "3900.0", "B": "500.0", "B2": "600.0"},
    ),
    (
        "arrears smaller than their share leave the rest to the others",
        thirds_of(
            3000, *COVERED, child("A2", "maintenance_arrears", "200", "1000", 9),
            child("B2", "maintenance_arrears", "1300", "500", 8), claim("z", "non_priority", None, day=10),
        ),
        {"A": "1000.0", "A2": "200.0", "B": "500.0", "B2": "1300.0", "z": "3000.0"},
    ),
    (
        "the unlimited part first fills priority claims and then joins the first third",
        month(str(14102 + 31521 + 600), claim("p", "other_priority", "10600", day=5), claim("z", "non_priority", None)),
        {"p": "10600.0", "z": "11014.0"},
    ),
    (
        "what the second third does not need goes to the debtor",
        thirds_of(3000, claim("p", "other_priority", "1000", day=5), claim("z", "non_priority", None)),
        {"p": "1000.0", "z": "3000.0"},
    ),
    (
        "a priority claim not satisfied competes for the first third with its rank alone",
        thirds_of(3000, claim("p", "other_priority", None, day=5), claim("z", "non_priority", "2000")),
        {"p": "4000.0", "z": "2000.0"},
    ),
    (
        "other priority claims of the second third go by rank",
        thirds_of(1000, claim("p", "other_priority", "900", day=5), claim("q", "other_priority", "1900", day=4)),
        {"p": "100.0", "q": "1900.0"},
    ),
    (
        "one day is one rank",
        thirds_of(1000, claim("y", "non_priority", "1000"), claim("z", "non_priority", "2000")),
        {"y": "333.33", "z": "666.67"},
    ),
    (
        "an odd heller of equal rests goes to the first name",
        thirds_of(1000, *(claim(name, "non_priority", "5000") for name in "cab")),
        {"a": "333.34", "b": "333.33", "c": "333.33"},
    ),
    (
        "four orders pour the second third after the first",
        thirds_of(
            1500, claim("p", "other_priority", "300", day=9), claim("x", "non_priority", "500", day=1),
            claim("y", "non_priority", "1700", day=2), claim("z", "non_priority", "900", day=3),
        ),
        {"p": "300.0", "x": "500.0", "y": "1700.0", "z": "500.0"},
    ),
    (
        "fees for assignment come before assigned and substitute maintenance, these before other priority claims",
        thirds_of(
            1000, claim("o", "other_priority", "3000", day=1), child("S", "substitute_maintenance", "500", "900", 2),
            child("D", "assigned_maintenance", "300", "900", 3), child("F", "assignment_fee", "100", "900", 4),
        ),
        {"D": "300.0", "F": "100.0", "S": "500.0", "o": "1100.0"},
    ),
    (
        "assigned maintenance short of money is shared by running maintenance whatever its rank",
        thirds_of(1500, *ASSIGNED),
        {"A": "1000.0", "B": "2000.0"},
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", DIVIDED, ids=[row[0] for row in DIVIDED])
def test_months_divided_by_hand(row: tuple[str, Case, dict[str, str]]) -> None:
    assert got(row[1]) == row[2]


def test_maintenance_of_a_class_needs_its_running_amount() -> None:
    unknown = [one | {"monthly": None} for one in ASSIGNED]
    with pytest.raises(ValueError, match="entitled person"):
        expected(thirds_of(1500, *unknown))


@pytest.mark.parametrize(
    ("balance", "third", "fee"),
    [
        ("0", 3000, 0),
        ("0.50", 3000, 1),
        ("1", 3000, 1),
        ("1.01", 3000, 2),
        ("2", 3000, 2),
        ("3", 3000, 2),
        ("30", 3000, 16),
        ("97", 3000, 49),
        ("98", 3000, 50),
        ("99", 3000, 50),
        ("1000", 3000, 50),
        ("1000", 1, 1),
        ("1000", 3, 1),
        ("1000", 10, 4),
        ("1000", 147, 49),
        ("1000", 148, 50),
        ("30", 31, 11),
        ("1000", 1000, 50),
        ("1000", 1040, 50),
    ],
)
def test_the_fee_is_a_third_of_the_whole_deduction_rounded_up(balance: str, third: int, fee: int) -> None:
    found = expected(thirds_of(third, claim("a", "non_priority", balance, issued="2022-01-01")))
    assert (found["fee"], found["deducted"]) == (fee, min(third, Fraction(balance) + fee))


def test_the_fee_comes_from_the_first_third_before_all_claims() -> None:
    priority, old = claim("p", "other_priority", None, issued="2022-01-01", day=2), claim("z", "non_priority", "100")
    result = expected(thirds_of(3000, priority, old))
    assert (result["fee"], result["deducted"]) == (50, 6000)
    assert result["parts"]["p"] == {FOR_PRIORITY: 3000, FOR_ALL: 2850}
    assert expected(thirds_of(3000, priority, old, debt_relief=True))["fee"] == 0
    assert expected(thirds_of(3000, priority | {"issued_on": date(2021, 12, 31)}, old))["fee"] == 0


def greatest_fee_that_fits(case: Case, third: int, over: Fraction) -> int:
    """Return the greatest whole fee within a third, rounded up, of the deduction that it is part of."""
    fits = []
    for fee in range(min(50, third) + 1):
        third_part = Fraction(fee + paid(divide(case, third, over, fee))) / 3
        if fee <= -(-third_part.numerator // third_part.denominator):
            fits.append(fee)
    return fits[-1]


@pytest.mark.thorough
def test_no_greater_fee_fits() -> None:
    below = 0
    for case, result in drawn(range(500)):
        if result["fee"]:
            assert result["fee"] == greatest_fee_that_fits(case, int(result["third"]), result["unlimited"])
            below += result["fee"] < 50
    assert below


def test_debt_relief_divides_nothing() -> None:
    result = expected(thirds_of(3000, *FOUR, debt_relief=True))
    assert (result["deducted"], result["allocations"], result["fee"]) == (6000, {}, 0)


def test_without_claims_nothing_is_deducted() -> None:
    result = expected(thirds_of(3000))
    assert (result["capacity"], result["deducted"], result["allocations"]) == (3000, 0, {})


def test_shares_that_cannot_be_told_are_refused() -> None:
    with pytest.raises(ValueError, match="unknown size"):
        expected(thirds_of(3000, claim("a", "non_priority", None), claim("b", "non_priority", "5")))
    with pytest.raises(ValueError, match="entitled person"):
        expected(thirds_of(3000, claim("a", "maintenance_arrears", "5", entitled="A")))


def drawn(seeds: range) -> list[tuple[Case, Case]]:
    """Return drawn months and what the oracle says of them."""
    cases = [draw(Random(seed)) for seed in seeds]  # noqa: S311
    return [(case, expected(case)) for case in cases]


@pytest.fixture(scope="module")
def months() -> list[tuple[Case, Case]]:
    return drawn(SEEDS)


def test_every_drawn_month_adds_up(months: list[tuple[Case, Case]]) -> None:
    for case, result in months:
        shares = sum(result["allocations"].values())
        assert result["deducted"] <= result["capacity"] <= 2 * result["third"] + result["unlimited"]
        assert result["left"] == case["net"] - result["deducted"] >= min(case["net"], result["base"])
        assert 0 <= result["fee"] <= min(50, result["third"])
        assert case["debt_relief"] or result["deducted"] == shares + result["fee"]
        assert 3 * result["third"] + result["unlimited"] <= result["remainder"]


def test_nobody_gets_more_than_he_wants_and_only_whole_hellers(months: list[tuple[Case, Case]]) -> None:
    for case, result in months:
        wants = {one["id"]: one["balance"] for one in acting(case)}
        for who, share in result["allocations"].items():
            assert wants[who] is None or share <= wants[who]
            pools = result["parts"][who].values()
            assert all(part >= 0 and (part / HELLER).denominator == 1 for part in pools)
            assert sum(pools) == share


def test_pools_are_not_overspent_and_stand_open_only_by_the_law(months: list[tuple[Case, Case]]) -> None:
    for case, result in months:
        parts, third, over = result["parts"], result["third"], result["unlimited"]
        spent = {pool: sum(part[pool] for part in parts.values()) for pool in (FOR_PRIORITY, FOR_ALL)}
        opened = four_orders(case, int(third))
        shared = third + over - spent[FOR_PRIORITY]
        assert shared >= 0
        assert spent[FOR_ALL] + result["fee"] <= third + (shared if opened else min(over, shared))
        for one in acting(case) if parts else ():
            assert one["class"] in PRIORITY or not parts[one["id"]][FOR_PRIORITY]


def hungry(one: Claim, result: Case) -> bool:
    """Say whether a claim still wants money after the month."""
    return bool(one["balance"] is None or result["allocations"][one["id"]] < one["balance"])


def test_an_earlier_rank_is_never_passed_in_the_first_third(months: list[tuple[Case, Case]]) -> None:
    for case, result in months:
        waiting = [one["delivered_on"] for one in acting(case) if result["parts"] and hungry(one, result)]
        for one in acting(case) if waiting else ():
            assert one["delivered_on"] <= min(waiting) or not result["parts"][one["id"]][FOR_ALL]


def test_money_is_left_in_a_pool_only_when_no_claim_wants_it(months: list[tuple[Case, Case]]) -> None:
    for case, result in months:
        waiting = [one for one in acting(case) if result["parts"] and hungry(one, result)]
        shares = 2 if four_orders(case, int(result["third"])) else 1
        if any(one["class"] in PRIORITY for one in waiting):
            shares = 2
        assert not waiting or result["deducted"] >= shares * result["third"] + result["unlimited"]


def test_a_later_class_gets_of_the_second_third_only_when_the_earlier_are_satisfied() -> None:
    for case, result in drawn(range(1500, 2500)):
        order = [one for name in PRIORITY for one in acting(case) if one["class"] == name]
        for number, one in enumerate(order if result["parts"] else []):
            later = [other for other in order[number:] if other["class"] != one["class"]]
            taken = sum(result["parts"][other["id"]][FOR_PRIORITY] for other in later)
            assert not (hungry(one, result) and taken)


def test_a_ratio_leaves_one_level_for_all_who_are_not_full() -> None:
    random = Random(7)  # noqa: S311
    for _ in range(500):
        names = "abcde"[: random.randint(1, 5)]
        weights = {name: Fraction(random.randint(1, 50)) for name in names}
        wants: dict[str, Fraction | None] = {name: random.randint(0, 90000) * HELLER for name in names}
        pool = random.randint(0, 150000) * HELLER
        given = ratio_shares(pool, wants, weights)
        assert sum(given.values()) == min(pool, sum(filter(None, wants.values())))
        short = [name for name in names if given.get(name, 0) != wants[name]]
        levels = [given[name] / weights[name] for name in short]
        for name in names:
            least = min(levels, default=Fraction(10**9)) + HELLER
            assert given.get(name, 0) / weights[name] <= least + HELLER
        assert not levels or max(levels) - min(levels) <= HELLER


def test_the_same_seed_draws_the_same_month() -> None:
    assert all(draw(Random(seed)) == draw(Random(seed)) for seed in range(20))  # noqa: S311
    assert draw(Random(1)) != draw(Random(2))  # noqa: S311


def test_drawing_reaches_every_corner(months: list[tuple[Case, Case]]) -> None:
    cases = [case for case, _ in months]
    claims = [one for case in cases for one in case["claims"]]
    assert {row_of(case["paid_on"], case["wage_period"]).key for case in cases} == {row.key for row in ROWS}
    assert {one["class"] for one in claims} == {*PRIORITY, "non_priority"}
    assert {len({one["order"] for one in case["claims"]}) for case in cases} == set(range(7))
    assert {case["dependants"] for case in cases} == set(range(9))
    for year in (2025, 2026):
        december = date(year - 1, 12, 1)
        assert {case["paid_on"].year for case in cases if case["wage_period"] == december} >= {year - 1, year}
    assert {result["third"] for _, result in months} >= {0, 1088, 1089}
    over = {
        int(result["remainder"] - threshold(row_of(case["paid_on"], case["wage_period"]))) for case, result in months
    }
    assert over >= {-2, -1, 0, 1, 2}
    assert any(0 < result["fee"] < 50 for _, result in months)
    assert any(len(acting(case)) < len(case["claims"]) for case in cases)
    assert any(one["balance"] is None for one in claims)
    shared = [len({one["delivered_on"] for one in case["claims"]}) < len(case["claims"]) for case in cases]
    assert sum(shared) > 100


def test_without_division_the_capacity_is_the_deduction(months: list[tuple[Case, Case]]) -> None:
    for case, result in months:
        plain = expected(without_division(case))
        same = ("base", "remainder", "third", "unlimited", "capacity")
        assert [plain[name] for name in same] == [result[name] for name in same]
        assert plain["deducted"] == (plain["capacity"] if acting(case) or case["debt_relief"] else 0)

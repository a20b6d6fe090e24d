"""The thresholds of the state social assistance benefit: exactly on them and one haléř beside.

Incomes are sums of three months, so the smallest step of an income is a third of a haléř.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from dluhy.household.social_assistance_formulas import INTEGERS, Components, Household, components_of, rates_on
from dluhy.law.pack import default_pack

MINIMUM = 1_000_000
"""Ten thousand crowns: every multiple of it in the act is whole."""
RATES = rates_on(default_pack(), date(2026, 11, 30))
BASE: dict[str, int] = {
    "minimum": MINIMUM, "income": 0, "work_income": 0, "vulnerable": 0, "housing_vulnerable": 0, "active": 1,
    "children": 1, "needs": MINIMUM, "title": 1, "owner": 0, "other": 0, "rent": 1_200_000, "services": 0,
    "energy": 250_000, "burns_fuel": 0, "norm": 1_000_000, "services_part": 124_000, "flat_rate": 280_000,
    "fuel": 200_000,
}  # fmt: skip


def computed(**facts: int) -> Components[int]:
    return components_of(INTEGERS, RATES, Household(**{**BASE, **facts}))


def exact(amount: int) -> Fraction:
    """An amount of the computation in haléře, not rounded."""
    return Fraction(amount, RATES.parts)


def multiple(times: str, off: int = 0) -> int:
    """The sum of three months of so many times the minimum, a number of thirds of a haléř beside it."""
    return int(Fraction(times) * MINIMUM * 3) + off


@pytest.mark.parametrize(
    ("off", "energy", "living_due", "child"),
    [(-1, 250_000, True, 50_000), (0, 280_000, True, 50_000), (1, 280_000, False, 100_000)],
)
def test_at_1_43_times_the_minimum_energy_is_already_flat_and_the_income_still_low(
    off: int, energy: int, child: int, *, living_due: bool
) -> None:
    found = computed(income=multiple("1.43", off), needs=2 * MINIMUM)
    assert exact(found.energy) == energy
    assert (found.living > 0) == living_due
    assert exact(found.child) == child


def test_below_the_limit_of_low_income_real_energy_counts_up_to_six_fifths_of_the_flat_rate() -> None:
    for energy, counted in ((335_999, 335_999), (336_000, 336_000), (336_001, 336_000)):
        assert exact(computed(energy=energy).energy) == counted


def test_solid_fuel_counts_below_the_limit_and_by_two_fifths_more_for_the_vulnerable() -> None:
    fuel = {"burns_fuel": 1, "energy": 0}
    assert exact(computed(**fuel).energy) == 200_000
    assert exact(computed(**fuel, vulnerable=1, housing_vulnerable=1).energy) == 280_000
    assert exact(computed(**fuel, income=multiple("1.43")).energy) == 280_000
    assert exact(computed(burns_fuel=1, energy=200_000, vulnerable=1, housing_vulnerable=1).energy) == 470_400


@pytest.mark.parametrize(("off", "reduction"), [(-1, 0), (0, 0), (1, Fraction(1, 3) * Fraction(7, 10))])
def test_the_work_bonus_falls_only_above_1_6_times_the_minimum(off: int, reduction: Fraction) -> None:
    income = multiple("1.6", off)
    found = computed(income=income, work_income=income)
    assert exact(found.work) == Fraction(income, 3) * Fraction(2, 5) - reduction


@pytest.mark.parametrize(("off", "extra"), [(-1, 0), (0, 0), (1, Fraction(1, 30)), (3, Fraction(1, 10))])
def test_a_larger_share_of_the_income_goes_to_housing_only_above_twice_the_minimum(off: int, extra: Fraction) -> None:
    income = multiple("2", off)
    assert exact(computed(income=income).own_share) == Fraction(income, 3) * Fraction(3, 10) + extra


@pytest.mark.parametrize(
    ("times", "off", "bonus"),
    [
        ("3", -1, 100_000),
        ("3", 0, 100_000),
        ("3", 3, Fraction(99_999_9, 10)),
        ("3.5", 0, 50_000),
        ("4", -3, Fraction(1, 10)),
        ("4", 0, 0),
        ("4", 1, 0),
        ("9", 0, 0),
    ],
)
def test_the_child_bonus_falls_in_proportion_from_three_to_four_times_the_minimum(
    times: str, off: int, bonus: Fraction
) -> None:
    assert exact(computed(income=multiple(times, off)).child) == bonus


def test_the_child_bonus_that_is_no_whole_part_of_a_haler_still_gives_the_right_crowns() -> None:
    income = multiple("3", 1)
    found = computed(income=income, rent=0, energy=0, needs=0, minimum=MINIMUM, title=0)
    ratio = 4 - Fraction(income, 3 * MINIMUM)
    assert found.total == 100 * -(-(100_000 * ratio) // 100)


def test_children_of_households_with_an_idle_adult_have_no_bonus() -> None:
    assert computed(active=0).child == 0


@pytest.mark.parametrize("times", ["0", "1.43"])
def test_a_household_of_vulnerable_people_has_the_whole_child_bonus_at_a_low_income(times: str) -> None:
    assert exact(computed(income=multiple(times), vulnerable=1, housing_vulnerable=1, children=2).child) == 200_000


def test_the_work_bonus_needs_another_component() -> None:
    facts = {"income": multiple("1.5"), "work_income": multiple("1.5"), "children": 0, "title": 0}
    assert computed(**facts).work == 0
    assert exact(computed(**{**facts, "children": 1}).work) == Fraction(600_000)


def test_the_work_bonus_ends_where_the_reduction_reaches_it() -> None:
    for work, due in ((multiple("1.05"), 0), (multiple("1.05", 3), Fraction(2, 5))):
        found = computed(income=multiple("2.2"), work_income=work)
        assert exact(found.work) == due


@pytest.mark.parametrize(
    ("facts", "home"),
    [
        ({"rent": 900_000}, 900_000),
        ({"rent": 900_000, "services": 200_000}, 1_000_000),
        ({"rent": 900_000, "other": 1}, 800_000),
        ({"owner": 1}, 262_800 + 124_000),
        ({"owner": 1, "other": 1}, Fraction(4, 5) * (262_800 + 124_000)),
        ({"title": 0}, 0),
    ],
)
def test_the_costs_of_the_home_that_count(facts: dict[str, Any], home: Fraction) -> None:
    assert exact(computed(**facts).home) == home


def test_only_the_total_is_rounded_and_up_to_whole_crowns() -> None:
    for energy, total in ((1, 100), (100, 100), (101, 200), (0, 0)):
        alone = computed(rent=0, energy=energy, needs=0, children=0, norm=0, services_part=0)
        assert alone.total == total


def test_a_haler_more_rent_never_lowers_and_the_norm_ends_it() -> None:
    amounts = [computed(rent=rent).housing for rent in (0, 1, 999_999, 1_000_000, 1_000_001, 5_000_000)]
    assert amounts == sorted(amounts)
    assert amounts[-3:] == [amounts[-1]] * 3


def test_every_other_household_is_whole_in_the_parts_of_a_haler() -> None:
    odd = Household(**{**BASE, "income": 1_234_567, "work_income": 234_567, "norm": 1_234_500, "owner": 1, "other": 1})
    found = components_of(INTEGERS, RATES, evolve(odd, housing_vulnerable=1, vulnerable=1))
    income, minimum = Fraction(1_234_567, 3), MINIMUM
    own = Fraction(4, 5) * (Fraction(3, 10) * (1_234_500 - 124_000) + 124_000)
    assert exact(found.housing) == own + 250_000 - Fraction(3, 10) * income
    assert exact(found.living) == minimum - Fraction(7, 10) * income
    assert exact(found.work) == Fraction(2, 5) * Fraction(234_567, 3)

"""Child benefit, housing benefit and the benefits in material need: figures, limits, last days, what is unknown."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.dates import Span
from dluhy.household.benefits_child_benefit import child_benefit
from dluhy.household.benefits_housing_benefit import SIZES, housing_benefit
from dluhy.household.benefits_living_benefit import housing_supplement, living_benefit
from dluhy.household.minimum import living_minimum
from dluhy.household.model import Circle, Estimate, Housing, IncomeLine, Member
from dluhy.law.pack import default_pack
from dluhy.money import to_halere
from dluhy.problems import HorizonError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parents[2] / "fixtures" / "law_cases_household.toml").read_text(encoding="utf-8")
)
MONTH = date(2025, 9, 1)
RENTED = Housing(
    tenure="rented", dwelling="flat_or_house", rent=1_000_000, services=200_000, energy=250_000, solid_fuel=False
)


def line(kind: str | None, crowns: int | None, **known: Any) -> IncomeLine:  # noqa: ANN401 - a test's shorthand
    return IncomeLine(person="a0", kind=kind, net=None if crowns is None else crowns * 100, **known)


def household(on: date, adults: int, children: list[int], *incomes: IncomeLine, **known: Any) -> Circle:  # noqa: ANN401 - a test's shorthand
    grown = [
        Member(id=f"a{n}", born=Span(date(1980 + n, 1, 1), date(1980 + n, 1, 1)), dependent_child=False)
        for n in range(adults)
    ]
    small = [
        Member(id=f"c{n}", born=Span(date(on.year - age, 1, 1), date(on.year - age, 1, 1)), dependent_child=True)
        for n, age in enumerate(children)
    ]
    return Circle(on=on, members=(*grown, *small), incomes=incomes, **known)


def codes(estimate: Estimate) -> list[str]:
    return [flag.code for flag in estimate.reasons]


@pytest.mark.parametrize("case", CASES["limit"], ids=lambda case: case["id"])
def test_published_limits_are_the_last_income_with_a_child_benefit(case: dict[str, Any]) -> None:
    given_ = case["provided"]
    on, adults, children = given_["on"], given_["adults"], given_["children"]
    multiple = 27 if on < date(2021, 7, 1) else 34
    exact = sum(each for _, _, each in _persons(on, adults, children)) * multiple // 10
    assert exact // 100 == to_halere(case["expected"]["limit"]) // 100
    at_limit = child_benefit(household(on, adults, children, IncomeLine(person="a0", kind="wage", net=exact)), month=on)
    above = child_benefit(
        household(on, adults, children, IncomeLine(person="a0", kind="wage", net=exact + 1)), month=on
    )
    assert (at_limit.seems, above.seems) == ("seems_entitled", "seems_not")
    assert at_limit.reasons[0].values["limit"] == exact


def _persons(on: date, adults: int, children: list[int]) -> list[tuple[str, str, int]]:
    return list(living_minimum(household(on, adults, children)).persons)  # type: ignore[arg-type]  # all is known


@pytest.mark.parametrize(
    ("month", "rates"),
    [
        (date(2021, 6, 1), (500, 610, 700, 800, 910, 1000)),
        (date(2021, 7, 1), (630, 770, 880, 1130, 1270, 1380)),
        (date(2022, 12, 1), (630, 770, 880, 1130, 1270, 1380)),
        (date(2023, 1, 1), (830, 970, 1080, 1330, 1470, 1580)),
        (date(2025, 9, 1), (830, 970, 1080, 1330, 1470, 1580)),
    ],
)
def test_child_benefit_by_age_and_rate(month: date, rates: tuple[int, ...]) -> None:
    for children, at in (([3], 0), ([10], 1), ([17], 2)):
        basic = child_benefit(household(month, 1, children), month=month)
        working = child_benefit(household(month, 1, children, line("wage", 9_000)), month=month)
        assert (basic.least, basic.most) == (rates[at] * 100, rates[at] * 100)
        assert (working.least, working.most) == (rates[at + 3] * 100, rates[at + 3] * 100)


@pytest.mark.parametrize(
    ("income", "range_"),
    [
        (line("wage", 4_860), (133_000, 133_000)),
        (line("wage", 4_859), (83_000, 83_000)),
        (line("pension", 3_000), (133_000, 133_000)),
        (line("child_maintenance", 3_000), (83_000, 83_000)),
        (line("parental", 3_000), (83_000, 133_000)),
        (line("parental", 3_000, after_maternity=True), (133_000, 133_000)),
        (line("parental", 3_000, after_maternity=False), (83_000, 83_000)),
        (line("wage", 9_000, months=(900_000, 900_000, 0)), (83_000, 83_000)),
    ],
    ids=str,
)
def test_the_increased_rate_needs_earnings_or_what_replaces_them(income: IncomeLine, range_: tuple[int, int]) -> None:
    found = child_benefit(household(MONTH, 1, [3], income), month=MONTH)
    assert (found.least, found.most) == range_


def test_a_dependent_childs_own_earnings_do_not_count() -> None:
    own = line("wage", 60_000, childs=True)
    assert child_benefit(household(MONTH, 1, [17], own), month=MONTH).seems == "seems_entitled"
    parents = line("wage", 60_000)
    assert child_benefit(household(MONTH, 1, [17], parents), month=MONTH).seems == "seems_not"


def test_an_income_over_the_limit_settles_it_whatever_else_is_unknown() -> None:
    circle = household(MONTH, 1, [3], line("wage", 90_000), line(None, 100), line("wage", None))
    found = child_benefit(circle, month=MONTH)
    assert (found.seems, codes(found)) == ("seems_not", ["income_over_limit"])


def test_what_is_unknown_of_a_child_benefit_is_asked_for() -> None:
    circle = household(MONTH, 1, [3], line(None, 100), line("wage", None))
    assert set(child_benefit(circle, month=MONTH).missing) == {"income_kind", "income_amount"}
    assert child_benefit(evolve(circle, incomes=None), month=MONTH).missing == ("incomes",)
    assert child_benefit(evolve(circle, members=None), month=MONTH).missing == ("household_members",)
    assert codes(child_benefit(household(MONTH, 2, []), month=MONTH)) == ["no_dependent_child"]


def test_a_youth_of_unknown_study_widens_the_child_benefit() -> None:
    circle = household(MONTH, 1, [3, 17])
    youth = evolve(circle.members[-1], dependent_child=None) if circle.members else None
    assert youth is not None
    found = child_benefit(evolve(circle, members=(*(circle.members or ())[:-1], youth)), month=MONTH)
    assert (found.seems, found.least, found.most) == ("seems_entitled", 83_000, 191_000)
    assert found.missing == ("dependent_child",)


@pytest.mark.parametrize("benefit", [child_benefit, housing_benefit, living_benefit, housing_supplement])
@pytest.mark.parametrize(
    ("month", "entitled", "applied", "seems"),
    [
        (date(2025, 10, 1), True, None, "seems_entitled"),
        (date(2025, 10, 1), False, None, "seems_not"),
        (date(2025, 10, 1), None, None, "cannot_say"),
        (date(2025, 12, 31), True, False, "seems_entitled"),
        (date(2026, 1, 1), True, False, "seems_not"),
        (date(2026, 1, 1), True, True, "seems_entitled"),
        (date(2026, 1, 1), True, None, "cannot_say"),
        (date(2026, 6, 30), True, True, "seems_entitled"),
        (date(2026, 8, 1), True, True, "seems_not"),
    ],
)
def test_former_benefits_run_on_only_for_those_who_had_them(
    benefit: Callable[..., Estimate], month: date, *, entitled: bool | None, applied: bool | None, seems: str
) -> None:
    circle = household(month, 1, [3], housing=RENTED)
    found = benefit(circle, month=month, entitled_september_2025=entitled, applied_2025=applied)
    assert found.seems == seems
    assert (found.least, found.most) == (None, None)


def test_state_support_ends_a_month_before_material_need() -> None:
    july = date(2026, 7, 1)
    circle = household(july, 1, [3], housing=RENTED)
    known: dict[str, Any] = {"entitled_september_2025": True, "applied_2025": True}
    assert codes(child_benefit(circle, month=july, **known)) == ["benefit_ended"]
    assert codes(housing_benefit(circle, month=july, **known)) == ["benefit_ended"]
    assert living_benefit(circle, month=july, **known).seems == "seems_entitled"
    assert living_benefit(circle, month=date(2026, 8, 1), **known).seems == "seems_not"


def test_an_income_of_a_benefit_that_runs_on_says_that_it_does() -> None:
    month = date(2026, 3, 1)
    circle = household(month, 1, [3], line("child_benefit", 1_330))
    assert child_benefit(circle, month=month).seems == "seems_entitled"


@pytest.mark.parametrize("case", CASES["housing"], ids=lambda case: case["id"])
def test_published_housing_benefits_come_out(case: dict[str, Any]) -> None:
    given_ = case["provided"]
    home = Housing(tenure=given_["tenure"], rent=to_halere(given_["costs"]), services=0, energy=0, solid_fuel=False)
    incomes = [IncomeLine(person="a0", kind=kind, net=to_halere(given_[kind])) for kind in ("wage", "child_benefit")]
    circle = household(given_["on"], given_["adults"], given_["children"], *incomes, housing=home)
    found = housing_benefit(circle, month=given_["on"], size=given_["size"])
    assert (found.least, found.most) == (to_halere(case["expected"]["benefit"]),) * 2


# rows of the norm: year, row, 1 to 2 persons, 3, 4 and more
NORMS = [
    (2023, "prague_brno", 18129, 20812, 24995), (2023, "70000_plus", 15597, 17500, 21002),
    (2023, "under_70000", 15137, 16899, 20277), (2023, "owned", 10932, 13561, 16368),
    (2024, "prague_brno", 16729, 19212, 23195), (2024, "70000_plus", 14197, 15900, 19202),
    (2024, "under_70000", 13737, 15299, 18477), (2024, "owned", 8932, 11161, 13568),
    (2025, "prague_brno", 17298, 19865, 23984), (2025, "70000_plus", 14680, 16441, 19855),
    (2025, "under_70000", 14204, 15819, 19105), (2025, "owned", 9236, 11540, 14029),
]  # fmt: skip


@pytest.mark.parametrize(("year", "row", "two", "three", "four"), NORMS)
def test_costs_over_the_norm_give_the_norm(year: int, row: str, two: int, three: int, four: int) -> None:
    for persons, norm in ((1, two), (2, two), (3, three), (4, four), (7, four)):
        home = evolve(RENTED, rent=9_000_000, services=9_000_000, tenure="owned" if row == "owned" else "rented")
        for month in (date(year, 1, 1), date(year, 9, 30)):
            circle = household(month, persons, [], housing=home)
            found = housing_benefit(circle, month=month, size=None if row == "owned" else row)
            assert (found.least, found.most) == (norm * 100, norm * 100)


def test_no_income_is_not_raised_to_the_living_minimum() -> None:
    """§ 27 odst. 3 was repealed from 2023."""
    found = housing_benefit(household(MONTH, 1, [], housing=RENTED), month=MONTH, size="prague_brno")
    assert found.least == 1_450_000


@pytest.mark.parametrize(
    ("income", "amount"),
    [
        (44_000, 130_000),
        (48_150, 5_500),
        (48_166, 5_100),
        (48_167, 5_000),
        (48_333, 5_000),
        (48_334, None),
    ],
)
def test_a_positive_difference_is_rounded_up_and_at_least_the_smallest_benefit(income: int, amount: int | None) -> None:
    circle = household(MONTH, 1, [], line("wage", income), housing=RENTED)
    found = housing_benefit(circle, month=MONTH, size="prague_brno")
    assert (found.least, found.most) == (amount, amount)


def test_an_unknown_municipality_tries_all_classes() -> None:
    home = evolve(RENTED, rent=2_000_000)
    found = housing_benefit(household(MONTH, 1, [], line("wage", 10_000), housing=home), month=MONTH)
    each = [
        housing_benefit(household(MONTH, 1, [], line("wage", 10_000), housing=home), month=MONTH, size=size)
        for size in SIZES
    ]
    assert (found.least, found.most) == (min(e.least or 0 for e in each), max(e.most or 0 for e in each))
    assert found.missing == ("municipality_size",)


@pytest.mark.parametrize(
    ("municipality", "size"), [("554961", "under_70000"), ("554782", "prague_brno"), ("554791", "70000_plus")]
)
def test_the_register_says_the_size_of_a_municipality(municipality: str, size: str) -> None:
    home = evolve(RENTED, rent=2_000_000)
    named = evolve(home, municipality=municipality)
    by_register = housing_benefit(household(MONTH, 1, [], housing=named), month=MONTH)
    assert by_register.least == by_register.most
    assert by_register.least == housing_benefit(household(MONTH, 1, [], housing=home), month=MONTH, size=size).least


def test_a_strange_size_is_refused() -> None:
    with pytest.raises(InputError):
        housing_benefit(household(MONTH, 1, [], housing=RENTED), month=MONTH, size="large")


def test_known_costs_over_the_norm_settle_it_without_the_rest() -> None:
    home = evolve(RENTED, rent=2_000_000, energy=None)
    found = housing_benefit(household(MONTH, 1, [], housing=home), month=MONTH, size="under_70000")
    assert (found.seems, found.least, found.most) == ("seems_entitled", 1_420_400, 1_420_400)


def test_a_high_income_settles_it_without_costs() -> None:
    home = Housing(tenure="rented")
    found = housing_benefit(household(MONTH, 1, [], line("wage", 60_000), housing=home), month=MONTH)
    assert codes(found) == ["costs_within_share"]


def test_unknown_costs_are_asked_for() -> None:
    home = Housing(tenure="rented", rent=300_000, solid_fuel=False)
    found = housing_benefit(
        household(MONTH, 1, [], line("wage", 12_000), housing=home), month=MONTH, size="under_70000"
    )
    assert (found.seems, found.missing) == ("cannot_say", ("housing_costs",))
    assert housing_benefit(household(MONTH, 1, []), month=MONTH).missing == ("tenure",)


@pytest.mark.parametrize(
    ("home", "seems"),
    [
        (Housing(tenure="with_relatives"), "seems_not"),
        (Housing(tenure="accommodation"), "seems_not"),
        (Housing(tenure="none"), "seems_not"),
        (Housing(tenure="rented", dwelling="hostel"), "seems_not"),
        (Housing(tenure="rented", dwelling="other_premises"), "cannot_say"),
        (evolve(RENTED, tenure="owned", dwelling="other_premises"), "seems_entitled"),
        (evolve(RENTED, tenure="sublet"), "seems_entitled"),
        (evolve(RENTED, tenure="right_of_use"), "seems_entitled"),
    ],
    ids=str,
)
def test_who_could_have_a_housing_benefit(home: Housing, seems: str) -> None:
    assert housing_benefit(household(MONTH, 1, [], housing=home), month=MONTH, size="under_70000").seems == seems


def test_owners_have_the_comparable_amount_and_stoves_their_fuel() -> None:
    home = Housing(tenure="owned", rent=9_900_000, services=100_000, energy=0, solid_fuel=True)
    found = housing_benefit(household(MONTH, 1, [], housing=home), month=MONTH)
    assert (found.least, found.most) == ((3_614 + 1_797 + 1_000) * 100,) * 2


incomes_ = st.integers(0, 80_000)


@given(incomes_, st.integers(1, 5_000), st.sampled_from(SIZES))
@settings(max_examples=100)
def test_a_higher_income_never_gives_a_higher_housing_benefit(low: int, more: int, size: str) -> None:
    poor, rich = (
        housing_benefit(household(MONTH, 2, [], line("wage", each), housing=RENTED), month=MONTH, size=size)
        for each in (low, low + more)
    )
    assert (rich.least or 0) <= (poor.least or 0)
    assert (poor.least or 0) <= 1_450_000


def test_of_the_benefit_for_living_only_a_surely_high_income_says_something() -> None:
    high = living_benefit(household(MONTH, 1, [], line("wage", 12_000)), month=MONTH)
    low = living_benefit(household(MONTH, 1, [], line("wage", 2_000)), month=MONTH)
    assert (high.seems, codes(high), high.evidence) == ("seems_not", ["income_covers_living"], "M")
    assert (low.seems, codes(low)) == ("cannot_say", ["formula_not_verified"])
    assert codes(housing_supplement(household(MONTH, 1, []), month=MONTH)) == ["formula_not_verified"]


def test_months_the_pack_does_not_know_are_refused() -> None:
    for benefit, day in (
        (child_benefit, date(2017, 12, 1)),
        (child_benefit, date(2027, 1, 1)),
        (housing_benefit, date(2022, 12, 1)),
    ):
        with pytest.raises(HorizonError):
            benefit(household(day, 1, [3], housing=RENTED), month=day)


def test_former_benefits_have_a_place_and_words_for_all_they_say() -> None:
    pack = default_pack()
    circle = household(MONTH, 1, [3], line("wage", 12_000), housing=RENTED)
    for found in (
        child_benefit(circle, month=MONTH),
        housing_benefit(circle, month=MONTH),
        living_benefit(circle, month=MONTH),
    ):
        assert found.benefit in pack.vocabularies["benefit_places"]
        assert set(codes(found)) <= set(pack.vocabularies["benefit_reasons"])
        assert set(found.assumed) <= set(pack.vocabularies["benefit_assumptions"])
        assert set(found.missing) <= set(pack.vocabularies["household_facts"])
        assert {each.code for each in found.steps} <= set(pack.vocabularies["benefit_steps"])

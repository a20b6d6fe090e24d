"""The home that need not be sold: the formula of the regulation, and when only a person can say."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from dluhy.problems import InputError
from dluhy.relief.home import Home, growth_of, home_kept

FOUND = date(2026, 3, 1)
CROWN = 100


def protected(home: Home) -> int | None:
    """Return the value up to which a home is kept."""
    return home_kept(home, found_on=FOUND).protected


@pytest.mark.parametrize(
    ("kind", "persons", "value"),
    [
        ("flat", 0, 850_000), ("flat", 1, 1_000_000), ("flat", 2, 1_300_000), ("flat", 3, 1_300_000),
        ("flat", 4, 1_600_000), ("flat", 9, 1_600_000), ("cooperative_share", 2, 1_300_000),
        ("movable_home", 0, 850_000), ("house", 0, 700_000), ("house", 1, 1_000_000), ("house", 3, 1_000_000),
        ("house", 4, 1_150_000), ("house", 7, 1_150_000),
    ],
)  # fmt: skip
def test_people_of_the_household_raise_the_value(kind: str, persons: int, value: int) -> None:
    home = Home(kind=kind, statistical=100_000_000, growth=Fraction(1), persons=persons, more_land=False)
    assert protected(home) == value * CROWN


@pytest.mark.parametrize(
    ("inhabitants", "value"),
    [(0, 1_200_000), (1_999, 1_200_000), (2_000, 1_250_000), (9_999, 1_250_000), (10_000, 1_300_000),
     (49_999, 1_300_000), (50_001, 1_350_000)],
)  # fmt: skip
def test_land_of_a_house_raises_the_value_by_the_size_of_the_municipality(inhabitants: int, value: int) -> None:
    home = Home(
        kind="house", statistical=100_000_000, growth=Fraction(1), persons=1, more_land=True, inhabitants=inhabitants
    )
    assert protected(home) == value * CROWN


def test_exactly_fifty_thousand_inhabitants_have_no_coefficient_in_the_regulation() -> None:
    home = Home(
        kind="house", value=1, statistical=100, growth=Fraction(1), persons=1, more_land=True, inhabitants=50_000
    )
    found = home_kept(home, found_on=FOUND)
    assert (found.verdict, found.protected, found.missing) == ("needs_judgement", None, ("land_coefficient",))


def test_both_steps_are_rounded_up_to_whole_crowns() -> None:
    home = Home(kind="flat", statistical=100_000_01, growth=Fraction(1), persons=0)
    assert protected(home) == 85_001 * CROWN
    assert protected(Home(kind="flat", statistical=1, growth=Fraction(1), persons=0)) == CROWN


def test_the_value_of_the_place_stays_within_multiples_of_the_national_one() -> None:
    def of(statistical: int) -> int | None:
        return protected(Home(kind="flat", statistical=statistical, national=100_000_00, growth=Fraction(1), persons=1))

    assert [of(n) for n in (1_999_900, 2_000_000, 20_000_000, 20_000_100)] == [
        2_000_000,
        2_000_000,
        20_000_000,
        20_000_000,
    ]


def test_what_is_worth_more_than_the_protected_value_is_sold() -> None:
    home = Home(
        kind="flat", statistical=100_000_000, growth=Fraction(6, 5), persons=1, secures=False, national=90_000_000
    )
    kept = home_kept(evolve(home, value=120_000_000), found_on=FOUND)
    sold = home_kept(evolve(home, value=120_000_001), found_on=FOUND)
    assert (kept.verdict, sold.verdict) == ("kept", "not_kept")
    assert [step.value for step in kept.steps] == [100_000_000, 120_000_000, 120_000_000]
    assert kept.flags == ()
    assert kept.cites


def test_a_home_that_is_security_is_for_a_person_to_judge() -> None:
    home = Home(kind="flat", value=1, statistical=100_000_000, growth=Fraction(1), persons=1, secures=True)
    found = home_kept(home, found_on=FOUND)
    assert found.verdict == "needs_judgement"
    assert "home_secures_debt" in [flag.code for flag in found.flags]


@pytest.mark.parametrize("unknown", ["value", "statistical", "growth", "persons"])
def test_without_a_number_only_a_person_can_say(unknown: str) -> None:
    known: dict[str, object] = {
        "kind": "flat", "value": 100, "statistical": 100_000_000, "growth": Fraction(1), "persons": 1,
    } | {unknown: None}  # fmt: skip
    found = home_kept(Home(**known), found_on=FOUND)  # type: ignore[arg-type]  # fields by name
    assert found.verdict == "needs_judgement"
    assert found.missing == (unknown,)


def test_an_older_wording_of_the_regulation_is_not_guessed() -> None:
    home = Home(kind="flat", value=100, statistical=100_000_000, growth=Fraction(1), persons=1)
    for day in (date(2025, 8, 31), date(2019, 6, 15)):
        found = home_kept(home, found_on=day)
        assert (found.verdict, found.missing) == ("needs_judgement", ("regulation",))
    assert home_kept(home, found_on=date(2025, 9, 1)).verdict == "kept"


def test_numbers_that_cannot_be_are_all_refused_at_once() -> None:
    with pytest.raises(InputError) as caught:
        home_kept(Home(kind="tent", value=-1, persons=-1), found_on=FOUND)
    assert [problem.place for problem in caught.value.problems] == ["/value", "/persons", "/kind"]


@pytest.mark.parametrize(
    ("last", "before", "growth"),
    [("200", "100", "2"), ("100.5", "100", "1.01"), ("100.4", "100", "1"), ("150", "130", "1.15")],
)
def test_growth_has_two_decimals_half_up(last: str, before: str, growth: str) -> None:
    assert growth_of(Fraction(last), Fraction(before)) == Fraction(growth)


def test_an_index_is_above_zero() -> None:
    with pytest.raises(InputError):
        growth_of(Fraction(0), Fraction(1))


@given(st.integers(0, 10**12), st.integers(0, 8), st.fractions(Fraction(1, 2), 3))
def test_more_people_and_a_dearer_place_never_lower_the_value(statistical: int, persons: int, growth: Fraction) -> None:
    def of(place: int, people: int) -> int:
        found = protected(Home(kind="flat", statistical=place, growth=growth, persons=people))
        assert found is not None
        assert found % CROWN == 0
        return found

    assert of(statistical, persons) <= of(statistical, persons + 1)
    assert of(statistical, persons) <= of(statistical + 1, persons)

"""The living minimum: published figures, every amount of the law, ages by the month, what is unknown, and order."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.dates import Span, parse_span
from dluhy.engine.arithmetic import INTEGERS
from dluhy.household.minimum import (
    COUNTED,
    amounts_on,
    bands_of,
    bounds_on,
    existence_minimum,
    existence_minimum_usable,
    living_minimum,
    minimum_of,
)
from dluhy.household.model import Circle, Member
from dluhy.law.pack import default_pack
from dluhy.money import to_halere
from dluhy.problems import HorizonError

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parents[2] / "fixtures" / "law_cases_household.toml").read_text(encoding="utf-8")
)
DAY = date(2026, 11, 22)


def person(name: str, born: str | None, **known: bool | str) -> Member:
    return Member(id=name, born=None if born is None else parse_span(born), **known)  # type: ignore[arg-type]  # a test's shorthand


def household(on: date, adults: int, children: list[int]) -> Circle:
    """A household whose members had a birthday on 1 January of the year."""
    grown = [Member(id=f"a{n}", born=Span(date(1980 + n, 1, 1), date(1980 + n, 1, 1))) for n in range(adults)]
    small = [
        Member(id=f"c{n}", born=Span(date(on.year - age, 1, 1), date(on.year - age, 1, 1)), dependent_child=True)
        for n, age in enumerate(children)
    ]
    return Circle(on=on, members=(*grown, *small))


@pytest.mark.parametrize("case", CASES["minimum"], ids=lambda case: case["id"])
def test_published_minimums_come_out(case: dict[str, Any]) -> None:
    given_ = case["provided"]
    found = living_minimum(household(given_["on"], given_["adults"], given_["children"]))
    assert found.total == to_halere(case["expected"]["minimum"])


# from, to, individual, first person, further adult, child from 15, from 6, under 6, subsistence minimum
TABLE = [
    ("2007-01-01", "2011-12-31", 3126, 2880, 2600, 2250, 1960, 1600, 2020),
    ("2012-01-01", "2020-03-31", 3410, 3140, 2830, 2450, 2140, 1740, 2200),
    ("2020-04-01", "2022-03-31", 3860, 3550, 3200, 2770, 2420, 1970, 2490),
    ("2022-04-01", "2022-06-30", 4250, 3910, 3530, 3050, 2670, 2170, 2740),
    ("2022-07-01", "2022-12-31", 4620, 4250, 3840, 3320, 2900, 2360, 2980),
    ("2023-01-01", "2026-09-30", 4860, 4470, 4040, 3490, 3050, 2480, 3130),
    ("2026-10-01", "2026-12-31", 5500, 5000, 3750, 3490, 3050, 2480, 3130),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: str(row[0]))
def test_every_amount_of_the_law_stands_in_the_pack_on_its_first_and_last_day(row: tuple[Any, ...]) -> None:
    for day in (date.fromisoformat(row[0]), date.fromisoformat(row[1])):
        amounts = amounts_on(default_pack(), day)
        assert [amounts[band] // 100 for band in ("single", "first", *COUNTED)] == list(row[2:8])
        assert existence_minimum(day) == row[8] * 100


@pytest.mark.parametrize("day", [date(2006, 12, 31), date(2027, 1, 1)])
def test_no_amount_is_given_for_a_day_the_pack_does_not_know(day: date) -> None:
    with pytest.raises(HorizonError):
        living_minimum(Circle(on=day, members=(person("a", "1980-01-01"),)))
    with pytest.raises(HorizonError):
        existence_minimum(day)


def test_the_second_adults_minimum_went_down_in_october_2026() -> None:
    before, after = (living_minimum(household(day, 2, [])).persons for day in (date(2026, 9, 30), date(2026, 10, 1)))
    assert (before[1][2], after[1][2]) == (404_000, 375_000)


def test_one_person_is_an_individual_and_two_are_not() -> None:
    assert living_minimum(household(DAY, 1, [])).persons == (("a0", "single", 550_000),)
    assert [each[1:] for each in living_minimum(household(DAY, 2, [])).persons] == [
        ("first", 500_000),
        ("adult", 375_000),
    ]


@pytest.mark.parametrize(
    ("born", "on", "band"),
    [
        ("2020-11-30", "2026-10-31", "child_0"),
        ("2020-11-30", "2026-11-01", "child_6"),
        ("2011-11-30", "2026-10-31", "child_6"),
        ("2011-11-30", "2026-11-01", "child_15"),
        ("2000-12-31", "2026-11-30", "child_15"),
        ("2000-12-31", "2026-12-01", "adult"),
        ("2020-02-29", "2026-01-31", "child_0"),
        ("2020-02-29", "2026-02-01", "child_6"),
    ],
)
def test_the_age_reached_in_the_month_decides(born: str, on: str, band: str) -> None:
    day = date.fromisoformat(on)
    child = person("c", born, dependent_child=True)
    assert bands_of(child, day, bounds_on(default_pack(), day)) == (band,)


@pytest.mark.parametrize(
    ("known", "bands"),
    [
        ({"dependent_child": True}, ("child_15",)),
        ({"dependent_child": False}, ("adult",)),
        ({"activity": "student"}, ("child_15",)),
        ({"activity": "employed"}, ("adult", "child_15")),
        ({"pension": "invalidity_3", "dependent_child": True}, ("adult",)),
        ({}, ("adult", "child_15")),
    ],
)
def test_a_child_past_school_age_is_dependent_only_where_something_says_so(
    known: dict[str, Any], bands: tuple[str, ...]
) -> None:
    assert bands_of(person("c", "2006-05-05", **known), DAY, bounds_on(default_pack(), DAY)) == bands


def test_a_schoolchild_is_dependent_whatever_is_said() -> None:
    child = person("c", "2016-05-05", dependent_child=False)
    assert bands_of(child, DAY, bounds_on(default_pack(), DAY)) == ("child_6",)


def test_unknown_study_gives_a_range_and_is_asked_for() -> None:
    found = living_minimum(Circle(on=DAY, members=(person("a", "1980-01-01"), person("c", "2006-05-05"))))
    assert (found.total, found.least, found.most) == (None, 849_000, 875_000)
    assert found.missing == ("dependent_child",)


def test_an_unknown_birth_gives_a_range_over_all_bands() -> None:
    found = living_minimum(Circle(on=DAY, members=(person("a", "1980-01-01"), person("c", None, dependent_child=True))))
    assert (found.total, found.least, found.most) == (None, 748_000, 849_000)
    assert found.missing == ("birth_date",)


def test_an_age_known_in_part_suffices_where_it_does_not_matter() -> None:
    found = living_minimum(Circle(on=DAY, members=(person("a", "1970/1985"), person("c", "2018/2019"))))
    assert found.total == 805_000
    assert found.missing == ()


def test_who_lives_there_is_asked_for() -> None:
    found = living_minimum(Circle(on=DAY))
    assert (found.total, found.least, found.missing) == (None, None, ("household_members",))


def test_adults_come_from_the_oldest_and_children_after_them() -> None:
    members = (
        person("student", "2001-01-01", activity="student"),
        person("younger", "2002-02-02", dependent_child=False),
        person("older", "1975-01-01"),
        person("baby", "2025-05-05"),
    )
    persons = living_minimum(Circle(on=DAY, members=members)).persons
    assert [each[0] for each in persons] == ["older", "younger", "student", "baby"]
    assert [each[1] for each in persons] == ["first", "adult", "child_15", "child_0"]


def test_two_adults_of_unknown_age_have_a_known_sum_and_no_known_order() -> None:
    members = (person("a", None, dependent_child=False), person("b", None, dependent_child=False))
    found = living_minimum(Circle(on=DAY, members=members))
    assert found.total == 875_000
    assert [each[1] for each in found.persons] == [None, None]


def test_a_household_of_children_only_is_marked_uncertain() -> None:
    members = (person("mother", "2009-01-01", dependent_child=True), person("baby", "2025-05-05"))
    found = living_minimum(Circle(on=date(2026, 11, 1), members=members))
    assert found.total == 748_000
    assert found.evidence == "D"


def test_a_prisoner_is_left_out_unless_alone_or_caring_for_a_child_there() -> None:
    parent, child = person("a", "1990-01-01"), person("c", "2025-05-05")
    inside = person("b", "1991-01-01", activity="prisoner")
    found = living_minimum(Circle(on=DAY, members=(parent, inside, child)))
    assert (found.total, found.assumed) == (748_000, ("prison_since_last_month",))
    assert living_minimum(Circle(on=DAY, members=(inside,))).total == 550_000
    mother = person("b", "1991-01-01", activity="prisoner", child_carer=True)
    assert living_minimum(Circle(on=DAY, members=(mother, child))).total == 748_000


@pytest.mark.parametrize(
    ("member", "usable"),
    [
        (person("a", "1980-01-01", pension="none"), True),
        (person("a", "1980-01-01"), None),
        (person("a", "1980-01-01", pension="old_age"), False),
        (person("a", "1980-01-01", pension="early_old_age"), False),
        (person("a", "1980-01-01", pension="invalidity_3"), False),
        (person("a", "1980-01-01", pension="invalidity_2"), True),
        (person("a", "1958-11-22", pension="none"), True),
        (person("a", "1958-11-21", pension="none"), False),
        (person("a", "1958", pension="none"), None),
        (person("a", "2010-01-01", dependent_child=True, pension="none"), False),
        (person("a", "2006-01-01", pension="none"), None),
    ],
)
def test_the_subsistence_minimum_is_not_for_everybody(member: Member, *, usable: bool | None) -> None:
    assert existence_minimum_usable(member, DAY) is usable


members_of = st.lists(
    st.tuples(st.dates(date(1940, 1, 1), date(2026, 10, 1)), st.sampled_from([True, False, None])),
    min_size=1,
    max_size=7,
)


def _circle(described: list[tuple[date, bool | None]]) -> Circle:
    members = [
        Member(id=str(n), born=Span(day, day), dependent_child=known) for n, (day, known) in enumerate(described)
    ]
    return Circle(on=DAY, members=tuple(members))


@given(members_of, st.integers(0, 14))
@settings(max_examples=150)
def test_one_child_more_never_lowers_the_minimum(described: list[tuple[date, bool | None]], age: int) -> None:
    without = living_minimum(_circle(described))
    child = (date(DAY.year - age, 1, 1), None)
    more = living_minimum(_circle([*described, child]))
    assert without.least is not None
    assert more.least is not None
    assert more.least > without.least


@given(members_of)
@settings(max_examples=150)
def test_what_becomes_known_stays_within_the_range(described: list[tuple[date, bool | None]]) -> None:
    found = living_minimum(_circle(described))
    for said in (True, False):
        told = living_minimum(_circle([(day, said if known is None else known) for day, known in described]))
        assert told.total is not None
        assert found.least is not None
        assert found.most is not None
        assert found.least <= told.total <= found.most


@given(members_of)
@settings(max_examples=150)
def test_the_amounts_of_persons_add_up_to_the_total(described: list[tuple[date, bool | None]]) -> None:
    found = living_minimum(_circle(described))
    amounts = [amount for _, _, amount in found.persons]
    assert len(amounts) == len(described)
    if found.total is not None and None not in amounts:
        assert sum(amount for amount in amounts if amount is not None) == found.total


def test_nobody_needs_nothing() -> None:
    assert minimum_of(INTEGERS, dict.fromkeys(COUNTED, 0), amounts_on(default_pack(), DAY)) == 0


def test_every_step_names_its_provision() -> None:
    steps = living_minimum(household(DAY, 2, [3, 8, 17])).steps
    assert all(each.cites for each in steps[:-1])
    assert steps[-1].value == sum(each.value or 0 for each in steps[:-1])
    assert {each.code for each in steps} <= set(default_pack().members["benefit_steps"])

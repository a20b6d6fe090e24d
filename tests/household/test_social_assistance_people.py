"""Who is vulnerable, who is work-active, who belongs to the household: § 7 to 14 of Act 151/2025."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.household.test_social_assistance import NOV, SEP, adult, born_in, child, household

from dluhy.dates import Span
from dluhy.household.model import Circle, Member
from dluhy.household.social_assistance import assessed_household, vulnerable, work_active
from dluhy.law.pack import default_pack

REASONS = [
    ("over 68", {"born": born_in(1957, 11, 29)}, True, "over_68"),
    ("68 on the last day of the month", {"born": born_in(1958, 11, 30)}, False, "not_vulnerable"),
    ("68 the day before the last", {"born": born_in(1958, 11, 29)}, True, "over_68"),
    ("old-age pension", {"pension": "early_old_age"}, True, "old_age_pension"),
    ("first degree of invalidity", {"pension": "invalidity_1"}, False, "not_vulnerable"),
    ("second degree of invalidity", {"pension": "invalidity_2"}, True, "invalidity"),
    ("maternity", {"activity": "maternity_leave"}, True, "maternity_benefit"),
    ("carer", {"named_carer": True}, True, "carer"),
    ("first degree of dependence", {"care_degree": 1}, False, "not_vulnerable"),
    ("second degree of dependence", {"care_degree": 2}, True, "care_recipient"),
    ("widowed last month", {"widowed_on": date(2026, 10, 31)}, True, "widowed"),
    ("widowed this month", {"widowed_on": date(2026, 11, 1)}, False, "not_vulnerable"),
    ("widowed twelve months ago", {"widowed_on": date(2025, 11, 1)}, True, "widowed"),
    ("widowed thirteen months ago", {"widowed_on": date(2025, 10, 31)}, False, "not_vulnerable"),
    ("pension not known", {"pension": None}, None, "not_known"),
    ("carer not known", {"named_carer": None}, None, "not_known"),
    ("care allowance not known", {"care_degree": None}, None, "not_known"),
    ("birth not known", {"born": None}, None, "not_known"),
    ("nothing known but a pension", {"born": None, "named_carer": None, "pension": "old_age"}, True, "old_age_pension"),
    ("none", {}, False, "not_vulnerable"),
]


@pytest.mark.parametrize(
    ("facts", "expected", "why"), [case[1:] for case in REASONS], ids=[case[0] for case in REASONS]
)
def test_a_single_adult_is_vulnerable_for_a_reason(facts: dict[str, Any], why: str, *, expected: bool | None) -> None:
    member = evolve(adult("a"), **facts)
    circle = evolve(household(member), on=NOV)
    assert vulnerable(member, circle) == (expected, why)


@pytest.mark.parametrize(
    ("day", "born", "lone", "expected"),
    [
        (NOV, (2011, 11, 1), True, False),
        (NOV, (2011, 11, 2), True, True),
        (SEP, (2019, 9, 1), True, False),
        (SEP, (2019, 9, 2), True, True),
        (SEP, (2012, 1, 1), True, False),
        (NOV, (2022, 11, 1), False, False),
        (NOV, (2022, 11, 2), False, True),
        (NOV, (2012, 1, 1), False, False),
    ],
)
def test_a_parent_is_vulnerable_in_a_month_in_which_the_child_is_young_enough_for_a_day(
    day: date, born: tuple[int, int, int], *, lone: bool, expected: bool
) -> None:
    parent, small = adult("a"), Member(id="c", role="child", born=born_in(*born))
    others = () if lone else (adult("b", role="spouse", child_carer=False),)
    circle = evolve(household(parent, *others, small), on=day)
    assert vulnerable(parent, circle)[0] is expected


def test_only_one_of_two_parents_is_vulnerable_because_of_a_child() -> None:
    at_home = adult("b", role="spouse", activity="parental_leave", work_hours=None)
    for parents in ((adult("a"), at_home), (at_home, adult("a"))):
        circle = evolve(household(*parents, child("c", 2025)), on=NOV)
        assert [vulnerable(each, circle)[0] for each in parents] == [each.id == "b" for each in parents]
    both = (adult("a", child_carer=True), adult("b", role="spouse", child_carer=True))
    circle = evolve(household(*both, child("c", 2025)), on=NOV)
    assert sum(vulnerable(each, circle)[0] is True for each in both) == 1


def test_the_parent_who_would_otherwise_not_count_is_taken_for_the_carer() -> None:
    idle = adult("b", role="spouse", activity="none", work_hours=None)
    circle = evolve(household(adult("a"), idle, child("c", 2025)), on=NOV)
    assert vulnerable(idle, circle) == (True, "parent_of_small_child")


def test_a_parent_who_is_vulnerable_anyway_leaves_the_care_to_the_other() -> None:
    old = adult("b", 1950, role="spouse", activity="none", work_hours=None)
    circle = evolve(household(adult("a"), old, child("c", 2025)), on=NOV)
    assert vulnerable(adult("a"), circle) == (True, "parent_of_small_child")
    assert vulnerable(old, circle) == (True, "over_68")


def test_the_parents_of_a_young_client_are_the_guardians() -> None:
    parent = adult("m", role="guardian")
    client = Member(id="k", role="debtor", born=born_in(2014))
    circle = evolve(household(client, parent), on=NOV)
    assert vulnerable(parent, circle) == (True, "lone_parent")
    assert vulnerable(client, circle) == (True, "dependent_child")


def test_whose_child_another_member_is_must_be_known() -> None:
    other = Member(id="x", role="other", born=born_in(2024))
    circle = evolve(household(adult("a"), other), on=NOV)
    assert vulnerable(adult("a"), circle) == (None, "not_known")
    told = evolve(household(adult("a", child_carer=True), other), on=NOV)
    assert vulnerable(adult("a", child_carer=True), told)[0] is True


@pytest.mark.parametrize(
    ("facts", "expected", "why"),
    [
        ({"activity": "employed", "work_hours": 30}, True, "employed"),
        ({"activity": "employed", "work_hours": 29}, False, "too_few_hours"),
        ({"activity": "employed", "work_hours": None}, None, "not_known"),
        ({"activity": "pensioner", "work_hours": 40}, True, "employed"),
        ({"activity": "self_employed", "work_hours": None}, True, "self_employed"),
        ({"activity": "registered_jobseeker", "work_hours": None}, True, "registered_jobseeker"),
        ({"activity": "sick_leave", "work_hours": None}, True, "sick_leave"),
        ({"activity": "foster_carer", "work_hours": None}, True, "foster_carer"),
        ({"activity": "parental_leave", "work_hours": None}, False, "not_active"),
        ({"activity": "none", "work_hours": None}, False, "not_active"),
        ({"activity": None, "work_hours": None}, None, "not_known"),
        ({"activity": None, "work_hours": None, "jobseeker_since": born_in(2026)}, True, "registered_jobseeker"),
    ],
)
def test_who_is_work_active(facts: dict[str, Any], why: str, *, expected: bool | None) -> None:
    assert work_active(adult("a", **facts)) == (expected, why)


def test_custody_and_prison_take_a_member_out_of_the_household() -> None:
    circle = household(adult("a"), adult("p", role="spouse", activity="prisoner"), child("c", 2020))
    assert [member.id for member in assessed_household(circle).members or ()] == ["a", "c"]
    unknown = Circle(on=NOV)
    assert assessed_household(unknown) == unknown


def test_a_birth_known_by_the_year_may_leave_it_open() -> None:
    member = evolve(adult("a"), born=Span(date(1958, 1, 1), date(1958, 12, 31)))
    assert vulnerable(member, evolve(household(member), on=NOV))[0] is None


def test_every_reason_has_words() -> None:
    pack = default_pack()
    assert {case[3] for case in REASONS} <= set(pack.vocabularies["vulnerability_reasons"])
    assert {"employed", "too_few_hours", "not_active"} <= set(pack.vocabularies["work_activity_reasons"])


def test_without_known_roles_it_is_not_known_which_parent_cares() -> None:
    small = Member(id="c", role="child", born=born_in(2024))
    unknown = evolve(household(adult("a", role=None), adult("b", role=None), small), on=NOV)
    assert vulnerable(adult("a", role=None), unknown) == (None, "not_known")

"""What counts in the assessed income and for the work bonus: § 4 to 6 and § 40 of Act 151/2025."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from tests.household.test_social_assistance import NOV, adult, child, household, income

from dluhy.household.model import Circle, IncomeLine
from dluhy.household.social_assistance import decisive_income
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from dluhy.household.model import Member

THREE = 3 * 1000 * 100


def with_incomes(*lines: IncomeLine, member: Member | None = None) -> Circle:
    return evolve(household(member or adult("a"), child("c", 2015), incomes=lines), on=NOV)


@pytest.mark.parametrize(
    ("kind", "facts", "ways"),
    [
        ("wage", {}, {(THREE, THREE)}),
        ("agreement_perform_job", {}, {(THREE, THREE)}),
        ("tax_bonus", {}, {(0, 0)}),
        ("care_allowance", {}, {(0, 0)}),
        ("social_assistance_benefit", {}, {(0, 0)}),
        ("pension", {}, {(THREE, 0)}),
        ("unemployment", {}, {(THREE, 0)}),
        ("child_maintenance", {}, {(THREE, 0)}),
        ("sickness", {}, {(THREE, 0), (THREE, THREE)}),
        ("parental", {"after_maternity": True}, {(THREE, THREE)}),
        ("parental", {"after_maternity": False}, {(THREE, 0)}),
        ("parental", {}, {(THREE, 0), (THREE, THREE)}),
        ("foster_child_allowance", {}, {(0, 0)}),
        ("other", {}, {(0, 0), (THREE, 0), (THREE, THREE)}),
        (None, {}, {(0, 0), (THREE, 0), (THREE, THREE)}),
    ],
)
def test_what_an_income_of_an_adult_counts(kind: str | None, facts: dict[str, Any], ways: set[tuple[int, int]]) -> None:
    line = IncomeLine(person="a", kind=kind, net=100_000, **facts)
    found = decisive_income(with_incomes(line))
    assert set(found.ways) == ways
    assert bool(found.missing) == (len(ways) > 1)


@pytest.mark.parametrize(
    ("kind", "counted"),
    [("wage", 0), ("agreement", 0), ("pension", THREE), ("child_maintenance", THREE), ("stipend", 0)],
)
def test_of_a_childs_own_incomes_only_earnings_stay_out(kind: str, counted: int) -> None:
    assert decisive_income(with_incomes(income("c", kind, 1000))).ways == ((counted, 0),)
    told = IncomeLine(person="a", kind=kind, net=100_000, childs=True)
    assert decisive_income(with_incomes(told)).ways == ((counted, 0),)


def test_three_known_months_are_averaged_exactly() -> None:
    line = IncomeLine(person="a", kind="wage", net=1, months=(100_000, 100_000, 100_001))
    found = decisive_income(with_incomes(line))
    assert found.average == Fraction(300_001, 3)
    assert "assistance_income_same" not in found.assumed
    assert "assistance_income_same" in decisive_income(with_incomes(income("a", "wage", 1))).assumed


def test_an_unknown_amount_leaves_no_way_but_what_comes_in_for_sure() -> None:
    unknown = IncomeLine(person="a", kind="pension", net=None)
    found = decisive_income(with_incomes(unknown, income("a", "wage", 1000)))
    assert (found.ways, found.least, found.missing) == ((), THREE, ("income_amount",))
    assert decisive_income(with_incomes(IncomeLine(person="a", kind="tax_bonus", net=None))).ways == ((0, 0),)
    nobody_says = decisive_income(evolve(with_incomes(), incomes=None))
    assert (nobody_says.ways, nobody_says.least) == ((), None)
    assert decisive_income(with_incomes()).ways == ((0, 0),)


def test_incomes_of_people_outside_the_household_do_not_count() -> None:
    assert decisive_income(with_incomes(income("neighbour", "wage", 1000))).ways == ((0, 0),)
    nobodys = IncomeLine(person=None, kind="wage", net=100_000)
    assert decisive_income(with_incomes(nobodys)).ways == ((THREE, THREE),)


@pytest.mark.parametrize(("month", "least"), [(date(2025, 12, 1), 35_440), (date(2026, 1, 1), 38_000)])
def test_a_main_business_counts_at_least_four_fifths_of_the_average_wage(month: date, least: int) -> None:
    owner = adult("a", activity="self_employed")
    for profit, counted in ((10_000, least), (least, least), (least + 1, least + 1)):
        circle = evolve(with_incomes(income("a", "business", profit), member=owner), on=month)
        found = decisive_income(circle)
        assert found.ways == ((300 * counted, 300 * profit),)
        assert found.reasons[0].values == {"amount": least * 100, "share": 80}
        differs = [flag.values for flag in found.reasons if flag.code == "assistance_business_differs"]
        assert differs == ([{"income": profit * 100, "amount": least * 100}] if profit < least else [])


def test_two_businesses_of_one_person_are_one_activity() -> None:
    owner = adult("a", activity="self_employed")
    lines = (income("a", "business", 20_000), income("a", "copyright", 20_000))
    assert decisive_income(with_incomes(*lines, member=owner)).ways == ((300 * 40_000, 300 * 40_000),)


def test_whether_a_business_beside_employment_is_the_main_one_is_asked() -> None:
    found = decisive_income(with_incomes(income("a", "business", 10_000)))
    assert found.ways == ((300 * 10_000, 300 * 10_000), (300 * 38_000, 300 * 10_000))
    assert found.missing == ("business_kind",)


def test_every_kind_of_income_is_judged_and_says_by_what() -> None:
    pack = default_pack()
    judged = pack.vocabularies["assessed_incomes"]
    assert set(judged) == set(pack.vocabularies["income_kinds"])
    for term in judged.values():
        assert term.more["counts"] in {"yes", "no", "ask", "business"}
        assert term.more["work"] in {"yes", "no", "ask", "business", "after_maternity"}
        assert term.more["childs"] in {"yes", "no", "ask"}
        assert term.more["cites"]
        assert term.more["counts"] != "no" or term.more["work"] == "no"


def test_every_tenure_and_dwelling_is_judged() -> None:
    pack = default_pack()
    assert set(pack.vocabularies["assessed_tenures"]) == set(pack.vocabularies["tenures"])
    assert set(pack.vocabularies["assessed_dwellings"]) == set(pack.vocabularies["dwellings"])


def test_a_childs_wage_compensation_counts_or_not_by_its_kind() -> None:
    found = decisive_income(with_incomes(income("c", "wage_compensation", 1000)))
    assert (set(found.ways), found.missing) == ({(0, 0), (THREE, 0)}, ("income_kind",))

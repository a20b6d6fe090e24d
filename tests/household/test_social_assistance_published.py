"""Published figures of the state social assistance benefit come out, each with its source."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve
from tests.household.test_social_assistance import KNOWN, SINGLE, adult, household, rented

from dluhy.dates import parse_span
from dluhy.household.model import Circle, Housing, IncomeLine, Member, Possessions
from dluhy.household.social_assistance import social_assistance
from dluhy.money import to_halere

DOCUMENT: Final = tomllib.loads(Path("fixtures/law_cases_social_assistance.toml").read_text(encoding="utf-8"))
SUMS: Final = ("rent", "services", "energy")
KINDS: Final = ("benefit", "living", "work", "norm", "needs")


def cases(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", DOCUMENT[kind], ids=lambda case: case["id"])


def circle_of(given: dict[str, Any]) -> Circle:
    """Return the household that a case states; what is not stated of people and possessions stands in no way."""
    home: dict[str, Any] = {name: to_halere(value) if name in SUMS else value for name, value in given["home"].items()}
    members = [
        Member(**({} if each["role"] == "child" else KNOWN) | each | {"born": parse_span(each["born"])})
        for each in given["members"]
    ]
    return Circle(
        on=given["month"],
        members=tuple(members),
        incomes=tuple(IncomeLine(**each | {"net": to_halere(each["net"])}) for each in given["incomes"]),
        housing=Housing(dwelling="flat_or_house", solid_fuel=False, **home),
        possessions=Possessions(savings=0, cars=0, homes=0),
    )


@cases("benefit")
def test_a_published_benefit_comes_out_to_the_haler(case: dict[str, Any]) -> None:
    estimate = social_assistance(circle_of(case["provided"]), month=case["provided"]["month"])
    parts = {part.benefit.removeprefix("social_assistance_"): (part.least, part.most) for part in estimate.parts}

    assert parts | {"total": (estimate.least, estimate.most)} == {
        name: (to_halere(amount), to_halere(amount)) for name, amount in case["expected"].items()
    }
    assert estimate.seems == "seems_entitled"


def part_of(circle: Circle, case: dict[str, Any], name: str) -> int | None:
    parts = social_assistance(circle, month=case["provided"]["month"]).parts
    return next(part.least for part in parts if part.benefit == f"social_assistance_{name}" and part.least == part.most)


@cases("living")
def test_a_published_component_for_living_comes_out(case: dict[str, Any]) -> None:
    net = to_halere(case["provided"]["income"])
    circle = evolve(SINGLE, incomes=(IncomeLine(person="a", kind="unemployment", net=net),))

    assert part_of(circle, case, "living") == to_halere(case["expected"]["living"])


@cases("work")
def test_a_published_work_bonus_comes_out(case: dict[str, Any]) -> None:
    given = case["provided"]
    income = IncomeLine(person="a", kind=given["kind"], net=to_halere(given["income"]))
    circle = household(adult("a"), adult("b", role="spouse"), incomes=(income,))

    assert part_of(circle, case, "work") == to_halere(case["expected"]["work"])


@cases("norm")
def test_a_published_norm_rent_is_that_of_the_district(case: dict[str, Any]) -> None:
    given = case["provided"]
    old: dict[str, Any] = (
        {"pension": "old_age", "activity": "pensioner", "work_hours": None} if given["vulnerable"] else {}
    )
    members = (
        adult(str(n), **{"role": "other" if n else "debtor", "child_carer": False} | old)
        for n in range(given["persons"])
    )
    circle = household(*members, housing=evolve(rented(90000), municipality=None, district=given["district"]))

    assert step(circle, case, "assistance_norm") == to_halere(case["expected"]["norm"])


@cases("needs")
def test_where_the_source_is_wrong_the_provision_comes_out(case: dict[str, Any]) -> None:
    assert step(household(adult("a", plan_kept=False)), case, "assistance_needs") == to_halere(
        case["expected"]["needs"]
    )
    assert case["differs"]["printed"] != case["expected"]["needs"]


def step(circle: Circle, case: dict[str, Any], code: str) -> int | None:
    steps = social_assistance(circle, month=case["provided"]["month"]).steps
    return next(each.value for each in steps if each.code == code)


def test_every_case_has_an_id_of_its_own_a_source_that_can_be_read_and_what_it_says() -> None:
    listed = [case for kind in KINDS for case in DOCUMENT[kind]]

    assert set(DOCUMENT) == {"source", *KINDS}
    assert len({case["id"] for case in listed}) == len(listed)
    assert {case["source"] for case in listed} == set(DOCUMENT["source"])
    assert all(case["says"] and case["evidence"] for case in listed)
    assert all(source["name"] and source["links"] and source["published"] for source in DOCUMENT["source"].values())

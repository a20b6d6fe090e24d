"""Places judged: thresholds from both sides, unknown stays unknown, and what every intervention says of data."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import fields

from dluhy.facts.municipal import MUNICIPAL_HOUSEHOLD_FACTS, PLACE_FACTS
from dluhy.law.citations import act_of
from dluhy.law.conditions import facts_of, parse, rules_of
from dluhy.law.pack import default_pack
from dluhy.municipal.places import LocalFacts, judged_places, place_facts, rule_ids
from dluhy.municipal.sharing import BASES, KINDS, sharing_bases, sharing_basis
from dluhy.municipal.thresholds import WORDS, thresholds_of
from dluhy.problems import HorizonError, InputError

AS_OF = date(2026, 11, 21)
LAW = default_pack()
OWN = (
    "M-14", "M-15", "M-16", "M-17", "M-20", "M-21", "M-22", "M-23", "M-24", "M-25", "M-26", "M-27", "M-28", "M-29",
    "M-31", "M-34", "M-35", "M-38", "M-40", "M-TEAM",
)  # fmt: skip


def statuses(local: LocalFacts) -> dict[str, bool | None]:
    """Return how the rules about places come out."""
    row = judged_places(place_facts([local], LAW), LAW, AS_OF).row(0, named=True)
    return {rule: row[rule] for rule in rule_ids(LAW)}


def test_of_a_place_of_which_nothing_is_known_nothing_holds_and_nothing_fails() -> None:
    found = statuses(LocalFacts(code="554961"))
    assert {rule: found[rule] for rule in ("M-29", "M-31", "M-35")} == {"M-29": None, "M-31": None, "M-35": None}


def test_thresholds_of_a_place_from_both_sides() -> None:
    assert statuses(LocalFacts(enforced_share=800, employers_willing=True))["M-29"] is True
    assert statuses(LocalFacts(enforced_share=799, employers_willing=True))["M-29"] is False
    assert statuses(LocalFacts(enforced_share=800, employers_willing=False))["M-29"] is False
    assert statuses(LocalFacts(collection_guideline=False))["M-31"] is True
    assert statuses(LocalFacts(collection_guideline=True))["M-31"] is False
    assert statuses(LocalFacts(has_school=True))["M-35"] is True


def test_many_places_keep_their_order_and_codes() -> None:
    places = [LocalFacts(code=f"5549{at:02d}", has_school=at % 2 == 0) for at in range(40)]
    judged = judged_places(place_facts(places, LAW), LAW, AS_OF)
    assert judged["municipality_code"].to_list() == [place.code for place in places]
    assert judged["M-35"].to_list() == [place.has_school for place in places]
    assert place_facts([], LAW).height == 0


def test_a_value_that_does_not_fit_is_refused_with_all_errors() -> None:
    with pytest.raises(InputError) as error:
        place_facts([LocalFacts(exclusion_index="high", has_school=1)], LAW)  # type: ignore[arg-type]  # on purpose
    assert len(error.value.problems) == 2


def test_a_day_the_pack_does_not_know_is_refused() -> None:
    first = LAW.info.horizon["municipal"].from_
    frame = place_facts([LocalFacts(has_school=True)], LAW)
    assert judged_places(frame, LAW, first)["M-35"].item() is True
    with pytest.raises(HorizonError):
        judged_places(frame, LAW, first - timedelta(days=1))


def test_every_fact_that_people_can_tell_of_a_place_has_a_field() -> None:
    asked = {name for name, spec in PLACE_FACTS.items() if spec.asked}
    assert asked <= {each.name for each in fields(LocalFacts)}


@pytest.mark.parametrize("name", OWN)
def test_every_intervention_says_on_what_basis_data_may_pass(name: str) -> None:
    found = sharing_bases(LAW.interventions[name], LAW)
    assert any(not basis.bars for basis in found), "a bar is no basis"
    assert [basis.bars for basis in found] == sorted(basis.bars for basis in found)
    for basis in found:
        assert all(act_of(cite, LAW.acts) for cite in basis.citations)
        assert basis.citations
        assert basis.detail.cs
        assert basis.detail.en


def test_every_basis_is_of_a_known_kind_and_cites() -> None:
    for code in LAW.vocabularies[BASES]:
        basis = sharing_basis(code, LAW)
        assert basis.kind.code in LAW.vocabularies[KINDS]
        assert all(act_of(cite, LAW.acts) for cite in basis.citations)


def test_a_list_of_fee_debtors_never_leaves_without_a_bar_or_a_release() -> None:
    for name in ("M-14", "M-16", "M-31", "M-38"):
        assert "tax_secrecy_stays" in LAW.interventions[name].sharing


def test_a_threshold_says_what_it_rests_on() -> None:
    (found,) = thresholds_of(LAW.rules["M-20"], LAW, AS_OF)
    assert (found.basis.code, found.values) == ("proposal", (("rent_warning_months", 1),))
    (index,) = thresholds_of(LAW.rules["M-16"], LAW, AS_OF)
    assert (index.basis.code, index.values) == ("practice", (("exclusion_increased_from", 8),))
    (age,) = thresholds_of(LAW.rules["M-17"], LAW, AS_OF)
    assert (age.basis.code, [value for _, value in age.values]) == ("law", [6, 26])
    energy = thresholds_of(LAW.rules["M-27"], LAW, AS_OF)
    assert [(each.fact, each.rule) for each in energy] == [
        ("burdened_by_energy", "ENERGY_BURDEN"), ("energy_warning_months", None)
    ]  # fmt: skip


def test_every_threshold_names_amounts_or_a_rule_that_there_are() -> None:
    for code, term in LAW.vocabularies[WORDS].items():
        assert code in MUNICIPAL_HOUSEHOLD_FACTS
        assert all(name in LAW.series for name in term.more.get("series", ()))
        assert term.more.get("rule", "TEAM_CASE") in LAW.rules
        assert term.more["basis"] in LAW.vocabularies["indicator_bases"]


@pytest.mark.parametrize(
    ("fact", "rules"),
    [
        ("in_housing_need", ["HOUSING_NEED"]),
        ("home_may_be_lost", [r.id for r in LAW.rules.values() if r.verdict == "housing_loss_risk"]),
        ("burdened_by_energy", ["ENERGY_BURDEN"]),
        ("lives_below_minimum", ["BELOW_LIVING_MINIMUM"]),
    ],
)
def test_what_is_read_from_rules_about_households_declares_all_that_they_read(fact: str, rules: list[str]) -> None:
    assert set(MUNICIPAL_HOUSEHOLD_FACTS[fact].inputs) == {name for rule in rules for name in _read(rule)}


def _read(rule: str) -> set[str]:
    found: set[str] = set()
    for condition in LAW.rules[rule].all:
        node = parse(condition.if_)
        found |= set(facts_of(node)) | {name for other in rules_of(node) for name in _read(other)}
    return found

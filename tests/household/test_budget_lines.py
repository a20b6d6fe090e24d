"""Lines of expenses: the vocabulary holds together, words only propose, bad lines are refused all at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.household.budget_lines import ExpenseLine, check_lines, proposed_category, proven
from dluhy.law.citations import act_of
from dluhy.law.models import Citation
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

PACK = default_pack()
LINES = PACK.vocabularies["budget_lines"]
YES_NO = {
    "fixed", "essential", "housing", "energy", "work", "instalment", "saving", "bundle", "interest_inside",
}  # fmt: skip
NAMED = {"group": "budget_groups", "benefit": "budget_benefit_inputs", "guideline": "budget_guideline_groups"}


@pytest.mark.parametrize("code", LINES)
def test_a_line_has_known_attributes_and_points_to_members(code: str) -> None:
    more = LINES[code].more
    assert set(more) <= YES_NO | set(NAMED) | {"note", "may_hold"}
    assert "group" in more
    assert all(more[name] in PACK.members[vocabulary] for name, vocabulary in NAMED.items() if name in more)
    assert all(more[name] is True for name in YES_NO & set(more))
    assert set(more.get("may_hold", ())) <= {"housing", "energy", "benefit", "guideline"}
    assert ("may_hold" in more) == ("bundle" in more)


@pytest.mark.parametrize("group", PACK.members["budget_groups"])
def test_every_group_has_a_line(group: str) -> None:
    assert any(term.more["group"] == group for term in LINES.values())


@pytest.mark.parametrize("code", LINES)
def test_a_line_that_feeds_a_benefit_is_a_housing_cost(code: str) -> None:
    more = LINES[code].more
    assert "benefit" not in more or more.get("housing")
    assert not more.get("energy") or more["benefit"] in {"energy", "solid_fuel"}
    assert not ("guideline" in more and (more.get("housing") or more.get("fixed") or more.get("instalment")))


HOUSING = [
    ("rent", True), ("water", True), ("heating", True), ("electricity", True), ("solid_fuel", True),
    ("waste_fee", True), ("building_insurance", True), ("property_tax", True), ("home_repairs", True),
    ("mortgage_interest", True), ("mortgage", False), ("cooperative_annuity", False), ("contents_insurance", False),
    ("rent_arrears", False), ("internet", False),
]  # fmt: skip


@pytest.mark.parametrize(("code", "counts"), HOUSING)
def test_housing_costs_follow_the_european_indicator(code: str, counts: bool) -> None:  # noqa: FBT001
    assert bool(LINES[code].more.get("housing")) is counts


INPUTS = [
    ("rent", "rent"), ("accommodation", "rent"), ("home_services", "services"), ("water", "services"),
    ("hot_water", "energy"), ("heating", "energy"), ("electricity", "energy"), ("gas", "energy"),
    ("solid_fuel", "solid_fuel"), ("waste_fee", None), ("building_fund", None), ("mortgage", None),
    ("mortgage_interest", None), ("housing_bundle", None),
]  # fmt: skip


@pytest.mark.parametrize(("code", "feeds"), INPUTS)
def test_lines_feed_the_housing_component_as_its_act_counts_them(code: str, feeds: str | None) -> None:
    assert LINES[code].more.get("benefit") == feeds


def test_every_kind_of_income_is_in_one_group() -> None:
    kinds = [kind for group in PACK.vocabularies["budget_income_groups"].values() for kind in group.more["kinds"]]
    assert sorted(kinds) == sorted(PACK.members["income_kinds"])


@pytest.mark.parametrize("code", PACK.members["budget_benefit_inputs"])
def test_an_input_of_a_benefit_cites_known_acts(code: str) -> None:
    cites = PACK.term("budget_benefit_inputs", code).more["cites"]
    assert cites
    assert all(act_of(Citation(at=cite), PACK.acts) for cite in cites)


@pytest.mark.parametrize(("code", "word"), [(code, word) for code, term in LINES.items() for word in term.words])
def test_every_word_of_a_line_proposes_it(code: str, word: str) -> None:
    assert proposed_category(word) == code


TEXTS = [
    ("NAJEM", "rent"),
    ("záloha na elektřinu – ČEZ", "electricity"),
    ("měsíční splátka půjčky (Banka A)", "consumer_loan"),
    ("dluh na nájmu", "rent_arrears"),
    ("elektřina + plyn", "energy"),
    ("inkaso", "housing_bundle"),
    ("boty pro děti", "child_clothing"),
    ("zdravotní pojištění OSVČ", "health_insurance_business"),
    ("nájem a elektřina", None),
    ("jídlo, drogerie", None),
    ("nájemník", None),
    ("", None),
    ("???", None),
]


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_a_text_proposes_one_line_or_none(text: str, code: str | None) -> None:
    assert proposed_category(text) == code


@given(st.text(max_size=60))
def test_any_text_proposes_a_member_or_nothing(text: str) -> None:
    code = proposed_category(text)
    assert code is None or code in LINES


PROOFS = [("payslip", True), ("sipo", True), ("decision", True), ("client_statement", False), ("none", False)]


@pytest.mark.parametrize(("proof", "proves"), PROOFS)
def test_the_clients_word_alone_proves_nothing(proof: str, proves: bool) -> None:  # noqa: FBT001
    assert proven(ExpenseLine(proof=proof)) is proves


def test_without_a_word_on_proofs_it_is_not_known_whether_a_line_is_proven() -> None:
    assert proven(ExpenseLine()) is None


def test_all_errors_of_all_lines_are_told_at_once() -> None:
    lines = [
        ExpenseLine(category="nájem", frequency="někdy", certainty="snad", proof="slib"),
        ExpenseLine(amount=-1, arrears=-1, months_in_arrears=-1),
        ExpenseLine(amount=100, certainty="unknown"),
        ExpenseLine(category="rent", amount=100, frequency="monthly", certainty="known", proof="contract"),
    ]
    with pytest.raises(InputError) as caught:
        check_lines(lines)
    assert [(problem.place, problem.code) for problem in caught.value.problems] == [
        ("expense 1 category", "unknown_member"),
        ("expense 1 frequency", "unknown_member"),
        ("expense 1 certainty", "unknown_member"),
        ("expense 1 proof", "unknown_member"),
        ("expense 2 amount", "negative"),
        ("expense 2 arrears", "negative"),
        ("expense 2 months_in_arrears", "negative"),
        ("expense 3 certainty", "certainty_contradiction"),
    ]

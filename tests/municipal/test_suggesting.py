"""Suggestions: their order, what excludes what, what goes before, and that everything adds up to the judged list."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import AS_OF, ROOT
from tests.municipal.suggesting_support import checklist, intervention, pack_with

from dluhy import check_list, default_pack, screen
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.places import LocalFacts
from dluhy.municipal.suggesting.conflicts import pair_of
from dluhy.municipal.suggesting.facts import facts_read
from dluhy.municipal.suggesting.listing import occurrences_of
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.ranking import ranks_of, required_first
from dluhy.problems import InputError
from dluhy.report.suggestion_teller import SuggestionTeller
from dluhy.report.suggestions_words import counts_told, day_told
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult
    from dluhy.law.pack import Pack
    from dluhy.municipal.suggesting.values import Suggestions
    from dluhy.problems import Language

HEAD = "Kód osoby;Datum narození;Druh;Typ poplatku za odpad;Rok;Způsob vymáhání;Stav exekuce;Zůstatek"
CHILD, ADULT = "1.6.2010", "1.6.1980"


def _checked(folder: Path, pack: Pack, *lines: str) -> ListResult:
    path = folder / "s.csv"
    path.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    return check_list(path, AS_OF, pack)


def _row(code: str, born: str = CHILD, year: int = 2022, balance: str = "600", kind: str = "odpad") -> str:
    return f"{code};{born};{kind};systém;{year};exekutor;běží;{balance}"


@pytest.fixture(scope="module")
def practice() -> ListResult:
    return check_list(ROOT / "fixtures" / "seznam_z_praxe.xlsx", AS_OF)


@pytest.fixture(scope="module")
def suggested(practice: ListResult) -> Suggestions:
    return suggest(practice, place=local_facts("554961"))


def _ids(found: Suggestions) -> list[str]:
    return [item.id for item in found.items]


NAMES = [f"T-{number}" for number in range(6)]


PAIRS = [(one, other) for one in NAMES for other in NAMES if one < other]


@given(st.permutations(NAMES), st.sets(st.sampled_from(PAIRS)))
def test_what_is_required_goes_before_and_nothing_is_lost(names: list[str], pairs: set[tuple[str, str]]) -> None:
    requires = {name: [other for one, other in sorted(pairs) if one == name] for name in names}
    ordered = required_first(names, requires)
    assert sorted(ordered) == sorted(names)
    assert all(ordered.index(other) < ordered.index(name) for name, others in requires.items() for other in others)


def test_a_circle_of_requirements_loses_nothing() -> None:
    assert sorted(required_first(["a", "b"], {"a": ["b"], "b": ["a"]})) == ["a", "b"]


def test_children_go_first_then_the_last_day_then_effect_then_cost(suggested: Suggestions) -> None:
    ranks = ranks_of(suggested.pack)
    keys = [ranks.key(item, AS_OF) for item in suggested.standing]
    moved = {name for item in suggested.standing for name in item.requires}
    own = [key for key, item in zip(keys, suggested.standing, strict=True) if item.id not in moved]
    assert own == sorted(own)
    children = [item.child for item in suggested.standing if item.id not in moved]
    assert children == sorted(children, reverse=True)
    assert [item.status for item in suggested.items] == sorted(item.status for item in suggested.items)


def test_of_two_with_the_same_day_the_cheaper_goes_first(tmp_path: Path) -> None:
    pack = pack_with(
        intervention("T-DEAR", "debt_kind = 'local_fee_waste'", cost=500),
        intervention("T-CHEAP", "debt_kind = 'local_fee_waste'", cost=0),
        intervention("T-ZZZ", "debt_kind = 'local_fee_waste'", cost=None),
    )
    assert _ids(suggest(_checked(tmp_path, pack, _row("a")))) == ["T-CHEAP", "T-DEAR", "T-ZZZ"]


def test_a_birthday_sooner_goes_before_one_later(tmp_path: Path) -> None:
    pack = pack_with(
        intervention("T-A", "fee_year = 2021", before_18=True),
        intervention("T-B", "fee_year = 2022", before_18=True),
    )
    soon = _row("b", born="1.6.2009", year=2022)
    found = suggest(_checked(tmp_path, pack, _row("a", year=2021), soon))
    assert [(item.id, item.due_on) for item in found.items] == [("T-B", date(2027, 6, 1)), ("T-A", date(2028, 6, 1))]


def test_what_is_not_about_children_goes_after_them_even_if_it_costs_nothing(tmp_path: Path) -> None:
    pack = pack_with(
        intervention("T-ADULT", "age_today >= 18", cost=0),
        intervention("T-CHILD", "age_today < 18", cost=9000),
        intervention("T-GROWN", "age_on_minority_day < 18", "age_today >= 18", for_child=True, cost=9000),
    )
    rows = (_row("a"), _row("b", ADULT), _row("c", "1.6.2003", 2018))
    assert _ids(suggest(_checked(tmp_path, pack, *rows))) == ["T-CHILD", "T-GROWN", "T-ADULT"]


def test_of_two_that_exclude_each_other_one_stands_for_each_debt_and_the_other_says_why(tmp_path: Path) -> None:
    pack = pack_with(
        intervention("T-BETTER", "age_on_minority_day < 18", for_child=True),
        intervention("T-WORSE", "debt_kind = 'local_fee_waste'", conflicts=["T-BETTER"]),
    )
    found = suggest(_checked(tmp_path, pack, _row("a"), _row("b", ADULT), _row("c")))
    told = {item.id: item.counts for item in found.items}
    assert (told["T-BETTER"].debts, told["T-WORSE"].debts) == (2, 1)
    (aside,) = found.set_aside
    assert (aside.intervention, aside.by, aside.code, aside.counts.debts) == (
        "T-WORSE",
        "T-BETTER",
        "the_better_stands",
        2,
    )
    assert aside.counts.balance == 120_000
    both = found.rows.group_by("row").agg(pl.col("intervention").n_unique())
    assert both["intervention"].max() == 1


def test_what_is_set_aside_sets_nothing_else_aside(tmp_path: Path) -> None:
    pack = pack_with(
        intervention("T-A", "age_on_minority_day < 18", for_child=True),
        intervention("T-B", "debt_kind = 'local_fee_waste'", conflicts=["T-A"], cost=0),
        intervention("T-C", "debt_kind = 'local_fee_waste'", conflicts=["T-B"], cost=1),
    )
    found = suggest(_checked(tmp_path, pack, _row("a")))
    assert set(_ids(found)) == {"T-A", "T-C"}


def test_what_needs_something_set_aside_is_set_aside_too(tmp_path: Path) -> None:
    pack = pack_with(
        intervention("T-A", "age_on_minority_day < 18", for_child=True),
        intervention("T-B", "debt_kind = 'local_fee_waste'", conflicts=["T-A"]),
        intervention("T-C", "debt_kind = 'local_fee_waste'", requires=["T-B"]),
    )
    found = suggest(_checked(tmp_path, pack, _row("a"), _row("b", ADULT)))
    assert {(each.intervention, each.by, each.code) for each in found.set_aside} == {
        ("T-B", "T-A", "the_better_stands"), ("T-C", "T-B", "prerequisite_set_aside"),
    }  # fmt: skip
    assert {item.id: item.counts.debts for item in found.items} == {"T-A": 1, "T-B": 1, "T-C": 1}


def test_a_prerequisite_stands_before_what_needs_it_and_a_checklist_item_says_for_what(tmp_path: Path) -> None:
    pack = pack_with(
        intervention("T-A", "age_today < 18", for_child=True, before_18=True, requires=["T-Z", "T-LIST"]),
        intervention("T-Z", "debt_kind = 'local_fee_waste'", cost=None),
        checklist("T-LIST"),
        checklist("T-OTHER"),
    )
    found = suggest(_checked(tmp_path, pack, _row("a")))
    assert _ids(found) == ["T-Z", "T-A"]
    assert [(each.intervention.id, each.needed_for) for each in found.checklist] == [
        ("T-LIST", ("T-A",)),
        ("T-OTHER", ()),
    ]


def test_a_prerequisite_whose_rule_fails_is_not_asked_for(tmp_path: Path) -> None:
    pack = pack_with(intervention("T-A", "age_today < 18", requires=["T-Z"]), intervention("T-Z", "age_today >= 18"))
    (item,) = suggest(_checked(tmp_path, pack, _row("a"))).items
    assert item.requires == ()


def test_an_unknown_fact_leaves_a_suggestion_undecided_and_asks_for_it(tmp_path: Path) -> None:
    pack = pack_with(intervention("T-A", "cannot_pay_at_once"), intervention("T-B", "age_today < 18"))
    found = suggest(_checked(tmp_path, pack, _row("a"), _row("a", balance="400")))
    assert [(item.id, item.status) for item in found.items] == [("T-B", "holds"), ("T-A", "unknown")]
    (asked,) = found.questions
    assert (asked.fact, asked.decides, asked.counts.debts, asked.counts.people) == (
        "cannot_pay_at_once",
        ("T-A",),
        2,
        1,
    )
    assert asked.counts.balance == 100_000
    assert found.undecided[0].counts.children == 1


def test_a_paid_debt_that_is_not_enforced_calls_for_nothing(tmp_path: Path) -> None:
    pack = pack_with(intervention("T-A", "age_today < 18"))
    paid = _row("a", balance="0").replace("běží", "ukončena")
    assert suggest(_checked(tmp_path, pack, paid)).items == ()


def test_counts_and_sums_of_a_suggestion_are_those_of_its_rows(suggested: Suggestions) -> None:
    for item in suggested.standing:
        rows = suggested.rows.filter(pl.col("intervention") == item.id)
        assert item.counts.subjects == rows.height
        if item.level == "debt":
            assert item.counts.people == rows["person_id"].n_unique()
            assert item.counts.children == rows.filter(pl.col("child"))["person_id"].n_unique()
            assert item.counts.balance == rows["balance"].sum()
        assert item.due_on == rows["due_on"].min()


def test_rows_and_sums_are_those_of_the_judged_list(practice: ListResult) -> None:
    pack = pack_with(intervention("T-A", "debt_kind = 'local_fee_waste'"))
    result = check_list(ROOT / "fixtures" / "seznam_z_praxe.xlsx", AS_OF, pack)
    item = suggest(result).standing[0]
    open_ = ~pl.col("debt_finished").fill_null(value=False)
    own = practice.judged.filter((pl.col("debt_kind") == "local_fee_waste") & open_)
    assert (item.counts.debts, item.counts.balance) == (own.height, own["balance"].sum())
    assert item.counts.people == own["person_id"].n_unique()


def test_every_debt_that_holds_stands_or_is_set_aside_with_its_sum(practice: ListResult) -> None:
    """What a rule holds for is suggested or set aside; nothing falls between."""
    found = suggest(practice)
    for part, whole in found.parts:
        for name in part.rules:
            held = part.status(name).fill_null(value=False)
            aside = [each.rows for each in whole.barred if each.intervention == name]
            for rows in aside:
                assert not (rows & whole.held[name]).any()
            assert held.sum() == whole.held[name].sum() + sum(rows.sum() for rows in aside)


def test_one_by_one_is_the_same_as_in_bulk(practice: ListResult) -> None:
    people = practice.judged["person_id"].unique(maintain_order=True).head(25)
    whole = suggest(practice).rows.filter(pl.col("person_id").is_in(people.implode()))
    alone = [
        suggest(evolve(practice, judged=practice.judged.filter(pl.col("person_id") == person))).rows
        for person in people
    ]
    key = ["intervention", "row"]
    assert pl.concat(alone).drop("order").sort(key).equals(whole.drop("order").sort(key))


def test_the_order_of_the_rows_does_not_matter(practice: ListResult) -> None:
    turned = suggest(evolve(practice, judged=practice.judged.reverse()))
    straight = suggest(practice)
    assert _ids(turned) == _ids(straight)
    assert [item.counts for item in turned.items] == [item.counts for item in straight.items]


def test_nothing_is_suggested_against_a_child_or_one_who_does_not_owe(practice: ListResult) -> None:
    found = suggest(practice, creditor_body="municipality")
    against = default_pack().term("municipal_precedence", "against_a_child").more["worse"]
    rows = found.rows.filter(pl.col("intervention").is_in(against))
    assert rows.filter(pl.col("child") | pl.col("child").is_null()).height == 0
    owed = practice.judged.with_columns(pl.col("row").cast(pl.UInt32)).select("row", "child_owes").unique("row")
    joined = rows.join(owed, on="row", how="left")
    assert set(joined["child_owes"].cast(pl.String).unique()) <= {"yes", "none"}


def test_an_occurrence_says_by_which_facts_and_conditions(tmp_path: Path) -> None:
    pack = pack_with(intervention("T-A", "age_on_minority_day < 18", "debt_kind = 'local_fee_waste'"))
    (told,) = occurrences_of(suggest(_checked(tmp_path, pack, _row("a"))), "T-A")
    assert (told.ref, told.person, told.child, told.balance) == ("2", "a", True, 60_000)
    assert [each.status for each in told.conditions] == ["holds", "holds"]
    assert {each.fact: each.least or each.values for each in told.facts} == {
        "age_on_minority_day": 11, "debt_kind": (("local_fee_waste", 1),),
    }  # fmt: skip


def test_an_empty_list_and_one_that_calls_for_nothing_give_nothing(tmp_path: Path) -> None:
    pack = pack_with(intervention("T-A", "age_today < 18"))
    nothing = suggest(_checked(tmp_path, pack, _row("a", ADULT)))
    assert (nothing.items, nothing.rows.height, nothing.set_aside) == ((), 0, ())
    judged = nothing.parts[0][0].screened
    empty = suggest(evolve(_checked(tmp_path, pack, _row("a")), judged=judged.clear()))
    assert (empty.items, empty.counts.debts, empty.counts.balance) == ((), 0, 0)


def test_a_place_alone_is_judged_for_what_the_municipality_itself_should_do() -> None:
    pack = pack_with(
        intervention("T-P", "exclusion_index >= 8", level="place"), intervention("T-Q", "has_school", level="place")
    )
    found = suggest(place=LocalFacts(code="554961", exclusion_index=14), as_of=AS_OF, pack=pack)
    assert [(item.id, item.status, item.refs) for item in found.items] == [
        ("T-P", "holds", ("554961",)), ("T-Q", "unknown", ("554961",)),
    ]  # fmt: skip
    assert (found.scope, found.place) == ("municipality", "554961")


def test_a_place_that_the_register_does_not_know_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        local_facts("000001")
    assert [problem.code for problem in caught.value.problems] == ["unknown_municipality"]


def test_neither_a_source_nor_a_place_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="place"):
        suggest()


def test_shipped_rows_tell_the_index_and_the_share_in_basis_points() -> None:
    found = local_facts("554961")
    assert found.exclusion_index is not None
    assert found.enforced_share is not None
    assert 100 < found.enforced_share < 5_000


def test_every_intervention_has_its_rank_once() -> None:
    pack = default_pack()
    for vocabulary in ("municipal_effects", "municipal_urgency"):
        named = [name for term in pack.vocabularies[vocabulary].values() for name in term.more["interventions"]]
        assert sorted(named) == sorted(set(named))
        assert set(named) == set(pack.interventions)


@pytest.mark.parametrize(
    ("as_of", "due_on"),
    [("2026-11-21", "2026-12-17"), ("2026-12-17", "2026-12-17"), ("2026-12-18", "2027-12-17")],
)
def test_an_ordinance_is_due_on_the_last_day_on_which_its_promulgation_helps_from_january(
    as_of: str, due_on: str
) -> None:
    place = LocalFacts(code="554961", waste_fee_regime="system", child_exempt=False)
    found = suggest(place=place, as_of=date.fromisoformat(as_of))
    ordinance = next(item for item in found.standing if item.id == "M-11")
    assert ordinance.due_on == date.fromisoformat(due_on)
    assert (ordinance.due_on + timedelta(days=15)).strftime("%d.%m.") == "01.01."
    steps = default_pack().ladders["RM-M-11"].step
    assert any(f"{ordinance.due_on.day}. prosince" in step.limit.text.cs for step in steps)


def test_precedence_names_interventions_that_there_are() -> None:
    pack = default_pack()
    for term in pack.vocabularies["municipal_precedence"].values():
        assert {*term.more["better"], *term.more["worse"]} <= set(pack.interventions)


def test_of_what_excludes_what_the_documented_one_stands() -> None:
    """Nothing is collected where instalments fit, and nothing is paid off where a debt ends."""
    pack = default_pack()
    told = {
        (one, other): pair_of(one, other, pack) for one, other in (("M-04", "M-05"), ("M-01", "M-04"), ("M-05", "M-02"))
    }
    assert [(pair.better, pair.waits) for pair in told.values()] == [("M-05", False), ("M-01", True), ("M-02", False)]


def test_every_fact_that_calls_for_something_has_a_name() -> None:
    pack = default_pack()
    rules = [rule for rule in pack.rules.values() if rule.role == "intervention"]
    named = pack.fact_texts.keys() | pack.vocabularies["municipal_facts"].keys()
    thresholds = {name for name, spec in pack.facts.items() if spec.inputs == ("as_of",)}
    assert {fact for rule in rules for fact in facts_read(rule, pack)} - thresholds <= named


def test_a_checklist_item_with_a_window_stands_only_while_it_is_open(suggested: Suggestions) -> None:
    items = {each.intervention.id for each in suggested.checklist}
    closed = {each.id for each in suggested.pack.interventions.values() if each.window is not None}
    assert closed
    assert not closed & items
    assert {"M-30", "M-39"} <= items


def test_what_the_place_calls_for_in_every_household_is_suggested_to_the_municipality() -> None:
    """A field programme where the index is increased, before any household is known."""
    found = suggest(place=LocalFacts(code="554961", exclusion_index=14), as_of=AS_OF)
    item = next(item for item in found.standing if item.id == "M-16")
    assert (item.level, item.counts.places, item.counts.households) == ("place", 1, 0)
    assert found.counts.places == 1
    assert "M-16" not in {
        each.id for each in suggest(place=LocalFacts(code="554961", exclusion_index=1), as_of=AS_OF).items
    }


def test_the_warning_of_the_landlord_goes_before_counselling_about_housing() -> None:
    found = suggest(screen(ROOT / "fixtures" / "klienti" / "02_matka_dve_deti_najem_mikropujcka.json"))
    order = _ids(found)
    assert order.index("M-20") < order.index("M-23")
    assert found.scope == "case"
    assert {item.level for item in found.items} <= {"debt", "household"}


def test_a_birthday_years_away_is_not_the_day_to_act_by(tmp_path: Path) -> None:
    pack = pack_with(intervention("T-A", "fee_year = 2022", before_18=True))
    (found,) = suggest(_checked(tmp_path, pack, _row("a", born="13.4.2020"))).items
    assert (found.due_on, found.birthday) == (None, date(2038, 4, 13))


def test_an_intervention_without_a_step_before_18_has_no_birthday_to_act_by(tmp_path: Path) -> None:
    pack = pack_with(intervention("T-A", "fee_year = 2022", for_child=True))
    (found,) = suggest(_checked(tmp_path, pack, _row("a", born="1.6.2009"))).items
    assert found.due_on is None


def test_assessing_the_guardian_is_to_be_done_before_the_period_for_it_ends(tmp_path: Path) -> None:
    result = _checked(tmp_path, default_pack(), _row("a", born="13.4.2020", year=2024))
    found = {item.id: item for item in suggest(result).items}["M-02"]
    assert found.due_on == date(2028, 1, 1)


def test_what_belongs_at_once_says_so_before_its_last_day() -> None:
    say = texts("cs")
    told = day_told(date(2028, 1, 1), say, of_age=False, at_once=True)
    assert told.replace("\xa0", " ") == "bez odkladu; nejpozději do 1. 1. 2028"


def test_stopping_by_the_creditor_promises_no_more_than_the_act() -> None:
    told = default_pack().interventions["M-03"].effect
    assert "Souhlasí-li obec" in told.cs
    assert "nákladech" in told.cs
    assert "dítě" not in told.cs
    assert "child" not in told.en


@pytest.mark.parametrize(("language", "told"), [("cs", "zástupce dítěte"), ("en", "guardian")])
def test_a_letter_goes_to_the_guardian_of_a_child_or_to_an_adult(language: Language, told: str) -> None:
    assert told in SuggestionTeller(default_pack(), language).who("child")


def test_a_sum_says_of_how_many_debts_the_amount_is_missing(tmp_path: Path) -> None:
    pack = pack_with(intervention("T-A", "fee_year = 2022"))
    found = suggest(_checked(tmp_path, pack, _row("a"), _row("b", balance=""), _row("c", balance="")))
    counts = SuggestionTeller(pack, "cs").counts(found.items[0].counts)
    assert (counts.balance, counts.amounts_unknown) == ("600.00", 2)
    told = counts_told(counts, texts("cs")).replace("\xa0", " ")
    assert told.endswith("600,00 Kč, u 2 dluhů částka chybí")

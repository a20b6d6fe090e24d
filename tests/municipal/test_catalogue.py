"""The interventions are the forty, each once, and the team beside them; thresholds tell what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from tests.strategies import AS_OF

from dluhy.law.pack import default_pack
from dluhy.municipal import households
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.places import LocalFacts
from dluhy.municipal.sharing import BAR, sharing_basis
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.receipt import suggestions_receipt
from dluhy.municipal.thresholds import WORDS
from dluhy.places import exclusion
from dluhy.report.suggestion_teller import SuggestionTeller
from dluhy.report.suggestion_thresholds import threshold_reports
from dluhy.report.suggestions import SuggestionsReport, suggestions_report
from dluhy.report.suggestions_text import suggestions_text

if TYPE_CHECKING:
    from dluhy.problems import Language

LAW = default_pack()
FORTY = {f"M-{number:02}" for number in range(1, 42)} - {"M-19"}
TEAM = "M-TEAM"
"""The team of specialists: a suggestion of its own, outside the numbers."""


def _report(place: LocalFacts, language: Language = "cs") -> SuggestionsReport:
    found = suggest(place=place, as_of=AS_OF)
    return suggestions_report(found, suggestions_receipt(found, input_sha256="0" * 64, place=place), language)


def test_the_interventions_are_the_forty_and_the_team() -> None:
    assert len(FORTY) == 40
    assert set(LAW.interventions) == FORTY | {TEAM}


@pytest.mark.parametrize("name", sorted(FORTY | {TEAM}))
def test_each_is_a_rule_or_a_checklist_item_and_never_both(name: str) -> None:
    item = LAW.interventions[name]
    assert (item.kind == "rule") == (name in LAW.rules)
    assert (item.kind == "checklist") == bool(item.ladders)
    if item.kind == "rule":
        assert LAW.rules[name].role == "intervention"


def test_no_rule_is_an_intervention_without_being_listed() -> None:
    assert {rule.id for rule in LAW.rules.values() if rule.role == "intervention"} <= set(LAW.interventions)


def test_what_a_rule_about_households_rests_on_is_told_alike_on_both_sides() -> None:
    own = LAW.vocabularies["household_indicators"]
    for term in LAW.vocabularies[WORDS].values():
        if "rule" in term.more:
            assert term.more["basis"] == own[term.more["rule"]].more["basis"], term.code


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("cs", "Hranice: zvýšená míra indexu sociálního vyloučení od 8 (praxe poraden a úřadů)."),
        ("en", "Threshold: increased level of the index of social exclusion from 8"),
    ],
)
def test_a_place_alone_is_told_what_its_index_calls_for_and_what_the_line_rests_on(
    language: Language, told: str
) -> None:
    report = _report(LocalFacts(exclusion_index=8), language)
    (item,) = report.standing
    assert item.id == "M-16"
    (line,) = item.thresholds
    assert (line.basis, line.rule, line.grounds.evidence) == ("practice", None, "S")
    assert told in " ".join(suggestions_text(report).replace("\N{NO-BREAK SPACE}", " ").split())


def test_below_the_index_nothing_is_called_for() -> None:
    assert "M-16" not in {item.id for item in _report(LocalFacts(exclusion_index=7)).items}


def test_a_proposed_share_is_told_as_our_proposal() -> None:
    report = _report(LocalFacts(enforced_share=800, employers_willing=True))
    (line,) = next(item for item in report.standing if item.id == "M-29").thresholds
    assert (line.value, line.basis, line.grounds.evidence) == ("od 8\N{NO-BREAK SPACE}%", "proposal", "M")


def test_a_threshold_that_the_analysis_of_the_household_draws_names_that_rule() -> None:
    told = {name: _thresholds(name) for name in ("M-17", "M-25", "M-27")}
    assert told["M-27"] == [("burdened_by_energy", None, "ENERGY_BURDEN"), ("energy_warning_months", "od 1", None)]
    assert told["M-17"] == [("young_people", "6 až 26\N{NO-BREAK SPACE}let", None)]
    assert told["M-25"] == [("in_housing_need", None, "HOUSING_NEED")]


def _thresholds(name: str) -> list[tuple[str, str | None, str | None]]:
    tell = SuggestionTeller(LAW, "cs")
    found = threshold_reports(LAW.rules[name], AS_OF, tell)
    return [(each.fact, each.value, each.rule) for each in found]


def test_a_shipped_share_reaches_a_threshold_only_in_full() -> None:
    rows = exclusion.frame().select("code", "exe", "inhabitants_15plus")
    for code, people, of in rows.iter_rows():
        share = local_facts(code).enforced_share
        if share is None:
            assert not of
            continue
        assert share * of <= people * 10_000 < (share + 1) * of


def test_where_fees_may_be_spoken_of_the_bar_stands_beside_the_release() -> None:
    for item in LAW.interventions.values():
        if "tax_release" in item.sharing:
            assert "tax_secrecy_stays" in item.sharing, item.id
        bases = [sharing_basis(code, LAW) for code in item.sharing]
        assert not bases or any(not basis.bars for basis in bases) or item.level == "debt", item.id
    assert BAR in LAW.vocabularies["sharing_kinds"]


def test_a_minor_in_enforcement_is_a_child_of_the_family_whatever_the_count_says() -> None:
    rows = pl.DataFrame(
        {"children": [None, 0], "child_enforced": [True, True]}, schema_overrides={"children": pl.Int32()}
    )
    engine = households.engine_of(LAW)
    assert engine.evaluate(rows, AS_OF)["M-15"].to_list() == [True, True]

"""The catalogue of measures holds everything that the documents name, and says honestly what the program does."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.law.support import shipped_pack

from dluhy.cli import app
from dluhy.municipal.strategy import parents_of

if TYPE_CHECKING:
    from dluhy.law.strategy import Measure

ROOT = Path(__file__).resolve().parents[2]
NAMED = {
    item["id"]: frozenset(item["documents"])
    for item in tomllib.loads((ROOT / "fixtures" / "strategie_ids.toml").read_text(encoding="utf-8"))["item"]
}
MEASURES = shipped_pack().measures
every_measure = pytest.mark.parametrize("measure", MEASURES.values(), ids=list(MEASURES))
PRINTED = {"goal", "measure"}


def exists(place: str) -> bool:
    """Return whether a page, a module or a command with its option is really there."""
    if place.startswith("docs/"):
        return (ROOT / place).is_file()
    words = place.split()
    if len(words) == 1:
        try:
            import_module(place)
        except ModuleNotFoundError:
            return False
        return True
    option = words.pop() if words[-1].startswith("--") else None
    command = app
    for word in words[1:]:
        if word not in command:
            return False
        command = command[word]
    if option is None:
        return command.default_command is not None
    return any(option in argument.names for argument in command.assemble_argument_collection())


def test_everything_the_documents_name_is_in_the_catalogue_once() -> None:
    listed = tomllib.loads((ROOT / "fixtures" / "strategie_ids.toml").read_text(encoding="utf-8"))["item"]
    assert len(NAMED) == len(listed) == 164
    assert set(MEASURES) == set(NAMED)


@every_measure
def test_a_measure_cites_the_documents_that_name_it(measure: Measure) -> None:
    assert set(measure.sources) >= NAMED[measure.id]


@every_measure
def test_a_measure_belongs_up_to_a_vision_a_project_or_stands_alone(measure: Measure) -> None:
    top = (measure, *parents_of(measure))[-1]
    assert shipped_pack().term("measure_kinds", top.kind).more["alone"]
    if measure.pillar in {"housing", "education", "debts", "institutions"}:
        assert top.kind == "vision"
        assert top.pillar == measure.pillar


def test_what_the_strategy_numbers_bears_its_number() -> None:
    for measure in MEASURES.values():
        assert (measure.number is not None) == (measure.kind in PRINTED and measure.id.startswith("A"))
        assert measure.number in {None, measure.id[1:]}


@every_measure
def test_what_the_program_does_is_where_it_says(measure: Measure) -> None:
    assert [place for place in measure.does.where if not exists(place)] == []


@pytest.mark.parametrize(
    "place", ["dluhy minors fly", "dluhy screen --fly", "dluhy.fly", "docs/fly.md", "dluhy minors"]
)
def test_a_place_that_is_not_there_is_noticed(place: str) -> None:
    assert not exists(place)


@every_measure
def test_every_measure_speaks_both_languages(measure: Measure) -> None:
    for text in (measure.title, measure.detail, measure.trigger, measure.does):
        if text is not None:
            assert text.cs != text.en
            assert not text.cs.isspace()
    assert measure.does.cs.endswith(".")
    assert measure.does.en.endswith(".")


def test_what_is_not_done_says_who_does_it_or_why_and_claims_no_finding() -> None:
    for measure in MEASURES.values():
        if measure.does.extent == "not_done_by_software":
            assert not measure.does.where
            assert not measure.triggered_by.rules
            assert not measure.triggered_by.verdicts
            assert not measure.triggered_by.interventions


def test_the_list_of_roles_is_the_one_that_the_documents_name() -> None:
    roles = shipped_pack().vocabularies["strategy_roles"]
    assert MEASURES["R1"].owners == [code for code, term in roles.items() if term.more.get("named")]


def test_every_word_of_the_catalogue_is_used() -> None:
    pack = shipped_pack()
    used = {
        "measure_kinds": {measure.kind for measure in MEASURES.values()},
        "strategy_pillars": {measure.pillar for measure in MEASURES.values()},
        "measure_extents": {measure.does.extent for measure in MEASURES.values()},
        "strategy_roles": {role for measure in MEASURES.values() for role in measure.owners},
        "strategy_targets": {group for measure in MEASURES.values() for group in measure.targets},
    }
    for vocabulary, codes in used.items():
        assert set(pack.vocabularies[vocabulary]) == codes, vocabulary
    assert set(pack.sources) == {source for measure in MEASURES.values() for source in measure.sources}

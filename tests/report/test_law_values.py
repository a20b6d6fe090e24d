"""What the pack says, for other programs: whole, in both languages, in the order of the files."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec
import pytest
from tests.law.support import rule, shipped, shipped_pack, with_own_rules

from dluhy.law.pack import load_texts
from dluhy.problems import InputError
from dluhy.report.law_values import kinds_values, rule_value, rules_values

PACK = shipped_pack()


def _json(value: object) -> Any:  # noqa: ANN401 - whatever the value holds
    return msgspec.json.decode(msgspec.json.encode(value))


def test_every_rule_has_its_line_in_the_order_of_the_pack() -> None:
    lines = _json(rules_values(PACK))
    assert [line["id"] for line in lines] == list(PACK.rules)
    line = next(line for line in lines if line["id"] == "W2")
    law = PACK.rules["W2"]
    assert (line["topic"], line["subject"], line["role"]) == ("children", "debt", "outcome")
    assert line["title"] == {"cs": law.title.text("cs"), "en": law.title.text("en")}
    assert (line["verdict"], line["evidence"]) == (law.verdict, law.evidence)
    assert line["verdict_label"]["en"] == PACK.term("verdicts", law.verdict).en
    assert line["evidence_label"]["en"] == "several sources"


@pytest.mark.parametrize("rule_id", PACK.rules)
def test_a_rule_is_told_whole_with_its_ladders(rule_id: str) -> None:
    law, told = PACK.rules[rule_id], _json(rule_value(PACK, rule_id))
    assert [(each["if"], each["en"]) for each in told["conditions"]] == [(each.if_, each.en) for each in law.all]
    assert [(each["if"], each["en"]) for each in told["verify"]] == [(each.if_, each.en) for each in law.verify]
    assert {each["fact"]: [code["code"] for code in each["codes"]] for each in told["applies"]} == law.applies
    assert told["remedies"] == [ladder["id"] for ladder in told["ladders"]] == law.remedies
    assert len(told["citations"]) == len(law.cites)
    assert all(cite["link"].startswith("http") and cite["cs"] and cite["en"] for cite in told["citations"])
    for ladder in told["ladders"]:
        steps = PACK.ladders[ladder["id"]].step
        assert [step["id"] for step in ladder["steps"]] == [step.id for step in steps]
        for shown, step in zip(ladder["steps"], steps, strict=True):
            assert (shown["condition"], shown["excludes"]) == (step.if_, step.excludes)
            assert shown["limit"]["days"] == step.limit.days
            assert len(shown["limit"]["citations"]) == len(step.limit.cites)
            assert (shown["cost"]["most"], shown["cost"]["bears"]["code"]) == (step.cost_most, step.bears)
            assert (shown["needs"] is None) == (step.needs is None)


def test_texts_carry_their_typography_and_nothing_is_empty() -> None:
    told = rule_value(PACK, "W2")
    assert "\u00a0" in told.sentence.cs + told.reasoning.cs
    empty = [place for place, text in _texts(_json([rule_value(PACK, name) for name in PACK.rules])) if not text]
    assert empty == []


def test_a_rule_in_force_for_some_days_says_which() -> None:
    more = """in_force = { from = 2020-01-01 }
example = [
  { facts = { fee_year = 2017 }, expect = "holds" },
  { facts = { fee_year = 2018 }, expect = "fails" },
  { facts = {}, expect = "unknown" },
]"""
    pack = load_texts(with_own_rules(rule("OWN", "fee_year < 2018", more=more)))
    told = rule_value(pack, "OWN").in_force
    assert told is not None
    assert (told.first, told.last) == (date(2020, 1, 1), None)
    assert rule_value(PACK, "W2").in_force is None


def test_an_unknown_rule_is_refused_without_repeating_what_was_asked() -> None:
    with pytest.raises(InputError) as caught:
        rule_value(PACK, "Jana Nováková")
    assert [(each.code, each.place) for each in caught.value.problems] == [("unknown_rule", "id")]
    assert "Jana" not in str(caught.value)


def test_every_vocabulary_has_all_its_codes_in_the_order_of_the_file() -> None:
    told = _json(kinds_values(PACK))
    assert [each["id"] for each in told] == list(PACK.vocabularies)
    for each in told:
        terms = PACK.vocabularies[each["id"]]
        assert [term["code"] for term in each["terms"]] == list(terms)
        assert [term["label"]["en"] for term in each["terms"]] == [term.en for term in terms.values()]
        assert [sorted(term["more"]) for term in each["terms"]] == [sorted(term.more) for term in terms.values()]


def test_a_vocabulary_names_the_facts_that_take_its_codes() -> None:
    told = {each.id: each.facts for each in kinds_values(PACK)}
    assert "debt_kind" in told["debt_kinds"]
    assert told["evidence"] == ()


def test_the_same_pack_read_again_gives_the_same_bytes() -> None:
    again = load_texts(dict(reversed(shipped().items())))
    for make in (rules_values, kinds_values):
        assert msgspec.json.encode(make(again)) == msgspec.json.encode(make(PACK))
    assert msgspec.json.encode(rule_value(again, "W2")) == msgspec.json.encode(rule_value(PACK, "W2"))


def test_no_number_is_a_float() -> None:
    content = msgspec.json.encode([rules_values(PACK), kinds_values(PACK), [rule_value(PACK, i) for i in PACK.rules]])
    json.loads(content, parse_float=_refuse)


def _refuse(text: str) -> None:
    raise AssertionError(text)


def _texts(value: Any, place: str = "") -> list[tuple[str, str]]:  # noqa: ANN401 - decoded JSON
    if isinstance(value, dict):
        return [found for key, each in value.items() for found in _texts(each, f"{place}/{key}")]
    if isinstance(value, list):
        return [found for at, each in enumerate(value) for found in _texts(each, f"{place}/{at}")]
    return [(place, value)] if isinstance(value, str) else []

"""Small promises of the engine that no other test makes: mutants of the code showed that they were missing."""

from __future__ import annotations

from datetime import date

import attrs
import polars as pl
import pytest
from tests.law.support import presumption, rule, with_own_rules
from tests.strategies import AS_OF, FEES, Facts, frame_of

from dluhy.children.check import checker
from dluhy.engine.evaluate import Engine, condition_column, mask_column, presumption_column, run
from dluhy.engine.findings import FINDING_SCHEMA, findings, trace
from dluhy.facts.derived import functions
from dluhy.law.pack import load_texts

ENGINE = checker().engine
PACK = ENGINE.pack
CHILD: Facts = {"debt_kind": FEES[0], "fee_year": 2018, "due_on": date(2018, 5, 31), "birth_date": date(2008, 4, 5)}
UNDATED: Facts = {"debt_kind": FEES[0], "fee_year": 2014, "birth_date": "1996-06-01"}
BOOKS: Facts = {"debt_kind": "library", "arose_on": date(2020, 1, 1), "birth_date": date(1990, 1, 1)}


def evaluated(*rows: Facts) -> pl.DataFrame:
    """Return the rows, counted from one, as the shipped pack judges them."""
    return ENGINE.evaluate(frame_of(list(rows)), AS_OF)


def test_findings_are_what_holds_row_by_row_in_the_order_of_the_pack() -> None:
    judged = evaluated(CHILD, BOOKS)
    found = findings(ENGINE, judged)
    assert found.columns == list(FINDING_SCHEMA)
    holding = [(row["row"], name) for row in judged.iter_rows(named=True) for name in PACK.rules if row[name]]
    assert found.select("row", "rule").rows() == holding
    assert set(found["status"]) == {"holds"}
    assert set(found["person_id"]) == set(judged["person_id"])
    of_rules = [(PACK.rules[name].role, PACK.rules[name].verdict, 0) for name in found["rule"]]
    assert found.select("role", "verdict", "missing").rows() == of_rules


def test_what_is_undecided_is_found_only_where_it_is_wanted_with_what_it_lacks() -> None:
    judged = evaluated(UNDATED)
    assert judged["W1"].to_list() == [None]
    assert "W1" not in findings(ENGINE, judged)["rule"].to_list()
    wanted = findings(ENGINE, judged, ["W1"]).filter(pl.col("rule") == "W1")
    assert wanted.select("row", "status", "role", "verdict").rows() == [
        (judged["row"][0], "unknown", "outcome", PACK.rules["W1"].verdict)
    ]
    assert ENGINE.missing_names(wanted["missing"][0]) == ["due_on"]


def test_nothing_is_found_in_a_list_without_rows() -> None:
    found = findings(ENGINE, evaluated(CHILD).clear())
    assert found.height == 0
    assert found.columns == list(FINDING_SCHEMA)


def test_a_trace_tells_of_the_row_asked_for_and_of_no_other() -> None:
    judged = evaluated(CHILD, BOOKS)
    w2 = PACK.rules["W2"]
    held, failed = (trace(ENGINE, judged, row, w2) for row in judged["row"])
    assert (held.rule, held.applies, held.status, held.missing) == ("W2", True, "holds", ())
    assert {condition.status for condition in held.conditions} == {"holds"}
    assert [(c.cs, c.en) for c in held.conditions] == [(c.cs, c.en) for c in w2.all]
    assert (failed.applies, failed.status, failed.missing) == (False, "fails", ())
    with pytest.raises(KeyError, match=r"^99$"):
        trace(ENGINE, judged, 99, w2)


def test_the_first_rule_of_a_pack_is_found_once_and_the_others_after_it() -> None:
    text = rule("LATE", "debt_kind = 'library'") + rule("EARLY", "debt_kind = 'library'")
    engine = Engine(load_texts(with_own_rules(text)), functions())
    judged = engine.evaluate(frame_of([BOOKS, CHILD, BOOKS]), AS_OF)
    found = findings(engine, judged)
    rows = judged["row"].to_list()
    assert found.select("row", "rule").rows() == [
        (row, name) for row in (rows[0], rows[2]) for name in ("LATE", "EARLY")
    ]
    assert found.schema == FINDING_SCHEMA


def test_kinds_are_those_of_the_rows_and_rules_those_that_can_apply_to_one_of_them() -> None:
    frame = frame_of([CHILD, BOOKS, {"debt_kind": None}, CHILD])
    assert ENGINE.kinds_in(frame) == {FEES[0], "library"}
    assert ENGINE.kinds_in(frame.drop("debt_kind")) == frozenset()
    of_books = {rule_.id for rule_ in PACK.rules.values() if "library" in rule_.applies.get("debt_kind", ["library"])}
    assert ENGINE.rules_for(["library"]) == of_books
    assert "W2" in ENGINE.rules_for(["library", FEES[0]]) - of_books


def test_a_derived_fact_is_given_by_any_of_its_columns_and_a_base_fact_is_none() -> None:
    columns = ["birth_date_from", "fee_year_to", "in_institution", "row", "triple_limit"]
    assert ENGINE.given_in(columns) == {"fee_year", "in_institution", "triple_limit"}


@pytest.mark.parametrize("rows", [1, 1_999, 2_000, 2_001])
def test_stages_are_added_one_after_another_or_only_what_is_asked_for(rows: int) -> None:
    frame = pl.DataFrame({"a": range(rows)})
    stages = [[(pl.col("a") + 1).alias("b")], [(pl.col("b") * 2).alias("c")]]
    assert run(frame, stages).columns == ["a", "b", "c"]
    assert run(frame, stages, ["c", "a"]).columns == ["c", "a"]
    assert run(frame, stages)["c"].to_list() == [2 * (number + 1) for number in range(rows)]


def test_a_completed_frame_holds_every_fact_and_stands_unknown_people_alone() -> None:
    frame = frame_of([CHILD, CHILD, CHILD]).with_columns(pl.Series("person_id", [7, None, 7]), pl.lit(1).alias("as_of"))
    came = ENGINE.completed(frame, AS_OF)
    assert {column for spec in PACK.facts.values() for column in spec.columns} <= set(came.columns)
    assert came["person_id"].to_list() == ["7", "?1", "7"]
    assert came["as_of"].to_list() == [AS_OF] * 3
    assert came["died_on"].dtype == pl.Date()
    assert came["died_on"].null_count() == 3
    alone = ENGINE.completed(frame.drop("person_id"), AS_OF)
    assert alone["person_id"].to_list() == ["?0", "?1", "?2"]


def test_a_mask_names_its_facts_and_a_fact_has_its_bit() -> None:
    first, *_, last = ENGINE.asked
    assert (ENGINE.bit_of(first), ENGINE.bit_of(last)) == (1, 1 << (len(ENGINE.asked) - 1))
    assert ENGINE.missing_names(ENGINE.bit_of(first) | ENGINE.bit_of(last)) == [first, last]
    assert ENGINE.missing_names(0) == []


@pytest.mark.parametrize("masks", [True, False])
@pytest.mark.parametrize("steps", [True, False])
def test_stages_are_worked_out_once_for_each_way_of_asking(*, masks: bool, steps: bool) -> None:
    frame = frame_of([CHILD])
    asked = ENGINE.stages_for(frame, masks=masks, steps=steps)
    assert ENGINE.stages_for(frame, masks=masks, steps=steps) is asked
    assert ENGINE.stages_for(frame, masks=not masks, steps=steps) is not asked
    assert ENGINE.stages_for(frame, masks=masks, steps=not steps) is not asked
    assert ENGINE.stages_for(frame_of([BOOKS]), masks=masks, steps=steps) is not asked
    assert all(asked.all)


def test_the_conditions_of_steps_are_worked_out_only_on_request() -> None:
    frame = frame_of([{**CHILD, "enforcement_kind": "court_executor", "enforcement_status": "running"}])
    of_rules = {c.if_ for r in PACK.rules.values() for c in r.all} | {
        v.if_ for r in PACK.rules.values() for v in r.verify
    }
    of_steps = {step.if_ for _, step in PACK.steps.values() if step.if_ is not None} - of_rules
    assert of_steps
    columns = [condition_column(text) for text in of_steps]
    for way, known in (({"steps": True}, True), ({"steps": False}, False), ({}, True)):
        came = ENGINE.evaluate(frame, AS_OF, **way).select(columns)
        assert any(came[column].null_count() == 0 for column in columns) is known
        planned = run(ENGINE.completed(frame, AS_OF), ENGINE.stages_for(frame, **way).all).select(columns)
        assert planned.equals(came)


def test_what_nobody_knows_is_told_to_the_plan() -> None:
    frame, kinds = frame_of([CHILD]), frozenset({FEES[0]})
    nobody = ENGINE.known_of_nobody(frame)
    assert nobody
    assert "birth_date" not in nobody
    stages = ENGINE.stages(kinds, ENGINE.given_in(frame.columns), masks=True, steps=True, known_of_nobody=nobody)
    assert ENGINE.stages_for(frame) is stages


def test_of_two_presumptions_that_fit_the_first_is_used_and_only_it_says_so() -> None:
    first = presumption("fee_type", '"old"', "fee_type IS NULL")
    second = presumption("fee_type", '"system"', "fee_type IS NULL").replace("P-OWN", "P-SECOND")
    pack = load_texts(with_own_rules(first + second + rule("OLD", "fee_type = 'old'")))
    came = Engine(pack, functions()).evaluate(frame_of([CHILD, {**CHILD, "fee_type": "system"}]), AS_OF)
    assert came.select("fee_type", presumption_column("P-OWN"), presumption_column("P-SECOND")).rows() == [
        ("old", True, False),
        ("system", False, False),
    ]


def test_a_fact_that_reads_a_rule_is_worked_out_after_it() -> None:
    pack = load_texts(with_own_rules(rule("FIRST", "secured = true") + rule("LAST", "several_fee_years = true")))
    covered = pack.facts["fee_years_covered"]
    reading = attrs.evolve(covered, inputs=(*covered.inputs, "[FIRST]"))
    engine = Engine(attrs.evolve(pack, facts={**pack.facts, covered.name: reading}), functions())
    came = engine.evaluate(frame_of([{**CHILD, "fee_year": "2017/2018"}, CHILD]), AS_OF)
    assert came.select("fee_years_covered", "LAST").rows() == [(2, True), (1, False)]


def test_a_pack_without_texts_of_facts_tells_what_is_missing_all_the_same() -> None:
    pack = attrs.evolve(load_texts(with_own_rules(rule("ONE", "secured = true"))), fact_texts={})
    engine = Engine(pack, functions())
    came = engine.evaluate(frame_of([CHILD]), AS_OF)
    assert engine.missing_names(came[mask_column("ONE")][0]) == ["secured"]

"""Debts of every kind beside local fees: one outcome, a step for every finding, nobody else's findings."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from tests.strategies import (
    AS_OF,
    OTHER_KINDS,
    Case,
    Facts,
    cases,
    examples,
    frame_of,
    judge,
    lists,
    outcomes,
    truths,
    views,
)

from dluhy.children.check import COMPACT, checker
from dluhy.children.outcome import NEEDS_DATA
from dluhy.engine.evaluate import presumption_column
from dluhy.plan import steps

CHECKER = checker()
PACK = CHECKER.pack
WHO_OWES = [rule.id for rule in PACK.partitions["who_owes"]]
GROUNDS = [rule.id for rule in PACK.rules.values() if rule.role == "ground"]
FINDINGS = [*COMPACT, *PACK.rules]
LATER_STEPS = {step.id for _, step in PACK.steps.values() if step.after_end}
NOTED = {"D1": "tort_nature", "I1": "inheritance_inventory"}
"""Outcomes that a note tells to verify while a fact is unknown, because another outcome holds if it is so."""


def grounds(row: dict[str, object]) -> list[str]:
    """Return the grounds found of a row."""
    return [name for name in GROUNDS if row[name] is True]


def reversed_by(less: pl.DataFrame, more: pl.DataFrame) -> list[bool]:
    """Return whether a row rests on a presumption that more knowledge contradicts, or on a fact its note asks for."""
    wrong = [
        pl.when(less[presumption_column(p.id)]).then(
            pl.lit(more[p.fact].cast(pl.String)).ne_missing(pl.lit(str(p.value).lower()))
        )
        for p in PACK.presumptions.values()
    ]
    noted = [
        less[outcome].fill_null(value=False) & less[fact].is_null() & more[fact].is_not_null()
        for outcome, fact in NOTED.items()
    ]
    return less.select(pl.any_horizontal(*wrong, *map(pl.lit, noted)).fill_null(value=False)).to_series().to_list()


@examples(6)
@given(st.lists(truths(OTHER_KINDS), min_size=10, max_size=30))
def test_of_a_debt_of_which_all_is_known_exactly_one_outcome_holds(rows: list[Facts]) -> None:
    judged = judge(rows)
    assert NEEDS_DATA not in outcomes(judged)
    assert judged.select(pl.sum_horizontal(pl.col(WHO_OWES).cast(pl.Int8))).to_series().to_list() == [1] * len(rows)


@examples(8)
@given(st.lists(cases(OTHER_KINDS), min_size=10, max_size=30))
def test_knowing_more_never_takes_an_outcome_or_a_ground_back(drawn: list[Case]) -> None:
    """But where a presumption, or a fact that the outcome's own note tells to verify, proves to be otherwise."""
    less = judge([case.less for case in drawn])
    for better in (judge([case.more for case in drawn]), judge([case.truth for case in drawn])):
        turned = reversed_by(less, better)
        rows = zip(drawn, less.iter_rows(named=True), better.iter_rows(named=True), turned, strict=True)
        for case, before, after, reason in rows:
            if reason:
                continue
            assert before["outcome"] in {NEEDS_DATA, after["outcome"]}, case
            changed = [name for name in GROUNDS if before[name] is not None and before[name] != after[name]]
            assert (case.truth, changed) == (case.truth, [])


@examples(8)
@given(st.lists(truths(OTHER_KINDS) | views(OTHER_KINDS), min_size=10, max_size=30))
def test_whatever_a_child_does_not_owe_or_has_a_ground_against_has_a_step(rows: list[Facts]) -> None:
    """Of a debt that is paid and no longer enforced only the steps that remain then, if there are any."""
    judged = judge(rows)
    plan = steps(judged, PACK)
    of_row: dict[int, set[str]] = {row: set() for row in judged["row"]}
    for served, joined in plan.select("rows", "joined").iter_rows():
        for row in served:
            of_row[row] |= set(joined)
    for row, facts in zip(judged.iter_rows(named=True), rows, strict=True):
        if row["debt_finished"] is True:
            assert of_row[row["row"]] <= LATER_STEPS
        elif row["child_owes"] == "no" or grounds(row):
            assert of_row[row["row"]], (row["outcome"], grounds(row), facts)


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_every_outcome_of_a_kind_that_is_not_owed_always_has_a_step(kind: str) -> None:
    """One that waits for no condition, whatever else is known of the debt."""
    rules = [rule for rule in PACK.partitions["who_owes"] if kind in rule.applies.get("debt_kind", ())]
    for rule in rules:
        owes = PACK.term("verdicts", rule.verdict).more["child_owes"]
        ladders = [PACK.ladders[name] for name in rule.remedies]
        assert owes != "no" or any(step.if_ is None for ladder in ladders for step in ladder.step), rule.id


@examples(5)
@given(lists(views(OTHER_KINDS)))
def test_findings_of_a_person_never_depend_on_other_people(rows: list[Facts]) -> None:
    frame = frame_of(rows)
    together = CHECKER.judge(frame, AS_OF)
    for person in together["person_id"].unique():
        of_person = pl.col("person_id") == person
        alone = CHECKER.judge(frame.filter(of_person), AS_OF)
        assert_frame_equal(alone.select(FINDINGS), together.filter(of_person).select(FINDINGS))

"""Debts of every kind beside local fees: one outcome, a step for every finding, nobody else's findings."""

from __future__ import annotations

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from tests.strategies import (
    AS_OF,
    OTHER_KINDS,
    TAKEN_AS_NOT_SO,
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
from dluhy.children.outcome import CONFLICTING, NEEDS_DATA
from dluhy.engine.evaluate import presumption_column
from dluhy.plan import steps

CHECKER = checker()
PACK = CHECKER.pack
WHO_OWES = [rule.id for rule in PACK.partitions["who_owes"]]
GROUNDS = [rule.id for rule in PACK.rules.values() if rule.role == "ground"]
FINDINGS = [*COMPACT, *PACK.rules]
LATER_STEPS = {step.id for _, step in PACK.steps.values() if step.after_end}


def grounds(row: dict[str, object]) -> list[str]:
    """Return the grounds found of a row."""
    return [name for name in GROUNDS if row[name] is True]


def presumed_wrongly(less: pl.DataFrame, more: pl.DataFrame) -> list[bool]:
    """Return for each row whether it rests on a presumption that more knowledge contradicts."""
    wrong = [
        pl.when(less[presumption_column(p.id)]).then(
            pl.lit(more[p.fact].cast(pl.String)).ne_missing(pl.lit(str(p.value).lower()))
        )
        for p in PACK.presumptions.values()
    ]
    return less.select(pl.any_horizontal(wrong).fill_null(value=False)).to_series().to_list()


def learned(rule: str, before: dict[str, object], after: dict[str, object]) -> bool:
    """Return whether the fact that a rule takes as not so has become known."""
    fact = TAKEN_AS_NOT_SO.get(rule)
    return fact is not None and before[fact] is None and after[fact] is not None


def taken_back(before: dict[str, object], after: dict[str, object]) -> list[tuple[str, object, object]]:
    """Return the outcome and the grounds of a row that were decided and came out otherwise knowing more.

    Of a debt whose kind is unknown the rules for some kinds do not hold; only its outcome is asked for.
    """
    outcome, later = str(before["outcome"]), after["outcome"]
    changed: list[tuple[str, object, object]] = []
    if outcome not in {NEEDS_DATA, later} and not learned(outcome, before, after):
        changed.append(("outcome", outcome, later))
    if before["debt_kind"] is not None:
        changed += [
            (name, before[name], after[name])
            for name in GROUNDS
            if before[name] is not None and before[name] != after[name] and not learned(name, before, after)
        ]
    return changed


@examples(6)
@given(st.lists(truths(OTHER_KINDS), min_size=10, max_size=30))
def test_of_a_debt_of_which_all_is_known_exactly_one_outcome_holds(rows: list[Facts]) -> None:
    judged = judge(rows)
    assert NEEDS_DATA not in outcomes(judged)
    assert judged.select(pl.sum_horizontal(pl.col(WHO_OWES).cast(pl.Int8))).to_series().to_list() == [1] * len(rows)


@examples(8)
@given(st.lists(cases(OTHER_KINDS), min_size=10, max_size=30))
def test_knowing_more_never_takes_an_outcome_or_a_ground_back(drawn: list[Case]) -> None:
    """But where a presumption proves wrong, or a fact that a rule takes as not so becomes known."""
    less = judge([case.less for case in drawn])
    for better in (judge([case.more for case in drawn]), judge([case.truth for case in drawn])):
        wrong = presumed_wrongly(less, better)
        rows = zip(drawn, less.iter_rows(named=True), better.iter_rows(named=True), wrong, strict=True)
        found = [(case.truth, taken_back(before, after)) for case, before, after, reason in rows if not reason]
        assert [row for row in found if row[1]] == []


@examples(8)
@given(st.lists(truths(OTHER_KINDS) | views(OTHER_KINDS), min_size=10, max_size=30))
def test_whatever_a_child_does_not_owe_or_has_a_ground_against_has_a_step(rows: list[Facts]) -> None:
    """Of a debt that is paid and no longer enforced only the steps that remain then, of contradictory data none."""
    judged = judge(rows)
    plan = steps(judged, PACK)
    of_row: dict[int, set[str]] = {row: set() for row in judged["row"]}
    for served, joined in plan.select("rows", "joined").iter_rows():
        for row in served:
            of_row[row] |= set(joined)
    for row, facts in zip(judged.iter_rows(named=True), rows, strict=True):
        if row["debt_finished"] is True:
            assert of_row[row["row"]] <= LATER_STEPS
        elif row["child_owes"] == "no" or (grounds(row) and row["verdict"] != CONFLICTING):
            assert of_row[row["row"]], (row["outcome"], grounds(row), facts)


@examples(5)
@given(lists(truths(OTHER_KINDS) | views(OTHER_KINDS)))
def test_findings_of_a_person_never_depend_on_other_people(rows: list[Facts]) -> None:
    frame = frame_of(rows)
    together = CHECKER.judge(frame, AS_OF)
    for person in together["person_id"].unique():
        of_person = pl.col("person_id") == person
        alone = CHECKER.judge(frame.filter(of_person), AS_OF)
        assert_frame_equal(alone.select(FINDINGS), together.filter(of_person).select(FINDINGS))


def test_what_is_found_of_debt_relief_is_the_same_whoever_else_is_in_the_list() -> None:
    """Nothing is known of the relief of one, all of the other's."""
    day = date(2018, 5, 31)
    fare: Facts = {"debt_kind": "transport_fare", "arose_on": day, "balance": "500"}
    grown = fare | {"person_id": "A", "birth_date": date(1990, 1, 1)}
    relief: Facts = {"insolvency_began_on": day, "insolvency_found_on": day, "relief_by_instalments": True}
    other = grown | relief | {"person_id": "B", "birth_date": date(2004, 1, 1)}
    prospects = [rule.id for rule in PACK.rules.values() if rule.role == "prospect"]
    assert judge([grown]).select(prospects).row(0) == judge([grown, other]).select(prospects).row(0)

"""What holds for any list of debts whatever: of order, of company, of knowing less and knowing more."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from tests.strategies import (
    AS_OF,
    Case,
    Facts,
    cases,
    days_of_month,
    examples,
    frame_of,
    judge,
    lists,
    outcomes,
    taken_otherwise,
    truths,
    views,
)

from dluhy.children.check import COMPACT, checker
from dluhy.children.outcome import NEEDS_DATA
from dluhy.engine.evaluate import presumption_column

CHECKER = checker()
PACK = CHECKER.pack
FINDINGS = [*COMPACT, *PACK.rules]
ROUNDS = 4


def findings(judged: pl.DataFrame) -> pl.DataFrame:
    """Return all that is said of each row, in the order of the rows' numbers."""
    return judged.select(FINDINGS).sort("row")


def presumed_right(less: pl.DataFrame, more: pl.DataFrame) -> list[bool]:
    """Return for each row whether what was presumed of it knowing less is what is known, or presumed, knowing more."""
    contradicted = [
        pl.when(less[presumption_column(p.id)]).then(
            pl.lit(more[p.fact].cast(pl.String)).ne_missing(pl.lit(str(p.value).lower()))
        )
        for p in PACK.presumptions.values()
    ]
    return less.select(~pl.any_horizontal(contradicted).fill_null(value=False)).to_series().to_list()


@examples(8)
@given(lists(views()), st.integers(0, 99))
def test_the_order_of_rows_does_not_matter(rows: list[Facts], seed: int) -> None:
    frame = frame_of(rows)
    shuffled = frame.sample(fraction=1, shuffle=True, seed=seed)
    assert_frame_equal(
        findings(CHECKER.judge(shuffled, AS_OF)),
        findings(CHECKER.judge(frame, AS_OF)),
    )


@examples(2)
@given(st.lists(views(), min_size=12, max_size=12))
def test_a_row_alone_is_judged_as_it_is_in_a_list(rows: list[Facts]) -> None:
    """A list of strangers is judged all at once exactly as row by row, though only the kinds that occur are planned."""
    frame = frame_of([{**row, "person_id": f"P{number}"} for number, row in enumerate(rows)])
    alone = [CHECKER.judge(frame[number], AS_OF) for number in range(frame.height)]
    assert_frame_equal(findings(CHECKER.judge(frame, AS_OF)), pl.concat(findings(row) for row in alone))


@examples(6)
@given(lists(views()), st.integers(1, 5))
def test_a_frame_in_pieces_is_judged_as_a_frame_in_one(rows: list[Facts], size: int) -> None:
    frame = frame_of(rows)
    pieces = pl.concat([frame[start : start + size] for start in range(0, len(rows), size)], rechunk=False)
    assert pieces.n_chunks() == -(-len(rows) // size)
    assert_frame_equal(findings(CHECKER.judge(pieces, AS_OF)), findings(CHECKER.judge(frame, AS_OF)))


@examples(5)
@given(lists(views()))
def test_streaming_gives_what_eager_evaluation_gives(rows: list[Facts]) -> None:
    frame = frame_of(rows)
    engine = CHECKER.engine
    query = engine.completed(frame, AS_OF).lazy()
    for stage in engine.stages_for(frame).all:
        query = query.with_columns(stage)
    streamed = query.collect(engine="streaming")
    assert_frame_equal(streamed.sort("row"), CHECKER.engine.evaluate(frame, AS_OF))


@examples(5)
@given(lists(views()))
def test_the_compact_result_says_what_the_full_one_says(rows: list[Facts]) -> None:
    frame = frame_of(rows)
    assert_frame_equal(CHECKER.judge_compact(frame, AS_OF), CHECKER.judge(frame, AS_OF).select(COMPACT))


@examples(3)
@given(lists(views()))
def test_a_long_list_is_judged_as_a_short_one(rows: list[Facts]) -> None:
    """Long frames are planned by polars, short ones are not; the same rows many times over come out the same."""
    short = frame_of(rows)
    times = 2_100 // len(rows) + 1
    copies = [short.with_columns(pl.format("{} {}", "person_id", pl.lit(copy))) for copy in range(times)]
    long = findings(CHECKER.judge(pl.concat(copies), AS_OF).with_columns(pl.col("person_id").str.head(1)))
    expected = pl.concat([findings(CHECKER.judge(short, AS_OF))] * times).sort("row")
    assert long.height > 2_000
    assert_frame_equal(long, expected)


@pytest.mark.thorough
@examples(12)
@given(st.lists(truths(), min_size=10, max_size=30), st.lists(views(), min_size=10, max_size=30))
def test_of_a_partition_at_most_one_rule_holds_and_one_does_if_all_is_known(
    known: list[Facts], unsure: list[Facts]
) -> None:
    """So it is of who owes, of the two lists and of urgency."""
    assert set(PACK.partitions) == {"who_owes", "list", "urgency"}
    for rows, allowed in ((known, {1}), (unsure, {0, 1})):
        judged = judge(rows)
        for rules in PACK.partitions.values():
            holding = judged.select(
                pl.sum_horizontal(pl.col(rule.id).fill_null(value=False).cast(pl.Int8) for rule in rules)
            )
            assert set(holding.to_series()) <= allowed


@pytest.mark.thorough
@examples(12)
@given(st.lists(cases(), min_size=10, max_size=30))
def test_giving_the_missing_facts_decides_every_debt(drawn: list[Case]) -> None:
    """What is undecided names missing facts, never one that is exactly known; given, a few rounds decide it.

    The outcome is then the one of the whole truth, unless a presumption that the truth contradicts, or a rule that
    takes an unknown fact as not so, stood for a fact that was not asked for.
    """
    rows, truth = [dict(case.less) for case in drawn], judge([case.truth for case in drawn])
    for _ in range(ROUNDS):
        judged = judge(rows)
        asked = [CHECKER.missing_names(mask) for mask in judged["missing"]]
        assert [bool(names) for names in asked] == [outcome == NEEDS_DATA for outcome in outcomes(judged)]
        if not any(asked):
            break
        for row, case, names in zip(rows, drawn, asked, strict=True):
            assert all(row[name] != case.truth[name] for name in names)
            row.update({name: case.truth[name] for name in names})
    assert NEEDS_DATA not in outcomes(judged)
    turned = taken_otherwise(judged, truth)
    results = zip(drawn, outcomes(judged), outcomes(truth), presumed_right(judged, truth), turned, strict=True)
    assert [row for row in results if row[1] != row[2] and row[3] and not row[4]] == []


@examples(20)
@given(st.lists(cases(), min_size=10, max_size=30))
def test_knowing_more_never_takes_an_answer_back(drawn: list[Case]) -> None:
    """A decided outcome, and who owes where that is told, stay as facts are added or narrowed, up to the whole truth.

    Exactly: if each presumption used on a row gave the value that the fact proves to have (or is presumed to have
    again), and no rule took as not so what has become known, then what was decided of the row is the same for every
    view that knows more. A view knows more only if its limits lie within what the program itself infers: a due day,
    where none was known, lies in the fee year.
    """
    less, more = judge([case.less for case in drawn]), judge([case.more for case in drawn])
    for known_better in (more, judge([case.truth for case in drawn])):
        turned = taken_otherwise(less, known_better)
        right = [
            well and not otherwise for well, otherwise in zip(presumed_right(less, known_better), turned, strict=True)
        ]
        for column, undecided in (("outcome", NEEDS_DATA), ("child_owes", "unknown")):
            answers = zip(drawn, less[column], known_better[column], right, strict=True)
            assert [row for row in answers if row[1] not in {undecided, row[2]} and row[3]] == []


@examples(6)
@given(st.lists(views(), min_size=4, max_size=10), st.sampled_from(["due_on", "birth_date", "arose_on"]), st.data())
def test_a_month_is_decided_only_as_every_day_of_it_is(rows: list[Facts], fact: str, data: st.DataObject) -> None:
    """A day known to the month gives a decided outcome exactly if every day of the month gives that same outcome."""
    days = [data.draw(st.dates(date(2011, 1, 1), date(2026, 10, 31))) for _ in rows]
    months = outcomes(judge([{**row, fact: day.strftime("%Y-%m")} for row, day in zip(rows, days, strict=True)]))
    numbered = [(n, {**row, fact: each}) for n, row in enumerate(rows) for each in days_of_month(days[n])]
    exact = outcomes(judge([row for _, row in numbered]))
    for number, of_month in enumerate(months):
        of_days = {came for (owner, _), came in zip(numbered, exact, strict=True) if owner == number}
        assert of_month == (of_days.pop() if len(of_days) == 1 else NEEDS_DATA)


@examples(6)
@given(lists(views()))
def test_what_is_found_of_a_person_never_depends_on_others(rows: list[Facts]) -> None:
    frame = frame_of(rows)
    together = CHECKER.judge(frame, AS_OF)
    for person in together["person_id"].unique():
        alone = CHECKER.judge(frame.filter(pl.col("person_id") == person), AS_OF)
        assert_frame_equal(findings(alone), findings(together.filter(pl.col("person_id") == person)))
        assert_frame_equal(CHECKER.people(alone), CHECKER.people(together).filter(pl.col("person_id") == person))

"""Findings become steps: who does what towards whom, for which debts, by when."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import AS_OF, FEES, Facts, examples, frame_of, judge, lists, truths, views

from dluhy.children.check import checker
from dluhy.plan import STEP_SCHEMA, steps

WASTE, OTHER = FEES
PACK = checker().pack
NOT_OWED = [code for code, term in PACK.vocabularies["verdicts"].items() if term.more.get("child_owes") == "no"]
ENFORCED: Facts = {"enforcement_kind": "court_executor", "enforcement_status": "running"}


def fee(year: int, person: str = "A", **more: object) -> Facts:
    """Return a waste fee of a child under enforcement by a court executor."""
    facts: Facts = {"debt_kind": WASTE, "fee_year": year, "due_on": date(year, 5, 31), "birth_date": date(2008, 4, 5)}
    return {"person_id": person, "balance": "500", **facts, **ENFORCED, **more}


def planned(rows: list[Facts], references: list[str | None] | None = None) -> pl.DataFrame:
    """Return the steps of rows, each row with the reference of its enforcement."""
    refs = pl.Series("enforcement_ref", references or [None] * len(rows), dtype=pl.String)
    return steps(checker().judge(frame_of(rows).with_columns(refs), AS_OF), PACK)


def of_step(plan: pl.DataFrame, name: str) -> list[tuple[object, ...]]:
    """Return whom a step serves, towards which executor, in which enforcements, for which rows."""
    of_one = plan.filter(pl.col("step") == name)
    return of_one.select("person_id", "office", "enforcement_refs", "rows", "balance").rows()


def test_every_step_says_who_towards_whom_by_when_at_what_cost_and_on_what_basis() -> None:
    roles = PACK.vocabularies["roles"]
    for _, step in PACK.steps.values():
        assert step.actor in roles
        assert step.addressee in roles
        assert step.citations
        for said in (step.title, step.detail, step.limit.text, step.cost):
            assert said.text("cs")
            assert said.text("en")


@examples(8)
@given(st.lists(truths() | views(), min_size=10, max_size=25))
def test_every_debt_the_child_does_not_owe_has_a_step(rows: list[Facts]) -> None:
    judged = judge(rows)
    plan = steps(judged, PACK)
    served = set(plan["rows"].explode().drop_nulls())
    assert set(judged.filter(pl.col("verdict").cast(pl.String).is_in(NOT_OWED))["row"]) <= served
    assert set(plan["step"]) <= set(PACK.steps)


@examples(8)
@given(lists(views()))
def test_no_step_serves_a_row_twice_and_each_sums_the_balances_it_serves(rows: list[Facts]) -> None:
    judged = judge(rows)
    balances = dict(judged.select("row", pl.col("balance").fill_null(0)).rows())
    people = dict(judged.select("row", "person_id").rows())
    plan = steps(judged, PACK)
    assert plan.schema == STEP_SCHEMA
    for person, served, balance in plan.select("person_id", "rows", "balance").rows():
        assert balance == sum(balances[row] for row in served)
        assert {people[row] for row in served} == {person}
    for _, of_one_step in plan.group_by("step"):
        served_rows = of_one_step["rows"].explode()
        assert served_rows.n_unique() == served_rows.len()


def test_one_letter_goes_to_one_executor_about_all_the_enforcements_of_a_person() -> None:
    rows = [fee(2016), fee(2017), fee(2018), fee(2018, "B"), fee(2019), fee(2020)]
    marks = ["901 EX 1/20", "901 EX 2/20", "902 EX 7/20", "901 EX 1/20", None, "901 EX 1/20"]
    assert sorted(of_step(planned(rows, marks), "W0-STOP-EXECUTOR"), key=str) == [
        ("A", "901", ["901 EX 1/20", "901 EX 2/20"], [1, 2, 6], 150_000),
        ("A", "902", ["902 EX 7/20"], [3], 50_000),
        ("A", None, [], [5], 50_000),
        ("B", "901", ["901 EX 1/20"], [4], 50_000),
    ]


def test_a_mark_without_an_office_is_a_letter_of_its_own() -> None:
    plan = planned([fee(2016), fee(2017)], ["EX 1/20", "EX 2/20"])
    assert [line[1] for line in of_step(plan, "W0-STOP-EXECUTOR")] == ["EX 1/20", "EX 2/20"]


def test_motions_on_different_grounds_are_one_letter_that_names_them_all() -> None:
    plan = planned([fee(2014), fee(2018)], ["901 EX 1/20", "901 EX 2/20"])
    motion = plan.filter(pl.col("joined").list.contains("W0-MOTION"))
    assert motion["joined"].to_list() == [["W0-MOTION", "W1-MOTION"]]
    assert motion["rows"].to_list() == [[1, 2]]
    assert motion["balance"].to_list() == [100_000]
    assert [len(bits) for bits in motion["verify"]] == [2]


def test_letters_to_or_from_different_creditors_are_apart() -> None:
    frame = frame_of([fee(2016), fee(2017), fee(2018, "B")]).with_columns(creditor_ico=pl.Series(["1", "2", "1"]))
    plan = steps(checker().judge(frame, AS_OF), PACK)
    waived = plan.filter(pl.col("step") == "W0-WAIVE").select("person_id", "creditor", "rows").rows()
    assert sorted(waived) == [("A", "1", [1]), ("A", "2", [2]), ("B", "1", [3])]


def test_a_creditor_has_one_plan_for_all_its_debtors_and_only_its_own_steps() -> None:
    rows = [fee(2016), fee(2017), fee(2018, "B"), fee(2018, "C")]
    frame = frame_of(rows).with_columns(
        creditor_name=pl.Series(["Obec A", "Obec A", "Obec A", "Obec B"]),
        enforcement_ref=pl.Series(["901 EX 1/20", "901 EX 2/20", "901 EX 3/20", "901 EX 4/20"]),
    )
    plan = steps(checker().judge(frame, AS_OF), PACK, per="creditor")
    stop = plan.filter(pl.col("step") == "W0-STOP-EXECUTOR")
    assert stop.select("creditor", "office", "people", "rows").rows() == [
        ("Obec A", "901", 2, [1, 2, 3]),
        ("Obec B", "901", 1, [4]),
    ]
    letters = PACK.vocabularies["roles"]
    actors = {PACK.steps[step][1].actor for step in plan["step"]}
    assert {letters[actor].more["letter"] for actor in actors} == {"creditor"}
    assert plan["person_id"].null_count() == plan.height


def test_debts_of_one_person_share_a_step_to_anybody_else_whatever_the_enforcement() -> None:
    plan = planned([fee(2016), fee(2017, balance=None), fee(2018, "B")], ["901 EX 1/20", "901 EX 2/20", None])
    assert [(line[0], *line[3:]) for line in of_step(plan, "W0-WAIVE")] == [("A", [1, 2], 50_000), ("B", [3], 50_000)]


def test_a_list_without_references_has_its_steps_by_person() -> None:
    judged = judge([fee(2016), fee(2017)])
    assert "enforcement_ref" not in judged.columns
    assert of_step(steps(judged, PACK), "W0-STOP-EXECUTOR") == [("A", None, [], [1, 2], 100_000)]


def test_a_debt_that_is_paid_and_no_longer_enforced_has_only_the_steps_marked_for_it() -> None:
    over = planned([fee(2018, balance="0", enforcement_status="ended"), fee(2018, "B", balance="0")])
    steps_of = dict(over.group_by("person_id").agg("step").rows())
    assert sorted(steps_of["A"]) == ["W0-REFUND", "W0-WAIVE"]
    assert "W0-STOP-EXECUTOR" in steps_of["B"]
    assert "W0-REFUND" not in steps_of["B"]


def test_what_belongs_before_the_18th_birthday_has_that_day_and_comes_first() -> None:
    plan = planned([fee(2018, birth_date=date(2009, 3, 1))])
    due = plan.filter(pl.col("due_on").is_not_null())
    assert due["due_on"].unique().to_list() == [date(2027, 3, 1)]
    assert "W0-STOP-EXECUTOR" in due["step"].to_list()
    assert plan["due_on"].head(due.height).null_count() == 0


def test_a_running_limit_comes_before_the_birthday_and_an_adult_has_no_birthday() -> None:
    running = planned([fee(2018, birth_date=date(2009, 3, 1), reason_learned_on=date(2026, 11, 20))])
    assert running["step"][0] == "W0-MOTION"
    assert running["due_on"][0] == date(2026, 12, 7)
    grown = planned([fee(2018, birth_date=date(2001, 1, 1))])
    assert grown["due_on"].null_count() == grown.height


def test_steps_whose_condition_fails_are_left_out_and_undecided_ones_are_conditional() -> None:
    ended = planned([fee(2016, enforcement_status="ended")])
    assert "W0-STOP-EXECUTOR" not in ended["step"].to_list()
    assert "W0-STOP-TAX" not in ended["step"].to_list()
    unknown = planned([fee(2016, enforcement_kind=None)])
    conditional = dict(unknown.select("step", "conditional").rows())
    assert conditional["W0-STOP-EXECUTOR"]
    assert conditional["W0-STOP-TAX"]
    assert not conditional["W0-CHECK"]
    assert not conditional["W0-WAIVE"]


def test_debts_without_an_answer_and_debts_of_adults_have_no_steps() -> None:
    rows = [fee(2016, birth_date=None), fee(2016, "B", birth_date=date(1990, 1, 1)), fee(2023, "C", fee_type="old")]
    assert planned(rows).height == 0


def test_steps_without_a_day_stand_by_what_they_bring_then_by_their_cost() -> None:
    plan = planned([fee(2014, birth_date=date(2001, 1, 1)), fee(2018, birth_date=date(2001, 1, 1))])
    effects = PACK.vocabularies["effects"]
    ranks = []
    for step_id in plan["step"]:
        step = PACK.steps[step_id][1]
        cost = 10**9 if step.cost_most is None else step.cost_most
        ranks.append((effects[step.effect].more["order"], cost, list(PACK.steps).index(step_id)))
    assert ranks == sorted(ranks)
    assert len(ranks) > 5


def test_the_most_urgent_people_come_first() -> None:
    births = {"grey": date(2001, 1, 1), "green": date(2012, 1, 1), "red": date(2008, 12, 1), "amber": date(2009, 6, 1)}
    rows = [fee(2018, person, birth_date=born) for person, born in births.items()]
    unknown = fee(2018, "unknown", birth_date="2009-02")
    people = planned([unknown, *rows])["person_id"].unique(maintain_order=True)
    assert people.to_list() == ["red", "amber", "green", "grey", "unknown"]


@pytest.mark.parametrize(
    ("learned", "called", "limit"),
    [
        (date(2026, 11, 9), None, date(2026, 11, 24)),
        (date(2026, 11, 6), None, date(2026, 11, 23)),
        (None, date(2026, 11, 20), date(2026, 12, 21)),
        (date(2026, 11, 9), date(2026, 11, 20), date(2026, 12, 21)),
        (date(2026, 12, 9), date(2026, 11, 9), date(2026, 12, 9)),
        (date(2026, 11, 10), date(2026, 10, 1), date(2026, 11, 25)),
        (None, None, None),
    ],
    ids=[
        "plain",
        "Saturday",
        "the call's, Sunday",
        "the later one",
        "learned after the day judged",
        "the earlier call has run out",
        "none",
    ],
)
def test_the_motion_to_the_executor_is_due_by_the_later_limit_moved_past_days_off(
    learned: date | None, called: date | None, limit: date | None
) -> None:
    plan = planned([fee(2018, reason_learned_on=learned, call_served_on=called)])
    assert plan.filter(pl.col("step") == "W0-MOTION")["limit_on"].to_list() == [limit]
    assert plan.filter(pl.col("step") == "W0-STOP-EXECUTOR")["limit_on"].to_list() == [None]


def test_an_objection_to_the_office_has_no_computed_limit() -> None:
    """The thirty days run from learning of the very act objected to, which a list does not tell."""
    row = fee(2018, enforcement_kind="tax", reason_learned_on=date(2026, 11, 6), call_served_on=date(2026, 11, 20))
    plan = planned([row])
    assert plan.filter(pl.col("step") == "W0-OBJECTION")["limit_on"].to_list() == [None]
    served_badly = {"never_properly_served": True}
    shared = planned([row | {"fee_year": 2014, "due_on": date(2014, 5, 31)} | served_badly])
    assert shared.filter(pl.col("step") == "W1-OBJECTION")["limit_on"].to_list() == [None]


def test_of_several_limits_in_one_enforcement_the_first_to_end_is_shown() -> None:
    rows = [fee(2017, reason_learned_on=date(2026, 11, 12)), fee(2018, reason_learned_on=date(2026, 11, 9)), fee(2019)]
    plan = planned(rows, ["901 EX 1/20"] * 3)
    motion = plan.filter(pl.col("step") == "W0-MOTION").select("rows", "limit_on").rows()
    assert motion == [([1, 2, 3], date(2026, 11, 24))]


def test_the_child_protection_authority_is_told_of_a_child_with_two_unpaid_years_once() -> None:
    rows = [fee(2018, birth_date=date(2010, 1, 1)), fee(2019, birth_date=date(2010, 1, 1)), fee(2019, "B")]
    grown = [fee(2012, "C", birth_date=date(2000, 1, 1)), fee(2013, "C", birth_date=date(2000, 1, 1))]
    told = planned([*rows, *grown]).filter(pl.col("step") == "OSPOD-NOTIFY")
    assert told.select("person_id", "rows").rows() == [("A", [1, 2])]


def test_the_child_protection_authority_is_told_of_local_fees_only() -> None:
    born: Facts = {"birth_date": date(2010, 1, 1)}
    fare: Facts = {
        "person_id": "A",
        "debt_kind": "transport_fare",
        "arose_on": date(2019, 1, 1),
        "balance": "900",
        **born,
    }
    plan = planned([fee(2018) | born, fare, fee(2019, debt_kind=OTHER) | born])
    assert of_step(plan, "OSPOD-NOTIFY") == [("A", None, [], [1, 3], 100_000)]


@pytest.mark.parametrize(
    ("learned", "limit"),
    [
        ((date(2026, 11, 5), date(2026, 11, 9)), date(2026, 11, 24)),
        ((date(2026, 11, 6), date(2026, 11, 9)), date(2026, 11, 23)),
        ((date(2026, 11, 4), date(2026, 11, 5)), date(2026, 11, 20)),
    ],
    ids=["the first has run out", "the first ends on Monday", "both have run out"],
)
def test_of_several_limits_the_first_that_still_runs_is_shown(learned: tuple[date, date], limit: date) -> None:
    rows = [fee(2017 + at, reason_learned_on=day) for at, day in enumerate(learned)]
    motion = planned(rows, ["901 EX 1/20"] * 2).filter(pl.col("step") == "W0-MOTION")
    assert motion.select("rows", "limit_on").rows() == [([1, 2], limit)]

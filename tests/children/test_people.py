"""One row per person: every debt is counted once and the sums add up."""

from __future__ import annotations

from datetime import date

import polars as pl
from hypothesis import given
from tests.strategies import FEES, Facts, examples, judge, lists, views

from dluhy.children.check import checker


@examples(10)
@given(lists(views()))
def test_every_debt_belongs_to_one_person_and_every_haler_to_one_sum(rows: list[Facts]) -> None:
    judged = judge(rows)
    people = checker().people(judged)
    assert sorted(people["rows"].explode()) == judged["row"].to_list()
    assert people["debts"].to_list() == people["rows"].list.len().to_list()
    assert people["debts"].sum() == len(rows)
    assert people["balance"].sum() == judged["balance"].sum()
    stopped = judged.filter(pl.col("child_owes") == "no")
    assert people["debts_to_stop"].sum() == stopped.height
    assert people["balance_to_stop"].sum() == stopped["balance"].sum()
    assert people["debts_undecided"].sum() == judged.filter(pl.col("outcome") == "NEEDS_DATA").height
    assert people["person_id"].n_unique() == people.height


@examples(6)
@given(lists(views()))
def test_every_row_of_a_person_says_the_same_of_the_person(rows: list[Facts]) -> None:
    duties = checker().summary.duties
    said = judge(rows).select("person_id", "list", "urgency", *duties).unique()
    assert said["person_id"].n_unique() == said.height


def test_the_most_urgent_people_come_first_and_among_them_who_is_nearest_to_18() -> None:
    births = {
        "unknown": None,
        "long grown": date(1990, 1, 1),
        "just grown": date(2008, 11, 1),
        "next year": date(2009, 8, 1),
        "in a month": date(2008, 12, 20),
        "in a week": date(2008, 11, 28),
        "small": date(2015, 1, 1),
    }
    fees: list[Facts] = [
        {"person_id": person, "debt_kind": FEES[0], "fee_year": 2016, "due_on": date(2016, 5, 31), "birth_date": born}
        for person, born in births.items()
    ]
    people = checker().people(judge(fees))["person_id"].to_list()
    assert people == ["in a week", "in a month", "next year", "small", "just grown", "long grown", "unknown"]


def test_a_person_is_shown_with_what_there_is_to_stop() -> None:
    def fee(year: int, balance: str | None) -> Facts:
        due = {"fee_year": year, "due_on": date(year, 5, 31)}
        return {"person_id": "A", "debt_kind": FEES[0], "birth_date": date(2009, 6, 1), "balance": balance, **due}

    people = checker().people(judge([fee(2011, "500"), fee(2014, "600.50"), fee(2018, None), fee(2019, "700")]))
    columns = ("list", "urgency", "debts", "debts_to_stop", "balance", "balance_to_stop", "notify_ospod")
    assert people.select(columns).rows() == [("LIST-1", "URGENT-AMBER", 4, 3, 180_050, 120_000, True)]

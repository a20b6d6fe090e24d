"""Gaps: what is absent and matters, what it prevents, and where to write it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from tests.case.support import FIXTURES, read

from dluhy.case import Gap, Places, case_facts, gaps, parse_case, read_case
from dluhy.case.gaps import where_to_write
from dluhy.case.unstated import unstated
from dluhy.facts.schema import FACTS
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError

CHILD = {"id": "a", "role": "debtor", "birth_date": "2008-01-15"}
WASTE = {"id": "d", "debtor": "a", "kind": "local_fee_waste", "balance": "500"}


def found(**parts: Any) -> list[Gap]:  # noqa: ANN401 - any JSON
    return gaps(read(**parts))


def said(gap: Gap) -> tuple[str, str, tuple[str, ...], int | None]:
    return gap.effect, gap.pointer, gap.debts, gap.balance


def test_a_case_that_says_nothing_is_asked_for_its_debts() -> None:
    assert [said(gap) for gap in found()] == [("missing", "/debts", (), None)]


def test_a_case_without_debts_lacks_nothing() -> None:
    assert found(debts=[]) == []


def test_an_undecided_debt_asks_for_what_would_decide_who_owes() -> None:
    asked = found(people=[CHILD], debts=[WASTE])
    assert ("missing", "/debts/0/fee_year", ("d",), 50000) in [said(gap) for gap in asked]
    [year] = [gap for gap in asked if gap.fact == "fee_year"]
    assert year.question == default_pack().fact_texts["fee_year"].ask


def test_what_is_written_is_no_gap_any_more() -> None:
    asked = found(people=[CHILD], debts=[{**WASTE, "fee_year": 2018, "due_on": "2018-03-31"}])
    assert "missing" not in {gap.effect for gap in asked}
    assert not {"fee_year", "due_on", "birth_date", "debt_kind"} & {gap.fact for gap in asked}


def test_a_fact_of_the_person_is_asked_once_for_all_debts() -> None:
    person = {"id": "a", "role": "debtor"}
    other = {**WASTE, "id": "e", "fee_year": 2019, "balance": "70.50"}
    asked = found(people=[person], debts=[{**WASTE, "fee_year": 2018}, other])
    births = [said(gap) for gap in asked if gap.fact == "birth_date"]
    assert births == [("missing", "/people/0/birth_date", ("d", "e"), 57050)]


def test_gaps_come_the_weightiest_first() -> None:
    asked = gaps(read_case(FIXTURES / "mnoho_mezer.toml").case)
    effects = ["missing", "asked_for_steps", "worth_asking"]
    order = [(effects.index(gap.effect), -(gap.balance or 0)) for gap in asked]
    assert order == sorted(order)
    assert {gap.effect for gap in asked} >= {"missing", "asked_for_steps"}


YOUNG = {"id": "a", "role": "debtor", "birth_date": "2011-01-15"}
ADULT = {"id": "a", "role": "debtor", "birth_date": "1996-03-12"}
LOAN = {"id": "d", "debtor": "a", "kind": "loan", "balance": "500", "due_on": "2026-03-31"}


def test_of_an_adult_the_day_a_debt_arose_is_asked_before_anything_about_how_it_did() -> None:
    of_adult = {gap.fact for gap in found(people=[ADULT], debts=[LOAN], enforcements=[])}
    assert "arose_on" in of_adult
    assert not {"acted_by", "court_approval"} & of_adult
    of_child = {gap.fact for gap in found(people=[YOUNG], debts=[LOAN], enforcements=[])}
    assert {"arose_on", "acted_by", "court_approval"} <= of_child
    in_childhood = {gap.fact for gap in found(people=[ADULT], debts=[{**LOAN, "arose_on": "2010-05-03"}])}
    assert "acted_by" in in_childhood


def test_a_day_known_by_its_month_is_asked_for_as_such() -> None:
    debts, enforcement = [WASTE], {"debts": ["d"], "kind": "court_executor", "status": "running"}
    for began, partly in (("2020-09", True), (None, False)):
        asked = found(people=[CHILD], debts=debts, enforcements=[{**enforcement, "began_on": began}])
        assert {gap.partly for gap in asked if gap.fact == "enforcement_began_on"} <= {partly}
        assert {gap.partly for gap in asked if gap.pointer.startswith("/people")} <= {False}


def test_parts_that_are_not_stated_at_all_are_named_and_those_that_are_not() -> None:
    pack = default_pack()
    assert [part.pointer for part in unstated(read(), pack)] == [
        "/enforcements", "/incomes", "/budget", "/home", "/situation", "/assets", "/history", "/relief",
    ]  # fmt: skip
    full: dict[str, Any] = {"incomes": [], "budget": [], "home": {}, "situation": {}, "assets": [], "history": {},
                            "relief": {}}  # fmt: skip
    running = [{"status": "running"}, {"status": "running", "orders": []}, {"status": "stopped"}]
    assert [part.pointer for part in unstated(read(**full, enforcements=running), pack)] == ["/enforcements/0/orders"]


def test_costs_ask_at_the_claim_they_are_about() -> None:
    asked = found(people=[CHILD], debts=[WASTE, {"id": "n", "follows": "d", "balance": "1"}])
    assert {gap.pointer for gap in asked if gap.fact == "fee_year"} == {"/debts/0/fee_year"}
    assert not any(gap.pointer.startswith("/debts/1") for gap in asked)


def test_who_the_debtor_is_and_what_an_enforcement_recovers_are_asked() -> None:
    asked = [said(gap) for gap in found(debts=[{"id": "d", "balance": "5"}], enforcements=[{"kind": "tax"}])]
    assert ("missing", "/debts/0/debtor", ("d",), 500) in asked
    assert ("asked_for_steps", "/enforcements/0/debts", (), None) in asked


@pytest.mark.parametrize("name", [name for name, spec in FACTS.items() if spec.asked])
def test_every_fact_has_a_place_where_writing_it_makes_it_known(name: str) -> None:
    pack = default_pack()
    spec = FACTS[name]
    value: object = {"bool": True, "int": 3, "year": 2018, "date": "2018-03-31", "money": "5"}.get(
        spec.type, pack.members[spec.vocabulary][0] if spec.vocabulary else None
    )
    place = where_to_write(name, Places(0, 0, 0, 0, 0))
    document: dict[str, Any] = {
        "ref": "a", "as_of": "2026-11-21", "people": [{"id": "a"}], "debts": [{"id": "d", "debtor": "a"}],
        "enforcements": [{"debts": ["d"]}], "history": {"insolvencies": [{}]},
    }  # fmt: skip
    node: Any = document
    *path, last = place.removeprefix("/").split("/")
    for part in path:
        node = node[int(part)] if isinstance(node, list) else node.setdefault(part, {})
    node[last] = ["Vzor"] if last == "previous" else value
    frame = case_facts(parse_case(json.dumps(document)), pack).frame
    assert frame[spec.columns[0]].null_count() == 0


def test_a_new_member_is_asked_for_where_there_is_none() -> None:
    nowhere = Places(0, 0, None, None, None)
    assert where_to_write("birth_date", nowhere) == "/people/-/birth_date"
    assert where_to_write("enforcement_kind", nowhere) == "/enforcements/-/kind"
    assert where_to_write("insolvency_running", nowhere) == "/history/insolvencies/-/running"


def test_a_day_outside_the_law_known_is_told() -> None:
    case = read(as_of="2019-01-01")
    assert case.as_of == date(2019, 1, 1)
    with pytest.raises(HorizonError):
        gaps(case)

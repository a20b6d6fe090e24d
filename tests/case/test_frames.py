"""Facts of a case: one row per debt of a debtor, absent is unknown, an empty list is none."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from tests.case.support import AS_OF, FIXTURES, read

from dluhy.case import CaseRows, case_facts, read_case
from dluhy.case.model import Debt, Enforcement, Insolvency, Person
from dluhy.children.check import checker
from dluhy.documents.fields import fact_places
from dluhy.facts.schema import FACTS, base_schema
from dluhy.law.pack import default_pack

PACK = default_pack()


def rows_of(**parts: Any) -> CaseRows:  # noqa: ANN401 - any JSON
    return case_facts(read(**parts), PACK)


def rows(**parts: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any JSON
    return rows_of(**parts).frame.rows(named=True)


def row(**parts: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    [found] = rows(**parts)
    return found


def test_every_fact_that_can_be_asked_has_one_place_in_the_document() -> None:
    everywhere = [name for part in (Person, Debt, Enforcement, Insolvency) for name, _ in fact_places(part)]
    assert len(everywhere) == len(set(everywhere))
    placed = [name for name in everywhere if name in FACTS]
    assert sorted([*placed, "creditor_changed"]) == sorted(name for name, spec in FACTS.items() if spec.asked)


def test_what_is_absent_is_unknown_in_every_column() -> None:
    found = row(debts=[{}])
    assert found.pop("row") == 1
    assert found.pop("debt_id") == "/debts/0"
    assert set(found.values()) == {None}
    assert set(base_schema(PACK.members)) <= set(found)


def test_a_case_without_debts_is_an_empty_frame_of_the_same_columns() -> None:
    empty, one = rows_of().frame, rows_of(debts=[{}]).frame
    assert empty.height == 0
    assert empty.schema == one.schema
    assert checker(PACK).judge(empty, AS_OF).height == 0
    assert one.schema["row"] == pl.UInt32()


def test_what_is_given_comes_out_as_given() -> None:
    found = row(
        people=[{"id": "a", "role": "debtor", "birth_date": "2005-05", "died_on": "2020-01-02"}],
        debts=[{"id": "d", "debtor": "a", "kind": "telecom", "arose_on": {"to": "2018"}, "principal": "10.50",
                "fee_year": "2017/2018", "creditor": {"name": "Vzor", "ico": "99999994"},
                "title": {"kind": "judgment", "issued_on": "2019-02-03", "learned_on": "2026-11-01",
                          "representation": {"guardian_ad_litem": "none", "child_heard": False}}}],
        enforcements=[{"debts": ["d"], "ref": "901 EX 1/20", "kind": "court_executor", "began_on": "2020"}],
    )  # fmt: skip
    expected = {
        "debt_id": "d", "person_id": "a", "creditor_name": "Vzor", "creditor_ico": "99999994",
        "enforcement_ref": "901 EX 1/20", "stated_kind": "telecom", "debt_kind": "telecom",
        "birth_date_from": date(2005, 5, 1), "birth_date_to": date(2005, 5, 31), "died_on": date(2020, 1, 2),
        "arose_on_from": None, "arose_on_to": date(2018, 12, 31), "principal": 1050,
        "fee_year_from": 2017, "fee_year_to": 2018, "title_kind": "judgment", "title_issued_on_to": date(2019, 2, 3),
        "title_learned_on": date(2026, 11, 1), "guardian_ad_litem": "none", "child_heard": False,
        "enforcement_kind": "court_executor", "enforcement_began_on_from": date(2020, 1, 1),
    }  # fmt: skip
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (None, (None, None, None)),
        ({}, (None, None, None)),
        ({"insolvencies": []}, (False, False, None)),
        ({"insolvencies": [{}]}, (None, None, None)),
        ({"insolvencies": [{"running": False, "began_on": "2020-01-01"}]}, (False, None, date(2020, 1, 1))),
        ({"insolvencies": [{"running": True, "began_on": "2019-01-01", "relief_by_instalments": True},
                           {"running": False, "began_on": "2020-01-01"}]}, (True, True, date(2019, 1, 1))),
        ({"insolvencies": [{"running": False, "began_on": "2019-01-01"}, {"began_on": "2020-01-01"}]},
         (None, None, date(2020, 1, 1))),
        ({"insolvencies": [{"person": "b", "running": True}]}, (False, False, None)),
    ],
)  # fmt: skip
def test_insolvency_is_unknown_where_absent_and_none_where_empty(
    history: object, expected: tuple[bool | None, bool | None, date | None]
) -> None:
    found = row(people=[{"id": "a", "role": "debtor"}, {"id": "b", "role": "spouse"}], debts=[{"debtor": "a"}],
                history=history)  # fmt: skip
    names = ("insolvency_running", "relief_by_instalments", "insolvency_began_on_from")
    assert tuple(found[name] for name in names) == expected


def test_of_two_debtors_an_insolvency_of_nobody_stated_is_unknown() -> None:
    people = [{"id": "a", "role": "debtor"}, {"id": "b", "role": "debtor"}]
    found = rows(people=people, debts=[{"debtor": "a"}, {"debtor": "b"}], history={"insolvencies": [{"running": True}]})
    assert [item["insolvency_running"] for item in found] == [None, None]


@pytest.mark.parametrize(
    ("enforcements", "kind"),
    [(None, None), ([], "none"), ([{"debts": []}], "none"), ([{}], None), ([{"debts": ["e"], "kind": "tax"}], "none"),
     ([{"debts": ["d"], "kind": "tax"}], "tax"), ([{"debts": ["d"]}], None)],
)  # fmt: skip
def test_a_debt_in_no_enforcement_of_a_complete_list_is_not_enforced(
    enforcements: list[object] | None, kind: str | None
) -> None:
    first, _ = rows(debts=[{"id": "d"}, {"id": "e"}], enforcements=enforcements)
    assert first["enforcement_kind"] == kind


def test_a_debt_that_no_enforcement_could_name_stays_unknown() -> None:
    assert row(debts=[{}], enforcements=[{"debts": []}])["enforcement_kind"] is None
    assert row(debts=[{}], enforcements=[])["enforcement_kind"] == "none"


@pytest.mark.parametrize(
    ("first", "second", "chosen"),
    [
        ({"status": "running", "began_on": "2015"}, {"status": "stopped", "began_on": "2020"}, "prvni"),
        ({"status": "stopped", "began_on": "2015"}, {"status": "ended", "began_on": "2020"}, "druha"),
        ({"status": "running", "began_on": "2015"}, {"status": "running", "began_on": "2020"}, "druha"),
        ({"began_on": "2015"}, {}, "prvni"),
    ],
)
def test_of_several_enforcements_the_running_one_counts_else_the_latest_and_it_is_told(
    first: dict[str, str], second: dict[str, str], chosen: str
) -> None:
    found = rows_of(debts=[{"id": "d"}], enforcements=[{"debts": ["d"], "ref": "prvni", **first},
                                                       {"debts": ["d"], "ref": "druha", **second}])  # fmt: skip
    assert found.frame["enforcement_ref"].to_list() == [chosen]
    assert [(w.code, w.place) for w in found.warnings] == [("several_enforcements", "/debts/0")]


def test_what_was_recovered_says_whether_anything_was() -> None:
    for stated, expected in (({"recovered": "0"}, True), ({"recovered": "5"}, False), ({}, None),
                             ({"recovered": "0", "nothing_recovered": True}, True)):  # fmt: skip
        found = row(debts=[{"id": "d"}], enforcements=[{"debts": ["d"], **stated}])
        assert found["nothing_recovered"] is expected


def test_a_changed_creditor_is_told_by_the_previous_ones() -> None:
    for creditor, expected in ((None, None), ({}, None), ({"previous": []}, False), ({"previous": ["Vzor"]}, True)):
        assert row(debts=[{"creditor": creditor}])["creditor_changed"] is expected


def test_costs_take_the_facts_of_their_claim_and_keep_their_own_money() -> None:
    claim, costs = rows(
        people=[{"id": "a", "role": "debtor", "birth_date": "2005"}],
        debts=[{"id": "d", "debtor": "a", "kind": "transport_fare", "arose_on": "2019-03-04", "principal": "1520",
                "fare": "20", "surcharge": "1500", "balance": "900", "acted_by": "child",
                "title": {"kind": "payment_order", "issued_on": "2020-01-01"}},
               {"id": "n", "kind": "court_costs", "follows": "d", "principal": "3000", "interest": "5.50",
                "balance": "2500", "arose_on": "2020-01-01"}],
        enforcements=[{"debts": ["d"], "ref": "901 EX 1/20"}],
    )  # fmt: skip
    money = {"principal", "fare", "surcharge", "balance", "costs", "increase", "interest", "penalty",
             "contractual_penalty"}  # fmt: skip
    same = set(claim) - money - {"row", "debt_id", "stated_kind"}
    assert {name: costs[name] for name in same} == {name: claim[name] for name in same}
    assert (costs["debt_kind"], costs["stated_kind"]) == ("transport_fare", "court_costs")
    assert (costs["principal"], costs["surcharge"], costs["costs"], costs["balance"]) == (0, 0, 300550, 250000)


def test_costs_get_the_verdict_of_their_claim() -> None:
    parts: dict[str, Any] = {
        "people": [{"id": "a", "role": "debtor", "birth_date": "2008-01-15"}],
        "debts": [{"id": "d", "debtor": "a", "kind": "local_fee_waste", "fee_year": 2018, "due_on": "2018-03-31",
                   "principal": "500", "balance": "500"},
                  {"kind": "court_costs", "follows": "d", "principal": "90000", "balance": "90000"}],
    }  # fmt: skip
    judged = checker(PACK).judge(rows_of(**parts).frame, AS_OF)
    assert judged["outcome"].n_unique() == 1
    assert judged["child_owes"].to_list() == ["no", "no"]


def test_costs_of_costs_follow_the_claim_at_the_end() -> None:
    found = rows(debts=[{"id": "a", "follows": "b"}, {"id": "b", "follows": "c"}, {"id": "c", "kind": "loan"}])
    assert [item["debt_kind"] for item in found] == ["loan"] * 3


def test_the_debts_of_everybody_in_the_case_are_judged_whatever_their_role() -> None:
    found = rows_of(
        people=[{"id": "a", "role": "debtor"}, {"id": "m", "role": "guardian"}, {"id": "c", "role": "child"}],
        debts=[{"id": "x", "debtor": "m"}, {"id": "y", "debtor": "a"}, {"id": "z"}, {"id": "w", "debtor": "c"}],
    )
    assert found.frame["debt_id"].to_list() == ["x", "y", "z", "w"]
    assert found.frame["person_id"].to_list() == ["m", "a", "a", "c"]
    assert found.frame["row"].to_list() == [1, 2, 3, 4]
    assert found.warnings == ()
    assert found.guardians == 1


def test_a_debt_of_nobody_stated_stays_open_where_there_are_two_debtors() -> None:
    people = [{"id": "a", "role": "debtor", "birth_date": "2005"}, {"id": "b", "role": "debtor"}]
    found = row(people=people, debts=[{}])
    assert found["person_id"] is None
    assert found["birth_date_from"] is None


def test_guardians_are_unknown_where_people_are() -> None:
    assert rows_of().guardians is None
    assert rows_of(people=[]).guardians == 0


def care(stays: object, **debt: Any) -> tuple[int | None, str | None]:  # noqa: ANN401 - any JSON
    found = row(people=[{"id": "a", "in_care": stays}], debts=[{"debtor": "a", **debt}])
    return found["institution_months"], found["institution_kind"]


@pytest.mark.parametrize(
    ("stays", "expected"),
    [
        (None, (None, None)),
        ([], (0, None)),
        ([{"from": "2017-05-01", "to": "2019-05-01", "kind": "children_home"}], (12, "children_home")),
        ([{"from": "2018-03-31", "to": "2018-05-30", "kind": "children_home"}], (2, "children_home")),
        ([{"from": "2018-04-01", "to": "2018-05-31", "kind": "children_home"}], (2, "children_home")),
        ([{"from": "2018-04-01", "to": "2018-04-29", "kind": "children_home"}], (0, None)),
        ([{"from": "2018-04", "to": "2018-06-15", "kind": "children_home"}], (2, "children_home")),
        ([{"from": "2018-04-01", "to": "2018-06", "kind": "children_home"}], (None, None)),
        ([{"from": "2018-04-01", "kind": "children_home"}], (None, None)),
        ([{"from": "2016-01-01", "to": "2017-12-31"}], (0, None)),
        ([{"from": "2018-01-01", "to": "2018-02-28"}, {"from": "2018-02-01", "to": "2018-03-31"}], (3, None)),
        ([{"from": "2018-01-01", "to": "2018-02-28", "kind": "foster_care"},
          {"from": "2018-03-01", "to": "2018-12-31", "kind": "children_home"}], (None, None)),
    ],
)  # fmt: skip
def test_stays_give_the_months_at_whose_end_the_child_was_inside(
    stays: object, expected: tuple[int | None, str | None]
) -> None:
    assert care(stays, fee_year=2018) == expected


def test_what_a_debt_says_of_an_institution_wins_over_the_stays() -> None:
    stays = [{"from": "2018-01-01", "to": "2018-12-31", "kind": "children_home"}]
    assert care(stays, fee_year=2018, institution_months=3, institution_kind="infant_home") == (3, "infant_home")
    assert care(stays, fee_year="2017/2018") == (None, None)
    assert care(stays) == (None, None)


def test_stays_of_several_kinds_in_one_year_are_told() -> None:
    stays = [{"from": "2018-01-01", "to": "2018-02-28", "kind": "foster_care"},
             {"from": "2018-03-01", "to": "2018-12-31", "kind": "children_home"}]  # fmt: skip
    found = rows_of(people=[{"id": "a", "in_care": stays}], debts=[{"debtor": "a", "fee_year": 2018}])
    assert [(w.code, w.place) for w in found.warnings] == [("care_of_several_kinds", "/debts/0")]


@pytest.mark.parametrize(
    ("title", "stays", "expected"),
    [
        ({"issued_on": "2018-05-05"}, None, None),
        ({"issued_on": "2018-05-05"}, [], False),
        ({"issued_on": "2018-05-05"}, [{"from": "2018-05-05", "to": "2018-05-05"}], True),
        ({"issued_on": "2018-05"}, [{"from": "2018-05-02", "to": "2019"}], None),
        ({"issued_on": "2018-05-05"}, [{"from": "2018-06-01", "to": "2019"}], None),
        ({"issued_on": "2018-05-05", "proceedings_began_on": "2018-01"}, [{"from": "2018-06-01", "to": "2019"}], False),
        ({"issued_on": "2018-05-05", "proceedings_began_on": "2018-01"}, [{"from": "2018-02-01", "to": "2018-02-02"}],
         None),
        ({"issued_on": "2018-05-05", "proceedings_began_on": "2018-01", "served_on": "2018-07"},
         [{"from": "2018-06-01", "to": "2019"}], None),
        ({"issued_on": "2018-05-05", "representation": {"in_care_at_service": False}},
         [{"from": "2018-01-01", "to": "2018-12-31"}], False),
        (None, [{"from": "2018-01-01", "to": "2018-12-31"}], None),
    ],
)  # fmt: skip
def test_care_at_service_follows_from_stays_and_the_day_of_the_title(
    title: object,
    stays: object,
    expected: bool | None,  # noqa: FBT001 - a value of the table
) -> None:
    found = row(people=[{"id": "a", "in_care": stays}], debts=[{"debtor": "a", "title": title}])
    assert found["in_care_at_service"] is expected


def test_the_shipped_cases_are_judged() -> None:
    for path in FIXTURES.iterdir():
        found = case_facts(read_case(path, PACK).case, PACK)
        assert checker(PACK).judge(found.frame, AS_OF).height == found.frame.height == len(found.places)


@pytest.mark.parametrize(
    ("business", "told", "arose", "expected"),
    [
        (True, None, "2022-01-10", True),
        (True, None, "2003-02-28", None),  # a child's business: the guardian's consent decides
        (True, None, None, None),
        (True, False, "2022-01-10", False),
        (False, None, "2022-01-10", None),
    ],
)
def test_a_debt_from_the_business_of_an_adult_is_no_consumers_debt(
    business: bool,  # noqa: FBT001 - three values
    told: bool | None,  # noqa: FBT001
    arose: str | None,
    expected: bool | None,  # noqa: FBT001
) -> None:
    owed = {"debtor": "k", "kind": "loan", "business": business, "earning_activity": told, "arose_on": arose}
    found = row(people=[{"id": "k", "role": "debtor", "birth_date": "1985-03-01"}], debts=[owed])
    assert found["earning_activity"] is expected


def test_a_debt_that_an_asset_secures_is_secured() -> None:
    debts = [{"id": name, "kind": "loan", "secured": told} for name, told in (("a", None), ("b", False), ("c", None))]
    found = rows(debts=debts, assets=[{"kind": "vehicle", "secures": ["a"]}])
    assert [each["secured"] for each in found] == [True, False, None]

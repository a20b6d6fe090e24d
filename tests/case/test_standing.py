"""Debts not to be paid for now: settled in a running insolvency, contested as of childhood; a sentence or a fine."""

from __future__ import annotations

from typing import Any

import pytest
from tests.case.support import read

from dluhy.case.obligations import obligations_of_case
from dluhy.case.standing import all_in_insolvency
from dluhy.law.pack import default_pack
from dluhy.screening import household_of

PACK = default_pack()
CLIENT = {"id": "k", "role": "debtor", "birth_date": "1987-09-25"}
WIFE = {"id": "m", "role": "spouse", "birth_date": "1988-01-01"}
LOAN: dict[str, Any] = {"id": "d", "debtor": "k", "kind": "loan", "balance": "1000"}
RUNS = {"person": "k", "began_on": "2025-02-18", "found_on": "2025-03-20", "running": True}


def row(debt: dict[str, Any], **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Return the row of the one debt of the client, without a judgment of childhood debts."""
    [found] = obligations_of_case(read(people=[CLIENT, WIFE], debts=[LOAN | debt], **parts), PACK).to_dicts()
    return found


@pytest.mark.parametrize(
    ("debt", "insolvency", "expected"),
    [
        ({"arose_on": "2019-05-05"}, RUNS, True),
        ({"arose_on": "2025-03-19"}, RUNS, True),
        ({"arose_on": "2025-03-20"}, RUNS, False),  # not before it was found
        ({"arose_on": "2026-01-01"}, RUNS, False),
        ({"arose_on": "2025"}, RUNS, None),  # somewhen in the year
        ({}, RUNS, None),
        ({"due_on": "2023-05-20"}, RUNS, True),  # what fell due was there before
        ({"title": {"kind": "payment_order", "issued_on": "2023-09-11"}}, RUNS, True),
        ({"due_on": "2026-05-20"}, RUNS, None),
        ({"arose_on": "2019-05-05"}, RUNS | {"running": False}, False),
        ({"arose_on": "2019-05-05"}, RUNS | {"running": None}, None),
        ({"arose_on": "2026-01-01"}, RUNS | {"running": None}, False),
        ({"arose_on": "2019-05-05"}, RUNS | {"found_on": None}, None),
        ({"arose_on": "2019-05-05"}, RUNS | {"person": "m"}, False),  # somebody else's
        ({"arose_on": "2019-05-05"}, RUNS | {"person": None}, True),  # else the client's
    ],
)
def test_a_debt_is_settled_in_a_running_insolvency_found_after_it_arose(
    debt: dict[str, Any], insolvency: dict[str, Any], *, expected: bool | None
) -> None:
    insolvency = {name: value for name, value in insolvency.items() if value is not None}
    assert row(debt, history={"insolvencies": [insolvency]})["settled_in_insolvency"] is expected


def test_without_a_word_of_insolvencies_nobody_knows_and_without_any_nothing_is_settled() -> None:
    assert row({"arose_on": "2019-05-05"})["settled_in_insolvency"] is None
    assert row({"arose_on": "2019-05-05"}, history={"insolvencies": []})["settled_in_insolvency"] is False


@pytest.mark.parametrize(("months", "expected"), [(1, False), (20, False), (21, None), (None, None)])
def test_arrears_younger_than_the_insolvency_are_not_settled_in_it(months: int | None, expected: bool | None) -> None:  # noqa: FBT001 - a case
    line: dict[str, Any] = {
        "kind": "expense",
        "category": "rent",
        "amount": "9000",
        "frequency": "monthly",
        "arrears": "9000",
    }
    line |= {} if months is None else {"months_in_arrears": months}
    case = read(people=[CLIENT], budget=[line], history={"insolvencies": [RUNS]})
    assert obligations_of_case(case, PACK)["settled_in_insolvency"].to_list() == [expected]


@pytest.mark.parametrize(
    ("debt", "expected"),
    [
        ({"title": {"kind": "judgment"}}, None),
        ({"title": {"kind": "court_decision"}}, None),
        ({"title": {"kind": "administrative_decision"}}, False),
        ({"title": {"kind": "no_title"}}, False),
        ({}, None),
        ({"title": {"kind": "judgment"}, "criminal_penalty": True}, True),
        ({"title": {"kind": "judgment"}, "criminal_penalty": False}, False),
    ],
)
def test_a_fine_with_a_title_of_a_court_may_be_a_sentence(debt: dict[str, Any], *, expected: bool | None) -> None:
    found = row({"kind": "fine"} | debt)
    assert found["criminal_penalty"] is expected
    assert found["obligation_kind"] == ("criminal_fine" if expected else "fine")


@pytest.mark.parametrize(
    ("arose", "expected"), [("2005-09-25", False), ("2005-09-24", None), ("2005", None), (None, None)]
)
def test_unjudged_a_debt_of_somebody_of_age_is_not_contested(arose: str | None, *, expected: bool | None) -> None:
    assert row({} if arose is None else {"arose_on": arose})["contested"] is expected


def test_a_debt_that_the_child_does_not_owe_is_contested_and_one_of_an_adult_is_not() -> None:
    fee = {"id": "f", "debtor": "d", "kind": "local_fee_waste", "fee_year": 2018, "fee_type": "old", "balance": "500",
           "due_on": "2018-05-31"}  # fmt: skip
    child = {"id": "d", "role": "child", "birth_date": "2010-03-02"}
    loan = LOAN | {"arose_on": "2019-05-05"}
    budget = [{"kind": "expense", "category": "food", "amount": "1", "frequency": "monthly"}]
    ordered = household_of(read(people=[CLIENT, child], debts=[fee, loan], budget=budget), PACK).sheet.triage
    assert ordered is not None
    assert {each["id"]: each["contested"] for each in ordered.to_dicts()} == {"f": True, "d": False}


@pytest.mark.parametrize(
    ("insolvencies", "debtors", "expected"),
    [
        ([RUNS], {"k"}, True),
        ([RUNS], {"k", "m"}, False),  # somebody who owes is not in one
        ([RUNS], set(), True),
        ([RUNS], {"k", None}, None),
        ([RUNS | {"running": False}], {"k"}, False),
        ([RUNS | {"person": "m"}], {"k"}, False),
        ([{"person": "k", "found_on": "2025-03-20"}], {"k"}, None),
        ([], {"k"}, False),
        (None, {"k"}, None),
    ],
)
def test_a_household_is_in_insolvency_where_everybody_who_owes_is(
    insolvencies: list[dict[str, Any]] | None, debtors: set[str | None], *, expected: bool | None
) -> None:
    history = {} if insolvencies is None else {"history": {"insolvencies": insolvencies}}
    assert all_in_insolvency(read(people=[CLIENT, WIFE], **history), debtors) is expected


def facts(**parts: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Return the facts of the household of the client."""
    return household_of(read(people=[CLIENT], **parts), PACK).sheet.facts.row(0, named=True)


@pytest.mark.parametrize(("former", "months"), [(True, 0), (False, 4), (None, None)])
def test_rent_of_a_former_home_is_no_arrears_of_this_one(former: bool | None, months: int | None) -> None:  # noqa: FBT001 - a case
    rent = LOAN | {"kind": "rent", "due_on": "2026-07-20"} | ({} if former is None else {"of_former_home": former})
    known = facts(debts=[rent], budget=[], enforcements=[])
    assert known.get("housing_arrears_months") == months


@pytest.mark.parametrize(
    ("home", "days"),
    [
        ({"contract_until": "2026-12-31"}, 40),
        ({"contract_until": "2026-11-11"}, -10),
        ({"contract_endless": True}, 36_500),
        ({"contract_endless": False}, None),
    ],
)
def test_a_lease_ends_in_so_many_days(home: dict[str, Any], days: int | None) -> None:
    assert facts(home=home).get("lease_ends_in_days") == days


@pytest.mark.parametrize(
    ("assets", "expected"),
    [
        ([{"kind": "real_estate", "is_home": True, "pledged": True}], True),
        ([{"kind": "real_estate", "is_home": True}], None),
        ([{"kind": "real_estate", "is_home": True, "pledged": False}], False),
        ([{"kind": "vehicle", "pledged": True}, {"kind": "savings"}], False),
        ([], False),
        (None, None),
    ],
)
def test_the_own_home_is_pledged_where_the_list_of_assets_says_so(
    assets: list[dict[str, Any]] | None, *, expected: bool | None
) -> None:
    parts = {} if assets is None else {"assets": assets}
    assert facts(home={"tenure": "owned"}, **parts).get("home_pledged") is expected

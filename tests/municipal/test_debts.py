"""Municipal debts from the shipped list and a shipped client, worked out by hand; who the creditor is; facts beside."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.strategies import AS_OF

from dluhy.case import case_facts, read_case
from dluhy.checking import ListResult, check_list
from dluhy.children.check import checker
from dluhy.law.pack import default_pack
from dluhy.municipal.debts import (
    MISSING,
    creditor_body_of,
    debt_facts,
    engine_of,
    judged_debts,
    judged_list,
    rule_ids,
)
from dluhy.problems import HorizonError, InputError

ROOT = Path(__file__).resolve().parents[2]
LAW = default_pack()
DEBTS = [
    "M-01", "M-02", "M-03", "M-04", "M-05", "M-06", "M-07", "M-08", "M-09", "M-10", "M-12", "M-13", "M-18", "M-32",
    "M-33", "M-37", "M-41",
]  # fmt: skip
YES, NO, OPEN = True, False, None

LIST: dict[int, dict[str, bool | None]] = {
    # waste fee for 2010, due two days before the 18th birthday (born on 29 February), an executor enforces; now 34
    22: {"M-01": YES, "M-02": NO, "M-03": YES, "M-06": OPEN, "M-08": YES, "M-18": NO, "M-37": NO, "M-04": NO},
    # system fee for 2022, due the day before the 18th birthday; whether anybody enforces is not stated; now 22
    33: {"M-01": YES, "M-02": OPEN, "M-03": OPEN, "M-06": NO, "M-37": YES, "M-41": OPEN, "M-12": NO},
    # the deposit fee of a child that owns the property; the office itself enforces
    99: {"M-01": NO, "M-02": NO, "M-03": NO, "M-04": NO, "M-08": YES, "M-18": YES, "M-37": NO, "M-41": NO},
    # system fee for 2023, five months in custody; came of age in December 2025
    37: {"M-01": YES, "M-02": OPEN, "M-12": YES, "M-37": YES},
    # deposit fee for 2024, nine months in an institution, which does not count there; an executor, suspended
    67: {"M-01": NO, "M-02": YES, "M-03": YES, "M-12": NO, "M-18": YES, "M-06": NO},
    # system fee for 2024 of a child, the office enforces
    506: {"M-01": YES, "M-02": YES, "M-03": NO, "M-18": YES, "M-06": NO},
    # dog fee for 2024: no waiver, but the guardian can be assessed
    367: {"M-01": NO, "M-02": YES, "M-08": YES},
    # paid, and the enforcement has ended
    34: dict.fromkeys(DEBTS, NO),
    # a deposit fee for 2010, which did not exist: the data contradict each other
    112: dict.fromkeys(DEBTS, NO),
    # a library’s claim against a child of today, an executor enforces; whose the library is nobody says
    54: {"M-33": OPEN, "M-03": OPEN, "M-10": OPEN, "M-18": YES, "M-01": NO, "M-32": NO, "M-06": NO},
    # a ride the day before the 18th birthday; now 32
    90: {"M-32": OPEN, "M-33": NO, "M-37": NO, "M-03": OPEN},
    # an adult’s fee: the office enforces, the six years end in October 2027
    9: {"M-01": NO, "M-02": NO, "M-03": NO, "M-04": NO, "M-06": NO, "M-37": NO, "M-05": OPEN, "M-08": OPEN},
    # an adult’s fee of which nobody says whether it is enforced
    12: {"M-04": OPEN, "M-01": NO, "M-02": NO},
}  # fmt: skip

CLIENT: dict[str, dict[str, bool | None]] = {
    # born on 14 May 2007, foster care; the office has enforced its fees since September 2026
    "odpad-2018": {"M-01": YES, "M-02": OPEN, "M-03": NO, "M-06": YES, "M-12": NO, "M-13": YES, "M-37": YES},
    "odpad-2021": {"M-01": YES, "M-02": OPEN, "M-06": NO, "M-13": YES, "M-37": YES, "M-09": NO},
    "odpad-2023": {"M-01": YES, "M-02": OPEN, "M-13": YES, "M-37": YES},
    # due seventeen days after the 18th birthday: an adult’s debt
    "odpad-2025": {"M-01": NO, "M-02": NO, "M-04": NO, "M-37": NO, "M-13": NO, "M-05": OPEN, "M-08": OPEN},
    # rides at fourteen and at eighteen; the carrier may be a town’s
    "jizda-2022": {"M-32": OPEN, "M-03": OPEN, "M-41": NO, "M-37": YES, "M-01": NO},
    "jizda-2025": {"M-32": NO, "M-03": NO, "M-37": NO},
}  # fmt: skip


@cache
def _checked() -> ListResult:
    return check_list(ROOT / "fixtures" / "seznam_z_praxe.xlsx", AS_OF)


@cache
def _judged_list(body: str | None = None) -> pl.DataFrame:
    return judged_list(_checked(), creditor_body=body)


def _row(frame: pl.DataFrame, row: int) -> dict[str, Any]:
    return frame.row(by_predicate=pl.col("row") == row, named=True)


@cache
def _client(body: str | None = None) -> pl.DataFrame:
    case = read_case(ROOT / "fixtures" / "klienti" / "01_z_pestounske_pece_prvni_mzda.json").case
    assert case is not None
    judged = checker(LAW).judge(case_facts(case, LAW).frame, case.as_of)
    kinds = [debt.creditor.kind if debt.creditor else None for debt in case.debts or ()]
    told = pl.Series([creditor_body_of(kind, LAW) or body for kind in kinds], dtype=pl.String)
    return judged_debts(debt_facts(judged, LAW, creditor_body=told), LAW, case.as_of)


def test_the_interventions_about_debts_are_all_there() -> None:
    assert sorted(rule_ids(LAW)) == DEBTS


@pytest.mark.parametrize("row", LIST)
def test_a_row_of_the_shipped_list_is_judged_as_by_hand(row: int) -> None:
    found = _row(_judged_list(), row)
    assert {name: found[name] for name in LIST[row]} == LIST[row]


@pytest.mark.parametrize("debt", CLIENT)
def test_a_debt_of_a_client_is_judged_as_by_hand(debt: str) -> None:
    found = _client().row(by_predicate=pl.col("debt_id") == debt, named=True)
    assert {name: found[name] for name in CLIENT[debt]} == CLIENT[debt]


def test_every_row_of_the_list_comes_out_in_its_order() -> None:
    assert _judged_list()["row"].to_list() == _checked().judged["row"].to_list()


def test_rows_judged_alone_come_out_as_among_all() -> None:
    facts = debt_facts(_checked().judged, LAW, creditor_body="municipal_company")
    together = judged_debts(facts, LAW, AS_OF).select(DEBTS)
    alone = pl.concat(
        judged_debts(facts.slice(start, 10), LAW, AS_OF).select(DEBTS) for start in range(0, facts.height, 10)
    )
    assert alone.equals(together)


def test_whose_a_debt_is_is_never_read_off_a_name() -> None:
    found = _judged_list().filter(~pl.col("debt_kind").cast(pl.String).str.starts_with("local_fee"))
    assert found.height > 100
    assert found["creditor_name"].str.contains("Město|Obec|knihovna").any()
    assert found["creditor_body"].null_count() == found.height
    mask = _row(_judged_list(), 54)["M-33?"]
    assert engine_of(LAW).missing_names(mask) == ["creditor_body"]


@pytest.mark.parametrize(
    ("body", "row", "rule", "status"),
    [
        ("municipal_organisation", 54, "M-33", YES), ("municipal_organisation", 54, "M-03", YES),
        ("private", 54, "M-33", NO), ("private", 54, "M-03", NO), ("state", 54, "M-33", NO),
        ("municipal_company", 90, "M-32", YES), ("municipal_company", 90, "M-03", YES),
        ("private", 90, "M-32", NO), ("municipality", 54, "M-10", YES), ("municipal_company", 54, "M-10", NO),
    ],
)  # fmt: skip
def test_whose_the_debts_of_a_whole_list_are_can_be_said(body: str, row: int, rule: str, status: bool) -> None:  # noqa: FBT001 - a table
    assert _row(_judged_list(body), row)[rule] is status


def test_a_local_fee_stays_the_municipality_s_whatever_is_said_of_the_list() -> None:
    found = _judged_list("private")
    fees = found.filter(pl.col("debt_kind").cast(pl.String).str.starts_with("local_fee"))
    assert set(fees["creditor_body"]) == {"municipality"}
    assert _row(found, 22)["M-03"] is True
    assert set(found.filter(pl.col("debt_kind") == "library")["creditor_body"]) == {"private"}


def test_a_carrier_of_the_town_waives_and_stops_the_ride_of_its_client() -> None:
    found = {row["debt_id"]: row for row in _client("municipal_company").iter_rows(named=True)}
    assert (found["jizda-2022"]["M-32"], found["jizda-2022"]["M-03"]) == (True, True)
    assert (found["jizda-2025"]["M-32"], found["jizda-2025"]["M-03"]) == (False, False)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("municipality", "municipality"), ("health_insurer", "health_insurer"), ("collector", "private"),
        ("lender", "private"), ("operator", "private"), ("person", "private"), ("state", None), ("carrier", None),
        ("landlord", None), ("supplier", None), ("health_provider", None), ("school", None), ("other", None),
        (None, None),
    ],
)  # fmt: skip
def test_a_kind_of_creditor_that_may_be_several_bodies_is_none(kind: str | None, body: str | None) -> None:
    assert creditor_body_of(kind, LAW) == body


def test_what_is_known_of_the_household_decides_what_was_open() -> None:
    facts = debt_facts(_checked().judged, LAW, local={"cannot_pay_at_once": True, "has_overpayment": False})
    found = _row(judged_debts(facts, LAW, AS_OF), 9)
    assert (found["M-05"], found["M-09"]) == (True, False)
    assert _row(_judged_list(), 9)["M-05"] is None


def test_facts_beside_are_of_their_row_only_and_a_row_s_own_word_wins() -> None:
    beside = pl.DataFrame(
        {"row": [9, 12], "has_overpayment": [True, None], "balance": [0, None]},
        schema={"row": pl.UInt32, "has_overpayment": pl.Boolean, "balance": pl.Int64},
    )
    found = judged_debts(debt_facts(_checked().judged, LAW, beside=beside), LAW, AS_OF)
    assert _row(found, 9)["M-09"] is True
    assert _row(found, 12)["M-09"] is None
    assert _row(found, 9)["balance"] == 288_000
    assert found["row"].to_list() == _checked().judged["row"].to_list()


def test_facts_beside_a_person_are_of_all_its_rows() -> None:
    judged = _checked().judged
    person = _row(judged, 9)["person_id"]
    beside = pl.DataFrame({"person_id": [person], "debtor_low_income": [True]})
    found = judged_debts(debt_facts(judged, LAW, beside=beside), LAW, AS_OF)
    own = found.filter(pl.col("person_id") == person)
    assert own["debtor_low_income"].all()
    assert found["debtor_low_income"].sum() == own.height


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"creditor_body": "city"}, "bad_value"), ({"local": {"rich": True}}, "unknown_fact"),
        ({"local": {"has_overpayment": "ano"}}, "bad_value"),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_refused(how: dict[str, Any], code: str) -> None:
    with pytest.raises(InputError) as refusal:
        debt_facts(_checked().judged, LAW, **how)
    assert [problem.code for problem in refusal.value.problems] == [code]


def test_a_body_that_does_not_exist_in_a_series_is_refused() -> None:
    bodies = pl.Series(["municipality", "city"])
    with pytest.raises(InputError) as refusal:
        debt_facts(_checked().judged.head(2), LAW, creditor_body=bodies)
    assert [(p.code, p.place) for p in refusal.value.problems] == [("bad_value", "row 2 creditor_body")]


def test_what_the_screening_lacks_stays_with_the_row() -> None:
    judged = _checked().judged
    assert _judged_list()[MISSING].to_list() == judged["missing"].to_list()
    found = _row(_judged_list(), 28)
    assert found["M-03"] is None
    assert set(checker(LAW).missing_names(found[MISSING])) == {"owners_association"}


def test_no_day_beyond_the_known_law_is_judged() -> None:
    facts = debt_facts(_checked().judged.head(1), LAW)
    with pytest.raises(HorizonError):
        judged_debts(facts, LAW, AS_OF.replace(year=2027))


def test_an_empty_list_gives_no_rows() -> None:
    found = judged_debts(debt_facts(_checked().judged.clear(), LAW), LAW, AS_OF)
    assert found.height == 0
    assert set(DEBTS) <= set(found.columns)

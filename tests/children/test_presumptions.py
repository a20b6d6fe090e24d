"""What is presumed is shown, but for what the law itself lays down; data that cannot all be true are not judged."""

from __future__ import annotations

from datetime import date

import pytest
from tests.law.support import changed
from tests.strategies import AS_OF, FEES, Facts, frame_of, judge

from dluhy.children.check import Checker, checker
from dluhy.law.pack import load_texts

WASTE, OTHER = FEES
CHECKER = checker()
OWN = 'id = "P-OLD-FEE"\n'


def fee(year: int = 2018, **more: object) -> Facts:
    """Return a waste fee of a child, due on 31 May."""
    due = date(year, 5, 31)
    return {"debt_kind": WASTE, "fee_year": year, "due_on": due, "birth_date": date(year - 10, 4, 5)} | more


def presumed(facts: Facts, judge_: Checker = CHECKER) -> list[str]:
    """Return the presumptions that one debt is shown to rest on."""
    bits = judge_.judge(frame_of([facts]), AS_OF)["presumed"][0]
    return judge_.summary.ids_in(bits, judge_.summary.presumptions)


def test_no_presumption_of_the_shipped_pack_is_conclusive() -> None:
    presumptions = CHECKER.pack.presumptions
    assert [p.id for p in presumptions.values() if p.conclusive] == []
    assert CHECKER.summary.presumptions == list(presumptions)
    assert {"P-OLD-FEE", "P-TITLE-MINOR", "P-BORN", "P-RUNNING"} <= set(presumptions)
    assert "P-OLD-FEE" in presumed(fee())


def test_a_conclusive_presumption_is_used_but_not_shown() -> None:
    own = checker(load_texts(changed(("children/presumptions.toml", OWN, f"{OWN}conclusive = true\n"))))
    shown = presumed(fee())
    assert presumed(fee(), own) == [name for name in shown if name != "P-OLD-FEE"]
    assert own.judge(frame_of([fee()]), AS_OF)["fee_type"].to_list() == ["old"]


@pytest.mark.parametrize(
    ("way", "status", "taken"),
    [
        ("tax", None, "running"),
        ("court_executor", None, "running"),
        ("none", None, None),
        (None, None, None),
        ("tax", "suspended", "suspended"),
        ("court_executor", "ended", "ended"),
    ],
)
def test_an_enforcement_of_a_known_way_and_no_state_is_taken_to_run(
    way: str | None, status: str | None, taken: str | None
) -> None:
    facts = fee(enforcement_kind=way, enforcement_status=status)
    judged = judge([facts])
    assert judged["enforcement_status"].to_list() == [taken]
    assert ("P-RUNNING" in presumed(facts)) is (status is None and taken is not None)
    stops = {"tax": "W0-STOP-TAX", "court_executor": "W0-STOP-EXECUTOR"}
    expected = stops[way] if way in stops and taken in {"running", "suspended"} else "W0-WAIVE"
    assert judged["next_step"].to_list() == [expected]


def test_a_birth_before_the_debt_is_presumed_where_limits_leave_it_open() -> None:
    summary = CHECKER.summary
    rows = [
        fee(2014, birth_date="2014-05"),
        fee(2014, birth_date="2014"),
        fee(2014, birth_date=date(2014, 5, 31)),
        fee(2014, birth_date=date(2014, 6, 1)),
        fee(2014, birth_date="2014-06"),
    ]
    judged = judge(rows)
    used = ["P-BORN" in summary.ids_in(bits, summary.presumptions) for bits in judged["presumed"]]
    assert used == [False, True, False, False, False]
    assert judged["born_after_minority_day"].to_list() == [False, False, False, True, True]
    assert judged["outcome"].to_list() == ["W1", "W1", "W1", "CONFLICTING_DATA", "CONFLICTING_DATA"]


ON_THE_DAY_OF_BIRTH = {
    **dict.fromkeys(FEES, ("W1", "shared")),
    "transport_fare": ("T0", "depends"),
    **dict.fromkeys(
        ("library", "telecom", "energy", "health_bill", "loan", "rent", "other_contract"), ("K1", "depends")
    ),
    "tort": ("D0", "depends"),
    "fine": ("F1", "no"),
    "health_insurance_premium": ("H2", "no"),
    "regulatory_fee_health": ("R-REST", "unknown"),
    **dict.fromkeys(("school_meals", "school_care"), ("CARE-PARENT", "no")),
    "institutional_care": ("CARE-INSTITUTION", "no"),
    "inherited": ("I1", "depends"),
    "court_costs": ("COSTS", "unknown"),
    **dict.fromkeys(("maintenance", "other_public"), ("NOT_COVERED", "unknown")),
}
"""Outcome and who owes of a debt of 1 June 2014 on the day its debtor was born, by kind."""
BEFORE_BIRTH = ("CONFLICTING_DATA", "unknown")


@pytest.mark.parametrize("kind", CHECKER.pack.members["debt_kinds"])
def test_no_debt_of_any_kind_arises_before_birth(kind: str) -> None:
    """But costs follow their claim on any day, and a child conceived before the death inherits (§ 25 OZ).

    A premium is tested on the first of its month: who was born later in it was not yet born.
    """
    day = date(2014, 6, 1)
    days = {"due_on": day, "arose_on": day, "fee_year": 2014, "debt_kind": kind, "insured_status": "compulsory_school"}
    judged = judge([days | {"birth_date": date(2014, 6, 2)}, days | {"birth_date": day}])
    on_the_day = ON_THE_DAY_OF_BIRTH[kind]
    before = on_the_day if kind in {"inherited", "court_costs"} else BEFORE_BIRTH
    assert judged.select("outcome", "child_owes").rows() == [before, on_the_day]


@pytest.mark.parametrize(
    ("year", "kind", "outcome"), [(2024, WASTE, "W-INST"), (2025, WASTE, "W3"), (2024, OTHER, "W2")]
)
def test_an_infants_home_exempts_to_2024(year: int, kind: str, outcome: str) -> None:
    infant = fee(year, debt_kind=kind, fee_type="system" if kind == WASTE else None, birth_date=date(year - 2, 1, 1))
    home = {"in_institution": True, "institution_kind": "infant_home"}
    assert judge([infant | home])["outcome"].to_list() == [outcome]
    assert judge([infant | home | {"institution_kind": "children_home"}])["outcome"].to_list() == [
        "W-INST" if kind == WASTE else outcome
    ]


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (fee(2014, due_on={"to": date(2014, 5, 31)}, birth_date=date(1996, 6, 1)), "W1"),
        (fee(2014, due_on={"to": date(2014, 5, 31)}, birth_date=date(1996, 5, 31)), "NEEDS_DATA"),
        (fee(2014, due_on={"from": date(2014, 5, 31)}, birth_date=date(1996, 5, 31)), "NOT_CHILD_DEBT"),
        (fee(2014, due_on={"from": date(2014, 5, 31)}, birth_date=date(1997, 1, 1)), "W1"),
        (fee(2014, due_on={"from": date(2014, 5, 31)}, birth_date=date(1996, 12, 31)), "NEEDS_DATA"),
    ],
)
def test_a_due_day_open_at_one_end_lies_in_the_fee_year(facts: Facts, outcome: str) -> None:
    assert judge([facts])["outcome"].to_list() == [outcome]

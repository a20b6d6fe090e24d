"""The ground REP-TAX: an assessment issued to a minor whose guardian was in conflict, or never properly served."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from tests.strategies import AS_OF, FEES, Facts, frame_of, judge

from dluhy.children.check import checker
from dluhy.plan import steps

WASTE, OTHER = FEES
CHECKER = checker()
BIRTHDAY = date(2016, 6, 15)
EVE = date(2016, 6, 14)
HOME = ("children_home", "infant_home", "immediate_help", "disabled_home")


def fee(**more: object) -> Facts:
    """Return a fee of 2014 of somebody who turned 18 on 15 June 2016, with two unpaid years and proper service.

    Nobody enforces it, so that nothing is worth asking but what the ground needs.
    """
    facts: Facts = {"debt_kind": WASTE, "fee_year": 2014, "due_on": date(2014, 5, 31), "birth_date": date(1998, 6, 15)}
    unenforced: Facts = {"enforcement_kind": "none"}
    served: Facts = {"never_properly_served": False, "served_only_on_conflicted_guardian": False}
    return facts | served | {"unpaid_fee_years": 2, "in_institution": False, "balance": "500"} | unenforced | more


def ground(facts: Facts) -> tuple[bool | None, set[str]]:
    """Return whether the ground holds, and what is asked to decide it."""
    status, mask = judge([facts]).select("REP-TAX", "worth_asking").row(0)
    return status, set(CHECKER.missing_names(mask))


@pytest.mark.parametrize(
    ("issued", "holds"),
    [
        (EVE, True),
        (BIRTHDAY, False),
        ("2016-05", True),
        ("2016-07", False),
        ({"from": BIRTHDAY}, False),
        ({"to": EVE}, True),
        (None, True),
    ],
)
def test_a_guardian_in_conflict_matters_only_while_the_debtor_was_a_minor(issued: object, *, holds: bool) -> None:
    assert ground(fee(title_issued_on=issued)) == (holds, set())
    guardian = {"unpaid_fee_years": 1, "served_only_on_conflicted_guardian": True}
    assert ground(fee(title_issued_on=issued, **guardian)) == (holds, set())


@pytest.mark.parametrize("issued", [EVE, BIRTHDAY, date(2020, 1, 1), None])
def test_what_was_never_properly_served_is_defective_at_any_age(issued: date | None) -> None:
    quiet = {"unpaid_fee_years": 1, "never_properly_served": True}
    assert ground(fee(title_issued_on=issued, **quiet)) == (True, set())


@pytest.mark.parametrize("issued", ["2016-06", "2016", {"from": EVE}, {"to": BIRTHDAY}])
def test_a_day_of_the_title_around_the_birthday_is_asked_for(issued: object) -> None:
    status, asked = ground(fee(title_issued_on=issued))
    assert status is None
    assert asked == {"title_issued_on"}


def test_that_the_title_was_issued_to_a_minor_is_presumed_of_a_debtor_under_18_on_the_due_day() -> None:
    summary = CHECKER.summary
    rows = [
        fee(),
        fee(title_issued_on=EVE),
        fee(title_issued_on="2016-06"),
        fee(birth_date=date(1996, 5, 31)),
        fee(birth_date=date(1996, 6, 1)),
    ]
    judged = judge(rows)
    assert judged["minor_when_assessed"].to_list() == [True, True, None, None, True]
    used = ["P-TITLE-MINOR" in summary.ids_in(bits, summary.presumptions) for bits in judged["presumed"]]
    assert used == [True, False, False, False, True]


@pytest.mark.parametrize("kind", HOME)
def test_a_child_in_a_home_had_a_guardian_in_conflict(kind: str) -> None:
    quiet = fee(unpaid_fee_years=1, in_institution=True, institution_kind=kind)
    assert ground(quiet) == (True, set())
    assert judge([quiet])["conflict_presumed"].to_list() == [True]


@pytest.mark.parametrize("kind", ["foster_care", "detention"])
def test_a_child_elsewhere_had_not(kind: str) -> None:
    quiet = fee(unpaid_fee_years=1, in_institution=True, institution_kind=kind)
    assert ground(quiet) == (False, set())
    assert judge([quiet])["conflict_presumed"].to_list() == [False]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({}, {"institution_months", "institution_kind"}),
        ({"institution_kind": "foster_care"}, None),
        ({"institution_months": 0}, None),
        ({"in_institution": False}, None),
        ({"institution_kind": "children_home"}, {"institution_months"}),
    ],
)
def test_an_institution_nobody_told_of_stays_unknown_and_is_asked_for(told: Facts, asked: set[str] | None) -> None:
    """The outcome presumes none; the conflict of interest does not."""
    quiet: Facts = fee(unpaid_fee_years=1) | {"in_institution": None} | told
    assert ground(quiet) == ((False, set()) if asked is None else (None, asked))
    judged = judge([quiet | {"fee_year": 2018, "due_on": date(2018, 5, 31), "birth_date": date(2005, 1, 1)}])
    assert judged["conflict_presumed"].to_list() == [False if asked is None else None]
    assert judged["outcome"].to_list() == ["W2"]
    assert judged["in_institution"].to_list() == [False]


def test_months_in_an_institution_say_that_the_child_was_there() -> None:
    quiet = fee(unpaid_fee_years=1, in_institution=None, institution_months=1, institution_kind="children_home")
    assert ground(quiet) == (True, set())


def test_the_ground_has_a_ladder_of_its_own() -> None:
    pack = CHECKER.pack
    assert pack.rules["REP-TAX"].remedies == ["RM-REP-TAX"]
    assert [step.id for step in pack.ladders["RM-REP-TAX"].step] == ["REP-CHECK", "REP-ARGUE"]
    rows = [{"person_id": "A", **fee()}, {"person_id": "B", **fee(unpaid_fee_years=1)}]
    plan = steps(CHECKER.judge(frame_of(rows), AS_OF), pack)
    own = plan.filter(pl.col("step").str.starts_with("REP-"))
    assert own.select("person_id", "step", "rows").rows() == [("A", "REP-CHECK", [1]), ("A", "REP-ARGUE", [1])]

"""What an outcome rests on and must be verified first: marriage before 2014, stay and deposit fees, owners."""

from __future__ import annotations

from datetime import date

import pytest
from tests.strategies import FEES, Facts, judge

from dluhy.children.check import checker

WASTE, OTHER = FEES
PACK = checker().pack
OWNER: Facts = {"child_owns_property": True}


def fee(year: int, **more: object) -> Facts:
    """Return a waste fee of a child, due on 31 May."""
    due = date(year, 5, 31)
    born = date(year - 10, 4, 5)
    return {"debt_kind": WASTE, "fee_year": year, "due_on": due, "birth_date": born, "balance": "500"} | more


def said(facts: Facts) -> tuple[str, bool]:
    """Return the outcome of one debt and whether it must be verified."""
    outcome, verify = judge([facts]).select("outcome", "verify").row(0)
    return str(outcome), verify


def married(year: int, due: date, gained: date | None, **more: object) -> Facts:
    """Return a fee of somebody of 17 who gained full capacity on a day."""
    return fee(year, due_on=due, birth_date=date(due.year - 17, 1, 1), full_capacity_on=gained) | more


@pytest.mark.parametrize(
    ("facts", "outcome", "verify"),
    [
        (married(2011, date(2011, 5, 31), date(2011, 5, 31)), "W0", True),
        (married(2011, date(2011, 5, 31), date(2011, 6, 1)), "W0", False),
        (married(2011, date(2011, 5, 31), None), "W0", False),
        (married(2012, date(2013, 12, 31), date(2013, 1, 1)), "W0", True),
        (married(2012, date(2014, 1, 1), date(2013, 1, 1)), "W0", False),
        (married(2013, date(2013, 12, 31), date(2013, 1, 1)), "W1", True),
        (married(2013, date(2014, 1, 1), date(2013, 1, 1)), "W1", False),
        (married(2013, date(2013, 12, 31), date(2014, 1, 1)), "W1", False),
    ],
    ids=[
        "married on the due day",
        "married the day after",
        "nothing said",
        "to 2012, due on the last day of 2013",
        "to 2012, due on the first day of 2014",
        "of 2013, due on its last day",
        "of 2013, due on the first day of 2014",
        "of 2013, married after the due day",
    ],
)
def test_whoever_married_before_2014_may_have_been_an_adult(facts: Facts, outcome: str, *, verify: bool) -> None:
    assert said(facts) == (outcome, verify)


@pytest.mark.parametrize(("year", "outcome"), [(2014, "W1"), (2018, "W2"), (2024, "W2")])
def test_another_local_fee_may_be_a_stay_fee_which_no_child_pays(year: int, outcome: str) -> None:
    assert said(fee(year, debt_kind=OTHER)) == (outcome, True)
    assert said(fee(year, fee_type=None if year < 2016 else "old" if year < 2021 else "system")) == (
        outcome if year < 2021 else "W3",
        False,
    )


@pytest.mark.parametrize(
    "facts",
    [
        fee(2011, debt_kind=OTHER),
        fee(2018, birth_date=date(2001, 9, 1), full_capacity_on=date(2018, 1, 1)),
        fee(2023, debt_kind=OTHER, birth_date=date(2006, 9, 1), full_capacity_on=date(2023, 1, 1)),
    ],
)
def test_a_fee_without_a_special_rule_is_always_to_be_verified_and_nobody_is_said_to_owe_it(facts: Facts) -> None:
    assert said(facts) == ("NO_RULE", True)
    assert judge([facts])["child_owes"].to_list() == ["unknown"]
    assert PACK.term("verdicts", "no_special_rule").more["child_owes"] == "unknown"


@pytest.mark.parametrize(
    ("facts", "verify"),
    [
        ({"fee_type": "deposit", "child_owns_property": False, "due_on": None}, True),
        ({"fee_type": "deposit", "child_owns_property": False}, False),
        ({"fee_type": "deposit", "child_owns_property": False, "due_on": "2023-05"}, False),
        ({"fee_type": "system", "due_on": None}, False),
        ({"due_on": None}, False),
    ],
)
def test_a_deposit_fee_without_a_due_day_may_have_fallen_due_later_than_in_its_year(
    facts: Facts, *, verify: bool
) -> None:
    assert said(fee(2023) | facts) == ("W3", verify)


@pytest.mark.parametrize(("owns", "verify"), [(True, True), (False, False), (None, False)])
def test_a_fee_to_2012_of_an_owner_may_be_for_an_empty_property(owns: bool | None, *, verify: bool) -> None:  # noqa: FBT001 - one of three answers
    assert said(fee(2011, child_owns_property=owns)) == ("W0", verify)


@pytest.mark.parametrize("owner", [{}, OWNER])
def test_an_exemption_is_always_to_be_verified(owner: Facts) -> None:
    home = {"in_institution": True, "institution_kind": "children_home"}
    assert said(fee(2018, **home, **owner)) == ("W-INST", True)


@pytest.mark.parametrize("ladder", ["RM-W0", "RM-W1", "RM-NORULE"])
def test_no_waiver_depends_on_what_is_left_to_pay(ladder: str) -> None:
    waivers = [step for step in PACK.ladders[ladder].step if "WAIVE" in step.id]
    assert waivers
    for step in waivers:
        assert step.if_ == "debt_kind = 'local_fee_waste' AND fee_type IN ('old', 'system')"


@pytest.mark.parametrize(("balance", "disputed"), [("0", True), ("-5", True), ("0.01", False), (None, None)])
def test_the_refund_of_a_fee_to_2012_is_disputed_once_it_is_paid(
    balance: str | None,
    *,
    disputed: bool | None,
) -> None:
    """The note of the step hangs on the balance; the step itself stands either way."""
    _, step = PACK.steps["W0-WAIVE"]
    (note,) = [verify for verify in step.verify if verify.if_ is not None]
    judged = judge([fee(2011, balance=balance)])
    assert judged["next_step"].to_list() == ["W0-WAIVE"]
    assert judged[f"if {note.if_}"].to_list() == [disputed]

"""From rules to one answer per debt: who owes, what to verify, what to do next, how urgent it is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from tests.strategies import AS_OF, FEES, Facts, judge

from dluhy.children.check import checker

WASTE, OTHER = FEES
PACK = checker().pack
RUNNING = ("running", "suspended")
OVER = ("stopped", "ended")


def fee(year: object, born: object = date(2008, 4, 5), **more: object) -> Facts:
    """Return a waste fee due on 31 May, of a child unless the birth says otherwise."""
    due = date(year, 5, 31) if isinstance(year, int) else None
    facts: Facts = {"debt_kind": WASTE, "fee_year": year, "due_on": due, "birth_date": born, "balance": "500"}
    return facts | more


def fare(born: object, arose: date = date(2014, 5, 31)) -> Facts:
    """Return an unpaid fare."""
    return {"debt_kind": "transport_fare", "arose_on": arose, "birth_date": born}


def maintenance(born: object) -> Facts:
    """Return maintenance that fell due, a kind no rule judges."""
    return fare(born) | {"debt_kind": "maintenance"}


def answer(column: str, facts: Facts) -> object:
    """Return one column of the answer to one debt."""
    return judge([facts])[column][0]


@pytest.mark.parametrize(
    ("facts", "outcome", "owes"),
    [
        (fee(2011), "W0", "no"),
        (fee(2014), "W1", "shared"),
        (fee(2018), "W2", "no"),
        (fee(2023, fee_type="system"), "W3", "no"),
        (fee(2023, fee_type="deposit", child_owns_property=True, owners_association=False), "W3-OWNER", "yes"),
        (fee(2018, in_institution=True, institution_kind="children_home"), "W-INST", "no"),
        (fee(2011, debt_kind=OTHER), "NO_RULE", "unknown"),
        (fee(2023, fee_type="old"), "CONFLICTING_DATA", "unknown"),
        (fare(date(2000, 1, 1)), "T0", "depends"),
        (maintenance(date(2000, 1, 1)), "NOT_COVERED", "unknown"),
        (fee(2011, date(1990, 1, 1)), "NOT_CHILD_DEBT", "none"),
    ],
)
def test_a_decided_debt_is_owed_as_its_verdict_says(facts: Facts, outcome: str, owes: str) -> None:
    verdict = PACK.rules[outcome].verdict
    judged = judge([facts]).select("outcome", "verdict", "child_owes", "missing")
    assert judged.row(0) == (outcome, verdict, owes, 0)
    assert PACK.term("verdicts", verdict).more["child_owes"] == owes


@pytest.mark.parametrize(
    ("facts", "owes"),
    [
        (fee(2018, in_institution=True), "no"),
        (fee(2018, in_institution=True, debt_kind=WASTE, fee_type="system"), "no"),
        (fee(2021, fee_type="system", in_institution=True), "no"),
        (fee("2012/2013"), "unknown"),
        (fee("2015/2016"), "unknown"),
        (fee(2018, date(2000, 7, 1), due_on=None), "unknown"),
        (fee(2023, fee_type="deposit"), "unknown"),
        (fee(2023, child_owns_property=True), "unknown"),
        (fee(2018, date(2001, 1, 1), due_on="2018-05", full_capacity_on=date(2018, 5, 15)), "unknown"),
        (fee(2018, debt_kind=None), "unknown"),
        (fee(2018, date(1980, 1, 1), debt_kind=None), "unknown"),
        (fare(None), "unknown"),
    ],
)
def test_an_undecided_debt_is_owed_only_as_every_outcome_still_possible_agrees(facts: Facts, owes: str) -> None:
    """Which institution it was decides between two outcomes, but by neither does the child owe."""
    judged = judge([facts]).select("outcome", "verdict", "child_owes")
    assert judged.row(0) == ("NEEDS_DATA", "needs_data", owes)


@pytest.mark.parametrize(
    ("facts", "verify"),
    [
        (fee(2014, date(1996, 5, 31)), True),
        (fee(2014, date(1996, 1, 2)), True),
        (fee(2014, date(1996, 1, 1)), False),
        (fee(2015, date(1998, 1, 20), due_on=date(2016, 1, 20)), True),
        (fee(2015, date(1997, 1, 1), due_on=date(2016, 1, 20)), False),
        (fee(2018, date(2000, 5, 31)), False),
        (fee(2018, date(2000, 1, 2)), False),
        (fee(2014, date(1996, 6, 1)), False),
        (fee(2011), False),
        (fee(2018, in_institution=True, institution_kind="children_home"), True),
        (fare(date(2000, 1, 1)), False),
        (fare(date(1980, 1, 1)), False),
        (fare(date(1996, 5, 31)), False),
        (fee("2012/2013"), False),
    ],
    ids=[
        "18 on the due day of a fee of 2014",
        "18 on 2 January of 2014",
        "18 on 1 January of 2014",
        "fee of 2015 due in January, 18 on that day",
        "fee of 2015 due in January, 18 before the year",
        "18 on the due day of a fee of 2018",
        "18 on 2 January of 2018",
        "a child still on the due day",
        "a firm outcome",
        "an exemption that may have lapsed",
        "a fare of a child",
        "a fare of an adult has no fee year",
        "a fare on the 18th birthday",
        "an undecided debt",
    ],
)
def test_what_rests_on_something_to_verify_is_marked(facts: Facts, *, verify: bool) -> None:
    """The 18th birthday between 1 January and the due day puts a doubt on fees to 2015, and on no others."""
    assert answer("verify", facts) is verify


@pytest.mark.parametrize(("occupied", "verify"), [(True, False), (False, True), (None, True)])
def test_a_doubt_that_hangs_on_an_unknown_fact_is_marked_until_it_is_known(
    occupied: bool | None,  # noqa: FBT001 - one of three answers
    *,
    verify: bool,
) -> None:
    owner = fee(
        2023, fee_type="deposit", child_owns_property=True, owners_association=False, property_occupied=occupied
    )
    assert answer("outcome", owner) == "W3-OWNER"
    assert answer("verify", owner) is verify


TAX, EXECUTOR = {"enforcement_kind": "tax"}, {"enforcement_kind": "court_executor"}
DEPOSIT = {"fee_type": "deposit", "child_owns_property": False}


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        *((fee(2018, **TAX, enforcement_status=status), "W0-STOP-TAX") for status in RUNNING),
        *((fee(2018, **EXECUTOR, enforcement_status=status), "W0-STOP-EXECUTOR") for status in RUNNING),
        *((fee(2018, **TAX, enforcement_status=status), "W0-WAIVE") for status in OVER),
        *((fee(2018, **EXECUTOR, enforcement_status=status), "W0-WAIVE") for status in OVER),
        (fee(2023, **DEPOSIT, **EXECUTOR, enforcement_status="ended"), "W0-ACCOUNT"),
        (fee(2018, debt_kind=OTHER, **EXECUTOR, enforcement_status="ended"), "W0-ACCOUNT"),
        (fee(2018, **EXECUTOR, enforcement_status="ended", balance="0"), "W0-WAIVE"),
        (fee(2018, debt_kind=OTHER, **EXECUTOR, enforcement_status="ended", balance="0"), "W0-REFUND"),
        (fee(2018), "W0-WAIVE"),
        (fee(2018, balance=None), "W0-WAIVE"),
        (fee(2018, debt_kind=OTHER, balance=None), "W0-STOP-TAX"),
        (fee(2018, **EXECUTOR, balance=None), "W0-STOP-EXECUTOR"),
        (fee(2014, **TAX, enforcement_status="running"), "W1-REQUEST-WAIVER"),
        (fee(2014, **TAX, enforcement_status="running", balance="0"), "W1-REQUEST-WAIVER"),
        (fee(2014, fee_type="system"), "W1-REQUEST-WAIVER"),
        (fee(2014, debt_kind=OTHER, **TAX, enforcement_status="running"), "W1-STOP-TAX"),
        (fee(2014, debt_kind=OTHER, enforcement_kind="none"), "W1-ASK-OFFICE"),
        (fee(2014, debt_kind=OTHER, **EXECUTOR, enforcement_status="running"), "W1-STOP-EXECUTOR"),
        (fee(2014, debt_kind=OTHER, **EXECUTOR, enforcement_status="ended"), "W1-ASK-OFFICE"),
        (fee(2023, fee_type="deposit", child_owns_property=True, owners_association=False), "OWNER-DEFERRAL"),
        (fee(2011, debt_kind=OTHER), "NORULE-CHECK"),
        (fare(date(2000, 1, 1)), "T-REQUEST"),
        (maintenance(date(2000, 1, 1)), "COUNSEL-REFER"),
        (fare(date(1980, 1, 1)), None),
        (fee(2023, fee_type="old"), None),
        (fee("2012/2013"), None),
    ],
)
def test_the_next_step_is_the_first_that_surely_stands_else_the_first_that_may(facts: Facts, step: str | None) -> None:
    assert answer("next_step", facts) == step


def birth_with_18_in(days: int) -> date:
    """Return the birth of somebody who turns 18 in so many days."""
    return AS_OF + timedelta(days=days) - relativedelta(years=18)


@pytest.mark.parametrize(
    ("days", "urgency"),
    [
        (-1, "URGENT-GREY"),
        (0, "URGENT-GREY"),
        (1, "URGENT-RED"),
        (89, "URGENT-RED"),
        (90, "URGENT-AMBER"),
        (364, "URGENT-AMBER"),
        (365, "URGENT-GREEN"),
        (366, "URGENT-GREEN"),
    ],
)
def test_urgency_goes_by_the_days_to_the_18th_birthday(days: int, urgency: str) -> None:
    judged = judge([fee(2014, birth_with_18_in(days))])
    assert judged.select("person_days_to_18_from", "urgency").row(0) == (days, urgency)
    assert [rule.id for rule in PACK.partitions["urgency"] if judged[rule.id][0]] == [urgency]


@pytest.mark.parametrize("born", [date(1990, 1, 1), date(2020, 1, 1), birth_with_18_in(200), "2008", None])
def test_a_running_limit_is_red_at_any_age(born: object) -> None:
    """Fifteen days from 6 November 2026 end on a Saturday move to Monday the 23rd; from the 5th they ended."""
    assert answer("urgency", fee(2014, born, reason_learned_on=date(2026, 11, 6))) == "URGENT-RED"
    assert answer("urgency", fee(2014, born, reason_learned_on=date(2026, 11, 5))) != "URGENT-RED"


@pytest.mark.parametrize("born", [None, "2008", "2008-11", "2009-02"])
def test_urgency_is_open_while_the_birthday_is(born: object) -> None:
    assert answer("urgency", fee(2014, born)) is None


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([fee(2018, birth_with_18_in(1))], "LIST-1"),
        ([fee(2018, birth_with_18_in(0))], "LIST-2"),
        ([fee(2018, birth_with_18_in(-1))], "LIST-2"),
        ([fee(2018, date(1999, 1, 1))], "LIST-0"),
        ([fee(2018, date(1999, 1, 1)), fee(2014, date(1999, 1, 1))], "LIST-2"),
        ([fare(date(1999, 1, 1), date(2016, 12, 31))], "LIST-2"),
        ([fare(date(1999, 1, 1), date(2017, 1, 1))], "LIST-0"),
        ([fee(2017, date(1999, 6, 1), due_on=None)], None),
        ([fee(2014, None)], None),
    ],
)
def test_a_person_is_on_the_list_of_children_of_former_children_or_on_none(rows: list[Facts], name: str | None) -> None:
    judged = judge([{**row, "person_id": "A"} for row in rows])
    assert judged["list"].to_list() == [name] * len(rows)


def test_bits_name_the_rules_that_hold() -> None:
    summary = checker().summary
    judged = judge([fee("2010/2011", interest="5", penalty="0", unpaid_fee_years=2)])
    flags = summary.ids_in(judged["flags"][0], summary.flags)
    assert {"split_by_year", "foreign_accessory", "conflict_presumed", "day_estimated"} <= set(flags)
    assert set(flags) == {flag for flag in summary.flags if judged[flag][0]}
    assert summary.ids_in(judged["grounds"][0], summary.grounds) == ["REP-TAX"]
    assert "P-TITLE" in summary.ids_in(judged["presumed"][0], summary.presumptions)
    assert summary.ids_in(0, summary.flags) == []

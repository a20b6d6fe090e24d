"""Fares and private contracts: published cases, the reach of § 899a, and what the ladders offer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import AS_OF, Facts, examples, judge

from dluhy.children.check import checker
from dluhy.children.outcome import step_is_open
from dluhy.facts.derived.limits import limit_of

if TYPE_CHECKING:
    from dluhy.law.models import Step

PACK = checker().pack
CONTRACTS = ("library", "telecom", "energy", "health_bill", "loan", "rent", "other_contract")
PRIVATE = ("transport_fare", *CONTRACTS)
ENFORCED: Facts = {"enforcement_kind": "court_executor", "enforcement_status": "running"}
CHILD: Facts = {"arose_on": date(2018, 3, 3), "birth_date": date(2005, 5, 5)}
FULLY_CAPABLE: Facts = {
    "arose_on": date(2018, 3, 3),
    "birth_date": date(2001, 1, 1),
    "full_capacity_on": date(2017, 6, 1),
}
PUBLISHED: dict[str, tuple[Facts, tuple[str, ...]]] = {
    "I. ÚS 3598/14": (
        {
            "age_on_minority_day": {"to": 11},
            "title_kind": "judgment",
            "parent_passive": True,
            "registered_at_town_hall": True,
            "in_care_at_service": False,
            "minor_when_sued": True,
            **ENFORCED,
        },
        ("maturity_decides", "REP"),
    ),
    "II. ÚS 1864/16": ({"age_on_minority_day": {"to": 17}}, ("maturity_decides",)),
    "Plzeň 2020": ({"age_on_minority_day": {"to": 14}, "creditor_changed": False}, ("maturity_decides",)),
    "Praha 2019": ({"age_on_minority_day": {"to": 14}, "arose_on": {"to": date(2007, 12, 31)}}, ("maturity_decides",)),
    "I. ÚS 3655/16": (
        {
            "age_on_minority_day": {"to": 17},
            "title_kind": "judgment",
            "title_issued_on": date(2012, 3, 20),
            "parent_passive": True,
            "minor_when_sued": True,
            "principal": "1011",
            "costs": "8920",
        },
        ("maturity_decides", "costs_exceed_principal", "REP"),
    ),
}
"""What the sources say of unpaid fares of children, and what must stand beside the outcome."""


def row(**facts: object) -> dict[str, Any]:
    """Return one judged debt."""
    return judge([facts]).row(0, named=True)


def ladder(name: str) -> list[Step]:
    """Return the steps of a ladder."""
    return PACK.ladders[name].step


def open_steps(name: str, **facts: object) -> list[str]:
    """Return the steps of a ladder that stand or may stand for a debt."""
    judged = judge([facts])
    return [step.id for step in ladder(name) if judged.select(step_is_open(step).all()).item()]


@pytest.mark.parametrize("case", PUBLISHED)
def test_published_fare_depends_on_maturity_and_is_first_a_matter_for_the_carrier(case: str) -> None:
    facts, also = PUBLISHED[case]
    judged = row(debt_kind="transport_fare", **facts)
    assert (judged["outcome"], judged["child_owes"], judged["next_step"]) == ("T0", "depends", "T-REQUEST")
    assert [rule for rule in also if judged[rule] is not True] == []
    assert judged["P899"] is None  # the sources give no date of birth


def test_costs_above_the_principal_are_noticed_only_where_the_source_says_so() -> None:
    noticed = {
        case
        for case, (facts, _) in PUBLISHED.items()
        if row(debt_kind="transport_fare", **facts)["costs_exceed_principal"]
    }
    assert noticed == {"I. ÚS 3655/16"}


def test_owner_of_the_carrier_is_asked_until_the_claim_is_known_to_be_sold() -> None:
    fare = {"debt_kind": "transport_fare", **CHILD}
    assert "T-OWNER" in open_steps("RM-T", **fare, creditor_changed=False)
    assert "T-OWNER" in open_steps("RM-T", **fare)
    assert "T-OWNER" not in open_steps("RM-T", **fare, creditor_changed=True)


@pytest.mark.parametrize("ride", [date(2020, 6, 30), date(2020, 7, 1)])
@pytest.mark.parametrize("age", [6, 14, 15, 17])
def test_no_ride_passes_to_the_guardian(ride: date, age: int) -> None:
    judged = row(debt_kind="transport_fare", arose_on=ride, birth_date=ride - relativedelta(years=age))
    assert (judged["outcome"], judged["child_owes"]) == ("T0", "depends")


KINDS = tuple(PACK.members["debt_kinds"])
BIRTHS = st.one_of(
    st.sampled_from([date(2000, 6, 29), date(2000, 6, 30), date(2000, 7, 1), date(2000, 7, 2)]),
    st.dates(date(1990, 1, 1), date(2012, 12, 31)),
)
KNOWN = st.fixed_dictionaries(
    {
        "debt_kind": st.sampled_from(KINDS),
        "birth_date": BIRTHS,
        "arose_on": st.one_of(
            st.sampled_from([date(2021, 6, 30), date(2021, 7, 1)]), st.dates(date(2004, 1, 1), AS_OF)
        ),
        "full_capacity_on_minority_day": st.booleans(),
        "earning_activity": st.booleans(),
        "inherited_rent": st.booleans(),
    }
)


def protected(facts: Facts) -> bool:
    """Return what § 899a and § 2282a say with the transition of 2021, computed apart from the pack."""
    born, arose = facts["birth_date"], facts["arose_on"]
    assert isinstance(born, date)
    assert isinstance(arose, date)
    own_act = facts["debt_kind"] in PRIVATE and not facts["earning_activity"]
    tenancy = facts["debt_kind"] == "inherited" and facts["inherited_rent"]
    minor = arose < born + relativedelta(years=18) and not facts["full_capacity_on_minority_day"]
    return bool((own_act or tenancy) and minor and born + relativedelta(years=21) >= date(2021, 7, 1))


@examples(12)
@given(st.lists(KNOWN, min_size=40, max_size=60))
def test_only_acts_of_protected_minors_are_limited_to_childhood_property(rows: list[Facts]) -> None:
    """Never public-law debts, torts, or people born before 1 July 2000."""
    judged = judge(rows)
    assert judged["P899"].to_list() == [protected(facts) for facts in rows]
    assert judged["T2"].to_list() == [protected(facts) and facts["debt_kind"] == "transport_fare" for facts in rows]


@examples(4)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.dates(date(1985, 1, 1), date(2000, 6, 30))), min_size=20))
def test_nobody_born_before_july_2000_is_protected_whatever_else_is_unknown(known: list[tuple[str, date]]) -> None:
    judged = judge([{"debt_kind": kind, "birth_date": born} for kind, born in known])
    assert judged["P899"].to_list() == [False] * len(known)


@pytest.mark.parametrize("kind", PRIVATE)
def test_a_mature_minor_keeps_goodwill_instalments_and_debt_relief(kind: str) -> None:
    debt = {"debt_kind": kind, **FULLY_CAPABLE, **ENFORCED, "title_kind": "judgment"}
    assert (row(**debt)["outcome"], row(**debt)["child_owes"]) == ("FULL-CAPACITY", "yes")
    own, other = ("RM-T", "RM-K") if kind == "transport_fare" else ("RM-K", "RM-T")
    kept = {step.rsplit("-", 1)[-1] for step in open_steps(own, **debt, creditor_changed=True)}
    assert {"REQUEST", "CONSENT", "INSTALMENTS", "RELIEF"} <= kept
    assert kept.isdisjoint({"DEFEND", "STOP", "APPROVAL", "SELF", "PENALTY"})
    assert not {"REQUEST", "CONSENT", "INSTALMENTS", "RELIEF"} & {
        s.rsplit("-", 1)[-1] for s in open_steps(other, **debt)
    }


def test_partial_stop_is_offered_to_the_protected_alone() -> None:
    fare = {"debt_kind": "transport_fare", "arose_on": date(2016, 3, 3), **ENFORCED}
    assert "T-PARTIAL-STOP" in open_steps("RM-T", **fare, birth_date=date(2000, 7, 1))
    assert "T-PARTIAL-STOP" not in open_steps("RM-T", **fare, birth_date=date(2000, 6, 30))
    assert "K-PARTIAL-STOP" not in open_steps("RM-K", **fare, birth_date=date(2000, 7, 1))


def test_an_inherited_tenancy_gets_the_limit_of_enforcement_and_no_plea_against_a_contract() -> None:
    debt = {"debt_kind": "inherited", "inherited_rent": True, **CHILD, **ENFORCED}
    assert open_steps("RM-K", **debt) == ["K-PARTIAL-STOP"]


@pytest.mark.parametrize("name", ["T-PARTIAL-STOP", "K-PARTIAL-STOP"])
def test_the_motion_for_a_partial_stop_has_fifteen_days_and_waits_for_a_working_day(name: str) -> None:
    _, step = PACK.steps[name]
    judged = judge([{"debt_kind": "loan", "reason_learned_on": date(2026, 11, day)} for day in (10, 13)])
    limits = judged.select(limit_of(step.limit, PACK)).to_series().to_list()
    assert limits == [date(2026, 11, 25), date(2026, 11, 30)]  # the 28th is a Saturday


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        ({"court_approval": "missing"}, "K-APPROVAL"),
        ({"acted_by": "guardian_for_self"}, "K-SELF"),
        ({"acted_by": "guardian_for_self"}, "K-DAMAGES"),
        ({"contractual_penalty": "500"}, "K-PENALTY"),
        ({"acted_by": "child_with_consent"}, "K-GUARANTOR"),
        ({"title_kind": "no_title", "due_on": date(2022, 5, 5), "enforcement_kind": "none"}, "K-LIMITATION"),
        ({"title_kind": "no_title"}, "K-DEFEND"),
    ],
)
def test_each_defect_of_a_contract_opens_its_step_and_its_absence_closes_it(facts: Facts, step: str) -> None:
    contract = {"debt_kind": "telecom", "arose_on": date(2022, 3, 3), "birth_date": date(2008, 5, 5)}
    sound = {"court_approval": "given", "acted_by": "child", "contractual_penalty": "0", "title_kind": "judgment"}
    known = sound | {"due_on": date(2022, 5, 5), "title_issued_on": date(2024, 5, 5), "enforcement_kind": "none"}
    assert step not in open_steps("RM-K", **contract, **known)
    assert step in open_steps("RM-K", **contract, **(known | facts))


@pytest.mark.parametrize(
    ("ride", "surcharge", "above", "open_question"),
    [
        (date(2013, 4, 30), "1500", True, False),
        (date(2013, 5, 1), "1500", False, False),
        (date(2023, 12, 31), "2500", True, False),
        (date(2024, 1, 1), "2500", False, True),
        (date(2025, 9, 9), "1500.01", False, True),
        (date(2025, 9, 10), "2500", False, False),
        (date(2025, 9, 10), "2500.01", True, False),
    ],
)
def test_a_surcharge_is_held_to_the_limit_of_its_day_and_doubt_about_the_day_is_said(
    ride: date,
    surcharge: str,
    above: bool,  # noqa: FBT001 - an expected result
    open_question: bool,  # noqa: FBT001 - an expected result
) -> None:
    judged = row(debt_kind="transport_fare", arose_on=ride, birth_date=date(2010, 5, 5), surcharge=surcharge)
    assert (judged["SURCHARGE-CAP"], judged["surcharge_cap_open"]) == (above, open_question)


def test_presumptions_of_no_business_and_no_full_capacity_are_shown_where_the_protection_rests_on_them() -> None:
    summary = checker().summary
    judged = judge([{"debt_kind": "loan", **CHILD}])
    used = summary.ids_in(judged["presumed"][0], summary.presumptions)
    assert {"P-NO-BUSINESS", "P-NO-CAPACITY"} <= set(used)
    known = judge([{"debt_kind": "loan", **CHILD, "earning_activity": False}])
    assert "P-NO-BUSINESS" not in summary.ids_in(known["presumed"][0], summary.presumptions)


def test_limitation_is_never_claimed_while_an_enforcement_runs() -> None:
    old = {"debt_kind": "telecom", "title_kind": "judgment", "title_issued_on": date(2010, 5, 5)}
    judged = judge([{**old, **ENFORCED}, {**old, "enforcement_kind": "none"}, old])
    assert judged["limitation_possible"].to_list() == [False, True, None]
    assert judged.select(pl.col("limitation_ends_on_to")).to_series().to_list() == [date(2020, 5, 5)] * 3

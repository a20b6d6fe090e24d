"""Premiums, regulatory fees, school and institution payments, damage, fines, inheritances, costs: who owes them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.strategies import AS_OF, Facts, frame_of, judge

from dluhy.children.check import checker
from dluhy.engine.expressions import condition_column
from dluhy.plan import steps

PACK = checker().pack
KINDS = ("health_insurance_premium", "regulatory_fee_health", "school_meals", "school_care", "institutional_care")
WRONGS = ("tort", "fine", "inherited", "court_costs")
STATE_PAYS = ("compulsory_school", "studying", "job_seeker", "other_state_category")
ENFORCED: Facts = {"enforcement_kind": "court_executor", "enforcement_status": "running"}


def debt(kind: str, arose: object, born: object = date(2010, 1, 1), **more: object) -> Facts:
    """Return a debt of a kind that arose on a day, of a child unless the birth says otherwise."""
    return {"debt_kind": kind, "arose_on": arose, "birth_date": born, "balance": "900", **more}


def premium(month: str, born: object = date(2009, 6, 1), status: str | None = "nothing") -> Facts:
    """Return a premium for a month."""
    return debt("health_insurance_premium", month, born, insured_status=status)


def tort(act: date, born: date, nature: str | None = "negligent") -> Facts:
    """Return damage done on a day."""
    return debt("tort", act, born, tort_nature=nature)


def outcome(facts: Facts) -> str:
    """Return the outcome of one debt."""
    return str(judge([facts])["outcome"][0])


def plan_of(*rows: Facts) -> list[str]:
    """Return the steps for one person's debts, with what goes into each letter."""
    plan = steps(judge([{"person_id": "A"} | row for row in rows]), PACK)
    return [step for letter in plan["joined"] for step in letter]


@pytest.mark.parametrize(
    ("facts", "expected", "owes"),
    [
        pytest.param(
            {"debt_kind": "regulatory_fee_health", "age_on_minority_day": {"to": 17}, "arose_on": "2008/2013"},
            "R1",
            "no",
            id="CH-S04 hospital day of a minor, II. ÚS 728/15",
        ),
        pytest.param(
            {
                "debt_kind": "health_insurance_premium",
                "age_on_minority_day": {"to": 17},
                "arose_on": "2025",
                "insured_status": "third_country_long_term",
            },
            "H3",
            "no",
            id="CH-S12 third-country child",
        ),
        pytest.param(
            {"debt_kind": "tort", "age_on_minority_day": 16, "arose_on": {"from": date(2021, 7, 1)}},
            "D1b",
            "depends",
            id="CH-S14 damage with a motorcycle at 16",
        ),
    ],
)
def test_published_case_is_judged_as_its_source_did(facts: Facts, expected: str, owes: str) -> None:
    assert judge([facts]).select("outcome", "child_owes").row(0) == (expected, owes)


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        (tort(date(2023, 5, 10), date(2007, 1, 1)), "D-INSURANCE"),
        (tort(date(2023, 5, 10), date(2015, 1, 1)), "D-INSURANCE"),
        (premium("2025-03", date(2015, 1, 1), "third_country_long_term"), "H-GUARDIAN-PAYS"),
        (premium("2025-03", date(2008, 1, 1), "studying"), "H-DOCUMENT"),
        (premium("2025-03", date(2008, 1, 1)), "H-DOCUMENT"),
        (debt("regulatory_fee_health", date(2011, 5, 5), date(2003, 1, 1)), "R-WAIVER"),
        (debt("fine", date(2023, 5, 5)), "F-ANNUL"),
        (debt("fine", date(2026, 5, 5)), "F15-CHECK"),
        (debt("school_meals", date(2023, 5, 5)), "PARENT-CLAIM"),
        (debt("inherited", date(2023, 5, 5)), "I-FILE"),
        (debt("court_costs", date(2023, 5, 5)), "COSTS-FIND"),
    ],
)
def test_the_first_thing_to_do_is_what_helps_most(facts: Facts, first: str) -> None:
    assert judge([facts])["next_step"][0] == first


@pytest.mark.parametrize(
    ("act", "born", "expected"),
    [
        (date(2023, 5, 10), date(2010, 5, 11), "D1"),
        (date(2023, 5, 10), date(2010, 5, 10), "D1b"),
        (date(2021, 7, 1), date(2010, 1, 1), "D1"),
        (date(2021, 6, 30), date(2010, 1, 1), "D0"),
        (date(2014, 1, 1), date(2005, 1, 1), "D0"),
        (date(2013, 12, 31), date(2005, 1, 1), "D00"),
        (date(2025, 2, 27), date(2012, 2, 29), "D1"),
        (date(2025, 2, 28), date(2012, 2, 29), "D1b"),
        (date(2023, 5, 10), date(2005, 5, 11), "D1b"),
        (date(2023, 5, 10), date(2005, 5, 10), "NOT_CHILD_DEBT"),
    ],
    ids=[
        "12 years and 364 days",
        "13th birthday",
        "first day of the rule of 13",
        "last day of the old rule, at 11",
        "first day of the Civil Code",
        "last day of the old Civil Code",
        "born on 29 February, the day before",
        "born on 29 February, 13 on the 28th",
        "17 years and 364 days",
        "18th birthday",
    ],
)
def test_damage_goes_by_the_day_of_the_act_and_the_age_on_it(act: date, born: date, expected: str) -> None:
    assert outcome(tort(act, born)) == expected


@pytest.mark.parametrize(
    ("nature", "expected", "owes", "verify"),
    [
        (None, "D1", "depends", True),
        ("negligent", "D1", "depends", False),
        ("crime_or_offence", "D1", "depends", False),
        ("intentional", "D1", "depends", False),
        ("intentional_crime", "D1-CRIME", "depends", False),
    ],
)
def test_only_a_known_intentional_crime_turns_to_a_child_under_13(
    nature: str | None, expected: str, owes: str, *, verify: bool
) -> None:
    judged = judge([tort(date(2023, 5, 10), date(2013, 1, 1), nature)]).select("outcome", "child_owes", "verify")
    assert judged.row(0) == (expected, owes, verify)


@pytest.mark.parametrize("act", [date(2010, 5, 5), date(2018, 5, 5), date(2023, 5, 5)])
def test_nobody_is_told_that_damage_is_unprotected(act: date) -> None:
    judged = judge([tort(act, date(act.year - 14, 1, 1))])
    assert judged["needs_lawyer"][0] is True
    assert PACK.rules["needs_lawyer"].evidence == "?"


@pytest.mark.parametrize(
    ("act", "born", "expected"),
    [
        (date(2017, 6, 30), date(2002, 7, 1), "F1"),
        (date(2017, 7, 1), date(2002, 7, 2), "F1"),
        (date(2017, 7, 1), date(2002, 7, 1), "F15"),
        (date(2023, 2, 27), date(2008, 2, 29), "F1"),
        (date(2023, 2, 28), date(2008, 2, 29), "F15"),
        (date(2020, 7, 1), date(2002, 7, 2), "F15"),
        (date(2020, 7, 1), date(2002, 7, 1), "NOT_CHILD_DEBT"),
    ],
    ids=[
        "14 years and 364 days, old act",
        "14 years and 364 days, new act",
        "15th birthday",
        "born on 29 February, the day before",
        "born on 29 February, 15 on the 28th",
        "17 years and 364 days",
        "18th birthday",
    ],
)
def test_a_fine_falls_below_15_and_stands_from_15(act: date, born: date, expected: str) -> None:
    assert outcome(debt("fine", act, born)) == expected


def test_the_15th_birthday_itself_is_to_be_verified() -> None:
    at_15, at_16 = (judge([debt("fine", date(2020, 7, 1), date(year, 7, 1))])["verify"][0] for year in (2005, 2004))
    assert (at_15, at_16) == (True, False)


@pytest.mark.parametrize(
    ("month", "guaranteed", "verify"),
    [("2025-11", False, True), ("2025-12", True, True), ("2026-01", True, False), ("2026-10", True, False)],
)
def test_guardians_guarantee_premiums_from_2026_and_december_2025_is_to_be_verified(
    month: str, *, guaranteed: bool, verify: bool
) -> None:
    judged = judge([premium(month)])
    notes = [note.if_ for note in PACK.rules["HGUAR"].verify if note.if_ and "arose_on" in note.if_]
    assert judged["HGUAR"][0] is guaranteed
    assert ("H-GUARANTOR" in plan_of(premium(month))) is guaranteed
    assert [judged[condition_column(note)][0] for note in notes] == [verify]


@pytest.mark.parametrize(
    ("month", "born", "expected"),
    [
        ("2024-09", date(2009, 9, 1), "H1"),
        ("2024-09", date(2009, 9, 2), "H-REST"),
        ("2024-09", date(2006, 9, 2), "H1"),
        ("2024-09", date(2006, 9, 30), "H1"),
        ("2024-09", date(2006, 9, 1), "NOT_CHILD_DEBT"),
        ("2024-09", date(2006, 8, 31), "NOT_CHILD_DEBT"),
    ],
    ids=[
        "15 on the first of the month",
        "15 inside the month",
        "18 on the second",
        "18 on the last day",
        "18 on the first",
        "18 the day before",
    ],
)
def test_a_premium_goes_by_the_age_on_the_first_of_its_month(month: str, born: date, expected: str) -> None:
    assert outcome(premium(month, born)) == expected


@pytest.mark.parametrize("status", STATE_PAYS)
def test_where_the_state_pays_the_child_owes_nothing_after_correction(status: str) -> None:
    judged = judge([premium("2020-05", date(2005, 1, 1), status)]).select("outcome", "child_owes")
    assert judged.row(0) == ("H2", "no")
    assert {"H-DOCUMENT", "H-CORRECT"} <= set(plan_of(premium("2020-05", date(2005, 1, 1), status)))


@pytest.mark.parametrize(
    ("month", "expected"),
    [("2023-12", "H-REST"), ("2024-01", "H3"), ("2026-02", "H3")],
)
def test_a_third_country_childs_premium_is_the_guardians_from_2024(month: str, expected: str) -> None:
    facts = premium(month, date(2015, 1, 1), "third_country_long_term")
    assert outcome(facts) == expected
    assert judge([facts])["HGUAR"][0] is False


def test_what_was_paid_for_months_of_the_state_is_asked_back_even_when_all_is_over() -> None:
    paid = premium("2024-05", date(2009, 1, 1), "studying") | {"balance": "0"} | ENFORCED
    over = paid | {"enforcement_status": "ended"}
    assert plan_of(over) == ["H-REFUND"]


@pytest.mark.parametrize(
    ("treated", "expected"),
    [
        (date(2007, 12, 31), "R-REST"),
        (date(2008, 1, 1), "R1"),
        (date(2013, 12, 31), "R1"),
        (date(2014, 1, 1), "R-REST"),
    ],
)
def test_the_ruling_on_regulatory_fees_covers_2008_to_2013(treated: date, expected: str) -> None:
    assert outcome(debt("regulatory_fee_health", treated, date(2000, 1, 1))) == expected


@pytest.mark.parametrize(("kind", "verify"), [("hospital_day", False), ("emergency", True), (None, True)])
def test_only_the_hospital_day_is_what_the_ruling_decided(kind: str | None, *, verify: bool) -> None:
    fee = debt("regulatory_fee_health", date(2010, 5, 5), date(2000, 1, 1), health_fee_kind=kind)
    assert judge([fee]).select("outcome", "verify").row(0) == ("R1", verify)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("school_meals", "CARE-PARENT"), ("school_care", "CARE-PARENT"), ("institutional_care", "CARE-INSTITUTION")],
)
def test_parents_owe_for_school_and_institution_and_it_is_to_be_verified(kind: str, expected: str) -> None:
    facts = debt(kind, date(2019, 3, 10))
    assert judge([facts]).select("outcome", "child_owes", "verify").row(0) == (expected, "no", True)


@pytest.mark.parametrize(
    ("death", "inventory", "expected"),
    [
        (date(2013, 12, 31), None, "I0"),
        (date(2014, 1, 1), None, "I1"),
        (date(2014, 1, 1), False, "I1"),
        (date(2014, 1, 1), True, "I1-INVENTORY"),
    ],
)
def test_an_inherited_debt_goes_by_the_day_of_death_and_the_inventory(
    death: date, inventory: object, expected: str
) -> None:
    facts = debt("inherited", death, date(2005, 1, 1), inheritance_inventory=inventory)
    assert judge([facts]).select("outcome", "child_owes", "missing").row(0) == (expected, "depends", 0)


def test_costs_are_never_judged_alone() -> None:
    facts = debt("court_costs", date(2019, 3, 10)) | ENFORCED
    assert judge([facts]).select("outcome", "child_owes", "verify").row(0) == ("COSTS", "unknown", True)
    assert "COSTS-FIND" in plan_of(facts)


@pytest.mark.parametrize("kind", [*KINDS, *WRONGS])
def test_every_outcome_of_these_kinds_always_has_a_step_that_needs_no_condition(kind: str) -> None:
    of_any_kind = {"COSTS": ("court_costs",)}  # told by a condition, so that it holds before anything else does
    rules = [r for r in PACK.partitions["who_owes"] if kind in r.applies.get("debt_kind", of_any_kind.get(r.id, ()))]
    assert rules
    for rule in rules:
        assert any(step.if_ is None for ladder in rule.remedies for step in PACK.ladders[ladder].step), rule.id


def test_motions_for_debts_of_different_kinds_go_in_one_letter() -> None:
    """A fine and a school meal enforced by one executor need one motion to stop."""
    rows = [
        {"person_id": "A", **debt("fine", date(2023, 5, 5)), **ENFORCED},
        {"person_id": "A", **debt("school_meals", date(2023, 5, 5)), **ENFORCED},
    ]
    facts = frame_of(rows)
    plan = steps(checker().judge(facts, AS_OF), PACK)
    joined = [set(letter) for letter in plan["joined"] if "F-MOTION" in letter]
    assert joined == [{"F-MOTION", "PARENT-MOTION"}]

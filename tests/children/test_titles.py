"""Titles against children, enforcements that should not run, debt relief and birthdays: who may do what, by when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.strategies import AS_OF, frame_of

from dluhy.children.check import checker

if TYPE_CHECKING:
    import polars as pl

PACK = checker().pack
LADDERS = ("RM-REP", "RM-MOV", "RM-STOP", "RM-RELIEF", "RM-18", "RM-AFTER-18", "RM-DECEASED", "RM-ROUTES")
STEPS = [step for name in LADDERS for step in PACK.ladders[name].step]
DEFECTS = ("REP-PASSIVE", "REP-CONFLICT", "REP-TOWNHALL", "REP-GUARDIAN", "REP-CARE", "REP-NOT-HEARD", "REP-NOT-SERVED")
FARE = {"debt_kind": "transport_fare", "arose_on": date(2009, 9, 9), "title_kind": "judgment"}
SUED_AT_16: dict[str, Any] = {**FARE, "birth_date": date(1993, 5, 5), "proceedings_began_on": date(2010, 3, 1)}
CLEAN = {
    "parent_passive": False,
    "parent_in_conflict": False,
    "registered_at_town_hall": False,
    "in_care_at_service": False,
    "service_by_fiction": False,
    "never_properly_served": False,
    "child_heard": True,
    "guardian_ad_litem": "none",
}


def judged(**facts: object) -> dict[str, Any]:
    """Return everything judged of one debt."""
    frame: pl.DataFrame = checker().engine.evaluate(frame_of([facts]), AS_OF)
    return frame.row(0, named=True)


PUBLISHED = {
    "I. ÚS 3598/14": {
        "debt_kind": "transport_fare",
        "title_kind": "judgment",
        "age_when_sued": 11,
        "parent_passive": True,
        "registered_at_town_hall": True,
    },
    "I. ÚS 3655/16": {
        "debt_kind": "transport_fare",
        "title_kind": "judgment",
        "title_issued_on": date(2012, 3, 20),
        "age_when_sued": {"to": 17},
        "parent_passive": True,
        "principal": "1011",
        "costs": "8920",
    },
}


@pytest.mark.parametrize("decision", PUBLISHED)
def test_title_that_the_constitutional_court_quashed_is_attackable(decision: str) -> None:
    row = judged(**PUBLISHED[decision])

    assert row["REP"] is True
    assert row["REP-PASSIVE"] is True
    assert row["~P-NO-GUARDIAN"] is True
    cited = {cite.at for name in ("REP", "REP-PASSIVE") for cite in PACK.rules[name].citations}
    assert decision in cited


@pytest.mark.parametrize(
    ("defect", "facts"),
    [
        ("REP-PASSIVE", {"parent_passive": True}),
        ("REP-CONFLICT", {"parent_in_conflict": True}),
        ("REP-TOWNHALL", {"registered_at_town_hall": True, "parent_passive": None}),
        ("REP-GUARDIAN", {"guardian_ad_litem": "passive"}),
        ("REP-CARE", {"in_care_at_service": True, "parent_passive": None}),
        ("REP-NOT-HEARD", {"child_heard": False, "parent_passive": None}),
        ("REP-NOT-SERVED", {"never_properly_served": True}),
    ],
)
def test_each_defect_alone_makes_the_title_attackable_and_is_named(defect: str, facts: dict[str, object]) -> None:
    row = judged(**SUED_AT_16 | CLEAN | facts)

    assert row["REP"] is True
    assert [name for name in DEFECTS if row[name]] == [defect]


def test_the_office_as_address_is_no_defect_where_the_parent_acted() -> None:
    assert judged(**SUED_AT_16 | CLEAN | {"registered_at_town_hall": True})["REP"] is False


@pytest.mark.parametrize("facts", [{"in_care_at_service": True}, {"child_heard": False}])
def test_what_only_hints_at_a_defect_is_none_where_the_parent_acted(facts: dict[str, object]) -> None:
    known = SUED_AT_16 | CLEAN | {"title_issued_on": date(2021, 6, 30)} | facts
    assert judged(**known)["REP"] is False
    assert judged(**known | {"parent_passive": None})["REP"] is True


@pytest.mark.parametrize(("issued", "attackable"), [(date(2021, 6, 30), False), (date(2021, 7, 1), True)])
def test_a_child_of_15_not_heard_is_a_defect_of_its_own_from_july_2021(issued: date, *, attackable: bool) -> None:
    assert judged(**SUED_AT_16 | CLEAN | {"child_heard": False, "title_issued_on": issued})["REP"] is attackable


def test_proceedings_without_a_defect_give_no_ground() -> None:
    assert judged(**SUED_AT_16 | CLEAN)["REP"] is False


def test_a_title_nothing_is_known_of_is_not_called_sound() -> None:
    row = judged(**SUED_AT_16)

    assert row["REP"] is None
    assert "parent_passive" in checker().engine.missing_names(row["REP?"])


def test_an_active_guardian_makes_up_for_a_passive_parent_but_not_for_missing_service() -> None:
    guarded = SUED_AT_16 | CLEAN | {"guardian_ad_litem": "active", "parent_passive": True}

    assert judged(**guarded)["REP"] is False
    assert judged(**guarded | {"never_properly_served": True})["REP"] is True


@pytest.mark.parametrize(("issued", "barred"), [(date(2021, 6, 30), False), (date(2021, 7, 1), True)])
def test_payment_order_against_a_minor_is_barred_from_july_2021_whoever_represented_it(
    issued: date, *, barred: bool
) -> None:
    order = {"title_kind": "payment_order", "title_issued_on": issued, "proceedings_began_on": date(2021, 5, 1)}
    row = judged(**FARE | CLEAN | order | {"birth_date": date(2005, 5, 5), "guardian_ad_litem": "active"})

    assert row["shortened_proceedings"] is barred
    assert row["REP"] is barred


def test_nature_of_the_act_is_asked_only_of_damage() -> None:
    enforced = {"enforcement_kind": "court_executor", "enforcement_began_on": date(2023, 1, 1)}
    childhood = {"arose_on": date(2015, 5, 5), "birth_date": date(2000, 1, 1)} | enforced

    assert judged(debt_kind="library", **childhood)["MOV67"] is True
    tort = judged(debt_kind="tort", **childhood)
    assert tort["MOV67"] is None
    assert checker().engine.missing_names(tort["MOV67?"]) == ["tort_nature"]


@pytest.mark.parametrize(("began", "possible"), [(date(2024, 9, 30), True), (date(2024, 10, 1), False)])
def test_relief_of_childhood_debts_ends_with_proceedings_begun_in_september_2024(
    began: date, *, possible: bool
) -> None:
    relief = {"insolvency_began_on": began, "insolvency_found_on": date(2024, 11, 5), "relief_by_instalments": True}
    row = judged(**SUED_AT_16, **relief, balance="10000")

    assert row["R412A"] is possible
    assert row["R412A-KEPT"] is possible


@pytest.mark.parametrize(
    ("step", "length", "event"),
    [
        ("REP-STOP", (15, None), "reason_learned_on"),
        ("MOV-STOP", (15, None), "reason_learned_on"),
        ("STOP-MOTION", (15, None), "reason_learned_on"),
        ("REP-INEFFECTIVE", (15, None), "title_learned_on"),
        ("REP-CONSTITUTIONAL", (None, 2), "title_learned_on"),
        ("STOP-CREDITOR-SILENT", (30, None), "advance_call_on"),
        ("ROUTE-SILENCE", (30, None), "advance_call_on"),
    ],
)
def test_limit_is_computed_from_the_event_the_statute_names(
    step: str, length: tuple[int | None, int | None], event: str
) -> None:
    limit = PACK.steps[step][1].limit

    assert (limit.days, limit.months) == length
    assert (limit.runs_from, limit.counting) == (event, "osr57")
    assert PACK.facts[event].asked


def test_no_other_limit_pretends_to_a_day() -> None:
    computed = {step.id for step in STEPS if step.limit.runs_from}

    assert computed == {
        "REP-STOP", "MOV-STOP", "STOP-MOTION", "REP-INEFFECTIVE", "REP-CONSTITUTIONAL", "STOP-CREDITOR-SILENT",
        "ROUTE-SILENCE",
    }  # fmt: skip


def test_action_for_nullity_names_all_three_of_its_limits() -> None:
    limit = PACK.steps["REP-NULLITY"][1].limit

    assert {str(cite) for cite in limit.cites} == {"99/1963 § 234 odst. 1, 2", "99/1963 § 235 odst. 1"}
    assert all(part in limit.text.cs for part in ("3 měsíce od ustanovení", "3 roky od právní moci", "nelze prominout"))


def test_what_belongs_before_the_18th_birthday_is_marked_so() -> None:
    assert all(step.before_18 for step in PACK.ladders["RM-18"].step)
    assert PACK.steps["REP-CONFLICT-GUARDIAN"][1].before_18


def test_worst_cost_of_a_stop_is_what_the_tariff_gives() -> None:
    fee, lump = PACK.series["executor_fee_when_stopped"], PACK.series["executor_lump_larger_claim"]
    vat = PACK.series["vat_percent"].period[-1].value or 0
    old_fee, new_fee = (period.value or 0 for period in fee.period)
    old_lump, new_lump = (period.value or 0 for period in lump.period)
    worst = max(old_fee + old_lump, new_fee + new_lump, new_fee + old_lump)

    for step_id in ("STOP-CREDITOR-CONSENT", "ROUTE-CONSENT"):
        assert PACK.steps[step_id][1].cost_most == worst * (100 + vat) / 100


def test_the_cheapest_routes_answer_no_rule_and_each_says_who_pays() -> None:
    routes = PACK.ladders["RM-ROUTES"].step

    assert not [rule.id for rule in PACK.rules.values() if "RM-ROUTES" in rule.remedies]
    assert {step.bears for step in routes} == {"creditor"}
    assert [step.id for step in routes if step.cost_most == 0] == ["ROUTE-WAIVE", "ROUTE-SILENCE"]

"""The interventions of debts and people as the pack has them: each there, its steps, windows and references."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from tests.law.support import Change, changed
from tests.strategies import AS_OF

from dluhy.engine.evaluate import Engine
from dluhy.facts.derived import functions
from dluhy.facts.frame import frame_from_facts
from dluhy.law.pack import default_pack, load_texts
from dluhy.municipal.interventions import is_open, ladders_of, steps_of
from dluhy.problems import HorizonError, PackError

LAW = default_pack()
RULES = [
    "M-01", "M-02", "M-03", "M-04", "M-05", "M-06", "M-07", "M-08", "M-09", "M-10", "M-11", "M-12", "M-13", "M-18",
    "M-32", "M-33", "M-37", "M-41",
]  # fmt: skip
CHECKLIST = ["M-30", "M-36", "M-39"]
OWN = "municipal/interventions_debts.toml"
KNOWN = date(2027, 5, 31)
ENGINE = Engine(LAW, functions(), "municipal_debts")


@pytest.mark.parametrize("name", RULES)
def test_an_intervention_of_debts_or_people_is_a_rule_with_examples_of_every_status(name: str) -> None:
    item, rule = LAW.interventions[name], LAW.rules[name]
    assert (item.kind, rule.role, rule.topic) == ("rule", "intervention", "municipal")
    assert rule.remedies[0] == f"RM-{name}"
    assert {example.expect for example in rule.example} == {"holds", "fails", "unknown"}


@pytest.mark.parametrize("name", CHECKLIST)
def test_what_is_procedural_is_a_checklist_item_that_says_when_it_belongs(name: str) -> None:
    item = LAW.interventions[name]
    assert item.kind == "checklist"
    assert name not in LAW.rules
    assert item.when is not None
    assert item.ladders == [f"RM-{name}"]


def test_there_is_no_nineteenth() -> None:
    assert "M-19" not in LAW.interventions


def test_conflicts_are_told_from_both_sides() -> None:
    for item in LAW.interventions.values():
        for other in item.conflicts:
            assert item.id in LAW.interventions[other].conflicts, f"{item.id} – {other}"


def test_nothing_waits_for_itself() -> None:
    for name in LAW.interventions:
        seen, waiting = set(), list(LAW.interventions[name].requires)
        while waiting:
            other = waiting.pop()
            assert other != name
            if other not in seen:
                seen.add(other)
                waiting += LAW.interventions[other].requires


@pytest.mark.parametrize("name", ["M-01", "M-03", "M-07", "M-10", "M-32", "M-33"])
def test_whoever_gives_up_a_claim_gives_reasons_first(name: str) -> None:
    assert "M-30" in LAW.interventions[name].requires


@pytest.mark.parametrize("name", ["M-18", "M-37"])
def test_the_legal_ground_comes_before_data_of_people_leave(name: str) -> None:
    assert "M-39" in LAW.interventions[name].requires


def test_preparations_come_first_then_the_steps_that_stand_elsewhere_then_the_rest() -> None:
    found = [step.id for step in steps_of(LAW.interventions["M-01"], LAW)]
    assert found == ["M01-TELL", "M01-GROUNDS", "W0-WAIVE", "W1-REQUEST-WAIVER", "W1-WAIVE-INCREASE", "M01-LEDGER"]


def test_a_checklist_item_has_its_own_ladder_and_a_rule_those_of_the_rule() -> None:
    assert ladders_of(LAW.interventions["M-30"], LAW) == ["RM-M-30"]
    assert ladders_of(LAW.interventions["M-02"], LAW) == ["RM-M-02"]
    steps = [step.id for step in steps_of(LAW.interventions["M-30"], LAW)]
    assert steps == ["M30-COSTS", "M30-WEAKNESS", "STEWARD-BEFORE", "STEWARD-LATER", "M30-RESOLUTION"]


def test_no_step_is_named_that_the_intervention_has_itself() -> None:
    for item in LAW.interventions.values():
        own = {step.id for ladder in ladders_of(item, LAW) for step in LAW.ladders[ladder].step}
        assert own.isdisjoint(item.uses), item.id
        assert len(set(item.uses)) == len(item.uses), item.id


@pytest.mark.parametrize(
    ("first", "last"), [(date(2021, 10, 28), date(2022, 1, 28)), (date(2022, 9, 1), date(2022, 11, 30))]
)
def test_a_campaign_is_open_on_the_days_of_its_window_and_on_no_day_beside(first: date, last: date) -> None:
    item, day = LAW.interventions["M-36"], timedelta(days=1)
    assert [is_open(item, LAW, when) for when in (first - day, first, last, last + day)] == [False, True, True, False]


def test_no_window_is_open_in_2026_and_nothing_is_said_of_later_years() -> None:
    item = LAW.interventions["M-36"]
    assert not any(is_open(item, LAW, date(2026, month, 1)) for month in range(1, 13))
    with pytest.raises(HorizonError):
        is_open(item, LAW, date(2027, 1, 1))


def test_what_has_no_window_is_always_open() -> None:
    assert is_open(LAW.interventions["M-30"], LAW, date(2050, 1, 1))


@pytest.mark.parametrize(
    ("change", "code", "what"),
    [
        ((OWN, 'uses = ["W0-ASSESS-GUARDIAN"]', 'uses = ["W0-ASSESS"]'), "unknown_step", "W0-ASSESS"),
        ((OWN, 'window = "amnesty_windows"', 'window = "amnesty"'), "unknown_series", "amnesty"),
        ((OWN, 'window = "amnesty_windows"', 'window = "assessment_years"'), "unknown_series", "assessment_years"),
    ],
)
def test_what_leads_nowhere_is_refused(change: Change, code: str, what: str) -> None:
    with pytest.raises(PackError) as refusal:
        load_texts(changed(change))
    (problem,) = refusal.value.problems
    assert problem.code == code
    assert what in problem.cs
    assert what in problem.en


def _computed(name: str, **facts: object) -> tuple[object, ...]:
    part = LAW.of("municipal_debts")
    frame = ENGINE.evaluate(frame_from_facts([facts], part.members, part.facts), AS_OF)
    return frame.select(part.facts[name].columns).row(0)


@pytest.mark.parametrize(
    ("facts", "ends"),
    [
        # to the fee year 2023 the three and ten years run from the due day
        ({"fee_year": 2023, "due_on": date(2023, 5, 31)}, (date(2026, 5, 31), date(2033, 5, 31))),
        ({"fee_year": 2020, "due_on": date(2020, 2, 29)}, (date(2023, 2, 28), date(2030, 2, 28))),
        # from 2024 on from the first day after the fee year
        ({"fee_year": 2024, "due_on": date(2024, 5, 31)}, (date(2028, 1, 1), date(2035, 1, 1))),
        ({"fee_year": 2023, "due_on": date(2024, 1, 15)}, (date(2027, 1, 15), date(2034, 1, 15))),
        # one sum for two years fell due somewhere in them: the end is as uncertain
        ({"fee_year": "2023/2024", "due_on": date(2024, 5, 31)}, (date(2026, 1, 1), date(2035, 1, 1))),
        ({"fee_year": 2024}, (date(2028, 1, 1), date(2035, 1, 1))),
        ({}, (None, None)),
        # what the office knows wins
        ({"fee_year": 2023, "due_on": date(2023, 5, 31), "assessment_ends_on": KNOWN}, (KNOWN, KNOWN)),
    ],
)  # fmt: skip
def test_the_period_for_assessing_ends_between_its_usual_and_its_absolute_end(
    facts: dict[str, object], ends: tuple[date | None, date | None]
) -> None:
    assert _computed("assessment_ends_on", debt_kind="local_fee_waste", **facts) == ends


@pytest.mark.parametrize(
    ("facts", "body"),
    [
        ({"debt_kind": "local_fee_waste"}, "municipality"), ({"debt_kind": "local_fee_other"}, "municipality"),
        ({"debt_kind": "library"}, None), ({"debt_kind": "fine"}, None), ({}, None),
        ({"debt_kind": "library", "creditor_body": "municipal_organisation"}, "municipal_organisation"),
    ],
)  # fmt: skip
def test_only_of_a_local_fee_the_kind_of_debt_says_whose_it_is(facts: dict[str, object], body: str | None) -> None:
    assert _computed("creditor_body", **facts) == (body,)


def test_a_rule_of_debts_reads_the_screening_wherever_the_debtor_is_to_pay() -> None:
    for name in ("M-04", "M-05", "M-07", "M-09", "M-10"):
        assert any("screened_owes" in condition.if_ for condition in LAW.rules[name].all), name


def test_every_intervention_of_debts_stands_aside_where_data_contradict_each_other() -> None:
    rows = [
        example.facts | {"data_conflict": True}
        for name in RULES
        if name != "M-11"
        for example in LAW.rules[name].example
    ]
    part = LAW.of("municipal_debts")
    found = ENGINE.evaluate(frame_from_facts(rows, part.members, part.facts), AS_OF)
    assert not found.select(pl.any_horizontal(pl.col(list(part.rules)).any())).item()

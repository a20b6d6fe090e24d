"""Topics, days, subjects and names that no pack may hold: place and reason in two languages, all at once."""

from __future__ import annotations

import pytest
from tests.law.support import Fault, changed, refusals, rule, shipped, the_one, with_own_rules

from dluhy.children.check import COMPACT
from dluhy.children.outcome import NEEDS_DATA, WHO_OWES
from dluhy.facts.schema import FACTS, SUBJECT_KEYS
from dluhy.intake.lists import IDENTITY
from dluhy.law.pack import load_texts

LIMITS, HEAD, PEOPLE = "amounts/limits.toml", "pack.toml", "children/people.toml"
REMEDIES, PRESUMED = "children/remedies.toml", "children/presumptions.toml"


def of_another_topic(file: str, kind: str, name: str) -> Fault:
    old = f'id = "{name}"\ntopic = '
    cs, en = "téma adults nemá horizont", "the topic adults has no horizon"
    return Fault((file, f'{old}"children"', f'{old}"adults"'), "no_horizon", f"{file} {kind} {name}", cs, en)


REFUSED = [
    of_another_topic(REMEDIES, "ladder", "RM-OSPOD"),
    of_another_topic(PRESUMED, "presumption", "P-TITLE"),
    of_another_topic(LIMITS, "series", "motion_days_from_call"),
    of_another_topic(LIMITS, "days", "public_holidays"),
    of_another_topic(PEOPLE, "rule", "LIST-0"),
    Fault(
        (HEAD, "example_as_of = 2026-11-21", "example_as_of = 2026-08-31"),
        "example_day",
        "pack",
        "den příkladů je mimo horizont tématu municipal",
        "the examples' day is outside the horizon of municipal",
    ),
    Fault(
        (LIMITS, 'selected_by = "call_served_on"', 'selected_by = "call_served"'),
        "unknown_fact",
        f"{LIMITS} series motion_days_from_call",
        "neznámá skutečnost „call_served“",
        "unknown fact “call_served”",
    ),
    Fault(
        (PRESUMED, 'cites = ["565/1990 § 10g"]', "cites = []"),
        "no_citation",
        f"{PRESUMED} presumption P-NO-INSTITUTION",
        "nic se necituje",
        "nothing is cited",
    ),
    Fault(
        (PEOPLE, 'if = "unpaid_fee_years >= 2"', 'if = "unpaid_fee_years >= 2 OR NOT [W0]"'),
        "wrong_subject",
        f"{PEOPLE} rule notify_ospod „unpaid_fee_years >= 2 OR NOT [W0]“",
        "„W0“ nevypovídá o předmětu person",
        "“W0” is not about a person",
    ),
]


@pytest.mark.parametrize("fault", REFUSED, ids=lambda fault: f"{fault.code} in {fault.place}")
def test_a_pack_at_odds_with_its_own_head_facts_or_subjects_is_refused(fault: Fault) -> None:
    (problem,) = refusals(changed(fault.change))

    assert (problem.code, problem.place, problem.cs, problem.en) == (fault.code, fault.place, fault.cs, fault.en)


def test_everything_at_odds_is_said_at_once() -> None:
    problems = refusals(changed(*(fault.change for fault in REFUSED)))

    assert [fault for fault in REFUSED if not fault.is_named_in(problems)] == []
    assert len(problems) == len(REFUSED)


@pytest.mark.parametrize("day", ["2026-09-01", "2026-12-31"])
def test_the_examples_may_be_judged_on_the_first_and_on_the_last_day_of_a_horizon(day: str) -> None:
    pack = load_texts(changed((HEAD, "example_as_of = 2026-11-21", f"example_as_of = {day}")))

    assert pack.info.example_as_of.isoformat() == day


@pytest.mark.parametrize(
    ("day", "topics"),
    [
        ("2025-12-31", ["children", "municipal"]),
        ("2026-08-31", ["municipal"]),
        ("2027-01-01", ["children", "household", "relief", "municipal"]),
    ],
)
def test_the_examples_may_not_be_judged_a_day_before_or_after_a_horizon(day: str, topics: list[str]) -> None:
    texts = changed((HEAD, "example_as_of = 2026-11-21", f"example_as_of = {day}"))

    found = [problem for problem in refusals(texts) if problem.code == "example_day"]
    assert [problem.en for problem in found] == [f"the examples' day is outside the horizon of {t}" for t in topics]
    assert {problem.place for problem in found} == {"pack"}


def test_a_horizon_may_be_a_single_day() -> None:
    pack = load_texts(
        changed(
            (HEAD, "from = 2026-01-01", "from = 2026-11-21"),
            (HEAD, "in 2026\nto = 2026-12-31", "in 2026\nto = 2026-11-21"),
        )
    )

    horizon = pack.info.horizon["children"]
    assert horizon.from_ == horizon.to == pack.info.example_as_of


def test_a_rule_about_a_person_may_read_the_result_of_another_such_rule_and_the_day() -> None:
    condition = "[LIST-1] AND person_limit_on >= as_of"

    assert load_texts(changed((PEOPLE, 'if = "unpaid_fee_years >= 2"', f'if = "{condition}"'))).conditions[condition]


def test_a_rule_about_a_debt_may_read_the_result_of_a_rule_about_a_person() -> None:
    texts = shipped() | {"own.toml": rule("R", "[LIST-1] AND unpaid_fee_years >= 2").encode()}

    assert load_texts(texts).rules["R"].subject == "debt"


COLUMNS = {name for spec in FACTS.values() for name in (spec.name, *spec.columns)}
COUNTS = {"debts", "debts_to_stop", "debts_undecided", "balance_to_stop", "rows"}
NO_RULE_ID = sorted({*COMPACT, *IDENTITY, *COUNTS, *COLUMNS, *(key for key in SUBJECT_KEYS.values() if key)})


@pytest.mark.parametrize(
    "name", ["outcome", "principal", "fee_year", "fee_year_from", "due_on_to", "as_of", "person_id"]
)
def test_a_rule_called_like_a_column_is_refused(name: str) -> None:
    (problem,) = refusals(with_own_rules(rule(name, "fee_year >= 2016")))

    assert (problem.code, problem.place) == ("reserved_id", f"own.toml rule {name}")
    assert problem.cs == "označení patří sloupci skutečnosti nebo výsledku"
    assert problem.en == "the id belongs to a column of a fact or a result"


def test_every_column_of_a_list_of_a_fact_and_of_a_result_is_reserved() -> None:
    problems = refusals(with_own_rules("".join(rule(name, "fee_year >= 2016") for name in NO_RULE_ID)))

    assert [(problem.code, problem.place) for problem in problems] == [
        ("reserved_id", f"own.toml rule {name}") for name in NO_RULE_ID
    ]


@pytest.mark.parametrize("name", ["fee_year_to_2012", "Outcome", "principal-2"])
def test_a_rule_may_be_called_almost_like_a_column(name: str) -> None:
    assert name in load_texts(with_own_rules(rule(name, "fee_year >= 2016"))).rules


def test_an_outcome_called_like_that_of_an_undecided_debt_is_refused() -> None:
    texts = with_own_rules(rule(NEEDS_DATA, "fee_year >= 2016", more=f'partition = "{WHO_OWES}"'))

    assert the_one(refusals(texts), "reserved_id").place == f"own.toml rule {NEEDS_DATA}"

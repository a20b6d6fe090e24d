"""What to do at once: the step that is for the obligation at hand, one for each that begins with another."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dluhy.case import parse_case, read_case
from dluhy.law.pack import default_pack
from dluhy.report.household import HouseholdReport, household_report
from dluhy.report.household_text import household_lines
from dluhy.report.texts import Texts
from dluhy.screening import household_of

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "domacnosti"
CRIMINAL, FINE, PUBLIC = "TRIAGE_CRIMINAL", "TRIAGE_FINE", "TRIAGE_PUBLIC"
INSURER = {"PUBLIC-STATE", "PUBLIC-LAPSE-HEALTH", "PUBLIC-HEALTH"}


@cache
def shipped(number: str) -> HouseholdReport:
    (path,) = FOLDER.glob(f"{number}*")
    return household_report(household_of(read_case(path).case), default_pack(), "cs")


def owing(*debts: dict[str, Any]) -> HouseholdReport:
    """Return the report of a man who owes debts of kinds that are overdue and not enforced."""
    told = [
        {"id": f"dluh-{place}", "debtor": "klient", "creditor": {"name": "Věřitel A", "kind": "state"},
         "arose_on": "2024-01-02", "due_on": "2024-03-01", "balance": "3000"} | debt
        for place, debt in enumerate(debts)
    ]  # fmt: skip
    case = {
        "ref": "R-1", "as_of": "2026-11-21", "debts": told, "enforcements": [],
        "people": [{"id": "klient", "role": "debtor", "birth_date": "1980-05-02"}],
        "history": {"insolvencies": [], "petitions": []},
    }  # fmt: skip
    return household_report(household_of(parse_case(json.dumps(case))), default_pack(), "cs")


def steps(report: HouseholdReport) -> dict[str, list[str]]:
    return {group.rule: [step.step for step in group.steps] for group in report.first or ()}


def test_a_criminal_fine_is_asked_about_at_the_court_and_a_fine_for_a_misdemeanour_checked_for_its_age() -> None:
    found = {group.rule: group for group in shipped("09").first or ()}
    assert [each.id for each in found[CRIMINAL].obligations] == ["trest"]
    assert [each.id for each in found[FINE].obligations] == ["prestupek"]
    assert [step.step for step in found[CRIMINAL].steps] == ["PENALTY-COURT"]
    assert [step.step for step in found[FINE].steps] == ["FINE-LAPSE"]
    assert found[CRIMINAL].obligations[0].certain


def test_who_owes_damages_under_a_conviction_is_not_told_of_a_criminal_fine() -> None:
    found = steps(owing({"kind": "tort", "criminal_penalty": True}))
    assert found[CRIMINAL] == ["PENALTY-CONDITION"]


@pytest.mark.parametrize("number", ["08", "15"])
def test_who_owes_a_local_fee_alone_is_not_advised_about_insurance(number: str) -> None:
    groups = {group.rule: group for group in shipped(number).first or ()}
    if PUBLIC in groups:
        assert {step.step for step in groups[PUBLIC].steps} == {"PUBLIC-LAPSE"}
    told = [step.step for group in groups.values() for step in group.steps]
    assert not INSURER & set(told)


def test_obligations_of_one_class_that_begin_with_different_steps_are_told_one_for_each() -> None:
    found = owing({"kind": "local_fee_waste"}, {"kind": "health_insurance_premium"}, {"kind": "local_fee_other"})
    (group,) = (group for group in found.first or () if group.rule == PUBLIC)
    assert [step.step for step in group.steps] == ["PUBLIC-STATE", "PUBLIC-LAPSE"]
    first, second = group.steps
    assert first.ladder.replace("\u00a0", " ") == default_pack().ladders["RM-PUBLIC"].title.cs
    assert second.ladder in {each.label for each in group.obligations}
    text = "\n".join(household_lines(found, Texts("cs"))).replace("\u00a0", " ")
    assert "Hned: " in text


def test_overdue_instalments_of_a_mortgage_are_talked_about_before_those_not_yet_due() -> None:
    assert steps(shipped("12"))["TRIAGE_PLEDGE"] == ["PLEDGE-ARREARS", "PLEDGE-BANK"]


def test_two_debts_that_begin_alike_are_told_once() -> None:
    assert steps(owing({"kind": "local_fee_waste"}, {"kind": "local_fee_other"}))[PUBLIC] == ["PUBLIC-LAPSE"]

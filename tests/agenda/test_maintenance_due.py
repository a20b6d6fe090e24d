"""Maintenance that the household's children are owed and nobody pays leads to a step, or to a question of its title."""

from __future__ import annotations

from typing import Any

import pytest

import dluhy

DUE: dict[str, Any] = {"monthly": "3000", "paid": "0", "enforced": False}


def screened(**due: object) -> dluhy.Screening:
    people = [
        {"id": "klient", "role": "debtor", "birth_date": "1990-01-01"},
        {"id": "dite", "role": "child", "birth_date": "2018-01-01", "maintenance_due": DUE | due},
    ]
    incomes = [{"kind": "wage", "net": "20000", "period": "2026-10", "paid_on": "2026-11-10"}]
    return dluhy.screen({"ref": "x", "as_of": "2026-11-22", "people": people, "incomes": incomes, "debts": []})


@pytest.mark.parametrize(
    ("due", "steps", "asked"),
    [
        ({"title": True}, {"maintenance_enforce"}, False),
        ({"title": False}, {"maintenance_set"}, False),
        ({}, set(), True),
        ({"title": True, "enforced": True}, set(), False),
        ({"title": True, "paid": "3000"}, set(), False),
    ],
)
def test_unpaid_maintenance_leads_to_a_step_or_to_the_question_of_a_title(
    due: dict[str, Any], steps: set[str], *, asked: bool
) -> None:
    found = screened(**due)
    told = [each for each in found.agenda.tasks if each.code.startswith("maintenance_")]
    assert {each.code for each in told} == steps
    assert all(each.this_week and each.plain is not None and each.citations for each in told)
    assert ("maintenance_title" in {each.fact for each in found.questions}) is asked

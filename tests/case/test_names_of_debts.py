"""Debts without an id: the same name in every topic. Debt relief: nobody who died asks for it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dluhy.screening import screen

if TYPE_CHECKING:
    from dluhy.screening import Screening

CLIENTS = Path(__file__).resolve().parents[2] / "fixtures" / "klienti"


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CLIENTS / name).read_text(encoding="utf-8"))
    return found


def nameless() -> Screening:
    told = document("10_skoro_nic_znameho.json")
    for debt in told["debts"]:
        del debt["id"]
    for enforcement in told.get("enforcements") or []:
        enforcement.pop("debts", None)
    return screen(told)


def test_a_debt_without_an_id_has_one_name_in_every_topic() -> None:
    found = nameless()
    names = set(found.judged["debt_id"])
    assert {each.debt for each in found.defects} == names
    assert found.household is not None
    assert found.household.sheet.triage is not None
    assert set(found.household.sheet.triage["debt"].drop_nulls()) <= names
    (ways,) = found.strategies
    assert ways.state is not None
    assert {claim.id for claim in ways.state.claims or ()} <= names
    assert {debt for task in found.agenda.tasks for debt in task.debts} <= names


def test_a_debt_without_an_id_is_never_called_by_a_sign_of_the_program() -> None:
    assert not re.findall(r"\?\d", nameless().text("cs"))


def test_a_dead_spouse_files_no_petition_even_where_one_was_thought_of() -> None:
    told = document("06_manzele_hypoteka_dve_mzdy.json")
    dead = told["people"][0]
    dead["died_on"] = "2026-05-01"
    told["relief"] = {**told["relief"], "person": dead["id"], "spouses_together": True}
    found = screen(told)
    assert all(dead["id"] not in each.people for each in found.relief)

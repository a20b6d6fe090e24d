"""Debt relief of the clients with a debt removed or debts in another order: what may change, and what never does."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dluhy.case import case_facts
from dluhy.case.given import case_given
from dluhy.case.household import household_of_case, says_nothing
from dluhy.case.payments import deductions_of_case
from dluhy.case.relief import reliefs_of_case
from dluhy.case.wages import with_net_wages
from dluhy.children.check import checker
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from dluhy.case.relief import CaseRelief

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "klienti"
NAMES = sorted(path.name for path in FOLDER.glob("*.json"))
PACK = default_pack()
INSOLVENCY = "DR-02"  # one creditor left, or inability no longer shown
CHILDHOOD = "TRACK-CHILD"  # the share of debts from childhood


@cache
def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return found


def reliefs(raw: dict[str, Any]) -> dict[tuple[str | None, ...], CaseRelief]:
    """Return debt relief of a document by the people who would file."""
    case = case_given(raw, PACK).case
    judge = checker(PACK)
    judged = judge.judge(case_facts(case, PACK).frame, case.as_of)
    with_nets, wages = with_net_wages(case, PACK)
    circle = None
    if not says_nothing(case):
        deductions = deductions_of_case(with_nets, PACK)
        circle = household_of_case(with_nets, wages, deductions, PACK, judged).sheet.circle
    return {each.people: each for each in reliefs_of_case(with_nets, circle, judged, PACK)}


def without(raw: dict[str, Any], debt: str) -> dict[str, Any]:
    """Return a document without a debt, and without what only that debt was about."""
    made = deepcopy(raw)
    made["debts"] = [each for each in made["debts"] if debt not in {each.get("id"), each.get("follows")}]
    kept = {each.get("id") for each in made["debts"]}
    for enforcement in made.get("enforcements") or []:
        enforcement["debts"] = [each for each in enforcement.get("debts") or [] if each in kept]
    if made.get("enforcements"):
        made["enforcements"] = [each for each in made["enforcements"] if each["debts"]]
    if made.get("budget"):
        made["budget"] = [each for each in made["budget"] if each.get("debt") in {None, *kept}]
    for asset in made.get("assets") or []:
        if asset.get("secures"):
            asset["secures"] = [each for each in asset["secures"] if each in kept]
    return made


def met(relief: CaseRelief) -> set[str]:
    """Return the conditions that are met, and the ways that apply."""
    entry = relief.entry
    if entry is None:
        return set()
    return {each.rule.id for each in entry.conditions if each.verdict == "met"} | {each.id for each in entry.tracks}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", NAMES)
def test_a_debt_less_makes_entry_worse_only_by_the_named_exceptions(name: str) -> None:
    raw = document(name)
    before = reliefs(raw)
    for debt in [each["id"] for each in raw["debts"]]:
        after = reliefs(without(raw, debt))
        for people in before.keys() & after.keys():
            lost = met(before[people]) - met(after[people])
            assert lost <= {INSOLVENCY, CHILDHOOD}, (debt, people)


def test_with_one_creditor_left_there_is_no_insolvency() -> None:
    raw = document("05_zivnostnik_po_skonceni.json")
    (before,) = reliefs(raw).values()
    assert INSOLVENCY in met(before)
    for debt in [each["id"] for each in raw["debts"]][1:]:
        raw = without(raw, debt)
    (after,) = reliefs(raw).values()
    assert INSOLVENCY not in met(after)


@pytest.mark.sweep(3)
@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_debts_and_enforcements_changes_nothing(name: str) -> None:
    raw = document(name)
    turned = deepcopy(raw)
    for part in ("debts", "enforcements"):
        turned[part] = (turned.get(part) or [])[::-1] if turned.get(part) is not None else None
        if turned[part] is None:
            del turned[part]
    one, other = reliefs(raw), reliefs(turned)
    assert one.keys() == other.keys()
    for people, each in one.items():
        again = other[people]
        assert met(each) == met(again)
        assert (each.entry and each.entry.kind) == (again.entry and again.entry.kind)
        assert (each.minimum and each.minimum.monthly) == (again.minimum and again.minimum.monthly)
        assert (each.projection and each.projection.basis_points) == (
            again.projection and again.projection.basis_points
        )

"""The same clients with one fact changed: what the law makes of it, and of nothing else."""

from __future__ import annotations

import json
from copy import deepcopy
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dluhy.screening import screen

if TYPE_CHECKING:
    from dluhy.screening import Screening

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "klienti"


@cache
def _document(number: str) -> dict[str, Any]:
    (path,) = FOLDER.glob(f"{number}_*.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def changed(number: str, *places: tuple[str, Any]) -> Screening:
    """Return the screening of a client with other values at places such as `debts.skoda.tort_nature`."""
    document = deepcopy(_document(number))
    for place, value in places:
        *way, last = place.split(".")
        part: Any = document
        for step in way:
            part = next(each for each in part if each["id"] == step) if isinstance(part, list) else part[step]
        if value is None:
            part.pop(last, None)
        else:
            part[last] = value
    return screen(document)


def deducted(found: Screening) -> list[int]:
    return [each.deduction.deducted // 100 for each in found.deductions if each.deduction is not None]


def claim_class(found: Screening, debt: str) -> str:
    (only,) = (
        each.claim_class
        for one in found.deductions
        if one.deduction is not None
        for each in one.deduction.allocations
        if each.claim.startswith(f"{debt} /")
    )
    return only


CHILDREN = [
    # (what is changed of client 07, crowns deducted of 28 400): § 1 odst. 2 NNČ, last sentence
    ((), 9532),  # maintenance enforced, both children elsewhere: nobody is counted
    ((("people.syn.in_household", True),), 7182),  # the son at home is another: 28 400 - 17 627 = 10 773, 2 x 3 591
    ((("people.dcera.in_household", None), ("people.syn.in_household", None)), 4830),  # nobody says they live elsewhere
    ((("enforcements.e-vyzivne.status", "stopped"),), 4830),  # enforced no more; damages still have priority
]


@pytest.mark.sweep(2)
@pytest.mark.parametrize(("places", "crowns"), CHILDREN)
def test_children_whose_maintenance_is_enforced_are_not_counted(
    places: tuple[tuple[str, Any], ...], crowns: int
) -> None:
    assert deducted(changed("07", *places)) == [crowns]


WRONGS = [
    ((("debts.skoda.tort_nature", "bodily_harm"), ("debts.skoda.intentional_tort", None)), "other_priority"),
    ((("debts.skoda.tort_nature", "intentional_crime"), ("debts.skoda.intentional_tort", None)), "other_priority"),
    ((("debts.skoda.tort_nature", None),), "other_priority"),  # stated to be from an intentional crime
    ((("debts.skoda.tort_nature", "negligent"), ("debts.skoda.intentional_tort", False)), "non_priority"),
    ((("debts.skoda.tort_nature", None), ("debts.skoda.intentional_tort", None)), "non_priority"),
]


@pytest.mark.sweep(2)
@pytest.mark.parametrize(("places", "expected"), WRONGS)
def test_damages_have_priority_by_the_nature_of_the_wrong(places: tuple[tuple[str, Any], ...], expected: str) -> None:
    assert claim_class(changed("07", *places), "skoda") == expected


def test_a_public_debt_of_which_the_order_says_nothing_leaves_both_possible() -> None:
    found = changed("05", ("debts.dph.priority", None), ("debts.socialni.priority", None))
    (month,) = found.deductions
    assert month.deduction is not None
    assert month.deduction.deducted == 445700
    assert 891400 in {each.deducted for each in month.deduction.possibilities}


def test_a_claim_that_is_called_priority_against_its_kind_is_not_computed() -> None:
    (month,) = changed("05", ("debts.faktury.priority", True)).deductions
    assert month.deduction is None
    assert [each.code for each in month.problems] == ["priority_contradicts_kind"]


def test_costs_and_public_penalties_are_not_subordinated_interest_and_contractual_penalty_are() -> None:
    costs = changed("04", ("debts.uver.costs", 160000), ("debts.uver.interest", 0), ("debts.uver.balance", 300000))
    interest = changed("04", ("debts.uver.costs", 0), ("debts.uver.interest", 160000), ("debts.uver.balance", 300000))
    paid = 36 * (1864 - 1089)
    assert _percent(costs) == Fraction(paid, 300000)
    assert _percent(interest) == Fraction(paid, 300000 - 20000)  # 160 000 less the principal of 140 000


def _percent(found: Screening) -> Fraction | None:
    projection = found.relief[0].projection
    return None if projection is None else projection.percent


def test_a_mortgage_above_the_value_of_the_flat_is_unsecured_in_the_rest() -> None:
    found = changed("06", ("debts.hypoteka.principal", 3300000), ("debts.hypoteka.balance", 3300000))
    assert _percent(found) == Fraction(454554, 576000 + 100000)


def test_of_one_creditor_more_debts_are_still_one_creditor() -> None:
    document = deepcopy(_document("04"))
    document["debts"].append({**document["debts"][0], "id": "karta", "title": {"kind": "no_title"}})
    entry = screen(document).relief[0].entry
    assert entry is not None
    assert entry.kind == "inadmissible_now"


BARS = [
    # (day of the withdrawal, kind of entry on 21 November 2026, without the other bar): § 395 odst. 5 IZ
    ("2026-08-21", "likely_admissible"),
    ("2026-08-22", "blocked_until"),
]


@pytest.mark.parametrize(("withdrawn", "kind"), BARS)
def test_three_months_after_a_withdrawal_the_bar_ends(withdrawn: str, kind: str) -> None:
    document = deepcopy(_document("09"))
    document["history"]["petitions"] = [
        {"person": "klientka", "withdrawn": True, "withdrawn_on": withdrawn, "dishonest": False,
         "cancelled_otherwise": False, "discharged": False}
    ]  # fmt: skip
    entry = screen(document).relief[0].entry
    assert entry is not None
    assert entry.kind == kind


def test_who_says_that_he_cannot_pay_is_insolvent_by_the_same_debts() -> None:
    able, unable = changed("01"), changed("01", ("relief.unable_to_pay", True))
    kinds = []
    for found in (able, unable):
        entry = found.relief[0].entry
        assert entry is not None
        kinds.append(entry.kind)
    assert kinds == ["inadmissible_now", "likely_admissible"]


def test_days_of_an_enforcement_that_contradict_name_its_debt() -> None:
    raw = deepcopy(_document("05"))
    for enforcement in raw["enforcements"]:
        enforcement["began_on"] = "2026-01-01"
        for order in enforcement.get("orders") or ():
            order["delivered_on"] = "2025-04-14"
    why = screen(raw).report("cs").strategies[0].why_not
    assert {reason.split(":")[0] for reason in why} == {"dluh dph", "dluh faktury", "dluh socialni"}

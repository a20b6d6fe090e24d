"""Decisions of courts and published figures of debt relief come out as they were decided and printed."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest

from dluhy.deductions.amounts import wage_sets
from dluhy.deductions.one import wage_month
from dluhy.law.pack import default_pack
from dluhy.money import to_decimal_string, to_halere
from dluhy.relief.capability import minimum_monthly, trustee_cost
from dluhy.relief.claims import parted
from dluhy.relief.entry import entry_of
from dluhy.relief.petition import fee_cap
from dluhy.relief.projection_model import ReliefClaim

Case = dict[str, Any]
_DOCUMENT: Final = tomllib.loads(Path("fixtures/law_cases_relief.toml").read_text(encoding="utf-8"))
PACK = default_pack()


def named(kind: str) -> pytest.MarkDecorator:
    """Return the cases of a kind under their names."""
    return pytest.mark.parametrize("case", _DOCUMENT[kind], ids=lambda case: case["id"])


def test_no_case_is_named_twice_and_each_has_its_source() -> None:
    cases = [case for cases in _DOCUMENT.values() for case in cases]
    assert len({case["id"] for case in cases}) == len(cases)
    assert all(case["source"].startswith("http") for case in cases)


@named("decision")
def test_a_decision_comes_out_as_decided_or_is_left_to_a_person(case: Case) -> None:
    found = entry_of(case["facts"], as_of=case["as_of"])
    verdicts = {condition.rule.id: condition.verdict for condition in found.conditions}
    assert {name: verdicts[name] for name in case["verdicts"]} == case["verdicts"]
    assert [rule.id for rule in found.indications] == case.get("indications", [])
    assert found.kind == case.get("class", found.kind)
    assert found.kind not in case.get("never", [])


@named("home")
def test_what_may_be_a_home(case: Case) -> None:
    assert list(PACK.vocabularies["home_kinds"]) == case["kinds"]


@named("trustee")
def test_the_trustee_costs_what_was_published(case: Case) -> None:
    for spouses, name in ((False, "single"), (True, "spouses")):
        if name in case:
            cost = trustee_cost(
                petition_on=case["petition_on"],
                month=case["month"],
                spouses=spouses,
                vat_payer=case["vat_payer"],
                approved=case.get("approved", True),
            )
            assert to_decimal_string(cost) == case[name]


@named("minimum")
def test_the_least_payment_is_what_was_published(case: Case) -> None:
    fee, maintenance = (to_halere(case.get(name, "0")) for name in ("drafter_fee", "maintenance"))
    without = minimum_monthly(petition_on=case["petition_on"], spouses=False, vat_payer=True, maintenance=maintenance)
    with_fee = minimum_monthly(petition_on=case["petition_on"], spouses=False, vat_payer=True, drafter_fee=fee)
    figures = {
        "months": without.months,
        "monthly": to_decimal_string(without.monthly),
        "trustee_total": to_decimal_string(without.trustee * without.months),
        "others_total": to_decimal_string(without.others * without.months),
        "over_plan": to_decimal_string(without.over_plan),
        "over_plan_with_fee": to_decimal_string(with_fee.over_plan),
    }
    assert {name: figures[name] for name in figures if name in case} == {
        name: case[name] for name in figures if name in case
    }


@named("protected")
def test_the_protected_amounts_are_what_was_published(case: Case) -> None:
    sets = wage_sets(PACK)
    day = case["paid_on"]
    month = wage_month(day, day.replace(day=1) if day.year < 2025 else None, PACK)
    found = sets.sets[sets.index_for(day, month)]
    assert found.total == int(case["sum"])
    for name, exact in (("debtor", found.debtor), ("person", found.person)):
        if name in case:
            assert abs(exact - Fraction(Decimal(case[name]))) < Fraction(1, 100)
    if "threshold" in case:
        assert found.threshold == to_halere(case["threshold"])


@named("fee")
def test_the_highest_fee_is_what_was_published(case: Case) -> None:
    for spouses, name in ((False, "single"), (True, "spouses")):
        cap = fee_cap("attorney", day=case["day"], spouses=spouses, vat_payer=True)
        assert to_decimal_string(cap.most) == case[name]


@named("subordinated")
def test_accessories_are_compared_with_the_principal_they_belong_to(case: Case) -> None:
    for number, each in enumerate(case["claims"]):
        principal, accessories, penalty = (
            to_halere(each.get(name, "0")) for name in ("principal", "accessories", "penalty")
        )
        claim = ReliefClaim(
            id=str(number), amount=principal + accessories + penalty, principal=principal,
            accessories=accessories, penalty=penalty, business=False,
        )  # fmt: skip
        found = parted(claim, PACK)
        assert to_decimal_string(found.subordinated) == each["subordinated"]
        assert found.ranked + found.subordinated == claim.amount

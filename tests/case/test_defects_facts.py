"""Facts of claims that a case gives: what is stated, what follows from other parts, and what stays unknown."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.case.defect_cases import AWARD, CREDIT, DEBT, LED, PACK, PERSON, case_of, judged_of
from tests.case.support import codes, read, written

from dluhy.case.model_claims import Charged, Contract, Course, Credit, Limitation
from dluhy.documents.fields import fact_places
from dluhy.facts.claims import CLAIM_FACTS, LARGEST_ADVANCES
from dluhy.money import to_halere

ENOUGH: Final = {"asked": "9000", "vat_payer": True}


def fact(name: str, *debts: dict[str, Any], **more: Any) -> Any:  # noqa: ANN401 - of any fact
    """Return a fact of the first debt of a case; None where it is not known."""
    return judged_of(**case_of(*debts, **more))[0].facts.get(name)


def test_every_asked_fact_of_claims_can_be_said_in_the_document() -> None:
    places = {name for part in (Contract, Credit, Limitation, Course, Charged) for name, _ in fact_places(part)}
    from_debts = {"creditor_kind", "title_cancelled", "title_final_on", "title_due_on"}
    own = {name for name, spec in CLAIM_FACTS.items() if spec.subject == "claim" and spec.asked}
    assert own - places == from_debts


@pytest.mark.parametrize(
    ("kind", "told"),
    [("municipality", "public"), ("state", "public"), ("health_insurer", "public"), ("collector", "collector"),
     ("lender", "lender"), ("operator", "other"), ("carrier", None), ("school", None), ("other", None)],
)  # fmt: skip
def test_what_a_creditor_is_follows_from_its_kind_where_that_is_sure(kind: str, told: str | None) -> None:
    assert fact("creditor_kind", {**DEBT, "creditor": {"kind": kind}}) == told
    assert fact("creditor_kind", {**DEBT, "creditor": {"kind": kind, "counts_as": "bank"}}) == "bank"


@pytest.mark.parametrize(
    ("business", "kind", "told"),
    [(False, "lender", True), (False, "person", None), (None, "lender", None), (True, "lender", False)],
)
def test_a_consumer_owes_no_business_debt_to_a_certain_business(
    business: bool | None,  # noqa: FBT001 - three values
    kind: str,
    told: bool | None,  # noqa: FBT001 - three values
) -> None:
    assert fact("consumer", {**CREDIT, "business": business, "creditor": {"kind": kind}}) is told
    stated = {**CREDIT, "business": business, "creditor": {"kind": kind}, "contract": {"consumer": False}}
    assert fact("consumer", stated) is False


def test_a_debt_was_sued_for_where_somebody_decided_on_it() -> None:
    assert fact("sued", AWARD) is True
    assert fact("sued", {**DEBT, "title": {"kind": "judgment"}}) is True
    assert fact("sued", {**DEBT, "title": {"kind": "no_title", "proceedings_began_on": "2020"}}) is True
    assert fact("sued", {**DEBT, "title": {"kind": "no_title"}}) is None
    assert fact("sued", {**AWARD, "limitation": {"sued": False}}) is False


def test_an_ended_enforcement_of_the_debt_is_an_earlier_one() -> None:
    over = {**LED, "id": "ex0", "status": "stopped", "ref": "103 EX 1/12", "began_on": "2012-01-01"}
    assert fact("enforced_before", DEBT, led=[LED, over]) is True
    assert fact("enforced_before", DEBT, led=[LED]) is None


def test_insolvency_of_the_case_reaches_claims() -> None:
    history = {"insolvencies": [{"person": "klient", "running": True}]}
    assert fact("insolvency_running", DEBT, history=history) is True
    assert fact("insolvency_running", DEBT, history={"insolvencies": []}) is False
    assert fact("insolvency_running", DEBT) is None


def test_nothing_to_take_needs_neither_assets_nor_income() -> None:
    empty: dict[str, Any] = {"assets": [], "incomes": [], "budget": []}
    assert fact("no_assets", DEBT, led=[LED], **empty) is True
    assert fact("no_assets", DEBT, led=[LED], assets=[]) is None
    wage = {"person": "klient", "kind": "wage", "net": "20000"}
    assert fact("no_assets", DEBT, led=[LED], **{**empty, "incomes": [wage]}) is None
    told = {**LED, "course": {"no_assets": False}}
    assert fact("no_assets", DEBT, led=[told], **empty) is False


def _beside(creditor: str, ref: str | None, **debt: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Return the parts of a case whose second enforcement is of this creditor and executor."""
    other = {**DEBT, "id": "e", "creditor": {"name": creditor}, **debt}
    mark = {} if ref is None else {"ref": ref}
    second = {name: value for name, value in LED.items() if name != "ref"} | {"id": "ex2", "debts": ["e"], **mark}
    return {**case_of(DEBT, other), "enforcements": [LED, second]}


@pytest.mark.parametrize(
    ("creditor", "ref", "joinable", "here"),
    [
        ("Operátor Vzor", "101 EX 2/18", 1, 2),  # joined by law already
        ("Operátor Vzor", "102 EX 2/18", 2, 1),
        ("Dopravce Vzor", "101 EX 2/18", 2, 1),
        ("Dopravce Vzor", None, 2, 1),
        ("Operátor Vzor", None, None, None),
    ],
)
def test_enforcements_beside_this_one_are_counted(
    creditor: str, ref: str | None, joinable: int | None, here: int | None
) -> None:
    facts = judged_of(**_beside(creditor, ref))[0].facts
    assert (facts.get("enforcements_joinable"), facts.get("enforcements_here")) == (joinable, here)


def test_only_small_enforcements_are_joined_and_all_of_an_enforcement_counts() -> None:
    larger = _beside("Dopravce Vzor", "102 EX 2/18", principal="10000.01")
    assert judged_of(**larger)[0].facts["enforcements_joinable"] == 1
    unknown = _beside("Dopravce Vzor", "102 EX 2/18", principal=None)
    assert judged_of(**unknown)[0].facts.get("enforcements_joinable") is None
    both = case_of(DEBT, {**DEBT, "id": "e", "principal": "6000"}, led=[{**LED, "debts": ["d", "e"]}])
    assert judged_of(**both)[0].facts["enforced_principal"] == {"from": "11000.00", "to": "11000.00"}


def test_several_small_debts_in_one_enforcement_make_no_tiny_enforcement() -> None:
    led = {**LED, "nothing_recovered": True, "real_estate_attached": False}
    small = {**DEBT, "principal": "1000"}
    alone = judged_of(**case_of(small, led=[led]))[0]
    both = judged_of(**case_of(small, {**small, "id": "e"}, led=[{**led, "debts": ["d", "e"]}]))[0]
    rules = [{each.rule.id for each in found.holding} for found in (alone, both)]
    assert ["AL-02" in each for each in rules] == [True, False]


def test_people_s_enforcements_are_told_apart() -> None:
    parts = _beside("Dopravce Vzor", "102 EX 2/18", debtor="druh")
    parts["people"] = [PERSON, {"id": "druh", "role": "debtor", "birth_date": "1984-01-01"}]
    assert judged_of(**parts)[0].facts["enforcements_joinable"] == 1


def test_what_the_executor_may_charge_is_computed_within_limits() -> None:
    whole, part = (
        judged_of(**case_of(DEBT, led=[{**LED, "costs": ENOUGH, **more}]))[0] for more in ({}, {"recovered": "0"})
    )
    tariffs = [found.facts["executor_costs_tariff"] for found in (whole, part)]
    assert tariffs[0]["to"] == tariffs[1]["to"]
    assert to_halere(tariffs[1]["from"]) < to_halere(tariffs[1]["to"])
    above = next(each for each in part.holding if each.rule.id == "AL-18")
    assert above.least == 900_000 - to_halere(tariffs[1]["to"])
    assert above.most == 900_000 - to_halere(tariffs[1]["from"])


@pytest.mark.parametrize(
    ("debt", "led"),
    [({"interest": None}, {}), ({"principal": None}, {}), ({}, {"kind": "tax"}), ({}, {"costs": {"vat_payer": True}})],
)
def test_a_tariff_is_not_guessed(debt: dict[str, Any], led: dict[str, Any]) -> None:
    enforcement = {"costs": ENOUGH, **LED, **led}
    assert fact("executor_costs_tariff", {**DEBT, **debt}, led=[enforcement]) is None


def test_a_tariff_of_a_day_that_is_not_known_is_told() -> None:
    led = {**LED, "began_on": "1999-03-01", "costs": {**ENOUGH, "authorised_on": "1999-04-01"}}
    (found,) = judged_of(**case_of(DEBT, led=[led]))
    assert "executor_costs_tariff" not in found.facts
    assert found.problems


def test_the_document_refuses_what_cannot_be() -> None:
    advances = {**LED, "course": {"advances_paid": LARGEST_ADVANCES + 1}}
    refused = codes(written(**case_of(DEBT, led=[advances])))
    assert ("less_than_equal", "/enforcements/0/course/advances_paid") in refused
    choice = {**DEBT, "contract": {"arbitrator_choice": "coin"}}
    assert ("not_in_list", "/debts/0/contract/arbitrator_choice") in codes(written(**case_of(choice)))
    pledge = {"kind": "vehicle", "secures": ["nic"]}
    assert ("unknown_reference", "/assets/0/secures/0") in codes(written(**case_of(DEBT, assets=[pledge])))
    free = {**DEBT, "secured": False}
    taken = {"kind": "vehicle", "secures": ["d"]}
    assert ("contradiction", "/assets/0/secures/0") in codes(written(**case_of(free, assets=[taken])))


def test_facts_of_claims_do_not_reach_the_screening_of_childhood_debts() -> None:
    assert read(**case_of({**DEBT, "contract": {"consumer": True}})).debts
    assert "consumer" not in PACK.of("debts").facts

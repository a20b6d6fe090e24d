"""Debt relief of a case: what the case says decides entry and figures; unknown is never no."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.case.relief_cases import HONEST, RELIEF, debt, parts, screened
from tests.case.support import codes as refused
from tests.case.support import written

from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from dluhy.case.relief import CaseRelief


def relief(**more: Any) -> CaseRelief:  # noqa: ANN401 - any JSON
    """Return debt relief of the one debtor."""
    (found,) = screened(**more).relief
    return found


def verdicts(found: CaseRelief) -> dict[str, str]:
    """Return how each condition came out."""
    assert found.entry is not None
    return {each.rule.id: each.verdict for each in found.entry.conditions}


def codes(found: CaseRelief) -> set[str]:
    """Return what could not be computed or was taken for granted."""
    return {problem.code for problem in (*found.problems, *found.assumed)}


def test_two_creditors_and_a_wage_that_suffices_are_likely_admissible_and_projected() -> None:
    found = relief()
    assert found.entry is not None
    assert found.entry.kind == "likely_admissible"
    assert found.facts["creditor_count"] == found.facts["creditors_overdue"] == 2
    assert found.capability is not None
    assert found.capability.reached
    assert found.projection is not None
    assert found.projection.totals.income == 2_600_000 * len(found.projection.months)
    assert {claim.id for claim in found.projection.claims} == {"uver", "telefon"}
    assert found.projection.percent_all == found.projection.percent
    assert found.papers is not None
    assert found.papers.court is not None
    assert found.papers.court.code == "KSPL"


def test_an_earlier_discharge_bars_until_the_day() -> None:
    petition = {"discharged": True, "discharge_decided_on": "2020-05-20", "discharge_final_on": "2020-06-15"}
    found = relief(history={"insolvencies": [], "petitions": [petition]})
    assert found.entry is not None
    assert found.entry.kind == "blocked_until"
    assert found.entry.barred_until == date(2032, 6, 15)
    assert verdicts(found)["DR-12"] == "not_met"
    by_day = relief(history={"petitions": [], "earlier_discharge_on": "2020-06-15"})
    assert by_day.facts["discharged_before"] is True
    assert verdicts(by_day)["DR-12"] == "unknown"
    assert by_day.entry is not None
    assert "discharge_decided_on" in by_day.entry.missing


def test_an_income_too_low_needs_help_and_says_how_much() -> None:
    found = relief(net="16000", relief={key: value for key, value in RELIEF.items() if key != "contributed_monthly"})
    assert found.entry is not None
    assert found.entry.kind == "admissible_with_help"
    assert found.capability is not None
    assert found.minimum is not None
    assert found.capability.contribution == found.minimum.monthly - found.capability.own > 0
    lowest = found.capability.lowest_net
    assert lowest is not None
    enough = relief(net=str(lowest // 100)).capability
    assert enough is not None
    assert enough.reached
    short = relief(net=str(lowest // 100 - 3)).capability
    assert short is not None
    assert not short.reached


def test_a_contribution_of_somebody_else_fills_what_is_short() -> None:
    found = relief(net="17000", relief={**RELIEF, "contributed_monthly": "1500"})
    assert verdicts(found)["DR-09"] == "met"
    assert found.projection is not None
    assert found.projection.totals.gifts > 0


def test_nothing_told_is_unknown_not_no() -> None:
    found = relief(history=None, relief=None, incomes=None, budget=None)
    assert found.entry is not None
    assert found.entry.kind == "cannot_say"
    assert {"DR-07", "DR-09", "DR-10", "DR-12", "DR-13", "DR-14"} <= {
        name for name, verdict in verdicts(found).items() if verdict == "unknown"
    }
    assert {"incomes_needed", "maintenance_needed", "fee_assumed"} <= codes(found)
    assert found.projection is None
    assert found.capability is None


def test_a_fee_that_nobody_told_is_no_part_of_the_least_payment_and_that_is_told() -> None:
    told = {"maintenance_monthly": 0, "trustee_vat_payer": True, "drafter": "attorney"}
    found = relief(relief=told)
    assert found.minimum is not None
    assert found.minimum.one_off == 0
    assert (found.given.fee_known, found.given.fee_most) == (False, 484_000)
    assert "fee_assumed" in {each.code for each in found.assumed}
    charged = relief(relief=told | {"drafter_fee": "4840"}).minimum
    assert charged is not None
    assert charged.monthly - found.minimum.monthly == 13_445
    free = relief(relief=told | {"drafter": "accredited"})
    assert free.given.fee_known


def test_no_insolvency_ever_means_no_earlier_discharge_and_no_creditors_petition() -> None:
    facts = relief(history={"insolvencies": []}).facts
    assert facts["discharged_before"] is facts["dishonest_refusal"] is facts["withdrew_before"] is False
    assert facts["creditor_filed"] is False
    ended = relief(history={"insolvencies": [{"running": False}]}).facts
    assert "discharged_before" not in ended
    assert ended["creditor_filed"] is False


def test_a_withdrawal_bars_for_a_while_and_a_dishonest_refusal_is_an_indication() -> None:
    withdrawn = relief(history={"insolvencies": [], "petitions": [{"withdrawn_on": "2026-11-01"}]})
    assert withdrawn.entry is not None
    assert withdrawn.entry.barred_until == date(2027, 2, 1)
    assert withdrawn.entry.barred_past_known
    refused = relief(history={"insolvencies": [], "petitions": [{"dishonest_final_on": "2025-03-01"}]})
    assert refused.entry is not None
    assert "INT-EARLIER" in {rule.id for rule in refused.entry.indications}


def test_in_running_relief_entry_is_not_asked() -> None:
    insolvency = {"running": True, "relief_by_instalments": True, "began_on": "2025-02-01", "found_on": "2025-03-01"}
    found = relief(history={"insolvencies": [insolvency], "petitions": []})
    assert found.running is True
    assert found.entry is None
    assert found.projection is None
    unclear = relief(history={"insolvencies": [{"running": True, "began_on": "2025-02-01"}], "petitions": []})
    assert unclear.running is None
    assert unclear.entry is not None


def test_a_month_past_the_law_is_marked_or_refused_as_asked() -> None:
    (marked,) = screened().relief
    assert marked.projection is not None
    assert marked.projection.totals.assumed_months > 0
    (refused,) = screened(strict_law=True).relief
    assert refused.projection is None
    assert any("2026-12-31" in problem.cs for problem in refused.problems)
    assert refused.entry is not None


def test_a_petition_past_the_horizon_is_told_and_the_screening_stands() -> None:
    screening = screened(relief={**RELIEF, "petition_on": "2027-01-05"})
    (found,) = screening.relief
    assert found.entry is None
    assert found.projection is None
    assert any("2027" in problem.cs or "1. 1. 2027" in problem.cs.replace("\xa0", " ") for problem in found.problems)
    assert screening.judged.height == 2


def test_a_case_without_debts_has_no_relief() -> None:
    assert screened(debts=[], relief=None).relief == ()
    assert screened(debts=None, relief=None).relief == ()


def test_one_creditor_is_no_insolvency_but_an_unnamed_second_leaves_it_open() -> None:
    one = relief(debts=[debt("uver", "Banka Vzor", "300000"), debt("karta", "Banka Vzor", "5000")])
    assert verdicts(one)["DR-02"] == "not_met"
    open_ = relief(
        debts=[debt("uver", "Banka Vzor", "300000"), {**debt("dopis", "", "5000"), "creditor": {"kind": "lender"}}]
    )
    assert verdicts(open_)["DR-02"] == "unknown"


def test_a_debt_without_an_amount_stops_the_projection_alone() -> None:
    found = relief(debts=[debt("uver", "Banka Vzor", None), debt("telefon", "Operátor Vzor", "20000")])
    assert found.projection is None
    assert "balance_needed" in codes(found)
    assert found.papers is not None


def test_what_the_child_does_not_owe_is_no_claim() -> None:
    young = {"id": "klient", "role": "debtor", "birth_date": "2003-03-01", "municipality_code": "554961",
             "activity": "employed"}  # fmt: skip
    fee = debt(
        "odpad", "Město Vzorov", "600", kind="local_fee_waste", fee_year=2018, arose_on=None, due_on="2018-05-31"
    )
    fee.pop("arose_on")
    found = relief(people=[young], debts=[debt("uver", "Banka Vzor", "30000"), fee])
    assert found.claims.left_out == ("odpad",)
    assert found.facts["creditor_count"] == 1
    assert found.facts["childhood_claims"] == "600.00"
    assert found.facts["childhood_claims_kept"] == "0.00"


@pytest.mark.parametrize(
    ("more", "kind", "survives"),
    [
        ({"kind": "maintenance"}, "maintenance_arrears", "yes"),
        ({"kind": "fine", "criminal_penalty": True}, "criminal_sanction", "yes"),
        ({"kind": "fine", "criminal_penalty": False}, "sanction", "unclear"),
        ({"kind": "tort", "tort_nature": "intentional_crime"}, "damage_intentional", "yes"),
        ({"kind": "tort", "tort_nature": "bodily_harm"}, "damage_health", "yes"),
        ({"kind": "health_insurance_premium"}, "tax", "no"),
        ({"kind": "loan", "intentional_tort": True}, "damage_intentional", "yes"),
    ],
)
def test_a_debt_is_claimed_as_what_it_is_and_survives_or_not(more: dict[str, Any], kind: str, survives: str) -> None:
    found = relief(debts=[debt("uver", "Banka Vzor", "900000"), debt("jiny", "Jiný věřitel", "400000", **more)])
    assert {claim.id: claim.kind for claim in found.claims.claims}["jiny"] == kind
    assert found.projection is not None
    outlives = {claim.id: claim.survives for claim in found.projection.surviving}
    assert outlives.get("jiny", "no") == survives


def test_every_kind_of_debt_is_claimed_as_something_known() -> None:
    pack = default_pack()
    terms = pack.vocabularies["relief_claims_of_debts"].values()
    assert {kind for term in terms for kind in term.more.get("debts", ())} == set(pack.vocabularies["debt_kinds"])
    assert {term.more["claim"] for term in terms} <= set(pack.vocabularies["relief_claim_kinds"])
    natures = {nature for term in terms for nature in term.more.get("tort_natures", ())}
    assert natures <= set(pack.vocabularies["tort_natures"])


def test_maintenance_of_the_budget_belongs_to_the_least_payment() -> None:
    rent = {"line": "výživné", "category": "maintenance_paid", "kind": "expense", "amount": "3000",
            "frequency": "monthly", "person": "klient"}  # fmt: skip
    found, without = relief(budget=[rent]), relief()
    assert found.minimum is not None
    assert without.minimum is not None
    assert found.minimum.monthly - without.minimum.monthly == 300_000
    assert found.facts["relief_maintenance"] == "3000.00"


def test_the_fee_decides_only_where_it_decides() -> None:
    told = {"contributed_monthly": "0", "unable_to_pay": True, **HONEST}
    assert verdicts(relief(relief=told))["DR-09"] == "met"
    edge = relief(relief={**told, "trustee_vat_payer": True}, net="17400")
    assert verdicts(edge)["DR-09"] == "unknown"


def test_spouses_together_are_one_petition_with_both_incomes() -> None:
    people = [
        {"id": "klient", "role": "debtor", "birth_date": "1985-03-01", "municipality_code": "554961"},
        {"id": "manželka", "role": "spouse", "birth_date": "1986-03-01"},
    ]
    wages = [{"person": name, "kind": "wage", "payer": "A", "net": "26000", "period": "2026-10",
              "paid_on": "2026-11-10"}
             for name in ("klient", "manželka")]  # fmt: skip
    found = relief(people=people, incomes=wages, relief={**RELIEF, "spouses_together": True})
    assert found.people == ("klient", "manželka")
    assert found.state is not None
    assert found.state.spouses
    assert len(found.state.debtors) == 2
    alone = relief(people=people, incomes=wages)
    assert alone.people == ("klient",)
    assert "spouses_together" not in alone.facts


def test_an_income_that_nothing_is_taken_of_is_left_and_not_counted() -> None:
    allowance = {"person": "klient", "kind": "care_allowance", "payer": "Úřad", "net": "5000", "period": "2026-10",
                 "paid_on": "2026-11-10"}  # fmt: skip
    found = relief(incomes=[allowance])
    assert found.earners[0].net == 0
    assert found.earners[0].other == 500_000


def test_a_petition_of_nobody_in_the_case_is_refused() -> None:
    history = {"insolvencies": [], "petitions": [{"person": "nikdo"}]}
    content = written(**parts(relief={**RELIEF, "person": "nikdo"}, history=history))
    places = {place for code, place in refused(content) if code == "unknown_reference"}
    assert places == {"/relief/person", "/history/petitions/0/person"}

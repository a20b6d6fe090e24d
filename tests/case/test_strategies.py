"""Ways out of debt from a case document: figures by hand, what is assumed and told, what is asked."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import pytest
from tests.case.relief_cases import debt, parts
from tests.case.strategies_cases import PAYER, enforcing, plain, way, ways

from dluhy.case.defects import CaseDefects
from dluhy.case.strategies import CaseStrategies, drops_of
from dluhy.engine.findings import Trace
from dluhy.law.pack import default_pack
from dluhy.relief.defect_values import Defect
from dluhy.relief.strategies_model import Drop
from dluhy.relief.strategies_values import Ask, Strategy

TWO = [plain("uver", "300000"), plain("telefon", "20000", kind="telecom")]
PROTECTED = 14_102_00
"""What is left of a wage of a debtor alone in 2026."""


def one(found: CaseStrategies, code: str) -> Strategy:
    assert found.found is not None, found.problems
    return found.found[code]


def assumed(found: CaseStrategies) -> set[str]:
    return {flag.code for flag in found.assumed}


def test_one_enforced_debt_and_one_wage_by_hand() -> None:
    # of 26 000 Kč 14 102 Kč is protected; a third of 11 898 Kč is 3 966 Kč, of which the employer keeps 50 Kč:
    # 12 000 - 3 x 3 916 = 252 is left for the fourth month, and 50 Kč with it
    carried = one(way(debts=[plain()], enforcements=[enforcing("uver")]), "carry_on")
    third = (26_000_00 - PROTECTED) // 3
    assert [month.paid for month in carried.month] == [third, third, third, 252_00 + 50_00]
    assert [month.to("payer_fee") for month in carried.month] == [50_00] * 4
    assert (carried.months, carried.freed_on) == (4, date(2027, 3, 1))
    assert carried.total_paid == 12_000_00 + 4 * 50_00
    assert carried.least_left == 26_000_00 - third


def test_instalments_from_what_is_left_by_hand() -> None:
    # 26 000 less 9 000 of expenses leaves 17 000 a month: 30 000 takes two
    paying = one(way(debts=[plain(balance="30000")]), "instalments")
    assert [month.paid for month in paying.month] == [17_000_00, 13_000_00]
    assert paying.freed_on == date(2027, 1, 1)


def test_the_comparison_begins_with_the_next_month() -> None:
    found = way(debts=[plain()])
    assert found.state is not None
    assert found.state.from_month == date(2026, 12, 1)


def test_an_enforcement_that_does_not_even_pay_the_interest_never_ends() -> None:
    # a third of 16 000 - 14 102 is 632 Kč, interest of 14.75 % on 1.2 million is about 14 750 Kč a month
    owed = [plain("uver", "1200000", yearly_rate="14.75", principal="1200000"), plain("telefon", "10000")]
    carried = one(way(net="16000", debts=owed, enforcements=[enforcing("uver")]), "carry_on")
    assert carried.months is None
    assert carried.why_never is not None
    assert carried.why_never.code == "interest_outgrows"
    assert carried.month[0].paid == 632_00


def test_debt_relief_that_cannot_be_paid_is_no_way_out() -> None:
    found = one(way(net="14000", debts=TWO), "relief")
    assert not found.leads_out
    assert found.why_never is not None or found.why_not is not None


def test_an_unknown_balance_is_asked_and_nothing_is_recommended() -> None:
    found = way(debts=[plain("uver", None), plain("telefon", "20000")])
    assert one(found, "carry_on").asks == (Ask(code="balance", claim="uver"),)
    assert found.recommendation is not None
    assert (found.recommendation.strategy, found.recommendation.refused) == (None, "unknown_facts")


def test_whether_a_debt_is_enforced_is_asked_and_not_guessed() -> None:
    found = way(debts=[plain()], enforcements=None)
    assert one(found, "carry_on").asks == (Ask(code="enforced", claim="uver"),)


def test_without_a_word_of_the_household_incomes_are_asked() -> None:
    found = way(debts=TWO, incomes=None, budget=None)
    assert one(found, "carry_on").asks == (Ask(code="incomes"),)
    assert set(one(found, "instalments").asks) == {Ask(code="incomes"), Ask(code="expenses")}


def test_without_debts_there_is_nothing_to_compare() -> None:
    found = way(debts=[])
    assert found.found is None
    assert [problem.code for problem in found.problems] == ["nothing_owed"]


def test_a_household_that_spends_more_than_it_has_offers_nothing() -> None:
    rent = {"line": "nájem", "category": "rent", "kind": "expense", "amount": "30000", "frequency": "monthly"}
    paying = one(way(debts=[plain()], budget=[rent]), "instalments")
    assert paying.total_paid == 0
    assert "no_offer_now" in {flag.code for flag in paying.flags}
    assert "expenses_not_covered" in {flag.code for flag in paying.risks}


def test_what_is_paid_on_a_debt_today_is_no_other_expense() -> None:
    rent = {"line": "nájem", "category": "rent", "kind": "expense", "amount": "9000", "frequency": "monthly"}
    paid = {"line": "splátka", "category": "consumer_loan", "kind": "expense", "amount": "1500",
            "frequency": "monthly", "debt": "uver"}  # fmt: skip
    found = way(debts=[plain()], budget=[rent, paid])
    assert found.state is not None
    assert (found.state.expenses, found.state.claims and found.state.claims[0].instalment_now) == (9_000_00, 1_500_00)
    assert one(found, "carry_on").months == 8


def test_interest_that_is_not_told_is_statutory_and_said_to_be_assumed() -> None:
    # default since 11 January 2025: the repo rate of 1 January 2025, 4 %, and 8 points
    found = way(debts=[debt("uver", "Banka Vzor", "300000")])
    assert found.state is not None
    assert found.state.claims is not None
    assert found.state.claims[0].yearly_rate == 12_00
    assert {"rate_by_law", "all_principal"} <= assumed(found)


def test_interest_of_a_debt_whose_due_day_is_not_known_is_that_of_today() -> None:
    found = way(debts=[debt("uver", "Banka Vzor", "300000", due_on=None)])
    assert "rate_of_today" in assumed(found)
    assert "rate_by_law" not in assumed(found)


def test_told_interest_and_parts_are_taken_as_they_are() -> None:
    owed = debt("uver", "Banka Vzor", "15000", yearly_rate="9.9", principal="10000", costs="2000", interest="3000")
    found = way(debts=[owed])
    assert found.state is not None
    assert found.state.claims is not None
    claim = found.state.claims[0]
    assert (claim.yearly_rate, claim.principal, claim.costs) == (990, 10_000_00, 2_000_00)
    assert not assumed(found)


@pytest.mark.parametrize(("kind", "code"), [("fine", "rate_none"), ("other_public", "rate_as_default")])
def test_public_debts_have_assumptions_of_their_own(kind: str, code: str) -> None:
    assert code in assumed(way(debts=[debt("pokuta", "Úřad Vzor", "5000", kind=kind)]))


def test_costs_of_a_court_executor_are_the_highest_and_said_to_be() -> None:
    enforcement = enforcing("uver", "telefon", kind="court_executor")
    found = way(debts=TWO, enforcements=[enforcement])
    assert found.state is not None
    assert found.state.claims is not None
    costs = [claim.executor_costs for claim in found.state.claims]
    assert None not in costs
    told = [flag.values["amount"] for flag in found.assumed if flag.code == "executor_costs_most"]
    assert told == costs
    assert costs[0] is not None
    assert costs[1] is not None
    assert abs(costs[0] - costs[1] * 15) <= 15  # 300 000 and 20 000 of one enforcement


def test_ranks_that_are_not_told_follow_the_beginning_of_enforcements() -> None:
    orders = [{"payer": PAYER}]
    enforcements = [
        enforcing("uver", name="e1", began_on="2024-02-02", orders=orders),
        enforcing("telefon", name="e2", began_on="2023-01-01", orders=orders),
    ]
    found = way(debts=TWO, enforcements=enforcements)
    assert found.state is not None
    assert found.state.claims is not None
    assert {claim.id: claim.delivered_on for claim in found.state.claims} == {
        "uver": date(2024, 2, 2), "telefon": date(2023, 1, 1),
    }  # fmt: skip
    assert "rank_by_beginning" in assumed(found)
    assert one(found, "carry_on").computed


def test_an_enforcement_without_an_order_to_the_payer_takes_nothing_and_says_so() -> None:
    found = way(debts=[plain()], enforcements=[enforcing("uver", orders=[])])
    assert one(found, "carry_on").total_paid == 0
    assert "not_in_orders" in assumed(found)


def test_what_defects_take_off_stops_and_shortens() -> None:
    found = way({"uver": Drop(condition="defects", least=200_000_00, most=300_000_00)}, debts=TWO)
    without, stopped = one(found, "instalments"), one(found, "stop_instalments")
    assert without.months is not None
    assert stopped.months is not None
    assert stopped.months < without.months
    assert (without.total_paid or 0) - (stopped.total_paid or 0) == 200_000_00


def test_a_debt_that_the_child_does_not_owe_is_neither_paid_nor_a_claim_in_debt_relief() -> None:
    young = {"id": "klient", "role": "debtor", "birth_date": "2001-05-01", "municipality_code": "554961",
             "activity": "employed"}  # fmt: skip
    childhood = plain("poplatek", "8000", kind="local_fee_waste", due_on="2018-03-31", fee_year=2018, arose_on=None)
    found = way(people=[young], debts=[*TWO, childhood])
    assert found.state is not None
    assert found.state.claims is not None
    drop = next(claim.drop for claim in found.state.claims if claim.id == "poplatek")
    assert drop == Drop(condition="childhood", least=8_000_00, most=8_000_00, not_owed=True)
    assert found.state.relief is not None
    assert "poplatek" not in {claim.id for claim in found.state.relief.claims}
    objected = one(found, "stop_relief")
    assert objected.computed
    assert objected.total_paid == one(found, "relief").total_paid


def test_arrears_of_the_home_come_first_in_instalments() -> None:
    rent = {"line": "nájem", "category": "rent", "kind": "expense", "amount": "9000", "frequency": "monthly",
            "arrears": "20000", "months_in_arrears": 2, "person": "klient"}  # fmt: skip
    found = way(debts=[plain("uver", "50000")], budget=[rent])
    assert found.state is not None
    assert found.state.claims is not None
    assert {claim.id: claim.urgency is not None for claim in found.state.claims} == {"uver": False, "budget-1": True}


def _couple(**relief: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    base = parts()
    second = {**base["people"][0], "id": "druhy", "role": "debtor"}
    wages = [base["incomes"][0], {**base["incomes"][0], "person": "druhy", "payer": "Zaměstnavatel B", "net": "20000"}]
    owed = [plain("uver", "100000"), {**plain("telefon", "20000"), "debtor": "druhy"}]
    more = {"people": [base["people"][0], second], "incomes": wages, "debts": owed}
    return {**more, "relief": {**base["relief"], **relief}}


def test_two_debtors_are_compared_each_with_the_income_of_the_other() -> None:
    order = [{"payer": "Zaměstnavatel B", "delivered_on": "2023-07-01"}]
    first, second = ways(**_couple(), enforcements=[enforcing("telefon", orders=order)])
    assert (first.people, second.people) == (("klient",), ("druhy",))
    assert first.state is not None
    assert second.state is not None
    assert [claim.id for claim in first.state.claims or ()] == ["uver"]
    # of 20 000 Kč a third above the protected 14 102 Kč is 1 966 Kč
    assert first.state.other_income == 20_000_00 - (20_000_00 - PROTECTED) // 3
    assert second.state.other_income == 26_000_00


def test_spouses_who_file_together_are_one_unit() -> None:
    case = _couple(spouses_together=True, married_on_filing=True, person="klient")
    case["people"][1]["role"] = "spouse"
    (found,) = ways(**case)
    assert found.people == ("klient", "druhy")
    assert found.state is not None
    assert [claim.debtor for claim in found.state.claims or ()] == ["klient", "druhy"]
    assert found.state.other_income == 0
    assert len(found.state.debtors) == 2


def _running(**more: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any JSON
    told = {"person": "klient", "began_on": "2025-01-10", "running": True, "relief_by_instalments": True}
    return [{**told, **more}]


@pytest.mark.parametrize(
    ("days", "last", "left"),
    [
        ({"found_on": "2025-02-10"}, (date(2028, 2, 1), None), (15, None)),
        ({"found_on": "2025-02-10", "approved_on": "2025-06-20"}, (date(2028, 6, 1), date(2028, 6, 1)), (19, 19)),
        ({"approved_on": "2025"}, (date(2028, 1, 1), date(2028, 12, 1)), (14, 25)),
    ],
)
def test_of_a_debt_relief_that_runs_the_end_is_told_as_far_as_days_are_known(
    days: dict[str, str], last: tuple[date, date | None], left: tuple[int, int | None]
) -> None:
    found = way(debts=TWO, history={"insolvencies": _running(**days), "petitions": []})
    assert found.found is None
    running = found.running
    assert running is not None
    assert running.regime is not None
    assert running.regime.code == "r2024"
    assert running.last_month is not None
    assert (running.last_month.first, running.last_month.last) == last
    assert running.months_left == left
    assert "register" in {duty.term.code for duty in running.duties}


def test_of_a_debt_relief_that_runs_without_days_nothing_is_guessed() -> None:
    found = way(debts=TWO, history={"insolvencies": _running(began_on=None), "petitions": []})
    assert found.running is not None
    assert (found.running.last_month, found.running.months_left) == (None, None)


def test_strict_law_refuses_months_whose_law_is_not_known() -> None:
    found = way(debts=TWO, enforcements=[enforcing("uver")], strict_law=True)
    assert found.found is None
    assert found.problems


def test_in_the_last_known_month_the_comparison_begins_there_and_says_so() -> None:
    found = way(debts=[plain()], enforcements=[enforcing("uver")], as_of="2026-12-10")
    assert found.state is not None
    assert found.state.from_month == date(2026, 12, 1)
    assert "from_this_month" in assumed(found)


def against(debt: str, least: int, most: int | None, status: Literal["holds", "unknown"] = "holds") -> CaseDefects:
    """Return a debt with one thing that can be said against it."""
    rule = default_pack().rules["AL-01"]
    one = Defect(
        rule=rule,
        status=status,
        verdict=rule.verdict,
        least=least,
        most=most,
        why=Trace(rule=rule.id, applies=True, status=status, conditions=(), missing=()),
    )
    return CaseDefects(debt=debt, standing="owed", found=(one,), least=least, most=most)


def test_defects_that_take_nothing_off_are_no_drops() -> None:
    told = [against("a", 1, 2), against("b", 0, 0), against("c", 0, None), against("d", 1, 2, status="unknown")]
    assert drops_of(told) == {
        "a": Drop(condition="defects", least=1, most=2), "c": Drop(condition="defects", least=0, most=None),
    }  # fmt: skip

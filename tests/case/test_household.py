"""What a case says of a household is counted once, in its own month, and what it does not say is never a zero."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from dluhy.case.reading import parse_case
from dluhy.law.amounts import known_value
from dluhy.law.pack import default_pack
from dluhy.problems import InputError
from dluhy.screening import household_of

if TYPE_CHECKING:
    from dluhy.case.household import CaseHousehold
    from dluhy.household.model import Estimate

AS_OF = date(2026, 11, 21)
WAGE = {"person": "k", "kind": "wage", "payer": "A", "net": 20000, "period": "2026-10", "paid_on": "2026-11-10"}
PERSON = {
    "id": "k", "role": "debtor", "birth_date": "1980-01-01", "municipality_code": "554961", "pension": "none",
    "activity": "employed", "work_hours": 160, "care_degree": 0, "disability_card": "none", "state_insured": False,
}  # fmt: skip
ENFORCED: dict[str, Any] = {
    "debts": [{"id": "d", "debtor": "k", "kind": "loan", "balance": 100000, "creditor": {"name": "Věřitel"}}],
    "enforcements": [{
        "id": "e", "debts": ["d"], "kind": "court_executor", "status": "running", "began_on": "2024-01-01",
        "orders": [{"payer": "A", "delivered_on": "2024-03-01"}, {"payer": "B", "delivered_on": "2024-03-01"}],
    }],
}  # fmt: skip


def found(**parts: Any) -> CaseHousehold:  # noqa: ANN401 - parts of a document
    document = {
        "ref": "x", "as_of": "2026-11-21", "people": [PERSON], "debts": [], "enforcements": [], "incomes": [WAGE],
        "budget": [], **parts,
    }  # fmt: skip
    return household_of(parse_case(json.dumps(document).encode()))


def income(**parts: Any) -> int | None:  # noqa: ANN401 - parts of a document
    return found(**parts).sheet.budget.income.total


def deducted(**parts: Any) -> int | None:  # noqa: ANN401 - parts of a document
    return found(**parts).sheet.budget.deducted.total


def test_an_income_of_several_months_is_divided_and_nobody_says_what_is_deducted_from_it() -> None:
    several = WAGE | {"net": 90000, "period": {"from": "2026-08-01", "to": "2026-10-31"}}

    assert income(incomes=[several], **ENFORCED) == 3_000_000
    assert deducted(incomes=[several], **ENFORCED) is None


def test_a_gross_wage_of_several_months_is_not_taxed_as_one() -> None:
    year = {"person": "k", "kind": "wage", "payer": "A", "gross": 240000, "period": "2025", "declaration": True}
    got = found(incomes=[year | {"relief_children": 0}])

    assert [wage.wage for wage in got.wages] == [None]
    assert got.sheet.budget.income.total is None


@pytest.mark.parametrize("turned", [False, True])
def test_of_a_payer_known_in_part_as_net_nothing_is_worked_out_whatever_the_order(turned: bool) -> None:  # noqa: FBT001
    wage = WAGE | {"gross": 20000, "net": 17000}
    agreement = {"person": "k", "kind": "agreement_work_activity", "payer": "A", "gross": 10000, "period": "2026-10"}
    incomes = [agreement, wage] if turned else [wage, agreement]

    assert income(incomes=incomes) is None


def test_an_income_without_a_month_comes_beside_the_one_with_a_month() -> None:
    undated = {key: value for key, value in WAGE.items() if key not in {"period", "paid_on"}} | {"net": 5000}

    assert income(incomes=[WAGE, undated]) == 2_500_000


@pytest.mark.parametrize("paid_on", ["2026-08-10", "2026-11-10", None])
def test_what_is_deducted_from_an_undated_income_beside_a_dated_one_of_its_payer_is_not_known(
    paid_on: str | None,
) -> None:
    undated = {key: value for key, value in WAGE.items() if key != "period"} | {"paid_on": paid_on}

    assert deducted(incomes=[WAGE, undated], **ENFORCED) is None
    assert deducted(incomes=[WAGE, undated], debts=[], enforcements=[]) == 0


def test_an_income_of_a_time_to_come_is_an_error() -> None:
    with pytest.raises(InputError) as refusal:
        found(incomes=[WAGE, WAGE | {"kind": "child_benefit", "period": "2062-10", "paid_on": None}])
    assert [(problem.code, problem.place) for problem in refusal.value.problems] == [
        ("after_as_of", "/incomes/1/period")
    ]


def test_each_payer_deducts_in_its_own_last_month() -> None:
    first = WAGE | {"net": 40000, "period": "2026-09", "paid_on": "2026-10-10"}
    second = WAGE | {"payer": "B", "net": 5000}

    assert deducted(incomes=[first], **ENFORCED) == deducted(incomes=[first, second], **ENFORCED) == 863_200


def test_the_protected_amount_of_a_month_is_left_once_whatever_the_days_of_payment() -> None:
    same = deducted(incomes=[WAGE, WAGE | {"payer": "B"}], **ENFORCED)

    assert deducted(incomes=[WAGE, WAGE | {"payer": "B", "paid_on": "2026-11-12"}], **ENFORCED) == same == 863_200


def test_what_is_deducted_from_an_income_that_stands_in_the_budget_alone_is_not_known() -> None:
    line = {"kind": "income", "income_kind": "wage", "amount": 30000, "frequency": "monthly", "person": "k"}

    assert deducted(incomes=[], budget=[line], **ENFORCED) is None


@pytest.mark.parametrize("other", [{"in_household": False}, {"died_on": "2025-01-01"}, {}])
def test_incomes_of_people_who_do_not_live_there_are_not_the_households(other: dict[str, Any]) -> None:
    guardian = {"id": "g", "role": "guardian", "birth_date": "1970-01-01"} | other

    assert income(people=[PERSON, guardian], incomes=[WAGE, WAGE | {"person": "g", "net": 50000}]) == 2_000_000


GUARDIAN_OWES: dict[str, Any] = {
    "debts": [*ENFORCED["debts"], {"id": "g", "debtor": "g", "kind": "loan", "balance": 100000}],
    "enforcements": [
        *ENFORCED["enforcements"],
        {"id": "f", "debts": ["g"], "kind": "court_executor", "status": "running", "began_on": "2024-01-01",
         "orders": [{"payer": "C", "delivered_on": "2024-03-01"}]},
    ],
}  # fmt: skip


@pytest.mark.parametrize("other", [{"in_household": False}, {"died_on": "2026-11-20"}, {}])
def test_deductions_of_people_who_do_not_live_there_are_not_the_households(other: dict[str, Any]) -> None:
    alone = deducted(**ENFORCED)
    guardian = {"id": "g", "role": "guardian", "birth_date": "1970-01-01"}
    incomes = [WAGE, WAGE | {"person": "g", "payer": "C", "net": 50000}]
    beside = {"incomes": incomes, **GUARDIAN_OWES}

    assert deducted(people=[PERSON, guardian | other], **beside) == alone == 196_600
    assert (deducted(people=[PERSON, guardian | {"in_household": True}], **beside) or 0) > 196_600


def test_whose_deduction_it_is_must_be_known_where_somebody_lives_elsewhere() -> None:
    nobodys = [{key: value for key, value in WAGE.items() if key != "person"}]
    guardian = {"id": "g", "role": "guardian", "birth_date": "1970-01-01"}

    assert deducted(people=[PERSON], incomes=nobodys, **ENFORCED) is not None
    assert deducted(people=[PERSON, guardian | {"in_household": False}], incomes=nobodys, **ENFORCED) is None


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ({"kind": "expense", "income_kind": "own_maintenance"}, "/budget/0/income_kind"),
        ({"kind": "income", "category": "rent"}, "/budget/0/category"),
    ],
)
def test_a_line_that_is_an_income_and_an_expense_is_an_error(line: dict[str, str], place: str) -> None:
    with pytest.raises(InputError) as refusal:
        found(budget=[line | {"amount": 3000, "frequency": "monthly"}])
    assert [(problem.code, problem.place) for problem in refusal.value.problems] == [("contradiction", place)]


def test_where_every_income_ended_what_comes_in_now_is_not_known() -> None:
    ended = {"person": "k", "kind": "business", "net": 240000, "period": "2025", "paid_on": "2026-01-12"}
    got = found(incomes=[ended])

    assert got.sheet.budget.income.total is None
    assert got.lapsed == (0,)


def test_a_thing_of_unknown_kind_may_be_anything() -> None:
    owned = found(assets=[{"value": 3000000, "description": "nevím"}]).sheet.circle.possessions

    assert (owned.savings, owned.cars, owned.homes) == (None, None, None)


@pytest.mark.parametrize(
    ("told", "least", "most"), [(None, 0, 300_000_000), (False, 300_000_000, 300_000_000), (True, 0, 0)]
)
def test_savings_count_surely_only_where_their_kind_is_told(told: bool | None, least: int, most: int) -> None:  # noqa: FBT001
    asset = {"owner": "k", "kind": "savings", "value": 3000000, "retirement_saving": told}
    owned = found(assets=[asset]).sheet.circle.possessions

    assert (owned.savings_least, owned.savings) == (least, most)


def test_an_amount_said_to_be_unknown_is_not_counted() -> None:
    assert income(incomes=[WAGE | {"certainty": "unknown"}]) is None
    line = {"kind": "income", "income_kind": "wage", "amount": 30000, "frequency": "monthly", "certainty": "unknown"}
    assert income(budget=[line]) is None


ONCE = {"kind": "income", "income_kind": "wage", "amount": 30000, "frequency": "once", "person": "k", "line": "odměna"}


def test_what_comes_once_is_told_apart_and_is_none_of_the_month() -> None:
    budget = found(budget=[ONCE]).sheet.budget

    assert (budget.income.total, budget.income_once.total) == (2_000_000, 3_000_000)
    assert [flag.values for flag in budget.flags if flag.code == "income_once"] == [{"amount": 3_000_000}]


def test_what_comes_once_counts_for_no_benefit_and_hides_no_deduction() -> None:
    apart = found(budget=[ONCE], **ENFORCED).sheet

    assert apart.benefits == found(**ENFORCED).sheet.benefits
    assert apart.budget.deducted.total == deducted(**ENFORCED) == 196_600


def test_an_unknown_sum_that_comes_once_is_not_zero() -> None:
    budget = found(budget=[ONCE | {"amount": None}]).sheet.budget

    assert (budget.income.total, budget.income_once.total) == (2_000_000, None)


def test_what_comes_once_does_not_say_that_nothing_comes_monthly() -> None:
    budget = found(incomes=None, budget=[ONCE]).sheet.budget

    assert (budget.income.total, budget.income_once.total) == (None, 3_000_000)


def test_what_comes_once_to_somebody_elsewhere_is_not_the_households() -> None:
    guardian = {"id": "g", "role": "guardian", "birth_date": "1970-01-01", "in_household": False}

    assert found(people=[PERSON, guardian], budget=[ONCE | {"person": "g"}]).sheet.budget.income_once.total == 0


def test_what_is_paid_once_is_told_apart_and_is_none_of_the_month() -> None:
    line = {"kind": "expense", "category": "food", "amount": 5000, "frequency": "once"}
    budget = found(budget=[line]).sheet.budget

    assert (budget.expenses.total, budget.parts["once"].total) == (0, 500_000)
    assert found(budget=[line | {"amount": None}]).sheet.budget.parts["once"].total is None


def test_an_income_keeps_what_was_stated_and_what_proves_it() -> None:
    line = {"kind": "income", "income_kind": "own_maintenance", "amount": 9000, "frequency": "quarterly"}
    lines = (
        found(
            incomes=[WAGE | {"proof": "payslip", "certainty": "known"}], budget=[line | {"comment": "platí otec"}]
        ).sheet.circle.incomes
        or ()
    )
    entries = [entry for each in lines for entry in each.entries]

    assert [(each.proof, each.certainty, each.frequency, each.comment) for each in entries] == [
        ("payslip", "known", None, None), (None, None, "quarterly", "platí otec"),
    ]  # fmt: skip
    assert [each.net for each in entries] == [2_000_000, 900_000]


def flagged(code: str, **parts: Any) -> list[Any]:  # noqa: ANN401 - parts of a document
    return [flag.values for flag in found(**parts).sheet.budget.flags if flag.code == code]


def test_an_income_stated_twice_is_counted_as_stated_and_told() -> None:
    assert income(incomes=[WAGE, WAGE]) == 4_000_000
    assert flagged("income_twice", incomes=[WAGE, WAGE]) == [{"count": 1}]
    gross = {key: value for key, value in WAGE.items() if key != "net"} | {"gross": 25000, "declaration": True}
    assert flagged("income_twice", incomes=[gross, gross]) == [{"count": 1}]


def test_incomes_that_differ_are_not_told_to_be_the_same() -> None:
    assert flagged("income_twice", incomes=[WAGE, WAGE | {"net": 20001}, WAGE | {"payer": "B"}]) == []
    assert flagged("income_twice", incomes=[WAGE | {"net": None}, WAGE | {"net": None}]) == []


def test_the_home_is_where_the_debtor_lives_whatever_the_order_of_people() -> None:
    spouse = {"id": "s", "role": "spouse", "birth_date": "1981-01-01", "municipality_code": "500054"}
    for people in ([PERSON, spouse], [spouse, PERSON]):
        assert found(people=people).sheet.circle.housing.municipality == "554961"


@pytest.mark.parametrize("name", ["died_on", "widowed_on"])
def test_a_day_to_come_is_an_error(name: str) -> None:
    with pytest.raises(InputError) as refusal:
        found(people=[PERSON | {name: "2030-01-01"}])
    assert [(problem.code, problem.place) for problem in refusal.value.problems] == [
        ("after_as_of", f"/people/0/{name}")
    ]


@pytest.mark.parametrize(
    ("lived_in", "homes"), [([], 0), ([True], 1), ([True, None], None), ([False], None), ([None], None)]
)
def test_real_estate_is_a_home_only_where_it_is_told(lived_in: list[bool | None], homes: int | None) -> None:
    estates = [{"owner": "k", "kind": "real_estate", "is_home": told} for told in lived_in]

    assert found(assets=estates).sheet.circle.possessions.homes == homes


@pytest.mark.parametrize(("more", "creditors"), [(0, 0), (1, 1)])
def test_a_creditor_is_waited_for_from_the_day_after_the_days_of_the_insolvency_act(more: int, creditors: int) -> None:
    days = known_value(default_pack().series["insolvency_overdue_days"], AS_OF)
    due = AS_OF - timedelta(days=days + more)
    owed = ENFORCED["debts"][0] | {"due_on": due.isoformat()}

    assert found(debts=[owed]).sheet.facts["creditors_overdue_30"].to_list() == [creditors]


FLAT: dict[str, Any] = {
    "home": {"tenure": "rented", "dwelling": "flat_or_house", "municipality_code": "554961", "home_threatened": True},
    "incomes": [WAGE | {"net": 30000}],
}  # fmt: skip


def support(**situation: Any) -> Estimate:  # noqa: ANN401 - facts of the situation
    estimates = found(**FLAT, situation=situation).sheet.benefits
    return next(each for each in estimates if each.benefit == "housing_support")


def test_what_housing_support_asks_can_be_told_by_the_case() -> None:
    assert set(support().missing) == {"home_not_obtainable"}
    told = {flag.code for flag in support(home_not_obtainable=True).reasons}
    assert {"without_suitable_home", "housing_support_met", "housing_support_not_obtainable"} <= told
    assert support(home_not_obtainable=True).missing == ()
    assert "housing_support_met" not in {flag.code for flag in support(home_not_obtainable=False).reasons}


@pytest.mark.parametrize(("needs", "limit"), [(None, 2), (False, 2), (True, 3)])
def test_specific_needs_raise_the_income_limit_of_housing_support(needs: bool | None, limit: int) -> None:  # noqa: FBT001
    minimum = found(**FLAT).sheet.minimum.total or 0

    assert support(specific_needs=needs).steps[0].value == limit * minimum
    assert support(divorcing=needs).steps[0].value == limit * minimum


def test_urgent_needs_of_the_case_reach_emergency_assistance() -> None:
    def emergency(*needs: str) -> set[str]:
        estimates = found(situation={"emergency_needs": list(needs)}).sheet.benefits
        return {flag.code for each in estimates if each.benefit == "emergency_help" for flag in each.reasons}

    assert "emergency_no_need" in emergency()
    assert "emergency_disaster" in emergency("disaster")


def test_among_debts_of_one_urgency_the_one_that_grows_most_comes_first() -> None:
    debts = [ENFORCED["debts"][0] | {"id": name, "monthly_growth": grows} for name, grows in (("a", 10), ("b", 500))]
    ordered = found(debts=debts, enforcements=[]).sheet.triage

    assert ordered is not None
    assert ordered["id"].to_list() == ["b", "a"]


def test_what_a_debt_grows_by_follows_from_its_interest_unless_told() -> None:
    debt = {"id": "a", "principal": 120000, "yearly_rate": 12}

    def growth(**more: Any) -> list[int | None]:  # noqa: ANN401 - fields of a debt
        ordered = found(debts=[ENFORCED["debts"][0] | debt | more], enforcements=[]).sheet.triage
        return [] if ordered is None else ordered["monthly_growth"].to_list()

    assert growth() == [120_000]
    assert growth(monthly_growth=0) == [0]
    assert growth(principal=None) == [None]


DAUGHTER: dict[str, Any] = {"id": "c", "role": "child", "birth_date": "2015-05-01"}


def with_daughter(assessed_as: str | None, **parts: Any) -> CaseHousehold:  # noqa: ANN401 - parts of a document
    return found(people=[PERSON, DAUGHTER | {"assessed_as": assessed_as}], **parts)


def test_a_child_declared_with_the_other_parent_is_assessed_there() -> None:
    there, alone = with_daughter("both_parents_care_there"), found(people=[PERSON])

    assert there.elsewhere == ("c",)
    assert there.sheet.minimum.total == alone.sheet.minimum.total
    assert with_daughter("both_parents_care_here").sheet.minimum == with_daughter(None).sheet.minimum


def test_without_a_declaration_of_the_parents_the_minimum_is_a_range_and_a_question() -> None:
    unsure, here, there = (
        with_daughter(told).sheet.minimum
        for told in ("both_parents_care", "both_parents_care_here", "both_parents_care_there")
    )

    assert (unsure.total, unsure.least, unsure.most) == (None, there.total, here.total)
    assert unsure.missing == ("declared_parent",)
    assert [(person, amount) for person, _, amount in unsure.persons] == [("k", None), ("c", None)]


def test_without_a_declaration_every_benefit_holds_both_ways() -> None:
    parts = {**FLAT, "incomes": [WAGE | {"net": 15000}], "budget": [
        {"kind": "expense", "category": "rent", "amount": 9000, "frequency": "monthly"},
        {"kind": "expense", "category": "home_services", "amount": 1500, "frequency": "monthly"},
        {"kind": "expense", "category": "energy", "amount": 2000, "frequency": "monthly"},
    ]}  # fmt: skip
    ways = [
        with_daughter(told, **parts).sheet.benefits
        for told in ("both_parents_care", "both_parents_care_here", "both_parents_care_there")
    ]

    for unsure, here, there in zip(*ways, strict=True):
        if (here.seems, here.least, here.most) == (there.seems, there.least, there.most):
            assert (unsure.seems, unsure.least, unsure.most) == (here.seems, here.least, here.most)
            continue
        assert "declared_parent" in unsure.missing
        for each in (here, there):
            assert unsure.seems in {each.seems, "cannot_say"}
            assert unsure.least is None or (each.least is not None and unsure.least <= each.least)
            assert unsure.most is None or (each.most is not None and unsure.most >= each.most)
    assert any("declared_parent" in each.missing for each in ways[0])


OWED = {"title": True, "monthly": 3000, "paid": 500, "enforced": True, "payouts": 0}


def substitute(*due: dict[str, Any] | None) -> Estimate:
    children = [DAUGHTER | {"id": f"c{n}", "maintenance_due": each} for n, each in enumerate(due)]
    estimates = found(people=[PERSON, *children]).sheet.benefits
    return next(each for each in estimates if each.benefit == "substitute_maintenance")


def test_maintenance_that_a_court_set_and_nobody_pays_can_be_told() -> None:
    assert (substitute(OWED).seems, substitute(OWED).least) == ("seems_entitled", 250_000)
    assert substitute(OWED | {"title": False}).seems == "seems_not"
    assert substitute(None).missing == ("maintenance_claims",)


def test_of_a_child_whose_maintenance_nobody_tells_nothing_is_said() -> None:
    assert "maintenance_title" in substitute(OWED, None).missing

"""The incomes of a case: what is deducted from each debtor month by month, and what of the case decides it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from dluhy import screen_case
from dluhy.case import parse_case
from dluhy.case.payments import counted_with
from dluhy.report.screening import screening_report
from dluhy.report.screening_text import screening_text

if TYPE_CHECKING:
    from dluhy.case.payments import CaseDeduction

INCOME = {"person": "k", "kind": "wage", "payer": "A", "net": "26400", "period": "2026-04", "paid_on": "2026-05-12"}
ORDER = {"payer": "A", "delivered_on": "2023-01-10"}
LOAN = {"id": "loan", "debtor": "k", "kind": "loan", "balance": "90000"}
ENFORCED = {"id": "e1", "debts": ["loan"], "kind": "court_executor", "orders": [ORDER]}
PEOPLE = [{"id": "k", "role": "debtor", "pension": "none"}, {"id": "d", "role": "child"}]
CASE: dict[str, Any] = {
    "ref": "x",
    "as_of": "2026-11-21",
    "people": PEOPLE,
    "incomes": [INCOME],
    "debts": [LOAN],
    "enforcements": [ENFORCED],
}


def deductions(**changes: object) -> tuple[CaseDeduction, ...]:
    return screen_case(parse_case(json.dumps(CASE | changes))).deductions


def the_one(**changes: object) -> CaseDeduction:
    (found,) = deductions(**changes)
    return found


def test_a_wage_is_deducted_for_the_order_of_its_payer() -> None:
    found = the_one()
    assert found.deduction is not None
    assert (found.person, found.payers) == ("k", ("A",))
    assert (found.deduction.base, found.deduction.deducted, found.deduction.left) == (1_762_700, 292_400, 2_347_600)
    assert [(each.claim, each.amount) for each in found.deduction.allocations] == [("loan / e1", 287_400)]


@pytest.mark.parametrize(
    ("people", "base"),
    [
        (PEOPLE, 1_762_700),
        (PEOPLE[:1], 1_410_200),
        ([*PEOPLE, {"id": "s", "role": "spouse", "pension": "old_age"}], 2_115_300),
        ([*PEOPLE, {"id": "s", "role": "spouse", "pension": "none"}], 1_762_700),
        ([PEOPLE[0] | {"pension": "invalidity_2"}, PEOPLE[1], {"id": "s", "role": "spouse"}], 2_115_300),
    ],
    ids=["one child", "nobody", "a spouse with a pension", "a spouse without", "the debtor's own pension"],
)
def test_the_people_of_the_case_are_counted(people: list[dict[str, str]], base: int) -> None:
    found = the_one(people=people).deduction
    assert found is not None
    assert found.base == base


@pytest.mark.parametrize("status", ["stopped", "ended"])
def test_an_enforcement_that_is_over_takes_nothing(status: str) -> None:
    found = the_one(enforcements=[ENFORCED | {"status": status}]).deduction
    assert found is not None
    assert found.deducted == 0


def test_an_order_to_another_payer_takes_nothing_here() -> None:
    found = the_one(enforcements=[ENFORCED | {"orders": [ORDER | {"payer": "B"}]}]).deduction
    assert found is not None
    assert found.deducted == 0


def test_a_payer_written_in_two_ways_is_asked_about_and_never_silently_spared() -> None:
    case = parse_case(json.dumps(CASE | {"incomes": [INCOME | {"payer": "A s. r. o."}]}))
    report = screening_report(screen_case(case), "cs")
    deduction = report.deductions[0].deduction
    assert deduction is not None
    assert [(flag.code, flag.verify) for flag in deduction.flags if flag.code == "orders_elsewhere"] == [
        ("orders_elsewhere", True)
    ]
    assert "jméno se s nimi neshoduje" in " ".join(screening_text(report).replace("\u00a0", " ").split())


UNTOLD = {key: value for key, value in ENFORCED.items() if key != "orders"}


def test_an_order_of_which_nobody_tells_is_taken_for_one_to_the_only_payer_and_flagged() -> None:
    told, untold = the_one().deduction, the_one(enforcements=[UNTOLD]).deduction
    assert told is not None
    assert untold is not None
    assert untold.deducted == told.deducted
    assert untold.flags[0].code == "orders_assumed"
    assert "orders_assumed" not in {flag.code for flag in told.flags}


def test_orders_that_nobody_tells_rank_by_the_beginning_and_by_the_kind_of_the_debt() -> None:
    fee = {"id": "fee", "debtor": "k", "kind": "local_fee_waste", "balance": "8000"}
    enforcements = [
        {"id": "e1", "debts": ["loan"], "kind": "court_executor", "began_on": "2020-05-04"},
        {"id": "e2", "debts": ["fee"], "kind": "court_executor", "began_on": "2014-11"},
    ]
    found = the_one(debts=[LOAN, fee], enforcements=enforcements)
    assert found.deduction is not None
    assert "claims_unknown" not in {flag.code for flag in found.deduction.flags}
    amounts = {each.claim: each.amount or 0 for each in found.deduction.allocations}
    assert amounts["fee / e2"] > amounts["loan / e1"] == 0
    case = parse_case(json.dumps(CASE | {"debts": [LOAN, fee], "enforcements": enforcements}))
    screening = screen_case(case)
    assert [each.place for each in screening.rows.warnings] == ["/enforcements/0/orders", "/enforcements/1/orders"]
    assert screening.household is not None
    assert screening.household.sheet.budget.deducted.known == found.deduction.deducted


def test_with_two_payers_nobody_can_say_where_an_order_lies() -> None:
    incomes = [INCOME, INCOME | {"payer": "B", "kind": "pension"}]
    found = the_one(incomes=incomes, enforcements=[UNTOLD]).deduction
    assert found is not None
    assert "claims_unknown" in {flag.code for flag in found.flags}


def test_an_income_of_nobody_named_is_the_only_debtors_and_that_is_told() -> None:
    nobodys = {key: value for key, value in INCOME.items() if key != "person"}
    assert the_one(incomes=[nobodys]) == the_one()
    case = parse_case(json.dumps(CASE | {"incomes": [nobodys]}))
    screening = screen_case(case)
    assert [(each.code, each.place) for each in screening.rows.warnings] == [("person_assumed", "/incomes/0/person")]
    assert not [each for one in screening.relief for each in one.problems if each.code == "person_needed"]


@pytest.mark.parametrize("role", ["spouse", "guardian"])
def test_an_income_of_nobody_named_stays_nobodys_beside_another_adult(role: str) -> None:
    nobodys = {key: value for key, value in INCOME.items() if key != "person"}
    found = the_one(people=[*PEOPLE, {"id": "s", "role": role}], incomes=[nobodys])
    assert found.person == "?"


def test_a_pension_of_nobody_named_may_be_a_childs() -> None:
    nobodys = {key: value for key, value in INCOME.items() if key != "person"} | {"kind": "pension"}
    assert the_one(incomes=[nobodys]).person == "?"


def test_a_stated_net_wage_does_not_hide_the_bonus_of_children_claimed() -> None:
    wage = INCOME | {"net": "22011", "gross": "24900", "declaration": True, "relief_children": 2}
    screening = screen_case(parse_case(json.dumps(CASE | {"as_of": "2026-05-21", "incomes": [wage]})))
    assert screening.household is not None
    lines = {line.kind: line for line in screening.household.sheet.circle.incomes or ()}
    assert lines["wage"].net == 2_201_100
    assert lines["tax_bonus"].net is None
    assert lines["tax_bonus"].least is not None
    assert lines["tax_bonus"].least > 0
    assert not screening.household.sheet.budget.income.complete
    assert screening.deductions[0].deduction is not None


def test_a_bonus_without_a_payer_and_a_day_is_paid_with_the_wage_and_stops_no_deduction() -> None:
    bonus = {"person": "k", "kind": "tax_bonus", "net": "1962"}
    with_bonus = the_one(incomes=[INCOME, bonus])
    alone = the_one()
    assert with_bonus.deduction is not None
    assert alone.deduction is not None
    assert with_bonus.deduction.deducted == alone.deduction.deducted
    assert the_one(incomes=[INCOME, {**bonus, "net": None}]) == alone


def test_two_payers_without_a_split_are_a_joint_orientation_and_with_it_each_leaves_its_part() -> None:
    incomes = [INCOME | {"net": "18000"}, INCOME | {"net": "12000", "payer": "B", "kind": "pension"}]
    orders = [ORDER, ORDER | {"payer": "B"}]
    joint = the_one(incomes=incomes, people=PEOPLE[:1], enforcements=[ENFORCED | {"orders": orders}]).deduction
    assert joint is not None
    assert "split_unknown" in {flag.code for flag in joint.flags}
    shares = [ORDER | {"base_share": "8000"}, ORDER | {"payer": "B", "base_share": "6102"}]
    split = the_one(incomes=incomes, people=PEOPLE[:1], enforcements=[ENFORCED | {"orders": shares}]).deduction
    assert split is not None
    assert [(part.payer, part.base, part.deducted) for part in split.parts] == [
        ("A", 800_000, 333_300),
        ("B", 610_200, 196_600),
    ]


UNDATED = {"person": "k", "kind": "pension", "payer": "B", "net": "12000"}


@pytest.mark.sweep(4)
@pytest.mark.parametrize(
    "told",
    [{}, {"paid_on": "2026-05-14"}, {"period": "2026-04"}, {"period": "2026-04", "paid_on": "2026-05-14"}],
    ids=["no day", "no period", "no pay day", "both"],
)
@pytest.mark.parametrize("order", [1, -1])
def test_a_month_leaves_the_protected_amount_once_whatever_is_told_of_its_payers(
    told: dict[str, str], order: int
) -> None:
    incomes = [INCOME, UNDATED | told][::order]
    orders = [ORDER, ORDER | {"payer": "B"}]
    dated = [INCOME, UNDATED | {"period": "2026-04", "paid_on": "2026-05-14"}]
    enforcements = [ENFORCED | {"orders": orders}]
    found = the_one(incomes=incomes, enforcements=enforcements).deduction
    expected = the_one(incomes=dated, enforcements=enforcements).deduction
    assert found is not None
    assert expected is not None
    assert (found.base, found.deducted, found.left) == (expected.base, expected.deducted, expected.left)


def test_an_income_that_may_come_in_one_of_two_months_leaves_both_open() -> None:
    later = INCOME | {"period": "2026-05", "paid_on": "2026-06-12"}
    found = deductions(incomes=[INCOME, later, UNDATED])
    assert [each.deduction for each in found] == [None] * 3
    assert {problem.code for each in found[:2] for problem in each.problems} == {"month_needed"}
    same = deductions(incomes=[INCOME, later, UNDATED | {"payer": "A"}])
    assert [each.deduction is None for each in same] == [False, False, True]


def test_of_people_who_are_told_nobody_is_a_spouse_or_one_of_them_is() -> None:
    def married(who: str, *people: dict[str, str]) -> tuple[bool | None, str | None]:
        found = counted_with(parse_case(json.dumps(CASE | {"people": list(people)})), who).spouse
        return found.married, found.pension

    husband, wife = {"id": "k", "role": "debtor", "pension": "old_age"}, {"id": "s", "role": "spouse"}
    assert married("k", *PEOPLE) == (False, None)
    assert married("k", husband, wife) == (True, None)
    assert married("s", husband, wife) == (True, "old_age")
    nobody = {"ref": "x", "as_of": "2026-11-21"}
    assert counted_with(parse_case(json.dumps(nobody)), "k").spouse.married is None
    deduction = the_one().deduction
    assert deduction is not None
    assert not {flag.code for flag in deduction.flags} & {"spouse_unknown", "spouse_pension_unknown"}


def test_an_order_for_running_maintenance_is_for_it_and_for_the_arrears() -> None:
    owed = {"id": "m", "debtor": "k", "kind": "maintenance", "balance": "50000"}
    order = ORDER | {"maintenance_monthly": "4000"}
    found = the_one(
        debts=[owed, LOAN], people=PEOPLE[:1], incomes=[INCOME | {"net": "30000"}],
        enforcements=[ENFORCED | {"debts": ["m"], "orders": [order]}],
    ).deduction  # fmt: skip
    assert found is not None
    assert {each.claim: each.amount for each in found.allocations} == {
        "m / e1 / 1": 400_000, "m / e1": found.deducted - 400_000 - found.fee,
    }  # fmt: skip
    without = the_one(
        debts=[owed, LOAN], people=PEOPLE[:1], incomes=[INCOME | {"net": "30000"}],
        enforcements=[ENFORCED | {"debts": ["m"]}],
    ).deduction  # fmt: skip
    assert without is not None
    assert [each.claim for each in without.allocations] == ["m / e1"]
    assert without.deducted == found.deducted


def test_debt_relief_takes_two_thirds_for_the_trustee() -> None:
    history = {"insolvencies": [{"running": True, "relief_by_instalments": True}]}
    found = the_one(history=history).deduction
    assert found is not None
    assert found.deducted == 584_800
    assert "to_trustee" in {flag.code for flag in found.flags}


@pytest.mark.parametrize(
    ("income", "why"),
    [
        ({"net": None}, "net_needed"),
        ({"paid_on": None}, "paid_on_needed"),
        ({"kind": None}, "kind_needed"),
        ({"paid_on": "2027-01-12"}, "past_horizon"),
        ({"period": "2026-07"}, "period_after_payment"),
    ],
)
def test_what_cannot_be_computed_says_why_and_does_not_stop_the_screening(income: dict[str, Any], why: str) -> None:
    found = the_one(incomes=[INCOME | income])
    assert found.deduction is None
    assert [problem.code for problem in found.problems] == [why]


def test_without_incomes_there_is_nothing_to_deduct_and_a_childs_income_is_left_alone() -> None:
    assert deductions(incomes=[]) == ()
    assert deductions(incomes=[INCOME | {"person": "d"}]) == ()


@pytest.mark.parametrize(("language", "said"), [("cs", "Srážky z příjmů"), ("en", "Deductions from incomes")])
def test_the_screening_tells_them(language: Any, said: str) -> None:  # noqa: ANN401 - a literal
    incomes = [INCOME, INCOME | {"period": "2026-05", "paid_on": "2026-06-12", "net": None}]
    report = screening_report(screen_case(parse_case(json.dumps(CASE | {"incomes": incomes}))), language)
    text = screening_text(report)
    assert said in text.replace("\u00a0", " ")
    assert "2 347" not in text  # a sum is never split by an ordinary space
    assert [income.month for income in report.deductions] == ["2026-04", "2026-05"]
    assert report.deductions[0].deduction is not None
    assert report.deductions[0].deduction.left == "23476.00"
    assert len(report.deductions[1].why_not) == 1

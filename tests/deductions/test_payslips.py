"""Past payslips: every known mistake is found, a right month is never wrong, what cannot be checked says why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.deductions.causes import CAUSES
from dluhy.deductions.document import PayslipPart, PayslipsDocument
from dluhy.deductions.figures import Payment, figures
from dluhy.deductions.mistakes import changes_of
from dluhy.deductions.model import Claim, Household, Spouse
from dluhy.deductions.payslips import FLAGS, LADDER, PLANS, VERDICTS, MonthCheck, PayslipCheck, check_payslips
from dluhy.deductions.reading import parse
from dluhy.deductions.reckoning import Reckoning, reckoned
from dluhy.law.citations import act_of
from dluhy.law.models import Citation
from dluhy.law.pack import default_pack
from dluhy.money import to_halere
from dluhy.problems import InputError
from dluhy.report.payslips import payslip_report, sealed
from dluhy.report.payslips_text import payslip_text

PACK = default_pack()
FIXTURES = sorted((Path(__file__).parents[2] / "fixtures" / "srazky").glob("pasky_*.toml"))

NOBODY = 'dependants = 0\nspouse = { married = false }\nown_pension = "none"\ndebt_relief = false\n'
CHILD = NOBODY.replace("dependants = 0", "dependants = 1")
NO_PENSION = 'dependants = 0\nspouse = { married = true, pension = "none" }\nown_pension = "none"\n'
LOAN = 'claims = [{ id = "a", kind = "loan", issued_on = 2021-02-22, delivered_on = 2021-03-01 }]\n'
NEW_LOAN = 'claims = [{ id = "a", kind = "loan", issued_on = 2025-02-24, delivered_on = 2025-03-03 }]\n'
FEE = 'claims = [{ id = "a", kind = "tax_or_fee", delivered_on = 2021-03-01 }]\n'


def orders(number: int, *, apart: bool = True) -> str:
    """Return so many loans, each of its own order or all of one."""
    claims = (
        f'{{ id = "c{n}", kind = "loan", delivered_on = 202{n}-03-01, order = "o{n if apart else 0}" }}'
        for n in range(number)
    )
    return f"claims = [{', '.join(claims)}]\n"


def checked(head: str, *payslips: str) -> PayslipCheck:
    """Return the check of a document: its head, then each payslip as "paid_on [wage_period] net deducted"."""
    text = head
    for slip in payslips:
        paid, *month, net, deducted = slip.split()
        text += f'[[payslips]]\npaid_on = {paid}\nnet = "{net}"\ndeducted = "{deducted}"\n'
        text += f'wage_period = "{month[0]}"\n' if month else ""
    return check_payslips(parse(PayslipsDocument, text, PACK, form="toml"), PACK)


def codes(month: MonthCheck, *, exact: bool = True) -> set[str]:
    """Return the codes of the causes that match exactly, or of those that do not."""
    return {cause.code for cause in month.causes if cause.exact == exact}


# What the law makes of the month (worked out by hand), and every cause that gives what was taken.
LAW = {
    # protected 17 627, third 2 924 (amounts of 2026); with those of 2025 16 284 and 3 372
    "amounts of last year after January": (
        CHILD + LOAN, "2026-02-12 26400 3372", 2924, "too_much", {"old_amounts"},
    ),
    "amounts of the month instead of the pay year": (
        CHILD + LOAN, "2026-01-12 2025-12 26400 3372", 2924, "too_much", {"old_amounts"},
    ),
    # 2025: 16 284, third 3 372
    "new amounts too early": (CHILD + LOAN, "2025-12-12 26400 2924", 3372, "too_little", {"new_amounts"}),
    # 2025: 13 027, third 5 657; with the spouse 16 284 and 4 572
    "spouse counted after 2025": (
        NO_PENSION + LOAN, "2025-02-12 30000 4572", 5657, "too_little", {"spouse_counted", "dependants_more"},
    ),
    # 2024: with the spouse 15 881, third 4 706; without 12 705 and 5 765
    "spouse left out before 2025": (
        NO_PENSION + LOAN, "2024-06-12 2024-05 30000 5765", 4706, "too_much", {"spouse_left_out"},
    ),
    # two children: 21 153, third 1 749
    "one child more": (CHILD + LOAN, "2026-05-12 26400 1749", 2924, "too_little", {"dependants_more"}),
    "no child": (CHILD + LOAN, "2026-05-12 26400 4099", 2924, "too_much", {"dependants_fewer"}),
    "fee on top": (CHILD + NEW_LOAN, "2026-05-12 26400 2974", 2924, "too_much", {"fee_on_top"}),
    "fee on top of an order that has none": (CHILD + LOAN, "2026-05-12 26400 2974", 2924, "too_much", {"fee_on_top"}),
    "fee shown apart": (CHILD + NEW_LOAN, "2026-05-12 26400 2874", 2924, "open", {"if_fee_apart"}),
    "a right month": (CHILD + LOAN, "2026-05-12 26400 2924", 2924, "right", set()),
    "second third for a loan": (
        CHILD + LOAN, "2026-05-12 26400 5848", 2924, "too_much", {"taken_as_priority", "relief_applied"},
    ),
    "one third for a local fee": (CHILD + FEE, "2026-05-12 26400 2924", 5848, "too_little", {"taken_as_ordinary"}),
    # 7 935 of housing: 8 847, third 5 384; with 6 815: 8 007 and 5 664
    "housing of 2022 not raised": (
        NOBODY + LOAN, "2022-03-10 2022-02 25000 5664", 5384, "too_much", {"other_housing"},
    ),
    # 2022d: 11 104, third 4 632; with 9 416,25: 9 417 and 5 194
    "last months of 2022 by the amounts before": (
        NOBODY + LOAN, "2022-12-10 2022-11 25000 5194", 4632, "too_much", {"old_amounts"},
    ),
    # 2024: 12 705, third 4 098
    "four orders before the rule": (
        NOBODY + orders(4), "2024-09-10 2024-08 25000 8196", 4098, "too_much",
        {"many_orders_early", "taken_as_priority", "relief_applied"},
    ),
    "four orders, the wage of September paid in October": (
        NOBODY + orders(4), "2024-10-10 2024-09 25000 8196", 4098, "too_much",
        {"many_orders_practice", "taken_as_priority", "relief_applied"},
    ),
    "four orders ignored": (
        NOBODY + orders(4), "2024-11-10 2024-10 25000 4098", 8196, "too_little",
        {"many_orders_ignored", "order_missed"},
    ),
    "four claims of one order": (
        NOBODY + orders(4, apart=False), "2024-11-10 2024-10 25000 8196", 4098, "too_much",
        {"claims_as_orders", "taken_as_priority", "relief_applied"},
    ),
    # 2026: 14 102, third 799, below 1 089
    "four orders, pension and a low third": (
        NOBODY.replace('"none"', '"old_age"') + orders(4), "2026-04-12 16500 1598", 799, "too_much",
        {"pension_ignored", "taken_as_priority", "relief_applied"},
    ),
    "four orders, perhaps a pension": (
        NOBODY.replace('own_pension = "none"\n', "") + orders(4), "2026-04-12 16500 799", 1598, "open",
        {"if_pension", "many_orders_ignored", "order_missed"},
    ),
    "debt relief ignored": (
        CHILD.replace("relief = false", "relief = true"), "2026-05-12 26400 2924", 5848, "too_little",
        {"relief_ignored"},
    ),
    "an order not binding yet": (
        CHILD + 'claims = [{ kind = "loan", delivered_on = 2026-03-20 }]\n',
        "2026-03-25 2026-02 26400 2924", 0, "too_much", {"order_too_early"},
    ),
    "an order not binding yet, unless of a tax office": (
        CHILD + 'claims = [{ kind = "tax_or_fee", delivered_on = 2026-03-20 }]\n',
        "2026-03-25 2026-02 26400 5848", 0, "open", {"if_order_binds", "relief_applied"},
    ),
    "an order binding by one reading only": (
        CHILD + 'claims = [{ kind = "loan", delivered_on = 2026-03-20, balance = "90000" }]\n',
        "2026-04-12 40000 0", 7457, "open", {"if_order_waits", "nothing_deducted"},
    ),
    "the newest order missing": (
        CHILD + 'claims = [{ id = "a", kind = "loan", delivered_on = 2021-03-01 },'
        ' { id = "b", kind = "tax_or_fee", delivered_on = 2026-01-05 }]\n',
        "2026-05-12 26400 2924", 5848, "too_little", {"order_missed", "taken_as_ordinary"},
    ),
    "nothing deducted": (
        CHILD + 'claims = [{ kind = "loan", delivered_on = 2021-03-01, balance = "90000" }]\n',
        "2026-05-12 40000 0", 7457, "too_little", {"nothing_deducted"},
    ),
    "nothing deducted, the debt of unknown size": (
        CHILD + LOAN, "2026-05-12 40000 0", 7457, "open", {"nothing_deducted", "if_paid_off"},
    ),
    # 2024: 12 705, rest 37 295, third 9 528, without limit 8 709,50
    "threshold rounded to crowns": (
        NOBODY + LOAN, "2024-06-12 2024-05 50000 18237", 18237.5, "rounding", {"threshold_up"},
    ),
    "thirds of the whole rest": (
        NOBODY + LOAN, "2024-06-12 2024-05 50000 12431", 18237.5, "too_little", {"all_by_thirds"},
    ),
    # two children in 2025: exactly 19 540, third 2 820; rounded part by part 19 541 and 2 819
    "parts rounded first": (
        NOBODY.replace("0", "2") + FEE, "2025-06-12 28000 5638", 5640, "rounding", {"other_rounding"},
    ),
    # one child in 2026: 17 626,875 up or down
    "protected amount cut": (CHILD + FEE, "2026-05-12 26399 5848", 5848, "right", set()),
    "protected amount rounded down": (CHILD + FEE, "2026-05-12 26401 5850", 5848, "rounding", {"base_down"}),
    "whole protected amount elsewhere": (CHILD + LOAN, "2026-05-12 26400 8800", 2924, "open", {"if_other_payer"}),
    "claims nobody knows": (CHILD, "2026-05-12 26400 5848", 2924, "open", {"if_priority", "relief_applied"}),
    "relief nobody mentions": (
        CHILD.replace("debt_relief = false\n", ""), "2026-05-12 26400 5848", 2924, "open", {"if_priority", "if_relief"},
    ),
    "a claim of unknown priority": (
        CHILD + 'claims = [{ id = "a", delivered_on = 2021-03-01 }]\n', "2026-05-12 26400 5848", 2924, "open",
        {"if_priority", "relief_applied"},
    ),
    "dependants nobody stated": (
        LOAN + "spouse = { married = false }\n", "2026-05-12 26400 2924", 4099, "open", {"if_dependants"},
    ),
    "spouse nobody mentioned": (
        LOAN + "dependants = 0\n", "2026-05-12 26400 2924", 4099, "open", {"if_spouse", "dependants_more"},
    ),
    # two fifths of 30 000; as a wage 14 102, third 5 299
    "business income as a wage": (
        NOBODY + LOAN + 'income = "business"\n', "2026-05-12 30000 5299", 12000, "too_little", {"as_wage"},
    ),
    "tax bonus taken": (NOBODY + LOAN + 'income = "tax_bonus"\n', "2026-05-12 15267 388", 0, "too_much", {"as_wage"}),
    # 2025 and one person more: 19 541, third 2 286
    "old amounts and the spouse": (
        CHILD.replace("married = false", 'married = true, pension = "none"') + LOAN, "2026-05-12 26400 2286", 2924,
        "too_little", {"old_amounts+spouse_counted", "old_amounts+dependants_more"},
    ),
    "nothing explains it": (CHILD + LOAN, "2026-05-12 26400 3111", 2924, "too_much", set()),
}  # fmt: skip


@pytest.mark.parametrize("case", LAW)
def test_every_cause_that_gives_what_was_deducted_is_named(case: str) -> None:
    head, slip, expected, verdict, found = LAW[case]
    month = checked(head, slip).months[0]

    assert month.expected is not None
    assert month.deducted is not None
    assert month.expected.deducted == expected * 100
    assert month.difference == month.deducted - expected * 100
    assert month.verdict == verdict
    assert codes(month) == found
    assert all(cause.amount == month.deducted for cause in month.causes if cause.exact)


def test_every_cause_of_the_pack_has_a_case_or_is_a_question() -> None:
    named = {code for *_, found in LAW.values() for pair in found for code in pair.split("+")}
    questions = {term.code for term in PACK.vocabularies[CAUSES].values() if term.more["kind"] == "question"}
    assert named | questions | {"earlier_part_apart"} == set(PACK.vocabularies[CAUSES])


def test_one_crown_is_no_difference_and_says_so() -> None:
    check = checked(CHILD + LOAN, "2026-05-12 26400 2925", "2026-06-12 26400 2925.01")
    assert [month.verdict for month in check.months] == ["rounding", "too_much"]
    assert "tolerance" in {flag.code for flag in check.flags}
    assert check.totals.too_much == 101


def test_what_cannot_be_computed_is_asked_only_where_nothing_fits() -> None:
    much, little, fits = checked(
        CHILD + LOAN, "2026-05-12 26400 3111", "2026-06-12 26400 2111", "2026-07-12 26400 2974"
    ).months
    assert codes(much, exact=False) == {"tax_bonus", "other_deduction"}
    assert codes(little, exact=False) == {"lower_agreed"}
    assert codes(fits, exact=False) == set()
    childless = checked(NOBODY + LOAN, "2026-05-12 26400 5000").months[0]
    assert codes(childless, exact=False) == {"other_deduction"}


def test_the_last_instalment_of_a_debt_of_unknown_size_is_not_called_wrong() -> None:
    last, none = checked(CHILD + LOAN, "2026-05-12 26400 2111", "2026-06-12 26400 0").months
    assert (last.verdict, none.verdict) == ("open", "open")
    assert "rest_of_debt" in codes(last, exact=False)
    followed = checked(CHILD + LOAN, "2026-05-12 26400 2111", "2026-06-12 26400 2924").months[0]
    assert followed.verdict == "too_little"


def test_balances_run_down_as_if_every_deduction_had_been_right() -> None:
    claims = 'claims = [{ kind = "loan", delivered_on = 2021-03-01, balance = "5000" }]\n'
    check = checked(CHILD + claims, "2026-05-12 26400 3372", "2026-06-12 26400 2076", "2026-07-12 26400 0")
    assert [month.expected.deducted for month in check.months if month.expected] == [292400, 207600, 0]
    assert [month.verdict for month in check.months] == ["too_much", "right", "right"]
    assert {"balances_from_first"} <= {flag.code for flag in check.flags}


def test_running_maintenance_is_due_anew_each_month() -> None:
    claims = (
        'claims = [{ kind = "maintenance_current", delivered_on = 2021-03-01, balance = "3000", monthly = "3000",'
        ' entitled = "dite" }]\n'
    )
    check = checked(CHILD + claims, "2026-05-12 26400 3000", "2026-06-12 26400 3000")
    assert [month.verdict for month in check.months] == ["right", "right"]


def test_the_protected_amount_counts_once_for_a_month_paid_in_parts() -> None:
    slips = ("2026-04-20 2026-04 20000 791", "2026-05-12 2026-04 20000 6666")
    check = checked(CHILD + LOAN, *slips)
    assert [month.verdict for month in check.months] == ["right", "right"]
    assert "second_payment" in {flag.code for flag in check.flags}
    apart = checked(CHILD + LOAN, slips[0], "2026-05-12 2026-04 20000 791").months[1]
    assert codes(apart) == {"earlier_part_apart"}


def test_payments_are_told_by_pay_day_with_their_number_in_the_document() -> None:
    check = checked(CHILD + LOAN, "2026-06-12 26400 2924", "2026-05-12 26400 3372")
    assert [month.number for month in check.months] == [2, 1]


def test_dependants_of_a_month_win_over_those_of_the_document() -> None:
    slip = PayslipPart.model_validate({"paid_on": "2026-05-12", "net": "26400", "deducted": "1749", "dependants": 2})
    document = parse(PayslipsDocument, CHILD + LOAN + "payslips = []\n", PACK, form="toml")
    check = check_payslips(document.model_copy(update={"payslips": [slip]}), PACK)
    assert check.months[0].verdict == "right"


def test_a_month_that_cannot_be_checked_says_every_reason_and_the_others_are_checked() -> None:
    text = CHILD + LOAN + "[[payslips]]\n[[payslips]]\npaid_on = 2024-05-10\nnet = '26400'\n"
    text += "[[payslips]]\npaid_on = 2027-05-10\nnet = '26400'\ndeducted = '2924'\n"
    text += "[[payslips]]\npaid_on = 2026-03-12\nnet = '100'\ndeducted = '2924'\n"
    text += "[[payslips]]\npaid_on = 2026-05-12\nnet = '26400'\ndeducted = '2924'\n"
    check = check_payslips(parse(PayslipsDocument, text, PACK, form="toml"), PACK)
    why = {month.number: [problem.code for problem in month.reasons] for month in check.months}
    assert why == {
        1: ["paid_on_missing", "net_needed", "deducted_missing"],
        2: ["deducted_missing", "wage_period_needed"],
        3: ["past_horizon"],
        4: ["more_than_net"],
        5: [],
    }
    assert check.totals.months["unchecked"] == 4
    assert check.plan == ("PS-SHEET",)
    assert all(problem.place.startswith(f"/payslips/{month.number - 1}") for month in check.months for problem in
               month.reasons)  # fmt: skip


def test_what_was_expected_is_told_even_where_the_deduction_is_missing() -> None:
    text = CHILD + LOAN + "[[payslips]]\npaid_on = 2026-05-12\nnet = '26400'\n"
    month = check_payslips(parse(PayslipsDocument, text, PACK, form="toml"), PACK).months[0]
    assert month.expected is not None
    assert (month.expected.deducted, month.verdict, month.difference) == (292400, "unchecked", None)


def test_the_month_of_a_wage_is_not_guessed_where_two_payments_would_be_for_one() -> None:
    check = checked(CHILD + LOAN, "2026-05-12 26400 2924", "2026-05-29 26400 2924")
    assert [[problem.code for problem in month.reasons] for month in check.months] == [["wage_period_needed"]] * 2


def test_a_later_part_of_a_month_is_not_checked_where_the_earlier_net_is_unknown() -> None:
    text = CHILD + LOAN + "[[payslips]]\npaid_on = 2026-04-20\nwage_period = '2026-04'\ndeducted = '0'\n"
    text += "[[payslips]]\npaid_on = 2026-05-12\nwage_period = '2026-04'\nnet = '20000'\ndeducted = '791'\n"
    check = check_payslips(parse(PayslipsDocument, text, PACK, form="toml"), PACK)
    assert [problem.code for problem in check.months[1].reasons] == ["earlier_unknown"]


@pytest.mark.parametrize(("income", "code"), [("severance", "multiples_needed"), ("other", "income_to_find_out")])
def test_incomes_that_need_more_are_not_guessed(income: str, code: str) -> None:
    month = checked(CHILD + LOAN + f'income = "{income}"\n', "2026-05-12 26400 2924").months[0]
    assert [problem.code for problem in month.reasons] == [code]


def test_contradictions_of_the_whole_document_are_refused_at_once() -> None:
    empty = 'claims = [{ payer = "a" }, { payer = "b" }]\npayslips = []\n'
    with pytest.raises(InputError) as caught:
        check_payslips(parse(PayslipsDocument, empty, PACK, form="toml"), PACK)
    assert [problem.code for problem in caught.value.problems] == ["payslips_needed", "several_payers"]
    contradicts = CHILD.replace("married = false", "married = false, counts = true") + LOAN
    with pytest.raises(InputError) as caught:
        checked(contradicts, "2026-05-12 26400 2924", "2026-06-12 26400 2924")
    assert [problem.code for problem in caught.value.problems] == ["spouse_contradiction"]
    with pytest.raises(InputError) as caught:
        checked(CHILD + LOAN, "2026-05-12 26400 2924", "2026-05-12 26400 2924")
    assert [problem.code for problem in caught.value.problems] == ["payslip_twice"]


def test_totals_keep_too_much_too_little_and_undecided_apart() -> None:
    check = checked(
        CHILD + NEW_LOAN, "2026-02-12 26400 3372", "2026-03-12 26400 2974", "2026-04-12 26400 1749",
        "2026-05-12 26400 2874", "2026-06-12 26400 2924",
    )  # fmt: skip
    totals = check.totals
    assert (totals.too_much, totals.too_little, totals.open_much, totals.open_little) == (49800, 117500, 0, 5000)
    assert totals.months == {"right": 1, "rounding": 0, "too_much": 2, "too_little": 1, "open": 1, "unchecked": 0}
    assert (totals.oldest_on, totals.limitation_on) == (date(2026, 2, 12), date(2029, 2, 12))


STEPS = [
    (CHILD + LOAN, "2026-05-12 26400 2924", []),
    (CHILD + LOAN, "2026-05-12 26400 3372", ["SHEET", "PAYROLL", "EXECUTOR", "COURT", "TAX", "WAGE"]),
    (CHILD + LOAN + 'income = "pension"\n', "2026-05-12 26400 3372", ["SHEET", "PAYROLL", "EXECUTOR", "COURT", "TAX"]),
    (CHILD + "debt_relief = true\n", "2026-05-12 26400 8000", ["SHEET", "PAYROLL", "TRUSTEE", "WAGE"]),
    (CHILD + LOAN, "2026-05-12 26400 1749", ["SHEET", "LITTLE"]),
    (CHILD, "2026-05-12 26400 5848", ["SHEET", "FACT"]),
]


@pytest.mark.parametrize(("head", "slip", "steps"), STEPS)
def test_the_steps_answer_what_was_found(head: str, slip: str, steps: list[str]) -> None:
    head = head.replace("debt_relief = false\n", "") if "debt_relief = true" in head else head
    assert checked(head, slip).plan == tuple(f"PS-{step}" for step in steps)


def test_every_plan_cause_and_step_stands_in_the_pack_with_its_source() -> None:
    ladder = [step.id for step in PACK.ladders[LADDER].step]
    planned = {step for term in PACK.vocabularies[PLANS].values() for step in term.more["steps"]}
    assert planned == set(ladder)
    for term in PACK.vocabularies[CAUSES].values():
        assert term.more["kind"] in {"mistake", "fact", "question"}
        assert term.more["evidence"] in PACK.vocabularies["evidence"]
        assert all(act_of(Citation(at=at), PACK.acts) for at in term.more["cites"]), term.code
    incomes = PACK.term(PLANS, "unpaid_wage").more["incomes"]
    assert set(incomes) <= set(PACK.vocabularies["income_kinds"])


def test_a_new_fact_acts_from_the_next_month_only_where_that_is_law() -> None:
    after = checked(CHILD + LOAN, "2026-05-12 26400 1749")
    before = checked(CHILD + LOAN, "2023-05-12 2023-04 30000 3181")
    assert codes(before.months[0]) == {"dependants_more"}
    assert "from_next_month" in {flag.code for flag in after.flags}
    assert "from_next_month" not in {flag.code for flag in before.flags}


KINDS = st.sampled_from(["loan", "tax_or_fee", "maintenance_arrears", None])
DAYS = st.dates(date(2016, 1, 1), date(2026, 11, 30))


@st.composite
def payments(draw: st.DrawFn) -> Payment:
    """Draw a payment of a payer to whom up to five claims were delivered."""
    paid_on = draw(st.dates(date(2016, 2, 1), date(2026, 12, 20)))
    month = date(paid_on.year - (paid_on.month == 1), (paid_on.month - 2) % 12 + 1, 1)
    claims = [
        Claim(id=f"c{n}", kind=draw(KINDS), delivered_on=draw(DAYS), order=draw(st.sampled_from(["a", "b", None])))
        for n in range(draw(st.integers(0, 5)))
    ]
    pension = draw(st.sampled_from([None, "none", "old_age"]))
    spouse = Spouse(married=draw(st.sampled_from([None, True, False])), pension=draw(st.sampled_from([None, "none"])))
    return Payment(
        paid_on=paid_on,
        wage_period=month,
        net=draw(st.integers(8_000, 70_000)) * 100,
        household=Household(dependants=draw(st.sampled_from([None, 0, 1, 2])), spouse=spouse, own_pension=pension),
        claims=draw(st.sampled_from([None, tuple(claims)])),
        debt_relief=draw(st.sampled_from([False, False, False, True])),
        earlier_net=0,
    )


def month_of(payment: Payment, deducted: int) -> MonthCheck:
    """Return the check of a payment as a document of one payslip."""
    household = payment.household
    spouse = {"married": household.spouse.married, "pension": household.spouse.pension}
    claims = None if payment.claims is None else [
        {"id": each.id, "kind": each.kind, "delivered_on": each.delivered_on, "order": each.order}
        for each in payment.claims
    ]  # fmt: skip
    slip = {"paid_on": payment.paid_on, "wage_period": payment.wage_period, "net": payment.net // 100}
    document = PayslipsDocument.model_validate(
        {
            "dependants": household.dependants, "spouse": spouse, "own_pension": household.own_pension,
            "debt_relief": payment.debt_relief or None, "claims": claims, "payslips": [slip],
        }
    )  # fmt: skip
    part = document.payslips[0].model_copy(update={"deducted": deducted})
    return check_payslips(document.model_copy(update={"payslips": [part]}), PACK).months[0]


@given(payment=payments())
@settings(max_examples=150, deadline=None)
def test_a_month_in_which_the_expected_was_deducted_is_never_wrong(payment: Payment) -> None:
    month = month_of(payment, figures(payment, PACK).deducted)
    assert (month.verdict, month.difference, month.causes) == ("right", 0, ())


@given(payment=payments(), data=st.data())
@settings(max_examples=300, deadline=None)
def test_a_payslip_made_by_a_mistake_names_that_mistake(payment: Payment, data: st.DataObject) -> None:
    expected = figures(payment, PACK).deducted
    change = data.draw(st.sampled_from(list(changes_of(payment, PACK))))
    actual = reckoned(change.apply(Reckoning(payment=payment)), PACK)
    if actual == expected or not 0 <= actual <= payment.net:
        return
    month = month_of(payment, actual)
    named = [(part.code, part.values) for cause in month.causes if cause.exact for part in cause.parts]
    assert (change.code, change.values) in named
    assert month.verdict not in {"right", "unchecked"}


@given(payment=payments(), off=st.integers(-300_000, 300_000))
@settings(max_examples=100, deadline=None)
def test_too_much_is_never_called_too_little(payment: Payment, off: int) -> None:
    expected = figures(payment, PACK).deducted
    actual = max(0, min(payment.net, expected + off))
    month = month_of(payment, actual)
    assert month.difference == actual - expected
    assert month.verdict != ("too_little" if actual > expected else "too_much")
    exact = [cause.exact for cause in month.causes]
    assert exact == sorted(exact, reverse=True)


def test_a_reckoning_with_the_amounts_of_the_day_is_the_lawful_one() -> None:
    payment = Payment(
        paid_on=date(2026, 5, 12), wage_period=date(2026, 4, 1), net=5_200_000, household=Household(dependants=2),
        claims=(Claim(id="a", kind="tax_or_fee", balance=1_000_000), Claim(id="b", kind="loan", balance=700_000)),
    )  # fmt: skip
    found = figures(payment, PACK)
    for earlier in (0, 1_500_000):
        late = evolve(payment, earlier_net=earlier)
        state = Reckoning(payment=late, amounts=found.amounts)
        assert reckoned(state, PACK) == figures(late, PACK).deducted


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["cs", "en"])
def test_reports_are_told_in_both_languages_within_the_width(path: Path, language: str) -> None:
    check = check_payslips(parse(PayslipsDocument, path.read_bytes(), PACK, form="toml"), PACK)
    report = payslip_report(check, "cs" if language == "cs" else "en", PACK, None, path.stem)
    text = payslip_text(report)
    assert max(map(len, text.splitlines())) <= 100
    assert path.stem in text
    for step in report.plan:
        assert step.title in text.replace("\n   ", " ")
    assert text.replace("\u00a0", " ").lower().count("k ověření" if language == "cs" else "to be verified") > 3


def test_the_json_says_what_the_text_says() -> None:
    check = checked(CHILD + LOAN, "2026-02-12 26400 3372", "2026-05-12 26400 2924")
    report = sealed(payslip_report(check, "cs", PACK, None), PACK, "0" * 64)
    body = msgspec.json.decode(msgspec.json.encode(report))
    wrong, right = body["months"]
    told = {
        key: wrong[key] for key in ("paid_on", "wage_period", "net", "deducted", "expected", "difference", "verdict")
    }
    assert list(told.values()) == [
        "2026-02-12", "2026-01", "26400.00", "3372.00", "2924.00", "448.00", "too_much",
    ]  # fmt: skip
    assert [(cause["code"], cause["amount"], cause["exact"]) for cause in wrong["causes"]] == [
        ("old_amounts", "3372.00", True)
    ]
    assert "2025" in wrong["causes"][0]["label"]
    assert (right["verdict"], right["causes"], right["why_not_checked"]) == ("right", [], [])
    assert (wrong["deduction"]["base"], wrong["deduction"]["persons"]) == ("17627.00", 1)
    assert body["totals"]["too_much"] == "448.00"
    assert body["totals"]["limitation_to_verify"] is True
    assert (body["receipt"]["rows_judged"], body["receipt"]["rows_rejected"]) == (2, 0)
    assert body["receipt"]["as_of"] == "2026-05-12"


def test_every_verdict_and_flag_has_a_label_in_both_languages() -> None:
    for name in (VERDICTS, FLAGS, CAUSES, PLANS):
        for term in PACK.vocabularies[name].values():
            assert term.cs != term.en


def test_the_shipped_payslips_show_each_their_mistakes() -> None:
    found = {}
    for path in FIXTURES:
        check = check_payslips(parse(PayslipsDocument, path.read_bytes(), PACK, form="toml"), PACK)
        found[path.stem] = [month.verdict for month in check.months]
    assert found == {
        "pasky_prodejna": ["right", "too_much", "too_much", "right", "too_much", "too_little", "unchecked"],
        "pasky_sklad": ["too_much", "right", "too_little", "right"],
    }


def test_amounts_are_exact_to_the_heller() -> None:
    month = checked(NOBODY + LOAN, "2024-06-12 2024-05 50000.37 18237.87").months[0]
    assert (month.verdict, month.net) == ("right", to_halere("50000.37"))

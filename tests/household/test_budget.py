"""A budget adds up, says what is not known, and an unknown line is never zero."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.household.budget import PARTS, Bounds, Budget, ExpenseLine, Sum, budget
from dluhy.household.frequency import monthly
from dluhy.household.guideline import Guideline
from dluhy.household.model import IncomeLine
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

ON = date(2026, 11, 22)
PACK = default_pack()
CODES = PACK.members["budget_lines"]
FREQUENCIES = PACK.members["frequencies"]
WAGE = IncomeLine(person="a", kind="wage", net=2500000)
RENT = ExpenseLine(category="rent", amount=900000, frequency="monthly")
LOAN = ExpenseLine(category="consumer_loan", amount=300000, frequency="monthly")

LINES = st.builds(
    ExpenseLine,
    category=st.none() | st.sampled_from(CODES),
    amount=st.none() | st.integers(0, 10**8),
    frequency=st.none() | st.sampled_from(FREQUENCIES),
)
KNOWN = st.builds(
    ExpenseLine,
    category=st.sampled_from(CODES),
    amount=st.integers(0, 10**8),
    frequency=st.sampled_from([code for code in FREQUENCIES if code != "once"]),
)
INCOMES = st.builds(
    IncomeLine,
    person=st.just("a"),
    kind=st.none() | st.sampled_from(PACK.members["income_kinds"]),
    net=st.none() | st.integers(0, 10**8),
)


def made(
    lines: Sequence[ExpenseLine] | None,
    incomes: Sequence[IncomeLine] | None = (WAGE,),
    deducted: int | None = 0,
    guideline: int | None = None,
    minimum: int | None = None,
) -> Budget:
    limit = None if guideline is None else Guideline(on=ON, least=guideline, most=guideline)
    return budget(lines, incomes, deducted=deducted, on=ON, guideline=limit, minimum=minimum)


def codes(made: Budget) -> list[str]:
    return [flag.code for flag in made.flags]


def line(category: str | None, amount: int | None, frequency: str | None = "monthly") -> ExpenseLine:
    return ExpenseLine(category=category, amount=amount, frequency=frequency)


def test_a_household_by_hand() -> None:
    lines = [
        RENT,
        line("food", 150000, "weekly"),
        line("waste_fee", 120000, "yearly"),
        line("reserve", 50000),
        line("furnishings", 400000, "once"),
        LOAN,
    ]
    incomes = [WAGE, IncomeLine(person="a", kind="tax_bonus", net=126700)]
    came = made(lines, incomes, deducted=200000)
    assert came.income == Sum(2626700)
    assert came.income_by_kind == {"wage": Sum(2500000), "tax_bonus": Sum(126700)}
    assert {part: came.parts[part].total for part in came.parts} == {
        "fixed": 910000, "flexible": 650000, "instalments": 300000, "savings": 50000, "unsorted": 0, "once": 400000,
    }  # fmt: skip
    assert came.housing == Sum(910000)
    assert came.benefit_inputs["rent"] == Sum(900000)
    assert came.benefit_inputs["energy"] == Sum(0)
    assert came.guided == Sum(650000)
    assert came.left == Bounds(516700, 516700)
    assert came.before_instalments == Bounds(816700, 816700)
    assert came.reserve_aim == 131335
    assert came.unknown == ()


@given(st.lists(KNOWN, max_size=10), st.integers(0, 10**9), st.integers(0, 10**9))
def test_what_is_known_adds_up_to_the_last_haler(lines: list[ExpenseLine], net: int, deducted: int) -> None:
    came = made(lines, [IncomeLine(person="a", kind="wage", net=net)], deducted)
    parts = [came.parts[part].total or 0 for part in PARTS]
    assert came.left.exact == net - deducted - sum(parts)
    assert came.expenses.total == sum(parts) == sum(group.total or 0 for group in came.groups.values())
    assert came.before_instalments.exact == net - deducted - sum(parts) + (came.parts["instalments"].total or 0)
    exact = sum((monthly(each.amount or 0, each.frequency or "") for each in lines), Fraction(0))
    assert (came.expenses.total or 0) + came.rounding == exact
    assert abs(came.rounding) <= Fraction(len(lines), 2)


@given(st.lists(LINES, max_size=8), st.lists(INCOMES, max_size=4), st.none() | st.integers(0, 10**8), st.data())
def test_whatever_the_unknown_turns_out_to_be_it_stays_within_the_bounds(
    lines: list[ExpenseLine], incomes: list[IncomeLine], deducted: int | None, data: st.DataObject
) -> None:
    came = made(lines, incomes, deducted)
    amounts = st.integers(0, 10**7)
    truth = made(
        [
            ExpenseLine(
                category=each.category or data.draw(st.sampled_from(CODES)),
                amount=data.draw(amounts) if each.amount is None else each.amount,
                frequency=each.frequency or data.draw(st.sampled_from(FREQUENCIES)),
            )
            for each in lines
        ],
        [IncomeLine(person="a", kind=each.kind, net=data.draw(amounts) if each.net is None else each.net)
         for each in incomes],
        data.draw(amounts) if deducted is None else deducted,
    )  # fmt: skip
    for told, true in ((came.left, truth.left), (came.before_instalments, truth.before_instalments)):
        assert true.exact is not None
        assert told.least is None or told.least <= true.exact
        assert told.most is None or true.exact <= told.most
    sums = [("housing", "energy", "essential", "work", "guided", "expenses", "income")]
    for name in sums[0]:
        told_sum, true_sum = getattr(came, name), getattr(truth, name)
        assert told_sum.known <= true_sum.known
        assert not told_sum.complete or told_sum.known == true_sum.known
    for part in PARTS[:-1]:
        assert came.parts[part].known <= truth.parts[part].known
        assert came.parts[part].total in (None, truth.parts[part].total)


@pytest.mark.parametrize("unknown", [line("food", None), line("food", 100, None), line("food", None, None)])
def test_an_unknown_line_is_named_and_never_zero(unknown: ExpenseLine) -> None:
    came = made([RENT, unknown])
    assert came.expenses == Sum(900000, complete=False)
    assert came.expenses.total is None
    assert came.left == Bounds(None, 1600000)
    assert [each.line for each in came.unknown] == [unknown]
    assert came.groups["food"].total is None
    assert came.groups["housing"].total == 900000
    assert next(flag for flag in came.flags if flag.code == "expense_unknown").values == {"count": 1}


def test_nothing_is_nothing_how_often_ever() -> None:
    came = made([RENT, line("food", 0, None)])
    assert came.left == Bounds(1600000, 1600000)


def test_an_unknown_income_leaves_at_least_what_the_known_ones_leave() -> None:
    came = made([RENT], [WAGE, IncomeLine(person="b", kind="pension", net=None)])
    assert came.income == Sum(2500000, complete=False)
    assert came.left == Bounds(1600000, None)
    assert "income_unknown" in codes(came)
    assert came.reserve_aim is None


def test_an_unknown_deduction_leaves_at_most() -> None:
    came = made([RENT], deducted=None)
    assert came.left == Bounds(None, 1600000)
    assert "deducted_unknown" in codes(came)


def test_nobody_told_is_not_nothing() -> None:
    came = made(None, None)
    assert (came.left, came.income.total, came.expenses.total) == (Bounds(None, None), None, None)
    assert {"income_not_told", "expenses_not_told"} <= set(codes(came))
    nothing = made([], [])
    assert nothing.left == Bounds(0, 0)
    assert not {"income_not_told", "expenses_not_told"} & set(codes(nothing))


def test_an_unsorted_line_counts_but_completes_no_part() -> None:
    came = made([RENT, LOAN, line(None, 100000)])
    assert came.left == Bounds(1200000, 1200000)
    assert came.parts["unsorted"] == Sum(100000)
    assert came.housing == Sum(900000, complete=False)
    assert came.parts["instalments"] == Sum(300000, complete=False)
    assert came.before_instalments == Bounds(1500000, 1600000)
    assert "expense_unsorted" in codes(came)


def test_what_is_paid_or_comes_once_is_listed_apart() -> None:
    once = IncomeLine(person="a", kind="tax_refund", net=500000)
    came = made([RENT, line("energy_settlement", 300000, "once")], [WAGE, once])
    assert came.income == Sum(2500000)
    assert came.income_once == Sum(500000)
    assert came.parts["once"] == Sum(300000)
    assert came.left == Bounds(1600000, 1600000)
    assert {"income_once", "expense_once"} <= set(codes(came))
    assert made([line("food", None, "once")]).left == Bounds(2500000, 2500000)


@pytest.mark.parametrize(
    ("lines", "complete"),
    [
        ([line("mortgage", 800000)], False),
        ([line("mortgage", 500000), line("mortgage_interest", 300000)], True),
        ([line("mortgage", 0)], True),
        ([line("mortgage", 800000, "once")], True),
        ([], True),
    ],
)
def test_a_mortgage_whole_leaves_the_housing_costs_open(lines: list[ExpenseLine], complete: bool) -> None:  # noqa: FBT001
    came = made(lines)
    assert came.housing.complete is complete
    assert ("interest_not_apart" in codes(came)) is not complete


TREATMENTS = [
    ("wage", "like_wage"), ("tax_bonus", "exempt"), ("business", "part_two_fifths"),
    ("social_assistance_benefit", "exempt"), ("other", "other"), (None, None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "treatment"), TREATMENTS)
def test_every_income_says_what_deductions_may_do_with_it(kind: str | None, treatment: str | None) -> None:
    income = made([], [IncomeLine(person="a", kind=kind, net=1)]).incomes[0]
    assert income.treatment == treatment
    assert (income.group is None) is (kind is None)


def test_every_expense_says_what_it_counts_for_and_what_proves_it() -> None:
    rent = ExpenseLine(category="rent", amount=1, frequency="monthly", proof="contract")
    expense = made([rent]).expenses_listed[0]
    assert (expense.part, expense.says("benefit"), expense.says("housing"), expense.proven) == (
        "fixed",
        "rent",
        True,
        True,
    )
    assert expense.says("guideline") is None


GUIDED = [
    (694000, []),
    (694001, ["above_guideline", "comment_required"]),
    (1041000, ["above_guideline", "comment_required"]),
    (1041001, ["far_above_guideline", "comment_required"]),
]


@pytest.mark.parametrize(("amount", "flags"), GUIDED)
def test_above_the_guideline_a_comment_and_far_above_an_explanation_is_asked(amount: int, flags: list[str]) -> None:
    came = made([line("food", amount // 2), line("clothing", amount - amount // 2)], guideline=694000)
    assert [code for code in codes(came) if "guideline" in code or code == "comment_required"] == flags


def test_a_comment_answers_the_guideline() -> None:
    food = ExpenseLine(category="food", amount=900000, frequency="monthly", comment="dieta dítěte")
    came = made([food], guideline=694000)
    assert "above_guideline" in codes(came)
    assert "comment_required" not in codes(came)


def test_only_guided_lines_meet_the_guideline() -> None:
    assert "above_guideline" not in codes(made([RENT, LOAN, line("food", 600000)], guideline=694000))


@pytest.mark.parametrize(("food", "alarm"), [(549999, True), (550000, False), (None, False)])
def test_living_under_the_living_minimum_is_an_alarm_where_it_is_sure(food: int | None, alarm: bool) -> None:  # noqa: FBT001
    came = made([RENT, line("food", food)], minimum=550000)
    assert ("living_under_minimum" in codes(came)) is alarm


@pytest.mark.parametrize(
    ("loan", "rent", "flags"),
    [
        (1600000, 900000, []),
        (1600001, 900000, ["deficit"]),
        (0, 2500001, ["deficit_before_instalments", "deficit"]),
    ],
)
def test_a_deficit_is_told_before_and_after_instalments(loan: int, rent: int, flags: list[str]) -> None:
    came = made([line("rent", rent), line("consumer_loan", loan)])
    assert [code for code in codes(came) if "deficit" in code] == flags


def test_a_deficit_that_an_unknown_income_may_cover_is_not_told() -> None:
    incomes = [WAGE, IncomeLine(person="b", kind="wage", net=None)]
    assert "deficit" not in codes(made([line("rent", 9900000)], incomes))
    assert "deficit" in codes(made([line("rent", 9900000), line("food", None)]))


@pytest.mark.parametrize(("saved", "told"), [(124999, True), (125000, False)])
def test_the_reserve_is_an_aim_where_something_is_left(saved: int, told: bool) -> None:  # noqa: FBT001
    came = made([line("reserve", saved)])
    flags = [flag for flag in came.flags if flag.code == "reserve_under_aim"]
    assert bool(flags) is told
    assert all(flag.evidence == "M" for flag in flags)
    assert "reserve_under_aim" not in codes(made([line("rent", 2500000)]))
    assert "reserve_under_aim" not in codes(made([line("reserve", saved), line(None, 100)]))


def test_arrears_bundles_and_unproven_lines_are_told() -> None:
    lines = [
        ExpenseLine(category="housing_bundle", amount=100, frequency="monthly", arrears=5000, proof="client_statement")
    ]
    assert {"arrears", "bundle_to_split", "expense_unproven"} <= set(codes(made(lines)))


def test_a_payment_not_split_leaves_what_it_may_hold_open() -> None:
    came = made([line("housing_bundle", 1200000), line("electricity", 200000), line("food", 500000)])
    assert came.housing == Sum(1400000)
    assert came.energy == Sum(200000, complete=False)
    assert came.benefit_inputs["rent"] == Sum(0, complete=False)
    assert came.guided == Sum(500000)
    care = made([line("residential_service", 1200000)])
    assert (care.housing.complete, care.guided.complete, care.expenses) == (False, False, Sum(1200000))
    assert made([line("housing_bundle", 0)]).energy == Sum(0)


def test_every_flag_has_texts_whose_places_can_be_filled() -> None:
    values = {"count": 1, "amount": 1, "limit": 1, "minimum": 1}
    for term in PACK.vocabularies["budget_flags"].values():
        assert term.cs.format(**values)
        assert term.en.format(**values)


@given(st.lists(LINES, max_size=6), st.none() | st.lists(INCOMES, max_size=3), st.none() | st.integers(0, 10**8))
def test_every_flag_is_a_member_with_all_values_its_text_names(
    lines: list[ExpenseLine], incomes: list[IncomeLine] | None, deducted: int | None
) -> None:
    for flag in made(lines, incomes, deducted, guideline=1000, minimum=500000).flags:
        assert PACK.term("budget_flags", flag.code).cs.format(**flag.values)


def test_wrong_incomes_are_refused_all_at_once() -> None:
    incomes = [IncomeLine(person="a", kind="výplata", net=-1)]
    with pytest.raises(InputError) as caught:
        made([], incomes, deducted=-1)
    assert [problem.code for problem in caught.value.problems] == ["unknown_member", "negative", "negative"]


def test_a_day_past_the_pack_is_refused() -> None:
    with pytest.raises(HorizonError):
        budget([], [], deducted=0, on=date(2027, 1, 1))

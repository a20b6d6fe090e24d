"""The executor's costs: published totals, both sides of every boundary, what is unknown, and what must always hold."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.support import shipped_pack

from dluhy.deductions.executor_costs import CostsVariant, ExecutorCosts, executor_costs
from dluhy.law.amounts import known_code, known_ratio, known_value
from dluhy.money import to_halere
from dluhy.problems import HorizonError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.law.models import Series

DAY = timedelta(days=1)
OLD, MIDDLE, NEW = date(2016, 5, 2), date(2018, 5, 2), date(2026, 5, 4)
CZK = 100


def costs(  # noqa: PLR0913 - what may be known of an enforcement
    claim: str,
    began_on: date,
    *,
    authorised_on: date | None = None,
    recovered: str | None = None,
    early: bool = False,
    stopped: bool = False,
    creditors: int = 1,
    debtors: int = 1,
    joined_on: date | None = None,
) -> CostsVariant:
    """The only possibility of an enforcement whose days are known; authorised on the day it began unless said."""
    (variant,) = executor_costs(
        claim=to_halere(claim), recovered=None if recovered is None else to_halere(recovered), began_on=began_on,
        authorised_on=authorised_on or began_on, paid_within_30_days=early, stopped=stopped, creditors=creditors,
        debtors=debtors, joined_on=joined_on, vat_payer=True,
    ).variants  # fmt: skip
    return variant


TOTALS = [
    # claim, began, authorised, paid within the limit of the call, without VAT, with VAT
    ("1500", OLD, OLD, False, "6500", "7865"),
    ("1500", OLD, OLD, True, "3250", "3932.50"),
    ("10000", OLD, OLD, True, "3250", "3932.50"),
    ("10000.01", OLD, OLD, True, "5000", "6050"),
    ("10001", OLD, OLD, False, "6500", "7865"),
    ("1500", MIDDLE, MIDDLE, False, "5500", "6655"),
    ("1500", MIDDLE, MIDDLE, True, "2750", "3327.50"),
    ("10001", MIDDLE, MIDDLE, True, "2750", "3327.50"),
    ("1500", NEW, NEW, False, "5500", "6655"),
    ("5000", NEW, NEW, False, "5500", "6655"),
    ("5000", NEW, NEW, True, "2750", "3327.50"),
    ("5000.01", NEW, NEW, False, "6500", "7865"),
    ("5000.01", NEW, NEW, True, "3250", "3932.50"),
    ("13333", NEW, NEW, False, "6510", "7877.10"),  # base 13 400: 15 % is 2 010, just above the least remuneration
    ("20000", NEW, NEW, False, "7500", "9075"),
    ("20000", NEW, NEW, True, "3750", "4537.50"),
    ("6000", MIDDLE, date(2025, 12, 31), False, "5500", "6655"),
    ("6000", MIDDLE, date(2026, 1, 1), False, "6500", "7865"),
    ("6000", MIDDLE, date(2026, 1, 1), True, "3250", "3932.50"),
    ("6000", OLD, date(2026, 1, 1), False, "7500", "9075"),
    ("6000", OLD, date(2026, 1, 1), True, "3250", "3932.50"),
    ("4000000", NEW, NEW, False, "554500", "670945"),
]


@pytest.mark.parametrize(("claim", "began_on", "authorised_on", "early", "without_vat", "with_vat"), TOTALS)
def test_the_total_is_the_one_of_the_tariff(  # noqa: PLR0913, PLR0917 - the columns of the table
    claim: str,
    began_on: date,
    authorised_on: date,
    early: bool,  # noqa: FBT001 - a column
    without_vat: str,
    with_vat: str,
) -> None:
    variant = costs(claim, began_on, authorised_on=authorised_on, early=early)
    assert (variant.without_vat, variant.with_vat) == (to_halere(without_vat), to_halere(with_vat))


PARTS = [
    ("0", "0"),
    ("0.01", "15"),  # rounded up to 100 CZK, 15 % of it to 20 CZK: but the least remuneration applies
    ("20000", "3000"),
    ("20000.01", "3020"),
    ("20100", "3020"),
    ("20101", "3030"),
    ("3000000", "450000"),
    ("3000100", "450010"),
    ("40000000", "4150000"),
    ("40000100", "4150010"),
    ("50000000", "4650000"),
    ("50001000", "4650010"),
    ("250000000", "6650000"),
    ("250000100", "6650000"),
    ("900000000", "6650000"),
]


@pytest.mark.parametrize(("recovered", "fee"), PARTS)
def test_the_remuneration_is_taken_in_parts_from_a_base_rounded_up(recovered: str, fee: str) -> None:
    steps = {step.code: step.halere for step in costs("1000", NEW, recovered=recovered).steps}
    assert steps["fee"] == -(-to_halere(fee) // 1000) * 1000
    assert steps["fee_base"] % (100 * CZK) == 0
    assert 0 <= steps["fee_base"] - to_halere(recovered) < 100 * CZK


def test_half_of_the_remuneration_is_rounded_up_to_tens_too() -> None:
    variant = costs("20100", NEW, early=True)
    assert [(step.code, step.halere // CZK) for step in variant.steps] == [
        ("fee_base", 20_100), ("fee", 3_020), ("fee_early", 1_510), ("lump", 4_500), ("lump_early", 2_250),
        ("vat", 789),
    ]  # fmt: skip
    assert costs("20300", NEW, early=True).remuneration == 1_530 * CZK  # 15 % is 3 045, rounded 3 050, its half 1 525


def test_where_nothing_was_recovered_no_remuneration_is_due() -> None:
    assert costs("1500", NEW, recovered="0").remuneration == 0
    assert "nothing_recovered" in told(recovered=0).flags


@pytest.mark.parametrize(
    ("began_on", "recovered", "remuneration"),
    [
        (date(2017, 3, 31), "0", "3000"),
        (date(2017, 4, 1), "0", "2000"),
        (date(2017, 4, 1), "10000", "2000"),
        (date(2017, 4, 1), "20000", "3000"),
        (NEW, "0", "2000"),
    ],
)
def test_a_stopped_enforcement_has_a_least_remuneration_even_if_nothing_was_recovered(
    began_on: date, recovered: str, remuneration: str
) -> None:
    variant = costs("30000", began_on, recovered=recovered, stopped=True)
    assert variant.remuneration == to_halere(remuneration)
    assert "fee_stopped" in [step.code for step in variant.steps]


@pytest.mark.parametrize(
    ("creditors", "debtors", "joined_on", "lump"),
    [
        (1, 1, None, "4500"),
        (2, 1, None, "5850"),
        (1, 2, None, "5850"),
        (2, 2, None, "5850"),
        (3, 1, None, "6750"),
        (1, 4, None, "6750"),
        (1, 1, date(2026, 5, 5), "5400"),
        (2, 1, date(2026, 5, 5), "7020"),
    ],
)
def test_several_parties_and_joined_enforcements_raise_the_lump_sum(
    creditors: int, debtors: int, joined_on: date | None, lump: str
) -> None:
    assert costs("6000", NEW, creditors=creditors, debtors=debtors, joined_on=joined_on).lump == to_halere(lump)


def test_joining_before_2026_raises_nothing_and_later_joining_raises_the_lump_of_old_enforcements_too() -> None:
    assert costs("6000", OLD, joined_on=date(2025, 12, 31)).lump == 3_500 * CZK
    assert costs("6000", OLD, joined_on=date(2026, 1, 1)).lump == 4_200 * CZK
    assert costs("6000", MIDDLE, joined_on=date(2026, 1, 1), early=True).lump == 2_100 * CZK


BOUNDARIES: list[tuple[str, date, int, int]] = [
    # series, the first day of the later value, the earlier value, the later value
    ("executor_fee_minimum", date(2017, 4, 1), 3000, 2000),
    ("executor_half_lump_larger_claim", date(2026, 1, 1), 1750, 2250),
    ("executor_lump_two_parties", date(2012, 3, 2), 0, 3000),
    ("executor_lump_more_parties", date(2012, 3, 2), 0, 5000),
    ("executor_lump_joined", date(2026, 1, 1), 0, 2000),
]


@pytest.mark.parametrize(("series", "later", "before", "after"), BOUNDARIES)
def test_a_value_changes_on_its_day(series: str, later: date, before: int, after: int) -> None:
    values = shipped_pack().series[series]
    assert (known_value(values, later - DAY), known_value(values, later)) == (before, after)


@pytest.mark.parametrize(
    ("series", "first", "read", "before", "after"),
    [
        ("executor_expenses_rule", date(2006, 8, 1), known_code, None, "lump"),
        ("executor_fee_base_rule", date(2013, 1, 1), known_code, "recovered", "recovered_without_costs"),
        ("executor_early_share", date(2013, 1, 1), known_ratio, None, Fraction(1, 2)),
        ("executor_half_lump_rule", date(2013, 1, 1), known_code, None, "up_to_limit"),
        ("executor_half_lump_rule", date(2017, 4, 1), known_code, "up_to_limit", "always"),
    ],
)
def test_a_rule_changes_on_its_day_and_an_earlier_one_may_be_unknown(
    series: str, first: date, read: Callable[[Series, date], object], before: object, after: object
) -> None:
    rule = shipped_pack().series[series]
    assert read(rule, first) == after
    if before is not None:
        assert read(rule, first - DAY) == before
    else:
        with pytest.raises(HorizonError, match=f"{series} {first - DAY}"):
            read(rule, first - DAY)


@pytest.mark.parametrize(
    ("series", "value"),
    [
        ("executor_fee_limit_1", 3_000_000), ("executor_fee_limit_2", 40_000_000), ("executor_fee_limit_3", 50_000_000),
        ("executor_fee_limit_4", 250_000_000), ("executor_fee_share_1", 1500), ("executor_fee_share_2", 1000),
        ("executor_fee_share_3", 500), ("executor_fee_share_4", 100), ("executor_base_step", 100),
        ("executor_fee_step", 10), ("executor_half_lump_limit", 10_000), ("executor_half_lump_small_claim", 1750),
    ],
)  # fmt: skip
def test_some_values_never_changed(series: str, value: int) -> None:
    assert {known_value(shipped_pack().series[series], day) for day in (date(2001, 9, 18), OLD, NEW)} == {value}


def told(  # noqa: PLR0913 - what may be known of an enforcement
    claim: int = 6_000 * CZK,
    *,
    recovered: int | None = None,
    began_on: date | None = NEW,
    authorised_on: date | None = NEW,
    early: bool = False,
    vat_payer: bool | None = True,
    stopped: bool = False,
) -> ExecutorCosts:
    return executor_costs(
        claim=claim, recovered=recovered, began_on=began_on, authorised_on=authorised_on, vat_payer=vat_payer,
        paid_within_30_days=early, stopped=stopped,
    )  # fmt: skip


def test_unknown_days_give_every_possibility_and_say_what_to_find_out() -> None:
    result = told(began_on=None, authorised_on=None)
    found = {(v.began_on.first, v.authorised_on.first): v.without_vat // CZK for v in result.variants}
    assert found == {
        (date(2006, 8, 1), date(2006, 8, 1)): 6500,
        (date(2006, 8, 1), date(2026, 1, 1)): 7500,
        (date(2017, 4, 1), date(2017, 4, 1)): 5500,
        (date(2017, 4, 1), date(2026, 1, 1)): 6500,
    }
    assert result.questions == ("began_on", "authorised_on")
    assert "earlier_tariff_unknown" in result.flags


def test_a_known_day_rules_out_possibilities_of_the_other() -> None:
    began_late = told(began_on=date(2026, 1, 1), authorised_on=None)
    assert [v.without_vat for v in began_late.variants] == [6500 * CZK]
    assert began_late.questions == ()
    authorised_early = told(began_on=None, authorised_on=date(2017, 3, 31))
    assert [v.without_vat for v in authorised_early.variants] == [6500 * CZK]
    assert authorised_early.questions == ()
    in_between = told(began_on=None, authorised_on=date(2017, 4, 1))
    assert {v.without_vat for v in in_between.variants} == {5500 * CZK, 6500 * CZK}
    assert in_between.questions == ("began_on",)


def test_what_makes_no_difference_is_not_asked() -> None:
    small = told(5_000 * CZK, began_on=MIDDLE, authorised_on=None)
    assert [v.without_vat for v in small.variants] == [5500 * CZK]
    assert small.questions == ()
    large = told(70_000 * CZK, began_on=None, authorised_on=date(2025, 12, 31))
    assert [(v.began_on.first, v.began_on.last) for v in large.variants] == [(date(2006, 8, 1), None)]
    assert large.questions == ()


@pytest.mark.parametrize(
    ("vat_payer", "least", "most", "questions"),
    [(None, "6500", "7865", ("vat_payer",)), (True, "7865", "7865", ()), (False, "6500", "6500", ())],
)
def test_unknown_vat_leaves_two_totals(
    vat_payer: bool | None,  # noqa: FBT001 - three values
    least: str,
    most: str,
    questions: tuple[str, ...],
) -> None:
    result = told(vat_payer=vat_payer)
    assert (result.least, result.most, result.questions) == (to_halere(least), to_halere(most), questions)


def test_of_a_stopped_enforcement_the_sum_recovered_is_asked_only_where_it_decides() -> None:
    decides = told(20_000 * CZK, stopped=True)
    assert {v.recovered: v.without_vat // CZK for v in decides.variants} == {0: 6500, 20_000 * CZK: 7500}
    assert decides.questions == ("recovered",)
    never = told(stopped=True)
    assert [(v.recovered, v.without_vat // CZK) for v in never.variants] == [(None, 6500)]
    assert never.questions == ()


@pytest.mark.parametrize(
    ("result", "flag"),
    [
        (told(), "whole_claim_recovered"),
        (told(early=True), "early_needs_all"),
        (told(stopped=True), "stopped_who_pays"),
        (told(began_on=date(2012, 12, 31)), "base_with_costs"),
    ],
)
def test_a_reader_is_warned(result: ExecutorCosts, flag: str) -> None:
    assert flag in result.flags
    assert "proven_expenses" in result.flags


@pytest.mark.parametrize(
    "flag", ["early_needs_all", "stopped_who_pays", "base_with_costs", "nothing_recovered", "whole_claim_recovered"]
)
def test_a_reader_is_not_warned_without_reason(flag: str) -> None:
    assert flag not in told(recovered=100, began_on=date(2013, 1, 1)).flags


@pytest.mark.parametrize(
    ("began_on", "early", "series"),
    [
        (date(2006, 7, 31), False, "executor_expenses_rule"),
        (date(2012, 12, 31), True, "executor_early_share"),
    ],
)
def test_a_tariff_that_is_not_known_is_refused_by_name(began_on: date, early: bool, series: str) -> None:  # noqa: FBT001
    with pytest.raises(HorizonError, match=f"{series} {began_on}"):
        told(began_on=began_on, early=early)
    assert told(began_on=began_on + DAY, early=early).variants


def test_bad_input_is_refused_with_everything_that_is_wrong() -> None:
    with pytest.raises(InputError) as refusal:
        executor_costs(
            claim=-1, recovered=-1, began_on=NEW, authorised_on=NEW - DAY, paid_within_30_days=True, stopped=True,
            creditors=0,
        )  # fmt: skip
    assert [problem.code for problem in refusal.value.problems] == [
        "amount_outside", "amount_outside", "no_party", "days_reversed", "paid_and_stopped",
    ]  # fmt: skip


def test_each_step_has_words_in_both_languages_and_says_what_it_rests_on() -> None:
    pack = shipped_pack()
    result = executor_costs(
        claim=600_000, recovered=None, began_on=None, authorised_on=None, creditors=2, joined_on=NEW,
        paid_within_30_days=True,
    )  # fmt: skip
    for step in (step for variant in result.variants for step in variant.steps):
        term = pack.term("executor_cost_steps", step.code)
        assert term.cs
        assert term.en
        assert step.cites
    for vocabulary, codes in (("executor_cost_flags", result.flags), ("executor_cost_questions", result.questions)):
        assert set(codes) <= set(pack.members[vocabulary])
    assert {variant.evidence for variant in result.variants} == {"S"}


DAYS = st.dates(date(2013, 1, 1), date(2026, 11, 21))
SUMS = st.integers(0, 10**12)


@settings(max_examples=200, deadline=None)
@given(SUMS, SUMS, DAYS, st.integers(0, 2000), st.booleans(), st.integers(1, 4))
def test_costs_never_fall_with_the_claim_and_halves_are_never_above_the_whole(  # noqa: PLR0913, PLR0917 - drawn
    claim: int,
    more: int,
    began_on: date,
    later: int,
    stopped: bool,  # noqa: FBT001 - drawn
    creditors: int,
) -> None:
    authorised_on = began_on + timedelta(days=later)

    def total(claim: int, *, early: bool = False, stopped: bool = False) -> int:
        result = executor_costs(
            claim=claim, recovered=claim, began_on=began_on, authorised_on=authorised_on, paid_within_30_days=early,
            stopped=stopped, creditors=creditors, vat_payer=False,
        )  # fmt: skip
        return result.most

    assert total(claim, stopped=stopped) <= total(claim + more, stopped=stopped)
    assert total(claim, early=True) <= total(claim + more, early=True)
    assert total(claim, early=True) <= total(claim) <= 2 * total(claim, early=True) + 10 * CZK


@settings(max_examples=100, deadline=None)
@given(SUMS, st.none() | DAYS, st.none() | DAYS, st.booleans())
def test_what_is_unknown_lies_between_the_least_and_the_most(
    claim: int,
    began_on: date | None,
    authorised_on: date | None,
    early: bool,  # noqa: FBT001 - drawn
) -> None:
    if began_on is not None and authorised_on is not None and authorised_on < began_on:
        began_on, authorised_on = authorised_on, began_on
    vague = told(claim, began_on=began_on, authorised_on=authorised_on, early=early, vat_payer=None)
    began = began_on or min(authorised_on or MIDDLE, MIDDLE)
    exact = told(claim, began_on=began, authorised_on=authorised_on or max(began, MIDDLE), early=early, vat_payer=False)
    assert vague.least <= exact.most <= vague.most
    assert vague.least == min(variant.without_vat for variant in vague.variants)
    assert vague.most == max(variant.with_vat for variant in vague.variants)


def test_joining_before_the_enforcement_began_is_refused() -> None:
    with pytest.raises(InputError) as refusal:
        costs("6000", NEW, joined_on=NEW - DAY)
    assert [(each.code, each.place) for each in refusal.value.problems] == [("days_reversed", "joined_on")]
    assert costs("6000", NEW, joined_on=NEW).lump


def test_nobody_may_be_authorised_before_the_enforcement_began() -> None:
    (small, larger) = told(began_on=MIDDLE, authorised_on=None).variants
    assert (small.authorised_on.first, larger.authorised_on.first) == (MIDDLE, date(2026, 1, 1))


def test_recurring_payments_are_told_to_be_capped() -> None:
    assert "recurring_capped" in told().flags

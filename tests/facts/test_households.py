"""Facts of households that are computed: what is left, shares to a hair, disadvantages counted as far as known."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.engine.evaluate import Engine
from dluhy.engine.examples import with_referred
from dluhy.facts.derived import functions
from dluhy.facts.derived.households import LARGEST_SHARE
from dluhy.facts.households import DISADVANTAGES, HOUSEHOLD_FACTS, OBLIGATION_FACTS
from dluhy.facts.schema import dtype_of
from dluhy.law.conditions import facts_of
from dluhy.law.pack import default_pack
from dluhy.money import LARGEST_HALERE

if TYPE_CHECKING:
    from collections.abc import Mapping

AS_OF = date(2026, 11, 21)
PACK = default_pack().of("households")

SHARES = {
    "housing_burden": (("housing_costs", "housing_benefits"), ("income_net", "deducted", "housing_benefits"), ceil),
    "energy_burden": (("energy_costs",), ("income_net", "deducted"), ceil),
    "debt_service": (("debt_instalments",), ("income_net",), ceil),
    "overdue_in_monthly_incomes": (("overdue_total",), ("income_net",), ceil),
    "savings_share": (("savings_paid",), ("income_net", "deducted"), floor),
}
"""Part and whole of each share: the first fact less the others."""

money = st.one_of(st.integers(0, 4_000_000), st.integers(0, LARGEST_HALERE), st.sampled_from([0, 1, 9999, 10_000]))


def computed(name: str, values: Mapping[str, Any], as_of: date = AS_OF) -> Any:  # noqa: ANN401 - a fact
    """Return a derived fact of one household; of a ranged one both bounds. Everything not given is unknown."""
    columns: dict[str, pl.Series] = {"as_of": pl.Series([as_of])}
    for spec in HOUSEHOLD_FACTS.values():
        if spec.name != "as_of":
            dtype = dtype_of(spec, PACK.members)
            columns |= {column: pl.Series([values.get(spec.name)], dtype=dtype) for column in spec.columns}
    made = functions()[name](PACK)
    expressions = made if isinstance(made, tuple) else (made,)
    row = pl.DataFrame(columns).select(each.alias(str(at)) for at, each in enumerate(expressions)).row(0)
    return row if len(row) > 1 else row[0]


@pytest.mark.parametrize("name", SHARES)
@given(values=st.data())
def test_a_share_is_that_of_fractions_to_a_hair(name: str, values: st.DataObject) -> None:
    part_of, whole_of, rounded = SHARES[name]
    drawn = {fact: values.draw(money, label=fact) for fact in {*part_of, *whole_of}}
    part = max(drawn[part_of[0]] - sum(drawn[fact] for fact in part_of[1:]), 0)
    whole = drawn[whole_of[0]] - sum(drawn[fact] for fact in whole_of[1:])

    expected = (
        min(rounded(Fraction(part * 10_000, whole)), LARGEST_SHARE) if whole > 0 else LARGEST_SHARE if part else 0
    )

    assert computed(name, drawn) == expected


@given(debt=money, income=money)
def test_debts_in_yearly_incomes_are_those_of_fractions(debt: int, income: int) -> None:
    expected = (
        min(ceil(Fraction(debt * 10_000, income * 12)), LARGEST_SHARE) if income else LARGEST_SHARE if debt else 0
    )

    assert computed("debt_to_income", {"debt_total": debt, "income_net": income}) == expected


@given(saved=st.integers(0, 100_000), income=st.integers(1, 100_000))
def test_a_share_below_a_threshold_is_never_rounded_up_to_it(saved: int, income: int) -> None:
    """What is less than 5 % by a hair is less than 5 %."""
    share = computed("savings_share", {"savings_paid": saved, "income_net": income, "deducted": 0})

    assert (share < 500) == (Fraction(saved, income) < Fraction(5, 100))


def test_an_income_that_deductions_swallow_is_no_income() -> None:
    assert computed("energy_burden", {"energy_costs": 1, "income_net": 100, "deducted": 200}) == LARGEST_SHARE
    assert computed("energy_burden", {"energy_costs": 0, "income_net": 100, "deducted": 200}) == 0


@pytest.mark.parametrize("name", SHARES)
def test_a_share_of_something_unknown_is_unknown(name: str) -> None:
    part_of, whole_of, _ = SHARES[name]
    for unknown in {*part_of, *whole_of}:
        values = dict.fromkeys({*part_of, *whole_of} - {unknown}, 1000)
        assert computed(name, values) is None, unknown


@given(values=st.fixed_dictionaries(dict.fromkeys(("income_net", "deducted", "expenses", "housing_costs"), money)))
def test_what_is_left_is_what_subtraction_leaves(values: dict[str, int]) -> None:
    disposable = values["income_net"] - values["deducted"]

    assert computed("left_after_all", values) == disposable - values["expenses"]
    assert computed("residual", values | {"health_insurance_paid": 300}) == disposable - values["housing_costs"] - 300


def test_assets_that_just_pay_the_debts_cover_them() -> None:
    assert computed("assets_cover_debts", {"assets_value": 100, "debt_total": 100})
    assert not computed("assets_cover_debts", {"assets_value": 99, "debt_total": 100})
    assert computed("assets_cover_debts", {"assets_value": 100}) is None


@pytest.mark.parametrize(
    ("due", "as_of", "expected"),
    [
        (date(2026, 8, 21), date(2026, 11, 21), False),
        (date(2026, 8, 20), date(2026, 11, 21), True),
        (date(2026, 11, 30), date(2027, 2, 28), False),  # a month without the day ends on its last day
        (date(2026, 11, 30), date(2027, 3, 1), True),
        (date(2023, 11, 30), date(2024, 2, 29), False),
        (date(2026, 11, 21), date(2026, 11, 21), False),
    ],
)
def test_overdue_for_more_than_three_months_is_counted_in_months(due: date, as_of: date, *, expected: bool) -> None:
    assert computed("long_overdue", {"longest_overdue_days": (as_of - due).days}, as_of) is expected


@given(days=st.integers(0, 2**31 - 1))
def test_any_number_of_days_overdue_is_judged(days: int) -> None:
    late = computed("long_overdue", {"longest_overdue_days": days})

    assert late is (days > 92 if days < 1000 else True)  # 92 days before 21 November is 21 August
    assert AS_OF - timedelta(days=92) == date(2026, 8, 21)


@pytest.mark.parametrize(("overdue", "expected"), [(1000, True), (1001, False), (0, True), (None, None)])
def test_what_is_left_after_everything_may_cover_all_that_is_overdue(
    overdue: int | None, *, expected: bool | None
) -> None:
    values = {"income_net": 5000, "deducted": 1000, "expenses": 3000, "overdue_total": overdue}

    assert computed("left_covers_overdue", values) is expected


def test_nothing_is_said_of_debts_whose_age_is_unknown() -> None:
    assert computed("long_overdue", {}) is None


@pytest.mark.parametrize(("adults", "children", "alone"), [(1, 1, True), (1, 0, False), (2, 1, False), (2, 3, False)])
def test_a_parent_alone_is_one_adult_with_a_child(adults: int, children: int, *, alone: bool) -> None:
    assert computed("alone_with_child", {"adults": adults, "children": children}) is alone
    assert computed("has_child", {"children": children}) is (children > 0)


@given(values=st.fixed_dictionaries({name: st.sampled_from([True, False, None]) for name in DISADVANTAGES}))
def test_disadvantages_are_counted_between_those_that_are_sure_and_those_that_are_possible(
    values: dict[str, bool | None],
) -> None:
    found = list(values.values())

    assert computed("disadvantages", values) == (found.count(True), len(found) - found.count(False))


RULE_OF = {
    "hit_by_unemployment": "DIS_UNEMPLOYMENT",
    "hit_by_ill_health": "DIS_HEALTH",
    "hit_by_debts": "DIS_DEBTS",
    "hit_by_housing": "DIS_HOUSING",
    "hit_by_no_family": "DIS_NO_FAMILY",
}


@pytest.mark.parametrize("name", RULE_OF)
def test_a_disadvantage_waits_for_all_that_its_rule_reads(name: str) -> None:
    rules = with_referred(PACK, [PACK.rules[RULE_OF[name]]])
    read = {fact for rule in rules for condition in rule.all for fact in facts_of(PACK.conditions[condition.if_])}

    assert set(HOUSEHOLD_FACTS[name].inputs) == read


yes_no = st.sampled_from([True, False, None])
few = st.one_of(st.none(), st.integers(0, 9))
HARDSHIPS = {
    "jobseeker_months": few,
    "health_limits_work": yes_no,
    "enforcements_running": few,
    "housing_arrears_months": few,
    "supporting_family": yes_no,
    "care_leaver": yes_no,
    "home_unfit": yes_no,
    "overcrowded": yes_no,
    "notice_given": yes_no,
    "eviction_ordered": yes_no,
    "adults": few,
    "children": few,
    "dwelling_kind": st.sampled_from([None, *PACK.members["dwellings"]]),
}


@settings(deadline=None, max_examples=50)
@given(rows=st.lists(st.fixed_dictionaries(HARDSHIPS), min_size=1, max_size=10))
def test_a_disadvantage_says_what_its_rule_says(rows: list[dict[str, Any]]) -> None:
    schema = {name: dtype_of(HOUSEHOLD_FACTS[name], PACK.members) for name in HARDSHIPS}
    judged = Engine(PACK, functions(), "households").evaluate(pl.DataFrame(rows, schema=schema), AS_OF)

    for name, rule in RULE_OF.items():
        assert judged[name].to_list() == judged[rule].to_list(), name


def test_a_pack_without_the_rule_knows_nothing_of_the_disadvantage() -> None:
    without = evolve(PACK, rules={})
    made = functions()["hit_by_debts"](without)

    assert isinstance(made, pl.Expr)
    assert pl.select(made).item() is None


@pytest.mark.parametrize(("overdue", "expected"), [(0, False), (1, True), (None, None)])
def test_something_is_overdue_from_one_haler(overdue: int | None, *, expected: bool | None) -> None:
    made = functions()["is_overdue"](default_pack().of("obligations"))

    assert isinstance(made, pl.Expr)
    assert pl.DataFrame({"overdue": [overdue]}, schema={"overdue": pl.Int64}).select(made).item() is expected


def test_every_fact_that_is_asked_for_has_a_label_and_a_question_in_both_languages() -> None:
    texts = default_pack().fact_texts
    for spec in (*HOUSEHOLD_FACTS.values(), *OBLIGATION_FACTS.values()):
        if spec.asked:
            text = texts[spec.name]
            assert text.ask is not None
            assert text.ask.cs.endswith("?"), spec.name
            assert text.ask.en.endswith("?"), spec.name
            assert text.label.cs != text.label.en, spec.name


def test_what_other_parts_give_has_a_name_too() -> None:
    texts = default_pack().fact_texts
    given_ = [s.name for s in HOUSEHOLD_FACTS.values() if not s.asked and not s.inputs and s.name != "as_of"]

    assert given_ == ["living_minimum", "guideline"]
    assert all(texts[name].label.cs for name in given_)

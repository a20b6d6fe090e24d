"""Evaluating a pack adds facts, conditions and statuses to the rows given, and mixes nothing up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs
import polars as pl
import pytest
from polars.testing import assert_frame_equal
from tests.law.support import changed, presumption, rule, with_own_rules
from tests.strategies import AS_OF, Facts, frame_of, judge, outcomes

from dluhy.children.check import checker
from dluhy.engine.evaluate import Engine, condition_column, mask_column, presumption_column
from dluhy.engine.plan import plan_for
from dluhy.facts.derived import functions
from dluhy.facts.frame import frame_from_facts
from dluhy.facts.schema import base_schema
from dluhy.law.models import Condition
from dluhy.law.pack import Pack, load_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGINE = checker().engine
PACK = ENGINE.pack
CHILD: Facts = {
    "debt_kind": "local_fee_waste",
    "fee_year": 2018,
    "due_on": date(2018, 5, 31),
    "birth_date": date(2008, 4, 5),
}
FARE: Facts = {"debt_kind": "transport_fare", "arose_on": date(2018, 5, 31), "birth_date": date(2008, 4, 5)}


def evaluate(rows: list[Facts], *, masks: bool = True, steps: bool = True) -> pl.DataFrame:
    """Return the rows evaluated by the shipped pack."""
    return ENGINE.evaluate(frame_of(rows), AS_OF, masks=masks, steps=steps)


def by_own_rules(text: str, rows: list[Facts]) -> pl.DataFrame:
    """Return the rows evaluated by the rules of a test alone."""
    pack = load_texts(with_own_rules(text))
    frame = frame_from_facts(rows, pack.members)
    return Engine(pack, functions()).evaluate(frame, AS_OF)


def test_rows_keep_their_order_and_what_they_brought() -> None:
    rows = [{**CHILD, "fee_year": year, "due_on": date(year, 5, 31)} for year in (2020, 2011, 2024, 2014, 2017)]
    frame = frame_of(rows).with_columns(pl.Series("note", list("qwert")))
    came = ENGINE.evaluate(frame, AS_OF)
    assert_frame_equal(came.select(frame.columns), frame)


def test_every_rule_condition_and_presumption_has_its_column_whatever_kinds_occur() -> None:
    lists: list[list[Facts]] = [[CHILD], [FARE], [CHILD, FARE], [{"birth_date": date(2008, 4, 5)}]]
    for rows in lists:
        came = evaluate(rows).schema
        assert all(came[rule_id] == pl.Boolean for rule_id in PACK.rules)
        assert all(came[mask_column(rule_id)] == pl.UInt64 for rule_id in PACK.rules)
        assert all(came[condition_column(text)] == pl.Boolean for text in PACK.conditions)
        assert all(came[presumption_column(name)] == pl.Boolean for name in PACK.presumptions)


def test_rules_of_kinds_that_do_not_occur_fail_and_miss_nothing() -> None:
    came = evaluate([FARE, {**FARE, "birth_date": None}])
    of_fees = [
        r.id
        for r in PACK.rules.values()
        if "transport_fare" not in r.applies.get("debt_kind", PACK.members["debt_kinds"])
    ]
    assert {"W0", "W1", "W2", "W3", "REP-TAX", "split_by_year"} <= set(of_fees)
    assert came.select(of_fees).unique().rows() == [(False,) * len(of_fees)]
    assert came.select(mask_column(rule_id) for rule_id in of_fees).unique().rows() == [(0,) * len(of_fees)]


def test_the_rules_of_one_kind_do_not_touch_the_rows_of_another() -> None:
    came = evaluate([CHILD, FARE])
    assert came.select("W2", "T0").rows() == [(True, False), (False, True)]


@pytest.mark.parametrize("rows", [1, 2, 50, 2_500])
def test_a_fact_no_list_speaks_of_is_an_unknown_fact(rows: int) -> None:
    """Columns that are absent, or hold nothing, make no difference, however long the list."""
    scant = frame_of([CHILD] * rows)
    absent = [pl.lit(None, dtype=dtype).alias(name) for name, dtype in base_schema(PACK.members).items()]
    full = scant.with_columns(column for column in absent if column.meta.output_name() not in scant.columns)
    expected = ENGINE.evaluate(full, AS_OF).select("row", *PACK.rules)
    assert_frame_equal(ENGINE.evaluate(scant, AS_OF).select("row", *PACK.rules), expected)
    assert expected["W2"].all()


@pytest.mark.parametrize("kind", ["local_fee_waste", "local_fee_other", "transport_fare", None])
def test_a_list_that_tells_only_the_kind_is_undecided_not_refused(kind: str | None) -> None:
    assert outcomes(judge([{"debt_kind": kind}] * 3)) == ["NEEDS_DATA"] * 3


def test_a_list_without_rows_gives_a_result_without_rows() -> None:
    assert checker().judge(frame_of([CHILD]).clear(), AS_OF).height == 0


def test_masks_and_steps_are_left_out_on_request() -> None:
    plain = evaluate([CHILD], masks=False, steps=False)
    assert mask_column("W2") not in plain.columns
    assert_frame_equal(plain.select(*PACK.rules), evaluate([CHILD]).select(*PACK.rules))


def test_a_presumption_fills_only_what_is_unknown_and_says_so() -> None:
    came = evaluate([CHILD, {**CHILD, "fee_type": "system"}, {**CHILD, "fee_type": "old"}])
    assert came["fee_type"].to_list() == ["old", "system", "old"]
    assert came[presumption_column("P-OLD-FEE")].to_list() == [True, False, False]


def test_nothing_is_presumed_where_its_condition_is_open() -> None:
    """Owner unsure of an association in 2022: the system fee is not taken for granted."""
    owner: Facts = {**CHILD, "fee_year": 2022, "due_on": date(2022, 5, 31), "child_owns_property": True}
    came = evaluate([owner, {**owner, "owners_association": True}, {**owner, "owners_association": False}])
    assert came[presumption_column("P-SYSTEM-FEE")].to_list() == [False, True, False]
    assert came["fee_type"].to_list() == [None, "system", None]


def test_a_presumption_is_kept_to_the_kinds_it_is_for() -> None:
    came = evaluate([CHILD, FARE])
    assert came[presumption_column("P-NO-INSTITUTION")].to_list() == [True, False]
    assert came[presumption_column("P-TITLE")].to_list() == [True, False]


def test_what_is_presumed_of_a_row_does_not_depend_on_its_company() -> None:
    used = [presumption_column(name) for name in PACK.presumptions]
    assert_frame_equal(evaluate([FARE]).select(used), evaluate([FARE, CHILD]).select(used).head(1))


def test_a_rule_sees_presumed_values_and_results_of_rules_before_it() -> None:
    """The base fact is presumed first, the rules that read it follow, and the rules that read those come last."""
    text = presumption("child_owns_property", "true", "child_owns_property IS NULL")
    text += rule("LAST", "NOT [MIDDLE]", "[FIRST]") + rule("MIDDLE", "[FIRST]", "owners_association = true")
    text += rule("FIRST", "child_owns_property = true")
    rows: list[Facts] = [
        {"owners_association": False},
        {"owners_association": True},
        {"owners_association": None},
        {"owners_association": False, "child_owns_property": False},
    ]
    came = by_own_rules(text, rows)
    assert came["FIRST"].to_list() == [True, True, True, False]
    assert came["MIDDLE"].to_list() == [False, True, None, False]
    assert came["LAST"].to_list() == [True, False, None, False]


def test_what_a_rule_lacks_another_rule_that_waits_for_it_lacks_too() -> None:
    text = rule("SECOND", "[FIRST]", "fee_type = 'old'") + rule("FIRST", "owners_association = true")
    pack = load_texts(with_own_rules(text))
    engine = Engine(pack, functions())
    came = engine.evaluate(frame_from_facts([{"fee_type": "old", "debt_kind": "local_fee_waste"}], pack.members), AS_OF)
    assert engine.missing_names(came[mask_column("SECOND")][0]) == ["owners_association"]


@pytest.mark.parametrize(
    ("interval", "day", "holds"),
    [
        ("from = 2026-06-01", date(2026, 5, 31), False),
        ("from = 2026-06-01", date(2026, 6, 1), True),
        ("to = 2026-06-01", date(2026, 6, 1), True),
        ("to = 2026-06-01", date(2026, 6, 2), False),
        ("from = 2026-06-01, to = 2026-06-01", date(2026, 6, 1), True),
    ],
)
def test_a_rule_holds_only_on_the_days_it_is_in_force(interval: str, day: date, *, holds: bool) -> None:
    """Days in force are tested against the day of the check, both ends included, never against the debt."""
    texts = changed(
        ("children/flags.toml", 'id = "split_by_year"', f'id = "split_by_year"\nin_force = {{ {interval} }}')
    )
    pack = load_texts(texts)
    rows: list[Facts] = [{**CHILD, "fee_year": "2017/2018"}]
    came = Engine(pack, functions()).evaluate(frame_from_facts(rows, pack.members), day)
    assert came["split_by_year"].to_list() == [holds]
    assert evaluate(rows)["split_by_year"].to_list() == [True]


def test_facts_about_a_person_come_from_all_rows_of_that_person_and_no_other() -> None:
    def unpaid(person: str, year: int) -> Facts:
        return {**CHILD, "person_id": person, "fee_year": year, "due_on": date(year, 5, 31), "balance": "500"}

    came = evaluate([unpaid("A", 2018), unpaid("B", 2018), unpaid("A", 2019), unpaid("A", 2019)])
    assert came["unpaid_fee_years_from"].to_list() == [2, 1, 2, 2]
    assert came["childhood_debts_from"].to_list() == [3, 1, 3, 3]
    assert came["conflict_presumed"].to_list() == [True, None, True, True]


@pytest.mark.parametrize("column", [{"person_id": None}, {}])
def test_rows_of_unknown_persons_stand_alone(column: Mapping[str, None]) -> None:
    rows: list[Facts] = [{**CHILD, **column, "fee_year": year, "balance": "500"} for year in (2016, 2017, 2018)]
    came = evaluate(rows)
    assert came["unpaid_fee_years_from"].to_list() == [1, 1, 1]
    assert came["person_id"].n_unique() == 3
    assert checker().people(judge(rows))["debts"].to_list() == [1, 1, 1]


def test_a_debt_of_unknown_kind_lacks_only_its_kind() -> None:
    judged = judge([{"birth_date": date(2008, 4, 5), "due_on": date(2018, 5, 31)}])
    assert outcomes(judged) == ["NEEDS_DATA"]
    assert checker().missing_names(judged["missing"][0]) == ["debt_kind"]


def test_a_mask_names_its_facts_in_the_order_of_the_schema() -> None:
    asked = ENGINE.asked
    mask = sum(ENGINE.bit_of(name) for name in (asked[5], asked[2], asked[-1]))
    assert ENGINE.missing_names(mask) == [asked[2], asked[5], asked[-1]]
    assert ENGINE.missing_names(0) == []


def test_a_circle_of_rules_made_in_code_is_refused_not_followed() -> None:
    def waiting_for(rule_id: str, other: str) -> Pack:
        again = Condition.model_validate({"if": f"[{other}]", "cs": "podmínka", "en": "condition"})
        return attrs.evolve(PACK, rules=PACK.rules | {rule_id: PACK.rules[rule_id].model_copy(update={"all": [again]})})

    circular = waiting_for("W0", "boundary_2012")  # boundary_2012 itself waits for W0
    with pytest.raises(ValueError, match="circular"):
        plan_for(circular, ["local_fee_waste"], steps=False)
    assert plan_for(circular, ["transport_fare"], steps=False).levels

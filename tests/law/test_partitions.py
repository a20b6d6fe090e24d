"""A partition: with every fact known exactly one rule holds, and a case where that is not so is named."""

from __future__ import annotations

import pytest
from tests.law.support import changed, rule, the_one, with_own_rules

from dluhy.engine.examples import check_examples
from dluhy.facts.derived import functions
from dluhy.law.pack import load_texts

MEMBER = 'partition = "half"'

COLLECTOR_LEFT_OUT = """\
  { if = "NOT [W3-OWNER]", cs = "dítě není samo plátcem jako vlastník nemovitosti", \
en = "the child is not itself the collector as owner" },
"""


def faults(*texts: str) -> list[str]:
    pack = load_texts(with_own_rules("".join(texts)))
    return [problem.text("en") for problem in check_examples(pack, functions()) if problem.place == "partition half"]


def test_rules_that_divide_all_years_are_sound() -> None:
    assert faults(rule("TO", "fee_year <= 2015", more=MEMBER), rule("FROM", "fee_year >= 2016", more=MEMBER)) == []


def test_a_year_in_two_members_is_an_overlap_with_that_year() -> None:
    assert faults(rule("TO", "fee_year <= 2016", more=MEMBER), rule("FROM", "fee_year >= 2016", more=MEMBER)) == [
        "partition half: two members hold at once: ['TO', 'FROM'] at fee_year = 2016 [partition_overlap]"
    ]


def test_a_year_in_no_member_is_a_gap_with_that_year() -> None:
    assert faults(rule("TO", "fee_year < 2016", more=MEMBER), rule("FROM", "fee_year > 2016", more=MEMBER)) == [
        "partition half: no member holds: [] at fee_year = 2016 [partition_gap]"
    ]


def test_cases_one_day_or_one_haler_apart_are_told_apart() -> None:
    assert faults(
        rule("A", "due_on < 2016-01-01", more=MEMBER),
        rule("B", "due_on >= 2016-01-01 AND principal <= 10", more=MEMBER),
        rule("C", "due_on >= 2016-01-02 AND principal > 10", more=MEMBER),
    ) == ["partition half: no member holds: [] at due_on = 2016-01-01, principal = 1001 [partition_gap]"]


def test_every_member_of_a_vocabulary_is_a_case() -> None:
    assert faults(rule("A", "fee_type IN ('old', 'system')", more=MEMBER)) == [
        "partition half: no member holds: [] at fee_type = deposit [partition_gap]"
    ]


def test_the_debts_a_rule_applies_to_are_cases() -> None:
    more = f'{MEMBER}\napplies = {{ fee_type = ["old"] }}\n'

    assert faults(rule("A", "in_institution = true", more=more), rule("B", "in_institution = false", more=more)) == [
        "partition half: no member holds: [] at fee_type = system, in_institution = True [partition_gap]"
    ]


def test_a_rule_outside_the_partition_makes_no_overlap() -> None:
    assert (
        faults(
            rule("A", "in_institution", more=MEMBER),
            rule("B", "NOT in_institution", more=MEMBER),
            rule("C", "in_institution"),
        )
        == []
    )


@pytest.mark.parametrize("condition", ["due_on < arose_on", "due_on IS NOT NULL"])
def test_an_overlap_is_found_where_facts_stand_beside_no_literal(condition: str) -> None:
    assert faults(rule("A", condition, more=MEMBER), rule("B", condition, more=MEMBER)) != []


def test_an_overlap_that_depends_on_the_result_of_a_rule_outside_is_found() -> None:
    found = faults(
        rule("A", "in_institution = true", more=MEMBER),
        rule("B", "NOT [C]", more=MEMBER),
        rule("C", "fee_year >= 2016"),
    )

    assert any("partition_overlap" in fault for fault in found)


def test_a_gap_is_found_in_a_table_too_large_to_be_tried_whole() -> None:
    """Some 1 860 000 cases, every fourth is tried; truth values alternate, so none is false."""
    even = [
        f"{fact} IN ({', '.join(map(str, range(low, high, 2)))})"
        for fact, low, high in (
            ("fee_year", 2000, 2060),
            ("institution_months", 0, 150),
            ("age_today", 0, 100),
        )
    ]
    condition = f"({' AND '.join(even)} AND in_institution) OR in_institution"

    assert faults(rule("A", condition, more=MEMBER)) != []


@pytest.mark.parametrize("condition", ["institution_months <= 2147483647", "institution_months >= -2147483647"])
def test_a_boundary_at_the_end_of_the_whole_numbers_is_tried_and_not_raised(condition: str) -> None:
    assert faults(rule("A", condition, more=MEMBER)) == []


def test_a_gap_at_a_large_sum_is_found() -> None:
    assert faults(rule("A", "principal < 30000000", more=MEMBER), rule("B", "principal > 30000000", more=MEMBER)) == [
        "partition half: no member holds: [] at principal = 3000000000 [partition_gap]"
    ]
    assert faults(rule("A", "principal <= 30000000", more=MEMBER)) == [
        "partition half: no member holds: [] at principal = 3000000001 [partition_gap]"
    ]


@pytest.mark.thorough
def test_an_overlap_and_a_gap_of_the_shipped_partition_are_both_found() -> None:
    """W3 no longer leaves out the child that is itself the collector, and NO_RULE never holds.

    Each kind of debt is a partition of its own: the gap is told for waste fees and for other fees.
    """
    texts = changed(
        (
            "children/local_fees.toml",
            COLLECTOR_LEFT_OUT,
            "",
        ),
        (
            "children/outcomes.toml",
            "(debt_kind = 'local_fee_other' AND fee_year <= 2012) OR (fee_year >= 2016",
            "fee_year <= 2012 AND (fee_year >= 2016",
        ),
    )

    problems = check_examples(load_texts(texts), functions())

    overlap = the_one(problems, "partition_overlap")
    gaps = [problem for problem in problems if problem.code == "partition_gap"]
    assert {problem.place for problem in (overlap, *gaps)} == {"partition who_owes"}
    assert overlap.cs.startswith("dvě pravidla oddílu platí zároveň: ['W3', 'W3-OWNER'] při ")
    assert overlap.en.startswith("two members hold at once: ['W3', 'W3-OWNER'] at ")
    assert {"debt_kind = local_fee_waste", "fee_type = deposit"} <= set(overlap.en.split(" at ", 1)[1].split(", "))
    assert all(gap.cs.startswith("neplatí žádné pravidlo oddílu: [] při ") for gap in gaps)
    assert all(gap.en.startswith("no member holds: [] at ") for gap in gaps)
    of_kinds = [case for gap in gaps for case in gap.en.split(" at ", 1)[1].split(", ") if "debt_kind" in case]
    assert sorted(of_kinds) == ["debt_kind = local_fee_other", "debt_kind = local_fee_waste"]
    failing = {problem.place.rsplit(" example", 1)[0] for problem in problems if problem.code == "failing_example"}
    assert failing == {"children/local_fees.toml rule W3", "children/outcomes.toml rule NO_RULE"}

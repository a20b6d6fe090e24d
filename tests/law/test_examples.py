from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.law.support import changed, presumption, refusals, rule, the_one, with_own_rules

from dluhy.engine.examples import check_examples
from dluhy.facts.derived import functions
from dluhy.facts.schema import FACTS, LARGEST_WHOLE
from dluhy.law.checks import neighbours
from dluhy.law.pack import load_texts
from dluhy.money import LARGEST_HALERE

if TYPE_CHECKING:
    from dluhy.problems import Problem

HOLDS = '[[rule.example]]\nfacts = { fee_year = 2016 }\nexpect = "holds"\n'
FAILS = '[[rule.example]]\nfacts = { fee_year = 2015 }\nexpect = "fails"\n'
UNKNOWN = """
[[rule.example]]
facts = { debt_kind = "local_fee_waste" }
expect = "unknown"
missing = ["fee_year"]
"""

SINCE_2016 = "own.toml rule SINCE-2016"


def found_in(text: str) -> list[Problem]:
    return check_examples(load_texts(with_own_rules(text)), functions())


def since_2016(*examples: str) -> list[Problem]:
    return found_in(rule("SINCE-2016", "fee_year >= 2016", more="".join(examples)))


def test_a_rule_with_an_example_of_every_kind_and_at_both_sides_of_its_boundary_is_sound() -> None:
    assert since_2016(HOLDS, FAILS, UNKNOWN) == []


def test_a_rule_without_examples_lacks_all_three_kinds() -> None:
    problems = since_2016()

    assert [problem.text("cs") for problem in problems] == [
        f"{SINCE_2016}: chybí příklad, kdy pravidlo „{kind}“ [missing_example]"
        for kind in ("holds", "fails", "unknown")
    ]
    assert [problem.en for problem in problems] == [
        f"no example where the rule “{kind}”" for kind in ("holds", "fails", "unknown")
    ]


def test_the_kind_of_example_that_is_missing_is_named() -> None:
    (problem,) = since_2016(HOLDS, FAILS)

    assert problem.text("en") == f"{SINCE_2016}: no example where the rule “unknown” [missing_example]"


def test_an_example_that_comes_out_otherwise_is_named_by_its_number() -> None:
    problem = the_one(since_2016(HOLDS, FAILS, UNKNOWN, HOLDS.replace("2016", "2014")), "failing_example")

    assert problem.text("cs") == f"{SINCE_2016} example 4: čeká se „holds“, vyšlo „fails“ [failing_example]"
    assert problem.text("en") == f"{SINCE_2016} example 4: expected “holds”, got “fails” [failing_example]"


def test_unknown_is_neither_true_nor_false() -> None:
    problem = the_one(since_2016(HOLDS, FAILS, UNKNOWN, FAILS.replace("2015", '"2015/2016"')), "failing_example")

    assert problem.en == "expected “fails”, got “unknown”"


def test_an_example_must_name_exactly_the_facts_that_are_missing() -> None:
    too_many = UNKNOWN.replace('["fee_year"]', '["fee_year", "due_on"]')
    none = UNKNOWN.replace('["fee_year"]', "[]")
    on_a_known_one = HOLDS + 'missing = ["fee_year"]\n'

    problems = since_2016(HOLDS, FAILS, UNKNOWN, too_many, none, on_a_known_one)

    assert [problem.text("en") for problem in problems] == [
        f"{example}: missing facts: expected {expected}, got {got} [failing_example]"
        for example, expected, got in (
            (f"{SINCE_2016} example 4", ["fee_year", "due_on"], ["fee_year"]),
            (f"{SINCE_2016} example 5", [], ["fee_year"]),
            (f"{SINCE_2016} example 6", ["fee_year"], []),
        )
    ]
    assert problems[0].cs == "chybějící údaje: čeká se ['fee_year', 'due_on'], vyšlo ['fee_year']"


def test_an_example_is_judged_on_its_own_day_or_on_that_of_the_pack() -> None:
    text = rule(
        "PAST",
        "due_on < as_of",
        more="""
[[rule.example]]
facts = { due_on = 2026-11-20 }
expect = "holds"
[[rule.example]]
facts = { due_on = 2026-11-21 }
expect = "fails"
[[rule.example]]
facts = { due_on = 2026-11-20 }
as_of = 2026-11-20
expect = "fails"
[[rule.example]]
facts = {}
expect = "unknown"
""",
    )

    assert found_in(text) == []


@pytest.mark.parametrize(
    ("condition", "examples", "absent"),
    [
        ("fee_year >= 2016", [2016, 2014], 2015),
        ("fee_year >= 2016", [2017, 2015], 2016),
        ("fee_year < 2016", [2016, 2014], 2015),
        ("fee_year < 2016", [2017, 2015], 2016),
        ("fee_year > 2016", [2016, 2018], 2017),
        ("fee_year > 2016", [2017, 2015], 2016),
        ("fee_year <= 2016", [2016, 2018], 2017),
        ("fee_year <= 2016", [2017, 2015], 2016),
        ("fee_year = 2016", [2016, 2020], 2015),
        ("fee_year = 2016", [2015, 2017], 2016),
        ("fee_year != 2016", [2016, 2012], 2015),
        ("fee_year >= 2016", [2016, '"2014/2015"'], 2015),
    ],
)
def test_both_sides_of_a_boundary_need_an_example(condition: str, examples: list[object], absent: int) -> None:
    text = "".join(f'[[rule.example]]\nfacts = {{ fee_year = {year} }}\nexpect = "holds"\n' for year in examples)

    problem = the_one(found_in(rule("R", condition, more=text)), "missing_boundary")

    assert problem.text("cs") == f"own.toml rule R: chybí příklad pro fee_year = {absent} [missing_boundary]"
    assert problem.text("en") == f"own.toml rule R: no example with fee_year = {absent} [missing_boundary]"


@pytest.mark.parametrize("beside", [2015, 2017])
def test_either_neighbour_of_an_exact_year_will_do(beside: int) -> None:
    more = HOLDS + FAILS.replace("2015", str(beside)) + UNKNOWN

    assert found_in(rule("R", "fee_year = 2016", more=more)) == []


def test_dates_and_money_have_boundaries_too() -> None:
    text = rule(
        "R",
        "due_on >= 2016-01-01 OR principal > 1000",
        more=HOLDS.replace("fee_year = 2016", "due_on = 2016-01-02"),
    )

    boundaries = [problem.en for problem in found_in(text) if problem.code == "missing_boundary"]

    assert boundaries == [
        "no example with due_on = 2015-12-31",
        "no example with due_on = 2016-01-01",
        "no example with principal = 100000",
        "no example with principal = 100001",
    ]


@pytest.mark.parametrize(
    ("facts", "place", "code", "en"),
    [
        ("fee_yaer = 2016", "row 1 fee_yaer", "unknown_fact", "unknown fact"),
        ("as_off = 2016-01-01", "row 1 as_off", "unknown_fact", "unknown fact"),
        ("fee_year = [2016]", "row 1 fee_year", "bad_value", "the value is not of type year"),
        ("fee_year = 2016.5", "row 1 fee_year", "bad_value", "the value is not of type year"),
        ("fee_year = true", "row 1 fee_year", "bad_value", "the value is not of type year"),
        (
            "fee_year = { from = 2016, to = 2015 }",
            "row 1 fee_year",
            "bad_value",
            "the value is not of type year",
        ),
        ("due_on = '31. 3. 2016'", "row 1 due_on", "bad_value", "the value is not of type date"),
        ("due_on = '2016-02-30'", "row 1 due_on", "bad_value", "the value is not of type date"),
        (
            "full_capacity_on = '2016-02'",
            "row 1 full_capacity_on",
            "bad_value",
            "the value is not of type date",
        ),
        ("principal = '10.123'", "row 1 principal", "bad_value", "the value is not of type money"),
        ("in_institution = 'ano'", "row 1 in_institution", "bad_value", "the value is not of type bool"),
        ("fee_type = 'olld'", "row 1 fee_type", "bad_value", "the value is not of type enum"),
        ("institution_months = '3'", "row 1 institution_months", "bad_value", "the value is not of type int"),
    ],
)
def test_an_example_with_a_fact_or_value_that_cannot_be_is_reported_and_not_raised(
    facts: str, place: str, code: str, en: str
) -> None:
    (problem,) = since_2016(HOLDS, FAILS, UNKNOWN, HOLDS.replace("fee_year = 2016", facts))

    assert (problem.code, problem.place, problem.en) == (code, f"{SINCE_2016} example 4 {place}", en)
    assert problem.cs != problem.en


def test_every_bad_value_of_an_example_is_said_at_once() -> None:
    problems = since_2016(HOLDS, FAILS, UNKNOWN, HOLDS.replace("fee_year = 2016", "fee_yaer = 2016, due_on = 'dnes'"))

    assert {problem.place for problem in problems} == {
        f"{SINCE_2016} example 4 row 1 fee_yaer",
        f"{SINCE_2016} example 4 row 1 due_on",
    }


@pytest.mark.parametrize("facts", ["fee_year = 99999999999", "institution_months = 99999999999", "person_id = 5"])
def test_an_example_with_a_value_too_large_or_a_key_that_is_no_text_is_reported_and_not_raised(
    facts: str,
) -> None:
    (problem,) = since_2016(HOLDS, FAILS, UNKNOWN, HOLDS.replace("fee_year = 2016", facts))

    assert problem.code == "bad_value"


def test_an_example_that_gives_its_day_among_its_facts_is_reported_and_not_raised() -> None:
    (problem,) = since_2016(HOLDS, FAILS, UNKNOWN, HOLDS.replace("fee_year = 2016", "as_of = 2026-01-01"))

    assert problem.text("cs") == f"{SINCE_2016} example 4 row 1 as_of: neznámá skutečnost [unknown_fact]"
    assert problem.text("en") == f"{SINCE_2016} example 4 row 1 as_of: unknown fact [unknown_fact]"


def test_an_example_with_a_time_of_day_is_reported_and_not_raised() -> None:
    (problem,) = since_2016(HOLDS, FAILS, UNKNOWN, HOLDS.replace("fee_year = 2016", "due_on = 07:32:00"))

    assert problem.code == "bad_value"


@pytest.mark.parametrize(
    ("name", "value", "beside"),
    [
        ("fee_year", 2016, [2015, 2017]),
        ("due_on", date(2016, 1, 1), [date(2015, 12, 31), date(2016, 1, 2)]),
        ("due_on", date.min, [date(1, 1, 2)]),
        ("due_on", date.max, [date(9999, 12, 30)]),
        ("institution_months", LARGEST_WHOLE - 1, [LARGEST_WHOLE - 2, LARGEST_WHOLE]),
        ("institution_months", LARGEST_WHOLE, [LARGEST_WHOLE - 1]),
        ("institution_months", -LARGEST_WHOLE, [1 - LARGEST_WHOLE]),
        ("principal", LARGEST_WHOLE, [LARGEST_WHOLE - 1, LARGEST_WHOLE + 1]),
        ("principal", LARGEST_HALERE, [LARGEST_HALERE - 1]),
    ],
)
def test_the_values_beside_a_boundary_are_those_just_below_and_above_where_there_are_any(
    name: str, value: date | int, beside: list[date | int]
) -> None:
    assert neighbours(value, FACTS[name]) == beside


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_boundary_at_the_end_of_the_calendar_is_reported_and_not_raised(day: str) -> None:
    assert "missing_boundary" in {p.code for p in found_in(rule("R", f"due_on >= {day}", more=HOLDS))}


def test_a_rule_without_conditions_is_refused() -> None:
    (problem,) = refusals(with_own_rules(rule("R", more=HOLDS)))

    assert (problem.code, problem.place) == ("schema_too_short", "own.toml rule 0(R) all")
    assert problem.cs == "seznam nesmí být prázdný"
    assert "at least 1 item" in problem.en


def test_a_circle_through_a_presumption_is_refused() -> None:
    """The fee type is presumed from the limit, and the limit computed from the fee type."""
    text = rule("R", "assessed_fee > triple_limit") + presumption("fee_type", "'old'", "triple_limit > 5")

    the_one(refusals(with_own_rules(text)), "cycle")


def test_a_circle_of_a_rule_and_a_presumption_is_refused() -> None:
    text = rule("R", "in_institution = true") + presumption("in_institution", "true", "[R]")

    the_one(refusals(with_own_rules(text)), "cycle")


@pytest.mark.thorough
def test_an_example_of_the_shipped_pack_that_is_turned_round_is_found() -> None:
    texts = changed(
        (
            "children/flags.toml",
            'facts = { debt_kind = "local_fee_waste", due_on = 2020-11-21 }\nexpect = "fails"',
            'facts = { debt_kind = "local_fee_waste", due_on = 2020-11-21 }\nexpect = "holds"',
        ),
    )

    problem = the_one(check_examples(load_texts(texts), functions()), "failing_example")

    assert problem.text("en") == (
        "children/flags.toml rule six_years_passed example 2: expected “holds”, got “fails” [failing_example]"
    )

"""Where words and signs of a condition begin and end, and how long and deep a condition may be."""

from __future__ import annotations

import pytest
from tests.law.support import refusals, rule, with_own_rules

from dluhy.law.conditions import And, Compare, ConditionError, Constant, Fact, IsNull, Not, Truth, facts_of, parse

TOO_COMPLEX_CS = "podmínka smí mít nejvýše 2000 znaků a 40 závorek nebo záporů"
TOO_COMPLEX_EN = "a condition may have at most 2000 characters and 40 brackets or negations"


def refused_at(condition: str) -> int:
    """Return the character at which a condition leaves the language, which both languages must name."""
    with pytest.raises(ConditionError, match=r"outside the condition language at character \d+:") as refusal:
        parse(condition)
    character = int(refusal.value.en.split()[6].rstrip(":"))
    assert refusal.value.code == "condition_syntax"
    assert refusal.value.cs.startswith(f"zápis mimo jazyk podmínek na {character}. znaku: ")
    return character


@pytest.mark.parametrize(
    ("condition", "character"),
    [
        ("fee_year = NULL", 12),
        ("fee_year != IN", 13),
        ("null IS NULL", 1),
        ("OR in_institution", 1),
        ("[W0] OR or [W1]", 9),
    ],
)
def test_a_keyword_is_no_name(condition: str, character: int) -> None:
    assert refused_at(condition) == character


@pytest.mark.parametrize(
    ("condition", "character"),
    [
        ("fee_year = ２０１６", 12),
        ("fee_year = ٢٠١٦", 12),
        ("fee_year ıs null", 10),
        ("ſource = 1", 1),
        ("\u212aind = 1", 1),
    ],
)
def test_a_sign_that_only_looks_like_a_letter_or_digit_is_refused(condition: str, character: int) -> None:
    assert refused_at(condition) == character


@pytest.mark.parametrize(
    ("condition", "character"),
    [("fee_year ISNULL", 10), ("fee_year = 2016 ANDin_institution", 17), ("fee_year = 2016 ORin_institution", 17)],
)
def test_a_keyword_is_a_word_of_its_own(condition: str, character: int) -> None:
    assert refused_at(condition) == character


@pytest.mark.parametrize(
    "name",
    [
        "notary",
        "NOTE",
        "android",
        "order",
        "or_else",
        "inside",
        "island",
        "nullable",
        "betweenness",
        "true_age",
        "falsehood",
    ],
)
def test_a_word_that_merely_starts_with_a_keyword_is_a_name(name: str) -> None:
    assert parse(f"{name} = 'x'") == Compare(Fact(name), "=", Constant("x", "text"))
    assert parse(f"NOT {name} AND {name} IS NULL") == And((Not(Truth(Fact(name))), IsNull(Fact(name))))


LONG = "fee_year = 2016".ljust(1995) + "OR"


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param(LONG + " x", id="1999 signs"),
        pytest.param(LONG + "  x", id="2000 signs"),
        pytest.param("(" * 40 + "x" + ")" * 40, id="40 brackets"),
        pytest.param("NOT " * 40 + "x", id="40 negations"),
        pytest.param(" AND ".join(["(x)"] * 100), id="brackets side by side"),
    ],
)
def test_a_long_or_deep_condition_is_read(condition: str) -> None:
    assert facts_of(parse(condition))[-1] == "x"


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param(LONG + "   x", id="2001 signs"),
        pytest.param("(" * 41 + "x" + ")" * 41, id="41 brackets"),
        pytest.param("(" * 900 + "x" + ")" * 900, id="900 brackets"),
        pytest.param("not " * 41 + "x", id="41 negations"),
        pytest.param("fee_year <= " + "9" * 5000, id="5000 nines"),
    ],
)
def test_a_condition_too_long_or_too_deep_is_refused_and_does_not_break_the_loader(condition: str) -> None:
    with pytest.raises(ConditionError) as refusal:
        parse(condition)

    assert refusal.value.code == "condition_too_complex"
    assert (refusal.value.cs, refusal.value.en) == (TOO_COMPLEX_CS, TOO_COMPLEX_EN)


def test_a_condition_too_deep_is_refused_with_its_place() -> None:
    condition = "(" * 41 + "in_institution" + ")" * 41

    (problem,) = refusals(with_own_rules(rule("R", condition)))

    assert (problem.code, problem.place) == ("condition_too_complex", f"own.toml rule R „{condition}“")
    assert (problem.cs, problem.en) == (TOO_COMPLEX_CS, TOO_COMPLEX_EN)

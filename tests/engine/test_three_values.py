"""A comparison of facts known within limits says what every value inside the limits agrees on, else nothing."""

from __future__ import annotations

import operator
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Literal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import examples

from dluhy.engine.compile import Compiler
from dluhy.facts.schema import FactSpec, FactType, dtype_of
from dluhy.law.conditions import And, Node, Not, Or, parse
from dluhy.money import to_decimal_string

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Span = tuple[int | None, int | None]
Values = dict[str, object]

OPERATORS: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}
ENDS = (None, 0, 1, 2, 3)
SPANS: list[Span] = [(a, b) for a, b in product(ENDS, ENDS) if a is None or b is None or a <= b]
EXACT: list[Span] = [(end, end) for end in ENDS]
EVERYWHERE = range(-2, 6)
LITERALS = range(-1, 5)
MEMBERS = {"colours": ["red", "green", "blue"]}
KLEENE = (True, False, None)


def facts_of_type(kind: FactType) -> dict[str, FactSpec]:
    """Return two facts known within limits (a, b) and two exact or unknown ones (p, q), of one type."""
    ranged = {name: FactSpec(name=name, type=kind, ranged=True) for name in "ab"}
    return ranged | {name: FactSpec(name=name, type=kind) for name in "pq"}


def value_of(kind: FactType, number: int) -> object:
    """Return the value of a type that stands for a small number."""
    match kind:
        case "date":
            return date(2015, 12, 30) + timedelta(days=number)
        case "year":
            return 2015 + number
        case _:
            return number


def literal(kind: FactType, number: int) -> str:
    """Return the same value as conditions write it."""
    return to_decimal_string(number) if kind == "money" else str(value_of(kind, number))


def inside(span: Span) -> Iterable[int]:
    """Return every number that limits leave possible; an open end reaches beyond every number in use."""
    low, high = span
    return [n for n in EVERYWHERE if (low is None or n >= low) and (high is None or n <= high)]


def agreed(answers: Iterable[bool]) -> bool | None:
    """Return the answer on which all agree, or None."""
    found = set(answers)
    return found.pop() if len(found) == 1 else None


def evaluate(facts: dict[str, FactSpec], columns: dict[str, list[object]], conditions: Sequence[str]) -> pl.DataFrame:
    """Return a column for each condition over rows of facts given as columns."""
    dtypes = {column: dtype_of(spec, MEMBERS) for spec in facts.values() for column in spec.columns}
    frame = pl.DataFrame(columns, schema={name: dtypes[name] for name in columns})
    compiler = Compiler(facts, MEMBERS)
    return frame.select(compiler.expression(parse(text)).alias(text) for text in conditions)


def columns_of(kind: FactType, spec: FactSpec, spans: Iterable[Span]) -> dict[str, list[object]]:
    """Return the columns of one fact that say of each row how far it is known."""
    ends = [[None if end is None else value_of(kind, end) for end in span] for span in spans]
    return {column: [pair[at] for pair in ends] for at, column in enumerate(spec.columns)}


@pytest.mark.parametrize("kind", ["int", "year", "date", "money"])
@pytest.mark.parametrize(("name", "spans"), [("a", SPANS), ("p", EXACT)])
def test_a_fact_against_a_literal_is_true_or_false_exactly_if_every_possible_value_agrees(
    kind: FactType, name: Literal["a", "p"], spans: list[Span]
) -> None:
    facts = facts_of_type(kind)
    conditions = {f"{name} {op} {literal(kind, n)}": (op, n) for op in OPERATORS for n in LITERALS}
    came = evaluate(facts, columns_of(kind, facts[name], spans), list(conditions))
    for text, (op, number) in conditions.items():
        expected = [agreed(OPERATORS[op](value, number) for value in inside(span)) for span in spans]
        assert came[text].to_list() == expected, text


@pytest.mark.parametrize("kind", ["int", "year", "date", "money"])
@pytest.mark.parametrize(
    ("left", "right", "spans"),
    [
        ("a", "b", list(product(SPANS, SPANS))),
        ("a", "p", list(product(SPANS, EXACT))),
        ("p", "a", list(product(EXACT, SPANS))),
        ("p", "q", list(product(EXACT, EXACT))),
    ],
)
def test_a_fact_against_a_fact_is_true_or_false_exactly_if_every_pair_of_possible_values_agrees(
    kind: FactType, left: str, right: str, spans: list[tuple[Span, Span]]
) -> None:
    facts = facts_of_type(kind)
    columns = columns_of(kind, facts[left], [one for one, _ in spans])
    columns |= columns_of(kind, facts[right], [other for _, other in spans])
    came = evaluate(facts, columns, [f"{left} {op} {right}" for op in OPERATORS])
    for op, holds in OPERATORS.items():
        expected = [agreed(holds(x, y) for x in inside(one) for y in inside(other)) for one, other in spans]
        assert came[f"{left} {op} {right}"].to_list() == expected, op


def test_between_includes_both_ends_and_is_undecided_only_where_the_limits_reach_out() -> None:
    facts = facts_of_type("int")
    came = evaluate(facts, columns_of("int", facts["a"], SPANS), ["a BETWEEN 1 AND 2"])
    expected = [agreed(1 <= value <= 2 for value in inside(span)) for span in SPANS]
    assert came.to_series().to_list() == expected


def test_membership_of_an_unknown_value_is_unknown_and_so_is_its_negation() -> None:
    facts = {"colour": FactSpec(name="colour", type="enum", vocabulary="colours")}
    conditions = ["colour IN ('red', 'green')", "colour NOT IN ('red', 'green')", "colour = 'red'", "colour != 'red'"]
    came = evaluate(facts, {"colour": ["red", "green", "blue", None]}, conditions)
    assert came.rows() == [
        (True, False, True, False),
        (True, False, False, True),
        (False, True, False, True),
        (None, None, None, None),
    ]


def test_membership_of_a_fact_known_within_limits_never_says_more_than_every_value_agrees_on() -> None:
    facts = facts_of_type("year")
    came = evaluate(facts, columns_of("year", facts["a"], SPANS), ["a IN (2015, 2016)", "a NOT IN (2015, 2016)"])
    for span, (within, without) in zip(SPANS, came.rows(), strict=True):
        everywhere = agreed(value in {0, 1} for value in inside(span))
        assert within in {everywhere, None}
        assert without is (None if within is None else not within)
    exact = came.filter(pl.Series([low == high and low is not None for low, high in SPANS]))
    assert exact.to_series().to_list() == [True, True, False, False]


def test_a_fact_is_null_only_if_nothing_at_all_is_known_of_it() -> None:
    facts = facts_of_type("date")
    columns = columns_of("date", facts["a"], SPANS)
    came = evaluate(facts, columns, ["a IS NULL", "a IS NOT NULL"])
    assert came["a IS NULL"].to_list() == [span == (None, None) for span in SPANS]
    assert came["a IS NOT NULL"].to_list() == [span != (None, None) for span in SPANS]
    exact = evaluate(facts, columns_of("date", facts["p"], EXACT), ["p IS NULL"])
    assert exact.to_series().to_list() == [True, False, False, False, False]


def kleene_and(*values: bool | None) -> bool | None:
    """Return the conjunction of truth values, None for unknown."""
    return False if False in values else None if None in values else True


def kleene_or(*values: bool | None) -> bool | None:
    """Return the disjunction of truth values, None for unknown."""
    return True if True in values else None if None in values else False


def kleene_not(value: bool | None) -> bool | None:  # noqa: FBT001 - a truth value is what is negated
    """Return the negation of a truth value, None for unknown."""
    return None if value is None else not value


def test_and_or_and_not_follow_the_tables_of_kleene() -> None:
    facts = {name: FactSpec(name=name, type="bool") for name in "pqr"}
    rows = list(product(KLEENE, KLEENE, KLEENE))
    columns: dict[str, list[object]] = {name: [row[at] for row in rows] for at, name in enumerate("pqr")}
    texts = [
        "p AND q AND r",
        "p OR q OR r",
        "NOT p",
        "p AND (q OR NOT r)",
        "NOT (p OR q) AND r",
        "p = true",
        "p != true",
    ]
    came = evaluate(facts, columns, texts)
    for (p, q, r), answers in zip(rows, came.rows(), strict=True):
        assert answers == (
            kleene_and(p, q, r),
            kleene_or(p, q, r),
            kleene_not(p),
            kleene_and(p, kleene_or(q, kleene_not(r))),
            kleene_and(kleene_not(kleene_or(p, q)), r),
            p,
            kleene_not(p),
        )


TESTS = [f"{left} {op} {right}" for left in "ap" for op in OPERATORS for right in ("1", "2", "b", "q")]
TREES = st.recursive(
    st.sampled_from([*TESTS, "a IN (1, 2)", "p IN (0, 3)", "a BETWEEN 1 AND 2"]).map(parse),
    lambda parts: (
        parts.map(Not)
        | st.builds(lambda *items: And(items), parts, parts)
        | st.builds(lambda *items: Or(items), parts, parts, parts)
    ),
    max_leaves=6,
)


@examples(15)
@given(
    st.lists(TREES, min_size=10, max_size=10), st.sampled_from(SPANS), st.sampled_from(SPANS), st.sampled_from(EXACT)
)
def test_a_decided_condition_of_any_shape_is_right_for_all_values_the_facts_may_have(
    trees: list[Node], a: Span, b: Span, p: Span
) -> None:
    """What AND, OR and NOT make of undecided parts is never bolder than the facts; it may be shyer."""
    facts = facts_of_type("int")
    compiler = Compiler(facts, MEMBERS)

    def answers(rows: Sequence[Sequence[Span]]) -> pl.DataFrame:
        columns = [columns_of("int", facts[name], [row[at] for row in rows]) for at, name in enumerate("abpq")]
        frame = pl.DataFrame({column: values for part in columns for column, values in part.items()}, schema=schema)
        return frame.select(compiler.expression(tree).alias(str(at)) for at, tree in enumerate(trees))

    schema = {column: pl.Int32 for spec in facts.values() for column in spec.columns}
    unsure: list[Span] = [a, b, p, (None, None)]
    worlds: list[list[Span]] = [[(n, n) for n in world] for world in product(*(inside(span) for span in unsure))]
    (said,) = answers([unsure]).rows()
    for answer, in_worlds in zip(said, answers(worlds).iter_columns(), strict=True):
        assert answer is None or set(in_worlds) == {answer}

"""Conditions -> polars expressions, three-valued throughout: true, false, null for what cannot be decided.

A ranged fact decides a comparison only if every value it may have agrees; an open or unknown end leaves it
undecided unless the other end settles it.
"""

from __future__ import annotations

import operator
from functools import reduce
from typing import TYPE_CHECKING

import polars as pl

from dluhy.facts.schema import dtype_of
from dluhy.law.conditions import And, Compare, Fact, IsNull, Member, Node, Not, Or, RuleResult, Truth, Value, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dluhy.facts.schema import FactSpec

_EXACT: dict[str, Callable[[pl.Expr, pl.Expr], pl.Expr]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_MIRROR = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


class Compiler:
    """Builds expressions for the conditions of one pack."""

    def __init__(self, facts: Mapping[str, FactSpec], members: Mapping[str, list[str]]) -> None:
        """Keep the declared facts and the vocabularies' codes."""
        self._facts, self._members = facts, members

    def expression(self, node: Node) -> pl.Expr:  # noqa: PLR0911 - one return per kind of node
        """Return the condition as a Boolean expression over the columns of a fact frame."""
        match node:
            case And(items):
                return reduce(lambda a, b: a & b, (self.expression(item) for item in items))
            case Or(items):
                return reduce(lambda a, b: a | b, (self.expression(item) for item in items))
            case Not(item):
                return ~self.expression(item)
            case Truth(Fact(name)):
                return pl.col(name)
            case Truth(RuleResult(rule_id)):
                return pl.col(rule_id)
            case IsNull(Fact(name)):
                return pl.all_horizontal(pl.col(column).is_null() for column in self._facts[name].columns)
            case Member(fact, values):
                return self._member(fact, [typed(value, self._facts[fact.name], self._members) for value in values])
            case Compare(left, op, right):
                return self._compare(left, op, right if isinstance(right, Fact) else self._value(left, right))
        raise TypeError(node)

    def _value(self, fact: Fact, literal: object) -> Value:
        return typed(literal, self._facts[fact.name], self._members)  # type: ignore[arg-type]  # a Constant by elimination

    def _bounds(self, fact: Fact) -> tuple[pl.Expr, pl.Expr]:
        columns = self._facts[fact.name].columns
        return pl.col(columns[0]), pl.col(columns[-1])

    def _literal(self, fact: Fact, value: Value) -> pl.Expr:
        spec = self._facts[fact.name]
        return pl.lit(value, dtype=dtype_of(spec, dict(self._members)))

    def _member(self, fact: Fact, values: list[Value]) -> pl.Expr:
        spec = self._facts[fact.name]
        if not spec.ranged:
            return pl.col(fact.name).is_in(pl.Series(values, dtype=dtype_of(spec, dict(self._members))).implode())
        return reduce(lambda a, b: a | b, (self._compare(fact, "=", value) for value in values))

    def _compare(self, left: Fact, op: str, right: Fact | Value) -> pl.Expr:
        low, high = self._bounds(left)
        other_low, other_high = self._bounds(right) if isinstance(right, Fact) else (self._literal(left, right),) * 2
        ranged = self._facts[left.name].ranged or (isinstance(right, Fact) and self._facts[right.name].ranged)
        if not ranged:
            return _EXACT[op](low, other_low)
        match op:
            case "<":
                return _decide(high < other_low, low >= other_high)
            case "<=":
                return _decide(high <= other_low, low > other_high)
            case ">" | ">=":
                return _swap(op, (other_low, other_high), (low, high))
            case "=":
                return _decide(_all_equal(low, high, other_low, other_high), (high < other_low) | (low > other_high))
            case _:
                return ~self._compare(left, "=", right)


def _swap(op: str, left: tuple[pl.Expr, pl.Expr], right: tuple[pl.Expr, pl.Expr]) -> pl.Expr:
    if _MIRROR[op] == "<":
        return _decide(left[1] < right[0], left[0] >= right[1])
    return _decide(left[1] <= right[0], left[0] > right[1])


def _all_equal(low: pl.Expr, high: pl.Expr, other_low: pl.Expr, other_high: pl.Expr) -> pl.Expr:
    return (low == high) & (other_low == other_high) & (low == other_low)


def _decide(true: pl.Expr, false: pl.Expr) -> pl.Expr:
    return pl.when(true).then(pl.lit(value=True)).when(false).then(pl.lit(value=False))

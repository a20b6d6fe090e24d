"""Conditions -> tests of one row in plain Python, three-valued: true, false, None for what cannot be decided.

What `dluhy.engine.compile` builds for long frames is built here for a few rows, from the same parsed conditions; a row
is a mapping of columns to values. The tests hold the two equal for every condition of the pack.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from dluhy.law.conditions import And, Compare, Fact, IsNull, Member, Node, Not, Or, RuleResult, Truth, typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.facts.schema import FactSpec
    from dluhy.law.conditions import Value

Row = Mapping[str, Any]
Test = Callable[[Row], bool | None]
Bounds = Callable[[Row], tuple[Any, Any]]

_EXACT: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_MIRROR: Mapping[str, str] = {">": "<", ">=": "<="}


class RowTests:
    """Builds tests for the conditions of one pack."""

    def __init__(self, facts: Mapping[str, FactSpec], members: Mapping[str, list[str]]) -> None:
        """Keep the declared facts and the vocabularies' codes."""
        self._facts, self._members = facts, members

    def test(self, node: Node) -> Test:  # noqa: PLR0911 - one return per kind of node
        """Return the condition as a test of a row that has the columns of a fact frame and of the rules before."""
        match node:
            case And(items):
                return every([self.test(item) for item in items])
            case Or(items):
                return some([self.test(item) for item in items])
            case Not(item):
                return negated(self.test(item))
            case Truth(Fact(name) | RuleResult(name)):
                return operator.itemgetter(name)
            case IsNull(Fact(name)):
                columns = self._facts[name].columns
                return lambda row: all(row[column] is None for column in columns)
            case Member(fact, values):
                return self._member(fact, [typed(value, self._facts[fact.name], self._members) for value in values])
            case Compare(left, op, right):
                other = right if isinstance(right, Fact) else typed(right, self._facts[left.name], self._members)
                return self._compare(left, op, other)
        raise TypeError(node)

    def _member(self, fact: Fact, values: Sequence[Value]) -> Test:
        name = fact.name
        if self._facts[name].ranged:
            return some([self._compare(fact, "=", value) for value in values])
        among = frozenset(values)
        return lambda row: None if row[name] is None else row[name] in among

    def _compare(self, left: Fact, op: str, right: Fact | Value) -> Test:
        ranged = self._facts[left.name].ranged or (isinstance(right, Fact) and self._facts[right.name].ranged)
        if not ranged:
            return _exact(left.name, _EXACT[op], right)
        these = self._bounds(left)
        those = self._bounds(right) if isinstance(right, Fact) else _always((right, right))
        if op == "!=":
            return negated(self._compare(left, "=", right))
        if op in _MIRROR:
            op, these, those = _MIRROR[op], those, these
        decide = _WITHIN[op]
        return lambda row: decide(these(row), those(row))

    def _bounds(self, fact: Fact) -> Bounds:
        columns = self._facts[fact.name].columns
        low, high = columns[0], columns[-1]
        return lambda row: (row[low], row[high])


def every(tests: Sequence[Test]) -> Test:
    """Return whether all tests hold: false as soon as one fails, unknown where none fails and one is unknown."""

    def test(row: Row) -> bool | None:
        found: bool | None = True
        for one in tests:
            value = one(row)
            if value is None:
                found = None
            elif not value:
                return False
        return found

    return test


def some(tests: Sequence[Test]) -> Test:
    """Return whether any test holds: true as soon as one does, unknown where none does and one is unknown."""

    def test(row: Row) -> bool | None:
        found: bool | None = False
        for one in tests:
            value = one(row)
            if value is None:
                found = None
            elif value:
                return True
        return found

    return test


def negated(test: Test) -> Test:
    """Return the opposite of a test; what is unknown stays so."""

    def opposite(row: Row) -> bool | None:
        value = test(row)
        return None if value is None else not value

    return opposite


def _exact(name: str, holds: Callable[[Any, Any], bool], right: Fact | Value) -> Test:
    if isinstance(right, Fact):
        other = right.name

        def of_two(row: Row) -> bool | None:
            return None if row[name] is None or row[other] is None else holds(row[name], row[other])

        return of_two
    return lambda row: None if row[name] is None else holds(row[name], right)


def _always(bounds: tuple[Value, Value]) -> Bounds:
    return lambda _: bounds


def _before(these: tuple[Any, Any], those: tuple[Any, Any]) -> bool | None:
    """Return whether every value within limits is less than every other, or none is; None between."""
    if these[1] is not None and those[0] is not None and these[1] < those[0]:
        return True
    return False if these[0] is not None and those[1] is not None and these[0] >= those[1] else None


def _not_after(these: tuple[Any, Any], those: tuple[Any, Any]) -> bool | None:
    if these[1] is not None and those[0] is not None and these[1] <= those[0]:
        return True
    return False if these[0] is not None and those[1] is not None and these[0] > those[1] else None


def _same(these: tuple[Any, Any], those: tuple[Any, Any]) -> bool | None:
    if these[0] is not None and these[0] == these[1] == those[0] == those[1]:
        return True
    apart = _before(these, those) or _before(those, these)
    return False if apart else None


_WITHIN: Mapping[str, Callable[[tuple[Any, Any], tuple[Any, Any]], bool | None]] = {
    "<": _before,
    "<=": _not_after,
    "=": _same,
}

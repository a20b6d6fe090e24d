"""The values that conditions can tell apart: each literal with its neighbours, both truth values, each member named.

A condition is constant between its literals, so these values stand for all exactly known ones; None is an unknown fact.
"""

from __future__ import annotations

from itertools import product
from math import prod
from random import Random
from typing import TYPE_CHECKING, Any

import polars as pl
from attrs import frozen

from dluhy.engine.examples import SAMPLES
from dluhy.facts.schema import dtype_of
from dluhy.law.checks import neighbours
from dluhy.law.conditions import Compare, Fact, Member, facts_of, leaves, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.engine.mutants import Judged
    from dluhy.facts.schema import FactSpec
    from dluhy.law.conditions import Node
    from dluhy.law.pack import Pack

MOST_CASES = 200_000
"""More combinations than this are sampled."""


@frozen
class Cases:
    """Combinations of values of named facts and rules' results; `complete` says that they are all there are."""

    names: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    complete: bool

    def columns(self, pack: Pack) -> dict[str, pl.Series]:
        """Return the columns of a frame that holds the cases."""
        columns: dict[str, pl.Series] = {}
        for position, name in enumerate(self.names):
            spec = pack.facts.get(name)
            dtype = dtype_of(spec, pack.members) if spec else pl.Boolean()
            series = pl.Series([row[position] for row in self.rows], dtype=dtype)
            columns |= dict.fromkeys(spec.columns if spec else (name,), series)
        return columns


def cases_of(values: Mapping[str, list[Any]]) -> Cases:
    """Return every combination of the values, or a large seeded sample where there are too many."""
    choices = list(values.values())
    if prod(len(choice) for choice in choices) <= MOST_CASES:
        return Cases(tuple(values), list(product(*choices)), complete=True)
    dice = Random(0)  # noqa: S311 - a sample, not a secret
    rows = list(zip(*(dice.choices(choice, k=MOST_CASES) for choice in choices), strict=True))
    return Cases(tuple(values), rows, complete=False)


def told_apart(pack: Pack, read: Iterable[Judged]) -> dict[str, list[Any]]:
    """Return the values to try for each fact that any of the rules, in any of their forms, reads."""
    literals: dict[str, set[Any]] = {}
    for rule in read:
        for node in rule.conditions:
            _collect(node, pack, literals)
        for name, codes in rule.applies:
            literals.setdefault(name, set()).update(codes)
        if rule.in_force is not None:
            literals.setdefault("as_of", set()).update({rule.in_force.from_, rule.in_force.to} - {None})
    return {name: _choices(pack, pack.facts[name], found) for name, found in literals.items()}


def _collect(node: Node, pack: Pack, literals: dict[str, set[Any]]) -> None:
    for name in facts_of(node):
        literals.setdefault(name, set())
    for leaf in leaves(node):
        if isinstance(leaf, Compare) and isinstance(leaf.right, Fact):
            both = literals[leaf.left.name] | literals[leaf.right.name] | _today(leaf, pack)
            literals[leaf.left.name], literals[leaf.right.name] = both, set(both)
        elif isinstance(leaf, Compare | Member):
            fact = leaf.left if isinstance(leaf, Compare) else leaf.fact
            given = (leaf.right,) if isinstance(leaf, Compare) else leaf.values
            spec = pack.facts[fact.name]
            literals[fact.name] |= {typed(c, spec, pack.members) for c in given if not isinstance(c, Fact)}


def _today(leaf: Compare, pack: Pack) -> set[Any]:
    return {pack.info.example_as_of} if Fact("as_of") in {leaf.left, leaf.right} else set()


def _choices(pack: Pack, spec: FactSpec, literals: set[Any]) -> list[Any]:
    if spec.type == "enum":
        members = pack.members[spec.vocabulary or ""]
        other = [code for code in members if code not in literals][:1]
        return [*(code for code in members if code in literals), *other, None]
    if spec.type == "bool":
        return [True, False, None]
    if spec.type == "text":
        return ["a", "b", None]
    tried = {v for literal in literals or SAMPLES[spec.type] for v in (*neighbours(literal, spec), literal)}
    return [*sorted(v for v in tried if spec.most is None or 0 <= v <= spec.most), None]

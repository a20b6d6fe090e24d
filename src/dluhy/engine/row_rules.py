"""The rules of a plan evaluated row by row in plain Python: conditions, statuses and masks of missing facts.

Facts stay polars expressions, written once for any number of rows. Of a frame of a few rows most of the time would go
into starting hundreds of expressions; here each condition costs less than a microsecond a row. What the columns mean is
said in `dluhy.engine.evaluate`; `dluhy.engine.expressions` builds the same columns for long frames.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING, Any

import polars as pl

from dluhy.engine.expressions import (
    bits_column,
    condition_column,
    condition_mask_column,
    facts_by_depth,
    mask_column,
)
from dluhy.engine.row_tests import RowTests, every
from dluhy.law.conditions import And, Not, Or, facts_of, rules_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from dluhy.engine.plan import Level, Plan
    from dluhy.engine.row_tests import Row, Test
    from dluhy.facts.schema import FactSpec
    from dluhy.law.conditions import Node
    from dluhy.law.models import Rule
    from dluhy.law.pack import Pack

Mask = Callable[["Row"], int]
Rows = list[dict[str, Any]]
"""The values of a frame's rows, by column."""


class RowRules:
    """The tests and masks of one plan, built once."""

    def __init__(self, pack: Pack, plan: Plan, bits: Mapping[str, int], *, masks: bool) -> None:
        """Build every test; `bits` are those of the facts that people can supply."""
        self._pack, self._bits, self._plan = pack, bits, plan
        self._rules = {rule.id: rule for rule in plan.rules}
        self._tests = RowTests(pack.facts, pack.members)
        self._left_out = dict(self._absent(masks=masks))
        self._levels = [list(self._of_level(level)) for level in plan.levels]
        self._masks = list(self._mask_columns()) if masks else []
        self._schema: dict[str, pl.DataType] = {name: pl.Boolean() for level in self._levels for name, _ in level}
        self._schema |= {name: pl.UInt64() for name, _ in self._masks}
        self._same: dict[int, pl.DataFrame] = {}
        self._uniform: dict[tuple[str, bool | int | None, int], pl.Series] = {}  # made once: it is slower than testing

    def begin(self, rows: Rows) -> None:
        """Write into each row what is the same for all: rules that cannot hold fail, nothing is missing for them."""
        for row in rows:
            row.update(self._left_out)

    def same_for_all(self, height: int) -> pl.DataFrame:
        """Return what `begin` writes as columns; kept for each number of rows, of which there are few."""
        if height not in self._same:
            schema = {name: _dtype(value) for name, value in self._left_out.items()}
            self._same[height] = pl.DataFrame([[*self._left_out.values()]] * height, schema=schema, orient="row")
        return self._same[height]

    def add_level(self, rows: Rows, number: int) -> None:
        """Write into each row the conditions and statuses of a level."""
        for row in rows:
            for name, test in self._levels[number]:
                row[name] = test(row)

    def add_masks(self, rows: Rows) -> None:
        """Write into each row the masks, when every level is there."""
        for row in rows:
            for name, mask in self._masks:
                row[name] = mask(row)

    def columns(self, rows: Rows, written: Collection[str] = ()) -> list[pl.Series]:
        """Return the levels and masks that the rows have by now, without those already `written` to a frame."""
        wanted = [name for name in self._schema if name not in written and name in rows[0]]
        keys = {name: (name, rows[0][name], len(rows)) for name in wanted if _is_uniform(name, rows)}
        kept = {name: self._uniform[key] for name, key in keys.items() if key in self._uniform}
        schema = {name: self._schema[name] for name in wanted if name not in kept}
        made = pl.DataFrame([[row[name] for name in schema] for row in rows], schema=schema, orient="row")
        columns = {column.name: column for column in made.iter_columns()}
        self._uniform |= {key: columns[name] for name, key in keys.items() if name not in kept}
        return [kept[name] if name in kept else columns[name] for name in wanted]

    def _absent(self, *, masks: bool) -> Iterable[tuple[str, bool | int | None]]:
        for rule_id in self._pack.rules:
            if rule_id not in self._rules:
                yield rule_id, False
                if masks:
                    yield mask_column(rule_id), 0
        for text in self._pack.conditions:
            if text not in self._plan.conditions:
                yield condition_column(text), None
            if masks and text not in self._plan.step_conditions:
                yield condition_mask_column(text), 0

    def _of_level(self, level: Level) -> Iterable[tuple[str, Test]]:
        for text in level.conditions:
            yield condition_column(text), self._tests.test(self._pack.conditions[text])
        for rule_id in level.rules:
            yield rule_id, self._status(self._rules[rule_id])

    def _status(self, rule: Rule) -> Test:
        tests = [self._among(name, codes) for name, codes in rule.applies.items()]
        tests += [_value_of(condition_column(condition.if_)) for condition in rule.all]
        if rule.in_force is not None:
            first, last = rule.in_force.from_, rule.in_force.to
            tests += [lambda row: row["as_of"] >= first] if first else []
            tests += [lambda row: row["as_of"] <= last] if last else []
        return every(tests)

    def _among(self, name: str, codes: Collection[str]) -> Test:
        members = self._pack.members[self._pack.facts[name].vocabulary or ""]
        wanted = frozenset(codes)
        if wanted == frozenset(members):
            return lambda row: row[name] is not None
        return lambda row: row[name] in wanted

    def _mask_columns(self) -> Iterable[tuple[str, Mask]]:
        texts = [*(c.if_ for rule in self._plan.rules for c in rule.all), *self._plan.step_conditions]
        for name in chain.from_iterable(facts_by_depth(self._pack, texts)):
            yield bits_column(name), self._missing_facts(self._pack.facts[name])
        for level in self._plan.levels:
            for rule_id in level.rules:
                yield mask_column(rule_id), self._rule_mask(self._rules[rule_id])
        for text in self._plan.step_conditions:
            mask = self._missing_for(self._pack.conditions[text], _value_of(condition_column(text)))
            yield condition_mask_column(text), mask

    def _missing_facts(self, spec: FactSpec) -> Mask:
        """The mask for a fact: its own bit if people can supply it, else the masks of what it is computed from."""
        first, last = spec.columns[0], spec.columns[-1]
        if not spec.asked:
            below = _union([_value_of(bits_column(item)) for item in spec.inputs if not item.startswith("[")])
            return lambda row: below(row) if row[first] is None or row[last] != row[first] else 0
        text = self._pack.fact_texts.get(spec.name)
        asked_of = every([self._among(name, codes) for name, codes in (text.relevant if text else {}).items()])
        bit = self._bits.get(spec.name, 0)
        return lambda row: bit if (row[first] is None or row[last] != row[first]) and asked_of(row) else 0

    def _rule_mask(self, rule: Rule) -> Mask:
        name = rule.id
        parts = [self._missing_for(self._pack.conditions[c.if_], _value_of(condition_column(c.if_))) for c in rule.all]
        mask = _union(parts)
        return lambda row: mask(row) if row[name] is None else 0

    def _missing_for(self, node: Node, value: Test) -> Mask:
        """The mask for a condition: what is missing for those of its parts that are undecided."""
        match node:
            case And(items) | Or(items):
                mask = _union([self._missing_for(item, self._tests.test(item)) for item in items])
            case Not(item):
                return self._missing_for(item, value)
            case _:
                columns = [bits_column(name) for name in facts_of(node)]
                columns += [mask_column(rule_id) for rule_id in rules_of(node) if rule_id in self._rules]
                mask = _union([_value_of(column) for column in columns])
        return lambda row: mask(row) if value(row) is None else 0


def _is_uniform(name: str, rows: Rows) -> bool:
    """Return whether all rows have one value of the few that are kept: yes, no, unknown, or nothing missing."""
    value = rows[0][name]
    return (value is None or value is True or not value) and all(row[name] == value for row in rows)


def _value_of(column: str) -> Callable[[Row], Any]:
    return lambda row: row[column]


def _union(masks: list[Mask]) -> Mask:
    def mask(row: Row) -> int:
        found = 0
        for one in masks:
            found |= one(row)
        return found

    return mask


def _dtype(value: bool | int | None) -> pl.DataType:  # noqa: FBT001 - a value of a column
    return pl.Boolean() if value is None or isinstance(value, bool) else pl.UInt64()

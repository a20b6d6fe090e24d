"""Evaluates a pack over a frame of facts: wide results, one small status and one mask of missing facts per rule.

Column names of a result, beside the facts: `<RULE>` is a rule's status (true holds, false fails, null unknown),
`<RULE>?` the mask of facts missing for it, `if <text>` a condition's value, `~<ID>` whether a presumption was used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
from attrs import frozen

from dluhy.engine.expressions import (
    Expressions,
    condition_column,
    mask_column,
    presumption_column,
)
from dluhy.engine.plan import asked_to_be_known, can_apply, plan_for
from dluhy.engine.row_rules import RowRules
from dluhy.facts.schema import SUBJECT_KEYS, FactSpec, dtype_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from dluhy.engine.expressions import FactFunction
    from dluhy.facts.schema import Rows
    from dluhy.law.pack import Pack

__all__ = ["Engine", "condition_column", "mask_column", "presumption_column", "run"]

FEW = 16
"""Frames of at most so many rows are judged row by row; beyond 15 to 50, by part of the pack, polars is faster."""

Needs = tuple[frozenset[str], frozenset[str], bool, bool, frozenset[str]]
"""What expressions depend on: kinds, given facts, masks, steps, facts known of nobody."""

_KEPT = 256  # sets of absent columns of a few rows, some kilobytes each
_UNOPTIMISED = pl.QueryOptFlags.none()
_SMALL = 2_000  # below it, planning costs more than it saves (measured: one row 2 × faster without)


def run(frame: pl.DataFrame, stages: Iterable[list[pl.Expr]], columns: Collection[str] | None = None) -> pl.DataFrame:
    """Add the columns of each stage in turn; with `columns` return only those, and compute only what they need.

    A small frame goes stage by stage without a plan: planning would cost more than it saves.
    """
    if frame.height < _SMALL:
        for stage in stages:
            frame = frame.lazy().with_columns_seq(stage).collect(engine="in-memory", optimizations=_UNOPTIMISED)
        return frame if columns is None else frame.select(columns)
    query = frame.lazy()
    for stage in stages:
        query = query.with_columns(stage)
    return (query if columns is None else query.select(columns)).collect(engine="in-memory")


@frozen
class Stages:
    """The columns to add to a frame, stage after stage: facts that wait for no rule, then everything else."""

    facts: list[list[pl.Expr]]
    rules: list[list[pl.Expr]]

    @property
    def all(self) -> list[list[pl.Expr]]:
        """All stages in their order."""
        return [*self.facts, *self.rules]


@frozen
class Few:
    """What a few rows need: facts that wait for no rule, the facts of each level that do, and tests of rows."""

    facts: list[list[pl.Expr]]
    levels: list[list[list[pl.Expr]]]
    rules: RowRules


class Engine:
    """One pack with its fact functions, ready to evaluate frames; expressions are built once per set of kinds."""

    def __init__(self, pack: Pack, functions: Mapping[str, FactFunction], rows: Rows = "debts") -> None:
        """Build the expressions of every condition and fact of the part of the pack that judges such rows.

        A pack that is that part already is taken as it is.
        """
        self.pack = pack = pack if pack.rows == rows else pack.of(rows)
        self._expressions = Expressions(pack, functions)
        self._stages: dict[Needs, Stages] = {}
        self._fews: dict[Needs, Few] = {}
        self._unknown: dict[tuple[tuple[str, ...], int], list[pl.Series]] = {}
        self._asked_to_be_known = frozenset().union(*(asked_to_be_known(pack, rule) for rule in pack.rules.values()))

    @property
    def asked(self) -> tuple[str, ...]:
        """The facts that people can supply, in the order of the bits of a mask."""
        return self._expressions.asked

    def evaluate(self, facts: pl.DataFrame, as_of: date, *, masks: bool = True, steps: bool = True) -> pl.DataFrame:
        """Return the facts with every derived fact, condition, rule status and mask added; row order is kept.

        `facts` holds any columns of `base_schema` (absent ones are unknown) and may give derived facts too, which
        then win over the computed ones. `steps` also evaluates the conditions of the ladders.
        """
        if 0 < facts.height <= FEW:
            return self._evaluated_by_row(facts, as_of, masks=masks, steps=steps)
        return run(self.completed(facts, as_of), self.stages_for(facts, masks=masks, steps=steps).all)

    def _evaluated_by_row(self, facts: pl.DataFrame, as_of: date, *, masks: bool, steps: bool) -> pl.DataFrame:
        """Evaluate a few rows: facts as expressions, conditions, rules and masks row by row."""
        given = self.given_in(facts.columns)
        few = self._few(self.kinds_in(facts), given, self.known_of_nobody(facts), masks=masks, steps=steps)
        frame = run(self.completed(facts, as_of), few.facts)
        rows = _rows_of(frame)
        few.rules.begin(rows)
        frame = frame.hstack(few.rules.same_for_all(frame.height))
        written: set[str] = set()
        for number, stages in enumerate(few.levels):
            if stages:
                frame = frame.hstack(few.rules.columns(rows, written))
                written |= rows[0].keys()
                frame = run(frame, stages)
                for row, values in zip(rows, _rows_of(frame.select(_names(stages))), strict=True):
                    row.update(values)
            few.rules.add_level(rows, number)
        few.rules.add_masks(rows)
        return frame.hstack(few.rules.columns(rows, written))

    def _few(
        self, kinds: frozenset[str], given: frozenset[str], unknown: frozenset[str], *, masks: bool, steps: bool
    ) -> Few:
        key = (kinds, given, masks, steps, unknown)
        if key not in self._fews:
            plan = plan_for(self.pack, kinds, steps=steps, known_of_nobody=unknown)
            self._fews[key] = Few(
                facts=[stage for stage in self._expressions.fact_stages(plan, given) if stage],
                levels=[self._expressions.level_stages(level, given) for level in plan.levels],
                rules=RowRules(self.pack, plan, self._expressions.bits, masks=masks),
            )
        return self._fews[key]

    def stages_for(self, facts: pl.DataFrame, *, masks: bool = True, steps: bool = True) -> Stages:
        """Return the stages that a frame of facts needs."""
        kinds, given = self.kinds_in(facts), self.given_in(facts.columns)
        return self.stages(kinds, given, masks=masks, steps=steps, known_of_nobody=self.known_of_nobody(facts))

    def known_of_nobody(self, facts: pl.DataFrame) -> frozenset[str]:
        """Return, of the facts that some rule asks to be known, those of which a frame says nothing for any row."""
        return frozenset(name for name in self._asked_to_be_known if not _any_known(facts, self.pack.facts[name]))

    def kinds_in(self, facts: pl.DataFrame) -> frozenset[str]:
        """Return the debt kinds that occur in a frame; only their rules are evaluated."""
        if "debt_kind" not in facts.columns:
            return frozenset()
        return frozenset(facts["debt_kind"].unique().drop_nulls().cast(pl.String).to_list())

    def rules_for(self, kinds: Collection[str]) -> frozenset[str]:
        """Return the rules that can apply to the debt kinds; every other one fails."""
        return frozenset(rule.id for rule in self.pack.rules.values() if can_apply(rule, kinds))

    def given_in(self, columns: Collection[str]) -> frozenset[str]:
        """Return the derived facts that a frame with these columns gives itself."""
        facts = self.pack.facts
        return frozenset(name for name in self._expressions.derived if set(facts[name].columns) & set(columns))

    def stages(
        self,
        kinds: Collection[str],
        given: Collection[str],
        *,
        masks: bool,
        steps: bool,
        known_of_nobody: frozenset[str] = frozenset(),
    ) -> Stages:
        """Return the expressions to add, stage after stage, for rules that can hold for the kinds and what is known."""
        key = (frozenset(kinds), frozenset(given), masks, steps, known_of_nobody)
        if key not in self._stages:
            plan = plan_for(self.pack, kinds, steps=steps, known_of_nobody=known_of_nobody)
            self._stages[key] = Stages(
                facts=[stage for stage in self._expressions.fact_stages(plan, given) if stage],
                rules=[stage for stage in self._expressions.rule_stages(plan, given, masks=masks) if stage],
            )
        return self._stages[key]

    def completed(self, facts: pl.DataFrame, as_of: date) -> pl.DataFrame:
        """Return the facts with every column of the schema; absent facts are null, unknown subjects stand alone.

        Every column is written out in full, absent ones and those a caller made of one literal: polars 2.1 mixes up
        the lengths of expressions over columns that are one repeated value.
        """
        facts = pl.DataFrame(facts.drop("as_of", strict=False).get_columns())
        rows = facts.height
        absent = self._absent(tuple(facts.columns), rows)
        alone = pl.format("?{}", pl.int_range(pl.len()))
        keys = [key for key in SUBJECT_KEYS.values() if key is not None]
        grouped = [pl.col(key).cast(pl.String).fill_null(alone) for key in keys if key in facts.columns]
        grouped += [alone.alias("person_id")] if "person_id" not in facts.columns else []
        today = pl.Series("as_of", [as_of], dtype=pl.Date).new_from_index(0, rows)
        return facts.hstack([*absent, today]).with_columns(grouped)

    def _absent(self, given: tuple[str, ...], rows: int) -> list[pl.Series]:
        """Return columns without a value for all facts that are not given; those of a few rows are kept."""
        if (given, rows) in self._unknown:
            return self._unknown[given, rows]
        there = {*given, "as_of"}
        dtypes = {
            column: dtype_of(spec, self.pack.members)
            for spec in self.pack.facts.values()
            for column in spec.columns
            if column not in there
        }
        if rows > FEW:
            return [pl.Series(name, [None], dtype=dtype).new_from_index(0, rows) for name, dtype in dtypes.items()]
        absent = pl.DataFrame([[None] * len(dtypes)] * rows, schema=dtypes, orient="row").get_columns()
        if len(self._unknown) < _KEPT:
            self._unknown[given, rows] = absent
        return absent

    def missing_names(self, mask: int) -> list[str]:
        """Return the names of the facts in a mask of missing facts, in the order of the schema."""
        return [name for name, bit in self._expressions.bits.items() if mask & bit]

    def bit_of(self, name: str) -> int:
        """Return the bit that stands for a fact in a mask."""
        return self._expressions.bits[name]


def _rows_of(frame: pl.DataFrame) -> list[dict[str, Any]]:
    return frame.rows(named=True)


def _names(stages: Iterable[list[pl.Expr]]) -> list[str]:
    return list(dict.fromkeys(expression.meta.output_name() for stage in stages for expression in stage))


def _any_known(facts: pl.DataFrame, spec: FactSpec) -> bool:
    columns = [column for column in spec.columns if column in facts.columns]
    return any(facts[column].null_count() < facts.height for column in columns)

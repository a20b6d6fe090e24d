"""Everything a pack computes, as polars expressions: facts, presumptions, conditions, statuses, missing facts."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import TYPE_CHECKING

import polars as pl

from dluhy.engine.compile import Compiler
from dluhy.facts.schema import SUBJECT_KEYS, FactSpec, dtype_of
from dluhy.law.conditions import And, Node, Not, Or, facts_of, rules_of
from dluhy.law.pack import Pack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from dluhy.engine.plan import Level, Plan
    from dluhy.law.models import Presumption, Rule

Computed = pl.Expr | tuple[pl.Expr, pl.Expr]
"""One expression, or the lower and upper bound of a ranged fact."""

FactFunction = Callable[[Pack], Computed]

_NOTHING = pl.lit(0, dtype=pl.UInt64)


def condition_column(text: str) -> str:
    """Return the column that holds a condition's value."""
    return f"if {text}"


def mask_column(rule_id: str) -> str:
    """Return the column that holds the mask of facts missing for a rule."""
    return f"{rule_id}?"


def condition_mask_column(text: str) -> str:
    """Return the column that holds the mask of facts missing for the condition of a step."""
    return f"{text}?"


def presumption_column(presumption_id: str) -> str:
    """Return the column that tells whether a presumption was used."""
    return f"~{presumption_id}"


def bits_column(fact: str) -> str:
    """Return the column that holds the mask of facts missing for a fact."""
    return f"bits {fact}"


def facts_by_depth(pack: Pack, texts: Iterable[str]) -> list[list[str]]:
    """Return the facts whose masks conditions need, those computed from others after them."""
    depth: dict[str, int] = {}

    def visit(name: str) -> int:
        if name not in depth:
            spec = pack.facts[name]
            inputs = () if spec.asked else (item for item in spec.inputs if not item.startswith("["))
            depth[name] = 1 + max((visit(item) for item in inputs), default=0)
        return depth[name]

    for text in texts:
        for name in facts_of(pack.conditions[text]):
            visit(name)
    return [[name for name, d in depth.items() if d == at] for at in range(1, max(depth.values(), default=0) + 1)]


class Expressions:
    """The expressions of one pack, to be added stage after stage."""

    def __init__(self, pack: Pack, functions: Mapping[str, FactFunction]) -> None:
        """Keep the functions; a condition is compiled and a function asked when the first plan needs it, once."""
        self._pack = pack
        self._compiler = Compiler(pack.facts, pack.members)
        self._functions = {name: function for name, function in functions.items() if name in pack.facts}
        self._conditions: dict[str, pl.Expr] = {}
        self._computed: dict[str, Computed] = {}
        self.derived = frozenset(self._functions)
        self.asked = pack.asked
        self.bits = {name: 1 << position for position, name in enumerate(self.asked)}

    def _condition(self, text: str) -> pl.Expr:
        if text not in self._conditions:
            self._conditions[text] = self._compiler.expression(self._pack.conditions[text])
        return self._conditions[text]

    def _fact(self, name: str) -> Computed:
        if name not in self._computed:
            self._computed[name] = self._functions[name](self._pack)
        return self._computed[name]

    def fact_stages(self, plan: Plan, given: Collection[str]) -> Iterator[list[pl.Expr]]:
        """Yield the columns of the facts that wait for no rule, each stage needing only the ones before it.

        `given` names the derived facts that the input holds itself; what it says of them wins.
        """
        flags = [p for p in self._pack.presumptions.values() if p.fact not in _facts_in(plan)]
        yield [_everywhere(value=False, dtype=pl.Boolean).alias(presumption_column(p.id)) for p in flags]
        for level in plan.fact_levels:
            yield self._of_level(level, given)
            yield from self._presumed_in(level)

    def rule_stages(self, plan: Plan, given: Collection[str], *, masks: bool) -> Iterator[list[pl.Expr]]:
        """Yield the columns of conditions, rules, what waits for them and masks, for a frame that has the facts."""
        rules = {rule.id: rule for rule in plan.rules}
        yield list(self._left_out(plan, masks=masks))
        for level in plan.levels:
            columns = self._of_level(level, given)
            columns += [self._condition(text).alias(condition_column(text)) for text in level.conditions]
            columns += [self._status(rules[rule_id]) for rule_id in level.rules]
            yield columns
            yield from self._presumed_in(level)
        if masks:
            yield from self._masks(plan, rules)

    def level_stages(self, level: Level, given: Collection[str]) -> list[list[pl.Expr]]:
        """Return the columns of the facts of one level that wait for rules, and what is presumed of them."""
        return [stage for stage in (self._of_level(level, given), *self._presumed_in(level)) if stage]

    def _of_level(self, level: Level, given: Collection[str]) -> list[pl.Expr]:
        specs = [self._pack.facts[name] for name in level.facts if name in self._functions]
        return [column for spec in specs for column in self._fact_columns(spec, given=spec.name in given)]

    def _presumed_in(self, level: Level) -> Iterator[list[pl.Expr]]:
        return self._presume([p for p in self._pack.presumptions.values() if p.fact in level.facts])

    def _left_out(self, plan: Plan, *, masks: bool) -> Iterator[pl.Expr]:
        """The columns of rules that cannot hold for any row: they fail, and nothing is missing for them."""
        rules = {rule.id for rule in plan.rules}
        for rule_id in self._pack.rules:
            if rule_id not in rules:
                yield _everywhere(value=False, dtype=pl.Boolean).alias(rule_id)
                if masks:
                    yield _everywhere(0, pl.UInt64).alias(mask_column(rule_id))
        for text in self._pack.conditions:
            if text not in plan.conditions:
                yield _everywhere(None, pl.Boolean).alias(condition_column(text))
            if masks and text not in plan.step_conditions:
                yield _everywhere(0, pl.UInt64).alias(condition_mask_column(text))

    def _fact_columns(self, spec: FactSpec, *, given: bool) -> list[pl.Expr]:
        computed = self._fact(spec.name)
        expressions: tuple[pl.Expr, ...] = computed if isinstance(computed, tuple) else (computed,)
        key = SUBJECT_KEYS[spec.subject] if spec.aggregate_of is not None else None
        dtype = dtype_of(spec, self._pack.members)
        expressions = tuple(_over(expression, key).cast(dtype) for expression in expressions)
        if given:
            known = reduce(lambda a, b: a | b, (pl.col(column).is_not_null() for column in spec.columns))
            values = [_over(pl.col(column).max() if key else pl.col(column), key) for column in spec.columns]
            known = _over(known.any() if key else known, key)
            expressions = tuple(
                pl.when(known).then(value).otherwise(expression)
                for value, expression in zip(values, expressions, strict=True)
            )
        return [expression.alias(column) for column, expression in zip(spec.columns, expressions, strict=True)]

    def _presume(self, presumptions: list[Presumption]) -> Iterator[list[pl.Expr]]:
        """Yield the flags of presumptions, then the presumed facts; of several for one fact the first that fits."""
        uses: dict[str, list[tuple[Presumption, pl.Expr]]] = {}
        flags = []
        for presumption in presumptions:
            earlier = [use for _, use in uses.get(presumption.fact, [])]
            fits = pl.col(presumption.fact).is_null() & self._condition(presumption.when).fill_null(value=False)
            for name, codes in presumption.applies.items():
                fits = fits & self._among(name, codes)
            use = reduce(lambda a, b: a & ~b, earlier, fits)
            uses.setdefault(presumption.fact, []).append((presumption, fits))
            flags.append(use.alias(presumption_column(presumption.id)))
        yield flags
        yield [
            pl.coalesce(
                pl.col(fact),
                *(
                    pl.when(pl.col(presumption_column(p.id))).then(pl.lit(p.value, dtype=self._dtype_of(fact)))
                    for p, _ in found
                ),
            ).alias(fact)
            for fact, found in uses.items()
        ]

    def _dtype_of(self, fact: str) -> pl.DataType:
        return dtype_of(self._pack.facts[fact], self._pack.members)

    def _status(self, rule: Rule) -> pl.Expr:
        tests = [self._among(name, codes) for name, codes in rule.applies.items()]
        tests += [pl.col(condition_column(condition.if_)) for condition in rule.all]
        if rule.in_force is not None:
            today = pl.col("as_of")
            tests += [today >= rule.in_force.from_] if rule.in_force.from_ else []
            tests += [today <= rule.in_force.to] if rule.in_force.to else []
        return reduce(lambda a, b: a & b, tests).alias(rule.id)

    def _among(self, name: str, codes: Collection[str]) -> pl.Expr:
        spec = self._pack.facts[name]
        members = self._pack.members[spec.vocabulary or ""]
        if set(codes) == set(members):
            return pl.col(name).is_not_null()
        wanted = pl.Series(list(codes), dtype=dtype_of(spec, self._pack.members))
        return pl.col(name).is_in(wanted.implode()).fill_null(value=False)

    def _masks(self, plan: Plan, rules: Mapping[str, Rule]) -> Iterator[list[pl.Expr]]:
        texts = dict.fromkeys([*(c.if_ for rule in plan.rules for c in rule.all), *plan.step_conditions])
        for names in facts_by_depth(self._pack, texts):
            yield [self._missing_facts(name) for name in names]
        for level in plan.levels:
            yield [self._rule_mask(rules[rule_id], rules) for rule_id in level.rules]
        yield [
            self._missing_for(self._pack.conditions[text], pl.col(condition_column(text)), rules).alias(
                condition_mask_column(text)
            )
            for text in plan.step_conditions
        ]

    def _missing_facts(self, name: str) -> pl.Expr:
        """The mask for a fact: its own bit if people can supply it, else the masks of what it is computed from."""
        spec = self._pack.facts[name]
        columns = [pl.col(column) for column in spec.columns]
        missing = (columns[0] != columns[1]).fill_null(value=True) if spec.ranged else columns[0].is_null()
        if spec.asked:
            text = self._pack.fact_texts.get(name)
            for fact, codes in (text.relevant if text else {}).items():
                missing = missing & self._among(fact, codes)
            mask = pl.lit(self.bits.get(name, 0), dtype=pl.UInt64)
        else:
            mask = _union(pl.col(bits_column(item)) for item in spec.inputs if not item.startswith("["))
        return pl.when(missing).then(mask).otherwise(_NOTHING).alias(bits_column(name))

    def _rule_mask(self, rule: Rule, evaluated: Collection[str]) -> pl.Expr:
        mask = _union(
            self._missing_for(self._pack.conditions[c.if_], pl.col(condition_column(c.if_)), evaluated)
            for c in rule.all
        )
        return pl.when(pl.col(rule.id).is_null()).then(mask).otherwise(_NOTHING).alias(mask_column(rule.id))

    def _missing_for(self, node: Node, value: pl.Expr, evaluated: Collection[str]) -> pl.Expr:
        """The mask for a condition: what is missing for those of its parts that are undecided."""
        match node:
            case And(items) | Or(items):
                mask = _union(self._missing_for(i, self._compiler.expression(i), evaluated) for i in items)
            case Not(item):
                return self._missing_for(item, value, evaluated)
            case _:
                columns = [bits_column(name) for name in facts_of(node)]
                columns += [mask_column(rule_id) for rule_id in rules_of(node) if rule_id in evaluated]
                mask = _union(pl.col(column) for column in columns)
        return pl.when(value.is_null()).then(mask).otherwise(_NOTHING)


def _everywhere(value: int | None, dtype: type[pl.DataType]) -> pl.Expr:
    """Return a column written out in full, not one literal: see `Engine.completed`."""
    return pl.repeat(value, pl.len(), dtype=dtype)


def _facts_in(plan: Plan) -> frozenset[str]:
    return frozenset(name for level in (*plan.fact_levels, *plan.levels) for name in level.facts)


def _union(masks: Iterable[pl.Expr]) -> pl.Expr:
    found = list(masks)
    return reduce(lambda a, b: a | b, found) if found else _NOTHING


def _over(expression: pl.Expr, key: str | None) -> pl.Expr:
    return expression if key is None else expression.over(key)

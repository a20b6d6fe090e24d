"""Runs the examples that stand beside each rule, and holds partitions against all cases their conditions tell apart."""

from __future__ import annotations

from datetime import date
from itertools import product
from math import prod
from random import Random
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen

from dluhy.engine.evaluate import Engine, mask_column
from dluhy.facts.frame import frame_from_facts
from dluhy.facts.schema import FactSpec, dtype_of
from dluhy.law.checks import neighbours
from dluhy.law.conditions import Compare, ConditionError, Fact, IsNull, Member, facts_of, leaves, rules_of, typed
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dluhy.engine.expressions import FactFunction
    from dluhy.law.models import Example, Expectation, Rule
    from dluhy.law.pack import Pack

EXPECTED: Final[dict[Expectation, bool | None]] = {"holds": True, "fails": False, "unknown": None}
"""The status that each word of an example stands for."""
_LARGEST_TABLE = 400_000
SAMPLES: dict[str, tuple[Any, ...]] = {"int": (1,), "year": (2020,), "money": (1,), "date": (date(2020, 6, 15),)}
"""Values for a fact that is compared with no literal."""


def check_examples(pack: Pack, functions: Mapping[str, FactFunction]) -> list[Problem]:
    """Return every example that does not come out as written, every missing example, and every partition fault."""
    parts = [part for part in pack.parts.values() if part.rules]
    return [problem for part in parts for problem in _check_part(Engine(part, functions, part.rows or "debts"))]


def _check_part(engine: Engine) -> list[Problem]:
    pack, problems = engine.pack, []
    ran = run_examples(engine)
    problems += ran.problems
    for rule in pack.rules.values():
        place = f"{pack.places[f'rule {rule.id}']} rule {rule.id}"
        problems += _absent_kinds(pack, rule, place)
        if rule.example:
            problems += _judge(engine, rule, ran.of(rule.id), place)
    for name, rules in pack.partitions.items():
        problems += check_partition(engine, name, rules)
    return problems


@frozen
class RanExamples:
    """The examples of a pack, evaluated together: each is a person of its own and knows nothing of the others."""

    results: pl.DataFrame
    at: Mapping[tuple[str, int], int]
    problems: list[Problem]

    def of(self, rule_id: str) -> dict[int, pl.DataFrame]:
        """Return the evaluated row of each readable example of a rule by its number, from 1."""
        return {number: self.results[row] for (owner, number), row in self.at.items() if owner == rule_id}


def run_examples(engine: Engine) -> RanExamples:
    """Evaluate every example that can be read; each has its own day and stands alone."""
    pack, problems = engine.pack, []
    by_day: dict[date, list[tuple[str, int, Example]]] = {}
    for rule in pack.rules.values():
        for number, example in enumerate(rule.example, start=1):
            where = f"{pack.places[f'rule {rule.id}']} rule {rule.id} example {number}"
            try:
                frame_from_facts([example.facts], pack.members, pack.facts)
            except InputError as error:
                problems += [Problem(p.code, f"{where} {p.place}", p.cs, p.en) for p in error.problems]
                continue
            by_day.setdefault(example.as_of or pack.info.example_as_of, []).append((rule.id, number, example))
    frames: list[pl.DataFrame] = []
    at: dict[tuple[str, int], int] = {}
    for day, examples in by_day.items():
        at |= {(rule_id, number): len(at) + place for place, (rule_id, number, _) in enumerate(examples)}
        facts = frame_from_facts([example.facts for *_, example in examples], pack.members, pack.facts)
        frames.append(engine.evaluate(facts, day, steps=False))
    return RanExamples(pl.concat(frames, how="diagonal") if frames else pl.DataFrame(), at, problems)


def _absent_kinds(pack: Pack, rule: Rule, place: str) -> list[Problem]:
    """Return a problem for each status without an example; a rule that only asks what is known is never unknown."""
    read = [leaf for condition in rule.all for leaf in leaves(pack.conditions[condition.if_])]
    always_decided = all(
        isinstance(leaf, IsNull) or all(pack.facts[name].decided for name in facts_of(leaf)) for leaf in read
    )
    present = {example.expect for example in rule.example} | ({"unknown"} if always_decided else set())
    return [
        Problem(
            "missing_example", place, f"chybí příklad, kdy pravidlo „{kind}“", f"no example where the rule “{kind}”"
        )
        for kind in EXPECTED
        if kind not in present
    ]


def _judge(engine: Engine, rule: Rule, results: dict[int, pl.DataFrame], place: str) -> list[Problem]:
    problems: list[Problem] = []
    for number, result in results.items():
        problems += _compare(engine, rule, rule.example[number - 1], result, f"{place} example {number}")
    return problems + _absent_sides(engine, rule, list(results.values()), place)


def _compare(engine: Engine, rule: Rule, example: Example, result: pl.DataFrame, where: str) -> list[Problem]:
    status = result[rule.id][0]
    if status is not EXPECTED[example.expect]:
        came = next(kind for kind, value in EXPECTED.items() if value is status)
        return [
            Problem(
                "failing_example",
                where,
                f"čeká se „{example.expect}“, vyšlo „{came}“",
                f"expected “{example.expect}”, got “{came}”",
            )
        ]
    if example.missing is None:
        return []
    names = engine.missing_names(result[mask_column(rule.id)][0])
    if set(names) == set(example.missing):
        return []
    return [
        Problem(
            "failing_example",
            where,
            f"chybějící údaje: čeká se {example.missing}, vyšlo {names}",
            f"missing facts: expected {example.missing}, got {names}",
        )
    ]


def _absent_sides(engine: Engine, rule: Rule, results: list[pl.DataFrame], place: str) -> list[Problem]:
    problems = []
    for spec, op, value in _boundaries(engine, rule):
        seen = {
            frame[spec.columns[0]][0] for frame in results if frame[spec.columns[0]][0] == frame[spec.columns[-1]][0]
        }
        beside = neighbours(value, spec)
        below, above = [v for v in beside if v < value], [v for v in beside if v > value]
        if op in {"<", ">="}:
            absent = [side for side in (*below, value) if side not in seen]
        elif op in {"<=", ">"}:
            absent = [side for side in (value, *above) if side not in seen]
        else:
            absent = [value] * (value not in seen) + beside[:1] * seen.isdisjoint(beside)
        problems += [
            Problem(
                "missing_boundary",
                place,
                f"chybí příklad pro {spec.name} = {side}",
                f"no example with {spec.name} = {side}",
            )
            for side in absent
        ]
    return problems


def _boundaries(engine: Engine, rule: Rule) -> Iterator[tuple[FactSpec, str, Any]]:
    for condition in rule.all:
        for leaf in leaves(engine.pack.conditions[condition.if_]):
            if isinstance(leaf, Compare) and not isinstance(leaf.right, Fact):
                spec = engine.pack.facts[leaf.left.name]
                if spec.ordered:
                    yield spec, leaf.op, typed(leaf.right, spec, engine.pack.members)


def check_partition(engine: Engine, name: str, rules: list[Rule]) -> list[Problem]:
    """Return a problem if, with all facts known, two members hold at once or none does, with one such case.

    Kinds of debts are held one by one, each with the members that can apply to it. The cases are all
    combinations of the values that the members' conditions tell apart: members of vocabularies, both truth values, and
    each literal with its neighbours.
    """
    if not any("debt_kind" in rule.applies for rule in rules):
        return _check_cases(engine, name, rules, _distinguished(engine, rules))
    problems: list[Problem] = []
    for kind in engine.pack.members["debt_kinds"]:
        possible = [rule for rule in rules if kind in rule.applies.get("debt_kind", [kind])]
        values = _distinguished(engine, possible) | {"debt_kind": [kind]}
        problems += _check_cases(engine, name, rules, values)
    return problems


def _check_cases(engine: Engine, name: str, rules: list[Rule], values: dict[str, list[Any]]) -> list[Problem]:
    cases = _cases(list(values.values()))
    columns: dict[str, pl.Series] = {}
    for position, fact in enumerate(values):
        spec = engine.pack.facts[fact]
        series = pl.Series([case[position] for case in cases], dtype=dtype_of(spec, engine.pack.members))
        columns |= dict.fromkeys(spec.columns, series)
    frame = pl.DataFrame(columns)
    result = engine.evaluate(frame, engine.pack.info.example_as_of, masks=False, steps=False)
    ids = [rule.id for rule in rules]
    counted = result.with_columns(holding=pl.sum_horizontal(pl.col(i).cast(pl.Int32).fill_null(0) for i in ids))
    problems = []
    for code, faulty, cs, en in (
        ("partition_overlap", pl.col("holding") > 1, "dvě pravidla oddílu platí zároveň", "two members hold at once"),
        ("partition_gap", pl.col("holding") < 1, "neplatí žádné pravidlo oddílu", "no member holds"),
    ):
        found = counted.filter(faulty)
        if found.height:
            case = ", ".join(f"{fact} = {found[engine.pack.facts[fact].columns[0]][0]}" for fact in values)
            held = [i for i in ids if found[i][0]]
            problems.append(Problem(code, f"partition {name}", f"{cs}: {held} při {case}", f"{en}: {held} at {case}"))
    return problems


def _cases(choices: list[list[Any]]) -> list[tuple[Any, ...]]:
    """Return every combination, or, where there are too many, a large seeded sample of them."""
    if prod(len(values) for values in choices) <= _LARGEST_TABLE:
        return list(product(*choices))
    dice = Random(0)  # noqa: S311 - a sample, not a secret
    return [tuple(dice.choice(values) for values in choices) for _ in range(_LARGEST_TABLE)]


def _distinguished(engine: Engine, rules: list[Rule]) -> dict[str, list[Any]]:
    """Return the values to try of each fact: what conditions tell apart, and unknown where only that is asked."""
    pack = engine.pack
    found: dict[str, set[Any]] = {}
    compared: set[str] = set()
    for rule in with_referred(pack, rules):
        for fact in rule.applies:
            found.setdefault(fact, set())
            compared.add(fact)
        for condition in rule.all:
            node = pack.conditions[condition.if_]
            for fact in facts_of(node):
                found.setdefault(fact, set())
            for leaf in leaves(node):
                compared |= set() if isinstance(leaf, IsNull) else set(facts_of(leaf))
                if isinstance(leaf, Compare | Member):
                    _collect(leaf, found, pack)
    chosen = {fact: _choices(pack, fact, literals) for fact, literals in found.items()}
    return {fact: values if fact in compared else [None, values[0]] for fact, values in chosen.items()}


def with_referred(pack: Pack, rules: list[Rule]) -> list[Rule]:
    """Return the rules and every rule whose result they read, directly or not."""
    found: dict[str, Rule] = {}
    waiting = [rule.id for rule in rules]
    while waiting:
        rule_id = waiting.pop()
        if rule_id not in found:
            found[rule_id] = pack.rules[rule_id]
            for condition in pack.rules[rule_id].all:
                waiting += rules_of(pack.conditions[condition.if_])
    return list(found.values())


def _choices(pack: Pack, fact: str, literals: set[Any]) -> list[Any]:
    spec = pack.facts[fact]
    if spec.type == "enum":
        return list(pack.members[spec.vocabulary or ""])
    if spec.type == "bool":
        return [True, False]
    if spec.type == "text":
        return ["a", "b"]
    return sorted({v for literal in literals or SAMPLES[spec.type] for v in (*neighbours(literal, spec), literal)})


def _collect(leaf: Compare | Member, found: dict[str, set[Any]], pack: Pack) -> None:
    fact = leaf.left if isinstance(leaf, Compare) else leaf.fact
    spec = pack.facts[fact.name]
    literals = (leaf.right,) if isinstance(leaf, Compare) else leaf.values
    for literal in literals:
        if not isinstance(literal, Fact) and spec.ordered:
            try:
                found[fact.name].add(typed(literal, spec, pack.members))
            except ConditionError:  # pragma: no cover - refused at load
                continue

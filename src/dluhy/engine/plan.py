"""The order of evaluation: facts, conditions and rules in levels, each level needing only the ones before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.facts.schema import STEP_FACTS
from dluhy.law.conditions import IsNull, Not, facts_of, rules_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from dluhy.law.models import Rule
    from dluhy.law.pack import Pack


@frozen
class Level:
    """What can be computed at once."""

    facts: tuple[str, ...]
    conditions: tuple[str, ...]
    rules: tuple[str, ...]


@frozen
class Plan:
    """The levels for the rules that can matter, and the conditions they need.

    `fact_levels` hold the facts that wait for no rule, `levels` the conditions, the rules and the facts that do.
    """

    fact_levels: tuple[Level, ...]
    levels: tuple[Level, ...]
    rules: tuple[Rule, ...]
    conditions: tuple[str, ...]
    step_conditions: tuple[str, ...]


def plan_for(
    pack: Pack, kinds: Collection[str], *, steps: bool, known_of_nobody: Collection[str] = frozenset()
) -> Plan:
    """Return the plan for the rules that can hold for debts of the kinds that occur, with the facts they need.

    A rule that asks for a fact to be known cannot where it is `known_of_nobody`; it fails for everybody.
    """
    rules = tuple(
        rule
        for rule in pack.rules.values()
        if can_apply(rule, kinds) and asked_to_be_known(pack, rule).isdisjoint(known_of_nobody)
    )
    texts = dict.fromkeys(text for rule in rules for text in _texts_of(rule))
    step_texts: dict[str, None] = {}
    if steps:
        answered = {name: rule.partition is not None for rule in rules for name in rule.remedies}
        answered |= {name: True for rule in rules if rule.partition is not None for name in rule.remedies}
        for name, of_outcome in answered.items():
            for step in pack.ladders[name].step:
                step_texts |= dict.fromkeys([step.if_] if step.if_ is not None and of_outcome else [])
                texts |= dict.fromkeys(t for t in (step.if_, *(v.if_ for v in step.verify)) if t is not None)
    graph = _needed(_graph(pack, rules, texts), [("fact", name) for name in STEP_FACTS if steps and name in pack.facts])
    early = _waiting_for_no_rule(graph)
    return Plan(
        fact_levels=tuple(_levels({node: graph[node] for node in graph if node in early}, pack)),
        levels=tuple(_levels({node: needs for node, needs in graph.items() if node not in early}, pack)),
        rules=rules,
        conditions=tuple(texts),
        step_conditions=tuple(step_texts),
    )


def asked_to_be_known(pack: Pack, rule: Rule) -> set[str]:
    """Return the facts that people supply and that a rule asks to be known: `fact IS NOT NULL` as a whole condition."""
    nodes = (pack.conditions[condition.if_] for condition in rule.all)
    names = {node.item.fact.name for node in nodes if isinstance(node, Not) and isinstance(node.item, IsNull)}
    return {name for name in names if not pack.facts[name].inputs}


def _waiting_for_no_rule(graph: dict[tuple[str, str], set[tuple[str, str]]]) -> set[tuple[str, str]]:
    """Return the facts that can be computed before any rule."""
    late = {node for node in graph if node[0] != "fact"}
    grown = True
    while grown:
        more = {node for node, needs in graph.items() if node not in late and not needs.isdisjoint(late)}
        late |= more
        grown = bool(more)
    return set(graph) - late


def can_apply(rule: Rule, kinds: Collection[str]) -> bool:
    """Return whether a rule can apply to debts of the kinds."""
    wanted = rule.applies.get("debt_kind")
    return wanted is None or not set(wanted).isdisjoint(kinds)


def _texts_of(rule: Rule) -> Iterable[str]:
    yield from (condition.if_ for condition in rule.all)
    yield from (verify.if_ for verify in rule.verify if verify.if_ is not None)


def _graph(pack: Pack, rules: Iterable[Rule], texts: Iterable[str]) -> dict[tuple[str, str], set[tuple[str, str]]]:
    graph: dict[tuple[str, str], set[tuple[str, str]]] = {}
    evaluated = {rule.id for rule in rules}
    for name, spec in pack.facts.items():
        graph[("fact", name)] = {_node(item) for item in spec.inputs}
        members = pack.partitions.get(spec.partition or "", [])
        graph[("fact", name)] |= {("rule", rule.id) for rule in members if rule.id in evaluated}
    for presumption in pack.presumptions.values():
        names = (*facts_of(pack.conditions[presumption.when]), *presumption.applies)
        graph[("fact", presumption.fact)] |= {("fact", name) for name in names if name != presumption.fact}
    for text in texts:
        node = pack.conditions[text]
        graph[("condition", text)] = {("fact", name) for name in facts_of(node)} | {
            ("rule", rule_id) for rule_id in rules_of(node) if rule_id in evaluated
        }
    for rule in rules:
        graph[("rule", rule.id)] = {("condition", c.if_) for c in rule.all} | {("fact", name) for name in rule.applies}
    return graph


def _needed(
    graph: dict[tuple[str, str], set[tuple[str, str]]], wanted: list[tuple[str, str]]
) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """Keep the conditions, the rules and what is wanted, and of the other facts only those that something waits for."""
    kept: dict[tuple[str, str], set[tuple[str, str]]] = {}
    waiting = [*wanted, *(node for node in graph if node[0] != "fact")]
    while waiting:
        node = waiting.pop()
        if node not in kept and node in graph:
            kept[node] = graph[node]
            waiting += list(graph[node])
    return {node: graph[node] for node in graph if node in kept}


def _node(item: str) -> tuple[str, str]:
    return ("rule", item[1:-1]) if item.startswith("[") else ("fact", item)


def _levels(graph: dict[tuple[str, str], set[tuple[str, str]]], pack: Pack) -> Iterable[Level]:
    waiting = dict(graph)
    presumed = {presumption.fact for presumption in pack.presumptions.values()}
    for name, spec in pack.facts.items():
        if not spec.inputs and name not in presumed:
            waiting.pop(("fact", name), None)
    done: set[tuple[str, str]] = set(graph) - set(waiting)
    while waiting:
        ready = [node for node, needs in waiting.items() if all(n in done or n not in graph for n in needs)]
        if not ready:
            msg = f"circular dependency among {sorted(waiting)}"  # refused at load; a guard for packs made in code
            raise ValueError(msg)
        for node in ready:
            del waiting[node]
        done |= set(ready)
        yield Level(
            facts=tuple(name for kind, name in ready if kind == "fact"),
            conditions=tuple(text for kind, text in ready if kind == "condition"),
            rules=tuple(rule_id for kind, rule_id in ready if kind == "rule"),
        )

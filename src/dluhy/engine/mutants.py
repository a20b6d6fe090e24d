"""Small faults put into a rule on purpose, each of which one of the rule's examples must notice.

A mutant is the rule with one thing changed: a number, a day or a sum moved by the smallest step, a comparison turned, a
member of a vocabulary swapped, left out or added, a negation put in or taken away, AND and OR exchanged, a part, a
condition or a kind dropped. A boundary moved by one step stands for `<` against `<=` too: every ordered fact counts in
whole steps (days, years, haléře), so the two are the same mutant.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from dluhy.law.checks import neighbours
from dluhy.law.conditions import And, Compare, Constant, Fact, IsNull, Member, Node, Not, Or, RuleResult, Truth, typed
from dluhy.law.models import Interval
from dluhy.money import to_decimal_string

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dluhy.facts.schema import FactSpec
    from dluhy.law.conditions import Operator, Value
    from dluhy.law.models import Rule
    from dluhy.law.pack import Pack

_MIRROR: dict[str, Operator] = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_CLOSED: dict[str, Operator] = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
_DAY = timedelta(days=1)


@frozen
class Judged:
    """What decides a rule's status: its conditions by their place, the kinds it applies to, the days it is in force."""

    conditions: tuple[Node, ...]
    applies: tuple[tuple[str, tuple[str, ...]], ...]
    in_force: Interval | None


@frozen
class Mutant:
    """A rule with one change, and the change in the words of the condition language."""

    before: str
    after: str
    judged: Judged


def judged(rule: Rule, pack: Pack) -> Judged:
    """Return what decides a rule's status."""
    applies = tuple((name, tuple(codes)) for name, codes in rule.applies.items())
    return Judged(tuple(pack.conditions[c.if_] for c in rule.all), applies, rule.in_force)


def mutants(rule: Rule, pack: Pack) -> list[Mutant]:
    """Return every mutant of a rule, none twice and none equal to the rule."""
    whole = judged(rule, pack)
    found: list[Mutant] = []
    for place, node in enumerate(whole.conditions):
        beside = (whole.conditions[:place], whole.conditions[place + 1 :])
        for other in _other_nodes(node, pack):
            changed = evolve(whole, conditions=(*beside[0], other, *beside[1]))
            found.append(Mutant(text_of(node), text_of(other), changed))
        if len(whole.conditions) > 1:
            found.append(Mutant(text_of(node), "", evolve(whole, conditions=beside[0] + beside[1])))
    found += _other_kinds(whole, pack)
    found += _other_times(whole)
    return list({mutant.judged: mutant for mutant in reversed(found) if mutant.judged != whole}.values())[::-1]


def _other_kinds(whole: Judged, pack: Pack) -> Iterator[Mutant]:
    for at, (name, codes) in enumerate(whole.applies):
        members = pack.members[pack.facts[name].vocabulary or ""]
        for other in (*_fewer(codes), *_one_more(codes, members)):
            changed = evolve(whole, applies=(*whole.applies[:at], (name, other), *whole.applies[at + 1 :]))
            yield Mutant(f"applies {name}: {', '.join(codes)}", f"applies {name}: {', '.join(other)}", changed)


def _fewer(values: Sequence[str]) -> list[tuple[str, ...]]:
    return [(*values[:at], *values[at + 1 :]) for at in range(len(values))]


def _one_more(values: Sequence[str], members: Sequence[str]) -> list[tuple[str, ...]]:
    other = _next_member(values, members)
    return [] if other is None else [(*values, other)]


def _next_member(values: Sequence[str], members: Sequence[str]) -> str | None:
    """Return the member that follows the last of the values in its vocabulary and is none of them; None if all are."""
    start = members.index(values[-1]) + 1 if values else 0
    return next((code for code in (*members[start:], *members[:start]) if code not in values), None)


def _other_times(whole: Judged) -> Iterator[Mutant]:
    if whole.in_force is None:
        return
    first, last = whole.in_force.from_, whole.in_force.to
    ends: list[tuple[date | None, date | None]] = [(first + step, last) for step in (-_DAY, _DAY) if first]
    ends += [(first, last + step) for step in (-_DAY, _DAY) if last]
    ends += [(None, last)] if first else []
    ends += [(first, None)] if last else []
    for low, high in ends:
        other = Interval.model_validate({"from": low, "to": high}) if low or high else None
        yield Mutant(f"in_force {first} – {last}", f"in_force {low} – {high}", evolve(whole, in_force=other))


def _other_nodes(node: Node, pack: Pack) -> Iterator[Node]:
    match node:
        case And(items) | Or(items):
            kind, opposite = (And, Or) if isinstance(node, And) else (Or, And)
            yield opposite(items)
            for at, item in enumerate(items):
                rest = (*items[:at], *items[at + 1 :])
                yield rest[0] if len(rest) == 1 else kind(rest)
                for other in _other_nodes(item, pack):
                    yield kind((*items[:at], other, *items[at + 1 :]))
        case Not(item):
            yield item
            for other in _other_nodes(item, pack):
                yield other.item if isinstance(other, Not) else Not(other)
        case Compare():
            yield from _other_comparisons(node, pack.facts[node.left.name], pack.members)
        case Member(fact, values):
            yield from _other_members(fact, values, pack)
        case _:
            yield Not(node)


def _other_comparisons(node: Compare, spec: FactSpec, members: Mapping[str, list[str]]) -> Iterator[Node]:
    literal = node.right if isinstance(node.right, Constant) else None
    if literal is not None and spec.ordered:
        yield from (evolve(node, right=c) for c in _beside(typed(literal, spec, members), spec))
    elif literal is not None and spec.type == "bool":
        yield evolve(node, right=Constant(value=not literal.value, kind="bool"))
        return
    elif literal is not None and spec.type == "enum":
        other = _next_member([str(literal.value)], members[spec.vocabulary or ""])
        yield from (evolve(node, right=Constant(value=code, kind="text")) for code in (other,) if code is not None)
    if node.op in {"=", "!="}:
        yield evolve(node, op="!=" if node.op == "=" else "=")
        if spec.ordered and node.op == "=":
            yield from (evolve(node, op="<="), evolve(node, op=">="))
        return
    yield evolve(node, op=_MIRROR[node.op])
    if literal is None:
        yield evolve(node, op=_CLOSED[node.op])


def _beside(value: Value, spec: FactSpec) -> list[Constant]:
    """Return the literals one step below and above a value."""
    shifted = neighbours(value, spec)
    if isinstance(value, date):
        return [Constant(value=day, kind="date") for day in shifted]
    return [Constant(value=to_decimal_string(n) if spec.type == "money" else str(n), kind="number") for n in shifted]


def _other_members(fact: Fact, values: tuple[Constant, ...], pack: Pack) -> Iterator[Node]:
    spec = pack.facts[fact.name]
    yield Not(Member(fact, values))
    if len(values) > 1:
        yield from (Member(fact, (*values[:at], *values[at + 1 :])) for at in range(len(values)))
    if spec.type == "enum":
        codes = [str(value.value) for value in values]
        for more in _one_more(codes, pack.members[spec.vocabulary or ""]):
            yield Member(fact, tuple(Constant(value=code, kind="text") for code in more))


def text_of(node: Node) -> str:  # noqa: PLR0911 - one return per kind of node
    """Return a condition in the condition language; parsing it gives the same condition again."""
    match node:
        case And(items):
            return " AND ".join(_bracketed(item) if isinstance(item, Or | And) else text_of(item) for item in items)
        case Or(items):
            return " OR ".join(_bracketed(item) if isinstance(item, Or | And) else text_of(item) for item in items)
        case Not(item):
            return f"NOT {text_of(item) if isinstance(item, Truth) else _bracketed(item)}"
        case Truth(RuleResult(rule_id)):
            return f"[{rule_id}]"
        case Truth(Fact(name)):
            return name
        case IsNull(fact):
            return f"{fact.name} IS NULL"
        case Member(fact, values):
            return f"{fact.name} IN ({', '.join(_literal(value) for value in values)})"
        case Compare(left, op, right):
            return f"{left.name} {op} {right.name if isinstance(right, Fact) else _literal(right)}"
    raise TypeError(node)


def _bracketed(node: Node) -> str:
    return f"({text_of(node)})"


def _literal(constant: Constant) -> str:
    if constant.kind == "text":
        return f"'{constant.value}'"
    return str(constant.value).lower() if constant.kind == "bool" else str(constant.value)

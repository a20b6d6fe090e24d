"""The condition language: comparisons of facts, nothing else.

    age_on_minority_day < 18
    fee_type = 'old' OR debt_kind = 'local_fee_other'
    fee_year BETWEEN 2013 AND 2015
    institution_kind IN ('children_home', 'immediate_help')
    due_on >= 2016-01-01
    full_capacity_on IS NULL
    NOT [W-INST]

A name in square brackets is the result of another rule. There is no arithmetic, no function, no CASE: what must
be computed is a derived fact. The grammar is the allow-list; everything outside it is refused with its place, and
`check` then holds types, vocabulary members and dates against the declared facts.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dluhy.facts.schema import LARGEST_WHOLE
from dluhy.law.condition_nodes import (
    And,
    Compare,
    ConditionError,
    Constant,
    Fact,
    IsNull,
    Member,
    Node,
    Not,
    Operand,
    Operator,
    Or,
    RuleResult,
    Truth,
    Value,
)
from dluhy.law.condition_nodes import refused as _refuse
from dluhy.law.conditions_read import read
from dluhy.money import MoneyError, to_halere

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dluhy.facts.schema import FactSpec

__all__ = [
    "And", "Compare", "ConditionError", "Constant", "Fact", "IsNull", "Member", "Node", "Not", "Operand", "Operator",
    "Or", "RuleResult", "Truth", "Value", "check", "facts_of", "leaves", "parse", "rules_of", "typed",
]  # fmt: skip

_LONGEST = 2_000  # characters of one condition
_DEEPEST = 40  # brackets and negations inside each other


@cache
def parse(text: str) -> Node:
    """Parse one condition (each text once); raises ConditionError with the place of what lies outside the language."""
    _require_modest(text)
    return read(text) or _by_grammar(text)


def _by_grammar(text: str) -> Node:
    """Parse a condition by the grammar, which takes a twentieth of a second to be made ready."""
    from dluhy.law.conditions_grammar import parsed  # noqa: PLC0415 - only where it is needed

    return parsed(text)


def _require_modest(text: str) -> None:
    depth = deepest = 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        deepest = max(deepest, depth)
    negations = len(re.findall(r"\bnot\b", text, flags=re.IGNORECASE))
    if len(text) > _LONGEST or max(deepest, negations) > _DEEPEST:
        raise _refuse(
            "condition_too_complex",
            f"podmínka smí mít nejvýše {_LONGEST} znaků a {_DEEPEST} závorek nebo záporů",
            f"a condition may have at most {_LONGEST} characters and {_DEEPEST} brackets or negations",
        )


def leaves(node: Node) -> Iterator[Compare | Member | IsNull | Truth]:
    """Yield every test in a condition, left to right."""
    match node:
        case And(items) | Or(items):
            for item in items:
                yield from leaves(item)
        case Not(item):
            yield from leaves(item)
        case _:
            yield node


def facts_of(node: Node) -> tuple[str, ...]:
    """Return the names of the facts a condition reads, each once, in order."""
    names: dict[str, None] = {}
    for leaf in leaves(node):
        match leaf:
            case Compare(left, _, right):
                names[left.name] = None
                if isinstance(right, Fact):
                    names[right.name] = None
            case Member(fact, _) | IsNull(fact):
                names[fact.name] = None
            case Truth(Fact(name)):
                names[name] = None
    return tuple(names)


def rules_of(node: Node) -> tuple[str, ...]:
    """Return the ids of the rules whose results a condition reads."""
    return tuple(
        dict.fromkeys(
            leaf.operand.id for leaf in leaves(node) if isinstance(leaf, Truth) and isinstance(leaf.operand, RuleResult)
        )
    )


def check(node: Node, facts: Mapping[str, FactSpec], members: Mapping[str, list[str]]) -> list[ConditionError]:
    """Return everything in a condition that does not fit the declared facts and vocabularies."""
    problems: list[ConditionError] = []
    for leaf in leaves(node):
        try:
            _check_leaf(leaf, facts, members)
        except ConditionError as error:
            problems.append(error)
    return problems


def _spec(fact: Fact, facts: Mapping[str, FactSpec]) -> FactSpec:
    try:
        return facts[fact.name]
    except KeyError:
        raise _refuse("unknown_fact", f"neznámá skutečnost „{fact.name}“", f"unknown fact “{fact.name}”") from None


def _check_leaf(
    leaf: Compare | Member | IsNull | Truth, facts: Mapping[str, FactSpec], members: Mapping[str, list[str]]
) -> None:
    match leaf:
        case Truth(Fact() as fact):
            if (spec := _spec(fact, facts)).type != "bool":
                raise _wrong_type(spec, "ano/ne", "yes/no")
        case IsNull(fact):
            _spec(fact, facts)
        case Member(fact, values):
            for value in values:
                typed(value, _spec(fact, facts), members)
        case Compare(left, op, right):
            spec = _spec(left, facts)
            if op not in {"=", "!="} and not spec.ordered:
                raise _wrong_type(spec, "uspořádaná hodnota", "an ordered value")
            if isinstance(right, Fact):
                other = _spec(right, facts)
                if (other.type, other.vocabulary) != (spec.type, spec.vocabulary):
                    raise _wrong_type(other, spec.type, spec.type)
            else:
                typed(right, spec, members)


def _wrong_type(spec: FactSpec, cs: str, en: str) -> ConditionError:
    return _refuse(
        "wrong_type",
        f"„{spec.name}“ je typu {spec.type}, čeká se {cs}",
        f"“{spec.name}” is of type {spec.type}, expected {en}",
    )


def _whole(text: str, spec: FactSpec) -> int:
    if len(text) > len(str(LARGEST_WHOLE)) + 1 or abs(int(text)) > LARGEST_WHOLE:
        raise _wrong_type(spec, "menší číslo", "a smaller number")
    return int(text)


def typed(literal: Constant, spec: FactSpec, members: Mapping[str, list[str]]) -> Value:
    """Return a literal as a value of the fact's type: haléře for money, an int for a year, a vocabulary's code.

    Raises ConditionError where the two do not fit.
    """
    match spec.type, literal.kind:
        case "bool", "bool":
            return bool(literal.value)
        case "date", "date":
            return literal.value
        case (("int" | "year"), "number") if "." not in str(literal.value):
            return _whole(str(literal.value), spec)
        case "money", "number":
            try:
                return to_halere(str(literal.value))
            except MoneyError:
                raise _wrong_type(spec, "částka", "money") from None
        case "text", "text":
            return str(literal.value)
        case "enum", "text":
            if literal.value not in members.get(spec.vocabulary or "", []):
                raise _refuse(
                    "unknown_member",
                    f"hodnota „{literal.value}“ není ve slovníku {spec.vocabulary}",
                    f"value “{literal.value}” is not in the vocabulary {spec.vocabulary}",
                )
            return str(literal.value)
    raise _wrong_type(spec, f"hodnota {literal.value!s} téhož typu", f"value {literal.value!s} of that type")

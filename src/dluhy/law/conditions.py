"""The condition language: comparisons of facts, nothing else.

    age_on_minority_day < 18
    fee_type = 'old' OR debt_kind = 'local_fee_other'
    fee_year BETWEEN 2013 AND 2015
    institution_kind IN ('children_home', 'immediate_help')
    due_on >= 2016-01-01
    full_capacity_on IS NULL
    NOT [W-INST]

A name in square brackets is the result of another rule. There is no arithmetic, no function, no CASE: what must
be computed is a derived fact. The grammar below is the allow-list; everything outside it is refused with its
place, and `check` then holds types, vocabulary members and dates against the declared facts.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen
from lark import Lark, Transformer, UnexpectedInput, v_args
from lark.exceptions import VisitError

from dluhy.facts.schema import LARGEST_WHOLE
from dluhy.money import MoneyError, to_halere

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dluhy.facts.schema import FactSpec

Operator = Literal["=", "!=", "<", "<=", ">", ">="]
Value = bool | int | str | date

_GRAMMAR = r"""
?start: disjunction
?disjunction: conjunction (_OR conjunction)* -> or_
?conjunction: negated (_AND negated)* -> and_
?negated: _NOT negated -> negation
     | "(" disjunction ")"
     | test
?test: operand OP operand -> compare
     | operand _IN "(" literal ("," literal)* ")" -> member
     | operand _NOT _IN "(" literal ("," literal)* ")" -> not_member
     | operand _BETWEEN literal _AND literal -> between
     | operand _IS _NULL -> is_null
     | operand _IS _NOT _NULL -> is_not_null
     | operand -> truth
?operand: NAME -> fact
     | "[" RULE "]" -> rule
     | literal
?literal: DATE -> date_
     | NUMBER -> number
     | TEXT -> text
     | _TRUE -> true
     | _FALSE -> false
OP: "<=" | ">=" | "!=" | "=" | "<" | ">"
_OR.4: /or\b/i
_AND.4: /and\b/i
_NOT.4: /not\b/i
_IN.4: /in\b/i
_IS.4: /is\b/i
_NULL.4: /null\b/i
_BETWEEN.4: /between\b/i
_TRUE.4: /true\b/i
_FALSE.4: /false\b/i
DATE.3: /\d{4}-\d{2}-\d{2}(?![\w.\-])/
NUMBER.2: /-?\d+(\.\d+)?(?![\w.\-])/
TEXT: /'[^']*'/
NAME: /(?!(?:and|or|not|in|is|null|between|true|false)\b)[a-z][a-z0-9_]*(?![a-z0-9_]|\s*\()/i
RULE: /[A-Za-z][A-Za-z0-9_\-]*/
%import common.WS
%ignore WS
"""
_LONGEST = 2_000  # characters of one condition
_DEEPEST = 40  # brackets and negations inside each other


class ConditionError(ValueError):
    """A condition outside the language, or at odds with the declared facts; says why in both languages."""

    def __init__(self, code: str, cs: str, en: str) -> None:
        """Keep both sentences."""
        super().__init__(en)
        self.code, self.cs, self.en = code, cs, en


@frozen
class Fact:
    """A fact by name."""

    name: str


@frozen
class RuleResult:
    """The result of another rule: true, false or unknown."""

    id: str


@frozen
class Constant:
    """A literal as written; `check` turns it into the type of the fact it stands against."""

    value: Value | str
    kind: Literal["bool", "number", "date", "text"]


Operand = Fact | RuleResult | Constant


@frozen
class Compare:
    """`left op right`; the right side is a fact of the same type or a literal."""

    left: Fact
    op: Operator
    right: Fact | Constant


@frozen
class Member:
    """`fact IN (...)`."""

    fact: Fact
    values: tuple[Constant, ...]


@frozen
class IsNull:
    """`fact IS NULL`: the fact is unknown (a ranged fact: nothing at all is known of it)."""

    fact: Fact


@frozen
class Truth:
    """A boolean fact or a rule's result, standing alone."""

    operand: Fact | RuleResult


@frozen
class Not:
    """Negation."""

    item: Node


@frozen
class And:
    """Conjunction."""

    items: tuple[Node, ...]


@frozen
class Or:
    """Disjunction."""

    items: tuple[Node, ...]


Node = Compare | Member | IsNull | Truth | Not | And | Or


def _refuse(code: str, cs: str, en: str) -> ConditionError:
    return ConditionError(code, cs, en)


def _as_fact(operand: Operand, what: str) -> Fact:
    if isinstance(operand, Fact):
        return operand
    raise _refuse("condition_left", f"vlevo od {what} musí stát skutečnost", f"a fact must stand left of {what}")


@v_args(inline=True)
class _Build(Transformer[Any, Node]):
    """Turns the parsed tree into nodes; leaves types to `check`."""

    def or_(self, *items: Node) -> Node:
        return items[0] if len(items) == 1 else Or(items)

    def and_(self, *items: Node) -> Node:
        return items[0] if len(items) == 1 else And(items)

    def negation(self, item: Node) -> Node:
        return Not(item)

    def compare(self, left: Operand, op: str, right: Operand) -> Node:
        if isinstance(right, RuleResult):
            raise _refuse("condition_rule", "výsledek pravidla nelze porovnávat", "a rule's result is not compared")
        return Compare(_as_fact(left, str(op)), str(op), right)  # type: ignore[arg-type]  # OP matches Operator

    def member(self, left: Operand, *values: Constant) -> Node:
        return Member(_as_fact(left, "IN"), values)

    def not_member(self, left: Operand, *values: Constant) -> Node:
        return Not(self.member(left, *values))

    def between(self, left: Operand, low: Constant, high: Constant) -> Node:
        fact = _as_fact(left, "BETWEEN")
        return And((Compare(fact, ">=", low), Compare(fact, "<=", high)))

    def is_null(self, left: Operand) -> Node:
        return IsNull(_as_fact(left, "IS NULL"))

    def is_not_null(self, left: Operand) -> Node:
        return Not(self.is_null(left))

    def truth(self, operand: Operand) -> Node:
        if isinstance(operand, Constant):
            raise _refuse("condition_literal", "samotná hodnota není podmínka", "a bare value is no condition")
        return Truth(operand)

    def fact(self, name: str) -> Operand:
        return Fact(str(name))

    def rule(self, name: str) -> Operand:
        return RuleResult(str(name))

    def date_(self, text: str) -> Operand:
        try:
            return Constant(date.fromisoformat(str(text)), "date")
        except ValueError:
            raise _refuse("condition_date", f"den {text} neexistuje", f"there is no day {text}") from None

    def number(self, text: str) -> Operand:
        return Constant(str(text), "number")

    def text(self, text: str) -> Operand:
        return Constant(str(text)[1:-1], "text")

    def true(self) -> Operand:
        return Constant(True, "bool")  # noqa: FBT003 - the literal itself

    def false(self) -> Operand:
        return Constant(False, "bool")  # noqa: FBT003 - the literal itself


@cache
def _parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", lexer="contextual", maybe_placeholders=False, g_regex_flags=re.ASCII)


@cache
def parse(text: str) -> Node:
    """Parse one condition (each text once); raises ConditionError with the place of what lies outside the language."""
    _require_modest(text)
    try:
        node: Node = _Build().transform(_parser().parse(text))
    except VisitError as error:
        if isinstance(error.orig_exc, ConditionError):
            raise error.orig_exc from None
        raise
    except UnexpectedInput as error:
        where = _position(error, text)
        raise _refuse(
            "condition_syntax",
            f"zápis mimo jazyk podmínek na {where}. znaku: {text!r}",
            f"outside the condition language at character {where}: {text!r}",
        ) from None
    return node


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


def _position(error: UnexpectedInput, text: str) -> int:
    """Return the position of the fault in the text, from 1, over line ends."""
    token = getattr(error, "token", None)
    if token is not None:
        return len(text) if token.type == "$END" or token.start_pos is None else int(token.start_pos) + 1
    place = error.pos_in_stream
    return len(text) if place is None else int(place) + 1


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

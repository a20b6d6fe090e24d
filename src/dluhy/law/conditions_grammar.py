"""The grammar of the condition language: the allow-list, and the place of what lies outside it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from lark import Lark, Transformer, UnexpectedInput, v_args
from lark.exceptions import VisitError

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
    Or,
    RuleResult,
    Truth,
    refused,
)

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


def _as_fact(operand: Operand, what: str) -> Fact:
    if isinstance(operand, Fact):
        return operand
    raise refused("condition_left", f"vlevo od {what} musí stát skutečnost", f"a fact must stand left of {what}")


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
            raise refused("condition_rule", "výsledek pravidla nelze porovnávat", "a rule's result is not compared")
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
            raise refused("condition_literal", "samotná hodnota není podmínka", "a bare value is no condition")
        return Truth(operand)

    def fact(self, name: str) -> Operand:
        return Fact(str(name))

    def rule(self, name: str) -> Operand:
        return RuleResult(str(name))

    def date_(self, text: str) -> Operand:
        try:
            return Constant(date.fromisoformat(str(text)), "date")
        except ValueError:
            raise refused("condition_date", f"den {text} neexistuje", f"there is no day {text}") from None

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


def parsed(text: str) -> Node:
    """Return a condition as nodes; raises ConditionError with the place of what lies outside the language."""
    try:
        node: Node = _Build().transform(_parser().parse(text))
    except VisitError as error:
        if isinstance(error.orig_exc, ConditionError):
            raise error.orig_exc from None
        raise
    except UnexpectedInput as error:
        where = _position(error, text)
        raise refused(
            "condition_syntax",
            f"zápis mimo jazyk podmínek na {where}. znaku: {text!r}",
            f"outside the condition language at character {where}: {text!r}",
        ) from None
    return node


def _position(error: UnexpectedInput, text: str) -> int:
    """Return the position of the fault in the text, from 1, over line ends."""
    token = getattr(error, "token", None)
    if token is not None:
        return len(text) if token.type == "$END" or token.start_pos is None else int(token.start_pos) + 1
    place = error.pos_in_stream
    return len(text) if place is None else int(place) + 1

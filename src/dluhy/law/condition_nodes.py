"""What conditions are made of: nodes of comparisons, and the error of what lies outside the language."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

Operator = Literal["=", "!=", "<", "<=", ">", ">="]
Value = bool | int | str | date


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


def refused(code: str, cs: str, en: str) -> ConditionError:
    """Return the error of what lies outside the language, or does not fit the facts."""
    return ConditionError(code, cs, en)

"""Reads conditions in their usual form, keywords in capitals and names in small letters; the grammar reads the rest.

It gives the same nodes as the grammar or none at all: whatever is unusual, or may be wrong, is left to the grammar,
which knows the place of a fault. Making the grammar ready and reading a pack by it took a tenth of a second.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from dluhy.law.condition_nodes import And, Compare, Constant, Fact, IsNull, Member, Not, Or, RuleResult, Truth

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.law.condition_nodes import Node

_TOKEN: Final = re.compile(
    r"""[ \t\f\r\n]*(?:
        (?P<op><=|>=|!=|=|<|>)
      | (?P<date>\d{4}-\d{2}-\d{2})(?![\w.\-])
      | (?P<number>-?\d+(?:\.\d+)?)(?![\w.\-])
      | (?P<text>'[^']*')
      | \[(?P<rule>[A-Za-z][A-Za-z0-9_\-]*)\]
      | (?P<word>AND|OR|NOT|IN|IS|NULL|BETWEEN|TRUE|FALSE|true|false)(?![A-Za-z0-9_])
      | (?P<name>(?!(?:and|or|not|in|is|null|between|true|false)\b)[a-z][a-z0-9_]*)(?![A-Za-z0-9_]|\s*\()
      | (?P<mark>[(),])
    )""",
    re.ASCII | re.VERBOSE,
)
_END: Final = ("end", "")


class _UnusualError(Exception):
    """What the grammar has to read."""


def read(text: str) -> Node | None:
    """Return a condition as nodes; None where it is not in its usual form, or may be outside the language."""
    try:
        reader = _Reader(_tokens(text))
        node = reader.disjunction()
    except _UnusualError:
        return None
    return node if reader.at_end else None


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, place, last = [], 0, len(text.rstrip(" \t\f\r\n"))
    while place < last:
        found = _TOKEN.match(text, place)
        if found is None or found.lastgroup is None:
            raise _UnusualError
        tokens.append((found.lastgroup, found[found.lastgroup]))
        place = found.end()
    return tokens


class _Reader:
    """The tokens of one condition, read from the left."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens, self._place = [*tokens, _END], 0

    @property
    def at_end(self) -> bool:
        """Whether everything was read."""
        return self._tokens[self._place] == _END

    def _next(self) -> tuple[str, str]:
        self._place += 1
        return self._tokens[self._place - 1]

    def _takes(self, text: str) -> bool:
        """Take a keyword or a mark if it stands here."""
        kind, here = self._tokens[self._place]
        taken = here == text and kind in {"word", "mark"}
        self._place += taken
        return taken

    def _must_take(self, text: str) -> None:
        if not self._takes(text):
            raise _UnusualError

    def _joined(self, item: Callable[[], Node], word: str) -> list[Node]:
        items = [item()]
        while self._takes(word):
            items.append(item())
        return items

    def disjunction(self) -> Node:
        """Read what OR joins."""
        items = self._joined(self._conjunction, "OR")
        return items[0] if len(items) == 1 else Or(tuple(items))

    def _conjunction(self) -> Node:
        items = self._joined(self._negated, "AND")
        return items[0] if len(items) == 1 else And(tuple(items))

    def _negated(self) -> Node:
        if self._takes("NOT"):
            return Not(self._negated())
        if self._takes("("):
            node = self.disjunction()
            self._must_take(")")
            return node
        return self._test()

    def _test(self) -> Node:
        kind, text = self._next()
        if kind == "rule":
            return Truth(RuleResult(text))
        if kind != "name":
            raise _UnusualError
        fact = Fact(text)
        if self._tokens[self._place][0] == "op":
            op = self._next()[1]
            return Compare(fact, op, self._right())  # type: ignore[arg-type]  # the pattern names the operators
        return self._of_words(fact)

    def _of_words(self, fact: Fact) -> Node:
        if self._takes("IN"):
            return self._member(fact)
        if self._takes("NOT"):
            self._must_take("IN")
            return Not(self._member(fact))
        if self._takes("BETWEEN"):
            low = self._literal()
            self._must_take("AND")
            return And((Compare(fact, ">=", low), Compare(fact, "<=", self._literal())))
        if self._takes("IS"):
            negated = self._takes("NOT")
            self._must_take("NULL")
            return Not(IsNull(fact)) if negated else IsNull(fact)
        return Truth(fact)

    def _member(self, fact: Fact) -> Node:
        self._must_take("(")
        values = [self._literal()]
        while self._takes(","):
            values.append(self._literal())
        self._must_take(")")
        return Member(fact, tuple(values))

    def _right(self) -> Fact | Constant:
        if self._tokens[self._place][0] == "name":
            return Fact(self._next()[1])
        return self._literal()

    def _literal(self) -> Constant:
        kind, text = self._next()
        match kind, text:
            case "number", _:
                return Constant(text, "number")
            case "text", _:
                return Constant(text[1:-1], "text")
            case "date", _:
                return Constant(_day(text), "date")
            case "word", ("TRUE" | "FALSE" | "true" | "false"):
                return Constant(text.upper() == "TRUE", "bool")
        raise _UnusualError


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _UnusualError from None

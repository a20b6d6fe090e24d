"""Says what a comparison of ways out holds in one language: its flags with money, days, kinds as people read them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from dluhy.money import to_decimal_string
from dluhy.report.household_teller import HouseholdTeller, Note
from dluhy.typography import NBSP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.engine.steps import Flag

_MONEY: Final = frozenset({"added", "paid", "remaining", "least", "amount", "minimum"})
_UNVERIFIED: Final = frozenset({"M", "?"})


class StrategyTeller(HouseholdTeller):
    """Says flags of a comparison."""

    def flags(self, vocabulary: str, flags: Iterable[Flag]) -> tuple[Note, ...]:
        """Return what flags say, each once."""
        return tuple(dict.fromkeys(self.noted(vocabulary, flag) for flag in flags))

    def sentence(self, vocabulary: str, flag: Flag) -> str:
        """Return what a flag says, without how sure it is."""
        return self.filled(self.pack.term(vocabulary, flag.code), flag.values)

    def percent(self, basis_points: int) -> str:
        """Return a rate in basis points as people read it."""
        told = to_decimal_string(basis_points).removesuffix(".00")
        return f"{told.replace('.', ',') if self.language == 'cs' else told}{NBSP}%"

    def _value(self, name: str, value: int | str) -> int | str:
        if isinstance(value, int):
            return self.crowns(value) if name in _MONEY else self.percent(value) if name == "rate" else value
        if name == "day":
            return self.say.day(date.fromisoformat(value)) if value else value
        if name == "income":
            return self.term("income_kinds", value)
        return self.term("entry_classes", value) if name == "class" else value

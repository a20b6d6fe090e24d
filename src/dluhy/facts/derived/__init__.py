"""Derived facts: every function that computes a declared fact, by the fact's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.facts.derived import ages, claims, fees, limits, people
from dluhy.facts.derived.registry import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.facts.derived.registry import FactFunction

__all__ = ["ages", "claims", "fees", "functions", "limits", "people"]


def functions() -> Mapping[str, FactFunction]:
    """Return the function of every derived fact by the fact's name."""
    return FUNCTIONS

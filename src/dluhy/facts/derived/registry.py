"""Where fact functions are registered under the name of the fact they compute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.engine.expressions import Computed, FactFunction
from dluhy.facts.schema import FACTS

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FUNCTIONS", "Computed", "FactFunction", "computes"]

FUNCTIONS: dict[str, FactFunction] = {}


def computes(name: str) -> Callable[[FactFunction], FactFunction]:
    """Register a function under the declared derived fact of that name."""
    if name not in FACTS or not FACTS[name].inputs:
        msg = f"{name} is no derived fact of the schema"
        raise ValueError(msg)

    def register(function: FactFunction) -> FactFunction:
        FUNCTIONS[name] = function
        return function

    return register

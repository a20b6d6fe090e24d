"""Derived facts: every declared one is computed by the public function of its name in one of these modules."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dluhy.facts.derived import (
    ages,
    claim_rows,
    claims,
    fees,
    households,
    limits,
    municipal_debts,
    municipal_households,
    people,
    petitions,
)
from dluhy.facts.tables import ALL_FACTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from types import ModuleType

    from dluhy.engine.expressions import FactFunction

__all__ = [
    "MODULES",
    "ages",
    "claim_rows",
    "claims",
    "fees",
    "functions",
    "gathered",
    "households",
    "limits",
    "municipal_debts",
    "municipal_households",
    "people",
    "petitions",
]

MODULES: Final = (
    ages, claim_rows, claims, fees, households, limits, municipal_debts, municipal_households, people, petitions,
)  # fmt: skip
"""Where the functions stand."""


@cache
def functions() -> Mapping[str, FactFunction]:
    """Return the function of every derived fact by the fact's name. Raises ValueError as `gathered` does."""
    return gathered((name for name, spec in ALL_FACTS.items() if spec.inputs), MODULES)


def gathered(names: Iterable[str], modules: Collection[ModuleType]) -> dict[str, FactFunction]:
    """Return the function of each name that one of the modules defines; what a module only imports does not count.

    Raises ValueError for a name that no module defines, or several do.
    """
    return {name: _function(name, modules) for name in names}


def _function(name: str, modules: Collection[ModuleType]) -> FactFunction:
    found = [vars(module)[name] for module in modules if _defines(module, name)]
    if len(found) != 1:
        raise ValueError(f"{name} is computed by {len(found)} functions")
    return found[0]  # type: ignore[no-any-return]  # every function of a declared name is one; a test holds it


def _defines(module: ModuleType, name: str) -> bool:
    return getattr(vars(module).get(name), "__module__", None) == module.__name__

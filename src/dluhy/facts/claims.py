"""The facts of claims against a debtor, one row each, for what can be said against them; see `dluhy.facts.schema` for what a fact is.

Money is in haléře.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.facts.schema import FactSpec

if TYPE_CHECKING:
    from dluhy.facts.schema import FactType


def _asked(name: str, type_: FactType, *, vocabulary: str | None = None, ranged: bool = False) -> FactSpec:
    return FactSpec(name=name, type=type_, subject="claim", vocabulary=vocabulary, ranged=ranged)


def _given(name: str, type_: FactType, *, vocabulary: str | None = None, ranged: bool = False) -> FactSpec:
    """Declare a fact that other parts of the program compute and give; nobody is asked for it."""
    return FactSpec(name=name, type=type_, subject="claim", vocabulary=vocabulary, ranged=ranged, asked=False)


def _derived(name: str, type_: FactType, *inputs: str, ranged: bool = False) -> FactSpec:
    return FactSpec(name=name, type=type_, subject="claim", inputs=inputs, asked=False, ranged=ranged)


_ALL: Final = (FactSpec(name="as_of", type="date", asked=False),)

CLAIM_FACTS: Final[dict[str, FactSpec]] = {spec.name: spec for spec in _ALL}
"""Every fact of a claim by name."""

"""How facts of rows that are one thing each are declared: asked of people, given by the program, or derived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.facts.schema import FactSpec

if TYPE_CHECKING:
    from dluhy.facts.schema import FactType, Subject


@frozen
class FactsOf:
    """Declares facts of one subject."""

    subject: Subject

    def asked(self, name: str, type_: FactType, *, vocabulary: str | None = None, ranged: bool = False) -> FactSpec:
        """Declare a fact that a person can supply."""
        return FactSpec(name=name, type=type_, subject=self.subject, vocabulary=vocabulary, ranged=ranged)

    def given(self, name: str, type_: FactType, *, vocabulary: str | None = None, ranged: bool = False) -> FactSpec:
        """Declare a fact that other parts of the program compute and give; nobody is asked for it."""
        return FactSpec(name=name, type=type_, subject=self.subject, vocabulary=vocabulary, ranged=ranged, asked=False)

    def derived(self, name: str, type_: FactType, *inputs: str, ranged: bool = False) -> FactSpec:
        """Declare a fact that is computed from others by the function of its name."""
        return FactSpec(name=name, type=type_, subject=self.subject, inputs=inputs, asked=False, ranged=ranged)

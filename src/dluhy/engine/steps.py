"""How a number explains itself: the steps of a computation and what a reader must know of its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.law.models import Citation, Evidence


@frozen(kw_only=True)
class Step:
    """One step of the computation: a code that reports put into words, its value in haléře, inputs, provisions."""

    code: str
    value: int | None = None
    inputs: Mapping[str, int | str | None] = field(factory=dict)
    cites: tuple[Citation, ...] = ()
    evidence: Evidence = "S2"


@frozen(kw_only=True)
class Flag:
    """What a reader must know of a result: a code that reports put into words, with the values they name."""

    code: str
    evidence: Evidence = "S2"
    values: Mapping[str, int | str] = field(factory=dict)

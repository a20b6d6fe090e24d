"""The parts of a debt that rules take, one within another, and how much several rules take together.

The vocabulary `claim_parts` names them, each before the part that it lies in, the balance last. Rules that take the
same part, or a part and one within it, take it once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dluhy.engine.arithmetic import Arithmetic, Number
    from dluhy.law.pack import Pack

PARTS: Final = "claim_parts"
_WHOLE: Final = "balance"


@frozen(kw_only=True)
class Part:
    """One part of a debt: the column of its size (haléře) and the part that it lies in; None of the whole balance."""

    code: str
    size: str
    within: str | None = None


@cache
def parts(law: Pack) -> tuple[Part, ...]:
    """Return the parts of a debt, each before the part that it lies in."""
    terms = law.vocabularies[PARTS].values()
    return tuple(Part(code=term.code, size=term.more["size"], within=term.more.get("within")) for term in terms)


def part_of(column: str, law: Pack) -> Part:
    """Return the part whose size a column is."""
    return next(part for part in parts(law) if part.size == column)


def outwards(part: Part, law: Pack) -> Iterator[Part]:
    """Yield a part and every part that holds it, from within; the balance comes last."""
    named = {each.code: each for each in parts(law)}
    while True:
        yield part
        if part.within is None:
            return
        part = named[part.within]


def size_of(part: Part, law: Pack) -> pl.Expr:
    """Return how large a part is at the most: as the part that holds it where that is not known; null without balance.

    Never more than the balance.
    """
    size = pl.coalesce(pl.col(each.size).cast(pl.Int64) for each in outwards(part, law))
    return pl.when(pl.col(_WHOLE).is_not_null()).then(pl.min_horizontal(size, pl.col(_WHOLE))).otherwise(size)


def told_size(part: Part) -> pl.Expr:
    """Return how large a part is told to be, haléře, never more than the balance; null where that is not known.

    What nobody told is not taken for the part that holds it: else costs that are not known would be the whole debt.
    """
    size = pl.col(part.size).cast(pl.Int64)
    return (
        pl.when(size.is_not_null() & pl.col(_WHOLE).is_not_null()).then(pl.min_horizontal(size, _WHOLE)).otherwise(size)
    )


def together(
    taken: Mapping[str, Number], sizes: Mapping[str, Number], law: Pack, arithmetic: Arithmetic[Number]
) -> Number:
    """Return how much is taken of a debt altogether, haléře, at most the balance.

    `taken` is by part the most that one rule takes of it, `sizes` how large each part is; a part that is absent is
    zero. The result is never less than the largest of what is taken and never more than the sum.
    """
    none = arithmetic.number(0)
    found: dict[str, Number] = {}
    for part in parts(law):
        inner, largest = none, none
        for held in (found[each.code] for each in parts(law) if each.within == part.code):
            inner, largest = inner + held, arithmetic.greatest(largest, held)
        fitting = arithmetic.least(inner, arithmetic.greatest(largest, sizes.get(part.code, none)))
        found[part.code] = arithmetic.greatest(fitting, taken.get(part.code, none))
    return arithmetic.least(found[_WHOLE], sizes.get(_WHOLE, none))

"""A household of which it is not known whether a child is assessed in it: its minimum and benefits both ways.

A child in the care of both parents is assessed with the one they declare, § 4 odst. 3 of Act 110/2006. Until that is
known, every result holds with it and without it.
"""

from __future__ import annotations

from itertools import chain, combinations
from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.household.minimum import living_minimum

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dluhy.household.minimum import Minimum
    from dluhy.household.model import Circle, Estimate, Seems
    from dluhy.law.pack import Pack

DECLARED: Final = "declared_parent"
"""The fact (code of `household_facts`) that would decide."""
_EACH: Final = 4  # of more such children only all or none are tried: the bounds of the minimum are the same


def circles_possible(circle: Circle) -> tuple[Circle, ...]:
    """Return a circle as it may be: first with all whose parents have declared nothing, last without them."""
    unsure = circle.undeclared
    sizes = range(len(unsure) + 1) if len(unsure) <= _EACH else (0, len(unsure))
    ways = chain.from_iterable(combinations(unsure, size) for size in sizes)
    return tuple(_without(circle, left_out) for left_out in ways)


def minimum_possible(circles: Sequence[Circle], pack: Pack) -> Minimum:
    """Return the living minimum of the first circle, as a range where the others come out otherwise."""
    whole, *others = (living_minimum(each, pack) for each in circles)
    if all((each.least, each.most) == (whole.least, whole.most) for each in others):
        return whole
    least, most = _span([(each.least, each.most) for each in (whole, *others)])
    sure = {each.persons for each in others} | {whole.persons}
    *steps, total = whole.steps
    return evolve(
        whole,
        total=None,
        least=least,
        most=most,
        persons=tuple(
            each if all(each in persons for persons in sure) else (each[0], None, None) for each in whole.persons
        ),
        missing=_with_declaration(whole.missing),
        steps=(*steps, evolve(total, value=None, inputs={"least": least, "most": most})),
    )


def estimates_possible(found: Iterable[Sequence[Estimate]]) -> tuple[Estimate, ...]:
    """Return the estimates of the first circle, each as far as those of the others agree with it."""
    return tuple(_merged(same) for same in zip(*found, strict=True))


def _without(circle: Circle, left_out: Sequence[str]) -> Circle:
    members = tuple(each for each in circle.members or () if each.id not in left_out)
    return evolve(circle, members=None if circle.members is None else members, undeclared=())


def _merged(found: Sequence[Estimate]) -> Estimate:
    whole = found[0]
    if len({(each.seems, each.least, each.most) for each in found}) == 1:
        return whole
    seems: Seems = whole.seems if len({each.seems for each in found}) == 1 else "cannot_say"
    least, most = _span([(each.least, each.most) for each in found])
    names = {tuple(part.benefit for part in each.parts) for each in found}
    parts = (
        tuple(_merged(same) for same in zip(*(each.parts for each in found), strict=True)) if len(names) == 1 else ()
    )
    return evolve(whole, seems=seems, least=least, most=most, parts=parts, missing=_with_declaration(whole.missing))


def _span(bounds: Sequence[tuple[int | None, int | None]]) -> tuple[int | None, int | None]:
    least, most = [each for each, _ in bounds if each is not None], [each for _, each in bounds if each is not None]
    return min(least) if len(least) == len(bounds) else None, max(most) if len(most) == len(bounds) else None


def _with_declaration(missing: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*missing, DECLARED]))

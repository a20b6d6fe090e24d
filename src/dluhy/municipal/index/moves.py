"""What would move a municipality one band: the smallest changes of its counts, with everything else staying as it is.

The bases stay, and so do the other municipalities; the sums of region and state change with the place's own count. Only
places whose every input is known have moves: elsewhere it is not known in which band they are.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.municipal.index.columns import AREAS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dluhy.municipal.index.computing import Indexed
    from dluhy.municipal.index.method import Band, Dimension, Method
    from dluhy.municipal.index.reference import Reference

_ZERO: Final = Fraction(0)


@frozen(kw_only=True)
class Step:
    """One change of one dimension that moves points.

    `change` is how many persons, mean benefits or pupils fewer (below nought) or more; `units` the same in units of the
    column (payments of a year); `points` how many points that moves; `parts` the sub-scores that cross, once a point.
    """

    dimension: str
    units: int
    change: Fraction
    points: int
    parts: tuple[str, ...]


@frozen(kw_only=True)
class Way:
    """The smallest change to another band: its steps, one for each dimension that changes.

    `needed` is how many points there are to go, `steps` is empty where no change of the counts reaches the band.
    """

    band: str
    needed: int
    steps: tuple[Step, ...]

    @property
    def points(self) -> int:
        """How many points the steps move together."""
        return sum(step.points for step in self.steps)


@frozen(kw_only=True)
class Moves:
    """What moves a municipality: every step of every dimension, and the smallest way to the bands beside its own.

    `down` or `up` is None where there is no such band.
    """

    steps: tuple[Step, ...]
    down: Way | None
    up: Way | None


def moves_of(indexed: Indexed, position: int) -> Moves | None:
    """Return what would move the municipality in a row of an index; None where its band is not known or has none."""
    row, counts = indexed.rows.row(position, named=True), indexed.counts.row(position, named=True)
    if row["band"] is None or row["index"] is None:
        return None
    steps: list[Step] = []
    for dimension in indexed.method.dimensions:
        reached = _reached(dimension, counts, indexed.method, indexed.reference)
        if reached is None:
            return None
        steps += _steps(dimension, counts[f"{dimension.code}_n"], reached)
    below, above = _beside(indexed.method.bands, row["band"])
    return Moves(
        steps=tuple(steps),
        down=None if below is None else _way(steps, below, below.most - row["index"]),
        up=None if above is None else _way(steps, above, above.least - row["index"]),
    )


def _beside(bands: Sequence[Band], code: str) -> tuple[Band | None, Band | None]:
    place = next(number for number, band in enumerate(bands) if band.code == code)
    return (bands[place - 1] if place else None), (bands[place + 1] if place + 1 < len(bands) else None)


Reached = list[tuple[int, str]]
"""The smallest count that reaches each point, with its part; only those that the base allows."""


def _reached(
    dimension: Dimension, counts: Mapping[str, int | str | None], method: Method, reference: Reference
) -> Reached | None:
    """Return from which count on each point is given; None where something is unknown."""
    own, base = counts[f"{dimension.code}_n"], counts[f"{dimension.code}_b"]
    region = counts[f"{dimension.code}_region"]
    if not isinstance(own, int) or not isinstance(base, int) or not isinstance(region, str):
        return None
    share = dimension.per * base
    limits = [
        *(("count", level, Fraction(number * dimension.per)) for level, number in enumerate(dimension.counts)),
        *(("share", level, part * share) for level, part in enumerate(dimension.shares)),
    ]
    for level, ratio in enumerate(method.lq):
        found = _limit_of_quotient(ratio, own, base, _areas(dimension, region, reference))
        limits += [] if found is None else [("lq", level, found)]
    smallest = [(max(1, floor(limit) + 1 if level else ceil(limit)), part) for part, level, limit in limits]
    return sorted((count, part) for count, part in smallest if count <= share)


def _areas(dimension: Dimension, region: str, reference: Reference) -> list[tuple[int, int]]:
    """Return count and base of the region and the state; with bases of nought nothing is compared."""
    sums = [reference.sums[area, dimension.code] for area in (region, AREAS)]
    return [(found.least, found.base or 0) for found in sums]


def _limit_of_quotient(ratio: Fraction, own: int, base: int, areas: Sequence[tuple[int, int]]) -> Fraction | None:
    """Return the count at which the quotient is a ratio, the sums of both areas changing with it; None if it never is.

    n/b = ratio/2 · ((K − own + n)/B_region + (N − own + n)/B_state), solved for n; `per` is on both sides.
    """
    if base == 0 or any(area == 0 for _, area in areas):
        return None
    slope = Fraction(1, base) - sum((ratio / 2 / area for _, area in areas), _ZERO)
    rest = sum((ratio / 2 * Fraction(count - own, area) for count, area in areas), _ZERO)
    return rest / slope if slope > 0 else None


def _steps(dimension: Dimension, own: int, reached: Reached) -> Iterator[Step]:
    """Yield every change of one dimension that moves a point, the nearest first, fewer before more."""
    lost = [(count - 1, part) for count, part in reversed(reached) if count <= own]
    won = [(count, part) for count, part in reached if count > own]
    for crossed, sign in ((lost, -1), (won, 1)):
        parts: list[str] = []
        for number, (count, part) in enumerate(crossed, start=1):
            parts.append(part)
            if number < len(crossed) and crossed[number][0] == count:
                continue  # the next part crosses at the same count
            units = count - own
            yield Step(dimension=dimension.code, units=units, change=Fraction(units, dimension.per),
                       points=sign * number, parts=tuple(parts))  # fmt: skip


def _way(steps: Sequence[Step], band: Band, needed: int) -> Way:
    """Return the steps, at most one of each dimension, that move the points needed with the smallest sum of changes."""
    sign = 1 if needed > 0 else -1
    chosen: dict[int, tuple[Fraction, tuple[Step, ...]]] = {0: (_ZERO, ())}
    for dimension in dict.fromkeys(step.dimension for step in steps):
        own = [step for step in steps if step.dimension == dimension and step.points * sign > 0]
        further = dict(chosen)
        for moved, (cost, taken) in chosen.items():
            for step in own:
                total = min(moved + abs(step.points), abs(needed))
                offer = (cost + abs(step.change), (*taken, step))
                if total not in further or _better(offer, further[total]):
                    further[total] = offer
        chosen = further
    _, found = chosen.get(abs(needed), (_ZERO, ()))
    return Way(band=band.code, needed=needed, steps=found)


def _better(offer: tuple[Fraction, tuple[Step, ...]], than: tuple[Fraction, tuple[Step, ...]]) -> bool:
    """Return whether a way changes less, or as much in fewer dimensions."""
    return (offer[0], len(offer[1])) < (than[0], len(than[1]))


def parts_of(step: Step) -> dict[str, int]:
    """Return how many points each sub-score of a step moves."""
    sign = 1 if step.points > 0 else -1
    return {part: sign * number for part, number in Counter(step.parts).items()}

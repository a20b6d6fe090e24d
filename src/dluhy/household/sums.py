"""Sums in which something may be unknown: what is known of them, and within which bounds a difference lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen
class Sum:
    """A sum of amounts that are not negative, in haléře: the known ones, and whether these are all."""

    known: int = 0
    complete: bool = True

    @property
    def total(self) -> int | None:
        """The sum, None where something in it is unknown: then it is at least `known`."""
        return self.known if self.complete else None

    def __add__(self, other: Sum) -> Sum:
        """Return both together."""
        return Sum(self.known + other.known, self.complete and other.complete)


@frozen
class Bounds:
    """A number in haléře that is at least `least` and at most `most`; None where there is no bound on that side."""

    least: int | None
    most: int | None

    @property
    def exact(self) -> int | None:
        """The number, None where it is not known exactly."""
        return self.least if self.least == self.most else None


def sum_of(amounts: Iterable[int | None]) -> Sum:
    """Return the sum of amounts in haléře, None being an unknown one."""
    values = list(amounts)
    return Sum(sum(value for value in values if value is not None), None not in values)


def bounds_of(amounts: Iterable[Bounds]) -> Bounds:
    """Return the bounds of a sum of amounts that are not negative: no bound below one is zero."""
    parts = list(amounts)
    tops = [part.most for part in parts if part.most is not None]
    return Bounds(sum(part.least or 0 for part in parts), sum(tops) if len(tops) == len(parts) else None)


def left_within(income: Bounds, taken: Iterable[Sum]) -> Bounds:
    """Return what is left of an income within bounds, as `left_of`."""
    parts = list(taken)
    known = sum(part.known for part in parts)
    least = (income.least or 0) - known if all(part.complete for part in parts) else None
    return Bounds(least, None if income.most is None else income.most - known)


def left_of(income: Sum, taken: Iterable[Sum]) -> Bounds:
    """Return what is left of an income after everything taken from it; negative where it does not suffice.

    An unknown expense makes it less than it seems, an unknown income more.
    """
    parts = list(taken)
    left = income.known - sum(part.known for part in parts)
    return Bounds(left if all(part.complete for part in parts) else None, left if income.complete else None)

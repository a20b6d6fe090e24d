"""Rates of rare events in small places: exact intervals of a count, and rates drawn to the mean of all.

A count of people is taken as a Poisson count. Its interval is the exact one (Garwood, Fiducial limits for the Poisson
distribution, Biometrika 28, 1936). Rates of places vary about a common mean as a gamma distribution whose mean and
variance are estimated from all of them (Clayton and Kaldor, Biometrics 43, 1987, with the moments of Marshall, Applied
Statistics 40, 1991); a place's rate given its count is then again a gamma distribution. None of it is money: floats are
right here.
"""

from __future__ import annotations

from functools import cache
from math import exp, lgamma, log
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

CONFIDENCE: Final = 0.95
_TAIL: Final = (1 - CONFIDENCE) / 2
_HALVINGS: Final = 200
_SMALLEST: Final = 1e-16
_MOST_TERMS: Final = 100_000


@frozen
class Prior:
    """How rates vary between places: a gamma distribution; `shape` None where they vary no more than chance makes them.

    `mean` is per head.
    """

    mean: float
    shape: float | None


def interval(count: int) -> tuple[float, float]:
    """Return the ends of the exact 95 % interval for the mean of a Poisson count; of 0 the lower one is 0."""
    lower = 0.0 if count == 0 else gamma_quantile(_TAIL, float(count))
    return lower, gamma_quantile(1 - _TAIL, float(count + 1))


def prior(counts: Sequence[int], bases: Sequence[int]) -> Prior:
    """Return how the rates of places vary, by the method of moments; `bases` are people, each above 0."""
    whole = sum(bases)
    mean = sum(counts) / whole if whole else 0.0
    if not mean:
        return Prior(0.0, None)
    spread = sum(base * (count / base - mean) ** 2 for count, base in zip(counts, bases, strict=True)) / whole
    variance = spread - mean * len(bases) / whole
    return Prior(mean, mean**2 / variance if variance > 0 else None)


def smoothed(count: int, base: int, given: Prior) -> tuple[float, float]:
    """Return the rate per head of a place drawn to the mean, and the lower end of its 95 % interval.

    Where places do not vary more than by chance, both are the mean itself.
    """
    if given.shape is None:
        return given.mean, given.mean
    shape, people = given.shape + count, given.shape / given.mean + base
    return shape / people, gamma_quantile(_TAIL, shape) / people


@cache
def gamma_quantile(chance: float, shape: float) -> float:
    """Return the value below which a gamma variable of a shape (and scale 1) lies with a chance."""
    low, high = 0.0, shape + 20 * (shape**0.5 + 1)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in {low, high}:
            break
        low, high = (middle, high) if _below(middle, shape) < chance else (low, middle)
    return low


def _below(value: float, shape: float) -> float:
    """Return the chance that a gamma variable lies below a value: the series of the incomplete gamma function."""
    if value <= 0:
        return 0.0
    term = whole = 1 / shape
    for step in range(1, _MOST_TERMS):
        term *= value / (shape + step)
        whole += term
        if term < whole * _SMALLEST:
            break
    return min(1.0, whole * exp(shape * log(value) - value - lgamma(shape)))

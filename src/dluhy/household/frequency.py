"""How often something is paid, and what that is a month: exact fractions, rounded only where sums are shown.

The vocabulary `frequencies` says how many times a year; a month is a twelfth of that. What is paid once is no monthly
amount and is never spread over months.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.dates import MONTHS_OF_A_YEAR
from dluhy.engine.arithmetic import INTEGERS
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from dluhy.engine.arithmetic import Arithmetic, Number
    from dluhy.law.pack import Pack

VOCABULARY: Final = "frequencies"
_HALF: Final = 2


@frozen
class Rounded:
    """An amount in whole haléře and what its rounding left out: `halere + remainder` is the exact amount."""

    halere: int
    remainder: Fraction


def times_a_year(frequency: str, pack: Pack | None = None) -> int | None:
    """Return how many times a year a frequency is; None for what is not spread over months, such as `once`.

    Raises InputError for a code that is not in the vocabulary.
    """
    term = (pack or default_pack()).vocabularies[VOCABULARY].get(frequency)
    if term is None:
        cs, en = f"neznámá četnost „{frequency}“", f"unknown frequency “{frequency}”"
        raise InputError([Problem("unknown_member", VOCABULARY, cs, en)])
    times = term.more.get("times_a_year")
    return None if times is None else int(times)


def monthly(amount: int, frequency: str, pack: Pack | None = None) -> Fraction:
    """Return an amount as an exact amount a month, both in haléře.

    Raises InputError for a frequency that is not in the vocabulary or is not spread over months.
    """
    return Fraction(amount * _recurring(frequency, pack), MONTHS_OF_A_YEAR)


def from_monthly(month: Fraction, frequency: str, pack: Pack | None = None) -> Fraction:
    """Return an amount a month as an exact amount of another frequency; errors as `monthly`."""
    return month * MONTHS_OF_A_YEAR / _recurring(frequency, pack)


def monthly_halere(amount: int, frequency: str, pack: Pack | None = None) -> Rounded:
    """Return an amount a month in whole haléře, half up, with the exact remainder; errors as `monthly`.

    Sums of a budget add the rounded amounts, so that what is shown adds up; the remainders say how far that is from
    the exact sum.
    """
    times = _recurring(frequency, pack)
    halere = half_up_a_month(INTEGERS, amount, times)
    return Rounded(halere, Fraction(amount * times, MONTHS_OF_A_YEAR) - halere)


def half_up_a_month(of: Arithmetic[Number], amount: Number, times: Number) -> Number:
    """Return an amount paid so many times a year as an amount a month in whole haléře, half up."""
    return of.floor_div(amount * times * _HALF + MONTHS_OF_A_YEAR, MONTHS_OF_A_YEAR * _HALF)


def _recurring(frequency: str, pack: Pack | None) -> int:
    times = times_a_year(frequency, pack)
    if times is None:
        cs = f"„{frequency}“ není měsíční částka a do měsíců se nerozpočítává"
        en = f"“{frequency}” is no monthly amount and is not spread over months"
        raise InputError([Problem("not_monthly", VOCABULARY, cs, en)])
    return times

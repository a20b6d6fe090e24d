"""The computation of § 276 to 280 OSŘ, written once: for plain integers and for polars expressions alike.

All money is in haléře. Rounding happens in three places: the protected amount up to whole crowns, once (§ 3 NNČ), each
third down to whole crowns (§ 279 odst. 1 OSŘ), the limit of a payer's fee up to whole crowns (decree 485/2000 Sb.).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.money import HALERE_PER_KORUNA as KORUNA

if TYPE_CHECKING:
    from fractions import Fraction

    from dluhy.engine.arithmetic import Arithmetic, Number

THIRDS: Final = 3
_HALF: Final = 2


def base(of: Arithmetic[Number], debtor: Number, person: Number, counted: Number, parts_of_koruna: int) -> Number:
    """Return the protected amount: the exact sum of the amounts, rounded up to whole crowns once.

    `debtor` and `person` are unrounded amounts as whole numbers of the parts into which a koruna is cut.
    """
    return of.ceil_div(debtor + counted * person, parts_of_koruna) * KORUNA


def to_halere(of: Arithmetic[Number], amount: Number, parts_of_koruna: int) -> Number:
    """Return an unrounded amount in haléře, half up: how some payroll programs round each part of the sum."""
    return of.floor_div(amount * (KORUNA * _HALF) + parts_of_koruna, parts_of_koruna * _HALF)


def remainder(of: Arithmetic[Number], net: Number, protected: Number) -> Number:
    """Return what is left of the net wage above the protected amount; zero if it does not reach it."""
    return of.greatest(net - protected, of.number(0))


def third(of: Arithmetic[Number], rest: Number, threshold: Number) -> Number:
    """Return one third of the remainder up to the threshold, in whole crowns; what that loses is the debtor's."""
    return of.floor_div(of.least(rest, threshold), THIRDS * KORUNA) * KORUNA


def unlimited(of: Arithmetic[Number], rest: Number, threshold: Number) -> Number:
    """Return the remainder above the threshold, which is not rounded and is taken whole."""
    return of.greatest(rest - threshold, of.number(0))


def capacity(one_third: Number, over: Number, thirds: Number) -> Number:
    """Return the most that may be deducted: one third or two, and all that is above the threshold."""
    return thirds * one_third + over


def fee(of: Arithmetic[Number], full: Number, taken: Number, share: Fraction) -> Number:
    """Return the payer's fee where claims take all they may: at most its share of the deduction, in whole crowns up.

    It comes out of what the claims would get.
    """
    return of.least(_part_up(of, taken, share), full)


def fee_on_top(of: Arithmetic[Number], full: Number, taken: Number, slack: Number, share: Fraction) -> Number:
    """Return the payer's fee where claims end: the largest number of whole crowns up to `full` within its share.

    `taken` is what the claims take without a fee, above zero; `slack` what they leave of what they may take: so much of
    the fee comes on top, the rest out of what the claims would get. That a fee on top counts into the deduction whose
    share limits it is a reading of § 4e of decree 485/2000 Sb.
    """
    part, whole = share.numerator, share.denominator
    on_top = of.ceil_div(taken * part + whole * KORUNA, (whole - part) * KORUNA) * KORUNA - KORUNA
    return of.least(of.least(on_top, _part_up(of, taken + slack, share)), full)


def _part_up(of: Arithmetic[Number], amount: Number, share: Fraction) -> Number:
    return of.ceil_div(amount * share.numerator, share.denominator * KORUNA) * KORUNA

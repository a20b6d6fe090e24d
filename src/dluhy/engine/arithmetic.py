"""The small arithmetic in which a formula is written once, for plain integers and for polars expressions alike.

All numbers are whole (haléře, counts); every division says which way it rounds. Divisors are plain integers above zero.
"""

from __future__ import annotations

from typing import Final, Protocol, TypeVar

import polars as pl

Number = TypeVar("Number", int, pl.Expr)


class Arithmetic(Protocol[Number]):
    """What a formula may do beside `+`, `-` and `*`."""

    def least(self, a: Number, b: Number) -> Number:
        """Return the smaller of two numbers."""

    def greatest(self, a: Number, b: Number) -> Number:
        """Return the larger of two numbers."""

    def floor_div(self, a: Number, by: int) -> Number:
        """Return the quotient rounded down."""

    def ceil_div(self, a: Number, by: int) -> Number:
        """Return the quotient rounded up."""

    def number(self, value: int) -> Number:
        """Return a plain integer as a number of this kind."""


class Integers:
    """Plain integers."""

    def least(self, a: int, b: int) -> int:
        """Return the smaller of two numbers."""
        return min(b, a)

    def greatest(self, a: int, b: int) -> int:
        """Return the larger of two numbers."""
        return max(b, a)

    def floor_div(self, a: int, by: int) -> int:
        """Return the quotient rounded down."""
        return a // by

    def ceil_div(self, a: int, by: int) -> int:
        """Return the quotient rounded up."""
        return (a + (by - 1)) // by

    def number(self, value: int) -> int:
        """Return the integer."""
        return value


class Expressions:
    """Polars expressions of Int64; where the first number is null, the result is. The second one may not be null."""

    def least(self, a: pl.Expr, b: pl.Expr) -> pl.Expr:
        """Return the smaller of two numbers."""
        return a.clip(upper_bound=b)

    def greatest(self, a: pl.Expr, b: pl.Expr) -> pl.Expr:
        """Return the larger of two numbers."""
        return a.clip(lower_bound=b)

    def floor_div(self, a: pl.Expr, by: int) -> pl.Expr:
        """Return the quotient rounded down."""
        return a // by

    def ceil_div(self, a: pl.Expr, by: int) -> pl.Expr:
        """Return the quotient rounded up."""
        return (a + (by - 1)) // by

    def number(self, value: int) -> pl.Expr:
        """Return the integer as an expression."""
        return pl.lit(value, dtype=pl.Int64)


INTEGERS: Final = Integers()
EXPRESSIONS: Final = Expressions()

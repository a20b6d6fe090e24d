"""The workloads of wage deductions: one person, a million payments, and the same formula written out with constants."""

from __future__ import annotations

from datetime import date

import polars as pl

PAID, PERIOD = date(2026, 5, 12), date(2026, 4, 1)
MILLION = 1_000_000
YEARS = 11
DEBTOR, PERSON, THRESHOLD = 1_410_150, 352_538, 3_152_100  # haléře, roundly: a floor needs no law
KORUNA, THIRDS = 100, 3
MANY = 4


def one() -> object:
    """Return one explained deduction."""
    from dluhy.deductions import Claim, Spouse, deduct

    return deduct(
        paid_on=PAID,
        wage_period=PERIOD,
        net="26400.00",
        dependants=1,
        spouse=Spouse(married=False),
        claims=[Claim(id="1", kind="loan", delivered_on=date(2023, 1, 1), balance=5_000_000)],
    )


def bare_one(net: int = 2_640_000, dependants: int = 1) -> int:
    """Return what is left by the bare formula in integers."""
    base = -(-(DEBTOR + dependants * PERSON) // KORUNA) * KORUNA
    rest = max(net - base, 0)
    third = min(rest, THRESHOLD) // (THIRDS * KORUNA) * KORUNA
    return net - third - max(rest - THRESHOLD, 0)


def payments(*, mixed: bool) -> pl.DataFrame:
    """Return a million payments of one month, or of months of eleven years."""
    number = pl.int_range(0, MILLION, eager=True)
    days = [date(2015 + i % YEARS, 1 + i % 12, 10) for i in range(MILLION)] if mixed else [PAID] * MILLION
    return pl.DataFrame(
        {
            "paid_on": days,
            "wage_period": days,
            "net": number * 7 % 9_000_000 + 100,
            "dependants": number % 5,
            "spouse_counts": number % 2 == 0 if mixed else pl.repeat(value=False, n=MILLION, eager=True),
            "priority": number % 3 == 0,
            "orders": number % 6,
            "debt_relief": pl.repeat(value=False, n=MILLION, eager=True),
        }
    )


def bare(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the figures of payments by the bare formula in polars: constants of one month, no checks, no fee."""
    base = -(-(pl.lit(DEBTOR) + pl.col("dependants") * PERSON) // KORUNA) * KORUNA
    rest, over = pl.col("rest"), (pl.col("rest") - THRESHOLD).clip(lower_bound=0)
    third = rest.clip(upper_bound=THRESHOLD) // (THIRDS * KORUNA) * KORUNA
    two = pl.col("priority") | (pl.col("orders") >= MANY)
    return (
        frame.with_columns(base=base)
        .with_columns(rest=(pl.col("net") - pl.col("base")).clip(lower_bound=0))
        .with_columns(third=third, over=over)
        .with_columns(capacity=pl.when(two).then(2).otherwise(1) * pl.col("third") + pl.col("over"))
        .with_columns(left=pl.col("net") - pl.col("capacity"))
    )

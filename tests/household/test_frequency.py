"""Amounts of every frequency are exact a month; what is paid once is no monthly amount."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.engine.arithmetic import EXPRESSIONS
from dluhy.household.frequency import from_monthly, half_up_a_month, monthly, monthly_halere, times_a_year
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

FREQUENCIES = default_pack().members["frequencies"]
RECURRING = [code for code in FREQUENCIES if times_a_year(code) is not None]
AMOUNTS = st.integers(0, 10**12)

MONTHS = [
    ("daily", 1200, Fraction(36500)),
    ("weekly", 30000, Fraction(130000)),
    ("fortnightly", 30000, Fraction(65000)),
    ("four_weekly", 30000, Fraction(32500)),
    ("monthly", 12345, Fraction(12345)),
    ("bimonthly", 30001, Fraction(30001, 2)),
    ("quarterly", 30000, Fraction(10000)),
    ("half_yearly", 60000, Fraction(10000)),
    ("yearly", 100000, Fraction(25000, 3)),
]


@pytest.mark.parametrize(("frequency", "amount", "month"), MONTHS)
def test_an_amount_of_a_frequency_is_exact_a_month(frequency: str, amount: int, month: Fraction) -> None:
    assert monthly(amount, frequency) == month


def test_every_recurring_frequency_is_in_the_table() -> None:
    assert [frequency for frequency, _, _ in MONTHS] == RECURRING


@given(AMOUNTS, st.sampled_from(RECURRING))
def test_a_month_and_back_is_the_same_amount(amount: int, frequency: str) -> None:
    assert from_monthly(monthly(amount, frequency), frequency) == amount


@given(AMOUNTS, st.sampled_from(RECURRING))
def test_the_rounding_of_a_month_reconciles_with_its_remainder(amount: int, frequency: str) -> None:
    rounded = monthly_halere(amount, frequency)
    assert rounded.halere + rounded.remainder == monthly(amount, frequency)
    assert Fraction(-1, 2) <= rounded.remainder < Fraction(1, 2)


def test_half_a_haler_is_rounded_up() -> None:
    assert monthly_halere(1, "bimonthly").halere == 1
    assert monthly_halere(5, "yearly").halere == 0
    assert monthly_halere(6, "yearly").halere == 1


@given(st.lists(st.tuples(AMOUNTS, st.sampled_from(RECURRING)), min_size=1, max_size=8))
def test_columns_round_as_single_amounts_do(lines: list[tuple[int, str]]) -> None:
    times = [times_a_year(frequency) for _, frequency in lines]
    frame = pl.DataFrame({"amount": [amount for amount, _ in lines], "times": times})
    came = frame.select(half_up_a_month(EXPRESSIONS, pl.col("amount"), pl.col("times"))).to_series().to_list()
    assert came == [monthly_halere(amount, frequency).halere for amount, frequency in lines]


@pytest.mark.parametrize("frequency", ["once", "někdy"])
def test_what_is_paid_once_or_unknown_is_no_monthly_amount(frequency: str) -> None:
    for refused in (
        lambda: monthly(100, frequency),
        lambda: monthly_halere(100, frequency),
        lambda: from_monthly(Fraction(1), frequency),
    ):
        with pytest.raises(InputError):
            refused()

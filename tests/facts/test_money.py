"""Money is exact to the haléř or it is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import examples

from dluhy.money import LARGEST_HALERE, MoneyError, to_decimal_string, to_halere


@pytest.mark.parametrize(
    ("written", "halere"),
    [
        ("1234.50", 123_450),
        ("1234.5", 123_450),
        (" 1234 ", 123_400),
        ("-0.01", -1),
        ("0", 0),
        (1234, 123_400),
        (-1, -100),
        (1234.5, 123_450),
        (0.07, 7),
        (Decimal("12.30"), 1_230),
        ("10000000000000", LARGEST_HALERE),
    ],
)
def test_exact_crowns_become_haleri(written: str | float | Decimal, halere: int) -> None:
    assert to_halere(written) == halere


@pytest.mark.parametrize(
    "written",
    [
        *("", "-", "1,50", "1 234.50", "1.234", "0.005", "1e3", "+5", "500 Kč", "nan", "--1", "1.", ".5"),
        *(0.1 + 0.2, 1e22, float("nan"), float("inf"), True, False, Decimal("0.001"), Decimal("1E+3")),
        *("10000000000000.01", 10**16, -(10**16)),
    ],
)
def test_anything_else_is_refused_never_rounded(written: str | float | Decimal) -> None:
    with pytest.raises(MoneyError):
        to_halere(written)


@examples(100)
@given(st.integers(-LARGEST_HALERE, LARGEST_HALERE))
def test_haleri_written_out_and_read_again_are_the_same(halere: int) -> None:
    written = to_decimal_string(halere)
    assert to_halere(written) == halere
    assert Decimal(written) * 100 == halere
    assert written.rpartition(".")[2].isdigit()
    assert len(written.rpartition(".")[2]) == 2


@pytest.mark.parametrize(("halere", "written"), [(123_450, "1234.50"), (-1, "-0.01"), (0, "0.00"), (-150, "-1.50")])
def test_haleri_are_written_with_two_places(halere: int, written: str) -> None:
    assert to_decimal_string(halere) == written

"""The birth date inside a birth number. The numbers here are computed from random dates and are nobody's."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cz import rc
from tests.strategies import examples

from dluhy.ids import birth_date_of_birth_number

if TYPE_CHECKING:
    from collections.abc import Sequence

TEN_DIGITS = st.tuples(
    st.dates(date(1954, 1, 1), date(2053, 12, 31)), st.integers(1, 990), st.booleans(), st.booleans()
)
NINE_DIGITS = st.tuples(st.dates(date(1900, 1, 1), date(1953, 12, 31)), st.integers(1, 990), st.booleans())


def read(numbers: Sequence[str | None]) -> list[date | None]:
    """Return the birth dates read from birth numbers."""
    frame = pl.DataFrame({"number": numbers}, schema={"number": pl.String})
    return frame.select(birth_date_of_birth_number("number")).to_series().to_list()


def first_six(born: date, *, woman: bool, spare: bool) -> str:
    """Return the digits of a birth date; the spare series of months exists since 2004."""
    month = born.month + 50 * woman + 20 * (spare and born.year >= 2004)
    return f"{born.year % 100:02d}{month:02d}{born.day:02d}"


def ten_digits(born: date, serial: int, *, woman: bool, spare: bool) -> str:
    """Return a birth number whose checksum is right."""
    digits = first_six(born, woman=woman, spare=spare)
    nine = next(f"{digits}{n:03d}" for n in range(serial, 1000) if int(f"{digits}{n:03d}") % 11 != 10)
    return nine + str(int(nine) % 11)


@examples(15)
@given(st.lists(TEN_DIGITS, min_size=30, max_size=100))
def test_ten_digits_tell_the_date_they_were_made_of_as_python_stdnum_reads_it(
    people: list[tuple[date, int, bool, bool]],
) -> None:
    numbers = [ten_digits(born, serial, woman=woman, spare=spare) for born, serial, woman, spare in people]
    assert read(numbers) == [born for born, *_ in people]
    assert [rc.get_birth_date(number) for number in numbers] == [born for born, *_ in people]


@examples(15)
@given(st.lists(NINE_DIGITS, min_size=30, max_size=100))
def test_nine_digits_tell_a_date_up_to_1953_as_python_stdnum_reads_it(people: list[tuple[date, int, bool]]) -> None:
    numbers = [f"{first_six(born, woman=woman, spare=False)}/{serial:03d}" for born, serial, woman in people]
    assert read(numbers) == [born for born, *_ in people]
    assert [rc.get_birth_date(number) for number in numbers] == [born for born, *_ in people]


def test_a_slash_and_outer_spaces_are_allowed() -> None:
    plain = ten_digits(date(2006, 2, 28), 12, woman=True, spare=False)
    slashed = f" {plain[:6]}/{plain[6:]} "
    assert read([plain, slashed]) == [date(2006, 2, 28)] * 2


def test_a_wrong_checksum_is_no_reason_to_refuse_the_date() -> None:
    right = ten_digits(date(2006, 2, 28), 12, woman=False, spare=True)
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    assert not rc.is_valid(wrong)
    assert read([right, wrong]) == [date(2006, 2, 28)] * 2


def test_the_tenth_digit_tells_the_century() -> None:
    assert read(["5301010010", "5401010019", "530101/0010", "540101/0019", "530101/001"]) == [
        date(2053, 1, 1),
        date(1954, 1, 1),
        date(2053, 1, 1),
        date(1954, 1, 1),
        date(1953, 1, 1),
    ]


def test_nine_digits_without_a_slash_may_be_ten_that_lost_a_zero_and_are_not_read() -> None:
    """A spreadsheet makes the number 604050012 of 0604050012; the slash tells that nothing was lost."""
    assert read(["604050012", "530101001", "530101/001", "000101/001"]) == [
        None,
        None,
        date(1953, 1, 1),
        date(1900, 1, 1),
    ]


def test_nobody_born_after_1953_or_before_1900_has_nine_digits() -> None:
    assert read(["531231/001", "540101/001", "991231/001"]) == [date(1953, 12, 31), None, None]


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "birth number", "12345678", "12345678901", "0602/280012", "060228-0012", "060228 0012", "060228/12"),
        *("0602290010", "0600010010", "0613010010", "0620010010", "0633010010", "0650010010", "0663010010"),
        *("0683010010", "0602000010", "0602320010", "0699010010", "06022800a2", None),
    ],
)
def test_what_is_no_birth_number_has_no_date(text: str | None) -> None:
    assert read([text]) == [None]

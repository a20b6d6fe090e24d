"""Birth numbers and company numbers as arithmetic. The numbers here are computed and are nobody's."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cz import dic, rc
from stdnum.exceptions import ValidationError
from tests.strategies import examples

from dluhy.ids import birth_date, birth_number_holds, ico_holds, is_female, real_day

if TYPE_CHECKING:
    from collections.abc import Sequence


def read(numbers: Sequence[str], digits: int) -> list[tuple[date | None, bool, bool | None]]:
    """Return birth date, sex (whether female) and checksum of birth numbers."""
    frame = pl.DataFrame({"n": [int(number) for number in numbers]}, schema={"n": pl.Int64})
    born = birth_date(pl.col("n"), digits=digits)
    out = frame.select(born, f=is_female(pl.col("n"), digits=digits), c=birth_number_holds(pl.col("n"), born))
    return out.rows()


def oracle(number: str) -> date | None:
    """Return the birth date python-stdnum reads, or None."""
    try:
        return rc.get_birth_date(number)
    except ValidationError:
        return None


def test_a_day_of_three_numbers_is_the_calendar_s() -> None:
    rows = list(product((1900, 1999, 2000, 2004, 2100), range(14), range(33)))
    frame = pl.DataFrame(rows, schema={"y": pl.Int64, "m": pl.Int64, "d": pl.Int64}, orient="row")
    expected = [date(y, m, d) if 1 <= m <= 12 and 1 <= d <= monthrange(y, m)[1] else None for y, m, d in rows]
    assert frame.select(real_day(pl.col("y"), pl.col("m"), pl.col("d"))).to_series().to_list() == expected


@examples(20)
@given(st.lists(st.integers(0, 10**10 - 1), min_size=200, max_size=400))
def test_dates_in_any_ten_digits_are_those_of_python_stdnum(numbers: list[int]) -> None:
    """But python-stdnum takes months 41 to 52 less a multiple of 20, and 91 to 99 too; no such series was given out."""
    written = [f"{number:010d}" for number in numbers if int(f"{number:010d}"[2:4]) % 50 <= 32]
    assert [born for born, *_ in read(written, 10)] == [oracle(number) for number in written]


@examples(20)
@given(
    st.lists(
        st.tuples(
            st.dates(date(1954, 1, 1), date(2053, 12, 31)), st.sampled_from([0, 20, 50, 70]), st.integers(0, 9999)
        ),
        min_size=200,
        max_size=400,
    )
)
def test_validity_of_ten_digits_is_that_of_python_stdnum(people: list[tuple[date, int, int]]) -> None:
    """But the remainder 10 written as 0 python-stdnum takes for every birth, the law's practice up to 1985."""
    written = [f"{born:%y}{born.month + code:02d}{born:%d}{serial:04d}" for born, code, serial in people]
    written += [text[:9] + str(int(text[:9]) % 11 % 10) for text in written]
    said = read(written, 10)
    assert [born for born, *_ in said] == [born for born, *_ in people] * 2
    assert [female for _, female, _ in said] == [code >= 50 for _, code, _ in people] * 2
    for text, (born, _, holds) in zip(written, said, strict=True):
        late = born is not None and born.year > 1985 and int(text[:9]) % 11 == 10
        assert holds == (rc.is_valid(text) and not late)


@examples(20)
@given(st.lists(st.integers(0, 10**9 - 1), min_size=200, max_size=400))
def test_dates_in_any_nine_digits_are_those_of_python_stdnum(numbers: list[int]) -> None:
    """But python-stdnum takes spare months, which no old number has, and years from 80 for the 19th century."""
    written = [f"{number:09d}" for number in numbers]
    written = [text for text in written if int(text[2:4]) % 50 <= 12 and int(text[:2]) < 80]
    assert [born for born, *_ in read(written, 9)] == [oracle(text) for text in written]


@pytest.mark.parametrize(
    ("number", "born"),
    [
        ("5301010010", date(2053, 1, 1)),
        ("5401010019", date(1954, 1, 1)),
        ("0622280010", date(2006, 2, 28)),
        ("0672280010", date(2006, 2, 28)),
        *(
            (text, None)
            for text in ("0602290010", "0600010010", "0613010010", "0620010010", "0633010010", "0650010010")
        ),
        *(
            (text, None)
            for text in ("0663010010", "0683010010", "0602000010", "0602320010", "0699010010", "0641010010")
        ),
    ],
)
def test_the_date_in_ten_digits(number: str, born: date | None) -> None:
    assert read([number], 10)[0][0] == born


def test_nobody_born_after_1953_or_before_1900_has_nine_digits() -> None:
    assert [born for born, *_ in read(["531231001", "540101001", "991231001", "000101001", "502101001"], 9)] == [
        date(1953, 12, 31), None, None, date(1900, 1, 1), None,
    ]  # fmt: skip


@examples(20)
@given(st.lists(st.integers(0, 89_999_999), min_size=300, max_size=500))
def test_company_numbers_hold_as_python_stdnum_says(numbers: list[int]) -> None:
    """Numbers from 90000000 it refuses whatever their checksum: no legal body's VAT number begins with nine."""
    numbers += [number // 10 * 10 + digit for number in numbers[:30] for digit in range(10)]
    frame = pl.DataFrame({"n": numbers}, schema={"n": pl.Int64})
    assert frame.select(ico_holds(pl.col("n"))).to_series().to_list() == [dic.is_valid(f"{n:08d}") for n in numbers]

"""Birth numbers as spreadsheets leave them. The numbers here are computed and are nobody's."""

from __future__ import annotations

import re
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cz import rc
from tests.intake.reading import TEXT, answers, say
from tests.strategies import examples

from dluhy.intake import cells

READ = cells.birth_number("0", TEXT, "birth_date")
NAMES = tuple(READ.values)
BORN = date(2006, 4, 5)


def told(written: str) -> tuple[dict[str, object], set[str]]:
    """Return the values of one cell by name, without nulls, and its codes."""
    ((values, codes),) = say(READ, [written])
    return {name: value for name, value in zip(NAMES, values, strict=True) if value is not None}, codes


def known(born: date, number: str, *, female: bool = False) -> dict[str, object]:
    """Return what is told of a whole number."""
    return {**within(born, born, female=female), "birth_number": number}


def within(first: date, last: date, *, female: bool = False) -> dict[str, object]:
    """Return what is told where only the days are known."""
    return {"birth_date_from": first, "birth_date_to": last, "birth_number_female": female}


@pytest.mark.parametrize(
    ("written", "number", "codes"),
    [
        *(
            (text, "0604050018", "")
            for text in ("0604050018", "060405/0018", "060405 0018", "060405-0018", "060405.0018")
        ),
        *(
            (text, "0604050018", "")
            for text in (" 060405 / 0018 ", "06 04 05 / 0018", "06.04.05/0018", "060405\u00a00018")
        ),
        *((text, "0604050018", "lost_zero") for text in ("604050018", "60405/0018", "604050018.0")),
        ("6.04050018E+08", "0604050018", "lost_zero scientific"),
        ("604050012", "0604050012", "lost_zero birth_number_checksum"),
        ("060405/0012", "0604050012", "birth_number_checksum"),
    ],
)
def test_a_number_in_each_form(written: str, number: str, codes: str) -> None:
    assert told(written) == (known(BORN, number), set(codes.split()))


def test_two_and_three_lost_zeros_are_restored_where_the_checksum_holds() -> None:
    number = next(f"000405{serial:04d}" for serial in range(100) if int(f"000405{serial:04d}") % 11 == 0)
    expected = known(date(2000, 4, 5), number), {"lost_zero"}
    assert told(number.lstrip("0")) == expected
    assert told(f"{int(number[:6])}/{number[6:]}") == expected
    wrong = str(int(number) + 1)
    assert told(wrong) == ({}, {"bad_birth_number"})
    assert told(f"{wrong[:3]}/{wrong[3:]}") == ({}, {"bad_birth_number"})


def test_nine_digits_are_old_with_a_slash_and_else_only_where_nothing_was_lost() -> None:
    """530101001 may as well be 0530101001 with the spare month 30: both days are told and neither chosen."""
    assert told("530101/001") == (known(date(1953, 1, 1), "530101001"), set())
    assert told("000101/001") == (known(date(1900, 1, 1), "000101001"), set())
    assert told("530101001") == (
        {"birth_number_first": date(1953, 1, 1), "birth_number_second": date(2005, 10, 10)},
        {"ambiguous_birth_number"},
    )
    assert told("485930001") == (known(date(1948, 9, 30), "485930001", female=True), {"old_birth_number"})
    assert told("540101/001") == ({}, {"bad_birth_number"})


@pytest.mark.parametrize(
    ("written", "first", "last", "codes"),
    [
        ("1.0520112E+09", date(2010, 2, 1), date(2010, 2, 1), "scientific"),
        ("1,05201E+09", date(2010, 2, 1), date(2010, 2, 1), "scientific"),
        ("1,05205E+09", date(2010, 2, 4), date(2010, 2, 5), "scientific"),
        ("1,052050E+09", date(2010, 2, 4), date(2010, 2, 5), "scientific"),
        ("1,052051E+09", date(2010, 2, 5), date(2010, 2, 5), "scientific"),
        ("1,05229E+09", date(2010, 2, 28), date(2010, 2, 28), "scientific"),
        ("6,0455E+08", None, None, "bad_birth_number"),
        ("6,0455,5E+08", None, None, "bad_birth_number"),
        ("6,0555E+08", None, None, "bad_birth_number"),
        ("6,5405E+08", date(2006, 4, 4), date(2006, 4, 5), "scientific lost_zero"),
        ("6,54051E+08", date(2006, 4, 5), date(2006, 4, 5), "scientific lost_zero"),
        ("9,8510E+09", None, None, "lost_digits"),
        ("1,05E+09", None, None, "lost_digits"),
        ("4,051E+07", None, None, "lost_digits"),
        ("5,30101E+08", None, None, "lost_digits"),
    ],
)
def test_scientific_notation_tells_what_its_digits_tell(
    written: str, first: date | None, last: date | None, codes: str
) -> None:
    values = within(first, last, female=True) if first and last else {}
    assert told(written) == (values, set(codes.split()))


@pytest.mark.parametrize(
    "written", ["5.4.2006", "5. dubna 2006", "2006-04-05", "2006-04-05 00:00:00", "nar. 5. 4. 2006"]
)
def test_a_birth_date_in_place_of_the_number(written: str) -> None:
    assert told(written) == ({"birth_date_from": BORN, "birth_date_to": BORN}, {"date_in_birth_number"})


@pytest.mark.parametrize(
    "written",
    [
        *(
            "birth number",
            "12345",
            "12345678901",
            "0602/280012",
            "060228/12",
            "06022800a2",
            "20060405",
            "38812",
            "5.4.06",
        ),
        *("5/6/2006", "0", "0602290010", "0613010010", "0600010010", "112011234", "=1+1", "4/2006", "2006"),
    ],
)
def test_what_is_no_birth_number_is_refused(written: str) -> None:
    assert told(written) == ({}, {"bad_birth_number"})


def test_typed_numbers_and_days() -> None:
    numbers = pl.DataFrame({"0": [604050018, 8501011237, None]})
    said = answers(cells.birth_number("0", numbers.schema["0"], "birth_date"), numbers)
    assert [values[2] for values, _ in said] == ["0604050018", "8501011237", None]
    assert [("lost_zero" in codes) for _, codes in said] == [True, False, False]
    days = pl.DataFrame({"0": [BORN, None]})
    said = answers(cells.birth_number("0", days.schema["0"], "birth_date"), days)
    assert said == [((BORN, BORN, *[None] * 4), {"date_in_birth_number"}), ((None,) * 6, set())]


@pytest.mark.thorough
@examples(15)
@given(
    st.lists(
        st.tuples(st.dates(date(1954, 1, 1), date(2053, 12, 31)), st.booleans(), st.integers(0, 999)), min_size=100
    )
)
def test_every_number_made_by_the_rule_is_read_as_python_stdnum_reads_it(people: list[tuple[date, bool, int]]) -> None:
    first_nine = [f"{born:%y}{born.month + 50 * woman:02d}{born:%d}{serial:03d}" for born, woman, serial in people]
    made = [
        (person, text + str(int(text) % 11))
        for person, text in zip(people, first_nine, strict=True)
        if int(text) % 11 < 10
    ]
    numbers = [number for _, number in made]
    assert all(rc.is_valid(number) for number in numbers)
    expected: list[tuple[tuple[object, ...], set[str]]] = [
        (tuple(known(born, n, female=woman).get(name) for name in NAMES), set()) for (born, woman, _), n in made
    ]
    assert say(READ, numbers) == expected
    assert say(READ, [f"{number[:6]}/{number[6:]}" for number in numbers]) == expected
    assert [rc.get_birth_date(number) for number in numbers] == [born for (born, *_), _ in made]


@examples(15)
@given(
    st.lists(
        st.tuples(st.dates(date(2000, 1, 1), date(2009, 12, 31)), st.booleans(), st.integers(0, 999)), min_size=100
    )
)
def test_a_number_that_lost_its_zeros_comes_back_or_is_told_ambiguous(people: list[tuple[date, bool, int]]) -> None:
    first_nine = [f"{born:%y}{born.month + 50 * woman:02d}{born:%d}{serial:03d}" for born, woman, serial in people]
    numbers = [text + str(int(text) % 11) for text in first_nine if int(text) % 11 < 10]
    for number, (values, codes) in zip(numbers, say(READ, [str(int(number)) for number in numbers]), strict=True):
        if _reads_as_a_day(str(int(number))):
            assert (values[2], codes) == (None, {"bad_birth_number"})
            continue
        ambiguous = codes == {"ambiguous_birth_number"}
        assert ambiguous or (values[2] == number and codes == {"lost_zero"})
        assert values[4 if ambiguous else 0] == rc.get_birth_date(number)


def _reads_as_a_day(digits: str) -> bool:
    """Return whether eight digits may be a day, month and year: such a cell is never taken for a birth number."""
    found = re.fullmatch("(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])(19|20)[0-9]{2}", digits)
    return found is not None


def test_eight_digits_that_may_be_a_day_are_no_birth_number_without_its_zeros() -> None:
    assert say(READ, ["11081906"]) == [((None,) * len(NAMES), {"bad_birth_number"})]

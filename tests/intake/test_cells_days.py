"""Days, periods and years in the forms lists contain."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.reading import TEXT, answers, one, say
from tests.strategies import examples

from dluhy.intake import cells

EXACT = cells.day("0", TEXT, "call_served_on", ranged=False)
RANGED = cells.day("0", TEXT, "due_on", ranged=True)
YEARS = cells.years("0", TEXT, "fee_year")
MONTHS = [
    "ledna",
    "února",
    "března",
    "dubna",
    "května",
    "června",
    "července",
    "srpna",
    "září",
    "října",
    "listopadu",
    "prosince",
]
FIRST = date(2012, 7, 1)
DAYS = st.dates(date(1900, 1, 2), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("written", "repair"),
    [
        *(
            (text, "")
            for text in ("1.7.2012", "01. 07. 2012", "1.\u00a07.\u00a02012", "2012-07-01", "2012-7-1", "20120701")
        ),
        *(
            (text, "")
            for text in ("2012-07-01 00:00:00", "2012-07-01T13:45", "1.7.2012 8:30", "2012-07-01 00:00:00.000")
        ),
        *((text, "") for text in ("1. července 2012", "1.července 2012", "1 cervence 2012", "1. ČERVENCE 2012")),
        ("1.7.12", "two_digit_year"),
        ("41091", "excel_serial"),
        ("41091.0", "excel_serial"),
        ("41091,75", "excel_serial"),
        ("2012/07/01", "slash_date"),
    ],
)
def test_a_day_in_each_form(written: str, repair: str) -> None:
    codes = {repair} - {""}
    assert one(EXACT, written) == (FIRST, codes)
    assert one(RANGED, written) == ((FIRST, FIRST), codes)


def test_two_digits_of_a_year_turn_at_54_and_slashes_need_one_reading() -> None:
    assert [value for (value,), _ in say(EXACT, ["1.1.00", "1.1.53", "1.1.54", "1.1.99"])] == [
        date(2000, 1, 1), date(2053, 1, 1), date(1954, 1, 1), date(1999, 1, 1),
    ]  # fmt: skip
    assert one(EXACT, "25/12/2012") == (date(2012, 12, 25), {"slash_date"})
    assert one(EXACT, "12/25/2012") == (date(2012, 12, 25), {"slash_date"})
    assert one(EXACT, "5/5/2012") == (date(2012, 5, 5), {"slash_date"})
    assert one(EXACT, "5/6/2012") == (None, {"ambiguous_date"})
    assert one(RANGED, "5/6/2012") == ((None, None), {"ambiguous_date"})


@pytest.mark.parametrize(
    ("written", "first", "last", "repair"),
    [
        *((text, (7, 1), (7, 31), "") for text in ("7/2012", "07.2012", "7. 2012", "2012-07", "červenec 2012")),
        *((text, (1, 1), (12, 31), "") for text in ("2012", "2012.0")),
        ("I/2012", (1, 1), (6, 30), "roman_period"),
        ("II/2012", (2, 1), (12, 31), "roman_period"),
        ("II. 2012", (2, 1), (12, 31), "roman_period"),
        ("II.2012", (2, 1), (12, 31), "roman_period"),
        ("III/2012", (3, 1), (9, 30), "roman_period"),
        ("IV/2012", (4, 1), (12, 31), "roman_period"),
        ("V/2012", (5, 1), (5, 31), "roman_period"),
        ("XII/2012", (12, 1), (12, 31), "roman_period"),
        *(
            (text, (1, 1), (3, 31), "")
            for text in ("1. čtvrtletí 2012", "I. čtvrtletí 2012", "Q1 2012", "1Q2012", "1.Q 2012")
        ),
        *((text, (1, 1), (6, 30), "") for text in ("1. pololetí 2012", "I. pololetí 2012", "1. pololetí roku 2012")),
        ("2. pololetí 2012", (7, 1), (12, 31), ""),
        ("Q4/2012", (10, 1), (12, 31), ""),
    ],
)
def test_a_period_becomes_every_day_it_may_be(
    written: str, first: tuple[int, int], last: tuple[int, int], repair: str
) -> None:
    assert one(RANGED, written) == ((date(2012, *first), date(2012, *last)), {repair} - {""})
    assert one(EXACT, written) == (None, {"bad_date"})


@pytest.mark.parametrize(
    ("written", "first", "last", "repair"),
    [
        *((text, 2009, 2012, "") for text in ("2009–2012", "2009-2012", "2009 - 2012", "2009/2012", "2009 až 2012")),
        ("2012/13", 2012, 2013, "year_span"),
        ("2010/11", 2010, 2011, "year_span"),
        ("1999/00", 1999, 2000, "year_span"),
    ],
)
def test_a_span_of_years_is_from_the_first_day_to_the_last(written: str, first: int, last: int, repair: str) -> None:
    assert one(RANGED, written) == ((date(first, 1, 1), date(last, 12, 31)), {repair} - {""})
    assert one(YEARS, written) == ((first, last), {repair} - {""})


@pytest.mark.parametrize(
    "written",
    [
        *("31.2.2010", "13/2012", "včera", "29. 2. 2011", "0.1.2012", "?", "0", "0000-00-00", "00.00.0000", "1.1.1900"),
        *("1 2012", "99999", "9999", "1812", "2012/07", "2012-2009", "V. čtvrtletí 2012", "3. pololetí 2012", "7/12"),
        *("2012-06-30T22:00:00Z", "1-7-2012", "20121301", "XIII/2012", "IIII/2012"),
    ],
)
def test_what_is_no_day_is_refused(written: str) -> None:
    assert one(RANGED, written) == ((None, None), {"bad_date"})
    assert one(EXACT, written) == (None, {"bad_date"})


def day_forms(day: date) -> list[str]:
    """Return the forms of a day that need no mending."""
    return [
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02d}. {day.month:02d}. {day.year}",
        day.isoformat(),
        f"{day.isoformat()} 00:00:00",
        day.strftime("%Y%m%d"),
        f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
    ]


@examples(30)
@given(st.lists(DAYS, min_size=30))
def test_any_day_in_each_form_reads_back(days: list[date]) -> None:
    expected = [(day, text) for day in days for text in day_forms(day)]
    assert say(EXACT, [text for _, text in expected]) == [((day,), set()) for day, _ in expected]
    serials = [day for day in days if day >= date(1927, 5, 18)]
    written = [str((day - date(1899, 12, 30)) // timedelta(days=1)) for day in serials]
    assert say(EXACT, written) == [((day,), {"excel_serial"}) for day in serials]


def test_typed_days_are_taken_where_a_list_can_mean_them() -> None:
    frame = pl.DataFrame({"0": [date(2012, 7, 1), date(1900, 1, 1), None]})
    read = cells.day("0", frame.schema["0"], "due_on", ranged=True)
    assert answers(read, frame) == [((FIRST, FIRST), set()), ((None, None), {"bad_date"}), ((None, None), set())]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        *((text, 2012, 2012) for text in ("2012", "2012.0", "rok 2012", "za rok 2012", "r. 2012", "I/2012", "7/2012")),
        *((text, 2012, 2012) for text in ("1. pololetí 2012", "31.5.2012", "2012-05-31", "5/6/2012", "25/12/2012")),
        *(
            (text, 2010, 2012)
            for text in ("2010, 2011, 2012", "2012;2010;2011", "2010 a 2011 a 2012", "2010+2011+2012")
        ),
        *((text, 2010, 2012) for text in ("2010, 2011 a 2012", "2010-2011, 2012", "2010/2011/2012", "roky 2010–2012")),
        ("1900", 1900, 1900),
        ("2099", 2099, 2099),
    ],
)
def test_years_however_written(written: str, first: int, last: int) -> None:
    assert one(YEARS, written)[0] == (first, last)
    assert not one(YEARS, written)[1] - {"slash_date"}


def test_years_with_gaps_are_refused_apart_from_what_is_no_year() -> None:
    scattered = ["2010, 2012", "2012;2009", "2009-2011, 2013"]
    assert say(YEARS, scattered) == [((None, None), {"scattered_years"})] * 3
    none = [
        "MMXII",
        "12",
        "2012-2009",
        "1814",
        "1899",
        "2100",
        "2018-05",
        "2009-12",
        "41000",
        "2010, 2010",
        "2010,",
        "10, 11",
    ]
    assert say(YEARS, none) == [((None, None), {"bad_year"})] * len(none)


def test_years_are_listed_where_two_or_more_are_named_for_sure() -> None:
    written = [
        "2009–2011",
        "2012/13",
        "2010 a 2011",
        "2010, 2012",
        "2012",
        "2010/11",
        "2009-2011, 2013",
        "7/2012",
        None,
    ]
    frame = pl.DataFrame({"0": written}, schema={"0": pl.String})
    assert frame.select(cells.year_list("0", TEXT)).to_series().to_list() == [
        [2009, 2010, 2011], [2012, 2013], [2010, 2011], [2010, 2012], *[None] * 5,
    ]  # fmt: skip


def test_typed_years() -> None:
    frame = pl.DataFrame({"0": [1899, 1900, 2099, 2100, None]})
    said = answers(cells.years("0", frame.schema["0"], "fee_year"), frame)
    assert said == [
        ((None, None), {"bad_year"}), ((1900, 1900), set()), ((2099, 2099), set()), ((None, None), {"bad_year"}),
        ((None, None), set()),
    ]  # fmt: skip

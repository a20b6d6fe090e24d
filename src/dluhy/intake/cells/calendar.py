"""Written days and periods -> the first and the last day they can mean, shared by days, years and birth numbers.

`STEPS` go from the field `bare` (normal text) to the fields `day` (Date, exact), `first` and `last` (Date, of a period,
for an exact day the day itself), `slashed_year` (Int64, of a date with slashes under either reading), and tests, true
or false: `ambiguous` (two readings, no day), `digits_only` (eight digits or a serial), `certain_span` (whole years
that cannot be a year and a month), and the repairs by their codes.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from dluhy.ids import real_day
from dluhy.intake.cells.reading import DASHES, abreast, number, sure, without_marks

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST_DAY, LAST_DAY = date(1900, 1, 2), date(2099, 12, 31)
"""Days a list can mean; a spreadsheet's empty date reads as one of the first days of its calendar."""

_PIVOT = 53  # the last two digits of a year up to this are of the 21st century
_EPOCH_SERIAL = 25569  # 1 January 1970 counted from 30 December 1899
_FIRST_SERIAL, _LAST_SERIAL = 10000, 73050
_DAY, _YEAR = 2, 4  # digits of a day or month or short year, and of a full year
_MONTHS_OF_YEAR = 12
_MONTHS = (
    ("leden", "ledna"), ("únor", "února"), ("březen", "března"), ("duben", "dubna"), ("květen", "května"),
    ("červen", "června"), ("červenec", "července"), ("srpen", "srpna"), ("září",), ("říjen", "října"),
    ("listopad", "listopadu"), ("prosinec", "prosince"),
)  # fmt: skip
_ROMAN_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = {name: n for n, name in enumerate(_ROMAN_NUMERALS, start=1)}
_ROMAN_REACH = {1: (1, 6), 2: (2, 12), 3: (3, 9), 4: (4, 12)}
"""Roman I to IV -> first and last month of the month, the quarter and (I, II) the half-year it may be."""

_TIME = r"[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$"
_THREE = r"^(?P<a>\d{1,4})(?P<s>[./-])(?P<b>\d{1,2})(?P<z>[./-])(?P<c>\d{4}|\d{1,2})$"
_DIGITS = r"^(?P<n>\d{4}|\d{5}|\d{8})(?:[.,](?P<rest>\d+))?$"
_TWO = r"^(?P<a>\d{1,4})(?P<s>[./-]| až | az )(?P<b>\d{4}|\d{2})$"
_PERIOD = (
    r"^(?P<q>q)?(?P<n>[ivx]{1,4}|[1-4])(?P<dot>\.)? ?(?P<word>q|čtvrtletí|ctvrtleti|kvartál|kvartal|pololetí|pololeti)?"
    r"(?: roku| r\.)?(?P<sep>[ ./-])?(?P<year>\d{4})$"
)

_f = pl.col


def plausible(day: pl.Expr) -> pl.Expr:
    """Keep a day a list can mean."""
    return pl.when(day.is_between(FIRST_DAY, LAST_DAY)).then(day)


def normal(text: pl.Expr) -> pl.Expr:
    """Return tidy text for reading days: lower case, months as numbers, no spaces around signs, no time of day."""
    return text.str.to_lowercase().str.replace_many(_REPLACEMENTS, leftmost=True).str.replace(_TIME, "")


def _replacements() -> dict[str, str]:
    """Return what to replace, longer texts first: months by numbers with a dot, signs without spaces around them."""
    found: dict[str, str] = {}
    for month, names in enumerate(_MONTHS, start=1):
        for name in {*names, *map(without_marks, names)}:
            found |= {f" {name} ": f".{month}.", f"{name} ": f"{month}.", name: f"{month}."}
    for sign in "./" + DASHES:
        plain = "-" if sign in DASHES else sign
        found |= {f" {sign} ": plain, f" {sign}": plain, f"{sign} ": plain, sign: plain}
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))


_REPLACEMENTS = _replacements()


def _unpacked(prefix: str, *names: str) -> dict[str, pl.Expr]:
    """Return the numbers found under one prefix, and how many digits each has."""
    group = _f(prefix).struct
    values = {f"{prefix}_{name}": number(group.field(name)) for name in names}
    return values | {f"{prefix}_{name}_long": group.field(name).str.len_chars() for name in names}


def _three_numbers() -> list[Mapping[str, pl.Expr]]:
    """Read "1.7.2012", "1.7.12", "2012-07-01", "25/12/2012"."""
    sign = _f("three").struct.field("s")
    same = sign == _f("three").struct.field("z")
    short_a = _f("three_a_long") <= _DAY
    year_a, year_c = _f("three_a_long") == _YEAR, _f("three_c_long") == _YEAR
    short_c = _f("three_c_long") == _DAY
    century = pl.when(_f("three_c") <= _PIVOT).then(_f("three_c") + 2000).otherwise(_f("three_c") + 1900)
    return [
        {"three": _f("bare").str.extract_groups(_THREE)},
        _unpacked("three", "a", "b", "c"),
        {
            "full": sure(same & (sign == ".") & short_a & year_c),
            "short": sure(same & (sign == ".") & short_a & short_c),
            "iso": sure(same & (sign != ".") & year_a & (_f("three_c_long") <= _DAY)),
            "slashed": sure(same & (sign == "/") & short_a & year_c),
            "slashes": sure(same & (sign == "/")),
        },
        {
            "three_year": pl.when(_f("iso"))
            .then(_f("three_a"))
            .when(_f("full") | _f("slashed"))
            .then(_f("three_c"))
            .when(_f("short"))
            .then(century),
            "three_day": pl.when(_f("iso")).then(_f("three_c")).otherwise(_f("three_a")),
        },
        {
            "straight": plausible(real_day(_f("three_year"), _f("three_b"), _f("three_day"))),
            "swapped": plausible(real_day(pl.when(_f("slashed")).then(_f("three_year")), _f("three_a"), _f("three_b"))),
        },
        {
            "ambiguous": sure(_f("slashed") & (_f("straight") != _f("swapped"))),
            "slashed_year": pl.when(_f("slashed") & (_f("straight").is_not_null() | _f("swapped").is_not_null())).then(
                _f("three_year")
            ),
        },
        {"exact": pl.when(~_f("ambiguous")).then(pl.coalesce(_f("straight"), _f("swapped")))},
    ]


def _only_digits() -> list[Mapping[str, pl.Expr]]:
    """Read "20120701", the serial days of spreadsheets, and a bare year."""
    rest = _f("digits").struct.field("rest")
    value = _f("digits_n")
    return [
        {"digits": _f("bare").str.extract_groups(_DIGITS)},
        _unpacked("digits", "n") | {"no_fraction": sure(rest.is_null() | rest.str.contains(r"^0+$"))},
        {
            "serial": sure((_f("digits_n_long") == 5) & value.is_between(_FIRST_SERIAL, _LAST_SERIAL)),  # noqa: PLR2004
            "eight": pl.when((_f("digits_n_long") == 8) & _f("no_fraction")).then(value),  # noqa: PLR2004
            "digits_year": pl.when((_f("digits_n_long") == _YEAR) & _f("no_fraction")).then(value),
        },
        {
            "digits_day": pl.when(_f("serial"))
            .then((value - _EPOCH_SERIAL).cast(pl.Int32, strict=False).cast(pl.Date))
            .otherwise(real_day(_f("eight") // 10000, _f("eight") // 100 % 100, _f("eight") % 100))
        },
    ]


def _two_numbers() -> list[Mapping[str, pl.Expr]]:
    """Read "7/2012", "2012-07", "2009-2012" and "2012/13"."""
    a, b = _f("two_a"), _f("two_b")
    sign = _f("two").struct.field("s")
    short_a, year_a = _f("two_a_long") <= _DAY, _f("two_a_long") == _YEAR
    short_b, year_b = _f("two_b_long") == _DAY, _f("two_b_long") == _YEAR
    no_month = b > _MONTHS_OF_YEAR
    return [
        {"two": _f("bare").str.extract_groups(_TWO)},
        _unpacked("two", "a", "b"),
        {
            "month_first": sure(short_a & year_b & sign.is_in(["/", "."])),
            "month_last": sure(year_a & short_b & (sign == "-") & ~no_month),
            "years": sure(year_a & year_b & (sign != ".") & (a <= b)),
            "century_end": sure((a % 100 == 99) & (b == 0)),  # noqa: PLR2004 - "1999/00"
        },
        {"short_end": pl.when(_f("century_end")).then(a + 1).otherwise(a // 100 * 100 + b)},
        {
            "shortened": sure(year_a & short_b & ((sign == "/") | ((sign == "-") & no_month)) & (_f("short_end") > a)),
        },
        {
            "two_year": pl.when(_f("month_first"))
            .then(b)
            .when(_f("month_last") | _f("years") | _f("shortened"))
            .then(a),
            "two_month": pl.when(_f("month_first")).then(a).when(_f("month_last")).then(b),
            "two_spans": _f("years") | (_f("shortened") & (sure(no_month) | _f("century_end"))),
        },
        {
            "two_last_year": pl.when(_f("years"))
            .then(b)
            .when(_f("shortened"))
            .then(_f("short_end"))
            .otherwise(_f("two_year"))
        },
    ]


def _named_part() -> list[Mapping[str, pl.Expr]]:
    """Read "II/2012", "1. čtvrtletí 2012", "Q1 2012", "1. pololetí 2012"."""
    group = _f("period").struct
    named, word = group.field("n"), group.field("word")
    which = _f("which")
    return [
        {"period": _f("bare").str.extract_groups(_PERIOD)},
        {
            "roman": named.replace_strict(_ROMAN, default=None, return_dtype=pl.Int64),
            "half_word": sure(word.str.starts_with("pol")),
            "quarter_word": word.is_not_null() & ~sure(word.str.starts_with("pol")),
            "quarter_sign": group.field("q").is_not_null(),
            "parted": group.field("sep").is_not_null() | group.field("dot").is_not_null(),
            "part_year": number(group.field("year")),
        },
        {"which": pl.coalesce(number(named), _f("roman"))},
        {
            "half": sure(_f("half_word") & ~_f("quarter_sign") & (which <= 2)),  # noqa: PLR2004
            "quarter": sure((_f("quarter_sign") != _f("quarter_word")) & ~_f("half_word") & (which <= 4)),  # noqa: PLR2004
            "alone": sure(_f("roman").is_not_null() & word.is_null() & ~_f("quarter_sign") & _f("parted")),
        },
        {
            f"part_{name}": pl.when(_f("half"))
            .then(6 * which - 5 * start)
            .when(_f("quarter"))
            .then(3 * which - 2 * start)
            .when(_f("alone"))
            .then(which.replace_strict({n: reach[1 - start] for n, reach in _ROMAN_REACH.items()}, default=which))
            for name, start in (("first", 1), ("last", 0))
        },
    ]


def _together() -> list[Mapping[str, pl.Expr]]:
    year = pl.coalesce(_f("two_year"), _f("part_year"), _f("digits_year"))
    last_year = pl.coalesce(_f("two_last_year"), _f("part_year"), _f("digits_year"))
    whole_year = _f("period").struct.field("year").is_null() | _f("two_year").is_not_null()
    month, last_month = (
        pl.coalesce(_f("two_month"), _f(f"part_{end}"), pl.when(whole_year).then(pl.lit(month, dtype=pl.Int64)))
        for end, month in (("first", 1), ("last", _MONTHS_OF_YEAR))
    )
    read = _f("day").is_not_null()
    whole = _f("first").is_not_null()
    return [
        {"year": year, "last_year": last_year, "month": month, "last_month": last_month},
        {
            "day": plausible(pl.coalesce(_f("exact"), _f("digits_day"))),
            "starts": plausible(real_day(_f("year"), _f("month"), pl.lit(1))),
            "ends": plausible(real_day(_f("last_year"), _f("last_month"), pl.lit(1)).dt.month_end()),
        },
        {
            "first": pl.coalesce(_f("day"), pl.when(_f("ends").is_not_null()).then(_f("starts"))),
            "last": pl.coalesce(_f("day"), pl.when(_f("starts").is_not_null()).then(_f("ends"))),
        },
        {
            "digits_only": _f("digits_day").is_not_null(),
            "excel_serial": read & _f("serial"),
            "two_digit_year": read & _f("short"),
            "slash_date": read & _f("slashes"),
            "roman_period": whole & _f("alone"),
            "year_span": whole & _f("shortened"),
            "certain_span": whole & _f("two_spans"),
        },
    ]


STEPS = (*abreast(_three_numbers(), _only_digits(), _two_numbers(), _named_part()), *_together())

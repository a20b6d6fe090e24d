"""Identifiers as frame expressions: birth numbers and company numbers, worked out from whole numbers.

Source: § 13 odst. 3 to 5 zákona č. 133/2000 Sb. for birth numbers (that numbers of 1954 to 1985 may break the rule of
eleven in one way is practice, not its text); the weighted sum of the statistical register for IČO. A birth
number is handed over as an Int64 without its slash, so that a lost leading zero is no different from one that stands.
"""

from __future__ import annotations

import polars as pl

OLD_DIGITS, DIGITS = 9, 10
"""Digits of a birth number given to people born to the end of 1953, and of every later one."""
LAST_OLD_YEAR = 53
"""The last two digits of the last year whose births have nine digits; from 54 on ten digits mean the 20th century."""
ICO_DIGITS = 8
EXECUTOR_OFFICE = r"^\s*([0-9]{3})\b"
"""The executor's office in a file mark: „108 EX 12/20“."""

_WOMAN = 50  # added to the month
_SPARE = 20  # added to the month since 2004, when the numbers of a day run out
_MONTHS = 12
_MODULUS = 11
_FIRST_WITH_CHECK, _LAST_WITH_EXCEPTION = 1954, 1985  # births whose remainder 10 may be written as the digit 0


def real_day(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """Return the day (Date) of three whole numbers; null where one is null or the calendar has no such day."""
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    thirty = month.is_in([4, 6, 9, 11])
    length = pl.when(month == 2).then(pl.when(leap).then(29).otherwise(28)).when(thirty).then(30).otherwise(31)  # noqa: PLR2004
    march_year = year - (month <= 2).cast(pl.Int64)  # noqa: PLR2004 - years from March, the leap day is the last one
    in_year = (153 * ((month + 9) % _MONTHS) + 2) // 5 + day - 1
    days = march_year * 365 + march_year // 4 - march_year // 100 + march_year // 400 + in_year - 719468
    real = month.is_between(1, _MONTHS) & day.is_between(1, length)
    return pl.when(real).then(days.cast(pl.Int32).cast(pl.Date))


def birth_date(number: pl.Expr, *, digits: int) -> pl.Expr:
    """Return the birth date (Date) in a birth number (Int64) of nine or ten digits; null where it has none.

    Months +50 (women), and with ten digits +20 and +70 (spare series since 2004), are understood. The checksum is not
    asked for: substitute numbers of foreigners fail it rightly.
    """
    code = _month_code(number, digits)
    month = code - _WOMAN * is_female(number, digits=digits).cast(pl.Int64)
    year = number // 10 ** (digits - 2)
    day = number // 10 ** (digits - 6) % 100
    if digits == OLD_DIGITS:
        return real_day(pl.when(year <= LAST_OLD_YEAR).then(year + 1900), month, day)
    month = pl.when(month > _SPARE).then(month - _SPARE).otherwise(month)
    return real_day(pl.when(year > LAST_OLD_YEAR).then(year + 1900).otherwise(year + 2000), month, day)


def is_female(number: pl.Expr, *, digits: int) -> pl.Expr:
    """Return whether the month of a birth number (Int64) is a woman's (Boolean)."""
    return _month_code(number, digits) > _WOMAN


def birth_number_holds(number: pl.Expr, born: pl.Expr) -> pl.Expr:
    """Return whether ten digits (Int64) pass their checksum: divisible by eleven.

    For births of 1954 to 1985 also nine digits of remainder 10 followed by 0. Numbers of nine digits have no checksum.
    """
    exception = (number // 10 % _MODULUS == 10) & (number % 10 == 0)  # noqa: PLR2004 - a remainder of no single digit
    excepted = born.dt.year().is_between(_FIRST_WITH_CHECK, _LAST_WITH_EXCEPTION)
    return (number % _MODULUS == 0) | (exception & excepted)


def ico_holds(number: pl.Expr) -> pl.Expr:
    """Return whether a company number (Int64, up to eight digits) passes its checksum: weights 8 to 2, modulo 11."""
    digits = [number // 10 ** (weight - 1) % 10 * weight for weight in range(2, ICO_DIGITS + 1)]
    expected = (_MODULUS - pl.sum_horizontal(digits) % _MODULUS) % 10
    return number % 10 == expected


def _month_code(number: pl.Expr, digits: int) -> pl.Expr:
    after: int = 10 ** (digits - 4)
    return number // after % 100

"""Birth numbers as spreadsheets leave them -> the birth date, and the number where all its digits are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.ids import DIGITS, LAST_OLD_YEAR, OLD_DIGITS, birth_date, birth_number_holds, is_female
from dluhy.intake.cells.calendar import STEPS, normal, plausible
from dluhy.intake.cells.reading import CELL, NO, Read, abreast, number, shared_read, staged, sure, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARTED = r"^(?P<head>\d\d[ .]?\d\d[ .]?\d\d)[ ./-](?P<tail>\d{3,4})$"
_SHORTENED = r"^(?P<head>\d{3,5})/(?P<tail>\d{4})$"
_DIGITS_ONLY = r"^(\d{7,10})(?:[.,]0+)?$"
_SCIENTIFIC = r"^(?P<first>\d)(?:[.,](?P<rest>\d{1,9}))?e\+?0?(?P<exponent>[6-9])$"
_BORN = r"^(?:dat\.)?nar(?:\.|ozena |ozen |ozen\(a\) )"
_OF_DATE = 6  # digits that tell the date
_SERIAL = 10**4  # of the four digits after them
_OLD_SERIAL_LONG, _SERIAL_LONG = 3, 4

_DAY_OF_BIRTH = r"^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$"
"""Eight digits that read as day, month and year: a birth date rather than a number without two zeros."""

_f = pl.col
_BAD = ("ambiguous_birth_number", "lost_digits", "bad_birth_number")
_REPAIRS = ("lost_zero", "scientific", "date_in_birth_number", "old_birth_number", "slash_date")


def birth_number(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read a birth number, or the birth date that stands in its place.

    Values: `target`_from and `target`_to (Date); birth_number (String of nine or ten digits, null where not all are
    known); birth_number_first and birth_number_second (Date, the candidates of nine digits without a slash that can be
    an old number as well as a later one without its zero, else null); birth_number_female (Boolean, null where only a
    date is known).
    """
    if dtype == pl.Date or isinstance(dtype, pl.Datetime):
        return _only_dates(column, target)
    made = staged(
        pl.col(column),
        dtype,
        {"text": tidy(CELL, dtype)},
        {"bare": normal(_f("text"))},
        *_digits(),
        *abreast(_settled(), _rough(), _dated()),
        *_together(),
    )
    values = ("birth_number", "birth_number_first", "birth_number_second", "birth_number_female")
    return shared_read(
        made,
        {f"{target}_from": "starts", f"{target}_to": "ends"} | {name: name for name in values},
        bad=_BAD,
        repairs=_REPAIRS,
        warnings=("birth_number_checksum",),
    )


def _only_dates(column: str, target: str) -> Read:
    day = plausible(pl.col(column).cast(pl.Date))
    nothing = pl.lit(None, dtype=pl.Date)
    return Read(
        {
            f"{target}_from": day,
            f"{target}_to": day,
            "birth_number": pl.lit(None, dtype=pl.String),
            "birth_number_first": nothing,
            "birth_number_second": nothing,
            "birth_number_female": pl.lit(None, dtype=pl.Boolean),
        },
        bad={"bad_birth_number": pl.col(column).is_not_null() & day.is_null()},
        repairs={"date_in_birth_number": day.is_not_null()},
        warnings={"birth_number_checksum": NO},
    )


def _digits() -> list[Mapping[str, pl.Expr]]:
    """Take all known digits as a whole number `value`, and tell how they are written."""
    parted, shortened, power = (_f(name).struct for name in ("parted", "shortened", "power"))
    long = _f("alone").str.len_chars()
    serial = parted.field("tail").str.len_chars()
    keeps_zero = _f("alone").str.starts_with("0")  # what begins with a zero has lost none
    a_day = _f("alone").str.contains(_DAY_OF_BIRTH)
    kept = power.field("rest").str.len_chars().cast(pl.Int64) == number(power.field("exponent"))
    return [
        {
            "parted": _f("bare").str.extract_groups(_PARTED),
            "shortened": _f("bare").str.extract_groups(_SHORTENED),
            "power": _f("bare").str.extract_groups(_SCIENTIFIC),
        },
        {"all_kept": pl.when(kept).then(power.field("first") + power.field("rest"))},
        {"alone": pl.coalesce(_f("bare").str.extract(_DIGITS_ONLY), _f("all_kept"))},
        {
            "value": number(
                pl.coalesce(
                    parted.field("head").str.replace_many([" ", "."], [""]) + parted.field("tail"),
                    shortened.field("head") + shortened.field("tail"),
                    _f("alone"),
                )
            ),
            "bare_old": sure((long == OLD_DIGITS) & keeps_zero),
            "full": sure(serial == _SERIAL_LONG) | sure(long == DIGITS),
            "short": sure(~shortened.field("head").str.starts_with("0"))
            | sure((long < OLD_DIGITS) & ~keeps_zero & ~a_day),
            "nine": sure((long == OLD_DIGITS) & ~keeps_zero),
        },
    ]


def _settled() -> list[Mapping[str, pl.Expr]]:
    """Decide between nine digits and ten without a leading zero; a lost zero is believed where the checksum holds."""
    is_nine, old, ten = _f("nine"), _f("old"), _f("ten")
    serial = _f("parted").struct.field("tail").str.len_chars()
    surely_old = sure(serial == _OLD_SERIAL_LONG) | _f("bare_old")
    begins_later = sure(_f("value") // 10 ** (OLD_DIGITS - 2) > LAST_OLD_YEAR)
    return [
        {"old": birth_date(_f("value"), digits=OLD_DIGITS), "ten": birth_date(_f("value"), digits=DIGITS)},
        {"holds": sure(birth_number_holds(_f("value"), ten))},
        {
            "either": is_nine & old.is_not_null() & ten.is_not_null(),
            "is_old": surely_old | (is_nine & old.is_not_null() & ten.is_null()),
            "lost": ((_f("short") | (is_nine & old.is_null())) & _f("holds")) | (is_nine & begins_later),
        },
        {"born": pl.when(~_f("either")).then(pl.when(_f("is_old")).then(old).when(_f("full") | _f("lost")).then(ten))},
    ]


def _rough() -> list[Mapping[str, pl.Expr]]:
    """Read what scientific notation left; its last digit may have been rounded up, so the day may be the one before."""
    power, exponent, known, value = _f("power").struct, _f("exponent"), _f("known"), _f("rounded")
    rest = power.field("rest").fill_null("")
    scale = pl.lit(10, dtype=pl.Int64).pow((exponent + 1 - known).clip(0, DIGITS))
    month = value // 10 ** (OLD_DIGITS - 4) % 50
    maybe_old = (value // 10 ** (OLD_DIGITS - 2) <= LAST_OLD_YEAR) & month.is_between(1, 12)
    enough = (known + DIGITS - 1 - exponent >= _OF_DATE) & (exponent >= OLD_DIGITS - 1)
    rounded = pl.when(_f("enough")).then(value)
    return [
        {"exponent": number(power.field("exponent")), "known": rest.str.len_chars().cast(pl.Int64) + 1},
        {"partial": sure(known <= exponent), "rounded": number(power.field("first") + rest) * scale},
        {"nine_left": _f("partial") & sure(exponent == OLD_DIGITS - 1)},
        {"enough": _f("partial") & sure(enough) & ~sure(_f("nine_left") & maybe_old)},
        {"rounded": rounded, "lost_all": _f("partial") & ~_f("enough")},
        {
            "shown": birth_date(value, digits=DIGITS),
            "before": birth_date(pl.when(value % _SERIAL == 0).then(value - _SERIAL), digits=DIGITS),
        },
    ]


def _dated() -> list[Mapping[str, pl.Expr]]:
    """Read a birth date in place of the number; bare digits and short years would be guesses here."""
    dated = _f("dated").struct
    unclear = dated.field("digits_only") | dated.field("two_digit_year")
    bare = _f("bare").str.replace(_BORN, "")
    names = ("day", "digits_only", "two_digit_year", "slash_date")
    return [
        {
            "dated": staged(bare, pl.String(), {"bare": pl.col(CELL)}, *STEPS).struct(
                dict(zip(names, names, strict=True))
            )
        },
        {"date": pl.when(~unclear).then(dated.field("day")), "slash_date": ~unclear & dated.field("slash_date")},
    ]


def _together() -> list[Mapping[str, pl.Expr]]:
    known, from_power = _f("born").is_not_null(), _f("shown").is_not_null() | _f("before").is_not_null()
    old, missing, value = _f("is_old"), _f("missing"), _f("value")
    digits = value.cast(pl.String)
    female = pl.when(old).then(is_female(value, digits=OLD_DIGITS)).otherwise(is_female(value, digits=DIGITS))
    return [
        {
            "starts": pl.coalesce(_f("born"), _f("before"), _f("shown"), _f("date")),
            "ends": pl.coalesce(_f("born"), _f("shown"), _f("before"), _f("date")),
        },
        {"missing": _f("text").is_not_null() & _f("starts").is_null() & ~_f("either")},
        {
            "birth_number": pl.when(known).then(
                pl.when(old).then(digits.str.zfill(OLD_DIGITS)).otherwise(digits.str.zfill(DIGITS))
            ),
            "birth_number_first": pl.when(_f("either")).then(_f("old")),
            "birth_number_second": pl.when(_f("either")).then(_f("ten")),
            "birth_number_female": pl.when(known)
            .then(female)
            .when(from_power)
            .then(is_female(_f("rounded"), digits=DIGITS)),
            "ambiguous_birth_number": _f("either"),
            "lost_digits": missing & _f("lost_all"),
            "bad_birth_number": missing & ~_f("lost_all"),
            "lost_zero": (known & _f("lost")) | (from_power & _f("nine_left")),
            "scientific": (known & _f("all_kept").is_not_null()) | from_power,
            "date_in_birth_number": _f("date").is_not_null(),
            "old_birth_number": known & old & (_f("nine") | _f("bare_old")),
            "birth_number_checksum": known & ~old & ~_f("holds"),
        },
    ]

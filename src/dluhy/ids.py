"""Identifiers: the birth date inside a birth number, as frame expressions.

Source: § 13 zákona č. 133/2000 Sb. Evidence of the series rules is marked where the pack uses them. The full
checks (file marks, IČO) come with the intake of lists as they are.
"""

from __future__ import annotations

import polars as pl

_TEN_DIGIT_PIVOT = 54


def birth_date_of_birth_number(column: str) -> pl.Expr:
    """Return the birth date (Date, null where the text is no birth number) of a Czech birth number.

    Takes ten digits with or without a slash; nine, given to people born to the end of 1953, only with the slash, since
    nine without one may as well be ten that lost a leading zero. Months +50 (women), +20 and +70 (spare series since
    2004) are understood. The checksum is not asked for here: substitute numbers of foreigners fail it rightly.
    """
    digits = pl.col(column).str.strip_chars().str.replace(r"^(\d{6})/(\d{3,4})$", "$1$2")
    written = pl.col(column).str.strip_chars()
    usable = written.str.contains(r"^[0-9]{6}/?[0-9]{4}$") | written.str.contains(
        r"^(0[0-9]|[1-4][0-9]|5[0-3])[0-9]{4}/[0-9]{3}$"
    )
    year2 = digits.str.slice(0, 2).cast(pl.Int32, strict=False)
    month_code = digits.str.slice(2, 2).cast(pl.Int32, strict=False)
    day = digits.str.slice(4, 2).cast(pl.Int32, strict=False)
    nine = digits.str.len_chars() == 9  # noqa: PLR2004 - the two lengths of a birth number
    year = pl.when(nine).then(year2 + 1900).when(year2 >= _TEN_DIGIT_PIVOT).then(year2 + 1900).otherwise(year2 + 2000)
    month = month_code % 50
    month = pl.when((month > 20) & (month <= 32)).then(month - 20).otherwise(month)  # noqa: PLR2004
    built = pl.format("{}-{}-{}", year, month, day).str.to_date("%Y-%m-%d", strict=False)
    return pl.when(usable).then(built)

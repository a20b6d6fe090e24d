"""Days, and where a fact may be known only within limits also months, quarters and years -> dates."""

from __future__ import annotations

import polars as pl

from dluhy.intake.cells.calendar import STEPS, normal, plausible
from dluhy.intake.cells.reading import CELL, Read, shared_read, staged, tidy

_REPAIRS = ("excel_serial", "two_digit_year", "slash_date")
_REPAIRS_OF_PERIODS = ("roman_period", "year_span")


def day(column: str, dtype: pl.DataType, target: str, *, ranged: bool) -> Read:
    """Read a day ("1. 7. 2012", "2012-07-01", "1. července 2012"), and where `ranged` also a month, a part or a year.

    Values are Dates: `target`, or its first and last day `target`_from and `target`_to where ranged.
    """
    if dtype == pl.Date or isinstance(dtype, pl.Datetime):
        value = plausible(pl.col(column).cast(pl.Date))
        names = (f"{target}_from", f"{target}_to") if ranged else (target,)
        return Read(dict.fromkeys(names, value), bad={"bad_date": pl.col(column).is_not_null() & value.is_null()})
    value = pl.col("first") if ranged else pl.col("day")
    missing = {"missing": pl.col("text").is_not_null() & value.is_null()}
    bad = {
        "ambiguous_date": pl.col("missing") & pl.col("ambiguous"),
        "bad_date": pl.col("missing") & ~pl.col("ambiguous"),
    }
    text = {"text": tidy(CELL, dtype)}
    made = staged(pl.col(column), dtype, text, {"bare": normal(pl.col("text"))}, *STEPS, missing, bad)
    ends = {f"{target}_from": "first", f"{target}_to": "last"} if ranged else {target: "day"}
    return shared_read(made, ends, bad=bad, repairs=_REPAIRS + _REPAIRS_OF_PERIODS if ranged else _REPAIRS)

"""The columns of a frame of payments: their types, and what no row may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.deductions.checks import MOST_DEPENDANTS
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dluhy.law.pack import Pack

COLUMNS: Final[dict[str, pl.DataType]] = {
    "paid_on": pl.Date(),
    "wage_period": pl.Date(),
    "net": pl.Int64(),
    "dependants": pl.Int64(),
    "spouse_married": pl.Boolean(),
    "spouse_counts": pl.Boolean(),
    "spouse_pension": pl.String(),
    "own_pension": pl.String(),
    "priority": pl.Boolean(),
    "orders": pl.Int64(),
    "debt_relief": pl.Boolean(),
    "component_rounding": pl.String(),
    "base_share": pl.Int64(),
    "balance": pl.Int64(),
    "order_issued_on": pl.Date(),
    "fee_due": pl.Boolean(),
}
"""The columns that are read; only `paid_on` and `net` must be there. An absent one is unknown in every row."""
REQUIRED: Final = ("paid_on", "net")


def checked(frame: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Return the columns that are read and there, each with its type, codes as members of their list.

    A column that holds nothing but must be there is of its type too. Raises InputError with everything that is wrong.
    """
    lists = {name: pl.Enum(codes) for name, codes in lists_of(pack).items()}
    problems = [_absent(name) for name in REQUIRED if name not in frame.columns]
    columns = []
    for name, dtype in COLUMNS.items():
        wanted = lists.get(name, dtype)
        if name not in frame.columns:
            continue
        if _fits(frame.schema[name], dtype):
            columns.append(pl.col(name).cast(wanted, strict=False))
        else:
            cs, en = f"sloupec má být typu {dtype}", f"the column should be of type {dtype}"
            problems.append(Problem("column_type", f"column {name}", cs, en))
    if problems:
        raise InputError(problems)
    asked = frame.select(columns)
    problems = [*_unlisted(frame, asked, lists), *_value_problems(asked)]
    if problems:
        raise InputError(problems)
    return asked


def lists_of(pack: Pack) -> dict[str, list[str]]:
    """Return the codes of each column that holds codes."""
    pensions = list(pack.vocabularies["pensions"])
    return {"spouse_pension": pensions, "own_pension": pensions, "component_rounding": ["exact", "2dp"]}


def _fits(given: pl.DataType, wanted: pl.DataType) -> bool:
    """Return whether a column may be read: of its type, all nulls, any whole number, any kind of text."""
    if given in (wanted, pl.Null()):
        return True
    if wanted == pl.Int64():
        return given.is_integer()
    return wanted == pl.String() and isinstance(given, pl.Enum | pl.Categorical)


def _unlisted(frame: pl.DataFrame, asked: pl.DataFrame, lists: Mapping[str, pl.Enum]) -> Iterator[Problem]:
    """Yield codes that are in no list, with the first row of each column."""
    for name in lists:
        if name in frame.columns and asked[name].null_count() > frame[name].null_count():
            row = (asked[name].is_null() & frame[name].is_not_null()).arg_max()
            yield Problem("not_in_list", f"column {name} row {row}", "takový kód tu není", "there is no such code")


def _absent(name: str) -> Problem:
    return Problem("column_missing", f"column {name}", "chybí povinný sloupec", "a required column is missing")


def _value_problems(asked: pl.DataFrame) -> list[Problem]:
    """Return what no row may hold, with the first row of each kind (counted from 0)."""
    tests = {
        "paid_on": (pl.col("paid_on").is_null(), "chybí den výplaty", "the pay day is missing"),
        "net": (pl.col("net") < 0, "částka je záporná", "the amount is negative"),
        "base_share": (pl.col("base_share") < 0, "částka je záporná", "the amount is negative"),
        "balance": (pl.col("balance") < 0, "částka je záporná", "the amount is negative"),
        "orders": (pl.col("orders") < 0, "počet je záporný", "the number is negative"),
        "dependants": (
            ~pl.col("dependants").is_between(0, MOST_DEPENDANTS), "počet není možný", "the number is impossible"
        ),
        "order_issued_on": (
            pl.col("order_issued_on") > pl.col("paid_on"),
            "příkaz je vydán až po výplatě", "the order was issued after the payment",
        ),
        "wage_period": (
            (pl.col("wage_period") > pl.col("paid_on")) & _in_later_month(asked),
            "mzda je vyplacena dřív, než začal měsíc, za který je", "the wage is paid before its month began",
        ),
    }  # fmt: skip
    columns = {column.name for column in asked if column.null_count() < asked.height} | {"paid_on"}
    held = [name for name in tests if name in columns]
    wrong = asked.select(tests[name][0].fill_null(value=False).alias(name) for name in held)
    first = {name: wrong[name].arg_max() for name in held if wrong[name].any()}
    return [Problem("value", f"column {name} row {row}", *tests[name][1:]) for name, row in first.items()]


def _in_later_month(asked: pl.DataFrame) -> pl.Expr:
    """Return whether the wage is for a month after that of the pay day; not worked out where no day of it is later."""
    if "wage_period" not in asked.columns or not (asked["wage_period"] > asked["paid_on"]).any():
        return pl.lit(value=False)
    return pl.col("wage_period").dt.month_start() > pl.col("paid_on")

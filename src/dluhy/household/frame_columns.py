"""What the columns of a frame must be: there, of their type, within what is counted with; every fault at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

INT64: Final = 2**63 - 1


def column_problems(
    frame: pl.DataFrame, columns: Mapping[str, pl.DataType | type[pl.DataType]], required: Collection[str]
) -> tuple[Problem, ...]:
    """Return what is wrong with the columns of a frame: one missing, a type that is not read, a number too large.

    Nothing is turned into another kind of value: a number written as text is no number, nor is a float.
    """
    return tuple(_problems(frame, columns, required))


def _problems(
    frame: pl.DataFrame, columns: Mapping[str, pl.DataType | type[pl.DataType]], required: Collection[str]
) -> Iterator[Problem]:
    for name, dtype in columns.items():
        if name not in frame.columns:
            if name in required:
                cs, en = "chybí povinný sloupec", "a required column is missing"
                yield Problem("column_missing", f"column {name}", cs, en)
        elif not fits(frame.schema[name], dtype):
            cs, en = f"sloupec má být typu {dtype}", f"the column should be of type {dtype}"
            yield Problem("column_type", f"column {name}", cs, en)
        elif dtype == pl.Int64 and not _counted_with(frame[name]):
            cs, en = "číslo je příliš velké", "the number is too large"
            yield Problem("value", f"column {name}", cs, en)


def fits(given: pl.DataType, wanted: pl.DataType | type[pl.DataType]) -> bool:
    """Return whether a column may be read: of its type, all nulls, any whole number, any kind of text."""
    if given in (wanted, pl.Null()):
        return True
    if wanted == pl.Int64():
        return given.is_integer()
    return wanted == pl.String() and isinstance(given, pl.Enum | pl.Categorical)


def _counted_with(numbers: pl.Series) -> bool:
    if not numbers.dtype.is_integer() or numbers.dtype == pl.Int64:
        return True
    least, most = numbers.min(), numbers.max()
    return not any(isinstance(end, int) and abs(end) > INT64 for end in (least, most))

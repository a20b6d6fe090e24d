"""What the columns of a frame must be: there, of their type, within what is counted with; every fault at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.facts.schema import LARGEST_WHOLE, dtype_of
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from dluhy.facts.schema import FactSpec

_LARGEST: Final = {pl.Int64(): 2**63 - 1, pl.Int32(): LARGEST_WHOLE}


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
        elif dtype.is_integer() and not _counted_with(frame[name], dtype):
            cs, en = "číslo je příliš velké", "the number is too large"
            yield Problem("value", f"column {name}", cs, en)


def fits(given: pl.DataType, wanted: pl.DataType | type[pl.DataType]) -> bool:
    """Return whether a column may be read: of its type, all nulls, any whole number, any kind of text."""
    if given in (wanted, pl.Null()):
        return True
    if wanted.is_integer():
        return given.is_integer()
    texts = isinstance(given, pl.Enum | pl.Categorical)
    return texts if wanted == pl.String() else isinstance(wanted, pl.Enum) and (texts or given == pl.String())


def fact_frame(
    frame: pl.DataFrame, facts: Mapping[str, FactSpec], members: dict[str, list[str]], beside: Collection[str] = ()
) -> pl.DataFrame:
    """Return a frame of facts with every column of its type, as `dluhy.facts.schema` declares them.

    Columns `beside` the facts are left as they are. Raises InputError with everything wrong: a column that is neither,
    one of another type, a code that its list does not have, a number that is too large.
    """
    columns = {column: dtype_of(spec, members) for spec in facts.values() for column in spec.columns}
    cs, en = "takový údaj není", "there is no such fact"
    strange = [name for name in frame.columns if name not in columns and name not in beside]
    problems = [Problem("unknown_fact", f"column {name}", cs, en) for name in strange]
    problems += column_problems(frame, columns, ())
    if problems:
        raise InputError(problems)
    own = {name: dtype for name, dtype in columns.items() if name in frame.columns}
    cs, en = "hodnota není v seznamu", "the value is not in the list"
    problems = [
        Problem("unknown_member", f"column {name}", cs, en)
        for name, dtype in own.items()
        if isinstance(dtype, pl.Enum) and not _listed(frame[name], dtype)
    ]
    if problems:
        raise InputError(problems)
    return frame.with_columns(pl.col(name).cast(dtype) for name, dtype in own.items())


def _listed(codes: pl.Series, dtype: pl.Enum) -> bool:
    if codes.dtype in {dtype, pl.Null()}:
        return True
    return set(codes.cast(pl.String).unique().drop_nulls()) <= set(dtype.categories)


def _counted_with(numbers: pl.Series, wanted: pl.DataType | type[pl.DataType]) -> bool:
    if not numbers.dtype.is_integer() or numbers.dtype == wanted:
        return True
    largest = next(most for dtype, most in _LARGEST.items() if dtype == wanted)
    least, most = numbers.min(), numbers.max()
    return not any(isinstance(end, int) and abs(end) > largest for end in (least, most))

"""A list of payments in CSV, NDJSON or Parquet -> the frame that deductions are computed from, and what it cannot use.

One row is one payment, columns are those of `dluhy.deductions.frame_columns.COLUMNS`, all but two may be left out. In
CSV and NDJSON money is a decimal text in CZK, in Parquet whole haléře; nothing else is taken for money.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen

from dluhy.deductions.cells import MONEY, MOST_DEPENDANTS, MOST_ORDERS, REFERENCE, SENTENCES, CellError, readers
from dluhy.deductions.frame_columns import COLUMNS, REQUIRED
from dluhy.deductions.frames import deduct_frame
from dluhy.deductions.listed_files import Cells, read_cells
from dluhy.documents.values import FIRST_YEAR, LAST_YEAR
from dluhy.intake.grids import ROW
from dluhy.intake.readers import file_digest
from dluhy.money import LARGEST_HALERE
from dluhy.problems import InputError, Problem, not_opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from dluhy.law.pack import Pack

FORMS: Final = ("csv", "ndjson", "parquet")
REJECTED: Final = pl.Schema({ROW: pl.UInt32, "column": pl.String, "code": pl.String, "cs": pl.String, "en": pl.String})
_MOST: Final = {"dependants": MOST_DEPENDANTS, "orders": MOST_ORDERS, **dict.fromkeys(MONEY, LARGEST_HALERE)}


@frozen
class ListedPayments:
    """The rows of a list that can be computed, in its order, and a reason for each cell that keeps a row out.

    `frame` has the column `row` (the line of the file, in Parquet the row from 1), `ref` where the list has it, and the
    columns of `COLUMNS` that the list has. `rejected` has the columns of `REJECTED`; `unused` names columns not read.
    """

    frame: pl.DataFrame
    rejected: pl.DataFrame
    unused: tuple[str, ...]
    sha256: str

    @property
    def rows_rejected(self) -> int:
        """How many rows cannot be used."""
        return self.rejected[ROW].n_unique()


def is_list(path: Path) -> bool:
    """Return whether a file's ending says that it is a list of payments."""
    return path.suffix.lower().removeprefix(".") in FORMS


def read_payments(path: Path, pack: Pack) -> ListedPayments:
    """Read a list of payments; InputError if the file as a whole cannot be used."""
    try:
        digest = file_digest(path)
        cells = read_cells(path, {*COLUMNS, REFERENCE})
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None
    _require_columns(cells.table, path)
    unused = tuple(name for name in cells.table.columns if name not in {*COLUMNS, REFERENCE, ROW})
    frame, rejected = usable_rows(cells, pack, path.name)
    return ListedPayments(frame, rejected, unused, digest)


def usable_rows(cells: Cells, pack: Pack, name: str = "") -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the rows that can be computed, and the cells that keep the others out; `name` is that of the file.

    InputError if a typed column is of another type.
    """
    table, bad = _typed(cells, name, pack)
    bad = [_rejected((row, "", code) for row, code in cells.broken), *bad, *_out_of_range(table)]
    doubtful = pl.concat(bad)
    usable = table.filter(~pl.col(ROW).is_in(doubtful[ROW].implode()))
    refused = refused_by_law(usable, pack)
    rejected = pl.concat([doubtful, refused]).sort(ROW, maintain_order=True)
    return usable.filter(~pl.col(ROW).is_in(refused[ROW].implode())), rejected


def _require_columns(table: pl.DataFrame, path: Path) -> None:
    cs, en = "chybí povinný sloupec", "a required column is missing"
    absent = [name for name in REQUIRED if name not in table.columns]
    if absent:
        raise InputError([Problem("column_missing", f"{path.name}, {name}", cs, en) for name in absent])


def _rejected(cells: Iterable[tuple[int, str, str]]) -> pl.DataFrame:
    """Return rejected cells: row, column, code, with the sentences of the code."""
    return pl.DataFrame([(*cell, *SENTENCES[cell[2]]) for cell in cells], schema=REJECTED, orient="row")


def _typed(cells: Cells, file: str, pack: Pack) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Return the columns with the types that are computed with, and the cells that have no value of it."""
    reading, table = readers(pack), cells.table
    columns, bad, problems = [table[ROW]], [], []
    for name, reader in reading.items():
        if name not in table.columns:
            continue
        dtype, column = COLUMNS.get(name, pl.String()), table[name]
        if cells.typed and name != REFERENCE:
            if not _fits(column.dtype, dtype):
                problems.append(_wrong_type(file, name, column.dtype))
                continue
            typed, codes = _cast(column, dtype)
        else:
            typed, codes = _read(column, dtype, reader)
        if name in REQUIRED:
            codes = codes.zip_with(~(column.is_null() & codes.is_null()), pl.Series(["missing"], dtype=pl.String))
        columns.append(typed.alias(name))
        bad.append(_rejected_in(name, codes, table[ROW]))
    if problems:
        raise InputError(problems)
    return pl.DataFrame(columns), bad


def _rejected_in(name: str, codes: pl.Series, numbers: pl.Series) -> pl.DataFrame:
    found = codes.is_not_null()
    pairs = zip(numbers.filter(found), codes.filter(found), strict=True)
    return _rejected((row, name, code) for row, code in pairs)


def _fits(given: pl.DataType, wanted: pl.DataType) -> bool:
    """Return whether a typed column may be read: of its type, all nulls, whole numbers for numbers, codes for texts."""
    if given in (wanted, pl.Null()):
        return True
    if wanted == pl.Int64():
        return given.is_integer()
    return wanted == pl.String() and isinstance(given, pl.Enum | pl.Categorical)


def _wrong_type(file: str, name: str, given: pl.DataType) -> Problem:
    more = ("; částky jsou tu v haléřích, celé číslo", "; money is whole haléře here") if name in MONEY else ("", "")
    return Problem(
        "column_type", f"{file}, {name}", f"sloupec má být typu {COLUMNS[name]}, ne {given}{more[0]}",
        f"the column should be of type {COLUMNS[name]}, not {given}{more[1]}",
    )  # fmt: skip


def _cast(column: pl.Series, dtype: pl.DataType) -> tuple[pl.Series, pl.Series]:
    """Return a typed column in the type that is computed with, and codes where a value does not fit into it."""
    typed = column.cast(dtype, strict=False)
    lost = typed.is_null() & column.is_not_null()
    if dtype == pl.Date():
        lost |= ~typed.dt.year().is_between(FIRST_YEAR, LAST_YEAR).fill_null(value=True)
    return typed, pl.select(pl.when(lost).then(pl.lit("out_of_range"))).to_series()


def _read(column: pl.Series, dtype: pl.DataType, reader: Callable[[str], Any]) -> tuple[pl.Series, pl.Series]:
    """Return a column of texts read, and codes where that failed; each different text is read once."""
    texts = column.cast(pl.String)
    values: dict[str, Any] = {}
    codes: dict[str, str] = {}
    for text in texts.drop_nulls().unique():
        try:
            values[text] = reader(text)
        except CellError as error:
            codes[text] = error.code
    return _mapped(texts, values, dtype), _mapped(texts, codes, pl.String())


def _mapped(texts: pl.Series, values: dict[str, Any], dtype: pl.DataType) -> pl.Series:
    if not values:
        return pl.Series([None], dtype=dtype).new_from_index(0, len(texts))
    new = pl.Series(list(values.values()), dtype=dtype)
    return texts.replace_strict(pl.Series(list(values), dtype=pl.String), new, default=None, return_dtype=dtype)


def _out_of_range(table: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield the numbers of typed columns that no reader has looked at."""
    for name, most in _MOST.items():
        if name in table.columns:
            for code, wrong in _ranges(name, most):
                rows = table.filter(wrong)[ROW]
                yield _rejected((row, name, code) for row in rows)


def _ranges(name: str, most: int) -> list[tuple[str, pl.Expr]]:
    money = name in MONEY
    return [
        ("money_negative" if money else "out_of_range", pl.col(name) < 0),
        ("money_too_large" if money else "out_of_range", pl.col(name) > most),
    ]


def refused_by_law(table: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Return the cells for which the computation itself refuses a row: a day it does not know, a contradiction.

    `table` has the column `row` and those of `COLUMNS` that are there; the result has the columns of `REJECTED`. Sums
    do not matter for a refusal, so each set of other facts is asked about once.
    """
    facts = [name for name in table.columns if name not in {ROW, REFERENCE, *MONEY}]
    sets = table.select(facts).unique(maintain_order=True).with_columns(net=pl.lit(0, dtype=pl.Int64))
    found = [(number, *cell) for number, problems in _refusals(sets, 0, pack) for cell in map(_told, problems)]
    if not found:
        return pl.DataFrame(schema=REJECTED)
    refused = pl.DataFrame(found, schema={"set": pl.UInt32, **{k: v for k, v in REJECTED.items() if k != ROW}},
                           orient="row")  # fmt: skip
    numbered = sets.drop("net").with_row_index("set")
    return table.join(numbered, on=facts, nulls_equal=True).join(refused, on="set").select(REJECTED.names())


def _refusals(sets: pl.DataFrame, first: int, pack: Pack) -> Iterator[tuple[int, Sequence[Problem]]]:
    """Yield the rows that are refused with their problems, looking for them in halves."""
    try:
        deduct_frame(sets, pack)
    except InputError as error:
        if sets.height == 1:
            yield first, error.problems
            return
        half = sets.height // 2
        yield from _refusals(sets.head(half), first, pack)
        yield from _refusals(sets.slice(half), first + half, pack)


def _told(problem: Problem) -> tuple[str, str, str, str]:
    """Return the column, code and sentences of a refusal; one that names no column is about the pay day."""
    named = next((name for name in COLUMNS if name in problem.place.replace("/", " ").split()), "paid_on")
    return named, problem.code, problem.cs, problem.en

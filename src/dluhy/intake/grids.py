"""A sheet as it stands in a file: cells of text with the row numbers people see, before anything is understood."""

from __future__ import annotations

from typing import Final

import polars as pl
from attrs import frozen

ROW: Final = "row"
"""The column with the number of a row: the sheet's or file's own line, the position from 1 in Parquet."""


@frozen
class Merged:
    """A merged range over several rows of one column: position of the column, first and last row."""

    position: int
    first: int
    last: int


@frozen
class BrokenLine:
    """A line that is no row at all: its number, its text and why."""

    number: int
    text: str
    code: str
    cs: str
    en: str


@frozen
class Grid:
    """One sheet: columns "0", "1", ... of text (null where empty) and the row numbers.

    Empty rows are left out. `widths` (row, width) is the number of cells each line was written with, in text files.
    """

    name: str
    cells: pl.DataFrame
    merged: tuple[Merged, ...] = ()
    errors: tuple[tuple[int, int], ...] = ()
    """Row and column position of cells whose formula failed."""
    broken: tuple[BrokenLine, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """Remarks on how the sheet was read, Czech and English."""
    widths: pl.DataFrame | None = None

    @property
    def width(self) -> int:
        """The number of columns."""
        return self.cells.width - 1


def grid(name: str, table: pl.DataFrame, numbers: pl.Series | None = None, **rest: object) -> Grid:
    """Return a grid of a frame of text columns; rows are numbered from 1 unless numbers are given."""
    named = [f"{position}" for position in range(table.width)]
    cells = table.rename(dict(zip(table.columns, named, strict=True)))
    stripped = cells.with_columns(_blank_is_null(name) for name in named)
    rows = pl.int_range(1, cells.height + 1, dtype=pl.UInt32) if numbers is None else numbers.cast(pl.UInt32)
    numbered = stripped.with_columns(rows.alias(ROW))
    if named:
        numbered = numbered.filter(pl.any_horizontal(pl.col(column).is_not_null() for column in named))
    return Grid(name, numbered, **rest)  # type: ignore[arg-type]  # the further fields, by name


def _blank_is_null(column: str) -> pl.Expr:
    bare = pl.col(column).str.strip_chars()
    return pl.when(bare.str.len_chars() > 0).then(pl.col(column)).alias(column)


def empty_grid(name: str) -> Grid:
    """Return a sheet without cells."""
    return Grid(name, pl.DataFrame(schema={ROW: pl.UInt32}))

"""A sheet as it stands in a file: cells of text with the row numbers people see, before anything is understood."""

from __future__ import annotations

from typing import Final

import polars as pl
from attrs import frozen

from dluhy.problems import InputError, Problem

LONGEST_CELL: Final = 131_068
"""Bytes of the longest cell: a spreadsheet's holds 32,767 signs of up to four."""
_MOST_COLUMNS: Final = 2_000
_SAYS_SOMETHING: Final = r"[^\s\x00-\x20\x7f\u00a0\u200b\u2060\u3000\ufeff]"
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
    notes: tuple[tuple[str, str], ...] = ()
    """Remarks on how the sheet was read, Czech and English."""
    widths: pl.DataFrame | None = None


def grid(name: str, table: pl.DataFrame, numbers: pl.Series | None = None, **rest: object) -> Grid:
    """Return a grid of a frame of text columns; rows are numbered from 1 unless numbers are given."""
    named = [f"{position}" for position in range(table.width)]
    require_short_cells(table)
    cells = table.rename(dict(zip(table.columns, named, strict=True)))
    stripped = cells.with_columns(_blank_is_null(name) for name in named)
    rows = pl.int_range(1, cells.height + 1, dtype=pl.UInt32) if numbers is None else numbers.cast(pl.UInt32)
    numbered = stripped.with_columns(rows.alias(ROW))
    if named:
        numbered = numbered.filter(pl.any_horizontal(pl.col(column).is_not_null() for column in named))
    return Grid(name, numbered, **rest)  # type: ignore[arg-type]  # the further fields, by name


def _blank_is_null(column: str) -> pl.Expr:
    return pl.when(pl.col(column).str.contains(_SAYS_SOMETHING)).then(pl.col(column)).alias(column)


def require_short_cells(table: pl.DataFrame) -> None:
    """Refuse a table with a cell longer than any spreadsheet holds; raises InputError."""
    texts = [name for name, dtype in table.schema.items() if dtype == pl.String]
    longest = table.select(pl.max_horizontal(pl.lit(0), *(pl.col(name).str.len_bytes().max() for name in texts)))
    if texts and table.height and longest.item() > LONGEST_CELL:
        raise InputError([Problem("too_long", "soubor", f"některá buňka má přes {LONGEST_CELL} bajtů; to není seznam",
                                  f"a cell has over {LONGEST_CELL} bytes; that is no list")])  # fmt: skip


def require_width(width: int) -> int:
    """Return a number of columns; raises InputError for more than a list can have."""
    if width > _MOST_COLUMNS:
        raise InputError([Problem("too_many_columns", "soubor", f"sloupců je {width}, nejvýše smí být {_MOST_COLUMNS}",
                                  f"the list has {width} columns, at most {_MOST_COLUMNS} are read")])  # fmt: skip
    return width


def empty_grid(name: str) -> Grid:
    """Return a sheet without cells."""
    return Grid(name, pl.DataFrame(schema={ROW: pl.UInt32}))

"""Text lists with separators -> a grid, each record with the line it begins on."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

import polars as pl
from attrs import evolve, frozen

from dluhy.intake.encodings import decode
from dluhy.intake.grids import LONGEST_CELL, Grid, empty_grid, grid, require_width
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Likeness = Callable[[list[list[str]]], int]

SEPARATORS = (";", ",", "\t", "|")
WIDTH = "width"
"""The column with the number of cells a line was written with."""
_SAMPLE = 60  # records looked at to find the separator
_AT_ONCE = 50_000


@frozen
class Delimited:
    """A text list as read, and how."""

    grid: Grid
    encoding: str
    separator: str


def read_delimited(
    content: bytes, likeness: Likeness, encoding: str | None = None, separator: str | None = None
) -> Delimited:
    """Return the cells of a text list.

    `likeness` says how much some records look like a list under its header; the separator under which they look most
    so is taken. Raises InputError where a quote is not closed: the rows after it would be lost.
    """
    decoded = decode(content, encoding)
    declared, text = _declared(_with_plain_ends(decoded.text))
    used = separator or declared or _separator(text, likeness)
    cells = _by_records(text, used) if '"' in text else _by_lines(text, used)
    return Delimited(evolve(cells, notes=decoded.notes), decoded.encoding, used)


def _with_plain_ends(text: str) -> str:
    """Return a text whose lines all end alike: old systems end them with a carriage return alone."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _declared(text: str) -> tuple[str | None, str]:
    """Return the separator that a spreadsheet's first line „sep=;“ declares; that line becomes empty."""
    first, _, rest = text.partition("\n")
    bare = first.strip().strip('"')
    if bare.lower().startswith("sep=") and len(bare) == len("sep=;"):
        return bare[-1], "\n" + rest
    return None, text


def _separator(text: str, likeness: Likeness) -> str:
    lines = "\n".join(islice(_some_lines(text), _SAMPLE))
    looks = {separator: (likeness(_sample(lines, separator)), lines.count(separator)) for separator in SEPARATORS}
    return max(SEPARATORS, key=lambda separator: looks[separator])


def _some_lines(text: str) -> Iterator[str]:
    return (line for line in io.StringIO(text[: 1 << 20], newline=None) if line.strip())


def _sample(lines: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(lines), delimiter=separator))
    except csv.Error:
        return []


def _by_lines(text: str, separator: str) -> Grid:
    """Cut lines that hold no quotes; each line is one record."""
    lines = pl.read_lines(io.BytesIO(text.encode())).get_column("line")
    numbered = pl.DataFrame({"line": lines}).with_row_index("number", offset=1)
    numbered = numbered.filter(pl.col("line").str.strip_chars().str.len_chars() > 0)
    if numbered.height == 0:
        return empty_grid("")
    cut = numbered.select("number", pl.col("line").str.split(separator).alias("cells"))
    width = require_width(int(cut.select(pl.col("cells").list.len().max()).item()))
    table = cut.select(pl.col("cells").list.get(place, null_on_oob=True).alias(f"{place}") for place in range(width))
    return _with_widths(table, cut["number"], cut["cells"].list.len())


def _by_records(text: str, separator: str) -> Grid:
    """Read records whose cells may stand in quotes and go over several lines."""
    parts = [part for records in _records(text, separator) if (part := _part(records)).height]
    if not parts:
        return empty_grid("")
    table = pl.concat(parts, how="diagonal")
    names = sorted((name for name in table.columns if name.isdigit()), key=int)
    return _with_widths(table.select(names), table["number"], table[WIDTH])


def _records(text: str, separator: str) -> Iterator[list[tuple[int, list[str]]]]:
    csv.field_size_limit(LONGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    records: list[tuple[int, list[str]]] = []
    number = 1
    try:
        for cells in lines:
            if any(cells):
                records.append((number, cells))
            number = lines.line_num + 1
            if len(records) == _AT_ONCE:
                yield records
                records = []
    except csv.Error:
        raise InputError([
            Problem("csv_quotes", f"řádek {number}",
                    "uvozovky nejsou uzavřené, nebo je buňka příliš dlouhá; řádky za ní by se ztratily",
                    "quotes are not closed, or a cell is too long; the rows after it would be lost")
        ]) from None  # fmt: skip
    yield records


def _part(records: list[tuple[int, list[str]]]) -> pl.DataFrame:
    width = require_width(max((len(cells) for _, cells in records), default=0))
    columns = {
        f"{place}": pl.Series([cells[place] if place < len(cells) else None for _, cells in records], dtype=pl.String)
        for place in range(width)
    }
    numbers = pl.Series([number for number, _ in records], dtype=pl.UInt32)
    return pl.DataFrame(columns | {"number": numbers, WIDTH: [len(cells) for _, cells in records]})


def _with_widths(table: pl.DataFrame, numbers: pl.Series, widths: pl.Series) -> Grid:
    made = grid("", table, numbers)
    counted = pl.DataFrame({"row": numbers.cast(pl.UInt32), WIDTH: widths.cast(pl.UInt32)})
    return evolve(made, widths=counted)

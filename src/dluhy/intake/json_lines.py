"""Lines of NDJSON as rows of a list: objects of plain values, every value as text, numbers as written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import polars as pl

from dluhy.intake.grids import ROW, BrokenLine, require_short_cells
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Row = dict[str, str | None]


def row_of(line: bytes) -> Row:
    """Return a JSON object of plain values as text; ValueError or RecursionError for anything else."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError(pairs)
        return found

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    text = line.decode("utf-8")
    row = json.loads(text, object_pairs_hook=once, parse_float=str, parse_int=str, parse_constant=refuse)
    if not isinstance(row, dict) or any(isinstance(value, list | dict) for value in row.values()):
        raise ValueError(line)
    return {_sound(name): _text(value) for name, value in row.items()}


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else _sound(str(value))


def _sound(text: str) -> str:
    """Return a text that can be written as UTF-8; ValueError for half a sign."""
    text.encode()
    return text


def no_row(number: int, text: str) -> BrokenLine:
    """Return a line that is no row."""
    return BrokenLine(number, text, "bad_json", "řádek není objekt JSON s jednoduchými hodnotami",
                      "the line is no JSON object of plain values")  # fmt: skip


def no_ndjson() -> InputError:
    """Return what is raised where no line is a row."""
    return InputError([Problem("not_ndjson", "řádek 1", "soubor není NDJSON: každý řádek má být jeden objekt JSON",
                               "the file is no NDJSON: each line must be one JSON object")])  # fmt: skip


def cells_of(rows: Sequence[Row], numbers: Sequence[int], names: Sequence[str], wanted: Iterable[int]) -> pl.DataFrame:
    """Return the cells of rows in columns "0", "1", ... by the places of the wanted names, and the numbers of rows."""
    columns = {f"{at}": pl.Series([row.get(names[at]) for row in rows], dtype=pl.String) for at in wanted}
    cells = pl.DataFrame(columns | {ROW: pl.Series(numbers, dtype=pl.UInt32)})
    require_short_cells(cells)
    return cells

"""Files with a table of numbers -> its cells as texts under their headers, wherever the header stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen

from dluhy.intake.archives import require_small_file
from dluhy.intake.columns import plain
from dluhy.intake.delimited import WIDTH, read_delimited
from dluhy.intake.formats import kind_of
from dluhy.intake.grids import ROW, require_short_cells, require_width
from dluhy.intake.readers import require_plain_types
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from dluhy.intake.grids import Grid

_SEARCHED: Final = 60
_LEAST: Final = 2
"""Known headers that make a line a header."""


@frozen(kw_only=True)
class Sheet:
    """A table as texts: `cells` has the columns "0", "1" … in the order of `headers`; blank cells are null.

    `meanings` says what each header is known as, None where it is not; `lines` are the lines of the rows in the file
    (in Parquet the rows from 1); `broken` are lines that are no rows, each with a code.
    """

    cells: pl.DataFrame
    headers: tuple[str, ...]
    meanings: tuple[str | None, ...]
    lines: pl.Series
    broken: tuple[tuple[int, str], ...] = ()


def read_sheet(path: Path, known: Mapping[str, str]) -> Sheet:
    """Return the table of a file; `known` gives the meaning of headers in plain form. Raises InputError, OSError."""
    try:
        if path.suffix.lower() != ".parquet":
            require_small_file(path)
        kind = kind_of(path)
        if kind == "parquet":
            return _under_names(*_parquet(path), known)
        if kind == "ndjson":
            return _ndjson(path.read_bytes(), known)
        if kind == "csv":
            grid = read_delimited(path.read_bytes(), lambda records: _likeness(records, known)).grid
            return _under_header(grid, known)
        return _under_header(_chosen(path, kind, known), known)
    except InputError as error:
        raise InputError([_about(problem, path) for problem in error.problems]) from None


def _about(problem: Problem, path: Path) -> Problem:
    """Put the file's name where a reader only knew that it is about the file."""
    return Problem(problem.code, path.name if problem.place == "soubor" else problem.place, problem.cs, problem.en)


def _empty() -> InputError:
    cs = "soubor je prázdný, nebo v něm není řádek s názvy sloupců, které program zná, a pod ním údaje"
    en = "the file is empty, or has no line of column names that the program knows, with data below"
    return InputError([Problem("empty", "soubor", cs, en)])


def _meant(cells: Sequence[str | None], known: Mapping[str, str]) -> list[str | None]:
    return [None if cell is None else known.get(plain(cell)) for cell in cells]


def _likeness(records: Sequence[Sequence[str | None]], known: Mapping[str, str]) -> int:
    """Return how many known headers the line with most of them has."""
    return max((len(set(_meant(record, known)) - {None}) for record in records), default=0)


def _chosen(path: Path, kind: str, known: Mapping[str, str]) -> Grid:
    """Return the sheet with most known headers; InputError where two have as many."""
    from dluhy.intake.child import sheets_of  # noqa: PLC0415 - only spreadsheets need another process

    grids = [grid for grid in sheets_of(path, kind) if grid.cells.height]
    looks = [_likeness(grid.cells.drop(ROW).head(_SEARCHED).rows(), known) for grid in grids]
    best = [grid for grid, look in zip(grids, looks, strict=True) if look == max(looks) >= _LEAST]
    if not best:
        raise _empty()
    if len(best) > 1:
        listed = ", ".join(f"„{grid.name}“" for grid in best)
        raise InputError([Problem("several_sheets", listed, "tabulka může být na více listech; nechte v souboru jeden",
                                  "several sheets may hold the table; leave one in the file")])  # fmt: skip
    return best[0]


def _under_header(grid: Grid, known: Mapping[str, str]) -> Sheet:
    """Return the rows below the line with most known headers; what stands above it are titles."""
    if not grid.cells.height:
        raise _empty()
    rows = grid.cells.drop(ROW).head(_SEARCHED).rows()
    looks = [len(set(_meant(row, known)) - {None}) for row in rows]
    at = looks.index(max(looks))
    if looks[at] < _LEAST or at + 1 >= grid.cells.height:
        raise _empty()
    headers = tuple((cell or "").strip().lstrip("\ufeff") for cell in rows[at])
    below = grid.cells.slice(at + 1)
    meanings = tuple(_meant(headers, known))
    return Sheet(cells=below.drop(ROW), headers=headers, meanings=meanings, lines=below[ROW],
                 broken=tuple(_broken(grid, below, headers, meanings)))  # fmt: skip


def _broken(
    grid: Grid, below: pl.DataFrame, headers: Sequence[str], meanings: Sequence[str | None]
) -> Iterator[tuple[int, str]]:
    """Yield the lines with more or fewer cells than the header, and those where a formula of a known column failed."""
    nameless = [pl.col(str(place)).is_not_null() for place, header in enumerate(headers) if not header]
    beyond = below.filter(pl.any_horizontal(pl.lit(value=False), *nameless))[ROW]
    yield from ((line, "too_many_cells") for line in beyond)
    if grid.widths is not None:
        least = max(place for place, header in enumerate(headers, start=1) if header)
        short = grid.widths.filter(pl.col(ROW).is_in(below[ROW].implode()) & (pl.col(WIDTH) < least))[ROW]
        yield from ((line, "too_few_cells") for line in short)
    rows = set(below[ROW])
    failed = {row for row, place in grid.errors if row in rows and place < len(meanings) and meanings[place]}
    yield from ((line, "error_cell") for line in sorted(failed))


def _under_names(table: pl.DataFrame, lines: pl.Series, known: Mapping[str, str]) -> Sheet:
    headers = tuple(table.columns)
    meanings = tuple(_meant(headers, known))
    if not table.height or len(set(meanings) - {None}) < _LEAST:
        raise _empty()
    texts = table.rename({name: str(place) for place, name in enumerate(headers)})
    blank = [pl.when(pl.col(name).str.strip_chars() != "").then(pl.col(name)).alias(name) for name in texts.columns]
    return Sheet(cells=texts.with_columns(blank), headers=headers, meanings=meanings, lines=lines)


def _parquet(path: Path) -> tuple[pl.DataFrame, pl.Series]:
    try:
        table = pl.scan_parquet(path, glob=False).collect()
    except (OSError, pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        cs, en = "soubor není čitelný jako parquet", "the file is not readable as parquet"
        raise InputError([Problem("unreadable", "soubor", cs, en)]) from error
    require_plain_types(table.schema, path)
    require_width(table.width)
    lines = pl.int_range(1, table.height + 1, dtype=pl.UInt32, eager=True)
    return pl.DataFrame([_as_text(table[name]) for name in table.columns]), lines


def _as_text(column: pl.Series) -> pl.Series:
    """Return a typed column as texts; a float as a decimal of fifteen digits."""
    if not column.dtype.is_float():
        return column.cast(pl.String)
    texts = [None if value is None else f"{value:.15g}" for value in column]
    return pl.Series(column.name, texts, dtype=pl.String)


def _ndjson(content: bytes, known: Mapping[str, str]) -> Sheet:
    rows: list[dict[str, str | None]] = []
    lines: list[int] = []
    broken: list[tuple[int, str]] = []
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            rows.append(_object(line))
            lines.append(number)
        except (ValueError, RecursionError):
            broken.append((number, "bad_json"))
    names = dict.fromkeys(name for row in rows for name in row)
    require_width(len(names))
    table = pl.DataFrame({name: pl.Series([row.get(name) for row in rows], dtype=pl.String) for name in names})
    require_short_cells(table)
    found = _under_names(table, pl.Series(lines, dtype=pl.UInt32), known)
    return Sheet(cells=found.cells, headers=found.headers, meanings=found.meanings, lines=found.lines,
                 broken=tuple(broken))  # fmt: skip


def _object(line: bytes) -> dict[str, str | None]:
    """Return a JSON object of plain values as texts, numbers as written; ValueError for anything else."""
    row = json.loads(line.decode("utf-8"), parse_float=str, parse_int=str)
    if not isinstance(row, dict) or any(isinstance(value, dict | list) for value in row.values()):
        raise ValueError(line)
    return {name: _json_text(value) for name, value in row.items()}


def _json_text(value: Any) -> str | None:  # noqa: ANN401 - a value of JSON
    if isinstance(value, bool):
        return "1" if value else "0"
    return None if value is None else str(value)

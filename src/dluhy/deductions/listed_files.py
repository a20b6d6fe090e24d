"""The file of a list of payments -> its cells under the names of their columns, with the number of each row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen

from dluhy.deductions.cells import BARE_NUMBER, MONEY
from dluhy.intake.archives import require_small_file
from dluhy.intake.delimited import read_delimited
from dluhy.intake.formats import kind_of
from dluhy.intake.grids import ROW, require_short_cells, require_width
from dluhy.intake.readers import require_plain_types
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

_SEPARATORS: Final = (";", ",")


@frozen
class Cells:
    """The cells of a list, texts or typed, with the column `row`; `broken` are lines that are no rows, with a code."""

    table: pl.DataFrame
    broken: tuple[tuple[int, str], ...] = ()
    typed: bool = False


def read_cells(path: Path, known: Collection[str]) -> Cells:
    """Return the cells of a file; `known` are the names by which a header is told. InputError, OSError."""
    try:
        if path.suffix.lower() != ".parquet":
            require_small_file(path)
        kind = kind_of(path)
        if kind == "parquet":
            return _parquet(path)
        if kind == "csv":
            return _csv(path.read_bytes(), known)
        if kind == "ndjson":
            return _ndjson(path.read_bytes())
    except InputError as error:
        raise InputError([_named(problem, path) for problem in error.problems]) from None
    cs, en = "seznam výplat má být CSV, NDJSON, nebo Parquet", "a list of payments is CSV, NDJSON or Parquet"
    raise InputError([Problem("format", path.name, cs, en)])


def _named(problem: Problem, path: Path) -> Problem:
    """Put the file's name where a reader only knew that it is about the file."""
    place = path.name if problem.place == "soubor" else problem.place
    return Problem(problem.code, place, problem.cs, problem.en)


def _empty() -> InputError:
    cs, en = "soubor je prázdný, nebo v něm nejsou výplaty", "the file is empty or holds no payments"
    return InputError([Problem("empty", "soubor", cs, en)])


def _csv(content: bytes, known: Collection[str]) -> Cells:
    read = read_delimited(content, lambda records: _likeness(records, known))
    grid = read.grid
    if grid.cells.height < 2:  # noqa: PLR2004 - a header and a row
        raise _empty()
    if read.separator not in _SEPARATORS:
        cs, en = "sloupce mají být odděleny středníkem nebo čárkou", "columns should be separated by ; or ,"
        raise InputError([Problem("separator", "soubor", cs, en)])
    head = grid.cells.drop(ROW).row(0)
    names = {f"{place}": name.strip() for place, name in enumerate(head) if name is not None and name.strip() != ROW}
    _require_once(list(names.values()))
    rows = grid.cells.slice(1)
    unnamed = [pl.col(name).is_not_null() for place, name in enumerate(rows.drop(ROW).columns) if head[place] is None]
    long = rows.filter(pl.any_horizontal(pl.lit(value=False), *unnamed))[ROW]
    kept = rows.filter(~pl.col(ROW).is_in(long.implode())).select(ROW, *names).rename(names)
    return Cells(kept, tuple((row, "too_many_cells") for row in long.sort()))


def _likeness(records: list[list[str]], known: Collection[str]) -> int:
    """Return how many columns of a first line have known names."""
    head = {name.strip().strip("\ufeff") for name in records[0]} if records else set()
    return len(head.intersection(known))


def _require_once(names: Sequence[str]) -> None:
    twice = dict.fromkeys(name for name in names if names.count(name) > 1)
    if twice:
        cs, en = "takový sloupec je tu dvakrát", "there are two such columns"
        raise InputError([Problem("column_twice", name[:60], cs, en) for name in twice])


def _ndjson(content: bytes) -> Cells:
    lines = enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1)
    cells = _cells_of((number, line) for number, line in lines if line.strip())
    if not cells.table.height:
        raise _empty()
    require_short_cells(cells.table)
    return cells


def cells_of_lines(lines: Iterable[tuple[int, bytes | None]], known: Collection[str], required: Iterable[str]) -> Cells:
    """Return the cells of some lines of NDJSON with their numbers, of known columns only; None is a line too long.

    The required columns are there even where no line has them.
    """
    held = list(lines)
    cells = _cells_of(((number, line) for number, line in held if line is not None), known)
    absent = [name for name in required if name not in cells.table.columns]
    table = cells.table.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in absent)
    long = [(number, "line_too_long") for number, line in held if line is None]
    return Cells(table, (*cells.broken, *long))


def _cells_of(lines: Iterable[tuple[int, bytes]], known: Collection[str] | None = None) -> Cells:
    rows: list[dict[str, str | None]] = []
    numbers, broken = [], []
    names: dict[str, None] = {}
    for number, line in lines:
        try:
            row = _object(line)
        except (ValueError, RecursionError):
            broken.append((number, "bad_json"))
            continue
        names |= dict.fromkeys(name for name in row if known is None or name in known)
        require_width(len(names))
        rows.append(row)
        numbers.append(number)
    columns = {name: pl.Series([row.get(name) for row in rows], dtype=pl.String) for name in names}
    return Cells(pl.DataFrame({**columns, ROW: pl.Series(numbers, dtype=pl.UInt32)}), tuple(broken))


def _object(line: bytes) -> dict[str, str | None]:
    """Return a JSON object of plain values as text; ValueError for anything else."""
    row = json.loads(line.decode("utf-8"), object_pairs_hook=_once, parse_float=_Number, parse_int=_Number,
                     parse_constant=_refuse)  # fmt: skip
    if not isinstance(row, dict):
        raise ValueError(line)  # noqa: TRY004 - as for any other line that is none
    return {_sound(name): _text(name, value) for name, value in row.items()}


class _Number(str):
    """A number of JSON as it is written."""

    __slots__ = ()


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(pairs)
    return found


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _text(name: str, value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, _Number) and name in MONEY:
        return BARE_NUMBER
    if value is None or isinstance(value, str):
        return _sound(value).strip() or None if value else None
    raise ValueError(name)


def _sound(text: str) -> str:
    """Return a text that can be written as UTF-8; ValueError for half a sign."""
    text.encode()
    return str(text)


def _parquet(path: Path) -> Cells:
    try:
        table = pl.scan_parquet(path, glob=False).collect()
    except (OSError, pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        cs, en = "soubor není čitelný jako parquet", "the file is not readable as parquet"
        raise InputError([Problem("unreadable", "soubor", cs, en)]) from error
    require_plain_types(table.schema, path)
    require_width(table.width)
    if not table.height:
        raise _empty()
    numbers = pl.int_range(1, table.height + 1, dtype=pl.UInt32, eager=True)
    return Cells(table.with_columns(numbers.alias(ROW)), typed=True)

"""A sheet -> its header, its rows and what stands apart from them: titles, repeated headers, totals, notes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import field, frozen

from dluhy.facts.schema import FACTS
from dluhy.intake.columns import NAMES, Columns, Fixed, meaning_in_group, meaning_of, names_another, recognise
from dluhy.intake.delimited import WIDTH
from dluhy.intake.grids import ROW, BrokenLine, Grid
from dluhy.intake.notices import notices
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

MONEY: Final = tuple(spec.name for spec in FACTS.values() if spec.type == "money" and spec.asked)
"""The money columns of a list."""
APART_SCHEMA: Final = {ROW: pl.UInt32, "kind": pl.String, "text": pl.String}
"""Lines that are no debts: kind is title, header, repeated_header, subtotal, total or note; text their cells."""

_SEARCHED = 60  # filled lines among which the header is looked for
_LEAST = 2  # recognised headers that make a line a header
_FEW_KEYED = 2  # cells of the columns that tell a debt, up to which a line is looked at as a total or a note
_ROW_CELLS = 4  # filled cells from which a line above the header looks like a row
_SAME = 0.6  # share of a header's cells that a repeated header repeats
_TOTAL_WORDS = (
    r"celkem|celkova castka|celkove|celkova|celkovy|soucet|soucty|mezisoucet|mezisoucty|suma|uhrn|uhrnem|total|subtotal"
)
_TOTAL = rf"^(?:{_TOTAL_WORDS})\b|\b(?:celkem|soucet)$"
_BARE_TOTAL = rf"^(?:{_TOTAL_WORDS})$"
_SUBTOTAL = r"^(?:mezisouc\w*|subtotal)\b|^(?:celkem|soucet|suma)\s+(?:za|pro|obec|mesto|osob\w*|strana|stranka)\b"
_COUNT = r"^[0-9]{1,6}(?:[.,]0+)?$"
_NOTE = r"[:.]\s|:$|\S+\s+\S+\s+\S+"
_WITH_LETTER = r"\p{L}"
_WITH_DIGIT = r"[0-9]"
_DIACRITICS = r"\p{M}+"


@frozen
class Table:
    """A list under its header.

    `rows` are its cells (columns by position), `apart` the lines that are no debts (APART_SCHEMA), `totals` the cells
    of those among them that state sums, `broken` lines that are no row at all.
    """

    rows: pl.DataFrame
    columns: Columns
    problems: list[Problem]
    header_rows: tuple[int, ...]
    apart: pl.DataFrame
    totals: pl.DataFrame
    broken: tuple[BrokenLine, ...] = ()
    filled_down: pl.DataFrame = field(factory=lambda: pl.DataFrame(schema={ROW: pl.UInt32, "position": pl.UInt32}))
    """Cells (row, position of the column) whose value stands in a merged cell above."""


@frozen
class _Header:
    lines: tuple[int, ...]
    upper: tuple[str, ...] | None
    lower: tuple[str, ...]
    score: int


def likeness(records: Sequence[Sequence[str | None]]) -> int:
    """Return how much some records look like a list under its header: the most headers known in one place."""
    return max((header.score for header in _headers(list(enumerate(records)))), default=0)


def score(grid: Grid) -> int:
    """Return how many headers a sheet has in its best line; 0 for an empty one."""
    return likeness([cells for _, cells in _first_lines(grid)])


def lay_out(grid: Grid, fixed: Fixed | None = None, header_row: int | None = None) -> Table:
    """Return the list on a sheet; `header_row` says where its header stands, else the likeliest line is taken."""
    first = _first_lines(grid)
    header = _header_at(first, header_row) if header_row is not None else _likeliest(first)
    columns, problems = recognise(header.lower, fixed, header.upper)
    below = pl.col(ROW) > header.lines[-1]
    above = grid.cells.filter(~below)
    body = grid.cells.filter(below)
    strange = _data_above(above, header)
    titles = above.filter(~pl.col(ROW).is_in([line.number for line in strange]))
    parts = [_apart(titles, pl.when(pl.col(ROW).is_in(header.lines)).then(pl.lit("header")).otherwise(pl.lit("title")))]
    body, repeated = _without(body, _repeats(header, above))
    parts.append(_apart(repeated, pl.lit("repeated_header")))
    body, filled = _filled_down(body, grid, columns)
    body, marked = _without_totals_and_notes(body, columns)
    totals = marked.filter(pl.col("kind") != "note")
    parts.append(_apart(marked, pl.col("kind")))
    body, broken = _of_right_width(body, grid, header.lines[-1])
    apart = pl.concat(parts).sort(ROW)
    return Table(body, columns, problems, header.lines, apart, totals, (*strange, *broken), filled)


def _first_lines(grid: Grid) -> list[tuple[int, list[str | None]]]:
    head = grid.cells.head(_SEARCHED)
    return [(row[-1], list(row[:-1])) for row in head.select(*_positions(head), ROW).rows()]


def _positions(frame: pl.DataFrame) -> list[str]:
    return [name for name in frame.columns if name.isdigit()]


def _headers(lines: Sequence[tuple[int, Sequence[str | None]]]) -> list[_Header]:
    found = [_single(*line) for line in lines]
    return found + [_double(*pair) for pair in pairwise(lines)]


def _single(number: int, cells: Sequence[str | None]) -> _Header:
    texts = _texts(cells)
    return _Header((number,), None, texts, _known([meaning_of(text) for text in texts if text]))


def _double(over: tuple[int, Sequence[str | None]], under: tuple[int, Sequence[str | None]]) -> _Header:
    width = max(len(over[1]), len(under[1]))
    upper, lower = (_texts([*line[1], *[None] * (width - len(line[1]))]) for line in (over, under))
    spread = _spread(upper, lower)
    known = [meaning_in_group(*pair) for pair in zip(spread, lower, strict=True) if any(pair)]
    return _Header((over[0], under[0]), spread, lower, _known(known))


def _known(found: Sequence[tuple[str, str] | None]) -> int:
    """Return the number of different meanings, less those that stand there twice."""
    meanings = [known[0] for known in found if known is not None]
    different = len(set(meanings))
    return different - (len(meanings) - different)


def _texts(cells: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(" ".join((cell or "").split()) for cell in cells)


def _spread(upper: tuple[str, ...], lower: tuple[str, ...]) -> tuple[str, ...]:
    """Write a merged upper cell over every lower header it stands above."""
    current, spread = "", []
    for over, under in zip(upper, lower, strict=True):
        current = over or (current if under else "")
        spread.append(current)
    return tuple(spread)


def _likeliest(lines: list[tuple[int, list[str | None]]]) -> _Header:
    """Return the line, or the two lines, in which most headers are known; the first filled line if none is."""
    if not lines:
        raise InputError([Problem("empty", "soubor", "soubor je prázdný, chybí řádek s názvy sloupců",
                                  "the file is empty, a row of column names is missing")])  # fmt: skip
    best = max(_headers(lines), key=lambda header: (header.score, -len(header.lines), -header.lines[0]))
    if best.score < _LEAST:
        return _single(*lines[0])
    return _under_others(best, lines)


def _under_others(header: _Header, lines: list[tuple[int, list[str | None]]]) -> _Header:
    """Return the header with the line above it where that names other people: under them nothing is the debtor's."""
    place = next(at for at, (number, _) in enumerate(lines) if number == header.lines[0])
    if header.upper is not None or place == 0:
        return header
    above = lines[place - 1]
    return _double(above, lines[place]) if any(names_another(text) for text in _texts(above[1])) else header


def _header_at(lines: list[tuple[int, list[str | None]]], row: int) -> _Header:
    for place, (number, cells) in enumerate(lines):
        if number == row:
            single = _single(number, cells)
            double = _double(lines[place - 1], lines[place]) if place else single
            return double if double.score > single.score else single
    raise InputError([Problem("header_row", f"řádek {row}", "řádek s názvy sloupců, který určuje profil, je prázdný",
                              "the header row that the profile names is empty")])  # fmt: skip


def _apart(lines: pl.DataFrame, kind: pl.Expr) -> pl.DataFrame:
    text = pl.concat_str(_positions(lines), separator=" | ", ignore_nulls=True) if _positions(lines) else pl.lit("")
    return lines.select(pl.col(ROW), kind.cast(pl.String).alias("kind"), text.alias("text"))


def _without(body: pl.DataFrame, test: pl.Expr) -> tuple[pl.DataFrame, pl.DataFrame]:
    marked = body.with_columns(test.fill_null(value=False).alias("apart"))
    return marked.filter(~pl.col("apart")).drop("apart"), marked.filter(pl.col("apart")).drop("apart")


def _repeats(header: _Header, above: pl.DataFrame) -> pl.Expr:
    """Return which lines repeat the header, or a line of words above it, as printed pages do."""
    lines = [header.lower, *(_texts(cells) for cells in above.select(_positions(above)).rows())]
    wordy = [line for line in lines if not any(re.search(_WITH_DIGIT, text) for text in line)]
    return pl.any_horizontal(pl.lit(value=False), *(_repeats_line(line) for line in wordy or lines[:1]))


def _repeats_line(line: tuple[str, ...]) -> pl.Expr:
    """Return where enough cells repeat those of a line and no cell says anything else."""
    filled = sum(bool(text) for text in line)
    if filled < _LEAST:
        return pl.lit(value=False)
    cells = [pl.col(f"{position}").str.strip_chars() for position in range(len(line))]
    same = pl.sum_horizontal(
        (cell == text).fill_null(value=False) for cell, text in zip(cells, line, strict=True) if text
    )
    other = pl.any_horizontal((cell != text).fill_null(value=False) for cell, text in zip(cells, line, strict=True))
    return (same >= max(_LEAST, _SAME * filled)) & ~other


def _without_totals_and_notes(body: pl.DataFrame, columns: Columns) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Take apart what cannot be a debt: a line of sums under a word for a total, a line of nothing but text.

    Such a line has no cell of the columns that tell a debt, or only the one in which its own words stand, or beside a
    bare word for a total a count. A line with somebody's first and last name is never one.
    """
    keyed = [str(at) for name, at in columns.positions.items() if name not in {*MONEY, *NAMES, "creditor_name"}]
    filled = pl.sum_horizontal(pl.lit(0), *(pl.col(name).is_not_null() for name in keyed))
    kept, suspects = _without(body, filled <= _FEW_KEYED)
    described = _described(suspects, columns, keyed)
    is_total = pl.col("free") & pl.col("bare").str.contains(_TOTAL) & (pl.col("sums") > 0) & ~pl.col("named")
    alone = (pl.col("filled") == 0) | pl.col("label").str.contains(_NOTE) | pl.col("bare").str.contains(_TOTAL)
    is_note = pl.col("free") & (pl.col("sums") == 0) & pl.col("label").is_not_null() & alone & ~pl.col("named")
    kind = (
        pl.when(is_total & pl.col("bare").str.contains(_SUBTOTAL))
        .then(pl.lit("subtotal"))
        .when(is_total)
        .then(pl.lit("total"))
        .when(pl.col("label").is_null() & (pl.col("sums") > 0) & (pl.col("filled") == 0))
        .then(pl.lit("unlabelled"))
        .when(is_note)
        .then(pl.lit("note"))
    )
    marked = described.with_columns(kind.alias("kind")).drop("label", "bare", "sums", "filled", "free", "named")
    debts = marked.filter(pl.col("kind").is_null()).drop("kind")
    return pl.concat([kept, debts]).sort(ROW), marked.filter(pl.col("kind").is_not_null())


def _described(lines: pl.DataFrame, columns: Columns, keyed: list[str]) -> pl.DataFrame:
    """Return lines with what tells their kind: words, how many sums, what else is filled, whether they name anybody."""
    money = [str(at) for name, at in columns.positions.items() if name in MONEY]
    names = [str(at) for name, at in columns.positions.items() if name in NAMES]
    lettered = (pl.when(pl.col(n).str.contains(_WITH_LETTER)).then(pl.col(n)) for n in _positions(lines))
    label = pl.coalesce(pl.lit(None, dtype=pl.String), *lettered)
    plain = pl.col("label").str.to_lowercase().str.normalize("NFD").str.replace_all(_DIACRITICS, "")
    sums = pl.sum_horizontal(pl.lit(0), *(pl.col(n).str.contains(_WITH_DIGIT).fill_null(value=False) for n in money))
    others = [pl.col(n).is_not_null() & (pl.col(n) != pl.col("label")).fill_null(value=True) for n in keyed]
    counts = [
        ~pl.col(n).str.contains(_COUNT).fill_null(value=False) & test for n, test in zip(keyed, others, strict=True)
    ]
    other_names = [pl.col(n).is_not_null() & (pl.col(n) != pl.col("label")).fill_null(value=True) for n in names]
    never = pl.lit(value=False)
    bare = plain.str.replace_all(r"[^\w\s]+", " ").str.replace_all(r"\s+", " ").str.strip_chars()
    filled = pl.sum_horizontal(pl.lit(0), *(pl.col(n).is_not_null() for n in keyed))
    described = lines.with_columns(label.alias("label"), sums.alias("sums"), filled.alias("filled"))
    described = described.with_columns(bare.alias("bare"), pl.any_horizontal(never, *other_names).alias("named"))
    only_counts = pl.col("bare").str.contains(_BARE_TOTAL) & ~pl.any_horizontal(never, *counts)
    free = ~pl.any_horizontal(never, *others) | only_counts.fill_null(value=False)
    return described.with_columns(free.alias("free"))


def _data_above(above: pl.DataFrame, header: _Header) -> list[BrokenLine]:
    """Return the lines above the header that look like rows of another table: never titles, never lost."""
    names = _positions(above)
    filled = pl.sum_horizontal(pl.lit(0), *(pl.col(name).is_not_null() for name in names))
    figures = pl.sum_horizontal(pl.lit(0), *(pl.col(n).str.contains(_WITH_DIGIT).fill_null(value=False) for n in names))
    rows = above.filter((filled >= _ROW_CELLS) & (figures >= _LEAST) & ~pl.col(ROW).is_in(header.lines))
    notice = notices("rejects")["above_header"]
    texts = _apart(rows, pl.lit(""))["text"]
    return [
        BrokenLine(number, text, notice.code, notice.cs, notice.en)
        for number, text in zip(rows[ROW], texts, strict=True)
    ]


def _of_right_width(body: pl.DataFrame, grid: Grid, header_row: int) -> tuple[pl.DataFrame, list[BrokenLine]]:
    """Take out lines of a text file with fewer cells than the header, or with something in cells beyond it."""
    if grid.widths is None:
        return body, []
    header_width = int(grid.widths.filter(pl.col(ROW) == header_row)[WIDTH].item())
    beyond = [name for name in _positions(body) if int(name) >= header_width]
    over = pl.any_horizontal(pl.lit(value=False), *(pl.col(name).is_not_null() for name in beyond))
    counted = body.join(grid.widths, on=ROW, how="left", maintain_order="left")
    wrong = (pl.col(WIDTH) < header_width) | over
    kept, broken = _without(counted, wrong)
    texts = _apart(broken.drop(WIDTH), pl.lit(""))["text"]
    lines = [
        _wrong_length(number, text, header_width, found)
        for number, found, text in zip(broken[ROW], broken[WIDTH], texts, strict=True)
    ]
    return kept.drop(WIDTH, *beyond), lines


def _wrong_length(number: int, text: str, expected: int, found: int) -> BrokenLine:
    code = "too_many_cells" if found > expected else "too_few_cells"
    return BrokenLine(number, text, code, f"počet buněk v řádku je {found}, sloupců je {expected}",
                      f"the line has {found} cells for {expected} columns")  # fmt: skip


def _filled_down(body: pl.DataFrame, grid: Grid, columns: Columns) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give every row of a merged cell its value, and say in which cells that was done; sums are never multiplied."""
    parts = [pl.DataFrame(schema={ROW: pl.UInt32, "position": pl.UInt32})]
    money = {columns.positions[name] for name in MONEY if name in columns.positions}
    last = int(grid.cells[ROW].max() or 0)  # type: ignore[arg-type]  # row numbers
    for position in sorted({merged.position for merged in grid.merged} - money):
        name = f"{position}"
        if name not in body.columns:
            continue
        ranges = [(merged.first, min(merged.last, last)) for merged in grid.merged if merged.position == position]
        rows = _rows_of(ranges, grid.cells.select(pl.col(ROW).alias("first"), pl.col(name).alias("value")))
        body = body.join(rows, on=ROW, how="left", maintain_order="left")
        taken = body.filter(pl.col(name).is_null() & pl.col("value").is_not_null())
        parts.append(taken.select(ROW, pl.lit(position, dtype=pl.UInt32).alias("position")))
        body = body.with_columns(pl.coalesce(name, "value").alias(name)).drop("value")
    return body, pl.concat(parts)


def _rows_of(ranges: list[tuple[int, int]], values: pl.DataFrame) -> pl.DataFrame:
    """Return each row of some merged ranges with the value of its first cell; of overlapping ranges the first."""
    spans = pl.DataFrame(
        [pair for pair in ranges if pair[0] < pair[1]], schema={"first": pl.UInt32, "last": pl.UInt32}, orient="row"
    )
    rows = spans.unique("first", keep="first", maintain_order=True).join(values, on="first")
    spread = rows.with_columns(pl.int_ranges("first", pl.col("last") + 1, dtype=pl.UInt32).alias(ROW)).explode(ROW)
    return spread.unique(ROW, keep="first", maintain_order=True).select(ROW, "value")

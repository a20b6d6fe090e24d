"""A sheet -> its header, its rows and what stands apart from them: titles, repeated headers, totals, notes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import field, frozen

from dluhy.facts.schema import FACTS
from dluhy.intake.columns import NAMES, Columns, Fixed, meaning_in_group, meaning_of, recognise
from dluhy.intake.delimited import WIDTH
from dluhy.intake.grids import ROW, BrokenLine, Grid
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

MONEY: Final = tuple(spec.name for spec in FACTS.values() if spec.type == "money" and spec.asked)
"""The money columns of a list."""
APART_SCHEMA: Final = {ROW: pl.UInt32, "kind": pl.String, "text": pl.String}
"""Lines that are no debts: kind is title, header, repeated_header, subtotal, total or note; text their cells."""

_SEARCHED = 60  # filled lines among which the header is looked for
_LEAST = 2  # recognised headers that make a line a header
_SAME = 0.6  # share of a header's cells that a repeated header repeats
_TOTAL = r"^(?:celkem|celkov|soucet|souct|mezisouc|suma|uhrn|souhrn|total|subtotal)|(?:celkem|soucet)$"
_SUBTOTAL = r"^(?:mezisouc|subtotal)|^(?:celkem|soucet|suma)\s*(?:za|pro|obec|mesto|osob|strana|stranka)"
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
    parts = [_apart(above, pl.when(pl.col(ROW).is_in(header.lines)).then(pl.lit("header")).otherwise(pl.lit("title")))]
    body, repeated = _without(body, _repeats(header, above))
    parts.append(_apart(repeated, pl.lit("repeated_header")))
    body, filled = _filled_down(body, grid)
    body, marked = _without_totals_and_notes(body, columns)
    totals = marked.filter(pl.col("kind") != "note")
    parts.append(_apart(marked, pl.col("kind")))
    body, broken = _of_right_width(body, grid, header.lines[-1])
    apart = pl.concat(parts).sort(ROW)
    return Table(body, columns, problems, header.lines, apart, totals, (*grid.broken, *broken), filled)


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
    return best if best.score >= _LEAST else _single(*lines[0])


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
    """Return which lines repeat the header, or a line above it, as printed pages do."""
    lines = [header.lower, *(_texts(cells) for cells in above.select(_positions(above)).rows())]
    return pl.any_horizontal(_repeats_line(line) for line in lines)


def _repeats_line(line: tuple[str, ...]) -> pl.Expr:
    cells: dict[str, int] = {}
    for position, text in enumerate(line):
        if text:
            cells.setdefault(text, position)  # a merged cell is written once
    same = pl.sum_horizontal(
        (pl.col(f"{position}").str.strip_chars() == text).fill_null(value=False) for text, position in cells.items()
    )
    return (same >= max(_LEAST, _SAME * len(cells))) if len(cells) >= _LEAST else pl.lit(value=False)


def _without_totals_and_notes(body: pl.DataFrame, columns: Columns) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Take apart what cannot be a debt: a line of sums under a word for a total, a line of nothing but text.

    Such a line has no cell of the columns that tell a debt, or only the one in which its own words stand.
    """
    keyed = [str(at) for name, at in columns.positions.items() if name not in {*MONEY, *NAMES, "creditor_name"}]
    money = [str(at) for name, at in columns.positions.items() if name in MONEY]
    every = _positions(body)
    filled = pl.sum_horizontal(pl.lit(0), *(pl.col(name).is_not_null() for name in keyed))
    kept, suspects = _without(body, filled <= 1)
    label = pl.coalesce(
        pl.lit(None, dtype=pl.String), *(pl.when(pl.col(n).str.contains(_WITH_LETTER)).then(pl.col(n)) for n in every)
    )
    bare = (
        label.str.to_lowercase().str.normalize("NFD").str.replace_all(_DIACRITICS, "").str.replace_all(r"[^\w\s]+", " ")
    )
    sums = pl.sum_horizontal(pl.lit(0), *(pl.col(n).str.contains(_WITH_DIGIT).fill_null(value=False) for n in money))
    own = pl.any_horizontal(pl.lit(value=False), *(pl.col(n) == pl.col("label") for n in keyed))
    suspects = suspects.with_columns(
        label.alias("label"), bare.str.strip_chars().alias("bare"), sums.alias("sums"), filled.alias("filled")
    ).with_columns(((pl.col("filled") == 0) | own.fill_null(value=False)).alias("free"))
    is_total = pl.col("free") & pl.col("bare").str.contains(_TOTAL)
    alone = (pl.col("filled") == 0) | pl.col("label").str.contains(_NOTE) | pl.col("bare").str.contains(_TOTAL)
    kind = (
        pl.when(is_total & (pl.col("sums") > 0) & pl.col("bare").str.contains(_SUBTOTAL))
        .then(pl.lit("subtotal"))
        .when(is_total & (pl.col("sums") > 0))
        .then(pl.lit("total"))
        .when(pl.col("label").is_null() & (pl.col("sums") > 0) & (pl.col("filled") == 0))
        .then(pl.lit("unlabelled"))
        .when(pl.col("free") & (pl.col("sums") == 0) & pl.col("label").is_not_null() & alone)
        .then(pl.lit("note"))
    )
    marked = suspects.with_columns(kind.alias("kind")).drop("label", "bare", "sums", "filled", "free")
    debts = marked.filter(pl.col("kind").is_null()).drop("kind")
    return pl.concat([kept, debts]).sort(ROW), marked.filter(pl.col("kind").is_not_null())


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


def _filled_down(body: pl.DataFrame, grid: Grid) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give every row of a merged cell its value, and say in which cells that was done."""
    parts = [pl.DataFrame(schema={ROW: pl.UInt32, "position": pl.UInt32})]
    for position in sorted({merged.position for merged in grid.merged}):
        name = f"{position}"
        if name not in body.columns:
            continue
        ranges = [(merged.first, merged.last) for merged in grid.merged if merged.position == position]
        spans = pl.DataFrame(ranges, schema={"first": pl.UInt32, "last": pl.UInt32}, orient="row")
        values = grid.cells.select(pl.col(ROW).alias("first"), pl.col(name).alias("value"))
        rows = (
            spans.join(values, on="first")
            .with_columns(pl.int_ranges("first", pl.col("last") + 1, dtype=pl.UInt32).alias(ROW))
            .explode(ROW)
            .select(ROW, "value")
        )
        body = body.join(rows, on=ROW, how="left", maintain_order="left")
        taken = body.filter(pl.col(name).is_null() & pl.col("value").is_not_null())
        parts.append(taken.select(ROW, pl.lit(position, dtype=pl.UInt32).alias("position")))
        body = body.with_columns(pl.coalesce(name, "value").alias(name)).drop("value")
    return body, pl.concat(parts)

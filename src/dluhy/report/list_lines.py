"""A checked list as lines of JSON that say everything: a line for each judged row, each rejected cell, and a summary.

A judged row is the object that `dluhy minors check` writes as NDJSON; `{"rejected": …}` is a cell for which a row was
not judged, `{"summary": …}` is always the last line of a whole result, and a result that broke off ends with
`{"problems": …}` instead.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import msgspec
import polars as pl

from dluhy.money import to_decimal_string
from dluhy.report.rows import frames
from dluhy.report.tables import RowTables, Tables
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dluhy.checking import ListResult
    from dluhy.problems import Language, Problem
    from dluhy.receipt import Receipt
    from dluhy.report.selection import Only

Sums = dict[str, tuple[int, int, int]]
"""Column of money -> haléře in all readable cells, in judged rows, in rejected rows."""


def lines(result: ListResult, language: Language, only: Only | None = None) -> Iterator[bytes]:
    """Yield a whole result as lines, several in a piece; `only` shows a selection, the summary is of the whole."""
    yield from judged_lines(Tables(result, texts(language), only))
    yield rejected_lines(result.intake.rejected)
    yield summary_line(summary(result.receipt, result.intake.sums, only, result.intake.columns.unused))


def judged_lines(tables: RowTables) -> Iterator[bytes]:
    """Yield the lines of judged rows, thousands in a piece."""
    for frame in frames(tables):
        yield _written(frame)


def rejected_cells(rejected: pl.DataFrame) -> pl.DataFrame:
    """Return the cells for which rows were rejected: row, column, code, reason; never what stood there."""
    return rejected.select("row", "column", "code", "cs", "en")


def rejected_lines(rejected: pl.DataFrame) -> bytes:
    """Return a line for each cell for which a row was rejected."""
    cells = rejected_cells(rejected)
    return _written(cells.select(pl.struct(cells.columns).alias("rejected")))


def summary(receipt: Receipt, sums: Sums, only: Only | None, unused: Sequence[str]) -> dict[str, Any]:
    """Return what is said of a list as a whole; `unused` are its columns that mean nothing here."""
    named = ("in", "judged", "rejected")
    money = {
        name: dict(zip(named, map(to_decimal_string, values), strict=True)) for name, values in sorted(sums.items())
    }
    return {"receipt": receipt, "as_of": receipt.as_of, "only": only, "sums": money, "unused": list(unused)}


def summary_line(content: Mapping[str, Any]) -> bytes:
    """Return the last line of a whole result."""
    return msgspec.json.encode({"summary": content}) + b"\n"


def problems_line(problems: Iterable[Problem]) -> bytes:
    """Return the last line of a result that broke off: why it did."""
    return msgspec.json.encode({"problems": list(problems)}) + b"\n"


def _written(frame: pl.DataFrame) -> bytes:
    held = BytesIO()
    frame.write_ndjson(held)
    return held.getvalue()

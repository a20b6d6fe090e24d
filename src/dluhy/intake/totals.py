"""The list's own totals against what its rows add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import frozen

from dluhy.intake import cells as readers
from dluhy.intake.grids import ROW, BrokenLine
from dluhy.intake.layout import MONEY
from dluhy.intake.notices import notices

if TYPE_CHECKING:
    from dluhy.intake.readers import RawList

TOTALS_SCHEMA: Final = {ROW: pl.UInt32, "kind": pl.String, "name": pl.String, "stated": pl.Int64, "computed": pl.Int64}
"""The list's own totals, haléře: `computed` is null where an unreadable cell stands among those added up."""


@frozen
class Compared:
    """The totals (TOTALS_SCHEMA), and the numbers of lines of bare sums that turned out to be no totals."""

    totals: pl.DataFrame
    unlike: list[int]


def compare_totals(raw: RawList, table: pl.DataFrame) -> Compared:
    """Compare each total with the rows above it: a subtotal with those since the one before, a total with all.

    `table` holds the money of every row of the list as read, rejected rows included, and why cells were bad. A line
    called a total that agrees only with the rows since the one before is a subtotal; a line of bare sums is a total
    if it agrees in every column.
    """
    names = [name for name in MONEY if name in raw.columns.positions and name in table.columns]
    if raw.totals.height == 0 or not names:
        return Compared(pl.DataFrame(schema=TOTALS_SCHEMA), raw.totals[ROW].to_list())
    running = _running(raw, table, names)
    marks = _stated(raw, names).sort(ROW).join_asof(running, on=ROW, strategy="backward")
    found: list[tuple[int, str, str, int, int | None]] = []
    unlike = []
    before = dict.fromkeys(names, (0, 0))
    for mark in marks.iter_rows(named=True):
        sums = {name: (mark[f"sum {name}"] or 0, mark[f"bad {name}"] or 0) for name in names}
        stated = {name: mark[name] for name in names if mark[name] is not None}
        all_agree = {
            which: bool(stated) and all(stated[n] == _sum(sums[n], before[n], which) for n in stated)
            for which in _KINDS
        }
        if mark["kind"] == "unlabelled" and not any(all_agree.values()):
            unlike.append(mark[ROW])
            continue
        kind = _kind(mark["kind"], all_agree)
        found += [
            (mark[ROW], kind, name, value, _sum(sums[name], before[name], kind)) for name, value in stated.items()
        ]
        before = sums
    return Compared(pl.DataFrame(found, schema=TOTALS_SCHEMA, orient="row"), unlike)


_KINDS: Final = ("total", "subtotal")


def _kind(label: str, agrees: dict[str, bool]) -> str:
    if label == "subtotal":
        return "total" if agrees["total"] and not agrees["subtotal"] else "subtotal"
    return "subtotal" if agrees["subtotal"] and not agrees["total"] else "total"


def _sum(now: tuple[int, int], before: tuple[int, int], kind: str) -> int | None:
    """Return the sum of the rows that a total is about, null if one of their cells could not be read."""
    start = before if kind == "subtotal" else (0, 0)
    return now[0] - start[0] if now[1] == start[1] else None


def _running(raw: RawList, table: pl.DataFrame, names: list[str]) -> pl.DataFrame:
    bad = [pl.col(f"bad {name}").is_not_null().cast(pl.Int64).alias(f"bad {name}") for name in names]
    rows = table.select(ROW, *(pl.col(name).fill_null(0).alias(f"sum {name}") for name in names), *bad)
    lines = pl.DataFrame({ROW: pl.Series([line.number for line in raw.broken], dtype=pl.UInt32)})
    broken = lines.with_columns(
        *(pl.lit(0, dtype=pl.Int64).alias(f"sum {name}") for name in names),
        *(pl.lit(1, dtype=pl.Int64).alias(f"bad {name}") for name in names),
    )
    every = pl.concat([rows, broken.select(rows.columns)]).sort(ROW)
    return every.with_columns(pl.exclude(ROW).cum_sum())


def _stated(raw: RawList, names: list[str]) -> pl.DataFrame:
    reads = {
        name: readers.money(f"{raw.columns.positions[name]}", raw.totals.schema[f"{raw.columns.positions[name]}"], name)
        for name in names
    }
    return raw.totals.select(ROW, "kind", *(read.values[name].alias(name) for name, read in reads.items()))


def line_of_sums(number: int, text: str) -> BrokenLine:
    """Return the reject of a line that has nothing but sums and is no total."""
    notice = notices("rejects")["only_money"]
    return BrokenLine(number, text, notice.code, notice.cs, notice.en)

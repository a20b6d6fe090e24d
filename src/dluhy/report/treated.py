"""What the intake did with cells and lines: rejected, repaired, put apart. The only place of original texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.report.layout import LongTable

if TYPE_CHECKING:
    from dluhy.report.tables import Tables

LONGEST = 16_000
"""Signs of an original text that are shown; a cell of a workbook holds 32 767 units."""

_LINES = ("title", "header", "repeated_header", "subtotal", "total", "note")
_HEADERS = ("header", "repeated_header")
"""Lines whose text is not repeated: it is that of the header."""

_ORIGINALS = ("original", "value")


def treated(tables: Tables) -> LongTable:
    """Rejected cells, repaired cells, lines apart, in this order, told apart by the column `treatment`.

    Repairs of rejected rows and of rows outside the selection are left out. A pseudonymised result shows neither names
    nor a cell as it was.
    """
    intake = tables.result.intake
    repaired = intake.repaired.join(intake.rejected, on="row", how="anti", maintain_order="left")
    if tables.only is not None:
        repaired = repaired.join(tables.judged.select("row").unique(), on="row", how="semi", maintain_order="left")
    parts = ((intake.rejected, _rejected), (repaired, _repaired), (intake.apart, _apart))

    def make(first: int, rows: int) -> pl.DataFrame:
        pieces = []
        for frame, label in parts:
            start, end = max(first, 0), min(first + rows, frame.height)
            pieces.append(label(tables, frame.slice(start, max(end - start, 0))))
            first -= frame.height
        return pl.concat(pieces, how="diagonal")

    return LongTable(sum(frame.height for frame, _ in parts), make)


def _rejected(tables: Tables, frame: pl.DataFrame) -> pl.DataFrame:
    reason = pl.col("cs" if tables.texts.language == "cs" else "en")
    return _shown(tables, frame, "rejected", reason, pl.col("original"), pl.lit(None, dtype=pl.String))


def _repaired(tables: Tables, frame: pl.DataFrame) -> pl.DataFrame:
    return _shown(tables, frame, "repaired", tables.notices("repairs"), pl.col("original"), pl.col("value"))


def _apart(tables: Tables, frame: pl.DataFrame) -> pl.DataFrame:
    labels = {kind: tables.texts(f"line-{kind}") for kind in _LINES}
    kind = pl.col("kind").replace_strict(list(labels), list(labels.values()), default=pl.col("kind"))
    no_column = frame.with_columns(pl.lit(None, dtype=pl.String).alias("column"))
    text = pl.when(~pl.col("kind").is_in(_HEADERS)).then("text")
    return _shown(tables, no_column, "apart", kind, text, pl.lit(None, dtype=pl.String))


def _shown(  # noqa: PLR0913, PLR0917 - the columns of one table
    tables: Tables, frame: pl.DataFrame, treatment: str, why: pl.Expr, original: pl.Expr, value: pl.Expr
) -> pl.DataFrame:
    shown = tables.with_names(frame, "row").select(
        pl.lit(tables.texts(f"treatment-{treatment}")).alias("treatment"),
        "row",
        *tables.shown_names,
        "column",
        why.alias("why"),
        original.str.slice(0, LONGEST).alias("original"),
        value.str.slice(0, LONGEST).alias("value"),
    )
    return shown.drop(_ORIGINALS) if tables.result.intake.pseudonymised else shown

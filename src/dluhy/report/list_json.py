"""A checked list as one JSON document: the receipt, sums, people, judged rows, rejected cells."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import msgspec
import polars as pl

from dluhy.report.list_lines import judged_lines, rejected_cells, summary
from dluhy.report.rows import decimal

if TYPE_CHECKING:
    from typing import BinaryIO

    from dluhy.report.tables import Tables

BIRTHDAYS = ("days_to_18_from", "days_to_18_to")
"""What tells a birthday; a pseudonymised result shows only the urgency that follows from it."""


def write_json(tables: Tables, stream: BinaryIO) -> None:
    """Write a result, or a selection of it, as a JSON document with a final line end.

    Its `rows` are the objects of the NDJSON form, `rejected` one object per cell that could not be read.
    """
    result = tables.result
    unused = result.intake.columns.unused
    head = msgspec.json.encode(summary(result.receipt, result.intake.sums, tables.only, unused))
    stream.write(head.removesuffix(b"}"))
    stream.write(b',"people":' + _array(people(tables)))
    stream.write(b',"rows":[')
    pieces = (piece for piece in judged_lines(tables) if piece)
    stream.writelines((b"," if number else b"") + _joined(piece) for number, piece in enumerate(pieces))
    stream.write(b'],"rejected":' + _array(rejected_cells(result.intake.rejected)) + b"}\n")


def people(tables: Tables) -> pl.DataFrame:
    """Return the people of a selection, most urgent first, with codes, labels and sums as decimal strings."""
    frame = tables.people
    duties = list(tables.result.checker.summary.duties)
    shown = frame.select(
        "person_id",
        pl.col("list").cast(pl.String),
        tables.rule_titles("list").alias("list_text"),
        pl.col("urgency").cast(pl.String),
        tables.rule_verdicts("urgency").alias("urgency_text"),
        *(pl.col(f"person_age_{end}").alias(f"age_{end}") for end in ("from", "to")),
        "days_to_18_from",
        "days_to_18_to",
        pl.col("person_limit_on").alias("limit_on"),
        *duties,
        "debts",
        "debts_to_stop",
        "debts_undecided",
        decimal("balance"),
        decimal("balance_to_stop"),
        pl.col("rows").list.unique(maintain_order=True),
    )
    return shown.drop(BIRTHDAYS) if tables.result.intake.pseudonymised else shown


def _array(frame: pl.DataFrame) -> bytes:
    held = BytesIO()
    frame.write_ndjson(held)
    return b"[" + _joined(held.getvalue()) + b"]"


def _joined(lines: bytes) -> bytes:
    """Return lines of JSON with commas between them; a line end stands nowhere inside a line of JSON."""
    return lines.removesuffix(b"\n").replace(b"\n", b",")

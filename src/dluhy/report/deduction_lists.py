"""The deductions of a list of payments with their receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
from attrs import frozen

from dluhy import receipt as receipts
from dluhy.deductions.cells import REFERENCE
from dluhy.deductions.frames import deduct_frame
from dluhy.intake.grids import ROW
from dluhy.report.deduction import JOB
from dluhy.report.payment_rows import day_of

if TYPE_CHECKING:
    from dluhy.deductions.listed import ListedPayments
    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt


@frozen
class ListedDeductions:
    """The result of a list: one row for each row that could be computed, in its order; money in haléře."""

    rows: pl.DataFrame
    receipt: Receipt


def deductions_of_list(listed: ListedPayments, pack: Pack) -> ListedDeductions:
    """Return the deductions of the payments of a list."""
    kept = [name for name in (ROW, REFERENCE) if name in listed.frame.columns]
    rows = pl.concat([listed.frame.select(kept), deduct_frame(listed.frame, pack)], how="horizontal")
    receipt = receipts.make(
        pack,
        job=JOB,
        as_of=day_of(listed.frame["paid_on"].max(), pack),
        input_sha256=listed.sha256,
        rows_judged=rows.height,
        rows_rejected=listed.rows_rejected,
        result_sha256=receipts.result_hash([rows]),
    )
    return ListedDeductions(rows, receipt)

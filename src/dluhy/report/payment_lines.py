"""A list of payments computed while it comes: bytes of NDJSON in, lines of NDJSON out, in flat memory.

A computed row is the object that `dluhy deduct` writes for a list; `{"rejected": …}` is a cell that keeps its row out,
`{"summary": …}` with the receipt is always the last line. The receipt is that of the whole list, however it was cut.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy import receipt as receipts
from dluhy.bulk.lines import Lines
from dluhy.deductions.cells import REFERENCE
from dluhy.deductions.frame_columns import COLUMNS, REQUIRED, checked
from dluhy.deductions.frames import deducted_of
from dluhy.deductions.listed import usable_rows
from dluhy.deductions.listed_files import cells_of_lines
from dluhy.intake.grids import ROW
from dluhy.report.deduction import JOB
from dluhy.report.list_lines import rejected_lines, summary_line
from dluhy.report.payment_rows import as_texts, day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from dluhy.bulk.lines import Line
    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt

_KNOWN: Final = frozenset({*COLUMNS, REFERENCE})
_LINE_BYTES: Final = 100_000
_PART_LINES: Final = 4_000
_PART_BYTES: Final = 8_000_000


class PaymentLines:
    """Takes the bytes of a list and yields lines of its result; after `finish`, `receipt` is that of the list.

    A line says how its payment is called (`ref`) from the first part on in which any line does.
    """

    def __init__(self, pack: Pack, *, line_bytes: int = _LINE_BYTES, part_lines: int = _PART_LINES) -> None:
        """Compute by a pack; `line_bytes` is the longest line, `part_lines` how many are computed at once."""
        self._pack, self._part_lines = pack, part_lines
        self._lines, self._bytes = Lines(line_bytes), 0
        self._held: list[Line] = []
        self._digest, self._decisions = sha256(), receipts.ResultHash()
        self._with_ref = False
        self._last: date | None = None
        self._judged, self._rejected = 0, 0

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Take the next bytes of the list."""
        self._digest.update(piece)
        return self._taken(self._lines.feed(piece))

    def finish(self) -> Iterator[bytes]:
        """Take the end of the list; yield what is left and the summary."""
        yield from self._taken(self._lines.finish())
        yield from self._computed()
        yield summary_line({"receipt": self.receipt})

    @property
    def receipt(self) -> Receipt:
        """The receipt of what was taken so far."""
        return receipts.make(
            self._pack,
            job=JOB,
            as_of=day_of(self._last, self._pack),
            input_sha256=self._digest.hexdigest(),
            rows_judged=self._judged,
            rows_rejected=self._rejected,
            result_sha256=self._decisions.hexdigest(),
        )

    def _taken(self, lines: Iterable[Line]) -> Iterator[bytes]:
        for line in lines:
            self._held.append(line)
            self._bytes += len(line[1] or b"")
            if len(self._held) >= self._part_lines or self._bytes >= _PART_BYTES:
                yield from self._computed()

    def _computed(self) -> Iterator[bytes]:
        """Compute the lines held."""
        if not self._held:
            return
        frame, rejected = usable_rows(cells_of_lines(self._held, _KNOWN, REQUIRED), self._pack)
        self._held, self._bytes = [], 0
        self._with_ref = self._with_ref or REFERENCE in frame.columns
        self._rejected += rejected[ROW].n_unique()
        if frame.height:
            rows = self._rows(frame)
            self._decisions.add(rows)
            self._judged += rows.height
            yield as_texts(rows).write_ndjson().encode()
        if rejected.height:
            yield rejected_lines(rejected)

    def _rows(self, frame: pl.DataFrame) -> pl.DataFrame:
        last: date | None = frame["paid_on"].max()  # type: ignore[assignment]  # a column of days
        self._last = last if self._last is None or last is None else max(self._last, last)
        kept = [frame[ROW]]
        if self._with_ref:
            named = REFERENCE in frame.columns
            kept.append(frame[REFERENCE] if named else pl.Series(REFERENCE, [None] * frame.height, dtype=pl.String))
        return pl.DataFrame([*kept, *deducted_of(checked(frame, self._pack), self._pack)])

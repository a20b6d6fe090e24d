"""A list judged while it comes, as lines of JSON given out while it is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.report.list_lines import judged_lines, rejected_lines, summary, summary_line
from dluhy.report.tables import RowTables
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.bulk.stream import ListStream
    from dluhy.checking import JudgedRows
    from dluhy.problems import Language
    from dluhy.report.selection import Only


class StreamWriter:
    """Bytes of an NDJSON list in, lines of `dluhy.report.list_lines` out; the last is the summary.

    Rows and rejected cells come in the order of the parts in which they were judged.
    """

    def __init__(self, stream: ListStream, language: Language, only: Only | None = None) -> None:
        """Write what a stream judges in a language; `only` shows a selection of it."""
        self._stream, self._texts, self._only = stream, texts(language), only

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Take the next bytes of the list; raises InputError as the stream does."""
        return self._written(self._stream.feed(piece))

    def finish(self) -> Iterator[bytes]:
        """Take the end of the list; yield what is left and the summary."""
        yield from self._written(self._stream.finish())
        yield summary_line(summary(self._stream.receipt, self._stream.sums, self._only, self._stream.unused))

    def _written(self, parts: Iterable[JudgedRows]) -> Iterator[bytes]:
        for part in parts:
            yield from judged_lines(RowTables(part, self._texts, self._only))
            yield rejected_lines(part.intake.rejected)

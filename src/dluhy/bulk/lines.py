"""Bytes of NDJSON as they come -> whole lines with their numbers; a line too long is told apart, never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterator

Line = tuple[int, bytes | None]
"""The number of a line from 1, and its content without its end; None for a line longer than allowed."""

_MARK = b"\xef\xbb\xbf"


@define
class Lines:
    """Cuts pieces of any size into lines; at most a line and a piece are held."""

    most: int
    """Bytes of the longest line."""
    _number: int = field(default=1, init=False)
    _held: bytearray = field(factory=bytearray, init=False)
    _too_long: bool = field(default=False, init=False)

    def feed(self, piece: bytes) -> Iterator[Line]:
        """Yield the lines that a piece ends; blank ones are counted and left out."""
        start = 0
        while (end := piece.find(b"\n", start)) >= 0:
            self._hold(piece[start:end])
            yield from self._ended()
            start = end + 1
        self._hold(piece[start:])

    def finish(self) -> Iterator[Line]:
        """Yield the last line where no line end stands behind it."""
        yield from self._ended()

    def _hold(self, part: bytes) -> None:
        if self._too_long or len(self._held) + len(part) > self.most:
            self._too_long = True
            self._held.clear()
        else:
            self._held += part

    def _ended(self) -> Iterator[Line]:
        content = bytes(self._held).removeprefix(_MARK) if self._number == 1 else bytes(self._held)
        if self._too_long or content.strip():
            yield self._number, None if self._too_long else content
        self._number += 1
        self._held.clear()
        self._too_long = False

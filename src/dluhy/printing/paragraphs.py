"""Lines of the text report set as paragraphs and tables; provisions become numbers of one list at the end."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import msgspec

from dluhy.printing.blocks import Block, Cited, Heading, Table, Text, Typed
from dluhy.report.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.report.lines import Paragraph

_RULE: Final = "─"
_WARNING: Final = "!"
_OUTER: Final = 3
"""How deep a warning may stand to be set in bold; deeper ones belong to something told in bold already."""
_SHORT: Final = 24
_MANY: Final = 8


class Provisions:
    """The provisions cited so far, each once, numbered from 1."""

    def __init__(self) -> None:
        """Begin an empty list."""
        self._numbers: dict[str, int] = {}

    def number(self, cited: str) -> int:
        """Return the number of what is cited, a new one if it was not cited before."""
        return self._numbers.setdefault(cited, len(self._numbers) + 1)

    def cited(self) -> Iterator[Cited]:
        """Yield the list."""
        for text, number in self._numbers.items():
            yield Cited(number=number, text=text)


class Setter:
    """Sets lines of a text report as blocks of a page."""

    def __init__(self, provisions: Provisions, level: int = 2, *, titles: bool = False) -> None:
        """Keep the list of provisions, the level that headings get, and whether what is not indented is a title."""
        self._provisions, self._level, self._titles = provisions, level, titles
        self._blocks: list[Block] = []
        self._rows: list[tuple[Paragraph, bool]] = []
        self._ruled = False
        self._typed: list[str] = []

    def set(self, lines: Iterable[str]) -> tuple[Block, ...]:
        """Return the blocks of a text."""
        for line in lines:
            if not isinstance(line, Line):
                self._plain(line)
            elif line.paragraph is not None:
                self._paragraph(line.paragraph)
        self._close()
        return tuple(_gathered(self._blocks))

    def _plain(self, line: str) -> None:
        """Take a line that remembers nothing: one laid out with spaces, or an empty one between paragraphs."""
        if line.strip(_RULE):
            self._close_table()
            self._typed.append(line)
        elif not line:
            self._close()

    def _paragraph(self, found: Paragraph) -> None:
        if found.kind in {"row", "head"}:
            self._close_typed()
            self._rows.append((found, self._ruled))
            self._ruled = False
        elif found.kind == "rule":
            self._ruled = True
        elif found.kind == "grounds":
            self._ground(found)
        else:
            self._close()
            self._blocks.append(self._told(found))

    def _told(self, found: Paragraph) -> Heading | Text:
        if found.kind == "title" and found.mark:
            return Text(text="", lead=found.text, level=found.level, mark=found.mark)
        title = found.kind == "title" or (self._titles and not found.level and not found.mark)
        if title or found.kind == "heading":
            return Heading(text=found.text, level=self._level + (found.kind != "heading"))
        if found.mark == _WARNING and found.level <= _OUTER:
            return Text(text="", lead=found.text, level=found.level, mark=found.mark)
        return Text(text=found.text, level=found.level, mark=found.mark)

    def _ground(self, found: Paragraph) -> None:
        """Put the number of a provision behind the paragraph that rests on it."""
        self._close()
        number, before = self._provisions.number(found.cited), self._blocks[-1] if self._blocks else None
        if not isinstance(before, Text):
            self._blocks.append(Text(text=found.text, level=found.level, small=True))
            return
        remark = before.remark or found.remark
        self._blocks[-1] = msgspec.structs.replace(before, notes=(*before.notes, number), remark=remark)

    def _close(self) -> None:
        self._close_table()
        self._close_typed()

    def _close_table(self) -> None:
        if self._rows:
            before = self._blocks[-1] if self._blocks else None
            if isinstance(before, Text):
                self._blocks[-1] = msgspec.structs.replace(before, keep=True)
            self._blocks.append(_table(self._rows))
        self._rows, self._ruled = [], False

    def _close_typed(self) -> None:
        if self._typed:
            self._blocks.append(Typed(lines=tuple(self._typed)))
        self._typed = []


def _table(found: list[tuple[Paragraph, bool]]) -> Table:
    """Return rows as one table: the first column text, the others numbers; a row not indented is a sum."""
    head = next((row.cells for row, _ in found if row.kind == "head"), ())
    rows = [(row, ruled) for row, ruled in found if row.kind == "row"]
    indented = any(row.level for row, _ in rows)
    width = len(found[0][0].cells)
    return Table(
        columns=("1fr", *("auto",) * (width - 1)),
        head=head,
        rows=tuple(row.cells for row, _ in rows),
        right=tuple(range(1, width)),
        sums=tuple(place for place, (row, ruled) in enumerate(rows) if indented and (ruled or not row.level)),
        ruled=tuple(place for place, (_, ruled) in enumerate(rows) if ruled),
    )


def _gathered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with long runs of very short items, such as names of debts, as one paragraph each."""
    for short, run in groupby(blocks, key=_is_short):
        found = list(run)
        texts = [each for each in found if isinstance(each, Text)]
        if short and len(texts) > _MANY:
            yield msgspec.structs.replace(texts[0], text=", ".join(each.text for each in texts), mark="")
        else:
            yield from found


def _is_short(block: Block) -> bool:
    return isinstance(block, Text) and bool(block.mark) and len(block.text) <= _SHORT and not block.notes

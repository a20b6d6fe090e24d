"""Small tables in a text report: a label that may take several lines, and cells set to the right beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.lines import Line, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP: Final = "  "


def table_lines(rows: Sequence[Sequence[str]], indent: str, label: int) -> Iterator[str]:
    """Yield rows of a table, the first being its head; labels wider than `label` signs take several lines."""
    columns = range(1, len(rows[0]))
    widths = [max(len(row[place]) for row in rows) for place in columns]
    for number, (name, *cells) in enumerate(rows):
        *above, last = _broken(name, indent, label)
        numbers = _GAP.join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
        row = Paragraph(kind="row" if number else "head", text=name, cells=(name, *cells))
        lines = [*above, f"{last.ljust(label + len(indent))}{_GAP}{numbers}"]
        yield from (Line(line, None if place else row) for place, line in enumerate(lines))


def _broken(name: str, indent: str, label: int) -> list[str]:
    """Return a label in lines that fit the column."""
    lines, line = [], indent
    for word in name.split(" "):
        if len(line) + len(word) > label + len(indent) and line.strip():
            lines.append(line.rstrip())
            line = indent
        line += f"{word} "
    return [*lines, line.rstrip()]

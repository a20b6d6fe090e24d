"""Tables of the pages in docs/, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def table(headers: tuple[str, ...], rows: Iterable[list[str]]) -> Iterator[str]:
    """Yield the lines of a table and an empty line after it."""
    yield _row(headers)
    yield _row("---" for _ in headers)
    yield from (_row(row) for row in rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")

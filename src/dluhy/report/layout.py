"""What a sheet is made of: headings with sentences and small tables, or one long table made a slice at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl


@frozen
class Sum:
    """Money for a cell, in haléře; `at_least` where amounts that are not known are missing in it."""

    halere: int
    at_least: bool = False


@frozen
class Link:
    """A public address for a cell."""

    address: str


Cell = str | int | Sum | Link


@frozen
class Block:
    """A heading with sentences and a small table; `chart` draws the second column of the table by the first."""

    heading: str
    sentences: list[str] = field(factory=list)
    columns: list[str] = field(factory=list)
    rows: list[list[Cell]] = field(factory=list)
    chart: str | None = None


@frozen
class LongTable:
    """A table of any length: `make` gives the rows from a place on, so that their texts never exist all at once."""

    height: int
    make: Callable[[int, int], pl.DataFrame]

    def whole(self) -> pl.DataFrame:
        """Return all rows at once, for short lists and tests."""
        return self.make(0, self.height)

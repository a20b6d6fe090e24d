"""How the figures of an overview are told: counts, sums, what is hidden, what nobody reported, what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.money import HALERE_PER_KORUNA
from dluhy.report.html import Cell
from dluhy.report.region_bands import decimal, whole

if TYPE_CHECKING:
    from dluhy.region.overview import Overview
    from dluhy.report.texts import Texts

NOT_KNOWN: Final = "–"
PARTLY: Final = "*"


@frozen
class Told:
    """An overview and the language it is told in."""

    overview: Overview
    texts: Texts

    def __call__(self, key: str, **values: str | int) -> str:
        """Return a message of the page."""
        return self.texts(f"region-{key}", **values)

    def count(self, number: int) -> str:
        """Return a whole number with its thousands apart."""
        return whole(number, self.texts)

    def label(self, row: dict[str, Any]) -> str:
        """Return what a category of a table is called."""
        return str(row[f"label_{self.texts.language}"] or row["code"])

    def figure(self, row: dict[str, Any], column: str) -> Cell:
        """Return the cell of a count or a sum (`…_halere`) of an area.

        Where it is missing it says why; a sum of a larger area that leaves out what is hidden carries a star.
        """
        value = row[column]
        if value is None:
            return self._missing(row, column)
        is_money = column.endswith("halere")
        shown = self.texts.money(value) if is_money else self.count(value)
        star = PARTLY if row["level"] != "municipality" and hides(row, column) else ""
        number = value / HALERE_PER_KORUNA if is_money else value  # only the order of rows follows from it
        return Cell(f"{shown}{star}", number, is_number=True)

    def _missing(self, row: dict[str, Any], column: str) -> Cell:
        key = "not-reported" if row["reported"] == 0 else "hidden" if hides(row, column) else ""
        return Cell(self(f"cell-{key}") if key else NOT_KNOWN, None, is_number=True, looks="off")

    def number(self, value: int | None) -> Cell:
        """Return the cell of a count that is not known where it is None."""
        looks = "off" if value is None else ""
        return Cell(NOT_KNOWN if value is None else self.count(value), value, is_number=True, looks=looks)

    def rate(self, value: float | None) -> Cell:
        """Return the cell of a rate per 1,000."""
        return Cell(NOT_KNOWN if value is None else decimal(value, self.texts), value, is_number=True)


def hides(row: dict[str, Any], column: str) -> bool:
    """Return whether something of a figure of an area is hidden because it is too small to publish."""
    group = column.partition("_")[0]
    own = row.get(f"{group}_hidden")
    return bool(own) if own is not None or f"{group}_hidden" in row else bool(row["hidden"])


def text_cell(shown: str, looks: str = "") -> Cell:
    """Return a cell of text."""
    return Cell(shown, looks=looks)

"""How the figures of an overview are told: counts, sums, what is hidden, what nobody reported, what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from dluhy.money import HALERE_PER_KORUNA
from dluhy.region.overview import GROUPS
from dluhy.report.html import Cell
from dluhy.report.region_bands import decimal, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        if row[column] is None:
            return self._missing(row, column)
        cell = self.amount(row[column], column, at_least=is_at_least(row, column))
        return evolve(cell, shown=f"{cell.shown}{PARTLY}") if _is_partial(row, column) else cell

    def amount(self, value: int | None, column: str, *, at_least: bool = False) -> Cell:
        """Return the cell of a count, or of a sum where the column is of `halere`; one that is not known is a dash.

        `at_least` says that amounts which are not known are missing in the sum.
        """
        if value is None or not column.endswith("halere"):
            return self.number(value)
        # only the order of rows follows from the crowns
        return Cell(self.sum(value, at_least=at_least), value / HALERE_PER_KORUNA, is_number=True)

    def sum(self, halere: int, *, at_least: bool) -> str:
        """Return a sum of money, told as a lower bound where amounts are missing in it."""
        shown = self.texts.money(halere)
        return self("at-least", sum=shown) if at_least else shown

    def _missing(self, row: dict[str, Any], column: str) -> Cell:
        said_once = "not-reported" if column == GROUPS[0] else ""
        key = said_once if row["reported"] == 0 else kept_back(row, column)
        return Cell(self(f"cell-{key}") if key else NOT_KNOWN, None, is_number=True, looks="off")

    def number(self, value: int | None) -> Cell:
        """Return the cell of a count that is not known where it is None."""
        looks = "off" if value is None else ""
        return Cell(NOT_KNOWN if value is None else self.count(value), value, is_number=True, looks=looks)

    def rate(self, value: float | None) -> Cell:
        """Return the cell of a rate per 1,000."""
        return Cell(NOT_KNOWN if value is None else decimal(value, self.texts), value, is_number=True)


def _is_partial(row: dict[str, Any], column: str) -> bool:
    return row["level"] != "municipality" and hides(row, column)


def hides(row: Mapping[str, Any], column: str) -> bool:
    """Return whether something of a figure of an area is hidden because it is too small to publish."""
    group = column.partition("_")[0]
    own = row.get(f"{group}_hidden")
    return bool(own) if own is not None or f"{group}_hidden" in row else bool(row["hidden"])


def kept_back(row: Mapping[str, Any], column: str) -> str:
    """Return why a figure of an area is not published: "hidden" for a count under five, else "withheld"; "" if it is.

    Of a hidden group only the count of people of the municipality is under five: their debts and crowns may be many.
    """
    if not hides(row, column):
        return ""
    return "hidden" if row["level"] == "municipality" and column in GROUPS else "withheld"


def is_at_least(row: Mapping[str, Any], column: str) -> bool:
    """Return whether a sum of an area (`…halere`) leaves out amounts that are not known."""
    return column.endswith("halere") and bool(row.get(f"{column.removesuffix('halere')}at_least"))


def text_cell(shown: str, looks: str = "") -> Cell:
    """Return a cell of text."""
    return Cell(shown, looks=looks)

"""The workbook a clerk keeps and works from: which sheets it has, and how it is written."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

import xlsxwriter
from attrs import field, frozen

from dluhy.report import about, blocks, sheets
from dluhy.report.asks import to_find_out
from dluhy.report.filling import fill
from dluhy.report.long_sheet import ROWS_A_SHEET, LongSheet
from dluhy.report.styles import Styles
from dluhy.report.tables import Tables
from dluhy.report.text_sheet import TextSheet
from dluhy.report.texts import NBSP, texts
from dluhy.report.treated import treated

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.checking import ListResult
    from dluhy.problems import Language
    from dluhy.report.filling import Filling
    from dluhy.report.layout import Block, LongTable
    from dluhy.report.selection import Only

OPTIONS = {
    "strings_to_formulas": False,  # a cell that starts with "=" stays text
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,  # no temporary files: they would hold personal data
}
"""How every workbook is written."""


def write_workbook(result: ListResult, path: Path, language: Language = "cs", only: Only | None = None) -> None:
    """Write the workbook of a checked list, or of a selection of it; the same result gives the same bytes."""
    with path.open("wb") as target:
        write_workbook_to(result, target, language, only)


def write_workbook_to(
    result: ListResult, target: BinaryIO, language: Language = "cs", only: Only | None = None
) -> None:
    """Write the workbook to a binary stream that can be sought."""
    tables = Tables(result, texts(language), only)
    skeleton = BytesIO()
    with xlsxwriter.Workbook(skeleton, OPTIONS) as book:
        noon = datetime(result.as_of.year, result.as_of.month, result.as_of.day, 12, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": tables.texts("title"), "created": noon})
        writer = BookWriter(book, tables)
        writer.text("summary", blocks.summary(tables))
        writer.table("people", sheets.people(tables))
        writer.table("debts", sheets.debts(tables), pages_wide=2)
        writer.table("steps", sheets.steps(tables))
        writer.table("steps-others", sheets.steps(tables, of_creditor=False))
        writer.table("procedures", sheets.procedures(tables))
        writer.table("ask", to_find_out(tables))
        writer.table("treated", treated(tables))
        writer.text("about", about.about(tables))
    fill(skeleton, target, writer.fillings)


@frozen
class BookWriter:
    """Adds sheets to a workbook and collects what is to fill the long ones, by the part of the file."""

    book: Any
    tables: Tables
    fillings: dict[str, Filling] = field(factory=dict)

    def text(self, sheet: str, parts: list[Block]) -> None:
        """Add a sheet of headings, sentences and small tables."""
        TextSheet(self.tables, Styles(self.book, self.tables.texts.language)).write(
            self.book.add_worksheet(self._name(sheet)), parts
        )

    def table(self, sheet: str, table: LongTable, pages_wide: int = 1) -> None:
        """Add the sheets of a table: one, or as many as its length asks for."""
        long = LongSheet(self.tables, Styles(self.book, self.tables.texts.language), table, pages_wide)
        for number, first in enumerate(range(0, max(table.height, 1), ROWS_A_SHEET), start=1):
            name = self._name(sheet) + (f" {number}" if number > 1 else "")
            worksheet = self.book.add_worksheet(name)
            part = f"xl/worksheets/sheet{len(self.book.worksheets())}.xml"
            self.fillings[part] = long.lay_out(worksheet, first, min(ROWS_A_SHEET, table.height - first))

    def _name(self, sheet: str) -> str:
        """Return a sheet's name with ordinary spaces: people type it."""
        return self.tables.texts(f"sheet-{sheet}").replace(NBSP, " ")

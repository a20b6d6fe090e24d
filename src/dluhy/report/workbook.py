"""The workbook a clerk keeps: summary, people, debts, steps, what to find out, rejected rows, about the result."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import polars as pl
import xlsxwriter

from dluhy.report import blocks, sheets
from dluhy.report.tables import Tables
from dluhy.report.texts import NBSP, texts

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.checking import ListResult
    from dluhy.problems import Language

_OPTIONS = {
    "strings_to_formulas": False,  # a cell that starts with "=" stays text
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
ROWS_A_SHEET = 1_048_575
_LINE = 15  # points of one line of text
_MOST_LINES = 12
_PIXELS_A_SIGN = 6.2
_COLUMNS_A_PAGE = 16
_WIDTHS = {
    "row": 60,
    "person": 80,
    "last_name": 100,
    "first_name": 90,
    "full_name": 150,
    "birth_date": 90,
    "age": 45,
    "days_to_18": 60,
    "urgency": 150,
    "list": 250,
    "kind": 220,
    "fee_year": 80,
    "due_on": 90,
    "creditor": 160,
    "verdict": 220,
    "child_owes": 120,
    "reason": 460,
    "provisions": 360,
    "evidence": 90,
    "verify": 300,
    "grounds": 260,
    "flags": 300,
    "presumed": 300,
    "next_step": 320,
    "missing": 180,
    "actor": 200,
    "addressee": 200,
    "step": 320,
    "detail": 460,
    "limit": 260,
    "limit_on": 90,
    "cost": 240,
    "conditional": 140,
    "ask": 420,
    "fact": 180,
    "effect": 220,
    "column": 160,
    "reject_reason": 360,
    "original": 200,
    "link": 420,
    "name": 320,
    "value": 460,
    "enforcement": 120,
    "rule": 110,
    "rows": 120,
    "balance": 100,
    "balance_to_stop": 120,
    "municipality": 80,
}
_MONEY_COLUMNS = {"balance", "balance_to_stop", "sum"}


def write_workbook(result: ListResult, path: Path, language: Language = "cs") -> None:
    """Write the workbook of a checked list; the same result gives the same bytes."""
    tables = Tables(result, texts(language))
    with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
        noon = datetime(result.as_of.year, result.as_of.month, result.as_of.day, 12, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": tables.texts("title"), "created": noon})
        writer = _Writer(book, tables)
        writer.text_sheet("summary", blocks.summary(tables))
        writer.table("people", sheets.people(tables))
        writer.table("debts", sheets.debts(tables))
        writer.table("steps", sheets.steps(tables))
        writer.table("ask", sheets.to_find_out(tables))
        writer.table("rejected", sheets.rejected(tables))
        writer.text_sheet("about", blocks.about(tables))


class _Writer:
    """Writes tables and blocks of text onto sheets of one workbook."""

    def __init__(self, book: Any, tables: Tables) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self._book, self._texts = book, tables.texts
        self._wrap = {"text_wrap": True, "valign": "top"}
        self._title = book.add_format({"bold": True, "font_size": 15})
        self._heading = book.add_format({"bold": True, "font_size": 12, "top": 1})
        self._text = book.add_format(self._wrap)
        self._head = {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "text_wrap": True, "valign": "top"}
        self._money = "#,##0.00"  # a spreadsheet shows it with its user's own separators
        self._day = "d. m. yyyy" if tables.texts.language == "cs" else "yyyy-mm-dd"

    def table(self, sheet: str, frame: pl.DataFrame) -> None:
        """Write a frame as a sheet with a header, filters, widths and formats; long frames go on to further sheets."""
        for number, part in enumerate(_parts(frame), start=1):
            name = self._sheet(sheet) + (f" {number}" if number > 1 else "")
            self._table_sheet(name, part)

    def _table_sheet(self, name: str, frame: pl.DataFrame) -> None:
        labels = {column: self._texts(f"col-{column}") for column in frame.columns}
        worksheet = self._book.add_worksheet(name)
        shown = frame.with_columns(
            pl.col(column).cast(pl.Float64) / 100 for column in frame.columns if column in _MONEY_COLUMNS
        )
        shown.rename(labels).write_excel(
            self._book,
            worksheet,
            table_style=None,
            header_format=self._head,
            freeze_panes=(1, 0),
            autofilter=True,
            column_widths={labels[c]: _WIDTHS.get(c, 90) for c in frame.columns},
            column_formats={labels[column]: self._format(column, dtype) for column, dtype in frame.schema.items()},
        )
        for row, lines in enumerate(_lines(frame), start=1):
            if lines > 1:
                worksheet.set_row(row, _LINE * min(lines, _MOST_LINES))
        worksheet.set_row(0, 2 * _LINE)
        _page(worksheet, landscape=True, wide=len(frame.columns) > _COLUMNS_A_PAGE)
        worksheet.repeat_rows(0)

    def _sheet(self, sheet: str) -> str:
        """Return a sheet's name with ordinary spaces: people type it."""
        return self._texts(f"sheet-{sheet}").replace(NBSP, " ")

    def _format(self, column: str, dtype: pl.DataType) -> dict[str, Any]:
        if column in _MONEY_COLUMNS:
            return {"num_format": self._money, "valign": "top"}
        if dtype == pl.Date:
            return {"num_format": self._day, "valign": "top", "align": "left"}
        return self._wrap if dtype == pl.String else {"num_format": "0", "valign": "top"}

    def text_sheet(self, sheet: str, parts: list[blocks.Block]) -> None:
        """Write a sheet of headings, sentences and small tables."""
        worksheet = self._book.add_worksheet(self._sheet(sheet))
        worksheet.set_column(0, 0, 62)
        worksheet.set_column(1, 3, 24)
        header = self._book.add_format(self._head)
        money = self._book.add_format({"num_format": self._money, "valign": "top"})
        row = 0
        for block in parts:
            worksheet.write_string(row, 0, block.heading, self._title if row == 0 else self._heading)
            row += 1
            for sentence in block.sentences:
                worksheet.merge_range(row, 0, row, 3, "", self._text)
                worksheet.write_string(row, 0, sentence, self._text)
                worksheet.set_row(row, _LINE * (1 + len(sentence) // 125))
                row += 1
            for position, label in enumerate(block.columns):
                worksheet.write_string(row, position, label, header)
            row += bool(block.columns)
            for line in block.rows:
                for position, value in enumerate(line):
                    self._cell(worksheet, row, position, value, money)
                longest = max(
                    (
                        len(value) // (25 if position else 65)
                        for position, value in enumerate(line)
                        if isinstance(value, str)
                    ),
                    default=0,
                )
                if longest:
                    worksheet.set_row(row, _LINE * (1 + longest))
                row += 1
            row += 1
        _page(worksheet, landscape=False, wide=False)

    def _cell(self, worksheet: Any, row: int, position: int, value: blocks.Cell, money: Any) -> None:  # noqa: ANN401 - xlsxwriter
        if isinstance(value, blocks.Sum):
            worksheet.write_number(row, position, value.halere / 100, money)
        elif isinstance(value, blocks.Link):
            worksheet.write_url(row, position, value.address, string=value.address)
        elif isinstance(value, int):
            worksheet.write_number(row, position, value)
        else:
            worksheet.write_string(row, position, value, self._text)


def _lines(frame: pl.DataFrame) -> pl.Series:
    """How many lines of text each row needs, by the widths of its columns."""
    needed = [
        (pl.col(column).str.len_chars() / (_WIDTHS.get(column, 90) / _PIXELS_A_SIGN)).ceil().fill_null(1).cast(pl.Int32)
        for column, dtype in frame.schema.items()
        if dtype == pl.String
    ]
    return frame.select(pl.max_horizontal(*needed, pl.lit(1)).alias("lines"))["lines"]


def _parts(frame: pl.DataFrame) -> list[pl.DataFrame]:
    return [frame.slice(start, ROWS_A_SHEET) for start in range(0, max(frame.height, 1), ROWS_A_SHEET)]


def _page(worksheet: Any, *, landscape: bool, wide: bool) -> None:  # noqa: ANN401 - xlsxwriter has no types
    worksheet.set_paper(9)  # A4
    if landscape:
        worksheet.set_landscape()
    worksheet.fit_to_pages(2 if wide else 1, 0)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    worksheet.set_footer("&L&A&R&P / &N")

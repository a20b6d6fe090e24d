"""How a long table becomes a sheet: header, widths, filter, frozen panes, marks, print set-up, and what fills it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any

import polars as pl
from attrs import frozen
from xlsxwriter.utility import xl_col_to_name

from dluhy.report.filling import Filling
from dluhy.report.sheets import short_urgency
from dluhy.report.styles import LINE, WIDTHS

if TYPE_CHECKING:
    from dluhy.report.layout import LongTable
    from dluhy.report.styles import Styles
    from dluhy.report.tables import Tables

ROWS_A_SHEET = 500_000
"""Rows of a sheet; a longer table goes on to the next one, well before a sheet is full."""

SHORT = 5_000
"""Rows up to which texts wrap and rows are as high as their text."""

_MOST_LINES = 14
_SIGNS, _SIGNS_NARROW, _SIGNS_BOLD = 1.25, 1.1, 0.9  # to a unit of width: in wide columns, in narrow ones, in headers
_WIDE = 20  # units of width from which a column is wide
_TO_FILL = frozenset({"answer"})  # left empty for people to write in, as wide as may be
_FROZEN = frozenset({"order", "done", "treatment", "row", "part", "person", "last_name", "full_name", "procedure"})


@frozen
class Page:
    """A sheet set for print."""

    sheet: Any
    tables: Tables

    def set_up(self, *, landscape: bool, wide: int = 1) -> None:
        """Set A4, margins, how many pages wide, and the name of the sheet, the day and the page number."""
        sheet, texts = self.sheet, self.tables.texts
        sheet.set_paper(9)  # A4
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(wide, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        sheet.set_header(f"&L&A&R{texts('as-of', day=texts.day(self.tables.result.as_of))}")
        sheet.set_footer(f"&L{texts('title')}&R&P / &N")


@frozen
class LongSheet:
    """One sheet of a long table."""

    tables: Tables
    styles: Styles
    table: LongTable
    pages_wide: int = 1

    def lay_out(self, sheet: Any, first: int, rows: int) -> Filling:  # noqa: ANN401 - xlsxwriter has no types
        """Write the header and the pattern row and return what fills the sheet."""
        sample = self.table.make(first, min(rows, SHORT))
        names, wrap = sample.columns, self.table.height <= SHORT
        widths = {name: self._width(sample, name) for name in names}
        head = self.styles.head()
        for place, (name, dtype) in enumerate(sample.schema.items()):
            sheet.set_column(place, place, widths[name])
            sheet.write_string(0, place, self._label(name), head)
            look = self.styles.column(name, date=dtype == pl.Date, text=dtype == pl.String, wrap=wrap)
            sheet.write_blank(1, place, None, look)
        lines = max(-(-len(self._label(name)) // (widths[name] * _SIGNS_BOLD)) for name in names)
        sheet.set_row(0, LINE * max(2, lines) + 3)
        kept = sum(1 for _ in takewhile(_FROZEN.__contains__, names))
        sheet.freeze_panes(1, kept)
        sheet.autofilter(0, 0, max(rows, 1), len(names) - 1)
        sheet.repeat_rows(0)
        if self.pages_wide > 1:
            sheet.repeat_columns(0, kept - 1)
        if rows:
            self._marks(sheet, names, rows)
        Page(sheet, self.tables).set_up(landscape=True, wide=self.pages_wide)
        return Filling(self.table, first, rows, (lambda frame: _height(frame, widths)) if wrap else None)

    def _label(self, name: str) -> str:
        return self.tables.texts.heading(name)

    def _width(self, sample: pl.DataFrame, name: str) -> float:
        """Return the width of a column by its content, within limits."""
        least, most = WIDTHS[name]
        if name in _TO_FILL:
            return most
        word = max(len(part) for part in self._label(name).split()) + 3  # and the filter's arrow
        if sample.schema[name] != pl.String:
            return max(least, min(word, most))
        longest = sample.select(pl.col(name).str.len_chars().max()).item()
        if longest is None and sample.height:
            return min(word, most)
        longest = longest or 0
        return float(max(least, min(max(longest / _SIGNS_NARROW + 2, word), most)))

    def _marks(self, sheet: Any, names: list[str], rows: int) -> None:  # noqa: ANN401
        """Add what the sheet marks by itself, so that it follows when rows are sorted or filled in."""
        last, texts, book = len(names) - 1, self.tables.texts, self.styles.book
        cell = {name: f"${xl_col_to_name(place)}2" for place, name in enumerate(names)}
        done = f'{cell["done"]}="{texts("yes")}"' if "done" in names else "FALSE"
        if "urgency" in names:
            place, pack = names.index("urgency"), self.tables.result.checker.pack
            for verdict in self.styles.urgencies():
                word = short_urgency(pack.term("verdicts", verdict).text(texts.language))
                test = f'=AND(LEFT({cell["urgency"]},{len(word)})="{word}",NOT({done}))'
                rule = {"type": "formula", "criteria": test, "format": self.styles.urgency(verdict)}
                sheet.conditional_format(1, place, rows, place, rule)
        if "child_owes" in names:
            place, bold = names.index("verdict"), book.add_format({"bold": True, "bg_color": "#F2F2F2"})
            rule = {"type": "formula", "criteria": f'={cell["child_owes"]}="{texts("owes-no")}"', "format": bold}
            sheet.conditional_format(1, place, rows, names.index("child_owes"), rule)
        if "done" in names:
            place, grey = names.index("done"), book.add_format({"font_color": "#7F7F7F", "bg_color": "#EDEDED"})
            choices = {"validate": "list", "source": [texts("yes"), texts("no")]}
            sheet.data_validation(1, place, rows, place, choices)
            sheet.conditional_format(1, 0, rows, last, {"type": "formula", "criteria": f"={done}", "format": grey})
        line = book.add_format({"bottom": 1, "bottom_color": "#BFBFBF"})
        sheet.conditional_format(1, 0, rows, last, {"type": "formula", "criteria": "=ROW()>1", "format": line})


def _height(frame: pl.DataFrame, widths: dict[str, float]) -> pl.Expr:
    """Return the points of each row, by the lines its longest text takes."""
    needed = [
        (pl.col(name).str.len_chars() / (widths[name] * (_SIGNS if widths[name] >= _WIDE else _SIGNS_NARROW)))
        .ceil()
        .fill_null(1)
        for name, dtype in frame.schema.items()
        if dtype == pl.String
    ]
    lines = pl.max_horizontal(*needed, pl.lit(1)).clip(1, _MOST_LINES)
    return (lines * LINE + 2).cast(pl.String)

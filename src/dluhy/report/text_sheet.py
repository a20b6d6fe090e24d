"""How headings, sentences and small tables become a sheet, and the chart among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from dluhy.report.layout import Link, Sum
from dluhy.report.long_sheet import Page
from dluhy.report.styles import LINE
from dluhy.report.texts import NBSP

if TYPE_CHECKING:
    from dluhy.report.layout import Block, Cell
    from dluhy.report.styles import Styles
    from dluhy.report.tables import Tables

_FIRST, _OTHER = 54, 21  # widths of the first and the further columns, in signs
_MOST_COLUMNS = 5
_SIGNS = 1.15  # to a unit of width
_PIXELS = 20  # of a row
_BAR = 26  # pixels of a bar with its label


@frozen
class TextSheet:
    """A sheet of blocks, one under another."""

    tables: Tables
    styles: Styles

    def write(self, sheet: Any, blocks: list[Block]) -> None:  # noqa: ANN401 - xlsxwriter has no types
        """Write blocks; the columns are as wide on every text sheet."""
        sheet.set_column(0, 0, _FIRST)
        sheet.set_column(1, _MOST_COLUMNS - 1, _OTHER)
        sheet.hide_gridlines(2)
        row = 0
        for block in blocks:
            look = {"font_size": 15} if row == 0 else {"font_size": 12, "bottom": 1}
            for place in range(_MOST_COLUMNS):
                sheet.write_blank(row, place, None, self.styles.format(bold=True, **look))
            sheet.write_string(row, 0, block.heading, self.styles.format(bold=True, **look))
            sheet.set_row(row, 24 if row == 0 else 18)
            row = self._sentences(sheet, row + 1, block.sentences)
            row = self._table(sheet, row, block) + 1
        Page(sheet, self.tables).set_up(landscape=False)

    def _sentences(self, sheet: Any, row: int, sentences: list[str]) -> int:  # noqa: ANN401
        look = self.styles.format(text_wrap=True)
        width = _FIRST + (_MOST_COLUMNS - 1) * _OTHER
        for sentence in sentences:
            sheet.merge_range(row, 0, row, _MOST_COLUMNS - 1, "", look)
            sheet.write_string(row, 0, sentence, look)
            sheet.set_row(row, LINE * (1 + len(sentence) // width) + 2)
            row += 1
        return row

    def _table(self, sheet: Any, row: int, block: Block) -> int:  # noqa: ANN401
        for place, label in enumerate(block.columns):
            number = any(isinstance(line[place], int | Sum) for line in block.rows)
            sheet.write_string(row, place, label.replace(NBSP, " "), self.styles.head(number=number))
        if block.columns:
            sheet.set_row(row, LINE * (1 + max(len(label) // _OTHER for label in block.columns[1:])) + 3)
        first = row = row + bool(block.columns)
        for line in block.rows:
            wrapped = line if len(line) == _MOST_COLUMNS else line[:-1]  # the last one may run on to the right
            for place, value in enumerate(line):
                self._cell(sheet, row, place, value, wrap=place < len(wrapped))
            widths = (_FIRST, *[_OTHER] * (_MOST_COLUMNS - 1))
            lines = [len(v) // (_SIGNS * w) for v, w in zip(wrapped, widths, strict=False) if isinstance(v, str)]
            sheet.set_row(row, LINE * (1 + max(lines, default=0)) + 2)
            row += 1
        if block.chart and block.rows:
            return self._chart(sheet, first, row, block.chart)
        return row

    def _cell(self, sheet: Any, row: int, place: int, value: Cell, *, wrap: bool) -> None:  # noqa: ANN401
        line = {"bottom": 1, "bottom_color": "#BFBFBF"}
        if isinstance(value, Sum):
            sheet.write_number(row, place, value.halere / 100, self.styles.format(num_format="#,##0.00", **line))
        elif isinstance(value, Link):
            look = self.styles.format(font_color="#1F4E9E", underline=1)
            sheet.write_url(row, place, value.address, look, string=value.address)
        elif isinstance(value, int):
            sheet.write_number(row, place, value, self.styles.format(num_format="#,##0", **line))
        else:
            sheet.write_string(row, place, value, self.styles.format(text_wrap=wrap, **line))

    def _chart(self, sheet: Any, first: int, row: int, title: str) -> int:  # noqa: ANN401
        """Draw bars under a table and return the row below; one dark series with its numbers, for print in grey."""
        name, last = sheet.get_name(), row - 1
        chart = self.styles.book.add_chart({"type": "bar"})
        chart.add_series(
            {
                "name": title,
                "categories": [name, first, 0, last, 0],
                "values": [name, first, 1, last, 1],
                "fill": {"color": "#404040"},
                "gap": 40,
                "data_labels": {"value": True, "font": {"size": 9}},
            }
        )
        chart.set_title({"name": title, "name_font": {"size": 11}, "overlay": False})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True, "num_font": {"size": 9}, "major_tick_mark": "none"})
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        height = 60 + _BAR * (last - first + 1)
        chart.set_size({"width": 900, "height": height})
        sheet.insert_chart(row + 1, 0, chart, {"x_offset": 4, "object_position": 2, "description": title})
        return row + 2 + -(-height // _PIXELS)

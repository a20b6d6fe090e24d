"""The workbook of a region's overview: areas, tables, ranking, trend, who has not reported, and how to read it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import xlsxwriter
from attrs import field, frozen

from dluhy.report import region_lines
from dluhy.report.layout import Link, Sum
from dluhy.report.region_columns import of_areas
from dluhy.report.region_notes import notes, summary
from dluhy.report.styles import LINE, Styles
from dluhy.report.texts import NBSP, texts
from dluhy.report.workbook import OPTIONS

if TYPE_CHECKING:
    from dluhy.problems import Language
    from dluhy.receipt import Receipt
    from dluhy.region.overview import Overview
    from dluhy.report.layout import Block
    from dluhy.report.region_columns import Column, Lines, Value
    from dluhy.report.texts import Texts

_WIDTHS: Final = {"text": 14, "count": 11, "money": 21, "day": 13, "rate": 12}
_WIDE: Final = {"name": 26, "label": 52, "area": 24, "level": 14, "table": 22, "group": 24, "measure": 22,
                "standing": 24, "joined": 44, "left": 44, "authority_name": 18, "district_name": 18,
                "code": 17}  # fmt: skip
_FORMATS: Final = {"count": "#,##0", "money": "#,##0.00", "rate": "0.00"}
_SIGNS: Final = 1.1  # to a unit of width
_TEXT_WIDTHS: Final = (58, 18, 18, 18, 18)
_RULE: Final[dict[str, Any]] = {"bottom": 1, "bottom_color": "#BFBFBF"}


def write_overview(
    overview: Overview,
    target: BinaryIO,
    language: Language = "cs",
    *,
    note: str | None = None,
    receipt: Receipt | None = None,
) -> None:
    """Write the workbook to a binary stream; the same overview gives the same bytes.

    `note` is a sentence set first („vymyšlená data“), the receipt stands with the notes.
    """
    say, held = texts(language), BytesIO()
    with xlsxwriter.Workbook(held, OPTIONS) as book:
        day = overview.as_of
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": say("overview-title"), "created": noon})
        _Book(book, Styles(book, language), say, overview).write(note, receipt)
    target.write(held.getbuffer())


@frozen
class _Book:
    """Writes the sheets of one overview."""

    book: Any
    styles: Styles
    say: Texts
    overview: Overview
    looks: dict[str, Any] = field(factory=dict)

    def write(self, note: str | None, receipt: Receipt | None) -> None:
        own, say = self.overview, self.say
        self.text("summary", summary(own, say, note))
        areas = (("municipalities", own.municipalities, "municipality"), ("authorities", own.authorities, "authority"),
                 ("districts", own.districts, "district"))  # fmt: skip
        for sheet, frame, level in areas:
            self.table(sheet, of_areas(own, frame, level, say), pages_wide=3)
        self.table("regimes", region_lines.regimes(own, say))
        self.table("kinds", region_lines.kinds(own, say))
        self.table("creditors", region_lines.creditors(own, say))
        self.table("measures", region_lines.measures(own, say))
        self.table("trend", region_lines.trend(own, say), also=region_lines.trend_steps(own))
        self.table("ranking", region_lines.ranking(own, say))
        self.table("missing", region_lines.not_reported(own))
        self.text("notes", notes(own, say, receipt))

    def text(self, name: str, blocks: list[Block]) -> None:
        """Add a sheet of headings, sentences and small tables."""
        sheet = self._sheet(name)
        for place, width in enumerate(_TEXT_WIDTHS):
            sheet.set_column(place, place, width)
        sheet.hide_gridlines(2)
        row = 0
        for block in blocks:
            size = 15 if row == 0 else 12
            sheet.write_string(row, 0, block.heading, self.styles.format(bold=True, font_size=size))
            sheet.set_row(row, 1.8 * size)
            row = self._block(sheet, row + 1, block) + 1

    def _block(self, sheet: Any, row: int, block: Block) -> int:  # noqa: ANN401 - xlsxwriter has no types
        wrap, whole = self.styles.format(text_wrap=True), sum(_TEXT_WIDTHS)
        for sentence in block.sentences:
            sheet.merge_range(row, 0, row, len(_TEXT_WIDTHS) - 1, "", wrap)
            sheet.write_string(row, 0, sentence, wrap)
            sheet.set_row(row, LINE * (1 + int(len(sentence) / whole / 1.05)) + 2)
            row += 1
        words = [any(isinstance(line[place], str) for line in block.rows) for place in range(len(block.columns))]
        for place, label in enumerate(block.columns):
            sheet.write_string(row, place, label.replace(NBSP, " "), self.styles.head(number=not words[place]))
        longest = max((len(label) for label in block.columns[1:]), default=0)
        if block.columns:
            sheet.set_row(row, LINE * (1 + longest // _TEXT_WIDTHS[1]) + 3)
        row += bool(block.columns)
        for line in block.rows:
            for place, value in enumerate(line):
                self._cell(sheet, (row, place), value if not isinstance(value, Link) else value.address, "text")
            row += 1
        return row

    def table(self, name: str, table: Lines, also: Lines | None = None, pages_wide: int = 1) -> None:
        """Add a sheet of one table, header frozen and filtered; `also` stands below it, after an empty row."""
        sheet = self._sheet(name, pages_wide)
        self._head(sheet, 0, table.columns)
        frozen_columns = next((n + 1 for n, each in enumerate(table.columns) if each.name in {"name", "label"}), 1)
        sheet.freeze_panes(1, frozen_columns)
        sheet.repeat_rows(0)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        else:
            sheet.write_string(1, 0, self.say(f"overview-empty-{name}"), self.styles.format())
        row = self._rows(sheet, 1, table) + 1 + (not table.rows)
        if also is not None and also.rows:
            sheet.write_string(row, 0, self.say(f"overview-also-{name}"), self.styles.format(bold=True))
            self._head(sheet, row + 1, also.columns, widths=False)
            self._rows(sheet, row + 2, also)

    def _sheet(self, name: str, pages_wide: int = 0) -> Any:  # noqa: ANN401
        """Add a sheet set for print on A4: upright, or across so many pages."""
        sheet, say = self.book.add_worksheet(self.say(f"overview-sheet-{name}").replace(NBSP, " ")), self.say
        sheet.set_paper(9)  # A4
        if pages_wide:
            sheet.set_landscape()
        if pages_wide > 1:
            sheet.repeat_columns(0, 0)
        sheet.fit_to_pages(max(pages_wide, 1), 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        mark = say("overview-mark-public" if self.overview.public else "overview-mark-own")
        sheet.set_header(f"&L&A&C&B{mark}&R{say('as-of', day=say.day(self.overview.as_of))}")
        sheet.set_footer(f"&L{say('overview-title')}&R&P / &N")
        return sheet

    def _head(self, sheet: Any, row: int, columns: list[Column], *, widths: bool = True) -> None:  # noqa: ANN401
        longest = 1
        for place, each in enumerate(columns):
            label = self.say(f"overview-col-{each.name}").replace(NBSP, " ")
            width = _WIDE.get(each.name, _WIDTHS[each.kind])
            if widths:
                sheet.set_column(place, place, width)
            sheet.write_string(row, place, label, self.styles.head(number=each.kind in _FORMATS))
            longest = max(longest, *(-(-len(label) // int(width * 0.8)), 1))
        sheet.set_row(row, LINE * min(longest, 5) + 3)

    def _rows(self, sheet: Any, row: int, table: Lines) -> int:  # noqa: ANN401
        for values in table.rows:
            longest = 1
            for place, (each, value) in enumerate(zip(table.columns, values, strict=True)):
                self._cell(sheet, (row, place), value, each.kind)
                if isinstance(value, str) and each.kind == "text":
                    width = _WIDE.get(each.name, _WIDTHS[each.kind])
                    longest = max(longest, -(-len(value) // int(width * _SIGNS)))
            sheet.set_row(row, LINE * longest + 2)
            row += 1
        return row

    def _cell(self, sheet: Any, place: tuple[int, int], value: Value, kind: str) -> None:  # noqa: ANN401
        """Write a value; a word in place of a number stands to the right and in grey."""
        if value is None:
            sheet.write_blank(*place, None, self._look("text"))
        elif isinstance(value, Sum):
            sheet.write_number(*place, value.halere / 100, self._look("at least" if value.at_least else "money"))
        elif isinstance(value, date):
            sheet.write_datetime(*place, value, self._look("day"))
        elif isinstance(value, str):
            words = kind in _FORMATS and place[1] > 0
            sheet.write_string(*place, value, self._look("words" if words else "text"))
        else:
            sheet.write_number(*place, value, self._look("rate" if isinstance(value, float) else "count"))

    def _look(self, kind: str) -> Any:  # noqa: ANN401
        if kind not in self.looks:
            self.looks[kind] = self.styles.format(**self._made(kind), **_RULE)
        return self.looks[kind]

    def _made(self, kind: str) -> dict[str, Any]:
        if kind == "text":
            return {"text_wrap": True}
        if kind == "words":
            return {"align": "right", "font_color": "#595959", "italic": True}
        if kind == "day":
            return {"num_format": self.styles.day, "align": "left"}
        if kind == "at least":
            return {"num_format": f'"{self.say("overview-at-least")}" {_FORMATS["money"]}', "align": "right"}
        return {"num_format": _FORMATS[kind], "align": "right"}

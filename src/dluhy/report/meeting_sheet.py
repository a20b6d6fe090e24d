"""Papers for meetings as a workbook of A4 sheets to print, an index first, and as plain text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import xlsxwriter
from attrs import frozen

from dluhy.negotiating import SMALL
from dluhy.report.layout import Sum
from dluhy.report.meeting import Paper
from dluhy.report.styles import LINE, Styles
from dluhy.report.texts import NBSP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.negotiating import Negotiation
    from dluhy.report.meeting import Line, Section
    from dluhy.report.texts import Texts

_BOOK: Final = {
    "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True,
}  # fmt: skip
_WIDTHS: Final = (42, 11, 14, 14, 14)
"""Units of width of the five columns: together what an A4 sheet holds upright at its own size."""
_WHOLE: Final = sum(_WIDTHS)
_SIGNS: Final = 1.18  # to a unit of width, at 10 points
_SIGNS_SMALL: Final = 1.3  # at 9 points
_TEXT: Final = 10
_SMALL: Final = 9
_HEADING: Final = 12
_TITLE: Final = 15
_RULE: Final[dict[str, Any]] = {"bottom": 1, "bottom_color": "#BFBFBF"}
_LONGEST_NAME: Final = 31  # of a sheet
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_TEXT_WIDTH: Final = 100


def write_papers(negotiation: Negotiation, target: BinaryIO, texts: Texts) -> None:
    """Write the workbook to a binary stream; the same result gives the same bytes."""
    paper, held = Paper(negotiation, texts), BytesIO()
    with xlsxwriter.Workbook(held, _BOOK) as book:
        day = negotiation.result.as_of
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": texts("meeting-title"), "created": noon})
        names = sheet_names([paper.name(meeting) for meeting in negotiation.meetings])
        writer = _Writer(book, Styles(book, texts.language), texts, names)
        writer.sheet(texts("meeting-sheet-index").replace(NBSP, " "), paper.index())
        for name, meeting in zip(names, negotiation.meetings, strict=True):
            writer.sheet(name, paper.sections(meeting), header=paper.name(meeting))
    target.write(held.getbuffer())


def sheet_names(creditors: Sequence[str]) -> list[str]:
    """Return the names of sheets: numbered, so that no two are the same, and without signs a sheet may not have."""
    shown = (_FORBIDDEN.sub(" ", creditor.replace(NBSP, " ")) for creditor in creditors)
    return [f"{number} {name}"[:_LONGEST_NAME].strip() for number, name in enumerate(shown, start=1)]


@frozen
class _Writer:
    """Adds sheets of sections to a workbook."""

    book: Any
    styles: Styles
    texts: Texts
    names: list[str]

    def sheet(self, name: str, sections: list[Section], header: str = "") -> None:
        """Add a sheet, upright A4, one page wide."""
        sheet = self.book.add_worksheet(name)
        for place, width in enumerate(_WIDTHS):
            sheet.set_column(place, place, width)
        sheet.hide_gridlines(2)
        row = 0
        for section in sections:
            row = self._section(sheet, row, section, first=row == 0) + 1
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.6, right=0.6, top=0.75, bottom=0.7)
        title = self.texts("meeting-title")
        sheet.set_header(f"&L&9{(header or title).replace('&', '&&')}&R&9{title if header else ''}")
        sheet.set_footer(f"&L&9{self.texts('meeting-page', least=SMALL)}&R&9&P / &N")

    def _section(self, sheet: Any, row: int, section: Section, *, first: bool) -> int:  # noqa: ANN401
        size = _TITLE if first else _HEADING
        look = {"font_size": size} if first else {"font_size": size, "bottom": 1, "valign": "bottom"}
        heading = self.styles.format(bold=True, text_wrap=True, **look)
        self._merged(sheet, row, section.heading, heading, size)
        text = self.styles.format(text_wrap=True)
        for sentence in section.sentences:
            row += 1
            self._merged(sheet, row, sentence, text)
        row += 1
        if section.columns:
            row = self._table(sheet, row, section)
        return row

    def _merged(self, sheet: Any, row: int, text: str, look: Any, size: int = _TEXT) -> None:  # noqa: ANN401
        """Write a text over all columns, the row as high as its lines; a heading keeps its distance."""
        signs = _WHOLE * (_SIGNS_SMALL if size < _TEXT else _SIGNS * _TEXT / size)
        lines = -(-len(text) // int(signs))
        sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", look)
        sheet.write_string(row, 0, text, look)
        sheet.set_row(row, LINE * lines * size / _TEXT + (8 if size > _TEXT else 3))

    def _table(self, sheet: Any, row: int, section: Section) -> int:  # noqa: ANN401
        table = _Columns(sheet, len(_WIDTHS) - len(section.columns))
        for place, label in enumerate(section.columns):
            table.write(row, place, label.replace(NBSP, " "), self.styles.head(number=place > 0))
        narrow = int(_WIDTHS[-1] * _SIGNS)
        lines = max((-(-len(label) // narrow) for label in section.columns[1:]), default=1)
        sheet.set_row(row, LINE * lines + 3)
        for line in section.lines:
            row = self._line(table, row + 1, line)
        return row + 1

    def _line(self, table: _Columns, row: int, line: Line) -> int:
        for place in range(len(line.cells)):
            self._cell(table, row, place, line)
        signs = sum(_WIDTHS[: table.wide + 1]) * _SIGNS
        table.sheet.set_row(row, LINE * -(-len(str(line.cells[0])) // int(signs)) + 2)
        if not line.note:
            return row
        look = self.styles.format(font_size=_SMALL, font_color="#404040", text_wrap=True, indent=1, **_RULE)
        self._merged(table.sheet, row + 1, line.note, look, _SMALL)
        return row + 1

    def _cell(self, table: _Columns, row: int, place: int, line: Line) -> None:
        value, ends = line.cells[place], {} if line.note else _RULE
        if place == 0 and line.leads_to is not None:
            look = self.styles.format(font_color="#1F4E9E", underline=1, text_wrap=True, **ends)
            table.write(row, place, "", look)
            address = f"internal:'{self.names[line.leads_to]}'!A1"
            table.sheet.write_url(row, 0, address, look, string=str(value))
        elif isinstance(value, Sum):
            look = self.styles.format(num_format="#,##0.00", align="right", **ends)
            table.sheet.write_number(row, table.at(place), value.halere / 100, look)
        elif isinstance(value, int):
            look = self.styles.format(num_format="#,##0", align="right", **ends)
            table.sheet.write_number(row, table.at(place), value, look)
        else:
            more = {"bold": bool(line.note)} if place == 0 else {"align": "right"}
            table.write(row, place, str(value), self.styles.format(text_wrap=True, **ends, **more))


@frozen
class _Columns:
    """The columns of a table; the first one is as many columns wider as the table has fewer."""

    sheet: Any
    wide: int

    def at(self, place: int) -> int:
        """Return the column of the sheet in which a column of the table stands."""
        return place + self.wide if place else 0

    def write(self, row: int, place: int, text: str, look: Any) -> None:  # noqa: ANN401
        """Write a text into a column of the table."""
        if place == 0 and self.wide:
            self.sheet.merge_range(row, 0, row, self.wide, "", look)
        self.sheet.write_string(row, self.at(place), text, look)


def papers_as_text(negotiation: Negotiation, texts: Texts) -> Iterator[str]:
    """Yield the lines of all papers as plain text."""
    paper = Paper(negotiation, texts)
    yield from _as_text(paper.index(), texts, "=")
    for meeting in negotiation.meetings:
        yield ""
        yield ""
        yield from _as_text(paper.sections(meeting), texts, "=")


def _as_text(sections: list[Section], texts: Texts, under: str) -> Iterator[str]:
    for number, section in enumerate(sections):
        if number:
            yield ""
        yield section.heading
        yield (under if number == 0 else "-") * len(section.heading)
        for sentence in section.sentences:
            yield from wrap(sentence, _TEXT_WIDTH, break_long_words=False, break_on_hyphens=False)
        for line in section.lines:
            yield from _line_as_text(section, line, texts)


def _line_as_text(section: Section, line: Line, texts: Texts) -> Iterator[str]:
    first, *others = [texts.money(cell.halere) if isinstance(cell, Sum) else str(cell) for cell in line.cells]
    if len(section.columns) == 2 and not line.note:  # noqa: PLR2004 - a name and its value
        yield f"  {first}: {others[0]}"
        return
    told = ", ".join(f"{_label(label)}{NBSP}{cell}" for label, cell in zip(section.columns[1:], others, strict=False))
    text = f"{first} – {told}" if told else first
    yield from wrap(text, _TEXT_WIDTH, initial_indent="  • ", subsequent_indent="    ", break_on_hyphens=False)
    yield from wrap(line.note, _TEXT_WIDTH, initial_indent="      ", subsequent_indent="      ", break_on_hyphens=False)


def _label(column: str) -> str:
    """Return a column's header as it stands inside a sentence: without the unit, which the sum has."""
    bare = column.split(" (", maxsplit=1)[0].replace(NBSP, " ")
    return bare[:1].lower() + bare[1:]

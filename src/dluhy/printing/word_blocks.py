"""Blocks set as paragraphs and tables of Word by the styles of a template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.printing.blocks import Annex, Box, Heading, Table, Text
from dluhy.typography import NBSP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dluhy.printing.blocks import Block

BOX: Final = "Rámeček"
SMALL: Final = "Malé písmo"
CITED: Final = "Předpis"
TABLE: Final = "Tabulka podkladu"
_SIGN_MM: Final = 1.5
_HANG_MM: Final = 5.0
_NARROW: Final = "\u202f"
_BREAK: Final = "\u200b"
_TEXT_CM: Final = 17.0
_AUTO: Final = "auto"
_LETTER_CM, _SPACE_CM, _LEAST_CM, _MOST_CM = 0.19, 0.45, 1.6, 6.0


class Setting:
    """Sets blocks at the end of a document of python-docx, then moves them to the place for the text."""

    def __init__(self, whole: Any, language: str, region: str) -> None:  # noqa: ANN401 - python-docx has no types
        """Keep the document, and the language of its words for the spelling check."""
        from docx import enum, oxml, shared  # noqa: PLC0415 - only Word needs them
        from docx.enum import text  # noqa: PLC0415
        from docx.oxml import ns  # noqa: PLC0415

        self._whole, self._enum, self._text = whole, enum, text
        self._element, self._qn, self._shared = oxml.OxmlElement, ns.qn, shared
        self._made: list[Any] = []
        for lang in whole.styles.element.iter(ns.qn("w:lang")):
            lang.set(ns.qn("w:val"), f"{language}-{region}")

    def set(self, blocks: Iterable[Block], place: str) -> None:
        """Put blocks in the place of the paragraph that holds just `place`."""
        mark = next(each for each in self._whole.paragraphs if each.text.strip() == place)
        for block in blocks:
            self._set(block)
        for element in self._made:
            mark._p.addprevious(element)  # noqa: SLF001 - python-docx has no other way to move a paragraph
        mark._p.getparent().remove(mark._p)  # noqa: SLF001

    def _set(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._paragraph(f"Heading {block.level}").add_run(block.text)
        elif isinstance(block, Text):
            self._told(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Annex):
            self._annex(block)
        elif isinstance(block, Box):
            self._box(block)
        else:
            raise TypeError(block)  # a document that Word shows has no other blocks

    def _box(self, block: Box) -> None:
        self._paragraph(BOX).add_run(block.title).bold = True
        for each in block.blocks:
            if isinstance(each, Text):
                self._told(each, BOX)
            else:
                self._table(each)

    def _paragraph(self, style: str | None = None) -> Any:  # noqa: ANN401 - python-docx has no types
        made = self._whole.add_paragraph(style=style)
        self._made.append(made._p)  # noqa: SLF001
        return made

    def _told(self, block: Text, style: str | None = None) -> None:
        made = self._paragraph(style or (SMALL if block.small else None))
        hang = _HANG_MM if block.mark else 0.0
        indent = max(block.level * _SIGN_MM, hang)
        if indent:
            made.paragraph_format.left_indent = self._shared.Mm(indent)
        if hang:
            made.paragraph_format.first_line_indent = self._shared.Mm(-hang)
            made.paragraph_format.tab_stops.add_tab_stop(self._shared.Mm(indent))
            made.add_run(f"{block.mark}\t")
        if block.lead:
            made.add_run(block.lead).bold = True
        text = f" {block.text}" if block.lead and block.text else block.text
        self._lines(made, text)
        self._notes(made, block.notes)
        if block.remark:
            made.add_run(f" ({block.remark})").italic = True
        made.paragraph_format.keep_with_next = block.keep or (bool(block.lead) and not block.text) or None

    @staticmethod
    def _lines(made: Any, text: str) -> None:  # noqa: ANN401 - python-docx has no types
        for number, line in enumerate(text.replace(_BREAK, "").split("\n")):
            run = made.add_run()
            if number:
                run.add_break()
            run.add_text(line)

    @staticmethod
    def _notes(made: Any, notes: Sequence[int]) -> None:  # noqa: ANN401 - python-docx has no types
        if notes:
            made.add_run(_NARROW + ",".join(map(str, notes))).font.superscript = True

    def _annex(self, block: Annex) -> None:
        made = self._paragraph(CITED)
        for place, each in enumerate(block.entries):
            made.add_run(f"{'; ' if place else ''}{each.number}").bold = True
            made.add_run(f"{NBSP}{each.text.replace(_BREAK, '')}")

    def _table(self, block: Table) -> None:
        made = self._whole.add_table(rows=0, cols=len(block.columns), style=TABLE)
        self._made.append(made._tbl)  # noqa: SLF001
        made.autofit = False
        widths = _widths(block)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = self._shared.Cm(width)
        if block.head:
            self._row(made, block.head, block, widths, head=True)
        for number, row in enumerate(block.rows):
            self._row(made, row, block, widths, bold=number in block.sums)
        self._paragraph(SMALL)  # a table needs a paragraph behind it, or two tables would become one

    def _row(  # noqa: PLR0913 - one thing each
        self, table: Any, cells: Sequence[str], block: Table, widths: Sequence[float], *,  # noqa: ANN401
        head: bool = False, bold: bool = False,
    ) -> None:  # fmt: skip
        row = table.add_row()
        for name in ("w:cantSplit", *(("w:tblHeader",) if head else ())):
            row._tr.get_or_add_trPr().append(self._element(name))  # noqa: SLF001
        for column, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = self._shared.Cm(widths[column])
            made = cell.paragraphs[0]
            self._lines(made, words)
            if column in block.right:
                made.alignment = self._text.WD_ALIGN_PARAGRAPH.RIGHT
            for run in made.runs if head or bold else ():
                run.bold = True


def _widths(block: Table) -> list[float]:
    """Return the widths of columns in centimetres: "auto" by their longest word or number, the rest by their parts."""
    own = []
    for column, width in enumerate(block.columns):
        words = [row[column] for row in (block.head, *block.rows) if row]
        longest = max((len(line) for text in words for line in text.split("\n")), default=0)
        own.append(min(max(longest * _LETTER_CM + _SPACE_CM, _LEAST_CM), _MOST_CM) if width == _AUTO else 0.0)
    parts = [0.0 if width == _AUTO else float(width.removesuffix("fr")) for width in block.columns]
    rest = max(_TEXT_CM - sum(own), _LEAST_CM)
    return [auto or rest * part / sum(parts) for auto, part in zip(own, parts, strict=True)]

"""The index of many municipalities as a workbook: points, what moves the band, rejected rows, where it comes from."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import xlsxwriter
from attrs import frozen

from dluhy.municipal.index.points import PARTS
from dluhy.report.index import place_report, source_report
from dluhy.report.index_text import source_lines, way_text
from dluhy.report.styles import LINE, Styles
from dluhy.report.texts import NBSP
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import polars as pl

    from dluhy.law.pack import Pack
    from dluhy.municipal.index.computing import Indexed
    from dluhy.problems import Language
    from dluhy.report.texts import Texts

_BOOK: Final = {
    "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True,
}  # fmt: skip
_HEADS: Final = ("code", "name", "region", "index", "least", "most", "band", "school")
_NARROW, _WIDE, _BAND, _TEXT = 9, 26, 40, 90
"""Widths of columns in signs: numbers, names, sentences."""
_UPRIGHT: Final = 76
"""Signs that a sheet of sentences holds upright."""
_FROZEN: Final = 2
_BROAD: Final = 20  # columns of a sheet that goes over several pages
_PAGES: Final = 2

Cell = str | int | float | None


@frozen(kw_only=True)
class IndexBook:
    """What a workbook holds: the municipalities in some rows of an index, and the rejected cells.

    `rejected` has the columns row, column, code, cs, en; empty leaves its sheet out.
    """

    indexed: Indexed
    positions: Sequence[int]
    rejected: pl.DataFrame
    pack: Pack
    language: Language


def write_book(asked: IndexBook, target: BinaryIO) -> None:
    """Write a workbook to a binary stream; the same result gives the same bytes."""
    say, indexed, held = texts_of(asked.language), asked.indexed, BytesIO()
    with xlsxwriter.Workbook(held, _BOOK) as book:
        noon = datetime(indexed.method.year, 12, 31, 12, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": _title(indexed, say), "created": noon})
        writer = _Writer(book, Styles(book, asked.language), say)
        rows = _rows(indexed, asked.positions, asked.pack, say)
        writer.table("index", _head(indexed, asked.pack, say), rows, _widths(indexed))
        if indexed.method.official:
            heads = [say.heading(f"index-{name}") for name in ("code", "name", "down", "up")]
            moves = _moves(indexed, asked.positions, asked.pack, say)
            writer.table("index-moves", heads, moves, (_NARROW, _WIDE, _TEXT, _TEXT))
        if asked.rejected.height:
            heads = [say.heading(f"index-{name}") for name in ("row", "column", "why")]
            cells = asked.rejected.select("row", "column", asked.language).rows()
            writer.table("index-rejected", heads, cells, (_NARROW, _WIDE, _TEXT))
        writer.lines("index-about", [_title(indexed, say), "", *_about(indexed, asked.pack, say)])
    target.write(held.getbuffer())


def _title(indexed: Indexed, say: Texts) -> str:
    key = "index-title" if indexed.method.official else "index-title-partial"
    return say(key, year=str(indexed.method.year))


def _about(indexed: Indexed, pack: Pack, say: Texts) -> Iterator[str]:
    source = source_report(indexed, pack, say.language)
    yield say("index-legend")
    yield say("index-weakness-plain")
    yield from source_lines(source, indexed.method.year, say, official=indexed.method.official)


def _head(indexed: Indexed, pack: Pack, say: Texts) -> list[str]:
    heads = [say.heading(f"index-{name}") for name in _HEADS]
    for dimension in indexed.method.dimensions:
        label = pack.term("index_dimensions", dimension.code).text(say.language)
        names = ("value", "count_points", "share", "share_points", "lq", "lq_points", "points")
        heads += [say(f"col-index-{name}", label=label).replace(NBSP, " ") for name in names]
    return heads


def _widths(indexed: Indexed) -> tuple[int, ...]:
    dimensions = len(indexed.method.dimensions)
    return (_NARROW, _WIDE, _NARROW, _NARROW, _NARROW, _NARROW, _BAND, _WIDE) + (_NARROW + 3,) * (7 * dimensions)


def _rows(indexed: Indexed, positions: Sequence[int], pack: Pack, say: Texts) -> Iterator[list[Cell]]:
    bands = {code: term.text(say.language) for code, term in pack.vocabularies["index_bands"].items()}
    for row in indexed.rows[list(positions)].iter_rows(named=True):
        band, school = row["band"], None if row["school_own"] else row["school_name"]
        cells: list[Cell] = [row["code"], row["name"], row["region"], row["index"], row["index_least"],
                             row["index_most"], None if band is None else bands[band], school]  # fmt: skip
        for dimension in indexed.method.dimensions:
            for part, value in zip(PARTS, ("value", "share", "lq"), strict=True):
                cells += [row[f"{dimension.code}_{value}"], row[f"{dimension.code}_{part}_points"]]
            cells.append(row[f"{dimension.code}_points"])
        yield cells


def _moves(indexed: Indexed, positions: Sequence[int], pack: Pack, say: Texts) -> Iterator[list[Cell]]:
    for position in positions:
        place = place_report(indexed, position, pack, say.language)
        told = [way_text(place, side, say) if place.moves_known else say("index-moves-none") for side in ("down", "up")]
        yield [place.code, place.name, *told]


@frozen
class _Writer:
    """Adds sheets to a workbook."""

    book: Any
    styles: Styles
    say: Texts

    def table(self, sheet: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int]) -> None:
        """Add a sheet with one table, its head frozen and with filters."""
        page = self.book.add_worksheet(self.say(f"sheet-{sheet}").replace(NBSP, " "))
        plain, decimal = self.styles.format(), self.styles.format(num_format="0.00")
        looks = [self.styles.format(text_wrap=True) if width == _TEXT else plain for width in widths]
        for place, (label, width) in enumerate(zip(head, widths, strict=True)):
            page.set_column(place, place, width)
            page.write_string(0, place, label, self.styles.head())
        page.set_row(0, _height(head, widths))
        last = 0
        for row in rows:
            last += 1
            page.set_row(last, _height(row, widths))
            for place, cell in enumerate(row):
                parted = isinstance(cell, float) and not cell.is_integer()
                _write(page, (last, place), cell, decimal if parted else looks[place])
        page.freeze_panes(1, _FROZEN)
        page.autofilter(0, 0, max(last, 1), len(head) - 1)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.repeat_rows(0)
        page.fit_to_pages(_PAGES if len(head) > _BROAD else 1, 0)

    def lines(self, sheet: str, lines: Sequence[str]) -> None:
        """Add a sheet of sentences."""
        page = self.book.add_worksheet(self.say(f"sheet-{sheet}").replace(NBSP, " "))
        page.set_column(0, 0, _UPRIGHT)
        page.set_paper(9)  # A4
        for number, line in enumerate(lines):
            page.set_row(number, _height([line], [_UPRIGHT]))
            page.write_string(number, 0, line, self.styles.format(text_wrap=True, bold=number == 0))


def _height(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """Return the height of a row in which every text has its lines."""
    lines = (-(-len(cell) // width) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str))
    return LINE * max([1, *lines]) + 2


def _write(page: Any, at: tuple[int, int], cell: Cell, look: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
    if isinstance(cell, str):
        page.write_string(*at, cell, look)
    elif cell is not None:
        page.write_number(*at, cell, look)

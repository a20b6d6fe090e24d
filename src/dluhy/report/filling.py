"""Fills the long sheets of a workbook: rows become XML in polars, a slice at a time, straight into the file.

xlsxwriter lays the workbook out with one pattern row on each long sheet, whose cells carry the formats; here that row
gives way to the real ones. Cell by cell in Python the rows of 100 000 debts take about eight times as long, and the
constant memory of xlsxwriter leaves them in temporary files. Nothing here is ever a formula or a link.
"""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, BinaryIO

import polars as pl
from attrs import frozen
from xlsxwriter.utility import xl_col_to_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dluhy.report.layout import LongTable

SLICE = 20_000
"""Rows whose texts exist at once."""

MONEY = frozenset({"balance", "balance_to_stop"})
"""Columns in haléře, shown in crowns."""

_STRINGS = "xl/sharedStrings.xml"
_PATTERN_ROW = re.compile(r'<row r="2".*?</row>', re.DOTALL)
_STYLE = re.compile(r'<c r="[A-Z]+2" s="([0-9]+)"/>')
_DIMENSION = re.compile(r'(?<=<dimension ref=")[^"]*')
_REPEATED = 4  # a column whose texts stand so many times on average keeps each once for the whole workbook
_DAYS_TO_1970 = 25_569  # the serial number of 1. 1. 1970
_FIRST_DAY = 61  # 1. 3. 1900: before it a spreadsheet counts a day that never was
_ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    **{chr(code): f"_x{code:04X}_" for code in range(32) if chr(code) not in "\t\n"},
    "\ufffe": "",
    "\uffff": "",
}


@frozen
class Filling:
    """The rows of one sheet: so many of a table from a place on; `heights` gives the points of each row, if wanted."""

    table: LongTable
    first: int
    rows: int
    heights: Callable[[pl.DataFrame], pl.Expr] | None = None


class _Shared:
    """The texts that stand once for the whole workbook, by number."""

    def __init__(self, taken: int) -> None:
        self._taken, self._numbers = taken, dict[str, int]()

    def numbers(self, texts: pl.Series) -> pl.Expr | None:
        """Return the numbers of a column's texts, or None if hardly any of them stands there twice."""
        distinct = texts.unique(maintain_order=True).drop_nulls()
        if distinct.len() * _REPEATED > texts.len() - texts.null_count():
            return None
        numbers = [self._numbers.setdefault(text, self._taken + len(self._numbers)) for text in distinct]
        return pl.col(texts.name).replace_strict(distinct, numbers, return_dtype=pl.UInt32)

    def as_xml(self) -> str:
        escaped = pl.select(_escaped(pl.Series(list(self._numbers), dtype=pl.String))).to_series()
        return "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in escaped)


def fill(skeleton: BinaryIO, target: BinaryIO, fillings: Mapping[str, Filling]) -> None:
    """Copy a workbook with the rows of its long sheets in place; `fillings` are named by the parts of the file."""
    with zipfile.ZipFile(skeleton) as source, zipfile.ZipFile(target, "w") as book:
        strings = source.read(_STRINGS).decode()
        shared = _Shared(strings.count("<si>"))
        for info in source.infolist():
            content = source.read(info)
            if info.filename in fillings:
                with book.open(_entry(info), "w") as part:
                    part.writelines(
                        piece.encode() for piece in _sheet(content.decode(), fillings[info.filename], shared)
                    )
            elif info.filename != _STRINGS:
                book.writestr(_entry(info), content)
        strings = re.sub(r' (count|uniqueCount)="[0-9]+"', "", strings)
        book.writestr(_entry(source.getinfo(_STRINGS)), strings.replace("</sst>", f"{shared.as_xml()}</sst>"))


def _entry(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(info.filename, info.date_time)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _sheet(xml: str, filling: Filling, shared: _Shared) -> Iterator[str]:
    found = _PATTERN_ROW.search(xml)
    if found is None:
        raise ValueError(filling)
    styles = _STYLE.findall(found[0])
    last = f"{xl_col_to_name(len(styles) - 1)}{filling.rows + 1}"
    yield _DIMENSION.sub(f"A1:{last}", xml[: found.start()])
    for start in range(0, filling.rows, SLICE):
        frame = filling.table.make(filling.first + start, min(SLICE, filling.rows - start))
        yield _rows(frame, start + 2, styles, shared, filling)
    yield xml[found.end() :]


def _rows(frame: pl.DataFrame, number: int, styles: list[str], shared: _Shared, filling: Filling) -> str:
    at = pl.int_range(number, number + pl.len()).cast(pl.String)
    cells = [
        _cell(column, f'<c r="{xl_col_to_name(place)}', at, styles[place], shared)
        for place, column in enumerate(frame.get_columns())
    ]
    height = [] if filling.heights is None else [pl.lit('" customHeight="1" ht="'), filling.heights(frame)]
    row = pl.concat_str(pl.lit('<row r="'), at, *height, pl.lit('">'), *cells, pl.lit("</row>"), ignore_nulls=True)
    return str(frame.select(row.str.join("")).item())


def _cell(column: pl.Series, start: str, at: pl.Expr, style: str, shared: _Shared) -> pl.Expr:
    """Return the cells of a column as XML, null where there is nothing to write."""
    value = pl.col(column.name)
    number = (pl.lit(start), at, pl.lit(f'" s="{style}"><v>'))
    text = (pl.lit(start), at, pl.lit(f'" s="{style}" t="inlineStr"><is><t xml:space="preserve">'))
    if column.dtype == pl.String:
        numbers = shared.numbers(column)
        if numbers is not None:
            return pl.concat_str(pl.lit(start), at, pl.lit(f'" s="{style}" t="s"><v>'), numbers, pl.lit("</v></c>"))
        return pl.concat_str(*text, _escaped(value), pl.lit("</t></is></c>"))
    if column.dtype == pl.Date:
        serial = value.cast(pl.Int32) + _DAYS_TO_1970
        day = pl.concat_str(*number, serial, pl.lit("</v></c>"))
        return pl.when(serial >= _FIRST_DAY).then(day).otherwise(pl.concat_str(*text, value, pl.lit("</t></is></c>")))
    return pl.concat_str(*number, value / 100 if column.name in MONEY else value, pl.lit("</v></c>"))


def _escaped(text: pl.Expr | pl.Series) -> pl.Expr:
    """Return a text as XML text; what would be read as an escape of a spreadsheet is escaped itself."""
    source = pl.lit(text) if isinstance(text, pl.Series) else text
    literal = source.str.replace_all(r"_(x[0-9A-Fa-f]{4}_)", "_x005F_$1")
    return literal.str.replace_many(list(_ESCAPES), list(_ESCAPES.values()))

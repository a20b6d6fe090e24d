"""Rows as XML: what is written is what is read back, whatever stands in the cells."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET

import fastexcel
import polars as pl
import pytest
import xlsxwriter

from dluhy.report import filling
from dluhy.report.filling import Filling, fill
from dluhy.report.layout import LongTable


def written(frame: pl.DataFrame) -> bytes:
    """Return a workbook with a frame as its only sheet."""
    skeleton, target = BytesIO(), BytesIO()
    with xlsxwriter.Workbook(skeleton, {"in_memory": True}) as book:
        sheet = book.add_worksheet("list")
        for place, (name, dtype) in enumerate(frame.schema.items()):
            sheet.write_string(0, place, name)
            look = {"num_format": "yyyy-mm-dd"} if dtype == pl.Date else {"valign": "top"}
            sheet.write_blank(1, place, None, book.add_format(look))
    part = Filling(LongTable(frame.height, frame.slice), 0, frame.height)
    fill(skeleton, target, {"xl/worksheets/sheet1.xml": part})
    return target.getvalue()


def texts_in(content: bytes) -> list[str]:
    """Return every text of the sheet and of the shared strings, as XML says it."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = [archive.read(name) for name in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")]
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t"
    return [element.text or "" for part in parts for element in ET.fromstring(part).iter(space)]  # noqa: S314 - our own file


@pytest.mark.parametrize("times", [1, 20])
@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a & <b> \"c\" 'd'", "a & <b> \"c\" 'd'"),
        ("<r>x</r>", "<r>x</r>"),
        (" mezery ", " mezery "),
        ("dva\nřádky", "dva\nřádky"),
        ("\x00\x1f", "_x0000__x001F_"),
        ("_x000D_", "_x005F_x000D_"),
        ("\ufffe\uffff", ""),
        ("=1+1", "=1+1"),
    ],
)
def test_any_text_is_stored_as_text_whether_once_or_often(text: str, stored: str, times: int) -> None:
    assert stored in texts_in(written(pl.DataFrame({"a": [text] * times})))


def test_values_are_read_back_as_they_were() -> None:
    frame = pl.DataFrame(
        {
            "text": ["x", None, "y", "x", "x", "x", "x", "x", "x"],
            "number": [1, 2, None, 4, 5, 6, 7, 8, 9],
            "balance": [123450, -5, 0, None, 99, 100, 10**15, 1, 2],
            "day": [date(2026, 11, 21), None, *[date(1900, 3, 1)] * 7],
        }
    )
    read = fastexcel.read_excel(written(frame)).load_sheet(0).to_polars()
    assert read["text"].to_list() == frame["text"].to_list()
    assert read["number"].to_list() == frame["number"].to_list()
    assert read["balance"].to_list() == [None if h is None else h / 100 for h in frame["balance"]]
    assert read["day"].cast(pl.Date).to_list() == frame["day"].to_list()


def test_a_day_that_a_spreadsheet_counts_wrongly_is_written_as_text() -> None:
    assert "1900-02-28" in texts_in(written(pl.DataFrame({"day": [date(1900, 2, 28)]})))


def test_slices_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "SLICE", 7)
    frame = pl.DataFrame({"a": list(range(50)), "b": ["a", "b"] * 25})
    assert fastexcel.read_excel(written(frame)).load_sheet(0).to_polars().rows() == frame.rows()


def test_a_sheet_without_rows_keeps_its_header() -> None:
    read = fastexcel.read_excel(written(pl.DataFrame(schema={"a": pl.String}))).load_sheet(0).to_polars()
    assert (read.columns, read.height) == (["a"], 0)

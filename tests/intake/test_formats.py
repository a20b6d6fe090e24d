"""A file is known by its content; what is no list is refused with a word on what it is."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import polars as pl
import pytest
import xlsxwriter
from fixtures.generator import AS_OF, generate, to_czech_table, write_xlsx
from tests.conftest import ROOT

from dluhy.intake.archives import Limits, require_safe_archive
from dluhy.intake.child import sheets_of
from dluhy.intake.formats import kind_of
from dluhy.intake.lists import take_in
from dluhy.intake.readers import Reading, read_list
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

HEADER, DEBT = ["Kód osoby", "Datum narození", "Druh", "Rok"], ["P1", "1.5.2006", "odpad", "2018"]


def _book(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Seznam")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, DEBT)
    return path


def _code(path: Path, reading: Reading | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_list(path, reading)
    assert len(caught.value.problems) == 1
    assert path.name in caught.value.problems[0].place or caught.value.problems[0].code == "several_sheets"
    return caught.value.problems[0].code


def test_a_renamed_workbook_is_read_as_what_it_is(tmp_path: Path) -> None:
    raw = read_list(_book(tmp_path / "seznam.xlsx").rename(tmp_path / "seznam.xls"))
    assert (raw.format, raw.cells.height) == ("xlsx", 1)


def test_text_called_a_workbook_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "seznam.xls"
    path.write_text("\n".join([";".join(HEADER), ";".join(DEBT)]), encoding="cp1250")
    assert (read_list(path).format, read_list(path).source.encoding) == ("csv", "cp1250")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7 ...", "document"),
        (b"\xef\xbb\xbf <html><table>", "document"),
        (b"<?xml version='1.0'?><a/>", "document"),
        (b"", "empty"),
        (bytes(range(256)), "unreadable"),
    ],
)
def test_what_is_no_list_is_told(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "seznam.xlsx"
    path.write_bytes(content)
    assert _code(path) == code


def test_an_archive_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "seznam.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("seznam.csv", "a;b")
    assert _code(path) == "archive"


def test_an_old_workbook_is_read_as_the_new_one_it_was_made_of(tmp_path: Path) -> None:
    rows = generate(8, 2026, ROOT / "fixtures" / "obce_karlovarsky.csv")
    write_xlsx(to_czech_table(rows), tmp_path / "s.xlsx")
    old, new = (
        take_in(path, default_pack(), AS_OF) for path in (ROOT / "fixtures" / "maly_seznam.xls", tmp_path / "s.xlsx")
    )
    assert (old.raw.format, old.rows_usable) == ("xls", 8)
    assert old.facts.equals(new.facts)
    assert old.raw.source.notes, "what cannot be seen in such a file is told"


def test_opendocument_is_read(tmp_path: Path) -> None:
    rows = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        ) + "</table:table-row>"
        for row in (HEADER, DEBT)
    )  # fmt: skip
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="List1">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    path = tmp_path / "seznam.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr("content.xml", content)
    raw = read_list(path)
    assert (raw.format, raw.cells.rows()) == ("ods", [(*DEBT, 2)])


def _dbase(path: Path, records: list[list[str]], encoding: str, deleted: int = 0) -> Path:
    """Write a dBase III file: names of ten signs, text in an old encoding, dates as digits."""
    fields = [("KOD_OSOBY", "C", 6), ("PRIJMENI", "C", 12), ("DATUM_NARO", "D", 8), ("DRUH_POPLA", "C", 12),
              ("ROK", "N", 4), ("JISTINA", "N", 10)]  # fmt: skip
    size = 1 + sum(width for _, _, width in fields)
    out = io.BytesIO()
    out.write(struct.pack("<BBBBIHH20x", 3, 126, 11, 21, len(records) + deleted, 32 + 32 * len(fields) + 1, size))
    for name, kind, width in fields:
        out.write(struct.pack("<11sc4xBB14x", name.encode(), kind.encode(), width, 2 if name == "JISTINA" else 0))
    out.write(b"\r")
    for place, record in enumerate([*records, *records[:deleted]]):
        out.write(b"*" if place >= len(records) else b" ")
        out.writelines(
            value.encode(encoding).ljust(width) if kind != "N" else value.rjust(width).encode()
            for value, (_, kind, width) in zip(record, fields, strict=True)
        )
    out.write(b"\x1a")
    path.write_bytes(out.getvalue())
    return path


@pytest.mark.parametrize("encoding", ["cp852", "cp1250"])
def test_dbase_is_read_with_its_short_names_and_old_letters(tmp_path: Path, encoding: str) -> None:
    record = ["P1", "Šťastná", "20100531", "odpad", "2018", "500.50"]
    raw = read_list(
        _dbase(tmp_path / "seznam.dbf", [record, [*record[:1], "Žižková", *record[2:]]], encoding, deleted=1)
    )
    assert raw.problems == ()
    assert raw.columns.how["birth_date"] == "abbreviation"
    assert raw.cells.row(0) == ("P1", "Šťastná", "2010-05-31", "odpad", "2018", "500.50", 1)
    assert raw.cells["row"].to_list() == [1, 2]
    assert "(1)" in raw.source.notes[0][0]


def test_a_cut_dbase_file_is_refused(tmp_path: Path) -> None:
    path = _dbase(tmp_path / "seznam.dbf", [["P1", "A", "20100531", "odpad", "2018", "5"]] * 9, "cp852")
    path.write_bytes(path.read_bytes()[:200])
    assert _code(path) == "unreadable"


def test_an_archive_that_would_unfold_too_far_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = _book(tmp_path / "s.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media/x", "w") as part:
        for _ in range(70):
            part.write(bytes(1 << 20))
    assert _code(path) == "too_large"
    require_safe_archive(path, Limits(small_bytes=200 << 20))


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    path = _book(tmp_path / "s.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(30):
            archive.writestr(f"xl/media/{number}", "")
    assert _code(path, Reading(limits=Limits(members=20))) == "too_large"


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Druh;Rok\n" * 100, encoding="utf-8")
    assert _code(path, Reading(limits=Limits(file_bytes=100))) == "too_large"


def test_reading_beyond_the_memory_limit_ends_the_child_only(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        sheets_of(_book(tmp_path / "s.xlsx"), "xlsx", Limits(memory_bytes=60 << 20))
    assert caught.value.problems[0].code == "too_large"


def test_reading_beyond_the_time_limit_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        sheets_of(_book(tmp_path / "s.xlsx"), "xlsx", Limits(seconds=0))
    assert caught.value.problems[0].code == "too_slow"


def test_an_entity_in_a_workbook_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "tajne.txt"
    secret.write_text("obsah-souboru", encoding="utf-8")
    path = _book(tmp_path / "s.xlsx")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    entity = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]>'.encode()
    parts["xl/sharedStrings.xml"] = (
        parts["xl/sharedStrings.xml"].replace(b"?>", b"?>" + entity, 1).replace(b"odpad", b"&x;")
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    try:
        raw = read_list(path)
    except InputError as error:
        assert error.problems[0].code in {"unreadable", "empty"}  # noqa: PT017 - either refusal is right
    else:
        assert "obsah-souboru" not in str(raw.cells.rows())


def test_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(4096))
    assert _code(path) == "password"


def test_parquet_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "bez_pripony"
    pl.DataFrame({"debt_kind": ["library"]}).write_parquet(path)
    assert kind_of(path) == "parquet"

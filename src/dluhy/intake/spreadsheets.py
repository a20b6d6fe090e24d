"""Spreadsheets and dBase files -> grids. Runs in a process of its own (`dluhy.intake.child`), never in the caller's."""

from __future__ import annotations

import html
import re
import zipfile
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import evolve

from dluhy.intake.encodings import likeliest
from dluhy.intake.grids import Grid, Merged, empty_grid, grid
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dbfread import DBF

_SHEET = re.compile(r"<sheet\b[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]+)([0-9]+):[A-Z]+([0-9]+)"')
_ERROR_CELL = re.compile(rb'<(?:\w+:)?c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]+)([0-9]+)"')
_UNCOMPUTED = re.compile(
    rb'<(?:\w+:)?c\b[^>]*\br="([A-Z]+)([0-9]+)"[^>]*><(?:\w+:)?f[^>]*>[^<]*</(?:\w+:)?f>'
    rb"(?:<(?:\w+:)?v></(?:\w+:)?v>|<(?:\w+:)?v/>)?</(?:\w+:)?c>"
)
_FILLED = re.compile(rb'<(?:\w+:)?c\b[^>]*\br="([A-Z]+)[0-9]+"(?:[^>]*[^/>])?>')
_MOST_ROWS = 1_048_576
_DATE_FIELD = re.compile(r"^([0-9]{4})([0-9]{2})([0-9]{2})$")


def _workbook(path: Path) -> list[Grid]:
    import fastexcel  # noqa: PLC0415 - only the process that reads a workbook pays for it

    book = fastexcel.read_excel(path.read_bytes())  # by its content, whatever it is called
    return [_sheet(book, name) for name in book.sheet_names]


def _sheet(book: object, name: str) -> Grid:
    table = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()  # type: ignore[attr-defined]  # untyped
    return grid(name, table) if table.height else empty_grid(name)


def _xlsx(path: Path) -> list[Grid]:
    grids = _workbook(path)
    with zipfile.ZipFile(path) as archive:
        places = _places(archive)
        return [_with_marks(sheet, archive, places.get(sheet.name)) for sheet in grids]


def _places(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return where in the archive each sheet stands."""
    try:
        book = archive.read("xl/workbook.xml").decode("utf-8", errors="replace")
        relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", errors="replace")
    except KeyError:
        return {}
    targets = {
        found["Id"]: found["Target"] for found in _attributes(_RELATION, relations) if {"Id", "Target"} <= set(found)
    }
    return {
        html.unescape(found["name"]): f"xl/{targets[found['r:id']].removeprefix('/xl/')}"
        for found in _attributes(_SHEET, book)
        if found.get("r:id") in targets and "name" in found
    }


def _attributes(pattern: re.Pattern[str], text: str) -> Iterator[dict[str, str]]:
    return (dict(_ATTRIBUTE.findall(element)) for element in pattern.findall(text))


def _with_marks(sheet: Grid, archive: zipfile.ZipFile, place: str | None) -> Grid:
    """Add merged ranges and cells whose formula failed, by positions of the grid's own columns."""
    if place is None or place not in archive.namelist() or not sheet.cells.height:
        return sheet
    xml = archive.read(place)
    merges = [found for found in _MERGE.findall(xml) if int(found[1]) < int(found[2]) <= _MOST_ROWS]
    errors = _ERROR_CELL.findall(xml) + _UNCOMPUTED.findall(xml)
    if not merges and not errors:
        return sheet
    first = min(_column(letters) for letters in set(_FILLED.findall(xml)))
    merged = tuple(Merged(_column(left) - first, int(top), int(bottom)) for left, top, bottom in merges)
    failed = tuple((int(row), _column(letters) - first) for letters, row in errors)
    return evolve(sheet, merged=merged, errors=failed)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _dbase(path: Path) -> list[Grid]:
    from dbfread import DBF  # noqa: PLC0415 - only lists in dBase need it

    table = DBF(str(path), raw=True, ignore_missing_memofile=True, char_decode_errors="replace", encoding="cp852")
    names = list(table.field_names)
    records = [list(record.values()) for record in table]
    encoding = likeliest(b" ".join(value for record in records for value in record if isinstance(value, bytes)))
    kinds = {place: field.type for place, field in enumerate(table.fields)}
    columns = {
        f"{place}": [names[place], *(_field(record[place], kinds[place], encoding) for record in records)]
        for place in range(len(names))
    }
    cells = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String()))
    numbers = pl.Series(range(len(records) + 1), dtype=pl.UInt32)
    return [evolve(grid(path.stem, cells, numbers), notes=_deleted(table))]


def _deleted(table: DBF) -> tuple[tuple[str, str], ...]:
    count = len(table.deleted)
    if count == 0:
        return ()
    return ((f"V souboru jsou záznamy označené jako smazané ({count}); neposuzují se.",
             f"The file holds records marked as deleted ({count}); they are not judged."),)  # fmt: skip


def _field(value: object, kind: str, encoding: str) -> str | None:
    """Return a field's text as written; a date as 2012-07-01."""
    text = value.decode(encoding, errors="replace") if isinstance(value, bytes) else "" if value is None else str(value)
    bare = text.strip(" \x00")
    if kind == "D":
        return _DATE_FIELD.sub(r"\1-\2-\3", bare) or None
    if kind == "L":
        return {"T": "ano", "Y": "ano", "F": "ne", "N": "ne"}.get(bare.upper())
    return bare or None


READERS: Final[dict[str, Callable[[Path], list[Grid]]]] = {
    "xlsx": _xlsx, "xlsb": _workbook, "xls": _workbook, "ods": _workbook, "dbf": _dbase,
}  # fmt: skip


_BLIND_KINDS: Final = frozenset({"xls", "ods", "xlsb"})
_BLIND: Final = (
    "V tomto druhu souboru program nevidí sloučené buňky a chyby vzorců (čtou se jako prázdné); uložte jej jako XLSX.",
    "In this kind of file merged cells and failed formulas are not seen: they read as empty. Better save it as XLSX.",
)


def read_sheets(path: Path, kind: str) -> list[Grid]:
    """Return the sheets of a spreadsheet or dBase file; raises InputError if it is damaged or protected."""
    if kind == "xls" and "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        raise InputError([Problem("password", "soubor", "sešit je chráněný heslem; uložte jej bez hesla",
                                  "the workbook is protected by a password; save it without one")])  # fmt: skip
    grids = READERS[kind](path)
    return [evolve(sheet, notes=(*sheet.notes, _BLIND)) for sheet in grids] if kind in _BLIND_KINDS else grids

"""Lists that carry an invented person: in cells, headers, names of sheets and files, and where a list is broken."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final

import xlsxwriter
from tests.service.wire import canary
from tests.service.wire.exchanges_lists import BOUNDARY, CSV_FILE, ROWS, XLSX_FILE, form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Sent = tuple[str, bytes]
    """What was done, and the content."""

_HEADER: Final = ("Kód osoby", "Datum narození", "Druh pohledávky", "Rok poplatku", "Spisová značka exekuce")
_GOOD: Final = ("P1", "1. 5. 2010", "Místní poplatek za komunální odpad", "2018", canary.FILE_MARK)
_PERSON: Final = (canary.NAME, canary.BIRTH_NUMBER, canary.EMAIL, canary.DIGITS, canary.FILE_MARK)
_LONG_LINE: Final = 200_000
_MANY_COLUMNS: Final = 3_000


def _csv(*rows: Sequence[str]) -> bytes:
    return "".join(";".join(row) + "\r\n" for row in rows).encode()


def tables() -> Iterator[Sent]:
    """Yield what says it is CSV."""
    yield "only the person", canary.NAME.encode()
    yield "a header of the person", _csv(_PERSON, _GOOD)
    yield "rows of the person", _csv(_HEADER, _PERSON, _PERSON)
    yield "one good row", _csv(_HEADER, _GOOD, _PERSON)
    yield "a column twice", _csv((*_HEADER, "Narozen", f"Datum narození {canary.NAME}"), (*_GOOD, *_PERSON[:2]))
    yield "names in columns", _csv((*_HEADER, "Příjmení", "Rodné číslo", canary.SLUG), (*_GOOD, *_PERSON[:3]))
    yield "cells beyond the header", _csv(_HEADER, (*_GOOD, *_PERSON), _PERSON[:2])
    yield "a quote without an end", _csv(_HEADER, _GOOD) + f'"{canary.NAME};{canary.DIGITS}\r\n'.encode()
    yield "a null sign", _csv(_HEADER, _GOOD).replace(b"P1", canary.NAME.encode() + b"\0")
    yield "another encoding", _csv(_HEADER, _PERSON).decode().encode("cp1250")
    yield "broken UTF-8", _csv(_HEADER, _PERSON) + b"\xff\xfe\xc5"
    yield "too long a cell", _csv(_HEADER, (canary.NAME * 20_000, *_GOOD[1:]))
    yield "too many columns", _csv([f"{canary.SLUG} {number}" for number in range(_MANY_COLUMNS)], _PERSON)
    yield "a title above", f"Seznam {canary.NAME}\r\n\r\n".encode() + CSV_FILE
    yield "a page", f"<html><body>{canary.NAME} {canary.BIRTH_NUMBER}</body></html>".encode()
    yield "a document", f"%PDF-1.7 {canary.NAME}".encode()
    yield "an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + canary.NAME.encode() * 100
    yield "a table", b"PAR1" + canary.NAME.encode() * 50 + b"PAR1"


def lines() -> Iterator[Sent]:
    """Yield what says it is NDJSON."""
    good = json.dumps(ROWS[0] | {"title_ref": canary.FILE_MARK}).encode()
    names = (*ROWS[0], "birth_number", "name", canary.SLUG, canary.NAME)
    bad = [canary.NAME, f'"{canary.NAME}"', f"[{json.dumps(canary.EMAIL)}]", "{", f'{{"{canary.SLUG}": {canary.NAME}}}']
    for number, line in enumerate(bad):
        yield f"line {number}", line.encode() + b"\n"
        yield f"line {number} after a good one", good + b"\n" + line.encode() + b"\n" + good
    for name in names:
        for value in (canary.NAME, canary.SLUG, int(canary.DIGITS), [canary.EMAIL], {canary.SLUG: canary.DIGITS}):
            changed = json.dumps(ROWS[0] | {name: value}).encode()
            yield f"line with {name} {type(value).__name__}", good + b"\n" + changed + b"\n"
    yield "line twice the key", good + b'\n{"person_id": "%b", "person_id": "%b"}\n' % ((canary.SLUG.encode(),) * 2)
    yield "line too long", good + b"\n" + b'{"person_id": "' + canary.SLUG.encode() * (_LONG_LINE // 16) + b'"}\n'
    yield "line too deep", good + b"\n" + b'{"person_id": ' * 500 + canary.DIGITS.encode() + b"}" * 500
    yield "line in broken UTF-8", good + b'\n{"person_id": "' + canary.SLUG.encode() + b'\xff"}\n'


def _workbook(sheets: dict[str, Iterable[Sequence[str]]]) -> bytes:
    held = BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"author": canary.NAME, "title": canary.EMAIL, "comments": canary.DIGITS})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return held.getvalue()


def workbooks() -> Iterator[Sent]:
    """Yield what says it is a workbook."""
    name = canary.NAME[:31]
    yield "sheet of the person", _workbook({name: [_HEADER, _PERSON]})
    yield "two sheets", _workbook({name: [_HEADER, _GOOD, _PERSON], f"{name} 2": [_HEADER, _GOOD]})
    yield "no list in the sheet", _workbook({name: [_PERSON, _PERSON]})
    yield "an empty sheet", _workbook({name: []})
    yield "a workbook of which the rest is missing", _workbook({name: [_HEADER, _PERSON]})[:-200]
    yield "a workbook with bytes changed", _workbook({name: [_HEADER, _PERSON]}).replace(b"PK\x01\x02", b"PK\x01\x03")
    yield "an archive of something else", _archive({f"{canary.SLUG}.txt": canary.NAME.encode()})
    yield "an archive called like a workbook", _archive({"xl/workbook.xml": f"<{canary.SLUG}>{canary.NAME}".encode()})
    entity = f'<!DOCTYPE a [<!ENTITY {canary.SLUG} "{canary.NAME}">]><a>&{canary.SLUG};&kanarqx;</a>'.encode()
    yield "an entity", _archive({"xl/workbook.xml": entity, "[Content_Types].xml": b"<Types/>"})
    yield "a sheet that is no XML", _replaced("xl/worksheets/sheet1.xml", f"<{canary.NAME}".encode())
    yield "a workbook that inflates", _replaced("xl/worksheets/sheet1.xml", canary.NAME.encode() * 3_000_000)


def _archive(members: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def _replaced(member: str, content: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(XLSX_FILE)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return _archive(members | {member: content})


def forms() -> Iterator[Sent]:
    """Yield forms that carry the person in their fields, their names and their framing."""
    day = "2026-11-21"
    for name in ("sheet", "only", "as_of", "pseudonymise", "municipality", canary.SLUG, canary.NAME):
        for value in (canary.NAME, canary.DIGITS):
            yield f"form with {name} {value}", form(XLSX_FILE, canary.NAME, **({"as_of": day} | {name: value}))
    whole = form(canary.NAME.encode(), canary.NAME, as_of=day)
    yield "form without a file", whole.replace(b'"file"', b'"as_of"')
    yield "form with another boundary", whole.replace(BOUNDARY.encode(), canary.SLUG.encode())
    yield "form cut off", whole[:-20]
    yield "form with a header that is none", whole.replace(b"Content-Disposition", canary.NAME.encode())
    yield "form with a long head", whole.replace(b"Content-Disposition", b"X-" + canary.SLUG.encode() * 5_000)
    yield (
        "form with many parts",
        whole[:-4] + b"\r\n" + form(b"", canary.NAME, **{f"{canary.SLUG}{n}": "1" for n in range(50)}),
    )

"""What kind of file it is: by its content first, by its name where the content does not say."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path

FORMATS: Final = {
    ".xlsx": "xlsx", ".xlsm": "xlsx", ".xls": "xls", ".xlsb": "xlsb", ".ods": "ods", ".csv": "csv", ".tsv": "csv",
    ".txt": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson", ".parquet": "parquet", ".dbf": "dbf",
}  # fmt: skip
"""The kind that an ending of a file's name promises."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DBASE = frozenset(b"\x02\x03\x04\x05\x30\x31\x32\x43\x63\x83\x8b\xcb\xf5\xfb")
_HEAD = 4096
_DBASE_HEADER = 32


def kind_of(path: Path) -> str:
    """Return the kind of a file; raises InputError for a file that is no list, naming what it is where that is seen."""
    promised = FORMATS.get(path.suffix.lower())
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04"):
        return _archive(path, promised)
    if head.startswith(_OLE):
        return "xls"
    if _may_be_dbase(promised, head) and _is_dbase(head, path.stat().st_size):
        return "dbf"
    _require_no_document(head, path)
    if promised in {"csv", "ndjson"}:
        return promised
    if promised in {None, "xls"} and head and _is_text(head):  # office systems call text „.xls“
        return "ndjson" if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "csv"
    if promised is None and head:
        known = ", ".join(sorted(FORMATS))
        raise _refused(
            "format", path, f"neznámý druh souboru; umím {known}", f"unknown kind of file; known are {known}"
        )
    if not head:
        raise _refused("empty", path, "soubor je prázdný", "the file is empty")
    raise _refused(
        "unreadable", path, f"soubor není čitelný jako {promised}", f"the file is not readable as {promised}"
    )


def _archive(path: Path, promised: str | None) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            kind = _start(archive, "mimetype") if "mimetype" in names else b""
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, OSError):
        shown = promised or "xlsx"
        raise _refused(
            "unreadable", path, f"soubor není čitelný jako {shown}", f"the file is not readable as {shown}"
        ) from None
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if b"opendocument.spreadsheet" in kind:
        return "ods"
    raise _refused("archive", path, "soubor je archiv, ne sešit; rozbalte jej a zadejte seznam, který je uvnitř",
                   "the file is an archive, no workbook; unpack it and give the list inside")  # fmt: skip


def _start(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        return member.read(100)


def _may_be_dbase(promised: str | None, head: bytes) -> bool:
    """Return whether a file is called dBase, or has no ending to tell its kind and is no text."""
    return promised == "dbf" or (promised is None and not _is_text(head))


def _is_dbase(head: bytes, size: int) -> bool:
    if len(head) < _DBASE_HEADER or head[0] not in _DBASE:
        return False
    records, header, record = (int.from_bytes(head[a:b], "little") for a, b in ((4, 8), (8, 10), (10, 12)))
    return header > _DBASE_HEADER and record > 0 and size >= header + records * record


def _require_no_document(head: bytes, path: Path) -> None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        raise _refused(
            "document", path, "soubor je PDF; vyžádejte si seznam jako tabulku", "the file is a PDF; ask for a table"
        )
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta", b"<head")):
        raise _refused(
            "document",
            path,
            "soubor je webová stránka nebo XML; otevřete jej v tabulkovém procesoru a uložte jako XLSX",
            "the file is a web page or XML; open it in a spreadsheet and save it as XLSX",
        )


def _is_text(head: bytes) -> bool:
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or not any(byte < 9 for byte in head)  # noqa: PLR2004 - control bytes


def _refused(code: str, path: Path, cs: str, en: str) -> InputError:
    return InputError([Problem(code, path.name or str(path), cs, en)])

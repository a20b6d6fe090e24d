"""Reads a list file into one frame of cells, with the number of each row as its owner knows it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import polars as pl
from attrs import field, frozen

from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ROW = "row"
"""The column with the number of a row: the sheet's or file's own line, the position from 1 in Parquet."""

FORMATS = {".xlsx": "xlsx", ".csv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson", ".parquet": "parquet"}
_CSV_SEPARATORS = (";", ",", "\t", "|")
_LONGEST_CELL = 1_000_000
_ERROR_CELL = re.compile(r'<c r="([A-Z]+[0-9]+)"[^>]*t="e"')
_UNCOMPUTED = re.compile(r'<c r="([A-Z]+[0-9]+)"[^>]*><f[^>]*>[^<]*</f>(?:<v></v>|<v/>)?</c>')


@frozen
class BrokenLine:
    """A line that is no row at all: its number, its text and why."""

    number: int
    text: str
    code: str
    cs: str
    en: str


@frozen(kw_only=True)
class Source:
    """How a file was read: what people want to see under „O výsledku“; None where it does not apply."""

    sheet: str | None = None
    other_sheets: tuple[str, ...] = ()
    encoding: str | None = None
    separator: str | None = None
    header_rows: tuple[int, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """Remarks on the file as a whole, Czech and English."""


@frozen
class RawList:
    """A list as read: cells as text (Parquet keeps its types), rows numbered, lines that are no rows apart."""

    cells: pl.DataFrame
    headers: tuple[str, ...]
    format: str
    sha256: str
    broken: tuple[BrokenLine, ...] = ()
    source: Source = field(factory=Source)


def read_list(path: Path) -> RawList:
    """Read an XLSX, UTF-8 CSV, NDJSON or Parquet list; raises InputError if the file as a whole cannot be used."""
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        known = ", ".join(sorted(FORMATS))
        raise _unusable(
            "format", path, f"neznámý druh souboru; umím {known}", f"unknown kind of file; known are {known}"
        )
    try:
        with path.open("rb") as stream:
            content = stream.read() if kind != "parquet" else b""
    except OSError as error:
        raise _unusable("file", path, "soubor nejde otevřít", f"the file cannot be opened: {error.strerror}") from None
    try:
        match kind:
            case "xlsx":
                raw = _xlsx(content)
            case "csv":
                raw = _csv(content)
            case "ndjson":
                raw = _ndjson(content)
            case _:
                raw = _parquet(path)
    except InputError:
        raise
    except Exception as error:
        raise _unusable(
            "unreadable", path, f"soubor není čitelný jako {kind}", f"the file is not readable as {kind}"
        ) from error
    if not raw.headers:
        raise _unusable(
            "empty",
            path,
            "soubor je prázdný, chybí řádek s názvy sloupců",
            "the file is empty, a row of column names is missing",
        )
    return raw


def _unusable(code: str, path: Path, cs: str, en: str) -> InputError:
    return InputError([Problem(code, path.name or str(path), cs, en)])


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, read in pieces."""
    digest = sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _xlsx(content: bytes) -> RawList:
    import fastexcel  # noqa: PLC0415 - 19 ms that other formats need not pay

    _require_no_error_cells(content)
    book = fastexcel.read_excel(content)
    sheets = {name: book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string") for name in book.sheet_names}
    filled = {name: sheet for name, sheet in sheets.items() if sheet.height > 0}
    if len(filled) > 1:
        listed = ", ".join(f"„{name}“" for name in filled)
        raise InputError([
            Problem("several_sheets", listed, "data má více listů; nechte v sešitu jen ten, který se má posoudit",
                    "several sheets hold data; keep only the one to be judged")
        ])  # fmt: skip
    if not filled:
        return RawList(pl.DataFrame(), (), "xlsx", sha256(content).hexdigest())
    return _with_header(next(iter(filled.values())).to_polars(), "xlsx", sha256(content).hexdigest())


def _require_no_error_cells(content: bytes) -> None:
    """Refuse a workbook with formulas that ended in an error or were never computed: they would read as empty."""
    problems = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                sheet = archive.read(name).decode("utf-8", errors="replace")
                problems += [
                    Problem("error_cell", f"buňka {cell}", "vzorec skončil chybou nebo nebyl spočítán; uložte hodnoty",
                            "a formula ended in an error or was never computed; store values")
                    for cell in _ERROR_CELL.findall(sheet) + _UNCOMPUTED.findall(sheet)
                ]  # fmt: skip
    if problems:
        raise InputError(problems)


def _csv(content: bytes) -> RawList:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = content.count(b"\n", 0, error.start) + 1
        raise InputError(
            [
                Problem(
                    "encoding",
                    f"řádek {place}",
                    "soubor není v kódování UTF-8; uložte jej jako CSV UTF-8",
                    "the file is not UTF-8; save it as CSV UTF-8",
                )
            ]
        ) from None
    first = next((line for line in text.split("\n") if line.strip()), "")
    separator = max(_CSV_SEPARATORS, key=first.count)
    records, broken = _csv_records(text, separator)
    header_at = next((at for at, (_, cells) in enumerate(records) if any(cell.strip() for cell in cells)), None)
    if header_at is None:
        return RawList(pl.DataFrame(), (), "csv", "")
    headers = tuple(cell.strip() for cell in records[header_at][1])
    rows: list[list[str]] = []
    numbers: list[int] = []
    for number, cells in records[header_at + 1 :]:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(headers):
            broken.append(_wrong_length(number, separator.join(cells), len(headers), len(cells)))
            continue
        rows.append(cells)
        numbers.append(number)
    names = [f"{position}" for position in range(len(headers))]
    columns = dict(zip(names, zip(*rows, strict=True) if rows else [()] * len(names), strict=True))
    table = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String()))
    table = table.with_columns(pl.Series(ROW, numbers, dtype=pl.UInt32))
    return RawList(table, headers, "csv", sha256(content).hexdigest(), tuple(broken))


def _csv_records(text: str, separator: str) -> tuple[list[tuple[int, list[str]]], list[BrokenLine]]:
    """Return each record with the line it begins on; a quote that is not closed refuses the whole file."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    records = []
    number = 1
    try:
        for cells in lines:
            records.append((number, cells))
            number = lines.line_num + 1
    except csv.Error:
        raise InputError([
            Problem("csv_quotes", f"řádek {number}",
                    "uvozovky nejsou uzavřené, nebo je buňka příliš dlouhá; řádky za ní by se ztratily",
                    "quotes are not closed, or a cell is too long; the rows after it would be lost")
        ]) from None  # fmt: skip
    return records, []


def _wrong_length(number: int, text: str, expected: int, found: int) -> BrokenLine:
    code = "too_many_cells" if found > expected else "too_few_cells"
    return BrokenLine(number, text, code, f"počet buněk v řádku je {found}, sloupců je {expected}",
                      f"the line has {found} cells for {expected} columns")  # fmt: skip


def _with_header(table: pl.DataFrame, kind: str, digest: str) -> RawList:
    """Take the first row that is not empty for the header; rows keep the numbers they have in the file."""
    named = [f"{position}" for position in range(table.width)]
    body = table.rename(dict(zip(table.columns, named, strict=True)))
    body = body.with_columns(pl.int_range(1, body.height + 1, dtype=pl.UInt32).alias(ROW))
    filled = pl.any_horizontal(pl.col(column).str.strip_chars().str.len_chars() > 0 for column in named)
    body = body.filter(filled.fill_null(value=False))
    if body.height == 0:
        return RawList(pl.DataFrame(), (), kind, digest)
    headers = tuple((value or "").strip() for value in body.select(named).row(0))
    return RawList(body.slice(1), headers, kind, digest)


def _ndjson(content: bytes) -> RawList:
    good: list[bytes] = []
    numbers: list[int] = []
    broken: list[BrokenLine] = []
    names: dict[str, None] = {}
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            names |= dict.fromkeys(_flat_object(line))
        except (ValueError, RecursionError):
            text = line.decode("utf-8", errors="replace")
            broken.append(BrokenLine(number, text, "bad_json", "řádek není objekt JSON s jednoduchými hodnotami",
                                     "the line is no JSON object of plain values"))  # fmt: skip
            continue
        good.append(line)
        numbers.append(number)
    if broken and not good:
        raise InputError([Problem("not_ndjson", "řádek 1", "soubor není NDJSON: každý řádek má být jeden objekt JSON",
                                  "the file is no NDJSON: each line must be one JSON object")])  # fmt: skip
    headers = tuple(names)
    schema = dict.fromkeys(headers, pl.String())
    cells = (
        pl.read_ndjson(io.BytesIO(b"\n".join(good)), schema=schema) if good and headers else pl.DataFrame(schema=schema)
    )
    cells = cells.rename({name: f"{position}" for position, name in enumerate(headers)})
    cells = cells.with_columns(pl.Series(ROW, numbers, dtype=pl.UInt32))
    return RawList(cells, headers, "ndjson", sha256(content).hexdigest(), tuple(broken))


def _flat_object(line: bytes) -> dict[str, Any]:
    """Return a JSON object of plain values; ValueError for anything else and for a key given twice."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError(pairs)
        return found

    row = json.loads(line, object_pairs_hook=once)
    if not isinstance(row, dict) or any(isinstance(value, list | dict) for value in row.values()):
        raise ValueError(line)
    return row


def require_plain_types(schema: Mapping[str, pl.DataType], path: Path) -> None:
    """Refuse Parquet columns of nested or binary types."""
    refused = {pl.Binary, pl.Duration, pl.Time, pl.Object}
    strange = [name for name, dtype in schema.items() if dtype.is_nested() or dtype in refused]
    if strange:
        raise InputError([
            Problem("column_type", f"{path.name} {name}", "sloupec má typ, který seznam mít nemůže",
                    "the column has a type that a list cannot have")
            for name in strange
        ])  # fmt: skip


def _parquet(path: Path) -> RawList:
    cells = pl.scan_parquet(path, glob=False).collect()
    require_plain_types(cells.schema, path)
    headers = tuple(cells.columns)
    cells = cells.rename({name: f"{position}" for position, name in enumerate(headers)})
    cells = cells.with_columns(pl.int_range(1, cells.height + 1, dtype=pl.UInt32).alias(ROW))
    return RawList(cells, headers, "parquet", file_digest(path))

"""Reads a list file into one frame of cells, with the number of each row as its owner knows it."""

from __future__ import annotations

import csv
import io
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec
import polars as pl
from attrs import frozen

from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path

ROW = "row"
"""The column with the number of a row: the sheet's or file's own line, the position from 1 in Parquet."""

FORMATS = {".xlsx": "xlsx", ".csv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson", ".parquet": "parquet"}
_CSV_SEPARATORS = (";", ",", "\t", "|")


@frozen
class BrokenLine:
    """A line that is no row at all: its number, its text and why."""

    number: int
    text: str
    code: str
    cs: str
    en: str


@frozen
class RawList:
    """A list as read: cells as text (Parquet keeps its types), rows numbered, lines that are no rows apart."""

    cells: pl.DataFrame
    headers: tuple[str, ...]
    format: str
    sha256: str
    broken: tuple[BrokenLine, ...] = ()


def read_list(path: Path) -> RawList:
    """Read an XLSX, UTF-8 CSV, NDJSON or Parquet list; raises InputError if the file as a whole cannot be used."""
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        known = ", ".join(sorted(FORMATS))
        raise _unusable(
            "format", path, f"neznámý druh souboru; umím {known}", f"unknown kind of file; known are {known}"
        )
    try:
        content = path.read_bytes() if kind != "parquet" else b""
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
    return InputError([Problem(code, path.name, cs, en)])


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, read in pieces."""
    digest = sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _xlsx(content: bytes) -> RawList:
    import fastexcel  # noqa: PLC0415 - 19 ms that other formats need not pay

    sheet = fastexcel.read_excel(content).load_sheet(0, header_row=None, dtypes="string")
    return _with_header(sheet.to_polars(), "xlsx", sha256(content).hexdigest())


def _csv(content: bytes) -> RawList:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = content.count(b"\n", 0, error.start) + 1
        raise InputError(
            [
                Problem(
                    "encoding",
                    f"line {place}",
                    "soubor není v kódování UTF-8; uložte jej jako CSV UTF-8",
                    "the file is not UTF-8; save it as CSV UTF-8",
                )
            ]
        ) from None
    first = text.split("\n", 1)[0]
    separator = max(_CSV_SEPARATORS, key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
    headers = tuple(cell.strip() for cell in next(lines, []))
    rows: list[list[str]] = []
    numbers: list[int] = []
    broken: list[BrokenLine] = []
    number = lines.line_num + 1
    for cells in lines:
        if len(cells) > len(headers):
            broken.append(_too_many(number, separator.join(cells), len(headers), len(cells)))
        elif any(cell.strip() for cell in cells):
            rows.append(cells + [""] * (len(headers) - len(cells)))
            numbers.append(number)
        number = lines.line_num + 1
    columns = dict(
        zip(map(str, range(len(headers))), zip(*rows, strict=True) if rows else [()] * len(headers), strict=True)
    )
    table = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String()))
    table = table.with_columns(pl.Series(ROW, numbers, dtype=pl.UInt32))
    return RawList(table, headers, "csv", sha256(content).hexdigest(), tuple(broken))


def _too_many(number: int, text: str, expected: int, found: int) -> BrokenLine:
    return BrokenLine(
        number,
        text,
        "too_many_cells",
        f"řádek má {found} buněk, sloupců je {expected}",
        f"the line has {found} cells for {expected} columns",
    )


def _with_header(table: pl.DataFrame, kind: str, digest: str) -> RawList:
    if table.height == 0:
        return RawList(pl.DataFrame(), (), kind, digest)
    headers = tuple((value or "").strip() for value in table.row(0))
    named = [f"{position}" for position in range(len(headers))]
    body = table.slice(1).rename(dict(zip(table.columns, named, strict=True)))
    body = body.with_columns(pl.int_range(2, body.height + 2, dtype=pl.UInt32).alias(ROW))
    filled = pl.any_horizontal(pl.col(column).str.strip_chars().str.len_chars() > 0 for column in named)
    return RawList(body.filter(filled.fill_null(value=False)), headers, kind, digest)


def _ndjson(content: bytes) -> RawList:
    decode = msgspec.json.Decoder(dict[str, Any]).decode
    good: list[bytes] = []
    numbers: list[int] = []
    broken: list[BrokenLine] = []
    names: dict[str, None] = {}
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            names |= dict.fromkeys(decode(line))
        except (msgspec.MsgspecError, UnicodeDecodeError):
            text = line.decode("utf-8", errors="replace")
            broken.append(BrokenLine(number, text, "bad_json", "řádek není objekt JSON", "the line is no JSON object"))
            continue
        good.append(line)
        numbers.append(number)
    headers = tuple(names)
    schema = dict.fromkeys(headers, pl.String())
    cells = (
        pl.read_ndjson(io.BytesIO(b"\n".join(good)), schema=schema) if good and headers else pl.DataFrame(schema=schema)
    )
    cells = cells.rename({name: f"{position}" for position, name in enumerate(headers)})
    cells = cells.with_columns(pl.Series(ROW, numbers, dtype=pl.UInt32))
    if broken and not headers:
        headers = ("",)
        cells = cells.with_columns(pl.lit(None, dtype=pl.String).alias("0"))
    return RawList(cells, headers, "ndjson", sha256(content).hexdigest(), tuple(broken))


def _parquet(path: Path) -> RawList:
    cells = pl.read_parquet(path)
    headers = tuple(cells.columns)
    cells = cells.rename({name: f"{position}" for position, name in enumerate(headers)})
    cells = cells.with_columns(pl.int_range(1, cells.height + 1, dtype=pl.UInt32).alias(ROW))
    return RawList(cells, headers, "parquet", file_digest(path))

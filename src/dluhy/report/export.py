"""Results as files and streams (workbook, CSV, NDJSON, JSON, Parquet), the receipt and rejected rows beside a file."""

from __future__ import annotations

import os
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, Literal, get_args

import msgspec
import polars as pl
from attrs import frozen
from xlsxwriter.exceptions import XlsxWriterException

from dluhy import receipt as receipts
from dluhy.children.check import COMPACT, bit_names
from dluhy.report.list_json import write_json
from dluhy.report.rows import frames, rows
from dluhy.report.tables import Tables
from dluhy.report.texts import texts
from dluhy.report.workbook import write_workbook_to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dluhy.checking import ListResult
    from dluhy.problems import Language
    from dluhy.report.selection import Only

__all__ = ["Form", "Written", "guarded", "rows", "whole_file", "write_rejected", "write_result", "write_stream"]

Form = Literal["xlsx", "csv", "ndjson", "json", "parquet"]

_FORMULA_START = r"^[=+\-@\t\r]"
_MARK = "\ufeff".encode()  # tells a spreadsheet that the file is UTF-8


@frozen
class Written:
    """The files beside a result: its receipt, and rejected rows where the result itself cannot hold them."""

    receipt: Path
    rejected: Path | None


def write_result(result: ListResult, path: Path, language: Language, *, only: Only | None = None) -> Written:
    """Write a result in the form its file name asks for, its receipt beside it, and rejected rows.

    `only` writes a selection; the receipt is of the whole result. A workbook has a sheet of rejected rows; beside the
    other forms they go to `<name>.odmitnute.csv`, without the original text. Files appear whole or not at all. Raises
    ValueError for an unknown ending, OSError where it cannot write.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in get_args(Form):
        raise ValueError(path.suffix)
    with whole_file(path) as draft, draft.open("wb") as stream:
        _WRITERS[form](Tables(result, texts(language), only), stream)
    beside = receipts.path_beside(path)
    with whole_file(beside) as draft:
        draft.write_bytes(receipts.to_json(result.receipt))
    if form == "xlsx":
        return Written(beside, None)
    return Written(beside, write_rejected(result.intake.rejected, path))


def write_stream(
    result: ListResult, stream: BinaryIO, form: Form, language: Language, only: Only | None = None
) -> None:
    """Write a result to a binary stream, such as standard output; nothing stands beside it.

    A stream that cannot be sought gets a workbook or a Parquet file from memory.
    """
    tables = Tables(result, texts(language), only)
    if form in {"csv", "ndjson", "json"} or stream.seekable():
        _WRITERS[form](tables, stream)
        return
    held = BytesIO()
    _WRITERS[form](tables, held)
    stream.write(held.getbuffer())


def write_rejected(rejected: pl.DataFrame, path: Path) -> Path | None:
    """Write rejected cells beside a result: row, column, code and reason, never the original text; None if none."""
    if rejected.height == 0:
        return None
    target = receipts.rejected_beside(path)
    with whole_file(target) as draft:
        guarded(rejected.drop("original", strict=False)).write_csv(draft, include_bom=True, separator=";")
    return target


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a draft beside a file to write to; put it in the file's place when the block ends well, else remove it."""
    draft = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    try:
        yield draft
        draft.replace(path)
    except XlsxWriterException as error:
        raise OSError(str(error)) from error
    finally:
        draft.unlink(missing_ok=True)


def _workbook(tables: Tables, stream: BinaryIO) -> None:
    write_workbook_to(tables.result, stream, tables.texts.language, tables.only)


def _csv(tables: Tables, stream: BinaryIO) -> None:
    stream.write(_MARK)
    for number, frame in enumerate(frames(tables)):
        flat = frame.with_columns(pl.col(pl.List(pl.String)).list.join(", "))
        guarded(flat).write_csv(stream, include_header=number == 0, separator=";")


def _ndjson(tables: Tables, stream: BinaryIO) -> None:
    for frame in frames(tables):
        frame.write_ndjson(stream)


def _parquet(tables: Tables, stream: BinaryIO) -> None:
    result = tables.result
    metadata = {
        "dluhy.receipt": msgspec.json.encode(result.receipt).decode(),
        "dluhy.bits": bit_names(result.checker),
        **({} if tables.only is None else {"dluhy.only": tables.only}),
    }
    columns = dict.fromkeys((*COMPACT, "part", "repairs", "warnings"))
    tables.judged.select(*columns).write_parquet(stream, metadata=metadata)


_WRITERS = {"xlsx": _workbook, "csv": _csv, "ndjson": _ndjson, "json": write_json, "parquet": _parquet}


def guarded(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame whose texts no spreadsheet will take for a formula: such a text gets an apostrophe in front."""
    return frame.with_columns(
        pl.when(pl.col(name).str.contains(_FORMULA_START))
        .then(pl.concat_str(pl.lit("'"), pl.col(name)))
        .otherwise(pl.col(name))
        .alias(name)
        for name, dtype in frame.schema.items()
        if dtype == pl.String
    )

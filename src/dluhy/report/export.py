"""Results for programs: CSV, NDJSON, Parquet. No names, no birth numbers, no cell of a rejected row."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import msgspec
import polars as pl
from attrs import frozen
from xlsxwriter.exceptions import XlsxWriterException

from dluhy import receipt as receipts
from dluhy.children.check import COMPACT, bit_names
from dluhy.money import to_decimal_string
from dluhy.report.tables import Tables
from dluhy.report.texts import texts
from dluhy.report.workbook import write_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dluhy.checking import ListResult
    from dluhy.problems import Language

_FORMULA_START = r"^[=+\-@\t\r]"


@frozen
class Written:
    """The files beside a result: its receipt, and rejected rows where the result itself cannot hold them."""

    receipt: Path
    rejected: Path | None


def write_result(result: ListResult, path: Path, language: Language) -> Written:
    """Write a result in the form its file name asks for, its receipt beside it, and rejected rows.

    A workbook has a sheet of rejected rows; beside the other forms they go to `<name>.odmitnute.csv`, without the
    original text. Files appear whole or not at all. Raises ValueError for an unknown ending, OSError where it cannot
    write.
    """
    writers = {".xlsx": _workbook, ".csv": _csv, ".ndjson": _ndjson, ".parquet": _parquet}
    if path.suffix.lower() not in writers:
        raise ValueError(path.suffix)
    with whole_file(path) as draft:
        writers[path.suffix.lower()](result, draft, language)
    beside = receipts.path_beside(path)
    with whole_file(beside) as draft:
        draft.write_bytes(receipts.to_json(result.receipt))
    if path.suffix.lower() == ".xlsx":
        return Written(beside, None)
    return Written(beside, write_rejected(result.intake.rejected, path))


def write_rejected(rejected: pl.DataFrame, path: Path) -> Path | None:
    """Write rejected cells beside a result: row, column, code and reason, never the original text; None if none."""
    if rejected.height == 0:
        return None
    target = path.with_name(f"{path.name}.odmitnute.csv")
    with whole_file(target) as draft:
        guarded(rejected.drop("original")).write_csv(draft, include_bom=True, separator=";")
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


def _workbook(result: ListResult, path: Path, language: Language) -> None:
    write_workbook(result, path, language)


def _csv(result: ListResult, path: Path, language: Language) -> None:
    guarded(_flat(result, language)).write_csv(path, include_bom=True, separator=";")


def _ndjson(result: ListResult, path: Path, language: Language) -> None:
    encoder = msgspec.json.Encoder()
    with path.open("wb") as stream:
        stream.writelines(encoder.encode(row) + b"\n" for row in rows(result, language))


def _parquet(result: ListResult, path: Path, _: Language) -> None:
    metadata = {"dluhy.receipt": _one_line(result), "dluhy.bits": bit_names(result.checker)}
    result.judged.select(COMPACT).write_parquet(path, metadata=metadata)


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


def rows(result: ListResult, language: Language) -> Iterator[dict[str, Any]]:
    """Yield one JSON-ready mapping per judged row: codes, labels, missing facts by name."""
    checker, summary = result.checker, result.checker.summary
    readable = Tables(result, texts(language)).debts()
    codes = result.judged.select(
        "verify",
        "missing",
        "worth_asking",
        "grounds",
        "flags",
        "presumed",
        *(pl.col(name).cast(pl.String) for name in ("verdict", "child_owes", "next_step", "list", "urgency")),
    )
    for text, code in zip(readable.iter_rows(named=True), codes.iter_rows(named=True), strict=True):
        yield {
            "row": text["row"],
            "person_id": text["person_id"],
            "outcome": text["rule"],
            "verdict": code["verdict"],
            "verdict_text": text["verdict"],
            "child_owes": code["child_owes"],
            "reason": text["reason"],
            "provisions": text["provisions"],
            "evidence": text["evidence"],
            "needs_verification": code["verify"],
            "verify": text["verify"],
            "missing": checker.missing_names(code["missing"]),
            "worth_asking": checker.missing_names(code["worth_asking"]),
            "grounds": summary.ids_in(code["grounds"], summary.grounds),
            "flags": summary.ids_in(code["flags"], summary.flags),
            "presumed": summary.ids_in(code["presumed"], summary.presumptions),
            "next_step": code["next_step"],
            "next_step_text": text["next_step"],
            "list": code["list"],
            "urgency": code["urgency"],
            "balance": None if text["balance"] is None else to_decimal_string(text["balance"]),
        }


def _flat(result: ListResult, language: Language) -> pl.DataFrame:
    table = list(rows(result, language))
    schema = dict.fromkeys(table[0], pl.String) if table else {}
    return pl.DataFrame([{k: _text(v) for k, v in row.items()} for row in table], schema=schema)


def _text(value: Any) -> str | None:  # noqa: ANN401 - a JSON value
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


def _one_line(result: ListResult) -> str:
    return msgspec.json.encode(result.receipt).decode()

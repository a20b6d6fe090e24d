"""`dluhy deduct LIST`: the deductions of many payments, row by row, with a receipt and the reasons of rejected rows."""

from __future__ import annotations

import sys
from errno import EPIPE
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from dluhy import receipt as receipts
from dluhy.commands import STANDARD
from dluhy.commands.common import DONE, SOME_REJECTED
from dluhy.commands.results import require_place
from dluhy.deductions.listed import FORMS, read_payments
from dluhy.intake.grids import ROW
from dluhy.problems import InputError, Problem
from dluhy.report.deduction_lists import ListedDeductions, deductions_of_list
from dluhy.report.export import guarded, whole_file, write_rejected
from dluhy.report.payment_rows import as_texts
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import polars as pl

    from dluhy.commands.deducting import Deducting
    from dluhy.deductions.listed import ListedPayments
    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt
    from dluhy.report.texts import Texts

_MARK: Final = "\ufeff".encode()  # tells a spreadsheet that the file is UTF-8


def deduct_list(source: Path, asked: Deducting, pack: Pack) -> int:
    """Compute a list and write the result to a file or to standard output; InputError if nothing can be done."""
    target = None if asked.out is None or str(asked.out) == STANDARD else asked.out
    _require_sound(source, target, asked)
    listed = read_payments(source, pack)
    result = deductions_of_list(listed, pack)
    say = texts(asked.language)
    if target is None:
        _print(result)
        _tell(listed, result.receipt, say)
        print(receipts.to_json(result.receipt).decode(), end="", file=sys.stderr)
    else:
        _write(result, listed.rejected, target)
        _tell(listed, result.receipt, say)
        print(say("deduct-written", path=str(target)))
        print(say("summary-receipt", path=str(receipts.path_beside(target))))
    return SOME_REJECTED if result.receipt.rows_rejected else DONE


def _require_sound(source: Path, target: Path | None, asked: Deducting) -> None:
    problems = [] if target is None else require_place(target, FORMS, [source])
    if target is not None and not problems:
        beside = receipts.path_beside(target)
        problems += require_place(beside, ["json"], [source])
    for option, given in (("--trace", asked.trace), ("--json", asked.as_json)):
        if given:
            cs = f"{option} patří k jednomu dokumentu, ne k seznamu"
            en = f"{option} goes with one document, not with a list"
            problems.append(Problem(option.removeprefix("--"), option, cs, en))
    if target is not None and target.exists() and not problems:
        cs, en = "soubor už existuje a nepřepisuje se", "the file exists and is not written over"
        problems.append(Problem("output", target.name, cs, en))
    if problems:
        raise InputError(problems)


def _print(result: ListedDeductions) -> None:
    """Write a result to standard output as NDJSON; BrokenPipeError where its reader has seen enough."""
    if sys.stdout is None:
        raise InputError([Problem("output", "stdout", "standardní výstup je zavřený", "standard output is closed")])
    try:
        _ndjson(result, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except OSError as error:
        if error.errno == EPIPE or f"os error {EPIPE}" in str(error):  # the table library says it in words
            raise BrokenPipeError from None
        cs, en = "výsledek nejde zapsat na standardní výstup", "the result cannot be written to standard output"
        raise InputError([Problem("output", "stdout", cs, en)]) from None


def _write(result: ListedDeductions, rejected: pl.DataFrame, target: Path) -> None:
    try:
        with whole_file(target) as draft, draft.open("wb") as stream:
            _FORMS[target.suffix.lower().removeprefix(".")](result, stream)
        with whole_file(receipts.path_beside(target)) as draft:
            draft.write_bytes(receipts.to_json(result.receipt))
        write_rejected(rejected, target)
    except OSError:
        cs, en = "výsledek nejde zapsat; není soubor otevřený jinde?", "the result cannot be written; is it open?"
        raise InputError([Problem("output", str(target), cs, en)]) from None


def _tell(listed: ListedPayments, receipt: Receipt, say: Texts) -> None:
    """Print how many rows there were, what was not read, and each rejected cell to standard error."""
    told = say("deduct-list-rows", count=receipt.rows_in, judged=receipt.rows_judged, rejected=receipt.rows_rejected)
    print(told, file=sys.stderr)
    if listed.unused:
        print(say("summary-unused", columns=", ".join(name[:60] for name in listed.unused)), file=sys.stderr)
    for row, column, code, why in listed.rejected.select(ROW, "column", "code", say.language).rows():
        print(say("summary-rejected-cell", row=str(row), column=column, why=why, code=code), file=sys.stderr)


def _csv(result: ListedDeductions, stream: BinaryIO) -> None:
    stream.write(_MARK)
    guarded(as_texts(result.rows)).write_csv(stream, separator=";")


def _ndjson(result: ListedDeductions, stream: BinaryIO) -> None:
    as_texts(result.rows).write_ndjson(stream)


def _parquet(result: ListedDeductions, stream: BinaryIO) -> None:
    metadata = {"dluhy.receipt": msgspec.json.encode(result.receipt).decode()}
    result.rows.write_parquet(stream, metadata=metadata)


_FORMS: Final[dict[str, Callable[[ListedDeductions, BinaryIO], None]]] = {
    "csv": _csv, "ndjson": _ndjson, "parquet": _parquet,
}  # fmt: skip

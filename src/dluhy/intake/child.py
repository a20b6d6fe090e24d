"""Reads a spreadsheet in a process of its own, with limits on memory and time, and hands the cells back.

A damaged or hostile file can at worst end that process. What it writes to its error output is thrown away: it could
hold cells.
"""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec
import polars as pl
from attrs import evolve, frozen

from dluhy.documents.in_memory import inherited
from dluhy.intake.archives import LIMITS, Limits, require_safe_archive
from dluhy.intake.grids import Grid, Merged, empty_grid
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_LENGTH = struct.Struct(">Q")


@frozen
class _Head:
    """What comes before the cells of the sheets: their marks, or why there are none."""

    sheets: list[dict[str, Any]]
    problems: list[Problem]


def sheets_of(path: Path, kind: str, limits: Limits = LIMITS) -> list[Grid]:
    """Return the sheets of a spreadsheet or dBase file, read in a process of its own; raises InputError."""
    if kind in {"xlsx", "xlsb", "ods"}:
        require_safe_archive(path, limits)
    command = [
        sys.executable,
        "-P",
        "-m",
        "dluhy.intake.child",
        kind,
        str(path),
        str(limits.memory_bytes),
        str(limits.seconds),
    ]
    environment = {**os.environ, "POLARS_MAX_THREADS": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, the file's name is an argument
            command, capture_output=True, timeout=limits.seconds, check=False, env=environment,
            stdin=subprocess.DEVNULL, pass_fds=inherited(path),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise _refused("too_slow", f"soubor se nepodařilo přečíst do {limits.seconds} s; uložte jej jako CSV",
                       f"the file could not be read within {limits.seconds} s; save it as CSV") from None  # fmt: skip
    if done.returncode != 0:
        raise _refused(
            "too_large",
            "soubor je poškozený, nebo by jeho čtení zabralo příliš mnoho paměti; uložte jej jako CSV",
            "the file is damaged or would take too much memory; save it as CSV",
        )
    return list(_received(io.BytesIO(done.stdout)))


def _refused(code: str, cs: str, en: str) -> InputError:
    return InputError([Problem(code, "soubor", cs, en)])


def _received(stream: BinaryIO) -> Iterator[Grid]:
    head = msgspec.json.decode(_piece(stream), type=_Head)
    if head.problems:
        raise InputError(head.problems)
    for sheet in head.sheets:
        cells = pl.read_ipc_stream(io.BytesIO(_piece(stream)))
        yield evolve(
            empty_grid(sheet["name"]),
            cells=cells,
            merged=tuple(Merged(*marks) for marks in sheet["merged"]),
            errors=tuple((row, column) for row, column in sheet["errors"]),
            notes=tuple((cs, en) for cs, en in sheet["notes"]),
        )


def _piece(stream: BinaryIO) -> bytes:
    (length,) = _LENGTH.unpack(stream.read(_LENGTH.size))
    return stream.read(length)


def _send(stream: BinaryIO, piece: bytes) -> None:
    stream.write(_LENGTH.pack(len(piece)))
    stream.write(piece)


def _limit(memory: int, seconds: int) -> None:
    """Bound this process; where the system has no such limits (Windows), the caller's timeout remains."""
    try:
        import resource  # noqa: PLC0415 - only Unix has it
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        _, bound = resource.getrlimit(what)  # that of the caller, which only root may raise
        least = most if bound == resource.RLIM_INFINITY else min(most, bound)
        resource.setrlimit(what, (least, least))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(kind: str, path: str, memory: str, seconds: str) -> None:
    """Read a file and write its sheets to standard output; the caller is `sheets_of`."""
    _limit(int(memory), int(seconds))
    from dluhy.intake.spreadsheets import read_sheets  # noqa: PLC0415 - under the limits

    try:
        grids, problems = read_sheets(Path(path), kind), []
    except InputError as error:
        grids, problems = [], error.problems
    except MemoryError:
        sys.exit(1)
    except Exception:  # noqa: BLE001 - whatever a reader raises on a damaged file
        grids = []
        problems = [
            Problem("unreadable", "soubor", f"soubor není čitelný jako {kind}", f"the file is not readable as {kind}")
        ]
    sheets = [
        {"name": sheet.name, "merged": [(m.position, m.first, m.last) for m in sheet.merged],
         "errors": sheet.errors, "notes": sheet.notes}
        for sheet in grids
    ]  # fmt: skip
    out = sys.stdout.buffer
    _send(out, msgspec.json.encode(_Head(sheets, problems)))
    for sheet in grids:
        cells = io.BytesIO()
        sheet.cells.write_ipc_stream(cells)
        _send(out, cells.getvalue())
    out.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])

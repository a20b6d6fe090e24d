"""Lists of invented people for the benchmark of the service: as rows of a document, a workbook, a long stream."""

from __future__ import annotations

import sys
import time
from datetime import date
from http.client import HTTPConnection
from io import BytesIO
from typing import TYPE_CHECKING, Final

import msgspec
from attrs import frozen
from service_load import Asked
from service_process import HOST, ROOT, memory_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    import polars as pl
    from service_process import Server

SEED: Final = 11
AS_OF: Final = date(2026, 11, 21)
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NDJSON: Final = "application/x-ndjson"
PATH: Final = f"/v1/minors/checks?as_of={AS_OF}"
_PLACES: Final = ROOT / "fixtures" / "obce_karlovarsky.csv"
_LABELS: Final = ("expected", "scenario")
_NAMES: Final = ("first_name", "last_name")
_DISTINCT: Final = 50_000
_PIECE: Final = 1 << 18
_MIB: Final = 1 << 20


@frozen
class Sent:
    """One long request: how long it took, its processor seconds, the most memory of the server with its children.

    `peak_mib` counts what processes share once, `unshared_mib` in each of them.
    """

    seconds: float
    cpu: float
    peak_mib: float
    unshared_mib: float
    bytes_out: int


def people(rows: int) -> pl.DataFrame:
    """Return rows of invented people, those of each person together."""
    sys.path.insert(0, str(ROOT))
    from fixtures.generator import generate

    return generate(rows, SEED, _PLACES)


def documents(rows: int, different: int) -> Asked:
    """Return so many lists, each a document of so many rows with names."""
    made = people(rows * different).drop(_LABELS)
    bodies = [_document(made.slice(at * rows, rows)) for at in range(different)]
    return Asked("/v1/minors/checks", tuple(bodies), tuple(map(checked, bodies)))


def _document(frame: pl.DataFrame) -> bytes:
    rows = [{name: value for name, value in row.items() if value is not None} for row in frame.to_dicts()]
    return msgspec.json.encode({"as_of": AS_OF, "rows": rows})


def checked(body: bytes) -> bytes:
    """Return the library's answer to a document of rows."""
    from dluhy import check_rows
    from dluhy.report.export import write_stream

    held = BytesIO()
    write_stream(check_rows(msgspec.json.decode(body)), held, "json", "cs")
    return held.getvalue()


def write_workbook(rows: int, path: Path) -> None:
    """Write a workbook as offices export them."""
    made = people(rows)
    from fixtures.generator import to_czech_table, write_xlsx

    write_xlsx(to_czech_table(made), path)


def checked_workbook(path: Path) -> bytes:
    """Return the library's result of a workbook, as JSON."""
    from dluhy import check_list
    from dluhy.report.export import write_stream

    held = BytesIO()
    write_stream(check_list(path, AS_OF), held, "json", "cs")
    return held.getvalue()


def write_lines(size: int, path: Path) -> int:
    """Write an NDJSON list of at least so many bytes, people under codes only; return how many rows it has."""
    import polars as pl

    made = people(_DISTINCT).drop(*_NAMES, *_LABELS)
    rows, copies = 0, 0
    with path.open("wb") as target:
        while target.tell() < size:
            for row in made.with_columns(pl.format("{}/{}", "person_id", pl.lit(copies))).iter_rows(named=True):
                target.write(msgspec.json.encode({name: value for name, value in row.items() if value is not None}))
                target.write(b"\n")
                rows += 1
                if target.tell() >= size:
                    break
            copies += 1
    return rows


def judged_lines(path: Path) -> int:
    """Judge the lines of a list by the library alone, as they come; return the bytes of the result."""
    from dluhy.bulk.stream import ListStream
    from dluhy.report.stream import StreamWriter

    writer = StreamWriter(ListStream(AS_OF), "cs", None)
    with path.open("rb") as source:
        written = sum(len(part) for piece in _pieces(source) for part in writer.feed(piece))
    return written + sum(map(len, writer.finish()))


def send_file(server: Server, path: Path, kind: str, accept: str) -> Sent:
    """Send a file as a body, read the answer while it is sent, and watch the memory of the server and its children."""
    before, start = server.cpu(), time.perf_counter()
    with memory_of(server) as memory:
        size = _exchanged(server, path, kind, accept)
    return Sent(time.perf_counter() - start, server.cpu() - before, memory.peak / _MIB,
                memory.peak_unshared / _MIB, size)  # fmt: skip


def _exchanged(server: Server, path: Path, kind: str, accept: str) -> int:
    """Return the bytes of the answer; a thread reads them, as the server stops taking while nobody does."""
    import threading

    connection = HTTPConnection(HOST, server.port, timeout=3_600)
    connection.putrequest("POST", PATH)
    stated = {"Authorization": server.key, "Content-Type": kind, "Accept": accept,
              "Content-Length": str(path.stat().st_size)}  # fmt: skip
    for name, value in stated.items():
        connection.putheader(name, value)
    connection.endheaders()

    def send() -> None:
        with path.open("rb") as source:
            for piece in _pieces(source):
                connection.send(piece)

    sending = threading.Thread(target=send)
    sending.start()
    answer, size = connection.getresponse(), 0
    while piece := answer.read(_PIECE):
        size += len(piece)
    sending.join()
    if answer.status != 200:  # noqa: PLR2004
        sys.exit(f"a file of the benchmark was refused: {answer.status}")
    return size


def _pieces(source: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: source.read(_PIECE), b"")

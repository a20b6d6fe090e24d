"""Measures the service over HTTP against named floors and peers, all in one run; prints their table.

    python benchmarks/service.py [--rounds 3] [--seconds 3] [--only rows,documents,...] [--peer .peer]

The server runs as an operator runs it, one worker, with keys, limits and its log. The floors are a bare Litestar
application that echoes the same body under the same server, the library alone in a loop over batches of the same size,
and openfisca-czechia served by its own program where its environment is there (`peer/README.md`). Floor and service
take turns, figures are medians of the rounds; a sample of the answers is held against the library's under the load.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Final

import service_lists as lists
import service_peer as peer
import service_work as work
from attrs import define
from service_load import Asked, Load, burst, load
from service_process import PATHS, ROOT, Server, echo, service

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CONNECTIONS: Final = (1, 16, 128)
TOGETHER: Final = 16
LIST_ROWS: Final = 100
BOOK_ROWS: Final = 10_000
STREAM_BYTES: Final = 100_000_000
_MICRO: Final = 1e6


@define
class Run:
    """The servers of a run and how long each load lasts."""

    server: Server
    floor: Server
    folder: Path
    rounds: int
    seconds: float

    def service(self, asked: Asked, connections: int) -> Load:
        """Load the service once."""
        return load(self.server, asked, connections, self.seconds, self.folder)

    def echo(self, asked: Asked, connections: int) -> Load:
        """Load the floor once with the same bodies."""
        return load(self.floor, Asked("/echo", asked.bodies), connections, self.seconds, self.folder)


def main() -> None:
    """Run the benchmarks that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each load")
    parser.add_argument("--seconds", type=float, default=3, help="seconds of each load")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, with commas between")
    parser.add_argument("--peer", type=Path, default=ROOT / ".peer", help="the peer's environment")
    options = parser.parse_args()
    sys.path[:0] = PATHS
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    print("| workload | service | floor or peer in the same run | ratio |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with service(folder) as server, echo("litestar", folder) as floor:
            run = Run(server, floor, folder, options.rounds, options.seconds)
            for name in options.only.split(","):
                PARTS[name](run)
        if program := peer.program_of(options.peer):
            against_peer(program, options.rounds, options.seconds, folder)
    print(f"load average {os.getloadavg()[0]:.1f}")


def rows(run: Run) -> None:
    """Single payments against the echo of their bodies and against the library in batches of as many as ask at once."""
    asked = work.rows()
    for connections in CONNECTIONS:
        works = _library_of(asked.bodies[:connections])
        floors, loads = [], []
        costs: dict[str, list[work.Cost]] = {how: [] for how in works}
        for _ in range(run.rounds):
            floors.append(run.echo(asked, connections))
            loads.append(run.service(asked, connections))
            for how, costs_of in costs.items():
                costs_of.append(work.loop_of(works[how], connections))
        name = f"single payments, {connections} connections"
        _against(name, loads, floors, "echo")
        for how, costs_of in costs.items():
            _batches(name, loads, how, costs_of)


def _library_of(batch: Sequence[bytes]) -> dict[str, Callable[[], object]]:
    """Return what the library does with a batch: from bytes, from what was read, and the computation alone."""
    read = work.read_of_rows(batch)
    return {
        "from bytes to bytes": lambda: work.answers_of_rows(batch),
        "read before, bytes out": lambda: work.computed_of_rows(read),
        "a frame in, a frame out": work.frame_of_rows(batch),
    }


def documents(run: Run) -> None:
    """Explained deductions of one payer against the library one by one."""
    asked, loads, floors = work.documents(), [], []
    for _ in range(run.rounds):
        loads.append(run.service(asked, TOGETHER))
        floors.append(work.loop_of(lambda: list(map(work.document_answer, asked.bodies[:TOGETHER])), TOGETHER))
    _batches("explained deductions, 16 connections", loads, "the library one by one", floors)


def screenings(run: Run) -> None:
    """Sixteen cases at the same moment, small and large, against `screen_many` over sixteen."""
    _screenings(run, "one debt", work.screenings(work.small(), TOGETHER))
    _screenings(run, "ten debts", work.screenings(work.large(), TOGETHER))


def _screenings(run: Run, name: str, asked: Asked) -> None:
    _bursts(run, f"16 screenings at once, {name}", asked, "`screen_many`", lambda: list(work.screened(asked.bodies)))


def minors(run: Run) -> None:
    """Sixteen lists of a hundred rows at the same moment against the library one by one."""
    asked = lists.documents(LIST_ROWS, TOGETHER)
    _bursts(
        run,
        f"16 lists of {LIST_ROWS} rows at once",
        asked,
        "the library one by one",
        lambda: list(map(lists.checked, asked.bodies)),
    )


def law(run: Run) -> None:
    """One rule of the law against the echo."""
    asked = Asked("/v1/rules/W2", (b"",), method="GET")
    loads, floors = [], []
    for _ in range(run.rounds):
        loads.append(run.service(asked, 16))
        floors.append(run.echo(asked, 16))
    _against("the rule W2, 16 connections", loads, floors, "echo")


def upload(run: Run) -> None:
    """A workbook uploaded, against the library from the same file."""
    path = run.folder / "seznam.xlsx"
    lists.write_workbook(BOOK_ROWS, path)
    _file(run, f"workbook of {BOOK_ROWS:,} rows, as JSON", path, (lists.XLSX, "application/json"),
          lambda: lists.checked_workbook(path))  # fmt: skip


def stream(run: Run) -> None:
    """A long NDJSON list streamed through, against the library over the same lines."""
    path = run.folder / "seznam.ndjson"
    count = lists.write_lines(STREAM_BYTES, path)
    _file(run, f"stream of {path.stat().st_size / 1e6:.0f} MB, {count:,} rows", path, (lists.NDJSON, lists.NDJSON),
          lambda: lists.judged_lines(path))  # fmt: skip


PARTS: Final = {part.__name__: part for part in (rows, documents, screenings, minors, law, upload, stream)}


def against_peer(program: Path, rounds: int, seconds: float, folder: Path) -> None:
    """Single deductions by the peer's served interface."""
    asked = peer.asked()
    with peer.served(program) as server:
        for connections in (1, 16):
            loads = [load(server, asked, connections, seconds, folder) for _ in range(rounds)]
            _row(f"openfisca-czechia served, {connections} connections", _told(loads), "–", "–")


def _bursts(run: Run, name: str, asked: Asked, how: str, library: Callable[[], object]) -> None:
    burst(run.server, asked, TOGETHER)
    loads, floors = [], []
    for _ in range(run.rounds):
        loads.append(burst(run.server, asked, TOGETHER))
        floors.append(work.loop_of(library, TOGETHER))
    _batches(name, loads, how, floors)


def _file(run: Run, name: str, path: Path, kinds: tuple[str, str], library: Callable[[], object]) -> None:
    library()
    sent, floors = [], []
    with service(run.folder) as fresh:
        for _ in range(run.rounds):
            sent.append(lists.send_file(fresh, path, *kinds))
            wall, cpu = perf_counter(), process_time()
            library()
            floors.append((perf_counter() - wall, process_time() - cpu))
    seconds, cpu = median(each.seconds for each in sent), median(each.cpu for each in sent)
    wall, used = median(each[0] for each in floors), median(each[1] for each in floors)
    peak, unshared = max(each.peak_mib for each in sent), max(each.unshared_mib for each in sent)
    _row(name, f"{seconds:.1f} s, {cpu:.1f} s CPU, peak {peak:.0f} MiB (sum of RSS {unshared:.0f}) with children",
         f"the library {wall:.1f} s, {used:.1f} s CPU", f"{seconds / wall:.2f} ×, CPU {cpu / used:.2f} ×")  # fmt: skip


def _against(name: str, loads: Sequence[Load], floors: Sequence[Load], floor: str) -> None:
    ratio = median(each.rate for each in loads) / median(each.rate for each in floors)
    cpu = median(each.cost for each in loads) / median(each.cost for each in floors)
    _row(name, _told(loads), f"{floor} {_told(floors)}", f"{ratio:.0%} of its rate, CPU {cpu:.1f} ×")


def _batches(name: str, loads: Sequence[Load], how: str, floors: Sequence[work.Cost]) -> None:
    wall, cpu = median(each.wall for each in floors), median(each.cpu for each in floors)
    ratio, cost = median(each.rate for each in loads) * wall, median(each.cost for each in loads)
    _row(name, _told(loads), f"{how} {1 / wall:,.0f}/s, {cpu * _MICRO:,.0f} µs CPU",
         f"{ratio:.0%} of its rate, CPU {cost / cpu / _MICRO:.1f} ×")  # fmt: skip


def _told(loads: Sequence[Load]) -> str:
    """Return the figures of some loads; ends the run where an answer was none or another than the library's."""
    failed, wrong = sum(each.failed for each in loads), sum(each.wrong for each in loads)
    if failed or wrong or not all(each.requests for each in loads):
        sys.exit(f"{failed} requests failed, {wrong} answers of a sample differ from the library's")
    rate, cost = median(each.rate for each in loads), median(each.cost for each in loads)
    p50, p99 = median(each.p50 for each in loads), median(each.p99 for each in loads)
    batch = median(each.batch for each in loads)
    told = f"{rate:,.0f}/s, p50 {p50:.1f} ms, p99 {p99:.1f} ms, {cost:,.0f} µs CPU"
    return f"{told}, batches of {batch:.1f}" if batch else told


def _row(name: str, figure: str, floor: str, ratio: str) -> None:
    print(f"| {name} | {figure} | {floor} | {ratio} |", flush=True)


if __name__ == "__main__":
    main()

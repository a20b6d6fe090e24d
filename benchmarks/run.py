"""Prints ratios of stated workloads against named floors, all measured in this run on this machine.

Absolute times on a shared machine mislead; the ratio of two things measured one after the other misleads less.
Each figure is the median of several runs. `python tasks.py bench` runs everything but the ten-million list;
`--large` adds that; `--books` measures workbooks instead. The service over HTTP has a program of its own, `service.py`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
HUNDRED_THOUSAND = 100_000
MILLION = 1_000_000


def main() -> None:
    """Run the benchmarks and print their table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="also ten million rows")
    parser.add_argument("--books", action="store_true", help="only a workbook of 100,000 rows, once")
    parser.add_argument("--runs", type=int, default=3, help="counted runs of each workload")
    options = parser.parse_args()
    print("| workload | figure | floor | ratio |")
    print("|---|---|---|---|")
    if options.books:
        with tempfile.TemporaryDirectory() as folder:
            for rows in (HUNDRED_THOUSAND,):
                workbook(rows, Path(folder))
        return
    start_up(options.runs)
    pack_load(options.runs)
    one_row(options.runs)
    one_case(options.runs)
    deductions(options.runs)
    households(options.runs)
    exclusion(options.runs)
    with tempfile.TemporaryDirectory() as folder:
        for rows in [MILLION, 10 * MILLION] if options.large else [MILLION]:
            long_list(rows, options.runs, Path(folder))


def start_up(runs: int) -> None:
    """`dluhy --help` against the interpreter alone."""
    ours = _whole([sys.executable, "-m", "dluhy", "--help"], runs)
    floor = _whole([sys.executable, "-c", "pass"], runs)
    _row("`dluhy --help`, whole process", f"{ours * 1e3:.0f} ms", f"python alone {floor * 1e3:.0f} ms", ours / floor)
    one = _whole([sys.executable, str(HERE / "workload.py"), "one-file"], runs)
    _row(
        "one list of one row from a cold start to NDJSON",
        f"{one * 1e3:.0f} ms",
        f"python alone {floor * 1e3:.0f} ms",
        one / floor,
    )


def pack_load(runs: int) -> None:
    """Loading and checking the pack against parsing its TOML."""
    ours, floor = _inside("pack", runs)
    _row("load and check the pack", f"{ours * 1e3:.1f} ms", f"parsing its TOML {floor * 1e3:.1f} ms", ours / floor)


def one_row(runs: int) -> None:
    """One row judged, against a frame of the same width made and copied; and the same in a batch."""
    ours, floor = _inside("one-row", runs)
    _row(
        "judge one row (all children's rules)",
        f"{ours * 1e3:.1f} ms",
        f"one added column {floor * 1e3:.2f} ms",
        ours / floor,
    )
    batch, alone = _inside("batch", runs)
    _row(
        "judge a row in a batch of 1,000",
        f"{batch * 1e6:.0f} µs",
        f"the same row alone {alone * 1e6:.0f} µs",
        batch / alone,
    )


def one_case(runs: int) -> None:
    """One client's case document screened, against judging its rows alone."""
    ours, floor = _inside("case", runs)
    _row(
        "screen one case of four debts, from its bytes to a report",
        f"{ours * 1e3:.0f} ms",
        f"judging its rows {floor * 1e3:.0f} ms",
        ours / floor,
    )


def deductions(runs: int) -> None:
    """One deduction with its trace, and a million at once, against the same formula written out with constants.

    `benchmarks/deductions_peer.py` measures both against another program.
    """
    ours, floor = _inside("deduction", runs)
    _row("one deduction with steps and provisions", f"{ours * 1e6:.0f} µs",
         f"the bare formula in integers {floor * 1e6:.1f} µs", ours / floor)  # fmt: skip
    for name, told in (("deductions", "one month"), ("deductions-mixed", "months of eleven years")):
        ours, floor = _inside(name, runs)
        _row(f"{MILLION:,} deductions of {told}", f"{1 / ours:.1f} M rows/s",
             f"the bare polars formula of one month {1 / floor:.1f} M rows/s", ours / floor)  # fmt: skip


def households(runs: int) -> None:
    """One picture of a household, and many net wages, benefits and sets of indicators against simple floors."""
    ours, floor = _inside("household", runs)
    _row("one household: budget, minimum, benefits, indicators, triage, from its file", f"{ours * 1e3:.0f} ms",
         f"judging the debts of the case {floor * 1e3:.0f} ms", ours / floor)  # fmt: skip
    for name, what, against in (
        ("net-wages", "net wages", "a bare formula of one month"),
        ("assistance", "estimates of the social assistance benefit", "the bare formula of net wages"),
        ("indicators", "households with all indicators", "one added sum"),
    ):
        ours, floor = _inside(name, runs)
        _row(what, f"{1 / ours / 1e6:.2f} M rows/s", f"{against} {1 / floor / 1e6:.1f} M rows/s", ours / floor)


def exclusion(runs: int) -> None:
    """The index of social exclusion of every municipality, of a frame and from a file to a file."""
    ours, floor = _inside("index", runs)
    _row("index of social exclusion, 6,258 municipalities in a frame", f"{ours * 1e3:.0f} ms",
         f"one sum of all columns {floor * 1e3:.2f} ms", ours / floor)  # fmt: skip
    ours, floor = _inside("index-file", runs)
    _row(
        "the same from a file to CSV",
        f"{ours * 1e3:.0f} ms",
        f"reading and writing it {floor * 1e3:.0f} ms",
        ours / floor,
    )


def long_list(rows: int, runs: int, folder: Path) -> None:
    """A shuffled list Parquet to Parquet, against reading and writing with nothing between."""
    source = folder / f"list-{rows}.parquet"
    _output(["write-list", str(rows), str(source)])
    ours, memory = _process(["check", str(source), str(folder / "out.parquet")], runs)
    floor, floor_memory = _process(["copy", str(source), str(folder / "copy.parquet")], runs)
    _row(f"list check, {rows:,} rows, Parquet to Parquet", f"{rows / ours / 1e6:.2f} M rows/s, peak {memory:.0f} MiB",
         f"read and write {rows / floor / 1e6:.2f} M rows/s, peak {floor_memory:.0f} MiB", ours / floor)  # fmt: skip
    source.unlink()


def workbook(rows: int, folder: Path) -> None:
    """A workbook into a workbook, against reading it and writing the sheets of the result with nothing between."""
    source, result = folder / f"list-{rows}.xlsx", folder / "result.xlsx"
    _output(["write-book", str(rows), str(source)])
    ours, memory = _process(["check-book", str(source), str(result)], 1)
    floor, floor_memory = _process(["copy-book", str(source), str(result), str(folder / "copy.xlsx")], 1)
    _row(f"list check, {rows:,} rows, XLSX to the workbook", f"{ours:.1f} s, peak {memory:.0f} MiB",
         f"read and write {floor:.1f} s, peak {floor_memory:.0f} MiB", ours / floor)  # fmt: skip


def _whole(command: list[str], runs: int) -> float:
    def once() -> float:
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - start

    return _median(once, max(runs, 5))


def _inside(name: str, runs: int) -> tuple[float, float]:
    """Run a workload in a process of its own that times itself; returns its figure and its floor, in seconds."""
    parts = [json.loads(_output(["inside", name])) for _ in range(runs)]
    return statistics.median(part[0] for part in parts), statistics.median(part[1] for part in parts)


def _process(arguments: list[str], runs: int) -> tuple[float, float]:
    """Return the median seconds and the largest peak memory (MiB) of a workload run as a process."""
    parts = [json.loads(_output(arguments)) for _ in range(runs)]
    return statistics.median(part[0] for part in parts), max(part[1] for part in parts)


def _output(arguments: list[str]) -> str:
    run = subprocess.run(
        [sys.executable, str(HERE / "workload.py"), *arguments], check=True, capture_output=True, text=True
    )
    return run.stdout


def _median(once: Callable[[], float], runs: int) -> float:
    once()
    return statistics.median(once() for _ in range(runs))


def _row(workload_name: str, figure: str, floor: str, ratio: float) -> None:
    print(f"| {workload_name} | {figure} | {floor} | {ratio:.2f} × |", flush=True)


if __name__ == "__main__":
    main()

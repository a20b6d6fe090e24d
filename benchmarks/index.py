"""The index of social exclusion of all municipalities: of a frame, and from a file to a file with its floor.

`python benchmarks/index.py` measures invented inputs, `python benchmarks/index.py FILE --year 2023` a file of your own.
The goal is a second for 6,258 municipalities.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Callable

YEAR = 2023
GOAL = 1.0
ROUNDS = 9
PUPILS = 400


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="inputs of the index; invented ones for none")
    parser.add_argument("--year", type=int, default=YEAR)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = options.file or invented_file(Path(folder) / "vstupy.csv")
        alone, floor, rows = computing(source, options.year)
        whole, copying = from_file_to_file(source, options.year, Path(folder))
    print(f"| workload, {rows:,} municipalities | figure | floor | ratio | goal | met |\n|---|---|---|---|---|---|")
    met = "yes" if alone < GOAL else "**no**"
    print(f"| the index of a frame | {alone * 1e3:.0f} ms | one sum of all its columns {floor * 1e3:.2f} ms "
          f"| {alone / floor:.0f} × | {GOAL:.0f} s | {met} |")  # fmt: skip
    met = "yes" if whole < GOAL else "**no**"
    print(f"| from a file to CSV | {whole * 1e3:.0f} ms | reading it and writing the same rows {copying * 1e3:.0f} ms "
          f"| {whole / copying:.1f} × | {GOAL:.0f} s | {met} |")  # fmt: skip


def invented() -> pl.DataFrame:
    """Return invented inputs of every municipality: counts of a pattern, a school in every fourth."""
    from dluhy import places

    people = pl.col("inhabitants_15plus")
    number = pl.int_range(0, pl.len())
    own = number % 4 == 0
    return places.frame().select(
        "code",
        inhabitants_15plus=people,
        inhabitants_15_64=people * 3 // 4,
        exe=people * (number % 23) // 100,
        pnb_payments=people * 12 * (number % 7) // 100,
        pnz_payments=people * 12 * (number % 5) // 200,
        uoz6=people * 3 // 4 * (number % 6) // 100,
        po_zs=pl.when(own).then(number % 20),
        po_zs_base=pl.when(own).then(number % PUPILS + 20),
        own_school=own,
        school=pl.when(~own).then(pl.col("code").gather(number - number % 4)),
    )


def invented_file(path: Path) -> Path:
    """Write invented inputs as people would send them."""
    yes_no = pl.when("own_school").then(pl.lit("ano")).otherwise(pl.lit("ne"))
    invented().with_columns(own_school=yes_no).write_csv(path, separator=";")
    return path


def computing(source: Path, year: int) -> tuple[float, float, int]:
    """Return the seconds of the index of a file's rows once read, those of one sum over them, and their number."""
    from dluhy.law.pack import default_pack
    from dluhy.municipal.index.computing import index_of
    from dluhy.municipal.index.files import read_inputs

    pack = default_pack()
    frame = read_inputs(source, year, pack).frame
    ours = median(lambda: index_of(frame, year, pack))
    return ours, median(lambda: frame.select(pl.sum_horizontal(pl.col(pl.Int64)))), frame.height


def from_file_to_file(source: Path, year: int, folder: Path) -> tuple[float, float]:
    """Return the seconds from a file to the index as CSV, and of reading and writing with nothing between."""
    from dluhy.law.pack import default_pack
    from dluhy.municipal.index.computing import index_of
    from dluhy.municipal.index.files import read_inputs

    pack, target = default_pack(), folder / "index.csv"
    result = index_of(read_inputs(source, year, pack).frame, year, pack)
    table = folder / "opis.parquet"
    result.write_parquet(table)

    def ours() -> None:
        index_of(read_inputs(source, year, pack).frame, year, pack).write_csv(target, separator=";")

    def floor() -> None:
        if source.suffix == ".csv":
            pl.read_csv(source, separator=";", infer_schema=False, truncate_ragged_lines=True)
        pl.read_parquet(table).write_csv(target, separator=";")

    return median(ours), median(floor)


def median(work: Callable[[], object]) -> float:
    """Return the median seconds of a piece of work, after one round that is not counted."""
    work()
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    main()

"""A Parquet list of any length -> compact results in Parquet, in flat memory and in the order of the list.

Three phases: rows go to buckets by person, so that each bucket holds whole people; each bucket is judged by the one
path; the results are put back into the order of the list, a range of rows at a time.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import polars as pl
from attrs import define, field, frozen

from dluhy import receipt as receipts
from dluhy.checking import JOB
from dluhy.children.check import TOPIC, Checker, checker
from dluhy.facts.schema import FACTS
from dluhy.intake.columns import Columns, recognise
from dluhy.intake.lists import REJECT_SCHEMA, ReconciliationError, clean
from dluhy.intake.readers import ROW, RawList, file_digest
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt

ROWS_A_BUCKET = 250_000
ROWS_A_RANGE = 1_000_000
_BUCKET = "bucket"


@frozen
class BulkResult:
    """What a bulk check leaves: the receipt, the rejected cells, and sums of money in haléře."""

    receipt: Receipt
    receipt_path: Path
    rejected: pl.DataFrame
    sums: dict[str, tuple[int, int, int]]


@define
class _Run:
    """One run: what it judges by, where it works, and the counts and sums gathered bucket by bucket."""

    judge: Checker
    as_of: date
    columns: Columns
    work: Path
    rows: int = 0
    judged: int = 0
    schema: pl.Schema = field(factory=pl.Schema)
    rejected: list[pl.DataFrame] = field(factory=list)
    sums: dict[str, tuple[int, int, int]] = field(factory=dict)

    def judge_bucket(self, number: int, cells: pl.DataFrame) -> None:
        """Judge whole people and lay the results aside by ranges of rows."""
        intake = clean(RawList(cells, self.columns.headers, "parquet", ""), self.columns, self.judge.pack)
        result = self.judge.judge_compact(intake.facts, self.as_of)
        self.schema = result.schema
        self.rows += cells.height
        self.judged += result.height
        self.rejected += [intake.rejected] if intake.rejected.height else []
        for name, parts in intake.sums.items():
            before = self.sums.get(name, (0, 0, 0))
            self.sums[name] = (before[0] + parts[0], before[1] + parts[1], before[2] + parts[2])
        for (part,), rows in result.group_by(pl.col(ROW) // ROWS_A_RANGE, maintain_order=True):
            folder = self.work / f"range-{part}"
            folder.mkdir(exist_ok=True)
            rows.write_parquet(folder / f"{number}.parquet", compression="lz4", statistics=False)

    def require_all(self, rows: int) -> None:
        """Raise ReconciliationError unless every row of the list was judged or rejected."""
        rejected = sum(part[ROW].n_unique() for part in self.rejected)
        if (self.rows, self.judged + rejected) != (rows, rows):
            msg = f"{rows} rows in, {self.rows} read, {self.judged} judged, {rejected} rejected"
            raise ReconciliationError(msg)


def check_parquet(source: Path, target: Path, as_of: date, pack: Pack | None = None) -> BulkResult:
    """Check a Parquet list into a Parquet file of compact results, with its receipt beside it.

    The list needs the column `person_id`. Raises InputError if the file cannot be used, HorizonError if the pack does
    not know the day, ReconciliationError if rows or money do not add up.
    """
    judge = checker(pack)
    judge.pack.require_known(TOPIC, as_of)
    columns = _columns(source)
    with tempfile.TemporaryDirectory(prefix="dluhy-", dir=target.resolve().parent) as folder:
        run = _Run(judge, as_of, columns, Path(folder))
        rows = pl.scan_parquet(source).select(pl.len()).collect().item()
        for number, cells in enumerate(_buckets(source, columns, rows, run.work)):
            run.judge_bucket(number, cells)
        run.require_all(rows)
        ranges = [_ordered(run, number) for number in range(rows // ROWS_A_RANGE + 1)]
        receipt = receipts.make(
            judge.pack,
            job=JOB,
            as_of=as_of,
            input_sha256=file_digest(source),
            rows_judged=run.judged,
            rows_rejected=rows - run.judged,
            result_sha256=receipts.result_hash(pl.read_parquet(path) for path in ranges),
        )
        metadata = {"dluhy.receipt": msgspec.json.encode(receipt).decode()}
        pl.scan_parquet(ranges).sink_parquet(target, metadata=metadata, maintain_order=True)
    beside = receipts.path_beside(target)
    beside.write_bytes(receipts.to_json(receipt))
    rejected = pl.concat([pl.DataFrame(schema=REJECT_SCHEMA), *run.rejected]).sort(ROW, "column")
    return BulkResult(receipt, beside, rejected, run.sums)


def _columns(source: Path) -> Columns:
    try:
        headers = tuple(pl.scan_parquet(source).collect_schema().names())
    except (OSError, pl.exceptions.PolarsError) as error:
        raise InputError(
            [
                Problem(
                    "unreadable", source.name, "soubor není čitelný jako parquet", "the file is not readable as parquet"
                )
            ]
        ) from error
    columns, problems = recognise(headers)
    if "person_id" not in columns.positions:
        problems.append(
            Problem("column_missing", "person_id", "chybí sloupec „person_id“", "the column “person_id” is missing")
        )
    if problems:
        raise InputError(problems)
    wanted = {"person_id", "birth_number", *FACTS}
    kept = {meaning: position for meaning, position in columns.positions.items() if meaning in wanted}
    return Columns(kept, headers, columns.unused)


def _buckets(source: Path, columns: Columns, rows: int, work: Path) -> Iterator[pl.DataFrame]:
    """Yield frames of cells that each hold whole people, rows in the order of the list."""
    named = {columns.headers[position]: f"{position}" for position in columns.positions.values()}
    cells = pl.scan_parquet(source, row_index_name=ROW, row_index_offset=1).select(
        pl.col(ROW).cast(pl.UInt32), *(pl.col(header).alias(name) for header, name in named.items())
    )
    count = rows // ROWS_A_BUCKET + 1
    if count == 1:
        yield cells.collect()
        return
    person = pl.col(f"{columns.positions['person_id']}").cast(pl.String)
    alone = pl.coalesce(person, pl.col(ROW).cast(pl.String))
    keyed = cells.with_columns((alone.hash(seed=0) % count).cast(pl.UInt32).alias(_BUCKET))
    keyed.sink_parquet(
        pl.PartitionBy(work / "in", key=_BUCKET, include_key=False), mkdir=True, compression="lz4", statistics=False
    )
    for folder in sorted((work / "in").iterdir()):
        yield pl.read_parquet(folder / "*.parquet").sort(ROW)


def _ordered(run: _Run, number: int) -> Path:
    """Put the results of one range of rows into the order of the list; return the file."""
    folder = run.work / f"range-{number}"
    pieces = sorted(folder.glob("*.parquet")) if folder.is_dir() else []
    parts = [pl.DataFrame(schema=run.schema), *(pl.read_parquet(piece) for piece in pieces)]
    target = run.work / f"ordered-{number}.parquet"
    pl.concat(parts).sort(ROW).write_parquet(target, compression="lz4")
    return target

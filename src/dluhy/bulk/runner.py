"""A Parquet list of any length -> compact results in Parquet, in flat memory and in the order of the list.

Three phases: rows go to buckets by person, so that each bucket holds whole people; each bucket is judged by the one
path; the results are put back into the order of the list, a range of rows at a time.
"""

from __future__ import annotations

import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import polars as pl
from attrs import evolve, frozen

from dluhy import receipt as receipts
from dluhy.checking import JOB
from dluhy.children.check import TOPIC, Checker, bit_names, checker
from dluhy.facts.schema import FACTS
from dluhy.intake.columns import PERSONAL, Columns, recognise
from dluhy.intake.grids import ROW
from dluhy.intake.lists import IDENTITY, ReconciliationError, clean
from dluhy.intake.readers import RawList, file_digest, require_plain_types
from dluhy.intake.years import PART
from dluhy.problems import InputError, Problem, not_opened

if TYPE_CHECKING:
    from datetime import date

    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt

ROWS_A_BUCKET = 200_000
AT_ONCE = 2  # buckets judged at the same time: one alone does not keep two cores busy
ROWS_A_RANGE = 1_000_000  # rows read into buckets at a time, and put back into order at a time
_BUCKET = "bucket"
_NUMBER = "number of the row in the file"


@frozen
class BulkResult:
    """What a bulk check leaves: the receipt, the rejected cells, and sums of money in haléře."""

    receipt: Receipt
    receipt_path: Path
    rejected: pl.DataFrame
    sums: dict[str, tuple[int, int, int]]


@frozen
class _Part:
    """What the judging of one bucket leaves, beside the files it wrote."""

    rows: int
    judged: int
    rejected: pl.DataFrame
    sums: dict[str, tuple[int, int, int]]
    schema: pl.Schema


@frozen
class _Run:
    """One run: what it judges by and where it works."""

    judge: Checker
    as_of: date
    columns: Columns
    work: Path

    def judge_bucket(self, number: int, source: pl.LazyFrame) -> _Part:
        """Judge whole people and lay the results aside by ranges of rows."""
        cells = source.sort(ROW).collect()
        intake = clean(RawList(cells, self.columns, "parquet", ""), self.judge.pack, self.as_of)
        result = self.judge.judge_compact(intake.facts, self.as_of)
        for (part,), rows in result.group_by(pl.col(ROW) // ROWS_A_RANGE, maintain_order=True):
            folder = self.work / f"range-{part}"
            folder.mkdir(exist_ok=True)
            rows.write_ipc(folder / f"{number}.arrow")
        return _Part(cells.height, result[ROW].n_unique(), intake.rejected, intake.sums, result.schema)


def _require_all(rows: int, parts: list[_Part]) -> None:
    """Raise ReconciliationError unless every row of the list was judged or rejected."""
    read, judged = sum(part.rows for part in parts), sum(part.judged for part in parts)
    rejected = sum(part.rejected[ROW].n_unique() for part in parts)
    if (read, judged + rejected) != (rows, rows):
        msg = f"{rows} rows in, {read} read, {judged} judged, {rejected} rejected"
        raise ReconciliationError(msg)


def _added(parts: list[_Part]) -> dict[str, tuple[int, int, int]]:
    sums: dict[str, tuple[int, int, int]] = {}
    for part in parts:
        for name, (total, judged, rejected) in part.sums.items():
            before = sums.get(name, (0, 0, 0))
            sums[name] = (before[0] + total, before[1] + judged, before[2] + rejected)
    return sums


def check_parquet(source: Path, target: Path, as_of: date, pack: Pack | None = None) -> BulkResult:
    """Check a Parquet list into a Parquet file of compact results, with its receipt beside it.

    The list needs the column `person_id`, and may hold no names or birth numbers (`takes` tells); the result is that of
    `check_list`. Raises InputError if the file cannot be used, HorizonError if
    the pack does not know the day, ReconciliationError if rows or money do not add up.
    """
    judge = checker(pack)
    judge.pack.require_known(TOPIC, as_of)
    columns = _columns(source)
    try:
        return _checked(source, target, as_of, judge, columns)
    except (pl.exceptions.ComputeError, pl.exceptions.PanicException):
        raise InputError([_unreadable(source)]) from None


def _checked(source: Path, target: Path, as_of: date, judge: Checker, columns: Columns) -> BulkResult:
    with tempfile.TemporaryDirectory(prefix="dluhy-", dir=target.resolve().parent) as folder:
        run = _Run(judge, as_of, columns, Path(folder))
        rows = pl.scan_parquet(source, glob=False).select(pl.len()).collect().item()
        buckets = _buckets(source, columns, rows, run.work)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            parts = list(pool.map(run.judge_bucket, range(len(buckets)), buckets))
        _require_all(rows, parts)
        judged = sum(part.judged for part in parts)
        ranges = [_ordered(run.work, parts[0].schema, number) for number in range(rows // ROWS_A_RANGE + 1)]
        receipt = receipts.make(
            judge.pack,
            job=JOB,
            as_of=as_of,
            input_sha256=file_digest(source),
            rows_judged=judged,
            rows_rejected=rows - judged,
            result_sha256=receipts.result_hash(pl.read_ipc(path) for path in ranges),
        )
        metadata = {"dluhy.receipt": msgspec.json.encode(receipt).decode(), "dluhy.bits": bit_names(judge)}
        draft = run.work / "result.parquet"
        pl.scan_ipc(ranges).sink_parquet(draft, metadata=metadata, maintain_order=True)
        draft.replace(target)
    beside = receipts.path_beside(target)
    beside.write_bytes(receipts.to_json(receipt))
    rejected = pl.concat(part.rejected for part in parts).sort(ROW, "column")
    return BulkResult(receipt, beside, rejected, _added(parts))


def takes(source: Path) -> bool:
    """Return whether a list can be checked in buckets: it has codes of people, and no names or birth numbers.

    Names and numbers have to be compared over the whole list, to see whose a number is.
    """
    found = set(_recognised(source)[0].positions)
    return "person_id" in found and not found & set(PERSONAL)


def _columns(source: Path) -> Columns:
    columns, problems = _recognised(source)
    if "person_id" not in columns.positions:
        problems.append(
            Problem("column_missing", "person_id", "chybí sloupec „person_id“", "the column “person_id” is missing")
        )
    if set(columns.positions) & set(PERSONAL):
        problems.append(
            Problem("personal_columns", source.name, "seznam se jmény nebo rodnými čísly se posuzuje celý najednou",
                    "a list with names or birth numbers is judged all at once")
        )  # fmt: skip
    if problems:
        raise InputError(problems)
    wanted = {*IDENTITY, *FACTS}
    kept = {meaning: position for meaning, position in columns.positions.items() if meaning in wanted}
    return evolve(columns, positions=kept)


def _recognised(source: Path) -> tuple[Columns, list[Problem]]:
    try:
        source.open("rb").close()
        schema = pl.scan_parquet(source, glob=False).collect_schema()
    except OSError as error:
        raise InputError([not_opened(source, error)]) from None
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        raise InputError([_unreadable(source)]) from None
    require_plain_types(schema, source)
    return recognise(tuple(schema.names()))


def _unreadable(source: Path) -> Problem:
    return Problem("unreadable", source.name, "soubor není čitelný jako parquet", "the file is not readable as parquet")


def _buckets(source: Path, columns: Columns, rows: int, work: Path) -> list[pl.LazyFrame]:
    """Return frames of cells that each hold whole people."""
    named = {columns.headers[position]: f"{position}" for position in columns.positions.values()}
    cells = pl.scan_parquet(source, glob=False, row_index_name=_NUMBER, row_index_offset=1).select(
        pl.col(_NUMBER).cast(pl.UInt32).alias(ROW), *(pl.col(header).alias(name) for header, name in named.items())
    )
    count = rows // ROWS_A_BUCKET + 1
    if count == 1:
        return [cells]
    person = pl.col(f"{columns.positions['person_id']}").cast(pl.String).str.strip_chars()  # as the intake reads it
    alone = pl.coalesce(pl.when(person != "").then(person), pl.col(ROW).cast(pl.String))
    keyed = cells.with_columns((alone.hash(seed=0) % count).cast(pl.UInt32).alias(_BUCKET))
    for start in range(0, rows, ROWS_A_RANGE):  # the writer holds what it is given until it has all of it
        target = pl.PartitionBy(work / f"in-{start}", key=_BUCKET, include_key=False)
        keyed.slice(start, ROWS_A_RANGE).sink_ipc(target, mkdir=True)
    files: dict[str, list[Path]] = {}
    for file in sorted(work.glob(f"in-*/{_BUCKET}=*/*")):
        files.setdefault(file.parent.name, []).append(file)
    return [pl.scan_ipc(pieces, glob=False) for pieces in files.values()]


def _ordered(work: Path, schema: pl.Schema, number: int) -> Path:
    """Put the results of one range of rows into the order of the list; return the file."""
    folder = work / f"range-{number}"
    pieces = sorted(folder.glob("*.arrow")) if folder.is_dir() else []
    parts = [pl.DataFrame(schema=schema), *(pl.read_ipc(piece) for piece in pieces)]
    target = work / f"ordered-{number}.arrow"
    pl.concat(parts).sort(ROW, PART).write_ipc(target)
    return target

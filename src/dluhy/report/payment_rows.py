"""The deductions of many payments, row by row: as texts, and as the JSON answers to documents with rows.

Documents that come at the same time are computed in one frame; each gets its own rows, refusals and receipt, the same
bytes as if it had come alone.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

import msgspec
import polars as pl
from attrs import frozen

from dluhy import receipt as receipts
from dluhy.deductions.amounts import wage_sets
from dluhy.deductions.cells import REFERENCE
from dluhy.deductions.frame_days import decided_by_pay_day
from dluhy.deductions.frames import RESULTS, deducted_of
from dluhy.deductions.listed import REJECTED, refused_by_law
from dluhy.deductions.rows import FIELDS, frame_of
from dluhy.intake.grids import ROW
from dluhy.money import HALERE_PER_KORUNA
from dluhy.problems import InputError
from dluhy.report.deduction import JOB

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dluhy.deductions.rows import PaymentRows, TypedRow
    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt

MONEY: Final = ("base", "remainder", "third", "unlimited", "capacity", "deducted", "left", "fee")
"""The columns of a result that are sums."""
_NOTHING: Final = pl.QueryOptFlags.none()
_SUMS: Final = tuple(name in MONEY for name in RESULTS)
_KEYS: Final = (ROW, *RESULTS)
_KEYS_WITH_REF: Final = (ROW, REFERENCE, *RESULTS)
_CELLS: Final[Mapping[type, Callable[[Any], str]]] = {bool: lambda yes: "true" if yes else "false",
                                                      type(None): lambda _: ""}  # fmt: skip
_encode = msgspec.json.Encoder().encode
_facts = itemgetter(*map(FIELDS.index, ("paid_on", "wage_period", "order_issued_on", "spouse_counts")))
_reference = itemgetter(FIELDS.index(REFERENCE))
_paid_on = itemgetter(FIELDS.index("paid_on"))


@frozen(eq=False)
class _Row:
    """One row of a document: whose it is, its number there from 1, its values."""

    of: PaymentRows
    number: int
    values: TypedRow


@frozen
class RowsAnswer:
    """The answer to a document with rows: its JSON and its receipt, which stands in it too."""

    content: bytes
    receipt: Receipt


@frozen
class _Told:
    """What is said of a row: its line of the result, and what of it the receipt is hashed over."""

    line: bytes
    decision: bytes


@frozen
class Refusal:
    """Why a row cannot be judged: its number from 1, the column, a code, Czech and English."""

    row: int
    column: str
    code: str
    cs: str
    en: str


def as_texts(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of a result with money as decimal strings."""
    return rows.lazy().with_columns(_texts()).collect(engine="in-memory", optimizations=_NOTHING)


@cache
def _texts() -> tuple[pl.Expr, ...]:
    return tuple(
        pl.concat_str(
            pl.col(name) // HALERE_PER_KORUNA, pl.lit("."),
            (pl.col(name) % HALERE_PER_KORUNA).cast(pl.String).str.pad_start(2, "0"),
        ).alias(name)
        for name in MONEY
    )  # fmt: skip


def day_of(last: Any, pack: Pack) -> date:  # noqa: ANN401 - what a column holds
    """Return the day of a result: the last pay day, where there is any that could be computed."""
    return last if isinstance(last, date) else pack.info.example_as_of


def row_answers(asked: Sequence[PaymentRows], pack: Pack) -> list[RowsAnswer]:
    """Return the JSON answer to each document: `rows` as `dluhy deduct` writes them, `rejected`, `receipt`.

    A row that the law refuses (a day nobody knows the law of, a contradiction) is told apart under `rejected` and
    hurts no other, of its own document or of another.
    """
    rows = [_Row(each, number, row) for each in asked for number, row in enumerate(each.rows, start=1)]
    refused = _refused([row for row in rows if _doubtful(row.values, pack)], pack)
    try:
        told = _told([row for row in rows if row not in refused], pack)
    except InputError:  # what nobody doubted: every row is asked about
        refused = _refused(rows, pack)
        told = _told([row for row in rows if row not in refused], pack)
    mine = iter(rows)
    return [_answer(each, list(islice(mine, len(each.rows))), told, refused, pack) for each in asked]


def _doubtful(row: TypedRow, pack: Pack) -> bool:
    """Return whether the law may refuse a row, so that it is asked about before it joins the others."""
    paid_on, wage_period, issued_on, spouse_counts = _facts(row)
    return (
        spouse_counts is True
        or not decided_by_pay_day(pack, paid_on)
        or (wage_period is not None and wage_period > paid_on)
        or (issued_on is not None and issued_on > paid_on)
    )


def _refused(rows: Sequence[_Row], pack: Pack) -> dict[_Row, list[Refusal]]:
    """Return which rows the law refuses, and why."""
    found: dict[_Row, list[Refusal]] = defaultdict(list)
    if rows:
        numbers = pl.Series(ROW, range(len(rows)), dtype=pl.UInt32)
        table = frame_of([row.values for row in rows], pack).with_columns(numbers)
        for number, *why in refused_by_law(table, pack).select(REJECTED.names()).rows():
            found[rows[number]].append(Refusal(rows[number].number, *why))
    return found


def _told(rows: Sequence[_Row], pack: Pack) -> dict[_Row, _Told]:
    """Return what is said of each row; InputError where the law refuses one."""
    if not rows:
        return {}
    sets = _set_numbers(pack)
    computed = deducted_of(frame_of([row.values for row in rows], pack), pack)
    return {row: _line(row, values, sets) for row, values in zip(rows, computed.rows(), strict=True)}


@lru_cache(maxsize=8)
def _set_numbers(pack: Pack) -> dict[str, int]:
    """Return the number by which each set of amounts is kept in a column of codes."""
    return {each.key: number for number, each in enumerate(wage_sets(pack).sets)}


def _line(row: _Row, values: tuple[Any, ...], sets: Mapping[str, int]) -> _Told:
    """Return what the writers of whole results say of a row; for a few rows it costs less than they do."""
    head = (row.number, _reference(row.values)) if row.of.with_ref else (row.number,)
    shown = [crowns(value) if money else value for value, money in zip(values, _SUMS, strict=True)]
    keys = _KEYS_WITH_REF if row.of.with_ref else _KEYS
    cells = [*head, sets[values[0]], *values[1:]]
    decision = ",".join([_CELLS.get(type(cell), str)(cell) for cell in cells])
    return _Told(_encode(dict(zip(keys, (*head, *shown), strict=True))), f"{decision}\n".encode())


def crowns(halere: int | None) -> str | None:
    """Return a sum that is not negative as a decimal string."""
    return None if halere is None else f"{halere // HALERE_PER_KORUNA}.{halere % HALERE_PER_KORUNA:02d}"


def _answer(
    asked: PaymentRows, rows: Sequence[_Row], told: Mapping[_Row, _Told], refused: Mapping[_Row, list[Refusal]],
    pack: Pack,
) -> RowsAnswer:  # fmt: skip
    judged = [row for row in rows if row in told]
    receipt = receipts.make(
        pack,
        job=JOB,
        as_of=day_of(max((_paid_on(row.values) for row in judged), default=None), pack),
        input_sha256=asked.sha256,
        rows_judged=len(judged),
        rows_rejected=len(rows) - len(judged),
        result_sha256=sha256(b"".join(told[row].decision for row in judged)).hexdigest(),
    )
    rejected = [why for row in rows if row in refused for why in refused[row]]
    lines = [msgspec.Raw(told[row].line) for row in judged]
    content = _encode({"rows": lines, "rejected": rejected, "receipt": receipt})
    return RowsAnswer(content + b"\n", receipt)

"""The main job: a list file in, judged rows, people, steps, rejects and a receipt out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy import receipt as receipts
from dluhy.children.check import COMPACT, Checker, checker
from dluhy.intake.lists import CheckedList, ReconciliationError, take_in
from dluhy.plan import steps

if TYPE_CHECKING:
    from datetime import date

    import polars as pl

    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt

JOB = "minors check"


@frozen
class ListResult:
    """Everything a checked list says; frames are sorted as described, money is in haléře.

    `judged` one row per usable row in the order of the file; `people` and `steps` most urgent first;
    `intake.rejected` one row per unreadable cell.
    """

    checker: Checker
    intake: CheckedList
    judged: pl.DataFrame
    people: pl.DataFrame
    steps: pl.DataFrame
    receipt: Receipt
    as_of: date

    @property
    def complete(self) -> bool:
        """Whether every row was judged."""
        return self.intake.rows_rejected == 0


def check_list(path: Path | str, as_of: date, pack: Pack | None = None) -> ListResult:
    """Check a list file for debts that arose in childhood.

    Raises InputError if the file cannot be used at all, HorizonError if the pack does not know the day. Rows that
    cannot be read are in `intake.rejected`; rows in = judged + rejected, and money reconciles, or
    ReconciliationError is raised.
    """
    judge = checker(pack)
    judge.pack.require_known("children", as_of)
    intake = take_in(Path(path), judge.pack)
    judged = judge.judge(intake.facts, as_of)
    if judged.height != intake.facts.height:
        msg = f"{intake.facts.height} usable rows, {judged.height} judged"
        raise ReconciliationError(msg)
    receipt = receipts.make(
        judge.pack,
        job=JOB,
        as_of=as_of,
        input_sha256=intake.raw.sha256,
        rows_judged=judged.height,
        rows_rejected=intake.rows_rejected,
        result_sha256=receipts.result_hash([judged.select(COMPACT)]),
    )
    return ListResult(
        checker=judge,
        intake=intake,
        judged=judged,
        people=judge.people(judged),
        steps=steps(judged, judge.pack),
        receipt=receipt,
        as_of=as_of,
    )


def replay(receipt_path: Path, input_path: Path, pack: Pack | None = None) -> tuple[Receipt, Receipt]:
    """Compute a result again and return the receipt given and the receipt of now.

    Raises ReplayError if the pack, the program or the input differ from the receipt's; the two receipts differ only
    if the result does.
    """
    old = receipts.read(receipt_path)
    judge = checker(pack)
    intake = take_in(input_path, judge.pack)
    receipts.require_same_origin(old, judge.pack, intake.raw.sha256)
    return old, check_list(input_path, old.as_of, pack).receipt

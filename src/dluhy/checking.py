"""The main job: a list file in, judged rows, people, steps, rejects and a receipt out."""

from __future__ import annotations

from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, Any

from attrs import frozen

from dluhy import receipt as receipts
from dluhy.children.check import COMPACT, TOPIC, Checker, checker
from dluhy.documents.in_memory import file_of
from dluhy.intake.lists import CheckedList, ReconciliationError, cleaned, take_in
from dluhy.intake.readers import Reading, file_digest, read_ndjson
from dluhy.intake.row_document import placed, read_rows
from dluhy.law.pack import default_pack
from dluhy.plan import steps
from dluhy.problems import InputError, not_opened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import polars as pl

    from dluhy.intake.row_document import RowDocument
    from dluhy.law.pack import Pack
    from dluhy.receipt import Receipt

JOB = "minors check"
_SECRET_BYTES = 32


@frozen
class JudgedRows:
    """Judged rows of a list, or of a part of it that holds whole people; money is in haléře.

    `judged` one row per usable row in the order of the file, several where a row was divided by years;
    `intake.rejected` one row per unreadable cell.
    """

    checker: Checker
    intake: CheckedList
    judged: pl.DataFrame
    as_of: date


@frozen
class ListResult(JudgedRows):
    """Everything a checked list says; `people` and `steps` most urgent first."""

    people: pl.DataFrame
    steps: pl.DataFrame
    receipt: Receipt

    @property
    def complete(self) -> bool:
        """Whether every row was judged."""
        return self.intake.rows_rejected == 0


def check_list(  # noqa: PLR0913 - how a list is read, by name
    path: Path | str,
    as_of: date,
    pack: Pack | None = None,
    *,
    reading: Reading | None = None,
    secret: bytes | None = None,
    pseudonymise: bool = False,
) -> ListResult:
    """Check a list file for debts that arose in childhood.

    `reading` says how to read the list (profile, sheet); with a `secret` people are known by keyed references, the
    same in every list under it, and with `pseudonymise` nothing else identifies them (a secret is made if none is
    given). Raises InputError if the file cannot be used at all, HorizonError if the pack does not know the day.

    Rows that cannot be read are in `intake.rejected`; rows in = judged + rejected, and money reconciles, or
    ReconciliationError is raised.
    """
    judge = _checker(pack, as_of)
    secret = _secret(secret, pseudonymise=pseudonymise)
    intake = take_in(Path(path), judge.pack, as_of, reading, secret=secret, pseudonymise=pseudonymise)
    return judged_list(judge, intake, as_of, (reading or Reading()).digest)


def check_content(  # noqa: PLR0913 - how a list is read, by name
    content: bytes,
    as_of: date,
    pack: Pack | None = None,
    *,
    reading: Reading | None = None,
    secret: bytes | None = None,
    pseudonymise: bool = False,
) -> ListResult:
    """Check the content of a list file, as `check_list`; its kind is told by the content alone.

    On Linux nothing of it touches a disk. Problems call the file „soubor“.
    """
    with file_of(content) as path:
        return check_list(path, as_of, pack, reading=reading, secret=secret, pseudonymise=pseudonymise)


def check_rows(document: Mapping[str, Any], pack: Pack | None = None, *, secret: bytes | None = None) -> ListResult:
    """Check a list given as plain values: the document of `docs/seznam.schema.json`.

    The result is that of the same rows in an NDJSON file; `input_sha256` of the receipt is of those lines. `only` of
    the document says what to show (`dluhy.report`), not what is judged. Raises InputError with every error at once,
    each with its JSON Pointer; HorizonError if the pack does not know the day.
    """
    law = default_pack() if pack is None else pack
    return check_row_document(read_rows(document, law), law, secret=secret)


def check_row_document(rows: RowDocument, pack: Pack | None = None, *, secret: bytes | None = None) -> ListResult:
    """Check a list that was read from a document, as `check_rows`."""
    judge = _checker(pack, rows.as_of)
    secret = _secret(secret, pseudonymise=rows.pseudonymise)
    try:
        raw = read_ndjson(rows.content)
        intake = cleaned(raw, judge.pack, rows.as_of, secret=secret, pseudonymise=rows.pseudonymise)
    except InputError as error:
        raise InputError(placed(error.problems)) from None
    return judged_list(judge, intake, rows.as_of)


def judged_list(judge: Checker, intake: CheckedList, as_of: date, reading_sha256: str = "") -> ListResult:
    """Judge a list after intake; raises ReconciliationError where a row is lost."""
    judged = judged_rows(judge, intake, as_of).judged
    receipt = receipts.make(
        judge.pack,
        job=JOB,
        as_of=as_of,
        input_sha256=intake.raw.sha256,
        reading_sha256=reading_sha256,
        rows_judged=intake.rows_usable,
        rows_rejected=intake.rows_rejected,
        result_sha256=receipts.result_hash([judged.select(COMPACT)]),
    )
    return ListResult(
        checker=judge,
        intake=intake,
        judged=judged,
        as_of=as_of,
        people=judge.people(judged),
        steps=steps(judged, judge.pack),
        receipt=receipt,
    )


def judged_rows(judge: Checker, intake: CheckedList, as_of: date) -> JudgedRows:
    """Judge the rows of a list, or of a part of it that holds whole people; ReconciliationError where one is lost."""
    judged = judge.judge(intake.facts, as_of)
    if judged.height != intake.facts.height:
        msg = f"{intake.facts.height} rows of facts, {judged.height} judged"
        raise ReconciliationError(msg)
    return JudgedRows(judge, intake, judged, as_of)


def _checker(pack: Pack | None, as_of: date) -> Checker:
    judge = checker(pack)
    judge.pack.require_known(TOPIC, as_of)
    return judge


def _secret(given: bytes | None, *, pseudonymise: bool) -> bytes | None:
    """Return the secret of references; a new one where they are wanted and none is given."""
    return token_bytes(_SECRET_BYTES) if pseudonymise and given is None else given


def replay(
    receipt_path: Path, input_path: Path, pack: Pack | None = None, reading: Reading | None = None
) -> tuple[Receipt, Receipt]:
    """Compute a result again and return the receipt given and the receipt of now.

    Raises ReplayError if the pack, the program or the input differ from the receipt's; the two receipts differ only
    if the result does.
    """
    old = receipts.read(receipt_path)
    judge = checker(pack)
    receipts.require_same_origin(old, judge.pack, _digest(input_path), (reading or Reading()).digest)
    return old, check_list(input_path, old.as_of, pack, reading=reading).receipt


def _digest(path: Path) -> str:
    try:
        return file_digest(path)
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None

"""The receipt of an index: by which pack, year and rows it was computed, and the index computed again by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy import receipt as receipts
from dluhy.municipal.index.computing import computed
from dluhy.municipal.index.files import read_inputs
from dluhy.municipal.index.method import day_of_year
from dluhy.municipal.index.shipped import shipped_inputs
from dluhy.problems import Problem, ReplayError
from dluhy.report.index import JOB

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.law.pack import Pack
    from dluhy.municipal.index.computing import Indexed
    from dluhy.municipal.index.files import ListedInputs
    from dluhy.receipt import Receipt

_PARTIAL: Final = "partial"
_YEAR: Final = "year="


def index_receipt(
    indexed: Indexed, pack: Pack, input_sha256: str, *, rejected: int = 0, sums_sha256: str = ""
) -> Receipt:
    """Return the receipt of an index computed from what has a hash; `sums_sha256` is that of sums, empty for none."""
    method = indexed.method
    partial = () if method.official else (_PARTIAL,)
    return receipts.make(
        pack, job=JOB, as_of=day_of_year(method.year), input_sha256=input_sha256, rows_judged=indexed.rows.height,
        rows_rejected=rejected, result_sha256=receipts.result_hash([indexed.rows]),
        reading_sha256=sums_sha256, options=(f"{_YEAR}{method.year}", *partial),
    )  # fmt: skip


def index_again(old: Receipt, source: Path | None, pack: Pack) -> Receipt:
    """Return the receipt of an index computed again from its file, or from the shipped rows.

    Raises ReplayError if pack, program or file are not those of the receipt, or it was computed with sums of areas.
    """
    year, partial = _year(old), _PARTIAL in old.options
    listed = _shipped(old, pack) if source is None else read_inputs(source, year, pack, partial=partial)
    receipts.require_same_origin(old, pack, listed.sha256)
    indexed = computed(listed.frame, listed.year, pack, partial=partial)
    return index_receipt(indexed, pack, listed.sha256, rejected=listed.rows_rejected)


def _shipped(old: Receipt, pack: Pack) -> ListedInputs:
    """Return the shipped rows; ReplayError where the index was of others."""
    shipped = shipped_inputs(None, pack, partial=False)
    if old.input_sha256 != shipped.sha256:
        cs, en = "chybí soubor, ze kterého výsledek vznikl", "the file that the result was made from is missing"
        raise ReplayError([Problem("no_input", "source", cs, en)])
    return shipped


def _year(old: Receipt) -> int | None:
    told = next((each.removeprefix(_YEAR) for each in old.options if each.startswith(_YEAR)), "")
    return int(told) if told.isdecimal() else None

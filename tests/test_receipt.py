"""Receipts: the same result whatever the parts, and a refusal that names both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from tests.conftest import ROOT

from dluhy import ReplayError, receipt
from dluhy.checking import replay
from dluhy.children.check import COMPACT

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult


def test_the_hash_does_not_depend_on_how_rows_are_divided(shipped: ListResult) -> None:
    result = shipped.judged.select(COMPACT)
    parts = [result.head(7), result.slice(7, 100), result.slice(107)]
    assert receipt.result_hash(parts) == receipt.result_hash([result]) == shipped.receipt.result_sha256


@pytest.mark.parametrize("column", [name for name in COMPACT if name not in {"row", "person_id"}])
def test_the_hash_sees_every_decision(shipped: ListResult, column: str) -> None:
    result = shipped.judged.select(COMPACT)
    changed = result.with_columns(pl.col(column).reverse())
    if changed.equals(result):
        changed = result.with_columns(pl.lit(None, dtype=result.schema[column]).alias(column))
    assert receipt.result_hash([changed]) != receipt.result_hash([result])


def test_a_receipt_survives_the_file(shipped: ListResult, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(receipt.to_json(shipped.receipt))
    assert receipt.read(tmp_path / "r.json") == shipped.receipt
    old, new = replay(tmp_path / "r.json", ROOT / "fixtures" / "seznam_s_chybami.xlsx")
    assert old == new


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"job": 1}'])
def test_what_is_no_receipt_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r.json").write_bytes(content)
    with pytest.raises(ReplayError) as caught:
        receipt.read(tmp_path / "r.json")
    assert caught.value.problems[0].code == "receipt"


def test_every_difference_of_origin_is_told_at_once(shipped: ListResult) -> None:
    from attrs import evolve

    other = evolve(shipped.receipt, pack_hash="0" * 64, program_version="9.9", input_sha256="1" * 64)
    with pytest.raises(ReplayError) as caught:
        receipt.require_same_origin(other, shipped.checker.pack, shipped.receipt.input_sha256)
    assert [problem.code for problem in caught.value.problems] == ["other_pack", "other_program", "other_input"]

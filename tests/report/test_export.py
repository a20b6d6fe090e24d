"""Results for programs: every row, no names, codes that mean something."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polars as pl
import pytest
from tests.conftest import AS_OF

from dluhy import check_list
from dluhy.children.check import COMPACT
from dluhy.report.export import guarded, write_result

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult


@pytest.mark.parametrize("ending", [".csv", ".ndjson", ".parquet"])
def test_machine_output_holds_no_name(shipped: ListResult, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"v{ending}"
    written = write_result(shipped, path, "cs")
    assert written.rejected is not None
    said = path.read_bytes() + written.receipt.read_bytes() + written.rejected.read_bytes()
    for surname in shipped.intake.personal["last_name"].unique():
        assert surname.encode() not in said
    assert "Bůhvíco".encode() not in said


def test_ndjson_says_outcome_missing_facts_and_next_step_by_name(shipped: ListResult, tmp_path: Path) -> None:
    write_result(shipped, tmp_path / "v.ndjson", "cs")
    rows = [json.loads(line) for line in (tmp_path / "v.ndjson").read_text(encoding="utf-8").splitlines()]
    assert [row["row"] for row in rows] == shipped.judged["row"].to_list()
    undecided = [row for row in rows if row["outcome"] == "NEEDS_DATA"]
    assert undecided
    assert all(row["missing"] for row in undecided)
    assert all(not row["missing"] for row in rows if row["outcome"] != "NEEDS_DATA")
    assert all(row["next_step"] for row in rows if row["child_owes"] == "no" and row["outcome"] != "NEEDS_DATA"
               and row["balance"] != "0.00")  # fmt: skip


def test_csv_opens_in_a_czech_spreadsheet(shipped: ListResult, tmp_path: Path) -> None:
    write_result(shipped, tmp_path / "v.csv", "cs")
    content = (tmp_path / "v.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfrow;person_id;")
    assert pl.read_csv(content, separator=";", infer_schema=False).height == shipped.judged.height


def test_parquet_holds_the_compact_columns_and_the_receipt(shipped: ListResult, tmp_path: Path) -> None:
    write_result(shipped, tmp_path / "v.parquet", "cs")
    assert pl.read_parquet(tmp_path / "v.parquet").columns == list(COMPACT)
    metadata = pl.read_parquet_metadata(tmp_path / "v.parquet")
    assert json.loads(metadata["dluhy.receipt"])["result_sha256"] == shipped.receipt.result_sha256


def test_texts_that_a_spreadsheet_would_run_are_guarded() -> None:
    frame = pl.DataFrame({"a": ["=1+1", "+420", "-5", "@x", "\tx", "běžný text", None]})
    assert guarded(frame)["a"].to_list() == ["'=1+1", "'+420", "'-5", "'@x", "'\tx", "běžný text", None]


def test_a_person_reference_that_looks_like_a_formula_is_guarded_in_csv(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok\n=cmd;1.1.2010;odpad;2018\n", encoding="utf-8")
    write_result(check_list(path, AS_OF), tmp_path / "v.csv", "cs")
    assert ";'=cmd;" in (tmp_path / "v.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".ndjson", ".parquet"])
def test_the_same_file_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    source = tmp_path / "s.csv"
    source.write_text(
        "Kód osoby;Datum narození;Druh;Rok\na;1.1.2010;odpad;2018\nb;1.1.2011;odpad;2013\n", encoding="utf-8"
    )
    write_result(check_list(source, AS_OF), tmp_path / f"1{ending}", "cs")
    write_result(check_list(source, AS_OF), tmp_path / f"2{ending}", "cs")
    assert (tmp_path / f"1{ending}").read_bytes() == (tmp_path / f"2{ending}").read_bytes()

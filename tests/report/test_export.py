"""Results for programs: every row, no names, codes that mean something."""

from __future__ import annotations

import io
import json
import tempfile
from typing import TYPE_CHECKING

import polars as pl
import pytest
from attrs import evolve
from tests.conftest import AS_OF

from dluhy import check_list
from dluhy.children.check import COMPACT
from dluhy.intake.notices import bit
from dluhy.money import to_decimal_string
from dluhy.report.export import guarded, rows, write_result, write_stream

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult
    from dluhy.report.export import Form


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
    lines = [json.loads(line) for line in (tmp_path / "v.ndjson").read_text(encoding="utf-8").splitlines()]
    assert [row["row"] for row in lines] == shipped.judged["row"].to_list()
    undecided = [row for row in lines if row["outcome"] == "NEEDS_DATA"]
    assert undecided
    assert all(row["missing"] for row in undecided)
    assert all(not row["missing"] for row in lines if row["outcome"] != "NEEDS_DATA")
    assert all(row["next_step"] for row in lines if row["child_owes"] == "no" and row["outcome"] != "NEEDS_DATA"
               and row["balance"] != "0.00")  # fmt: skip


def test_csv_opens_in_a_czech_spreadsheet(shipped: ListResult, tmp_path: Path) -> None:
    write_result(shipped, tmp_path / "v.csv", "cs")
    content = (tmp_path / "v.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfrow;person_id;")
    assert pl.read_csv(content, separator=";", infer_schema=False).height == shipped.judged.height


def test_parquet_holds_the_compact_columns_and_the_receipt(shipped: ListResult, tmp_path: Path) -> None:
    write_result(shipped, tmp_path / "v.parquet", "cs")
    columns = pl.read_parquet(tmp_path / "v.parquet").columns
    assert columns == list(dict.fromkeys([*COMPACT, "part", "repairs", "warnings"]))
    metadata = pl.read_parquet_metadata(tmp_path / "v.parquet")
    assert json.loads(metadata["dluhy.receipt"])["result_sha256"] == shipped.receipt.result_sha256


def test_rows_tell_their_part_and_what_the_intake_noticed_by_code(shipped: ListResult) -> None:
    judged = shipped.judged.with_columns(
        part=pl.lit(2, dtype=pl.UInt16),
        warnings=pl.lit(bit("warnings", "zero_balance") | bit("warnings", "duplicate"), dtype=pl.UInt32),
        repairs=pl.lit(bit("repairs", "split_years"), dtype=pl.UInt32),
    )
    row = next(rows(evolve(shipped, judged=judged), "cs"))
    assert (row["part"], row["warnings"], row["repairs"]) == (2, ["zero_balance", "duplicate"], ["split_years"])


def test_sets_of_codes_are_what_the_checker_and_the_summary_say(shipped: ListResult) -> None:
    checker = shipped.checker
    for row, judged in zip(rows(shipped, "cs"), shipped.judged.iter_rows(named=True), strict=True):
        assert row["missing"] == checker.missing_names(judged["missing"])
        assert row["worth_asking"] == checker.missing_names(judged["worth_asking"])
        assert row["grounds"] == checker.summary.ids_in(judged["grounds"], checker.summary.grounds)
        assert row["flags"] == checker.summary.ids_in(judged["flags"], checker.summary.flags)
        assert row["presumed"] == checker.summary.ids_in(judged["presumed"], checker.summary.presumptions)
        assert row["balance"] == (None if judged["balance"] is None else to_decimal_string(judged["balance"]))


@pytest.mark.sweep(2)
@pytest.mark.parametrize("form", ["csv", "ndjson", "parquet", "xlsx"])
def test_a_stream_gets_the_same_bytes_as_a_file(shipped: ListResult, tmp_path: Path, form: Form) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    write_result(shipped, tmp_path / f"v.{form}", "cs")
    stream = Pipe()
    write_stream(shipped, stream, form, "cs")
    assert stream.getvalue() == (tmp_path / f"v.{form}").read_bytes()


@pytest.mark.parametrize("ending", [".csv", ".ndjson", ".parquet", ".xlsx"])
def test_a_failure_leaves_no_file_behind(
    shipped: ListResult, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    broken = evolve(shipped, judged=shipped.judged.drop("presumed"))
    with pytest.raises(pl.exceptions.ColumnNotFoundError):
        write_result(broken, tmp_path / f"v{ending}", "cs")
    assert list(tmp_path.iterdir()) == []


def test_texts_that_a_spreadsheet_would_run_are_guarded() -> None:
    frame = pl.DataFrame({"a": ["=1+1", "+420", "-5", "@x", "\tx", "běžný text", None]})
    assert guarded(frame)["a"].to_list() == ["'=1+1", "'+420", "'-5", "'@x", "'\tx", "běžný text", None]


def test_a_person_reference_that_looks_like_a_formula_is_guarded_in_csv(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok\n=1+1;1.1.2010;odpad;2018\n", encoding="utf-8")
    write_result(check_list(path, AS_OF), tmp_path / "v.csv", "cs")
    assert ";'=1+1;" in (tmp_path / "v.csv").read_text(encoding="utf-8")


@pytest.mark.sweep(2)
@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".ndjson", ".parquet"])
def test_the_same_file_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    source = tmp_path / "s.csv"
    source.write_text(
        "Kód osoby;Datum narození;Druh;Rok\na;1.1.2010;odpad;2018\nb;1.1.2011;odpad;2013\n", encoding="utf-8"
    )
    write_result(check_list(source, AS_OF), tmp_path / f"1{ending}", "cs")
    write_result(check_list(source, AS_OF), tmp_path / f"2{ending}", "cs")
    assert (tmp_path / f"1{ending}").read_bytes() == (tmp_path / f"2{ending}").read_bytes()

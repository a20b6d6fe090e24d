"""The bulk runner: the same answers as in memory, in the order of the list, whole people, every row counted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polars as pl
import pytest
from tests.conftest import AS_OF, ROOT

from dluhy import InputError, check_list
from dluhy.bulk import runner
from dluhy.children.check import COMPACT, checker

if TYPE_CHECKING:
    from pathlib import Path


def _list(rows: int) -> pl.DataFrame:
    """Return a shuffled list with the program's own columns, people scattered over it."""
    sample = pl.read_csv(ROOT / "fixtures" / "seznam_ukazka.csv", separator=";", infer_schema=False)
    names = {
        "Kód osoby": "person_id",
        "Datum narození": "birth_date",
        "Druh pohledávky": "debt_kind",
        "Rok poplatku": "fee_year",
        "Datum splatnosti": "due_on",
        "Zůstatek": "balance",
        "Typ poplatku za odpad": "fee_type",
    }
    table = sample.select(pl.col(header).alias(name) for header, name in names.items())
    copies = rows // table.height + 1
    numbered = [table.with_columns(pl.format("{}-{}", "person_id", pl.lit(n))) for n in range(copies)]
    return pl.concat(numbered).head(rows).sample(fraction=1, shuffle=True, seed=7)


def test_buckets_give_the_same_as_one_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "s.parquet"
    _list(5_000).write_parquet(source)
    whole = check_list(source, AS_OF)
    monkeypatch.setattr(runner, "ROWS_A_BUCKET", 700)
    monkeypatch.setattr(runner, "ROWS_A_RANGE", 900)

    done = runner.check_parquet(source, tmp_path / "v.parquet", AS_OF)

    result = pl.read_parquet(tmp_path / "v.parquet")
    assert result.equals(whole.judged.select(COMPACT))
    assert done.receipt == whole.receipt
    assert done.sums == whole.intake.sums
    assert json.loads(done.receipt_path.read_text())["rows_in"] == 5_000


def test_no_working_files_are_left(tmp_path: Path) -> None:
    _list(300).write_parquet(tmp_path / "s.parquet")
    runner.check_parquet(tmp_path / "s.parquet", tmp_path / "v.parquet", AS_OF)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s.parquet", "v.parquet", "v.parquet.doklad.json"]


def test_rejected_rows_are_counted_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = (
        _list(1_000)
        .with_row_index()
        .with_columns(
            pl.when(pl.col("index") % 100 == 0).then(pl.lit("asi")).otherwise(pl.col("balance")).alias("balance")
        )
    )
    table.drop("index").write_parquet(tmp_path / "s.parquet")
    monkeypatch.setattr(runner, "ROWS_A_BUCKET", 200)
    done = runner.check_parquet(tmp_path / "s.parquet", tmp_path / "v.parquet", AS_OF)
    assert done.receipt.rows_rejected == 10
    assert done.rejected["row"].to_list() == list(range(1, 1_000, 100))
    assert pl.read_parquet(tmp_path / "v.parquet").height == 990


def test_an_empty_list(tmp_path: Path) -> None:
    _list(10).clear().write_parquet(tmp_path / "s.parquet")
    done = runner.check_parquet(tmp_path / "s.parquet", tmp_path / "v.parquet", AS_OF)
    assert (done.receipt.rows_in, pl.read_parquet(tmp_path / "v.parquet").columns) == (0, list(COMPACT))


def test_a_list_without_people_is_refused_because_buckets_need_them(tmp_path: Path) -> None:
    _list(10).drop("person_id").write_parquet(tmp_path / "s.parquet")
    with pytest.raises(InputError) as caught:
        runner.check_parquet(tmp_path / "s.parquet", tmp_path / "v.parquet", AS_OF)
    assert [problem.code for problem in caught.value.problems] == ["column_missing"]


@pytest.mark.heavy
def test_memory_stays_flat(tmp_path: Path) -> None:
    """A list three times as long needs no more than half as much memory again.

    Measured as the high-water mark of the process's own memory: the other measure may count its parent's.
    """
    import subprocess
    import sys
    from pathlib import Path

    if not Path("/proc/self/status").exists():
        pytest.skip("this system does not tell a process its own high-water mark")

    def peak(rows: int) -> int:
        source = tmp_path / f"s{rows}.parquet"
        _list(rows).write_parquet(source)
        code = (
            "import sys, datetime, pathlib, re\n"
            "from dluhy.bulk.runner import check_parquet\n"
            "check_parquet(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), datetime.date(2026, 11, 21))\n"
            "print(re.search(r'VmHWM:\\s+(\\d+)', pathlib.Path('/proc/self/status').read_text())[1])"
        )
        run = subprocess.run(
            [sys.executable, "-c", code, source, tmp_path / "v.parquet"], capture_output=True, text=True, check=True
        )
        return int(run.stdout)

    assert peak(1_500_000) < 1.5 * peak(500_000)


def test_spaces_around_a_code_do_not_split_a_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    people = [f"{' ' * (n % 2)}P{n // 2}{' ' * (n % 2)}" for n in range(2_000)]
    rows = {"person_id": people, "birth_date": ["2006-05-01"] * 2_000, "debt_kind": ["local_fee_waste"] * 2_000,
            "fee_year": [2018 + n % 2 for n in range(2_000)]}  # fmt: skip
    pl.DataFrame(rows).write_parquet(tmp_path / "s[1].parquet")
    monkeypatch.setattr(runner, "ROWS_A_BUCKET", 300)
    runner.check_parquet(tmp_path / "s[1].parquet", tmp_path / "v.parquet", AS_OF)
    grounds = pl.read_parquet(tmp_path / "v.parquet")["grounds"]
    summary = checker().summary
    assert {tuple(summary.ids_in(bits, summary.grounds)) for bits in grounds.unique()} == {("REP-TAX",)}

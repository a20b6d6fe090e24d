"""Checking lists from the command line: many files, streams, profiles, sheets, references, nothing overwritten."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import fastexcel
import polars as pl
import pytest
import xlsxwriter

from dluhy.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

DAY = "2026-11-21"
HEADER = "Příjmení;Jméno;Rodné číslo;Druh;Rok;Zůstatek;Spisová značka"
ROWS = ["Tajná;Eva;105201/0003;odpad;2018;500;013 EX 1/20", "Skrytý;Jan;100201/0009;odpad;2019;kolem;014 EX 2/20"]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process; return its status, output and error output."""

    def command(*words: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        said = capfd.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return command


@pytest.fixture(name="seznam")
def a_list(tmp_path: Path) -> Path:
    path = tmp_path / "seznam.csv"
    path.write_text("\n".join(["Titulek", HEADER, *ROWS]), encoding="cp1250")
    return path


def check(run: Run, *words: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
    return run("minors", "check", *words, "--as-of", DAY, stdin=stdin)


def test_results_are_never_written_over(run: Run, seznam: Path) -> None:
    """Somebody may have ticked off steps in the first one."""
    for _ in range(2):
        assert check(run, seznam)[0] == 1
    names = sorted(path.name for path in seznam.parent.glob("*.xlsx"))
    assert names == ["seznam_vysledek.xlsx", "seznam_vysledek_2.xlsx"]


@pytest.mark.usefixtures("seznam")
def test_many_lists_go_to_a_folder_and_one_bad_list_stops_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dobry.csv").write_text(f"{HEADER}\n{ROWS[0]}", encoding="utf-8")
    (tmp_path / "spatny.csv").write_bytes(b"\x00\x01")
    status, out, err = check(run, tmp_path / "*.csv", "--out-dir", tmp_path / "v")
    assert status == 2
    assert sorted(path.name for path in (tmp_path / "v").glob("*.xlsx")) == [
        "dobry_vysledek.xlsx",
        "seznam_vysledek.xlsx",
    ]
    assert "3 seznamy: celé posouzeno 1, s odmítnutými řádky 1, nešlo zpracovat 1." in out.replace("\u00a0", " ")
    assert "spatny.csv" in err


def test_results_of_earlier_runs_are_left_out(run: Run, seznam: Path) -> None:
    check(run, seznam)
    _, _, err = check(run, seznam.parent / "*.*", "--out-dir", seznam.parent / "v")
    assert "seznam_vysledek.xlsx" in err
    assert [path.name for path in (seznam.parent / "v").glob("*.xlsx")] == ["seznam_vysledek.xlsx"]


def test_standard_input_gives_ndjson_and_nothing_else_on_standard_output(run: Run, seznam: Path) -> None:
    status, out, err = check(run, "-", stdin=seznam.read_bytes())
    assert status == 1
    assert [json.loads(line)["row"] for line in out.splitlines()] == [3]
    assert "bad_money" in err
    assert '"result_sha256"' in err
    assert "kolem" not in err + out
    assert "Tajná" not in err + out


def test_other_forms_on_standard_output(run: Run, seznam: Path) -> None:
    status, out, _ = check(run, seznam, "--out", "-", "--format", "csv")
    assert status == 1
    assert out.lstrip("\ufeff").startswith("row;")


def test_an_empty_standard_input_is_told(run: Run) -> None:
    status, out, err = check(run, "-")
    assert (status, out) == (2, "")
    assert "empty" in err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--out", "v.csv", "--out-dir", "v"], "out"),
        (["--out", "v.csv", "--format", "csv"], "format"),
        (["--key", "k"], "key"),
        (["--profile", "není.toml"], "profile"),
    ],
)
def test_orders_that_cannot_be_carried_out_write_nothing(run: Run, seznam: Path, words: list[str], code: str) -> None:
    status, _, err = check(run, seznam, *words)
    assert status == 2
    assert f"[{code}]" in err
    assert sorted(path.name for path in seznam.parent.iterdir()) == ["seznam.csv"]


@pytest.mark.parametrize("word", ["--profil", "--pseudonymize", "--neco"])
def test_a_misspelt_option_is_no_file_and_does_nothing(run: Run, seznam: Path, word: str) -> None:
    status, _, err = check(run, seznam, word)
    assert status == 2
    assert word in err
    assert [path.name for path in seznam.parent.iterdir()] == ["seznam.csv"]


def test_a_result_never_replaces_the_list_nor_do_its_companions(run: Run, tmp_path: Path) -> None:
    for name in ("o.csv", "o.csv.doklad.json", "o.csv.odmitnute.csv"):
        path = tmp_path / name
        path.write_text(f"{HEADER}\n{ROWS[0]}", encoding="utf-8")
        assert check(run, path, "--out", tmp_path / "o.csv")[0] == 2
        assert path.read_text(encoding="utf-8").startswith(HEADER)
        path.unlink()


def test_columns_are_shown_and_a_profile_is_written_once(run: Run, seznam: Path, tmp_path: Path) -> None:
    status, out, _ = run("minors", "columns", seznam, "--write-profile", tmp_path / "p.toml")
    assert status == 0
    assert "cp1250" in out
    assert "birth_number" in out
    assert "Tajná" not in out
    assert check(run, seznam, "--profile", tmp_path / "p.toml")[0] == 1
    assert run("minors", "columns", seznam, "--write-profile", tmp_path / "p.toml")[0] == 2


def test_columns_of_a_list_without_a_header_show_nobody(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Tajná;105201/0003;něco;2018\n", encoding="utf-8")
    status, out, err = run("minors", "columns", path)
    assert status == 2
    assert "Tajná" not in out + err
    assert "105201" not in out + err


def test_a_column_nobody_can_read_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Narozen;Druh;Rok\n1.1.2010;modrá;2018\n", encoding="utf-8")
    assert "nečitelný je každý vyplněný řádek sloupce: Druh" in run("minors", "columns", path)[1].replace("\u00a0", " ")


def test_a_sheet_is_chosen_by_name_or_number(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name in ("Odpad", "Psi"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Narozen", "Druh", "Rok"])
            sheet.write_row(1, 0, ["1.1.2010", name, "2018"])
    status, _, err = check(run, path)
    assert (status, "several_sheets" in err) == (2, True)
    for sheet, kind in (("odpad", "local_fee_waste"), ("2", "local_fee_other")):
        assert check(run, path, "--sheet", sheet, "--out", tmp_path / "v.ndjson")[0] == 0
        assert json.loads((tmp_path / "v.ndjson").read_text())["reason"]
        assert kind
    assert check(run, path, "--sheet", "Kočky")[0] == 2


def test_references_under_a_key_and_nothing_that_names_anybody(run: Run, seznam: Path, tmp_path: Path) -> None:
    key, book = tmp_path / "klic", tmp_path / "v.xlsx"
    assert run("minors", "key", key)[0] == 0
    assert run("minors", "key", key)[0] == 2
    assert key.stat().st_mode & 0o077 == 0 or sys.platform == "win32"
    assert check(run, seznam, "--pseudonymise", "--key", key, "--out", book)[0] == 1
    reader = fastexcel.read_excel(str(book))
    said = "".join(str(reader.load_sheet(name, dtypes="string").to_polars().rows()) for name in reader.sheet_names)
    for word in ("Tajná", "Skrytý", "105201", "013 EX", "kolem", "2010-02-01", "1. 2. 2010"):
        assert word not in said
    for name in ("a", "b"):
        check(run, seznam, "--pseudonymise", "--key", key, "--out", tmp_path / f"{name}.ndjson")
    people = [json.loads((tmp_path / f"{name}.ndjson").read_text())["person_id"] for name in ("a", "b")]
    assert people[0] == people[1]
    assert "O00001" not in people[0]


def test_a_file_that_is_no_key_is_refused(run: Run, seznam: Path) -> None:
    status, _, err = check(run, seznam, "--pseudonymise", "--key", seznam)
    assert status == 2
    assert "dluhy minors key" in err


def test_a_selection_shows_only_its_rows(run: Run, seznam: Path, tmp_path: Path) -> None:
    assert check(run, seznam, "--only", "adults", "--out", tmp_path / "v.ndjson")[0] == 1
    assert (tmp_path / "v.ndjson").read_text() == ""


def test_a_profile_is_part_of_what_is_replayed(run: Run, seznam: Path, tmp_path: Path) -> None:
    profile = tmp_path / "p.toml"
    profile.write_text('ignore = ["Zůstatek"]\n', encoding="utf-8")
    assert check(run, seznam, "--profile", profile, "--out", tmp_path / "v.csv")[0] == 0
    receipt = tmp_path / "v.csv.doklad.json"
    assert run("replay", receipt, seznam, "--profile", profile)[0] == 0
    status, _, err = run("replay", receipt, seznam)
    assert status == 2
    assert "other_reading" in err


def test_a_reader_that_has_seen_enough_is_no_error(seznam: Path) -> None:
    long = seznam.with_name("dlouhy.csv")
    long.write_text("\n".join([HEADER, *ROWS[:1] * 20_000]), encoding="utf-8")
    command = [sys.executable, "-m", "dluhy", "minors", "check", str(long), "--as-of", DAY, "--out", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
    assert "Traceback" not in said
    assert "nejde zapsat" not in said


def test_a_parquet_list_with_names_is_judged_all_at_once(run: Run, tmp_path: Path) -> None:
    """Whose a birth number is can only be seen over the whole list."""
    source, target = tmp_path / "s.parquet", tmp_path / "v.parquet"
    pl.DataFrame({
        "person_id": ["a1", "b2"], "full_name": ["Malá Eva", "Malá Ida"], "birth_number": ["805101/0011"] * 2,
        "debt_kind": ["local_fee_waste"] * 2, "fee_year": [2018, 2018],
    }).write_parquet(source)  # fmt: skip
    assert check(run, source, "--out", target)[0] == 0
    assert pl.read_parquet(target)["outcome"].cast(pl.String).to_list() == ["NEEDS_DATA"] * 2
    assert run("replay", tmp_path / "v.parquet.doklad.json", source)[0] == 0


def test_modules_beside_a_list_are_never_run(tmp_path: Path) -> None:
    (tmp_path / "msgspec.py").write_text("open('spusteno', 'w').close()", encoding="utf-8")
    path = tmp_path / "s.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write_row(0, 0, ["Narozen", "Druh", "Rok"])
    program = Path(sys.executable).with_name("dluhy")
    subprocess.run(
        [str(program), "minors", "check", path.name, "--as-of", DAY], cwd=tmp_path, check=False, capture_output=True
    )
    assert not (tmp_path / "spusteno").exists()

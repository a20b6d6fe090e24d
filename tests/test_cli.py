"""The command line: exit statuses, messages, no traceback, silence where it should be silent."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from tests.commands import dluhy

if TYPE_CHECKING:
    from dluhy import ListResult

ROOT = Path(__file__).resolve().parents[1]
DAY = "2026-11-21"
HEADER = "Kód osoby;Příjmení;Datum narození;Druh;Rok;Zůstatek"


def started(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    command = [sys.executable, "-X", "utf8", "-m", "dluhy", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False)


@pytest.fixture
def tidy(tmp_path: Path) -> Path:
    path = tmp_path / "seznam.csv"
    path.write_text(f"{HEADER}\nP1;Malá;1.1.2010;odpad;2018;500,00\n", encoding="utf-8")
    return path


def test_a_tidy_list_is_judged_with_status_0_and_a_workbook_beside_it(tidy: Path) -> None:
    done = started("minors", "check", tidy, "--as-of", DAY)
    assert done.returncode == 0
    assert (tidy.parent / "seznam_vysledek.xlsx").exists()
    assert (tidy.parent / "seznam_vysledek.xlsx.doklad.json").exists()
    assert "není dlužníkem dítě (zůstatek 500,00\u00a0Kč)." in done.stdout
    assert done.stderr == ""


def test_rejected_rows_give_status_1_and_still_a_result(tidy: Path, tmp_path: Path) -> None:
    tidy.write_text(tidy.read_text(encoding="utf-8") + "P2;Tajná;nevím;odpad;2018;1\n", encoding="utf-8")
    done = dluhy("minors", "check", tidy, "--as-of", DAY, "--out", tmp_path / "v.ndjson")
    assert done.returncode == 1
    assert len((tmp_path / "v.ndjson").read_text(encoding="utf-8").splitlines()) == 1
    assert "nevím" not in done.stdout + done.stderr
    assert "Tajná" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("content", "code"),
    [("", "empty"), ("Příjmení\nMalá\n", "column_missing"), ("Datum narození;Druh;Rok;Období\n", "column_twice")],
)
def test_an_unusable_list_gives_status_2_and_says_why_in_the_language_asked(
    tmp_path: Path, content: str, code: str
) -> None:
    path = tmp_path / "s.csv"
    path.write_text(content, encoding="utf-8")
    for language, word in (("cs", "Seznam nelze zpracovat"), ("en", "The list cannot be processed")):
        done = dluhy("minors", "check", path, "--as-of", DAY, "--lang", language)
        assert done.returncode == 2
        assert word in done.stderr
        assert f"[{code}]" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--out", "v.docx"), "output_format"),
        (("--out", "neni/v.xlsx"), "output_folder"),
        (("--as-of", "2031-01-01"), "past_horizon"),
        (("--as-of", "2015-01-01"), "before_horizon"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_written(
    tidy: Path, arguments: tuple[str, ...], code: str
) -> None:
    given = ("--as-of", DAY, *arguments) if "--as-of" not in arguments else arguments
    done = dluhy("minors", "check", tidy, *given)
    assert done.returncode == 2
    assert f"[{code}]" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in tidy.parent.iterdir()) == ["seznam.csv"]


def test_past_the_horizon_the_last_known_day_is_named(tidy: Path) -> None:
    assert "2026-12-31" in dluhy("minors", "check", tidy, "--as-of", "2031-01-01").stderr


def test_the_list_is_never_overwritten(tidy: Path) -> None:
    before = tidy.read_bytes()
    assert dluhy("minors", "check", tidy, "--as-of", DAY, "--out", tidy).returncode == 2
    assert tidy.read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [("minors", "check"), ("nonsense",), ("minors", "check", "x", "--as-of", "zítra")]
)
def test_a_wrong_command_line_is_told_without_a_traceback(arguments: tuple[str, ...]) -> None:
    done = dluhy(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_version_names_program_pack_and_hash() -> None:
    lines = dluhy("--version").stdout.splitlines()
    assert re.fullmatch(r"dluhy \d+\.\d+\.\d+", lines[0])
    assert re.fullmatch(r"sada pravidel cz \S+ [0-9a-f]{64}", lines[1])


def test_replay_says_the_same_or_refuses_naming_both(tidy: Path, tmp_path: Path) -> None:
    dluhy("minors", "check", tidy, "--as-of", DAY)
    receipt = tmp_path / "seznam_vysledek.xlsx.doklad.json"
    assert dluhy("replay", receipt, tidy).returncode == 0

    other = tmp_path / "pravidla"
    shutil.copytree(ROOT / "rules", other)
    pack = other / "pack.toml"
    pack.write_text(
        pack.read_text(encoding="utf-8").replace('version = "2026.11"', 'version = "2099.1"'), encoding="utf-8"
    )
    refused = dluhy("replay", receipt, tidy, "--rules", other)
    assert refused.returncode == 2
    assert "2026.11" in refused.stderr
    assert "2099.1" in refused.stderr

    tidy.write_text(tidy.read_text(encoding="utf-8").replace("500", "501"), encoding="utf-8")
    assert "[other_input]" in dluhy("replay", receipt, tidy).stderr


def test_replay_tells_a_result_that_differs(tidy: Path, tmp_path: Path) -> None:
    dluhy("minors", "check", tidy, "--as-of", DAY)
    receipt = tmp_path / "seznam_vysledek.xlsx.doklad.json"
    said = json.loads(receipt.read_text(encoding="utf-8"))
    receipt.write_text(json.dumps(said | {"result_sha256": "0" * 64}), encoding="utf-8")
    assert dluhy("replay", receipt, tidy).returncode == 1


def test_rules_commands() -> None:
    assert dluhy("rules", "check").returncode == 0
    listed = dluhy("rules", "list", "--topic", "children")
    assert "W2" in listed.stdout
    shown = dluhy("rules", "show", "W2").stdout
    for word in ("Odůvodnění", "Podmínky", "§\u00a012", "https://www.e-sbirka.cz", "více zdrojů", "Příklady"):
        assert word in shown
    assert dluhy("rules", "show", "W99").returncode == 2
    assert dluhy("rules", "list", "--topic", "nic").returncode == 2


def test_rules_diff_names_what_changed(tmp_path: Path) -> None:
    other = tmp_path / "pravidla"
    shutil.copytree(ROOT / "rules", other)
    assert dluhy("rules", "diff", ROOT / "rules", other).returncode == 0
    fees = other / "amounts" / "fees.toml"
    fees.write_text(fees.read_text(encoding="utf-8").replace("value = 1200", "value = 1300"), encoding="utf-8")
    done = dluhy("rules", "diff", ROOT / "rules", other)
    assert done.returncode == 1
    assert "waste_fee_cap_system" in done.stdout


def test_a_broken_pack_is_told_whole(tmp_path: Path) -> None:
    other = tmp_path / "pravidla"
    shutil.copytree(ROOT / "rules", other)
    rules = other / "children" / "local_fees.toml"
    text = rules.read_text(encoding="utf-8").replace("fee_type = 'deposit'", "fee_type = 'deposti'")
    rules.write_text(text.replace('"565/1990 § 10i"', '"1/1900 § 1"'), encoding="utf-8")
    done = dluhy("rules", "check", "--rules", other)
    assert done.returncode == 2
    assert "[unknown_member]" in done.stderr
    assert "[unknown_act]" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.thorough
@pytest.mark.parametrize("ending", [".xlsx", ".ndjson", ".parquet"])
def test_the_number_of_threads_does_not_change_a_byte(tmp_path: Path, ending: str) -> None:
    """The list has more rows than the engine takes unoptimised, so that threads have something to share."""
    lines = (ROOT / "fixtures" / "seznam_ukazka.csv").read_text(encoding="utf-8-sig").splitlines()
    source = tmp_path / "seznam.csv"
    source.write_text("\n".join([lines[0], *lines[1:] * 8]) + "\n", encoding="utf-8")
    results = []
    for threads in ("1", "4"):
        target = tmp_path / f"{threads}{ending}"
        command: list[str | Path] = [sys.executable, "-m", "dluhy", "minors", "check", source, "--as-of", DAY]
        command += ["--out", target]
        environment = {**os.environ, "POLARS_MAX_THREADS": threads}
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        results.append(target.read_bytes())
    assert results[0] == results[1]


def test_the_same_list_in_every_format_gives_the_same_decisions(tmp_path: Path) -> None:
    """Tidy CSV, workbook, NDJSON and Parquet of the same rows are judged alike."""
    from dluhy import check_list
    from dluhy.children.check import COMPACT

    csv = check_list(ROOT / "fixtures" / "seznam_ukazka.csv", date(2026, 11, 21))
    names = {header: meaning for meaning, header in _own_names(csv).items()}
    table = pl.read_csv(ROOT / "fixtures" / "seznam_ukazka.csv", separator=";", infer_schema=False).rename(names)
    table.write_ndjson(tmp_path / "s.ndjson")
    table.write_parquet(tmp_path / "s.parquet")
    decisions = csv.judged.select(COMPACT).drop("row")
    others = [ROOT / "fixtures" / "seznam_ukazka.xlsx", tmp_path / "s.ndjson", tmp_path / "s.parquet"]
    for path in others:
        assert check_list(path, date(2026, 11, 21)).judged.select(COMPACT).drop("row").equals(decisions), path.suffix


def _own_names(result: ListResult) -> dict[str, str]:
    columns = result.intake.columns
    return {meaning: columns.headers[position] for meaning, position in columns.positions.items()}


def test_rejected_rows_stand_in_a_file_of_their_own_beside_machine_output(tidy: Path, tmp_path: Path) -> None:
    tidy.write_text(tidy.read_text(encoding="utf-8") + "P2;Tajná;nevím;odpad;2018;1\n", encoding="utf-8")
    done = dluhy("minors", "check", tidy, "--as-of", DAY, "--out", tmp_path / "v.csv")
    told = (tmp_path / "v.csv.odmitnute.csv").read_text(encoding="utf-8-sig")
    assert "v.csv.odmitnute.csv" in done.stdout
    assert "3;Datum narození;bad_date" in told
    assert "nevím" not in told


def test_a_failed_writing_leaves_nothing_behind(tidy: Path, tmp_path: Path) -> None:
    (tmp_path / "v.xlsx").mkdir()
    done = dluhy("minors", "check", tidy, "--as-of", DAY, "--out", tmp_path / "v.xlsx")
    assert done.returncode == 2
    assert "[output]" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["seznam.csv", "v.xlsx"]


def test_a_hard_link_of_the_list_is_the_list(tidy: Path, tmp_path: Path) -> None:
    (tmp_path / "v.csv").hardlink_to(tidy)
    assert "[output_same]" in dluhy("minors", "check", tidy, "--as-of", DAY, "--out", tmp_path / "v.csv").stderr


@pytest.mark.parametrize("folder", [".", ""])
def test_a_folder_is_no_list(folder: str) -> None:
    done = dluhy("minors", "check", folder, "--as-of", DAY)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("written", "status"), [("21. 11. 2026", 0), ("21.11.2026", 0), ("20261121", 2), ("2026-02-30", 2)]
)
def test_the_day_is_taken_in_czech_or_iso_and_in_no_other_way(tidy: Path, written: str, status: int) -> None:
    assert dluhy("minors", "check", tidy, "--as-of", written).returncode == status


def test_a_list_without_balances_says_so_and_not_zero(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok\nP1;1.1.2010;odpad;2018\n", encoding="utf-8")
    said = dluhy("minors", "check", path, "--as-of", DAY).stdout.replace("\u00a0", " ")
    assert "zůstatek v seznamu není nebo nebyl rozpoznán" in said


@pytest.mark.parametrize(
    "words", ["municipal", "municipal suggest", "directory find", "region overview", "strategy list"]
)
def test_help_has_czech_headings_also_in_groups_of_commands(words: str) -> None:
    told = dluhy(*words.split(), "--help").stdout
    assert "Příkazy" in told or "Volby" in told
    assert not {"Commands", "Parameters", "Arguments"} & set(told.split())


def test_a_kind_of_creditor_that_does_not_exist_is_told_with_those_that_do(tidy: Path) -> None:
    done = dluhy("municipal", "suggest", tidy, "--as-of", DAY, "--creditor", "obec")
    assert done.returncode == 2
    assert "municipality – obec;" in done.stderr.replace("\u00a0", " ")
    assert "row 1" not in done.stderr

"""Files and options that nobody meant: everything wrong is told in the reader's language, nothing is lost or spoilt."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.conftest import ROOT

from dluhy.cli import main

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--as-of", "2026-11-21")
LEDGER = ROOT / "fixtures" / "seznam_ukazka.csv"
HEADERS = "Název;Druh;Kraje;Kapacita;E-mail;Ověřeno\n"
SERVICE = "Poradna;debt_advice;CZ041;10;a@example.org;2026-11-01\n"
INPUTS = "code;inhabitants_15plus;inhabitants_15_64;exe;pnb_payments;pnz_payments;uoz6;po_zs;po_zs_base\n"
VARY = "554961;40000;30000;3000;12000;3000;500;5;300\n"


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as told:
        main([str(word) for word in words])
    return int(str(told.value.code))


def written(tmp_path: Path, text: str, name: str = "a.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HEADERS + SERVICE.replace(";10;", f";{'9' * 5_000};"), "int_type"),
        (HEADERS + SERVICE.strip() + ";shifted\n", "too_many_cells"),
        (HEADERS + "Poradna;debt_advice\n", "too_few_cells"),
        (HEADERS.replace("Druh", "Zaměření") + SERVICE, "column_missing"),
    ],
)
def test_a_directory_that_would_be_read_wrong_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: str
) -> None:
    assert run("directory", "check", written(tmp_path, text), *DAY) == 2
    assert f"[{code}]" in capsys.readouterr().err


def test_a_column_that_the_directory_does_not_know_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, HEADERS.replace("Kapacita", "Kapacyta") + SERVICE)
    assert run("directory", "check", path, *DAY) == 1
    assert "„Kapacyta“" in capsys.readouterr().out


def test_kinds_beside_a_problem_are_refused_not_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--municipality", "554961", "--kind", "shelter", "--problem", "child_enforced", *DAY)
    assert run("directory", "find", ROOT / "fixtures" / "adresar_ukazka.toml", *words) == 2
    assert "[kind_or_problem]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("index", INPUTS + VARY + VARY, "--year", "2023"),
        ("index", INPUTS + VARY.replace("554961", "=cmd"), "--year", "2023"),
        ("directory check", HEADERS + SERVICE.replace("debt_advice", "nonsense"), *DAY),
        ("directory check", HEADERS + SERVICE + SERVICE, *DAY),
        ("directory check", "", *DAY),
    ],
)
def test_the_place_of_an_error_is_english_in_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    command, text, *more = words
    assert run(*command.split(), written(tmp_path, text), *more, "--lang", "en") > 0
    told = capsys.readouterr()
    assert "řádek" not in told.out + told.err
    assert "Kód obce" not in told.out + told.err


def test_a_fault_names_the_column_by_its_header(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = INPUTS.replace("exe", "Osoby v exekuci") + VARY.replace("3000;12000", "-3;12000")
    assert run("index", written(tmp_path, text), "--year", "2023") == 2
    assert "řádek 2, Osoby v exekuci" in capsys.readouterr().err


def test_very_many_errors_are_told_as_the_first_and_a_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("index", written(tmp_path, INPUTS + VARY * 1_000), "--year", "2023") == 2
    told = capsys.readouterr().err
    assert len(told.splitlines()) < 250
    assert "800" in told


@pytest.mark.parametrize("more", [("--year", "2023"), ("--partial",), ("--sums", "a.csv")])
def test_history_takes_no_option_that_it_would_not_heed(more: tuple[str, ...]) -> None:
    assert run("index", "--history", *more) == 2


@pytest.mark.parametrize("name", ["a.xlsx", "a.pdf", "a"])
def test_a_self_check_is_not_written_under_a_suffix_that_it_is_not(tmp_path: Path, name: str) -> None:
    assert run("municipal", "self-check", LEDGER, *DAY, "--out", tmp_path / name) == 2
    assert not (tmp_path / name).exists()


def test_a_self_check_in_a_json_file_is_json(tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    assert run("municipal", "self-check", LEDGER, *DAY, "--out", out) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["as_of"] == "2026-11-21"
    assert run("municipal", "self-check", LEDGER, *DAY, "--json", "--out", tmp_path / "a.txt") == 2


def test_an_empty_place_document_is_written_as_toml_only(tmp_path: Path) -> None:
    assert run("municipal", "place", "new", tmp_path / "obec.json") == 2
    assert run("municipal", "place", "new", tmp_path / "obec.toml") == 0


@pytest.mark.parametrize("command", ["strategy", "rules"])
def test_a_page_is_written_over_itself_only(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    out = tmp_path / "stranka.md"
    assert run(command, "table", "--out", out) == 0
    assert run(command, "table", "--out", out) == 0
    mine = written(tmp_path, "my notes\n", "notes.md")
    assert run(command, "table", "--out", mine) == 2
    assert mine.read_text(encoding="utf-8") == "my notes\n"
    assert run(command, "table", "--out", tmp_path / "none" / "a.md") == 2
    assert run(command, "table", "--out", tmp_path) == 2
    assert "standard" not in capsys.readouterr().err

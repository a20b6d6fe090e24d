"""`dluhy municipal suggest` says what is not there, what may be written, and nothing of what does not follow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import AS_OF, ROOT

from dluhy.cli import main

if TYPE_CHECKING:
    from pathlib import Path

LIST = str(ROOT / "fixtures" / "seznam_ukazka.csv")
PLACE = str(ROOT / "fixtures" / "obec_ukazka.toml")
AT = ("--as-of", AS_OF.isoformat())


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a folder with one exchange file that does not say which interventions its debts call for."""
    reported, plain = tmp_path / "souhrn.json", tmp_path / "kraj"
    _run("minors", "check", str(ROOT / "fixtures" / "seznam_z_praxe.xlsx"), *AT, "--out", str(tmp_path / "s.csv"),
         "--aggregate", str(reported))  # fmt: skip
    exchange = json.loads(reported.read_text(encoding="utf-8"))
    for block in exchange["municipalities"]:
        del block["tables"]["interventions"]
    plain.mkdir()
    (plain / reported.name).write_text(json.dumps(exchange), encoding="utf-8")
    capsys.readouterr()
    return plain


def _debts(folder: Path) -> int:
    blocks = [json.loads(path.read_bytes())["municipalities"] for path in folder.iterdir()]
    return sum(group["debts"] for each in blocks for block in each for group in block["groups"])


@pytest.mark.thorough
def test_debts_that_were_left_out_of_a_region_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("municipal", "suggest", str(folder)) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "neříká, která opatření" in text
    assert f"{_debts(folder)}" in text
    assert _run("municipal", "suggest", str(folder), "--lang", "en") == 0
    assert "left out" in capsys.readouterr().out
    assert _run("municipal", "suggest", str(folder), "--json") == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)["left_out"]
    assert told["municipalities"]
    assert told["debts"] == _debts(folder)


@pytest.mark.thorough
def test_nothing_is_told_left_out_where_the_files_say_their_interventions(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "souhrn.json").replace(next(folder.iterdir()))
    assert _run("municipal", "suggest", str(folder)) == 0
    assert "neříká, která opatření" not in " ".join(capsys.readouterr().out.split())


def test_a_kind_of_creditor_that_there_is_not_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("municipal", "suggest", LIST, *AT, "--creditor", "xx") == 2
    told = capsys.readouterr().err
    assert "  --creditor: " in told
    assert "„xx“" in told
    assert "region – kraj" in told
    assert "municipal_organisation – organizace" in told


def test_an_empty_list_announces_only_what_follows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "prazdny.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok;Zůstatek\n", encoding="utf-8")
    assert _run("municipal", "suggest", str(path), *AT) == 0
    text = capsys.readouterr().out
    below = next(line for line in text.splitlines() if line.startswith("Níže:"))
    assert below == "Níže: kontrolní seznam."
    assert "\n\n\n" not in text


@pytest.mark.parametrize("arguments", [("--place", PLACE), ("--municipality", "554961"), (LIST,)])
@pytest.mark.parametrize("language", ["cs", "en"])
def test_no_empty_lines_follow_each_other_and_one_municipality_is_not_added_up(
    arguments: tuple[str, ...], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("municipal", "suggest", *arguments, *AT, "--lang", language) == 0
    text = capsys.readouterr().out
    assert "\n\n\n" not in text
    assert "dohromady: 1 obec" not in text
    assert "concerns: 1 municipality" not in text


@pytest.mark.sweep(1)
@pytest.mark.parametrize("source", ["list", "folder"])
def test_json_is_not_written_into_a_text_file(
    source: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, chosen = tmp_path / "navrhy.txt", LIST if source == "list" else str(folder)
    assert _run("municipal", "suggest", chosen, *AT, "--json", "--out", str(out)) == 2
    assert "output_format" in "".join(capsys.readouterr())
    assert not out.exists()
    assert _run("municipal", "suggest", chosen, *AT, "--json", "--out", str(tmp_path / "navrhy.json")) == 0


def test_problems_are_json_where_json_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("municipal", "suggest", LIST, *AT, "--creditor", "xx", "--json") == 2
    found = capsys.readouterr()
    assert [each["place"] for each in json.loads(found.out)["errors"]] == ["--creditor"]
    assert not found.err

"""Whose each of many lists is: a table of file names and codes, checked whole; an empty list is a report of zeros."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.region.test_commands import AS, run
from tests.region.test_exchange import CHEB, HEAD, ROWS

from dluhy.problems import InputError
from dluhy.region.contents import codes_of_lists
from dluhy.region.files import read_exchange

if TYPE_CHECKING:
    from pathlib import Path

NOBODY = "506486"  # Boží Dar


def table(folder: Path, *lines: str, head: str = "soubor;kód obce") -> Path:
    path = folder / "obce.csv"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return path


def three(folder: Path) -> list[Path]:
    """Write three lists that do not say whose they are; the last one has a header only."""
    found = []
    for name, rows in (("cheb.csv", ROWS), ("as.csv", ROWS[:2]), ("bozi_dar.csv", ())):
        path = folder / name
        path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
        found.append(path)
    return found


def problems(path: Path, lists: list[Path]) -> set[tuple[str, str]]:
    with pytest.raises(InputError) as error:
        codes_of_lists(path, lists)
    return {(problem.code, problem.place) for problem in error.value.problems}


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("soubor;kód obce", "{file};{code}"),
        ("kod_obce,nazev,soubor", "{code},Obec,{file}"),
        ("File name\tMunicipality code", "{file}\t{code}"),
    ],
)
def test_the_table_may_have_its_columns_in_any_order_and_others_beside(tmp_path: Path, head: str, line: str) -> None:
    lists = three(tmp_path)
    lines = [line.format(file=path.name, code=code) for path, code in zip(lists, (CHEB, AS, NOBODY), strict=True)]
    path = table(tmp_path, *lines, line.format(file="jiny.xlsx", code="560286"), head=head)
    assert codes_of_lists(path, lists) == dict(zip(lists, (CHEB, AS, NOBODY), strict=True))


def test_everything_wrong_with_the_table_is_told_at_once(tmp_path: Path) -> None:
    lists = three(tmp_path)
    path = table(tmp_path, f"cheb.csv;{CHEB}", f"cheb.csv;{AS}", "as.csv;999999", f";{NOBODY}", "jiny.csv;")
    assert problems(path, lists) == {
        ("file_twice", "obce.csv, cheb.csv"),
        ("municipality", "obce.csv, řádek 4"),
        ("file_missing", "obce.csv, řádek 5"),
        ("code_missing", "obce.csv, řádek 6"),
        ("list_without_line", str(lists[2])),
    }


def test_a_line_with_a_cell_too_many_or_too_few_is_told(tmp_path: Path) -> None:
    lists = three(tmp_path)[:2]
    path = table(tmp_path, f"cheb.csv;{CHEB};x", "as.csv")
    assert problems(path, lists) == {
        ("line", "obce.csv, řádek 2"),
        ("line", "obce.csv, řádek 3"),
        ("code_missing", "obce.csv, řádek 3"),
    }


def test_two_lists_of_one_municipality_or_of_one_name_are_refused(tmp_path: Path) -> None:
    lists = three(tmp_path)
    other = tmp_path / "jinde"
    other.mkdir()
    path = table(tmp_path, f"cheb.csv;{CHEB}", f"as.csv;{CHEB}", f"bozi_dar.csv;{NOBODY}")
    assert problems(path, [*lists, other / "cheb.csv"]) == {
        ("municipality_twice", "obce.csv, as.csv, cheb.csv"),
        ("same_name", "cheb.csv"),
    }


@pytest.mark.parametrize(
    ("head", "code"),
    [("soubor;název", "empty"), ("soubor;kód obce;kód", "column_twice")],
)
def test_a_table_without_its_columns_is_refused(tmp_path: Path, head: str, code: str) -> None:
    path = table(tmp_path, f"cheb.csv;{CHEB};{CHEB}", head=head)
    assert {found for found, _ in problems(path, three(tmp_path))} == {code}


def test_a_table_that_is_not_there_is_told_without_a_traceback(tmp_path: Path) -> None:
    assert len(problems(tmp_path / "neni.csv", three(tmp_path))) == 1


def test_an_empty_list_is_a_report_of_nothing_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lists = three(tmp_path)
    path = table(tmp_path, f"cheb.csv;{CHEB}", f"as.csv;{AS}", f"bozi_dar.csv;{NOBODY}")
    folder, out = tmp_path / "souhrny", tmp_path / "vysledky"
    words = ("--as-of", "2026-11-21", "--out-dir", out, "--aggregate-dir", folder, "--codes", path)
    assert run("minors", "check", *lists, path, *words) == 0  # a pattern would name the table too
    names = [f"souhrn_{code}_2026-11-21_NEVEREJNE.json" for code in (CHEB, AS, NOBODY)]
    assert {found.name for found in folder.iterdir()} == set(names)
    (block,) = read_exchange(folder / names[2]).municipalities
    assert (block.name, block.rows_judged, block.others.debts) == ("Boží Dar", 0, 0)
    assert {line.debts for line in block.groups} == {0}
    capsys.readouterr()
    data = tmp_path / "prehled.json"
    assert run("region", "overview", folder, "--out", data, "--region", "CZ041") == 0
    assert "3 z 134" in capsys.readouterr().out.replace("\u00a0", " ")
    held = {row["code"]: row for row in json.loads(data.read_text(encoding="utf-8"))["municipalities"]}
    assert held[NOBODY]["children"] == 0
    assert held[CHEB]["children"] == 1


@pytest.mark.thorough
def test_an_empty_list_after_an_older_one_tells_what_is_gone(tmp_path: Path) -> None:
    lists = three(tmp_path)
    older = tmp_path / "starsi"
    older.mkdir()
    for path in lists:
        (older / path.name).write_text(lists[0].read_text(encoding="utf-8"), encoding="utf-8")
    path = table(tmp_path, f"cheb.csv;{CHEB}", f"as.csv;{AS}", f"bozi_dar.csv;{NOBODY}")
    words = ("--as-of", "2026-11-21", "--out-dir", tmp_path / "v", "--aggregate-dir", tmp_path / "s", "--codes", path)
    assert run("minors", "check", *lists, *words, "--since", older, "--since-as-of", "2026-05-21") == 0
    since = read_exchange(tmp_path / "s" / f"souhrn_{NOBODY}_2026-11-21_NEVEREJNE.json").municipalities[0].since
    assert since is not None
    assert {line.code for line in since.changes} == {"gone"}


def test_a_table_with_something_wrong_stops_everything_before_a_list_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lists, out = three(tmp_path), tmp_path / "v"
    path = table(tmp_path, f"cheb.csv;{CHEB}", "as.csv;1")
    words = ("--as-of", "2026-11-21", "--out-dir", out, "--aggregate-dir", tmp_path / "s")
    assert run("minors", "check", *lists, *words, "--codes", path, "--municipality", CHEB) == 2
    told = capsys.readouterr().err
    assert told.count("[municipality]") == 3  # many lists, both options, an unknown code
    assert "[list_without_line]" in told
    assert not out.exists()
    assert run("minors", "check", *lists, "--as-of", "2026-11-21", "--out-dir", out, "--codes", path) == 2
    assert "[aggregate]" in capsys.readouterr().err

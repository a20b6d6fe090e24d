"""The command line: from lists to exchange files to the overview of a region."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.region.test_exchange import CHEB, HEAD, ROWS

from dluhy.cli import main
from dluhy.region.files import read_exchange

if TYPE_CHECKING:
    from pathlib import Path

AS = "554499"


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in words])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def lists(folder: Path) -> tuple[Path, Path]:
    found = []
    for name, code in (("cheb", CHEB), ("as", AS)):
        path = folder / f"{name}.csv"
        path.write_text("\n".join([f"{HEAD};Kód obce", *(f"{row};{code}" for row in ROWS)]) + "\n", encoding="utf-8")
        found.append(path)
    return found[0], found[1]


def test_from_lists_to_the_overview(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = lists(tmp_path)
    folder, out = tmp_path / "souhrny", tmp_path / "vysledky"
    assert run("minors", "check", one, other, "--as-of", "2026-11-21", "--out-dir", out, "--aggregate-dir", folder) == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == [f"souhrn_{code}_2026-11-21_NEVEREJNE.json" for code in (CHEB, AS)]
    assert "neveřejný" in capsys.readouterr().out
    book, page, data = (tmp_path / f"prehled.{ending}" for ending in ("xlsx", "html", "json"))
    assert run("region", "overview", folder, "--out", book, "--html", page, "--json", data, "--region", "CZ041") == 0
    told = capsys.readouterr().out
    assert "2 z 134" in told.replace("\u00a0", " ")
    assert "--public" in told
    held = json.loads(data.read_text(encoding="utf-8"))
    assert held["total"][0]["children"] == 2
    assert book.stat().st_size > 0
    assert "<html" in page.read_text(encoding="utf-8")
    assert run("region", "overview", folder, "--out", book) == 2
    assert "nepřepisuje" in capsys.readouterr().err


def test_the_public_overview_hides_what_is_small(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, _ = lists(tmp_path)
    summary, out = tmp_path / "cheb_NEVEREJNE.json", tmp_path / "x.csv"
    assert run("minors", "check", one, "--as-of", "2026-11-21", "--out", out, "--aggregate", summary) == 0
    data = tmp_path / "verejne.json"
    assert run("region", "overview", summary, "--out", data, "--public") == 0
    said = capsys.readouterr().out
    assert "Veřejná verze" in said
    assert "dolní meze" in said
    held = json.loads(data.read_text(encoding="utf-8"))
    assert held["public"] is True
    assert held["total"][0]["children"] is None
    assert held["tables"] == []


def test_since_an_older_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = lists(tmp_path)
    older = tmp_path / "starsi"
    older.mkdir()
    (older / one.name).write_text(one.read_text(encoding="utf-8"), encoding="utf-8")
    words = ("minors", "check", one, other, "--as-of", "2026-11-21", "--out-dir", tmp_path / "v", "--aggregate-dir", tmp_path / "s")  # fmt: skip # noqa: E501
    assert run(*words, "--since", older, "--since-as-of", "21. 5. 2026") == 0
    assert "Starší seznam stejného jména" in capsys.readouterr().out
    compared = read_exchange(tmp_path / "s" / f"souhrn_{CHEB}_2026-11-21_NEVEREJNE.json").municipalities[0].since
    assert compared is not None
    assert compared.as_of.isoformat() == "2026-05-21"
    assert read_exchange(tmp_path / "s" / f"souhrn_{AS}_2026-11-21_NEVEREJNE.json").municipalities[0].since is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--municipality", CHEB), "aggregate"),
        (("--aggregate", "a.txt"), "output_format"),
        (("--aggregate", "a.json", "--aggregate-dir", "b"), "aggregate"),
        (("--aggregate", "a.json", "--since", "x.csv"), "since"),
        (("--aggregate", "a.json", "--since", "x.csv", "--since-as-of", "2027-01-01"), "days"),
        (("--aggregate", "neni/a.json"), "output_folder"),
    ],
)
def test_orders_that_make_no_sense_are_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...], code: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    one, _ = lists(tmp_path)
    before = set(tmp_path.iterdir())
    assert run("minors", "check", one, "--as-of", "2026-11-21", *words) == 2
    assert f"[{code}]" in capsys.readouterr().err
    assert set(tmp_path.iterdir()) == before


def test_a_list_that_does_not_say_whose_it_is_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("\n".join([HEAD, *ROWS]) + "\n", encoding="utf-8")
    summary, out = tmp_path / "a.json", tmp_path / "o.csv"
    assert run("minors", "check", path, "--as-of", "2026-11-21", "--out", out, "--aggregate", summary) == 2
    assert not out.exists()
    words = ("--out", out, "--aggregate", summary, "--municipality", CHEB)
    assert run("minors", "check", path, "--as-of", "2026-11-21", *words) == 0
    (block,) = read_exchange(summary).municipalities
    assert block.name == "Cheb"
    assert block.tables.interventions
    assert block.tables.measures


def test_interventions_are_left_out_for_a_day_of_which_they_are_not_known(tmp_path: Path) -> None:
    one, _ = lists(tmp_path)
    summary = tmp_path / "a.json"
    assert (
        run("minors", "check", one, "--as-of", "2026-05-21", "--out", tmp_path / "o.csv", "--aggregate", summary) == 0
    )
    assert read_exchange(summary).municipalities[0].tables.interventions is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "out"),
        (("--out", "p.pdf"), "output_format"),
        (("--out", "p.xlsx", "--geojson", "h.geojson"), "geojson"),
        (("--out", "p.xlsx"), "no_files"),
    ],
)
def test_overviews_that_cannot_be_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...], code: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    empty = tmp_path / "souhrny"
    empty.mkdir()
    assert run("region", "overview", empty, *words) == 2
    assert f"[{code}]" in capsys.readouterr().err

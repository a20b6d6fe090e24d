"""The command line: from lists to exchange files to the overview of a region."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

import fastexcel
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


def summaries(folder: Path) -> Path:
    one, other = lists(folder)
    words = ("minors", "check", one, other, "--as-of", "2026-11-21", "--out-dir", folder / "v", "--aggregate-dir")
    assert run(*words, folder / "souhrny") == 0
    return folder / "souhrny"


@pytest.mark.thorough
def test_a_note_stands_on_the_page_in_the_workbook_and_in_the_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note, folder = "Vymyšlená data <b>", summaries(tmp_path)
    book, page, data = (tmp_path / f"prehled.{ending}" for ending in ("xlsx", "html", "json"))
    assert run("region", "overview", folder, "--out", book, "--html", page, "--json", data, "--note", note) == 0
    assert "Vymyšlená data &lt;b&gt;" in page.read_text(encoding="utf-8")
    first = fastexcel.read_excel(book.read_bytes()).load_sheet("Přehled", header_row=None).to_polars().rows()
    assert any(note in [str(cell).replace("\u00a0", " ") for cell in row] for row in first[:4])
    assert json.loads(data.read_text(encoding="utf-8"))["note"] == note
    assert "4 dluhy" in capsys.readouterr().out.replace("\u00a0", " ")


@pytest.mark.sweep(1)
@pytest.mark.parametrize("public", [(), ("--public",)])
def test_the_receipt_stands_beside_on_the_page_and_in_the_workbook_and_can_be_replayed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], public: tuple[str, ...]
) -> None:
    folder = summaries(tmp_path)
    book, page, data = (tmp_path / f"prehled.{ending}" for ending in ("xlsx", "html", "json"))
    words = ("region", "overview", folder, "--region", "CZ041", "--period", "year", *public)
    assert run(*words, "--out", book, "--html", page, "--json", data) == 0
    beside = tmp_path / "prehled.xlsx.doklad.json"
    held = json.loads(beside.read_text(encoding="utf-8"))
    assert (held["job"], held["rows_judged"]) == ("region overview", 2)
    hashes = sorted(sha256(path.read_bytes()).hexdigest() for path in folder.iterdir())
    assert held["input_sha256"] == sha256("\n".join(hashes).encode()).hexdigest()
    told = [each.removeprefix("file=") for each in held["options"] if each.startswith("file=")]
    assert told == ([] if public else hashes)
    notes = str(fastexcel.read_excel(book.read_bytes()).load_sheet("Poznámky", header_row=None).to_polars().rows())
    for part in (held["input_sha256"], held["result_sha256"]):
        assert part in page.read_text(encoding="utf-8")
        assert part in notes
    assert json.loads(data.read_text(encoding="utf-8"))["receipt"] == held
    for receipt in (beside, data):
        assert run("replay", receipt, folder) == 0
    capsys.readouterr()
    next(folder.iterdir()).unlink()
    assert run("replay", beside, folder) == 2
    assert "[other_input]" in capsys.readouterr().err


def test_two_results_for_one_file_are_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, data = summaries(tmp_path), tmp_path / "a.json"
    assert run("region", "overview", folder, "--out", data, "--json", folder / ".." / "a.json") == 2
    assert "[output_same]" in capsys.readouterr().err
    assert not data.exists()


def test_a_name_that_is_not_that_of_the_code_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = summaries(tmp_path)
    path = folder / f"souhrn_{CHEB}_2026-11-21_NEVEREJNE.json"
    path.write_text(path.read_text(encoding="utf-8").replace(f'"{CHEB}"', '"554634"', 1), encoding="utf-8")
    assert run("region", "overview", folder, "--out", tmp_path / "a.xlsx") == 2
    told = capsys.readouterr().err
    assert "[municipality_name]" in told
    assert "Luby" in told

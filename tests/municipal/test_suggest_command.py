"""`dluhy municipal suggest`: what it prints and writes, in both languages, for a case, a list and a place."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING

import fastexcel
import msgspec
import polars as pl
import pytest
from tests.conftest import AS_OF, ROOT

from dluhy import check_list
from dluhy.cli import main
from dluhy.municipal.suggesting.making import suggest
from dluhy.report.texts import sources

if TYPE_CHECKING:
    from pathlib import Path

LIST = ROOT / "fixtures" / "seznam_ukazka.csv"
OF_ONE = "list of one municipality"
CASE = ROOT / "fixtures" / "klienti" / "02_matka_dve_deti_najem_mikropujcka.json"
AT = ("--as-of", AS_OF.isoformat())
KEYS = {
    "language", "scope", "as_of", "place", "place_name", "counts", "concerned", "items", "set_aside", "checklist",
    "questions", "receipt",
}  # fmt: skip
ITEM_KEYS = {
    "place", "id", "title", "sentence", "why", "level", "level_label", "status", "for_children", "counts", "undecided",
    "refs", "people", "birthday", "due_on", "due_label", "urgency", "actors", "addressees", "effect", "effect_code",
    "effect_label", "cost_most", "facts", "conditions", "thresholds", "steps", "requires", "sharing", "measures",
    "grounds", "to_verify", "missing", "ask", "occurrences",
}  # fmt: skip


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["municipal", "suggest", *arguments])
    return int(ended.value.code or 0)


def _of_one(folder: Path, code: str) -> Path:
    """Return the list as one municipality would have it."""
    path, own = folder / "seznam.csv", re.compile(r"(?<=;)5\d{5}(?=;)")
    path.write_text(own.sub(code, LIST.read_text(encoding="utf-8-sig")), encoding="utf-8")
    return path


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert _run(*arguments) == status
    return capsys.readouterr().out


def test_the_first_screen_says_what_first_for_how_many_children_and_by_when(capsys: pytest.CaptureFixture[str]) -> None:
    text = _printed(capsys, str(LIST), *AT)
    first = text.split("Návrhy podle naléhavosti")[0]
    assert len(first.splitlines()) <= 45
    assert re.search(r"^1\. .*\n?.*(dítě|děti|dětí)", first, re.MULTILINE)
    assert "Nejbližší 18." in first
    assert all(len(line) <= 100 for line in text.splitlines())


@pytest.mark.sweep(2)
@pytest.mark.parametrize("source", [OF_ONE, CASE])
@pytest.mark.parametrize("full", [True, False])
def test_english_is_complete(
    source: Path | str, capsys: pytest.CaptureFixture[str], tmp_path: Path, *, full: bool
) -> None:
    day = () if source is CASE else AT
    source = _of_one(tmp_path, "554961") if source == OF_ONE else source
    text = _printed(
        capsys, str(source), "--municipality", "554961", "--lang", "en", *day, *(["--full"] if full else [])
    )
    assert "What to do first" in text
    assert not re.search(r"Proč|Postup:|Kdo:|Rozhodlo", text)


def test_full_text_says_the_conditions_and_each_debt_of_a_case(capsys: pytest.CaptureFixture[str]) -> None:
    short, full = (_printed(capsys, str(CASE), *more) for more in ((), ("--full",)))
    assert "Podmínky:" in full
    assert "Podmínky:" not in short
    assert len(full) > len(short)


def test_the_json_has_the_same_fields_for_every_source(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ((str(CASE),), (str(LIST), *AT), ("--municipality", "554961", *AT)):
        found = json.loads(_printed(capsys, *arguments, "--json"))
        assert set(found) == KEYS
        assert found["items"]
        assert all(set(item) == ITEM_KEYS for item in found["items"])
        assert found["receipt"]["job"] == "municipal suggest"
        assert [item["place"] for item in found["items"]] == list(range(1, len(found["items"]) + 1))


def test_money_in_the_json_are_decimal_strings_that_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(_printed(capsys, str(LIST), *AT, "--json"))
    whole = suggest(check_list(LIST, AS_OF))
    for item, own in zip(found["items"], whole.items, strict=True):
        assert item["id"] == own.id
        balance = item["counts"]["balance"]
        assert (None if balance is None else int(balance.replace(".", ""))) == own.counts.balance


def test_a_place_is_told_by_its_code_or_its_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "obec.toml"
    document.write_text('code = "554961"\nas_of = 2026-11-01\n[services]\nhas_school = true\n', encoding="utf-8")
    by_code = json.loads(_printed(capsys, "--municipality", "554961", *AT, "--json"))
    by_document = json.loads(_printed(capsys, "--place", str(document), "--json"))
    assert (by_code["place_name"], by_document["as_of"]) == ("Karlovy Vary", "2026-11-01")
    assert {item["id"] for item in by_code["items"] if item["status"] == "holds"} < {
        item["id"] for item in by_document["items"] if item["status"] == "holds"
    }


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), "nothing"),
        (("--municipality", "000001"), "unknown_municipality"),
        ((str(CASE), "--as-of", "2026-11-21"), "as_of"),
        ((str(CASE), "--out", "navrhy.xlsx"), "output_format"),
        ((str(LIST), "--out", "navrhy.pdf"), "output_format"),
    ],
)
def test_what_cannot_be_done_is_told_in_words(
    arguments: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(*arguments) == 2
    assert f"[{code}]" in capsys.readouterr().err


def test_a_file_is_written_with_its_receipt_and_never_over_another(tmp_path: Path) -> None:
    out = tmp_path / "navrhy.txt"
    assert _run(str(LIST), *AT, "--out", str(out)) == 0
    receipt = json.loads((tmp_path / "navrhy.txt.doklad.json").read_text(encoding="utf-8"))
    assert receipt["rows_judged"] == check_list(LIST, AS_OF).intake.rows_usable
    before = out.read_bytes()
    assert _run(str(LIST), *AT, "--out", str(out)) == 2
    assert out.read_bytes() == before


def test_the_workbook_has_a_row_for_each_debt_and_suggestion(tmp_path: Path) -> None:
    out = tmp_path / "navrhy.xlsx"
    assert _run(str(LIST), *AT, "--out", str(out)) == 0
    found, book = suggest(check_list(LIST, AS_OF)), fastexcel.read_excel(out)
    rows = book.load_sheet("Komu a čemu").to_polars()
    assert rows.height == found.rows.height
    items = book.load_sheet("Návrhy").to_polars()
    assert items.height == len(found.standing)
    assert items["Dluhů"].to_list() == [item.counts.debts for item in found.standing]
    told = rows.filter(pl.col("Pořadí") == 1)["Zůstatek (Kč)"].sum()
    assert round(told * 100) == found.standing[0].counts.balance


def test_nothing_in_the_workbook_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    head = "Kód osoby;Datum narození;Druh;Typ poplatku za odpad;Rok;Způsob vymáhání;Stav exekuce;Oprávněný;Zůstatek"
    row = '"=1+1";1.6.2010;odpad;systém;2022;exekutor;běží;"=HYPERLINK(""http://x"")";600'
    path.write_text(f"{head}\n{row}\n", encoding="utf-8")
    out = tmp_path / "navrhy.xlsx"
    assert _run(str(path), *AT, "--out", str(out)) == 0
    with zipfile.ZipFile(out) as book:
        parts = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/")]
    assert not any("<f>" in part for part in parts)
    assert any("=HYPERLINK" in part for part in parts)


def test_a_list_without_rows_that_call_for_anything_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "s.csv"
    head = "Kód osoby;Datum narození;Druh;Rok;Způsob vymáhání;Stav exekuce;Zůstatek"
    path.write_text(f"{head}\na;1.6.1960;odpad;2022;nevymáhá se;není;0\n", encoding="utf-8")
    text = _printed(capsys, str(path), *AT)
    assert "žádné opatření nevyvolává" in text


def test_rejected_rows_are_told_and_the_rest_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    source = ROOT / "fixtures" / "seznam_s_chybami.xlsx"
    assert _run(str(source), *AT) == 1
    captured = capsys.readouterr()
    assert "nejdou použít" in captured.err or "nejde použít" in captured.err
    assert "Co udělat nejdřív" in captured.out


def test_every_message_stands_in_both_languages() -> None:
    czech, english = (
        {key for key in sources(language) if key.startswith(("suggest-", "sheet-suggestion"))}
        for language in ("cs", "en")
    )
    assert czech == english


def test_the_report_can_be_read_by_another_program(capsys: pytest.CaptureFixture[str]) -> None:
    text = _printed(capsys, str(LIST), *AT, "--json")
    assert msgspec.json.decode(text)["language"] == "cs"


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["cs", "en"])
def test_a_folder_of_exchange_files_says_what_the_municipalities_of_a_region_should_do(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exchange = tmp_path / "souhrn.json"
    with pytest.raises(SystemExit):
        main(["minors", "check", str(ROOT / "fixtures" / "seznam_z_praxe.xlsx"), *AT, "--out", str(tmp_path / "s.csv"),
              "--aggregate", str(exchange)])  # fmt: skip
    folder = tmp_path / "kraj"
    folder.mkdir()
    exchange.rename(folder / exchange.name)
    capsys.readouterr()
    text = _printed(capsys, str(folder), "--lang", language)
    assert re.search(r"(\d+\sobc(e|í)|\d+ municipalities): .*(dětí|children)", text)
    found = json.loads(_printed(capsys, str(folder), "--json"))
    assert found["municipalities"] > 1
    assert "people" not in found["items"][0]


def test_a_list_that_names_other_municipalities_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "a.txt"
    assert _run(str(LIST), "--municipality", "554961", *AT, "--out", str(out)) == 2
    assert "municipality_differs" in capsys.readouterr().err
    assert not out.exists()

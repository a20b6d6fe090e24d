"""The workbook: its sheets, what stands on them, and what must not."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import fastexcel
import polars as pl
import pytest
from tests.conftest import AS_OF

from dluhy import check_list
from dluhy.report import blocks, sheets
from dluhy.report.tables import Tables
from dluhy.report.texts import texts
from dluhy.report.workbook import write_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult

SHEETS = ["Souhrn", "Děti a mladí dospělí", "Dluhy", "Kroky", "Doplnit", "Odmítnuté řádky", "O výsledku"]


@pytest.fixture(scope="module")
def book(shipped: ListResult, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "v.xlsx"
    write_workbook(shipped, path)
    return path


def _sheet(book: Path, name: str) -> pl.DataFrame:
    return fastexcel.read_excel(str(book)).load_sheet(name, dtypes="string").to_polars()


def test_seven_czech_sheets_in_order(book: Path) -> None:
    assert fastexcel.read_excel(str(book)).sheet_names == SHEETS


def test_every_judged_row_stands_on_the_sheet_of_debts(book: Path, shipped: ListResult) -> None:
    debts = _sheet(book, "Dluhy")
    assert debts["Řádek seznamu"].cast(pl.Float64).cast(pl.Int64).to_list() == shipped.judged["row"].to_list()
    assert debts["Závěr"].null_count() == 0
    assert debts["Důvod"].null_count() == 0


def test_rejected_rows_stand_with_their_original_text_and_nowhere_else(book: Path) -> None:
    rejected = _sheet(book, "Odmítnuté řádky")
    assert set(rejected["Původní obsah buňky"]) == {"31.2.2010", "asi 500", "Bůhvíco", "MMXII"}
    others = "".join(str(_sheet(book, name).rows()) for name in SHEETS if name != "Odmítnuté řádky")
    assert "Bůhvíco" not in others


def test_the_rest_of_the_result_is_the_same_for_the_same_input(shipped: ListResult, tmp_path: Path) -> None:
    write_workbook(shipped, tmp_path / "a.xlsx")
    write_workbook(shipped, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_headers_are_frozen_filtered_and_repeated_in_print(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        debts = archive.read("xl/worksheets/sheet3.xml").decode()
        names = archive.read("xl/workbook.xml").decode()
        filters = archive.read("xl/tables/table2.xml").decode()
    assert 'state="frozen"' in debts
    assert "<autoFilter" in filters
    assert 'paperSize="9"' in debts
    assert "_xlnm.Print_Titles" in names


def test_a_name_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text(
        'Kód osoby;Příjmení;Datum narození;Druh;Rok\n=1+1;"=HYPERLINK(""http://x"")";1.1.2010;odpad;2018\n',
        encoding="utf-8",
    )
    write_workbook(check_list(path, AS_OF), tmp_path / "v.xlsx")
    with zipfile.ZipFile(tmp_path / "v.xlsx") as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name)
        assert b"=HYPERLINK" in archive.read("xl/sharedStrings.xml")


def test_an_empty_list_makes_a_workbook_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok\n", encoding="utf-8")
    result = check_list(path, AS_OF)
    write_workbook(result, tmp_path / "v.xlsx")
    assert blocks.sentences(Tables(result, texts("cs"))) == ["Seznam neobsahuje žádný řádek."]
    assert fastexcel.read_excel(str(tmp_path / "v.xlsx")).sheet_names == SHEETS


def test_a_long_list_goes_on_to_further_sheets(
    shipped: ListResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dluhy.report.workbook.ROWS_A_SHEET", 200)
    write_workbook(shipped, tmp_path / "v.xlsx")
    names = fastexcel.read_excel(str(tmp_path / "v.xlsx")).sheet_names
    assert [name for name in names if name.startswith("Dluhy")] == ["Dluhy", "Dluhy 2"]


def test_people_stand_most_urgent_first_and_without_those_with_no_childhood_debt(shipped: ListResult) -> None:
    people = sheets.people(Tables(shipped, texts("cs")))
    listed = shipped.people.filter(pl.col("list").cast(pl.String).fill_null("") != "LIST-0")
    assert people["person"].to_list() == listed["person_id"].to_list()
    order = ["červená", "oranžová", "zelená", "šedá", "nelze"]
    places = [next(i for i, word in enumerate(order) if text.startswith(word)) for text in people["urgency"]]
    assert places == sorted(places)


def test_what_to_find_out_names_a_question_for_every_undecided_row(shipped: ListResult) -> None:
    table = sheets.to_find_out(Tables(shipped, texts("cs")))
    decides = set(table.filter(pl.col("effect") == "rozhodne, kdo dluží")["row"])
    undecided = set(shipped.judged.filter(pl.col("outcome").cast(pl.String) == "NEEDS_DATA")["row"])
    assert undecided
    assert decides == undecided
    assert table["ask"].null_count() == 0


def test_every_step_has_actor_addressee_provision_limit_and_cost(shipped: ListResult) -> None:
    steps = sheets.steps(Tables(shipped, texts("cs")))
    assert steps.height > 300
    for column in ("actor", "addressee", "step", "detail", "limit", "cost", "provisions"):
        assert steps[column].null_count() == 0
        assert (steps[column].str.len_chars() > 0).all()


def test_english_workbook(shipped: ListResult, tmp_path: Path) -> None:
    write_workbook(shipped, tmp_path / "v.xlsx", "en")
    assert fastexcel.read_excel(str(tmp_path / "v.xlsx")).sheet_names[0] == "Summary"

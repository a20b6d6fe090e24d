"""The workbook: its sheets, what stands on them, and what must not."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import fastexcel
import polars as pl
import pytest
from attrs import evolve
from tests.conftest import AS_OF

from dluhy import check_list
from dluhy.intake.columns import meaning_of
from dluhy.intake.notices import bit
from dluhy.report import blocks, sheets
from dluhy.report.asks import to_find_out
from dluhy.report.tables import Tables
from dluhy.report.texts import texts
from dluhy.report.workbook import write_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult
    from dluhy.problems import Language

SHEETS = [
    "Souhrn",
    "Děti a mladí dospělí",
    "Dluhy",
    "Kroky",
    "Kroky ostatních",
    "Postupy",
    "Doplnit",
    "Opravené a odmítnuté",
    "O výsledku",
]


@pytest.fixture(scope="module")
def book(shipped: ListResult, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "v.xlsx"
    write_workbook(shipped, path)
    return path


def _sheet(book: Path, name: str) -> pl.DataFrame:
    return fastexcel.read_excel(str(book)).load_sheet(name, dtypes="string").to_polars()


def test_the_czech_sheets_stand_in_order(book: Path) -> None:
    assert fastexcel.read_excel(str(book)).sheet_names == SHEETS


def test_every_judged_row_stands_on_the_sheet_of_debts(book: Path, shipped: ListResult) -> None:
    debts = _sheet(book, "Dluhy")
    assert debts["Řádek seznamu"].cast(pl.Float64).cast(pl.Int64).to_list() == shipped.judged["row"].to_list()
    assert debts["Závěr"].null_count() == 0
    assert debts["Důvod"].null_count() == 0


def test_rejected_rows_stand_with_their_original_text_and_nowhere_else(book: Path) -> None:
    treated = _sheet(book, "Opravené a odmítnuté")
    rejected = treated.filter(pl.col("Co se stalo") == "odmítnuto")
    assert set(rejected["Původní obsah buňky"]) == {"31.2.2010", "asi 500", "Bůhvíco", "MMXII"}
    others = "".join(str(_sheet(book, name).rows()) for name in SHEETS if name != "Opravené a odmítnuté")
    assert "Bůhvíco" not in others


def test_the_rest_of_the_result_is_the_same_for_the_same_input(shipped: ListResult, tmp_path: Path) -> None:
    write_workbook(shipped, tmp_path / "a.xlsx")
    write_workbook(shipped, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_headers_are_frozen_filtered_and_repeated_in_print(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        debts = archive.read("xl/worksheets/sheet3.xml").decode()
        names = archive.read("xl/workbook.xml").decode()
    assert 'state="frozen"' in debts
    assert "<autoFilter" in debts
    assert 'paperSize="9"' in debts
    assert "&amp;P / &amp;N" in debts
    assert "_xlnm.Print_Titles" in names


@pytest.mark.parametrize("number", [2, 4])
def test_people_and_steps_print_one_page_wide_on_a4_across(book: Path, number: int) -> None:
    with zipfile.ZipFile(book) as archive:
        sheet = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
    assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' in sheet
    assert '<pageSetUpPr fitToPage="1"/>' in sheet
    assert "Stav ke dni" in sheet


def test_every_part_of_the_workbook_is_well_formed(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))  # noqa: S314 - our own file


def test_the_summary_draws_one_dark_series_with_its_numbers(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert "Počet dluhů podle závěru" in chart
    assert chart.count("<c:ser>") == 1
    assert "404040" in chart
    assert '<c:showVal val="1"/>' in chart


def test_the_chart_stands_on_empty_rows(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    first, last = (int(row) for row in re.findall(r"<xdr:row>([0-9]+)</xdr:row>", drawing))
    filled = {int(row) - 1 for row in re.findall(r'<row r="([0-9]+)"', sheet)}
    assert filled.isdisjoint(range(first, last + 1))


def test_a_done_step_is_marked_from_a_list_and_greyed(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        steps = archive.read("xl/worksheets/sheet4.xml").decode()
    assert '<formula1>"ano,ne"</formula1>' in steps
    assert '<formula>$B2="ano"</formula>' in steps


def test_a_name_that_looks_like_a_formula_or_a_link_or_markup_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    names = ['=HYPERLINK("http://x")', "http://x", "<r><t>x</t></r>", "a & b", "+420"]
    lines = "\n".join(
        f"c{number};{quoted};1.1.2010;odpad;2018"
        for number, quoted in enumerate('"' + name.replace('"', '""') + '"' for name in names)
    )
    path.write_text(f"Kód osoby;Příjmení;Datum narození;Druh;Rok\n{lines}\n", encoding="utf-8")
    write_workbook(check_list(path, AS_OF), tmp_path / "v.xlsx")
    with zipfile.ZipFile(tmp_path / "v.xlsx") as archive:
        sheets_of_data = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
        links = archive.read("xl/worksheets/_rels/sheet9.xml.rels").decode()
    assert not any(b"<f>" in sheet for sheet in sheets_of_data)
    assert "http://x" not in links
    assert _sheet(tmp_path / "v.xlsx", "Dluhy")["Příjmení"].to_list() == names


def test_an_empty_list_makes_a_workbook_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok\n", encoding="utf-8")
    result = check_list(path, AS_OF)
    write_workbook(result, tmp_path / "v.xlsx")
    assert blocks.sentences(Tables(result, texts("cs"))) == ["Seznam neobsahuje žádný řádek."]
    assert fastexcel.read_excel(str(tmp_path / "v.xlsx")).sheet_names == SHEETS


@pytest.mark.thorough
def test_a_long_list_goes_on_to_further_sheets(
    shipped: ListResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dluhy.report.workbook.ROWS_A_SHEET", 200)
    write_workbook(shipped, tmp_path / "v.xlsx")
    names = fastexcel.read_excel(str(tmp_path / "v.xlsx")).sheet_names
    assert [name for name in names if name.startswith("Dluhy")] == ["Dluhy", "Dluhy 2"]


def test_people_stand_most_urgent_first_and_without_those_with_no_childhood_debt(shipped: ListResult) -> None:
    people = sheets.people(Tables(shipped, texts("cs"))).whole()
    listed = shipped.people.filter(pl.col("list").cast(pl.String).fill_null("") != "LIST-0")
    assert people["person"].to_list() == listed["person_id"].to_list()
    order = ["červená", "oranžová", "zelená", "šedá", "nelze"]
    places = [next(i for i, word in enumerate(order) if text.startswith(word)) for text in people["urgency"]]
    assert places == sorted(places)


def test_what_to_find_out_names_a_question_for_every_undecided_row(shipped: ListResult) -> None:
    table = to_find_out(Tables(shipped, texts("cs"))).whole()
    decides = table.filter(pl.col("effect") == "rozhodne, kdo dluží")["rows"]
    unpaid = pl.col("balance").is_null() | (pl.col("balance") > 0)
    undecided = set(shipped.judged.filter((pl.col("outcome").cast(pl.String) == "NEEDS_DATA") & unpaid)["row"])
    assert undecided
    assert {int(row) for rows in decides for row in rows.split(", ")} == undecided
    assert table["ask"].null_count() == 0
    order = ["rozhodne, do kdy jednat", "rozhodne, kdo dluží", "určí, který krok platí"]
    told = [effect.replace("\xa0", " ") for effect in table["effect"]]
    places = [order.index(effect) if effect in order else len(order) for effect in told]
    assert places == sorted(places)


def test_what_to_find_out_names_the_column_of_the_list_or_the_one_to_add(shipped: ListResult) -> None:
    columns = {c.replace("\u00a0", " ") for c in to_find_out(Tables(shipped, texts("cs"))).whole()["list_column"]}
    added = {column for column in columns if column.startswith("přidejte sloupec")}
    assert "přidejte sloupec „nedoručeno“ (ano/ne)" in added
    assert columns - added <= set(shipped.intake.columns.headers)
    headers = [column.split("„")[1].split("“")[0] for column in added]
    assert all(meaning_of(header) is not None for header in headers)


def test_a_column_that_every_row_lacks_is_asked_for_once(shipped: ListResult) -> None:
    table = to_find_out(Tables(shipped, texts("cs"))).whole()
    optional = table.filter(pl.col("effect") == "může přidat další důvod k\u00a0zastavení")
    added = optional.filter(pl.col("list_column").str.starts_with("přidejte"))
    assert added["fact"].is_unique().all()
    assert added["rows"].str.contains(r"^[0-9]+ řád(?:ek|ky|ků)$").all()
    assert added["person"].str.contains(r"^[0-9]+ osob[ay]?$").all()


def test_nothing_is_asked_of_a_paid_debt(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text(
        "Kód osoby;Datum narození;Druh;Rok;Zůstatek\na;;odpad;2018;0\nb;;odpad;2018;-5\nc;;odpad;2018;5\n",
        encoding="utf-8",
    )
    assert set(to_find_out(Tables(check_list(path, AS_OF), texts("cs"))).whole()["person"]) == {"c", "1 osoba"}


@pytest.mark.parametrize("language", ["cs", "en"])
def test_every_fact_that_may_be_asked_has_a_question_and_its_answers(
    shipped: ListResult, tmp_path: Path, language: Language
) -> None:
    facts = shipped.checker.pack.fact_texts
    assert all(facts[name].ask for name in shipped.checker.engine.asked)
    table = to_find_out(Tables(shipped, texts(language))).whole()
    assert table["answers"].null_count() == 0
    assert table["answer"].null_count() == table.height
    answer = texts(language).heading("answers")
    write_workbook(shipped, tmp_path / "v.xlsx", language)
    assert answer in fastexcel.read_excel(str(tmp_path / "v.xlsx")).load_sheet(6).to_polars().columns


def test_answers_fit_the_type_of_the_fact_and_a_vocabulary_is_shown_in_part(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok\na;1.1.2010;;2018\nb;;odpad;2018\n", encoding="utf-8")
    table = to_find_out(Tables(check_list(path, AS_OF), texts("cs"))).whole()
    answers = dict(table.select("list_column", "answers").unique().rows())
    assert answers["Datum narození"] == "datum"
    assert answers["Druh"].startswith("místní poplatek za")
    assert answers["Druh"].endswith("; nebo jiný")
    assert answers["Druh"].count(";") == 5


def test_days_to_18_are_blank_from_18_and_doubtful_people_are_marked(shipped: ListResult) -> None:
    first = shipped.judged["row"][0]
    doubted = shipped.judged.with_columns(
        warnings=pl.when(pl.col("row") == first).then(bit("warnings", "same_name")).otherwise(0).cast(pl.UInt32)
    )
    people = sheets.people(Tables(evolve(shipped, judged=doubted), texts("cs"))).whole()
    assert people.filter(pl.col("age") >= 18)["days_to_18"].count() == 0
    assert (people.filter(pl.col("age") < 18)["days_to_18"].drop_nulls() > 0).all()
    marked = people.filter(pl.col("identity") == "ano")["person"].to_list()
    assert marked == [p for p in people["person"] if p == shipped.judged["person_id"][0]]


def test_headers_hold_ordinary_spaces(book: Path) -> None:
    for name in SHEETS[1:-1]:
        assert not any("\u00a0" in header for header in _sheet(book, name).columns)


def test_steps_without_a_last_day_have_no_such_column(shipped: ListResult) -> None:
    """The last day is that of a limit, or the birthday before which the step belongs."""
    no_days = pl.lit(None, dtype=pl.Date)
    without = evolve(shipped, steps=shipped.steps.with_columns(no_days.alias("limit_on"), no_days.alias("due_on")))
    dated = evolve(shipped, steps=shipped.steps.with_columns(pl.lit(AS_OF).alias("limit_on")))
    for of_creditor in (True, False):
        undated, limited = (sheets.steps(Tables(r, texts("cs")), of_creditor=of_creditor) for r in (without, dated))
        assert "limit_on" not in undated.whole().columns
        assert "limit_on" in limited.whole().columns


def test_numbers_of_procedures_do_not_depend_on_the_list(shipped: ListResult) -> None:
    last = shipped.steps["step"][-1]
    fewer = evolve(shipped, steps=shipped.steps.filter(pl.col("step") == last))
    (alone,) = sheets.procedures(Tables(fewer, texts("cs"))).whole()["procedure"].to_list()
    assert alone == f"K{list(shipped.checker.pack.steps).index(last) + 1}"


def test_an_adult_is_called_the_debtor_and_not_the_child(shipped: ListResult) -> None:
    steps = sheets.steps(Tables(shipped, texts("cs")), of_creditor=False).whole()
    minor = set(shipped.people.filter(pl.col("days_to_18_from") > 0)["person_id"])
    said = {(person in minor, who) for person, who in steps.select("person", "actor").rows()}
    assert (True, "dítě") in said
    assert (False, "dlužník") in said
    assert not {(False, "dítě"), (True, "dlužník")} & said


def test_a_fact_of_the_person_is_asked_once(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok\na;;odpad;2018\na;;odpad;2019\n", encoding="utf-8")
    table = to_find_out(Tables(check_list(path, AS_OF), texts("cs"))).whole()
    asked = table.filter(pl.col("list_column") == "Datum narození")
    assert asked["rows"].to_list() == ["2, 3"]


def test_every_step_has_actor_addressee_and_a_procedure_that_explains_it(shipped: ListResult) -> None:
    tables = Tables(shipped, texts("cs"))
    own, others = (sheets.steps(tables, of_creditor=of_creditor).whole() for of_creditor in (True, False))
    for sheet in (own, others):
        assert sheet["order"].to_list() == list(range(1, sheet.height + 1))
        assert sheet.height > 300
    steps, procedures = pl.concat([own, others], how="diagonal"), sheets.procedures(tables).whole()
    assert steps.height == shipped.steps.height
    for column in ("actor", "addressee", "step", "limit", "procedure"):
        assert (steps[column].str.len_chars() > 0).all()
    for column in ("detail", "limit", "cost", "provisions"):
        assert (procedures[column].str.len_chars() > 0).all()
    taken = steps["procedure"].str.split(", ").explode()
    assert set(taken) == set(procedures["procedure"])
    assert procedures["procedure"].is_unique().all()
    assert procedures["count"].sum() == taken.len()
    letters = {term.cs for term in tables.result.checker.pack.vocabularies["letters"].values()}
    assert {step.replace("\xa0", " ") for step in steps["step"]} - letters <= {
        step.replace("\xa0", " ") for step in procedures["step"]
    }


def test_english_workbook(shipped: ListResult, tmp_path: Path) -> None:
    write_workbook(shipped, tmp_path / "v.xlsx", "en")
    book = fastexcel.read_excel(str(tmp_path / "v.xlsx"))
    assert book.sheet_names[0] == "Summary"
    for name in book.sheet_names[1:-1]:
        headers = book.load_sheet(name, header_row=None, n_rows=1).to_polars().row(0)
        assert len(set(headers)) == len(headers)

"""What would lose a row, take one person for another, or carry a name outside is refused with its place."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest
import xlsxwriter

from dluhy.intake.lists import CheckedList, take_in
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "Kód osoby;Poznámka;Datum narození;Druh;Rok;Zůstatek"
ROW = "P{n};x;1.5.2006;odpad;2018;100"


def _take(path: Path) -> CheckedList:
    return take_in(path, default_pack(), date(2026, 11, 21))


def _csv(folder: Path, *lines: str) -> Path:
    path = folder / "s.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _refused(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        _take(path)
    assert all(problem.cs and problem.en for problem in caught.value.problems)
    return [(problem.code, problem.place) for problem in caught.value.problems]


@pytest.mark.parametrize("note", ['"U Lva', '"U Lva" x'])
def test_a_stray_quote_refuses_the_list_instead_of_swallowing_rows(tmp_path: Path, note: str) -> None:
    rows = [ROW.format(n=n) for n in range(1, 6)]
    rows[2] = rows[2].replace(";x;", f";{note};")
    assert _refused(_csv(tmp_path, HEADER, *rows))[0] == ("csv_quotes", "řádek 4")


def test_a_quote_inside_a_cell_is_a_sign_like_any_other(tmp_path: Path) -> None:
    assert _take(_csv(tmp_path, HEADER, ROW.format(n=1).replace(";x;", ';dům "U Lva";'))).facts.height == 1


def test_a_row_with_too_few_cells_is_rejected(tmp_path: Path) -> None:
    intake = _take(_csv(tmp_path, HEADER, ROW.format(n=1), "P2;x;1.5.2006;odpad"))
    assert intake.rejected.select("row", "code").rows() == [(3, "too_few_cells")]


def test_blank_lines_before_the_header_do_not_move_the_numbers(tmp_path: Path) -> None:
    intake = _take(_csv(tmp_path, "", ";;;;;", HEADER, ROW.format(n=1)))
    assert intake.facts["row"].to_list() == [4]


def _book(folder: Path, sheets: dict[str, list[list[object]]], first: int = 0) -> Path:
    path = folder / "s.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(first + number, 0, row)
    return path


TABLE: list[list[object]] = [["Kód osoby", "Datum narození", "Druh", "Rok"], ["P1", "1.5.2006", "odpad", 2018]]


def test_two_sheets_with_data_are_a_question(tmp_path: Path) -> None:
    assert _refused(_book(tmp_path, {"A": TABLE, "B": TABLE})) == [("several_sheets", "„A“, „B“")]


def test_an_empty_sheet_before_the_list_is_passed_over_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    intake = _take(_book(tmp_path, {"prázdný": [], "seznam": TABLE}, first=3))
    assert intake.facts["row"].to_list() == [5]


@pytest.mark.parametrize(("formula", "value"), [("=1/0", "#DIV/0!"), ("=DATE(2006,5,1)", "")])
def test_a_formula_without_a_value_rejects_its_row_alone(tmp_path: Path, formula: str, value: str) -> None:
    path = tmp_path / "s.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, TABLE[0])
        sheet.write_row(1, 0, ["P1", None, "odpad", 2018])
        sheet.write_formula(1, 1, formula, None, value)
        sheet.write_row(2, 0, ["P2", "1.5.2006", "odpad", 2018])
    intake = _take(path)
    assert intake.rejected.select("row", "column", "code").rows() == [(2, "Datum narození", "error_cell")]
    assert intake.facts["row"].to_list() == [3]


@pytest.mark.parametrize("code", ["060501/0009", "0605010009", "Jan Novák", "(řádek 3)"])
def test_codes_that_are_birth_numbers_names_or_our_own_marks_are_refused(tmp_path: Path, code: str) -> None:
    path = _csv(tmp_path, HEADER, ROW.format(n=1).replace("P1", code))
    assert _refused(path) == [("personal_code", "Kód osoby")]


def test_a_row_without_a_code_is_known_by_its_birth_number(tmp_path: Path) -> None:
    header = "Kód osoby;Rodné číslo;Druh;Rok"
    rows = ["P1;105201/1234;odpad;2018", ";105201/1234;odpad;2019", ";105201/1234;odpad;2020", ";;odpad;2018"]
    people = _take(_csv(tmp_path, header, *rows)).facts["person_id"].to_list()
    assert people[0] == "P1"
    assert people[1] == people[2] == "(O00001)"
    assert people[3] == "(řádek 5)"


@pytest.mark.parametrize("born", ["1.1.1900", "31.12.1899", "1.1.0001"])
def test_a_birth_on_the_first_day_of_a_spreadsheet_s_calendar_is_no_birth(tmp_path: Path, born: str) -> None:
    intake = _take(_csv(tmp_path, HEADER, ROW.format(n=1).replace("1.5.2006", born)))
    assert intake.rejected["code"].to_list() == ["bad_date"]


def test_a_typed_day_out_of_the_calendar_of_lists_is_rejected(tmp_path: Path) -> None:
    frame = {"person_id": ["a"], "birth_date": [date(1899, 12, 31)], "debt_kind": ["library"], "fee_year": [2018]}
    pl.DataFrame(frame).write_parquet(tmp_path / "s.parquet")
    assert _take(tmp_path / "s.parquet").rejected["code"].to_list() == ["bad_date"]


def test_a_year_has_twelve_months(tmp_path: Path) -> None:
    header = "Kód osoby;Datum narození;Druh;Rok;Počet měsíců v zařízení"
    intake = _take(_csv(tmp_path, header, "a1;1.5.2006;odpad;2018;12", "a2;1.5.2006;odpad;2018;13"))
    assert intake.facts["institution_months"].to_list() == [12]
    assert intake.rejected["code"].to_list() == ["bad_number"]


@pytest.mark.parametrize(
    "line",
    ['{"birth_date":"2006","birth_date":"1990","debt_kind":"library","fee_year":2018}',
     '{"birth_date":"2006","debt_kind":["library"],"fee_year":2018}',
     '{"birth_date":{"from":"2006"},"debt_kind":"library","fee_year":2018}'],
)  # fmt: skip
def test_json_that_could_be_read_two_ways_is_rejected(tmp_path: Path, line: str) -> None:
    good = json.dumps({"birth_date": "2006", "debt_kind": "library", "fee_year": 2018})
    path = tmp_path / "s.ndjson"
    path.write_text(f"{good}\n{line}\n", encoding="utf-8")
    assert _take(path).rejected.select("row", "code").rows() == [(2, "bad_json")]


def test_a_json_document_is_no_ndjson(tmp_path: Path) -> None:
    path = tmp_path / "s.ndjson"
    path.write_text('[\n{"birth_date": "2006"}\n]\n'.replace('{"birth_date": "2006"}', '"x"'), encoding="utf-8")
    assert _refused(path)[0][0] == "not_ndjson"


def test_nested_parquet_columns_are_refused(tmp_path: Path) -> None:
    pl.DataFrame({"birth_date": [["2006"]], "debt_kind": ["library"], "fee_year": [2018]}).write_parquet(
        tmp_path / "s.parquet"
    )
    assert _refused(tmp_path / "s.parquet") == [("column_type", "s.parquet birth_date")]

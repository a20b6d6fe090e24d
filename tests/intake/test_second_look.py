"""What a second reading of the intake found: each of these was once read wrongly without a word."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest
import xlsxwriter

from dluhy import check_list
from dluhy.intake import applied, cells
from dluhy.intake.columns import meaning_of
from dluhy.intake.lists import CheckedList, take_in
from dluhy.intake.notices import codes_in
from dluhy.intake.readers import read_list
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = date(2026, 11, 21)
HEADER = "Kód osoby;Datum narození;Druh;Rok;Splatnost;Jistina;Zvýšení;Zůstatek;Dítě v zařízení;Počet měsíců v zařízení"


def _take(folder: Path, *lines: str, header: str = HEADER, name: str = "s.csv") -> CheckedList:
    path = folder / name
    path.write_text("\n".join([header, *lines]), encoding="utf-8", newline="")
    return take_in(path, default_pack(), AS_OF)


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Jistina (Kč)", "principal"),
        ("Datum narození (dd.mm.rrrr)", "birth_date"),
        ("Jméno (dítěte)", "first_name"),
        ("Rok (vydání titulu)", None),
        ("Dlužník (RČ)", None),
        ("Jistina (uhrazeno)", None),
        ("Úrok %", None),
        ("RODNE_CISL", "birth_number"),
        ("Dat. s.", None),
        ("Titul", None),
        ("Předpis", None),
        ("Datum", None),
    ],
)
def test_brackets_and_short_words_do_not_change_a_meaning(header: str, meaning: str | None) -> None:
    known = meaning_of(header)
    assert (known and known[0]) == meaning


def test_a_municipality_beside_an_address_is_no_creditor(tmp_path: Path) -> None:
    checked = _take(tmp_path, "1.1.2010;odpad;2018;Nikde;Dlouhá", header="Narozen;Druh;Rok;Obec;Ulice")
    assert "creditor_name" not in checked.facts.columns


def test_both_parents_may_stand_in_a_list(tmp_path: Path) -> None:
    checked = _take(tmp_path, "1.1.2010;odpad;2018;A;B", header="Narozen;Druh;Rok;Matka;Otec")
    assert checked.personal.columns == ["row", "guardian_name"]


def test_a_due_day_outside_all_years_stays_whole(tmp_path: Path) -> None:
    """Born on 1 January 1996: divided, the day that makes the debtor an adult would be lost."""
    checked = _take(tmp_path, "P1;1.1.1996;odpad;2012–2013;15.2.2014;1000;;1000;;")
    assert checked.facts.select("part", "due_on_from").rows() == [(0, date(2014, 2, 15))]
    assert codes_in("warnings", checked.facts["warnings"][0]) == ["several_years"]


def test_months_in_an_institution_are_not_given_to_every_year(tmp_path: Path) -> None:
    checked = _take(tmp_path, "P1;1.1.2010;odpad;2016–2018;;1500;;1500;ano;12")
    assert checked.facts.select("part", "in_institution", "institution_months").rows() == [(0, None, None)]


def test_other_sums_follow_the_fee_year_by_year(tmp_path: Path) -> None:
    checked = _take(tmp_path, "P1;1.1.2010;odpad;2016, 2018;;300+900;2400;3600;;")
    assert checked.facts.select("principal", "increase", "balance").rows() == [
        (30000, 60000, 90000), (90000, 180000, 270000),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        "P1;1.1.1996;odpad;2010, 2012;15.2.2014;500+600;;1100;;",  # a due day in neither year
        "P1;1.1.1996;knihovna;2010, 2012;;500+600;;1100;;",  # no fee
        "P1;1.1.1996;;2010, 2012;;500+600;;1100;;",  # nobody knows what
        "P1;1.1.2000;odpad;2016, 2018;;500+600;;1100;ano;6",  # months of which year
    ],
)
def test_years_apart_that_cannot_be_divided_are_refused(tmp_path: Path, row: str) -> None:
    """Left whole, such a row would have no year, and its due day would give it one that it never had."""
    checked = _take(tmp_path, row)
    assert checked.rejected.select("column", "code").rows() == [("Rok", "scattered_years")]


def test_a_span_of_a_century_is_a_question_and_no_hundred_rows(tmp_path: Path) -> None:
    checked = _take(tmp_path, "P1;1.1.2010;odpad;1950–2049;;100000;;100000;;")
    assert checked.facts.height == 1


@pytest.mark.parametrize(
    ("written", "born"),
    [
        ("06011995", None),  # a day, month and year, though divisible by eleven under two more zeros
        ("0502011234", date(2005, 2, 1)),
        ("010203123", date(1901, 2, 3)),  # what begins with a zero has lost none
    ],
)
def test_digits_are_not_read_as_what_they_are_not(tmp_path: Path, written: str, born: date | None) -> None:
    checked = _take(tmp_path, f"{written};odpad;2018", header="Rodné číslo;Druh;Rok")
    assert checked.facts["birth_date_from"].to_list() == ([] if born is None else [born])


def test_a_year_formatted_as_a_day_is_that_year(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "d.m.yyyy"})
        sheet.write_row(0, 0, ["Narozen", "Druh", "Rok"])
        sheet.write_row(1, 0, ["1.1.2010", "odpad"])
        sheet.write_number(1, 2, 2018, day)
    facts = take_in(path, default_pack(), AS_OF).facts
    assert facts["fee_year_from"].to_list() == [2018]
    assert codes_in("repairs", facts["repairs"][0]) == ["excel_serial"]


def test_a_row_of_failed_formulas_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Narozen", "Druh", "Rok"])
        for at in range(3):
            sheet.write_formula(1, at, "=1/0", None, "#DIV/0!")
        sheet.write_row(2, 0, ["1.1.2010", "odpad", "2018"])
    checked = take_in(path, default_pack(), AS_OF)
    assert (checked.rows_in, checked.rejected.select("row", "code").rows()) == (2, [(2, "error_cell")])


def test_cells_merged_over_rows_and_columns_are_filled_down_but_sums_never_multiplied(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Příjmení", "Jméno", "Narozen", "Druh", "Rok", "Zůstatek"])
        for row in (1, 2, 3):
            sheet.write_row(row, 2, ["1.1.2010", "odpad", 2015 + row])
        sheet.merge_range(1, 0, 3, 1, "Malá")
        sheet.merge_range(1, 5, 3, 5, 1500)
    checked = take_in(path, default_pack(), AS_OF)
    assert checked.personal["last_name"].to_list() == ["Malá"] * 3
    assert checked.facts["balance"].to_list() == [150000, None, None]


@pytest.mark.parametrize("ends", ["\r", "\r\n", "\n"])
def test_lines_may_end_in_any_way(tmp_path: Path, ends: str) -> None:
    path = tmp_path / "s.csv"
    path.write_bytes(ends.join(["Narozen;Druh;Rok", "1.1.2010;odpad;2018", "1.1.2011;odpad;2019", ""]).encode())
    assert take_in(path, default_pack(), AS_OF).facts["row"].to_list() == [2, 3]


@pytest.mark.parametrize("line", ['{"a":NaN}', '{"a":Infinity}', '{"\\ud800":1}', "\ufeff{}", '{"a":"\\udfff"}'])
def test_an_odd_line_of_json_harms_no_other(tmp_path: Path, line: str) -> None:
    path = tmp_path / "s.ndjson"
    good = '{"birth_date":"2010-01-01","debt_kind":"local_fee_waste","fee_year":2018,"principal":500.10}'
    path.write_text(f"{good}\n{line}\n{good}\n", encoding="utf-8")
    checked = take_in(path, default_pack(), AS_OF)
    assert checked.facts["row"].to_list() == [1, 3]
    assert checked.facts["principal"].to_list() == [50010] * 2
    assert checked.rejected["row"].to_list() == [2]


def test_numbers_of_json_are_read_as_written(tmp_path: Path) -> None:
    path = tmp_path / "s.ndjson"
    row = '{"birth_date":"2010-01-01","debt_kind":"local_fee_waste","fee_year":2018,"principal":%s}\n'
    path.write_text("".join(row % amount for amount in ("1e400", "1" + "0" * 40, "12.345", "7")), encoding="utf-8")
    checked = take_in(path, default_pack(), AS_OF)
    assert checked.facts["principal"].to_list() == [700]
    assert checked.rejected["code"].to_list() == ["bad_money", "bad_money", "ambiguous_money"]


@pytest.mark.parametrize(
    "code", ["105201003", "105201 0003", "RČ105201/0003", "Novák", "Ing. Eva Nová 1975", "902011234"]
)
def test_codes_that_name_somebody_are_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(InputError) as caught:
        _take(tmp_path, f"{code};1.1.2010;odpad;2018", header="Kód osoby;Narozen;Druh;Rok")
    assert [problem.code for problem in caught.value.problems] == ["personal_code"]


@pytest.mark.parametrize("code", ["P17", "2018/000123", "osoba 12", "9999999999", "A-105"])
def test_codes_of_offices_are_taken(tmp_path: Path, code: str) -> None:
    assert _take(tmp_path, f"{code};1.1.2010;odpad;2018", header="Kód osoby;Narozen;Druh;Rok").facts.height == 1


def test_a_state_in_unknown_words_is_left_out_and_told(tmp_path: Path) -> None:
    header = "Narozen;Druh;Rok;Stav;Rodné číslo"
    checked = _take(tmp_path, "1.1.2010;odpad;2018;svobodná;nevím", header=header)
    assert checked.rejected.height == 0
    assert codes_in("warnings", checked.facts["warnings"][0]) == ["left_out"]
    assert checked.repaired["original"].to_list() == ["nevím", "svobodná"]


def test_a_few_lines_of_another_encoding_are_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    lines = ["Příjmení;Narozen;Druh;Rok", *["Žížala;1.1.2010;odpad;2018"] * 5]
    path.write_bytes("\n".join(lines).encode() + b"\n" + "Šťastná;1.1.2010;odpad;2019".encode("cp1250"))
    checked = take_in(path, default_pack(), AS_OF)
    assert checked.personal["last_name"].to_list()[-1] == "Šťastná"
    assert "cp1250" in checked.raw.source.notes[0][0]


@pytest.mark.parametrize("content", ["\x1f\n", "\x1d;\x1e\n", "\u200b;\u3000\n"])
def test_signs_nobody_sees_are_no_line(tmp_path: Path, content: str) -> None:
    checked = _take(tmp_path, "1.1.2010;odpad;2018", content.strip("\n"), header=content + "Narozen;Druh;Rok")
    assert (checked.facts.height, checked.rejected.height) == (1, 0)


def test_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Narozen;Druh;Rok\n1.1.2010;" + "odpad " * 60_000 + ";2018\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_list(path)
    assert caught.value.problems[0].code == "too_long"


def test_cells_in_their_usual_form_are_read_as_every_other_would_be() -> None:
    """Marks as written in a well-kept list take a short way; it leads to the same place."""
    forms = ["013 EX {}/22", "013EX{}/22", "x {}", "{} EX 1/2020", "12 C {}/2015", "013 EX 0{}/22", "", None]
    column = [form and form.format(number) for number, form in enumerate(forms * 400, start=1)]
    frame = pl.DataFrame({"0": column}, schema={"0": pl.String})
    read = cells.file_mark("0", pl.String(), "enforcement_ref")
    short = applied._evaluated(frame, "0", "enforcement_ref", read)  # noqa: SLF001 - both ways side by side
    whole = applied._answers(frame, "enforcement_ref", read)  # noqa: SLF001
    assert short.select(whole.columns).equals(whole)


def test_creditors_that_may_be_people_get_references(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Narozen;Druh;Rok;Věřitel;IČO;Malá Eva\n1.1.2010;půjčka;2018;Josef Tajný;12345678;x\n"
                    "1.1.2010;odpad;2018;Město Nikde;00253979;x\n", encoding="utf-8")  # fmt: skip
    result = check_list(path, AS_OF, pseudonymise=True)
    names = result.intake.facts["creditor_name"].to_list()
    assert names[0].startswith("(V")
    assert names[1] == "Město Nikde"
    said = str(result.intake.columns) + str(result.intake.raw)
    assert "Malá" not in said
    assert "Tajný" not in said

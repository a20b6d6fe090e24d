"""Files of index inputs as people have them: every usual form, every error of a row with its reason, nothing lost."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import examples

from dluhy.law.pack import default_pack
from dluhy.municipal.index import cells
from dluhy.municipal.index.computing import index_of
from dluhy.municipal.index.files import column_names, read_inputs, read_sums
from dluhy.places import exclusion
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dluhy.municipal.index.files import ListedInputs

PACK = default_pack()
HEADER = "kod_obce;obyv_15plus;obyv_15_64;exe_pocet;pnb_pocet;pnz_pocet;uoz6_pocet;po_zs_pocet;po_zs_ukoncili"
GOOD = "554481;25888;19500;2600;1100,25;200,083333;400;10;300"


def _read(
    path: Path, text: str, year: int | None = 2023, *, encoding: str = "utf-8", partial: bool = False
) -> ListedInputs:
    path.write_bytes(text.encode(encoding))
    return read_inputs(path, year, PACK, partial=partial)


def _codes(listed: ListedInputs) -> list[tuple[int, str, str]]:
    return listed.rejected.select("row", "column", "code").rows()


def _refused(path: Path, text: str, year: int | None = 2023) -> list[str]:
    with pytest.raises(InputError) as caught:
        _read(path, text, year)
    assert all(problem.cs and problem.en for problem in caught.value.problems)
    return [problem.code for problem in caught.value.problems]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "vstupy.csv"


@pytest.fixture(scope="module")
def shipped() -> pl.DataFrame:
    frame = exclusion.frame().drop("published")
    return frame.with_columns(own_school=pl.when("own_school").then(pl.lit("ano")).otherwise(pl.lit("ne")))


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "ndjson"])
def test_every_form_gives_the_same_rows(form: str, shipped: pl.DataFrame, tmp_path: Path) -> None:
    path = tmp_path / f"vstupy.{form}"
    means = shipped.with_columns(pnb=pl.col("pnb_payments") / 12, pnz=pl.col("pnz_payments") / 12)
    means = means.drop("pnb_payments", "pnz_payments")
    getattr(means, {"xlsx": "write_excel"}.get(form, f"write_{form}"))(path)
    read = read_inputs(path, 2023, PACK)
    assert read.rows_rejected == 0
    assert read.frame.equals(exclusion.frame().select(read.frame.columns))
    assert index_of(read.frame, 2023, PACK)["index"].equals(index_of(exclusion.frame(), 2023, PACK)["index"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16"])
def test_czech_files_with_decimal_commas_and_titles_above_are_read(encoding: str, file: Path) -> None:
    text = (
        "Vstupy indexu sociálního vyloučení;;\n;;\nKód obce;Název obce;Obyvatelé 15+;Obyvatelé 15–64;Osoby v exekuci;"
        "Příspěvek na bydlení;Příspěvek na živobytí za rok;Uchazeči nad 6 měsíců;Předčasné odchody ze ZŠ;"
        "Ukončili školní docházku;Vlastní škola;Kód obce se školou\n"
        "554481;Cheb;25\u00a0888;19 500;2 600;1 100,25;2401;400;10;300;ano;\n"
        "560707;Vřesová;321;290;157;2,42;250;17;;;ne;554481\n"
    )
    listed = _read(file, text, encoding=encoding)
    assert listed.rejected.is_empty()
    assert listed.lines.to_list() == [4, 5]
    assert listed.frame["inhabitants_15plus"].to_list() == [25_888, 321]
    assert listed.frame["pnb_payments"].to_list() == [13_203, 29]
    assert listed.frame["pnz_payments"].to_list() == [2_401, 250]
    assert listed.frame["own_school"].to_list() == [True, False]
    assert listed.frame["school"].to_list() == [None, "554481"]


def test_an_empty_cell_is_unknown_and_not_nought(file: Path) -> None:
    listed = _read(file, f"{HEADER}\n554481;25888;19500;;1100,25;200,083333;400;10;300\n")
    assert listed.frame["exe"].to_list() == [None]
    assert listed.rejected.is_empty()


@pytest.mark.parametrize(("row", "column", "code"), [
    ("55448;1;1;0;0;0;0;0;0", "kod_obce", "bad_code"),
    ("Cheb;1;1;0;0;0;0;0;0", "kod_obce", "bad_code"),
    (";1;1;0;0;0;0;0;0", "kod_obce", "missing_code"),
    ("500054;1;1;0;0;0;0;0;0", "kod_obce", "unknown_code"),
    ("999999;1;1;0;0;0;0;0;0", "kod_obce", "unknown_code"),
    ("554499;100;90;-1;0;0;0;0;0", "exe_pocet", "negative"),
    ("554499;100;90;101;0;0;0;0;0", "exe_pocet", "count_above_base"),
    ("554499;100;90;0;101;0;0;0;0", "pnb_pocet", "count_above_base"),
    ("554499;100;90;0;0;0;91;0;0", "uoz6_pocet", "count_above_base"),
    ("554499;100;90;0;0;0;0;8;7", "po_zs_pocet", "count_above_base"),
    ("554499;100;101;0;0;0;0;0;0", "obyv_15_64", "working_age"),
    ("554499;100;90;0,5;0;0;0;0;0", "exe_pocet", "fraction"),
    ("554499;1.234;90;0;0;0;0;0;0", "obyv_15plus", "fraction"),
    ("554499;100;90;0;0,71;0;0;0;0", "pnb_pocet", "not_a_mean"),
    ("554499;100;90;0;1,9;0;0;0;0", None, None),
    ("554499;100;90;0;1,8;0;0;0;0", "pnb_pocet", "rough_mean"),
    ("554499;100;90;0;0;mnoho;0;0;0", "pnz_pocet", "bad_number"),
    ("554499;100;90;-;0;0;0;0;0", "exe_pocet", "bad_number"),
    ("554499;99999999999;90;0;0;0;0;0;0", "obyv_15plus", "too_large"),
    ("554499;100;90;0;0;0;0;0;0;7", "", "too_many_cells"),
    ("554499;100;90;0", "", "too_few_cells"),
])  # fmt: skip
def test_a_row_that_cannot_be_used_is_rejected_with_its_reason_and_no_other(
    row: str, column: str | None, code: str | None, file: Path
) -> None:
    listed = _read(file, f"{HEADER}\n{GOOD}\n{row}\n")
    wanted = [] if code is None else [(3, column, code)]
    assert _codes(listed) == wanted
    assert listed.frame.height + listed.rows_rejected == 2


def test_all_errors_of_all_rows_are_told_at_once(file: Path) -> None:
    text = f"{HEADER}\n{GOOD}\n554499;x;90;-1;0;0;0;9;7\n560286;100;200;0;0;0;1,5;0;0\n"
    assert [(row, code) for row, _, code in _codes(_read(file, text))] == [
        (3, "bad_number"), (3, "negative"), (3, "count_above_base"), (4, "fraction"), (4, "working_age"),
    ]  # fmt: skip


def test_a_failed_formula_is_no_unknown(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "vstupy.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [*HEADER.split(";"), "poznamka"])
        for row, code in enumerate(("554481", "554499", "560286"), start=1):
            sheet.write_row(row, 0, [code, 100, 90, 0, 0, 0, 0, 0, 0])
        sheet.write_formula(2, 3, "=1/0", value="#DIV/0!")
        sheet.write_formula(3, 9, "=1/0", value="#DIV/0!")
    listed = read_inputs(path, 2023, PACK)
    assert _codes(listed) == [(3, "", "error_cell")]
    assert listed.frame.height == 2


def test_every_row_of_a_municipality_that_is_there_twice_is_rejected(file: Path) -> None:
    listed = _read(file, f"{HEADER}\n{GOOD}\n{GOOD}\n554499;100;90;0;0;0;0;0;0\n")
    assert _codes(listed) == [(2, "kod_obce", "duplicate"), (3, "kod_obce", "duplicate")]
    assert listed.frame["code"].to_list() == ["554499"]


@pytest.mark.parametrize(("row", "code"), [
    ("554499;100;90;0;0;0;0;3;9;ne;554481", "school_figures"),
    ("554499;100;90;0;0;0;0;;;ne;554499", "school_own"),
    ("554499;100;90;0;0;0;0;0;9;ano;554481", "school_own"),
    ("554499;100;90;0;0;0;0;0;9;;554481", "school_own"),
    ("554499;100;90;0;0;0;0;;;ne;999999", "unknown_school"),
    ("554499;100;90;0;0;0;0;;;ne;560286", "school_without"),
    ("554499;100;90;0;0;0;0;;;možná;554481", "bad_yes_no"),
])  # fmt: skip
def test_contradictions_about_the_school_are_told(row: str, code: str, file: Path) -> None:
    text = f"{HEADER};vlastni_skola;zs_donor_kod\n{GOOD};ano;554481\n560286;100;90;0;0;0;0;;;ne;554481\n{row}\n"
    assert [each for _, _, each in _codes(_read(file, text))] == [code]


@pytest.mark.parametrize(("text", "codes"), [
    ("", ["empty"]),
    ("\n\n", ["empty"]),
    (f"{HEADER}\n", ["empty"]),
    ("Ahoj\nsvěte\n", ["empty"]),
    ("kod_obce;exe_pocet\n554481;5\n", ["column_missing"] * 7),
    (f"{HEADER};exe\n{GOOD};1\n", ["column_twice"]),
    (f"{HEADER};pnb_za_rok\n{GOOD};1\n", ["column_twice"]),
    (HEADER.replace("kod_obce", "mesto") + f"\n{GOOD}\n", ["column_missing"]),
])  # fmt: skip
def test_a_file_that_is_no_table_of_inputs_is_refused_with_everything_at_once(
    text: str, codes: list[str], file: Path
) -> None:
    assert _refused(file, text) == codes


def test_a_missing_column_and_a_year_without_an_index_are_told_together(file: Path) -> None:
    assert sorted(_refused(file, "kod_obce;exe_pocet;exe\n554481;5;5\n", 2031)) == ["column_twice", "index_year"]


def test_the_year_is_asked_for_or_stands_in_a_column_and_other_years_are_rejected(file: Path) -> None:
    assert _refused(file, f"{HEADER}\n{GOOD}\n", None) == ["year_needed"]
    assert _refused(file, f"{HEADER};Rok\n{GOOD};2023\n{GOOD};2022\n", None) == ["year_needed"]
    assert _read(file, f"{HEADER};Rok\n{GOOD};2022\n", None).year == 2022
    listed = _read(file, f"{HEADER};Rok\n{GOOD};2023\n554499;9;9;0;0;0;0;0;0;2022\n", 2023)
    assert _codes(listed) == [(3, "Rok", "other_year")]


def test_the_partial_index_does_not_ask_for_the_merged_benefits(file: Path) -> None:
    text = "kod_obce;obyv_15plus;obyv_15_64;exe_pocet;uoz6_pocet;po_zs_pocet;po_zs_ukoncili\n554481;9;9;0;0;0;0\n"
    assert _read(file, text, 2026, partial=True).frame.height == 1


def test_every_column_has_a_czech_name_first_and_none_two_meanings() -> None:
    names = [name for headers in column_names().values() for name in headers]
    assert len(names) == len(set(names))
    assert all(headers for headers in column_names().values())


@pytest.mark.parametrize(("text", "sign", "payments"), [
    ("0", None, 0), ("17", None, 204), ("17.25", None, 207), ("17,25", None, 207), ("1.916667", None, 23),
    ("1,92", None, 23), ("1.9", None, 23), ("1 335,25", None, 16_023), ("14.333", ".", 172), ("0.083", None, 1),
    ("14,333", ",", 172), ("1234.9166666666667", None, 14_819), ("-1,25", None, -15), ("1.5", None, 18),
])  # fmt: skip
def test_a_mean_of_months_is_the_payments_of_the_year_exactly(text: str, sign: str | None, payments: int) -> None:
    assert cells.read_mean(text, sign) == payments


@pytest.mark.parametrize(("text", "sign", "code"), [
    ("14.333", None, "ambiguous"), ("14,333", ".", "ambiguous"), ("1.8", None, "rough_mean"),
    ("14.3", None, "rough_mean"), ("1.95", None, "not_a_mean"), ("14.31", None, "not_a_mean"),
    ("1e2", None, "bad_number"), ("nan", None, "bad_number"), ("1.234,5", None, "bad_number"),
    ("", None, "bad_number"), ("½", None, "bad_number"), ("٣", None, "bad_number"),
])  # fmt: skip
def test_what_is_no_mean_of_twelve_months_is_refused(text: str, sign: str | None, code: str) -> None:
    with pytest.raises(cells.CellError) as caught:
        cells.read_mean(text, sign)
    assert caught.value.code == code


@given(st.integers(0, 2_000_000), st.integers(2, 8), st.sampled_from([".", ","]))
@examples(300)
def test_a_mean_written_to_two_places_or_more_is_read_back(payments: int, places: int, sign: str) -> None:
    scaled = round(Fraction(payments, 12) * 10**places)
    text = f"{scaled // 10**places}{sign}{scaled % 10**places:0{places}d}"
    assert cells.read_mean(text, sign) == payments


@given(st.text(max_size=12))
@examples(300)
def test_any_text_is_read_or_refused_by_every_reader(text: str) -> None:
    known = set(cells.SENTENCES)
    for reader in (cells.read_code, cells.read_whole, cells.read_yes_no, lambda each: cells.read_mean(each, None)):
        assert _refusal(reader, text) in {None, *known}


def _refusal(reader: Callable[[str], object], text: str) -> str | None:
    try:
        reader(text)
    except cells.CellError as error:
        return error.code
    return None


def test_sums_of_areas_are_read_and_wrong_ones_told(tmp_path: Path) -> None:
    path = tmp_path / "soucty.csv"
    path.write_text("kraj;obyv_15plus;obyv_15_64;exe;pnb;pnz_za_rok;uoz6;po_zs;po_zs_base\n"
                    "CZ;9000000;7000000;600000;240000,5;700000;120000;3000;100000\n"
                    "cz041;250000;190000;30000;7600;33000;4200;117;2800\n", encoding="utf-8")  # fmt: skip
    sums = read_sums(path)
    assert sums["area"].to_list() == ["CZ", "CZ041"]
    assert sums["pnb_payments"].to_list() == [2_880_006, 91_200]
    path.write_text("kraj;exe;obyv_15plus\nCZ;1,5;x\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_sums(path)
    assert sorted(problem.code for problem in caught.value.problems) == ["bad_number", "fraction"]

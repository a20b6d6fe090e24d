"""A list goes in; rows and money reconcile; what cannot be read is rejected with its place."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from dluhy.intake.lists import CheckedList, ReconciliationError, reconcile, take_in
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

HEADER = "Kód osoby;Příjmení;Datum narození;Druh pohledávky;Rok poplatku;Datum splatnosti;Jistina;Zůstatek"
GOOD = "P1;Nováková;1. 2. 2010;komunální odpad;2018;31. 5. 2018;500,00;1 500,00"


def _csv(folder: Path, *lines: str, encoding: str = "utf-8", name: str = "seznam.csv") -> Path:
    path = folder / name
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


def _take(path: Path) -> CheckedList:
    return take_in(path, default_pack(), date(2026, 11, 21))


def _codes(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        _take(path)
    assert all(problem.cs and problem.en and problem.place for problem in caught.value.problems)
    return [problem.code for problem in caught.value.problems]


def test_a_tidy_row_becomes_facts(tmp_path: Path) -> None:
    intake = _take(_csv(tmp_path, HEADER, GOOD))
    row = intake.facts.row(0, named=True)
    assert row["row"] == 2
    assert row["person_id"] == "P1"
    assert row["birth_date_from"] == row["birth_date_to"] == date(2010, 2, 1)
    assert (row["debt_kind"], row["fee_year_from"], row["principal"], row["balance"]) == (
        "local_fee_waste", 2018, 50000, 150000,
    )  # fmt: skip


def test_names_stay_apart_from_facts(tmp_path: Path) -> None:
    intake = _take(_csv(tmp_path, HEADER, GOOD))
    assert "last_name" not in intake.facts.columns
    assert intake.personal.columns == ["row", "last_name"]


def test_every_bad_cell_is_told_with_row_column_code_and_reason(tmp_path: Path) -> None:
    bad = "P2;Malá;31.2.2010;Bůhvíco;MMXII;1. 1. 2018;asi 500;1,00"
    intake = _take(_csv(tmp_path, HEADER, GOOD, bad, GOOD.replace("P1", "P3")))
    assert intake.facts["row"].to_list() == [2, 4]
    assert intake.rejected.select("row", "column", "code").rows() == [
        (3, "Datum narození", "bad_date"),
        (3, "Druh pohledávky", "unknown_word"),
        (3, "Jistina", "bad_money"),
        (3, "Rok poplatku", "bad_year"),
    ]
    assert all(intake.rejected["cs"])
    assert all(intake.rejected["en"])
    assert intake.rows_in == 3
    assert intake.rows_rejected == 1
    assert intake.sums["balance"] == (300100, 300000, 100)


def test_a_row_with_too_many_cells_is_rejected_not_cut(tmp_path: Path) -> None:
    intake = _take(_csv(tmp_path, HEADER, GOOD, GOOD + ";navíc"))
    assert intake.rejected.select("row", "code").rows() == [(3, "too_many_cells")]
    assert intake.rows_in == 2


def test_cells_over_several_lines_keep_the_numbers_of_lines(tmp_path: Path) -> None:
    broken_name = GOOD.replace("Nováková", '"Nová\nková"')
    intake = _take(_csv(tmp_path, HEADER, broken_name, GOOD.replace("P1", "P9").replace("2018;31", "XX;31")))
    assert intake.facts["row"].to_list() == [2]
    assert intake.rejected["row"].to_list() == [4]


def test_empty_lines_are_no_rows(tmp_path: Path) -> None:
    assert _take(_csv(tmp_path, HEADER, "", ";;;;;;;", GOOD, "")).rows_in == 1


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_usual_separators(tmp_path: Path, separator: str) -> None:
    plain = GOOD.replace(",00", ".00").replace(" ", "")
    path = _csv(
        tmp_path, HEADER.replace(";", separator), plain.replace(";", separator).replace("komunálníodpad", "odpad")
    )
    assert _take(path).facts.height == 1


def test_a_byte_order_mark_is_no_part_of_a_header(tmp_path: Path) -> None:
    assert _take(_csv(tmp_path, HEADER, GOOD, encoding="utf-8-sig")).facts["person_id"].to_list() == ["P1"]


def test_an_old_encoding_is_read(tmp_path: Path) -> None:
    intake = _take(_csv(tmp_path, HEADER, GOOD, encoding="cp1250"))
    assert intake.personal["last_name"].to_list() == ["Nováková"]
    assert intake.raw.source.encoding == "cp1250"


@pytest.mark.parametrize(("name", "content", "code"), [
    ("seznam.doc", b"\x01x", "format"),
    ("seznam.doc", b"", "empty"),
    ("seznam.csv", b"", "empty"),
    ("seznam.xlsx", b"PK\x03\x04 not a workbook", "unreadable"),
    ("seznam.parquet", b"PAR1", "unreadable"),
    ("seznam.ndjson", b"", "empty"),
])  # fmt: skip
def test_an_unusable_file_is_one_clear_error(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert _codes(path) == [code]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert _codes(tmp_path / "není.csv") == ["file"]
    assert _codes(tmp_path / "není.parquet") in (["file"], ["unreadable"])


def test_a_header_without_rows_is_an_empty_list(tmp_path: Path) -> None:
    intake = _take(_csv(tmp_path, HEADER))
    assert (intake.rows_in, intake.facts.height, intake.rows_rejected) == (0, 0, 0)


def test_ndjson_takes_own_names_and_rejects_broken_lines(tmp_path: Path) -> None:
    good = {"person_id": "a", "birth_date": "2010-05", "debt_kind": "local_fee_waste", "fee_year": 2018,
            "principal": "500.00", "in_institution": False}  # fmt: skip
    path = _csv(tmp_path, json.dumps(good), "{nic", "[1]", json.dumps(good | {"debt_kind": "xx"}), name="s.ndjson")
    intake = _take(path)
    assert intake.facts["row"].to_list() == [1]
    assert intake.facts.row(0, named=True)["birth_date_to"] == date(2010, 5, 31)
    assert intake.facts["in_institution"].to_list() == [False]
    assert intake.rejected.select("row", "code").rows() == [(2, "bad_json"), (3, "bad_json"), (4, "unknown_word")]


def test_parquet_keeps_its_types(tmp_path: Path) -> None:
    path = tmp_path / "s.parquet"
    pl.DataFrame({
        "person_id": ["a", "b"], "birth_date": [date(2010, 5, 1), None], "debt_kind": ["local_fee_waste", "library"],
        "fee_year": [2018, None], "principal": ["500.00", "1"], "in_institution": [True, None],
    }).with_columns(pl.col("principal").cast(pl.Decimal(10, 2))).write_parquet(path)  # fmt: skip
    intake = _take(path)
    assert intake.facts["principal"].to_list() == [50000, 100]
    assert intake.facts["in_institution"].to_list() == [True, None]


def test_a_workbook_with_typed_cells(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "d.m.yyyy"})
        sheet.write_row(0, 0, ["Kód osoby", "Datum narození", "Druh", "Rok", "Jistina", "Kód obce"])
        sheet.write_row(1, 0, ["P1"])
        sheet.write_datetime(1, 1, date(2010, 2, 1), day)
        sheet.write_row(1, 2, ["odpad", 2018, 512.5, "000123"])
    row = _take(path).facts.row(0, named=True)
    assert (row["birth_date_from"], row["fee_year_to"], row["principal"], row["municipality_code"]) == (
        date(2010, 2, 1), 2018, 51250, "000123",
    )  # fmt: skip


def test_people_without_a_code_are_told_apart_by_name_and_exact_birth(tmp_path: Path) -> None:
    header = "Příjmení;Jméno;Datum narození;Druh;Rok"
    rows = [
        "Malá;Eva;1.1.2010;odpad;2018",
        "Malá;Eva;1.1.2010;odpad;2019",
        "Malá;Eva;2.1.2010;odpad;2018",
        "Malá;Eva;2010;odpad;2018",
    ]
    facts = _take(_csv(tmp_path, header, *rows)).facts
    first, second, third, fourth = facts["person_id"].to_list()
    assert first == second
    assert len({first, third, fourth}) == 3
    assert not any("Malá" in person for person in facts["person_id"].to_list())


def test_numbers_of_inferred_people_do_not_depend_on_the_order_of_rows(tmp_path: Path) -> None:
    header, rows = (
        "Příjmení;Datum narození;Druh;Rok",
        ["B;1.1.2010;odpad;2018", "A;1.1.2011;odpad;2018", "C;1.1.2009;odpad;2018"],
    )
    there = _take(_csv(tmp_path, header, *rows, name="a.csv")).facts["person_id"].to_list()
    back = _take(_csv(tmp_path, header, *reversed(rows), name="b.csv")).facts["person_id"].to_list()
    assert there == list(reversed(back))


def test_a_birth_number_gives_the_birth_date_and_must_agree_with_it(tmp_path: Path) -> None:
    header = "Rodné číslo;Datum narození;Druh;Rok"
    agree, differ = "105201/1234;1.2.2010;odpad;2018", "105201/1234;1.3.2010;odpad;2018"
    intake = _take(_csv(tmp_path, header, agree, differ, "105201/1234;;odpad;2018"))
    assert intake.facts["birth_date_from"].to_list() == [date(2010, 2, 1)] * 2
    assert intake.rejected.select("row", "column").rows() == [(3, "Rodné číslo")]
    assert "1052011234" not in str(intake.facts["person_id"].to_list())


def test_the_program_notices_a_lost_row(tmp_path: Path) -> None:
    from attrs import evolve

    intake = _take(_csv(tmp_path, HEADER, GOOD, GOOD))
    with pytest.raises(ReconciliationError, match="2 rows in, 1 usable"):
        reconcile(evolve(intake, facts=intake.facts.head(1)))
    with pytest.raises(ReconciliationError, match="balance"):
        reconcile(evolve(intake, facts=intake.facts.with_columns(balance=pl.lit(1))))


def test_the_shipped_list_with_errors_rejects_just_its_four_spoiled_rows() -> None:
    labels = pl.read_csv("fixtures/seznam_s_chybami_stitky.csv").filter(pl.col("expected") == "REJECT")
    intake = _take(Path("fixtures/seznam_s_chybami.xlsx"))
    assert intake.rejected["row"].to_list() == [row + 1 for row in labels["row"].to_list()]

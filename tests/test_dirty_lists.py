"""The generator of messy lists: every dirt on its own, its labels, the shipped lists."""

from __future__ import annotations

import csv
from dataclasses import fields, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from fixtures.generator import AS_OF, COLUMNS, MESSY_ROWS, MESSY_SEED, MESSY_TEXT, TEXT_SEED, WORKBOOK_SEED, generate
from fixtures.generator_dirt import (
    MESSY,
    Dirt,
    Messy,
    soil,
    write_messy_csv,
    write_messy_labels,
    write_messy_xlsx,
)
from fixtures.generator_numbers import ICO_WEIGHTS, company_number, readings
from fixtures.generator_tables import to_czech_table, typed_rows
from stdnum.cz import rc
from stdnum.util import isdigits

FIXTURES = Path(__file__).parents[1] / "fixtures"
NAMES = [knob.name for knob in fields(Dirt)]
# lines or whole columns rather than cells of rows
OF_THE_SHEET = [
    "no_person_code", "birth_numbers", "creditor_numbers", "titles", "two_line_header", "header_synonyms",
    "header_capitals", "header_no_diacritics", "header_units", "empty_columns", "empty_rows", "repeat_header_every",
    "subtotal_every", "grand_total", "notes",
]  # fmt: skip
# about people and rows: the cells are those of somebody else, or of the same row again
OF_PEOPLE = ["twins", "namesakes", "duplicates", "guardians", "spare_series", "nine_digits", "zero_balance",
             "negative_balance"]  # fmt: skip
OF_CELLS = [name for name in NAMES if name not in OF_THE_SHEET + OF_PEOPLE]


@cache
def clean() -> pl.DataFrame:
    return generate(MESSY_ROWS, MESSY_SEED, FIXTURES / "obce_karlovarsky.csv")


@cache
def shipped(name: str) -> Messy:
    return soil(clean(), MESSY, WORKBOOK_SEED) if name == "xlsx" else soil(clean(), MESSY_TEXT, TEXT_SEED)


def alone(knob: str) -> Messy:
    """Return the list with one knob on; what is about numbers is of everybody's."""
    on: dict[str, Any] = {knob: getattr(MESSY, knob)}
    if knob in {"birth_date_left_out", "spare_series"}:
        on["birth_numbers"] = 1.0
    return soil(clean(), replace(Dirt(), **on), 5)


def marks(messy: Messy, knob: str) -> list[tuple[int, str]]:
    """Return line and column of every place of a dirt."""
    found = ((label.line, mark.rpartition(":")) for label in messy.labels for mark in label.dirt)
    return [(line, column) for line, (column, _, name) in found if name == knob]


def test_without_dirt_the_sheet_is_the_clean_table() -> None:
    messy, table = soil(clean(), Dirt(), 5), to_czech_table(clean())
    assert messy.lines == [table.columns, *typed_rows(table)]
    assert [label.kind for label in messy.labels] == ["header"] + ["row"] * table.height
    assert [label.clean_rows for label in messy.labels[1:]] == [(row,) for row in range(1, table.height + 1)]
    assert not any(label.dirt for label in messy.labels)
    assert messy.clean.select(list(COLUMNS)).drop("person_id").equals(clean().drop("person_id"))


@pytest.mark.sweep(25)
@pytest.mark.parametrize("knob", NAMES)
def test_every_knob_alone_makes_its_dirt_and_says_where(knob: str) -> None:
    assert getattr(MESSY, knob)
    assert marks(alone(knob), knob)


@pytest.mark.sweep(20)
@pytest.mark.parametrize("knob", OF_CELLS)
def test_a_soiled_cell_differs_from_the_clean_one(knob: str) -> None:
    messy = alone(knob)
    header = messy.lines[0]
    table = to_czech_table(messy.clean)
    columns = map(list, zip(*typed_rows(table), strict=True))
    whole: dict[str, list[Any]] = dict(zip(table.columns, columns, strict=True))
    whole["Rodné číslo"] = [digits and f"{digits[:6]}/{digits[6:]}" for digits in messy.clean["birth_number"]]
    whole["IČO"] = messy.clean["creditor_ico"].to_list()
    by_line = {label.line: label for label in messy.labels}
    for line, column in marks(messy, knob):
        written = messy.lines[line - 1][header.index(column)]
        assert written != whole[column][by_line[line].clean_rows[0] - 1], (line, column)


def test_turning_one_knob_does_not_move_the_dirt_of_another() -> None:
    both = soil(clean(), Dirt(kind_words=0.2, date_iso=0.2), 5)
    assert marks(both, "kind_words") == marks(soil(clean(), Dirt(kind_words=0.2), 5), "kind_words")
    assert marks(both, "date_iso") == marks(soil(clean(), Dirt(date_iso=0.2), 5), "date_iso")


@pytest.mark.parametrize("name", ["xlsx", "csv"])
def test_the_shipped_lists_are_what_the_generator_writes(name: str, tmp_path: Path) -> None:
    messy, path = shipped(name), tmp_path / f"seznam_z_praxe.{name}"
    write = write_messy_xlsx if name == "xlsx" else write_messy_csv
    write(messy, path)
    assert path.read_bytes() == (FIXTURES / path.name).read_bytes()
    labels = tmp_path / f"seznam_z_praxe_{name}_stitky.csv"
    write_messy_labels(messy, labels)
    assert labels.read_bytes() == (FIXTURES / labels.name).read_bytes()


def test_the_same_seed_gives_the_same_sheet_and_another_seed_another() -> None:
    assert soil(clean(), MESSY, 8).lines == soil(clean(), MESSY, 8).lines
    assert soil(clean(), MESSY, 8).lines != soil(clean(), MESSY, 9).lines


@pytest.mark.parametrize("knob", NAMES)
def test_the_shipped_lists_show_every_dirt_at_least_twice(knob: str) -> None:
    assert len(marks(shipped("xlsx"), knob)) + len(marks(shipped("csv"), knob)) >= 2


@pytest.mark.parametrize("name", ["xlsx", "csv"])
def test_every_line_has_a_label_and_every_clean_row_a_line(name: str) -> None:
    messy = shipped(name)
    assert [label.line for label in messy.labels] == list(range(1, len(messy.lines) + 1))
    rows = [label for label in messy.labels if label.kind == "row"]
    assert {row for label in rows for row in label.clean_rows} == set(range(1, MESSY_ROWS + 1))
    doubled = sum(len(label.clean_rows) for label in rows if "*:duplicates" in label.dirt)
    assert sum(len(label.clean_rows) for label in rows) == MESSY_ROWS + doubled
    assert all((label.expect is None) == (label.kind != "row") for label in messy.labels)
    assert sum(label.expect == "reject" for label in rows) <= 8
    assert sum(label.expect == "same" for label in rows) > 0.85 * len(rows)
    for line, label in zip(messy.lines, messy.labels, strict=True):
        assert label.kind != "empty" or all(cell is None for cell in line)


@pytest.mark.parametrize("name", ["xlsx", "csv"])
def test_the_people_behind_the_dirt_keep_their_labels(name: str) -> None:
    """Only what decides nothing is changed in the clean rows: names, amounts, birth dates of plain situations."""
    unchanged = ["person_id", "debt_kind", "fee_type", "fee_year", "due_on", "arose_on", "institution_kind",
                 "institution_months", "owners_association", "full_capacity_on", "expected", "scenario"]  # fmt: skip
    assert shipped(name).clean.select(unchanged).equals(clean().select(unchanged))
    behind = shipped(name).clean.select("birth_date", "expected", "due_on").rows()
    for (born, expected, due), before in zip(behind, clean()["birth_date"], strict=True):
        if born != before:
            majority = born.replace(year=born.year + 18, day=min(born.day, 28))
            assert born < due
            assert (due >= majority) == (expected == "NOT_CHILD_DEBT")


def test_birth_numbers_hold_and_tell_the_birth_date() -> None:
    given = shipped("xlsx").clean.filter(pl.col("birth_number").is_not_null())
    people = given.unique("person_id")
    assert people["birth_number"].is_unique().all()
    assert 0.65 < people.height / clean()["person_id"].n_unique() < 0.85
    for digits, born in people.select("birth_number", "birth_date").iter_rows():
        assert rc.is_valid(digits)
        assert rc.get_birth_date(digits) == born
    guardians = shipped("xlsx").clean["guardian_birth_number"].drop_nulls()
    assert all(map(rc.is_valid, guardians))
    # the numbers a list shows, where nothing is spoiled in them
    spoiled = {line for knob in ("wrong_checksum", "lost_zero", "no_slash") for line, _ in marks(shipped("csv"), knob)}
    for line, cells in enumerate(shipped("csv").lines, start=1):
        for cell in cells if line not in spoiled else []:
            if isinstance(cell, str) and len(cell) == len("YYMMDD/SSSS") and cell[6] == "/" and isdigits(cell[:6]):
                assert rc.is_valid(cell), (line, cell)


def test_no_birth_number_where_the_birth_date_is_missing() -> None:
    without = shipped("xlsx").clean.filter(pl.col("birth_date").is_null())
    assert without.height > 0
    assert without["birth_number"].null_count() == without.height


def test_company_numbers_hold() -> None:
    for number in map(company_number, range(200)):
        rest = sum(int(digit) * weight for digit, weight in zip(number, ICO_WEIGHTS, strict=False)) % 11
        assert len(number) == 8
        assert int(number[-1]) == (11 - rest) % 10
        assert number.lstrip("0").startswith("99")


@pytest.mark.parametrize(("digits", "count"), [
    ("9801010015", 1),  # ten digits say one thing
    ("506154567", 1),  # as nine digits there is no such day
    ("101014567", 2),  # 14 October 1910, or 1 January 2001 without its zero
])  # fmt: skip
def test_digits_without_a_slash_may_have_two_readings(digits: str, count: int) -> None:
    assert len(readings(digits)) == count
    assert all(day <= AS_OF for day in readings(digits))


def test_totals_are_the_sums_of_the_rows_above_them() -> None:
    messy = alone("grand_total")
    place = messy.lines[0].index("Jistina")
    kinds = [label.kind for label in messy.labels]
    amounts = [line[place] for line, kind in zip(messy.lines, kinds, strict=True) if kind == "row"]
    assert kinds[-1] == "total"
    assert messy.lines[-1][place] == sum(amount for amount in amounts if isinstance(amount, Decimal))


def test_joined_years_stand_for_their_rows_and_their_sum() -> None:
    for knob in ("years_joined", "years_listed"):
        messy = alone(knob)
        header = messy.lines[0]
        for label in messy.labels:
            if len(label.clean_rows) < 2:
                continue
            fees = messy.clean[[row - 1 for row in label.clean_rows]]["principal"].to_list()
            written = str(messy.lines[label.line - 1][header.index("Jistina")])
            assert sum(map(float, written.split("+"))) == sum(map(float, fees))
            assert knob == "years_listed" or len(set(fees)) == 1


def test_merged_cells_stand_only_in_the_first_row_of_a_person() -> None:
    messy = shipped("xlsx")
    vertical = [area for area in messy.merged if area.first_line < area.last_line]
    assert vertical
    for area in vertical:
        column = [messy.lines[line][area.first_column] for line in range(area.first_line, area.last_line + 1)]
        assert column[0] is not None
        assert column[1:] == [None] * (len(column) - 1)
        assert all(messy.labels[line].kind == "row" for line in range(area.first_line, area.last_line + 1))


@pytest.mark.parametrize("encoding", ["cp1250", "utf-8", "utf-8-sig", "cp852", "iso-8859-2"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_text_in_every_encoding_and_with_every_separator(encoding: str, separator: str, tmp_path: Path) -> None:
    path = tmp_path / "seznam.csv"
    write_messy_csv(shipped("csv"), path, encoding, separator)
    with path.open(encoding=encoding, newline="") as file:
        lines = list(csv.reader(file, delimiter=separator))
    assert len(lines) == len(shipped("csv").lines)
    assert "Příjmení" in next(line for line in lines if "Jméno" in line)

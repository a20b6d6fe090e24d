"""Titles, headers in two lines, totals, notes: what is a debt and what stands apart, and that nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from dluhy.intake.delimited import read_delimited
from dluhy.intake.grids import Merged, grid
from dluhy.intake.layout import lay_out, likeness

if TYPE_CHECKING:
    from dluhy.intake.grids import Grid
    from dluhy.intake.layout import Table

HEADER = "Příjmení;Jméno;Datum narození;Druh;Rok;Jistina;Zůstatek"
DEBT = "Nováková;Eva;1.2.2010;odpad;2018;500,00;500,00"


def _grid(*lines: str) -> Grid:
    return read_delimited("\n".join(lines).encode(), likeness).grid


def _table(*lines: str) -> Table:
    table = lay_out(_grid(*lines))
    filled = sum(any(cell.strip() for cell in line.split(";")) for line in lines)
    assert table.rows.height + table.apart.height + len(table.broken) == filled, "a line was lost"
    return table


def _kinds(table: Table) -> dict[int, str]:
    return dict(table.apart.select("row", "kind").rows())


def test_titles_above_the_table_stand_apart() -> None:
    table = _table("Městský úřad", ";;Seznam pohledávek", "", HEADER, DEBT)
    assert _kinds(table) == {1: "title", 2: "title", 4: "header"}
    assert table.rows["row"].to_list() == [5]
    assert table.problems == []


def test_a_header_in_two_lines_is_read_together() -> None:
    upper = "Dlužník;;;Zákonný zástupce;Pohledávka;;Částky v Kč;"
    lower = "Příjmení;Jméno;Datum narození;Jméno;Druh;Rok;Jistina;Zůstatek"
    table = _table(upper, lower, "Nováková;Eva;1.2.2010;Jana;odpad;2018;500;500")
    assert table.header_rows == (1, 2)
    assert table.columns.how["guardian_name"] == "group"
    assert table.columns.label("guardian_name") == "Zákonný zástupce – Jméno"
    assert table.columns.positions["first_name"] == 1
    assert table.problems == []


def test_a_lower_header_that_says_it_all_needs_no_upper_one() -> None:
    table = _table("Dlužník;;;Pohledávka;;Částky;", HEADER, DEBT)
    assert table.header_rows == (2,)
    assert _kinds(table) == {1: "title", 2: "header"}


def test_repeated_headers_of_printed_pages_are_no_debts() -> None:
    table = _table("Dlužník;;;Pohledávka;;Částky;", HEADER, DEBT, "Dlužník;;;Pohledávka;;Částky;", HEADER, DEBT)
    assert _kinds(table) == {1: "title", 2: "header", 4: "repeated_header", 5: "repeated_header"}
    assert table.rows["row"].to_list() == [3, 6]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Celkem;;;;;1000,00;1000,00", "total"),
        ("CELKEM:;;;;;1000,00;", "total"),
        (";;Součet;;;1000,00;1000,00", "total"),
        (";;;;Částka celkem;1000,00;1000,00", "total"),
        ("Mezisoučet;;;;;500,00;500,00", "subtotal"),
        ("Celkem za obec Nikde;;;;;500,00;500,00", "subtotal"),
        (";;;;;1000,00;1000,00", "unlabelled"),
        ("Zpracovala: Vymyšlená;;;;;;", "note"),
        ("Pozn.: částky bez nákladů;;;;;;", "note"),
        ("Celkem 2 řádky;;;;;;", "note"),
        (";;;konec výpisu ze systému;;;", "note"),
    ],
)
def test_totals_and_notes_stand_apart(line: str, kind: str) -> None:
    table = _table(HEADER, DEBT, line, DEBT)
    assert _kinds(table)[3] == kind
    assert table.rows["row"].to_list() == [2, 4]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Celkem;;;;1;1000;1000", "total"),  # a count in a column of another meaning
        ("1;Celkem;;;;1000;1000", "total"),
    ],
)
def test_a_total_beside_a_count_is_a_total(line: str, kind: str) -> None:
    header = "Kód osoby;Příjmení;Datum narození;Druh;Rok;Jistina;Zůstatek"
    table = lay_out(_grid(header, "P1;Malá;1.1.2010;odpad;2018;1000;1000", line))
    assert _kinds(table)[3] == kind


@pytest.mark.parametrize("upper", ["Matka", "Zákonný zástupce", "Oprávněný"])
def test_under_another_person_nothing_is_the_debtors(upper: str) -> None:
    table = lay_out(
        _grid(f"Dítě;;{upper};;Dluh;", "Příjmení;Jméno;Jméno;Rodné číslo;Druh;Rok", "A;B;C;805101/0011;odpad;2018")
    )
    assert table.header_rows == (1, 2)
    assert "birth_number" not in table.columns.positions
    assert table.columns.positions["first_name"] == 1


def test_a_second_table_above_the_header_is_refused_line_by_line() -> None:
    first = ["Jmeno;Narozen dne;Za co;Kolik;Kdy", "Malá;1.1.2010;odpad;600;2018"]
    table = _table(*first, HEADER, DEBT)
    assert [(line.number, line.code) for line in table.broken] == [(2, "above_header")]


def test_a_debt_is_no_repeated_line_of_the_preamble() -> None:
    table = _table("odpad;2018", "Druh;Rok;Narozen;Zůstatek", "odpad;2018;;", "odpad;2018;1.1.2010;5")
    assert table.rows["row"].to_list() == [3, 4]


@pytest.mark.parametrize(
    "line",
    [
        "Sumarová;Eva;;;;600;600",
        "Novák;Jan;;;;;",
        "Celkemová;Eva;1.2.2010;odpad;2018;500;500",  # a surname
        ";;;odpad;2018;500;500",  # nobody known
        "Celkem;;;odpad;2018;500;500",  # a total with a kind and a year is none
        ";;1.2.2010;;;500;",
        "Nováková;;1.2.2010;;;;",
        ";;;Bůhvíco;;500;",
    ],
)
def test_what_may_be_a_debt_is_never_set_apart(line: str) -> None:
    table = _table(HEADER, DEBT, line)
    assert _kinds(table) == {1: "header"}
    assert table.rows["row"].to_list() == [2, 3]


def test_short_and_long_lines_are_told_with_their_cells() -> None:
    table = _table(HEADER, DEBT, "Malá;Eva;1.2.2010;odpad", DEBT + ";navíc", DEBT + ";")
    assert [(line.number, line.code) for line in table.broken] == [(3, "too_few_cells"), (4, "too_many_cells")]
    assert table.rows["row"].to_list() == [2, 5]


def test_a_quoted_header_over_several_lines_keeps_the_numbers_of_lines() -> None:
    table = lay_out(_grid('Příjmení;"Datum\nnarození";Druh;Rok', "Malá;1.1.2010;odpad;2018"))
    assert table.rows["row"].to_list() == [3]
    assert "birth_date" in table.columns.positions


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_the_one_under_which_headers_are_known(separator: str) -> None:
    lines = ["Obec: Nikde; odbor financí, kancelář | 12", HEADER.replace(";", separator), "a,b;c|d\te"]
    read = read_delimited("\n".join(lines).encode(), likeness)
    assert read.separator == separator


def test_a_declared_separator_is_taken() -> None:
    read = read_delimited(b"sep=|\nDruh|Rok\nodpad|2018", likeness)
    assert read.separator == "|"
    assert lay_out(read.grid).rows["row"].to_list() == [3]


def test_merged_cells_give_their_value_to_every_row() -> None:
    cells = pl.DataFrame({
        "a": ["Příjmení", "Malá", None, None, "Velká"], "b": ["Datum narození", "1.1.2010", None, None, "1.1.2011"],
        "c": ["Druh", "odpad", "odpad", "pes", "pes"], "d": ["Rok", "2016", "2017", "2018", "2018"],
    })  # fmt: skip
    overlapping = (Merged(1, 2, 4), Merged(1, 2, 4), Merged(1, 3, 4_000_000_000))
    sheet = grid("List1", cells, merged=(Merged(0, 2, 3), *overlapping))
    table = lay_out(sheet)
    assert table.rows["0"].to_list() == ["Malá", "Malá", None, "Velká"]
    assert table.rows["1"].to_list() == ["1.1.2010", "1.1.2010", "1.1.2010", "1.1.2011"]
    assert sorted(table.filled_down.rows()) == [(3, 0), (3, 1), (4, 1)]


def test_a_header_row_that_is_asked_for_is_taken() -> None:
    table = lay_out(_grid("Druh;Rok;x", "a;b;c", "d;e;f"), header_row=2)
    assert table.columns.headers == ("a", "b", "c")

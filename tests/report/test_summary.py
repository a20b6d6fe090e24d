"""The summary and the sheet of what the intake did, with totals, notes and repairs made for the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import fastexcel
import polars as pl
import pytest
from attrs import evolve
from tests.conftest import AS_OF

from dluhy import check_list
from dluhy.intake.notices import bit
from dluhy.report import blocks, counts, sheets
from dluhy.report.layout import Sum
from dluhy.report.tables import Tables
from dluhy.report.texts import texts
from dluhy.report.treated import treated
from dluhy.report.workbook import write_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult


@pytest.fixture(scope="module")
def noted(shipped: ListResult) -> ListResult:
    """The shipped list as if it had totals, notes, a repaired cell and a row divided by years."""
    totals = [(7, "subtotal", "balance", 100, 100), (8, "subtotal", "balance", 100, None),
              (9, "total", "balance", 500, 300)]  # fmt: skip
    intake = evolve(
        shipped.intake,
        totals=pl.DataFrame(totals, schema=shipped.intake.totals.schema, orient="row"),
        apart=pl.DataFrame(
            [(1, "title", "Tajný nadpis"), (9, "total", "Celkem 5")], schema=shipped.intake.apart.schema, orient="row"
        ),
        repaired=pl.DataFrame(
            [(2, "Datum narození", bit("repairs", "slash_date"), "1/7/2012", "1. 7. 2012")],
            schema=shipped.intake.repaired.schema,
            orient="row",
        ),
    )
    first = pl.col("row") == shipped.judged["row"][0]
    judged = shipped.judged.with_columns(
        warnings=pl.when(first).then(bit("warnings", "zero_balance")).otherwise(0).cast(pl.UInt32),
        repairs=pl.when(first).then(bit("repairs", "slash_date")).otherwise("repairs").cast(pl.UInt32),
    )
    part = judged.head(1).with_columns(part=pl.lit(2, dtype=pl.UInt16))
    divided = judged.with_columns(part=pl.when(first).then(1).otherwise(0).cast(pl.UInt16))
    return evolve(shipped, intake=intake, judged=pl.concat([divided.head(1), part, divided.slice(1)]))


def test_rows_and_lines_that_are_no_debts_add_up_in_the_sentences(noted: ListResult) -> None:
    said = [line.replace("\u00a0", " ") for line in blocks.sentences(Tables(noted, texts("cs")))]
    assert said[:3] == [
        "V seznamu je 300 řádků: posouzeno 296, odmítnuto 4.",
        "Vedle toho stojí v listu 2 řádky, které nejsou dluhy (nadpisy, součty, poznámky).",
        "Rozdělením řádků po letech vzniklo 297 dluhů.",
    ]
    assert any(line.startswith("U 1 řádku je upozornění k údajům") for line in said)


def test_totals_of_the_list_that_differ_stand_first_and_plainly(noted: ListResult) -> None:
    (block,) = counts.own_totals(Tables(noted, texts("cs")))
    assert block.sentences[0].endswith("Souhlasí 1, nesouhlasí 1, nelze porovnat 1.")
    assert [line[-1] for line in block.rows] == ["NESOUHLASÍ", "nelze porovnat", "souhlasí"]
    assert block.rows[0][1:4] == [Sum(500), Sum(300), Sum(200)]


def test_counts_of_every_table_add_up_to_the_whole_list(shipped: ListResult) -> None:
    tables = Tables(shipped, texts("cs"))
    debts = shipped.judged.height
    balance = shipped.judged["balance"].sum()
    for block in (counts.by_verdict(tables), counts.by_rule(tables)):
        assert sum(line[1] for line in block.rows if isinstance(line[1], int)) == debts
        assert sum(line[2].halere for line in block.rows if isinstance(line[2], Sum)) == balance
    (creditors,) = counts.by_creditor(tables)
    assert sum(line[1] for line in creditors.rows if isinstance(line[1], int)) == debts
    assert sum(line[3].halere for line in creditors.rows if isinstance(line[3], Sum)) == balance
    to_stop = shipped.judged.filter(pl.col("child_owes") == "no")["balance"].sum()
    assert sum(line[4].halere for line in creditors.rows if isinstance(line[4], Sum)) == to_stop
    assert len(creditors.rows) == 21
    assert str(creditors.rows[-1][0]).startswith("ostatních")


def test_spellings_of_one_creditor_are_one_line_under_the_most_frequent(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text(
        "Kód osoby;Datum narození;Druh;Rok;Oprávněný\n"
        "a;1.1.2010;odpad;2018;MESTO CHEB\nb;1.1.2010;odpad;2018;Město Cheb\nc;1.1.2010;odpad;2018;Město Cheb\n",
        encoding="utf-8",
    )
    (block,) = counts.by_creditor(Tables(check_list(path, AS_OF), texts("cs")))
    assert block.rows == [["Město Cheb", 3, 3, "neuvedeno", "neuvedeno"]]


def test_a_divided_row_shows_its_parts_and_an_undivided_list_has_no_such_column(
    noted: ListResult, shipped: ListResult
) -> None:
    debts = sheets.debts(Tables(noted, texts("cs"))).whole()
    assert debts["part"].to_list()[:3] == [1, 2, None]
    assert debts["row"].to_list()[0] == debts["row"].to_list()[1]
    assert "part" not in sheets.debts(Tables(shipped, texts("cs"))).whole().columns


def test_notes_and_repairs_of_a_row_stand_beside_it_in_words(noted: ListResult) -> None:
    debts = sheets.debts(Tables(noted, texts("cs"))).whole()
    assert debts["warnings"].to_list()[0].replace("\u00a0", " ") == "zůstatek je nula"
    assert debts["repairs"].to_list()[0].replace("\u00a0", " ") == "datum psané s lomítky"


def test_rejected_repaired_and_other_lines_stand_in_one_table(noted: ListResult) -> None:
    table = treated(Tables(noted, texts("cs"))).whole()
    assert table["treatment"].to_list() == ["odmítnuto"] * 4 + ["opraveno"] + ["mimo tabulku"] * 2
    assert table.row(4)[3:] == ("datum psané s\u00a0lomítky", "1/7/2012", "1. 7. 2012")
    assert table["original"].to_list()[-2:] == ["Tajný nadpis", "Celkem 5"]
    parts = treated(Tables(noted, texts("cs")))
    assert pl.concat([parts.make(first, 3) for first in (0, 3, 6)]).equals(table)


@pytest.mark.parametrize("only", [None, "children"])
def test_a_pseudonymised_workbook_holds_no_name_birthday_or_original_cell(
    noted: ListResult, tmp_path: Path, only: str | None
) -> None:
    hidden = evolve(noted, intake=evolve(noted.intake, pseudonymised=True))
    write_workbook(hidden, tmp_path / "v.xlsx", "cs", None if only is None else "children")
    book = fastexcel.read_excel(str(tmp_path / "v.xlsx"))
    sheets_read = {
        name: book.load_sheet(name, dtypes="string", header_row=None).to_polars() for name in book.sheet_names
    }
    heads = {value for frame in list(sheets_read.values())[1:7] for value in frame.row(0)}
    assert heads.isdisjoint({"Příjmení", "Jméno", "Datum narození", "Dní do 18 let", "Původní obsah buňky"})
    assert "Naléhavost" in heads
    said = "".join(str(frame.rows()) for frame in sheets_read.values())
    for secret in ("Bůhvíco", "31.2.2010", "1/7/2012", "Tajný", "Celkem 5"):
        assert secret not in said
    surnames = set(noted.intake.personal["last_name"].drop_nulls())
    assert not [name for name in surnames if f"{name}'" in said or f"{name} " in said]

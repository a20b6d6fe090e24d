"""A selection: the same filter on every sheet and in every export, while the summary counts the whole list."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import fastexcel
import polars as pl
import pytest

from dluhy.report import blocks, sheets
from dluhy.report.asks import to_find_out
from dluhy.report.export import write_result
from dluhy.report.tables import Tables
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult
    from dluhy.report.selection import Only

SELECTIONS: dict[Only, pl.Expr] = {
    "children": pl.col("list").cast(pl.String) == "LIST-1",
    "adults": pl.col("list").cast(pl.String) == "LIST-2",
    "undecided": pl.col("outcome").cast(pl.String) == "NEEDS_DATA",
}


@pytest.mark.parametrize("only", SELECTIONS)
def test_people_debts_and_questions_are_those_of_the_selection(shipped: ListResult, only: Only) -> None:
    tables = Tables(shipped, texts("cs"), only)
    expected = shipped.judged.filter(SELECTIONS[only])
    assert 0 < expected.height < shipped.judged.height
    assert sheets.debts(tables).whole()["row"].to_list() == expected["row"].to_list()
    people = sheets.people(tables).whole()["person"].to_list()
    assert sorted(people) == sorted(expected["person_id"].unique())
    assert people == [person for person in shipped.people["person_id"] if person in set(people)]
    asked = to_find_out(tables).whole()["person"]
    assert set(asked.filter(~asked.str.contains(r"^[0-9]+ osob[ay]?$"))) <= set(people)


@pytest.mark.parametrize("only", SELECTIONS)
def test_steps_are_those_that_serve_a_selected_row(shipped: ListResult, only: Only) -> None:
    selected = set(shipped.judged.filter(SELECTIONS[only])["row"])
    serving = [bool(selected & set(rows)) for rows in shipped.steps["rows"].to_list()]
    assert Tables(shipped, texts("cs"), only).steps.equals(shipped.steps.filter(pl.Series(serving)))


def test_the_summary_counts_the_whole_list_and_says_what_is_shown(shipped: ListResult, tmp_path: Path) -> None:
    whole, part = (Tables(shipped, texts("cs"), only) for only in (None, "children"))
    assert blocks.sentences(whole) == blocks.sentences(part)
    write_result(shipped, tmp_path / "v.xlsx", "cs", only="children")
    book = fastexcel.read_excel(str(tmp_path / "v.xlsx"))
    said = str(book.load_sheet("Souhrn", dtypes="string", header_row=None).to_polars().rows())
    about = str(book.load_sheet("O výsledku", dtypes="string", header_row=None).to_polars().rows())
    assert "ukazují jen výběr: děti s" in said.replace("\\xa0", " ")
    assert "Doklad platí pro celý výsledek" in about.replace("\\xa0", " ")


@pytest.mark.parametrize("only", SELECTIONS)
@pytest.mark.parametrize("ending", [".csv", ".ndjson", ".parquet"])
def test_exports_hold_the_selected_rows_and_the_whole_receipt(
    shipped: ListResult, tmp_path: Path, only: Only, ending: str
) -> None:
    path = tmp_path / f"v{ending}"
    written = write_result(shipped, path, "cs", only=only)
    match ending:
        case ".csv":
            rows = pl.read_csv(path, separator=";", infer_schema=False)["row"].cast(pl.UInt32).to_list()
        case ".ndjson":
            rows = [json.loads(line)["row"] for line in path.read_text(encoding="utf-8").splitlines()]
        case _:
            rows = pl.read_parquet(path)["row"].to_list()
    assert rows == shipped.judged.filter(SELECTIONS[only])["row"].to_list()
    receipt = json.loads(written.receipt.read_bytes())
    assert receipt["rows_judged"] == shipped.judged.height


def test_the_terminal_says_what_was_selected_and_what_to_do_first(shipped: ListResult) -> None:
    lines = [line.replace("\u00a0", " ") for line in blocks.summary_lines(shipped, texts("cs"), "children")]
    debts = shipped.judged.filter(SELECTIONS["children"])
    assert f"Výběr „děti s dluhem“: {debts.height} dluhů, {debts['person_id'].n_unique()} osob." in lines
    assert lines[-1].startswith("Nejdřív: ")
    assert lines[-1].endswith(f"(osoba {shipped.people['person_id'][0]}).")

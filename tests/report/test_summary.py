"""The summary and the sheet of what the intake did, with totals, notes and repairs made for the test."""

from __future__ import annotations

import re
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
    assert said[:4] == [
        "V seznamu je 300 řádků: posouzeno 296, odmítnuto 4.",
        "Kromě toho jsou v seznamu 2 řádky, které nejsou dluhy (nadpisy, záhlaví, součty, poznámky).",
        "Rozdělením řádků podle let vzniklo 297 dluhů.",
        "Součty v seznamu nesouhlasí (1), viz konec Souhrnu.",
    ]
    assert any(line.startswith("U 1 řádku je upozornění k údajům") for line in said)


def test_totals_of_the_list_that_differ_stand_first_and_plainly(noted: ListResult) -> None:
    (block,) = counts.own_totals(Tables(noted, texts("cs")))
    assert block.sentences[0].endswith("Souhlasí 1, nesouhlasí 1, nelze porovnat 1.")
    answers = [str(line[-1]).replace("\u00a0", " ") for line in block.rows]
    assert answers == ["NESOUHLASÍ", "nelze porovnat (nečitelná částka v bloku)", "souhlasí"]
    assert block.rows[0][1:4] == [Sum(500), Sum(300), Sum(200)]
    assert block.rows[-1][0] == "1 součet, který souhlasí"
    assert any("Součty" in line for line in blocks.summary_lines(noted, texts("cs")))


def test_totals_that_agree_are_one_line_and_no_alarm(noted: ListResult) -> None:
    agreeing = pl.DataFrame(
        [(row, "subtotal", "balance", 100, 100) for row in range(7, 12)],
        schema=noted.intake.totals.schema,
        orient="row",
    )
    tables = Tables(evolve(noted, intake=evolve(noted.intake, totals=agreeing)), texts("cs"))
    (block,) = counts.own_totals(tables)
    assert [line[0] for line in block.rows] == ["5 součtů, které souhlasí"]
    assert not any("Součty" in line for line in blocks.sentences(tables))


def test_people_of_the_sentence_add_up(shipped: ListResult) -> None:
    said = [line.replace("\u00a0", " ") for line in blocks.sentences(Tables(shipped, texts("cs")))]
    line = next(line for line in said if re.match(r"[0-9]+ os(oba|oby|ob):", line))
    total, *parts = map(int, re.findall(r"[0-9]+", line.replace("z dětství", "")))
    assert total == sum(parts) == shipped.people.height
    assert "dětí s dluhem" in line


def _list(folder: Path, *balances: str) -> Path:
    path = folder / "s.csv"
    lines = "\n".join(f"a{n};1.1.2010;odpad;2018;{balance}" for n, balance in enumerate(balances))
    path.write_text(f"Kód osoby;Datum narození;Druh;Rok;Zůstatek\n{lines}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("balances", "said"), [
    (("500", "300"), "(zůstatek 800,00 Kč)"),
    (("500", ""), "(zůstatek nejméně 500,00 Kč, u některých řádků není uveden)"),
    (("500", "-200"), "(zůstatek 300,00 Kč, z toho přeplatky −200,00 Kč)"),
    (("500", "-200", ""),
     "(zůstatek uvedených řádků 300,00 Kč, z toho přeplatky −200,00 Kč; u některých řádků není uveden)"),
    (("", ""), "(zůstatek v seznamu není nebo nebyl rozpoznán)"),
])  # fmt: skip
def test_overpayments_are_told_apart_and_no_least_is_claimed_beside_them(
    tmp_path: Path, balances: tuple[str, ...], said: str
) -> None:
    result = check_list(_list(tmp_path, *balances), AS_OF)
    tables = Tables(result, texts("cs"))
    (line,) = (line.replace("\u00a0", " ") for line in blocks.sentences(tables) if "není dlužníkem dítě" in line)
    assert line == f"U {len(balances)} dluhů není dlužníkem dítě {said}."
    noted = [block.heading for block in blocks.summary(tables) if any("přeplatky" in s for s in block.sentences[:1])]
    assert bool(noted) == ("-200" in balances)


def test_nothing_is_said_of_no_debts_and_no_code_of_a_rule_is_shown(shipped: ListResult, tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok\na;1.1.1980;odpad;2018\n", encoding="utf-8")
    said = " ".join(blocks.sentences(Tables(check_list(path, AS_OF), texts("cs"))))
    assert "není dlužníkem" not in said
    shown = " ".join(
        str(cell) for block in blocks.summary(Tables(shipped, texts("cs"))) for row in block.rows for cell in row
    )
    assert not re.search(r"\b[A-Z]+_[A-Z_]+\b", shown)


def test_what_to_do_first_stands_surely_where_the_person_has_such_a_step_and_the_office_comes_first(
    shipped: ListResult,
) -> None:
    tables = Tables(shipped, texts("cs"))
    first = blocks.first_steps(tables)
    assert first["own"].to_list() == sorted(first["own"], reverse=True)
    steps = shipped.checker.pack.steps
    for line in first.iter_rows(named=True):
        mine = shipped.steps.filter(pl.col("person_id") == line["person_id"])
        sure = [s for s, c in mine.select("step", "conditional").rows() if not c and not steps[s][1].preparatory]
        assert not line["conditional"] or not sure
        assert line["own"] or not any(steps[step][1].actor in {"office", "municipality"} for step in sure)
    block = blocks.summary(tables)[1]
    terminal = blocks.summary_lines(shipped, texts("cs"))[-1]
    assert str(block.rows[0][0]) in terminal


def test_a_step_with_a_condition_is_told_with_it(tmp_path: Path) -> None:
    result = check_list(_list(tmp_path, "500"), AS_OF)
    sure = evolve(result, steps=result.steps.filter("conditional"))
    line = blocks.summary_lines(sure, texts("cs"))[-1].replace("\u00a0", " ")
    assert "– jen pokud se tak vymáhá nebo je splněna podmínka kroku" in line
    assert line.endswith("(osoba a0).")


def test_a_person_is_named_once_without_double_brackets(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Příjmení;Jméno;Datum narození;Druh;Rok\nNová;Ema;1.1.2010;odpad;2018\n", encoding="utf-8")
    result = check_list(path, AS_OF)
    code = result.people["person_id"][0].strip("()")
    assert blocks.summary(Tables(result, texts("cs")))[1].rows[0][1] == f"Nová Ema ({code})"
    assert blocks.summary_lines(result, texts("cs"))[-1].replace("\u00a0", " ").endswith(f"(osoba {code}).")


def test_a_person_known_by_the_row_alone_is_written_in_the_language(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Datum narození;Druh;Rok\n1.1.2010;odpad;2018\n", encoding="utf-8")
    result = check_list(path, AS_OF)
    assert sheets.debts(Tables(result, texts("en"))).whole()["person"].to_list() == ["(row 2)"]
    assert sheets.debts(Tables(result, texts("cs"))).whole()["person"].to_list() == ["(řádek 2)"]
    assert blocks.summary_lines(result, texts("en"))[-1].endswith("(row 2).")


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
    shown = table.select("why", "original", "value").row(4)
    assert shown == ("datum psané s\u00a0lomítky", "1/7/2012", "1. 7. 2012")
    names = noted.intake.personal.select("row", "last_name")
    beside = table.filter(pl.col("treatment") != "mimo tabulku").select("row", "last_name")
    assert beside.equals(beside.select("row").join(names, on="row", how="left", maintain_order="left"))
    assert beside["last_name"].null_count() == 0
    assert table["original"].to_list()[-2:] == ["Tajný nadpis", "Celkem 5"]
    parts = treated(Tables(noted, texts("cs")))
    assert pl.concat([parts.make(first, 3) for first in (0, 3, 6)]).equals(table)


def test_a_header_is_not_repeated_and_a_rejected_row_is_not_told_as_repaired(noted: ListResult) -> None:
    intake = noted.intake
    spoiled = intake.rejected["row"][0]
    mended = pl.concat([intake.repaired, intake.repaired.with_columns(pl.lit(spoiled, dtype=pl.UInt32).alias("row"))])
    lines = [(1, "header", "Osoba | Rok"), (5, "repeated_header", "Osoba | Rok"), (6, "note", "Pozn.")]
    apart = pl.DataFrame(lines, schema=intake.apart.schema, orient="row")
    table = treated(Tables(evolve(noted, intake=evolve(intake, repaired=mended, apart=apart)), texts("cs"))).whole()
    assert table.filter(pl.col("treatment") == "opraveno")["row"].to_list() == [2]
    assert table["original"].to_list()[-3:] == [None, None, "Pozn."]


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

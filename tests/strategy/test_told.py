"""Findings point to the measures they serve wherever they are told: a screening, a workbook, papers for meetings."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from tests.conftest import ROOT

from dluhy import check_list
from dluhy.municipal.served import served_by_case
from dluhy.municipal.strategy import REPORTED, served, triggers
from dluhy.negotiating import negotiate
from dluhy.report.blocks import summary
from dluhy.report.layout import Sum
from dluhy.report.meeting import Paper
from dluhy.report.screening_text import screening_text
from dluhy.report.tables import Tables
from dluhy.report.texts import texts
from dluhy.screening import Screening, screen

AS_OF = date(2026, 11, 21)
CHILD = {
    "ref": "dítě",
    "as_of": "2026-11-21",
    "people": [{"id": "klient", "role": "debtor", "birth_date": "2009-03-01"}],
    "debts": [
        {"id": "odpad", "debtor": "klient", "kind": "local_fee_waste", "due_on": "2018-05-31", "fee_year": 2018,
         "principal": "500", "balance": "500"},
    ],
}  # fmt: skip
CASES = sorted(Path(ROOT / "fixtures/pripady").glob("*.*"))


def told(screening: Screening) -> dict[str, set[str]]:
    return {each.measure.id: {rule.id for rule in each.because}
            for each in served_by_case(screening.sources, screening.checker)}  # fmt: skip


def test_a_childs_waste_fee_serves_the_end_of_childrens_enforcements() -> None:
    found = told(screen(CHILD))
    assert found["A3.8"] >= {"LIST-1"}
    assert found["A3.8b"] == {"W2"}
    assert "A3.A" not in found  # no adult owes


def test_a_debt_paid_and_no_longer_enforced_serves_nothing() -> None:
    paid = {**CHILD, "debts": [{**CHILD["debts"][0], "balance": "0"}],  # type: ignore[dict-item]
            "enforcements": [{"id": "e", "debts": ["odpad"], "kind": "court_executor", "status": "ended"}]}  # fmt: skip
    screening = screen(paid)
    assert screening.judged["debt_finished"].to_list() == [True]
    assert told(screening) == {}
    assert screening.report("cs").measures == ()
    assert "opatřením strategie" not in screening.text("cs")


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_every_measure_has_findings_that_the_catalogue_names(path: Path) -> None:
    screening = screen(path)
    pack = screening.pack.whole or screening.pack
    for each in served_by_case(screening.sources, screening.checker):
        assert each.because
        assert {rule.id for rule in each.because} <= triggers(pack)[each.measure.id]
        assert each.measure.kind in REPORTED
        assert each.measure.does.extent != "not_done_by_software"


def test_household_and_what_can_be_said_against_a_debt_count_too() -> None:
    found = told(screen(ROOT / "fixtures/pripady/dospely_operator.json"))
    assert found["A2.2"] == {"MULTIPLE_DISADVANTAGE"}
    screening = screen(ROOT / "fixtures/pripady/dite_17_poplatky_jizdne.toml")
    against = {each.rule.id for debt in screening.sources.defects for each in debt.holding}
    assert told(screening)["A3.C"] & against


@pytest.mark.parametrize("language", ["cs", "en"])
def test_json_and_the_whole_text_tell_the_measures_the_first_screen_does_not(language: str) -> None:
    screening = screen(CHILD)
    report = screening.report("cs" if language == "cs" else "en")
    held = json.loads(screening.json("cs" if language == "cs" else "en"))["measures"]
    assert [each["id"] for each in held] == list(told(screening))
    measure = next(each for each in held if each["id"] == "A3.8")
    assert (measure["number"], measure["extent"]) == ("3.8", "done")
    assert measure["does"]
    assert {each["id"] for each in measure["because"]} == told(screening)["A3.8"]
    heading = {"cs": "Kterým opatřením strategie to slouží", "en": "Measures of the strategy that this serves"}
    whole = screening_text(report)
    section = whole.replace("\u00a0", " ").partition(heading[language])[2]
    assert all(f"• {each['id']} " in section for each in held)
    assert all(len(line) <= 100 for line in whole.splitlines())
    assert heading[language] not in screening_text(report, full=False).replace("\u00a0", " ")


def test_the_sheet_of_counts_has_the_measures_of_the_list() -> None:
    result = check_list(ROOT / "fixtures" / "seznam_z_praxe.xlsx", AS_OF)
    blocks = summary(Tables(result, texts("cs")))
    table = next(block for block in blocks if block.heading.endswith("opatření strategie"))
    counted = served(result).filter(pl.col("debts") > 0)
    want = {row[0]: row[1:4] for row in counted.rows() if not row[0].startswith("A0")}  # findings are no measures
    have = {str(row[0]).replace("\u00a0", " ").split()[0]: (row[1], row[2], row[3]) for row in table.rows}
    assert {name: (people, debts, Sum(halere)) for name, (people, debts, halere) in want.items()} == have


def test_a_list_that_serves_nothing_has_no_such_table(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    head = "Kód osoby;Datum narození;Druh;Rok;Stav exekuce;Zůstatek"
    path.write_text(f"{head}\na;1.6.2010;odpad;2022;zastavena;0\n", encoding="utf-8")
    result = check_list(path, AS_OF)
    assert result.judged["debt_finished"].to_list() == [True]
    assert not [block for block in summary(Tables(result, texts("cs"))) if "strategie" in block.heading]


@pytest.mark.thorough
def test_each_creditors_paper_names_the_measures_of_its_debts() -> None:
    found = negotiate(check_list(ROOT / "fixtures" / "seznam_z_praxe.xlsx", AS_OF))
    paper = Paper(found, texts("cs"))
    answered = triggers(paper.pack)
    measures = (paper.pack.whole or paper.pack).measures
    with_them = 0
    for meeting in found.meetings:
        last = paper.sections(meeting)[-1]
        about = {regime.outcome for regime in meeting.regimes} | {duty.rule for duty in meeting.duties}
        want = [name for name, rules in answered.items() if rules & about and measures[name].kind in REPORTED]
        named = [line.replace("\u00a0", " ").split()[0] for line in last.sentences]
        if want:
            with_them += 1
            assert last.heading.replace("\u00a0", " ") == "Kterým opatřením strategie jednání slouží"
            assert named == want
        else:
            assert "strategie" not in last.heading
    assert with_them > 3

"""Whom the counts of a client's case are about: debtors are people, children of the household stand apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conftest import ROOT

from dluhy.cli import main
from dluhy.report.suggestion_teller import CountsReport
from dluhy.report.suggestions_words import counts_told
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from dluhy.problems import Language


def test_the_debts_of_parents_are_not_told_as_their_children_s(capsys: pytest.CaptureFixture[str]) -> None:
    case = ROOT / "fixtures" / "klienti" / "06_manzele_hypoteka_dve_mzdy.json"
    with pytest.raises(SystemExit):
        main(["municipal", "suggest", str(case)])
    told = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Posouzeno: 2 lidé, 5 dluhů, 3 026 000,00 Kč; domácnost se 2 dětmi." in told
    assert "Týká se to dohromady: domácnost se 2 dětmi." in told


@pytest.mark.parametrize(
    ("language", "households", "children", "expected"),
    [
        ("cs", 1, 0, "1 domácnost"),
        ("cs", 1, 1, "domácnost s 1 dítětem"),
        ("cs", 1, 3, "domácnost se 3 dětmi"),
        ("cs", 1, 5, "domácnost s 5 dětmi"),
        ("cs", 2, 4, "2 domácnosti se 4 dětmi"),
        ("en", 1, 1, "a household with 1 child"),
        ("en", 2, 4, "2 households with 4 children"),
    ],
)
def test_children_of_a_household_are_told_with_it(
    language: Language, households: int, children: int, expected: str
) -> None:
    counts = CountsReport(
        debts=0,
        people=0,
        children=0,
        households=households,
        amounts_unknown=0,
        household_children=children,
        places=0,
        balance=None,
    )
    assert counts_told(counts, texts(language)).replace("\N{NO-BREAK SPACE}", " ") == expected

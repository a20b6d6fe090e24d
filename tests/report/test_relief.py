"""Debt relief in the report of a screening: in words, in both languages, the same figures in text and in JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from tests.case.relief_cases import RELIEF, screened

from dluhy.money import to_halere
from dluhy.report.relief_text import relief_lines
from dluhy.report.screening import screening_report
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from dluhy.problems import Language
    from dluhy.screening import Screening

LANGUAGES: tuple[Language, ...] = ("cs", "en")
DISCHARGED = {"discharged": True, "discharge_decided_on": "2020-05-20", "discharge_final_on": "2020-06-15"}


def told(screening: Screening, language: Language = "cs") -> str:
    """Return the section as text with ordinary spaces, lines joined."""
    report = screening_report(screening, language)
    return " ".join("\n".join(relief_lines(report.relief, texts(language))).replace("\xa0", " ").split())


def as_json(screening: Screening, language: Language = "cs") -> dict[str, Any]:
    """Return the section of the first debtor as other programs read it."""
    found: dict[str, Any] = json.loads(msgspec.json.encode(screening_report(screening, language).relief[0]))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_and_json_give_the_same_figures(language: Language) -> None:
    screening = screened()
    text, data = told(screening, language), as_json(screening, language)
    say = texts(language)
    sums = [data["pay"][name] for name in ("least", "own", "lowest_net")]
    sums += [data["course"][name] for name in ("first", "left_first", "paid", "creditors", "trustee")]
    sums += [variant["left_first"] for variant in data["course"]["variants"]]
    for amount in sums:
        assert say.money(to_halere(amount)).replace("\xa0", " ") in text
    mark = "," if language == "cs" else "."
    assert f"{data['course']['percent'].replace('.', mark)} %" in text
    projection = screening.relief[0].projection
    assert projection is not None
    whole, parts = divmod(projection.basis_points, 100)
    assert data["course"]["percent"] == f"{whole}.{parts:02d}"


def test_czech_says_it_carefully_and_marks_what_is_assumed() -> None:
    text = told(screened())
    assert "Pravděpodobně přípustné" in text
    assert "Předpoklad: právo je známo do 31. 12. 2026" in text
    assert "bude povoleno" not in text
    assert "Podává se k soudu: Krajský soud v Plzni" in text
    assert "§ 395 odst. 1 písm. b)" in text


def test_honest_intent_is_never_said_to_be_met() -> None:
    met = told(screened()).split("Splněno: ")[1].split(".")[0]
    assert "poctivý záměr" not in met.split("; ")
    assert "Není známa žádná z okolností" in told(screened())


def test_english_holds_no_czech_words_of_the_section() -> None:
    text = told(screened(), "en")
    assert "Probably admissible" in text
    for word in ("Oddlužení", "Splněno", "Podle:", "Předpoklad"):
        assert word not in text


def test_a_bar_of_time_is_told_with_its_day_in_both_languages() -> None:
    screening = screened(history={"insolvencies": [], "petitions": [DISCHARGED]})
    assert "Dřívější řízení brání do 15. 6. 2032" in told(screening)
    assert "15 June 2032" in told(screening, "en")
    assert as_json(screening)["entry"]["barred_until"] == "2032-06-15"


def test_what_is_short_and_the_income_that_suffices_are_told() -> None:
    relief = {name: value for name, value in RELIEF.items() if name != "contributed_monthly"}
    text = told(screened(net="16000", relief=relief))
    assert "Přípustné jen s pomocí" in text
    assert "chybí" in text
    assert "Nejnižší platby dosáhne čistý příjem aspoň" in text


def test_unknowns_are_asked_and_the_reasons_told() -> None:
    text = told(screened(history=None, relief=None, incomes=None, budget=None))
    assert "chybějí údaje" in text
    assert "Zeptejte se:" in text
    assert "příjmy nejsou známy" in text
    assert "A ještě" in text


def test_running_relief_is_said_and_nothing_else() -> None:
    insolvency = {"running": True, "relief_by_instalments": True, "began_on": "2025-02-01"}
    text = told(screened(history={"insolvencies": [insolvency], "petitions": []}))
    assert "Oddlužení už běží" in text
    assert "Kolik je třeba platit" not in text


def test_strict_law_says_why_nothing_is_projected() -> None:
    text = told(screened(strict_law=True))
    assert "Nejde spočítat; důvody jsou níže." in text
    assert "2026-12-31" in text


def test_only_attachments_that_are_missing_are_listed() -> None:
    text = told(screened(relief={**RELIEF, "attachments": ["asset_list"]}))
    assert "Přílohy, které ještě chybějí:" in text
    assert "seznam majetku" not in text
    assert "seznam zaměstnanců" in text


def test_no_debts_no_section() -> None:
    assert told(screened(debts=[], relief=None)) == ""


def test_no_line_is_longer_than_a_page() -> None:
    for language in LANGUAGES:
        report = screening_report(screened(), language)
        assert max(map(len, relief_lines(report.relief, texts(language)))) <= 100

"""Czech that a clerk reads: plurals, money, days, and no message missing in either language."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dluhy.intake.columns import PERSONAL
from dluhy.intake.lists import IDENTITY
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from dluhy.problems import Language

NBSP = "\u00a0"


def _keys(language: str) -> set[str]:
    folder = files("dluhy.report").joinpath("messages")
    sources = [file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.startswith(f"{language}.")]
    found = [key for source in sources for key in re.findall(r"^([a-zA-Z][\w-]*) =", source, flags=re.MULTILINE)]
    assert len(found) == len(set(found))
    return set(found)


def test_both_languages_have_the_same_messages() -> None:
    assert _keys("cs") == _keys("en")


def test_every_message_asked_for_in_the_program_exists() -> None:
    asked: set[str] = set()
    for path in files("dluhy").joinpath("report").iterdir():
        if path.name.endswith(".py"):
            asked |= set(
                re.findall(r"\b(?:texts|say|self\.texts|self\._texts)\(\"([\w-]+)\"", path.read_text(encoding="utf-8"))
            )
    for path in Path(str(files("dluhy"))).glob("commands*/**/*.py"):
        asked |= set(re.findall(r"\bsay\(\"([\w-]+)\"", path.read_text(encoding="utf-8")))
    assert len(asked) > 40
    assert asked <= _keys("cs")


@pytest.mark.parametrize(("count", "text"), [
    (1, "V seznamu je 1 řádek: posouzeno 1, odmítnuto 0."),
    (3, "V seznamu jsou 3 řádky: posouzeno 1, odmítnuto 0."),
    (5, "V seznamu je 5 řádků: posouzeno 1, odmítnuto 0."),
])  # fmt: skip
def test_czech_plurals(count: int, text: str) -> None:
    assert texts("cs")("summary-rows", count=count, judged=1, rejected=0).replace(NBSP, " ") == text


@pytest.mark.parametrize(("debts", "people", "text"), [
    (6, 3, "Výběr „děti s dluhem“: 6 dluhů, 3 osoby."),
    (1, 1, "Výběr „děti s dluhem“: 1 dluh, 1 osoba."),
])  # fmt: skip
def test_czech_plurals_of_a_selection(debts: int, people: int, text: str) -> None:
    say = texts("cs")
    assert say("only-lines", shown=say("only-children"), debts=debts, people=people).replace(NBSP, " ") == text


def test_czech_plurals_of_a_file() -> None:
    said = texts("cs")("columns-file", kind="CSV", rows=10, apart=2).replace(NBSP, " ")
    assert said == "Soubor CSV: 10 řádků s dluhy, 2 řádky mimo tabulku (nadpisy, záhlaví, součty, poznámky)."


def test_money_and_days_with_real_typography() -> None:
    assert texts("cs").money(123450) == f"1{NBSP}234,50{NBSP}Kč"
    assert texts("cs").money(-5) == f"−0,05{NBSP}Kč"
    assert texts("en").money(825100) == f"CZK{NBSP}8,251.00"
    assert texts("en").money(-5) == f"−CZK{NBSP}0.05"
    assert texts("cs").day(date(2026, 11, 21)) == f"21.{NBSP}11.{NBSP}2026"
    assert texts("en").day(date(2026, 11, 21)) == f"21{NBSP}November{NBSP}2026"


def test_an_unknown_message_or_a_missing_value_is_an_error() -> None:
    with pytest.raises(LookupError):
        texts("cs")("no-such-message")
    with pytest.raises(KeyError):
        texts("cs")("summary-rows", count=1)


@pytest.mark.parametrize("language", ["cs", "en"])
def test_every_column_that_is_no_fact_has_a_name(language: Language) -> None:
    for name in {*PERSONAL, *IDENTITY}:
        assert texts(language)(f"means-{name}")

"""Headers are recognised or asked about, never guessed."""

from __future__ import annotations

import pytest

from dluhy.facts.schema import FACTS
from dluhy.intake.columns import meanings, recognise


@pytest.mark.parametrize(
    "headers",
    [
        ("Datum narození", "Druh pohledávky", "Rok poplatku"),
        ("DATUM NAROZENI", "druh_pohledavky", "rok  poplatku"),
        ("birth_date", "debt_kind", "fee_year"),
        ("dat. nar.", "Druh poplatku", "Splatnost"),
        ("R. č.", "Pohledávka", "Za rok"),
    ],
)
def test_czech_headers_are_known_in_any_spelling(headers: tuple[str, ...]) -> None:
    columns, problems = recognise(headers)
    assert problems == []
    assert len(columns.positions) == 3
    assert columns.unused == ()


def test_every_missing_column_is_named_at_once_in_both_languages() -> None:
    _, problems = recognise(("Příjmení", "Barva očí"))
    assert [problem.code for problem in problems] == ["column_missing"] * 3
    assert problems[0].cs == "chybí sloupec „datum narození“ nebo „rodné číslo“"
    assert problems[0].en == "a column is missing: birth_date or birth_number"


def test_two_columns_of_one_meaning_are_a_question() -> None:
    _, problems = recognise(("Datum narození", "Druh", "Rok", "Období"))
    assert [problem.code for problem in problems] == ["column_twice"]
    assert "„Rok“" in problems[0].cs
    assert "„Období“" in problems[0].cs


def test_an_unknown_header_is_kept_aside_and_told() -> None:
    columns, problems = recognise(("Datum narození", "Druh", "Rok", "Barva očí"))
    assert problems == []
    assert columns.unused == ("Barva očí",)


def test_every_fact_that_people_can_supply_has_a_header() -> None:
    wanted = {name for name, spec in FACTS.items() if spec.asked}
    assert wanted - set(meanings()) == set()

"""Whatever a case says is printed as it stands: no markup, no commands, nothing that leaves the page."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.case.relief_cases import debt
from tests.case.relief_cases import screened as relief
from tests.printing.printed import plain, told

from dluhy.printing import print_screening
from dluhy.printing.blocks import Document, Heading, Table, Text
from dluhy.printing.signs import MISSING, shown
from dluhy.printing.typesetting import typeset
from dluhy.report.screening import screening_report

HOSTILE = [
    "#panic()",
    '#import "@preview/cetz:0.3.0": *',
    "*tučně* _šikmo_ `kód`",
    "$ x^2 $ @odkaz <jmenovka>",
    "\\ zpětné \\# lomítko",
    "// poznámka /* a další */",
    "= nadpis",
    "- seznam + číslo / pojem: popis",
    "] } ) [ { (",
    "https://example.org/?a=b",
    "%PDF endobj <</JS (app.alert(1))>>",
    "\"uvozovky\" 'apostrof' ~ -- ---",
]


def document(*texts: str) -> Document:
    """Return a document with texts in every place a text can stand."""
    first = texts[0]
    return Document(
        title=first,
        subtitle=first,
        running=first,
        language="cs",
        region="CZ",
        day=(2026, 11, 21),
        page=("strana", "z"),
        blocks=(
            *(Heading(text=text) for text in texts),
            *(Text(text=text, lead=text, mark="•", level=3) for text in texts),
            Table(columns=("1fr", "auto"), head=("a", "b"), rows=tuple((text, "1,00") for text in texts), right=(1,)),
        ),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_printed_and_not_obeyed(text: str) -> None:
    found = told(typeset(document(text), {}))
    assert "".join(found.split()).count("".join(plain(text).split())) >= 4


def test_a_case_full_of_markup_prints_as_it_stands() -> None:
    debts = [debt(f"d{number}", text, "1000") for number, text in enumerate(HOSTILE)]
    report = screening_report(relief(debts=debts), "cs")
    found = "".join(told(print_screening(report)).split())
    for text in HOSTILE:
        assert "".join(text.split()) in found


def test_very_long_words_stay_on_the_page() -> None:
    pdf = typeset(document("x" * 400, "ř" * 90, "a\xa0" * 200), {})
    for page in PdfReader(BytesIO(pdf)).pages:
        ends: list[float] = []

        def note(text: str, _cm: object, place: list[float], _font: object, size: float) -> None:
            ends.append(place[4] + 0.3 * size * len(text.strip()))  # noqa: B023 - asked for at once

        page.extract_text(visitor_text=note)
        assert 0 < max(ends) < float(page.mediabox.width)


def test_signs_without_a_letter_form_become_a_box_and_commands_vanish() -> None:
    assert shown("a\x07b\u202ec\u200dd\ufeffe") == "abcde"
    assert shown("漢字 😀") == f"{MISSING * 2} {MISSING}"
    assert shown("Příliš žluťoučký kůň – „úpěl“ ďábelské ódy…") == "Příliš žluťoučký kůň – „úpěl“ ďábelské ódy…"
    assert shown("řádek\nřádek\tsloupec") == "řádek\nřádek sloupec"
    assert shown("1\xa0234,50\xa0Kč") == "1\xa0234,50\xa0Kč"
    assert shown("\ud800") == ""


def test_other_scripts_print() -> None:
    text = told(typeset(document("Привет Ελλάδα שלום محمد"), {}))
    assert "Привет" in text
    assert "Ελλάδα" in text


@pytest.mark.thorough
@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60))
def test_any_text_prints(text: str) -> None:
    assert typeset(document(text), {}).startswith(b"%PDF")


@settings(deadline=None, max_examples=30)
@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "M", "N", "S", "P")), min_size=1, max_size=40))
def test_any_letters_and_signs_print(text: str) -> None:
    assert typeset(document(text), {}).startswith(b"%PDF")

"""Parts over all topics on paper: steps with boxes, ways side by side, questions and answers, the client's sheet."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.printing.printed import FIXTURES, pages, plain, screened

from dluhy.commands.printing import charts_of
from dluhy.money import to_halere
from dluhy.printing import print_screening
from dluhy.printing.blocks import Heading, Picture, Sheet, Table, Text
from dluhy.printing.screening import document_of
from dluhy.report.deduction_steps import crowns
from dluhy.report.screening import ScreeningReport, screening_report
from dluhy.report.texts import texts

CLIENT = FIXTURES / "klienti" / "08_rozhodci_nalez_bezvysledna_exekuce.json"
SAY = texts("cs")


@pytest.fixture(scope="module")
def made() -> tuple[ScreeningReport, dict[str, bytes]]:
    screening = screened(CLIENT)
    return screening_report(screening, "cs"), charts_of(screening, "cs")


@pytest.fixture(scope="module")
def found(made: tuple[ScreeningReport, dict[str, bytes]]) -> list[str]:
    report, charts = made
    return pages(print_screening(report, charts))


def test_every_step_has_a_box_and_stands_in_order(made: tuple[ScreeningReport, dict[str, bytes]]) -> None:
    report, _ = made
    leads = [block.lead for block in document_of(report).blocks if isinstance(block, Text) and block.lead]
    told = [f"{number}. {step.title}" for number, step in enumerate(report.agenda.steps, start=1)]
    assert len(told) > 5
    assert [lead for lead in leads if lead in told] == told


def test_questions_of_all_topics_take_the_place_of_those_of_the_household(
    made: tuple[ScreeningReport, dict[str, bytes]],
) -> None:
    report, _ = made
    headings = {block.text for block in document_of(report).blocks if isinstance(block, Heading)}
    assert SAY("house-heading-questions") not in headings
    assert SAY("asking-heading") in headings


def test_the_first_page_tells_the_way_out_and_the_steps_of_this_week(
    made: tuple[ScreeningReport, dict[str, bytes]], found: list[str]
) -> None:
    report, _ = made
    assert report.strategies[0].advice is not None
    assert plain(report.strategies[0].advice.said) in found[0].replace("- ", "")
    for step in report.agenda.this_week:
        assert plain(step.title) in found[0]


def test_ways_stand_side_by_side_with_their_picture(
    made: tuple[ScreeningReport, dict[str, bytes]], found: list[str]
) -> None:
    report, charts = made
    assert set(charts) == {"flow", "remaining-0"}
    names = [block.name for block in document_of(report, frozenset(charts)).blocks if isinstance(block, Picture)]
    assert names == ["flow", "remaining-0"]
    page = next(page for page in found if plain(SAY("strategies-column-total")) in page)
    for way in report.strategies[0].strategies:
        if way.total_paid is not None and to_halere(way.total_paid):
            assert plain(crowns(way.total_paid, SAY)) in page


def test_what_may_drop_out_stands_in_the_table_of_debts(
    made: tuple[ScreeningReport, dict[str, bytes]], found: list[str]
) -> None:
    report, _ = made
    page = next(page for page in found if "Odpadnout může až" in page)
    for each in report.defects:
        if each.most is not None and to_halere(each.most):
            assert plain(SAY.money(to_halere(each.most))) in page


def test_the_page_for_the_client_is_a_sheet_of_its_own(
    made: tuple[ScreeningReport, dict[str, bytes]], found: list[str]
) -> None:
    report, charts = made
    (sheet,) = [block for block in document_of(report).blocks if isinstance(block, Sheet)]
    assert isinstance(sheet.blocks[0], Heading)
    (page,) = [page for page in found if plain(SAY("client-help")) in page]
    assert page.startswith("Co teď dělat (klient-08, 21. 11. 2026)")
    assert plain(SAY("client-avoid")) in page
    assert "Příloha" not in page
    assert "Případ klient-08, ke dni" not in page
    assert len(PdfReader(BytesIO(print_screening(report, charts))).pages) == len(found)


def test_where_nothing_is_known_to_drop_out_the_table_says_so_and_no_zero(
    made: tuple[ScreeningReport, dict[str, bytes]],
) -> None:
    report, _ = made
    (table,) = (
        each
        for each in document_of(report).blocks
        if isinstance(each, Table) and SAY("print-debts-dropping") in each.head
    )
    place = table.head.index(SAY("print-debts-dropping"))
    assert all(not row[place].startswith("0,") for row in table.rows)

"""The printed screening: a PDF/A that lasts, with every sum and part of the report, the same bytes every time."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject
from tests.case.relief_cases import debt
from tests.case.relief_cases import screened as relief
from tests.printing.printed import FAMILY, NOTHING, PENSIONER, pages, plain, reported, screened, told

from dluhy.money import to_halere
from dluhy.printing import print_screening
from dluhy.printing.blocks import Heading, Picture
from dluhy.printing.screening import FLOW, document_of
from dluhy.report.flow import flow_amounts, flow_chart
from dluhy.report.screening import screening_report
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from dluhy.problems import Language
    from dluhy.report.screening import ScreeningReport

LANGUAGES: tuple[Language, ...] = ("cs", "en")


@pytest.fixture(scope="module")
def family() -> ScreeningReport:
    return reported(FAMILY)


@pytest.fixture(scope="module")
def printed(family: ScreeningReport) -> bytes:
    return print_screening(family)


def test_it_is_pdf_a_2b_with_title_language_and_bookmarks(printed: bytes) -> None:
    reader = PdfReader(BytesIO(printed))
    stream = reader.root_object["/Metadata"].get_object()
    assert isinstance(stream, StreamObject)
    metadata = stream.get_data().decode()
    assert re.search(r"pdfaid:part(>|=\")2", metadata)
    assert re.search(r"pdfaid:conformance(>|=\")B", metadata)
    assert reader.metadata is not None
    assert plain(reader.metadata.title or "") == "Posouzení případu domacnost-06 ke dni 21. 11. 2026"
    assert str(reader.root_object["/Lang"]).startswith("cs")
    bookmarks = [plain(str(each["/Title"])) for each in reader.outline if isinstance(each, dict)]
    assert {"Domácnost", "Dluhy", "Srážky z příjmů", "Cesty z dluhů vedle sebe", "Doklad o výpočtu"} <= set(bookmarks)


def test_it_is_made_on_the_day_of_the_case(printed: bytes) -> None:
    metadata = PdfReader(BytesIO(printed)).metadata
    assert metadata is not None
    assert str(metadata.creation_date).startswith("2026-11-21 00:00:00")


def test_the_same_report_gives_the_same_bytes(family: ScreeningReport, printed: bytes) -> None:
    assert print_screening(family) == printed
    assert print_screening(attrs.evolve(family, ref="jiný")) != printed


def test_only_the_fonts_of_the_typesetter_are_used_and_all_stand_inside(printed: bytes) -> None:
    fonts = set()
    for page in PdfReader(BytesIO(printed)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            fonts.add(inner["/BaseFont"].split("+")[1].split("-")[0])
            assert {"/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object())
    assert fonts <= {"LibertinusSerif", "DejaVuSansMono"}


def test_every_sum_of_debts_deductions_and_the_household_is_printed(family: ScreeningReport, printed: bytes) -> None:
    text, say = told(printed), texts("cs")
    sums = [each.balance for each in family.debts]
    for income in family.deductions:
        assert income.deduction is not None
        sums += [income.deduction.net, income.deduction.deducted, income.deduction.left]
    assert family.household is not None
    money = family.household.money
    sums += [line.amount.least for line in (*money.incomes, *money.parts)]
    for amount in sums:
        assert amount is not None
        assert plain(say.money(to_halere(amount))) in text


@pytest.mark.sweep(1)
@pytest.mark.parametrize("language", LANGUAGES)
def test_debt_relief_is_printed_with_its_months(language: Language) -> None:
    report = screening_report(relief(), language)
    text, say = told(print_screening(report)), texts(language)
    course, pay = report.relief[0].course, report.relief[0].pay
    assert course is not None
    assert pay is not None
    for amount in (pay.least, pay.own, course.first, course.paid, course.creditors):
        assert plain(say.money(to_halere(amount or "0"))) in text
    assert len(course.months) > course.ended_after
    assert sum(month.plan_month is not None for month in course.months) == course.ended_after
    assert course.months[-1].creditors_sum == course.creditors
    mark = "," if language == "cs" else "."
    for month in course.months:
        assert plain(say.money(to_halere(month.left))).split(mark)[0].replace("CZK ", "") in text


def test_the_first_page_sums_up_and_every_page_has_its_number_and_the_case(printed: bytes) -> None:
    found = pages(printed)
    for title in ("Co hoří", "Co udělat tento týden", "Cesta z dluhů", "O co se to opírá", "není právní rada"):
        assert title in found[0]
    assert "Domácnost a její členové" not in found[0]
    assert "Domácnost a její členové" in found[1]
    for number, page in enumerate(found, start=1):
        assert f"strana {number} z {len(found)}" in page
        running = page.startswith("Případ domacnost-06, ke dni 21. 11. 2026")
        assert running is not (number == 1 or page.startswith("Co teď dělat"))


def test_the_picture_of_the_month_stands_in_the_household_and_is_described() -> None:
    screening = screened(PENSIONER)
    assert screening.household is not None
    drawn = flow_chart(flow_amounts(screening.household.sheet.budget), "cs").png(1)
    report = screening_report(screening, "cs")
    pdf = print_screening(report, {FLOW: drawn})
    counts = [len(page.images) for page in PdfReader(BytesIO(pdf)).pages]
    assert sum(counts) == 1
    assert not counts[0]
    (picture,) = [block for block in document_of(report, frozenset({FLOW})).blocks if isinstance(block, Picture)]
    assert "Příjmy celkem: " in picture.alt


def test_a_case_of_which_nothing_is_known_takes_one_page() -> None:
    found = pages(print_screening(reported(NOTHING)))
    assert len(found) == 1
    assert "V případu nejsou uvedeny dluhy" in found[0]
    assert "Doklad o výpočtu" in found[0]


PARTS = {
    "household": "Domácnost", "relief": "Oddlužení: co mu brání a co by přineslo", "deductions": "Srážky z příjmů",
    "questions": "Na co se zeptat příště", "creditor_plan": "Co může udělat věřitel: Město Příklad",
    "debts": "Dluhy", "people": "Dlužníci a děti",
}  # fmt: skip


@pytest.mark.sweep(1)
@pytest.mark.parametrize(("part", "title"), PARTS.items())
def test_a_report_without_a_part_prints_without_it(family: ScreeningReport, part: str, title: str) -> None:
    gone: dict[str, Any] = {part: None if part == "household" else ()}
    without = attrs.evolve(family, **gone)
    assert titles(family) - titles(without) >= {title}
    assert {"Doklad o výpočtu"} <= titles(without)
    assert print_screening(without).startswith(b"%PDF")


def titles(report: ScreeningReport) -> set[str]:
    """Return the headings of a printed report."""
    return {plain(block.text) for block in document_of(report).blocks if isinstance(block, Heading)}


@pytest.mark.thorough
def test_a_long_table_of_debts_breaks_over_pages_and_repeats_its_head() -> None:
    many = [debt(f"dluh-{number}", f"Věřitel {number}", str(1000 + number)) for number in range(60)]
    report = screening_report(relief(debts=many), "cs")
    found = pages(print_screening(report))
    table = [page for page in found if "Dluh Věřitel Zůstatek Závěr" in page]
    assert len(table) > 1
    for number in range(60):
        assert any(f"dluh-{number} půjčka" in page for page in table)
        assert any(f"{1} {number:03d},00 Kč" in page for page in table)


def test_a_sum_of_which_nothing_is_known_is_not_zero() -> None:
    report = screening_report(relief(debts=[debt("uver", "Banka Vzor", None)]), "cs")
    found = pages(print_screening(report))
    assert "žádný zůstatek není znám" in found[0]
    (table,) = [page for page in found if "Celkem, co je známo" in page]
    assert "Celkem, co je známo neznámo" in table


@pytest.mark.thorough
def test_what_is_said_of_debts_alike_is_said_once() -> None:
    many = [debt(f"dluh-{number}", "Banka Vzor", "1000") for number in range(30)]
    text = told(print_screening(screening_report(relief(debts=many), "cs")))
    assert text.count("Dluh nevznikl v dětství.") == 1
    assert "všechny uvedené dluhy" in text


@pytest.mark.thorough
def test_english_has_no_czech_words_of_the_print() -> None:
    text = told(print_screening(reported(FAMILY, "en")))
    for word in ("Posouzení", "Příloha", "Dluh ", "strana", "Podle čeho", "Zůstatek", "Kč", "Co hoří"):
        assert word not in text
    assert "What is urgent" in text
    assert "page 1 of" in text

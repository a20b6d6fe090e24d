"""The workbook, the JSON and the texts of an overview."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile

import fastexcel
import pytest
from tests.region.building import AS, CHEB, DAY, LUBY, block, people, report
from tests.region.test_joining import MAY

from dluhy.region.joining import overview
from dluhy.report.region_json import overview_json, overview_of
from dluhy.report.region_notes import told
from dluhy.report.region_sheets import write_overview
from dluhy.report.texts import sources, texts

if TYPE_CHECKING:
    from dluhy.problems import Language
    from dluhy.region.overview import Overview

SHEETS: Final = ["Přehled", "Obce", "ORP", "Okresy", "Režimy", "Druhy a vymáhání", "Věřitelé", "Opatření", "Vývoj",
                 "Pořadí", "Nenahlášeno", "Poznámky"]  # fmt: skip
EVIL: Final = "=HYPERLINK(1)"


def made(*, public: bool = False) -> Overview:
    spoiled = block(LUBY, {"children": (7, 7, 70_000)}, changes={"children": {"stopped": (5, 6, 600)}}, since=MAY)
    lines = [line.model_copy(update={"code": EVIL, "name": EVIL}) for line in spoiled.tables.creditors]
    tables = spoiled.tables.model_copy(update={"creditors": lines})
    evil = report(spoiled.model_copy(update={"tables": tables, "name": EVIL}))
    found = [people(CHEB, 9, 20), people(CHEB, 8, 21, day=MAY), people(AS, 3, 0, 6), evil]
    return overview(found, region="CZ041", public=public)


def written(overview_: Overview, language: Language = "cs") -> bytes:
    held = BytesIO()
    write_overview(overview_, held, language)
    return held.getvalue()


def sheet(content: bytes, name: str) -> list[tuple[object, ...]]:
    return fastexcel.read_excel(content).load_sheet(name, header_row=None).to_polars().rows()


def test_the_workbook_has_its_sheets_and_is_the_same_each_time() -> None:
    content = written(made())
    assert fastexcel.read_excel(content).sheet_names == SHEETS
    assert written(made()) == content
    assert len(fastexcel.read_excel(written(made(), "en")).sheet_names) == len(SHEETS)


def test_the_sheet_of_municipalities_says_why_a_number_is_missing() -> None:
    rows = {line[1]: line for line in sheet(written(made(public=True)), "Obce")}
    assert "méně než 5" in rows[AS]
    assert "nenahlášeno" in rows["555177"]
    assert "méně než 5" not in rows[CHEB]
    assert "9" in [str(value) for value in rows[CHEB]]
    own = {line[1]: line for line in sheet(written(made()), "Obce")}
    assert "méně než 5" not in own[AS]


def test_nothing_in_the_workbook_is_a_formula_and_headers_are_frozen() -> None:
    with ZipFile(BytesIO(written(made()))) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        words = book.read("xl/sharedStrings.xml").decode()
    assert EVIL in words
    assert not any("<f>" in each for each in sheets)
    assert sum('state="frozen"' in each for each in sheets) == len(SHEETS) - 2


def test_the_workbook_says_whether_it_may_be_published() -> None:
    assert "NEVEŘEJNÉ" in str(sheet(written(made()), "Přehled")[1][0])
    public = written(made(public=True))
    assert "Veřejná verze" in str(sheet(public, "Přehled")[1][0])
    notes = " ".join(str(line[0]) for line in sheet(public, "Poznámky"))
    assert "sčítají jen zveřejněná čísla" in notes.replace("\u00a0", " ")
    assert "NEVEŘEJNÉ" not in str(sheet(public, "Přehled"))


def test_the_public_workbook_names_no_creditor() -> None:
    with ZipFile(BytesIO(written(made(public=True)))) as book:
        assert EVIL not in book.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize("public", [False, True])
def test_the_json_is_read_back_as_the_overview(public: bool) -> None:  # noqa: FBT001
    first = made(public=public)
    text = overview_json(first)
    back = overview_of(text)
    assert overview_json(back) == text
    for name in ("municipalities", "tables", "ranking", "trend", "trend_steps"):
        assert getattr(back, name).equals(getattr(first, name))
    assert (back.as_of, back.public, back.rounds, back.findings) == (DAY, public, first.rounds, first.findings)
    with pytest.raises(ValueError, match="None"):
        overview_of("{}")


@pytest.mark.parametrize("language", ["cs", "en"])
def test_the_summary_is_told_in_both_languages(language: Language) -> None:
    lines = told(made(), texts(language))
    assert len(lines) >= 7
    assert not any("{" in line or "None" in line for line in lines)


def test_messages_are_in_both_languages() -> None:
    keys = {language: {key for key in sources(language) if key.startswith(("overview-", "aggregate-"))}
            for language in ("cs", "en")}  # fmt: skip
    assert keys["cs"] == keys["en"]
    assert not [text for key, text in sources("cs").items() if key in keys["cs"] and re.search(r'"', text)]

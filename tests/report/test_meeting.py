"""The papers for meetings: one upright A4 sheet per creditor, an index, the same content as text, nobody in them."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import fastexcel
import pytest
from attrs import evolve
from tests.conftest import AS_OF, ROOT

from dluhy import check_list
from dluhy.cli import main
from dluhy.negotiating import negotiate
from dluhy.report.layout import Sum
from dluhy.report.meeting import Paper
from dluhy.report.meeting_sheet import papers_as_text, sheet_names, write_papers
from dluhy.report.texts import texts
from dluhy.typography import czech

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult
    from dluhy.negotiating import Negotiation
    from dluhy.problems import Language

PRACTICE = ROOT / "fixtures" / "seznam_z_praxe.xlsx"


@pytest.fixture(scope="module")
def checked() -> ListResult:
    return check_list(PRACTICE, AS_OF)


@pytest.fixture(scope="module")
def all_papers(checked: ListResult) -> Negotiation:
    return negotiate(checked, routes="RM-W0")


@pytest.fixture(scope="module")
def book(all_papers: Negotiation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papers") / "j.xlsx"
    with path.open("wb") as stream:
        write_papers(all_papers, stream, texts("cs"))
    return path


def _said(negotiation: Negotiation, language: Language = "cs") -> str:
    return "\n".join(papers_as_text(negotiation, texts(language))).replace("\u00a0", " ")


@pytest.mark.thorough
def test_there_is_an_index_and_a_sheet_for_each_creditor(book: Path, all_papers: Negotiation) -> None:
    names = fastexcel.read_excel(str(book)).sheet_names
    assert names[0] == "Přehled"
    assert names[1].startswith("1 ")
    assert len(names) == 1 + len(all_papers.meetings)


def test_every_sheet_prints_upright_on_a4_one_page_wide(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]
    for sheet in sheets:
        assert '<pageSetup paperSize="9" fitToHeight="0" orientation="portrait"/>' in sheet
        assert '<pageSetUpPr fitToPage="1"/>' in sheet


def test_the_index_leads_to_every_sheet(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        index = archive.read("xl/worksheets/sheet1.xml").decode()
    names = fastexcel.read_excel(str(book)).sheet_names[1:]
    assert re.findall(r"location=\"'(.+?)'!A1\"", index) == names


def test_the_same_list_gives_the_same_bytes(all_papers: Negotiation, tmp_path: Path) -> None:
    for name in ("a", "b"):
        with (tmp_path / name).open("wb") as stream:
            write_papers(evolve(all_papers, meetings=all_papers.meetings[:2]), stream, texts("cs"))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_no_name_code_birth_date_or_file_mark_of_the_list_is_in_any_paper(
    checked: ListResult, all_papers: Negotiation
) -> None:
    said = _said(all_papers)
    judged, personal = checked.judged, checked.intake.personal
    for frame, column in ((judged, "person_id"), (judged, "enforcement_ref"), (personal, "birth_number")):
        assert not [value for value in frame[column].drop_nulls().unique() if value in said]
    for last, first in personal.select("last_name", "first_name").drop_nulls().unique().rows():
        assert f"{first} {last}" not in said
        assert f"{last} {first}" not in said
    births = {f"{day.day}. {day.month}. {day.year}" for day in judged["birth_date_from"].drop_nulls().unique()}
    told = set(re.findall(r"\b[0-9]{1,2}\. [0-9]{1,2}\. [0-9]{4}", said))
    law = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "rules").rglob("*.toml"))
    assert not [day for day in births & told if day not in law]


@pytest.mark.parametrize("language", ["cs", "en"])
def test_sheet_and_text_say_the_same_numbers(checked: ListResult, language: Language) -> None:
    negotiation = negotiate(checked, creditor="město sokolov", routes="RM-W0")
    (meeting,) = negotiation.meetings
    said, paper = _said(negotiation, language), Paper(negotiation, texts(language))
    flat = " ".join(said.split())
    for section in paper.sections(meeting):
        assert section.heading.replace("\u00a0", " ") in said
        for line in section.lines:
            for cell in line.cells:
                shown = texts(language).money(cell.halere) if isinstance(cell, Sum) else str(cell)
                assert " ".join(shown.replace("\u00a0", " ").split()) in flat


def test_children_come_first_and_a_step_is_explained_once(checked: ListResult) -> None:
    negotiation = negotiate(checked, creditor="město sokolov")
    said = _said(negotiation)
    children, others = said.index("Kroky: nejdřív děti"), said.index("Kroky: dospělí")
    assert children < others
    assert "Jak a podle čeho: viz výše." not in said[children:others]
    assert "Jak a podle čeho: viz výše." in said[others:]


def test_weak_law_reaches_the_reader(checked: ListResult) -> None:
    flat = " ".join(_said(negotiate(checked, creditor="město cheb")).split())
    (meeting,) = negotiate(checked, creditor="město cheb").meetings
    notes = [note.cs for regime in meeting.regimes for note in regime.verify]
    assert notes
    assert all(f"K ověření: {czech(note)}".replace("\u00a0", " ") in flat for note in notes)
    assert "K ověření: Kdo smí dluh prominout, záleží na věřiteli" in flat
    assert "čl. II bod 5 zákona č. 192/2021 Sb." in flat


def test_what_stopping_costs_and_who_pays_comes_from_the_ladder(checked: ListResult) -> None:
    flat = " ".join(_said(negotiate(checked, creditor="město cheb", routes="RM-W0")).split())
    negotiation = negotiate(checked, creditor="město cheb", routes="RM-W0")
    each, count = (negotiation.stop_costs or (0, 0))[1], negotiation.meetings[0].enforcements.by_executor_to_stop
    shown, total = (texts("cs").money(sum_).replace("\u00a0", " ") for sum_ in (each, count * each))
    assert each * count > each > 0
    assert f"nejvýše {total} ({shown} za řízení" in flat
    assert "Platí: obec jako oprávněný." in flat
    without = " ".join(_said(negotiate(checked, creditor="město cheb", routes="NIC")).split())
    assert "Platí:" not in without


def test_what_going_on_costs_is_the_advance_for_each_enforcement(checked: ListResult) -> None:
    negotiation = evolve(negotiate(checked, creditor="město cheb"), advance=50_000, fruitless_years=6)
    count = negotiation.meetings[0].enforcements.by_executor
    flat = " ".join(_said(negotiation).split())
    assert f"složí zálohu 500,00 Kč za každé řízení; u všech {count} to je" in flat
    assert texts("cs").money(50_000 * count).replace("\u00a0", " ") in flat
    unknown = " ".join(_said(evolve(negotiation, advance=None)).split())
    assert "zálohu" not in unknown.split("Co stojí pokračovat")[1].split("Kroky:")[0]


def test_small_counts_are_marked_not_to_be_published(checked: ListResult) -> None:
    negotiation = negotiate(checked, creditor="město cheb")
    (meeting,) = negotiation.meetings
    assert meeting.small
    heading = Paper(negotiation, texts("cs")).sections(meeting)[0]
    assert any("nezveřejňujte" in line for line in heading.sentences)


def test_the_messages_name_no_act_of_their_own() -> None:
    """The law is data: what a meeting is told of it comes from the pack."""
    source = (ROOT / "src/dluhy/report/messages/cs.ftl").read_text(encoding="utf-8")
    said = [line for line in source.splitlines() if line.startswith(("meeting-", "compare-", "screen-"))]
    assert len(said) > 100
    assert [line for line in said if re.search(r"[0-9]+/[0-9]{4} Sb|§ ?[0-9]", line)] == []


def test_both_languages_have_the_same_messages() -> None:
    found = [
        re.findall(r"^((?:meeting|compare)-[\w-]+) =", (ROOT / f"src/dluhy/report/messages/{language}.ftl").read_text(
            encoding="utf-8"), re.MULTILINE)
        for language in ("cs", "en")
    ]  # fmt: skip
    assert found[0] == found[1]
    assert len(found[0]) == len(set(found[0])) > 100


def test_names_of_sheets_are_different_short_and_without_forbidden_signs() -> None:
    names = sheet_names(["A/B [x]: *?\\'", "Velmi dlouhé jméno společnosti, a.s., v likvidaci"] * 2)
    assert len(set(names)) == 4
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in names)


def test_an_amount_that_no_debt_states_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok\na;1.6.2010;odpad;2018\n", encoding="utf-8")
    said = _said(negotiate(check_list(path, AS_OF)))
    assert "Podklad k jednání: věřitel neuveden" in said
    assert "Zůstatek: neuvedeno" in said
    assert "0,00" not in said.split("Kroky")[0]


def _run(*words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["minors", "negotiate", *words, "--as-of", "2026-11-21"])
    return int(str(ended.value.code))


def test_the_command_writes_one_workbook_and_tells_rejected_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(str(PRACTICE), "--out", str(tmp_path / "j.xlsx"), "--creditor", "Město Cheb") == 1
    said = capsys.readouterr()
    assert "9 řádků seznamu nelze použít" in said.out.replace("\u00a0", " ")
    assert said.err.count("[bad_money]") == 2
    assert fastexcel.read_excel(str(tmp_path / "j.xlsx")).sheet_names == ["Přehled", "1 Město Cheb"]


def test_text_is_printed_and_no_file_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok\na;1.6.2010;odpad;2018\n", encoding="utf-8")
    assert _run(str(path), "--format", "text") == 0
    assert "Námitka péče řádného hospodáře" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("words", "code"), [
    (("--creditor", "Nikdo"), "creditor"), (("--out", "x.csv"), "output_format"),
    (("--out", "x.xlsx", "--format", "text"), "format"), (("--profile", "neni.toml"), "profile"),
])  # fmt: skip
def test_orders_that_cannot_be_carried_out_are_problems(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str
) -> None:
    assert _run(str(PRACTICE), *words) == 2
    assert f"[{code}" in capsys.readouterr().err

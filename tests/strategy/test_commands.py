"""`dluhy strategy`: what is printed, in both languages and as JSON, and the page in docs/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.law.support import shipped_pack

from dluhy.cli import main
from dluhy.report.strategy import describe_measure, report_measure
from dluhy.report.strategy_table import strategy_table
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from dluhy.problems import Language

PAGE = Path(__file__).resolve().parents[2] / "docs" / "strategie.md"
MEASURES = shipped_pack().measures


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["strategy", *words])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(*words) == 0
    return capsys.readouterr().out


def parsed(capsys: pytest.CaptureFixture[str], *words: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(told(capsys, *words, "--json"))


def test_the_page_in_docs_is_that_of_the_catalogue() -> None:
    assert PAGE.read_text(encoding="utf-8") == strategy_table(shipped_pack()), "write it again: python tasks.py table"


def test_the_page_holds_every_measure_once_with_what_is_done_and_where() -> None:
    page = strategy_table(shipped_pack())
    for measure in MEASURES.values():
        (row,) = [line for line in page.splitlines() if line.startswith(f"| {measure.id} |")]
        assert measure.title.text("cs") in row
        assert shipped_pack().term("measure_extents", measure.does.extent).cs in row
        assert all(f"`{place}`" in row for place in measure.does.where)
        assert row.count(" | ") == 9


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("table", "--out", str(tmp_path / "page.md")) == 0
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == told(capsys, "table") == strategy_table(shipped_pack())


def test_the_list_holds_every_measure_and_counts_what_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, "list").splitlines()
    for measure in MEASURES.values():
        (line,) = [line for line in lines if line.split("  ")[0].strip() == measure.id]
        assert measure.title.text("cs") in line
    assert lines[-1].startswith(f"{len(MEASURES)} ")


def test_the_list_says_plainly_what_is_not_done(capsys: pytest.CaptureFixture[str]) -> None:
    not_done = [measure for measure in MEASURES.values() if measure.does.extent == "not_done_by_software"]
    assert told(capsys, "list", "--does", "not_done").count("program nedělá  ") == len(not_done)
    assert told(capsys, "list", "--does", "not_done", "--lang", "en").count("not done by software  ") == len(not_done)


@pytest.mark.parametrize("pillar", ["3", "debts", "Debts"])
def test_a_pillar_is_chosen_by_its_number_or_its_code(pillar: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = parsed(capsys, "list", "--pillar", pillar)
    assert [item["id"] for item in found] == [item.id for item in MEASURES.values() if item.pillar == "debts"]


@pytest.mark.parametrize("does", ["done", "partly", "not_done"])
def test_what_is_done_is_chosen(does: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = parsed(capsys, "list", "--does", does)
    assert [item["id"] for item in found] == [
        item.id for item in MEASURES.values() if item.does.extent.startswith(does)
    ]


def test_a_pillar_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--pillar", "9") == 2
    assert "3 = debts" in capsys.readouterr().err


def test_a_measure_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "9.9") == 2
    told_ = capsys.readouterr()
    assert told_.out == ""
    assert "dluhy strategy list" in told_.err


def test_a_measure_is_shown_whole(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, "show", "3.8b")
    for part in (
        "A3.8b – Jednání s\u00a0vedením obcí", "A3.D – Zrušení dětských exekucí", "dluhy minors negotiate",
        "W2 – Místní poplatek od roku 2016", "14.\u00a04.\u00a02023", "https://denik.obce.cz/", "program dělá",
    ):  # fmt: skip
        assert part in text


@pytest.mark.parametrize("language", ["cs", "en"])
def test_every_measure_can_be_shown(language: Language) -> None:
    for measure in MEASURES.values():
        report = report_measure(measure, shipped_pack(), language)
        text = describe_measure(report, texts(language))
        assert text.startswith(f"{measure.id} – ")
        for part in (report.title, report.does, report.extent.name, *report.where):
            assert part in text
        named = [item.name for item in (*report.parents, *report.parts, *report.rules, *report.owners, *report.targets)]
        for name in (*named, *(source.name for source in report.sources)):
            assert name in text


def test_what_is_shown_as_json_is_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    found = parsed(capsys, "show", "3.8b", "--lang", "en")
    assert found["id"] == "A3.8b"
    assert found["extent"] == {"id": "done", "name": "done by the program"}
    assert [item["id"] for item in found["parents"]] == ["A3.8", "A3.D", "A3"]
    assert found["sources"][0]["published"] == "2023-04-14"


def test_the_exchange_file_of_a_list_counts_by_measures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "seznam.csv", tmp_path / "NEVEREJNE.json"
    head = "Kód osoby;Datum narození;Druh;Typ poplatku za odpad;Rok;Stav exekuce;Zůstatek"
    source.write_text(f"{head}\n101;1.6.2010;odpad;systém;2022;běží;600\n", encoding="utf-8")
    words = ["--as-of", "2026-11-21", "--aggregate", str(target), "--municipality", "554481"]
    with pytest.raises(SystemExit) as ended:
        main(["minors", "check", str(source), *words])

    capsys.readouterr()
    assert ended.value.code == 0
    (block,) = json.loads(target.read_text(encoding="utf-8"))["municipalities"]
    counts = {line["code"]: (line["group"], line["debts"], line["halere"]) for line in block["tables"]["measures"]}
    assert counts["A3.8b"] == counts["A3.8"] == counts["A3.8a"] == ("children", 1, 60_000)

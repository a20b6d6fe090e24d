"""The page of all rules in docs/ says what the pack says."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.law.support import rule, shipped_pack, with_own_rules

from dluhy.cli import main
from dluhy.law.citations import readable
from dluhy.law.pack import load_texts
from dluhy.report.rules_table import rules_table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"


def cells_of(page: str, first: str) -> list[str]:
    """Return the cells of the one row that starts with a word."""
    (row,) = [line for line in page.splitlines() if line.startswith(f"| {first} |")]
    return [cell.strip() for cell in row.replace("\\|", "/").strip("|").split("|")]


def own_page(text: str) -> str:
    return rules_table(load_texts(with_own_rules(text)))


def test_the_page_in_docs_is_that_of_the_rules() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_table(shipped_pack()), "write it again: python tasks.py table"


def test_every_rule_stands_once_with_its_title_law_and_examples() -> None:
    pack = shipped_pack()
    page = rules_table(pack)
    for item in pack.rules.values():
        cells = cells_of(page, item.id)
        assert cells[1:3] == [item.title.text("cs"), pack.term("verdicts", item.verdict).text("cs")]
        assert all(f"[{readable(cite, pack.acts, 'cs').text}](" in cells[3] for cite in item.citations)
        counted = [
            sum(example.expect == expect for example in item.example) for expect in ("holds", "fails", "unknown")
        ]
        assert cells[5] == " / ".join(map(str, counted))
        assert all(f"[{ladder}](#{ladder})" in cells[6] for ladder in item.remedies)


def test_every_step_stands_once_with_who_whom_when_and_for_how_much() -> None:
    pack = shipped_pack()
    page = rules_table(pack)
    for _, step in pack.steps.values():
        cells = cells_of(page, step.id)
        assert cells[1:4] == [
            pack.term("roles", step.actor).text("cs"),
            pack.term("roles", step.addressee).text("cs"),
            step.title.text("cs"),
        ]
        assert cells[4].startswith(step.limit.text.text("cs").replace("|", "/"))
        assert pack.term("roles", step.bears).text("cs").replace("\u00a0", " ") in cells[5].replace("\u00a0", " ")


@pytest.mark.parametrize("mark", ["M", "?"])
def test_what_is_not_evidenced_is_spelled_as_to_be_verified(mark: str) -> None:
    page = own_page(rule("R", "in_institution").replace('evidence = "S"', f'evidence = "{mark}"'))

    assert cells_of(page, "R")[4] == "k ověření"


def test_a_note_to_verify_shows_beside_firm_evidence() -> None:
    page = own_page(rule("R", "in_institution", more='verify = [{ cs = "ověřte", en = "verify" }]'))

    assert cells_of(page, "R")[4] == "jeden zdroj; něco k ověření"


def test_a_limit_and_a_cost_that_are_not_evidenced_are_marked() -> None:
    pack = shipped_pack()
    page = rules_table(pack)
    doubtful = [step for _, step in pack.steps.values() if step.cost_evidence in {"M", "?"}]
    assert doubtful
    assert all(cells_of(page, step.id)[5].endswith("(k ověření)") for step in doubtful)


def test_a_bar_in_a_text_does_not_make_another_cell() -> None:
    page = own_page(rule("R", "in_institution").replace('cs = "pravidlo"', 'cs = "buď | nebo"'))

    assert cells_of(page, "R")[1] == "buď / nebo"


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["rules", "table", "--out", str(tmp_path / "page.md")], ["rules", "table"]):
        with pytest.raises(SystemExit) as ended:
            main(command)
        assert ended.value.code == 0

    assert (tmp_path / "page.md").read_text(encoding="utf-8") == capsys.readouterr().out == rules_table(shipped_pack())

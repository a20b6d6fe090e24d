"""Debt relief of a case alone says the same as the screening of the case, and computes nothing else."""

from __future__ import annotations

import doctest
import json
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

import dluhy.screening_relief
from dluhy import HorizonError, InputError, relieve, screen
from dluhy.cli import app
from dluhy.screening import STRICT_LAW

if TYPE_CHECKING:
    from dluhy.problems import Language

CLIENTS = sorted(Path("fixtures/klienti").glob("*.json"))
CASES = [*CLIENTS, *sorted(Path("fixtures/pripady").glob("*.*"))]
CLIENT = CLIENTS[5]
LIVING: dict[str, Any] = json.loads(CLIENTS[2].read_text(encoding="utf-8"))


def _parts(content: str) -> dict[str, bytes]:
    return {name: bytes(part) for name, part in msgspec.json.decode(content, type=dict[str, msgspec.Raw]).items()}


@pytest.mark.sweep(2)
@pytest.mark.parametrize("strict_law", [False, True])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_part_is_byte_for_byte_that_of_the_screening(path: Path, strict_law: bool) -> None:  # noqa: FBT001 - both
    alone, whole = relieve(path, strict_law=strict_law), screen(path, strict_law=strict_law)
    languages: tuple[Language, ...] = ("cs", "en")
    for language in languages:
        parts, screened = _parts(alone.json(language)), _parts(whole.json(language))
        del parts["receipt"]
        assert set(parts) == {"ref", "as_of", "language", "debts_stated", "relief", "relief_without", "notes"}
        assert parts == {name: screened[name] for name in parts}


NO_DEBTS = LIVING | {"debts": [], "enforcements": [], "budget": None}


def _changed(**parts: object) -> dict[str, Any]:
    return deepcopy(LIVING) | parts


@pytest.mark.sweep(3)
@pytest.mark.parametrize("document", [
    NO_DEBTS,
    {key: value for key, value in NO_DEBTS.items() if key != "debts"},
    {key: value for key, value in LIVING.items() if key not in {"incomes", "budget", "home", "situation"}},
    {key: value for key, value in LIVING.items() if key != "incomes"},
    _changed(history={"insolvencies": [{"running": True, "relief_by_instalments": True}]}),
    _changed(people=[each | {"died_on": "2026-10-01"} for each in LIVING["people"]]),
    {"ref": "A-1", "as_of": "2026-11-21"},
], ids=["no debts", "debts not stated", "no household", "no incomes", "running", "dead", "nothing"])  # fmt: skip
def test_it_agrees_also_where_little_is_said(document: dict[str, Any]) -> None:
    parts, screened = _parts(relieve(document).json()), _parts(screen(document).json())
    assert {name: parts[name] for name in ("relief", "relief_without", "notes")} == {
        name: screened[name] for name in ("relief", "relief_without", "notes")
    }


def test_some_of_the_clients_have_each_part() -> None:
    reports = [relieve(path).report() for path in CLIENTS]
    assert any(each.entry is not None and each.course is not None for report in reports for each in report.relief)
    assert any(each.most is not None for report in reports for each in report.relief_without)


def test_it_computes_no_strategies_no_household_and_no_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    for name in ("strategies_of_case", "household_of_case", "agenda_of", "questions_of", "deductions_of_case"):
        monkeypatch.setattr(f"dluhy.screening.{name}", refuse)
    monkeypatch.setattr("dluhy.plan.plans", refuse)
    monkeypatch.setattr("dluhy.household.sheet.sheet", refuse)
    assert relieve(CLIENT).report().relief
    with pytest.raises(AssertionError):
        screen(CLIENT)


def test_the_receipt_names_the_job_and_tells_results_apart() -> None:
    receipt = relieve(CLIENT).receipt
    screened = screen(CLIENT).receipt
    assert (receipt.job, receipt.options) == ("relief", ())
    assert (receipt.input_sha256, receipt.pack_hash) == (screened.input_sha256, screened.pack_hash)
    assert (receipt.rows_in, receipt.rows_judged) == (screened.rows_in, screened.rows_judged)
    assert relieve(CLIENT).receipt == receipt
    strict = relieve(CLIENT, strict_law=True).receipt
    assert strict.options == (STRICT_LAW,)
    assert relieve(CLIENTS[2]).receipt.result_sha256 != receipt.result_sha256


def test_the_result_is_hashed_the_same_in_both_languages() -> None:
    found = relieve(CLIENT)
    assert found.report("en").receipt == found.report("cs").receipt == relieve(CLIENT).report("en").receipt


def test_a_day_that_is_not_known_and_a_wrong_document_are_refused_as_in_a_screening() -> None:
    for day in ("2027-01-01", "2025-12-31"):
        document: dict[str, object] = {"ref": "A-1", "as_of": day, "debts": []}
        with pytest.raises(HorizonError) as alone:
            relieve(document)
        with pytest.raises(HorizonError) as whole:
            screen(document)
        assert alone.value.problems == whole.value.problems
    with pytest.raises(InputError) as wrong:
        relieve({"ref": "A-1", "debts": [{"kind": "no such kind"}]})
    assert {each.place for each in wrong.value.problems} >= {"/as_of", "/debts/0/kind"}


def test_the_example_in_the_docstring_holds() -> None:
    found = doctest.testmod(dluhy.screening_relief)
    assert (found.attempted, found.failed) == (2, 0)


def test_the_command_writes_what_the_library_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = relieve(CLIENT)
    assert app(["relief", str(CLIENT), "--json", "--lang", "en"]) == 0
    assert capsys.readouterr().out == found.json("en")
    assert app(["relief", str(CLIENT)]) == 0
    assert capsys.readouterr().out == found.text()
    out = tmp_path / "oddluzeni.json"
    words = ["relief", str(CLIENT), "--json", "--strict-law", "--out", str(out)]
    assert app(words) == 0
    assert out.read_text(encoding="utf-8") == relieve(CLIENT, strict_law=True).json()
    assert app(words) == 2
    assert "[output]" in capsys.readouterr().err


def test_a_wrong_case_is_told_with_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "pripad.json"
    wrong.write_text('{"ref": "A-1"}', encoding="utf-8")
    assert app(["relief", str(wrong), "--lang", "en"]) == 2
    assert "/as_of" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["cs", "en"])
def test_the_text_has_short_lines_and_says_where_there_is_nothing(language: Language) -> None:
    text = relieve(CLIENT).text(language)
    assert max(len(line) for line in text.splitlines()) <= 100
    unknown: dict[str, object] = {"ref": "A", "as_of": "2026-11-21"}
    stated: dict[str, object] = unknown | {"debts": []}
    none, not_known = (relieve(each).text(language).splitlines() for each in (stated, unknown))
    assert none[0] == not_known[0]
    assert none[1] != not_known[1]

"""Real answers of the library, over every fixture, are what the description says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from dluhy import default_pack, screen
from dluhy.deductions.reading import asks_about_payslips
from dluhy.documents.files import Content, read_content
from dluhy.report.deduction import DeductionReport
from dluhy.report.deduction_answers import deduction_answer
from dluhy.report.index import IndexReport
from dluhy.report.index_answers import index_answer
from dluhy.report.law_values import RuleValue, rule_value
from dluhy.report.payslips import PayslipReport
from dluhy.report.relief_case import ReliefOfCaseReport
from dluhy.report.screening import ScreeningReport
from dluhy.report.suggestions import SuggestionsReport, suggestions_report
from dluhy.report.written import as_json
from dluhy.screening_relief import relieve
from dluhy.suggesting import read_suggestions_request, suggestions_for
from dluhy_service.openapi.components import answer, schemas

if TYPE_CHECKING:
    from collections.abc import Callable

PACK = default_pack()
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
CASES = sorted(
    path for folder in ("klienti", "pripady", "domacnosti") for path in (FIXTURES / folder).iterdir()
    if path.suffix in {".json", ".toml"} and not path.stem.endswith("_2025")  # before the law of a screening
)  # fmt: skip
PAYMENTS = sorted(path for path in (FIXTURES / "srazky").iterdir() if path.suffix in {".json", ".toml"})
Errors = list[str]


@pytest.fixture(scope="module")
def wrong() -> Callable[[type, str | bytes], Errors]:
    """Return what says of an answer how it differs from the schema of its class."""
    components = {"components": {"schemas": schemas(PACK)}}

    def of(kind: type, content: str | bytes) -> Errors:
        validator = Draft202012Validator({**answer(kind), **components})
        return [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(json.loads(content))]

    return of


@pytest.mark.sweep(3)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_screenings(path: Path, wrong: Callable[[type, str], Errors]) -> None:
    found = screen(path)
    assert wrong(ScreeningReport, found.json("cs")) == []
    assert wrong(ScreeningReport, found.json("en")) == []


@pytest.mark.parametrize("path", PAYMENTS, ids=lambda path: path.stem)
def test_deductions(path: Path, wrong: Callable[[type, str | bytes], Errors]) -> None:
    content = read_content(path)
    kind = PayslipReport if asks_about_payslips(content) else DeductionReport
    assert wrong(kind, deduction_answer(content, "cs", PACK).content) == []


@pytest.mark.parametrize("name", ["02_matka_dve_deti_najem_mikropujcka", "06_manzele_hypoteka_dve_mzdy"])
def test_suggestions(name: str, wrong: Callable[[type, str | bytes], Errors]) -> None:
    case = json.loads((FIXTURES / "klienti" / f"{name}.json").read_bytes())
    asked = read_suggestions_request({"case": case, "municipality": "560286"})
    assert wrong(SuggestionsReport, as_json(suggestions_report(*suggestions_for(asked), "cs"))) == []


@pytest.mark.thorough
def test_the_index_of_every_municipality(wrong: Callable[[type, str | bytes], Errors]) -> None:
    assert wrong(IndexReport, index_answer(Content(b"{}", "", "json"), "en", PACK)) == []


@pytest.mark.parametrize("path", CASES[-3:], ids=lambda path: path.stem)
def test_debt_relief(path: Path, wrong: Callable[[type, str | bytes], Errors]) -> None:
    assert wrong(ReliefOfCaseReport, relieve(path).json("cs")) == []


def test_every_rule_is_what_its_schema_says(wrong: Callable[[type, str | bytes], Errors]) -> None:
    for rule_id in PACK.rules:
        assert wrong(RuleValue, as_json(rule_value(PACK, rule_id))) == [], rule_id


def test_a_sum_that_is_no_sum_and_a_missing_key_are_told(wrong: Callable[[type, str], Errors]) -> None:
    told: dict[str, Any] = json.loads(screen(FIXTURES / "klienti" / "03_duchodce_pet_exekuci.json").json("cs"))
    told["debts"][0]["balance"] = "1 000"
    del told["people"][0]["age"]
    assert [each.partition(":")[0] for each in wrong(ScreeningReport, json.dumps(told))] == [
        "$.people[0]", "$.debts[0].balance",
    ]  # fmt: skip

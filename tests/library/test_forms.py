"""A case is screened in whatever form a program has it, and the result is the same."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from dluhy import InputError, Screening, read_case, screen
from dluhy.case.given import CaseLike, case_given

CASE = Path("fixtures/pripady/dite_17_poplatky_jizdne.toml")
SMALL: dict[str, Any] = {
    "ref": "A-1",
    "as_of": "2026-11-21",
    "people": [{"id": "klient", "role": "debtor", "birth_date": "2009-03-01"}],
    "debts": [{"id": "odpad", "kind": "local_fee_waste", "fee_year": 2018, "due_on": "2018-05-31", "balance": "500"}],
}


@pytest.fixture(scope="module")
def screened() -> Screening:
    return screen(SMALL)


@pytest.mark.parametrize("module", ["dluhy.screening", "dluhy.screening_what_if", "dluhy.screening_many"])
def test_the_examples_in_docstrings_hold(module: str) -> None:
    found = doctest.testmod(import_module(module))
    assert found.attempted > 0
    assert found.failed == 0


def test_every_form_is_the_same_case() -> None:
    content = CASE.read_text(encoding="utf-8")
    forms: list[CaseLike] = [CASE, str(CASE), content, content.encode(), "\ufeff" + content, tomllib.loads(content)]
    case = read_case(CASE).case
    assert all(case_given(form).case == case for form in (*forms, case))


def test_json_as_text_bytes_and_mapping_is_the_same_case() -> None:
    text = json.dumps(SMALL)
    assert len({case_given(form).case.model_dump_json() for form in (SMALL, text, text.encode(), f" {text}")}) == 1


def test_a_content_and_its_file_have_one_hash() -> None:
    assert case_given(CASE).sha256 == case_given(CASE.read_bytes()).sha256 == read_case(CASE).sha256


def test_the_hash_of_a_mapping_does_not_hang_on_the_order_of_its_keys() -> None:
    turned = dict(reversed(SMALL.items()))
    assert list(turned) != list(SMALL)
    assert case_given(SMALL).sha256 == case_given(turned).sha256 != case_given(SMALL | {"ref": "A-2"}).sha256


def test_a_mapping_is_left_as_it_is() -> None:
    before = json.dumps(SMALL)
    screen(SMALL)
    assert json.dumps(SMALL) == before


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({}, {"missing"}),
        ({"ref": "a", "as_of": "2026-11-21", "people": [{"pension": "x", "foo": 1}]}, {"not_in_list", "unknown_key"}),
        ({"ref": "a", "as_of": "2026-11-21", 3: 4}, {"invalid_key"}),
        ({"ref": "a", "as_of": "2026-11-21", "people": ({},)}, {"list_type"}),
        ("", {"empty"}),
        ("neni.toml", {"file"}),
        (b"\xff", {"encoding"}),
        ("{", {"json_syntax"}),
        ([], {"no_case"}),
        (None, {"no_case"}),
    ],
)
def test_what_is_no_case_is_told_all_at_once(given: CaseLike, codes: set[str]) -> None:
    with pytest.raises(InputError) as caught:
        screen(given)
    assert {problem.code for problem in caught.value.problems} == codes


def test_a_mapping_that_holds_itself_is_refused() -> None:
    round_ = dict(SMALL)
    round_["people"] = [round_]
    with pytest.raises(InputError) as caught:
        screen(round_)
    assert caught.value.problems[0].code == "too_deep"


def test_a_screening_tells_itself(screened: Screening) -> None:
    assert screened.report().debts[0].verdict == "guardian_only"
    assert screened.report("en").language == "en"
    assert screened.text("cs").startswith("Posouzení případu A-1")
    told = json.loads(screened.json("en"))
    assert (told["ref"], told["receipt"]["options"]) == ("A-1", [])


def test_strict_law_stands_in_the_receipt() -> None:
    assert screen(SMALL, strict_law=True).receipt.options == ("strict_law",)


def test_importing_dluhy_loads_no_heavy_module() -> None:
    code = "import sys, dluhy; print(sorted({'polars', 'pydantic', 'msgspec'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

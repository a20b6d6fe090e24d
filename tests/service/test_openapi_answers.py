"""Real answers of the library, over every fixture, are what the description says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from dluhy import HorizonError, default_pack, screen
from dluhy.report.screening import ScreeningReport
from dluhy_service.openapi.components import answer, schemas

if TYPE_CHECKING:
    from collections.abc import Callable

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
CASES = sorted(
    path for folder in ("klienti", "pripady", "domacnosti") for path in (FIXTURES / folder).iterdir()
    if path.suffix in {".json", ".toml"}
)  # fmt: skip
Errors = list[str]


@pytest.fixture(scope="module")
def wrong() -> Callable[[type, str | bytes], Errors]:
    """Return what says of an answer how it differs from the schema of its class."""
    components = {"components": {"schemas": schemas(default_pack())}}

    def of(kind: type, content: str | bytes) -> Errors:
        validator = Draft202012Validator({**answer(kind), **components})
        return [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(json.loads(content))]

    return of


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_screenings(path: Path, wrong: Callable[[type, str], Errors]) -> None:
    try:
        found = screen(path)
    except HorizonError:
        pytest.skip("the law of that day is not in the pack")
    assert wrong(ScreeningReport, found.json("cs")) == []
    assert wrong(ScreeningReport, found.json("en")) == []


def test_a_sum_that_is_no_sum_and_a_missing_key_are_told(wrong: Callable[[type, str], Errors]) -> None:
    told: dict[str, Any] = json.loads(screen(FIXTURES / "klienti" / "03_duchodce_pet_exekuci.json").json("cs"))
    told["debts"][0]["balance"] = "1 000"
    del told["people"][0]["age"]
    assert [each.partition(":")[0] for each in wrong(ScreeningReport, json.dumps(told))] == [
        "$.people[0]", "$.debts[0].balance",
    ]  # fmt: skip

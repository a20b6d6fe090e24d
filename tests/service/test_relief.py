"""Debt relief over HTTP is what the library says of it, to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import dluhy

if TYPE_CHECKING:
    from tests.service.conftest import Client

    from dluhy.problems import Language

CLIENTS = sorted((Path(__file__).parents[2] / "fixtures" / "klienti").glob("*.json"))
JSON = {"Content-Type": "application/json"}


@pytest.mark.sweep(3)
@pytest.mark.parametrize("path", CLIENTS[1:4], ids=lambda path: path.stem[:2])
@pytest.mark.parametrize("language", ["cs", "en"])
def test_the_answer_is_the_library_s(client: Client, path: Path, language: Language) -> None:
    content = path.read_bytes()
    told = client.post("/v1/relief", content=content, headers=JSON | {"Accept-Language": language})
    assert told.status_code == 200
    assert told.text == dluhy.relieve(content).json(language)


def test_strict_law_is_a_parameter(client: Client) -> None:
    content = CLIENTS[1].read_bytes()
    told = client.post("/v1/relief?strict_law=true", content=content, headers=JSON)
    assert told.text == dluhy.relieve(content, strict_law=True).json("cs")


def test_what_is_no_case_is_told(client: Client) -> None:
    told = client.post("/v1/relief", json={"ref": "a", "people": [{"role": "x"}]})
    assert told.status_code == 422
    assert {"/as_of", "/people/0/role"} <= {error["pointer"] for error in told.json()["errors"]}

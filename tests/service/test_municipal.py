"""Suggestions over HTTP are the command line's, apart from the hash of the input; every error has its pointer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dluhy.cli import main

if TYPE_CHECKING:
    from tests.service.conftest import Client

FIXTURES = Path(__file__).parents[2] / "fixtures"
CASE = FIXTURES / "klienti" / "02_matka_dve_deti_najem_mikropujcka.json"
URL = "/v1/municipal/suggestions"


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    with pytest.raises(SystemExit):
        main(["municipal", "suggest", *arguments, "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def _without_hash(told: dict[str, Any]) -> dict[str, Any]:
    return told | {"receipt": told["receipt"] | {"input_sha256": ""}}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("language", ["cs", "en"])
def test_a_case_with_its_place(client: Client, capsys: pytest.CaptureFixture[str], language: str) -> None:
    printed = _printed(capsys, str(CASE), "--municipality", "560286", "--lang", language)
    told = client.post(URL, json={"case": json.loads(CASE.read_bytes()), "municipality": "560286"},
                       headers={"Accept-Language": language})  # fmt: skip
    assert told.status_code == 200
    assert _without_hash(told.json()) == _without_hash(printed)


def test_a_place_alone(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    printed = _printed(capsys, "--municipality", "560286", "--as-of", "2026-11-21")
    told = client.post(URL, json={"municipality": "560286", "as_of": "2026-11-21"})
    assert _without_hash(told.json()) == _without_hash(printed)
    assert told.json()["items"] or told.json()["checklist"]


ROWS: list[dict[str, Any]] = [
    {"person_id": "A", "birth_date": "2010-05-01", "debt_kind": "local_fee_waste", "due_on": "2018-05-31",
     "fee_year": 2018, "principal": "500.00"},
    {"person_id": "B", "birth_date": "1999-05-01", "debt_kind": "transport_fare", "arose_on": "2012-03-02",
     "principal": "1000.00"},
]  # fmt: skip


def test_rows_of_a_list(client: Client, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "seznam.ndjson"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    printed = _printed(capsys, str(path), "--municipality", "560286", "--creditor", "municipality",
                       "--as-of", "2026-11-21")  # fmt: skip
    asked = {"rows": ROWS, "as_of": "2026-11-21", "municipality": "560286", "creditor_body": "municipality"}
    told = client.post(URL, json=asked)
    assert told.status_code == 200, told.text
    assert _without_hash(told.json()) == _without_hash(printed)
    assert told.json()["items"]


def test_rows_of_another_municipality_are_refused_without_naming_it(client: Client) -> None:
    rows = [ROWS[0] | {"municipality_code": "554961"}]
    told = client.post(URL, json={"rows": rows, "as_of": "2026-11-21", "municipality": "560286"})
    assert told.status_code == 422
    assert [(each["code"], each["pointer"]) for each in told.json()["errors"]] == [("municipality_differs", "/rows")]
    assert "554961" not in told.text


@pytest.mark.parametrize(
    ("document", "errors"),
    [
        ({}, {("nothing", ""), ("day_needed", "/as_of")}),
        ({"municipality": "560286"}, {("day_needed", "/as_of")}),
        ({"municipality": "999999", "as_of": "2026-11-21"}, {("unknown_municipality", "/municipality")}),
        ({"case": [], "place": 5}, {("model_type", "/case"), ("model_type", "/place")}),
        ({"case": {"ref": "a"}, "place": {"code": "560286"}},
         {("missing", "/case/as_of"), ("missing", "/place/as_of")}),
        ({"case": {"ref": "a", "as_of": "2026-11-21"}, "as_of": "2026-11-21"}, {("as_of", "/as_of")}),
        ({"case": {"ref": "a", "as_of": "2026-11-21"}, "rows": [{"birth_date": 5}, {"x": 1}], "creditor_body": "me"},
         {("missing", "/as_of"), ("date_form", "/rows/0/birth_date"), ("unknown_key", "/rows/1"),
          ("not_in_list", "/creditor_body"), ("case_or_rows", "/rows")}),
        ({"municipality": "560286", "as_of": "2026-11-21", "creditor_body": "municipality"},
         {("not_here", "/creditor_body")}),
        ({"place": {"code": "560286", "as_of": "2026-11-21"}, "municipality": "560286", "novak": 1},
         {("unknown_key", "")}),
    ],
)  # fmt: skip
def test_all_errors_at_once(client: Client, document: dict[str, Any], errors: set[tuple[str, str]]) -> None:
    told = client.post(URL, json=document)
    assert told.status_code == 422
    assert {(error["code"], error["pointer"]) for error in told.json()["errors"]} == errors


@pytest.mark.parametrize(
    ("document", "error"),
    [
        ({"rows": ROWS, "as_of": None, "municipality": "560286"}, ("date_form", "/as_of")),
        ({"rows": ROWS, "as_of": "zítra", "municipality": "560286"}, ("date_form", "/as_of")),
        ({"rows": ROWS, "as_of": "2020-01-01"}, ("before_horizon", "/as_of")),
        ({"rows": [{}], "as_of": "2026-11-21"}, ("empty_rows", "/rows")),
        ({"case": {"ref": "a", "as_of": "2020-01-01"}}, ("before_horizon", "/case/as_of")),
    ],
)
def test_a_day_or_rows_that_cannot_be_used_are_an_error_with_its_place(
    client: Client, document: dict[str, Any], error: tuple[str, str]
) -> None:
    told = client.post(URL, json=document)
    assert (told.status_code, [(each["code"], each["pointer"]) for each in told.json()["errors"]]) == (422, [error])

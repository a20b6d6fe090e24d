"""One case over HTTP is what the library says of it, to the byte; what is no case is told with every error."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from gzip import compress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import dluhy

if TYPE_CHECKING:
    from tests.service.conftest import Client

CLIENTS = sorted((Path(__file__).parents[2] / "fixtures" / "klienti").glob("*.json"))
JSON = {"Content-Type": "application/json"}
SMALL = {"ref": "A-1", "as_of": "2026-11-21", "people": [], "debts": []}


@pytest.mark.sweep(3)
@pytest.mark.parametrize("path", CLIENTS[:3], ids=lambda path: path.stem[:2])
@pytest.mark.parametrize("language", ["cs", "en"])
def test_the_answer_is_the_library_s(client: Client, path: Path, language: str) -> None:
    told = client.post("/v1/screenings", content=path.read_bytes(), headers=JSON | {"Accept-Language": language})
    assert told.status_code == 200
    assert told.headers["content-language"] == language
    assert told.text == dluhy.screen(path.read_bytes()).json("en" if language == "en" else "cs")


def test_strict_law_is_a_parameter(client: Client) -> None:
    content = CLIENTS[0].read_bytes()
    told = client.post("/v1/screenings?strict_law=true", content=content, headers=JSON)
    assert told.text == dluhy.screen(content, strict_law=True).json("cs")
    assert client.post("/v1/screenings?strict_law=ano", content=content, headers=JSON).status_code == 400


def test_cases_asked_at_once_get_each_its_own_answer(client: Client) -> None:
    cases = [json.dumps(SMALL | {"ref": f"A-{number}"}).encode() for number in range(12)]
    cases[5] = b'{"ref": "bad"}'
    with ThreadPoolExecutor(12) as pool:
        told = list(pool.map(lambda each: client.post("/v1/screenings", content=each, headers=JSON), cases))
    assert [each.status_code for each in told] == [200] * 5 + [422] + [200] * 6
    assert [each.json()["ref"] for each in told if each.status_code == 200] == [
        f"A-{number}" for number in range(12) if number != 5
    ]


def test_two_senders_may_use_one_reference(client: Client) -> None:
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(lambda _: client.post("/v1/screenings", json=SMALL), range(4)))
    assert [each.status_code for each in told] == [200] * 4
    assert len({each.content for each in told}) == 1 or all(each.json()["ref"] == "A-1" for each in told)


@pytest.mark.parametrize(
    ("content", "status", "codes"),
    [
        (b"", 400, {"empty"}),
        (b"{", 400, {"json_syntax"}),
        (b'{"ref": "a", "ref": "b"}', 400, {"duplicate_key"}),
        (b'{"ref": NaN}', 400, {"not_a_number"}),
        (b'{"\\ud800": 1}', 400, {"key_text"}),
        (b'{"ref": "a", "as_of": "2026-11-21", "people": [{"x\\udfff": 1}]}', 400, {"key_text"}),
        (b'{"ref": "\\ud800", "as_of": "2026-11-21"}', 422, {"text_signs"}),
        (b'{"ref": "\xff"}', 400, {"encoding"}),
        (b"[]", 422, {"no_case"}),
        (b'"2"', 422, {"no_case"}),
        (b'{"ref": 2, "as_of": "2026-11-21", "people": [{"id": "a", "role": "x"}]}', 422, {"text_form", "not_in_list"}),
        (b"[" * 100_000, 413, {"too_deep"}),
        (b'{"a":' * 30 + b"1" + b"}" * 30, 413, {"too_deep"}),
    ],
)
def test_what_is_no_case_is_told(client: Client, content: bytes, status: int, codes: set[str]) -> None:
    told = client.post("/v1/screenings", content=content, headers=JSON)
    assert told.status_code == status
    assert {error["code"] for error in told.json()["errors"]} == codes


def test_a_day_outside_the_known_law_is_invalid(client: Client) -> None:
    told = client.post("/v1/screenings", json=SMALL | {"as_of": "2035-01-01"})
    assert told.status_code == 422
    assert told.json()["errors"]


def test_a_body_that_is_too_large_is_not_read(client: Client) -> None:
    told = client.post("/v1/screenings", content=b" " * 1_000_001, headers=JSON)
    assert told.status_code == 413
    assert (
        "1,000,000"
        in client.post("/v1/screenings", content=b" " * 1_000_001, headers=JSON | {"Accept-Language": "en"}).json()[
            "detail"
        ]
    )


def test_only_json_is_read_and_given(client: Client) -> None:
    assert (
        client.post("/v1/screenings", content=b"ref = 1", headers={"Content-Type": "application/toml"}).status_code
        == 415
    )
    assert client.post("/v1/screenings", json=SMALL, headers={"Accept": "text/csv"}).status_code == 406


def test_a_packed_body_is_not_unpacked(client: Client) -> None:
    """What is small on the wire could be endless; who packed it is told to send it plain (RFC 9110 § 15.5.16)."""
    told = client.post("/v1/screenings", content=compress(b"{}"), headers=JSON | {"Content-Encoding": "gzip"})
    assert (told.status_code, told.headers["accept-encoding"]) == (415, "identity")
    assert told.json()["type"] == "urn:dluhy:problem:media-type"

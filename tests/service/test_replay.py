"""A result of the service can be given back with what it came from, and is computed again and compared."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.service.conftest import Client

FIXTURES = Path(__file__).parents[2] / "fixtures"
CASE = (FIXTURES / "klienti" / "04_invalidni_duchodce_jeden_veritel.json").read_bytes()
JSON = {"Content-Type": "application/json"}
URL = "/v1/replay"


@pytest.fixture(scope="module")
def screened(client: Client) -> str:
    """The screening of a case."""
    return client.post("/v1/screenings", content=CASE, headers=JSON).text


@pytest.mark.sweep(3)
@pytest.mark.parametrize("shape", ["text", "object", "receipt", "form", "base64"])
def test_a_result_is_the_same_however_it_is_given_back(client: Client, screened: str, shape: str) -> None:
    whole = json.loads(screened)
    bodies: dict[str, dict[str, Any]] = {
        "text": {"json": {"result": screened, "source": CASE.decode()}},
        "object": {"json": {"result": whole, "source": CASE.decode()}},
        "receipt": {"json": {"result": whole["receipt"], "source": CASE.decode()}},
        "base64": {"json": {"result": screened, "source_base64": b64encode(CASE).decode()}},
        "form": {"files": {"result": ("a.json", screened.encode()), "source": ("b.json", CASE)}},
    }
    told = client.post(URL, **bodies[shape])
    assert told.status_code == 200, told.text
    assert (told.json()["same"], told.json()["differences"]) == (True, [])


def test_a_result_that_was_changed_is_told(client: Client, screened: str) -> None:
    changed = json.loads(screened) | {"ref": "somebody else"}
    told = client.post(URL, json={"result": changed, "source": CASE.decode()}).json()
    assert told["same"] is False
    assert [each["field"] for each in told["differences"]] == ["content"]


@pytest.mark.sweep(3)
@pytest.mark.parametrize(
    ("path", "document"),
    [
        ("/v1/relief", json.loads(CASE)),
        ("/v1/municipal/suggestions", {"municipality": "560286", "as_of": "2026-11-21"}),
        ("/v1/municipal/suggestions", {"case": json.loads(CASE)}),
        ("/v1/minors/checks", {"as_of": "2026-11-21", "rows": [
            {"person_id": "A", "birth_date": "2010-05-01", "debt_kind": "local_fee_waste", "due_on": "2018-05-31"}]}),
        ("/v1/minors/checks", {"as_of": "2026-11-21", "rows": [
            {"person_id": f"{number}", "birth_date": "2010-05-01", "debt_kind": "local_fee_waste", "fee_year": 2018}
            for number in range(2_500)]}),
        ("/v1/index", {"municipalities": ["560286"]}),
    ],
)  # fmt: skip
def test_results_of_other_routes_too(client: Client, path: str, document: dict[str, Any]) -> None:
    source = json.dumps(document)
    result = client.post(path, content=source, headers=JSON)
    assert result.status_code == 200, result.text
    told = client.post(URL, json={"result": result.text, "source": source})
    assert told.status_code == 200, told.text
    assert told.json()["same"] is True


@pytest.mark.parametrize(
    ("changed", "code", "pointer"),
    [
        ({"source": CASE.decode() + " "}, "other_input", "/source"),
        ({"source": None}, "no_input", "/source"),
        ({"result": {"job": "Jana"}}, "receipt", "/result"),
        ({"result": 5}, "result_form", "/result"),
        ({"result": None}, "missing", "/result"),
        ({"source": 5}, "text_form", "/source"),
        ({"source_base64": "%%%", "source": None}, "base64_form", "/source_base64"),
        ({"source_base64": "eA=="}, "source_twice", "/source_base64"),
        ({"Jana": 1}, "unknown_key", ""),
        ({"result": {"job": "\ud800"}}, "text_form", "/result"),
        ({"result": "\ud800"}, "receipt", "/result"),
        ({"source": "\ud800"}, "encoding", "/source"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    client: Client, screened: str, changed: dict[str, Any], code: str, pointer: str
) -> None:
    content = json.dumps({"result": screened, "source": CASE.decode()} | changed)
    told = client.post(URL, content=content, headers=JSON)
    assert told.status_code == 422
    assert (code, pointer) in {(each["code"], each["pointer"]) for each in told.json()["errors"]}
    assert "Jana" not in told.text


def test_a_receipt_of_another_pack_is_refused_without_repeating_what_it_says(client: Client, screened: str) -> None:
    receipt = json.loads(screened)["receipt"] | {"pack": "Jana Nováková", "pack_hash": "x"}
    told = client.post(URL, json={"result": receipt, "source": CASE.decode()})
    assert told.status_code == 422
    assert "other_pack" in {each["code"] for each in told.json()["errors"]}
    assert "Nov" not in told.text


@pytest.mark.parametrize(
    ("content", "status", "name"),
    [
        (b"{", 400, "malformed"),
        (b"", 400, "malformed"),
        (b"[]", 422, "invalid"),
        (b'{"result": {"a": 1, "a": 2}}', 400, "malformed"),
        (b'{"result": "\\ud800"}', 422, "invalid"),
        (b'{"result": ' + b'{"a":' * 60 + b"1" + b"}" * 60 + b"}", 413, "too-large"),
        (b'{"result": [' + b"[]," * 200_000 + b"[]]}", 413, "too-large"),
    ],
)
def test_what_is_no_request_is_told_as_by_other_routes(client: Client, content: bytes, status: int, name: str) -> None:
    told = client.post(URL, content=content, headers=JSON)
    assert (told.status_code, told.json()["type"]) == (status, f"urn:dluhy:problem:{name}")


def test_a_large_request_is_read_where_it_can_be_stopped(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server process never decodes it: a child has limits of memory and time."""
    decoded: list[int] = []
    monkeypatch.setattr("dluhy.documents.decoding._from_json", lambda *_: decoded.append(1))
    assert client.post(URL, json={"result": {}}).status_code == 422
    assert decoded == []

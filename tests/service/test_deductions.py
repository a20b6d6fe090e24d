"""Deductions over HTTP are what the library says, to the byte; rows that come at once share nothing but a frame."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from dluhy.deductions.rows import read_rows
from dluhy.documents.files import Content
from dluhy.law.pack import default_pack
from dluhy.report.deduction_answers import deduction_answer
from dluhy.report.payment_lines import PaymentLines
from dluhy.report.payment_rows import row_answers
from dluhy_service.routes.deductions import SMALL_BYTES

if TYPE_CHECKING:
    from tests.service.conftest import Client

    from dluhy.problems import Language

PACK = default_pack()
PATH = "/v1/deductions"
JSON = {"Content-Type": "application/json"}
PAYMENT = {"ref": "V-1", "paid_on": "2026-05-12", "net": "26400.00", "dependants": 1, "claims": [{"kind": "loan"}]}
PAYSLIPS = {"payslips": [{"paid_on": "2026-05-12", "net": "26400.00", "deducted": "2924.00"}], "dependants": 1}
ROW = {"ref": "P-1", "paid_on": "2026-05-12", "net": "26400.00"}


def rows(*parts: dict[str, Any]) -> bytes:
    return json.dumps({"rows": [ROW | part for part in parts]}).encode()


@pytest.mark.parametrize("language", ["cs", "en"])
@pytest.mark.parametrize("document", [PAYMENT, PAYSLIPS, {"rows": [ROW]}], ids=["payment", "payslips", "rows"])
def test_the_answer_is_the_library_s(client: Client, document: dict[str, Any], language: Language) -> None:
    content = json.dumps(document).encode()
    told = client.post(PATH, content=content, headers=JSON | {"Accept-Language": language})
    assert (told.status_code, told.headers["content-language"]) == (200, language)
    assert told.content == deduction_answer(Content(content, "", "json"), language, PACK).content


def test_many_rows_are_answered_as_the_library_does(client: Client) -> None:
    content = rows(*({"ref": f"P-{number}", "net": 20_000 + number} for number in range(2_000)))
    assert len(content) > SMALL_BYTES
    told = client.post(PATH, content=content, headers=JSON)
    assert told.content == row_answers([read_rows(content, PACK)], PACK)[0].content
    assert len(told.json()["rows"]) == 2_000


def test_rows_asked_at_once_get_each_their_own_answer(client: Client) -> None:
    asked = [rows({"ref": f"P-{number}", "net": str(20_000 + 10 * number)}) for number in range(40)]
    asked[7] = rows({"net": "x"})
    asked[9] = rows({"paid_on": "2035-01-01"}, {"ref": "P-9"})
    with ThreadPoolExecutor(20) as pool:
        told = list(pool.map(lambda each: client.post(PATH, content=each, headers=JSON), asked))
    assert [each.status_code for each in told] == [422 if number == 7 else 200 for number in range(40)]
    for content, answer in zip(asked, told, strict=True):
        if answer.status_code == 200:
            assert answer.content == row_answers([read_rows(content, PACK)], PACK)[0].content
    assert [(each["row"], each["code"]) for each in told[9].json()["rejected"]] == [(1, "past_horizon")]


def test_every_error_is_told_with_its_pointer(client: Client) -> None:
    content = rows({}, {"net": "26 400", "dependants": "2"}, {"priority": "true", "Jan Novák": 1})
    told = client.post(PATH, content=content, headers=JSON)
    assert told.status_code == 422
    assert {(each["code"], each["pointer"]) for each in told.json()["errors"]} == {
        ("money_form", "/rows/1/net"), ("int_type", "/rows/1/dependants"),
        ("bool_type", "/rows/2/priority"), ("unknown_key", "/rows/2"),
    }  # fmt: skip
    assert "Jan" not in told.text


@pytest.mark.parametrize(
    ("content", "status", "codes"),
    [
        (b"{", 400, {"json_syntax"}),
        (b'{"rows": [{"paid_on": "2026-05-12", "net": 1, "net": 2}]}', 400, {"duplicate_key"}),
        (b'{"rows": [{"paid_on": "2026-05-12", "net": NaN}]}', 400, {"not_a_number"}),
        (b'{"rows": []}', 422, {"too_short"}),
        (b'{"rows": {}}', 422, {"list_type"}),
        (b'{"paid_on": "2026-05-12"}', 422, {"net_needed"}),
        (b'{"payslips": 1}', 422, {"list_type"}),
        (rows(*[{}] * 2_001), 413, {"too_many"}),
        (b"[]", 422, {"no_case"}),
    ],
)
def test_what_cannot_be_answered_is_told(client: Client, content: bytes, status: int, codes: set[str]) -> None:
    told = client.post(PATH, content=content, headers=JSON)
    assert (told.status_code, {each["code"] for each in told.json()["errors"]}) == (status, codes)


def test_a_list_that_streams_is_told_line_by_line(client: Client) -> None:
    lines = [json.dumps(ROW | {"ref": f"P-{number}"}).encode() for number in range(5_000)]
    lines[3] = b"{"
    content = b"\n".join(lines)
    told = client.post(PATH, content=content, headers={"Content-Type": "application/x-ndjson"})
    stream = PaymentLines(PACK)
    assert told.headers["content-type"] == "application/x-ndjson"
    assert told.content == b"".join([*stream.feed(content), *stream.finish()])
    assert json.loads(told.content.splitlines()[-1])["summary"]["receipt"]["rows_rejected"] == 1
    assert client.post(PATH, content=rows({}), headers=JSON).status_code == 200  # the child goes on


def test_only_json_is_read_and_given(client: Client) -> None:
    assert client.post(PATH, content=b"a;b", headers={"Content-Type": "text/csv"}).status_code == 415
    assert client.post(PATH, content=rows({}), headers=JSON | {"Accept": "text/html"}).status_code == 406
    assert client.post(PATH + "?x=1", content=rows({}), headers=JSON).status_code == 400
    assert client.get(PATH).status_code == 405


def test_the_key_needs_the_scope_of_cases(client: Client, new_key: Any) -> None:  # noqa: ANN401 - a fixture that makes keys
    assert client.post(PATH, content=rows({}), headers=JSON | new_key("list")).status_code == 403
    assert client.post(PATH, content=rows({}), headers=JSON | new_key("case")).status_code == 200

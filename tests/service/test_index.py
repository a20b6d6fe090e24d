"""The index over HTTP is what the command prints, to the byte; every error has its pointer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from dluhy.documents.files import Content
from dluhy.law.pack import default_pack
from dluhy.places import exclusion
from dluhy.report.index_answers import index_answer, index_file_answer

if TYPE_CHECKING:
    from tests.service.conftest import Client

    from dluhy.problems import Language

PACK = default_pack()
PATH = "/v1/index"
JSON = {"Content-Type": "application/json"}
ROWS: list[dict[str, Any]] = exclusion.frame().drop("published").head(20).to_dicts()
TABLE = exclusion.frame().drop("published").head(20).with_columns(own_school=None).write_csv(separator=";").encode()


@pytest.mark.sweep(2)
@pytest.mark.parametrize("language", ["cs", "en"])
@pytest.mark.parametrize(
    "document", [{"municipalities": ["560286"]}, {"year": 2023, "rows": ROWS}, {"partial": True, "year": 2023}, {}],
    ids=["shipped", "rows", "partial", "all"],
)  # fmt: skip
def test_the_answer_is_the_library_s(client: Client, document: dict[str, Any], language: Language) -> None:
    content = json.dumps(document).encode()
    told = client.post(PATH, content=content, headers=JSON | {"Accept-Language": language})
    assert (told.status_code, told.headers["content-language"]) == (200, language)
    assert told.content == index_answer(Content(content, "", "json"), language, PACK)


def test_a_file_of_inputs(client: Client) -> None:
    told = client.post(PATH + "?year=2023", content=TABLE, headers={"Content-Type": "text/csv"})
    assert told.status_code == 200
    assert told.content == index_file_answer(TABLE, 2023, "cs", PACK)
    assert client.post(PATH + "?year=23", content=TABLE, headers={"Content-Type": "text/csv"}).status_code == 400
    unread = client.post(PATH + "?year=2023", content=b"\x00\x01", headers={"Content-Type": "text/csv"})
    assert unread.status_code == 422
    assert unread.json()["errors"]


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"{", 400, {("json_syntax", None)}),
        (b'{"year": 2023, "rows": [{"code": 5, "exe": "1"}]}', 422,
         {("municipality_form", "/rows/0/code"), ("int_type", "/rows/0/exe")}),
        (b'{"municipalities": ["554782"]}', 422, {("not_found", "/municipalities/0")}),
        (b'{"year": 2025}', 422, {("index_year", "/year")}),
        (b'{"Jan": 1}', 422, {("unknown_key", "")}),
    ],
)  # fmt: skip
def test_what_cannot_be_computed_is_told(
    client: Client, content: bytes, status: int, said: set[tuple[str, str | None]]
) -> None:
    told = client.post(PATH, content=content, headers=JSON)
    assert told.status_code == status
    assert {(each["code"], each["pointer"]) for each in told.json()["errors"]} == said
    assert "Jan" not in told.text


def test_the_edges(client: Client, new_key: Any) -> None:  # noqa: ANN401 - a fixture that makes keys
    assert client.post(PATH, content=b"x", headers={"Content-Type": "text/plain"}).status_code == 415
    assert client.post(PATH, json={}, headers={"Accept": "text/html"}).status_code == 406
    assert client.post(PATH + "?year=2023", json={}).status_code == 400
    assert client.post(PATH, json={}, headers=new_key("case")).status_code == 403

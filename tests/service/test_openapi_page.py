"""The page of the interface comes whole from this service; the published schemas are those of the command line."""

from __future__ import annotations

import re
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from litestar.testing import TestClient

from dluhy import default_pack
from dluhy.case.schema import schema_text
from dluhy_service.app import create_app
from dluhy_service.openapi import page, published

if TYPE_CHECKING:
    from tests.service.conftest import Client

    from dluhy_service.settings import Settings

STATIC = Path(page.__file__).with_name("static")
ADDRESS = re.compile(rb"https?:|//[a-z]", re.IGNORECASE)


class Addresses(HTMLParser):
    """Collects what a page loads, and scripts and styles that stand in it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.loaded: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag loads, and what it carries itself."""
        given = dict(attrs)
        self.loaded += [value for key in ("src", "href") if (value := given.get(key)) is not None]
        self.inline += [key for key in given if key == "style" or key.startswith("on")]
        self.inline += [tag] if tag == "style" or (tag == "script" and "src" not in given) else []


def test_the_page_loads_only_what_this_service_has(anonymous: Client) -> None:
    answer = anonymous.get("/docs")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    found = Addresses()
    found.feed(answer.text)
    assert found.inline == []
    assert len(found.loaded) >= 5
    for address in found.loaded:
        assert address.startswith("/")
        assert not address.startswith("//")
        assert anonymous.get(address).status_code == 200, address


def test_our_own_files_name_no_address_and_no_validator_is_asked() -> None:
    for name in ("page.html", "init.js", "style.css"):
        assert not ADDRESS.search((STATIC / name).read_bytes()), name
    assert b"validatorUrl: null" in (STATIC / "init.js").read_bytes()


def test_the_styles_load_nothing() -> None:
    loaded = re.findall(rb"url\(\s*[\"']?([a-z]*:?)", (STATIC / "swagger-ui.css").read_bytes())
    assert loaded
    assert set(loaded) == {b"data:"}
    assert b"@import" not in (STATIC / "swagger-ui.css").read_bytes()


def test_the_policy_lets_nothing_else_in(anonymous: Client) -> None:
    policy = anonymous.get("/docs").headers["content-security-policy"]
    told = {name: set(values) for name, *values in (part.split() for part in policy.split(";"))}
    assert told["default-src"] == {"'none'"}
    assert told["script-src"] == told["style-src"] == told["connect-src"] == {"'self'"}
    assert "unsafe" not in policy
    assert "http" not in policy


def test_vendored_files_are_those_of_the_note() -> None:
    noted = dict(re.findall(r"\| `([^`]+)` \| `([0-9a-f]{64})` \|", (STATIC / "README.md").read_text(encoding="utf-8")))
    assert {"swagger-ui-bundle.js", "swagger-ui.css", "favicon-32x32.png", "LICENSE"} == set(noted)
    for name, digest in noted.items():
        assert sha256((STATIC / name).read_bytes()).hexdigest() == digest, name


def test_only_files_of_the_page_are_served(anonymous: Client) -> None:
    for name in ("README.md", "page.html", "LICENSE", "..%2fdocument.py", "%2e%2e/page.py", "nic"):
        assert anonymous.get(f"/docs/{name}").status_code == 404, name


def test_the_page_may_be_switched_off(settings: Settings) -> None:
    with TestClient(create_app(settings.model_copy(update={"docs": False})), base_url="http://127.0.0.1") as client:
        assert client.get("/docs").status_code == 404
        assert client.get("/docs/init.js").status_code == 404


def test_schemas_are_listed_and_served_with_their_tags(client: Client) -> None:
    listed = client.get("/v1/schemas").json()["schemas"]
    assert [each["name"] for each in listed] == list(published.NAMES)
    assert len({each["id"] for each in listed}) == len(listed)
    for each in listed:
        answer = client.get(each["path"])
        assert answer.headers["content-type"] == "application/schema+json"
        assert answer.json()["$id"] == each["id"]
        Draft202012Validator.check_schema(answer.json())
        assert client.get(each["path"], headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_the_schema_of_the_case_is_the_text_of_the_command_line(client: Client) -> None:
    assert client.get("/v1/schemas/case").text == schema_text(default_pack())


@pytest.mark.parametrize("name", ["nikde", "Case", "case.json", "%C5%99", "..%2f..%2fetc"])
def test_an_unknown_schema_is_told_with_the_names_there_are(client: Client, name: str) -> None:
    answer = client.get(f"/v1/schemas/{name}")
    assert answer.status_code == 404
    if "%2f" not in name:
        assert "case" in answer.json()["errors"][0]["cs"]
        assert name not in answer.text

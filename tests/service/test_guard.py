"""Nobody gets in without a key of the right scope; every refusal is a problem with the headers of its standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from litestar.testing import TestClient

from dluhy_service.app import create_app
from dluhy_service.keys import KeyStore
from dluhy_service.problems import MEDIA_TYPE, PREFIX
from dluhy_service.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from httpx import Response
    from tests.service.conftest import Client

BASE = "http://127.0.0.1"


def _is_problem(response: Response, status: int, name: str) -> None:
    assert response.status_code == status
    assert response.headers["content-type"] == MEDIA_TYPE
    told = response.json()
    assert (told["type"], told["status"]) == (f"{PREFIX}{name}", status)
    assert told["instance"] == f"urn:dluhy:request:{response.headers['x-request-id']}"


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Basic YTpi",
        "Bearer dluhy_00000000_" + "a" * 43,
        "Bearer " + "x" * 5_000,
        "Bearer dluhy_zzzzzzzz_ěšč",
    ],
)
@pytest.mark.parametrize("path", ["/v1/screenings", "/v1/nothing", "/metrics", "/"])
def test_without_a_valid_key_nothing_is_told(anonymous: Client, header: str | None, path: str) -> None:
    headers = {} if header is None else {b"Authorization": header.encode()}
    told = anonymous.post(path, content=b"{}", headers=headers)
    _is_problem(told, 401, "no-key")
    assert told.headers["www-authenticate"].startswith("Bearer")


def test_a_key_of_another_scope_may_not(anonymous: Client, new_key: Callable[..., dict[str, str]]) -> None:
    told = anonymous.post("/v1/screenings", content=b"{}", headers=new_key("list"))
    _is_problem(told, 403, "no-scope")
    assert 'scope="case"' in told.headers["www-authenticate"]
    assert "„case“" in told.json()["detail"]


@pytest.mark.parametrize("path", ["//v1/screenings", "/v1//screenings", "///v1///screenings///", "/v1/%2fscreenings"])
def test_a_path_written_otherwise_needs_the_same_scope(
    anonymous: Client, new_key: Callable[..., dict[str, str]], path: str
) -> None:
    case = {"ref": "1", "as_of": "2026-11-21"}
    assert anonymous.post(f"{BASE}{path}", json=case, headers=new_key("case")).status_code == 200
    _is_problem(anonymous.post(f"{BASE}{path}", json=case, headers=new_key("list")), 403, "no-scope")


def test_headers_that_let_in_may_stand_only_once(anonymous: Client, new_key: Callable[..., dict[str, str]]) -> None:
    right = new_key("case")["Authorization"]
    both = [("Authorization", "Bearer x"), ("Authorization", right)]
    _is_problem(anonymous.get("/v1/nothing", headers=both), 401, "no-key")
    _is_problem(anonymous.get("/version", headers=[("Host", "localhost"), ("Host", "127.0.0.1")]), 400, "bad-host")


@pytest.mark.parametrize("path", ["//v1/minors/checks", "/v1//minors/checks", "/v1/minors//checks/", "///metrics"])
def test_slashes_are_no_way_around_a_scope(
    anonymous: Client, new_key: Callable[..., dict[str, str]], path: str
) -> None:
    ask = anonymous.get if "metrics" in path else anonymous.post
    _is_problem(ask(f"{BASE}{path}", headers=new_key("case")), 403, "no-scope")


def test_a_revoked_key_works_no_longer(
    anonymous: Client, keys_file: Path, new_key: Callable[..., dict[str, str]]
) -> None:
    header = new_key("case")
    assert anonymous.get("/v1/nothing", headers=header).status_code == 404
    KeyStore(keys_file).revoke(header["Authorization"].split("_")[1])
    _is_problem(anonymous.get("/v1/nothing", headers=header), 401, "no-key")


def test_an_unknown_path_is_404_and_another_method_405(client: Client) -> None:
    _is_problem(client.get("/v1/nothing"), 404, "not-found")
    told = client.get("/v1/screenings")
    _is_problem(told, 405, "method")
    assert "POST" in told.headers["allow"]
    assert {"GET", "HEAD"} <= set(client.post("/v1/kinds").headers["allow"].split(", "))


def test_another_host_is_refused(anonymous: Client) -> None:
    _is_problem(anonymous.get("/version", headers={"Host": "evil.example"}), 400, "bad-host")


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1:1", "[::1]", "[::1]:8000", "localhost.", "LOCALHOST.:80"]
)
def test_the_names_of_this_machine_are_known(anonymous: Client, host: str) -> None:
    assert anonymous.get("/version", headers={"Host": host}).status_code == 200


def test_every_answer_says_not_to_keep_or_guess_it(client: Client) -> None:
    for told in (client.get("/version"), client.get("/v1/nothing")):
        assert told.headers["cache-control"] == "no-store"
        assert told.headers["x-content-type-options"] == "nosniff"


def test_a_key_may_ask_so_often_and_then_is_told_when_again(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    tokens = [KeyStore(path).new("a", ("case",))[1] for _ in range(2)]
    settings = Settings(keys_file=path, requests_per_minute=2, children=1)
    with TestClient(create_app(settings), base_url=BASE) as client:
        first = {"Authorization": f"Bearer {tokens[0]}"}
        told = [client.get("/v1/nothing", headers=first) for _ in range(3)]
        assert [each.status_code for each in told] == [404, 404, 429]
        _is_problem(told[2], 429, "rate")
        assert told[0].headers["ratelimit-limit"] == "2"
        assert [each.headers["ratelimit-remaining"] for each in told] == ["1", "0", "0"]
        assert 1 <= int(told[2].headers["retry-after"]) <= 30
        assert client.get("/v1/nothing", headers={"Authorization": f"Bearer {tokens[1]}"}).status_code == 404


def test_who_guesses_keys_is_slowed_down(tmp_path: Path) -> None:
    settings = Settings(keys_file=tmp_path / "keys.json", failed_auth_per_minute=3, children=1)
    with TestClient(create_app(settings), base_url=BASE) as client:
        statuses = [client.get("/v1/nothing").status_code for _ in range(5)]
    assert statuses == [401, 401, 401, 429, 429]

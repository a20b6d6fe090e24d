"""The service tells what the pack says, and nothing else yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from litestar.testing import TestClient

from dluhy import default_pack, program_version
from dluhy_service.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from litestar import Litestar


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient[Litestar]]:
    with TestClient(app) as open_client:
        yield open_client


def test_it_lives_and_names_its_versions(client: TestClient[Litestar]) -> None:
    assert client.get("/health/live").json() == {"status": "ok"}
    said = client.get("/version").json()
    assert (said["program"], said["pack_hash"]) == (program_version(), default_pack().hash)


def test_every_rule_is_listed_and_shown(client: TestClient[Litestar]) -> None:
    listed = [rule["id"] for rule in client.get("/v1/rules").json()]
    assert listed == list(default_pack().rules)
    for rule_id in listed:
        shown = client.get(f"/v1/rules/{rule_id}").json()
        assert shown["id"] == rule_id
        assert shown["citations"]
        assert all(citation["link"].startswith("http") for citation in shown["citations"])


def test_an_unknown_rule_is_not_found(client: TestClient[Litestar]) -> None:
    assert client.get("/v1/rules/W99").status_code == 404

"""A running service for the tests of a module: every key, small limits of time, no network."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from litestar.testing import TestClient

from dluhy_service.app import create_app
from dluhy_service.keys import KeyStore
from dluhy_service.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


HOST = "127.0.0.1"
Client = TestClient[Any]


@pytest.fixture(scope="session")
def keys_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of keys for all tests of a worker."""
    return tmp_path_factory.mktemp("keys") / "keys.json"


@pytest.fixture(scope="session")
def new_key(keys_file: Path) -> Callable[..., dict[str, str]]:
    """Make a key with scopes and return the header that sends it."""

    def made(*scopes: str) -> dict[str, str]:
        _, token = KeyStore(keys_file).new("test", scopes or ("case", "list", "metrics"))
        return {"Authorization": f"Bearer {token}"}

    return made


@pytest.fixture(scope="session")
def settings(keys_file: Path) -> Settings:
    """The settings of the service under test."""
    return Settings(keys_file=keys_file, children=1, requests_per_minute=1_000_000, failed_auth_per_minute=1_000)


@pytest.fixture(scope="module")
def anonymous(settings: Settings) -> Iterator[Client]:
    """A client without a key; the service has started when the first test runs."""
    with pytest.MonkeyPatch.context() as patch, TestClient(create_app(settings), base_url=f"http://{HOST}") as client:
        patch.setattr("dluhy_service.keys._LOOK_AGAIN", -1.0)  # a key made by a test is known at once
        _wait(client)
        yield client


@pytest.fixture(scope="module")
def client(anonymous: Client, new_key: Callable[..., dict[str, str]]) -> Client:
    """A client with a key of every scope."""
    anonymous.headers.update(new_key())
    return anonymous


def _wait(client: httpx.Client) -> None:
    for _ in range(600):
        if client.get("/health/ready").status_code == httpx.codes.OK:
            return
        sleep(0.1)
    pytest.fail("the service does not become ready")

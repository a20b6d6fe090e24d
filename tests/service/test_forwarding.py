"""Who asks is the nearest address that is not a trusted proxy, and nobody can choose it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from dluhy_service.forwarding import client_of
from dluhy_service.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.service.conftest import Client

PROXIES = Settings(trusted_proxies=("10.0.0.0/8", "::1"))  # type: ignore[arg-type]  # as people write them


@pytest.mark.parametrize(
    ("peer", "header", "client"),
    [
        ("192.0.2.1", "198.51.100.7", "192.0.2.1"),
        ("10.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("10.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        ("10.0.0.1", "203.0.113.9, 198.51.100.7, 10.0.0.2", "198.51.100.7"),
        ("::1", "2001:db8::1", "2001:db8::1"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "unknown, made up", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.3", "10.0.0.1"),
    ],
)
def test_only_trusted_proxies_tell_who_asks(peer: str, header: str, client: str) -> None:
    scope: Any = {"client": (peer, 1234)}
    assert client_of(scope, {b"x-forwarded-for": header.encode()}, PROXIES) == client
    assert client_of(scope, {b"x-forwarded-for": header.encode()}, Settings()) == peer


def test_no_address_is_no_error() -> None:
    scope: Any = {"client": None}
    assert client_of(scope, {}, PROXIES) == ""


def test_who_guesses_keys_does_not_keep_out_others_behind_the_same_address(
    anonymous: Client, new_key: Callable[..., dict[str, str]]
) -> None:
    header = new_key("case")
    for _ in range(1_100):
        told = anonymous.get("/v1/nothing", headers={"Authorization": "Bearer wrong"})
    assert told.status_code == 429
    assert anonymous.get("/v1/nothing", headers=header).status_code == 404

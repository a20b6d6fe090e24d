"""Who asks, where a reverse proxy stands between: X-Forwarded-For counts only from a proxy that is trusted."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from litestar.types import Scope

    from dluhy_service.settings import Settings


def client_of(scope: Scope, headers: Mapping[bytes, bytes], settings: Settings) -> str:
    """Return the address of the client: the nearest one that is not a trusted proxy.

    What stands further left was written by somebody nobody here knows, so it is not looked at.
    """
    client = scope.get("client")
    peer = client[0] if client else ""
    if not settings.trusted_proxies or not settings.trusts(peer):
        return peer
    for hop in reversed(headers.get(b"x-forwarded-for", b"").decode("latin-1").split(",")):
        address = _address(hop)
        if address is None:
            return peer
        if not settings.trusts(address):
            return address
    return peer


def _address(text: str) -> str | None:
    try:
        return str(ip_address(text.strip().strip("[]")))
    except ValueError:
        return None

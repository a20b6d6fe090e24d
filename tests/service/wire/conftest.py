"""The server that the tests over the wire share; those about limits and ends start their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.service.wire.running import MANY, Server, started

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a running server without a limit of rate, whose children are not replaced for their age."""
    yield from started(tmp_path_factory.mktemp("server"), child_queue=200, child_jobs=MANY)


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    """Give a client with a key of every scope."""
    with server.client() as client:
        yield client

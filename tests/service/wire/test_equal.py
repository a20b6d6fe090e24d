"""Every answer over the wire is the library's, to the byte."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from tests.service.wire.exchanges import SCREENINGS
from tests.service.wire.exchanges_lists import EXCHANGES, OF_ROUTES

if TYPE_CHECKING:
    import httpx
    from tests.service.wire.exchanges import Exchange

    from dluhy.problems import Language


def _told(http: httpx.Client, exchange: Exchange, language: Language = "cs") -> httpx.Response:
    told = http.request(exchange.method, exchange.path, content=exchange.content or None,
                        headers=exchange.headers(language))  # fmt: skip
    assert told.status_code == 200, told.text
    return told


@pytest.mark.parametrize(
    ("exchange", "language"),
    [*((each, "cs") for each in EXCHANGES), *((each, "en") for each in OF_ROUTES)],
    ids=lambda each: each if isinstance(each, str) else each.id,
)
def test_the_answer_is_the_library_s(http: httpx.Client, exchange: Exchange, language: Language) -> None:
    told = _told(http, exchange, language)
    assert told.headers["content-language"] == language
    if exchange.expected is not None:
        assert told.content == exchange.expected(language)


@pytest.mark.thorough
def test_ten_clients_at_once_get_each_its_own_screening(http: httpx.Client) -> None:
    with ThreadPoolExecutor(len(SCREENINGS)) as pool:
        told = list(pool.map(lambda each: _told(http, each), SCREENINGS))
    for exchange, response in zip(SCREENINGS, told, strict=True):
        assert exchange.expected is not None
        assert response.content == exchange.expected("cs"), exchange.id

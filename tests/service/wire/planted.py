"""Requests that carry an invented person in every place of a request where somebody could put one by mistake."""

from __future__ import annotations

import base64
import json
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from tests.service.wire import canary
from tests.service.wire.exchanges import CSV, JSON, NDJSON, XLSX
from tests.service.wire.exchanges_lists import FORM, form
from tests.service.wire.planted_documents import malformed, mutants, shapes
from tests.service.wire.planted_lists import forms, lines, tables, workbooks
from tests.service.wire.raw import Request, chunked, framed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.service.wire.exchanges import Exchange

Key = dict[str, str]
Planted = tuple[str, Request]
"""What was done, and the request."""

_TOO_LARGE: Final = 1_000_001
_METHODS: Final = ("OPTIONS", "HEAD", "PUT", "DELETE", "PATCH", "TRACE", "GET", "POST", "KANARQX")
_PASSED_ON: Final = {
    "User-Agent": f"Spis/1 ({canary.SLUG}; {canary.BIRTH_NUMBER})", "X-Request-Id": canary.SLUG,
    "X-Correlation-Id": canary.DIGITS, "traceparent": f"00-{canary.SLUG}-01", "tracestate": canary.EMAIL,
    "Cookie": f"jmeno={canary.SLUG}; rc={canary.DIGITS}", "Referer": f"https://kanarqx.example/{canary.BIRTH_NUMBER}",
    "Origin": "https://kanarqx.example", "From": canary.EMAIL, "X-Forwarded-For": canary.EMAIL,
    "X-Real-IP": canary.SLUG, "Forwarded": f"for={canary.SLUG}", "X-Kanarqx": canary.FILE_MARK,
    "If-None-Match": f'"{canary.SLUG}"', "Idempotency-Key": canary.DIGITS, "X-Forwarded-Host": "kanarqx.example",
    "X-Original-URL": f"/{canary.SLUG}", "Range": f"bytes={canary.SLUG}", "If-Modified-Since": canary.NAME,
}  # fmt: skip


def of_route(exchange: Exchange, key: Key) -> Iterator[Planted]:
    """Yield what is planted beside the content, which is the same for every content of a route."""
    for plant in (*_ANY_ROUTE, *(_WITH_BODY if exchange.kind is not None else ())):
        yield from plant(exchange, key)


def of_content(exchange: Exchange, key: Key, share: int = 1) -> Iterator[Planted]:
    """Yield what is planted in the content; of the many documents with one value changed, one in `share`."""
    if exchange.kind == JSON:
        document = json.loads(exchange.content)
        contents = (*malformed(), *shapes(document), *islice(mutants(document), 0, None, share))
    elif exchange.kind == FORM:
        named = ((what, form(content, f"{canary.NAME}.xlsx", as_of="2026-11-21")) for what, content in workbooks())
        contents = (*forms(), *islice(named, 0, None, share))
    else:
        contents = tuple(islice(_LISTS.get(exchange.kind or "", tuple)(), 0, None, share))
    for what, content in contents:
        yield what, _sent(exchange, key, content=content)


def _sent(exchange: Exchange, key: Mapping[str, str], *, target: str = "", content: bytes | None = None,
          **headers: str) -> Request:  # fmt: skip
    body = None if exchange.kind is None else exchange.content if content is None else content
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    sent = framed(exchange.method, target or exchange.path, {**exchange.headers(), **key, **named}, body)
    return Request(content=sent, method=exchange.method)


def _headers(exchange: Exchange, key: Key) -> Iterator[Planted]:
    yield "headers that are passed on", _sent(exchange, key | _PASSED_ON)
    for name in ("Accept", "Accept-Language", "Accept-Encoding", "Content-Type", "Content-Encoding", "Expect"):
        value = f"{canary.SLUG}/{canary.SLUG}" if name in {"Accept", "Content-Type"} else canary.SLUG
        yield f"header {name}", _sent(exchange, {**key, name: value})
    for name in ("Connection", "Upgrade"):
        yield f"header {name}", _sent(exchange, {**key, name: canary.SLUG})
    for name in ("Transfer-Encoding", "Content-Length"):
        yield f"header {name}", Request(content=framed(exchange.method, exchange.path, {**key, name: canary.SLUG}),
                                        shut=True)  # fmt: skip
    yield "charset", _sent(exchange, key, Content_Type=f"application/json; charset={canary.SLUG}")
    yield "boundary", _sent(exchange, key, Content_Type=f"multipart/form-data; boundary={canary.SLUG}")
    yield "host", _sent(exchange, key, Host="kanarqx.example")
    yield (
        "a header without a colon",
        Request(content=framed(exchange.method, exchange.path, {**key, f"{canary.NAME}\r\nX": ""}), shut=True),
    )


def _keys(exchange: Exchange, _: Key) -> Iterator[Planted]:
    basic = base64.b64encode(f"{canary.NAME}:{canary.BIRTH_NUMBER}".encode()).decode()
    for value in (f"Bearer {canary.SLUG}", f"Basic {basic}", f"Bearer dluhy_kanarqx1_{canary.SLUG}", canary.NAME,
                  f"Kanarqx {canary.EMAIL}"):  # fmt: skip
        yield f"key {value[:12]}", _sent(exchange, {"Authorization": value})


def _targets(exchange: Exchange, key: Key) -> Iterator[Planted]:
    path = exchange.path.partition("?")[0]
    for text in (canary.NAME, canary.BIRTH_NUMBER):
        said = quote(text, safe="")
        above = path.rpartition("/")[0]
        for target in (f"{path}?{said}={said}", f"{path}?strict_law={said}", f"{path}?as_of={said}", f"{path}/{said}",
                       f"{above}/{said}", f"/{said}{path}", f"{path}/../{said}", f"//{said}", f"{path}#{said}",
                       f"http://{canary.SLUG}:{said}@localhost{path}",
                       f"{path}?as_of=2026-11-21&as_of={said}"):  # fmt: skip
            yield f"target {target}", _sent(exchange, key, target=target)
        yield f"target without a key {said}", _sent(exchange, {}, target=f"{path}?jmeno={said}")
    yield "target that is no target", _sent(exchange, key, target=f"{path} {canary.SLUG}")
    yield (
        "target in Latin-2",
        Request(
            content=f"{exchange.method} {path}?{canary.NAME} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode("iso-8859-2"),
            shut=True,
        ),
    )
    yield (
        "another protocol",
        Request(
            content=f"{exchange.method} {path} KANARQX/{canary.DIGITS}\r\nHost: localhost\r\n\r\n".encode(), shut=True
        ),
    )


def _methods(exchange: Exchange, key: Key) -> Iterator[Planted]:
    target = f"{exchange.path.partition('?')[0]}?{canary.SLUG}={canary.DIGITS}"
    for method in _METHODS:
        body = None if method in {"GET", "HEAD"} else canary.NAME.encode()
        yield method, Request(content=framed(method, target, key, body), method=method)


def _sizes(exchange: Exchange, key: Key) -> Iterator[Planted]:
    content = canary.NAME.encode()
    many = content * (_TOO_LARGE // len(content) + 1)
    headers = {**exchange.headers(), **key}
    if exchange.kind == JSON:
        yield "too large by its length", _sent(exchange, key, content=many)
        yield (
            "too large in chunks",
            Request(
                content=framed(
                    "POST", exchange.path, headers | {"Transfer-Encoding": "chunked"}, chunked([content] * 5 + [many])
                )
            ),
        )
    yield "too large a head", _sent(exchange, key | {"X-Kanarqx": canary.SLUG * 6_000})


def _cut_off(exchange: Exchange, key: Key) -> Iterator[Planted]:
    headers = {**exchange.headers(), **key}
    content = json.dumps({"ref": canary.NAME, canary.SLUG: canary.BIRTH_NUMBER}, ensure_ascii=False).encode()
    stated = framed("POST", exchange.path, headers | {"Content-Length": str(len(content) + 10)}, content)
    yield "cut off, our side closed", Request(content=stated, shut=True)
    yield "cut off, hung up", Request(content=stated, reset=True)
    in_chunks = headers | {"Transfer-Encoding": "chunked"}
    yield (
        "cut off between chunks",
        Request(content=framed("POST", exchange.path, in_chunks, chunked([content], whole=False)), shut=True),
    )
    yield "a chunk without a length", Request(content=framed("POST", exchange.path, in_chunks, content), shut=True)
    yield "more than stated", Request(content=_sent(exchange, key).content + content, shut=True)


def _media_types(exchange: Exchange, key: Key) -> Iterator[Planted]:
    content = f"jmeno={canary.NAME}&rc={canary.BIRTH_NUMBER}".encode()
    for kind in ("text/plain", "application/x-www-form-urlencoded", "application/toml", "application/octet-stream", ""):
        yield f"as {kind or 'nothing'}", _sent(exchange, key, content=content, Content_Type=kind)
    called = f'name="{canary.SLUG}"; filename="{canary.NAME} {canary.DIGITS}.json"'
    form = (f"--x\r\nContent-Disposition: form-data; {called}\r\nContent-Type: application/json\r\n\r\n"
            f"{canary.NAME}\r\n--x--\r\n").encode()  # fmt: skip
    yield "as a form", _sent(exchange, key, content=form, Content_Type="multipart/form-data; boundary=x")
    yield "as a form cut off", _sent(exchange, key, content=form[:-20], Content_Type="multipart/form-data; boundary=x")


_ANY_ROUTE: Final = (_headers, _keys, _targets, _methods)
_WITH_BODY: Final = (_sizes, _cut_off, _media_types)
_LISTS: Final = {CSV: tables, NDJSON: lines, XLSX: workbooks}

"""The outermost layer: what every request must have before a route sees it, and what is told of it afterwards.

It gives each request a number, checks the host, the key and its scope, and the rate; turns HEAD into GET without a
body; adds the headers of every answer; writes one line of the log and the metrics. It never looks into bodies.
"""

from __future__ import annotations

import asyncio
from secrets import token_hex
from time import monotonic, perf_counter
from typing import TYPE_CHECKING, Any, Final, cast

from attrs import define, field
from litestar.enums import ScopeType
from litestar.utils import normalize_path

from dluhy_service.forwarding import client_of
from dluhy_service.held import Held
from dluhy_service.negotiation import language_of
from dluhy_service.paced import sent
from dluhy_service.problems import MEDIA_TYPE, Refusal, encoded
from dluhy_service.rates import Rates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

    from dluhy.problems import Language
    from dluhy_service.keys import Key, KeyStore
    from dluhy_service.settings import Settings
    from dluhy_service.telling import Teller

STATE: Final = "dluhy"
"""Where a request's `Passport` stands in its scope."""
_OPEN: Final = frozenset({"/health/live", "/health/ready", "/version", "/openapi.json", "/docs"})
_OPEN_BELOW: Final = ("/docs/",)
_SCOPES: Final = {
    "/v1/screenings": "case", "/v1/deductions": "case", "/v1/relief": "case", "/v1/replay": "case",
    "/v1/minors": "list", "/v1/municipal": "list", "/v1/index": "list", "/metrics": "metrics",
}  # fmt: skip
"""Which scope the paths under a path need; every other path needs any key."""
_AGAIN: Final = {"Retry-After": "5"}
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT"})
_SINGLE: Final = frozenset({b"host", b"authorization"})
_BEARER: Final = "bearer "
_CHALLENGE: Final = 'Bearer realm="dluhy"'
_HEADERS: Final = (
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"vary", b"Accept, Accept-Language, Authorization"),
)


@define(eq=False)
class Passport:
    """What the guard knows of a request, and what its answer turned out to be."""

    request_id: str
    method: str
    language: Language
    headers: Mapping[bytes, bytes] = field(factory=dict, repr=False)
    room: Held = field(factory=lambda: Held(0), repr=False)
    """Where the body is held."""
    key: Key | None = None
    began: float = field(factory=perf_counter)
    status: int = 0
    bytes_in: int = 0
    bytes_out: int = 0
    form: str | None = None
    """The media type of the answer."""
    problem: str | None = None
    """The type of the problem that was answered."""
    defect: dict[str, str] = field(factory=dict)
    """Of a defect of the program: the type of the error and where it arose."""
    rate: tuple[tuple[bytes, bytes], ...] = ()
    held: int = 0
    """Bytes of the body that are held until the request is over."""

    def hold(self, size: int) -> None:
        """Hold some more bytes of the body; Refusal 503 where the process has no room for them now."""
        self.room.take(size)
        self.held += size


def passport_of(scope: Any) -> Passport:  # noqa: ANN401 - a scope
    """Return what the guard knows of a request."""
    found: Passport = scope[STATE]
    return found


def header_of(scope: Any, name: bytes) -> str:  # noqa: ANN401 - a scope
    """Return a header of a request by its name in small letters; empty where it has none."""
    return passport_of(scope).headers.get(name, b"").decode("latin-1")


@define(eq=False)
class Guard:
    """The application with everything around it; `teller` is told of each request when it begins and is over."""

    inner: ASGIApp
    settings: Settings
    keys: KeyStore
    teller: Teller
    _rates: Rates = field(init=False)
    _failures: Rates = field(init=False)
    _hosts: frozenset[str] = field(init=False)
    _held: Held = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Prepare what is the same for every request."""
        self._rates = Rates(self.settings.requests_per_minute)
        self._held = Held(self.settings.held_bytes)
        self._failures = Rates(self.settings.failed_auth_per_minute)
        self._hosts = frozenset(host.lower() for host in self.settings.allowed_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; other events of the server (start, stop) go straight through."""
        if scope["type"] != ScopeType.HTTP:
            await self.inner(scope, receive, send)
            return
        headers = dict(scope["headers"])
        language = language_of(headers.get(b"accept-language", b"").decode("latin-1"))
        passport = Passport(token_hex(8), _method(scope["method"]), language, headers, self._held)
        cast("dict[str, Any]", scope)[STATE] = passport
        self.teller.begun()
        telling = _told(scope, send, passport, self.settings.idle_seconds)
        try:
            await self._passed(scope, passport, _counted(receive, passport), telling)
        except asyncio.CancelledError:  # the service stops and could not wait longer
            if passport.status:
                raise
            passport.problem = "stopping"
            await answer(Refusal("stopping", headers=_AGAIN), passport, telling)
        finally:
            self._held.give(passport.held)
            self.teller.done(scope, passport)

    async def _passed(self, scope: Scope, passport: Passport, receive: Receive, send: Send) -> None:
        try:
            self._check(scope, passport.headers, passport)
        except Refusal as refusal:
            passport.problem = refusal.kind.name
            await answer(refusal, passport, send)
            return
        await self.inner(scope, receive, send)

    def _check(self, scope: Scope, headers: Mapping[bytes, bytes], passport: Passport) -> None:
        """Let a request in; raises Refusal."""
        twice = _twice(scope["headers"])
        if b"host" in twice or (self._hosts and "*" not in self._hosts and _host(headers) not in self._hosts):
            raise Refusal("bad-host")
        path = normalize_path(scope["path"])  # as the router reads it, or "//v1/…" would need no scope
        if self.settings.auth == "off" or path in _OPEN or path.startswith(_OPEN_BELOW):
            return
        now = monotonic()
        key = None if b"authorization" in twice else self.keys.find(_token(headers))
        if key is None:
            raise self._stranger(client_of(scope, headers, self.settings), now)
        passport.key = key
        self._limit(key, now, passport)
        wanted = _scope_of(path)
        if not key.opens(wanted):
            challenge = f'{_CHALLENGE}, error="insufficient_scope", scope="{wanted}"'
            detail = (f"Klíč nemá oprávnění „{wanted}“; správce založí klíč, který je má.",
                      f"The key has no scope “{wanted}”; the administrator makes one that has.")  # fmt: skip
            raise Refusal("no-scope", detail=detail, headers={"WWW-Authenticate": challenge})

    def _stranger(self, client: str, now: float) -> Refusal:
        """Return how somebody without a valid key is refused; others behind the same address are not kept out."""
        wait = self._failures.wait(client, now)
        if wait:
            return Refusal("rate", headers={"Retry-After": str(wait)})
        self._failures.take(client, now)
        return Refusal("no-key", headers={"WWW-Authenticate": _CHALLENGE})

    def _limit(self, key: Key, now: float, passport: Passport) -> None:
        left, reset = self._rates.take(key.id, now)
        limit = self.settings.requests_per_minute
        passport.rate = (
            (b"ratelimit-limit", b"%d" % limit),
            (b"ratelimit-remaining", b"%d" % max(left, 0)),
            (b"ratelimit-reset", b"%d" % reset),
        )
        if left < 0:
            raise Refusal("rate", headers={"Retry-After": str(reset)})


def _method(name: str) -> str:
    """Return the method as it may be logged: one that somebody made up may be anything."""
    return name if name in _METHODS else "OTHER"


def _host(headers: Mapping[bytes, bytes]) -> str:
    """Return the host asked for, without its port and the dot of the root."""
    host = headers.get(b"host", b"").decode("latin-1").lower()
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() and not name.endswith(":") else host).rstrip(".")


def _twice(headers: Iterable[tuple[bytes, bytes]]) -> set[bytes]:
    """Return which of the headers that decide who may enter stand more than once: the next hop may read another one."""
    names = [name for name, _ in headers if name in _SINGLE]
    return {name for name in names if names.count(name) > 1}


def _token(headers: Mapping[bytes, bytes]) -> str:
    given = headers.get(b"authorization", b"").decode("latin-1")
    return given[len(_BEARER) :].strip() if given[: len(_BEARER)].lower() == _BEARER else ""


def _scope_of(path: str) -> str | None:
    return next((scope for base, scope in _SCOPES.items() if path == base or path.startswith(f"{base}/")), None)


def _counted(receive: Receive, passport: Passport) -> Receive:
    async def counting() -> Any:  # noqa: ANN401 - a message of the server
        message = await receive()
        if message["type"] == "http.request":
            passport.bytes_in += len(message.get("body", b""))
        return message

    return counting


def _told(scope: HTTPScope, send: Send, passport: Passport, idle_seconds: float) -> Send:
    """Return a sender that adds our headers, counts, and leaves the body out of an answer to HEAD."""
    head = scope["method"] == "HEAD"
    if head:
        scope["method"] = "GET"

    async def telling(message: Message) -> None:
        if message["type"] == "http.response.start":
            passport.status = message["status"]
            given = list(message.get("headers", ()))
            passport.form = next((value.decode("latin-1") for name, value in given if name == b"content-type"), None)
            message["headers"] = [*_merged(given), *passport.rate, (b"x-request-id", passport.request_id.encode())]
        elif message["type"] == "http.response.body":
            if head:
                message["body"] = b""
            passport.bytes_out += len(message.get("body", b""))
        if not await sent(send, message, idle_seconds):
            passport.problem = "too-slow"

    return telling


def _merged(own: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Return an answer's headers with those that every answer has, unless it says otherwise itself."""
    names = {name.lower() for name, _ in own}
    return own + [header for header in _HEADERS if header[0] not in names]


async def answer(refusal: Refusal, passport: Passport, send: Send) -> None:
    """Send a problem."""
    content = encoded(refusal, passport.language, passport.request_id)
    headers = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", b"%d" % len(content)),
               (b"content-language", passport.language.encode()),
               *((name.lower().encode(), value.encode()) for name, value in refusal.headers.items())]  # fmt: skip
    await send({"type": "http.response.start", "status": refusal.kind.status, "headers": headers})
    await send({"type": "http.response.body", "body": content, "more_body": False})

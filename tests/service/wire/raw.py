"""HTTP/1.1 by hand: what no client library would send, sent as slowly or as brokenly as a test wants."""

from __future__ import annotations

import socket
from contextlib import suppress
from http.client import HTTPException, HTTPResponse
from time import sleep
from typing import TYPE_CHECKING, Final, cast

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from io import BufferedReader

SECONDS: Final = 60
_PIECE: Final = 65_536


@frozen(kw_only=True)
class Request:
    """What is sent, to the byte; `shut` closes our side after it, `reset` hangs up without waiting for an answer."""

    content: bytes
    method: str = "POST"
    shut: bool = False
    reset: bool = False


@frozen
class Told:
    """What came back; status 0 where there was no answer."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    def header(self, name: str) -> str:
        """Return a header's value; empty where it is absent."""
        return next((value for key, value in self.headers if key.lower() == name), "")


NOTHING: Final = Told(0)


def framed(
    method: str, target: str, headers: Mapping[str, str], body: bytes | None = None, *, host: str = "localhost"
) -> bytes:
    """Return a request; its length is stated where it has a body and the headers do not say otherwise."""
    stated = {"Host": host, **headers}
    if body is not None and not {"content-length", "transfer-encoding"} & {name.lower() for name in stated}:
        stated["Content-Length"] = str(len(body))
    head = "".join(f"{name}: {value}\r\n" for name, value in stated.items())
    return f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode() + (body or b"")


def chunked(pieces: Iterable[bytes], *, whole: bool = True) -> bytes:
    """Return pieces in the chunked framing, without the end where it should be cut off."""
    return b"".join(b"%x\r\n%b\r\n" % (len(each), each) for each in pieces) + (b"0\r\n\r\n" if whole else b"")


def connected(port: int, seconds: float = SECONDS) -> socket.socket:
    """Return a connection to a server of this machine."""
    found = socket.create_connection(("127.0.0.1", port), seconds)
    found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return found


def asked(port: int, request: Request) -> Told:
    """Send a request on a connection of its own and return the answer."""
    with connected(port) as connection:
        send(connection, request.content)
        if request.reset:
            return NOTHING
        if request.shut:
            with suppress(OSError):  # the server may have hung up already
                connection.shutdown(socket.SHUT_WR)
        return answer(connection, request.method)


def send(connection: socket.socket, content: bytes, *, pause: float = 0, piece: int = _PIECE) -> None:
    """Send bytes, with a pause after each piece; what a server that has hung up does not read is lost."""
    try:
        for start in range(0, len(content), piece):
            connection.sendall(content[start : start + piece])
            if pause:
                sleep(pause)
    except (BrokenPipeError, ConnectionResetError):
        return


def answer(connection: socket.socket, method: str = "POST") -> Told:
    """Return the one answer of a connection; `NOTHING` where the server hung up."""
    (told,) = answers(connection, method)
    return told


def answers(connection: socket.socket, *methods: str) -> list[Told]:
    """Return the answers of a connection to requests of these methods, in their order."""
    with connection.makefile("rb") as stream:
        shared = cast("socket.socket", _Shared(stream))
        return [_answer(shared, method) for method in methods]


class _Shared:
    """A stream of several answers: whoever has read one leaves the rest to the next."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream

    def makefile(self, _: str) -> _Shared:
        return self

    def close(self) -> None:
        pass

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def _answer(stream: socket.socket, method: str) -> Told:
    response = HTTPResponse(stream, method=method)
    try:
        response.begin()
        body = response.read()
    except (HTTPException, ConnectionError):
        return NOTHING
    return Told(response.status, tuple(response.getheaders()), body)

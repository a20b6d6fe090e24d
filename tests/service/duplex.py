"""A client that sends a body and reads the answer at the same time, as one has to for a stream of any length."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from attrs import define, field
from tests.service.running import HOST

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Mapping


@define
class Exchange:
    """One request under way on a connection of its own."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    status: int = 0
    headers: dict[str, str] = field(factory=dict)

    async def send(self, piece: bytes) -> None:
        """Send a piece of the body; an empty one ends it."""
        self.writer.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        await self.writer.drain()

    async def send_all(self, pieces: Iterable[bytes]) -> None:
        """Send the whole body."""
        for piece in pieces:
            await self.send(piece)
        await self.send(b"")

    async def head(self) -> None:
        """Read the status and the headers."""
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        self.status = int(lines[0].split()[1])
        self.headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the pieces of the answer; asyncio.IncompleteReadError where it ends without an end."""
        if "content-length" in self.headers:
            yield await self.reader.readexactly(int(self.headers["content-length"]))
            return
        while size := int(await self.reader.readuntil(b"\r\n"), 16):
            yield await self.reader.readexactly(size)
            await self.reader.readexactly(2)

    async def whole(self) -> bytes:
        """Return the whole answer."""
        return b"".join([piece async for piece in self.pieces()])


@asynccontextmanager
async def opened(port: int, path: str, headers: Mapping[str, str]) -> AsyncIterator[Exchange]:
    """Begin a POST whose body comes in pieces; at the end of the block the connection is dropped."""
    reader, writer = await asyncio.open_connection(HOST, port, limit=1 << 20)
    given = {"Host": f"{HOST}:{port}", "Transfer-Encoding": "chunked", **headers}
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items()), "", ""]
    writer.write("\r\n".join(lines).encode())
    try:
        yield Exchange(reader, writer)
    finally:
        writer.transport.abort()
        await asyncio.sleep(0)

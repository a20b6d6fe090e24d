"""Large answers are given to the server piece by piece: one that nobody reads does not stay in memory for ever."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from litestar.types import Message, Send

PIECE: Final = 1 << 18
"""Bytes of an answer that are given at once."""


async def sent(send: Send, message: Message, seconds: float) -> bool:
    """Send a message; a large body in pieces, each when the one before was taken.

    Returns False where the client takes nothing for so many seconds: the answer stays without its end, and the server
    closes the connection.
    """
    body: bytes = message["body"] if message["type"] == "http.response.body" else b""
    if len(body) <= PIECE:
        await send(message)
        return True
    try:
        for start in range(0, len(body), PIECE):
            more = start + PIECE < len(body) or message.get("more_body", False)
            piece: Any = {"type": "http.response.body", "body": body[start : start + PIECE], "more_body": more}
            async with asyncio.timeout(seconds):
                await send(piece)
    except TimeoutError:
        return False
    return True

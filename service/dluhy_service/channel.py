"""Messages between the server and a child process: a length of four bytes, then MessagePack of a word and a value."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import msgspec

if TYPE_CHECKING:
    from asyncio import StreamReader

LENGTH: Final = struct.Struct(">I")
MOST: Final = 1 << 30
"""The longest message, in bytes."""
Message = tuple[str, Any]
"""A word that says what it is, and a plain value."""

READY: Final = "ready"
"""A child may be given a job."""
JOB: Final = "job"
"""To a child: the name of a job and its request."""
MORE: Final = "more"
"""To a child: the next piece of the job's input; None after the last."""
ITEM: Final = "item"
"""From a child: one of several results, with its number."""
PIECE: Final = "piece"
"""From a child: the next piece of the result."""
COUNTS: Final = "counts"
"""From a child: how many rows were judged and how many rejected."""
REFUSED: Final = "refused"
"""From a child: the problems of an input, each as code, place, Czech, English."""
DEMANDING: Final = "demanding"
"""From a child: the job needs more memory than it may have."""
FAILED: Final = "failed"
"""From a child: a defect of the program, by its type and the places in our own files."""
END: Final = "end"
"""From a child: the job is over."""

_encode = msgspec.msgpack.Encoder().encode
_decoder: msgspec.msgpack.Decoder[Message] = msgspec.msgpack.Decoder(Message)


def packed(word: str, value: Any = None) -> bytes:  # noqa: ANN401 - any plain value
    """Return a message as bytes."""
    content = _encode((word, value))
    if len(content) > MOST:
        msg = f"a message of {len(content)} bytes"
        raise ValueError(msg)
    return LENGTH.pack(len(content)) + content


class Channel:
    """The child's end: blocking, on two pipes."""

    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        """Read messages from one pipe, write them to the other."""
        self._source, self._target = source, target

    def send(self, word: str, value: Any = None) -> None:  # noqa: ANN401 - any plain value
        """Send a message; waits while the server does not read."""
        self._target.write(packed(word, value))
        self._target.flush()

    def receive(self) -> Message:
        """Return the next message; EOFError where the server is gone."""
        head = self._source.read(LENGTH.size)
        if len(head) < LENGTH.size:
            raise EOFError
        (size,) = LENGTH.unpack(head)
        content = self._source.read(size)
        if len(content) < size:
            raise EOFError
        return _decoder.decode(content)

    def pieces(self) -> Any:  # noqa: ANN401 - an iterator of plain values
        """Yield the pieces of the job's input until the last."""
        while (piece := self._next_piece()) is not None:
            yield piece

    def _next_piece(self) -> Any:  # noqa: ANN401 - a plain value
        word, value = self.receive()
        if word != MORE:
            msg = f"the message “{word}” instead of a piece"
            raise ValueError(msg)
        return value


async def received(source: StreamReader) -> Message:
    """Return the next message of a child; asyncio.IncompleteReadError where the child is gone."""
    (size,) = LENGTH.unpack(await source.readexactly(LENGTH.size))
    return _decoder.decode(await source.readexactly(size))

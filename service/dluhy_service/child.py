"""A child process: does one job after another for the server, within limits of memory, and keeps nothing of them.

What it writes to standard output or error is thrown away: only messages leave it.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
import traceback
from collections import Counter
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from dluhy.problems import InputError
from dluhy_service import channel as words
from dluhy_service.channel import Channel
from dluhy_service.processes import die_with_parent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.pack import Pack

JOBS: Final = frozenset({"screenings", "deductions", "index", "relief", "suggestions", "minors", "stream", "replay"})
"""Modules of `dluhy_service.jobs`, each with `run(channel, request, pack)`."""
_FOLDER: Final = "dluhy_service.jobs"
_SMALLEST: Final = b'{"ref": "0", "as_of": "2026-11-21", "people": [], "debts": []}'
_MEGABYTE: Final = 1 << 20
_FIRST: Final = 3
"""After so many jobs of a kind, what all of them need has been made."""
_OURS: Final = ("dluhy", "dluhy_service")


def main(arguments: list[str]) -> None:
    """Serve jobs until the server closes its end.

    The arguments are the most memory in megabytes (0 for no limit) and the folder of the law, empty for the shipped.
    """
    die_with_parent()
    memory, rules = arguments
    _limit(int(memory))
    channel = _channel()
    pack = _pack(rules)
    done: Counter[str] = Counter()
    channel.send(words.READY)
    while True:
        try:
            word, value = channel.receive()
        except EOFError:
            return
        if word == words.JOB:  # else a piece of input that a job which failed has left
            name, request = value
            _do(channel, name, request, pack)
            done[name] += 1
            _forget(first=done[name] <= _FIRST)
            channel.send(words.END)


def _limit(megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump of memory would hold personal data
    if megabytes:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE,) * 2)


def _channel() -> Channel:
    """Take the two pipes for messages, and give everything else that may print a place where nobody reads."""
    source, target = (cast("BinaryIO", os.fdopen(os.dup(number), mode)) for number, mode in ((0, "rb"), (1, "wb")))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nowhere, number)
    return Channel(source, target)


def _pack(rules: str) -> Pack:
    """Load the law and what every job needs, so that the first does not wait for it."""
    from dluhy.children.check import checker  # noqa: PLC0415 - after the limits are set
    from dluhy.law.pack import default_pack, load  # noqa: PLC0415 - as above

    pack = load(Path(rules)) if rules else default_pack()
    checker(pack)
    _warm(pack)
    gc.collect()
    gc.freeze()
    return pack


def _warm(pack: Pack) -> None:
    """Do every job's imports, and once what is made at the first case, which takes as long as many cases after it."""
    for name in sorted(JOBS):
        import_module(f"{_FOLDER}.{name}")
    nowhere = Channel(BytesIO(), BytesIO())
    with suppress(Exception):  # under a pack of somebody's own it may fail, and then it fails in a job that is told so
        import_module(f"{_FOLDER}.screenings").run(nowhere, [(_SMALLEST, "cs", False)], pack)


def _do(channel: Channel, name: str, request: object, pack: Pack) -> None:
    try:
        if name not in JOBS:
            raise LookupError(name)
        import_module(f"{_FOLDER}.{name}").run(channel, request, pack)
    except EOFError:
        raise
    except InputError as error:
        channel.send(words.REFUSED, [(p.code, p.place, p.cs, p.en) for p in error.problems])
    except MemoryError:
        channel.send(words.DEMANDING)
    except Exception as error:  # noqa: BLE001 - told to the server, without its text
        channel.send(words.FAILED, (type(error).__name__, list(frames_of(error))))


def _forget(*, first: bool) -> None:
    """Let nothing of a job stay; what stays of the first ones is the law: later ones do not look through it."""
    gc.collect()
    if first:
        gc.freeze()


def frames_of(error: BaseException) -> Iterator[str]:
    """Yield where in our own files an error arose, the innermost last; never its text, which may be personal."""
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        home = next((part for part in path.parts if part in _OURS), None)
        if home is not None:
            yield f"{'/'.join(path.parts[path.parts.index(home) :])}:{frame.lineno} {frame.name}"


if __name__ == "__main__":
    main(sys.argv[1:])

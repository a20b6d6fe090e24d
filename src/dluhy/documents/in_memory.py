"""Content as a file for readers that take a path: in memory only, gone when the reading ends."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DESCRIPTORS: Final = Path("/proc/self/fd")
_A_DESCRIPTOR: Final = re.compile(rf"{_DESCRIPTORS.as_posix()}/([0-9]+)")
_NAME: Final = "soubor"


@contextmanager
def file_of(content: bytes) -> Iterator[Path]:
    """Give content as a file for as long as the block runs; on Linux it never touches a disk.

    The path has no ending, so readers tell the form by the content. Other systems get a file in a private folder that
    is removed at the end of the block. An InputError that leaves the block names the file „soubor“, as its own name
    says nothing to anybody. A process started inside must be handed what `inherited` returns.
    """
    with _in_memory(content) if _without_disk() else _in_private_folder(content) as path:
        try:
            yield path
        except InputError as error:
            raise type(error)(_renamed(error.problems, path.name)) from None


def inherited(path: Path) -> tuple[int, ...]:
    """Return the descriptors that a started process needs to open a path of `file_of`; none for any other path."""
    found = _A_DESCRIPTOR.fullmatch(path.as_posix())
    return () if found is None else (int(found[1]),)


def _without_disk() -> bool:
    return hasattr(os, "memfd_create") and _DESCRIPTORS.is_dir()


@contextmanager
def _in_memory(content: bytes) -> Iterator[Path]:
    descriptor = os.memfd_create("dluhy")
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        yield _DESCRIPTORS / str(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _in_private_folder(content: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="dluhy-") as folder:
        path = Path(folder) / "obsah"
        path.touch(mode=0o600)
        path.write_bytes(content)
        yield path


def _renamed(problems: Sequence[Problem], name: str) -> list[Problem]:
    """Return problems whose places name the file in words; what follows the name in a place stays."""
    own = re.compile(rf"{re.escape(name)}(?=$|[ ,:#])")
    return [Problem(each.code, own.sub(_NAME, each.place, count=1) if own.match(each.place) else each.place,
                    each.cs, each.en) for each in problems]  # fmt: skip

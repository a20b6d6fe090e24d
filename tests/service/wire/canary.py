"""An invented person whose traces are looked for everywhere that nothing of a person may stand."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.service.wire.running import children_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.service.wire.running import Server

NAME: Final = "Žofie Kanarqxová"
SLUG: Final = "zofie_kanarqxova"
"""The name as a key that looks like one of ours."""
BIRTH_NUMBER: Final = "756123/9874"
DIGITS: Final = "7561239874"
FILE_MARK: Final = "187 EX 90817/2031"
EMAIL: Final = "zofie@kanarqx.example"
ALL: Final = (NAME, SLUG, BIRTH_NUMBER, DIGITS, FILE_MARK, EMAIL)

_PLAIN: Final = (b"kanarqx", b"756123/9874", b"7561239874", b"756123%2f9874", b"756123\\/9874", b"90817/2031",
                 b"90817%2f2031", b"90817\\/2031")  # fmt: skip
_SPELT: Final = (b"Kanarqxov", b"kanarqxov", b"@kanarqx.e")
_HIDDEN: Final = (
    *(base64.b64encode(b" " * shift + name)[4:-4] for shift in range(3) for name in _SPELT),
    *(name[:7].hex().encode() for name in _SPELT),
)
"""Middles of the name in base64 at every alignment, and in hexadecimal digits."""


def traces(content: bytes) -> list[str]:
    """Return what of the person stands in some bytes, in any case or encoding that keeps ASCII."""
    lower = content.lower()
    return [needle.decode() for needle in _PLAIN if needle in lower] + [
        needle.decode() for needle in _HIDDEN if needle in content
    ]


def left_by(server: Server) -> dict[str, list[str]]:
    """Return where a server left traces: its log, what it printed, its figures, its files, its processes."""
    with server.client() as client:
        figures = client.get("/metrics").content
    found = {"metrics": traces(figures), **written_by(server)}
    for process in _processes(server.process_id):
        found[f"command line {process}"] = traces(_read(Path(f"/proc/{process}/cmdline")))
        found[f"environment {process}"] = traces(_read(Path(f"/proc/{process}/environ")))
        found[f"open files {process}"] = _open_files(process, server.folder)
    return {place: held for place, held in found.items() if held}


def written_by(server: Server) -> dict[str, list[str]]:
    """Return where a server, which may have ended, left traces on disk."""
    found = {"log": traces(_read(server.log)), "printed": traces(_read(server.printed)),
             "files": [str(path) for path in server.left()]}  # fmt: skip
    return {place: held for place, held in found.items() if held}


def _open_files(process: int, folder: Path) -> list[str]:
    """Return the files that a process holds open where it may write, apart from its log and what it prints."""
    try:
        opened = [str(each.readlink()) for each in Path(f"/proc/{process}/fd").iterdir()]
    except FileNotFoundError:
        return []
    return [path for path in opened if path.startswith(str(folder / "written")) or "/tmp/#" in path]  # noqa: S108 - as the system shows it


def _processes(process: int) -> Iterator[int]:
    yield process
    for child in children_of(process):
        yield from _processes(child)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""

"""What every command shares: exit statuses, telling problems, finding the pack."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from dluhy.law.pack import Pack, default_pack, load
from dluhy.problems import InputError, Problem
from dluhy.report.written import as_json as written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dluhy.problems import Language

DONE: Final = 0
SOME_REJECTED: Final = 1
UNUSABLE: Final = 2
_LONGEST_LINE: Final = 1_000


def tell(error: InputError, language: Language, heading: str = "", *, as_json: bool = False) -> int:
    """Print every problem of an unusable input to standard error and return the exit status for it.

    `as_json`: whoever asked for JSON gets the problems as JSON too, where the result would have stood.
    """
    if as_json:
        print_json({"errors": as_values(error.problems)})
        return UNUSABLE
    if heading:
        print(heading, file=sys.stderr)
    for problem in error.problems:
        print(f"  {problem.text(language)}", file=sys.stderr)
    return UNUSABLE


def as_values(problems: Sequence[Problem]) -> list[dict[str, str]]:
    """Return problems as values for JSON."""
    return [{"code": each.code, "place": each.place, "cs": each.cs, "en": each.en} for each in problems]


def print_json(value: object) -> None:
    """Print a value as indented JSON to standard output."""
    sys.stdout.write(written(value))


def chosen_pack(folder: Path | None) -> Pack:
    """Return the pack of a folder, or the shipped one."""
    return default_pack() if folder is None else load(folder)


def require_free(path: Path | None) -> None:
    """Raise InputError where a file exists already, before anything else is written."""
    if path is not None and path.exists():
        cs, en = "soubor už existuje a nepřepisuje se", "the file exists and is not written over"
        raise InputError([Problem("output", path.name, cs, en)])


def require_pdf(path: Path | None) -> None:
    """Raise InputError where the file to print into is not called `.pdf`: nobody would know what it is."""
    if path is not None and path.suffix.lower() != ".pdf":
        cs, en = "tisk je PDF; zvolte příponu .pdf", "the print is a PDF; choose the suffix .pdf"
        raise InputError([Problem("pdf_suffix", path.name, cs, en)])


def write_new(path: Path, content: str | bytes) -> None:
    """Write a text or bytes into a new file; raises InputError where it cannot be written, or where one exists."""
    try:
        with path.open("xb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
    except FileExistsError:
        cs, en = "soubor už existuje a nepřepisuje se", "the file exists and is not written over"
        raise InputError([Problem("output", path.name, cs, en)]) from None
    except (OSError, ValueError):  # ValueError: a path that no system can have
        cs, en = "soubor sem nejde zapsat", "the file cannot be written here"
        raise InputError([Problem("output", path.name, cs, en)]) from None


def write_page(page: str, out: Path | None) -> None:
    """Write a page made of the pack again, or to standard output: it holds nothing that anybody added.

    Raises InputError where another file than such a page exists, or the page cannot be written.
    """
    if out is None:
        print(page, end="")
        return
    try:
        if out.exists() and _first_line(out) != page.partition("\n")[0].encode():
            cs, en = "soubor už existuje a nepřepisuje se", "the file exists and is not written over"
            raise InputError([Problem("output", out.name, cs, en)])
        out.write_text(page, encoding="utf-8", newline="\n")
    except OSError:
        cs, en = "soubor sem nejde zapsat", "the file cannot be written here"
        raise InputError([Problem("output", out.name or str(out), cs, en)]) from None


def _first_line(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.readline(_LONGEST_LINE).rstrip(b"\r\n")

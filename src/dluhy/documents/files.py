"""The bytes of a document from a file or standard input, and not too many problems of it at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.documents.decoding import LIMITS, form_by_name
from dluhy.problems import InputError, Problem, not_opened

if TYPE_CHECKING:
    from dluhy.documents.decoding import Form

STANDARD_INPUT: Final = frozenset({"-", ":-"})
"""How standard input is named: by people, and by the command line once it has read a lone dash."""
_MOST_PROBLEMS: Final = 200


@frozen
class Content:
    """What a file holds: its bytes, how problems name it, and its form if its ending tells it."""

    data: bytes
    place: str
    form: Form | None


def read_content(path: Path | str) -> Content:
    """Return what a file holds, at most a little more than a document may; `-` is standard input.

    Raises InputError if the file cannot be opened.
    """
    path = Path(path)
    if str(path) in STANDARD_INPUT:
        return Content(_standard_input(), "stdin", None)
    try:
        with path.open("rb") as stream:
            return Content(stream.read(LIMITS.file_bytes + 1), path.name, form_by_name(path))
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None
    except ValueError:  # a path that no system can have
        raise InputError([Problem("file", "?", "soubor neexistuje", "there is no such file")]) from None


def as_bytes(content: bytes | str) -> bytes:
    """Return a document's content as bytes."""
    return content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content


def limited(problems: list[Problem]) -> list[Problem]:
    """Return problems as they are shown: the first of very many, and how many more there are."""
    rest = len(problems) - _MOST_PROBLEMS
    if rest <= 0:
        return problems
    more = Problem("more", "#", f"a ještě {rest} dalších chyb", f"and {rest} more errors")
    return [*problems[:_MOST_PROBLEMS], more]


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise InputError([Problem("file", "stdin", "standardní vstup je zavřený", "standard input is closed")])
    return sys.stdin.buffer.read(LIMITS.file_bytes + 1)

"""What every command shares: exit statuses, telling problems, finding the pack."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from dluhy.law.pack import Pack, default_pack, load

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.problems import InputError, Language

DONE: Final = 0
SOME_REJECTED: Final = 1
UNUSABLE: Final = 2


def tell(error: InputError, language: Language, heading: str = "") -> int:
    """Print every problem of an unusable input to standard error and return the exit status for it."""
    if heading:
        print(heading, file=sys.stderr)
    for problem in error.problems:
        print(f"  {problem.text(language)}", file=sys.stderr)
    return UNUSABLE


def chosen_pack(folder: Path | None) -> Pack:
    """Return the pack of a folder, or the shipped one."""
    return default_pack() if folder is None else load(folder)

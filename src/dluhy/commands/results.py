"""What the commands share that write a result of their own: its place, a key, the rows that could not be used."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final

from dluhy.commands import STANDARD
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dluhy.checking import ListResult
    from dluhy.report.texts import Texts

_KEY: Final = re.compile(rb"[0-9a-f]{64}")


def read_key(path: Path) -> bytes:
    """Return the secret of a key file; raises InputError if it is none."""
    try:
        content = path.read_bytes().strip()
    except OSError:
        raise InputError([
            Problem("key", path.name, "soubor s klíčem nejde otevřít; založte jej příkazem „dluhy minors key SOUBOR“",
                    "the key file cannot be opened; make one with “dluhy minors key FILE”")
        ]) from None  # fmt: skip
    if not _KEY.fullmatch(content):
        raise InputError([
            Problem("key", path.name, "to není soubor s klíčem; založte jej příkazem „dluhy minors key SOUBOR“",
                    "that is no key file; make one with “dluhy minors key FILE”")
        ])  # fmt: skip
    return content


def free(path: Path) -> Path:
    """Return a name that is not taken: somebody may have ticked off steps in an earlier result."""
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.stem}_{number}{path.suffix}")
        number += 1
    return free


def require_files(*sources: Path) -> None:
    """Raise InputError for a list from standard input, where a command reads files only."""
    if any(str(source) == STANDARD for source in sources):
        cs, en = "tady se čtou jen soubory, ne standardní vstup", "only files are read here, not standard input"
        raise InputError([Problem("file", "stdin", cs, en)])


def require_place(target: Path, forms: Iterable[str], sources: Sequence[Path]) -> list[Problem]:
    """Return what stands against writing to a file: its form, the lists it would overwrite, its folder."""
    known = ", ".join(f".{form}" for form in forms)
    if target.suffix.lower() not in known.split(", "):
        return [Problem("output_format", target.name, f"výsledek umím zapsat jako {known}",
                        f"the result can be written as {known}")]  # fmt: skip
    if any(source.exists() and target.exists() and source.samefile(target) for source in sources):
        return [Problem("output_same", target.name, "výsledek by přepsal seznam",
                        "the result would overwrite the list")]  # fmt: skip
    if not target.resolve().parent.is_dir():
        return [Problem("output_folder", str(target.parent), "složka pro výsledek neexistuje",
                        "the folder for the result does not exist")]  # fmt: skip
    return []


def tell_rejected(result: ListResult, source: Path, say: Texts) -> None:
    """Print each cell of a list that could not be read to standard error, without what stands in it."""
    if not result.complete:
        print(f"{source.name}:", file=sys.stderr)
    rejected = result.intake.rejected.select("row", "column", "code", say.language)
    for row, column, code, why in rejected.rows():
        print(say("summary-rejected-cell", row=row, column=column, why=why, code=code), file=sys.stderr)

"""Bad input as a value: where, which code, what it says in Czech and English, and how to mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

if TYPE_CHECKING:
    from pathlib import Path

Language = Literal["cs", "en"]
_ROW: Final = re.compile(r"\břádek (?=[0-9])")


@frozen
class Problem:
    """One thing wrong with an input: collected, never raised alone.

    `place` names the file, row, column, rule or key in the reader's own terms; it never holds the cell's
    content, which may be personal.
    """

    code: str
    place: str
    cs: str
    en: str

    def text(self, language: Language = "cs") -> str:
        """Return one line: place, sentence, code."""
        sentence = self.cs if language == "cs" else self.en
        return f"{self.where(language)}: {sentence} [{self.code}]"

    def where(self, language: Language = "cs") -> str:
        """Return the place as a reader of a language calls it; places themselves are Czech or plain codes."""
        if language == "cs":
            return self.place
        return "file" if self.place == "soubor" else _ROW.sub("row ", self.place)


def not_opened(path: Path, error: OSError) -> Problem:
    """Return the problem of a file that cannot be opened."""
    place = path.name or str(path)
    if isinstance(error, FileNotFoundError):
        return Problem("file", place, "soubor neexistuje", "there is no such file")
    return Problem("file", place, "soubor nejde otevřít", f"the file cannot be opened: {error.strerror}")


class DluhyError(Exception):
    """Root of every error a caller of the library may want to handle."""


class InputError(DluhyError):
    """The input as a whole cannot be used; `problems` says everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep all problems; the message is their English text."""
        super().__init__("\n".join(problem.text("en") for problem in problems))
        self.problems = problems


class PackError(InputError):
    """The law pack does not hold together; nothing may be computed from it."""


class HorizonError(InputError):
    """A date lies outside what the pack knows; the message names the last (or first) known day."""


class ReplayError(InputError):
    """A receipt cannot be replayed: another pack, another program, another input."""

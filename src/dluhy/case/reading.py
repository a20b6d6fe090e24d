"""A case document as people write it -> a `Case`, or everything that is wrong with it at once."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.case.crossing import crossed
from dluhy.case.decoding import LIMITS, decode, form_by_name
from dluhy.case.shape import shaped
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem, not_opened

if TYPE_CHECKING:
    from dluhy.case.decoding import Form
    from dluhy.case.model import Case
    from dluhy.law.pack import Pack

STANDARD_INPUT: Final = frozenset({"-", ":-"})
"""How standard input is named: by people, and by the command line once it has read a lone dash."""
_MOST_PROBLEMS: Final = 200


@frozen
class ReadCase:
    """A case and the SHA-256 (hex) of the bytes it was read from."""

    case: Case
    sha256: str


def read_case(path: Path | str, pack: Pack | None = None) -> ReadCase:
    """Read a case from a TOML or JSON file; `-` is standard input. Codes are those of `pack`, by default the shipped.

    Raises InputError with everything that is wrong: each problem with its code, its place (a JSON Pointer, or the
    name of the file where it is no document), in Czech and English, never with a value.
    """
    path = Path(path)
    if str(path) in STANDARD_INPUT:
        return _read(_standard_input(), pack, "stdin", None)
    try:
        with path.open("rb") as stream:
            content = stream.read(LIMITS.file_bytes + 1)
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None
    except ValueError:  # a path that no system can have
        raise InputError([Problem("file", "?", "soubor neexistuje", "there is no such file")]) from None
    return _read(content, pack, path.name, form_by_name(path))


def _read(content: bytes, pack: Pack | None, place: str, form: Form | None) -> ReadCase:
    return ReadCase(parse_case(content, pack, place=place, form=form), sha256(content).hexdigest())


def parse_case(
    content: bytes | str, pack: Pack | None = None, *, place: str = "case", form: Form | None = None
) -> Case:
    """Read a case from its content; `place` names it where a problem has no place inside, `form` is told else by it.

    Raises InputError as `read_case`.
    """
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    document = decode(content, place, form)
    found = shaped(document, pack or default_pack())
    problems = list(found.problems)
    if found.case is not None:
        problems += crossed(found.case, found.left_out)
    if problems or found.case is None:
        raise InputError(_limited(problems))
    return found.case


def _limited(problems: list[Problem]) -> list[Problem]:
    rest = len(problems) - _MOST_PROBLEMS
    if rest <= 0:
        return problems
    more = Problem("more", "#", f"a ještě {rest} dalších chyb", f"and {rest} more errors")
    return [*problems[:_MOST_PROBLEMS], more]


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise InputError([Problem("file", "stdin", "standardní vstup je zavřený", "standard input is closed")])
    return sys.stdin.buffer.read(LIMITS.file_bytes + 1)

"""A case document as people write it -> a `Case`, or everything that is wrong with it at once."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.case.crossing import crossed
from dluhy.case.model import Case
from dluhy.documents.decoding import decode, require_limits
from dluhy.documents.files import as_bytes, limited, read_content
from dluhy.documents.shape import shaped
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.documents.decoding import Form
    from dluhy.law.pack import Pack

_PLACEHOLDERS: Final[dict[str, object]] = {"ref": "?", "as_of": date(2000, 1, 1)}


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
    content = read_content(path)
    case = parse_case(content.data, pack, place=content.place, form=content.form)
    return ReadCase(case, sha256(content.data).hexdigest())


def parse_case(
    content: bytes | str, pack: Pack | None = None, *, place: str = "case", form: Form | None = None
) -> Case:
    """Read a case from its content; `place` names it where a problem has no place inside, `form` is told else by it.

    Raises InputError as `read_case`.
    """
    return case_of(decode(as_bytes(content), place, form), pack)


def case_of(document: dict[str, Any], pack: Pack | None = None) -> Case:
    """Return the case of a document as it was read from JSON or TOML; raises InputError as `read_case`."""
    require_limits(document)
    found = shaped(Case, document, pack or default_pack(), _PLACEHOLDERS)
    problems = list(found.problems)
    if found.document is not None:
        problems += crossed(found.document, found.left_out)
    if problems or found.document is None:
        raise InputError(limited(problems))
    return found.document

"""What a result was made from, as far as it decides how to compute it again: a document, or a list of rows."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from dluhy.documents.decoding import LIMITS, decode
from dluhy.documents.files import read_content
from dluhy.intake.readers import file_digest
from dluhy.problems import InputError, not_opened

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.documents.files import Content

_WITH_ROWS: Final = evolve(LIMITS, items=1_000_000)
"""A document may hold the rows of a list, of which there may be more than parts of a case."""


def document_in(path: Path) -> dict[str, Any] | None:
    """Return the values of a file that is one JSON or TOML document; None for a list of rows, as `document_of`."""
    content = read_content(path)
    return None if path.suffix and content.form is None else document_of(content)


def document_of(content: Content) -> dict[str, Any] | None:
    """Return the values of a content that is one JSON or TOML document; None for a list of rows.

    The ending of the file decides, and where there is none the content: a single line of NDJSON counts as a document.
    """
    try:
        return decode(content.data, content.place, content.form, _WITH_ROWS)
    except InputError:
        if content.form is not None:
            raise
        return None


def digest_of(path: Path) -> str:
    """Return the SHA-256 (hex) of a file; InputError where it cannot be opened."""
    try:
        return file_digest(path)
    except OSError as error:
        raise InputError([not_opened(path, error)]) from None


def digest(content: bytes) -> str:
    """Return the SHA-256 (hex) of bytes that were read."""
    return sha256(content).hexdigest()

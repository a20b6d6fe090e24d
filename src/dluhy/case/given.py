"""A case in whatever form a program has it: a `Case`, a mapping, a path, the content of a document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from dluhy.case.model import Case
from dluhy.case.reading import ReadCase, case_of
from dluhy.documents.decoding import decode
from dluhy.documents.files import as_bytes, read_content
from dluhy.law.pack import Pack, default_pack
from dluhy.problems import InputError, Problem

CaseLike = Case | Mapping[str, Any] | str | bytes | PathLike[str]
"""A text with an end of line, or one that begins with `{`, is the content of a document; any other is its path."""


@frozen
class GivenDocument:
    """A document as plain values, and the SHA-256 (hex) of what it came from.

    Of a file or a content it is that of the bytes, of a mapping or a `Case` that of its canonical JSON.
    """

    values: dict[str, Any]
    sha256: str


def case_given(given: CaseLike, pack: Pack | None = None) -> ReadCase:
    """Return a case in whatever form it is given, and its hash; raises InputError with everything wrong, at once."""
    law = pack or default_pack()
    if isinstance(given, Case):
        return ReadCase(given, _hash_of(_values_of(given)))
    if isinstance(given, Mapping):
        case = case_of(dict(given), law)
        return ReadCase(case, _hash_of(given))
    document = document_given(given)
    return ReadCase(case_of(document.values, law), document.sha256)


def document_given(given: CaseLike | object) -> GivenDocument:
    """Return the plain values of a case; raises InputError where the document cannot be read as one at all."""
    if isinstance(given, Case):
        return GivenDocument(_values_of(given), _hash_of(_values_of(given)))
    if isinstance(given, Mapping):
        return GivenDocument(dict(given), _hash_of(given))
    if isinstance(given, bytes) or (isinstance(given, str) and _is_content(given)):
        content = as_bytes(given)
        return GivenDocument(decode(content, "case"), sha256(content).hexdigest())
    if not isinstance(given, str | PathLike):
        raise _no_case()
    read = read_content(Path(given))
    return GivenDocument(decode(read.data, read.place, read.form), sha256(read.data).hexdigest())


def _no_case() -> InputError:
    cs = "případ se zadává jako Case, slovník, cesta k souboru, nebo obsah dokumentu"
    en = "a case is given as a Case, a mapping, the path of a file, or the content of a document"
    return InputError([Problem("no_case", "case", cs, en)])


def _is_content(text: str) -> bool:
    return text.lstrip("\ufeff \t").startswith("{") or "\n" in text or not text.strip()


def _values_of(case: Case) -> dict[str, Any]:
    return case.model_dump(mode="json", by_alias=True, exclude_none=True)


def _hash_of(document: Mapping[str, Any]) -> str:
    """Return the hash of values that a document can hold, whatever the order of their keys."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, default=str, skipkeys=True)
    return sha256(as_bytes(text)).hexdigest()

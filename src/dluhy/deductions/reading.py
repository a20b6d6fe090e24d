"""Documents about deductions as people and programs write them, or everything that is wrong with them at once."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from attrs import frozen

from dluhy.deductions.document import DeductionDocument, PayslipsDocument
from dluhy.documents.decoding import decode
from dluhy.documents.files import as_bytes, limited
from dluhy.documents.shape import shaped
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.documents.decoding import Form
    from dluhy.documents.files import Content
    from dluhy.law.pack import Pack

Document = TypeVar("Document", DeductionDocument, PayslipsDocument)
_PLACEHOLDERS: Final[dict[type, Mapping[str, object]]] = {
    DeductionDocument: {"paid_on": date(2026, 1, 1)},
    PayslipsDocument: {"payslips": []},
}


@frozen
class Read(Generic[Document]):
    """A document and the SHA-256 (hex) of the bytes it was read from."""

    document: Document
    sha256: str


def asks_about_payslips(content: Content) -> bool:
    """Return whether a content is a document of past payslips, not of one payment; InputError if it is no document."""
    return "payslips" in decode(content.data, content.place, content.form)


def asks_about_rows(content: Content) -> bool:
    """Return whether a content is a document of many payments; InputError if it is no document."""
    return "rows" in decode(content.data, content.place, content.form)


def read(kind: type[Document], content: Content, pack: Pack | None = None) -> Read[Document]:
    """Return a document read from a file's content; InputError with everything that does not fit."""
    document = parse(kind, content.data, pack, place=content.place, form=content.form)
    return Read(document, sha256(content.data).hexdigest())


def parse(
    kind: type[Document],
    content: bytes | str,
    pack: Pack | None = None,
    *,
    place: str = "deduction",
    form: Form | None = None,
) -> Document:
    """Return a document from JSON or TOML; InputError with everything that does not fit, each with its place."""
    values = decode(as_bytes(content), place, form)
    found = shaped(kind, values, pack or default_pack(), _PLACEHOLDERS[kind])
    if found.problems or found.document is None:
        raise InputError(limited(list(found.problems)))
    return found.document

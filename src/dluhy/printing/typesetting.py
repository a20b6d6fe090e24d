"""The typesetter: a document and its pictures become PDF/A by typst, without network, files or fonts of the machine."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import msgspec

from dluhy.printing.signs import printed
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

    from dluhy.printing.blocks import Document

STANDARD: Final = "a-2b"
_TEMPLATE: Final = "screening.typ"


def typeset(document: Document, pictures: Mapping[str, bytes]) -> bytes:
    """Return a document as PDF/A-2b, the same bytes every time; `pictures` are PNG by their names.

    Texts reach the template as values, never as markup. Raises InputError where typst is not installed.
    """
    typst = _typst()
    told = msgspec.to_builtins(document)
    try:
        return _compiled(typst, document, printed(told), pictures)
    except typst.TypstError:
        # a combination of signs that no font draws: once more with the letters that surely have a form
        return _compiled(typst, document, printed(told, sure=True), pictures)


def _compiled(typst: ModuleType, document: Document, told: dict[str, Any], pictures: Mapping[str, bytes]) -> bytes:
    drawn = {name: list(content) for name, content in pictures.items()}
    made: bytes = typst.Compiler(ignore_system_fonts=True).compile(
        _template(),
        format="pdf",
        sys_inputs={
            "document": msgspec.json.encode(told).decode(),
            "pictures": msgspec.json.encode(drawn).decode(),
        },
        pdf_standards=[STANDARD],
        timestamp=datetime(*document.day, tzinfo=UTC),
    )
    return made


@cache
def _template() -> bytes:
    return files("dluhy.printing").joinpath(_TEMPLATE).read_bytes()


def _typst() -> ModuleType:
    try:
        import typst  # noqa: PLC0415 - only print needs it
    except ImportError:
        raise InputError([_not_installed()]) from None
    return typst


def _not_installed() -> Problem:
    how = 'python tasks.py pictures / pip install "dluhy[report]"'
    cs = f"PDF sází balíček typst, který tu není; nainstalujte ho: {how}"
    en = f"PDF is set by the package typst, which is not here; install it: {how}"
    return Problem("extra", "report", cs, en)

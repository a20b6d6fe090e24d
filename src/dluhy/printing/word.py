"""Word: a document of blocks set into a template that an office can edit; the words are those of the PDF.

The template holds the styles, the header, the footer with page numbers, and the paragraph `{{ content }}` in whose
place the document stands. Texts reach it as values, never as markup or fields; there are no macros.
"""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import msgspec

from dluhy.printing.blocks import Document
from dluhy.printing.signs import printed
from dluhy.printing.word_blocks import Setting
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE: Final = "brief.docx"
CONTENT: Final = "\ue000"
"""What stands for the document until the template is filled in; no text that was read holds it."""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def template() -> bytes:
    """Return the shipped template."""
    return files("dluhy.printing").joinpath(TEMPLATE).read_bytes()


def written(document: Document, own: Path | None = None) -> bytes:
    """Return a document as DOCX, the same bytes every time; `own` is a template instead of the shipped one.

    Raises InputError without the extra `report`, and for a template that cannot be read or has no place for the text.
    """
    told = msgspec.convert(printed(msgspec.to_builtins(document)), Document, strict=False)
    filled = _filled(told, template() if own is None else _read(own), "" if own is None else own.name)
    Setting(filled, told.language, told.region).set(told.blocks, CONTENT)
    _describe(filled, told)
    stream = BytesIO()
    filled.save(stream)
    return _dated(stream.getvalue())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        cs, en = "šablonu nejde otevřít", "the template cannot be opened"
        raise InputError([Problem("template", path.name, cs, en)]) from None


def _filled(document: Document, content: bytes, name: str) -> Any:  # noqa: ANN401 - of python-docx, which has no types
    """Return the template with its words filled in, still with the mark of the place for the text."""
    tools = _tools()
    words = {"title": document.title, "subtitle": document.subtitle, "running": document.running,
             "page": document.page[0], "page_of": document.page[1], "content": CONTENT}  # fmt: skip
    try:
        whole = tools.docxtpl.DocxTemplate(BytesIO(content))
        whole.render(words, jinja_env=tools.sandbox.SandboxedEnvironment(autoescape=True))
    except (BadZipFile, KeyError, ValueError, tools.errors.PackageNotFoundError, tools.jinja.TemplateError):
        cs, en = "to není šablona Wordu (.docx), nebo je v ní chyba", "that is no Word template, or it has an error"
        raise InputError([Problem("template", name, cs, en)]) from None
    places = [paragraph for paragraph in whole.docx.paragraphs if paragraph.text.strip() == CONTENT]
    if len(places) != 1:
        cs = "v šabloně musí být právě jednou odstavec {{ content }}: tam patří text"
        en = "the template must have the paragraph {{ content }} once: the text goes there"
        raise InputError([Problem("template", name, cs, en)])
    return whole.docx


class _Tools(msgspec.Struct):
    """The packages of the extra `report` that Word needs."""

    docxtpl: Any
    errors: Any
    jinja: Any
    sandbox: Any


def _tools() -> _Tools:
    try:
        import docxtpl  # noqa: PLC0415 - only Word needs them
        from docx.opc import exceptions  # noqa: PLC0415
        from jinja2 import exceptions as of_jinja  # noqa: PLC0415
        from jinja2 import sandbox  # noqa: PLC0415
    except ImportError:
        raise InputError([_not_installed()]) from None
    return _Tools(docxtpl=docxtpl, errors=exceptions, jinja=of_jinja, sandbox=sandbox)


def _not_installed() -> Problem:
    how = 'python tasks.py pictures / pip install "dluhy[report]"'
    cs = f"dokument Wordu píše balíček docxtpl, který tu není; nainstalujte ho: {how}"
    en = f"Word documents are written by the package docxtpl, which is not here; install it: {how}"
    return Problem("extra", "report", cs, en)


def _describe(whole: Any, document: Document) -> None:  # noqa: ANN401 - of python-docx
    day = datetime(*document.day, tzinfo=UTC)
    about = whole.core_properties
    about.title, about.subject = document.title, document.subtitle
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.language = f"{document.language}-{document.region}"
    about.created = about.modified = day
    about.revision = 1


def _dated(content: bytes) -> bytes:
    """Return a package whose parts have no time of their own, so that one document is one file."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(stream, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = ZipInfo(name, _EPOCH)
            part.compress_type = ZIP_DEFLATED
            made.writestr(part, given.read(name))
    return stream.getvalue()

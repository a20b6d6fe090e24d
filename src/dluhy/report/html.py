"""Pieces of a self-contained HTML page: tables that can be read aloud, a policy against loading anything.

Whatever comes from a file is text and goes through `safe`; functions return markup.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.report.svg import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dluhy.problems import Language

_LEAVE_OUT: Final = '<meta name="robots" content="noindex, nofollow">'


@frozen
class Cell:
    """A cell of a table: what is shown, the number it is sorted by (`is_number`, None: at the end), how it looks."""

    shown: str
    number: float | None = None
    is_number: bool = False
    looks: str = ""
    told: str = ""
    """What is told of it when it is pointed at."""


@frozen(kw_only=True)
class Table:
    """A table: its caption, headers, rows whose first cell names them, a last row of totals, notes below."""

    caption: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] | None = None
    notes: Sequence[str] = field(default=())
    sortable: bool = False


def tag(name: str, *inside: str, **values: str | None) -> str:
    """Return an element with markup inside; attributes (`class_`, `data_v`) are escaped, None is left out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{safe(value)}"' for key, value in values.items() if value is not None
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>"


def paragraph(said: str, looks: str | None = None) -> str:
    """Return a paragraph of text."""
    return tag("p", safe(said), class_=looks)


def listed(items: Iterable[str], *, ordered: bool = False, looks: str | None = None) -> str:
    """Return a list of texts; nothing for none."""
    inside = "".join(tag("li", safe(item)) for item in items)
    return tag("ol" if ordered else "ul", inside, class_=looks) if inside else ""


def section(ident: str, heading: str, *inside: str) -> str:
    """Return a part of a page with its heading, that a link can lead to."""
    return tag("section", tag("h2", safe(heading), id=f"{ident}-h"), *inside, id=ident, aria_labelledby=f"{ident}-h")


def figure(drawn: str, caption: str) -> str:
    """Return a picture with what it shows; the picture is markup of this package."""
    return tag("figure", drawn, tag("figcaption", safe(caption)))


def table(content: Table, looks: str | None = None) -> str:
    """Return a table with its caption, headers of columns and rows, and its notes below."""
    numbers = [
        bool(content.rows) and all(row[at].is_number for row in content.rows) for at in range(len(content.headers))
    ]
    heads = "".join(
        tag("th", safe(header), scope="col", class_="n" if right else None)
        for header, right in zip(content.headers, numbers, strict=True)
    )
    body = "".join(_row(row) for row in content.rows)
    foot = "" if content.total is None else tag("tfoot", _row(content.total))
    parts = tag("caption", safe(content.caption)), tag("thead", tag("tr", heads)), tag("tbody", body), foot
    drawn = tag("table", *parts, data_sort="yes" if content.sortable else None, class_=looks)
    # what is too wide scrolls, and a keyboard can reach it
    return tag("div", drawn, class_="wide", tabindex="0", role="region", aria_label=content.caption) + "".join(
        paragraph(note, "off") for note in content.notes
    )


def _row(cells: Sequence[Cell]) -> str:
    return tag("tr", *(_cell(cell, is_head=place == 0) for place, cell in enumerate(cells)))


def _cell(cell: Cell, *, is_head: bool) -> str:
    looks = " ".join(filter(None, ("n" if cell.is_number else "", cell.looks))) or None
    value = None if not cell.is_number else "" if cell.number is None else repr(cell.number)
    said = {"class_": looks, "data_v": value, "title": cell.told or None}
    return tag("th", safe(cell.shown), scope="row", **said) if is_head else tag("td", safe(cell.shown), **said)


def document(  # noqa: PLR0913 - by name
    title: str, body: str, *, language: Language, style: str, script: str, searchable: bool
) -> str:
    """Return a whole page that loads nothing: its policy allows only this very style and this very script.

    Where it is not `searchable`, search engines are asked to leave it out.
    """
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"{'' if searchable else _LEAVE_OUT}"
        f"<title>{safe(title)}</title><style>{style}</style>"
    )
    inside = f"<head>{head}</head>\n<body>{body}<script>{script}</script></body>"
    return f'<!doctype html>\n<html lang="{language}">\n{inside}\n</html>\n'


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"

"""What a page is set from: headings, paragraphs, tables, pictures; plain values that the template reads as JSON."""

from __future__ import annotations

from typing import Literal

import msgspec

Tone = Literal["plain", "urgent"]


class Heading(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", tag="heading"):
    """A heading; the first two levels become bookmarks."""

    text: str
    level: int = 1


class Text(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", tag="text"):
    """A paragraph: `lead` in bold before it, `level` its indent in signs, `mark` what hangs before it.

    `notes` are the numbers of its provisions in the annex, `remark` how sure they are, empty for nothing to say.
    `keep` holds it on the page of what follows.
    """

    text: str
    lead: str = ""
    level: int = 0
    mark: str = ""
    notes: tuple[int, ...] = ()
    remark: str = ""
    small: bool = False
    keep: bool = False


class Table(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", tag="table"):
    """A table: `columns` are widths ("auto", "2fr"), `right` the columns of numbers, `sums` the rows in bold.

    `ruled` rows have a line above them; the rows of the head repeat on every page. A short table stays on one page
    unless it `breaks`; its rows never break.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()
    right: tuple[int, ...] = ()
    sums: tuple[int, ...] = ()
    ruled: tuple[int, ...] = ()
    small: bool = False
    breaks: bool = False


class Picture(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", tag="picture"):
    """A picture by its name, and what it says to those who do not see it."""

    name: str
    alt: str


class Typed(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", tag="typed"):
    """Lines that were laid out with spaces, shown with letters of one width."""

    lines: tuple[str, ...]


class NewPage(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", tag="page"):
    """What follows begins on a new page."""


class Cited(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", tag="cited"):
    """A numbered entry of the annex of provisions."""

    number: int
    text: str


class Annex(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", tag="annex"):
    """All entries of a long annex of provisions, one after another in one paragraph."""

    entries: tuple[Cited, ...]


class Box(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", tag="box"):
    """Paragraphs under a title in a frame of their own."""

    title: str
    blocks: tuple[Text | Table, ...]
    tone: Tone = "plain"


class Sheet(msgspec.Struct, frozen=True, kw_only=True, tag_field="is", tag="sheet"):
    """Pages of their own in large type, to be handed over."""

    blocks: tuple[Heading | Text | Table | Typed, ...]


Block = Heading | Text | Table | Picture | Typed | NewPage | Cited | Annex | Box | Sheet


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A whole document: `day` is its date as year, month, day; `page` the words around the number of a page."""

    title: str
    subtitle: str
    running: str
    language: str
    region: str
    day: tuple[int, int, int]
    page: tuple[str, str]
    blocks: tuple[Block, ...]

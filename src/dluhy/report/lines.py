"""Lines of a text report that remember the paragraph they come from, so that paper can set the same words anew."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final, Literal, Self

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH: Final = 100


@frozen(kw_only=True)
class Paragraph:
    """One paragraph, heading, title below a heading, row or provision as it was before it was cut into lines.

    `level` is how far it is indented, in signs; `mark` stands before it („•“, „–“, „1.“); `cells` are those of a row,
    the first one text and the others numbers; `cited` are the provisions of `grounds` and `remark` how sure they are,
    empty where nothing need be said.
    """

    kind: Literal["text", "heading", "title", "row", "head", "rule", "grounds"] = "text"
    text: str = ""
    level: int = 0
    mark: str = ""
    cells: tuple[str, ...] = ()
    cited: str = ""
    remark: str = ""


class Line(str):
    """A line of text; `paragraph` is set on the first line of each, null on those that continue it."""

    __slots__ = ("paragraph",)

    def __new__(cls, text: str, paragraph: Paragraph | None = None) -> Self:
        """Return a line that begins a paragraph, or continues one."""
        line = super().__new__(cls, text)
        line.paragraph = paragraph
        return line

    paragraph: Paragraph | None


def cut(paragraph: Paragraph, told: str, indent: str, first: str) -> Iterator[Line]:
    """Yield a paragraph in lines of at most 100 signs; what a no-break space holds together stays together."""
    pieces = wrap(told, WIDTH, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)
    for place, piece in enumerate(pieces):
        yield Line(piece, None if place else paragraph)


def titled(text: str, indent: str = "", first: str = "") -> Iterator[Line]:
    """Yield the title of what follows below a heading, `first` before it; its further lines are indented."""
    paragraph = Paragraph(kind="title", text=text, level=len(indent), mark=first.strip())
    yield from cut(paragraph, text, indent, first)


def grounded(told: str, indent: str, cited: str, remark: str = "") -> Iterator[Line]:
    """Yield the provisions of what stands before, as told in the text and bare as cited."""
    paragraph = Paragraph(kind="grounds", text=told, level=len(indent), cited=cited, remark=remark)
    yield from cut(paragraph, told, indent, indent)

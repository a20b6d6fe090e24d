"""Small pieces of pictures as SVG text: elements with their values escaped, numbers short, hatching."""

from __future__ import annotations

from html import escape
from typing import Final

from dluhy.typography import printable

FONT: Final = "Liberation Sans, Arial, Helvetica, sans-serif"
INK, FAINT, PAPER = "#1a1a1a", "#5a5a5a", "#ffffff"
_WIDE_SIGN = 0.56  # of the height of the letters, on average


def safe(text: str) -> str:
    """Return a text as content of HTML or SVG: escaped, without signs that command, hide or turn the writing."""
    return escape(printable(text))


def number(value: float) -> str:
    """Return a coordinate with at most one decimal place."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def element(name: str, *inside: str, **values: str | float | None) -> str:
    """Return an element; `inside` is markup already, `values` are escaped, an underscore stands for a hyphen.

    A value of None is left out; a trailing underscore is dropped, so that words of Python can be used.
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{safe(value) if isinstance(value, str) else number(value)}"'
        for key, value in values.items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def text(said: str, x: float, y: float, **values: str | float | None) -> str:
    """Return a line of writing at a place."""
    return element("text", safe(said), **{"x": x, "y": y, "font_size": 13, "fill": INK, **values})


def title(said: str) -> str:
    """Return what is told of an element when it is pointed at, and read aloud."""
    return element("title", safe(said))


def width_of(said: str, size: float) -> float:
    """Return about how wide a line of writing is."""
    return len(said) * size * _WIDE_SIGN


def hatching(ident: str) -> str:
    """Return the pattern of what is hidden, to be filled with as `url(#ident)`."""
    lines = element("path", d="M-1.5,1.5L1.5,-1.5M0,6L6,0M4.5,7.5L7.5,4.5", stroke=FAINT, stroke_width=1.1)
    paper = element("rect", width=6, height=6, fill="#ededed")
    return element("pattern", paper, lines, id=ident, width=6, height=6, patternUnits="userSpaceOnUse")


def picture(*inside: str, width: float, height: float, ident: str, said: tuple[str, str]) -> str:
    """Return a whole picture with its title and description; `ident` tells its names apart from those of others."""
    named = element("title", safe(said[0]), id=f"{ident}-t"), element("desc", safe(said[1]), id=f"{ident}-d")
    paper = element("rect", width=width, height=height, fill=PAPER)
    box = f"0 0 {number(width)} {number(height)}"
    return element(
        "svg", *named, paper, *inside, xmlns="http://www.w3.org/2000/svg", viewBox=box,
        width=width, height=height, role="img", aria_labelledby=f"{ident}-t {ident}-d", font_family=FONT, id=ident,
    )  # fmt: skip

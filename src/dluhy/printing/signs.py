"""Signs that the fonts of the print hold: what a case says stays legible and harmless, whatever is written in it."""

from __future__ import annotations

import re
from typing import Any, Final
from unicodedata import category

from dluhy.typography import NBSP, printable

MISSING: Final = "□"
"""What stands for a sign that no font here has."""
_BREAK: Final = "\u200b"
_LONGEST: Final = 28
_PIECE: Final = 14
_HELD: Final = 60
_WORD: Final = re.compile(rf"[^\s{_BREAK}]{{{_LONGEST},}}")
_HELD_TOGETHER: Final = re.compile(rf"[^ \n{_BREAK}]{{{_HELD},}}")
_SPACES: Final = re.compile(r"[\t\r\f\v\u2028\u2029]+")
_KNOWN: Final = tuple(
    range(first, last + 1)
    for first, last in (
        (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x377), (0x37A, 0x37F), (0x384, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1),
        (0x3A3, 0x4FF), (0x531, 0x556), (0x561, 0x587), (0x5B0, 0x5C5), (0x5D0, 0x5EA), (0x60C, 0x60C), (0x61B, 0x61B),
        (0x61F, 0x61F), (0x621, 0x63A), (0x640, 0x655), (0x660, 0x66D), (0x679, 0x67B), (0x67E, 0x680), (0x686, 0x687),
        (0x6A9, 0x6A9), (0x6AF, 0x6AF), (0x6CC, 0x6CC), (0x10D0, 0x10FF), (0x1E00, 0x1F15), (0x1F18, 0x1F1D),
        (0x2010, 0x2027), (0x202F, 0x2040), (0x2044, 0x205E), (0x2070, 0x2071), (0x2074, 0x208E), (0x20A0, 0x20C0),
        (0x2100, 0x211E), (0x2153, 0x2184), (0x2190, 0x23FF), (0x2460, 0x262F), (0xFB00, 0xFB06),
    )
)  # fmt: skip
"""What Libertinus Serif or DejaVu Sans Mono hold; the two are carried by the typesetter itself."""
_SURE: Final = (
    *_KNOWN[:2], range(0xAE, 0x250), range(0x2010, 0x2028), range(0x2190, 0x2300), range(0x25A0, 0x2611),
)  # fmt: skip
"""The letters of Europe, punctuation, arrows and signs of sums, boxes."""


def shown(text: str, *, sure: bool = False) -> str:
    """Return a text as it can be printed.

    Of control signs ends of lines stay, a sign that no font has becomes a box, very long words get places to break.
    With `sure` only the letters of Europe stay, for the case that a combination of others has no form.
    """
    known = _SURE if sure else _KNOWN
    plain = "\n".join(printable(line) for line in _SPACES.sub(" ", text).split("\n"))
    told = "".join(
        sign if sign == "\n" or any(ord(sign) in each for each in known) else _instead(sign) for sign in plain
    )
    return _WORD.sub(_broken, _HELD_TOGETHER.sub(lambda found: found[0].replace(NBSP, " "), told))


def printed(value: Any, *, sure: bool = False) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a value of mappings, lists and texts with every text as `shown` has it."""
    if isinstance(value, str):
        return shown(value, sure=sure)
    if isinstance(value, dict):
        return {name: printed(each, sure=sure) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [printed(each, sure=sure) for each in value]
    return value


def _instead(sign: str) -> str:
    """Return what stands for an unknown sign: nothing for one that is never seen, such as a joiner."""
    return "" if category(sign) in {"Cf", "Cc", "Mn", "Me"} else MISSING


def _broken(word: re.Match[str]) -> str:
    """Return a very long word with places where a line may end."""
    text = word[0]
    return _BREAK.join(text[place : place + _PIECE] for place in range(0, len(text), _PIECE))

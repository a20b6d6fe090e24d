"""Czech typography: no-break spaces where a line must not break, and the real minus sign."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import normalize

NBSP = "\u00a0"
_DATE = re.compile(r"\b([0-9]{1,2})\. ([0-9]{1,2})\.(?: ([0-9]{4}))?")
_SIGNS = re.compile(r"(§|čl\.|odst\.|písm\.|č\.|bod|body|věta) (?=\S)")
_UNPRINTABLE = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ud800-\\udfff]"
)
_UNITS = re.compile(r"(?<=[0-9]) (?=(?:Kč|Sb\.|let|dnů|dní|%|[0-9]{3}\b))")
_SHORT = re.compile(r"(?<![\w\u00a0])([KkSsVvZzOoUuAaIi]) (?=\S)")

_ALPHABET: Final = {
    letter: chr(0x4E00 + place) for place, letter in enumerate(
        ["a", "b", "c", "č", "d", "e", "f", "g", "h", "ch", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "ř", "s",
         "š", "t", "u", "v", "w", "x", "y", "z", "ž"]
    )
}  # fmt: skip
"""The letters by which Czech words are sorted, and signs that stand in the same order; other accents come second."""
_LETTER = re.compile("ch|.", re.DOTALL)


def czech(text: str) -> str:
    """Return a Czech text with no-break spaces in dates, citations, numbers with units and after one-letter words."""
    text = _DATE.sub(lambda m: f"{m[1]}.{NBSP}{m[2]}." + (f"{NBSP}{m[3]}" if m[3] else ""), text)
    for pattern in (_SIGNS, _SHORT):
        text = pattern.sub(lambda m: f"{m[1]}{NBSP}", text)
    return _UNITS.sub(NBSP, text)


def is_printable(text: str) -> bool:
    """Return whether a text holds no control sign, none that turns the direction of writing, and no half of a sign."""
    return _UNPRINTABLE.search(text) is None


def printable(text: str) -> str:
    """Return a text without such signs: they would command a terminal, break a workbook or hide what is written."""
    return _UNPRINTABLE.sub("", text)


def czech_order(text: str) -> str:
    """Return a key that sorts texts by the Czech alphabet: Č after C, Ch after H, Ř after R, Š after S, Ž after Z.

    Words count before letters („Nová Ves“ before „Novosedly“). Other accents and capitals decide only between texts
    that are else the same. Two texts have the same key only if they are the same.
    """
    primary = "".join(_letter(found) for found in _LETTER.findall(normalize("NFC", text).casefold()))
    return f"{primary}\0{text.swapcase()}\0{text}"


def _letter(sign: str) -> str:
    """Return the sign by which a letter is sorted; without its accent where the alphabet has no such letter."""
    return _ALPHABET.get(sign) or _ALPHABET.get(normalize("NFD", sign)[:1], sign)

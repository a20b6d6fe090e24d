"""Words of a vocabulary: exactly as listed, else by a stem in the text where no word of it raises a doubt."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import polars as pl

from dluhy.intake.cells.reading import Read, listed_words, tidy, unknown_words, without_marks
from dluhy.intake.columns import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.law.models import Term

Stems = tuple[tuple[tuple[str, ...], str], ...]
"""Words of a stem and the code of its member."""

_WHOLE_WORD = 3  # letters up to which a stem is a word and no beginning: "psa" is no "psaní"
_DENIAL = "ne"
_NOTHING, _SEVERAL = "unknown_word", "several_words"
_LISTED = 6


def member(column: str, cells: pl.Series, target: str, terms: Mapping[str, Term]) -> Read:
    """Read a word of a vocabulary into its code (Enum): the code, a label or a listed word, else one member's stem.

    A column holds few different words, so each is compared once and not in every row.
    """
    words = _words(tuple((code, (code, term.cs, term.en, *term.words)) for code, term in terms.items()))
    stems = _stems(tuple((code, tuple(term.more.get("stems", ()))) for code, term in terms.items()))
    written = [text for text in cells.unique().cast(pl.String).to_list() if text is not None]
    exact = {text: code for text in written if (code := words.get(plain(text))) is not None}
    guesses = {text: by_stem(text, stems) for text in written if text not in exact}
    by_word = {text: code for text, code in guesses.items() if code not in {_NOTHING, _SEVERAL}}
    several = [text for text, code in guesses.items() if code == _SEVERAL]
    source = pl.col(column).cast(pl.String)
    value = _mapped(source, exact | by_word, pl.Enum(list(terms)))
    if exact and not by_word and all(text == code for text, code in exact.items()):
        value = pl.col(column).cast(pl.Enum(list(terms)), strict=False)
    mixed = source.is_in(several).fill_null(value=False)
    missing = tidy(column, cells.dtype).is_not_null() & value.is_null()
    named = list(terms.values())[:_LISTED]
    return Read(
        {target: value},
        bad={_NOTHING: missing & ~mixed, _SEVERAL: missing & mixed},
        repairs={"keyword": source.is_in(list(by_word)).fill_null(value=False)},
        filling={"known": (", ".join(f"„{term.cs}“" for term in named), ", ".join(list(terms)[:_LISTED]))},
    )


def by_stem(text: str, stems: Stems) -> str:
    """Return the code of the only member whose stem stands in a text, "several_words" or "unknown_word".

    A stem is compared with the beginning of a word, or of as many consecutive words as it has; up to three letters it
    must be the whole word. The longest stems count and what they cover counts once. A doubtful word outside them, above
    all one that denies, leaves the text unknown.
    """
    if text.strip().lower() in unknown_words():
        return _NOTHING
    cell = _split(text)
    found = [
        (len("".join(stem)), start, start + len(stem), code) for stem, code in stems for start in _places(stem, cell)
    ]
    covered: set[int] = set()
    codes = set()
    for length, start, end, code in sorted(found, reverse=True):
        if covered.isdisjoint(range(start, end)):
            covered.update(range(start, end))
            codes |= {code} | {other for size, begin, _, other in found if (size, begin) == (length, start)}
    if not codes or _doubtful(cell, covered):
        return _NOTHING
    return codes.pop() if len(codes) == 1 else _SEVERAL


def _mapped(source: pl.Expr, known: Mapping[str, str], dtype: pl.Enum) -> pl.Expr:
    if not known:
        return pl.lit(None, dtype=dtype)
    return source.replace_strict(known, default=None, return_dtype=dtype)


def _split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", without_marks(text.casefold()))


def _places(stem: tuple[str, ...], cell: list[str]) -> list[int]:
    """Return where the words of a cell begin with the words of a stem."""
    last = len(cell) - len(stem)
    return [start for start in range(last + 1) if all(map(_begins, cell[start : start + len(stem)], stem))]


def _begins(word: str, part: str) -> bool:
    return word == part if len(part) <= _WHOLE_WORD else word.startswith(part)


def _doubtful(cell: list[str], covered: set[int]) -> bool:
    """Return whether a word outside the stems found may turn or narrow their meaning."""
    doubts, harmless = _doubts()
    harmed = {place for doubt in doubts for start in _places(doubt, cell) for place in range(start, start + len(doubt))}
    harmed |= {place for place, word in enumerate(cell) if word.startswith(_DENIAL)}
    return any(not cell[place].startswith(harmless) for place in harmed - covered)


@cache
def _doubts() -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    doubts = tuple(tuple(_split(doubt)) for doubt in listed_words("doubtful"))
    return doubts, tuple(map(without_marks, listed_words("harmless")))


@cache
def _words(entries: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    return {plain(word): code for code, words in entries for word in words}


@cache
def _stems(entries: Iterable[tuple[str, tuple[str, ...]]]) -> Stems:
    return tuple((tuple(_split(stem)), code) for code, stems in entries for stem in stems)

"""Words of a vocabulary: exactly as listed, else by a stem in the text where no word of it raises a doubt."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import polars as pl

from dluhy.intake.cells.reading import Read, listed_words, tidy, unknown_words, without_marks
from dluhy.intake.columns import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dluhy.law.models import Term

Signs = dict[str, list[tuple[tuple[str, ...], str, str]]]
"""What a text is searched for, by the beginning of its first word: its words, what it is, the code of its member."""

_STEM, _OWN_DOUBT, _DOUBT = "stem", "own_doubt", "doubt"
_WHOLE_WORD = 3  # letters up to which a stem is a word and no beginning: "psa" is no "psaní"
_KEY = _WHOLE_WORD + 1
_LONGEST = 300  # signs: nobody writes a kind or a state longer
_NUMBER = "#"
_LAST_DAY = 31
_DENIAL = "ne"
_NOTHING, _SEVERAL = "unknown_word", "several_words"
_LISTED = 6
_WORD = re.compile(r"\d+|[^\W\d_]+|[#%?]|,[-–—]")
_THOUSANDS = re.compile(r"(?<=\d)[ .\u00a0\u202f](?=\d{3}(?!\d))")


def member(column: str, cells: pl.Series, target: str, terms: Mapping[str, Term]) -> Read:
    """Read a word of a vocabulary into its code (Enum): the code, a label or a listed word, else one member's stem.

    A column holds few different words, so each is compared once and not in every row.
    """
    words = _words(tuple((code, (code, term.cs, term.en, *term.words)) for code, term in terms.items()))
    signs = _signs(target, *(_listed(terms, kind) for kind in ("stems", "doubts")))
    written = [text for text in cells.unique().cast(pl.String).to_list() if text is not None]
    exact = {text: code for text in written if not _asks(text) and (code := words.get(plain(text))) is not None}
    guesses = {text: by_stem(text, signs) for text in written if text not in exact}
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


def by_stem(text: str, signs: Signs) -> str:
    """Return the code of the only member whose stem stands in a text, "several_words" or "unknown_word".

    A stem is compared with the beginning of a word, or of as many consecutive words as it has; up to three letters it
    must be the whole word. The longest stems count and what they cover counts once. A doubt that no longer stem covers,
    above all a word that denies, leaves the text unknown; the doubts of a member count where its stem does.
    """
    if len(text) > _LONGEST or text.strip().lower() in unknown_words():
        return _NOTHING
    cell = _split(text)
    found = list(_found(cell, signs))
    stems: dict[tuple[int, int], tuple[int, set[str]]] = {}
    for start, stem, kind, code in found:
        if kind == _STEM:
            stems.setdefault((len("".join(stem)), start), (start + len(stem), set()))[1].add(code)
    covered: dict[int, int] = {}
    codes: set[str] = set()
    for (size, start), (end, meant) in sorted(stems.items(), reverse=True):
        if covered.keys().isdisjoint(range(start, end)):
            covered |= dict.fromkeys(range(start, end), size)
            codes |= meant
    if not codes or any(_doubts(sign, cell, covered, codes) for sign in found):
        return _NOTHING
    return codes.pop() if len(codes) == 1 else _SEVERAL


def _mapped(source: pl.Expr, known: Mapping[str, str], dtype: pl.Enum) -> pl.Expr:
    if not known:
        return pl.lit(None, dtype=dtype)
    return source.replace_strict(known, default=None, return_dtype=dtype)


def _asks(text: str) -> bool:
    """Return whether the writer was not sure either: "zastavena?"; a code may begin with the mark."""
    return "?" in text[1:]


def _split(text: str) -> list[str]:
    return _WORD.findall(without_marks(_THOUSANDS.sub("", text).casefold()))


def _found(cell: list[str], signs: Signs) -> Iterator[tuple[int, tuple[str, ...], str, str]]:
    """Yield the signs whose words the words of a cell begin with, and where; also every word that may deny."""
    for start, word in enumerate(cell):
        if word.startswith(_DENIAL):
            yield start, (_DENIAL,), _DOUBT, ""
        for parts, kind, code in signs.get(word[:_KEY], ()):
            here = cell[start : start + len(parts)]
            if len(here) == len(parts) and all(map(_begins, here, parts)):
                yield start, parts, kind, code


def _begins(word: str, part: str) -> bool:
    if part == _NUMBER and word.isdecimal():
        return int(word) > _LAST_DAY
    return word == part if len(part) <= _WHOLE_WORD else word.startswith(part)


def _doubts(
    sign: tuple[int, tuple[str, ...], str, str], cell: list[str], covered: Mapping[int, int], codes: set[str]
) -> bool:
    """Return whether a sign found may turn or narrow the meaning of the stems that count."""
    start, parts, kind, code = sign
    if kind == _STEM or (kind == _OWN_DOUBT and code not in codes):
        return False
    size = len("".join(parts))
    open_places = [place for place in range(start, start + len(parts)) if covered.get(place, 0) <= size]
    return any(kind == _OWN_DOUBT or not cell[place].startswith(_harmless()) for place in open_places)


@cache
def _harmless() -> tuple[str, ...]:
    return tuple(map(without_marks, listed_words("harmless")))


@cache
def _words(entries: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    return {plain(word): code for code, words in entries for word in words}


def _listed(terms: Mapping[str, Term], kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((text, code) for code, term in terms.items() for text in term.more.get(kind, ()))


@cache
def _signs(target: str, stems: Iterable[tuple[str, str]], doubts: Iterable[tuple[str, str]]) -> Signs:
    """Return the stems and doubts of a vocabulary's members, and the doubts of its column and of every column."""
    signs: Signs = {}
    for entries, kind in ((stems, _STEM), (doubts, _OWN_DOUBT), (_doubtful(target), _DOUBT)):
        for text, code in entries:
            parts = tuple(_split(text))
            signs.setdefault(parts[0][:_KEY], []).append((parts, kind, code))
    return signs


def _doubtful(target: str) -> list[tuple[str, str]]:
    try:
        own = listed_words(f"doubtful_{target}")
    except KeyError:
        own = ()
    return [(word, "") for word in (*listed_words("doubtful"), *own)]

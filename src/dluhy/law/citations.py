"""Citations as people read them: „§ 12 zákona č. 565/1990 Sb., ve znění do 31. 12. 2015“ and its link."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.law.models import Act, Citation, Interval
    from dluhy.problems import Language

_REMEMBERED = 8_192  # readable citations; a pack has some thousands in each language
NBSP = "\u00a0"
_PARAGRAPHS = re.compile(r"odst\. ?([0-9]+[a-z]?(?:(?:, ?| a | až |–|-)[0-9]+[a-z]?)*)")
_NUMBER = re.compile(r"[0-9]+[a-z]?")
_LETTERS = re.compile(r"písm\. ?([a-z]{1,2}\)(?:(?:, ?| a | až |–|-)[a-z]{1,2}\))*)")
_LETTER = re.compile(r"([a-z]{1,2})\)")
_WORDS = tuple((re.compile(pattern), word) for pattern, word in (
    (r"věta první\b", "first sentence"), (r"věta druhá\b", "second sentence"), (r"věta třetí\b", "third sentence"),
    (r"věta čtvrtá\b", "fourth sentence"), (r"\bvěta\b", "sentence"), (r"\bčl\.", "Art."), (r"\bbody\b", "points"),
    (r"\bbod\b", "point"), (r"\bpříloha\b", "Annex"), (" a ", " and "), (" až ", " to "),
))  # fmt: skip
_DATED = re.compile(r"/[0-9]{4}-[0-9]{2}-[0-9]{2}$")


@frozen
class ReadableCitation:
    """A citation in one language with the public address of the act or decision."""

    text: str
    link: str
    act: str


def act_of(citation: Citation, acts: Mapping[str, Act]) -> Act | None:
    """Return the act a citation starts with: the longest known id that the text begins with; None if unknown."""
    text = citation.at
    while text not in acts:
        text, space, _ = text.rpartition(" ")
        if not space:
            return None
    return acts[text]


def readable(citation: Citation, acts: Mapping[str, Act], language: Language = "cs") -> ReadableCitation:
    """Return a citation as a sentence fragment in a language; KeyError if its act is unknown."""
    act = act_of(citation, acts)
    if act is None:
        raise KeyError(citation.at)
    return _readable(citation, act, language)


@lru_cache(maxsize=_REMEMBERED)
def _readable(citation: Citation, act: Act, language: Language) -> ReadableCitation:
    written = citation.at[len(act.id) :].strip()
    place = _bind(written if language == "cs" else _in_english(written))
    text = _act_text(act, place, language) + _wording_text(citation.wording, language)
    ended = citation.wording is not None and citation.wording.to is not None
    link = _DATED.sub("", act.link) if ended else act.link  # an older wording is found from the act's undated address
    return ReadableCitation(text=text, link=link, act=act.id)


def _act_text(act: Act, place: str, language: Language) -> str:
    name = act.title.text(language)
    if act.kind == "act":
        if language == "en":
            return f"{place} Act No.{NBSP}{act.id}{NBSP}Coll.".strip()
        return f"{place} zákona č.{NBSP}{act.id}{NBSP}Sb." if place else f"zákon č.{NBSP}{act.id}{NBSP}Sb."
    return f"{name}, {place}" if place else name


def _in_english(place: str) -> str:
    """Return a place as English texts write it: „odst. 1, 2 písm. a)“ is “(1), (2) (a)”."""
    place = _PARAGRAPHS.sub(lambda found: _NUMBER.sub(r"(\g<0>)", found[1]), place)
    place = _LETTERS.sub(lambda found: _LETTER.sub(r"(\1)", found[1]), place)
    for pattern, word in _WORDS:
        place = pattern.sub(word, place)
    return place


def _bind(place: str) -> str:
    for sign in ("§", "Art.", "point", "points", "čl.", "odst.", "písm.", "bod", "body", "věta"):
        place = place.replace(f"{sign} ", f"{sign}{NBSP}")
    return place


def _wording_text(wording: Interval | None, language: Language) -> str:
    if wording is None:
        return ""
    first, last = _day(wording.from_, language), _day(wording.to, language)
    if language == "cs":
        ends = [f"od {first}" if first else "", f"do {last}" if last else ""]
        return ", ve znění " + " ".join(end for end in ends if end)
    ends = [f"from {first}" if first else "", f"to {last}" if last else ""]
    return ", as in force " + " ".join(end for end in ends if end)


def _day(day: date | None, language: Language) -> str:
    if day is None:
        return ""
    return f"{day.day}.{NBSP}{day.month}.{NBSP}{day.year}" if language == "cs" else day.isoformat()

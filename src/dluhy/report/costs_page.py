"""How reports of costs are set as text: lines of at most 100 signs, small tables, provisions, what to verify."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.money import to_halere

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from dluhy.dates import Span
    from dluhy.report.costs_teller import Question, Rules, Told
    from dluhy.report.statements import Provision
    from dluhy.report.texts import Texts

_WIDTH: Final = 100
_GAP: Final = "  "
STEP: Final = "   "
_SIGNS_OF_HASH: Final = 12
_DATED = re.compile(r"/[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_WORDING = r"(?:, (?P<wording>ve znění .+|as in force .+))?"
_PLACE_FIRST = re.compile(r"(?P<place>.+?) (?P<act>(?:zákona č\.|Act No\.)\s\S+\s(?:Sb\.|Coll\.))" + _WORDING)
_PLACE_LAST = re.compile(r"(?P<act>.+?), (?P<place>(?:§|čl\.|položka)\s.+?)" + _WORDING)


@frozen
class Page:
    """Sets the parts of a report in the language of its texts."""

    say: Texts

    def money(self, decimal: str) -> str:
        """Return a sum from a decimal string."""
        return self.say.money(to_halere(decimal))

    def percent(self, number: str) -> str:
        """Return a rate: „10,50 %“."""
        shown = number.replace(".", ",") if self.say.language == "cs" else number
        return self.say("page-percent", number=shown)

    def short(self, day: date) -> str:
        """Return a day for a table: „21. 11. 2026“, in English 2026-11-21."""
        return self.say.day(day) if self.say.language == "cs" else day.isoformat()

    def marked(self, text: str, *, verify: bool) -> str:
        """Return a text or sentence, with „(k ověření)“ where it must be verified."""
        if not verify:
            return text
        ended = text.endswith(".")
        marked = self.say("page-marked", text=text.removesuffix("."))
        return f"{marked}." if ended else marked

    def span(self, span: Span, *, short: bool = False) -> str:
        """Return days in words: one day, from, to, or any; short for a table."""
        first, last = span.first, span.last
        if first is None and last is None:
            return self.say("page-any-day")
        if first == last and first is not None:
            return self.say("page-on", day=self.say.day(first))
        if last is None or first is None:
            return self._open(first, last)
        key = "page-days-short" if short else "page-days"
        return self.say(key, first=self.say.day(first), last=self.say.day(last))

    def _open(self, first: date | None, last: date | None) -> str:
        if first is not None:
            return self.say("page-from", day=self.say.day(first))
        return "" if last is None else self.say("page-to", day=self.say.day(last))

    def heading(self, text: str) -> Iterator[str]:
        """Return a heading over a line."""
        yield ""
        yield from self.wrapped(text)
        yield "─" * min(len(text), _WIDTH)

    def wrapped(self, text: str, indent: str = "", hang: str = "") -> Iterator[str]:
        """Break a paragraph at ordinary spaces; what a no-break space holds together stays together."""
        yield from wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent + hang, break_on_hyphens=False)

    def bullets(self, told: Iterable[Told], notes: Iterable[str] = ()) -> Iterator[str]:
        """Return what a reader should know, each with its provisions."""
        for each in told:
            text = self.say("page-verify", text=each.text) if each.verify else each.text
            yield from self._bullet(_ended(capital(text), self.cited(each.provisions)))
        for note in notes:
            yield from self._bullet(_ended(capital(note), ""))

    def _bullet(self, text: str) -> Iterator[str]:
        yield from self.wrapped(f"– {text}", hang="  ")

    def questions(self, questions: Sequence[Question], heading: str) -> Iterator[str]:
        """Return what would decide, under a heading; nothing where nothing is open."""
        if questions:
            yield from self.heading(heading)
        for number, question in enumerate(questions, start=1):
            yield from self.wrapped(f"{number}. {question.ask}", hang=STEP)

    def cited(self, provisions: Iterable[Provision]) -> str:
        """Return provisions one after another, those of one act together."""
        of_acts: dict[tuple[str, str, bool], list[str]] = {}
        for provision in provisions:
            act, place, first = _taken_apart(provision.text)
            places = of_acts.setdefault((act, _DATED.sub("", provision.link), first), [])
            places += [place] if place and place not in places else []
        return "; ".join(_joined(act, places, first=first) for (act, _, first), places in of_acts.items())

    def by(self, provisions: Iterable[Provision], indent: str = "") -> Iterator[str]:
        """Return on what something rests; nothing where there is no provision."""
        cited = self.cited(provisions)
        if cited:
            yield from self.wrapped(self.say("page-by", provisions=cited), indent)

    def table(self, rows: Sequence[Sequence[str]], texts: int = 1, indent: str = STEP) -> Iterator[str]:
        """Return rows under one another, the first `texts` columns to the left; too wide rows become paragraphs."""
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = [
                cell.ljust(width) if place < texts else cell.rjust(width)
                for place, (cell, width) in enumerate(zip(row, widths, strict=True))
            ]
            line = (indent + _GAP.join(cells)).rstrip()
            yield from [line] if len(line) <= _WIDTH else self.wrapped(", ".join(row), indent)

    def rules(self, rules: Rules) -> Iterator[str]:
        """Return by which rules it was computed, and who decides."""
        yield ""
        pack = f"{rules.id} {rules.version}"
        yield from self.wrapped(self.say("screen-receipt", pack=pack, hash=rules.hash[:_SIGNS_OF_HASH]))


def capital(text: str) -> str:
    """Return a text that begins a sentence."""
    return text[:1].upper() + text[1:]


def _ended(text: str, cited: str) -> str:
    """Return a sentence with its provisions before the full stop."""
    if not cited:
        return text if text.endswith((".", "?", "!")) else f"{text}."
    return f"{text.removesuffix('.')} ({cited})."


def _taken_apart(provision: str) -> tuple[str, str, bool]:
    """Return the act, the place in it with the wording meant, and whether the place is written first."""
    if found := _PLACE_FIRST.fullmatch(provision):
        return found["act"], _worded(found["place"], found["wording"]), True
    if found := _PLACE_LAST.fullmatch(provision):
        return found["act"], _worded(found["place"], found["wording"]), False
    return provision, "", False


def _worded(place: str, wording: str | None) -> str:
    return f"{place} ({wording})" if wording else place


def _joined(act: str, places: Sequence[str], *, first: bool) -> str:
    listed = ", ".join(places)
    return act if not places else f"{listed} {act}" if first else f"{act}, {listed}"

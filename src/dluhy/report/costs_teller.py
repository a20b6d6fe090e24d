"""What the reports of costs share: things told, questions, figures with their basis, and the one who says them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.law.models import Citation
from dluhy.money import to_decimal_string
from dluhy.report.statements import Provision, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.law.models import Bilingual, Evidence, Term

WEAK: Final = frozenset({"M", "?"})
"""Evidence on which nothing may be built before it is verified."""


@frozen
class Told:
    """Something a reader should know, with its provisions; `verify` if it is to be verified first."""

    code: str
    text: str
    provisions: tuple[Provision, ...]
    verify: bool


@frozen
class Question:
    """What is not known and would decide."""

    code: str
    ask: str


@frozen
class Rules:
    """The law pack by which a result was computed."""

    id: str
    version: str
    hash: str


@frozen
class Figure:
    """One figure of a computation with its basis; `amount` is a decimal string."""

    code: str
    label: str
    amount: str
    provisions: tuple[Provision, ...]
    verify: bool


@frozen
class Basis:
    """On what a figure rests."""

    cites: tuple[Citation, ...]
    evidence: Evidence


class Teller(Speaker):
    """Says the terms, notes and codes of results in one language."""

    def told(self, vocabulary: str, codes: Iterable[str]) -> tuple[Told, ...]:
        """Return what codes of a vocabulary say, with their provisions."""
        return self.terms(self.pack.term(vocabulary, code) for code in codes)

    def terms(self, terms: Iterable[Term]) -> tuple[Told, ...]:
        """Return what terms say, with their provisions."""
        return tuple(Told(t.code, self._label(t), self.cited(t), t.more.get("evidence") in WEAK) for t in terms)

    def questions(self, terms: Iterable[Term]) -> tuple[Question, ...]:
        """Return what terms ask."""
        return tuple(Question(term.code, self._label(term)) for term in terms)

    def figure(self, vocabulary: str, code: str, halere: int, basis: Basis) -> Figure:
        """Return an amount named by a code of a vocabulary."""
        label, amount = self.term(vocabulary, code), to_decimal_string(halere)
        return Figure(code, label, amount, self.provisions(basis.cites), basis.evidence in WEAK)

    def notes(self, notes: Iterable[Bilingual]) -> tuple[str, ...]:
        """Return notes in the language, each once."""
        return tuple(dict.fromkeys(note.text(self.language) for note in notes))

    def cited(self, term: Term) -> tuple[Provision, ...]:
        """Return the provisions of a term."""
        return self.provisions(Citation(at=at) for at in term.more.get("cites", []))

    @property
    def rules(self) -> Rules:
        """The pack in use."""
        return Rules(self.pack.info.id, self.pack.info.version, self.pack.hash)

    def _label(self, term: Term) -> str:
        return self._set(term.text(self.language))

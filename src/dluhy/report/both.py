"""Texts in both languages at once, for answers that are the same whoever asks."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.law.citations import readable
from dluhy.typography import czech

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dluhy.law.models import Bilingual, Citation, Condition, Term, Verify
    from dluhy.law.pack import Pack
    from dluhy.problems import Language


@frozen
class Both:
    """A text in Czech and in English."""

    cs: str
    en: str


@frozen
class Labelled:
    """A code and its label."""

    code: str
    label: Both


@frozen
class CitedProvision:
    """A provision as people read it in each language, and the public address of its act or decision."""

    cs: str
    en: str
    link: str


@frozen
class Days:
    """Days, both included; null where the end is open."""

    first: date | None
    last: date | None


def both(text: Bilingual | Term | Condition | Verify) -> Both:
    """Return what an item of the pack says, the Czech with its typography."""
    return Both(czech(text.cs), text.en)


def said(text: Callable[[Language], str]) -> Both:
    """Return a text that is made for a language."""
    return Both(text("cs"), text("en"))


def term(pack: Pack, vocabulary: str, code: str) -> Both:
    """Return the label of a code."""
    return both(pack.term(vocabulary, code))


def labelled(pack: Pack, vocabulary: str, code: str) -> Labelled:
    """Return a code with its label."""
    return Labelled(code, term(pack, vocabulary, code))


def cited(citations: Iterable[Citation], pack: Pack) -> tuple[CitedProvision, ...]:
    """Return citations with their links, in their order."""
    told = ((readable(cite, pack.acts, "cs"), readable(cite, pack.acts, "en")) for cite in citations)
    return tuple(CitedProvision(cs.text, en.text, cs.link) for cs, en in told)

"""Codes of a vocabulary by what the pack says of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dluhy.law.pack import Pack


@cache
def codes_with(pack: Pack, vocabulary: str, attribute: str) -> frozenset[str]:
    """Return the codes of a vocabulary whose attribute says something else than no or nothing."""
    return frozenset(code for code, term in pack.vocabularies[vocabulary].items() if term.more.get(attribute))


@cache
def codes_by(pack: Pack, vocabulary: str, attribute: str) -> dict[str, str | int]:
    """Return what an attribute says of each code of a vocabulary that has it."""
    terms = pack.vocabularies[vocabulary].items()
    return {code: term.more[attribute] for code, term in terms if attribute in term.more}

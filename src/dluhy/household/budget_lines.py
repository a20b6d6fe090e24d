"""The lines of a household's expenses: what each says, whether it can be used, what somebody's own words may mean."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dluhy.household.model import IncomeLine
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

LINES: Final = "budget_lines"
UNKNOWN: Final = "unknown"
"""The member of `certainties` that says nobody knows."""
_LISTED: Final = {"category": LINES, "frequency": "frequencies", "certainty": "certainties", "proof": "proofs"}
_MONEY: Final = ("amount", "arrears", "months_in_arrears")


@frozen(kw_only=True)
class ExpenseLine:
    """One expense of a household as it is paid; money in haléře, None is unknown.

    `category` is a code of `budget_lines`, `frequency` of `frequencies`, `certainty` of `certainties`, `proof` of
    `proofs`. `text` is what the client calls it, `arrears` what is already owed on it, `months_in_arrears` for how many
    months, `comment` explains it to a creditor, `person` and `debt` are the ids of the person and debt it belongs to.
    """

    category: str | None = None
    amount: int | None = None
    frequency: str | None = None
    text: str | None = None
    arrears: int | None = None
    months_in_arrears: int | None = None
    supplier: str | None = None
    certainty: str | None = None
    proof: str | None = None
    comment: str | None = None
    person: str | None = None
    debt: str | None = None


def check_lines(lines: Sequence[ExpenseLine], pack: Pack | None = None) -> None:
    """Raise InputError with everything wrong: codes not listed, negative numbers, an unknown that has an amount."""
    members = (pack or default_pack()).members
    problems = [
        problem for place, line in enumerate(lines, 1) for problem in _problems_of(line, f"expense {place}", members)
    ]
    if problems:
        raise InputError(problems)


def term_of(line: ExpenseLine, pack: Pack) -> Term | None:
    """Return the member of `budget_lines` a line is sorted under; None if it is not."""
    return None if line.category is None else pack.term(LINES, line.category)


def proven(line: ExpenseLine, pack: Pack | None = None) -> bool | None:
    """Return whether something beside the client's word proves a line; None if nobody says what."""
    return None if line.proof is None else bool((pack or default_pack()).term("proofs", line.proof).more["proves"])


def proposed_category(text: str, pack: Pack | None = None) -> str | None:
    """Return the code of `budget_lines` that somebody's words seem to mean: a proposal for a person to confirm.

    Words of the vocabulary are sought as whole words without regard to case, diacritics and punctuation; a longer one
    takes its part from a shorter one inside. None where nothing is found or the words point to several lines.
    """
    words = _words(text)
    by_words = _vocabulary(pack or default_pack())
    longest = max(map(len, by_words))
    spans = [(at, at + size) for size in range(longest, 0, -1) for at in range(len(words) - size + 1)]
    found: set[str] = set()
    covered: set[int] = set()
    for first, end in spans:
        code = by_words.get(words[first:end])
        if code is not None and covered.isdisjoint(range(first, end)):
            covered.update(range(first, end))
            found.add(code)
    return found.pop() if len(found) == 1 else None


@cache
def _vocabulary(pack: Pack) -> Mapping[tuple[str, ...], str]:
    return {_words(word): term.code for term in pack.vocabularies[LINES].values() for word in term.words}


def _words(text: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    bare = (sign for sign in decomposed if not unicodedata.combining(sign))
    return tuple("".join(sign if sign.isalnum() else " " for sign in bare).split())


def _problems_of(line: ExpenseLine, place: str, members: Mapping[str, Sequence[str]]) -> list[Problem]:
    problems = []
    for name, vocabulary in _LISTED.items():
        code = getattr(line, name)
        if code is not None and code not in members[vocabulary]:
            cs, en = f"hodnota není v seznamu {vocabulary}", f"the value is not in the list {vocabulary}"
            problems.append(Problem("unknown_member", f"{place} {name}", cs, en))
    for name in _MONEY:
        number = getattr(line, name)
        if number is not None and number < 0:
            problems.append(Problem("negative", f"{place} {name}", "nesmí být záporné", "must not be negative"))
    if line.certainty == UNKNOWN and line.amount is not None:
        cs, en = "částka je uvedena, a přitom se neví", "an amount is given and yet it is said to be unknown"
        problems.append(Problem("certainty_contradiction", f"{place} certainty", cs, en))
    return problems


def check_incomes(incomes: Iterable[IncomeLine], deducted: int | None, pack: Pack) -> None:
    """Raise InputError with everything wrong in the incomes and in what is deducted from them."""
    problems = []
    for place, line in enumerate(incomes, 1):
        if line.kind is not None and line.kind not in pack.members["income_kinds"]:
            cs, en = "hodnota není v seznamu income_kinds", "the value is not in the list income_kinds"
            problems.append(Problem("unknown_member", f"income {place} kind", cs, en))
        if any(end is not None and end < 0 for end in (line.net, line.least)):
            problems.append(Problem("negative", f"income {place} net", "nesmí být záporné", "must not be negative"))
    if deducted is not None and deducted < 0:
        problems.append(Problem("negative", "deducted", "nesmí být záporné", "must not be negative"))
    if problems:
        raise InputError(problems)

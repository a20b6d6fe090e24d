"""Answers and sums in which something may be unknown: None is never a no and never a zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.documents.decoding import pointer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.case.model import Debt


def id_of(debt: Debt, place: int) -> str:
    """Return the id of a debt, or its place in the document (from 0) where it has none: the same in every topic."""
    return debt.id or pointer(("debts", place))


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Return whether one of the answers is yes; None where none is and one of them is not known."""
    found = list(answers)
    return True if True in found else None if None in found else False


def total_of(amounts: Iterable[int | None] | None) -> int | None:
    """Return the sum of amounts in haléře; None where one of them is not known or nobody says which there are."""
    if amounts is None:
        return None
    found = list(amounts)
    known = [amount for amount in found if amount is not None]
    return sum(known) if len(known) == len(found) else None

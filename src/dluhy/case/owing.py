"""Whose a debt of a case is, and which enforcements are over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dluhy.case.model import Case, Debt

DEBTOR: Final = "debtor"
OVER: Final = frozenset({"stopped", "ended"})
"""Statuses of enforcements that take nothing more."""


def owed_by(debt: Debt, person: str, case: Case) -> bool:
    """Return whether a debt is a person's; one that names no debtor belongs to the only debtor there is."""
    if debt.debtor is not None:
        return debt.debtor == person
    debtors = [each for each in case.people or () if each.role == DEBTOR]
    return len(debtors) <= 1

"""The enforcements of a case beside each other: what is enforced in each, which are led by one creditor or executor.

Source: § 37 odst. 5 to 7 of the Enforcement Code (č. 120/2001 Sb.). The list of enforcements in a case is complete.
Time of an insolvency does not count into the time without recovery (§ 55 odst. 12 písm. c)).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.case.owing import OVER
from dluhy.dates import Span
from dluhy.ids import EXECUTOR_OFFICE
from dluhy.law.amounts import constant
from dluhy.money import HALERE_PER_KORUNA, LARGEST_HALERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from dluhy.case.frames import CaseRows, Places
    from dluhy.case.model import Case, Creditor, Enforcement, Insolvency
    from dluhy.law.pack import Pack

_EXECUTOR: Final = "court_executor"
_SEVERAL: Final = 2
Answer = bool | None


@frozen
class _Led:
    """One enforcement: whose, for whom, by whom, and what is enforced without accessories (haléře, from and to)."""

    debtors: frozenset[int | None]
    creditors: frozenset[str | None]
    executor: str | None
    principal: tuple[int, int]
    counts: Answer


class LedEnforcements:
    """Tells of each debt what stands beside its enforcement."""

    COMPUTED: Final = ("enforced_principal",)
    """Facts that claims compute and a case tells better."""

    def __init__(self, case: Case, rows: CaseRows, pack: Pack) -> None:
        """Gather the enforcements of a case once."""
        self._case, self._rows = case, rows
        self._most = constant(pack.series["joinable_most"]) * HALERE_PER_KORUNA
        self._places = {debt.id: place for place, debt in enumerate(case.debts or []) if debt.id is not None}
        self._led = [self._gathered(each) for each in case.enforcements or []]

    def beside(self, places: Places) -> dict[str, Any]:
        """Return the facts about the enforcement of a debt and those beside it; None where it cannot be told."""
        if places.enforcement is None:
            return dict.fromkeys(("enforced_principal", "enforcements_joinable", "enforcements_here", "uncounted_days"))
        this = self._led[places.enforcement]
        return {
            "enforced_principal": this.principal,
            "enforcements_joinable": self._count(this, self._joinable),
            "enforcements_here": self._count(this, _same_executor),
            "uncounted_days": self._uncounted(places, (self._case.enforcements or [])[places.enforcement]),
        }

    def _uncounted(self, places: Places, enforcement: Enforcement) -> tuple[int, int | None]:
        """Return how many days of insolvency do not count: none, or from none up where one came in between."""
        history = self._case.history
        told = (None if history is None else history.insolvencies) or []
        person = None if places.person is None else (self._case.people or [])[places.person].id
        own = [each for each in told if each.person is None or person is None or each.person == person]
        return (0, None) if any(_in_between(each, enforcement, self._case.as_of) for each in own) else (0, 0)

    def _gathered(self, each: Enforcement) -> _Led:
        places = [self._places.get(name) for name in each.debts or []]
        debts = [(self._case.debts or [])[place] for place in places if place is not None]
        sums = [0 if debt.follows is not None else debt.principal for debt in debts]
        known = sum(amount for amount in sums if amount is not None)
        complete = bool(debts) and len(debts) == len(places) and None not in sums
        return _Led(
            debtors=frozenset(None if place is None else self._rows.places[place].person for place in places)
            or _NOBODY,
            creditors=frozenset(_name(debt.creditor) for debt in debts) or _NO_ONE,
            executor=_office(each.ref),
            principal=(known, known if complete else LARGEST_HALERE),
            counts=_counts(each),
        )

    def _count(self, this: _Led, fits: Callable[[_Led, _Led], Answer]) -> int | None:
        """Return how many enforcements fit, this one among them; at least that many where others may fit too."""
        answers = [_all((each.counts, _same(each.debtors, this.debtors), fits(each, this))) for each in self._led]
        sure, perhaps = answers.count(True), len(answers) - answers.count(False)
        return sure if sure >= _SEVERAL or sure == perhaps else None

    def _joinable(self, other: _Led, this: _Led) -> Answer:
        """Return whether a small enforcement is this one, or led by another executor or for another creditor."""
        joined = True if other is this else _not(_same_executor(other, this))
        return _all((joined, self._small(other), self._small(this)))

    def _small(self, each: _Led) -> Answer:
        least, most = each.principal
        return True if most <= self._most else False if least > self._most else None


def _in_between(insolvency: Insolvency, enforcement: Enforcement, as_of: date) -> bool:
    """Return whether an insolvency may have run in the time without recovery: not if something came in after it."""
    began, recovered = insolvency.began_on or Span(None, None), enforcement.last_recovered_on or Span(None, None)
    if insolvency.running is not False:
        return True
    if began.first is not None and began.first >= as_of:
        return False
    return began.last is None or recovered.first is None or began.last >= recovered.first


_NOBODY: Final[frozenset[int | None]] = frozenset({None})
_NO_ONE: Final[frozenset[str | None]] = frozenset({None})


def _name(creditor: Creditor | None) -> str | None:
    return None if creditor is None else creditor.ico or creditor.name


def _office(mark: str | None) -> str | None:
    found = re.match(EXECUTOR_OFFICE, mark or "")
    return found[1] if found else None


def _counts(each: Enforcement) -> Answer:
    """Return whether a court executor leads the enforcement and it is not over."""
    led = None if each.kind is None else each.kind == _EXECUTOR
    return _all((led, None if each.status is None else each.status not in OVER))


def _same_executor(other: _Led, this: _Led) -> Answer:
    known = other.executor is not None and this.executor is not None
    return _all((_same(other.creditors, this.creditors), other.executor == this.executor if known else None))


def _same(one: frozenset[Any], other: frozenset[Any]) -> Answer:
    """Return whether two sets of names are the same single name; None where a name is not known."""
    if None in one or None in other:
        return None
    return one == other and len(one) == 1


def _not(answer: Answer) -> Answer:
    return None if answer is None else not answer


def _all(answers: Iterable[Answer]) -> Answer:
    found = list(answers)
    return False if False in found else None if None in found else True

"""What debt relief would be without what may drop out of the debts, as a document; money as decimal strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.case.relief_without import CHANGES
from dluhy.money import to_decimal_string
from dluhy.report.household_teller import HouseholdTeller
from dluhy.report.relief import sentences
from dluhy.report.relief_course import percent

if TYPE_CHECKING:
    from dluhy.case.relief_without import Outcome, ReliefWithout
    from dluhy.law.pack import Pack
    from dluhy.problems import Language


@frozen
class OutcomeReport:
    """Debt relief in short: class of entry, claims, least payment, satisfaction in per cent, instalments; null unknown.

    `changes` say what entry would lose or win against today, `why_not` why something cannot be told.
    """

    kind: str | None
    kind_label: str | None
    claims: int
    owed: str
    minimum: str | None
    percent: str | None
    paid: str | None
    months: int | None
    changes: tuple[str, ...]
    why_not: tuple[str, ...]


@frozen
class ReliefWithoutReport:
    """Debt relief as it stands, without what would drop out at the least, and at the most (null: nothing drops out)."""

    people: tuple[str, ...]
    debts: tuple[str, ...]
    dropped_least: str
    dropped_most: str
    now: OutcomeReport
    least: OutcomeReport | None
    most: OutcomeReport | None


def relief_without_report(found: ReliefWithout, pack: Pack, language: Language) -> ReliefWithoutReport:
    """Return what debt relief would be without what may drop out as people and programs read it."""
    tell = HouseholdTeller(pack.whole or pack, language)
    return ReliefWithoutReport(
        people=tuple(name for name in found.people if name is not None),
        debts=found.debts,
        dropped_least=to_decimal_string(found.dropped_least),
        dropped_most=to_decimal_string(found.dropped_most),
        now=_outcome(found.now, (), tell),
        least=None if found.least is None else _outcome(found.least, found.changes_least, tell),
        most=None if found.most is None else _outcome(found.most, found.changes_most, tell),
    )


def _outcome(found: Outcome, changes: tuple[str, ...], tell: HouseholdTeller) -> OutcomeReport:
    return OutcomeReport(
        kind=found.kind,
        kind_label=None if found.kind is None else tell.term("entry_classes", found.kind),
        claims=found.claims,
        owed=to_decimal_string(found.owed),
        minimum=_money(found.minimum),
        percent=None if found.basis_points is None else percent(found.basis_points),
        paid=_money(found.paid),
        months=found.months,
        changes=tuple(tell.term(CHANGES, code) for code in changes),
        why_not=sentences(found.problems, tell),
    )


def _money(hundredths: int | None) -> str | None:
    return None if hundredths is None else to_decimal_string(hundredths)

"""A debt relief that runs, told: since when, by which wording, how long still, what its debtor must do."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.report.household_teller import Grounds  # noqa: TC001 - msgspec reads the annotations

if TYPE_CHECKING:
    from dluhy.case.strategies_running import Duty, RunningRelief
    from dluhy.dates import Span
    from dluhy.report.strategies_teller import StrategyTeller


@frozen
class DutyReport:
    """One duty of the debtor, with its provisions."""

    code: str
    text: str
    grounds: Grounds


@frozen
class RunningReport:
    """A debt relief that runs; days within limits, null unknown.

    `regimes` are the wordings that may govern it, `last_from` and `last_to` limits of the month of the last instalment
    of the usual plan, `left_from` and `left_to` of the months still to come; an upper limit is null where the day of
    approval is not known (`by_approval` false). `not_computed` says what is not computed here.
    """

    began_from: date | None
    began_to: date | None
    approved_from: date | None
    approved_to: date | None
    regimes: tuple[str, ...]
    plan_months: int | None
    long_months: int | None
    last_from: date | None
    last_to: date | None
    left_from: int | None
    left_to: int | None
    by_approval: bool
    duties: tuple[DutyReport, ...]
    not_computed: str
    why_not: tuple[str, ...]


def running_report(found: RunningRelief, tell: StrategyTeller) -> RunningReport:
    """Return a debt relief that runs as people read it."""
    began, approved, last = (_ends(span) for span in (found.began_on or found.found_on, found.approved_on,
                                                      found.last_month))  # fmt: skip
    left = found.months_left or (None, None)
    codes = () if found.regime is None else found.regime.possible
    return RunningReport(
        began_from=began[0], began_to=began[1], approved_from=approved[0], approved_to=approved[1],
        regimes=tuple(tell.term("relief_regimes", code) for code in codes), plan_months=found.plan_months,
        long_months=found.long_months, last_from=last[0], last_to=last[1], left_from=left[0], left_to=left[1],
        by_approval=found.by_approval, duties=tuple(_duty(each, tell) for each in found.duties),
        not_computed=tell.say("strategies-running-not-computed"),
        why_not=tuple(tell.set(each.cs if tell.language == "cs" else each.en) for each in found.problems),
    )  # fmt: skip


def _ends(span: Span | None) -> tuple[date | None, date | None]:
    return (None, None) if span is None else (span.first, span.last)


def _duty(each: Duty, tell: StrategyTeller) -> DutyReport:
    grounds = tell.grounds(tell.cited_by(each.term), each.term.more["evidence"])
    plain = each.term.more.get(f"plain_{tell.language}", "")
    text = tell.set(plain) if each.plain else tell.filled(each.term, each.values)
    return DutyReport(each.term.code, text, grounds)

"""A debt relief that runs: since when, by which wording, how long at most it should last, what its debtor must do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.case.relief_facts import insolvencies_of
from dluhy.dates import Span, months_between, months_on
from dluhy.problems import HorizonError, InputError, Problem
from dluhy.relief.regimes import Regime, regime

if TYPE_CHECKING:
    from datetime import date

    from dluhy.case.model import Case, Insolvency
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

DUTIES: Final = "relief_duties"
_PLAN, _LONG = "relief_plan_months", "relief_plan_months_long"


@frozen(kw_only=True)
class Duty:
    """One duty of a debtor: a member of `relief_duties`, with the numbers of its text by name.

    `plain` says that not all of them are known: then the duty is told without them.
    """

    term: Term = field(eq=False)
    values: dict[str, int] = field(factory=dict)
    plain: bool = False


@frozen(kw_only=True)
class RunningRelief:
    """A debt relief that runs; days within limits, None unknown.

    `regime` is None where its days contradict each other. `plan_months` is the usual length of the plan, `long_months`
    the longer one after an earlier discharge (None where there is none or the wording is not known). `last_month` is
    the month of the last instalment of the usual plan, within limits, counted from the approval; `months_left` those
    still to come after the day judged; both None where neither the approval nor the finding is known. `by_approval`
    says that the day of approval is known, otherwise the month is the earliest possible.
    """

    began_on: Span | None
    found_on: Span | None
    approved_on: Span | None
    regime: Regime | None = None
    plan_months: int | None = None
    long_months: int | None = None
    last_month: Span | None = None
    months_left: tuple[int, int | None] | None = None
    by_approval: bool = False
    duties: tuple[Duty, ...] = ()
    problems: tuple[Problem, ...] = ()


def running_relief(case: Case, who: tuple[str | None, ...], pack: Pack, *, alone: bool) -> RunningRelief:
    """Return what can be said of the debt relief of some people that runs."""
    own = insolvencies_of(case, who, alone=alone) or []
    each = next(found for found in own if found.running and found.relief_by_instalments)
    began, found, approved = each.began_on, each.found_on, each.approved_on
    try:
        governing = regime(began, found, approved, pack=pack)
    except InputError as error:
        return RunningRelief(began_on=began, found_on=found, approved_on=approved, problems=tuple(error.problems))
    return _timed(each, governing, case.as_of, pack)


def _timed(each: Insolvency, governing: Regime, as_of: date, pack: Pack) -> RunningRelief:
    plan, long = governing.value(_PLAN, pack), governing.value(_LONG, pack)
    last = None if plan is None else _last_month(each, plan)
    left = None
    if last is not None and last.first is not None:
        most = None if last.last is None else max(months_between(as_of, last.last), 0)
        left = max(months_between(as_of, last.first), 0), most
    return RunningRelief(
        began_on=each.began_on, found_on=each.found_on, approved_on=each.approved_on, regime=governing,
        plan_months=plan, long_months=long or None, last_month=last, months_left=left,
        by_approval=each.approved_on is not None, duties=duties_of(governing, pack),
    )  # fmt: skip


def _last_month(each: Insolvency, plan: int) -> Span | None:
    """Return the month of the last instalment: the plan begins with the month after the approval (§ 406 IZ)."""
    approved = each.approved_on
    if approved is not None:
        return Span(
            *(None if day is None else months_on(day.replace(day=1), plan) for day in (approved.first, approved.last))
        )
    first = None if each.found_on is None else each.found_on.first
    return None if first is None else Span(months_on(first.replace(day=1), plan), None)


def duties_of(governing: Regime, pack: Pack) -> tuple[Duty, ...]:
    """Return the duties of a debtor under a wording; without numbers where the wordings that may govern differ."""
    found = []
    for term in pack.vocabularies[DUTIES].values():
        values = {name: _value(series, governing, pack) for name, series in term.more.get("values", {}).items()}
        known = {name: value for name, value in values.items() if value is not None}
        if all(known.values()) and (len(known) == len(values) or "plain_cs" in term.more):
            found.append(Duty(term=term, values=known, plain=len(known) < len(values)))
    return tuple(found)


def _value(series: str, governing: Regime, pack: Pack) -> int | None:
    try:
        return governing.value(series, pack)
    except HorizonError:
        return None

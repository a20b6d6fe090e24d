"""What can be said against the debts of a case as plain text for the counsellor, lines of at most 100 signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.case.defects import NOT_OWED
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_words import STEP, listed
from dluhy.report.relief_text import money
from dluhy.report.relief_text_course import percent_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from dluhy.report.defects import DayReport, DebtDefectsReport, DefectReport, RemedyReport
    from dluhy.report.defects_relief import OutcomeReport, ReliefWithoutReport
    from dluhy.report.texts import Texts

MOST_QUESTIONS: Final = 5
_ZERO: Final = "0.00"


def defects_lines(reports: Sequence[DebtDefectsReport], say: Texts) -> Iterator[str]:
    """Yield what can be said against each debt; nothing where there are no debts."""
    if not reports:
        return
    yield from heading(say("defects-heading"))
    yield from wrapped(say("defects-intro"))
    for report in reports:
        yield ""
        yield from _debt(report, say)


def without_lines(reports: Sequence[ReliefWithoutReport], say: Texts) -> Iterator[str]:
    """Yield what debt relief would be without what may drop out; nothing where nothing drops out of any debt."""
    telling = [each for each in reports if each.least is not None or each.most is not None]
    if not telling:
        return
    yield from heading(say("defects-relief-heading"))
    for report in telling:
        yield ""
        yield from wrapped(
            say("defects-relief-who", people=", ".join(report.people) or say("relief-nobody"),
                debts=", ".join(report.debts))
        )  # fmt: skip
        yield from _outcome(say("defects-relief-now"), report.now, say)
        for key, dropped, outcome in (
            ("defects-relief-least", report.dropped_least, report.least),
            ("defects-relief-most", report.dropped_most, report.most),
        ):
            if outcome is not None:
                yield from _outcome(say(key, sum=money(dropped, say)), outcome, say)


def _debt(report: DebtDefectsReport, say: Texts) -> Iterator[str]:
    yield from wrapped(debt_told(report, say))
    if report.said is not None:
        yield from wrapped(report.said, STEP)
    told: set[str] = set()
    for each in report.found:
        yield from _defect(each, told, say)
        told |= {remedy.step for remedy in each.remedies}
    if report.past:
        yield from wrapped(say("defects-past"), STEP)
        yield from listed((f"{each.statement.title}: {each.statement.sentence}" for each in report.past), STEP)
    if not report.found and report.said is None:
        yield from wrapped(say("defects-none" if not report.open else "defects-none-known"), STEP)
    yield from (line for why in report.why_not for line in wrapped(say("defects-why-not", why=why), STEP))
    yield from _questions(report, say)


def debt_told(report: DebtDefectsReport, say: Texts) -> str:
    """Return a debt with its balance and how much of it could drop out."""
    if report.balance is None:
        return say("defects-debt-unpriced", debt=report.debt)
    balance = money(report.balance, say)
    if report.standing == NOT_OWED:
        return say("defects-debt-not-owed", debt=report.debt, sum=balance)
    if report.most is None or report.most == _ZERO:
        return say("defects-debt", debt=report.debt, sum=balance)
    if report.least == report.most:
        return say("defects-debt-sum", debt=report.debt, sum=balance, most=money(report.most, say))
    least = money(report.least or _ZERO, say)
    key = "defects-debt-most" if report.least == _ZERO else "defects-debt-between"
    return say(key, debt=report.debt, sum=balance, least=least, most=money(report.most, say))


def _defect(each: DefectReport, told_steps: Collection[str], say: Texts) -> Iterator[str]:
    """Yield one thing that can be said; of its steps those not told of the debt yet."""
    told = each.statement
    inside = f"{STEP}  "
    yield from wrapped(say("defects-rule", title=told.title, verdict=told.verdict_label), inside, f"{STEP}• ")
    yield from wrapped(say("defects-plain", text=told.sentence), inside)
    for day in (each.day, each.otherwise):
        if day is not None:
            yield from wrapped(say(f"defects-day-{day.code.replace('_', '-')}", day=day_told(day, say)), inside)
    if each.most is None:
        yield from wrapped(say("defects-sum-unknown", part=each.part or ""), inside)
    elif each.most != _ZERO:
        key = "defects-sum-exact" if each.least == each.most else "defects-sum"
        yield from wrapped(say(key, sum=money(each.most, say)), inside)
    yield from (line for text in each.presumed for line in wrapped(say("defects-presumed", text=text), inside))
    yield from wrapped(say("defects-cited", provisions="; ".join(each.cited)), inside)
    yield from (line for text in told.to_verify for line in _verify(text, say, inside))
    for remedy in each.remedies:
        if remedy.step not in told_steps:
            yield from _remedy(remedy, say, inside)
    if any(remedy.step in told_steps for remedy in each.remedies):
        yield from wrapped(say("defects-steps-above"), inside)


def _verify(text: str, say: Texts, inside: str) -> Iterator[str]:
    yield from wrapped(say("defects-verify", text=text), f"{inside}  ", f"{inside}! ")


def _remedy(each: RemedyReport, say: Texts, inside: str) -> Iterator[str]:
    line = say("defects-step", actor=each.actor, addressee=each.addressee, title=each.title)
    yield from wrapped(line, f"{inside}  ", f"{inside}→ ")
    limit = each.limit if each.until is None else say("defects-until", day=say.day(each.until), limit=each.limit)
    yield from wrapped(say("defects-limit", limit=limit, cost=each.cost), f"{inside}  ")
    yield from (line for text in each.to_verify for line in _verify(text, say, f"{inside}  "))


def day_told(day: DayReport, say: Texts) -> str:
    """Return a day to which something leads, within the limits that are known."""
    first, last = (None if end is None else say.day(end) for end in (day.first, day.last))
    if first is not None and last is not None:
        return first if first == last else say("defects-days-between", first=first, last=last)
    return say("defects-days-from", first=first) if first is not None else say("defects-days-to", last=last or "")


def _questions(report: DebtDefectsReport, say: Texts) -> Iterator[str]:
    if not report.questions:
        return
    yield from wrapped(say("defects-ask"), STEP)
    yield from listed((each.ask for each in report.questions[:MOST_QUESTIONS]), STEP)
    more = len(report.questions) - MOST_QUESTIONS
    if more > 0:
        yield from wrapped(say("relief-ask-more", count=more), STEP)


def _outcome(title: str, each: OutcomeReport, say: Texts) -> Iterator[str]:
    inside = f"{STEP}  "
    yield from wrapped(title, inside, f"{STEP}• ")
    yield from wrapped(say("defects-relief-claims", count=each.claims, sum=money(each.owed, say)), inside)
    if each.kind_label is not None:
        yield from wrapped(say("defects-relief-entry", entry=each.kind_label), inside)
    if each.minimum is not None:
        yield from wrapped(say("defects-relief-minimum", sum=money(each.minimum, say)), inside)
    if each.percent is not None and each.months is not None and each.paid is not None:
        told = percent_of(each.percent, say)
        line = say("defects-relief-course", percent=told, sum=money(each.paid, say), months=each.months)
        yield from wrapped(line, inside)
    else:
        yield from (line for why in each.why_not for line in wrapped(say("defects-why-not", why=why), inside))
    for change in each.changes:
        yield from wrapped(say("defects-relief-change", text=change), inside, f"{inside}! ")

"""The first page: what is urgent, what to do this week, the ways out of debt, the month in sums, what it rests on."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from dluhy.printing.agenda import task_line
from dluhy.printing.blocks import Box, Text
from dluhy.printing.debts import known_sum, person_facts, to_stop
from dluhy.printing.words import money
from dluhy.report.household_text import left_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.report.relief import ReliefReport
    from dluhy.report.screening import ScreeningReport
    from dluhy.report.texts import Texts

_MOST: Final = 7
"""How many lines of a kind the first page holds; the rest stands further on."""
_ALARM: Final = 3
_OPEN: Final = frozenset({"likely_admissible", "admissible_with_help"})
"""Where nothing that is known bars debt relief, its first payment is told at once."""
_SOON: Final = timedelta(days=30)


def summary_blocks(report: ScreeningReport, say: Texts) -> Iterator[Box]:
    """Yield the frames of the first page; one with nothing to say is left out, but for what is urgent."""
    urgent = _bullets(_urgent(report, say), say, cut=False) or (Text(text=say("print-nothing-urgent")),)
    yield Box(title=say("print-urgent"), blocks=urgent, tone="urgent")
    for title, lines in (
        ("print-week", _week(report, say)),
        ("print-way-out", _way_out(report, say)),
        ("print-figures", _figures(report, say)),
        ("print-rests", _rests(report, say)),
    ):
        blocks = _bullets(lines, say)
        if blocks:
            yield Box(title=say(title), blocks=blocks)


def _bullets(lines: Iterable[str], say: Texts, *, cut: bool = True) -> tuple[Text, ...]:
    """Return lines as bullets; of many only the first where they may be `cut`, and how many more there are."""
    found = list(dict.fromkeys(lines))
    told = [Text(text=line, level=3, mark="•") for line in islice(found, _MOST if cut else None)]
    if cut and len(found) > _MOST:
        told.append(Text(text=say("print-more", count=len(found) - _MOST), level=3, small=True))
    return tuple(told)


def _urgent(report: ScreeningReport, say: Texts) -> Iterator[str]:
    """Yield steps that are due soon, alarms of the household, and children with debts."""
    last = report.as_of + _SOON
    yield from (task_line(step, say) for step in report.agenda.steps if step.due_on and step.due_on <= last)
    if report.household is not None:
        yield from (f"{each.title}." for each in report.household.indicators if each.holds and each.level >= _ALARM)
    yield from _children(report, say, grown=False)


def _children(report: ScreeningReport, say: Texts, *, grown: bool) -> Iterator[str]:
    """Yield people with debts that a child does not owe, those that are children still, or those that are not."""
    for person in report.people:
        if person.debts_to_stop and grown == ((person.days_to_18 or 0) <= 0):
            facts = "; ".join(person_facts(person, say))
            yield say("print-person", id=person.id, facts=facts, told=to_stop(person, say))


def _week(report: ScreeningReport, say: Texts) -> Iterator[str]:
    yield from (task_line(step, say) for step in report.agenda.this_week)


def _way_out(report: ScreeningReport, say: Texts) -> Iterator[str]:
    """Yield what comes out of the ways side by side, then what can be said of debt relief."""
    for ways in report.strategies:
        if ways.advice is not None:
            people = ", ".join(ways.people) or say("relief-nobody")
            yield say("print-advice", people=people, told=ways.advice.said)
    for each in report.relief:
        who = ", ".join(each.people) or say("relief-nobody")
        yield from (say("print-relief", people=who, told=told) for told in _relief(each, say))


def _relief(found: ReliefReport, say: Texts) -> Iterator[str]:
    if found.running:
        yield say("relief-running")
        return
    parts = [] if found.entry is None else [found.entry.said]
    if found.course is not None and found.entry is not None and found.entry.kind in _OPEN:
        parts.append(say("relief-first", sum=money(found.course.first, say)))
    if parts:
        yield " ".join(parts)


def _figures(report: ScreeningReport, say: Texts) -> Iterator[str]:
    if report.debts:
        unknown = sum(each.balance is None for each in report.debts)
        total, count = known_sum(report.debts), len(report.debts)
        if total is None:
            yield say("print-debts-unpriced", count=count)
        else:
            yield say("print-debts-count", count=count, sum=money(total, say))
        if unknown and total is not None:
            yield say("print-debts-unknown", count=unknown)
    else:
        yield say("screen-no-debts" if report.debts_stated else "screen-debts-unknown")
    yield from _children(report, say, grown=True)
    if report.household is not None:
        yield left_told(report.household.money, say)


def _rests(report: ScreeningReport, say: Texts) -> Iterator[str]:
    receipt = report.receipt
    yield say("print-rests-on", day=say.day(report.as_of), pack=f"{receipt.pack} {receipt.pack_version}")
    if report.questions:
        yield say("print-open", count=len(report.questions))
    if any(each.course is not None and each.course.assumed for each in report.relief):
        yield say("print-assumed")
    yield say("about-limit-1")

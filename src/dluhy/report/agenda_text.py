"""The one list of steps as plain text for the counsellor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_words import STEP, grounds_lines
from dluhy.report.lines import titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.report.agenda import AgendaReport, SetAsideReport, TaskReport
    from dluhy.report.texts import Texts

_MOST_DEBTS: Final = 8


def agenda_lines(report: AgendaReport, say: Texts) -> Iterator[str]:
    """Yield the steps in the order to take them, those of this week apart, then what gave way."""
    if not report.steps:
        return
    yield from heading(say("agenda-heading", count=len(report.steps)))
    numbered = list(enumerate(report.steps, start=1))
    for title, some in (
        ("agenda-week", [(number, step) for number, step in numbered if step.this_week]),
        ("agenda-later", [(number, step) for number, step in numbered if not step.this_week]),
    ):
        if some:
            yield ""
            yield from wrapped(say(title))
        for number, step in some:
            yield from _step(number, step, say)
    yield from set_aside_lines(report.set_aside, say)


def _step(number: int, step: TaskReport, say: Texts) -> Iterator[str]:
    yield ""
    yield from titled(step.title, STEP, f"{number}. ")
    to = step.addressee_label if step.addressee_name is None else f"{step.addressee_label} ({step.addressee_name})"
    yield from wrapped(say("agenda-who", actor=step.actor_label, addressee=to), STEP)
    yield from wrapped(when_told(step, say), STEP)
    if step.debts:
        named = ", ".join(step.debts[:_MOST_DEBTS]) + (" …" if len(step.debts) > _MOST_DEBTS else "")
        yield from wrapped(say("agenda-debts", debts=named), STEP)
    reasons = "; ".join(dict.fromkeys(f"{each.topic_label}: {each.title.rstrip('.')}" for each in step.because))
    if reasons:
        yield from wrapped(say("agenda-because", reasons=reasons), STEP)
    for detail in step.details:
        yield from wrapped(detail, STEP)
    if step.conditional:
        yield from wrapped(say("agenda-conditional"), STEP)
    for note in step.to_verify:
        yield from wrapped(say("screen-verify", note=note), STEP)
    yield from grounds_lines(step.grounds, say)


def when_told(step: TaskReport, say: Texts) -> str:
    """Return by when, or why there is no day, with the words of the law on it."""
    if step.due_on is not None:
        return say("agenda-due", day=say.day(step.due_on), why=step.due_label)
    if step.limit and step.due != "waits":
        return say("agenda-no-day-limit", why=step.due_label, limit="; ".join(step.limit))
    return say("agenda-no-day", why=step.due_label)


def set_aside_lines(set_aside: tuple[SetAsideReport, ...], say: Texts) -> Iterator[str]:
    """Yield what gave way, that of one rule together."""
    if set_aside:
        yield ""
        yield from titled(say("agenda-set-aside"))
    for why in dict.fromkeys(each.why for each in set_aside):
        named = [_named(each) for each in set_aside if each.why == why]
        yield from wrapped(say("agenda-gave-way", why=why, titles="; ".join(named)), f"{STEP}  ", f"{STEP}– ")


def _named(each: SetAsideReport) -> str:
    return f"{each.title} ({', '.join(each.debts)})" if each.debts else each.title

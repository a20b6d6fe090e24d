"""The plan and the questions in the short text: this week with details, later steps in a line, the same step once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.agenda_text import set_aside_lines, when_told
from dluhy.report.asking_text import asking_lines
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_words import STEP
from dluhy.report.lines import titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.agenda import TaskReport
    from dluhy.report.asking import QuestionReport
    from dluhy.report.screening import ScreeningReport
    from dluhy.report.texts import Texts

MOST_ASKED: Final = 7
"""How many questions the short text tells."""
_CHANGE: Final = "change"


def plan_lines(report: ScreeningReport, say: Texts) -> Iterator[str]:
    """Yield the steps: of this week each with its day, later ones in a line, one for the same step towards several."""
    steps = report.agenda.steps
    if not steps:
        return
    yield from heading(say("agenda-heading", count=len(steps)))
    later = [step for step in steps if not step.this_week and step.due != _CHANGE]
    if report.agenda.this_week:
        yield from wrapped(say("agenda-week"))
    for number, step in enumerate(report.agenda.this_week, start=1):
        yield from _now(number, step, say)
    if later:
        yield ""
        yield from wrapped(say("agenda-later"))
    for number, some in enumerate(_alike(later), start=len(report.agenda.this_week) + 1):
        yield from _later(number, some, say)
    if any(step.due == _CHANGE for step in steps):
        yield from wrapped(say("short-changes"))
    yield from set_aside_lines(report.agenda.set_aside, say)
    count = sum(len(plan.steps) for plan in report.creditor_plan)
    if count:
        whose = ", ".join(plan.whose or say("screen-no-creditor") for plan in report.creditor_plan)
        yield from wrapped(say("short-creditors", count=count, whose=whose))


def _to(step: TaskReport) -> str:
    """Return to whom a step goes; an executor by the number of the office is named as one."""
    name = step.addressee_name
    if name is not None and name.isdigit():
        return f"{step.addressee_label} {name}"
    return name or step.addressee_label


def _now(number: int, step: TaskReport, say: Texts) -> Iterator[str]:
    yield from titled(step.title, STEP, f"{number}. ")
    about = [say("short-plan-to", actor=step.actor_label, addressee=_to(step))]
    if step.debts:
        about.append(say("short-plan-debts", debts=", ".join(step.debts)))
    yield from wrapped(f"{'; '.join(about)}. {when_told(step, say)}", STEP)


def _alike(steps: Sequence[TaskReport]) -> list[list[TaskReport]]:
    """Return steps of the same words by the same people together, where the first of them stands."""
    same: dict[tuple[object, ...], list[TaskReport]] = {}
    for step in steps:
        same.setdefault((step.title, step.actor, step.addressee, step.due_on, step.due), []).append(step)
    return list(same.values())


def _later(number: int, some: Sequence[TaskReport], say: Texts) -> Iterator[str]:
    first = some[0]
    to = ", ".join(dict.fromkeys(map(_to, some)))
    debts = ", ".join(dict.fromkeys(debt for step in some for debt in step.debts))
    about = [say("short-plan-to", actor=first.actor_label, addressee=to)]
    about += [say("short-plan-debts", debts=debts)] if debts else []
    if first.due_on is not None:
        about.append(say("short-until", day=say.day(first.due_on)))
    elif first.due != "no_limit":
        about.append(first.due_label)
    yield from wrapped(say("short-plan-later", title=first.title, about="; ".join(about)), STEP, f"{number}. ")


def questions_lines(questions: Sequence[QuestionReport], say: Texts) -> Iterator[str]:
    """Yield the weightiest questions, each with the first effect of the answers that change something."""
    yield from asking_lines(questions, say, most=MOST_ASKED, brief=True)

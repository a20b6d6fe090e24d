"""The one list of steps, the questions with their answers and the client's sheet on paper, with boxes to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from dluhy.printing.blocks import Heading, Sheet, Table, Text, Typed
from dluhy.printing.paragraphs import Provisions, Setter
from dluhy.report.agenda_text import set_aside_lines, when_told
from dluhy.report.asking_text import asking_lines
from dluhy.report.client_page_text import client_page_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.printing.blocks import Block
    from dluhy.report.agenda import AgendaReport, TaskReport
    from dluhy.report.asking import QuestionReport
    from dluhy.report.client_page import ClientPageReport
    from dluhy.report.texts import Texts

_TICK: Final = "☐"
_DASH: Final = "–"


def agenda_blocks(agenda: AgendaReport, say: Texts, provisions: Provisions) -> Iterator[Block]:
    """Yield the steps in the order to take them, those of this week apart, then what gave way."""
    if not agenda.steps:
        return
    yield Heading(text=say("agenda-heading", count=len(agenda.steps)))
    numbered = list(enumerate(agenda.steps, start=1))
    for title, week in (("agenda-week", True), ("agenda-later", False)):
        some = [(number, step) for number, step in numbered if step.this_week is week]
        if some:
            yield Heading(text=say(title), level=2)
        for number, step in some:
            yield from _step(number, step, say, provisions)
    yield from Setter(provisions, level=1).set(set_aside_lines(agenda.set_aside, say))


def task_line(step: TaskReport, say: Texts) -> str:
    """Return a step in one line: what to do and by when."""
    due = "" if step.due_on is None else f" – {say('screen-due', day=say.day(step.due_on))}"
    return f"{step.title}{due}."


def asking_blocks(questions: Sequence[QuestionReport], say: Texts, provisions: Provisions) -> Iterator[Block]:
    """Yield the questions, the weightiest first, each with a box before every answer."""
    for block in Setter(provisions, level=1).set(asking_lines(questions, say)):
        ticked = isinstance(block, Text) and block.mark == _DASH
        yield msgspec.structs.replace(block, mark=_TICK) if ticked else block


def client_sheet(page: ClientPageReport, say: Texts) -> Sheet:
    """Return the client's page as a sheet of its own."""
    blocks = Setter(Provisions(), level=2).set(client_page_lines(page, say))
    told = [block for block in blocks if isinstance(block, Heading | Text | Table | Typed)]
    first = told[0]
    title = Heading(text=first.text) if isinstance(first, Text) else first
    return Sheet(blocks=(title, *told[1:]))


def _step(number: int, step: TaskReport, say: Texts, provisions: Provisions) -> Iterator[Text]:
    notes = tuple(provisions.number(cited) for cited in step.grounds.cited)
    yield Text(text="", lead=f"{number}. {step.title}", level=3, mark=_TICK, notes=notes)
    yield from (Text(text=told, level=3) for told in _told(step, say))


def _told(step: TaskReport, say: Texts) -> Iterator[str]:
    to = step.addressee_label if step.addressee_name is None else f"{step.addressee_label} ({step.addressee_name})"
    yield f"{say('agenda-who', actor=step.actor_label, addressee=to)} {when_told(step, say)}"
    if step.debts:
        yield say("agenda-debts", debts=", ".join(step.debts))
    yield from step.details
    yield from (say("screen-needs", needed=needed) for needed in step.needs)
    if step.cost:
        yield say("print-cost", cost="; ".join(step.cost))
    reasons = "; ".join(dict.fromkeys(f"{each.topic_label}: {each.title}" for each in step.because))
    if reasons:
        yield say("agenda-because", reasons=reasons)
    if step.conditional:
        yield say("agenda-conditional")
    yield from (say("screen-verify", note=note) for note in step.to_verify)

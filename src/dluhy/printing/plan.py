"""What creditors can do, on paper: steps with boxes to tick, who does what towards whom, by when, at whose cost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dluhy.printing.blocks import Heading, Text
from dluhy.printing.words import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.printing.blocks import Block
    from dluhy.printing.paragraphs import Provisions
    from dluhy.report.screening import Plan
    from dluhy.report.statements import Act
    from dluhy.report.texts import Texts

_TICK = "☐"


def creditors_blocks(plans: Sequence[Plan], say: Texts, provisions: Provisions) -> Iterator[Block]:
    """Yield what each creditor can do."""
    if plans:
        yield Heading(text=say("print-creditors"))
    for plan in plans:
        title = say("screen-creditor-plan", whose=plan.whose or say("screen-no-creditor"))
        yield Heading(text=title, level=2)
        yield from _steps(plan, say, provisions)


def _due(act: Act, say: Texts) -> str:
    """Return by when a step must be taken, empty where no day is known."""
    return "" if act.due_on is None else say("screen-due", day=say.day(date.fromisoformat(act.due_on)))


def _steps(plan: Plan, say: Texts, provisions: Provisions) -> Iterator[Text]:
    for number, act in enumerate(plan.steps, start=1):
        by = _due(act, say)
        lead = f"{number}. {act.title}" + (f" – {by}" if by else "")
        yield Text(text="", lead=lead, level=3, mark=_TICK, notes=numbers(act.provisions, provisions))
        for told in _told(act, say):
            yield Text(text=told, level=3)


def _told(act: Act, say: Texts) -> Iterator[str]:
    about = [*([", ".join(act.enforcements)] if act.enforcements else []), ", ".join(act.debts)]
    who = say("screen-who", actor=act.actor, addressee=act.addressee)
    yield f"{who}; {say('screen-about', debts='; '.join(about))}"
    if act.conditional:
        yield say("screen-conditional")
    yield from act.details
    yield from (say("screen-needs", needed=needed) for needed in act.needs)
    yield f"{say('screen-limit', limit=act.limit)}. {say('screen-cost', cost=act.cost, who=act.cost_borne_by)}"
    yield from (say("screen-replaces", step=other) for other in act.replaces)
    yield from (say("screen-verify", note=note) for note in act.to_verify)

"""What to ask next as plain text: the weightiest questions with what each answer would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_words import STEP
from dluhy.report.lines import titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.asking import AnswerReport, QuestionReport
    from dluhy.report.texts import Texts

MOST_TOLD: Final = 12
"""How many questions the text tells; the JSON has all of them."""

_MOST_QUIET: Final = 4


def asking_lines(questions: Sequence[QuestionReport], say: Texts) -> Iterator[str]:
    """Yield the questions, the weightiest first, each with the effect of its answers."""
    if not questions:
        return
    yield from heading(say("asking-heading"))
    for number, each in enumerate(questions[:MOST_TOLD], start=1):
        yield ""
        yield from titled(each.ask, STEP, f"{number}. ")
        about = [*each.people, *each.debts]
        if about:
            yield from wrapped(say("asking-about", about=", ".join(about)), STEP)
        yield from wrapped(say("asking-decides", what="; ".join(each.decides)), STEP)
        yield from _answers(each.answers, say)
    if len(questions) > MOST_TOLD:
        yield ""
        yield from wrapped(say("asking-more", count=len(questions) - MOST_TOLD))


def _answers(answers: Sequence[AnswerReport], say: Texts) -> Iterator[str]:
    """Yield what each answer changes, answers that change the same together; those that change nothing last."""
    same: dict[tuple[str, ...], list[str]] = {}
    for answer in answers:
        if answer.changes:
            same.setdefault(answer.effects, []).append(answer.answer)
    for effects, labels in same.items():
        told = say("asking-answer", answer=" / ".join(labels), effect="; ".join(effects))
        yield from wrapped(told, f"{STEP}  ", f"{STEP}– ")
    quiet = [answer.answer for answer in answers if not answer.changes]
    if quiet and same:
        named = " / ".join(quiet) if len(quiet) <= _MOST_QUIET else say("asking-others")
        told = say("asking-answer", answer=named, effect=say("asking-nothing"))
        yield from wrapped(told, f"{STEP}  ", f"{STEP}– ")

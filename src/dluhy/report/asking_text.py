"""What to ask next as plain text: the weightiest questions with what each answer would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_words import STEP
from dluhy.report.lines import titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.asking import AnswerReport, QuestionReport
    from dluhy.report.texts import Texts

MOST_TOLD: Final = 12
"""How many questions the text tells, the same asked of several debts being one; the JSON has all of them."""

_MOST_QUIET: Final = 4
_MOST_EFFECTS: Final = 2


def asking_lines(
    questions: Sequence[QuestionReport], say: Texts, *, most: int = MOST_TOLD, brief: bool = False
) -> Iterator[str]:
    """Yield at most so many questions, the weightiest first, each with the effect of its answers.

    `brief`: without what hangs on the question, and of each answer that changes something the first effect alone.
    """
    if not questions:
        return
    yield from heading(say("asking-heading"))
    joined = together(questions)
    for number, some in enumerate(joined[:most], start=1):
        yield from () if brief else ("",)
        yield from titled(some[0].ask, STEP, f"{number}. ")
        about = dict.fromkeys(name for each in some for name in (*each.people, *each.debts))
        if about:
            yield from wrapped(say("asking-about", about=", ".join(about)), STEP)
        if brief:
            yield from _briefly(_joined(some), say)
            continue
        decides = dict.fromkeys(what for each in some for what in each.decides)
        yield from wrapped(say("asking-decides", what="; ".join(decides)), STEP)
        yield from _answers(_joined(some), say)
    more = sum(len(some) for some in joined[most:])
    if more:
        yield ""
        yield from wrapped(say("asking-more", count=more))


def together(questions: Sequence[QuestionReport]) -> list[list[QuestionReport]]:
    """Return questions that are asked in the same words together, where the weightiest of them stands."""
    same: dict[tuple[str, ...], list[QuestionReport]] = {}
    for each in questions:
        same.setdefault((each.ask, *(answer.answer for answer in each.answers)), []).append(each)
    return list(same.values())


def _joined(some: Sequence[QuestionReport]) -> tuple[AnswerReport, ...]:
    """Return the answers of questions asked together: each changes what it changes for any of them."""
    columns = zip(*(each.answers for each in some), strict=True)
    return tuple(
        evolve(
            same[0],
            effects=tuple(dict.fromkeys(told for each in same if each.changes for told in each.effects)),
            changes=any(each.changes for each in same),
        )
        for same in columns
    )


def _briefly(answers: Sequence[AnswerReport], say: Texts) -> Iterator[str]:
    """Yield the first effect of each answer that changes something; answers of the same effect together."""
    same: dict[str, list[str]] = {}
    for answer in answers:
        if answer.changes:
            same.setdefault(answer.effects[0], []).append(answer.answer)
    for effect, labels in list(same.items())[:_MOST_EFFECTS]:
        yield from wrapped(say("asking-answer", answer=" / ".join(labels), effect=effect), f"{STEP}  ", f"{STEP}– ")


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

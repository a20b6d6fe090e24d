"""What stands after the suggestions in their text: what is undecided, what was set aside, the checklist, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_words import STEP, grounds_lines, listed
from dluhy.report.lines import titled
from dluhy.report.suggestions_words import counts_told, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.report.suggestions import (
        AskedReport,
        ChecklistReport,
        SetAsideReport,
        SuggestionReport,
        SuggestionsReport,
    )
    from dluhy.report.texts import Texts

_MOST_QUESTIONS: Final = 12
_MOST_ASKED: Final = 3


def more_lines(report: SuggestionsReport, say: Texts, *, full: bool) -> Iterator[str]:
    """Yield everything after the suggestions that hold."""
    if report.undecided:
        yield from heading(say("suggest-heading-undecided"))
        yield from listed(_undecided(item, say) for item in report.undecided)
    if report.set_aside:
        yield from heading(say("suggest-heading-set-aside"))
        yield from listed(_set_aside(each, say) for each in report.set_aside)
    if report.checklist:
        yield from heading(say("suggest-heading-checklist"))
        for each in report.checklist:
            yield from _checklist(each, say, full=full)
    if report.questions:
        yield from heading(say("suggest-heading-questions"))
        most = len(report.questions) if full else _MOST_QUESTIONS
        yield from listed(_question(each, say) for each in report.questions[:most])
        if len(report.questions) > most:
            yield from wrapped(say("suggest-questions-more", count=len(report.questions) - most), "  ")


def _undecided(item: SuggestionReport, say: Texts) -> str:
    counts, ask = counts_told(item.counts, say), " ".join(dict.fromkeys(item.ask[:_MOST_ASKED]))
    if not counts or item.level == "place":
        return say("suggest-undecided-alone", title=item.title, id=item.id, ask=ask)
    return say("suggest-undecided", title=item.title, id=item.id, counts=counts, ask=ask)


def _set_aside(each: SetAsideReport, say: Texts) -> str:
    counts = counts_told(each.counts, say)
    if each.by is None:
        return say("suggest-set-aside", title=each.title, id=each.id, counts=counts, why=each.why)
    return say("suggest-set-aside-by", title=each.title, id=each.id, counts=counts, why=each.why, by=named((each.by,)))


def _checklist(each: ChecklistReport, say: Texts, *, full: bool) -> Iterator[str]:
    if each.needed_for:
        told = say("suggest-checklist-needed", title=each.title, id=each.id, titles=named(each.needed_for))
    else:
        told = say("suggest-checklist", title=each.title, id=each.id, when=each.when)
    yield from titled(told, STEP, "□ ")
    if not full:
        return
    yield from listed((f"{step.title}. {step.detail}" for step in each.steps), STEP)
    yield from wrapped(say("suggest-effect", effect=each.effect), STEP)
    yield from grounds_lines(each.grounds, say)


def _question(each: AskedReport, say: Texts) -> str:
    counts, decides = counts_told(each.counts, say), named(each.decides)
    if not counts or each.origin == "place":
        return say("suggest-question-alone", ask=each.ask, decides=decides)
    return say("suggest-question", ask=each.ask, decides=decides, counts=counts)

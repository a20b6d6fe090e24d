"""The page for the client as plain text: at most one sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.client_page import ClientPageReport, ClientStep
    from dluhy.report.texts import Texts

_BLANK: Final = "_" * 30


def client_page_text(report: ClientPageReport) -> str:
    """Return the page in the language of the report, lines of at most 100 signs."""
    return "\n".join(client_page_lines(report, texts_of(report.language))) + "\n"


def client_page_lines(report: ClientPageReport, say: Texts) -> Iterator[str]:
    """Yield the page in the language of the report, its title first."""
    yield from wrapped(say("client-title", ref=report.ref, day=say.day(report.as_of)))
    yield ""
    for sentence in report.situation:
        yield from wrapped(sentence)
    yield from heading(say("client-do"))
    for number, step in enumerate(report.steps, start=1):
        yield from wrapped(_told(step, say), "   ", f"{number}. ")
    if not report.steps:
        yield from wrapped(say("client-nothing"))
    if report.more is not None:
        yield from wrapped(report.more)
    for key, items in (("client-bring", report.brings), ("client-avoid", report.avoids), ("client-help", report.helps)):
        yield from _section(say(key), items)
    yield ""
    yield from wrapped(say("client-next", blank=_BLANK))


def _section(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from heading(title)
    for item in items:
        yield from wrapped(item, "  ", "– ")


def _told(step: ClientStep, say: Texts) -> str:
    """Return the sentence with to whom it goes and until when."""
    parts = [step.sentence]
    if step.towards is not None:
        parts.append(say("client-towards", name=step.towards))
    if step.due_on is not None:
        parts.append(say("client-until", day=say.day(step.due_on)))
    return " ".join(parts)

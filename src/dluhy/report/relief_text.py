"""Debt relief of a case as plain text for the counsellor: what bars it, what it takes, what it would bring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.money import to_halere
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_words import STEP, grounds_lines, listed, noted
from dluhy.report.lines import titled
from dluhy.report.relief_text_course import course_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.report.relief import ConditionReport, EntryReport, ReliefReport, Remark
    from dluhy.report.relief_papers import PapersReport
    from dluhy.report.relief_pay import PayReport
    from dluhy.report.texts import Texts

MOST_TELLING: Final = 10
_MET, _UNKNOWN = "met", "unknown"


def relief_lines(reports: Sequence[ReliefReport], say: Texts) -> Iterator[str]:
    """Yield debt relief of every debtor of a case, lines of at most 100 signs; nothing where there is none."""
    if not reports:
        return
    yield from heading(say("relief-heading"))
    for report in reports:
        yield ""
        yield from titled(say("relief-person", people=", ".join(report.people) or say("relief-nobody")))
        yield from _of_one(report, say)


def _of_one(report: ReliefReport, say: Texts) -> Iterator[str]:
    if report.running:
        yield from wrapped(say("relief-running"), STEP)
        return
    if report.running is None:
        yield from wrapped(say("relief-running-unknown"), STEP)
    if report.entry is not None:
        yield from _entry(report.entry, say)
    if report.pay is not None:
        yield from _pay(report.pay, report.people, say)
    if report.course is not None:
        yield from course_lines(report.course, say)
    elif report.entry is not None:
        yield from _title("relief-course", say)
        yield from wrapped(say("relief-course-none"), STEP)
    yield from _reasons(report, say)
    if report.papers is not None:
        yield from _papers(report.papers, say)


def _title(key: str, say: Texts) -> Iterator[str]:
    yield ""
    yield from titled(say(key))


def _entry(entry: EntryReport, say: Texts) -> Iterator[str]:
    yield from wrapped(entry.said, STEP)
    yield from _bar(entry, say)
    for each in entry.conditions:
        if each.verdict not in {_MET, _UNKNOWN}:
            yield from _condition(each, say)
    if all(each.verdict in {_MET, _UNKNOWN} for each in entry.conditions):
        yield from grounds_lines(entry.grounds, say)
    met = [each.title for each in entry.conditions if each.verdict == _MET and not each.weighed]
    if met:
        yield from wrapped(say("relief-met", titles="; ".join(met)), STEP)
    for each in entry.conditions:
        if each.verdict == _MET and each.weighed:
            yield from wrapped(each.sentence, STEP)
    unknown = [each.title for each in entry.conditions if each.verdict == _UNKNOWN]
    if unknown:
        yield from wrapped(say("relief-not-known", titles="; ".join(unknown)), STEP)
    for key, remarks in (
        ("relief-weigh", entry.indications),
        ("relief-flag", entry.flags),
        ("relief-track", entry.tracks),
    ):
        yield from _remarks(key, remarks, say)
    yield from _questions(entry.questions, say)


def _bar(entry: EntryReport, say: Texts) -> Iterator[str]:
    """Yield until when earlier proceedings bar the petition."""
    if entry.barred_until is not None:
        yield from wrapped(say("relief-barred", day=say.day(entry.barred_until)), STEP)
        if entry.barred_past_known:
            yield from wrapped(say("relief-barred-past"), STEP)


def _condition(each: ConditionReport, say: Texts) -> Iterator[str]:
    key = "relief-condition-weighed" if each.weighed else "relief-condition"
    line = say(key, title=each.title, verdict=each.verdict_label, sentence=each.sentence)
    yield from wrapped(line, STEP, "• ")
    if each.opens_to is not None:
        yield from wrapped(say("relief-opens", day=say.day(each.opens_to)), STEP)
    yield from grounds_lines(each.grounds, say)


def _remarks(key: str, remarks: Iterable[Remark], say: Texts) -> Iterator[str]:
    for each in remarks:
        yield from wrapped(say(key, title=each.title, sentence=each.sentence), STEP, "• ")
        yield from grounds_lines(each.grounds, say)


def _questions(questions: Sequence[str], say: Texts) -> Iterator[str]:
    if questions:
        yield from wrapped(say("relief-ask"), STEP)
        yield from listed(questions[:MOST_TELLING], STEP)
    if len(questions) > MOST_TELLING:
        yield from wrapped(say("relief-ask-more", count=len(questions) - MOST_TELLING), STEP)


def _pay(pay: PayReport, people: Sequence[str], say: Texts) -> Iterator[str]:
    yield from _title("relief-pay", say)
    yield from wrapped(say("relief-least", sum=money(pay.least, say), months=pay.months), STEP)
    yield from listed((f"{part.label}: {money(part.amount, say)}" for part in pay.parts[:-1]), STEP)
    if pay.own is None:
        yield from wrapped(say("relief-own-unknown"), STEP)
    else:
        short = "relief-own-short-most" if pay.at_most else "relief-own-short"
        key = "relief-own-enough" if pay.reached else short
        yield from wrapped(say(key, sum=money(pay.own, say), short=money(pay.short or "0", say)), STEP)
    if pay.lowest_net is not None and to_halere(pay.lowest_net):
        key = "relief-lowest-first" if len(people) > 1 else "relief-lowest"
        yield from wrapped(say(key, sum=money(pay.lowest_net, say), person=people[0] if people else ""), STEP)
    yield from (line for note in pay.notes for line in wrapped(noted(note, say), STEP))
    yield from grounds_lines(pay.grounds, say)


def _reasons(report: ReliefReport, say: Texts) -> Iterator[str]:
    """Yield why something could not be told, what was taken for granted and which debts are not counted."""
    for key, items in (
        ("relief-why-not", report.why_not), ("relief-assumed", report.assumed),
        ("relief-left-out", report.left_out), ("relief-unsure", report.unsure),
    ):  # fmt: skip
        if items:
            yield from _title(key, say)
            yield from listed(items, STEP)


def _papers(papers: PapersReport, say: Texts) -> Iterator[str]:
    yield from _title("relief-papers", say)
    yield from wrapped(papers.who_may, STEP)
    yield from grounds_lines(papers.who_grounds, say)
    none = not to_halere(papers.fee_most)
    key = "relief-fee-none" if none else "relief-fee" if papers.fee_least == papers.fee_most else "relief-fee-tax"
    yield from wrapped(say(key, least=money(papers.fee_least, say), most=money(papers.fee_most, say)), STEP)
    yield from grounds_lines(papers.fee_grounds, say)
    if papers.court is None:
        yield from wrapped(say("relief-court-unknown"), STEP)
    else:
        names = papers.court.branches or (papers.court.court,)
        yield from wrapped(say("relief-court", court=", ".join(names)), STEP)
        if papers.court.verify:
            yield from wrapped(say("relief-court-verify"), STEP)
        yield from grounds_lines(papers.court.grounds, say)
    if papers.attachments:
        yield from wrapped(say("relief-attachments" if papers.held_told else "relief-attachments-untold"), STEP)
        yield from listed(
            (_attachment(each.label, each.ordered, each.status, say) for each in papers.attachments), STEP
        )


def _attachment(label: str, ordered: bool, status: str, say: Texts) -> str:  # noqa: FBT001 - a fact of the attachment
    if status != "missing":
        return say("relief-attachment-maybe", label=label)
    return label if ordered else say("relief-attachment-practice", label=label)


def money(decimal: str, say: Texts) -> str:
    """Return a decimal string as people read it."""
    return say.money(to_halere(decimal))

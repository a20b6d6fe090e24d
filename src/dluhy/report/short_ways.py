"""Debt relief and ways out of debt in the short text: what bars it, what it takes and brings, what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.money import to_halere
from dluhy.report.deduction_steps import crowns
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_words import STEP, listed
from dluhy.report.relief_text_course import figures_told
from dluhy.report.short_first import people_told
from dluhy.report.strategies_text import rival_told, side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.report.relief import EntryReport, ReliefReport
    from dluhy.report.relief_papers import PapersReport
    from dluhy.report.relief_pay import PayReport
    from dluhy.report.strategies import StrategiesReport
    from dluhy.report.strategies_advice import AdviceReport
    from dluhy.report.texts import Texts

_SETTLED: Final = frozenset({"met", "unknown"})


def relief_lines(reports: Sequence[ReliefReport], say: Texts) -> Iterator[str]:
    """Yield debt relief of every debtor: what bars it, the least payment, what it would bring, the court, papers."""
    if not reports:
        return
    yield from heading(say("relief-heading"))
    for report in reports:
        yield from wrapped(say("relief-person", people=people_told(report.people, say)))
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
        yield from _pay(report.pay, say)
    if report.course is not None:
        yield from listed(figures_told(report.course, say), STEP)
    else:
        yield from listed(report.why_not, STEP)
    if report.papers is not None:
        yield from _papers(report.papers, say)


def _entry(entry: EntryReport, say: Texts) -> Iterator[str]:
    yield from wrapped(entry.said, STEP)
    if entry.barred_until is not None:
        yield from wrapped(say("relief-barred", day=say.day(entry.barred_until)), STEP)
    failing = [each for each in entry.conditions if each.verdict not in _SETTLED]
    yield from listed((say("short-relief-fails", title=e.title, verdict=e.verdict_label) for e in failing), STEP)
    open_ = [each.title for each in entry.conditions if each.verdict == "unknown"]
    if open_:
        yield from wrapped(say("relief-not-known", titles="; ".join(open_)), STEP)
    for key, remarks in (
        ("relief-weigh", entry.indications),
        ("relief-flag", entry.flags),
        ("relief-track", entry.tracks),
    ):
        for each in remarks:
            yield from wrapped(say(key, title=each.title, sentence=each.sentence), STEP, "• ")


def _pay(pay: PayReport, say: Texts) -> Iterator[str]:
    least = say("relief-least", sum=crowns(pay.least, say), months=pay.months).rstrip(":.")
    if pay.own is None:
        own = say("relief-own-unknown")
    else:
        key = "relief-own-enough" if pay.reached else "relief-own-short"
        own = say(key, sum=crowns(pay.own, say), short=crowns(pay.short or "0", say))
    yield from wrapped(f"{least}. {own}", STEP)
    if pay.lowest_net is not None and to_halere(pay.lowest_net) and not pay.reached:
        yield from wrapped(say("relief-lowest", sum=crowns(pay.lowest_net, say)), STEP)


def _papers(papers: PapersReport, say: Texts) -> Iterator[str]:
    if papers.court is None:
        yield from wrapped(say("relief-court-unknown"), STEP)
    else:
        names = papers.court.branches or (papers.court.court,)
        yield from wrapped(say("relief-court", court=", ".join(names)), STEP)


def ways_lines(reports: Sequence[StrategiesReport], say: Texts) -> Iterator[str]:
    """Yield what comes out of comparing the ways of every debtor, the ways side by side, what would change it."""
    if not reports:
        return
    yield from heading(say("strategies-heading"))
    for report in reports:
        yield from wrapped(say("relief-person", people=people_told(report.people, say)))
        yield from listed(report.why_not, STEP)
        if report.running is not None:
            yield from wrapped(report.running.not_computed, STEP)
        if report.advice is not None:
            yield from _advice(report.advice, say)
        yield from side_by_side(report, say)
        if report.assumed:
            yield from wrapped(say("short-assumed", count=len(report.assumed)), STEP)


def _advice(advice: AdviceReport, say: Texts) -> Iterator[str]:
    yield from wrapped(advice.said, STEP)
    rivals = [rival_told(each.sentence, each.overturned_by, say) for each in advice.rivals]
    for key, told in (("strategies-others", rivals), ("strategies-overturned", advice.overturns)):
        yield from _list(key, told, say)


def _list(key: str, items: Iterable[str], say: Texts) -> Iterator[str]:
    told = list(items)
    if told:
        yield from wrapped(say(key), STEP)
        yield from listed(told, STEP)

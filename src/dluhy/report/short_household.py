"""The household in the short text: the month in sums, what presses, the order of debts, benefits, days of change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_support import ENTITLED, NOT
from dluhy.report.household_text import month_lines
from dluhy.report.household_text_next import obligation_told, offers_told, when_changes
from dluhy.report.household_words import STEP, sum_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.household import HouseholdReport
    from dluhy.report.household_first import FirstReport, IndicatorReport, OffersReport
    from dluhy.report.household_support import BenefitReport
    from dluhy.report.texts import Texts

_ALARM: Final = 3


def household_lines(report: HouseholdReport, say: Texts) -> Iterator[str]:
    """Yield the household in short."""
    yield from heading(say("short-house-heading"))
    yield from month_lines(report.money, say)
    minimum = report.minimum.amount
    if minimum.least is not None:
        yield from wrapped(say("house-minimum", sum=sum_of(minimum, say)))
    yield from _indicators(report.indicators, say)
    for person in report.uninsured:
        yield from wrapped(person.text, STEP, "! ")
    yield from _first(report.first or (), say)
    if report.offers is not None:
        yield from _offers(report.offers, say)
    yield from _benefits(report.benefits, say)
    for change in report.upcoming:
        who = "" if change.person is None else f"{change.person}: "
        told = say("short-change", day=when_changes(change, say), text=f"{who}{change.text}")
        yield from wrapped(told, "  ", "– ")


def _indicators(indicators: Sequence[IndicatorReport], say: Texts) -> Iterator[str]:
    """Yield alarms and other indicators that hold by their titles, and how many cannot be told."""
    holding = [each for each in indicators if each.holds]
    loud = [each.name for each in holding if each.level >= _ALARM]
    quiet = [each.name for each in holding if each.level < _ALARM]
    for key, names in (("short-alarms", loud), ("short-signs", quiet)):
        if names:
            yield from wrapped(say(key, titles="; ".join(names)))
    unknown = sum(each.holds is None for each in indicators)
    if unknown:
        yield from wrapped(say("short-unknown-signs", count=unknown))


def _first(groups: Sequence[FirstReport], say: Texts) -> Iterator[str]:
    if any(each.certain for group in groups for each in group.obligations):
        yield from wrapped(say("short-first"))
    certain = {group: [each for each in group.obligations if each.certain] for group in groups}
    for number, (group, some) in enumerate(((group, some) for group, some in certain.items() if some), start=1):
        these = "; ".join(obligation_told(each, say) for each in some)
        yield from wrapped(f"{group.title}: {these}", STEP, f"{number}. ")
    unsure = [obligation_told(each, say) for group in groups for each in group.obligations if not each.certain]
    if unsure:
        yield from wrapped(say("short-first-unsure", these="; ".join(unsure)))


def _offers(offers: OffersReport, say: Texts) -> Iterator[str]:
    if offers.lines or offers.notes:
        yield from wrapped(offers_told(offers, say))


def _benefits(benefits: Sequence[BenefitReport], say: Texts) -> Iterator[str]:
    """Yield benefits that seem due, and in one line those that cannot be told."""
    for each in benefits:
        if each.seems == ENTITLED:
            key = "short-benefit-plain" if each.amount is None else "short-benefit"
            told = "" if each.amount is None else sum_of(each.amount, say)
            yield from wrapped(say(key, label=each.label, seems=each.seems_label, sum=told))
    labels = [each.label for each in benefits if each.seems not in {ENTITLED, NOT}]
    if labels:
        yield from wrapped(say("short-benefits-open", labels=", ".join(labels)))

"""Ways out of debt as plain text for the counsellor: a table side by side, each way by itself, what comes out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.deduction_steps import capital, crowns, month_name
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_words import STEP, grounds_lines, listed, noted
from dluhy.report.text_tables import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.report.household_teller import Note
    from dluhy.report.strategies import StrategiesReport, StrategyReport
    from dluhy.report.strategies_advice import AdviceReport
    from dluhy.report.strategies_running import RunningReport
    from dluhy.report.texts import Texts

_LABEL: Final = 33
_COLUMNS: Final = ("way", "monthly", "end", "total", "left")
_MONTHS_ASSUMED: Final = "months_assumed"
_COMPUTED, _CANNOT = "computed", "cannot_say"


def strategies_lines(reports: Sequence[StrategiesReport], say: Texts) -> Iterator[str]:
    """Yield the ways out of every debtor of a case, lines of at most 100 signs; nothing where there is none."""
    if not reports:
        return
    yield from heading(say("strategies-heading"))
    for report in reports:
        yield ""
        yield from wrapped(say("relief-person", people=", ".join(report.people) or say("relief-nobody")))
        yield from _of_one(report, say)


def _of_one(report: StrategiesReport, say: Texts) -> Iterator[str]:
    if report.running is not None:
        yield from _running(report.running, say)
        return
    if report.why_not:
        yield from _list("strategies-why-not", report.why_not, say)
    if report.from_month is None:
        return
    if report.advice is not None:
        yield from _advice(report.advice, say)
    yield from side_by_side(report, say)
    common = shared_notes(report.strategies)
    yield from _list("strategies-common", (noted(note, say) for note in common), say)
    for each in report.strategies:
        yield from _way(each, common, say)
    yield from _list("strategies-notes", _notes(report.strategies, say), say)
    yield from _list("strategies-assumptions", report.assumed, say)


def _title(key: str, say: Texts) -> Iterator[str]:
    yield ""
    yield from wrapped(say(key))


def _list(key: str, items: Iterable[str], say: Texts) -> Iterator[str]:
    told = tuple(items)
    if told:
        yield from _title(key, say)
        yield from listed(told, STEP)


def side_by_side(report: StrategiesReport, say: Texts) -> Iterator[str]:
    """Yield the computed ways as a table: paid now, the end, paid in all, the least that is left to live on."""
    computed = [each for each in report.strategies if each.status == _COMPUTED]
    if not computed or report.from_month is None:
        return
    yield ""
    month = month_name(report.from_month, say.language)
    owed = say("flow-unknown") if report.owed is None else crowns(report.owed, say)
    yield from wrapped(say("strategies-side", month=month, owed=owed), STEP)
    heads = [say(f"strategies-column-{name}") for name in _COLUMNS]
    yield from table_lines([heads, *(_row(each, say) for each in computed)], STEP, _LABEL)
    if report.minimum is not None:
        yield from wrapped(say("strategies-minimum", sum=crowns(report.minimum, say)), STEP)


def _row(each: StrategyReport, say: Texts) -> list[str]:
    end = say("strategies-never") if each.months is None else say("strategies-months", months=each.months)
    left = each.least_left or "0"
    return [
        each.label, crowns(each.monthly_now or "0", say), end, crowns(each.total_paid or "0", say), signed(left, say),
    ]  # fmt: skip


def signed(decimal: str, say: Texts) -> str:
    """Return a sum that may be below zero as people read it."""
    return f"−{crowns(decimal, say)}" if decimal.startswith("-") else crowns(decimal, say)


def _way(each: StrategyReport, common: Sequence[Note], say: Texts) -> Iterator[str]:
    yield ""
    if each.status != _COMPUTED:
        why = each.why_not or each.status_label
        yield from wrapped(say("strategies-not", label=capital(each.label), why=why))
        if each.status == _CANNOT:
            yield from listed(each.asks, STEP)
        return
    yield from wrapped(say("strategies-way", label=capital(each.label), told=_told(each, say)))
    if each.below_minimum:
        yield from wrapped(say("strategies-below", months=each.below_minimum), STEP, "! ")
    for key, notes in (("risks", each.risks), ("conditions", each.conditions)):
        own = [note for note in notes if note not in common]
        if own:
            yield from wrapped(say(f"strategies-{key}"), STEP)
            yield from listed((noted(note, say) for note in own), STEP)
    yield from wrapped(say("strategies-first-step", step=each.first_step), STEP)
    if each.remark is not None:
        yield from wrapped(say("house-remark", remark=each.remark), STEP)


def _told(each: StrategyReport, say: Texts) -> str:
    if each.months is None or each.freed_on is None:
        return say("strategies-no-end", why=each.why_never or "")
    month = month_name(each.freed_on, say.language)
    if each.plan_ends is not None and each.plan_ends != each.freed_on:
        plan, stays = month_name(each.plan_ends, say.language), crowns(each.stays, say)
        return say("strategies-end-survivors", months=each.months, month=month, plan=plan, stays=stays)
    return say("strategies-end-relief" if each.relieves else "strategies-end", months=each.months, month=month)


def shared_notes(ways: Iterable[StrategyReport]) -> tuple[Note, ...]:
    """Return the risks and conditions that all computed ways share; none where there is only one."""
    computed = [(*each.risks, *each.conditions) for each in ways if each.status == _COMPUTED]
    if len(computed) <= 1:
        return ()
    return tuple(note for note in computed[0] if all(note in notes for notes in computed))


def _notes(ways: Iterable[StrategyReport], say: Texts) -> Iterator[str]:
    """Yield how the ways were counted, each note once; of the months whose law is not known the longest run."""
    seen: set[str] = set()
    for note in (note for each in ways for note in each.notes):
        key = note.code if note.code == _MONTHS_ASSUMED else note.text
        if key not in seen:
            seen.add(key)
            yield noted(note, say)


def _advice(advice: AdviceReport, say: Texts) -> Iterator[str]:
    yield from _title("strategies-advice-title", say)
    yield from wrapped(advice.said, STEP)
    if advice.remark is not None:
        yield from wrapped(say("house-remark", remark=advice.remark), STEP)
    yield from listed(advice.reasons, STEP)
    for key, items in (
        ("strategies-others", [rival_told(each.sentence, each.overturned_by, say) for each in advice.rivals]),
        ("strategies-overturned", advice.overturns),
        ("strategies-asks", advice.asks),
    ):
        if items:
            yield from wrapped(say(key), STEP)
            yield from listed(items, STEP)
    if advice.holds and advice.strategy is not None:
        yield from wrapped(say("strategies-holds", changes="; ".join(advice.holds)), STEP)


def rival_told(sentence: str, change: str | None, say: Texts) -> str:
    """Return why a way does not come first, and what would bring it there."""
    return sentence if change is None else say("strategies-rival-if", sentence=sentence, change=change)


def _running(running: RunningReport, say: Texts) -> Iterator[str]:
    since = running.began_from if running.began_from == running.began_to else None
    key = "strategies-running" if since is None else "strategies-running-since"
    yield from wrapped(say(key, day="" if since is None else say.day(since)), STEP)
    if running.regimes:
        yield from wrapped(say("strategies-running-regime", regimes="; ".join(running.regimes)), STEP)
    yield from _length(running, say)
    yield from listed(running.why_not, STEP)
    if running.duties:
        yield from wrapped(say("strategies-duties"), STEP)
    for duty in running.duties:
        yield from wrapped(duty.text, f"{STEP}  ", f"{STEP}– ")
        yield from grounds_lines(duty.grounds, say)
    yield from wrapped(running.not_computed, STEP)


def _length(running: RunningReport, say: Texts) -> Iterator[str]:
    """Yield how long the plan is and when its last instalment should come."""
    if running.plan_months is not None:
        key = "strategies-running-plan" if running.long_months is None else "strategies-running-plan-long"
        yield from wrapped(say(key, months=running.plan_months, long=running.long_months or 0), STEP)
    if running.last_from is None:
        yield from wrapped(say("strategies-running-no-day"), STEP)
        return
    first = month_name(running.last_from, say.language)
    if running.last_to == running.last_from:
        told = say("strategies-running-last", month=first, left=running.left_from or 0)
    elif running.last_to is not None:
        last = month_name(running.last_to, say.language)
        told = say("strategies-running-between", first=first, last=last)
    else:
        told = say("strategies-running-earliest", month=first, left=running.left_from or 0)
    yield from wrapped(told, STEP)

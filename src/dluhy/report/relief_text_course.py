"""What debt relief would bring, as text: instalments, satisfaction, goals, debts that stay, and a table of what-ifs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.money import to_halere
from dluhy.report.deduction_steps import month_name
from dluhy.report.deduction_text import wrapped
from dluhy.report.household_words import STEP, grounds_lines, listed, noted
from dluhy.report.lines import titled
from dluhy.report.text_tables import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.relief_course import CourseReport, TargetReport, VariantReport
    from dluhy.report.texts import Texts

_NBSP: Final = "\u00a0"
_LABEL: Final = 56
"""The widest label in the table; longer ones take several lines."""


def course_lines(course: CourseReport, say: Texts) -> Iterator[str]:
    """Yield the course of debt relief, its goals, the debts that stay and what would come of it otherwise."""
    yield ""
    yield from titled(say("relief-course"))
    if course.assumed and course.last_known is not None:
        months, day = course.assumed_months, say.day(course.last_known)
        yield from wrapped(say("relief-assumption", months=months, day=day), STEP, "! ")
    yield from listed(figures_told(course, say), STEP)
    yield from grounds_lines(course.grounds, say)
    for target in course.targets:
        yield from wrapped(_target(target, say), STEP)
    yield from _surviving(course, say)
    yield from listed((noted(note, say) for note in course.notes), STEP)
    yield from _variants(course.variants, say)


def figures_told(course: CourseReport, say: Texts) -> Iterator[str]:
    """Yield what debt relief would bring, a figure in each sentence."""
    key = "relief-left" if course.left_complete else "relief-left-least"
    yield say("relief-regime", regime=course.regime)
    yield say("relief-length", months=course.ended_after, end=month_name(course.end_month, say.language))
    yield say("relief-first", sum=_money(course.first, say))
    yield say(key, sum=_money(course.left_first, say))
    yield say("relief-percent", percent=percent_of(course.percent, say), sum=_money(course.creditors, say))
    yield say("relief-paid", sum=_money(course.paid, say), trustee=_money(course.trustee, say))
    if to_halere(course.maintenance):
        yield say("relief-maintenance", sum=_money(course.maintenance, say))


def _target(target: TargetReport, say: Texts) -> str:
    key = "relief-target-never" if target.plan_month is None else "relief-target"
    told = say(key, label=target.label, percent=percent_of(target.percent, say), month=target.plan_month or 0)
    return say("relief-marked", text=told.removesuffix(".")) if target.assumed else told


def _surviving(course: CourseReport, say: Texts) -> Iterator[str]:
    if not course.surviving:
        yield from wrapped(say("relief-survive-none"), STEP)
    for each in course.surviving:
        key = "relief-survives" if each.survives == "yes" else "relief-survives-unclear"
        yield from wrapped(say(key, id=each.id, kind=each.kind_label, sum=_money(each.rest, say)), STEP)
        yield from grounds_lines(each.grounds, say)


def _variants(variants: Sequence[VariantReport], say: Texts) -> Iterator[str]:
    """Yield a small table: what is otherwise, satisfaction, what creditors get, what is left in the first month."""
    if not variants:
        return
    yield ""
    yield from wrapped(say("relief-variants"), STEP)
    heads = [say(f"relief-column-{name}") for name in ("change", "percent", "left")]
    rows = [heads, *([each.label, _shown(each, say), _money(each.left_first, say)] for each in variants)]
    yield from table_lines(rows, STEP, _LABEL)


def _shown(each: VariantReport, say: Texts) -> str:
    return percent_of(each.percent, say)


def percent_of(decimal: str, say: Texts) -> str:
    """Return per cent as people read them."""
    told = decimal.replace(".", ",") if say.language == "cs" else decimal
    return f"{told}{_NBSP}%"


def _money(decimal: str, say: Texts) -> str:
    return say.money(to_halere(decimal))

"""Deductions and the months of debt relief on paper: short tables, and the reckoning step by step in an annex."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dluhy.printing.blocks import Heading, Table, Text
from dluhy.printing.paragraphs import Setter
from dluhy.printing.words import money
from dluhy.report.deduction_steps import month_name
from dluhy.report.deduction_text import inside_lines, provisions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.printing.blocks import Block
    from dluhy.printing.paragraphs import Provisions
    from dluhy.report.deduction import DeductionReport
    from dluhy.report.relief import ReliefReport
    from dluhy.report.relief_course import CourseMonth, CourseReport
    from dluhy.report.screening import IncomeReport
    from dluhy.report.texts import Texts


def deductions_blocks(incomes: Sequence[IncomeReport], say: Texts) -> Iterator[Block]:
    """Yield what is deducted from each income in one table, then why some cannot be computed."""
    if not incomes:
        return
    yield Heading(text=say("screen-deductions"))
    known = [(each, each.deduction) for each in incomes if each.deduction is not None]
    if known:
        names = ("person", "month", "payers", "net", "deducted", "left")
        yield Table(
            columns=("1fr", "1fr", "1.5fr", "auto", "auto", "auto"),
            head=tuple(say(f"print-deductions-{name}") for name in names),
            rows=tuple(_row(income, deduction, say) for income, deduction in known),
            right=(3, 4, 5),
        )
        yield Text(text=say("print-deductions-annex"), small=True)
    for each in incomes:
        if each.deduction is None:
            why = say("screen-deduction-not", why="; ".join(each.why_not))
            yield Text(text=why, lead=f"{_person(each, say)}, {_month(each.month, say)}.")


def deductions_annex(incomes: Sequence[IncomeReport], say: Texts, cited: Provisions) -> Iterator[Block]:
    """Yield each deduction step by step, then the provisions of each set of amounts."""
    known = [(each, each.deduction) for each in incomes if each.deduction is not None]
    if not known:
        return
    yield Heading(text=say("print-deductions-steps"))
    told: dict[str, DeductionReport] = {}
    for income, deduction in known:
        yield Heading(text=f"{_person(income, say)}, {_month(income.month, say)}", level=2)
        yield from Setter(cited, level=3).set(inside_lines(deduction, say))
        told.setdefault(deduction.amounts, deduction)
    for deduction in told.values():
        yield from Setter(cited).set(provisions(deduction, say))


def relief_annex(reports: Sequence[ReliefReport], say: Texts) -> Iterator[Block]:
    """Yield debt relief month by month, one table for each debtor."""
    courses = [(each, each.course) for each in reports if each.course is not None]
    if courses:
        yield Heading(text=say("print-months"))
    for report, course in courses:
        yield Heading(text=", ".join(report.people) or say("relief-nobody"), level=2)
        yield Text(text=say("print-months-assumed" if course.assumed else "print-months-known"), small=True)
        yield _months(course, say)


def _row(income: IncomeReport, found: DeductionReport, say: Texts) -> tuple[str, ...]:
    payers = ", ".join(income.payers) or say("screen-deduction-payer-unknown")
    sums = (money(each, say) for each in (found.net, found.deducted, found.left))
    return (_person(income, say), _month(income.month, say), payers, *sums)


def _person(income: IncomeReport, say: Texts) -> str:
    return income.person or say("screen-deduction-person-unknown")


def _month(month: str | None, say: Texts) -> str:
    if month is None:
        return say("screen-deduction-month-unknown")
    return month_name(date.fromisoformat(f"{month}-01"), say.language)


_SUMS = ("income", "paid", "trustee", "maintenance", "creditors", "creditors_sum", "left")


def _months(course: CourseReport, say: Texts) -> Table:
    names = ("number", "month", *(name.replace("_", "-") for name in _SUMS))
    return Table(
        columns=("0.7fr", "1.5fr", *("1fr",) * len(_SUMS)),
        head=tuple(say(f"print-months-{name}") for name in names),
        rows=tuple(_of_month(each, say) for each in course.months),
        right=(0, *range(2, 2 + len(_SUMS))),
        small=True,
    )


def _of_month(found: CourseMonth, say: Texts) -> tuple[str, ...]:
    number = "–" if found.plan_month is None else f"{found.plan_month}."
    sums = (_bare(getattr(found, name), say) for name in _SUMS)
    return (number, f"{_month(found.month, say)}{' *' if found.assumed else ''}", *sums)


def _bare(decimal: str, say: Texts) -> str:
    """Return a sum without the name of the currency, which stands above the table."""
    return money(decimal, say).replace("\u00a0Kč", "").replace("CZK\u00a0", "")

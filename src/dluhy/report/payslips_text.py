"""A check of payslips as plain text: the sums, a table month by month, the causes, how to get the money back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.deductions.causes import QUESTION
from dluhy.deductions.payslips import MERE_ROUNDING, OPEN, RIGHT, TOO_LITTLE, TOO_MUCH, UNCHECKED
from dluhy.money import to_halere
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.lines import WIDTH
from dluhy.report.texts import NBSP
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.report.payslips import CauseReport, ExpectedReport, MonthReport, PayslipReport
    from dluhy.report.statements import Act, Provision
    from dluhy.report.texts import Texts

_STEP: Final = "   "
_COLUMNS: Final = ("paid", "period", "net", "deducted", "expected", "difference", "verdict")
_LEFT: Final = frozenset({0, len(_COLUMNS) - 1})
_NONE: Final = "—"
_WRONG: Final = frozenset({TOO_MUCH, TOO_LITTLE, OPEN})


def payslip_text(report: PayslipReport) -> str:
    """Return a check of payslips as text in the language of the report, lines of at most 100 signs."""
    return "\n".join(_lines(report, texts_of(report.language))) + "\n"


def _lines(report: PayslipReport, say: Texts) -> Iterator[str]:
    key = "payslip-title" if report.ref is None else "payslip-title-ref"
    yield from wrapped(say(key, ref=report.ref or ""))
    yield ""
    yield from _in_short(report, say)
    yield from heading(say("payslip-heading-table"))
    yield from _table(report.months, say)
    yield from wrapped(say("payslip-table-note"))
    yield from _causes(report.months, say)
    yield from _how(report.months, say)
    yield from _unchecked(report.months, say)
    if report.flags:
        yield from heading(say("payslip-heading-flags"))
    for flag in report.flags:
        text = say("payslip-flag-verify", text=flag.text) if flag.verify else flag.text
        yield from wrapped(text, "  ", "– ")
    yield from _plan(report.plan, say)
    if report.receipt is not None:
        pack = f"{report.receipt.pack} {report.receipt.pack_version}"
        yield ""
        yield from wrapped(say("payslip-receipt", pack=pack, hash=report.receipt.pack_hash[:12]))


def _in_short(report: PayslipReport, say: Texts) -> Iterator[str]:
    checked = [month for month in report.months if month.verdict != UNCHECKED]
    labels = {month.verdict: month.verdict_label for month in checked}
    counted = [(labels[code], count) for code, count in report.totals.months.items() if code in labels]
    told = ", ".join(say("payslip-verdicts", label=label, count=count) for label, count in counted)
    yield from wrapped(say("payslip-count", count=len(checked), told=told) if checked else say("payslip-count-none"))
    if len(checked) < len(report.months):
        yield from wrapped(say("payslip-unchecked", count=len(report.months) - len(checked)))
    sums = [_sum(name, getattr(report.totals, name.replace("-", "_")), say) for name in _SUMS]
    for sentence in filter(None, sums):
        yield from wrapped(sentence)
    if checked and not any(sums):
        yield from wrapped(say("payslip-no-difference"))
    totals = report.totals
    if totals.oldest_on is not None and totals.limitation_on is not None:
        days = {"oldest": say.day(totals.oldest_on), "day": say.day(totals.limitation_on)}
        yield from wrapped(say("payslip-limitation", **days))


_SUMS: Final = ("too-much", "too-little", "open-much", "open-little")


def _sum(name: str, amount: str, say: Texts) -> str | None:
    halere = to_halere(amount)
    return say(f"payslip-{name}", sum=say.money(halere)) if halere else None


def _table(months: Sequence[MonthReport], say: Texts) -> Iterator[str]:
    rows = [[say(f"payslip-column-{name}") for name in _COLUMNS], *(_row(month, say) for month in months)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_COLUMNS))]
    for number, row in enumerate(rows):
        cells = [
            cell.ljust(width) if place in _LEFT else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
        if not number:
            yield "─" * min(sum(widths) + 2 * (len(widths) - 1), WIDTH)


def _row(month: MonthReport, say: Texts) -> list[str]:
    return [
        _NONE if month.paid_on is None else say.day(month.paid_on),
        _NONE if month.wage_period is None else _period(month.wage_period),
        *(_NONE if each is None else _plain(each, say) for each in (month.net, month.deducted, month.expected)),
        _NONE if month.difference is None else _signed(month.difference, say),
        month.verdict_label,
    ]


def _period(month: str) -> str:
    year, _, number = month.partition("-")
    return f"{int(number)}/{year}"


def _plain(amount: str, say: Texts) -> str:
    """Return a sum without its currency, for a column that names it."""
    return say.money(to_halere(amount)).replace(f"{NBSP}Kč", "").replace(f"CZK{NBSP}", "")


def _signed(amount: str, say: Texts) -> str:
    return ("+" if to_halere(amount) > 0 else "") + _plain(amount, say)


def _causes(months: Sequence[MonthReport], say: Texts) -> Iterator[str]:
    """Yield what explains the differences, each cause once with the months that it fits, then what must be asked."""
    wrong = [month for month in months if month.verdict not in {RIGHT, UNCHECKED}]
    if not wrong:
        return
    yield from heading(say("payslip-heading-causes"))
    computed = _grouped((month, cause) for month in wrong for cause in month.causes if cause.kind != QUESTION)
    for cause, of_months in computed:
        key = "payslip-cause" if cause.exact else "payslip-cause-near"
        yield from wrapped(say(key, cause=_capital(cause.label), months=_days(of_months, say, cause)), "  ", "– ")
        yield from wrapped(say("payslip-cause-provisions", provisions=_cited(cause.provisions)), _STEP * 2)
        if cause.verify:
            yield from wrapped(say("payslip-cause-verify"), _STEP * 2)
    unexplained = [m for m in wrong if not any(cause.exact for cause in m.causes) and m.verdict != MERE_ROUNDING]
    if unexplained:
        yield from wrapped(say("payslip-unexplained", months=_days(unexplained, say)), "  ", "– ")
    asked = _grouped((month, cause) for month in wrong for cause in month.causes if cause.kind == QUESTION)
    if asked:
        yield from wrapped(say("payslip-questions"))
    for cause, of_months in asked:
        told = say("payslip-question", question=cause.label, months=_days(of_months, say))
        yield from wrapped(told, "  ", "– ")


def _grouped(pairs: Iterable[tuple[MonthReport, CauseReport]]) -> list[tuple[CauseReport, list[MonthReport]]]:
    found: dict[tuple[str, bool], tuple[CauseReport, list[MonthReport]]] = {}
    for month, cause in pairs:
        found.setdefault((cause.label, cause.exact), (cause, []))[1].append(month)
    return list(found.values())


def _days(months: Iterable[MonthReport], say: Texts, cause: CauseReport | None = None) -> str:
    told = []
    for month in months:
        day = _NONE if month.paid_on is None else say.day(month.paid_on)
        of_month = next((each for each in month.causes if cause is not None and each.label == cause.label), None)
        amount = None if of_month is None else of_month.amount
        shown = None if amount is None else say.money(to_halere(amount))
        told.append(day if shown is None else say("payslip-cause-month", day=day, sum=shown))
    return ", ".join(told)


def _how(months: Iterable[MonthReport], say: Texts) -> Iterator[str]:
    """Yield how each expected deduction comes about, months with the same figures together."""
    days: dict[str, list[str]] = {}
    for month in months:
        if month.verdict in _WRONG and month.paid_on is not None and month.deduction is not None:
            days.setdefault(_figures(month.deduction, say), []).append(say.day(month.paid_on))
    if days:
        yield from heading(say("payslip-heading-how"))
    for told, of_months in days.items():
        yield from wrapped(say("payslip-how", days=", ".join(of_months), told=told), "  ", "– ")


def _figures(expected: ExpectedReport, say: Texts) -> str:
    names = ("base", "remainder", "third", "unlimited", "capacity", "deducted")
    sums = {name: say.money(to_halere(getattr(expected, name))) for name in names}
    if not expected.amounts:
        return say("payslip-how-part" if to_halere(expected.capacity) else "payslip-how-none", **sums)
    return say("payslip-how-wage", persons=expected.persons, thirds=expected.thirds, **sums)


def _unchecked(months: Iterable[MonthReport], say: Texts) -> Iterator[str]:
    missed = [month for month in months if month.why_not_checked]
    if missed:
        yield from heading(say("payslip-heading-unchecked"))
    for month in missed:
        when = say("payslip-unchecked-no-day") if month.paid_on is None else say.day(month.paid_on)
        reasons = "; ".join(month.why_not_checked)
        yield from wrapped(say("payslip-unchecked-month", number=month.number, when=when, reasons=reasons), "  ", "– ")


def _plan(plan: Iterable[Act], say: Texts) -> Iterator[str]:
    acts = list(plan)
    if acts:
        yield from heading(say("payslip-heading-plan"))
    for number, act in enumerate(acts, start=1):
        yield from wrapped(f"{act.title}", _STEP, f"{number}.".ljust(3))
        yield from wrapped(say("payslip-step-who", actor=act.actor, addressee=act.addressee), _STEP)
        for detail in act.details:
            yield from wrapped(detail, _STEP)
        for needed in act.needs:
            yield from wrapped(say("payslip-step-needs", needed=needed), _STEP)
        yield from wrapped(say("payslip-step-limit", limit=act.limit), _STEP)
        yield from wrapped(say("payslip-step-cost", cost=act.cost), _STEP)
        yield from wrapped(say("payslip-step-provisions", provisions=_cited(act.provisions)), _STEP)
        for note in act.to_verify:
            yield from wrapped(say("payslip-step-verify", note=note), _STEP)


def _cited(provisions: Iterable[Provision]) -> str:
    return "; ".join(provision.text for provision in provisions)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""Debts and deductions in the short text: one line for a debt, childhood in one line, what can be said against each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from dluhy.report.deduction_steps import crowns, month_name
from dluhy.report.deduction_text import heading, in_short, wrapped
from dluhy.report.defects_text import day_told
from dluhy.report.household_words import STEP, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.defects import DebtDefectsReport, DefectReport
    from dluhy.report.screening import DebtReport, IncomeReport, ScreeningReport
    from dluhy.report.texts import Texts

NOT_OF_CHILDHOOD: Final = "not_child_debt"
_ZERO: Final = "0.00"
_POINTERS: Final = ("deduct-short-open", "deduct-short-verify")
"""Sentences that point to what only the full text goes on to say."""


def debts_lines(report: ScreeningReport, say: Texts) -> Iterator[str]:
    """Yield every debt with what can be said against it; its steps stand in the plan."""
    if not report.debts:
        return
    yield from heading(say("short-debts-heading"))
    yield from _childhood(report.debts, say)
    defects = {each.debt: each for each in report.defects}
    for debt in report.debts:
        yield from wrapped(say("short-debt", id=debt.id, about=_about(debt, say)), STEP, "• ")
        if debt.flags:
            yield from wrapped(say("short-flags", titles="; ".join(each.title for each in debt.flags)), STEP)
        if debt.id in defects:
            yield from _against(defects[debt.id], say)


def _about(debt: DebtReport, say: Texts) -> str:
    amount = say("screen-sum-unknown") if debt.balance is None else crowns(debt.balance, say)
    kind = debt.kind_label or say("screen-kind-unknown")
    return ", ".join(part for part in (kind, debt.creditor, debt.enforcement, amount) if part)


def _childhood(debts: Sequence[DebtReport], say: Texts) -> Iterator[str]:
    """Yield in one line that debts did not arise in childhood, of the others what is concluded, the same once."""
    grown = [each.id for each in debts if each.verdict == NOT_OF_CHILDHOOD]
    if grown:
        key = "short-adult-all" if len(grown) == len(debts) else "short-adult"
        yield from wrapped(say(key, debts=", ".join(grown)))
    same: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for each in debts:
        if each.verdict != NOT_OF_CHILDHOOD:
            sentence = "" if each.statement is None else each.statement.sentence
            same.setdefault((each.verdict_label, sentence, each.missing), []).append(each.id)
    for (verdict, sentence, missing), names in same.items():
        yield from wrapped(say("short-verdict", debts=", ".join(names), verdict=verdict, sentence=sentence).rstrip())
        if missing:
            yield from wrapped(say("screen-missing", facts=", ".join(missing)), STEP)


def _against(found: DebtDefectsReport, say: Texts) -> Iterator[str]:
    if found.said is not None and found.found:
        yield from wrapped(found.said, STEP)
    yield from listed((_defect(each, say) for each in found.found), STEP)


def _defect(each: DefectReport, say: Texts) -> str:
    """Return one thing that can be said: what it is, how much could drop out, to which day it leads."""
    parts = [say("short-defect", title=each.statement.title, verdict=each.statement.verdict_label)]
    if each.most is None:
        parts.append(say("defects-sum-unknown"))
    elif each.most != _ZERO:
        key = "defects-sum-exact" if each.least == each.most else "defects-sum"
        parts.append(say(key, sum=crowns(each.most, say)))
    if each.day is not None:
        parts.append(say(f"defects-day-{each.day.code.replace('_', '-')}", day=day_told(each.day, say)))
    return ". ".join(part.rstrip(".") for part in parts) + "."


def deductions_lines(incomes: Sequence[IncomeReport], say: Texts) -> Iterator[str]:
    """Yield what is deducted from each income in a sentence, and who gets it."""
    if not incomes:
        return
    yield from heading(say("screen-deductions"))
    for income in incomes:
        month = say("screen-deduction-month-unknown")
        if income.month is not None:
            month = month_name(date.fromisoformat(f"{income.month}-01"), say.language)
        who = say(
            "screen-deduction",
            person=income.person or say("screen-deduction-person-unknown"),
            month=month,
            paid="none" if income.paid_on is None else say.day(income.paid_on),
            payers=", ".join(income.payers) or say("screen-deduction-payer-unknown"),
        )
        if income.deduction is None:
            told = say("screen-deduction-not", why="; ".join(income.why_not))
        else:
            elsewhere = {say(key) for key in _POINTERS}
            told = " ".join(each for each in in_short(income.deduction, say) if each not in elsewhere)
        yield from wrapped(f"{who.rstrip('.')}. {told}", STEP, "• ")

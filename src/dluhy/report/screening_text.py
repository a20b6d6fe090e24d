"""A screening as plain text for the counsellor: people, debts, the plan, the questions."""

from __future__ import annotations

from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING

from dluhy.money import to_halere
from dluhy.report.agenda_text import agenda_lines
from dluhy.report.asking_text import asking_lines
from dluhy.report.client_page_text import client_page_lines
from dluhy.report.deduction_steps import month_name
from dluhy.report.deduction_text import inside_lines, provisions, wrapped
from dluhy.report.defects_text import defects_lines, without_lines
from dluhy.report.household_text import household_lines
from dluhy.report.measures_text import served_lines
from dluhy.report.relief_text import relief_lines
from dluhy.report.short_text import short_lines
from dluhy.report.strategies_text import strategies_lines
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.report.deduction import DeductionReport
    from dluhy.report.screening import DebtReport, IncomeReport, PersonReport, Plan, ScreeningReport
    from dluhy.report.statements import Act, Provision, Statement
    from dluhy.report.texts import Texts

_WIDTH = 100
_STEP = "   "
_UNKNOWN = "_unknown"


def screening_text(report: ScreeningReport, *, full: bool = True) -> str:
    """Return a screening as text in the language of the report, lines of at most 100 signs.

    Not `full`: one screen to begin with, then only what decides.
    """
    lines = _lines if full else short_lines
    return "\n".join(lines(report, texts_of(report.language))).lstrip("\n") + "\n"


def _lines(report: ScreeningReport, say: Texts) -> Iterator[str]:
    yield from _wrapped(say("screen-title", ref=report.ref, day=say.day(report.as_of)))
    for note in report.notes:
        yield from _wrapped(say("screen-note", note=note))
    if report.guardians > 1:
        yield from _wrapped(say("screen-guardians", count=report.guardians))
    yield from _of_debts(report, say)
    yield from _deductions(report.deductions, say)
    yield from _household(report, say)
    yield from relief_lines(report.relief, say)
    yield from without_lines(report.relief_without, say)
    yield from strategies_lines(report.strategies, say)
    yield from agenda_lines(report.agenda, say)
    for plan in report.creditor_plan:
        whose = plan.whose or say("screen-no-creditor")
        yield from _plan(plan, say("screen-creditor-plan", whose=whose), say)
    yield from asking_lines(report.questions, say)
    if report.client_page is not None:
        yield from ("", *client_page_lines(report.client_page, say))
    yield from served_lines(report.measures, say)
    receipt = report.receipt
    yield ""
    yield from _wrapped(
        say("screen-receipt", pack=f"{receipt.pack} {receipt.pack_version}", hash=receipt.pack_hash[:12])
    )


def _of_debts(report: ScreeningReport, say: Texts) -> Iterator[str]:
    """Yield debtors, their debts as debts from childhood, and what can be said against each debt."""
    if not report.debts:
        yield from _wrapped(say("screen-no-debts" if report.debts_stated else "screen-debts-unknown"))
        return
    for person in report.people:
        stated = not person.id.startswith("?")
        yield from _heading(say("screen-person", id=person.id) if stated else say("screen-person-unknown"))
        yield from _person(person, say)
    yield from _heading(say("screen-debts"))
    alike: dict[tuple[object, ...], list[DebtReport]] = {}
    for debt in report.debts:
        alike.setdefault(_conclusions(debt), []).append(debt)
    for debts in alike.values():
        yield from _alike(debts, say)
    yield from defects_lines(report.defects, say)


def _conclusions(debt: DebtReport) -> tuple[object, ...]:
    return debt.verdict, debt.statement, debt.missing, debt.grounds, debt.flags, debt.presumed


def _household(report: ScreeningReport, say: Texts) -> Iterator[str]:
    if report.household is not None:
        yield from household_lines(report.household, say)


def _person(person: PersonReport, say: Texts) -> Iterator[str]:
    facts = []
    if person.age is not None:
        facts.append(say("screen-age", age=person.age))
    if person.turns_18_on is not None and person.days_to_18 is not None and person.days_to_18 > 0:
        facts.append(say("screen-turns-18", day=say.day(person.turns_18_on), days=person.days_to_18))
    if person.urgency_label is not None:
        facts.append(say("screen-urgency", urgency=person.urgency_label))
    if facts:
        yield from _wrapped("; ".join(facts) + ".")
    if person.debts_to_stop:
        amount = say("screen-sum-unknown") if person.balance_to_stop is None else _money(person.balance_to_stop, say)
        yield from _wrapped(say("screen-to-stop", count=person.debts_to_stop, sum=amount))
    for statement in person.statements:
        yield from _statement(statement, say, reasons=False)


def _alike(debts: Sequence[DebtReport], say: Texts) -> Iterator[str]:
    """Yield debts of which the same is said, then what is said of them."""
    yield ""
    for each in debts:
        kind = each.kind_label or say("screen-kind-unknown")
        parts = [each.creditor, each.enforcement, None if each.balance is None else _money(each.balance, say)]
        rest = ", ".join(part for part in parts if part)
        yield from _wrapped(f"[{each.id}] {kind}" + (f" ({rest})" if rest else ""))
    debt = debts[0]
    yield from _wrapped(say("screen-verdict", verdict=debt.verdict_label), _STEP)
    if debt.statement is not None:
        yield from _statement(debt.statement, say, reasons=True)
    if debt.missing:
        yield from _wrapped(say("screen-missing", facts=", ".join(debt.missing)), _STEP)
    for statement in debt.grounds:
        yield from _statement(statement, say, reasons=False, mark=say("screen-ground"))
    for statement in debt.flags:
        yield from _statement(statement, say, reasons=False, mark=say("screen-flag"))
    for sentence in debt.presumed:
        yield from _wrapped(say("screen-presumed", sentence=sentence), _STEP)


def _statement(statement: Statement, say: Texts, *, reasons: bool, mark: str = "") -> Iterator[str]:
    title = f"{mark} {statement.title}." if mark else f"{statement.title}."
    yield from _wrapped(f"{title} {statement.sentence}", _STEP)
    if reasons:
        met = [reason.text for reason in statement.reasons if reason.met]
        if met:
            yield from _wrapped(say("screen-because", reasons="; ".join(met)), _STEP)
    yield from _wrapped(say("screen-provisions", provisions=_cited(statement.provisions)), _STEP)
    for note in statement.to_verify:
        yield from _wrapped(say("screen-verify", note=note), _STEP)


def _deductions(incomes: Sequence[IncomeReport], say: Texts) -> Iterator[str]:
    """Yield what is deducted month by month, then the provisions of each set of amounts."""
    if not incomes:
        return
    yield from _heading(say("screen-deductions"))
    told: dict[str, DeductionReport] = {}
    for income in incomes:
        yield ""
        month = say("screen-deduction-month-unknown")
        if income.month is not None:
            month = month_name(date.fromisoformat(f"{income.month}-01"), say.language)
        yield from _wrapped(
            say(
                "screen-deduction",
                person=income.person or say("screen-deduction-person-unknown"),
                month=month,
                paid="none" if income.paid_on is None else say.day(income.paid_on),
                payers=", ".join(income.payers) or say("screen-deduction-payer-unknown"),
            )
        )
        if income.deduction is None:
            yield from _wrapped(say("screen-deduction-not", why="; ".join(income.why_not)), _STEP)
        else:
            yield from inside_lines(income.deduction, say)
            yield from _flags(income.deduction)
            told.setdefault(income.deduction.amounts, income.deduction)
    for deduction in told.values():
        yield from provisions(deduction, say)


def _flags(deduction: DeductionReport) -> Iterator[str]:
    """Yield what else is noted of a deduction, beside what is unknown or to be verified."""
    noted = dict.fromkeys(flag.text for flag in deduction.flags if not flag.verify and not flag.code.endswith(_UNKNOWN))
    for text in noted:
        yield from wrapped(text, "  ", "• ")


def _plan(plan: Plan, heading: str, say: Texts) -> Iterator[str]:
    yield from _heading(heading)
    for number, act in enumerate(plan.steps, start=1):
        yield from _act(number, act, say)


def _act(number: int, act: Act, say: Texts) -> Iterator[str]:
    due = "" if act.due_on is None else f" – {say('screen-due', day=say.day(date.fromisoformat(act.due_on)))}"
    yield from _wrapped(f"{number}. {act.title}{due}")
    who = say("screen-who", actor=act.actor, addressee=act.addressee)
    about = [*([", ".join(act.enforcements)] if act.enforcements else []), ", ".join(act.debts)]
    yield from _wrapped(f"{who}; {say('screen-about', debts='; '.join(about))}", _STEP)
    if act.conditional:
        yield from _wrapped(say("screen-conditional"), _STEP)
    for detail in act.details:
        yield from _wrapped(detail, _STEP)
    for needed in act.needs:
        yield from _wrapped(say("screen-needs", needed=needed), _STEP)
    yield from _wrapped(say("screen-limit", limit=act.limit), _STEP)
    yield from _wrapped(say("screen-cost", cost=act.cost, who=act.cost_borne_by), _STEP)
    for other in act.replaces:
        yield from _wrapped(say("screen-replaces", step=other), _STEP)
    yield from _wrapped(say("screen-provisions", provisions=_cited(act.provisions)), _STEP)
    for note in act.to_verify:
        yield from _wrapped(say("screen-verify", note=note), _STEP)


def _cited(provisions: Iterable[Provision]) -> str:
    return "; ".join(provision.text for provision in provisions)


def _money(decimal: str, say: Texts) -> str:
    return say.money(to_halere(decimal))


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield from _wrapped(text)
    yield "─" * min(len(text), _WIDTH)


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    """Break a paragraph at ordinary spaces; what a no-break space holds together stays together."""
    yield from wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)

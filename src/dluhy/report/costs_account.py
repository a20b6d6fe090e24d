"""What an enforcement leaves on an account and in cash, and the steps to keep it, as a document in one language.

Money is decimal strings; `verify` marks what rests on evidence that must be verified first.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs reads the annotations
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.dates import Span  # noqa: TC001 - attrs reads the annotations
from dluhy.law.amounts import period_on
from dluhy.money import HALERE_PER_KORUNA, to_decimal_string
from dluhy.report.costs_teller import WEAK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.deductions.accounts import AccountPayout, Payout, ProtectedAccount
    from dluhy.deductions.incomes import Treatment
    from dluhy.law.models import Evidence, Step
    from dluhy.problems import Language
    from dluhy.report.costs_belongings import HomeReport, MethodsReport, MovablesReport
    from dluhy.report.costs_teller import Question, Rules, Teller, Told
    from dluhy.report.statements import Provision


@frozen(kw_only=True)
class PayoutReport:
    """One possible payout: for which days of delivery, and how it comes about; `amount` is None without the balance.

    `most` is the multiple of the living minimum: the most that is paid, of a spouse's account the least that is.
    """

    delivered: Span
    multiple: int
    living_minimum: str
    minimum_on: date
    most: str
    share: str | None
    amount: str | None


@frozen
class FrozenReport:
    """Until when money that arrives is attached too: the last such day."""

    to: date
    provisions: tuple[Provision, ...]
    verify: bool


@frozen(kw_only=True)
class AccountAsked:
    """What was said of an attached account, haléře, and until when what arrives there is attached."""

    delivered_on: date | None
    balance: int | None
    spouses: bool
    frozen: FrozenReport | None


@frozen(kw_only=True)
class PayoutsReport:
    """What the bank pays once; several are `possible` where the day of delivery is not known, `questions` decide.

    `delivered_from` is the first day of delivery of which anything is said, None where the day is known. `amount` is
    what is still paid, None while it cannot be told.
    """

    delivered_on: date | None
    balance: str | None
    spouses_account: bool
    already_paid_out: bool | None
    possible: tuple[PayoutReport, ...]
    delivered_from: date | None
    amount: str | None
    frozen: FrozenReport | None
    questions: tuple[Question, ...]
    told: tuple[Told, ...]
    notes: tuple[str, ...]
    provisions: tuple[Provision, ...]
    evidence: Evidence
    verify: bool


@frozen(kw_only=True)
class StepReport:
    """One step: who does what towards whom, by when, at what cost, and what is to be verified first."""

    id: str
    title: str
    detail: str
    actor: str
    addressee: str
    needs: str | None
    limit: str
    limit_verify: bool
    cost: str
    cost_verify: bool
    provisions: tuple[Provision, ...]
    to_verify: tuple[str, ...]
    verify: bool


@frozen(kw_only=True)
class IncomeReport:
    """A kind of income that may go to a protected account, and how it is treated."""

    kind: str
    label: str
    treatment: str
    treatment_label: str
    treatment_provisions: tuple[Provision, ...]
    notes: tuple[str, ...]
    provisions: tuple[Provision, ...]
    verify: bool


@frozen(kw_only=True)
class ProtectedReport:
    """The protected account: how soon the bank opens it, the steps to it, the incomes it takes."""

    working_days: int
    steps: tuple[StepReport, ...]
    incomes: tuple[IncomeReport, ...]
    provisions: tuple[Provision, ...]
    evidence: Evidence
    verify: bool


@frozen(kw_only=True)
class CashReport:
    """How much cash stays with the debtor at an inventory."""

    most: str
    notes: tuple[str, ...]
    provisions: tuple[Provision, ...]
    evidence: Evidence
    verify: bool


@frozen(kw_only=True)
class AccountReport:
    """Everything asked for as of a day; what was not asked for, or did not exist then, is None."""

    language: Language
    as_of: date
    payout: PayoutsReport | None
    protected: ProtectedReport | None
    exempt_income: tuple[StepReport, ...] | None
    cash: CashReport | None
    home: HomeReport | None
    movables: MovablesReport | None
    methods: MethodsReport | None
    rules: Rules


def payouts_report(found: AccountPayout, asked: AccountAsked, teller: Teller) -> PayoutsReport:
    """Return what the bank pays as people and programs read it."""
    return PayoutsReport(
        delivered_on=asked.delivered_on, balance=_money(asked.balance), spouses_account=asked.spouses,
        already_paid_out=found.already_paid_out, possible=tuple(_payout(each) for each in found.possible),
        delivered_from=found.delivered_from, amount=_money(found.amount), frozen=asked.frozen,
        questions=teller.questions(found.questions), told=teller.terms(found.rules), notes=teller.notes(found.notes),
        provisions=teller.provisions(found.cites), evidence=found.evidence, verify=found.evidence in WEAK,
    )  # fmt: skip


def frozen_report(to: date, notice_on: date, teller: Teller) -> FrozenReport:
    """Return until when arriving money is attached, if the bank had the notice of finality on a day."""
    months = period_on(teller.pack.series["account_freeze_months"], notice_on)
    return FrozenReport(to, teller.provisions(months.citations), months.evidence in WEAK)


def protected_report(found: ProtectedAccount, teller: Teller) -> ProtectedReport:
    """Return the protected account with its steps and incomes."""
    return ProtectedReport(
        working_days=found.working_days, steps=steps_report(found.steps, teller),
        incomes=tuple(_income(income, teller) for income in found.incomes), provisions=teller.provisions(found.cites),
        evidence=found.evidence, verify=found.evidence in WEAK,
    )  # fmt: skip


def cash_report(most: int, on: date, teller: Teller) -> CashReport:
    """Return how much cash (haléře) stays at an inventory on a day, with what it rests on."""
    multiple = period_on(teller.pack.series["cash_multiple"], on)
    notes = [] if multiple.note is None else [multiple.note]
    return CashReport(
        most=to_decimal_string(most), notes=teller.notes(notes), provisions=teller.provisions(multiple.citations),
        evidence=multiple.evidence, verify=multiple.evidence in WEAK,
    )  # fmt: skip


def steps_report(steps: Iterable[Step], teller: Teller) -> tuple[StepReport, ...]:
    """Return the steps of a ladder in words."""
    return tuple(_step(step, teller) for step in steps)


def _payout(payout: Payout) -> PayoutReport:
    return PayoutReport(
        delivered=payout.delivered, multiple=payout.multiple, minimum_on=payout.minimum_on,
        living_minimum=to_decimal_string(payout.living_minimum * HALERE_PER_KORUNA),
        most=to_decimal_string(payout.most), share=None if payout.share is None else str(payout.share),
        amount=_money(payout.amount),
    )  # fmt: skip


def _income(income: Treatment, teller: Teller) -> IncomeReport:
    (kind,), (label,) = teller.terms([income.kind]), teller.terms([income.label])
    return IncomeReport(
        kind=kind.code, label=kind.text, treatment=income.code, treatment_label=label.text,
        treatment_provisions=label.provisions, notes=teller.notes(income.notes),
        provisions=teller.provisions(income.cites), verify=income.evidence in WEAK,
    )  # fmt: skip


def _step(step: Step, teller: Teller) -> StepReport:
    language = teller.language
    return StepReport(
        id=step.id, title=step.title.text(language), detail=step.detail.text(language),
        actor=teller.role(step.actor, {}), addressee=teller.role(step.addressee, {}),
        needs=None if step.needs is None else step.needs.text(language), limit=step.limit.text.text(language),
        limit_verify=step.limit.evidence in WEAK, cost=step.cost.text(language),
        cost_verify=step.cost_evidence in WEAK, provisions=teller.provisions(step.citations),
        to_verify=tuple(teller.note(note) for note in step.verify), verify=step.evidence in WEAK,
    )  # fmt: skip


def _money(halere: int | None) -> str | None:
    return None if halere is None else to_decimal_string(halere)

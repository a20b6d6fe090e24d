"""What an enforcement leaves of movables and of a home, and in which order it goes, as documents in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.money import to_decimal_string
from dluhy.report.costs_teller import WEAK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.deductions.belongings import Decision, ExcludedThing, Instalments, MethodStep
    from dluhy.law.models import Evidence
    from dluhy.report.costs_teller import Question, Teller, Told
    from dluhy.report.statements import Provision


@frozen(kw_only=True)
class DecisionReport:
    """Whether a protection holds (holds, fails, unknown), why, what would decide it, what holds besides."""

    verdict: str
    reasons: tuple[Told, ...]
    questions: tuple[Question, ...]
    told: tuple[Told, ...]
    notes: tuple[str, ...]
    provisions: tuple[Provision, ...]
    evidence: Evidence
    verify: bool


@frozen
class HomeAsked:
    """What was said of a home: the sum of principals in haléře, their kinds, the residence; None is unknown."""

    claims: int | None
    kinds: tuple[str, ...] | None
    residence: bool | None


@frozen(kw_only=True)
class HomeReport:
    """Whether the home may be sold; `limit` is None on days when there was none, `kinds` are None if not known."""

    claims: str | None
    kinds: tuple[str, ...] | None
    residence: bool | None
    limit: str | None
    decision: DecisionReport


@frozen(kw_only=True)
class ThingReport:
    """A kind of thing an inventory must leave out; `most` is its limit in money where it has one."""

    code: str
    label: str
    most: str | None
    provisions: tuple[Provision, ...]
    verify: bool


@frozen(kw_only=True)
class InstalmentsReport:
    """Which offer of monthly payments postpones the sale of movables, and up to what value of the things."""

    monthly_least: str
    value_most: str
    ignored_thing: str
    ignored_set: str
    notes: tuple[str, ...]
    provisions: tuple[Provision, ...]
    evidence: Evidence
    verify: bool


@frozen(kw_only=True)
class MovablesReport:
    """What an inventory must leave out, whether the extra shield holds, what postpones a sale.

    `instalments` are None on days of which the pack does not know it.
    """

    excluded: tuple[ThingReport, ...]
    told: tuple[Told, ...]
    shield: DecisionReport
    instalments: InstalmentsReport | None


@frozen(kw_only=True)
class MethodReport:
    """One step of the order of methods: groups one after another, methods of a group side by side."""

    step: str
    groups: tuple[tuple[str, ...], ...]
    provisions: tuple[Provision, ...]


@frozen(kw_only=True)
class MethodsReport:
    """The order of methods, the next step only if the former is not enough, and what softens it."""

    steps: tuple[MethodReport, ...]
    told: tuple[Told, ...]


def decision_report(found: Decision, teller: Teller) -> DecisionReport:
    """Return a decision on a protection as people and programs read it."""
    return DecisionReport(
        verdict=found.verdict, reasons=teller.terms(found.reasons), questions=teller.questions(found.questions),
        told=teller.terms(found.limits), notes=teller.notes(found.notes), provisions=teller.provisions(found.cites),
        evidence=found.evidence, verify=found.evidence in WEAK,
    )  # fmt: skip


def home_report(found: Decision, limit: int | None, asked: HomeAsked, teller: Teller) -> HomeReport:
    """Return whether a home may be sold; `limit` is the sum of principals in haléře, None where there was none."""
    return HomeReport(
        claims=None if asked.claims is None else to_decimal_string(asked.claims), kinds=asked.kinds,
        residence=asked.residence, limit=None if limit is None else to_decimal_string(limit),
        decision=decision_report(found, teller),
    )  # fmt: skip


def movables_report(
    things: Iterable[ExcludedThing], shield: Decision, instalments: Instalments | None, teller: Teller
) -> MovablesReport:
    """Return what is excluded from an inventory and what shields the rest."""
    return MovablesReport(
        excluded=tuple(_thing(thing, teller) for thing in things),
        told=teller.terms(teller.pack.vocabularies["excluded_limits"].values()),
        shield=decision_report(shield, teller),
        instalments=None if instalments is None else _instalments(instalments, teller),
    )  # fmt: skip


def methods_report(steps: Iterable[MethodStep], teller: Teller) -> MethodsReport:
    """Return the order of methods in words."""
    return MethodsReport(
        steps=tuple(
            MethodReport(
                step=step.step,
                groups=tuple(tuple(told.text for told in teller.terms(group)) for group in step.groups),
                provisions=teller.provisions(step.cites),
            )
            for step in steps
        ),
        told=teller.terms(teller.pack.vocabularies["method_rules"].values()),
    )


def _thing(thing: ExcludedThing, teller: Teller) -> ThingReport:
    (told,) = teller.terms([thing.term])
    most = None if thing.most is None else to_decimal_string(thing.most)
    return ThingReport(
        code=told.code, label=told.text, most=most, provisions=told.provisions, verify=thing.evidence in WEAK
    )


def _instalments(found: Instalments, teller: Teller) -> InstalmentsReport:
    return InstalmentsReport(
        monthly_least=to_decimal_string(found.monthly_least), value_most=to_decimal_string(found.value_most),
        ignored_thing=to_decimal_string(found.ignored_thing), ignored_set=to_decimal_string(found.ignored_set),
        notes=teller.notes(found.notes), provisions=teller.provisions(found.cites), evidence=found.evidence,
        verify=found.evidence in WEAK,
    )  # fmt: skip

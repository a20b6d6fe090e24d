"""Default interest and an executor's costs as documents in one language, for JSON and for text alike.

Money is decimal strings, rates are per cent; `verify` marks what rests on evidence that must be verified first.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs reads the annotations
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.dates import Span
from dluhy.deductions.sources import round_half_up
from dluhy.law.amounts import known_code
from dluhy.money import to_decimal_string
from dluhy.report.costs_teller import WEAK, Basis

if TYPE_CHECKING:
    from dluhy.deductions.executor_costs import CostsVariant, ExecutorCosts
    from dluhy.deductions.interest import CheckedInterest, Interest, Segment
    from dluhy.law.models import Evidence
    from dluhy.problems import Language
    from dluhy.report.costs_lawyer import LawyerReport
    from dluhy.report.costs_teller import Figure, Question, Rules, Teller, Told
    from dluhy.report.statements import Provision

_BASE: Final = "default_interest_base"
_HUNDREDTHS: Final = 10_000  # hundredths of a per cent in a whole
_HUNDRED: Final = 100


@frozen
class SegmentReport:
    """Days with one principal and one rate; `interest` is rounded for reading, `interest_exact` (CZK) is a fraction."""

    first: date
    last: date
    days: int
    year_days: int
    principal: str
    base_rate: str | None
    rate_day: date | None
    annual_rate: str
    interest: str
    interest_exact: str


@frozen
class ClaimedReport:
    """Claimed interest beside the computed one; `above` if it is more, whichever day the debt was due."""

    claimed: str
    difference: str
    above: bool


@frozen(kw_only=True)
class InterestAsked:
    """For what interest was asked; payments are days and haléře."""

    due_on: date
    until: date
    since: date | None = None
    payments: tuple[tuple[date, int], ...] = ()


@frozen(kw_only=True)
class InterestReport:
    """Default interest; `if_moved` is the other possibility where the due day may have moved to a working day.

    `regime` and `base` are None where there was no default yet.
    """

    language: Language
    principal: str
    due_on: date
    since: date | None
    until: date
    payments: tuple[tuple[date, str], ...]
    first_day: date
    regime: str | None
    regime_label: str | None
    base: str | None
    base_label: str | None
    segments: tuple[SegmentReport, ...]
    total: str
    claimed: ClaimedReport | None
    if_moved: InterestReport | None
    told: tuple[Told, ...]
    notes: tuple[str, ...]
    provisions: tuple[Provision, ...]
    evidence: Evidence
    verify: bool
    rules: Rules


@frozen(kw_only=True)
class VariantReport:
    """The executor's costs in one possibility; `recovered` is None where it makes no difference."""

    began_on: Span
    authorised_on: Span
    recovered: str | None
    steps: tuple[Figure, ...]
    remuneration: str
    lump: str
    without_vat: str
    vat: str
    with_vat: str
    notes: tuple[str, ...]
    evidence: Evidence
    verify: bool
    vat_verify: bool


@frozen(kw_only=True)
class CostsReport:
    """An executor's costs in every possibility, what would decide between them, and the lawyer's costs if asked for."""

    language: Language
    claim: str
    vat_payer: bool | None
    least: str
    most: str
    variants: tuple[VariantReport, ...]
    questions: tuple[Question, ...]
    told: tuple[Told, ...]
    lawyer: LawyerReport | None
    rules: Rules


def interest_report(
    computed: Interest, asked: InterestAsked, checked: CheckedInterest | None, teller: Teller
) -> InterestReport:
    """Return computed interest, and the claimed one beside it, as people and programs read it."""
    regime, moved = computed.regime, computed.if_moved
    base = None if regime is None else known_code(teller.pack.series[_BASE], computed.first_day)
    return InterestReport(
        language=teller.language, principal=to_decimal_string(computed.principal), due_on=computed.due_on,
        since=asked.since, until=asked.until, first_day=computed.first_day, regime=regime, base=base,
        payments=tuple((day, to_decimal_string(amount)) for day, amount in asked.payments),
        regime_label=None if regime is None else teller.term("interest_regimes", regime),
        base_label=None if base is None else teller.term("interest_base_rates", base),
        segments=tuple(_segment(segment) for segment in computed.segments), total=to_decimal_string(computed.halere),
        claimed=None if checked is None else _claimed(checked),
        if_moved=None if moved is None else interest_report(moved, asked, None, teller),
        told=teller.told("interest_flags", computed.flags), notes=teller.notes(computed.notes),
        provisions=teller.provisions(computed.cites), evidence=computed.evidence, verify=computed.evidence in WEAK,
        rules=teller.rules,
    )  # fmt: skip


def _segment(segment: Segment) -> SegmentReport:
    base = None if segment.base_rate is None else _percent(Fraction(segment.base_rate, _HUNDREDTHS))
    return SegmentReport(
        first=segment.first, last=segment.last, days=segment.days, year_days=segment.year_days,
        principal=to_decimal_string(segment.principal), base_rate=base, rate_day=segment.rate_day,
        annual_rate=_percent(segment.annual_rate), interest=to_decimal_string(round_half_up(segment.interest)),
        interest_exact=str(segment.interest / _HUNDRED),
    )  # fmt: skip


def _percent(rate: Fraction) -> str:
    """Return a rate in per cent: two decimals where they are exact, else a fraction."""
    hundredths = rate * _HUNDREDTHS
    if hundredths.denominator != 1:
        return str(rate * _HUNDRED)
    whole, rest = divmod(int(hundredths), _HUNDRED)
    return f"{whole}.{rest:02d}"


def _claimed(checked: CheckedInterest) -> ClaimedReport:
    return ClaimedReport(to_decimal_string(checked.claimed), to_decimal_string(checked.difference), checked.above)


def costs_report(costs: ExecutorCosts, claim: int, lawyer: LawyerReport | None, teller: Teller) -> CostsReport:
    """Return an executor's costs as people and programs read them; `claim` is the sum enforced, in haléře."""
    asks = teller.pack.vocabularies["executor_cost_questions"]
    return CostsReport(
        language=teller.language, claim=to_decimal_string(claim), vat_payer=costs.vat_payer,
        least=to_decimal_string(costs.least), most=to_decimal_string(costs.most),
        variants=tuple(_variant(variant, teller) for variant in costs.variants),
        questions=teller.questions(asks[code] for code in costs.questions),
        told=teller.told("executor_cost_flags", costs.flags), lawyer=lawyer, rules=teller.rules,
    )  # fmt: skip


def _variant(variant: CostsVariant, teller: Teller) -> VariantReport:
    marks = {step.code: variant.vat_evidence if step.code == "vat" else variant.evidence for step in variant.steps}
    return VariantReport(
        began_on=variant.began_on, authorised_on=_not_before(variant.authorised_on, variant.began_on.first),
        recovered=None if variant.recovered is None else to_decimal_string(variant.recovered),
        steps=tuple(
            teller.figure("executor_cost_steps", step.code, step.halere, Basis(step.cites, marks[step.code]))
            for step in variant.steps
        ),
        remuneration=to_decimal_string(variant.remuneration), lump=to_decimal_string(variant.lump),
        without_vat=to_decimal_string(variant.without_vat), vat=to_decimal_string(variant.vat),
        with_vat=to_decimal_string(variant.with_vat), notes=teller.notes(variant.notes), evidence=variant.evidence,
        verify=variant.evidence in WEAK, vat_verify=variant.vat_evidence in WEAK,
    )  # fmt: skip


def _not_before(span: Span, day: date | None) -> Span:
    """Return a span without the days before a day: nobody is authorised before the enforcement begins."""
    return Span(day, span.last) if day is not None and span.first is not None and span.first < day else span

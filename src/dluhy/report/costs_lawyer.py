"""What a court awards for a creditor's lawyer in a small claim, beside what it did award: a signal, never a proof."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs reads the annotations
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.law.amounts import known_code, known_value
from dluhy.money import HALERE_PER_KORUNA, to_decimal_string
from dluhy.report.costs_teller import WEAK, Basis

if TYPE_CHECKING:
    from dluhy.deductions.lawyer_fees import CostLine, CostsSignal, SmallClaimCosts
    from dluhy.law.models import Evidence
    from dluhy.report.costs_teller import Figure, Teller, Told
    from dluhy.report.statements import Provision

_FORM_CLAIMS: Final = "form_claims"


@frozen(kw_only=True)
class LawyerAsked:
    """What was said of the lawyer's proceeding, haléře.

    `assumed` if the claim was not said and the enforced one is taken; `awarded` is None where it was not said.
    """

    filed_on: date
    claim: int
    assumed: bool
    enforcement: bool
    awarded: int | None


@frozen(kw_only=True)
class TariffReport:
    """What the tariff for form claims gives; `most` is the largest sum with the court fee."""

    acts: int
    vat_payer: bool | None
    lines: tuple[Figure, ...]
    without_vat: str
    with_vat: str
    court_fees: tuple[Figure, ...]
    most: str
    told: tuple[Told, ...]


@frozen(kw_only=True)
class SignalReport:
    """How awarded costs stand to the tariff; `far_above` is from where they are far above it, None if not compared."""

    code: str
    label: str
    awarded: str
    far_above: str | None


@frozen(kw_only=True)
class LawyerReport:
    """The lawyer's costs; without a `tariff` another rule applied or the claim is too large, and `notes` say more.

    `limit` is the largest value of a dispute for the low rates, None where they did not apply yet; `signal` is None
    where no awarded costs were given.
    """

    filed_on: date
    claim: str
    claim_assumed: bool
    enforcement: bool
    regime: str
    regime_label: str
    limit: str | None
    tariff: TariffReport | None
    signal: SignalReport | None
    notes: tuple[str, ...]
    provisions: tuple[Provision, ...]
    evidence: Evidence
    verify: bool


def lawyer_report(found: CostsSignal, asked: LawyerAsked, teller: Teller) -> LawyerReport:
    """Return a comparison of awarded costs as people and programs read it; nothing awarded leaves out the signal."""
    regime, reference = known_code(teller.pack.series["lawyer_fee_regime"], asked.filed_on), found.reference
    of_signal = found.notes if asked.awarded is not None or reference is None else ()
    return LawyerReport(
        filed_on=asked.filed_on, claim=to_decimal_string(asked.claim), claim_assumed=asked.assumed,
        enforcement=asked.enforcement, regime=regime, regime_label=teller.term("lawyer_fee_regimes", regime),
        limit=_limit(asked.filed_on, regime, teller), tariff=None if reference is None else _tariff(reference, teller),
        signal=None if asked.awarded is None else _signal(found, teller),
        notes=teller.notes([*(() if reference is None else reference.notes), *of_signal]),
        provisions=teller.provisions(found.cites), evidence=found.evidence, verify=found.evidence in WEAK,
    )  # fmt: skip


def _limit(filed_on: date, regime: str, teller: Teller) -> str | None:
    if regime != _FORM_CLAIMS:
        return None
    return to_decimal_string(known_value(teller.pack.series["form_claim_limit"], filed_on) * HALERE_PER_KORUNA)


def _tariff(costs: SmallClaimCosts, teller: Teller) -> TariffReport:
    fees = [fee for fee in (costs.court_fee, costs.electronic_fee) if fee is not None]
    return TariffReport(
        acts=costs.acts, vat_payer=costs.vat_payer, lines=tuple(_line(line, teller) for line in costs.lines),
        without_vat=to_decimal_string(costs.without_vat), with_vat=to_decimal_string(costs.with_vat),
        court_fees=tuple(_line(fee, teller) for fee in fees), most=to_decimal_string(costs.most),
        told=teller.told("lawyer_cost_flags", costs.flags),
    )  # fmt: skip


def _line(line: CostLine, teller: Teller) -> Figure:
    return teller.figure("lawyer_cost_lines", line.code, line.halere, Basis(line.cites, line.evidence))


def _signal(found: CostsSignal, teller: Teller) -> SignalReport:
    far_above = None if found.far_above is None else to_decimal_string(found.far_above)
    label = teller.term("costs_signals", found.code)
    return SignalReport(code=found.code, label=label, awarded=to_decimal_string(found.awarded), far_above=far_above)

"""What a court awards a creditor for a lawyer in a small claim filed on a form, and whether awarded costs stand out.

The low rates (§ 14b vyhlášky č. 177/1996 Sb.) are for claims filed on a pattern used repeatedly. A comparison with
them is a signal for a counsellor, never a proof.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.deductions.interest import Sources, round_half_up
from dluhy.law.amounts import known_value, value_on
from dluhy.law.models import weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from datetime import date

    from dluhy.law.models import Bilingual, Citation, Evidence
    from dluhy.law.pack import Pack

_WHOLE, _PERCENT = 10_000, 100
_FORM_CLAIMS: Final = "form_claims"
_BANDS: Final = (1, 2)  # bands of claims that end with a limit of their own; the third ends with the limit of the rates


@frozen
class CostLine:
    """One line of awarded costs in haléře; `code` is of the vocabulary `lawyer_cost_lines`."""

    code: str
    halere: int
    cites: tuple[Citation, ...] = field(eq=False)
    evidence: Evidence


@frozen(kw_only=True)
class SmallClaimCosts:
    """The creditor's costs of a form claim by the tariff, haléře; `flags` are codes of `lawyer_cost_flags`.

    `lines` hold the lawyer's costs, VAT among them; the court fee stands apart: `court_fee` for a claim on paper,
    `electronic_fee` for a motion for an electronic order to pay, None where the pack does not know it.
    """

    acts: int
    lines: tuple[CostLine, ...]
    vat_payer: bool | None
    court_fee: CostLine | None
    electronic_fee: CostLine | None
    notes: tuple[Bilingual, ...] = field(eq=False)
    flags: tuple[str, ...]

    @property
    def without_vat(self) -> int:
        """The lawyer's costs if the lawyer does not pay VAT."""
        return sum(line.halere for line in self.lines if line.code != "vat")

    @property
    def with_vat(self) -> int:
        """The lawyer's costs if the lawyer pays VAT."""
        return sum(line.halere for line in self.lines)

    @property
    def most(self) -> int:
        """The most that can be awarded: with VAT unless it is known not to be paid, and the court fee on paper."""
        lawyer = self.without_vat if self.vat_payer is False else self.with_vat
        return lawyer + (self.court_fee.halere if self.court_fee is not None else 0)


@frozen(kw_only=True)
class CostsSignal:
    """How awarded costs (haléře) stand to the tariff; `code` is of the vocabulary `costs_signals`.

    `reference` is what the tariff gives at most and None where nothing can be compared; then `notes` say which rule
    applied instead. Evidence is never stronger than the limit, which no statute sets.
    """

    code: str
    awarded: int
    reference: SmallClaimCosts | None
    far_above: int | None
    evidence: Evidence
    cites: tuple[Citation, ...] = field(eq=False)
    notes: tuple[Bilingual, ...] = field(eq=False)


def small_claim_costs(  # noqa: PLR0913 - what is known of a proceeding
    *,
    filed_on: date,
    claim: int,
    acts: int | None = None,
    vat_payer: bool | None = None,
    enforcement: bool = False,
    pack: Pack | None = None,
) -> SmallClaimCosts:
    """Return the costs of a form claim filed from mid-2014, § 14b vyhlášky č. 177/1996 Sb.; haléře.

    `claim` is the sum claimed without interest, `acts` the lawyer's acts up to and with the filing (None: the usual
    number), `enforcement` whether it is a motion for enforcement, which has no cap and no court fee (an upper limit).
    InputError for a sum above the limit of the low rates or bad input, HorizonError for a filing before them.
    """
    pack = pack or default_pack()
    tariff = Sources(pack)
    _require_sound(claim, acts, tariff.value("form_claim_limit", filed_on) * KORUNA)
    usual = "form_claim_usual_acts_enforcement" if enforcement else "form_claim_usual_acts"
    number = tariff.value(usual, filed_on) if acts is None else acts
    rates, lumps, vat = Sources(pack), Sources(pack), Sources(pack)
    fee = _fee(rates, filed_on, claim, number, enforcement=enforcement)
    lump = _line("lumps", number * lumps.value("form_claim_lump", filed_on) * KORUNA, lumps)
    percent = vat.value("vat_percent", filed_on)
    tax = _line("vat", round_half_up(Fraction((fee.halere + lump.halere) * percent, _PERCENT)), vat)
    electronic = None if enforcement else _electronic_fee(pack, filed_on, claim)
    told = {
        "form_claim_only": not enforcement,
        "enforcement_upper_limit": enforcement,
        "later_acts": True,
        "acts_assumed": acts is None,
        "vat_unknown": vat_payer is None,
        "court_fee_unknown": electronic is None and not enforcement,
    }
    return SmallClaimCosts(
        acts=number, lines=(fee, lump, tax), vat_payer=vat_payer, electronic_fee=electronic,
        court_fee=None if enforcement else _paper_fee(pack, filed_on, claim),
        notes=(*rates.notes, *(tariff.notes if acts is None else ())), flags=tuple(code for code in told if told[code]),
    )  # fmt: skip


def costs_signal(  # noqa: PLR0913 - what is known of a proceeding
    awarded: int,
    *,
    filed_on: date,
    claim: int,
    acts: int | None = None,
    vat_payer: bool | None = None,
    enforcement: bool = False,
    pack: Pack | None = None,
) -> CostsSignal:
    """Return how awarded costs (haléře, with the court fee) stand to the tariff for form claims: a signal, no proof.

    The other inputs are those of `small_claim_costs`. Where another rule applied or the sum is above the limit of the
    low rates, nothing is compared. Raises InputError for bad input, HorizonError for a filing before the known rules.
    """
    pack = pack or default_pack()
    negative = [place for place, amount in (("awarded", awarded), ("claim", claim)) if amount < 0]
    if negative:
        cs, en = "částka nesmí být záporná", "the amount must not be negative"
        raise InputError([Problem("negative_amount", place, cs, en) for place in negative])
    regime = Sources(pack)
    applies = regime.code("lawyer_fee_regime", filed_on) == _FORM_CLAIMS
    if not applies or claim > known_value(pack.series["form_claim_limit"], filed_on) * KORUNA:
        return CostsSignal(code="not_compared", awarded=awarded, reference=None, far_above=None,
                           evidence=regime.evidence, cites=regime.cites, notes=regime.notes)  # fmt: skip
    reference = small_claim_costs(
        filed_on=filed_on, claim=claim, acts=acts, vat_payer=vat_payer, enforcement=enforcement, pack=pack
    )
    far_above = round_half_up(reference.most * regime.ratio("costs_far_above", filed_on))
    code = "far_above" if awarded > far_above else "above" if awarded > reference.most else "within"
    marks = (regime.evidence, *(line.evidence for line in reference.lines))
    return CostsSignal(
        code=code, awarded=awarded, reference=reference, far_above=far_above, cites=regime.cites, notes=regime.notes,
        evidence=weakest(marks),
    )  # fmt: skip


def _require_sound(claim: int, acts: int | None, limit: int) -> None:
    problems = []
    if claim <= 0:
        cs, en = "žalovaná částka musí být větší než nula", "the sum claimed must be more than zero"
        problems.append(Problem("claim_not_positive", "claim", cs, en))
    if claim > limit:
        cs = "nízké sazby formulářových žalob platí jen do hranice, kterou tato částka převyšuje"
        en = "the low rates of form claims apply only up to a limit that this sum exceeds"
        problems.append(Problem("claim_above_limit", "claim", cs, en))
    if acts is not None and acts < 1:
        cs, en = "úkon musí být aspoň jeden", "there must be at least one act"
        problems.append(Problem("no_act", "acts", cs, en))
    if problems:
        raise InputError(problems)


def _line(code: str, halere: int, sources: Sources) -> CostLine:
    return CostLine(code, halere, sources.cites, sources.evidence)


def _fee(sources: Sources, filed_on: date, claim: int, acts: int, *, enforcement: bool) -> CostLine:
    """Return the remuneration for the acts; in a claim it never exceeds the value of the dispute."""
    series = "form_claim_act_enforcement" if enforcement else f"form_claim_act_{_band(sources, filed_on, claim)}"
    whole = acts * sources.value(series, filed_on) * KORUNA
    if enforcement or whole <= claim:
        return _line("fee", whole, sources)
    return _line("fee_capped", claim, sources)


def _band(sources: Sources, filed_on: date, claim: int) -> int:
    reached = [claim > sources.value(f"form_claim_limit_{band}", filed_on) * KORUNA for band in _BANDS]
    return 1 + sum(reached)


def _paper_fee(pack: Pack, filed_on: date, claim: int) -> CostLine:
    sources = Sources(pack)
    if claim <= sources.value("court_fee_flat_limit", filed_on) * KORUNA:
        return _line("court_fee", sources.value("court_fee_flat", filed_on) * KORUNA, sources)
    return _line("court_fee", _share(sources, "court_fee_share", filed_on, claim), sources)


def _electronic_fee(pack: Pack, filed_on: date, claim: int) -> CostLine | None:
    """Return the fee of an electronic order to pay; None where the pack does not know it."""
    sources, code = Sources(pack), "court_fee_electronic"
    if claim <= sources.value("court_fee_electronic_limit", filed_on) * KORUNA:
        lowest = value_on(pack.series["court_fee_electronic_lowest"], filed_on)
        return None if lowest is None else _line(code, lowest * KORUNA, sources)
    if claim <= sources.value("court_fee_flat_limit", filed_on) * KORUNA:
        return _line(code, sources.value("court_fee_electronic_flat", filed_on) * KORUNA, sources)
    return _line(code, _share(sources, "court_fee_electronic_share", filed_on, claim), sources)


def _share(sources: Sources, series: str, filed_on: date, claim: int) -> int:
    """Return a fee in per cent of the sum, whose base is rounded up first (§ 6 odst. 7 zákona č. 549/1991 Sb.)."""
    step = sources.value("court_fee_step", filed_on) * KORUNA
    base = -(-claim // step) * step
    return round_half_up(base * Fraction(sources.value(series, filed_on), _WHOLE))

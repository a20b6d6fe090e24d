"""One bill of an executor, step after step: remuneration, lump sum, VAT (vyhláška č. 330/2001 Sb.).

Everything is known here: one day on which the enforcement began, one of the authorisation, one sum recovered.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs reads the annotations
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from dluhy.dates import Span  # noqa: TC001 - attrs reads the annotations
from dluhy.deductions.sources import Sources, round_half_up, weakest_of
from dluhy.law.amounts import constant
from dluhy.money import HALERE_PER_KORUNA as KORUNA

if TYPE_CHECKING:
    from dluhy.law.models import Bilingual, Citation, Evidence
    from dluhy.law.pack import Pack

_WHOLE, _PERCENT = 10_000, 100
_PARTS: Final = (1, 2, 3, 4)  # parts of the base, each with its limit and share
_TWO: Final = 2
_UP_TO_LIMIT: Final = "up_to_limit"


@frozen
class CostStep:
    """One figure of the computation in haléře; `code` is of the vocabulary `executor_cost_steps`."""

    code: str
    halere: int
    cites: tuple[Citation, ...] = field(eq=False)


@frozen(kw_only=True)
class CostsVariant:
    """The costs in one possibility, haléře: when the enforcement began, when authorised, how much was recovered.

    `recovered` is None where it makes no difference. `evidence` is of the sum without VAT, `vat_evidence` of the rate
    of VAT.
    """

    began_on: Span
    authorised_on: Span
    recovered: int | None
    steps: tuple[CostStep, ...]
    remuneration: int
    lump: int
    vat: int
    evidence: Evidence = field(eq=False)
    vat_evidence: Evidence = field(eq=False)
    notes: tuple[Bilingual, ...] = field(eq=False)

    @property
    def without_vat(self) -> int:
        """What is due to an executor who does not pay VAT."""
        return self.remuneration + self.lump

    @property
    def with_vat(self) -> int:
        """What is due to an executor who pays VAT."""
        return self.without_vat + self.vat


@frozen(kw_only=True)
class EnforcementCase:
    """What is known of an enforcement but for its days, haléře; `early` is payment within the limit of the call."""

    claim: int
    recovered: int | None
    early: bool
    stopped: bool
    creditors: int
    debtors: int
    joined_on: date | None


@frozen
class Days:
    """One possibility: the spans of days within which nothing in the tariff changes."""

    began: Span
    authorised: Span


@define
class Bill:
    """Works out one possibility, step after step."""

    case: EnforcementCase
    days: Days
    recovered: int
    pack: Pack
    steps: list[CostStep] = field(factory=list)
    read: list[Sources] = field(factory=list)

    @property
    def began(self) -> date:
        """A day on which the enforcement may have begun."""
        return a_day_of(self.days.began)

    @property
    def authorised(self) -> date:
        """A day on which the executor may have been authorised."""
        return a_day_of(self.days.authorised)

    def variant(self) -> CostsVariant:
        """Return the costs; HorizonError names what the pack does not know of these days."""
        Sources(self.pack).code("executor_expenses_rule", self.began)
        remuneration, lump = self._remuneration(), self._lump()
        evidence = weakest_of(self.read)
        vat_sources = Sources(self.pack)
        percent = vat_sources.value("vat_percent", self.authorised)
        vat = self._step("vat", round_half_up(Fraction((remuneration + lump) * percent, _PERCENT)), vat_sources)
        return CostsVariant(
            began_on=self.days.began, authorised_on=self.days.authorised, recovered=self.recovered,
            steps=tuple(self.steps), remuneration=remuneration, lump=lump, vat=vat, evidence=evidence,
            vat_evidence=vat_sources.evidence, notes=tuple(note for each in self.read for note in each.notes),
        )  # fmt: skip

    def _step(self, code: str, halere: int, sources: Sources) -> int:
        self.steps.append(CostStep(code, halere, sources.cites))
        self.read.append(sources)
        return halere

    def _remuneration(self) -> int:
        fee = self._from_base()
        sources = Sources(self.pack)
        if self.case.stopped:
            least = sources.value("executor_fee_when_stopped", self.began) * KORUNA
            fee = self._step("fee_stopped", max(fee, least), sources)
        elif fee and fee < (least := sources.value("executor_fee_minimum", self.began) * KORUNA):
            fee = self._step("fee_minimum", least, sources)
        if self.case.early:
            early = Sources(self.pack)
            step = early.value("executor_fee_step", self.began)
            fee = self._step(
                "fee_early", _rounded_up(fee * early.ratio("executor_early_share", self.began), step), early
            )
        return fee

    def _from_base(self) -> int:
        """Return the remuneration from the sum recovered, before the least one and the half."""
        of_base, of_fee = Sources(self.pack), Sources(self.pack)
        of_base.code("executor_fee_base_rule", self.began)
        base = _rounded_up(Fraction(self.recovered), of_base.value("executor_base_step", self.began))
        self._step("fee_base", base, of_base)
        exact, lower = Fraction(0), 0
        for part in _PARTS:
            limit = of_fee.value(f"executor_fee_limit_{part}", self.began) * KORUNA
            share = Fraction(of_fee.value(f"executor_fee_share_{part}", self.began), _WHOLE)
            exact, lower = exact + share * max(0, min(base, limit) - lower), limit
        return self._step("fee", _rounded_up(exact, of_fee.value("executor_fee_step", self.began)), of_fee)

    def _lump(self) -> int:
        small = self.case.claim <= constant(self.pack.series["executor_lump_threshold"]) * KORUNA
        size = "small" if small else "larger"
        sources = Sources(self.pack)
        lump = self._step("lump", sources.value(f"executor_lump_{size}_claim", self.authorised) * KORUNA, sources)
        if self.case.early:
            lump = self._early_lump(lump, size)
        most = max(self.case.creditors, self.case.debtors)
        if most > 1:
            series = "executor_lump_two_parties" if most == _TWO else "executor_lump_more_parties"
            lump = self._raised("lump_parties", lump, series, self.authorised)
        if self.case.joined_on is not None:
            lump = self._raised("lump_joined", lump, "executor_lump_joined", self.case.joined_on)
        return lump

    def _early_lump(self, lump: int, size: str) -> int:
        sources = Sources(self.pack)
        if sources.code("executor_half_lump_rule", self.began) == _UP_TO_LIMIT:
            if self.recovered > sources.value("executor_half_lump_limit", self.began) * KORUNA:
                return lump
            size = "small"  # the wording with the limit had one lowered sum only
        lowered = sources.value(f"executor_half_lump_{size}_claim", self.authorised) * KORUNA
        return self._step("lump_early", lowered, sources)

    def _raised(self, code: str, lump: int, series: str, day: date) -> int:
        sources = Sources(self.pack)
        rise = sources.value(series, day)
        return self._step(code, round_half_up(lump * (1 + Fraction(rise, _WHOLE))), sources) if rise else lump


def a_day_of(span: Span) -> date:
    """Return a day that a span of possibilities ends or begins with."""
    day = span.first or span.last
    if day is None:
        raise AssertionError
    return day


def _rounded_up(amount: Fraction, crowns: int) -> int:
    """Return an amount in haléře rounded up to a multiple of whole crowns (§ 27 of the tariff)."""
    step = crowns * KORUNA
    return -(-amount // step) * step

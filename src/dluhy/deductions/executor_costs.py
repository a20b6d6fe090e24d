"""What an executor may charge for enforcing a sum of money: remuneration and lump sum (vyhláška č. 330/2001 Sb.).

What nobody knows is not guessed: every possibility is worked out, and what would decide is asked.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs reads the annotations
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Final

from attrs import define, evolve, field, frozen

from dluhy.dates import Span
from dluhy.deductions.interest import Sources, round_half_up
from dluhy.law.amounts import constant, known_code
from dluhy.law.models import EVIDENCE_FROM_STRONGEST
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.money import LARGEST_HALERE
from dluhy.problems import HorizonError, InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.law.models import Bilingual, Citation, Evidence, Series
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
class ExecutorCosts:
    """The costs in every possibility that remains; `questions` and `flags` are codes of their vocabularies."""

    variants: tuple[CostsVariant, ...]
    vat_payer: bool | None
    questions: tuple[str, ...]
    flags: tuple[str, ...]

    @property
    def least(self) -> int:
        """The smallest possible total in haléře."""
        return min(v.with_vat if self.vat_payer else v.without_vat for v in self.variants)

    @property
    def most(self) -> int:
        """The largest possible total in haléře; with VAT unless the executor is known not to pay it."""
        return max(v.without_vat if self.vat_payer is False else v.with_vat for v in self.variants)


@frozen(kw_only=True)
class _Case:
    claim: int
    recovered: int | None
    early: bool
    stopped: bool
    creditors: int
    debtors: int
    joined_on: date | None


@frozen
class _Days:
    """One possibility: the spans of days within which nothing in the tariff changes."""

    began: Span
    authorised: Span


def executor_costs(  # noqa: PLR0913 - a tariff of many conditions, each of which may be unknown
    *,
    claim: int,
    recovered: int | None,
    began_on: date | None,
    authorised_on: date | None,
    paid_within_30_days: bool = False,
    vat_payer: bool | None = None,
    creditors: int = 1,
    debtors: int = 1,
    joined_on: date | None = None,
    stopped: bool = False,
    pack: Pack | None = None,
) -> ExecutorCosts:
    """Return the executor's remuneration and lump sum for a money enforcement, vyhláška 330/2001 § 5, 6, 11, 13, 27.

    `claim` is what was enforced on the day of authorisation without any costs, `recovered` what was recovered without
    them, in haléře (None: the whole claim; of a stopped enforcement unknown). `began_on`: when the motion reached the
    executor; `authorised_on`: when the court authorised him; None is unknown and gives every possibility.
    `joined_on`: when enforcements were joined. Raises InputError for contradictions, HorizonError for days whose
    tariff the pack does not know.
    """
    pack = pack or default_pack()
    case = _Case(claim=claim, recovered=recovered, early=paid_within_30_days, stopped=stopped, creditors=creditors,
                 debtors=debtors, joined_on=joined_on)  # fmt: skip
    _require_sound(case, began_on, authorised_on)
    found, unknown = _variants(case, _possible_days(case, began_on, authorised_on, pack), pack)
    flags = (*_flags(case, found, pack), *(["earlier_tariff_unknown"] if unknown else []))
    return ExecutorCosts(
        variants=tuple(found), vat_payer=vat_payer, questions=tuple(_questions(found, vat_payer)), flags=flags
    )


def _require_sound(case: _Case, began_on: date | None, authorised_on: date | None) -> None:
    problems = []
    for place, amount in (("claim", case.claim), ("recovered", case.recovered or 0)):
        if not 0 <= amount <= LARGEST_HALERE:
            cs, en = "částka je záporná nebo příliš velká", "the amount is negative or too large"
            problems.append(Problem("amount_outside", place, cs, en))
    if min(case.creditors, case.debtors) < 1:
        cs, en = "oprávněný i povinný je vždy aspoň jeden", "there is always at least one creditor and one debtor"
        problems.append(Problem("no_party", "creditors, debtors", cs, en))
    if began_on is not None and authorised_on is not None and authorised_on < began_on:
        cs, en = "pověření předchází začátku exekuce", "the authorisation precedes the beginning of the enforcement"
        problems.append(Problem("days_reversed", "authorised_on", cs, en))
    if case.early and case.stopped:
        cs = "exekuce zaplacená ve lhůtě podle výzvy není zastavená"
        en = "an enforcement paid within the limit of the call is not a stopped one"
        problems.append(Problem("paid_and_stopped", "stopped", cs, en))
    if problems:
        raise InputError(problems)


def _possible_days(case: _Case, began_on: date | None, authorised_on: date | None, pack: Pack) -> Iterator[_Days]:
    by_began = ["executor_expenses_rule", "executor_fee_base_rule"]
    by_began += ["executor_fee_when_stopped" if case.stopped else "executor_fee_minimum"]
    by_began += ["executor_early_share", "executor_half_lump_rule"] if case.early else []
    by_authorised = ["executor_half_lump_larger_claim" if case.early else "executor_lump_larger_claim"]
    by_authorised += ["executor_lump_two_parties"] if case.creditors > 1 or case.debtors > 1 else []
    began = _spans(began_on, [pack.series[name] for name in by_began])
    authorised = _spans(authorised_on, [pack.series[name] for name in by_authorised])
    for possible in product(began, authorised):
        if possible[0].first is None or possible[1].last is None or possible[0].first <= possible[1].last:
            yield _Days(*possible)


def _spans(day: date | None, series: Iterable[Series]) -> list[Span]:
    if day is not None:
        return [Span(day, day)]
    ends = sorted({period.to for each in series for period in each.period if period.to is not None})
    starts = sorted({period.from_ for each in series for period in each.period if period.from_ is not None})
    return [Span(first, last) for first, last in zip([None, *starts], [*ends, None], strict=True)]


def _variants(case: _Case, days: Iterable[_Days], pack: Pack) -> tuple[list[CostsVariant], list[Problem]]:
    """Return the distinct outcomes, and what of the possibilities the pack does not know."""
    found: list[CostsVariant] = []
    unknown: list[Problem] = []
    for each in days:
        try:
            found += _distinct([_Bill(case, each, recovered, pack).variant() for recovered in _recoveries(case)])
        except HorizonError as error:
            unknown += error.problems
    if not found:
        raise HorizonError(unknown)
    return _merged(found), unknown


def _recoveries(case: _Case) -> tuple[int, ...]:
    if case.recovered is not None:
        return (case.recovered,)
    return (0, case.claim) if case.stopped and case.claim else (case.claim,)


def _distinct(found: list[CostsVariant]) -> list[CostsVariant]:
    if len(found) > 1 and len({variant.without_vat for variant in found}) == 1:
        return [evolve(found[0], recovered=None)]
    return found


def _merged(found: Iterable[CostsVariant]) -> list[CostsVariant]:
    """Join neighbouring spans of days that come to the same."""
    merged: list[CostsVariant] = []
    for variant in found:
        for place, other in enumerate(merged):
            same = evolve(variant, began_on=other.began_on, authorised_on=other.authorised_on) == other
            if same and variant.authorised_on == other.authorised_on:
                merged[place] = evolve(other, began_on=Span(other.began_on.first, variant.began_on.last))
                break
            if same and variant.began_on == other.began_on:
                merged[place] = evolve(other, authorised_on=Span(other.authorised_on.first, variant.authorised_on.last))
                break
        else:
            merged.append(variant)
    return merged


@define
class _Bill:
    """Works out one possibility, step after step."""

    case: _Case
    days: _Days
    recovered: int
    pack: Pack
    steps: list[CostStep] = field(factory=list)
    read: list[Sources] = field(factory=list)

    @property
    def began(self) -> date:
        return _a_day_of(self.days.began)

    @property
    def authorised(self) -> date:
        return _a_day_of(self.days.authorised)

    def variant(self) -> CostsVariant:
        Sources(self.pack).code("executor_expenses_rule", self.began)
        remuneration, lump = self._remuneration(), self._lump()
        evidence = weakest(self.read)
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


def weakest(read: Iterable[Sources]) -> Evidence:
    """Return the weakest evidence of several readings."""
    return max((sources.evidence for sources in read), key=EVIDENCE_FROM_STRONGEST.index)


def _a_day_of(span: Span) -> date:
    day = span.first or span.last
    if day is None:
        raise AssertionError
    return day


def _rounded_up(amount: Fraction, crowns: int) -> int:
    """Return an amount in haléře rounded up to a multiple of whole crowns (§ 27 of the tariff)."""
    step = crowns * KORUNA
    return -(-amount // step) * step


def _questions(found: Sequence[CostsVariant], vat_payer: bool | None) -> Iterator[str]:  # noqa: FBT001 - three values
    if len({variant.began_on for variant in found}) > 1:
        yield "began_on"
    if len({variant.authorised_on for variant in found}) > 1:
        yield "authorised_on"
    if len({variant.recovered for variant in found}) > 1:
        yield "recovered"
    if vat_payer is None:
        yield "vat_payer"


def _flags(case: _Case, found: Sequence[CostsVariant], pack: Pack) -> Iterator[str]:
    yield "proven_expenses"
    if case.recovered is None and not case.stopped:
        yield "whole_claim_recovered"
    if case.recovered == 0 and not case.stopped:
        yield "nothing_recovered"
    rule = pack.series["executor_fee_base_rule"]
    if any(known_code(rule, _a_day_of(variant.began_on)) == "recovered" for variant in found):
        yield "base_with_costs"
    if case.early:
        yield "early_needs_all"
    if case.stopped:
        yield "stopped_who_pays"

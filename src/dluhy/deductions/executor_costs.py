"""What an executor may charge for enforcing a sum of money: remuneration and lump sum, by the tariff (vyhláška 330/2001).

What nobody knows is not guessed: every possibility is worked out, and what would decide is asked.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs reads the annotations
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from dluhy.dates import Span
from dluhy.deductions.interest import Sources, round_half_up
from dluhy.law.amounts import constant, value_on
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

    `evidence` is of the sum without VAT, `vat_evidence` of the rate of VAT.
    """

    began_on: Span
    authorised_on: Span
    recovered: int
    steps: tuple[CostStep, ...]
    remuneration: int
    lump: int
    vat: int
    evidence: Evidence
    vat_evidence: Evidence
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
    found, left_out = _variants(case, list(_possible_days(case, began_on, authorised_on, pack)), pack)
    flags = dict.fromkeys(_flags(case, found, pack, left_out=left_out))
    return ExecutorCosts(
        variants=tuple(found), vat_payer=vat_payer, questions=tuple(_questions(found, vat_payer)), flags=tuple(flags)
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


def _variants(case: _Case, days: Sequence[_Days], pack: Pack) -> tuple[list[CostsVariant], bool]:
    """Return the distinct outcomes and whether a possibility with an unknown tariff was left out."""
    found: list[CostsVariant] = []
    unknown: list[Problem] = []
    for each in days:
        try:
            computed = [_computed(case, each, recovered, pack) for recovered in _recoveries(case)]
        except HorizonError as error:
            unknown += error.problems
            continue
        found += computed
    if not found:
        raise HorizonError(unknown)
    return _merged(found), bool(unknown)


def _recoveries(case: _Case) -> tuple[int, ...]:
    if case.recovered is not None:
        return (case.recovered,)
    return (0, case.claim) if case.stopped and case.claim else (case.claim,)


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

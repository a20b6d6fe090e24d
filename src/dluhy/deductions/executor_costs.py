"""What an executor may charge for enforcing a sum of money: remuneration and lump sum (vyhláška č. 330/2001 Sb.).

What nobody knows is not guessed: every possibility is worked out, and what would decide is asked.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from dluhy.dates import Span
from dluhy.deductions.executor_bill import Bill, CostStep, CostsVariant, Days, EnforcementCase, a_day_of
from dluhy.deductions.sources import weakest_of
from dluhy.law.amounts import known_code
from dluhy.law.pack import default_pack
from dluhy.money import LARGEST_HALERE
from dluhy.problems import HorizonError, InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.law.models import Series
    from dluhy.law.pack import Pack

__all__ = ["CostStep", "CostsVariant", "ExecutorCosts", "executor_costs", "weakest_of"]


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
    `joined_on`: when enforcements were joined, not before they began. Raises InputError for contradictions,
    HorizonError for days whose tariff the pack does not know.
    """
    pack = pack or default_pack()
    case = EnforcementCase(
        claim=claim, recovered=recovered, early=paid_within_30_days, stopped=stopped, creditors=creditors,
        debtors=debtors, joined_on=joined_on,
    )  # fmt: skip
    _require_sound(case, began_on, authorised_on)
    found, unknown = _variants(case, _possible_days(case, began_on, authorised_on, pack), pack)
    flags = (*_flags(case, found, pack), *(["earlier_tariff_unknown"] if unknown else []))
    return ExecutorCosts(
        variants=tuple(_in_order(each) for each in found),
        vat_payer=vat_payer,
        questions=tuple(_questions(found, vat_payer)),
        flags=flags,
    )


def _require_sound(case: EnforcementCase, began_on: date | None, authorised_on: date | None) -> None:
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
    if began_on is not None and case.joined_on is not None and case.joined_on < began_on:
        cs, en = "spojení předchází začátku exekuce", "the joining precedes the beginning of the enforcement"
        problems.append(Problem("days_reversed", "joined_on", cs, en))
    if case.early and case.stopped:
        cs = "exekuce zaplacená ve lhůtě podle výzvy není zastavená"
        en = "an enforcement paid within the limit of the call is not a stopped one"
        problems.append(Problem("paid_and_stopped", "stopped", cs, en))
    if problems:
        raise InputError(problems)


def _possible_days(
    case: EnforcementCase, began_on: date | None, authorised_on: date | None, pack: Pack
) -> Iterator[Days]:
    by_began = ["executor_expenses_rule", "executor_fee_base_rule"]
    by_began += ["executor_fee_when_stopped" if case.stopped else "executor_fee_minimum"]
    by_began += ["executor_early_share", "executor_half_lump_rule"] if case.early else []
    by_authorised = ["executor_half_lump_larger_claim" if case.early else "executor_lump_larger_claim"]
    by_authorised += ["executor_lump_two_parties"] if case.creditors > 1 or case.debtors > 1 else []
    began = _spans(began_on, [pack.series[name] for name in by_began])
    authorised = _spans(authorised_on, [pack.series[name] for name in by_authorised])
    for possible in product(began, authorised):
        if possible[0].first is None or possible[1].last is None or possible[0].first <= possible[1].last:
            yield Days(*possible)


def _spans(day: date | None, series: Iterable[Series]) -> list[Span]:
    if day is not None:
        return [Span(day, day)]
    ends = sorted({period.to for each in series for period in each.period if period.to is not None})
    starts = sorted({period.from_ for each in series for period in each.period if period.from_ is not None})
    return [Span(first, last) for first, last in zip([None, *starts], [*ends, None], strict=True)]


def _variants(case: EnforcementCase, days: Iterable[Days], pack: Pack) -> tuple[list[CostsVariant], list[Problem]]:
    """Return the distinct outcomes, and what of the possibilities the pack does not know."""
    found: list[CostsVariant] = []
    unknown: list[Problem] = []
    for each in days:
        try:
            found += _distinct([Bill(case, each, recovered, pack).variant() for recovered in _recoveries(case)])
        except HorizonError as error:
            unknown += error.problems
    if not found:
        raise HorizonError(unknown)
    return _merged(found), unknown


def _recoveries(case: EnforcementCase) -> tuple[int, ...]:
    if case.recovered is not None:
        return (case.recovered,)
    return (0, case.claim) if case.stopped and case.claim else (case.claim,)


def _in_order(variant: CostsVariant) -> CostsVariant:
    """Return a possibility whose authorisation does not precede the beginning of the enforcement."""
    firsts = [day for day in (variant.began_on.first, variant.authorised_on.first) if day is not None]
    return evolve(variant, authorised_on=Span(max(firsts, default=None), variant.authorised_on.last))


def _distinct(found: list[CostsVariant]) -> list[CostsVariant]:
    if len(found) > 1 and len({variant.without_vat for variant in found}) == 1:
        return [evolve(found[0], recovered=None)]
    return found


def _merged(found: list[CostsVariant]) -> list[CostsVariant]:
    """Join neighbouring spans of days that come to the same, until no two are left."""
    joined = _joined(found)
    return found if len(joined) == len(found) else _merged(joined)


def _joined(found: Iterable[CostsVariant]) -> list[CostsVariant]:
    joined: list[CostsVariant] = []
    for variant in found:
        for place, other in enumerate(joined):
            both = _both(other, variant)
            if both is not None:
                joined[place] = both
                break
        else:
            joined.append(variant)
    return joined


def _both(one: CostsVariant, other: CostsVariant) -> CostsVariant | None:
    """Return two outcomes as one where they come to the same and their days make one span."""
    if evolve(other, began_on=one.began_on, authorised_on=one.authorised_on) != one:
        return None
    if one.authorised_on == other.authorised_on and _adjoin(one.began_on, other.began_on):
        return evolve(one, began_on=Span(one.began_on.first, other.began_on.last))
    if one.began_on == other.began_on and _adjoin(one.authorised_on, other.authorised_on):
        return evolve(one, authorised_on=Span(one.authorised_on.first, other.authorised_on.last))
    return None


def _adjoin(earlier: Span, later: Span) -> bool:
    return earlier.last is not None and later.first == earlier.last + timedelta(days=1)


def _questions(found: Sequence[CostsVariant], vat_payer: bool | None) -> Iterator[str]:  # noqa: FBT001 - three values
    if len({variant.began_on for variant in found}) > 1:
        yield "began_on"
    if len({variant.authorised_on for variant in found}) > 1:
        yield "authorised_on"
    if len({variant.recovered for variant in found}) > 1:
        yield "recovered"
    if vat_payer is None:
        yield "vat_payer"


def _flags(case: EnforcementCase, found: Sequence[CostsVariant], pack: Pack) -> Iterator[str]:
    yield "proven_expenses"
    yield "recurring_capped"
    if case.recovered is None and not case.stopped:
        yield "whole_claim_recovered"
    if case.recovered == 0 and not case.stopped:
        yield "nothing_recovered"
    rule = pack.series["executor_fee_base_rule"]
    if any(known_code(rule, a_day_of(variant.began_on)) == "recovered" for variant in found):
        yield "base_with_costs"
    if case.early:
        yield "early_needs_all"
    if case.stopped:
        yield "stopped_who_pays"

"""A strategy told: when it frees, what it costs, what is left to live on, its risks, conditions and assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.dates import MONTHS_OF_A_YEAR, months_between
from dluhy.engine.steps import Flag
from dluhy.law.amounts import known_value
from dluhy.law.models import weakest
from dluhy.relief.projection_law import DEDUCTIONS
from dluhy.relief.strategies_values import Strategy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.law.models import Evidence, Term
    from dluhy.law.pack import Pack
    from dluhy.relief.strategies_course import Course
    from dluhy.relief.strategies_model import StrategyInput
    from dluhy.relief.strategies_relief import Relieved
    from dluhy.relief.strategies_values import StrategyMonth

_REPAID: Final = ("executor", "costs", "interest", "principal")
_SHORT: Final = "trustee_short"
CONTRIBUTION: Final = "contribution"
"""The condition that somebody adds what is missing to the least payment."""
ENFORCED: Final = "enforced"
_PRESUMED: Final = ("presumed_effort", "court_rate", "success_share")


@frozen
class Sums:
    """What the months of a strategy come to; haléře."""

    total: int
    from_debtor: int
    least_left: int
    below: int | None
    short_by: int
    uncovered: int
    under: int


def sums_of(months: Sequence[StrategyMonth], state: StrategyInput) -> Sums:
    """Return the sums of months; money that was given back is not paid."""
    total = sum(month.paid - month.to("returned") for month in months)
    lefts = [month.left for month in months]
    minimum = state.living_minimum
    expenses = None if state.expenses is None else state.expenses - state.maintenance
    return Sums(
        total=total, from_debtor=total - sum(month.of("gifts") for month in months), least_left=min(lefts),
        below=None if minimum is None else sum(left < minimum for left in lefts),
        short_by=max(0, (minimum or 0) - min(lefts)),
        uncovered=0 if expenses is None else sum(left < expenses for left in lefts),
        under=max(0, (expenses or 0) - min(lefts)),
    )  # fmt: skip


def told_course(term: Term, found: Course, pack: Pack) -> Strategy:
    """Return a strategy without debt relief from its finished course."""
    state, months = found.state, found.months
    sums, ended = sums_of(months, state), not months[-1].remaining
    return Strategy(
        code=term.code, status="computed", month=tuple(months), freed_on=months[-1].first if ended else None,
        months=len(months) if ended else None, why_never=None if ended else _never(found),
        total_paid=sums.total, from_debtor=sums.from_debtor, monthly_now=months[0].paid, least_left=sums.least_left,
        below_minimum=sums.below, short=sums.under, first_step=term.more["first_step"],
        risks=(*_risks(term, found, sums),), conditions=(*_conditions(term, state, pack),),
        flags=(*_flags(found, pack),), evidence=_evidence(found, term, pack, ended=ended),
    )  # fmt: skip


def _never(found: Course) -> Flag:
    months = found.months
    if all(account.claim.not_owed for account in found.accounts if account.total):
        return Flag(code="not_owed_stays", evidence="S", values={"remaining": months[-1].remaining})
    last = months[-MONTHS_OF_A_YEAR:]
    paid = sum(month.to(use) for month in last for use in _REPAID)
    added = sum(month.accrued for month in last)
    if not paid:
        return Flag(code="nothing_paid", evidence="M")
    if added >= paid:
        return Flag(code="interest_outgrows", evidence="M", values={"added": added, "paid": paid})
    return Flag(code="horizon", evidence="M", values={"months": len(months), "remaining": months[-1].remaining})


def _risks(term: Term, found: Course, sums: Sums) -> Iterator[Flag]:
    more, state = term.more, found.state
    if any(month.accrued for month in found.months):
        yield Flag(code="interest_grows")
    if found.not_owed_paid:
        least = sum(claim.balance or 0 for claim in state.claims or () if not claim.not_owed)
        yield Flag(code="not_owed_deducted", evidence="S", values={"amount": found.not_owed_paid, "least": least})
    unpaid = [claim for claim in state.claims or () if claim.balance and not claim.enforced]
    if unpaid and not more["pays"]:
        yield Flag(code="new_enforcement", evidence="S")
    if unpaid and more["pays"]:
        yield Flag(code="creditor_may_refuse", evidence="S")
    yield from _of_stop(term, state)
    yield from _of_living(sums)


def _of_stop(term: Term, state: StrategyInput) -> Iterator[Flag]:
    if term.more["stops"]:
        least = sum(claim.drop.least or 0 for claim in state.claims or () if claim.drop is not None)
        yield (
            Flag(code="stop_may_fail", evidence="S", values={"least": least})
            if least
            else Flag(code="stop_uncertain", evidence="S")
        )


def _of_living(sums: Sums) -> Iterator[Flag]:
    if sums.below:
        yield Flag(code="below_minimum", values={"months": sums.below, "amount": sums.short_by})
    if sums.uncovered:
        yield Flag(code="expenses_not_covered", values={"months": sums.uncovered, "amount": sums.under})


def _conditions(term: Term, state: StrategyInput, pack: Pack) -> Iterator[Flag]:
    yield Flag(code="income_lasts")
    yield Flag(code="no_new_debts")
    if term.more["stops"]:
        months = known_value(pack.series["strategy_stop_months"], state.from_month)
        yield Flag(code="defects_hold", evidence="M", values={"months": months})
    if term.more["pays"]:
        yield Flag(code="creditors_agree", evidence="S")
    if term.more["relieves"]:
        yield Flag(code="petition_admitted", evidence="S2")
        yield Flag(code="duties_kept", evidence="S2")
        if state.relief is not None and state.relief.third_party_monthly:
            yield Flag(code="gift_lasts", evidence="S")


def _flags(found: Course, pack: Pack) -> Iterator[Flag]:
    state = found.state
    yield from _assumed(found.months, pack)
    if state.living_minimum is None:
        yield Flag(code="minimum_unknown")
    claims = sorted(state.claims or (), key=lambda claim: claim.id)
    for claim in claims:
        if claim.allocation is None and claim.yearly_rate and claim.balance:
            yield Flag(code="allocation_unknown", evidence="D", values={"claim": claim.id})
    if any(claim.enforced and claim.executor_costs for claim in claims):
        yield Flag(code="executor_costs_first", evidence="S")
    if found.too_little_now is not None:
        amount, minimum = found.too_little_now
        yield Flag(code="no_offer_now", evidence="M", values={"amount": amount, "minimum": minimum})
    yield from found.deductions.flags()


def _assumed(months: Sequence[StrategyMonth], pack: Pack) -> Iterator[Flag]:
    count = sum(month.assumed for month in months)
    if count:
        day = pack.info.horizon[DEDUCTIONS].to.isoformat()
        yield Flag(code="months_assumed", evidence="D", values={"months": count, "day": day})


def _evidence(found: Course, term: Term, pack: Pack, *, ended: bool) -> Evidence:
    orders = pack.vocabularies["strategy_allocations"]
    claims = [claim for claim in found.state.claims or () if claim.balance]
    marks: list[Evidence] = [found.deductions.evidence()]
    marks += [orders[claim.allocation].more["evidence"] for claim in claims if claim.allocation]
    assumed = any(month.assumed for month in found.months)
    assumed |= any(claim.yearly_rate and claim.allocation is None for claim in claims)
    marks += ["D"] if assumed else []
    marks += ["M"] if term.more["stops"] or term.more["pays"] or not ended else []
    return weakest(marks)


def told_relief(term: Term, found: Relieved, state: StrategyInput, pack: Pack) -> Strategy:
    """Return debt relief as a strategy; the month of freedom is the last of the plan, never a promise of the court."""
    projection, sums, stays = found.projection, sums_of(found.months, state), found.stays
    never, last = _relief_never(found), projection.end_month
    if found.after.months:
        last = found.after.months[-1].first
    plan = next(month for month in projection.months if month.plan_month == 1)
    unclear = sum(each.rest for each in projection.surviving if each.survives == "unclear")
    practice: list[Evidence] = ["M"] if term.more["stops"] else []
    after: list[Evidence] = ["D"] if found.after.months else []
    return Strategy(
        code=term.code, status="computed", month=found.months,
        freed_on=None if never else last, plan_ends=projection.end_month,
        months=None if never else months_between(state.from_month, last) + 1, why_never=never,
        total_paid=sums.total, from_debtor=sums.from_debtor, monthly_now=plan.money_in + found.kept,
        least_left=sums.least_left, below_minimum=sums.below, short=sums.under, stays=stays, stays_unclear=unclear,
        first_step=term.more["first_step"], risks=(*_relief_risks(term, found, state, sums, (stays, unclear)),),
        conditions=(*_conditions(term, state, pack), *_relief_conditions(found, state)),
        flags=(*_relief_flags(found, state, pack),),
        evidence=weakest([projection.evidence, *practice, *after]),
    )  # fmt: skip


def _relief_never(found: Relieved) -> Flag | None:
    """Return why debt relief does not lead out: it does not even pay the trustee, or what outlives it stays."""
    short = next((flag for flag in found.projection.flags if flag.code == _SHORT), None)
    if short is not None:
        return Flag(code="relief_minimum", evidence="S", values=dict(short.values))
    if found.after.left or (found.stays and not found.after.months):
        return Flag(code="survivors_stay", evidence="S", values={"remaining": found.after.left or found.stays})
    return None


def _relief_conditions(found: Relieved, state: StrategyInput) -> Iterator[Flag]:
    """Yield what debt relief depends on beside the court: missing money, a secured creditor, creditors afterwards."""
    if found.help.promised:
        yield Flag(code="promise_given", evidence="S2", values={"amount": found.help.promised})
    if found.help.contributed:
        yield Flag(code=CONTRIBUTION, evidence="S2", values={"amount": found.help.contributed})
    if found.kept:
        yield Flag(code="secured_paid", evidence="S", values={"amount": found.kept})
    if found.after.months and any(not claim.enforced for claim in state.claims or ()):
        yield Flag(code="survivors_paid", evidence="S", values={"amount": found.stays})


def _relief_risks(
    term: Term, found: Relieved, state: StrategyInput, sums: Sums, staying: tuple[int, int]
) -> Iterator[Flag]:
    projection = found.projection
    codes = {flag.code for flag in projection.flags}
    if "court_rate_unknown" in codes:
        yield Flag(code="court_sets_rate", evidence="S")
    if any(target.code in _PRESUMED and target.plan_month is None for target in projection.targets):
        yield Flag(code="presumption_not_reached", evidence="S")
    yield Flag(code="relief_cancelled", evidence="S")
    if "gift_depends_on_donor" in codes:
        yield Flag(code="gift_may_stop", evidence="S")
    if state.relief is not None and state.relief.home is not None:
        yield Flag(code="home_may_be_sold", evidence="S")
    for code, amount in zip(("stays", "stays_unclear"), staying, strict=True):
        if amount:
            yield Flag(code=code, evidence="S", values={"amount": amount})
    yield from _of_stop(term, state)
    yield from _of_living(sums)


def _relief_flags(found: Relieved, state: StrategyInput, pack: Pack) -> Iterator[Flag]:
    yield from _assumed(found.months, pack)
    if state.living_minimum is None:
        yield Flag(code="minimum_unknown")
    if found.before and found.before_known:
        yield Flag(code="before_permission", evidence="D", values={"months": found.before})
    if not found.before_known:
        yield Flag(code="before_permission_unknown", evidence="?")
    if found.after.months:
        yield Flag(code="survivors_no_interest", evidence="D")
    if any(claim.executor_costs or claim.allocation == ENFORCED for claim in state.claims or ()):
        yield Flag(code="executor_costs_apart", evidence="S")

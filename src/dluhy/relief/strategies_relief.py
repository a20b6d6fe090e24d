"""Debt relief as a strategy: its projection on the months compared, with what happens before the permission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from dluhy.law.amounts import known_value
from dluhy.problems import HorizonError, InputError, Problem
from dluhy.relief.claims import BY_FILING, RUNNING, parted
from dluhy.relief.projection import project
from dluhy.relief.projection_course import PETITION, TRUSTEE
from dluhy.relief.strategies_calendar import months_between
from dluhy.relief.strategies_values import StrategyMonth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import ReliefClaim, ReliefInput
    from dluhy.relief.projection_values import Month, Projection
    from dluhy.relief.strategies_model import StrategyInput


@frozen
class Relieved:
    """A projection on the months compared; `before` are months before the permission, None where not known."""

    projection: Projection
    months: tuple[StrategyMonth, ...]
    before: int
    before_known: bool


def without_dropped(state: StrategyInput, pack: Pack, *, most: bool = False) -> ReliefInput | None:
    """Return the input of debt relief without what objections take off; None where fewer than two claims are left."""
    relief = state.relief
    if relief is None:
        return None
    drops = {}
    for claim in state.claims or ():
        if claim.drop is not None:
            amount = claim.drop.most if most and claim.drop.most is not None else claim.drop.least
            drops[claim.relief_id or claim.id] = amount or 0
    claims = tuple(_smaller(claim, drops.get(claim.id, 0)) for claim in relief.claims)
    left = tuple(claim for claim in claims if claim.amount or claim.id not in drops)
    counted = [claim for claim in left if claim.amount]
    least = known_value(pack.series["strategy_creditors_least"], state.from_month)
    return evolve(relief, claims=left) if len(counted) >= least else None


def _smaller(claim: ReliefClaim, amount: int) -> ReliefClaim:
    """Return a claim without a part of it: accessories first, then penalties, what is not satisfied, the rest."""
    if not amount:
        return claim
    rest = left = min(amount, claim.amount)
    kept = []
    for part in (claim.accessories, claim.penalty, claim.accrued_after):
        kept.append(part - min(rest, part))
        rest -= min(rest, part)
    return evolve(claim, amount=claim.amount - left, accessories=kept[0], penalty=kept[1], accrued_after=kept[2])


def satisfiable(relief: ReliefInput, pack: Pack) -> bool:
    """Return whether any unsecured claim takes part: without one there is nothing to be relieved of by instalments."""
    return any(part.rank in BY_FILING and part.ranked for part in (parted(claim, pack) for claim in relief.claims))


def relieved(state: StrategyInput, relief: ReliefInput, lead: Sequence[StrategyMonth] | None, pack: Pack) -> Relieved:
    """Return debt relief on the months compared; `lead` are the months as they go on now, None where not known."""
    found = _projected(relief, pack)
    before = max(0, months_between(state.from_month, found.permitted_on))
    leading = tuple((lead or ())[:before])
    shown = [month for month in found.months if month.first >= state.from_month.replace(day=1)]
    if not shown:
        cs, en = "oddlužení končí dřív, než začíná srovnání", "debt relief ends before the comparison begins"
        raise InputError([Problem("ended_before", "/relief", cs, en)])
    return Relieved(
        found, (*leading, *_months(found, shown, state)), before, before_known=lead is not None or not before
    )  # fmt: skip


def _projected(relief: ReliefInput, pack: Pack) -> Projection:
    """Return the projection; what is wrong with its input is told under its own place."""
    try:
        return project(relief, pack)
    except InputError as error:
        if isinstance(error, HorizonError):
            raise
        raise InputError([evolve(each, place=f"/relief{each.place}") for each in error.problems]) from None


def _months(found: Projection, shown: Sequence[Month], state: StrategyInput) -> Iterator[StrategyMonth]:
    old = [each for each in found.claims if each.rank != RUNNING]
    owed = sum(each.ranked + each.subordinated + each.secured + each.excluded for each in old)
    remaining = owed - sum(_to_debts(month, found) for month in found.months if month.first < shown[0].first)
    for month in shown[:-1]:
        remaining -= _to_debts(month, found)
        yield _month(month, state, remaining)
    remaining -= _to_debts(shown[-1], found)
    new = sum(each.rest for each in found.claims if each.rank == RUNNING)
    new += found.trustee.owed + found.trustee.by_state
    after = sum(each.rest for each in found.surviving if each.rank != RUNNING) + sum(each.secured_rest for each in old)
    yield _month(shown[-1], state, after + new, accrued=new, dropped=remaining - after)


def _to_debts(month: Month, found: Projection) -> int:
    """Return what claims got that are debts from before; running maintenance falls due and is paid each month."""
    pairs = zip(found.claims, month.payments, strict=True)
    return sum(amount for claim, amount in pairs if claim.rank != RUNNING)


def _month(month: Month, state: StrategyInput, remaining: int, *, accrued: int = 0, dropped: int = 0) -> StrategyMonth:
    proceedings = month.of_ranks(*TRUSTEE, PETITION)
    sources = {
        "deduction": month.deduction, "instalments": month.voluntary, "gifts": month.gifts,
        "property": month.extraordinary + month.sale + month.collateral,
    }  # fmt: skip
    uses = {"claims": sum(month.payments), "proceedings": proceedings, "returned": month.returned}
    return StrategyMonth(
        first=month.first, sources=tuple((code, amount) for code, amount in sources.items() if amount),
        uses=tuple((code, amount) for code, amount in uses.items() if amount), accrued=accrued, dropped=dropped,
        remaining=remaining, left=month.left + state.other_income, assumed=month.assumed,
    )  # fmt: skip

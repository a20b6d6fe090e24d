"""Debt relief as a strategy: its projection on the months compared, with what happens before the permission."""

from __future__ import annotations

from calendar import isleap, monthrange
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from dluhy.dates import months_between
from dluhy.law.amounts import known_value
from dluhy.problems import HorizonError, InputError, Problem
from dluhy.relief.claims import BY_FILING, RUNNING, parted
from dluhy.relief.projection import project
from dluhy.relief.projection_course import PETITION, TRUSTEE
from dluhy.relief.strategies_aftermath import Aftermath, aftermath
from dluhy.relief.strategies_course import needed
from dluhy.relief.strategies_later import shifted
from dluhy.relief.strategies_ledger import accounts
from dluhy.relief.strategies_values import StrategyMonth

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import ReliefClaim, ReliefInput
    from dluhy.relief.projection_values import ClaimTotal, Month, Projection
    from dluhy.relief.strategies_calendar import Slot
    from dluhy.relief.strategies_ledger import Account
    from dluhy.relief.strategies_model import StrategyInput
    from dluhy.relief.strategies_values import Parts

SECURED: Final = "secured"
_SHORT: Final = "trustee_short"


@frozen
class Help:
    """What is missing to the least payment that entry asks for, a month in haléře.

    `promised` the debtor can promise from what is left over the expenses (§ 391 odst. 3 IZ), `contributed` somebody
    else would have to add.
    """

    promised: int = 0
    contributed: int = 0


@frozen
class Relieved:
    """A projection on the months compared, those after it too.

    `before` are months before the permission. `stays` is what surely outlives debt relief, `kept` the instalments a
    month of secured debts paid beside it.
    """

    projection: Projection
    months: tuple[StrategyMonth, ...]
    before: int
    before_known: bool
    stays: int = 0
    kept: int = 0
    help: Help = field(factory=Help)
    after: Aftermath = field(factory=Aftermath)


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


def relieved(  # noqa: PLR0913 - what comes before, what comes after, and when
    state: StrategyInput,
    relief: ReliefInput,
    lead: Sequence[StrategyMonth] | None,
    slots: Sequence[Slot],
    pack: Pack,
    *,
    later: int = 0,
) -> Relieved:
    """Return debt relief on the months compared, and after it until what outlives it is paid.

    `lead` are the months as they go on now, None where not known. What is missing to the least payment is added to it:
    as a promise where enough is left, else as somebody's contribution. With `later` all of it comes so many months
    later, by the law of now.
    """
    found, help_ = _helped(state, relief, pack)
    found = shifted(found, later) if later else found
    before = max(0, months_between(state.from_month, found.permitted_on))
    leading = tuple((lead or ())[:before])
    shown = [month for month in found.months if month.first >= state.from_month.replace(day=1)]
    if not shown:
        cs, en = "oddlužení končí dřív, než začíná srovnání", "debt relief ends before the comparison begins"
        raise InputError([Problem("ended_before", "/relief", cs, en)])
    kept = _kept(state, relief, found, pack)
    monthly = sum(min(each.claim.instalment_now, each.total) for each in kept.values())
    months = tuple(_months(found, shown, state, kept))
    stays = months[-1].remaining - sum(each.rest for each in _unclear(found))
    short = any(flag.code == _SHORT for flag in found.flags)
    after = Aftermath() if short or not stays else aftermath(state, found, kept, slots, pack)
    return Relieved(
        found, (*leading, *months, *after.months), before, before_known=lead is not None or not before, stays=stays,
        kept=monthly, help=help_, after=after,
    )  # fmt: skip


def _unclear(found: Projection) -> Iterator[ClaimTotal]:
    return (each for each in found.surviving if each.survives == "unclear" and each.rank != RUNNING)


def _helped(state: StrategyInput, relief: ReliefInput, pack: Pack) -> tuple[Projection, Help]:
    """Return the projection with what is missing to the least payment that entry asks for (§ 395 odst. 1 b) IZ)."""
    found = _projected(relief, pack)
    month = next(month for month in found.months if month.plan_month == 1)
    missing = (state.relief_least or 0) - month.extent - month.voluntary - month.gifts
    if missing <= 0:
        return found, Help()
    spare = month.left + state.other_income + state.maintenance - needed(state)
    kept = sum(claim.instalment_now for claim in state.claims or () if claim.kept)
    if state.expenses is not None and spare - kept >= missing:
        return _projected(evolve(relief, voluntary=relief.voluntary + missing), pack), Help(promised=missing)
    more = evolve(relief, third_party_monthly=relief.third_party_monthly + missing)
    return _projected(more, pack), Help(contributed=missing)


def _kept(state: StrategyInput, relief: ReliefInput, found: Projection, pack: Pack) -> dict[str, Account]:
    """Return the accounts of debts paid beside debt relief: those that the collateral covers whole and that keep it."""
    amounts = {claim.id: claim.amount for claim in relief.claims}
    covered = {
        each.id for each in found.claims if each.secured_rest and each.secured_rest == amounts[each.id]
    }  # fmt: skip
    names = [claim for claim in state.claims or () if claim.kept and (claim.relief_id or claim.id) in covered]
    return {each.claim.relief_id or each.claim.id: each for each in accounts(names, pack)}


def _projected(relief: ReliefInput, pack: Pack) -> Projection:
    """Return the projection; what is wrong with its input is told under its own place."""
    try:
        return project(relief, pack)
    except InputError as error:
        if isinstance(error, HorizonError):
            raise
        raise InputError([evolve(each, place=f"/relief{each.place}") for each in error.problems]) from None


def _months(
    found: Projection, shown: Sequence[Month], state: StrategyInput, kept: Mapping[str, Account]
) -> Iterator[StrategyMonth]:
    """Yield the months of a projection with the instalments of secured debts that go on beside it."""
    for month in _of_claims(found, shown, state, kept):
        accrued = sum(
            each.accrue(monthrange(month.first.year, month.first.month)[1], leap=isleap(month.first.year))
            for each in kept.values()
        )
        left, used = month.left, dict[str, int]()
        for each in kept.values():
            each.pay(min(each.claim.instalment_now, each.total, left - sum(used.values())), used)
        paid = sum(used.values())
        yield evolve(
            month, left=left - paid, accrued=month.accrued + accrued,
            remaining=month.remaining + sum(each.total for each in kept.values()),
            sources=_with(month.sources, "instalments", paid), uses=_with(month.uses, SECURED, paid),
        )  # fmt: skip


def _with(parts: Parts, code: str, amount: int) -> Parts:
    """Return parts with a sum added to one of them."""
    if not amount:
        return parts
    found = dict(parts)
    return tuple((found | {code: found.get(code, 0) + amount}).items())


def _of_claims(
    found: Projection, shown: Sequence[Month], state: StrategyInput, kept: Mapping[str, Account]
) -> Iterator[StrategyMonth]:
    old = [each for each in found.claims if each.rank != RUNNING and each.id not in kept]
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

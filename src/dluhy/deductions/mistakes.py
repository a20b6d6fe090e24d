"""What a payer may have done otherwise in a month: known mistakes, and facts that are not stated.

Every change is a single one; two of different groups may be joined. Nothing here says which is true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from dluhy.deductions.amounts import wage_sets
from dluhy.deductions.claims import PRIORITY as OTHER_PRIORITY
from dluhy.deductions.claims import ranked
from dluhy.deductions.figures import MANY_PENSION, ONE_THIRD, PRIORITY, RELIEF, binds_from, figures, second_for_all
from dluhy.deductions.model import WAGE, Claim, Spouse
from dluhy.deductions.reckoning import Reckoning, is_like_wage
from dluhy.law.amounts import known_value
from dluhy.money import HALERE_PER_KORUNA as KORUNA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from dluhy.deductions.figures import Figures, Payment
    from dluhy.law.pack import Pack

_MOST_PEOPLE: Final = 3
_YEARS_AROUND: Final = 1
_HOUSING: Final = "housing_for_wages"
_UNKNOWN, _ONE_ORDER, _NO_PENSION, _PENSION = "?", "one", "none", "old_age"


@frozen(kw_only=True)
class Change:
    """One thing otherwise than by law and by what is stated; `code` is a member of `payslip_causes`."""

    code: str
    apply: Callable[[Reckoning], Reckoning] = field(eq=False)
    values: Mapping[str, int | str] = field(factory=dict)


def changes_of(payment: Payment, pack: Pack, *, relief_stated: bool = False) -> Iterator[Change]:
    """Yield every single change worth trying for a payment, mistakes and unstated facts.

    `relief_stated` says that somebody knows whether the debtor is in debt relief.
    """
    if not is_like_wage(payment, pack):
        yield Change(code="as_wage", apply=_payment(income=WAGE))
        return
    found = figures(payment, pack)
    yield from _other_amounts(found, pack)
    yield from _other_people(payment, found)
    yield from _other_extent(payment, found, pack)
    yield from _other_relief(payment, found, relief_stated=relief_stated)
    yield from _other_orders(payment, found, pack)
    yield from _other_fee(found, pack)
    yield from _other_rounding(payment)
    if found.deducted:
        yield Change(code="nothing_deducted", apply=_reckoning(nothing=True))
    if payment.earlier_net:
        yield Change(code="earlier_part_apart", apply=_payment(earlier_net=0))
    yield Change(code="if_other_payer", apply=_payment(base_share=0))


def _other_amounts(found: Figures, pack: Pack) -> Iterator[Change]:
    sets, right = wage_sets(pack).sets, found.amounts
    for each in sets:
        if each.key != right.key and abs(each.first.year - right.first.year) <= _YEARS_AROUND:
            code = "old_amounts" if each.first < right.first else "new_amounts"
            yield Change(code=code, apply=_reckoning(amounts=each), values={"set": each.key})
    used = {each.housing for each in sets}
    for period in pack.series[_HOUSING].period:
        housing = period.value
        if housing is None or housing in used or period.from_ is None or period.from_.year != right.first.year:
            continue
        other = evolve(right, housing=housing)
        yield Change(code="other_housing", apply=_reckoning(amounts=other), values={"amount": housing * KORUNA})
    if found.unlimited:
        yield Change(code="all_by_thirds", apply=_reckoning(threshold="none"))


def _other_people(payment: Payment, found: Figures) -> Iterator[Change]:
    household, counted = payment.household, found.counted
    with_spouse = _household(spouse=Spouse(married=True, counts=True))
    if counted.spouse is None:
        yield Change(code="if_spouse", apply=with_spouse)
    elif counted.spouse:
        yield Change(code="spouse_left_out", apply=_household(spouse=Spouse(married=False)))
    elif household.spouse.married is not False:
        yield Change(code="spouse_counted", apply=with_spouse)
    stated = household.dependants
    for more in range(1, _MOST_PEOPLE + 1):
        code = "if_dependants" if stated is None else "dependants_more"
        yield Change(code=code, apply=_household(dependants=(stated or 0) + more), values={"count": more})
        if stated is not None and stated >= more:
            fewer = _household(dependants=stated - more)
            yield Change(code="dependants_fewer", apply=fewer, values={"count": more})


def _other_extent(payment: Payment, found: Figures, pack: Pack) -> Iterator[Change]:
    if found.extent == RELIEF:
        return
    yield from _other_priority(payment, found)
    yield from _other_number_of_orders(payment, found, pack)
    if found.extent == MANY_PENSION:
        yield Change(code="pension_ignored", apply=_household(own_pension=_NO_PENSION))
    if found.pension_decides:
        yield Change(code="if_pension", apply=_household(own_pension=_PENSION))


def _other_relief(payment: Payment, found: Figures, *, relief_stated: bool) -> Iterator[Change]:
    if found.extent == RELIEF:
        yield Change(code="relief_ignored", apply=_payment(debt_relief=False))
        return
    nobody_knows = payment.claims is None and not relief_stated
    yield Change(code="if_relief" if nobody_knows else "relief_applied", apply=_payment(debt_relief=True))


def _other_priority(payment: Payment, found: Figures) -> Iterator[Change]:
    if payment.claims is None:
        yield Change(code="if_priority", apply=_payment(claims=(Claim(id=_UNKNOWN, priority=True),)))
        return
    for each in found.claims:
        if each.assumed:
            yield Change(code="if_priority", apply=_favoured(each.claim.id), values={"claim": each.claim.id})
    if found.extent in (ONE_THIRD, MANY_PENSION) and found.claims and not all(each.assumed for each in found.claims):
        yield Change(code="taken_as_priority", apply=_claims(_with_priority))
    if found.extent == PRIORITY:
        yield Change(code="taken_as_ordinary", apply=_claims(lambda claim: evolve(claim, kind=None, priority=False)))


def _favoured(name: str) -> Callable[[Reckoning], Reckoning]:
    return _claims(lambda claim: _with_priority(claim) if claim.id == name else claim)


def _with_priority(claim: Claim) -> Claim:
    return evolve(claim, kind=None, priority=True)


def _other_number_of_orders(payment: Payment, found: Figures, pack: Pack) -> Iterator[Change]:
    series = pack.series["many_orders"]
    limit = known_value(series, payment.wage_period)
    coming = next((period for period in series.period if period.value), None)
    orders = len({each.order for each in found.claims})
    if second_for_all(payment, found.claims, found.third, pack):
        yield Change(code="many_orders_ignored", apply=_claims(lambda claim: evolve(claim, order=_ONE_ORDER)))
    elif not limit and coming is not None and 0 < (coming.value or 0) <= orders:
        paid_after = coming.from_ is not None and coming.from_ <= payment.paid_on
        code = "many_orders_practice" if paid_after else "many_orders_early"
        yield Change(code=code, apply=_reckoning(two_thirds=True))
    elif 0 < orders < limit <= len(found.claims):
        yield Change(code="claims_as_orders", apply=_claims(lambda claim: evolve(claim, order=None)))


def _other_orders(payment: Payment, found: Figures, pack: Pack) -> Iterator[Change]:
    early = {claim.id for claim in found.waiting if claim.delivered_on and claim.delivered_on <= payment.paid_on}
    if early:
        code = "if_order_binds" if _may_be_of_an_office(payment, found, pack) else "order_too_early"
        yield Change(code=code, apply=_claims(lambda claim: _at_once(claim) if claim.id in early else claim))
    if found.extent == RELIEF:
        return
    days = {each.claim: binds_from(each.claim, pack) for each in found.claims}
    by_reading = {claim.id for claim, day in days.items() if _by_reading(claim, day, payment)}
    if by_reading:
        yield Change(code="if_order_waits", apply=_without(by_reading))
    if len(set(days.values())) > 1:
        newest = {claim.id for claim, day in days.items() if day == max(days.values())}
        yield Change(code="order_missed", apply=_without(newest))


def _at_once(claim: Claim) -> Claim:
    return evolve(claim, delivered_on=None)


def _by_reading(claim: Claim, day: date, payment: Payment) -> bool:
    """Return whether an order binds for a wage earned before its first day, which § 282a OSŘ leaves unsettled."""
    return claim.delivered_on not in (None, day) and payment.wage_period < day <= payment.paid_on


def _may_be_of_an_office(payment: Payment, found: Figures, pack: Pack) -> bool:
    """Return whether an order that waits may be one of tax enforcement, where nothing waits (§ 187 odst. 2 DŘ)."""
    classes = ranked(found.waiting, payment.paid_on, pack, [])
    return any(each.claim_class == OTHER_PRIORITY or each.assumed for each in classes)


def _other_fee(found: Figures, pack: Pack) -> Iterator[Change]:
    periods = pack.series["payer_month_fee"].period
    fee = found.fee or max(period.value or 0 for period in periods) * KORUNA
    if found.deducted:
        yield Change(code="fee_on_top", apply=_reckoning(extra=fee), values={"amount": fee})
    if found.fee:
        yield Change(code="if_fee_apart", apply=_reckoning(extra=-found.fee), values={"amount": found.fee})


def _other_rounding(payment: Payment) -> Iterator[Change]:
    other = "exact" if payment.rounding == "2dp" else "2dp"
    yield Change(code="other_rounding", apply=_payment(rounding=other))
    yield Change(code="threshold_up", apply=_reckoning(threshold="up"))
    yield Change(code="base_down", apply=_reckoning(base_down=True))


def _reckoning(**fields: Any) -> Callable[[Reckoning], Reckoning]:  # noqa: ANN401 - fields of a reckoning
    return lambda state: evolve(state, **fields)


def _payment(**fields: Any) -> Callable[[Reckoning], Reckoning]:  # noqa: ANN401 - fields of a payment
    return lambda state: evolve(state, payment=evolve(state.payment, **fields))


def _household(**fields: Any) -> Callable[[Reckoning], Reckoning]:  # noqa: ANN401 - fields of a household
    return lambda state: evolve(
        state, payment=evolve(state.payment, household=evolve(state.payment.household, **fields))
    )


def _claims(change: Callable[[Claim], Claim]) -> Callable[[Reckoning], Reckoning]:
    return lambda state: evolve(
        state, payment=evolve(state.payment, claims=tuple(change(claim) for claim in state.payment.claims or ()))
    )


def _without(names: set[str]) -> Callable[[Reckoning], Reckoning]:
    return lambda state: evolve(
        state,
        payment=evolve(
            state.payment, claims=tuple(claim for claim in state.payment.claims or () if claim.id not in names)
        ),
    )

"""A month's deduction reckoned otherwise than by law: other amounts, other roundings, two thirds, something on top."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from dluhy.deductions import formulas
from dluhy.deductions.business import LIKE_WAGE, of_other_income
from dluhy.deductions.claims import wants
from dluhy.deductions.division import Pool, divide
from dluhy.deductions.figures import RELIEF, TWO, figures, second_for_all
from dluhy.deductions.incomes import treatment
from dluhy.engine.arithmetic import INTEGERS
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.money import LARGEST_HALERE

if TYPE_CHECKING:
    from dluhy.deductions.amounts import WageSet
    from dluhy.deductions.figures import Figures, Payment
    from dluhy.law.pack import Pack


@frozen(kw_only=True)
class Reckoning:
    """A payment and how its deduction is computed: by which amounts, how rounded, with what on top (haléře)."""

    payment: Payment
    amounts: WageSet | None = None
    threshold: Literal["law", "up", "none"] = "law"
    base_down: bool = False
    two_thirds: bool = False
    nothing: bool = False
    extra: int = 0


def reckoned(state: Reckoning, pack: Pack) -> int:
    """Return what would be deducted under a reckoning, in haléře; errors as for the payment itself."""
    payment = state.payment
    if state.nothing:
        return 0
    if not is_like_wage(payment, pack):
        return of_other_income(payment, pack).deducted + state.extra
    found = figures(payment, pack)
    lawful = evolve(state, payment=payment, extra=0) == Reckoning(payment=payment)
    return (found.deducted if lawful else _taken(state, found, pack)) + state.extra


def is_like_wage(payment: Payment, pack: Pack) -> bool:
    """Return whether an income is deducted from like a wage on its pay day."""
    return treatment(payment.income, payment.paid_on, pack).code == LIKE_WAGE


def _taken(state: Reckoning, found: Figures, pack: Pack) -> int:
    """Return the deduction by other amounts or roundings; the payer's fee is that of the lawful figures."""
    payment = state.payment
    third, over = _split(state, found)
    thirds = TWO if state.two_thirds else found.thirds
    capacity = formulas.capacity(third, over, thirds)
    if payment.claims is None or found.extent == RELIEF:
        return capacity
    for_all = state.two_thirds or second_for_all(payment, found.claims, third, pack)
    pools: dict[Pool, int] = {"second_third": third * (thirds - 1), "unlimited": over, "first_third": third}
    division = divide(wants(found.claims), pools, fee=0, second_for_all=for_all)
    slack = sum(left for pool, left in division.left.items() if pool != "second_third" or for_all)
    return division.taken + min(found.fee if division.taken else 0, slack)


def _split(state: Reckoning, found: Figures) -> tuple[int, int]:
    """Return one third and the unlimited part of what this payment adds to earlier ones of its month."""
    base, limit = _base(state, found), _threshold(state, found)

    def parts(net: int) -> tuple[int, int]:
        rest = formulas.remainder(INTEGERS, net, base)
        return formulas.third(INTEGERS, rest, limit), formulas.unlimited(INTEGERS, rest, limit)

    before, now = parts(state.payment.earlier_net), parts(state.payment.earlier_net + state.payment.net)
    return now[0] - before[0], now[1] - before[1]


def _base(state: Reckoning, found: Figures) -> int:
    if state.payment.base_share is not None:
        return state.payment.base_share
    amounts = state.amounts or found.amounts
    parts = lcm(amounts.debtor.denominator, amounts.person.denominator)
    debtor, person = int(amounts.debtor * parts), int(amounts.person * parts)
    if state.payment.rounding == "2dp":
        debtor, person = (formulas.to_halere(INTEGERS, part, parts) for part in (debtor, person))
        parts = KORUNA
    if state.base_down:
        return INTEGERS.floor_div(debtor + found.counted.number * person, parts) * KORUNA
    return formulas.base(INTEGERS, debtor, person, found.counted.number, parts)


def _threshold(state: Reckoning, found: Figures) -> int:
    exact = (state.amounts or found.amounts).threshold
    if state.threshold == "up":
        return INTEGERS.ceil_div(exact, KORUNA) * KORUNA
    return LARGEST_HALERE if state.threshold == "none" else exact

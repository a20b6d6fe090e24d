"""The figures of one payment from one payer: from the net income to what each claim gets, in haléře."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.deductions import formulas
from dluhy.deductions.amounts import end_of_month, wage_sets
from dluhy.deductions.checks import payment_problems
from dluhy.deductions.claims import TRUSTEE, Ranked, ranked, wants
from dluhy.deductions.counted import Counted, counted, pension_term
from dluhy.deductions.division import Division, divide
from dluhy.deductions.model import WAGE, Claim, Household, Rounding
from dluhy.engine.arithmetic import INTEGERS
from dluhy.law.amounts import known_code, known_ratio, known_value
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.deductions.amounts import WageSet
    from dluhy.deductions.division import Pool, Want
    from dluhy.law.pack import Pack
    from dluhy.problems import Problem

ONE, TWO = 1, 2
ONE_THIRD, PRIORITY, MANY, MANY_PENSION, RELIEF = (
    "one_third", "priority", "many_orders", "many_orders_pension", "debt_relief",
)  # fmt: skip
_PERCENT: Final = 100
_AT_ONCE: Final = "at_once"


@frozen(kw_only=True)
class Payment:
    """One payment of one payer: what is known of it, money in haléře; `claims` is None where nobody knows them.

    `earlier_net` is what was paid before for the same month, with its deductions: only what this payment adds to them
    is deducted. `fee_due` is false where the payer has kept its fee in this calendar month already. `part` names the
    payment among several of one document.
    """

    paid_on: date
    wage_period: date
    net: int
    household: Household
    claims: tuple[Claim, ...] | None
    rounding: Rounding = "exact"
    debt_relief: bool = False
    base_share: int | None = None
    income: str = WAGE
    payer: str | None = None
    earlier_net: int = 0
    fee_due: bool = True
    part: str | None = None


@frozen(kw_only=True)
class Figures:
    """Every figure of a payment; haléře.

    `before` are the remainder, the third and the unlimited part of what was paid earlier for the same month: the
    figures are what this payment adds to them.
    """

    amounts: WageSet
    counted: Counted
    whole_base: int
    base: int
    remainder: int
    third: int
    unlimited: int
    thirds: int
    extent: str
    capacity: int
    division: Division
    deducted: int
    claims: tuple[Ranked, ...]
    waiting: tuple[Claim, ...]
    pension_decides: bool
    problems: list[Problem] = field(factory=list)
    before: tuple[int, int, int] | None = None
    second_for_all: bool = False

    @property
    def fee(self) -> int:
        """What the payer keeps, in haléře."""
        return self.division.fee


def figures(payment: Payment, pack: Pack) -> Figures:
    """Return the figures of a payment; HorizonError if the pack does not know the law for it.

    Raises InputError for what is impossible in itself. What contradicts the law of the day is in `problems`; then the
    figures are of no use.
    """
    impossible = payment_problems(payment, pack)
    if impossible:
        raise InputError(impossible)
    sets = wage_sets(pack)
    number = sets.index_for(payment.paid_on, payment.wage_period)
    amounts = sets.sets[number]
    people = counted(payment.household, amounts, pack)
    problems = list(people.problems)
    parts = sets.debtor_parts[number], sets.person_parts[number], sets.parts_of_koruna
    whole_base = _base(*parts, people.number, payment.rounding)
    base = whole_base if payment.base_share is None else payment.base_share
    rest, third, over = _split(payment.earlier_net + payment.net, base, amounts.threshold)
    before = _split(payment.earlier_net, base, amounts.threshold) if payment.earlier_net else None
    if before is not None:
        rest, third, over = (now - then for now, then in zip((rest, third, over), before, strict=True))
    binding, waiting = acting_claims(payment, pack)
    claims = tuple(ranked(binding, payment.paid_on, pack, problems))
    extent, pension_decides = _extent(payment, claims, third, pack)
    thirds = ONE if extent in (ONE_THIRD, MANY_PENSION) else TWO
    capacity = formulas.capacity(third, over, thirds)
    pools: dict[Pool, int] = {"second_third": third * (thirds - ONE), "unlimited": over, "first_third": third}
    for_all = second_for_all(payment, claims, third, pack)
    division = _division(payment, claims, pools, extent, pack)
    deducted = capacity if payment.claims is None or extent == RELIEF else division.taken
    return Figures(
        amounts=amounts, counted=people, whole_base=whole_base, base=base, remainder=rest, third=third, unlimited=over,
        thirds=thirds, extent=extent, capacity=capacity, division=division, deducted=deducted, claims=claims,
        waiting=waiting, pension_decides=pension_decides, problems=problems, before=before, second_for_all=for_all,
    )  # fmt: skip


def _base(debtor: int, person: int, parts_of_koruna: int, number: int, rounding: Rounding) -> int:
    if rounding == "exact":
        return formulas.base(INTEGERS, debtor, person, number, parts_of_koruna)
    of_debtor, of_person = (formulas.to_halere(INTEGERS, part, parts_of_koruna) for part in (debtor, person))
    return formulas.base(INTEGERS, of_debtor, of_person, number, KORUNA)


def _split(net: int, base: int, threshold: int) -> tuple[int, int, int]:
    """Return the remainder, one third of it and its unlimited part."""
    rest = formulas.remainder(INTEGERS, net, base)
    return rest, formulas.third(INTEGERS, rest, threshold), formulas.unlimited(INTEGERS, rest, threshold)


def acting_claims(payment: Payment, pack: Pack) -> tuple[list[Claim], tuple[Claim, ...]]:
    """Return the claims whose orders already bind the payer, and those whose orders do not yet (§ 282, 282a OSŘ)."""
    acting: list[Claim] = []
    waiting: list[Claim] = []
    for claim in payment.claims or ():
        (acting if binds_from(claim, pack) <= payment.paid_on else waiting).append(claim)
    return acting, tuple(waiting)


def binds_from(claim: Claim, pack: Pack) -> date:
    """Return the first day on which an order may bind a payer; the first of the calendar if nothing says when."""
    if claim.delivered_on is None:
        return claim.issued_on or date.min
    kinds = pack.vocabularies["enforcement_kinds"]
    own = kinds[claim.enforcement].more.get("deductions_start") if claim.enforcement in kinds else None
    if known_code(pack.series[own or "deductions_start"], claim.delivered_on) == _AT_ONCE:
        return claim.delivered_on
    return end_of_month(claim.delivered_on) + timedelta(days=1)


def _extent(payment: Payment, claims: tuple[Ranked, ...], third: int, pack: Pack) -> tuple[str, bool]:
    """Return why one third or two may be taken, and whether a pension of the debtor would change it."""
    if payment.debt_relief or any(each.claim_class == TRUSTEE for each in claims):
        return RELIEF, False
    many = _many_orders(payment, claims, pack)
    low = many and third < pension_limit(pack, payment.paid_on)
    pension, _ = pension_term(pack, payment.household.own_pension, "many_orders_exception")
    decides = low and pension is None
    if any(each.priority for each in claims):
        return PRIORITY, decides
    if not many:
        return ONE_THIRD, False
    return (MANY_PENSION if low and pension else MANY), decides


def second_for_all(payment: Payment, claims: tuple[Ranked, ...], third: int, pack: Pack) -> bool:
    """Return whether the second third serves claims without priority too (§ 279 odst. 4, 5 OSŘ)."""
    if not _many_orders(payment, claims, pack):
        return False
    pension, _ = pension_term(pack, payment.household.own_pension, "many_orders_exception")
    return not (pension and third < pension_limit(pack, payment.paid_on))


def orders_of(claims: tuple[Ranked, ...]) -> set[str]:
    """Return the different orders of claims; a deduction that was only agreed has none."""
    return {each.order for each in claims if each.ordered}


def _many_orders(payment: Payment, claims: tuple[Ranked, ...], pack: Pack) -> bool:
    limit = known_value(pack.series["many_orders"], payment.wage_period)
    return limit > 0 and len(orders_of(claims)) >= limit


@lru_cache(maxsize=64)
def pension_limit(pack: Pack, paid_on: date) -> int:
    """Return the third from which a pension no longer helps: a trustee's monthly costs with VAT, in haléře."""
    costs = sum(known_value(pack.series[f"trustee_month_{part}"], paid_on) for part in ("fee", "expenses"))
    with_tax = costs * KORUNA * (_PERCENT + known_value(pack.series["vat_percent"], paid_on))
    return with_tax // _PERCENT


@frozen
class Divider:
    """Divides what may be taken in one situation among its claims, whatever they owe; haléře.

    `asked` are the claims as they were given, `full` is the payer's fee before its limit, `share` its limit.
    """

    asked: tuple[Want, ...]
    pools: dict[Pool, int]
    full: int
    share: Fraction
    second_for_all: bool

    def of(self, balances: Sequence[int]) -> Division:
        """Return the division where the claims, in their order, owe other sums than those given."""
        pairs = zip(self.asked, balances, strict=True)
        return self.among([each.owing(balance) for each, balance in pairs])

    def among(self, asked: Sequence[Want]) -> Division:
        """Return the division among claims, after the payer's fee."""
        full, share, for_all, pools = self.full, self.share, self.second_for_all, self.pools
        whole = sum(pools.values())
        wanted = any(want.balance != 0 for want in asked)
        fee = formulas.fee(INTEGERS, full, whole, share) if full and whole and wanted else 0
        division = divide(asked, pools, fee=fee, second_for_all=for_all)
        if not fee or division.taken == whole:
            return division
        division = divide(asked, pools, fee=0, second_for_all=for_all)
        if not division.taken:
            return division
        slack = sum(left for pool, left in division.left.items() if pool != "second_third" or for_all)
        fee = formulas.fee_on_top(INTEGERS, full, division.taken, slack, share)
        return divide(asked, pools, fee=fee, second_for_all=for_all)


def divider_of(found: Figures, payment: Payment, pack: Pack) -> Divider:
    """Return what divides the same payment again among the same claims when they owe other sums.

    Not for a payment in debt relief or without claims, which nothing is divided among.
    """
    whole = found.third * (found.thirds - ONE)
    pools: dict[Pool, int] = {"second_third": whole, "unlimited": found.unlimited, "first_third": found.third}
    return _divider(payment, found.claims, pools, found.extent, pack)


def _divider(payment: Payment, claims: tuple[Ranked, ...], pools: dict[Pool, int], extent: str, pack: Pack) -> Divider:
    full = 0 if extent == RELIEF else _full_fee(payment, claims, pack)
    share = _fee_share(pack, payment.paid_on) if full else Fraction(0)
    for_all = second_for_all(payment, claims, pools["first_third"], pack)
    return Divider(tuple(wants(claims)), pools, full, share, for_all)


def _division(
    payment: Payment, claims: tuple[Ranked, ...], pools: dict[Pool, int], extent: str, pack: Pack
) -> Division:
    """Divide the pools among claims, after the payer's fee."""
    divider = _divider(payment, claims, pools, extent, pack)
    if payment.claims is None or extent == RELIEF:
        full, taken = divider.full, pools["first_third"] + pools["unlimited"]
        return Division((), formulas.fee(INTEGERS, full, taken, divider.share) if full and taken else 0, {}, 0)
    return divider.among(divider.asked)


@lru_cache(maxsize=64)
def _fee_share(pack: Pack, paid_on: date) -> Fraction:
    return known_ratio(pack.series["payer_fee_share"], paid_on)


def _full_fee(payment: Payment, claims: tuple[Ranked, ...], pack: Pack) -> int:
    """Return the payer's fee for a month before its limit, in haléře; zero where none is due."""
    if not _fee_is_due(payment, pack):
        return 0
    days = [each.claim.issued_on or each.claim.delivered_on or payment.paid_on for each in claims]
    series = pack.series["payer_month_fee"]
    return KORUNA * max(known_value(series, day) for day in days or [payment.paid_on])


def _fee_is_due(payment: Payment, pack: Pack) -> bool:
    """Return whether the payer of this kind of income has a fee (§ 301 odst. 2 OSŘ: payers of benefits have none)."""
    if not payment.fee_due:
        return False
    kinds = pack.vocabularies["income_kinds"]
    return bool(kinds[payment.income].more.get("fee", False))

"""What a reader must know of a deduction beside its figures: what is not known, not settled, or easily overlooked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.deductions.counted import ALWAYS, SPOUSE, pension_term
from dluhy.deductions.division import ARREARS, BY_MAINTENANCE, CURRENT
from dluhy.deductions.figures import MANY, MANY_PENSION, RELIEF, binds_from, orders_of
from dluhy.engine.steps import Flag
from dluhy.law.amounts import first_day_with, known_value
from dluhy.law.models import weakest
from dluhy.money import HALERE_PER_KORUNA as KORUNA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dluhy.deductions.claims import Ranked
    from dluhy.deductions.division import Division
    from dluhy.deductions.figures import Figures, Payment
    from dluhy.deductions.model import Claim
    from dluhy.law.models import Evidence, Term
    from dluhy.law.pack import Pack

_OPEN: Final[Mapping[str, Evidence]] = {
    "class_to_verify": "M",
    "binds_by_reading": "?",
    "maintenance_without_weight": "?",
}


def flags_of(payment: Payment, found: Figures, pack: Pack) -> Iterator[Flag]:
    """Yield every flag of a payment's figures."""
    yield from _amount_flags(payment, found, pack)
    yield from _people_flags(payment, found, pack)
    if payment.earlier_net:
        yield Flag(code="earlier_payment", evidence="?")
    yield from _fee_flags(found, pack)
    yield from _order_flags(payment, found, pack)
    relief = found.extent == RELIEF
    yield from claim_flags(payment, found.claims, found.waiting, found.division, pack, relief=relief)
    if relief:
        yield Flag(code="to_trustee")
        yield Flag(code="fee_in_relief", evidence="?")


def _amount_flags(payment: Payment, found: Figures, pack: Pack) -> Iterator[Flag]:
    """Yield what is to be known of the amounts: their notes, and that the pay year froze them."""
    amounts = found.amounts
    if payment.base_share is not None and payment.base_share > found.whole_base:
        yield Flag(code="split_differs", values={"shares": payment.base_share, "base": found.whole_base})
    if amounts.notes:
        yield Flag(code="amounts_note", evidence=amounts.evidence, values={"set": amounts.key})
    if amounts.by_wage_period:
        return
    if payment.paid_on.year > payment.wage_period.year:
        yield Flag(code="pay_year_decides", values={"year": payment.paid_on.year})
    now = known_value(pack.series["living_minimum_single"], payment.paid_on)
    if now != amounts.living_minimum:
        values = {"used": amounts.living_minimum * KORUNA, "now": now * KORUNA, "year": payment.paid_on.year}
        yield Flag(code="living_minimum_frozen", values=values)


def _people_flags(payment: Payment, found: Figures, pack: Pack) -> Iterator[Flag]:
    for fact in found.counted.unknown:
        yield _spouse_flag(payment, found, pack) if fact == SPOUSE else Flag(code="dependants_unknown")
    if payment.household.own_pension is not None or payment.household.spouse.pension is not None:
        yield from _pension_flags(payment, found, pack)
    if found.pension_decides:
        yield Flag(code="pension_unknown")


def _fee_flags(found: Figures, pack: Pack) -> Iterator[Flag]:
    if not found.fee:
        return
    since = first_day_with(pack.series["payer_month_fee"], lambda period: bool(period.value)).isoformat()
    if _first_order_decides(found, pack):
        yield Flag(code="fee_first_order", evidence="?", values={"day": since})
    elif not any(each.claim.issued_on or each.claim.delivered_on for each in found.claims):
        yield Flag(code="fee_assumed", values={"day": since})


def _spouse_flag(payment: Payment, found: Figures, pack: Pack) -> Flag:
    """Return what is not known of the spouse: the marriage, anybody's pension, or the debtor's own pension alone."""
    if found.amounts.spouse_rule == ALWAYS:
        return Flag(code="spouse_unknown")
    own = payment.household.own_pension is None and payment.household.spouse.pension is not None
    if own and payment.household.spouse.married:
        return Flag(code="spouse_own_pension_unknown")
    day = first_day_with(pack.series["spouse_rule"], lambda period: period.code != ALWAYS)
    firm = [code for code, term in pack.vocabularies["pensions"].items() if _counts_surely(term)]
    return Flag(code="spouse_pension_unknown", values={"day": day.isoformat(), "pensions": " ".join(firm)})


def _counts_surely(term: Term) -> bool:
    return bool(term.more["counts_spouse"]) and term.more["evidence"] not in ("M", "?")


def _pension_flags(payment: Payment, found: Figures, pack: Pack) -> Iterator[Flag]:
    pensions = (payment.household.own_pension, payment.household.spouse.pension)
    marks = [pension_term(pack, pension, "counts_spouse")[1] for pension in pensions if pension is not None]
    if weakest(marks) == "M" and (found.counted.spouse or found.extent == MANY_PENSION):
        yield Flag(code="early_pension", evidence="M")


def _order_flags(payment: Payment, found: Figures, pack: Pack) -> Iterator[Flag]:
    """Yield what the number of orders does, and the month for which the text leaves it open."""
    orders = len(orders_of(found.claims))
    if found.second_for_all and found.extent != RELIEF:
        yield Flag(code=MANY, values={"orders": orders})
        due = tuple(each for each in found.claims if each.claim_class != CURRENT)
        if len(orders_of(due)) < known_value(pack.series["many_orders"], payment.wage_period):
            yield Flag(code="many_orders_maintenance", evidence="?", values={"orders": orders})
    elif found.extent == MANY_PENSION:
        yield Flag(code=MANY_PENSION, values={"orders": orders})
    series = pack.series["many_orders"]
    by_month, by_day = (known_value(series, day) for day in (payment.wage_period, payment.paid_on))
    if by_day and not by_month and orders >= by_day:
        yield Flag(code="many_orders_practice", evidence="M", values={"orders": orders})


def _first_order_decides(found: Figures, pack: Pack) -> bool:
    """Return whether an enforcement began when no fee was due, and nobody says when its first order was issued."""
    series = pack.series["payer_month_fee"]
    return any(
        each.claim.issued_on is None
        and each.claim.began_on is not None
        and not known_value(series, each.claim.began_on)
        for each in found.claims
    )


def claim_flags(  # noqa: PLR0913 - a payment's claims and what came of them
    payment: Payment,
    claims: Sequence[Ranked],
    waiting: Sequence[Claim],
    division: Division,
    pack: Pack,
    *,
    relief: bool = False,
    by_month: bool = True,
) -> Iterator[Flag]:
    """Yield what is to be known of the claims of a payment; `waiting` are those whose orders do not bind yet.

    `by_month` is false where orders bind from their delivery and not from the next month.
    """
    if payment.claims is None and not relief:
        yield Flag(code="claims_unknown")
    elif payment.claims == ():
        yield Flag(code="no_claims")
    for claim in waiting:
        values: dict[str, int | str] = {"claim": claim.id, "day": binds_from(claim, pack).isoformat()}
        yield Flag(code="binds_later", values=values)
        if _may_be_a_tax_order(payment, claim):
            yield Flag(code="binds_if_tax", evidence="S", values={"claim": claim.id})
    for each in claims:
        for code, holds in _marks(payment, each, division, pack, relief=relief).items():
            if holds and (by_month or code != "binds_by_reading"):
                yield Flag(code=code, evidence=_OPEN.get(code, "S2"), values={"claim": each.claim.id})


def _may_be_a_tax_order(payment: Payment, claim: Claim) -> bool:
    """Return whether an order waits only if it is not one of tax enforcement, and nobody says which it is."""
    delivered = claim.delivered_on is not None and claim.delivered_on <= payment.paid_on
    return delivered and claim.enforcement is None


def _marks(payment: Payment, each: Ranked, division: Division, pack: Pack, *, relief: bool) -> dict[str, bool]:
    maintained = each.claim_class in (CURRENT, ARREARS) and bool(payment.household.dependants)
    return {
        "priority_unknown": each.assumed,
        "share_unknown": each.claim.id in division.uncertain,
        "balance_unknown": each.claim.balance is None and not relief,
        "class_to_verify": each.evidence in ("M", "?"),
        "binds_by_reading": binds_by_one_reading(payment, each, pack),
        "maintained_not_counted": maintained,
        "maintenance_without_weight": each.claim_class in BY_MAINTENANCE and each.claim.monthly == 0,
    }


def binds_by_one_reading(payment: Payment, each: Ranked, pack: Pack) -> bool:
    """Return whether an order binds for a wage paid after its first day but earned before it (§ 282a, not settled)."""
    day, delivered = binds_from(each.claim, pack), each.claim.delivered_on
    return delivered not in (None, day) and payment.wage_period < day <= payment.paid_on

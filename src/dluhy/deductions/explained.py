"""A payment's figures as a result that explains itself: steps with provisions, flags, what would change it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.deductions.counted import DEPENDANTS, OWN_PENSION, SPOUSE
from dluhy.deductions.figures import RELIEF, Figures, figures, orders_of
from dluhy.deductions.flags import binds_by_one_reading, flags_of
from dluhy.deductions.model import Allocation, Claim, Deduction, Possibility, Spouse
from dluhy.engine.steps import Step
from dluhy.law.models import Citation, weakest
from dluhy.money import HALERE_PER_KORUNA as KORUNA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dluhy.deductions.claims import Ranked
    from dluhy.deductions.division import Division, Pool
    from dluhy.deductions.figures import Payment
    from dluhy.law.models import Evidence
    from dluhy.law.pack import Pack

STEPS: Final = "deduction_steps"
_POOL_STEPS: Final[Mapping[Pool, str]] = {
    "second_third": "second_third",
    "unlimited": "from_unlimited",
    "first_third": "first_third",
}
_MORE_DEPENDANTS: Final = (1, 2, 3)
_PENSION: Final = "old_age"


def explained(payment: Payment, found: Figures, pack: Pack) -> Deduction:
    """Return the figures of a payment with steps, flags and possibilities."""
    flags = tuple(flags_of(payment, found, pack))
    allocations = tuple(allocation(each, found.division) for each in found.claims) if found.extent != RELIEF else ()
    return Deduction(
        payer=payment.payer,
        part=payment.part,
        paid_on=payment.paid_on,
        wage_period=payment.wage_period,
        net=payment.net,
        counted=found.counted.number,
        amounts=found.amounts.key,
        base=found.base,
        remainder=found.remainder,
        third=found.third,
        unlimited=found.unlimited,
        thirds=found.thirds,
        capacity=found.capacity,
        deducted=found.deducted,
        left=payment.net - found.deducted,
        fee=found.fee,
        allocations=allocations,
        flags=flags,
        steps=tuple(_steps(payment, found, pack)),
        possibilities=tuple(_possibilities(payment, found, pack)),
        evidence=weakest([found.amounts.evidence, found.counted.evidence, *(each.evidence for each in found.claims)]),
    )


@lru_cache(maxsize=4)
def _sources(pack: Pack) -> dict[str, tuple[tuple[Citation, ...], Evidence]]:
    terms = pack.vocabularies[STEPS].values()
    return {term.code: (tuple(Citation(at=at) for at in term.more["cites"]), term.more["evidence"]) for term in terms}


def _steps(payment: Payment, found: Figures, pack: Pack) -> Iterator[Step]:
    sources = _sources(pack)

    def step(code: str, value: int | None = None, **inputs: int | str | None) -> Step:
        cites, evidence = sources[code]
        return Step(code=code, value=value, inputs=inputs, cites=cites, evidence=evidence)

    amounts = found.amounts
    yield Step(
        code="amounts", value=amounts.total * KORUNA, cites=amounts.cites, evidence=amounts.evidence,
        inputs={"set": amounts.key, "living_minimum": amounts.living_minimum * KORUNA,
                "housing": amounts.housing * KORUNA, "energy": amounts.energy * KORUNA},
    )  # fmt: skip
    yield step("counted", None, persons=found.counted.number, dependants=payment.household.dependants)
    yield step("base", found.whole_base, debtor=amounts.debtor_text, person=amounts.person_text,
               persons=found.counted.number, rounding=payment.rounding)  # fmt: skip
    if payment.base_share is not None:
        yield step("base_share", found.base)
    rest, third, over = found.before or (None, None, None)
    earlier = {"earlier_net": payment.earlier_net} if found.before else {}
    yield step("remainder", found.remainder, net=payment.net, base=found.base, **earlier, **_before(rest))
    yield step("third", found.third, remainder=found.remainder, threshold=amounts.threshold, **_before(third))
    yield step("unlimited", found.unlimited, remainder=found.remainder, threshold=amounts.threshold, **_before(over))
    yield step(found.extent, None, orders=len(orders_of(found.claims)))
    yield step("capacity", found.capacity, thirds=found.thirds, third=found.third, unlimited=found.unlimited)
    if found.fee:
        yield step("fee", found.fee)
    for part in found.division.parts:
        yield step(_POOL_STEPS[part.pool], part.amount, claim=part.claim)
    yield step("deducted", found.deducted)
    yield step("left", payment.net - found.deducted, net=payment.net, deducted=found.deducted)


def _before(value: int | None) -> dict[str, int]:
    """Return what a figure was without this payment, where something was paid for the same month before."""
    return {} if value is None else {"before": value}


def allocation(each: Ranked, division: Division) -> Allocation:
    """Return what a claim gets of a division."""
    claim, amount = each.claim, division.of_claim(each.claim.id)
    return Allocation(
        claim=claim.id,
        order=claim.order,
        kind=claim.kind,
        claim_class=each.claim_class,
        priority=each.priority,
        second_third=division.from_pool(claim.id, "second_third"),
        unlimited=division.from_pool(claim.id, "unlimited"),
        first_third=division.from_pool(claim.id, "first_third"),
        amount=amount,
        rest=None if claim.balance is None or amount is None else claim.balance - amount,
    )


def _possibilities(payment: Payment, found: Figures, pack: Pack) -> Iterator[Possibility]:
    for fact, answer, other in _answers(payment, found, pack):
        figure = figures(other, pack)
        yield Possibility(
            fact=fact, answer=answer, base=figure.base, capacity=figure.capacity, deducted=figure.deducted,
            left=payment.net - figure.deducted,
        )  # fmt: skip


def _answers(payment: Payment, found: Figures, pack: Pack) -> Iterator[tuple[str, str, Payment]]:
    """Yield every unknown fact with a possible answer and the payment as it would then be."""
    household = payment.household
    if payment.base_share is None:
        if SPOUSE in found.counted.unknown:
            counts = evolve(household, spouse=Spouse(married=True, counts=True))
            yield SPOUSE, "counts", evolve(payment, household=counts)
        if DEPENDANTS in found.counted.unknown:
            for number in _MORE_DEPENDANTS:
                yield DEPENDANTS, str(number), evolve(payment, household=evolve(household, dependants=number))
    if found.pension_decides:
        yield OWN_PENSION, _PENSION, evolve(payment, household=evolve(household, own_pension=_PENSION))
    yield from _answers_about_orders(payment, found, pack)
    if payment.claims is None:
        yield from _answers_about_claims(payment)
    for each in found.claims:
        if each.assumed:
            claims = tuple(
                evolve(claim, kind=None, priority=True) if claim.id == each.claim.id else claim
                for claim in payment.claims or ()
            )
            yield "priority", each.claim.id, evolve(payment, claims=claims)


def _answers_about_orders(payment: Payment, found: Figures, pack: Pack) -> Iterator[tuple[str, str, Payment]]:
    """Yield the other readings of when an order binds: for an earlier payment of the month, and for a month begun."""
    if payment.earlier_net:
        yield "earlier_payment", "order_after_it", evolve(payment, earlier_net=0)
    later = {each.claim.id for each in found.claims if binds_by_one_reading(payment, each, pack)}
    if later:
        rest = tuple(claim for claim in payment.claims or () if claim.id not in later)
        yield "binding", ", ".join(sorted(later)), evolve(payment, claims=rest)


def _answers_about_claims(payment: Payment) -> Iterator[tuple[str, str, Payment]]:
    if not payment.debt_relief:
        yield "claims", "priority", evolve(payment, claims=(Claim(id="?", priority=True),))

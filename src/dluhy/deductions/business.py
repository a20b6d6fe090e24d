"""Incomes that are not deducted from like a wage: those taken in part (§ 318, 319 OSŘ) and those not taken at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.deductions.checks import payment_problems
from dluhy.deductions.claims import ranked, wants
from dluhy.deductions.division import divide
from dluhy.deductions.explained import allocation
from dluhy.deductions.figures import ONE, TWO
from dluhy.deductions.flags import claim_flags
from dluhy.deductions.incomes import fractions_of_business, treatment
from dluhy.deductions.model import Deduction, Possibility
from dluhy.engine.steps import Flag, Step
from dluhy.law.models import weakest
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.deductions.claims import Ranked
    from dluhy.deductions.division import Pool
    from dluhy.deductions.figures import Payment
    from dluhy.deductions.incomes import Treatment
    from dluhy.law.pack import Pack
    from dluhy.problems import Problem

LIKE_WAGE: Final = "like_wage"
IN_PART: Final = "part_two_fifths"
_PRIORITY_SHARE: Final = "D"
"""That priority claims take their own fifth first and compete for the rest by rank is a reading of § 318 OSŘ."""


def of_other_income(payment: Payment, pack: Pack) -> Deduction:
    """Return what is taken of an income that is no wage: a part of it, or nothing, with the reason."""
    found = treatment(payment.income, payment.paid_on, pack)
    if found.code == IN_PART:
        return _in_part(payment, pack)
    return evolve(_untouched(payment, found), flags=(_flag(payment, found),))


def _flag(payment: Payment, found: Treatment) -> Flag:
    values: dict[str, int | str] = {"income": payment.income, "amount": payment.net, "treatment": found.code}
    return Flag(code="income_to_find_out" if not found.decided else "not_attachable", evidence=found.evidence,
                values=values)  # fmt: skip


def _untouched(payment: Payment, found: Treatment) -> Deduction:
    step = Step(code=found.code, value=payment.net, cites=found.cites, evidence=found.evidence)
    return Deduction(
        payer=payment.payer, part=payment.part, paid_on=payment.paid_on, wage_period=payment.wage_period,
        net=payment.net, counted=0, amounts="", base=0, remainder=0, third=0, unlimited=0, thirds=0, capacity=0,
        deducted=0, left=payment.net, fee=0, allocations=(), flags=(), steps=(step,), evidence=found.evidence,
    )  # fmt: skip


def _in_part(payment: Payment, pack: Pack) -> Deduction:
    """Return a share of the income divided among claims; what priority claims may take beside is theirs alone.

    An order binds from its delivery (§ 313 OSŘ): the month to wait is a rule for wages.
    """
    problems: list[Problem] = payment_problems(payment, pack)
    stated = payment.claims or ()
    acting = [claim for claim in stated if claim.delivered_on is None or claim.delivered_on <= payment.paid_on]
    claims = tuple(ranked(acting, payment.paid_on, pack, problems))
    if problems:
        raise InputError(problems)
    shares = fractions_of_business(payment.net, None, payment.paid_on, pack)
    without, favoured = shares.possible
    priority = any(each.priority for each in claims)
    beside = favoured.taken - without.taken if priority else 0
    pools: dict[Pool, int] = {"second_third": beside, "unlimited": 0, "first_third": without.taken}
    division = divide(wants(claims), pools, fee=0, second_for_all=False)
    capacity = favoured.taken if priority else without.taken
    deducted = capacity if payment.claims is None else division.taken
    found = treatment(payment.income, payment.paid_on, pack)
    whole = _untouched(payment, found)
    later = [claim for claim in stated if claim not in acting]
    flags = [
        *claim_flags(payment, claims, (), division, pack, by_month=False),
        *(Flag(code="binds_later", values={"claim": each.id, "day": f"{each.delivered_on}"}) for each in later),
    ]
    return evolve(
        whole, thirds=TWO if priority else ONE, capacity=capacity, deducted=deducted, left=payment.net - deducted,
        allocations=tuple(allocation(each, division) for each in claims), flags=tuple(flags),
        evidence=weakest([found.evidence, _PRIORITY_SHARE]) if priority else found.evidence,
        steps=(evolve(whole.steps[0], cites=shares.cites, inputs={"capacity": capacity}),),
        possibilities=tuple(_possibilities(payment, claims, favoured.taken)),
    )  # fmt: skip


def _possibilities(payment: Payment, claims: Sequence[Ranked], most: int) -> Iterator[Possibility]:
    """Yield what could be taken if a claim had priority of which nobody knows, or if one came that has."""
    if payment.claims is None:
        names = ["priority"]
    else:
        names = [] if any(each.priority for each in claims) else [each.claim.id for each in claims if each.assumed]
    for name in names:
        fact = "claims" if payment.claims is None else "priority"
        yield Possibility(fact=fact, answer=name, base=0, capacity=most, deducted=most, left=payment.net - most)

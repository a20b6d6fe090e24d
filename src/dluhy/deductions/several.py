"""Several payments of one person at once: payers with their parts of the protected amount, severance, back pay.

Balances run through all of them: what one payment pays off, the next does not owe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.deductions.business import LIKE_WAGE, of_other_income
from dluhy.deductions.division import CURRENT
from dluhy.deductions.explained import explained
from dluhy.deductions.figures import figures
from dluhy.deductions.incomes import treatment
from dluhy.engine.steps import Flag
from dluhy.law.amounts import first_day_with, known_code
from dluhy.law.models import weakest
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dluhy.deductions.figures import Payment
    from dluhy.deductions.model import Allocation, Claim, Deduction
    from dluhy.law.pack import Pack
    from dluhy.problems import Problem

SEVERANCE: Final = "severance"
_BY_MULTIPLES: Final = "by_multiples"


def one_after_another(payments: Iterable[Payment], pack: Pack) -> list[Deduction]:
    """Return the deduction of each payment, balances running down; running maintenance is due anew each month.

    Each payer keeps one fee for a calendar month of payment. Raises InputError with every contradiction of every one.
    """
    owed: dict[str, Allocation] = {}
    month, kept = None, set[tuple[str | None, int, int]]()
    found: list[Deduction] = []
    problems: list[Problem] = []
    for payment in payments:
        fresh, month = payment.wage_period != month, payment.wage_period
        keeper = payment.payer, payment.paid_on.year, payment.paid_on.month
        now = evolve(payment, fee_due=payment.fee_due and keeper not in kept, claims=_rests(payment, owed, fresh=fresh))
        try:
            deduction = _one(now, pack)
        except InputError as error:
            problems += [problem for problem in error.problems if problem not in problems]
            continue
        owed |= {each.claim: each for each in deduction.allocations}
        kept |= {keeper} if deduction.fee else set()
        found.append(deduction)
    if problems:
        raise InputError(problems)
    return found


def _one(payment: Payment, pack: Pack) -> Deduction:
    """Return the deduction of one payment, of a wage or of an income with a law of its own."""
    if treatment(payment.income, payment.paid_on, pack).code != LIKE_WAGE:
        return of_other_income(payment, pack)
    figure = figures(payment, pack)
    if figure.problems:
        raise InputError(figure.problems)
    return explained(payment, figure, pack)


def _rests(payment: Payment, owed: Mapping[str, Allocation], *, fresh: bool) -> tuple[Claim, ...] | None:
    if payment.claims is None:
        return None
    return tuple(_with_rest(claim, owed, fresh=fresh) for claim in payment.claims)


def _with_rest(claim: Claim, owed: Mapping[str, Allocation], *, fresh: bool) -> Claim:
    before = owed.get(claim.id)
    if before is None or before.rest is None or (fresh and before.claim_class == CURRENT):
        return claim
    return evolve(claim, balance=before.rest)


def multiples(payment: Payment, count: int, pack: Pack) -> list[Payment]:
    """Return a severance payment as one payment for each multiple of earnings (§ 299 odst. 4 OSŘ).

    Each has the whole protected amount; haléře that do not divide go to the first ones. Before the law said so it is
    the income of one month.
    """
    if known_code(pack.series["severance_by_multiples"], payment.paid_on) != _BY_MULTIPLES:
        return [evolve(payment, part=SEVERANCE)]
    each, more = divmod(payment.net, count)
    return [
        evolve(payment, net=each + (1 if number < more else 0), part=f"{SEVERANCE} {number + 1}/{count}")
        for number in range(count)
    ]


def severance_flags(payments: Sequence[Payment], pack: Pack) -> Iterator[Flag]:
    """Yield what the law leaves open about severance among payments, if there is any."""
    found = [payment for payment in payments if payment.income == SEVERANCE]
    if not found:
        return
    if known_code(pack.series["severance_by_multiples"], found[0].paid_on) != _BY_MULTIPLES:
        day = first_day_with(pack.series["severance_by_multiples"], lambda period: period.code == _BY_MULTIPLES)
        yield Flag(code="severance_one_month", evidence="M", values={"day": day.isoformat()})
        return
    yield Flag(code="severance_statutory", evidence="?")
    yield Flag(code="severance_new_income", evidence="S")


def total(parts: Sequence[Deduction], flags: Iterable[Flag] = ()) -> Deduction:
    """Return the sums of several deductions of one day, each kept as a part."""
    first = parts[0]
    claims = dict.fromkeys(each.claim for part in parts for each in part.allocations)
    return evolve(
        first,
        payer=None,
        part=None,
        net=sum(part.net for part in parts),
        base=sum(part.base for part in parts),
        remainder=sum(part.remainder for part in parts),
        third=sum(part.third for part in parts),
        unlimited=sum(part.unlimited for part in parts),
        thirds=max(part.thirds for part in parts),
        capacity=sum(part.capacity for part in parts),
        deducted=sum(part.deducted for part in parts),
        left=sum(part.left for part in parts),
        fee=sum(part.fee for part in parts),
        allocations=tuple(_joined(claim, parts) for claim in claims),
        flags=_once([*flags, *(flag for part in parts for flag in part.flags)]),
        steps=(),
        possibilities=(),
        parts=tuple(parts),
        evidence=weakest(part.evidence for part in parts),
    )


def _once(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    return tuple(flag for number, flag in enumerate(flags) if flag not in flags[:number])


def _joined(claim: str, parts: Sequence[Deduction]) -> Allocation:
    found = [each for part in parts for each in part.allocations if each.claim == claim]
    return evolve(
        found[-1],
        second_third=_sum(each.second_third for each in found),
        unlimited=_sum(each.unlimited for each in found),
        first_third=_sum(each.first_third for each in found),
        amount=_sum(each.amount for each in found),
    )


def _sum(amounts: Iterable[int | None]) -> int | None:
    known = list(amounts)
    return None if None in known else sum(amount or 0 for amount in known)

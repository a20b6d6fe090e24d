"""The check of past payslips: what was really deducted, what should have been, the difference and its likely causes.

The expected deduction of every month starts from the balances as they would be had every deduction been right: balances
given in the document are those before the first payslip and run down by what should have been deducted, not by what
was. Where no balance is known, that makes no difference. What cannot be checked is told with all its reasons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen
from dateutil.relativedelta import relativedelta

from dluhy.dates import oz605
from dluhy.deductions.business import of_other_income
from dluhy.deductions.causes import CAUSES, FACT, REST, ROUNDING, Around, causes_of, tolerance
from dluhy.deductions.division import CURRENT
from dluhy.deductions.model import WAGE
from dluhy.deductions.one import deduction_of
from dluhy.deductions.reckoning import is_like_wage
from dluhy.deductions.slips import slips_of
from dluhy.engine.steps import Flag
from dluhy.law.amounts import constant, known_code
from dluhy.problems import HorizonError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from dluhy.deductions.causes import Cause
    from dluhy.deductions.document import PayslipsDocument
    from dluhy.deductions.figures import Payment
    from dluhy.deductions.model import Allocation, Claim, Deduction
    from dluhy.deductions.slips import Slip
    from dluhy.law.pack import Pack
    from dluhy.problems import Problem

VERDICTS: Final = "payslip_verdicts"
FLAGS: Final = "payslip_flags"
PLANS: Final = "payslip_plans"
LADDER: Final = "RM-PAYSLIP"
RIGHT, MERE_ROUNDING, TOO_MUCH, TOO_LITTLE, OPEN, UNCHECKED = (
    "right", "rounding", "too_much", "too_little", "open", "unchecked",
)  # fmt: skip
_AT_ONCE: Final = "at_once"


@frozen(kw_only=True)
class MonthCheck:
    """One payment checked; money in haléře, None where it is not known or could not be computed.

    `number` is its place in the document from 1. `difference` is what was deducted less what should have been: above
    zero, too much was taken. `verdict` is a code of `payslip_verdicts`: "open" where a fact that is not stated decides.
    `reasons` says why it could not be checked, empty if it could.
    """

    number: int
    paid_on: date | None
    wage_period: date | None
    net: int | None
    deducted: int | None
    expected: Deduction | None
    difference: int | None
    verdict: str
    causes: tuple[Cause, ...] = ()
    reasons: tuple[Problem, ...] = ()


@frozen(kw_only=True)
class Totals:
    """Sums over all months in haléře, and how many months have each verdict.

    `too_much` and `too_little` are of months that are wrong, `open_much` and `open_little` of those that are undecided.
    `oldest_on` is the pay day of the oldest payment with too much taken, `limitation_on` the day when its limitation
    may end: to be verified, None if nothing too much was taken.
    """

    too_much: int
    too_little: int
    open_much: int
    open_little: int
    months: Mapping[str, int]
    oldest_on: date | None
    limitation_on: date | None


@frozen(kw_only=True)
class PayslipCheck:
    """Every month by pay day, the totals, what a reader must know of the check, and the steps to take by their ids."""

    months: tuple[MonthCheck, ...]
    totals: Totals
    flags: tuple[Flag, ...]
    plan: tuple[str, ...]


@frozen(kw_only=True)
class _Reckoned:
    slip: Slip
    deduction: Deduction | None = None
    later: Sequence[Slip] = field(factory=list)


def check_payslips(document: PayslipsDocument, pack: Pack) -> PayslipCheck:
    """Return past payslips checked month by month.

    Raises InputError with everything that contradicts itself; a payment that lacks something, or whose day the pack
    does not know, is a month that could not be checked. Source: § 276 to 302 OSŘ, NNČ.
    """
    reckoned = _in_order(slips_of(document, pack), pack)
    stated = document.debt_relief is not None
    months = tuple(_month(each, pack, relief_stated=stated) for each in reckoned)
    totals = _totals(months, pack)
    flags = tuple(_flags(document, reckoned, months, pack))
    return PayslipCheck(months=months, totals=totals, flags=flags, plan=_plan(document, totals, pack))


def _in_order(slips: Sequence[Slip], pack: Pack) -> list[_Reckoned]:
    """Return what should have been deducted from each, balances running down; running maintenance is due each month."""
    owed: dict[str, Allocation] = {}
    month: date | None = None
    found: list[_Reckoned] = []
    problems: list[Problem] = []
    for place, slip in enumerate(slips):
        payment, later = slip.payment, slips[place + 1 :]
        if payment is None:
            found.append(_Reckoned(slip=slip))
            continue
        payment = _owing(payment, owed, fresh=payment.wage_period != month)
        month = payment.wage_period
        try:
            deduction = _deduction(payment, pack)
        except HorizonError as error:
            found.append(_Reckoned(slip=slip.without_payment(error.problems)))
        except InputError as error:
            problems += [problem for problem in error.problems if problem not in problems]
        else:
            owed |= {each.claim: each for each in deduction.allocations}
            found.append(_Reckoned(slip=evolve(slip, payment=payment), deduction=deduction, later=later))
    if problems:
        raise InputError(problems)
    return found


def _owing(payment: Payment, owed: Mapping[str, Allocation], *, fresh: bool) -> Payment:
    if payment.claims is None:
        return payment
    return evolve(payment, claims=tuple(_with_rest(claim, owed.get(claim.id), fresh=fresh) for claim in payment.claims))


def _with_rest(claim: Claim, before: Allocation | None, *, fresh: bool) -> Claim:
    if before is None or before.rest is None or (fresh and before.claim_class == CURRENT):
        return claim
    return evolve(claim, balance=before.rest)


def _deduction(payment: Payment, pack: Pack) -> Deduction:
    return deduction_of(payment, pack) if is_like_wage(payment, pack) else of_other_income(payment, pack)


def _month(each: _Reckoned, pack: Pack, *, relief_stated: bool) -> MonthCheck:
    slip, expected = each.slip, each.deduction
    unchecked = MonthCheck(
        number=slip.number, paid_on=slip.part.paid_on, wage_period=slip.wage_period, net=slip.part.net,
        deducted=slip.part.deducted, expected=expected, difference=None, verdict=UNCHECKED, reasons=slip.reasons,
    )  # fmt: skip
    actual = slip.part.deducted
    if actual is None or expected is None or slip.payment is None or slip.reasons:
        return unchecked
    around = Around(relief_stated=relief_stated, may_be_rest=_may_be_rest(slip.payment, each.later))
    causes = causes_of(slip.payment, actual, expected.deducted, around, pack)
    difference = actual - expected.deducted
    verdict = _verdict(difference, causes, tolerance(pack, slip.payment.paid_on), pack)
    return evolve(unchecked, difference=difference, verdict=verdict, causes=causes)


def _may_be_rest(payment: Payment, later: Iterable[Slip]) -> bool:
    """Return whether a payment may hold the last instalment: a debt of unknown size, and nothing deducted later."""
    unknown = payment.claims is None or any(claim.balance is None for claim in payment.claims)
    return unknown and not payment.debt_relief and not any(slip.part.deducted for slip in later)


def _verdict(difference: int, causes: Sequence[Cause], near: int, pack: Pack) -> str:
    if not difference:
        return RIGHT
    exact = [cause for cause in causes if cause.exact]
    terms = pack.vocabularies[CAUSES]
    if abs(difference) <= near or any(
        all(terms[part.code].more["group"] == ROUNDING for part in cause.parts) for cause in exact
    ):
        return MERE_ROUNDING
    if any(cause.kind == FACT for cause in exact) or (not exact and any(cause.code == REST for cause in causes)):
        return OPEN
    return TOO_MUCH if difference > 0 else TOO_LITTLE


def _totals(months: Iterable[MonthCheck], pack: Pack) -> Totals:
    checked = list(months)

    def differences(verdict: str) -> list[int]:
        return [month.difference for month in checked if month.verdict == verdict and month.difference is not None]

    taken = [month.paid_on for month in checked if month.verdict == TOO_MUCH and month.paid_on is not None]
    years = constant(pack.series["limitation_years"])
    return Totals(
        too_much=sum(differences(TOO_MUCH)),
        too_little=-sum(differences(TOO_LITTLE)),
        open_much=sum(difference for difference in differences(OPEN) if difference > 0),
        open_little=-sum(difference for difference in differences(OPEN) if difference < 0),
        months={code: sum(month.verdict == code for month in checked) for code in pack.members[VERDICTS]},
        oldest_on=min(taken, default=None),
        limitation_on=oz605(min(taken), relativedelta(years=years)) if taken else None,
    )


def _flags(
    document: PayslipsDocument, reckoned: Sequence[_Reckoned], months: Sequence[MonthCheck], pack: Pack
) -> Iterator[Flag]:
    told = {flag.code for each in reckoned if each.deduction is not None for flag in each.deduction.flags}
    stated = any(claim.balance is not None for claim in document.claims or ())
    computed = [each.slip.payment for each in reckoned if each.slip.payment is not None]
    stands = {
        "claims_unknown": "claims_unknown" in told,
        "no_claims": document.claims == [],
        "dependants_unknown": "dependants_unknown" in told,
        "spouse_unknown": "spouse_unknown" in told,
        "balances_unknown": "balance_unknown" in told or "claims_unknown" in told,
        "balances_from_first": stated,
        "gap": stated and len(computed) < len(reckoned),
        "second_payment": any(payment.earlier_net for payment in computed),
        "from_next_month": any(_from_next_month(month, pack) for month in months),
        "tolerance": any(month.verdict != UNCHECKED for month in months),
    }
    terms = pack.vocabularies[FLAGS]
    for code in terms:
        if stands[code]:
            yield Flag(code=code, evidence=terms[code].more["evidence"])


def _from_next_month(month: MonthCheck, pack: Pack) -> bool:
    """Return whether a cause turns on who is counted, in a month when new facts act only from the next one."""
    groups = {pack.term(CAUSES, part.code).more["group"] for cause in month.causes for part in cause.parts}
    if month.paid_on is None or "people" not in groups:
        return False
    return known_code(pack.series["deductions_start"], month.paid_on) != _AT_ONCE


def _plan(document: PayslipsDocument, totals: Totals, pack: Pack) -> tuple[str, ...]:
    """Return the ids of the steps that answer what was found, in the order of their ladder."""
    found = [code for code in (TOO_MUCH, TOO_LITTLE, OPEN, UNCHECKED) if totals.months[code]]
    situations = ["too_much_relief" if code == TOO_MUCH and document.debt_relief else code for code in found]
    if TOO_MUCH in found and (document.income or WAGE) in pack.term(PLANS, "unpaid_wage").more["incomes"]:
        situations.append("unpaid_wage")
    wanted = {step for code in situations for step in pack.term(PLANS, code).more["steps"]}
    return tuple(step.id for step in pack.ladders[LADDER].step if step.id in wanted)

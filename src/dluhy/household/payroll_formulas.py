"""The wage of one person at one employer in one month, from the gross to the net; written once for integers and frames.

Amounts are haléře, rates millionths, yes and no are 1 and 0. Rounding stands where a provision orders it: contributions
and tax advances up to whole crowns (589/1992 § 5d, § 7 odst. 3; 592/1992 § 2 odst. 2; 586/1992 § 38h odst. 1, 3),
withholding tax and its base down (586/1992 § 36 odst. 3). What is used several times goes through `keep`, so that
expressions do not grow by being copied into one another: a frame makes a column of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol

from attrs import frozen

from dluhy.engine.arithmetic import Number
from dluhy.household.payroll_figures import MILLION
from dluhy.money import HALERE_PER_KORUNA as KORUNA

if TYPE_CHECKING:
    from dluhy.engine.arithmetic import Arithmetic
    from dluhy.household.payroll_figures import Figures


@frozen(kw_only=True)
class Grosses(Generic[Number]):
    """What one employer owes a person for a month, added up by kind; `employed` is 1 where there is an employment.

    An employment is insured for health without regard to the amount, even where nothing was earned.
    """

    employment: Number
    perform_job: Number
    work_activity: Number
    small_scale: Number
    employed: Number


@frozen(kw_only=True)
class Insured(Generic[Number]):
    """What of the incomes at one employer is insured; each `_counts` is 1 where incomes of the kind are.

    `small_counts` and `job_counts` are for social insurance. `health` is the employee's part, taken from `health_base`;
    `covered` is 1 where the employer insures the person for health.
    """

    small_counts: Number
    job_counts: Number
    health_base: Number
    health: Number
    covered: Number


@frozen(kw_only=True)
class Taxed(Generic[Number]):
    """Tax at one employer: the advance from its base to what is deducted, withholding tax, the bonus."""

    base: Number
    before: Number
    credits_used: Number
    relief_used: Number
    advance: Number
    withholding: Number
    bonus_before: Number
    bonus: Number


class Keep(Protocol[Number]):
    """Keeps a value under a name and returns what stands for it."""

    def __call__(self, name: str, value: Number, /) -> Number:
        """Return the value, or a name for it."""


def plainly(_name: str, value: int, /) -> int:
    """Return an integer as it is."""
    return value


def reached(ar: Arithmetic[Number], amount: Number, limit: Number) -> Number:
    """Return 1 where an amount reaches a limit, 0 where it does not."""
    return ar.least(ar.greatest(amount - limit + ar.number(1), ar.number(0)), ar.number(1))


def part_up(ar: Arithmetic[Number], amount: Number, millionths: Number) -> Number:
    """Return a part of an amount, rounded up to whole crowns."""
    return ar.ceil_div(amount * millionths, MILLION * KORUNA) * KORUNA


def crowns_up(ar: Arithmetic[Number], amount: Number) -> Number:
    """Return an amount rounded up to whole crowns."""
    return ar.ceil_div(amount, KORUNA) * KORUNA


def insured(
    ar: Arithmetic[Number], law: Figures[Number], gross: Grosses[Number], keep: Keep[Number]
) -> Insured[Number]:
    """Return what is insured at one employer, and the health insurance: incomes below their threshold are not.

    Small-scale employments and agreements on work activity are added up for social insurance (187/2006 § 7 odst. 4),
    agreements to perform a job apart from them (§ 7a odst. 3); for health insurance only agreements of a kind are
    (48/1997 § 5 písm. a) body 3, 6), and the base is the sum of all insured incomes (592/1992 § 3 odst. 1).
    """
    job_counts = keep("job_counts", reached(ar, gross.perform_job, law.perform_job_insured_from))
    activity_counts = keep("activity_counts", reached(ar, gross.work_activity, law.small_insured_from))
    small_counts = keep("small_counts", reached(ar, gross.work_activity + gross.small_scale, law.small_insured_from))
    agreements = gross.work_activity * activity_counts + gross.perform_job * job_counts
    health_base = keep("health_base", gross.employment + gross.small_scale + agreements)
    return Insured(
        small_counts=small_counts,
        job_counts=job_counts,
        health_base=health_base,
        health=keep("health", part_up(ar, health_base, law.health_employee)),
        covered=keep("covered", ar.least(gross.employed + job_counts + activity_counts, ar.number(1))),
    )


def social(ar: Arithmetic[Number], law: Figures[Number], base: Number, pensioner: Number) -> Number:
    """Return the social insurance of one contract from its insured income.

    Every employment has a base of its own (589/1992 § 5 odst. 1, § 7a odst. 3 písm. a)), rounded up (§ 5d); the relief
    of a working pensioner is rounded on its own (§ 7e odst. 1).
    """
    crowns = crowns_up(ar, base)
    return part_up(ar, crowns, law.social) - part_up(ar, crowns, law.social_relief) * pensioner


def top_up(ar: Arithmetic[Number], law: Figures[Number], base: Number, due: Number) -> Number:
    """Return the health insurance top-up of a person for all employers together; `due` is 0 where it is not paid.

    It is the whole rate of what the base lacks to the minimum wage (592/1992 § 3 odst. 6, 10).
    """
    missing = ar.greatest(law.minimum_wage - base, ar.number(0))
    return part_up(ar, missing, law.health) * due


def self_paid(ar: Arithmetic[Number], law: Figures[Number]) -> Number:
    """Return what a person without taxable income pays for health insurance (592/1992 § 3b)."""
    return part_up(ar, law.minimum_wage, law.health)


def credits_of(law: Figures[Number], invalid: Number, invalid_third: Number, ztp_p: Number) -> Number:
    """Return the monthly credits of a taxpayer with a declaration; the invalidity credits exclude each other."""
    invalidity = law.credit_invalidity * invalid + law.credit_invalidity_third * invalid_third
    return law.credit_taxpayer + invalidity + law.credit_ztp_p * ztp_p


def relief_of_first(ar: Arithmetic[Number], law: Figures[Number], children: Number) -> Number:
    """Return the relief for the first so many children of a household, none with the ZTP/P card."""
    one, zero = ar.number(1), ar.number(0)
    first = ar.least(children, one)
    second = ar.least(ar.greatest(children - one, zero), one)
    further = ar.greatest(children - one - one, zero)
    return law.child_first * first + law.child_second * second + law.child_third * further


def taxed(  # noqa: PLR0913 - what the law looks at
    ar: Arithmetic[Number],
    law: Figures[Number],
    gross: Grosses[Number],
    keep: Keep[Number],
    *,
    declared: Number,
    credits_: Number,
    relief: Number,
) -> Taxed[Number]:
    """Return the tax at one employer; credits and relief count only with the declaration.

    Without it, incomes below their threshold are taxed by withholding: agreements to perform a job for themselves, all
    other incomes together (586/1992 § 6 odst. 4 písm. a), b)).
    """
    signed_not = ar.number(1) - declared
    other = keep("other", gross.employment + gross.work_activity + gross.small_scale)
    jobs_apart = keep("jobs_apart", _below(ar, gross.perform_job, law.perform_job_withheld_to) * signed_not)
    other_apart = keep("other_apart", _below(ar, other, law.small_withheld_to) * signed_not)
    income = keep("income", gross.perform_job + other - jobs_apart - other_apart)
    base = keep("base", advance_base(ar, law, income))
    before = keep("before", advance_before(ar, law, base))
    credits_used = keep("credits_used", ar.least(before, credits_ * declared))
    due = keep("relief_due", relief * declared)
    relief_used = keep("relief_used", ar.least(before - credits_used, due))
    bonus = keep("bonus_before", due - relief_used)
    paid = reached(ar, bonus, law.bonus_least) * reached(ar, income, law.bonus_income)
    return Taxed(
        base=base,
        before=before,
        credits_used=credits_used,
        relief_used=relief_used,
        advance=keep("advance", before - credits_used - relief_used),
        withholding=keep("withholding", _withheld(ar, law, jobs_apart) + _withheld(ar, law, other_apart)),
        bonus_before=bonus,
        bonus=keep("bonus", bonus * paid),
    )


def advance_base(ar: Arithmetic[Number], law: Figures[Number], income: Number) -> Number:
    """Return the base of the advance: to 100 Kč in crowns, above in hundreds, both up (586/1992 § 38h odst. 1)."""
    crowns = crowns_up(ar, income)
    steps = ar.ceil_div(income, law.base_step) * law.base_step
    above = reached(ar, income, ar.number(law.base_step + 1))
    return crowns + (steps - crowns) * above


def advance_before(ar: Arithmetic[Number], law: Figures[Number], base: Number) -> Number:
    """Return the advance before credits: two rates, their sum rounded up (586/1992 § 38h odst. 2, 3)."""
    low = ar.least(base, law.high_from)
    return ar.ceil_div(low * law.tax + (base - low) * law.tax_high, MILLION * KORUNA) * KORUNA


def _below(ar: Arithmetic[Number], amount: Number, limit: Number) -> Number:
    """Return an amount that does not reach a limit, else nothing."""
    return amount * (ar.number(1) - reached(ar, amount, limit))


def _withheld(ar: Arithmetic[Number], law: Figures[Number], income: Number) -> Number:
    base = ar.floor_div(income, KORUNA) * KORUNA
    return ar.floor_div(base * law.withholding, MILLION * KORUNA) * KORUNA

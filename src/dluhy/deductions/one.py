"""The deduction of one person: one payer or several, plain values in, a result that explains itself out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dluhy.deductions.amounts import TOPIC, pay_day_decides
from dluhy.deductions.business import LIKE_WAGE, of_other_income
from dluhy.deductions.explained import explained
from dluhy.deductions.figures import Payment, figures
from dluhy.deductions.incomes import treatment
from dluhy.deductions.model import WAGE, Household, Spouse
from dluhy.law.pack import default_pack
from dluhy.money import MoneyError, to_halere
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.deductions.model import Claim, Deduction, Rounding
    from dluhy.law.pack import Pack


def deduct(  # noqa: PLR0913 - one keyword a fact
    *,
    paid_on: date,
    net: int | str,
    wage_period: date | None = None,
    dependants: int | None = None,
    spouse: Spouse | None = None,
    own_pension: str | None = None,
    claims: Iterable[Claim] | None = None,
    debt_relief: bool = False,
    component_rounding: Rounding = "exact",
    base_share: int | None = None,
    income: str = WAGE,
    pack: Pack | None = None,
) -> Deduction:
    """Return what one payer must deduct from one payment.

    `net` is a decimal text in CZK ("26400.00") or a whole number of haléře; every other sum is in haléře. `wage_period`
    is any day of the month the wage is for; it may be left out only where the pay day decides alone. `dependants` does
    not hold the spouse. `claims` is None if nobody knows them, empty if there are none. `base_share` is the part of the
    protected amount that the executor laid on this payer. An `income` that is no wage (a code of `income_kinds`) is
    taken in part or not at all, by its law. Raises InputError with everything that is wrong, HorizonError if the pack
    does not know the law of the day. Source: § 276 to 302 OSŘ and NNČ, see the steps of the result.
    """
    law = pack or default_pack()
    payment = Payment(
        paid_on=paid_on,
        wage_period=wage_month(paid_on, wage_period, law),
        net=_halere(net),
        household=Household(dependants=dependants, spouse=spouse or Spouse(), own_pension=own_pension),
        claims=None if claims is None else tuple(claims),
        rounding=component_rounding,
        debt_relief=debt_relief,
        base_share=base_share,
        income=income,
    )
    if income in law.vocabularies["income_kinds"] and treatment(income, paid_on, law).code != LIKE_WAGE:
        return of_other_income(payment, law)
    return deduction_of(payment, law)


def deduction_of(payment: Payment, pack: Pack) -> Deduction:
    """Return the explained deduction of a payment; InputError for contradictions."""
    found = figures(payment, pack)
    if found.problems:
        raise InputError(found.problems)
    return explained(payment, found, pack)


def _halere(net: int | str) -> int:
    """Return a net income in haléře; a number of haléře is held to its limits with everything else."""
    if not isinstance(net, str):
        return net
    try:
        return to_halere(net)
    except MoneyError:
        cs, en = "čistý příjem má být částka v Kč, například „26400.50“", "the net income should be CZK, as “26400.50”"
        raise InputError([Problem("money_form", "/net", cs, en)]) from None


def wage_month(paid_on: date, wage_period: date | None, pack: Pack) -> date:
    """Return the first day of the month the wage is for; left out, the month before, where the pay day decides."""
    if wage_period is None:
        pack.require_known(TOPIC, paid_on)
        if not pay_day_decides(pack, paid_on):
            cs = "tady rozhoduje měsíc, za který mzda náleží; uveďte jej"
            en = "the month the wage is for decides here; state it"
            raise InputError([Problem("wage_period_needed", "/wage_period", cs, en)])
        return (paid_on.replace(day=1) - timedelta(days=1)).replace(day=1)
    if wage_period.replace(day=1) > paid_on:
        cs, en = "mzda je vyplacena dřív, než začal měsíc, za který je", "the wage is paid before its month began"
        raise InputError([Problem("period_after_payment", "/wage_period", cs, en)])
    return wage_period.replace(day=1)

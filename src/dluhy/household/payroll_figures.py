"""What the law fixes for the wages of one month, as plain numbers: haléře and millionths."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - attrs reads the annotations
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Generic

import polars as pl
from attrs import fields, frozen

from dluhy.dates import MONTHS_OF_A_YEAR
from dluhy.engine.arithmetic import Number
from dluhy.law.amounts import constant, known_code, known_ratio, known_value, period_on
from dluhy.law.models import Evidence, weakest
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.problems import PackError, Problem

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

TOPIC: Final = "household"
MILLION: Final = 1_000_000
_BASIS_POINT: Final = Fraction(1, 10_000)
_SERIES: Final = (
    "minimum_wage_month", "average_wage", "social_employee_rate", "social_pensioner_relief_rate", "health_rate",
    "health_employee_share", "insured_income_small", "insured_income_perform_job", "perform_job_insured_when",
    "withholding_ends_when", "tax_rate", "tax_rate_high", "tax_high_from_times", "tax_base_rounding",
    "withholding_tax_rate", "tax_credit_taxpayer_year", "tax_credit_invalidity_year",
    "tax_credit_invalidity_third_year", "tax_credit_ztp_p_year", "child_relief_first_year",
    "child_relief_second_year", "child_relief_third_year", "child_relief_ztp_p_times", "tax_bonus_least_month",
    "tax_bonus_income_share",
)  # fmt: skip
"""What a net wage rests on; its evidence is the weakest of them."""


@frozen(kw_only=True)
class Figures(Generic[Number]):
    """The law of one wage month: rates in millionths, amounts in haléře a month.

    `perform_job_insured_from`, `small_insured_from` are the least incomes that are insured; `perform_job_withheld_to`,
    `small_withheld_to` the least incomes that are no longer taxed by withholding without a declaration;
    `cap_month` is one twelfth of the yearly cap of the base for social insurance, rounded down. `base_step` is the same
    in all months.
    """

    minimum_wage: Number
    social: Number
    social_relief: Number
    cap_month: Number
    health: Number
    health_employee: Number
    small_insured_from: Number
    perform_job_insured_from: Number
    small_withheld_to: Number
    perform_job_withheld_to: Number
    tax: Number
    tax_high: Number
    high_from: Number
    base_step: int
    withholding: Number
    credit_taxpayer: Number
    credit_invalidity: Number
    credit_invalidity_third: Number
    credit_ztp_p: Number
    child_first: Number
    child_second: Number
    child_third: Number
    child_ztp_p_times: Number
    bonus_least: Number
    bonus_income: Number


NAMES: Final = tuple(each.name for each in fields(Figures) if each.name != "base_step")
"""What may differ from month to month."""


def columns(pack: Pack) -> Figures[pl.Expr]:
    """Return the figures as the columns NAMES of a frame."""
    return Figures(base_step=_base_step(pack), **{name: pl.col(name) for name in NAMES})


@lru_cache(maxsize=256)
def figures_on(pack: Pack, month: date) -> Figures[int]:
    """Return the figures of a wage month (its first day); HorizonError for a month that the pack does not know."""
    pack.require_known(TOPIC, month)
    koruna = {name: known_value(pack.series[name], month) * KORUNA for name in _amounts(pack)}
    minimum, average = koruna["minimum_wage_month"], koruna["average_wage"]
    small, job = koruna["insured_income_small"], koruna["insured_income_perform_job"]
    above = _above(pack, "withholding_ends_when", month)
    credits_ = {kind: _twelfth(koruna[f"tax_credit_{kind}_year"]) for kind in _CREDITS}
    children = {order: _twelfth(koruna[f"child_relief_{order}_year"]) for order in ("first", "second", "third")}
    share, health = known_ratio(pack.series["health_employee_share"], month), _rate(pack, "health_rate", month)
    cap = average * known_value(pack.series["social_yearly_cap_times"], month) // MONTHS_OF_A_YEAR
    return Figures(
        minimum_wage=minimum,
        social=_millionths(_rate(pack, "social_employee_rate", month)),
        social_relief=_millionths(_rate(pack, "social_pensioner_relief_rate", month)),
        cap_month=cap,
        health=_millionths(health),
        health_employee=_millionths(health * share),
        small_insured_from=small,
        perform_job_insured_from=job + _above(pack, "perform_job_insured_when", month),
        small_withheld_to=small + above,
        perform_job_withheld_to=job + above,
        tax=_millionths(_rate(pack, "tax_rate", month)),
        tax_high=_millionths(_rate(pack, "tax_rate_high", month)),
        high_from=average * known_value(pack.series["tax_high_from_times"], month),
        base_step=_base_step(pack),
        withholding=_millionths(_rate(pack, "withholding_tax_rate", month)),
        credit_taxpayer=credits_["taxpayer"],
        credit_invalidity=credits_["invalidity"],
        credit_invalidity_third=credits_["invalidity_third"],
        credit_ztp_p=credits_["ztp_p"],
        child_first=children["first"],
        child_second=children["second"],
        child_third=children["third"],
        child_ztp_p_times=known_value(pack.series["child_relief_ztp_p_times"], month),
        bonus_least=koruna["tax_bonus_least_month"],
        bonus_income=_down(minimum * known_ratio(pack.series["tax_bonus_income_share"], month)),
    )


@lru_cache(maxsize=256)
def evidence_on(pack: Pack, month: date) -> Evidence:
    """Return the weakest evidence of what the law fixes for a wage month; HorizonError as `figures_on`."""
    return weakest(period_on(pack.series[name], month).evidence for name in _SERIES)


def _base_step(pack: Pack) -> int:
    """Return the step of the base, one for all months: a divisor of a formula is a plain integer."""
    return constant(pack.series["tax_base_rounding"]) * KORUNA


_CREDITS: Final = ("taxpayer", "invalidity", "invalidity_third", "ztp_p")


def _amounts(pack: Pack) -> list[str]:
    return [name for name in _SERIES if pack.series[name].unit == "czk"]


def _rate(pack: Pack, name: str, month: date) -> Fraction:
    return known_value(pack.series[name], month) * _BASIS_POINT


def _above(pack: Pack, name: str, month: date) -> int:
    """Return one haléř where an amount must be exceeded, zero where reaching it is enough."""
    return 1 if known_code(pack.series[name], month) == "exceeded" else 0


def _down(amount: Fraction) -> int:
    """Return an amount rounded down to whole crowns (586/1992 § 35d odst. 4)."""
    return int(amount // KORUNA) * KORUNA


def _twelfth(year: int) -> int:
    """Return one twelfth of a yearly amount, which must be whole haléře (586/1992 § 35d odst. 2)."""
    return _whole(Fraction(year, MONTHS_OF_A_YEAR))


def _millionths(rate: Fraction) -> int:
    return _whole(rate * MILLION)


def _whole(number: Fraction) -> int:
    if number.denominator != 1:
        cs, en = f"{number} nevychází v celých jednotkách", f"{number} is no whole number of units"
        raise PackError([Problem("not_whole", "payroll", cs, en)])
    return number.numerator

"""Facts of households and obligations that are computed: what is left, shares, disadvantages.

A share is in hundredths of a per cent, rounded so that one beyond a threshold by a hair is told from one that equals
it: up where much is bad, down where little is. Where there is no income to compare with, a share of nothing is 0 and
any other the largest there is.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.dates import MONTHS_OF_A_YEAR
from dluhy.facts.derived.calendar import moved
from dluhy.facts.derived.ruled import as_ruled
from dluhy.facts.households import DISADVANTAGES
from dluhy.law.amounts import constant

if TYPE_CHECKING:
    from dluhy.engine.expressions import Computed
    from dluhy.law.pack import Pack

BASIS_POINTS: Final = 10_000  # in a whole
LARGEST_SHARE: Final = 100 * BASIS_POINTS
_DAYS_AT_MOST: Final = 36_500  # what is overdue for a century is overdue for longer than any period of the law


def has_child(_: Pack) -> Computed:
    """Whether a dependent child lives in the household."""
    return pl.col("children") > 0


def alone_with_child(_: Pack) -> Computed:
    """Whether one adult alone cares for a dependent child."""
    return (pl.col("adults") == 1) & (pl.col("children") > 0)


def left_after_all(_: Pack) -> Computed:
    """What is left after deductions and every expense, haléře a month; below zero there is a deficit."""
    return _disposable() - pl.col("expenses")


def residual(_: Pack) -> Computed:
    """What the household lives on: net income less deductions, housing and own health insurance, haléře a month."""
    return _disposable() - pl.col("housing_costs") - pl.col("health_insurance_paid")


def housing_burden(_: Pack) -> Computed:
    """Share of housing costs in disposable income, housing benefits taken off both; hundredths of a per cent, up."""
    benefits = pl.col("housing_benefits")
    return _share(pl.col("housing_costs") - benefits, _disposable() - benefits)


def energy_burden(_: Pack) -> Computed:
    """Share of energy in disposable income; hundredths of a per cent, up."""
    return _share(pl.col("energy_costs"), _disposable())


def debt_service(_: Pack) -> Computed:
    """Share of instalments of debts in net income; hundredths of a per cent, up."""
    return _share(pl.col("debt_instalments"), pl.col("income_net"))


def debt_to_income(_: Pack) -> Computed:
    """Total debt in yearly net incomes; hundredths of a per cent, up (10 000 is one year's income)."""
    return _share(pl.col("debt_total"), pl.col("income_net") * MONTHS_OF_A_YEAR)


def overdue_in_monthly_incomes(_: Pack) -> Computed:
    """Overdue debts in monthly net incomes; hundredths of a per cent, up (10 000 is one month's income)."""
    return _share(pl.col("overdue_total"), pl.col("income_net"))


def savings_share(_: Pack) -> Computed:
    """Share of disposable income that is put aside; hundredths of a per cent, down."""
    return _share(pl.col("savings_paid"), _disposable(), up=False)


def assets_cover_debts(_: Pack) -> Computed:
    """Whether selling what the household owns would pay all its debts."""
    return pl.col("assets_value") >= pl.col("debt_total")


def left_covers_overdue(_: Pack) -> Computed:
    """Whether what is left in one month after every expense pays all that is overdue: nobody is then unable to pay.

    It rebuts the presumption of § 3 odst. 2 of Act 182/2006.
    """
    return left_after_all(_) >= pl.col("overdue_total")


def long_overdue(pack: Pack) -> Computed:
    """Whether the oldest debt is overdue for longer than the months after which inability to pay is presumed.

    § 3 odst. 2 písm. b) of Act 182/2006, counted in months from the day it fell due.
    """
    days = pl.col("longest_overdue_days").clip(upper_bound=_DAYS_AT_MOST)
    due = (pl.col("as_of").cast(pl.Int32) - days).cast(pl.Date)
    return moved(due, f"{constant(pack.series['insolvency_overdue_months'])}mo") < pl.col("as_of")


def hit_by_unemployment(pack: Pack) -> Computed:
    """Whether the rule of long unemployment holds."""
    return as_ruled(pack, "DIS_UNEMPLOYMENT")


def hit_by_ill_health(pack: Pack) -> Computed:
    """Whether the rule of ill health holds."""
    return as_ruled(pack, "DIS_HEALTH")


def hit_by_debts(pack: Pack) -> Computed:
    """Whether the rule of debts holds."""
    return as_ruled(pack, "DIS_DEBTS")


def hit_by_housing(pack: Pack) -> Computed:
    """Whether the rule of housing holds."""
    return as_ruled(pack, "DIS_HOUSING")


def hit_by_no_family(pack: Pack) -> Computed:
    """Whether the rule of missing support of a family holds."""
    return as_ruled(pack, "DIS_NO_FAMILY")


def disadvantages(_: Pack) -> Computed:
    """How many disadvantages weigh on the household: those that are sure, and with those that are not known."""
    sure = (pl.col(name).fill_null(value=False).cast(pl.Int32) for name in DISADVANTAGES)
    possible = (pl.col(name).fill_null(value=True).cast(pl.Int32) for name in DISADVANTAGES)
    return reduce(lambda a, b: a + b, sure), reduce(lambda a, b: a + b, possible)


def is_overdue(_: Pack) -> Computed:
    """Whether anything of the obligation is overdue."""
    return pl.col("overdue") > 0


def _disposable() -> pl.Expr:
    return pl.col("income_net") - pl.col("deducted")


def _share(part: pl.Expr, whole: pl.Expr, *, up: bool = True) -> pl.Expr:
    part, whole = part.clip(lower_bound=0).cast(pl.Int128), whole.cast(pl.Int128)  # a sum times 10 000 outgrows 64 bits
    ratio = (part * BASIS_POINTS + (whole - 1 if up else 0)) // pl.when(whole > 0).then(whole)
    none = pl.when(part == 0).then(0).when(part > 0).then(LARGEST_SHARE)
    return pl.when(whole > 0).then(ratio.clip(upper_bound=LARGEST_SHARE)).when(whole.is_not_null()).then(none)

"""Facts of households and obligations that are computed: what is left, and shares in hundredths of a per cent.

A share is rounded up, so that one that exceeds a threshold by a hair is told from one that equals it. Where there is no
income to compare with, a share of nothing is 0 and any other the largest there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from dluhy.engine.expressions import Computed
    from dluhy.law.pack import Pack

BASIS_POINTS: Final = 10_000  # in a whole
LARGEST_SHARE: Final = 100 * BASIS_POINTS
MONTHS_OF_A_YEAR: Final = 12


def has_child(_: Pack) -> Computed:
    """Whether a dependent child lives in the household."""
    return pl.col("children") > 0


def alone_with_child(_: Pack) -> Computed:
    """Whether one adult alone cares for a dependent child."""
    return (pl.col("adults") == 1) & (pl.col("children") > 0)


def disposable(_: Pack) -> Computed:
    """Net income of the household after deductions, haléře a month."""
    return pl.col("income_net") - pl.col("deducted")


def left_after_all(_: Pack) -> Computed:
    """What is left after deductions and every expense, haléře a month; below zero there is a deficit."""
    return pl.col("income_net") - pl.col("deducted") - pl.col("expenses")


def left_before_instalments(_: Pack) -> Computed:
    """What is left after deductions and every expense but instalments of debts, haléře a month."""
    return pl.col("income_net") - pl.col("deducted") - pl.col("expenses") + pl.col("debt_instalments")


def residual(_: Pack) -> Computed:
    """What the household lives on: net income less deductions, housing and own health insurance, haléře a month."""
    return pl.col("income_net") - pl.col("deducted") - pl.col("housing_costs") - pl.col("health_insurance_paid")


def below_living_minimum(_: Pack) -> Computed:
    """Whether what the household lives on is less than its living minimum."""
    return pl.col("residual") < pl.col("living_minimum")


def below_guideline(_: Pack) -> Computed:
    """Whether what the household lives on is less than the expert guideline of basic needs."""
    return pl.col("residual") < pl.col("guideline")


def living_costs_below_minimum(_: Pack) -> Computed:
    """Whether the stated costs of living are below the living minimum: something is missing, or people go hungry."""
    return pl.col("living_costs") < pl.col("living_minimum")


def housing_burden(_: Pack) -> Computed:
    """Share of housing costs in disposable income, housing benefits taken off both; hundredths of a per cent."""
    benefits = pl.col("housing_benefits")
    return _share(pl.col("housing_costs") - benefits, pl.col("income_net") - pl.col("deducted") - benefits)


def energy_burden(_: Pack) -> Computed:
    """Share of energy in disposable income; hundredths of a per cent."""
    return _share(pl.col("energy_costs"), pl.col("income_net") - pl.col("deducted"))


def debt_service(_: Pack) -> Computed:
    """Share of instalments of debts in net income; hundredths of a per cent."""
    return _share(pl.col("debt_instalments"), pl.col("income_net"))


def debt_to_income(_: Pack) -> Computed:
    """Total debt in yearly net incomes; hundredths of a per cent (10 000 is one year's income)."""
    return _share(pl.col("debt_total"), pl.col("income_net") * MONTHS_OF_A_YEAR)


def debts_in_monthly_incomes(_: Pack) -> Computed:
    """Total debt in monthly net incomes; hundredths of a per cent (10 000 is one month's income)."""
    return _share(pl.col("debt_total"), pl.col("income_net"))


def savings_share(_: Pack) -> Computed:
    """Share of disposable income that is put aside; hundredths of a per cent."""
    return _share(pl.col("savings_paid"), pl.col("income_net") - pl.col("deducted"))


def assets_cover_debts(_: Pack) -> Computed:
    """Whether selling what the household owns would pay all its debts."""
    return pl.col("assets_value") >= pl.col("debt_total")


def is_overdue(_: Pack) -> Computed:
    """Whether anything of the obligation is overdue."""
    return pl.col("overdue") > 0


def _share(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    part = part.clip(lower_bound=0)
    ratio = (part * BASIS_POINTS + whole - 1) // pl.when(whole > 0).then(whole)
    none = pl.when(part == 0).then(0).when(part > 0).then(LARGEST_SHARE)
    return pl.when(whole > 0).then(ratio.clip(upper_bound=LARGEST_SHARE)).when(whole.is_not_null()).then(none)

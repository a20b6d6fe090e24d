"""Facts about a person drawn from all debts of that person in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.facts.derived.fees import kinds_where
from dluhy.facts.derived.registry import Computed, computes

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_FIRST_YEAR = 1990  # local fees exist since 1991
_BITS = 62  # one bit a year in an Int64 reaches to 2051


@computes("unpaid_fee_years")
def unpaid_fee_years(pack: Pack) -> Computed:
    """Years for which local fees of the person as a child stand unpaid in the list: at least so many.

    The list may not hold them all, so the upper bound is open.
    """
    minor = pl.col("age_on_minority_day_to") < _majority(pack)
    unpaid = (pl.col("balance") > 0).fill_null(value=True)
    counted = (kinds_where(pack, "group", "local_fee") & minor & unpaid).fill_null(value=False)
    first, last = (pl.col(f"fee_year_{side}") - _FIRST_YEAR for side in ("from", "to"))
    stated = ~pl.col("fee_year_estimated") & (first >= 0) & (last < _BITS)
    years = pl.when(counted & stated).then(_bits_below(last + 1) - _bits_below(first)).otherwise(0)
    certain = years.fill_null(0).bitwise_or().bitwise_count_ones().cast(pl.Int32)
    return pl.max_horizontal(certain, counted.cast(pl.Int32).max()), pl.lit(None, dtype=pl.Int32)


def _bits_below(position: pl.Expr) -> pl.Expr:
    return pl.lit(2, dtype=pl.Int64).pow(position.clip(0, _BITS)) - 1


@computes("person_age")
def person_age(_: Pack) -> Computed:
    """Age of the person today over all rows: from the lowest to the highest that any row allows."""
    return pl.col("age_today_from").min(), pl.col("age_today_to").max()


@computes("person_days_to_18")
def person_days_to_18(_: Pack) -> Computed:
    """Days to the person's 18th birthday over all rows."""
    return pl.col("days_to_18_from").min(), pl.col("days_to_18_to").max()


@computes("childhood_debts")
def childhood_debts(pack: Pack) -> Computed:
    """Number of the person's debts in the list from before the 18th birthday: sure ones, and at most.

    Every debt of a person who is under 18 today is one.
    """
    majority = _majority(pack)
    young = (pl.col("age_on_minority_day_to") < majority) | (pl.col("age_today_to") < majority)
    sure = young.fill_null(value=False)
    excluded = (pl.col("age_on_minority_day_from") >= majority).fill_null(value=False)
    return sure.sum().cast(pl.Int32), (~excluded).sum().cast(pl.Int32)


@computes("person_limit_running")
def person_limit_running(_: Pack) -> Computed:
    """Whether any limit known to the list still runs for the person."""
    return pl.col("motion_limit_running").cast(pl.Int32).max() == 1


def _majority(pack: Pack) -> int:
    return int(pack.series["age_of_majority"].period[-1].value or 0)

"""Facts about a person drawn from all debts of that person in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.facts.derived.fees import kinds_where
from dluhy.law.amounts import constant

if TYPE_CHECKING:
    from dluhy.engine.expressions import Computed
    from dluhy.law.pack import Pack


def unpaid_fee_years(pack: Pack) -> Computed:
    """Years for which local fees of the person as a child stand unpaid in the list: at least so many.

    Different single years count one by one; a row that states a span of years counts as many as it spans, and an
    inferred year as one. The list may not hold them all, so the upper bound is open.
    """
    minor = pl.col("age_on_minority_day_to") < constant(pack.series["age_of_majority"])
    unpaid = (pl.col("balance") > 0).fill_null(value=True)
    counted = (kinds_where(pack, "group", "local_fee") & minor & unpaid).fill_null(value=False)
    sure_year = counted & ~pl.col("fee_year_estimated")
    first, last = pl.col("fee_year_from"), pl.col("fee_year_to")
    single = pl.when(sure_year & (first == last)).then(first)
    singles = single.n_unique() - single.is_null().any().cast(pl.UInt32)
    longest = pl.when(sure_year).then(last - first + 1).max().fill_null(0)
    at_least_one = counted.cast(pl.Int32).max()
    return pl.max_horizontal(singles.cast(pl.Int32), longest, at_least_one), pl.lit(None, dtype=pl.Int32)


def births_disagree(_: Pack) -> Computed:
    """Whether rows of one person give birth dates that cannot all be true; null if none gives any."""
    return pl.col("birth_date_from").max() > pl.col("birth_date_to").min()


def person_died(_: Pack) -> Computed:
    """Whether any row of the person states a day of death; false where none does."""
    return pl.col("died_on").is_not_null().any()


def person_of_capacity(_: Pack) -> Computed:
    """Whether any row says that the person has full capacity before 18 by `as_of`; false where none does."""
    return (pl.col("full_capacity_on") <= pl.col("as_of")).fill_null(value=False).any()


def person_age(_: Pack) -> Computed:
    """Age of the person today over all rows: from the lowest to the highest that any row allows."""
    return pl.col("age_today_from").min(), pl.col("age_today_to").max()


def person_days_to_18(_: Pack) -> Computed:
    """Days to the person's 18th birthday over all rows."""
    return pl.col("days_to_18_from").min(), pl.col("days_to_18_to").max()


def childhood_debts(pack: Pack) -> Computed:
    """Number of the person's debts in the list from before the 18th birthday: sure ones, and at most.

    Every debt of a person who is under 18 today is one.
    """
    majority = constant(pack.series["age_of_majority"])
    young = (pl.col("age_on_minority_day_to") < majority) | (pl.col("age_today_to") < majority)
    sure = young.fill_null(value=False)
    excluded = (pl.col("age_on_minority_day_from") >= majority).fill_null(value=False) & ~sure
    return sure.sum().cast(pl.Int32), (~excluded).sum().cast(pl.Int32)


def person_limit_on(_: Pack) -> Computed:
    """Last of the days on which a limit known to the list ends for the person; null if none is known."""
    return pl.col("motion_limit_on").max()


def person_limit_running(_: Pack) -> Computed:
    """Whether a limit known to the list still runs for the person on `as_of`; false where none is known to run."""
    return (pl.col("person_limit_on") >= pl.col("as_of")).fill_null(value=False)

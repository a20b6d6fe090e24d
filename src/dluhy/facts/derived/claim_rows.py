"""Facts of claims that are computed: ends of limitation and of futile enforcement, caps, and what is asked above them.

A bound that is unknown is null. Money is in haléře, rates are in basis points. Limitation works only on objection: the
days here say from when it can be raised, never that a claim has lapsed.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.facts.derived.calendar import moved
from dluhy.facts.derived.claims import without_recovery
from dluhy.facts.derived.limits import end_of_period
from dluhy.law.amounts import constant, known_on
from dluhy.money import HALERE_PER_KORUNA as KORUNA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.engine.expressions import Computed
    from dluhy.law.models import Series
    from dluhy.law.pack import Pack

_NO_TITLE, _RECORD = "no_title", "other_title"
_WRITTEN: Final = "written"
_HALF: Final = 6  # months
_YEAR: Final = 12  # months


def claim_limited_on(pack: Pack) -> Computed:
    """Last day of limitation of a private claim if nothing suspended it (§ 629, § 639, § 640 OZ); by objection only.

    Without a title three years from the due day, or ten from an acknowledgement; with a decision ten years from the day
    it set for payment, which is never before its issue. Of a record of a notary or executor, and where the title, an
    acknowledgement or that day is not known, only the lower bound is told: the end is there, or later. Interest or a
    part paid after the three years is no acknowledgement (§ 2054 odst. 3 OZ); one in writing is (§ 653 OZ).
    """
    kind = pl.col("title_kind").cast(pl.String)
    without, decided = kind == _NO_TITLE, ~kind.is_in((_NO_TITLE, _RECORD))
    general, adjudicated, acknowledged = (
        f"{constant(pack.series[name])}y"
        for name in ("limitation_years", "limitation_years_adjudicated", "limitation_years_acknowledged")
    )
    due = [moved(pl.col(f"due_on_{end}"), general) for end in ("from", "to")]
    renewed = [moved(pl.col(f"acknowledged_on_{end}"), acknowledged) for end in ("from", "to")]
    ordered = [moved(pl.col(f"title_due_on_{end}"), adjudicated) for end in ("from", "to")]
    issued = moved(pl.col("title_issued_on_from"), adjudicated)
    yes = pl.col("acknowledged")
    never = yes.not_()
    written = (pl.col("acknowledgement_kind").cast(pl.String) == _WRITTEN).fill_null(value=False)
    by_paying = pl.col("acknowledgement_kind").is_not_null() & ~written
    in_time = (pl.col("acknowledged_on_to") <= due[0]).fill_null(value=True)
    too_late = (by_paying & (pl.col("acknowledged_on_from") > due[1])).fill_null(value=False)
    counts = yes & (written | in_time)
    first = pl.when(counts & ~too_late).then(pl.coalesce(renewed[0], due[0])).otherwise(due[0])
    last = pl.when(yes & ~too_late).then(renewed[1]).when(never | too_late).then(due[1])
    return (
        pl.when(decided).then(pl.coalesce(ordered[0], issued, due[0])).when(without).then(first).otherwise(due[0]),
        pl.when(decided).then(ordered[1]).when(without).then(last),
    )


def later_interest_limited_on(pack: Pack) -> Computed:
    """Last day of limitation of interest that fell due after a decision, if it was not enforced by then (§ 642 OZ)."""
    years = f"{constant(pack.series['limitation_years_later_interest'])}y"
    return moved(pl.col("title_final_on_from"), years), moved(pl.col("title_final_on_to"), years)


def futile_first_on(pack: Pack) -> Computed:
    """Last day of the six years without recovery, with the time that does not count (§ 55 odst. 7, 12 EŘ).

    Time that does not count is none where nothing is told of it; where only its least is, the end is open.
    """
    return _with_uncounted([pl.col(f"fruitless_ends_on_{end}") for end in ("from", "to")], pack)


def futile_told_on(pack: Pack) -> Computed:
    """First day on which it helps to tell when the time without recovery ends: once nothing has come in for a while."""
    months = constant(pack.series["fruitless_years"]) * _YEAR - constant(pack.series["fruitless_told_months"])
    low, high = (moved(pl.col(f"futile_first_on_{end}"), f"-{months}mo") for end in ("from", "to"))
    return low, high


def futile_absolute_on(pack: Pack) -> Computed:
    """Last day on which an enforcement without recovery may run, whatever the creditor pays (§ 55 odst. 11, 12 EŘ)."""
    years, transition = constant(pack.series["fruitless_end_years"]), pack.days["fruitless_transition"].days
    first, last = without_recovery(years, transition)
    return _with_uncounted((first, last), pack)


def _with_uncounted(ends: Sequence[pl.Expr], pack: Pack) -> tuple[pl.Expr, pl.Expr]:
    """Return the two bounds of a day moved by the days that do not count.

    They do not move the day before which no time that began before 2022 ends, so as a lower bound it stays.
    """
    least, most = (pl.col(f"uncounted_days_{end}") for end in ("from", "to"))
    not_before = pl.lit(pack.days["fruitless_transition"].days[1])
    first = pl.when(ends[0] == not_before).then(0).otherwise(least.fill_null(0))
    last = pl.when(least.is_null() & most.is_null()).then(0).otherwise(most)
    low, high = ((day.cast(pl.Int32) + days).cast(pl.Date) for day, days in zip(ends, (first, last), strict=True))
    return low, high


def futile_ends_on(pack: Pack) -> Computed:
    """Last day of the time without recovery, with the years that the creditor's paid advances added (§ 55 odst. 11 EŘ).

    Within limits where it is not known how many advances were paid; never after `futile_absolute_on`.
    """
    paid, most = pl.col("advances_paid"), constant(pack.series["fruitless_advances_most"])
    return (
        _prolonged(pack, "futile_first_on_from", paid.fill_null(0), "futile_absolute_on_from"),
        _prolonged(pack, "futile_first_on_to", paid.fill_null(most), "futile_absolute_on_to"),
    )


def futile_if_advanced_on(pack: Pack) -> Computed:
    """Last day of that time if the creditor pays one advance more; the same day where no further one is possible."""
    most = constant(pack.series["fruitless_advances_most"])
    more = (pl.col("advances_paid") < most).fill_null(value=True).cast(pl.Int32)
    return (
        _prolonged(pack, "futile_ends_on_from", more, "futile_absolute_on_from"),
        _prolonged(pack, "futile_ends_on_to", more, "futile_absolute_on_to"),
    )


def state_pays_until(pack: Pack) -> Computed:
    """Last day on which an executor who stops a futile enforcement gets the lump sum from the state.

    Twelve months from when the conditions were met, and not before twelve months from the effect of the act (čl. II
    bod 3 zákona č. 255/2023 Sb.). The end of the time stands for the conditions here: the creditor's silence comes
    after it.
    """
    months = f"{constant(pack.series['state_lump_months'])}mo"
    first = pl.lit(pack.days["state_lump_from"].days[0])
    ends = [pl.col(column) for column in pack.facts["futile_ends_on"].columns]
    low, high = (pl.when(day.is_not_null()).then(pl.max_horizontal(day, first)) for day in ends)
    return moved(low, months), moved(high, months)


def penalty_cap(pack: Pack) -> Computed:
    """Highest sum of all contractual penalties of a consumer credit, haléře, rounded down (§ 122 odst. 3 ZSÚ)."""
    share, most = Fraction(pack.series["credit_penalty_share"].period[0].ratio or 0), "credit_penalty_most"
    part = pl.col("credit_lent") * share.numerator // share.denominator
    return part.clip(upper_bound=constant(pack.series[most]) * KORUNA)


def penalty_above_cap(_: Pack) -> Computed:
    """What the penalties exceed their cap by, haléře."""
    return (pl.col("contractual_penalty") - pl.col("penalty_cap")).clip(lower_bound=0)


def late_rate_cap(pack: Pack) -> Computed:
    """Highest yearly interest of a consumer credit after 90 days of default, basis points (§ 122 odst. 4 ZSÚ).

    The repo rate of the first day of the half-year in which default began, which is the day after the due day, and
    eight percentage points. Null where the possible half-years have two rates.
    """
    margin = constant(pack.series["credit_late_rate_margin"])
    ends = [_half_year(pl.col(f"due_on_{end}").dt.offset_by("1d")) for end in ("from", "to")]
    return pl.when(ends[0] == ends[1]).then(_in_half_year(pack.series["cnb_repo_rate"], ends[0]) + margin)


def above_principal(_: Pack) -> Computed:
    """What a claim exceeds the money lent and not yet returned by, haléře.

    Exact where both the loan and everything paid are known; else at least what exceeds the principal, at most all.
    """
    left = (pl.col("credit_lent") - pl.col("credit_paid")).clip(lower_bound=0)
    exact = (pl.col("balance") - left).clip(lower_bound=0)
    least = (pl.col("balance") - pl.col("principal")).clip(lower_bound=0)
    return pl.coalesce(exact, least), pl.coalesce(exact, "balance")


def costs_above_tariff(_: Pack) -> Computed:
    """What the executor asks above the tariff, haléře; within limits where the tariff is known within limits."""
    asked = pl.col("executor_costs_asked")
    least, most = (asked - pl.col(f"executor_costs_tariff_{end}") for end in ("to", "from"))
    return least.clip(lower_bound=0), most.clip(lower_bound=0)


def enforced_principal(_: Pack) -> Computed:
    """What is enforced in one enforcement without accessories, haléře: the principal, if nothing else is in it.

    A case gives it where an enforcement is about several debts.
    """
    return pl.col("principal"), pl.col("principal")


def call_ends_on(pack: Pack) -> Computed:
    """Last day to pay at lower costs after the executor's call (§ 46 odst. 6 EŘ)."""
    days = constant(pack.series["motion_days_from_call"])
    return end_of_period(pl.col("call_served_on"), counting="osr57", holidays=pack.days["public_holidays"], days=days)


def _prolonged(pack: Pack, column: str, times: pl.Expr, last: str) -> pl.Expr:
    """Move a day by the years of an advance as many times, no further than the last possible day."""
    years = constant(pack.series["fruitless_extension_years"])
    moved_day = pl.col(column)
    for number in range(1, constant(pack.series["fruitless_advances_most"]) + 1):
        moved_day = pl.when(times >= number).then(moved(pl.col(column), f"{years * number}y")).otherwise(moved_day)
    return pl.when(moved_day.is_not_null()).then(pl.min_horizontal(moved_day, last))


def _in_half_year(series: Series, first: pl.Expr) -> pl.Expr:
    """Return the value of a series on the first day of a half-year; null outside the series or where unknown.

    Looked up in a table of half-years: a test of every period, each with the day worked out again, takes a hundredfold.
    """
    starts, last = series.period[0].from_, series.period[-1]
    years = range((starts or date.min).year, (last.to or last.from_ or date.min).year + 1)
    days = pl.Series([date(year, month, 1) for year in years for month in (1, 1 + _HALF)], dtype=pl.Date)
    values = pl.select(known_on(series, pl.lit(days))).to_series()
    table = first.replace_strict(days, values, default=None, return_dtype=pl.Int32)
    if last.to is not None or last.from_ is None:
        return table
    return pl.when(first >= last.from_).then(pl.lit(last.value, dtype=pl.Int32)).otherwise(table)


def _half_year(day: pl.Expr) -> pl.Expr:
    """Return the first day of the calendar half-year of a day."""
    return pl.date(day.dt.year(), (day.dt.month() - 1) // _HALF * _HALF + 1, 1)

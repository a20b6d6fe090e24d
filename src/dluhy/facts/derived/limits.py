"""Limits that run: ends of periods counted by three acts, and by when the debtor may file for a stop.

What `dluhy.dates` counts for a single event is counted here for a column; the tests hold the two equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.dates import one_length
from dluhy.law.amounts import constant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dluhy.engine.expressions import Computed
    from dluhy.law.models import DayTable, Limit
    from dluhy.law.pack import Pack

_UNITS: Final = {"days": "d", "months": "mo", "years": "y"}


def osr57(event: pl.Expr, number: int, unit: str) -> pl.Expr:
    """Return the day on which a period ends by number, § 57 odst. 1, 2 OSŘ: the number of the day of the event."""
    return event.dt.offset_by(f"{number}{_UNITS[unit]}")


def dr33(event: pl.Expr, number: int, unit: str) -> pl.Expr:
    """Return the day on which a period ends by number, § 33 odst. 1, 2 DŘ.

    Months and years have the number of the day on which the period began, which is the day after the event.
    """
    began = event if unit == "days" else event.dt.offset_by("1d")
    return began.dt.offset_by(f"{number}{_UNITS[unit]}")


def oz605(event: pl.Expr, number: int, unit: str) -> pl.Expr:
    """Return the day on which a period ends by number, § 605 odst. 1, 2 OZ: counted as in § 57 OSŘ."""
    return event.dt.offset_by(f"{number}{_UNITS[unit]}")


COUNTINGS: Final[Mapping[str, Callable[[pl.Expr, int, str], pl.Expr]]] = {
    "osr57": osr57,
    "dr33": dr33,
    "oz605": oz605,
}
"""How each act counts a period, by the code of the vocabulary `countings`."""


def end_of_period(  # noqa: PLR0913 - a period is days, months or years
    event: pl.Expr,
    *,
    counting: str,
    holidays: DayTable,
    days: int | None = None,
    months: int | None = None,
    years: int | None = None,
) -> pl.Expr:
    """Return the last day (Date) of a period that runs from an event (Date).

    Null for an unknown event and where the event or the end is not in the table of holidays. One of `days`, `months`,
    `years` is the length; `counting` is a code of the vocabulary `countings`. An end on a Saturday, Sunday or public
    holiday moves to the next working day (§ 57 odst. 2 OSŘ, § 33 odst. 4 DŘ, § 607 OZ). Raises ValueError for no
    length or several, KeyError for an unknown way of counting.
    """
    unit, number = one_length(days=days, months=months, years=years)
    counted = COUNTINGS[counting](event, number, unit)
    end = counted.dt.add_business_days(0, holidays=holidays.days, roll="forward")
    return pl.when(event.is_between(holidays.from_, holidays.to) & (end <= holidays.to)).then(end)


def limit_of(limit: Limit, pack: Pack) -> pl.Expr:
    """Return the last day (Date) of a step's limit in each row of a judged frame.

    Null where the limit has no period, where the event it runs from is not known to the day or has not happened by
    `as_of`, and where the event or the end is not in the table of holidays.
    """
    if limit.runs_from is None or limit.counting is None:
        return pl.lit(None, dtype=pl.Date)
    event, *latest = (pl.col(column) for column in pack.facts[limit.runs_from].columns)
    known = pl.all_horizontal(event <= pl.col("as_of"), *(event == last for last in latest))
    return end_of_period(
        pl.when(known).then(event),
        counting=limit.counting,
        holidays=pack.days["public_holidays"],
        days=limit.days,
        months=limit.months,
        years=limit.years,
    )


def motion_limit_on(pack: Pack) -> Computed:
    """Last day for the debtor's motion to stop: the later of the two limits that are known to run.

    30 days from service of the executor's call (§ 46 odst. 6 EŘ) and 15 days from learning of the reason
    (§ 55 odst. 1 EŘ), counted by § 57 OSŘ through § 52 EŘ; null when neither event is known or has happened, when an
    end lies beyond the table of holidays, and where the office itself enforces, nobody does, or it is over.
    """
    holidays = pack.days["public_holidays"]

    def limit(event: str, series: str) -> pl.Expr:
        days = constant(pack.series[series])
        happened = pl.when(pl.col(event) <= pl.col("as_of")).then(pl.col(event))
        return end_of_period(happened, days=days, counting="osr57", holidays=holidays)

    last = pl.max_horizontal(
        limit("reason_learned_on", "motion_days_from_learning"), limit("call_served_on", "motion_days_from_call")
    )
    without_executor = pl.col("enforcement_kind").cast(pl.String).is_in(["tax", "none"])
    over = pl.col("enforcement_status").cast(pl.String).is_in(["stopped", "ended"])
    return pl.when(~(without_executor | over).fill_null(value=False)).then(last)

"""Limits that run: by when the debtor may file for a stop, counted by § 57 OSŘ through § 52 EŘ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.facts.derived.registry import Computed, computes

if TYPE_CHECKING:
    from dluhy.law.pack import Pack


def end_of_days(event: pl.Expr, days: int, holidays: list[object]) -> pl.Expr:
    """Return the last day (Date) of a period in days: the day of the event is not counted, and an end on
    a Saturday, Sunday or public holiday moves to the next working day (§ 57 odst. 1, 2 OSŘ).
    """  # noqa: D205 - one sentence that needs two lines
    end = event.dt.offset_by(f"{days}d")
    return end.dt.add_business_days(0, holidays=holidays, roll="forward")  # type: ignore[arg-type]  # dates


@computes("motion_limit_on")
def motion_limit_on(pack: Pack) -> Computed:
    """Last day for the debtor's motion to stop: the later of the two limits that are known to run.

    30 days from service of the executor's call (§ 46 odst. 6 EŘ) and 15 days from learning of the reason
    (§ 55 odst. 1 EŘ); null when neither event is known, when an end lies beyond the table of holidays, and for an
    enforcement by the office itself or one that is over.
    """
    table = pack.days["public_holidays"]
    holidays: list[object] = list(table.days)

    def limit(event: str, series: str) -> pl.Expr:
        days = int(pack.series[series].period[-1].value or 0)
        end = end_of_days(pl.col(event), days, holidays)
        inside = (pl.col(event) >= table.from_) & (pl.col(event) <= pl.col("as_of")) & (end <= table.to)
        return pl.when(inside).then(end)

    last = pl.max_horizontal(
        limit("reason_learned_on", "motion_days_from_learning"), limit("call_served_on", "motion_days_from_call")
    )
    by_office = pl.col("enforcement_kind").cast(pl.String) == "tax"
    over = pl.col("enforcement_status").cast(pl.String).is_in(["stopped", "ended"])
    return pl.when(~(by_office | over).fill_null(value=False)).then(last)

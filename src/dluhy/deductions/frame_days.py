"""What the law says for each day a frame of payments may have, as tables that are kept: looking it up costs more."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import frozen

from dluhy.deductions.amounts import TOPIC, pay_day_decides, wage_sets
from dluhy.documents.values import FIRST_YEAR, LAST_YEAR
from dluhy.law.amounts import known_on

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_EPOCH: Final = date(1970, 1, 1)
_USUAL: Final = (date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
_KEPT: Final = 64


@frozen(eq=False)
class DayTable:
    """A number for each day from the first on; null where there is none."""

    first: date
    values: pl.Series

    def among(self, first: date, last: date) -> pl.Series:
        """Return the numbers of the days between two days."""
        return self.values.slice((first - self.first).days, (last - first).days + 1)

    def on(self, days: pl.Expr) -> pl.Expr:
        """Return the number of each day."""
        return pl.lit(self.values).gather(numbered(days, self.first))


@frozen
class Held:
    """What held on the days of a column: one value for all of them (null is unknown), or a table between two days."""

    days: str
    value: int | None = None
    span: tuple[date, date] | None = None


def numbered(days: pl.Expr, first: date) -> pl.Expr:
    """Return how many days after the first each is."""
    return (days.to_physical() - (first - _EPOCH).days).cast(pl.UInt32)


def held(pack: Pack, series: str, days: str, first: date, last: date) -> Held:
    """Return what held on the days of a column, all of them between two days."""
    span = (min(first, _USUAL[0]), max(last, _USUAL[1]))
    among = values_table(pack, series, span).among(first, last)
    return Held(days, among[0]) if among.n_unique() == 1 else Held(days, span=span)


@lru_cache(_KEPT)
def values_table(pack: Pack, series: str, span: tuple[date, date]) -> DayTable:
    """Return what held on each day of a span; null where the pack does not know."""
    every = pl.DataFrame({"day": pl.date_range(*span, eager=True)})
    return DayTable(span[0], every.select(known_on(pack.series[series], pl.col("day"))).to_series())


@lru_cache(_KEPT)
def sets_table(pack: Pack) -> DayTable:
    """Return the set of amounts of each pay day that the pack knows; null where the month of the wage decides."""
    sets, known = wage_sets(pack), pack.info.horizon[TOPIC]
    days = [known.from_ + timedelta(days=number) for number in range((known.to - known.from_).days + 1)]
    decided = [sets.index_for(day, day) if pay_day_decides(pack, day) else None for day in days]
    return DayTable(known.from_, pl.Series(decided, dtype=pl.UInt32))


@lru_cache(maxsize=4096)
def decided_by_pay_day(pack: Pack, paid_on: date) -> bool:
    """Return whether the pack knows a pay day and it tells the amounts alone."""
    known = pack.info.horizon[TOPIC]
    return known.from_ <= paid_on <= known.to and pay_day_decides(pack, paid_on)

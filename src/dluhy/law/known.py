"""How far a dated amount is known: which of its periods covers a day, or the nearest days that one does.

An open end reaches no further than the topic of the amount may be asked: a value without an end is not a value for
ever. A stated end counts as stated, also past the horizon of the topic (the public holidays of coming years).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from attrs import frozen

from dluhy.law.models import Dated, DayTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.law.contents import Pack
    from dluhy.law.models import Amount, Series, Table, TablePeriod

Status = Literal["known", "declared_unknown", "before_horizon", "past_horizon"]
Period = TypeVar("Period", bound="Dated | DayTable")


@frozen(kw_only=True)
class Known(Generic[Period]):
    """What is known on a day: the period in force, or why none is.

    `period` is None unless `status` is known. `last_known` is the last day before the one asked that has a value,
    `next_known` the first after it; both None where the day itself has one, or where there is no such day.
    """

    status: Status
    period: Period | None
    last_known: date | None = None
    next_known: date | None = None


@frozen
class _Span(Generic[Period]):
    first: date
    last: date
    period: Period


def series_known(series: Series, pack: Pack, day: date) -> Known[Amount]:
    """Return what is known of a series of amounts on a day."""
    return _known(series.period, series.topic, pack, day)


def table_known(table: Table, pack: Pack, day: date) -> Known[TablePeriod]:
    """Return what is known of a table of amounts on a day."""
    return _known(table.period, table.topic, pack, day)


def days_known(days: DayTable, pack: Pack, day: date) -> Known[DayTable]:
    """Return whether a list of days covers a day."""
    return _known([days], days.topic, pack, day)


def _known(periods: Sequence[Period], topic: str, pack: Pack, day: date) -> Known[Period]:
    horizon = pack.info.horizon[topic].to
    spans = [
        _Span(each.from_ or date.min, last, each)
        for each in periods
        if (each.from_ or date.min) <= (last := each.to or horizon)
    ]
    told = [span for span in spans if not _declared_unknown(span.period)]
    found = next((span for span in told if span.first <= day <= span.last), None)
    if found is not None:
        return Known(status="known", period=found.period)
    return Known(
        status=_why_not(spans, told, day),
        period=None,
        last_known=max((span.last for span in told if span.last < day), default=None),
        next_known=min((span.first for span in told if span.first > day), default=None),
    )


def _why_not(spans: Sequence[_Span[Period]], told: Sequence[_Span[Period]], day: date) -> Status:
    """Say why a day has no value: it is before or after everything, or in a period declared unknown."""
    if any(span.first <= day <= span.last for span in spans):
        return "declared_unknown"
    return "before_horizon" if any(span.first > day for span in told) else "past_horizon"


def _declared_unknown(period: Dated | DayTable) -> bool:
    return isinstance(period, Dated) and period.unknown

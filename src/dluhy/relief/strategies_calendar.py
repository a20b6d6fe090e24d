"""The months on which strategies are compared, each with the days whose law is taken for it."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date  # noqa: TC003 - attrs reads the annotations
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.dates import MONTHS_OF_A_YEAR, months_on
from dluhy.law.amounts import known_value
from dluhy.relief.projection_law import DEDUCTIONS

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy.relief.strategies_model import StrategyInput


@frozen
class Slot:
    """One month: its number from 1, its length, and the days whose amounts are taken; `assumed` where they stand in."""

    number: int
    first: date
    days: int
    leap: bool
    paid_on: date
    wage_period: date
    assumed: bool


def horizon_months(state: StrategyInput, pack: Pack) -> int:
    """Return how many months strategies are compared on."""
    if state.horizon_months is not None:
        return state.horizon_months
    return known_value(pack.series["strategy_horizon_years"], state.from_month) * MONTHS_OF_A_YEAR


def slots(state: StrategyInput, count: int, pack: Pack) -> tuple[Slot, ...]:
    """Return the months compared; a month past the horizon is refused only when its deductions are asked for."""
    last = pack.info.horizon[DEDUCTIONS].to
    return _slots(state.from_month.replace(day=1), count, last, last_known=state.after_horizon == "last_known")


@lru_cache(maxsize=64)
def _slots(start: date, count: int, last: date, *, last_known: bool) -> tuple[Slot, ...]:
    firsts = [months_on(start, number) for number in range(count)]
    return tuple(_slot(number, first, last, last_known=last_known) for number, first in enumerate(firsts, 1))


def _slot(number: int, first: date, last: date, *, last_known: bool) -> Slot:
    assumed = first > last
    paid_on = last if assumed and last_known else first
    days = monthrange(first.year, first.month)[1]
    wage_period = months_on(paid_on.replace(day=1), -1)
    return Slot(number, first, days, isleap(first.year), paid_on, wage_period, assumed)

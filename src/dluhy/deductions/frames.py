"""Deductions of many payments at once: one row a payment, the formulas of one person as polars expressions.

The claims of a row are not divided; whoever needs that has their parts one by one (`dluhy.deductions.deduct`).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.deductions.amounts import TOPIC, end_of_month, wage_sets
from dluhy.deductions.frame_columns import checked
from dluhy.deductions.frame_days import Held, held, numbered, sets_table
from dluhy.deductions.frame_plan import (
    ABOUT_SPOUSE,
    BY_MONTH,
    COSTS,
    ISSUED_ON,
    WAGE_MONTH,
    Shape,
    contradiction_of,
    stages_of,
)
from dluhy.law.amounts import first_day_with, known_ratio
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from fractions import Fraction

    from dluhy.law.pack import Pack

RESULTS: Final = (
    "amounts", "counted", "base", "remainder", "third", "unlimited", "thirds", "capacity", "deducted", "left", "fee",
    "unknown_dependants", "unknown_spouse", "unknown_priority",
)  # fmt: skip
_NOTHING: Final = pl.QueryOptFlags.none()
"""The stages are written as they are to run: looking for better ones costs more than a small frame."""


def deduct_frame(frame: pl.DataFrame, pack: Pack | None = None) -> pl.DataFrame:
    """Return the deduction of each row, in its order; money in haléře (Int64), null where `net` is null.

    Reads the columns of `dluhy.deductions.frame_columns.COLUMNS`: `paid_on`, `wage_period` (any day of the month; null
    where the pay day decides alone), `net`, `dependants` (without the spouse), what is known of the spouse and of
    pensions (codes of the vocabulary `pensions`), `priority` (whether a priority claim is among the claims), `orders`
    (how many, 0 for no claims), `debt_relief`, `component_rounding` ("exact" or "2dp"), `base_share`, `balance` (what
    all claims still owe; only where all have priority or none has), `order_issued_on`, `fee_due` (false for payers who
    have no fee). Null is unknown and read as in `deduct`: people nobody has proven are not counted, a claim has no
    priority, a balance does not limit, an order was issued from 2022 on, a fee is due.

    Returns `amounts` (key of the set), `counted`, `base`, `remainder`, `third`, `unlimited`, `thirds`, `capacity`,
    `deducted` (the payer's `fee` included), `left`, and `unknown_dependants`, `unknown_spouse`, `unknown_priority`.
    Raises InputError for missing or wrong columns and values, HorizonError for a day that the pack does not know.
    """
    law = pack or default_pack()
    return deducted_of(checked(frame, law), law)


def deducted_of(asked: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Return the deduction of each row of a frame whose columns and values are sound (`frame_columns.checked`).

    Columns that no row has may be left out. Raises HorizonError and InputError for what the law says, as
    `deduct_frame`.
    """
    known = frozenset(column.name for column in asked if column.null_count() < asked.height)
    sets = _sets(asked, pack)
    frame = asked if isinstance(sets, Held) else asked.with_columns(sets.alias(BY_MONTH))
    shape = Shape(
        known=known, amounts=sets if isinstance(sets, Held) else None, many=_many(asked, known, pack),
        rounded="component_rounding" in known and bool((asked["component_rounding"] == "2dp").any()),
        costs=_costs(asked, known, pack), fee=_fee(asked, known, pack), share=_share(asked, pack),
    )  # fmt: skip
    if "spouse_counts" in known and known & ABOUT_SPOUSE:
        _refuse_contradictions(frame, shape, pack)
    plan = frame.lazy()
    for stage in stages_of(pack, shape):
        plan = plan.with_columns(stage)
    return plan.select(RESULTS).collect(engine="in-memory", optimizations=_NOTHING)


def _sets(asked: pl.DataFrame, pack: Pack) -> Held | pl.Series:
    """Return which set of amounts applies to all rows or by their pay days, or where their months decide, to each.

    HorizonError names a day that has none.
    """
    first, last = _ends(asked["paid_on"], pack)
    for day in (first, last):
        pack.require_known(TOPIC, day)
    table = sets_table(pack)
    among = table.among(first, last)
    if among.null_count():
        numbers = asked.select(table.on(pl.col("paid_on"))).to_series()
        return _by_wage_period(asked, numbers, pack)
    return Held("paid_on", among[0]) if among.n_unique() == 1 else Held("paid_on", span=(first, last))


def _ends(days: pl.Series, pack: Pack) -> tuple[date, date]:
    """Return the first and the last day; where there is none, any day that the law knows will do."""
    first, last = days.min(), days.max()
    if not isinstance(first, date) or not isinstance(last, date):
        return (pack.info.horizon[TOPIC].to,) * 2
    return first, last


def _refuse_contradictions(frame: pl.DataFrame, shape: Shape, pack: Pack) -> None:
    """Raise InputError where a spouse is counted who does not exist, or without a pension that suffices."""
    wrong = frame.select(contradiction_of(pack, shape)).to_series()
    if wrong.any():
        cs = "manžel se má počítat, ale není, nebo nikdo z manželů nemá důchod, který k tomu stačí"
        en = "a spouse is counted, but there is none, or neither has a pension that suffices"
        raise InputError([Problem("spouse_contradiction", f"column spouse_counts row {wrong.arg_max()}", cs, en)])


def _many(asked: pl.DataFrame, known: frozenset[str], pack: Pack) -> Held | None:
    """Return from how many orders two thirds are taken; None where no row has so many."""
    most, least = asked["orders"].max() if "orders" in known else None, _fewest_many(pack)
    if not isinstance(most, int) or least is None or most < least:
        return None
    first, last = _ends(asked["paid_on"], pack)
    days = [_month_before(first), _month_before(last)]
    if "wage_period" in known:
        stated = _ends(asked["wage_period"], pack)
        days = [*stated, *days] if asked["wage_period"].null_count() else [*stated]
    return held(pack, "many_orders", WAGE_MONTH, min(days), max(days))


@lru_cache(maxsize=8)
def _fewest_many(pack: Pack) -> int | None:
    return min((period.value for period in pack.series["many_orders"].period if period.value), default=None)


def _month_before(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)


def _costs(asked: pl.DataFrame, known: frozenset[str], pack: Pack) -> tuple[Held, ...]:
    """Return a trustee's costs on the pay days; none where no pension may stand against many orders."""
    if not {"own_pension", "orders"} <= known:
        return ()
    first, last = _ends(asked["paid_on"], pack)
    return tuple(held(pack, series, "paid_on", first, last) for series in COSTS)


def _fee(asked: pl.DataFrame, known: frozenset[str], pack: Pack) -> Held:
    """Return the payer's fee on the days the orders were issued; where nobody says, on the pay days."""
    days = list(_ends(asked["paid_on"], pack))
    if "order_issued_on" in known:
        issued = _ends(asked["order_issued_on"], pack)
        days = [*issued, *days] if asked["order_issued_on"].null_count() else [*issued]
    return held(pack, "payer_month_fee", ISSUED_ON, min(days), max(days))


def _share(asked: pl.DataFrame, pack: Pack) -> Fraction:
    """Return the payer's share; before the first day that has one no fee is due."""
    return _share_on(pack, _ends(asked["paid_on"], pack)[1])


@lru_cache(maxsize=1024)
def _share_on(pack: Pack, last: date) -> Fraction:
    shares = pack.series["payer_fee_share"]
    return known_ratio(shares, max(last, first_day_with(shares, lambda period: period.ratio is not None)))


def _by_wage_period(asked: pl.DataFrame, numbers: pl.Series, pack: Pack) -> pl.Series:
    """Return the numbers of sets with those filled in that the month of the wage decides."""
    waiting = numbers.is_null()
    wage = asked["wage_period"] if "wage_period" in asked.columns else numbers.cast(pl.Date).clear(asked.height)
    missing = waiting & wage.is_null()
    if missing.any():
        cs = "tady rozhoduje měsíc, za který mzda náleží; uveďte jej"
        en = "the month the wage is for decides here; state it"
        raise InputError([Problem("wage_period_needed", f"column wage_period row {missing.arg_max()}", cs, en)])
    waited = wage.filter(waiting)
    first, last = _ends(waited, pack)
    sets = wage_sets(pack)
    ends = [end_of_month(first + timedelta(days=number)) for number in range((last - first).days + 1)]
    known = {end: sets.index_on(end) for end in dict.fromkeys(ends)}
    table = pl.Series([known[end] for end in ends], dtype=pl.UInt32)
    months = pl.select(numbered(pl.lit(wage.clip(first, last)), first)).to_series()
    return numbers.zip_with(~waiting, table.gather(months))

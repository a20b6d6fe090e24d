"""Facts about local fees: which year, which due day, how much at most, when collection ends.

All bounds of ranged facts are inclusive. Where a day is estimated from the fee year, `minority_day_estimated`
says so.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import polars as pl

from dluhy.facts.derived.calendar import MONTH, YEAR, as_number, first_day, last_day, month_start, moved
from dluhy.law.amounts import constant, known_in_year
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from dluhy.engine.expressions import Computed
    from dluhy.law.pack import Pack


def kinds_where(pack: Pack, key: str, value: str) -> pl.Expr:
    """Return whether the debt kind is one whose vocabulary entry says `key = value`; null kind: null."""
    codes = [code for code, term in pack.vocabularies["debt_kinds"].items() if term.more.get(key) == value]
    dtype = pl.Enum(pack.members["debt_kinds"])  # comparisons, because `is_in` within a group is worked out per group
    return reduce(
        lambda a, b: a | b, (pl.col("debt_kind") == pl.lit(c, dtype=dtype) for c in codes), pl.lit(value=False)
    )


def fee_year(pack: Pack) -> Computed:
    """Year of the fee where the list gives only a due day: the year of that day.

    A day in the first months of a year (`fee_year_carry_months`) may still belong to the year before, so the lower
    bound is one year less there.
    """
    carry = constant(pack.series["fee_year_carry_months"])
    first, last = pl.col("due_on_from"), pl.col("due_on_to")
    earliest, latest = as_number(first), as_number(last)
    early = earliest % YEAR < (carry + 1) * MONTH
    return earliest // YEAR - early.cast(pl.Int32), latest // YEAR


def minority_day(pack: Pack) -> Computed:
    """Day on which minority is tested: for local fees the due day, otherwise the day the debt arose.

    For a premium it is the first day of its month.

    A local fee with no due day, or with an open end of it, may have been due on any day of its fee years;
    so may each year of one sum for several years, whatever single due day the row gives.
    """
    is_fee = kinds_where(pack, "minority_date", "due_on")
    by_event = kinds_where(pack, "minority_date", "arose_on")
    by_month = kinds_where(pack, "minority_date", "month_start")

    first, last = pl.col("due_on_from"), pl.col("due_on_to")
    new_year, year_end = first_day(pl.col("fee_year_from")), last_day(pl.col("fee_year_to"))
    earliest = pl.when(first.is_null() & ~(new_year > last).fill_null(value=False)).then(new_year).otherwise(first)
    latest = pl.when(last.is_null() & ~(year_end < first).fill_null(value=False)).then(year_end).otherwise(last)

    span = ((pl.col("fee_year_to") > pl.col("fee_year_from")) & ~pl.col("fee_year_estimated")).fill_null(value=False)
    earliest = pl.when(span).then(pl.min_horizontal(earliest, new_year)).otherwise(earliest)
    latest = pl.when(span).then(pl.max_horizontal(latest, year_end)).otherwise(latest)

    def bound(fee_day: pl.Expr, side: str) -> pl.Expr:
        arose = pl.col(f"arose_on_{side}")
        return pl.when(is_fee).then(fee_day).when(by_event).then(arose).when(by_month).then(month_start(arose))

    return bound(earliest, "from"), bound(latest, "to")


def minority_day_estimated(pack: Pack) -> Computed:
    """Whether the day that decides minority was only estimated from the fee year; null if that is unknown too."""
    no_due = pl.col("due_on_from").is_null() & pl.col("due_on_to").is_null()
    year_known = pl.col("fee_year_from").is_not_null() | pl.col("fee_year_to").is_not_null()
    estimated = kinds_where(pack, "minority_date", "due_on") & no_due
    return pl.when(~(no_due & ~year_known)).then(estimated)


def fee_year_estimated(_: Pack) -> Computed:
    """Whether the fee year was read off the due day; null if neither is known.

    Computed beside `fee_year` from the same columns, before the year is completed.
    """
    given = pl.col("fee_year_from").is_not_null() | pl.col("fee_year_to").is_not_null()
    due_known = pl.col("due_on_from").is_not_null() | pl.col("due_on_to").is_not_null()
    return pl.when(given | due_known).then(~given)


def full_capacity_on_minority_day(_: Pack) -> Computed:
    """Whether a minor had full capacity (marriage, court decision) on the deciding day; null if not known."""
    gained = pl.col("full_capacity_on")
    return (
        pl.when(gained <= pl.col("minority_day_from"))
        .then(pl.lit(value=True))
        .when(gained > pl.col("minority_day_to"))
        .then(pl.lit(value=False))
    )


def collection_ends_on(pack: Pack) -> Computed:
    """Earliest end of the period for collecting a fee, if nothing renewed or suspended it (§ 160 odst. 1, 2 DŘ).

    A fee of which only the year is known may have fallen due on any day of it.
    """
    years = constant(pack.series["collection_years"])
    return tuple(moved(pl.col(f"minority_day_{side}"), f"{years}y") for side in ("from", "to"))  # type: ignore[return-value]  # two bounds


def fee_years_covered(_: Pack) -> Computed:
    """Number of fee years one amount covers: more than one where a row states a span of years."""
    stated = pl.col("fee_year_to") - pl.col("fee_year_from") + 1
    return pl.when(pl.col("fee_year_estimated")).then(pl.lit(1, dtype=pl.Int32)).otherwise(stated)


def several_fee_years(_: Pack) -> Computed:
    """Whether one amount covers several fee years; null if the year is not known."""
    return pl.col("fee_years_covered") > 1


def in_institution(_: Pack) -> Computed:
    """Whether the child was in an institution in the fee year, from the number of months there."""
    return pl.col("institution_months") > 0


def stated_in_institution(_: Pack) -> Computed:
    """Whether the list says that the child was in an institution; null where it says nothing.

    Computed beside `in_institution` from the same columns, before anything is presumed.
    """
    return pl.coalesce(pl.col("in_institution"), pl.col("institution_months") > 0)


def assessed_fee(_: Pack) -> Computed:
    """Fee with its increase (haléře): at least the principal, exactly known once the increase is."""
    total = pl.col("principal") + pl.col("increase")
    return pl.when(total.is_not_null()).then(total).otherwise(pl.col("principal")), total


def triple_limit(pack: Pack) -> Computed:
    """Largest sum of a waste fee and its increase for the years covered (haléře): null where no cap is known.

    The cap is that of the first and the last year; where they differ the limit stays unknown.
    """
    dtype = pl.Enum(pack.members["fee_types"])

    def cap(side: str) -> pl.Expr:
        old, system = (pl.col("fee_type") == pl.lit(code, dtype=dtype) for code in ("old", "system"))
        by_old = pl.when(old).then(_yearly(pack, "waste_fee_cap_old", side))
        return by_old.when(system).then(_yearly(pack, "waste_fee_cap_system", side)) * HALERE_PER_KORUNA

    first, last = cap("from"), cap("to")
    factor = _yearly(pack, "fee_with_increase_factor")
    return pl.when(first == last).then(first * factor * pl.col("fee_years_covered"))


def tax_code_accessories(_: Pack) -> Computed:
    """Default interest and penalty charged on a fee (haléře); at least what is known of the two."""
    interest, penalty = pl.col("interest"), pl.col("penalty")
    return interest.fill_null(0) + penalty.fill_null(0), interest + penalty


def _yearly(pack: Pack, series: str, side: str = "from") -> pl.Expr:
    return known_in_year(pack.series[series], pl.col(f"fee_year_{side}"))

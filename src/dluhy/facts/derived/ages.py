"""Ages and birthdays: in full years on a day, and in days to a birthday.

A person reaches an age at the start of the birthday (§ 601 odst. 1 OZ); born on 29 February, in a year without
that day, on 28 February (§ 605 odst. 2 OZ). Both uses for age are a reading of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.facts.derived.calendar import YEAR, as_number, as_number_reached, days_between, moved
from dluhy.law.amounts import constant

if TYPE_CHECKING:
    from dluhy.engine.expressions import Computed
    from dluhy.law.pack import Pack

_NEW_YEAR = 101


def full_years(born: pl.Expr, on: pl.Expr) -> pl.Expr:
    """Return the age in full years (Int32) on a day; null if either day is unknown.

    On 28 February of a short year whoever was born on the 29th has reached the age too.
    """
    return _years_between(as_number(born), on)


def _years_between(born_number: pl.Expr, on: pl.Expr) -> pl.Expr:
    return (as_number_reached(on) - born_number) // YEAR


def birth_number_of_day(_: Pack) -> Computed:
    """Day of birth as one number (20060521), computed once for every age that is taken from it."""
    return as_number(pl.col("birth_date_from")), as_number(pl.col("birth_date_to"))


def birthday(born: pl.Expr, age: int) -> pl.Expr:
    """Return the day (Date) on which the age is reached."""
    return moved(born, f"{age}y")


def age_on_minority_day(_: Pack) -> Computed:
    """Age in full years on the day that decides minority, from the latest birth to the earliest.

    A debt in a list has already arisen: where its day is not known at all, the age is at most today's.
    """
    return (
        _years_between(pl.col("birth_number_of_day_to"), pl.col("minority_day_from")),
        pl.coalesce(
            _years_between(pl.col("birth_number_of_day_from"), pl.col("minority_day_to")), pl.col("age_today_to")
        ),
    )


def born_after_minority_day(_: Pack) -> Computed:
    """Whether the debt would have arisen before the debtor was born; null if that cannot be told."""
    return (
        pl.when(pl.col("age_on_minority_day_to") < 0)
        .then(pl.lit(value=True))
        .when(pl.col("age_on_minority_day_from") >= 0)
        .then(pl.lit(value=False))
    )


def days_impossible(_: Pack) -> Computed:
    """Whether the days exclude each other: a debt that is yet to arise, or a death before the debt or the birth.

    False where that cannot be told. A local fee may fall due after the death.
    """
    died = pl.col("died_on")
    tests = (
        pl.col("minority_day_from") > pl.col("as_of"),
        died < pl.col("arose_on_from"),
        died < pl.col("birth_date_from"),
    )
    return pl.any_horizontal(test.fill_null(value=False) for test in tests)


def capacity_too_early(pack: Pack) -> Computed:
    """Whether full capacity is said to be gained before the earliest age the law allows; null if it cannot be told."""
    age, gained = constant(pack.series["age_of_earliest_capacity"]), pl.col("full_capacity_on")
    return (
        pl.when(_years_between(pl.col("birth_number_of_day_from"), gained) < age)
        .then(pl.lit(value=True))
        .when(_years_between(pl.col("birth_number_of_day_to"), gained) >= age)
        .then(pl.lit(value=False))
    )


def age_at_fee_year_start(_: Pack) -> Computed:
    """Age in full years on 1 January of the fee year, when the duty may have arisen (§ 12 of 2013 to 2015)."""

    def on_new_year(born: str, year: str) -> pl.Expr:
        return (pl.col(year) * YEAR + _NEW_YEAR - pl.col(born)) // YEAR

    return (
        on_new_year("birth_number_of_day_to", "fee_year_from"),
        on_new_year("birth_number_of_day_from", "fee_year_to"),
    )


def age_when_assessed(_: Pack) -> Computed:
    """Age in full years on the day the title was issued."""
    return (
        _years_between(pl.col("birth_number_of_day_to"), pl.col("title_issued_on_from")),
        _years_between(pl.col("birth_number_of_day_from"), pl.col("title_issued_on_to")),
    )


def minor_when_assessed(pack: Pack) -> Computed:
    """Whether the debtor was a minor when the title was issued; null if that cannot be told."""
    majority = constant(pack.series["age_of_majority"])
    return (
        pl.when(pl.col("age_when_assessed_to") < majority)
        .then(pl.lit(value=True))
        .when(pl.col("age_when_assessed_from") >= majority)
        .then(pl.lit(value=False))
    )


def age_when_sued(_: Pack) -> Computed:
    """Age in full years on the day the proceedings began.

    Proceedings begin no later than the title is issued, and a title that stands today no later than today: where their
    day is not known, the age is at most that of the title's day, else at most today's.
    """
    latest = pl.coalesce("proceedings_began_on_to", "title_issued_on_to", "as_of")
    return (
        _years_between(pl.col("birth_number_of_day_to"), pl.col("proceedings_began_on_from")),
        _years_between(pl.col("birth_number_of_day_from"), latest),
    )


def minor_when_sued(pack: Pack) -> Computed:
    """Whether the debtor was a minor when the proceedings began; null if that cannot be told."""
    majority = constant(pack.series["age_of_majority"])
    return (
        pl.when(pl.col("age_when_sued_to") < majority)
        .then(pl.lit(value=True))
        .when(pl.col("age_when_sued_from") >= majority)
        .then(pl.lit(value=False))
    )


def age_today(_: Pack) -> Computed:
    """Age in full years on `as_of`."""
    today = pl.col("as_of")
    return tuple(_years_between(pl.col(f"birth_number_of_day_{side}"), today) for side in ("to", "from"))  # type: ignore[return-value]  # two bounds


def _days_to(age: int) -> tuple[pl.Expr, pl.Expr]:
    today = pl.col("as_of")

    def days(column: str) -> pl.Expr:
        return days_between(today, birthday(pl.col(column), age))

    return days("birth_date_from"), days("birth_date_to")


def days_to_12(pack: Pack) -> Computed:
    """Days from `as_of` to the 12th birthday; zero on it, negative after it."""
    return _days_to(constant(pack.series["age_of_own_opinion"]))


def days_to_13(pack: Pack) -> Computed:
    """Days from `as_of` to the 13th birthday; zero on it, negative after it."""
    return _days_to(constant(pack.series["age_of_tort_liability"]))


def days_to_15(pack: Pack) -> Computed:
    """Days from `as_of` to the 15th birthday; zero on it, negative after it."""
    return _days_to(constant(pack.series["age_of_own_service"]))


def days_to_18(pack: Pack) -> Computed:
    """Days from `as_of` to the 18th birthday; zero on it, negative after it."""
    return _days_to(constant(pack.series["age_of_majority"]))


def days_to_21(pack: Pack) -> Computed:
    """Days from `as_of` to the 21st birthday; zero on it, negative after it."""
    return _days_to(constant(pack.series["age_of_protection_2021"]))

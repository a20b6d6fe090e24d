"""Who lives in many households, counted by the bands of the living minimum, and the minimum of each.

The same rules and the same formula as for one household (`dluhy.household.minimum`); the tests hold both equal.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import evolve, frozen

from dluhy.engine.arithmetic import EXPRESSIONS
from dluhy.household.frame_columns import column_problems
from dluhy.household.minimum import (
    ADULT,
    CHILDREN,
    COUNTED,
    GROWN_UP_ROLES,
    PRISONER,
    SERIES,
    STUDENT,
    minimum_of,
)
from dluhy.household.people_codes import codes_of
from dluhy.law.amounts import values_on
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dluhy.household.model import Circle
    from dluhy.household.people_codes import Codes
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

MEMBERS: Final = {
    "household": pl.String,
    "on": pl.Date,
    "born_first": pl.Date,
    "born_last": pl.Date,
    "role": pl.String,
    "activity": pl.String,
    "pension": pl.String,
    "dependent_child": pl.Boolean,
    "child_carer": pl.Boolean,
}
"""The columns of members of households: those of `Member` on which the living minimum rests, null = unknown."""

_DAY: Final = "on"

COUNTS: Final = {ADULT: "adults", **{band: band.replace("child_", "children_") for band in CHILDREN}}
"""The column in which each band is counted."""

HOUSEHOLDS: Final = {_DAY: pl.Date} | dict.fromkeys(("persons", *COUNTS.values(), "uncertain"), pl.Int64)
"""The columns of `composition` that the living minimum of many households is computed from."""

_AGES: Final = ("living_minimum_school_age", "living_minimum_youth_age", "dependent_child_end_age")


@frozen
class _Bounds:
    school: pl.Expr
    youth: pl.Expr
    end: pl.Expr
    codes: Codes


def composition(members: pl.DataFrame, pack: Pack | None = None) -> pl.DataFrame:
    """Return one row for each household and day: who is assessed together, counted by bands.

    `members` has the columns `MEMBERS`. The result has `household`, `on`, `persons`, `adults`, `children_15`,
    `children_6`, `children_0`, `dependent_children` (all Int64) and `uncertain`, how many persons may belong to several
    bands: these are in no band's count. Sorted as the households first appear. InputError for columns that are missing
    or of another type and for a day that is null, HorizonError as `living_minimum`.
    """
    pack, members = pack or default_pack(), _read(members, MEMBERS)
    ages = [values_on(pack.series[name], members["on"]).alias(name) for name in _AGES]
    of_household = ["household", "on"]
    together = (
        members.with_columns(ages)
        .with_columns(_alone=pl.len().over(of_household) == 1)
        .filter(pl.col("_alone") | _assessed())
        .with_columns(**_possible(_bounds(pack)))
        .with_columns(_options=pl.sum_horizontal(pl.col(band).cast(pl.Int64) for band in COUNTED))
    )
    sure = [(pl.col(band) & (pl.col("_options") == 1)).sum().cast(pl.Int64).alias(COUNTS[band]) for band in COUNTED]
    uncertain = (pl.col("_options") > 1).sum().cast(pl.Int64).alias("uncertain")
    counted = together.group_by(of_household, maintain_order=True).agg(
        pl.len().cast(pl.Int64).alias("persons"), *sure, uncertain
    )
    children = pl.sum_horizontal(pl.col(COUNTS[band]) for band in CHILDREN).alias("dependent_children")
    return counted.with_columns(children).select(
        *of_household, "persons", *COUNTS.values(), "dependent_children", "uncertain"
    )


def household_of(
    circle: Circle, situations: Mapping[str, str], pack: Pack | None = None
) -> tuple[Circle, tuple[str, ...]]:
    """Return the circle without those who are not assessed with the others (§ 4), and the facts that are missing.

    `situations` gives for the id of a member a code of `circle_situations`. Whoever's situation alone does not decide
    stays in the circle, with `declared_parent` among the missing facts. InputError for unknown codes or members.
    """
    known = (pack or default_pack()).vocabularies["circle_situations"]
    _check(circle, situations, known)
    counted = {name: known[code].more.get("counted") for name, code in situations.items()}
    kept = [
        evolve(member, activity=None) if counted.get(member.id) and member.activity == PRISONER else member
        for member in circle.members or ()
        if counted.get(member.id) is not False
    ]
    missing = ("declared_parent",) if None in counted.values() else ()
    return evolve(circle, members=None if circle.members is None else tuple(kept)), missing


def _check(circle: Circle, situations: Mapping[str, str], known: Mapping[str, Term]) -> None:
    ids = {member.id for member in circle.members or ()}
    cs, en = "takový člen domácnosti nebo taková situace není", "there is no such member or no such situation"
    strange = sorted(name for name, code in situations.items() if name not in ids or code not in known)
    if strange:
        raise InputError([Problem("unknown_member", f"situations {name}", cs, en) for name in strange])


def living_minimum_frame(frame: pl.DataFrame, pack: Pack | None = None) -> pl.DataFrame:
    """Return the households of `composition` with `living_minimum`, haléře a month (Int64).

    Null where somebody's band is uncertain, except for a person alone. InputError as `composition`, HorizonError for a
    day the pack does not know.
    """
    pack = pack or default_pack()
    frame = frame.with_columns(_read(frame, HOUSEHOLDS))
    amounts = [
        (values_on(pack.series[name], frame["on"]) * HALERE_PER_KORUNA).alias(f"_{band}")
        for band, name in SERIES.items()
    ]
    alone = pl.col("persons") == 1
    counts = {
        band: pl.when(~alone).then(pl.col(column)).otherwise(int(band == ADULT)) for band, column in COUNTS.items()
    }
    minimum = minimum_of(EXPRESSIONS, counts, {band: pl.col(f"_{band}") for band in SERIES})
    known = (pl.col("uncertain") == 0) | alone
    found = frame.with_columns(amounts).with_columns(living_minimum=pl.when(known).then(minimum))
    return found.drop(f"_{band}" for band in SERIES)


def _read(frame: pl.DataFrame, columns: Mapping[str, type[pl.DataType]]) -> pl.DataFrame:
    """Return the columns that are read, each with its type; nothing of another kind is turned into it."""
    problems = list(column_problems(frame, columns, columns))
    if not problems and frame[_DAY].null_count():
        problems = [Problem("value", f"column {_DAY}", "chybí den", "the day is missing")]
    if problems:
        raise InputError(problems)
    return frame.select(pl.col(name).cast(dtype) for name, dtype in columns.items())


def _assessed() -> pl.Expr:
    """Tell who is assessed together: not in prison, or caring for a child there (§ 4 odst. 8)."""
    return (pl.col("activity") != PRISONER).fill_null(value=True) | pl.col("child_carer").fill_null(value=False)


def _possible(bounds: _Bounds) -> dict[str, pl.Expr]:
    """Return for each band whether a member may belong to it, as `bands_of` does for one."""
    youngest, oldest = _ages(bounds)
    said, dependent = pl.col("dependent_child"), _dependence(bounds.codes)
    youth = (youngest < bounds.end) & (oldest >= bounds.youth)
    grown = (oldest >= bounds.end) & (~said.fill_null(value=False) | (youngest >= bounds.end))
    small = said.fill_null(value=True) | (oldest < bounds.youth)
    return {
        ADULT: grown | (youth & ~dependent.fill_null(value=False)),
        "child_15": youth & dependent.fill_null(value=True),
        "child_6": small & (youngest < bounds.youth) & (oldest >= bounds.school),
        "child_0": small & (youngest < bounds.school),
    }


def _bounds(pack: Pack) -> _Bounds:
    school, youth, end = (pl.col(name) for name in _AGES)
    return _Bounds(school, youth, end, codes_of(pack))


def _dependence(codes: Codes) -> pl.Expr:
    """Tell whether somebody between the two last ages is a dependent child; null where not known."""
    pension = pl.col("pension")
    return (
        pl.when(pension.is_in(list(codes.no_child)))
        .then(pl.lit(value=False))
        .when(pl.col("dependent_child").is_not_null())
        .then(pl.col("dependent_child"))
        .when(pl.col("activity") == STUDENT)
        .then(pl.lit(value=True))
        .when(pension.is_in(list(codes.old_age)))
        .then(pl.lit(value=False))
    )


def _ages(bounds: _Bounds) -> tuple[pl.Expr, pl.Expr]:
    """Return the lowest and highest age that may be reached in the month."""
    grown_up = _any([pl.col("role").is_in(GROWN_UP_ROLES), pl.col("activity").is_in(list(bounds.codes.grown_up))])
    lowest = pl.when(grown_up).then(bounds.youth).otherwise(0)
    youngest = pl.coalesce(_age("born_last"), lowest)
    oldest = pl.coalesce(_age("born_first"), bounds.end)
    return youngest, pl.max_horizontal(youngest, oldest)


def _age(born: str) -> pl.Expr:
    later = (pl.col(born).dt.month() > pl.col("on").dt.month()).cast(pl.Int64)
    years = pl.col("on").dt.year().cast(pl.Int64) - pl.col(born).dt.year().cast(pl.Int64)
    return (years - later).clip(lower_bound=0)


def _any(tests: Sequence[pl.Expr]) -> pl.Expr:
    return reduce(lambda a, b: a | b, (test.fill_null(value=False) for test in tests))

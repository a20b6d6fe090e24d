"""Facts of debts that a municipality may act on: who the creditor is, and until when a fee may still be assessed.

A bound that is unknown is null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.facts.derived.calendar import first_day, moved
from dluhy.law.amounts import constant

if TYPE_CHECKING:
    from dluhy.engine.expressions import Computed
    from dluhy.law.models import Series
    from dluhy.law.pack import Pack

BODIES: Final = "creditor_bodies"
FROM_YEAR_END: Final = "year_end"


def creditor_body(pack: Pack) -> Computed:
    """Who the creditor is where the kind of debt says it: a local fee is always administered by a municipal office.

    The kinds stand with the body in the vocabulary (`debts`); null for every other kind.
    """
    bodies = pl.Enum(pack.members[BODIES])
    kind = pl.col("debt_kind").cast(pl.String)
    chosen = pl.lit(None, dtype=bodies)
    for term in pack.vocabularies[BODIES].values():
        kinds = term.more.get("debts", ())
        chosen = pl.when(kind.is_in(kinds)).then(pl.lit(term.code, dtype=bodies)).otherwise(chosen) if kinds else chosen
    return chosen


def assessment_ends_on(pack: Pack) -> Computed:
    """Between which days the period for assessing a fee ends (§ 148 odst. 1, 5 DŘ, § 11b odst. 4 of 565/1990 Sb.).

    The earlier day is three years from its beginning, if nothing prolonged or renewed it, the later the absolute end.
    It begins on the due day, of fees of later years after the end of the fee year.
    """
    usual, most = (f"{constant(pack.series[name])}y" for name in ("assessment_years", "assessment_years_most"))
    first = _first_year(pack.series["assessment_starts"])
    after = [first_day(pl.col(f"fee_year_{end}") + 1) for end in ("from", "to")]
    earliest = pl.when(pl.col("fee_year_from") >= first).then(after[0]).otherwise(pl.col("minority_day_from"))
    latest = pl.when(pl.col("fee_year_to") < first).then(pl.col("minority_day_to")).otherwise(after[1])
    return moved(earliest, usual), moved(latest, most)


def collection_extended(pack: Pack) -> Computed:
    """Whether a known enforcement carries the period for collecting a fee past today (§ 160 odst. 2 to 5 DŘ).

    False where nobody enforces, where enforcing began only after the period had ended, where six years have passed
    since an executor's ended, and of the office's own unless its beginning renewed the period to today. True where the
    enforcement began within the period and six years from then, or from the executor's end, have not passed, or the
    executor's still runs. Null where the days are not known, also of a suspended one, and where the longest period
    has passed: a lien or the law before 2011 may matter then.
    """
    usual, most = (f"{constant(pack.series[name])}y" for name in ("collection_years", "collection_years_most"))
    kind, status = pl.col("enforcement_kind").cast(pl.String), pl.col("enforcement_status").cast(pl.String)
    began = [pl.col(f"enforcement_began_on_{side}") for side in ("from", "to")]
    ended = [moved(pl.col(f"enforcement_ended_on_{side}"), usual) for side in ("from", "to")]
    executor, today = kind == "court_executor", pl.col("as_of")
    within = (began[1] <= pl.col("collection_ends_on_from")) & (began[1] <= today)
    still = (executor & (status == "running")) | (moved(began[0], usual) >= today) | (executor & (ended[0] >= today))
    over = executor & status.is_in(["stopped", "ended"]) & (ended[1] < today)
    extended = within & still & (moved(pl.col("minority_day_from"), most) >= today)
    return (
        pl.when((kind == "none") | (began[0] > pl.col("collection_ends_on_to")) | over)
        .then(pl.lit(value=False))
        .when((kind != "none") & extended)
        .then(pl.lit(value=True))
        .when(kind == "tax")
        .then(pl.lit(value=False))
    )


def _first_year(series: Series) -> int:
    """Return the first fee year of which the period begins after the end of the year."""
    return next(p.from_.year for p in series.period if p.code == FROM_YEAR_END and p.from_ is not None)

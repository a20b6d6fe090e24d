"""Facts about private claims: the surcharge on a fare, limitation, what is over, and the share of childhood claims."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import polars as pl

from dluhy.facts.derived.registry import Computed, computes
from dluhy.law.amounts import known_on
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_OVER = ("stopped", "ended")


@computes("surcharge_charged")
def surcharge_charged(_: Pack) -> Computed:
    """Surcharge on a fare (haléře): as stated, else the principal less the fare, else at most the principal."""
    without_fare = pl.col("principal") - pl.col("fare")
    return pl.coalesce("surcharge", without_fare), pl.coalesce("surcharge", without_fare, "principal")


@computes("surcharge_cap")
def surcharge_cap(pack: Pack) -> Computed:
    """Highest surcharge the law allowed on the day of the ride (haléře); null if the possible days have two caps."""
    first, last = (known_on(pack.series["surcharge_cap"], pl.col(f"arose_on_{side}")) for side in ("from", "to"))
    return pl.when(first == last).then(first * HALERE_PER_KORUNA)


@computes("debt_finished")
def debt_finished(_: Pack) -> Computed:
    """Whether nothing is left to pay and no enforcement runs; null if that cannot be told."""
    status, kind = pl.col("enforcement_status").cast(pl.String), pl.col("enforcement_kind").cast(pl.String)
    over = (kind == "none").fill_null(value=False) | status.is_in(_OVER).fill_null(value=False)
    open_ = (status.is_in(_OVER) == pl.lit(value=False)) & (kind != "none").fill_null(value=True)
    paid = pl.col("balance") <= 0
    return pl.when(paid & over).then(pl.lit(value=True)).when(~paid | open_).then(pl.lit(value=False))


@computes("limitation_ends_on")
def limitation_ends_on(pack: Pack) -> Computed:
    """Earliest end of limitation of a private claim, if nothing suspended it (§ 629, § 640 OZ); by objection only.

    Without a title from the due day, with one from the day it was issued.
    """
    kind = pl.col("title_kind").cast(pl.String)
    general, adjudicated = (_constant(pack, name) for name in ("limitation_years", "limitation_years_adjudicated"))

    def bound(side: str) -> pl.Expr:
        without = pl.col(f"due_on_{side}").dt.offset_by(f"{general}y")
        with_title = pl.col(f"title_issued_on_{side}").dt.offset_by(f"{adjudicated}y")
        return pl.when(kind == "no_title").then(without).when(kind.is_not_null()).then(with_title)

    return bound("from"), bound("to")


@computes("fruitless_ends_on")
def fruitless_ends_on(pack: Pack) -> Computed:
    """Earliest end of the six years without recovery after which the executor asks the creditor (§ 55 odst. 7 EŘ).

    They run from the clause or the final order, where it is unknown from the beginning, and anew from each recovery.
    """
    years = _constant(pack, "fruitless_years")
    nothing = pl.col("nothing_recovered")

    def bound(side: str) -> pl.Expr:
        start = pl.coalesce(f"order_final_on_{side}", f"enforcement_began_on_{side}")
        recovered = pl.col(f"last_recovered_on_{side}")
        since = pl.when(nothing).then(start).otherwise(pl.max_horizontal(start, recovered))
        return since.dt.offset_by(f"{years}y")

    recovery_known = nothing.fill_null(value=False) | pl.col("last_recovered_on_to").is_not_null()
    return bound("from"), pl.when(recovery_known).then(bound("to"))


@computes("childhood_two_thirds")
def childhood_two_thirds(pack: Pack) -> Computed:
    """Whether unsecured claims from childhood make two thirds of all unsecured claims of the person; null if open.

    Loans that repaid childhood claims count with them. Any unknown balance leaves it open.
    """
    return _two_thirds(pack, pl.lit(value=True))


@computes("childhood_two_thirds_kept")
def childhood_two_thirds_kept(pack: Pack) -> Computed:
    """The same without the claims that a rule says the child does not owe."""
    verdicts = pack.vocabularies.get("verdicts", {})
    defective = [
        pl.col(rule.id)
        for rule in pack.partitions.get("who_owes", [])
        if rule.verdict in verdicts and verdicts[rule.verdict].more.get("child_owes") == "no"
    ]
    dropped = reduce(lambda a, b: a | b, (d.fill_null(value=False) for d in defective), pl.lit(value=False))
    return _two_thirds(pack, ~dropped)


def _two_thirds(pack: Pack, kept: pl.Expr) -> pl.Expr:
    numerator, denominator = (_constant(pack, f"childhood_share_{part}") for part in ("numerator", "denominator"))
    majority = _constant(pack, "age_of_majority")
    counted = kept & ~pl.col("secured").fill_null(value=False)
    refinanced = pl.col("refinances_childhood").fill_null(value=False)
    sure = (pl.col("age_on_minority_day_to") < majority).fill_null(value=False) | refinanced
    possible = ~(pl.col("age_on_minority_day_from") >= majority).fill_null(value=False) | refinanced
    balance = pl.col("balance").clip(lower_bound=0)
    whole = pl.when(counted).then(balance).sum() * numerator
    unknown = (counted & pl.col("balance").is_null()).any()
    least = pl.when(counted & sure).then(balance).sum() * denominator
    most = pl.when(counted & possible).then(balance).sum() * denominator
    enough = pl.when(least >= whole).then(pl.lit(value=True)).when(most < whole).then(pl.lit(value=False))
    return pl.when(~unknown & (whole > 0)).then(enough)


def _constant(pack: Pack, series: str) -> int:
    return int(pack.series[series].period[-1].value or 0)

"""Facts about private claims: the surcharge on a fare, limitation, what is over, and the share of childhood claims."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import polars as pl

from dluhy.facts.derived.calendar import moved
from dluhy.law.amounts import constant, known_on
from dluhy.money import HALERE_PER_KORUNA

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dluhy.engine.expressions import Computed
    from dluhy.law.pack import Pack

_OVER, _NOT_ENFORCED = ("stopped", "ended"), "none"
_NO_TITLE, _RECORD = "no_title", "other_title"


def surcharge_charged(_: Pack) -> Computed:
    """Surcharge on a fare (haléře): as stated, else the principal less the fare, else at most the principal."""
    without_fare = (pl.col("principal") - pl.col("fare")).clip(lower_bound=0)
    return pl.coalesce("surcharge", without_fare), pl.coalesce("surcharge", without_fare, "principal")


def surcharge_cap(pack: Pack) -> Computed:
    """Highest surcharge the law allowed on the day of the ride (haléře); null if the possible days have two caps."""
    first, last = (known_on(pack.series["surcharge_cap"], pl.col(f"arose_on_{side}")) for side in ("from", "to"))
    return pl.when(first == last).then(first * HALERE_PER_KORUNA)


def debt_finished(pack: Pack) -> Computed:
    """Whether nothing is left to pay and no enforcement runs; null if that cannot be told."""
    status, kind = pl.col("enforcement_status"), pl.col("enforcement_kind")
    statuses, kinds = (pl.Enum(pack.members[name]) for name in ("enforcement_statuses", "enforcement_kinds"))
    ended = reduce(lambda a, b: a | b, (status == pl.lit(code, dtype=statuses) for code in _OVER))
    none = kind == pl.lit(_NOT_ENFORCED, dtype=kinds)
    over = none.fill_null(value=False) | ended.fill_null(value=False)
    open_ = ~ended & ~none.fill_null(value=False)
    paid = pl.col("balance") <= 0
    return pl.when(paid & over).then(pl.lit(value=True)).when(~paid | open_).then(pl.lit(value=False))


def limitation_ends_on(pack: Pack) -> Computed:
    """Earliest end of limitation of a private claim, if nothing suspended it (§ 629, § 640 OZ); by objection only.

    Without a title three years from the due day. With a decision ten years from the day it was issued: § 640 counts
    them from the day it set for payment, which is never earlier. Of a claim whose title is unknown, or is a record of
    a notary or an executor, only the lower bound is known: limitation is longer there, or as long.
    """
    kind = pl.col("title_kind").cast(pl.String)
    general, adjudicated = (
        constant(pack.series[name]) for name in ("limitation_years", "limitation_years_adjudicated")
    )
    without, decided = kind == _NO_TITLE, ~kind.is_in((_NO_TITLE, _RECORD))
    due, issued = (
        {side: moved(pl.col(f"{day}_{side}"), f"{years}y") for side in ("from", "to")}
        for day, years in (("due_on", general), ("title_issued_on", adjudicated))
    )
    return (
        pl.when(decided).then(pl.coalesce(issued["from"], due["from"])).otherwise(due["from"]),
        pl.when(without).then(due["to"]).when(decided).then(issued["to"]),
    )


def fruitless_ends_on(pack: Pack) -> Computed:
    """Earliest end of the six years without recovery after which the executor asks the creditor (§ 55 odst. 7 EŘ).

    They run from the clause or the final order, where neither is known from the beginning of the enforcement, and anew
    from each recovery (odst. 11). Of an enforcement begun before 2022 without a clause by then they run from
    2022-01-01; with one the earlier time counts, but they end on 2023-01-01 at the earliest (§ 10 odst. 1 zákona
    č. 214/2022 Sb.). Time that does not count (odst. 12) and a paid advance (odst. 11) move the end further.
    """
    return without_recovery(constant(pack.series["fruitless_years"]), pack.days["fruitless_transition"].days)


def without_recovery(number: int, transition: Sequence[date]) -> tuple[pl.Expr, pl.Expr]:
    """Return the end of a number of years of an enforcement without recovery, counted as `fruitless_ends_on` says.

    `transition` are the first day from which time counts where there was no clause before, and the first day on which
    time that began before may end.
    """
    years = f"{number}y"
    began, clause, recovered = (
        [pl.col(f"{day}_{side}") for side in ("from", "to")]
        for day in ("enforcement_began_on", "order_final_on", "last_recovered_on")
    )
    first_clause = pl.coalesce(clause[0], began[0])
    last_clause = pl.when(clause[0].is_null() & clause[1].is_null()).then(began[1]).otherwise(clause[1])
    first = _six_years(first_clause, (began[0] < transition[0]).fill_null(value=True), years, transition)
    last = _six_years(last_clause, (began[1] < transition[0]).fill_null(value=False), years, transition)
    first = pl.when(first_clause.is_not_null()).then(first)

    renewed = [moved(day, years) for day in recovered]
    never = pl.col("nothing_recovered").fill_null(value=False) & renewed[0].is_null()
    told = last.is_not_null() & (never | renewed[1].is_not_null())
    return pl.max_horizontal(first, renewed[0]), pl.when(told).then(pl.max_horizontal(last, renewed[1]))


def _six_years(clause: pl.Expr, began_before: pl.Expr, years: str, transition: Sequence[date]) -> pl.Expr:
    """Return the end of the years that run from a clause. It never falls as either day rises, so bounds give bounds."""
    counted_from, not_before = transition
    own, late = moved(clause, years), moved(pl.lit(counted_from), years)
    return (
        pl.when(clause < counted_from)
        .then(pl.max_horizontal(own, pl.lit(not_before)))
        .when(began_before)
        .then(late)
        .otherwise(own)
    )


def childhood_two_thirds(pack: Pack) -> Computed:
    """Whether unsecured claims from childhood make two thirds of all unsecured claims of the person.

    Loans that repaid childhood claims count with them (§ 412a odst. 6 IZ until 2024-09-30). Null where a balance, an
    age, a pledge or the use of a loan that is not known could turn the answer, and where nothing is owed.
    """
    return _two_thirds(pack, pl.lit(value=False))


def childhood_two_thirds_kept(pack: Pack) -> Computed:
    """The same without the claims that a rule says the child does not owe; where a rule is open, with or without."""
    verdicts = pack.vocabularies.get("verdicts", {})
    defective = [
        pl.col(rule.id)
        for rule in pack.partitions.get("who_owes", [])
        if rule.verdict in verdicts and verdicts[rule.verdict].more.get("child_owes") == "no"
    ]
    return _two_thirds(pack, reduce(lambda a, b: a | b, defective, pl.lit(value=False)))


def _two_thirds(pack: Pack, dropped: pl.Expr) -> pl.Expr:
    """Weigh the claims: a childhood claim of 1 tips the scale by +1, another by -2, one left out by 0.

    The answer is known if the lightest and the heaviest weight of everything unknown agree.
    """
    numerator, denominator = (constant(pack.series[f"childhood_share_{part}"]) for part in ("numerator", "denominator"))
    young, maybe_young = _from_childhood(pack)
    left_out = dropped | pl.coalesce("secured", pl.when(~_asked_of(pack, "secured")).then(pl.lit(value=False)))
    may_count, may_not = ~left_out.fill_null(value=False), left_out.fill_null(value=True)
    balance = pl.col("balance").clip(lower_bound=0)
    up, down, out = balance * (denominator - numerator), balance * -numerator, pl.lit(0, dtype=pl.Int64)
    lightest = pl.when(may_count & ~young).then(down).when(may_not).then(out).otherwise(up)
    heaviest = pl.when(may_count & maybe_young).then(up).when(may_not).then(out).otherwise(down)
    unknown = pl.col("balance").is_null() & may_count
    at_least = (lightest.sum() >= 0) & ~(unknown & ~young).any() & (~may_not & (balance > 0)).any()
    less = (heaviest.sum() < 0) & ~(unknown & maybe_young).any()
    return pl.when(at_least).then(pl.lit(value=True)).when(less).then(pl.lit(value=False))


def _from_childhood(pack: Pack) -> tuple[pl.Expr, pl.Expr]:
    """Whether a claim surely, and whether it possibly is from childhood or repaid such claims; neither is null."""
    majority = constant(pack.series["age_of_majority"])
    repaid = pl.col("refinances_childhood")
    maybe_repaid = repaid.fill_null(_asked_of(pack, "refinances_childhood"))
    sure = (pl.col("age_on_minority_day_to") < majority).fill_null(value=False) | repaid.fill_null(value=False)
    return sure, ~(pl.col("age_on_minority_day_from") >= majority).fill_null(value=False) | maybe_repaid


def _asked_of(pack: Pack, fact: str) -> pl.Expr:
    """Return whether a fact matters for the kind of the debt at all; true where the kind is not known."""
    text = pack.fact_texts.get(fact)
    kinds = text.relevant.get("debt_kind") if text else None
    if kinds is None:
        return pl.lit(value=True)
    return pl.col("debt_kind").cast(pl.String).is_in(kinds).fill_null(value=True)

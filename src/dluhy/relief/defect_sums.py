"""How much of a claim would drop out: every part once, the same for one claim, a frame, and many what-ifs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import polars as pl

from dluhy.engine.arithmetic import EXPRESSIONS, INTEGERS
from dluhy.law.pack import default_pack
from dluhy.relief.defect_judging import engine_of, judged_claims, numbered, size_in, terms_of
from dluhy.relief.defect_parts import part_of, parts, together, told_size
from dluhy.relief.defect_values import HOLDS, UNSETTLED
from dluhy.relief.defects import SIZES, defects

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dluhy.law.pack import Pack
    from dluhy.relief.defect_values import Defect


def drops(found: Iterable[Defect], balance: int | None, pack: Pack | None = None) -> tuple[int | None, int | None]:
    """Return how much of a claim would drop out at the least and at the most, as `dropping` counts it; haléře.

    Only what holds counts, and of that no part whose size is not known; both None where the balance is not known.
    """
    if balance is None:
        return None, None
    held = [each for each in found if each.status == HOLDS]
    least = max((each.least for each in held if not each.to_verify), default=0)
    taken: dict[str, int] = {}
    sizes: dict[str, int] = {}
    for each in held:
        for part, size in each.takes:
            sizes[part] = balance if size is None else size
        for part, _ in each.takes[:1]:
            taken[part] = max(taken.get(part, 0), each.most or 0)
    most = together(taken, sizes | {"balance": balance}, pack or default_pack(), INTEGERS)
    return min(least, balance), most


def dropping(
    claims: pl.DataFrame, pack: Pack | None = None, *, as_of: date, found: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Return how much of each claim would drop out if everything that holds against it were raised with success.

    Columns: `row`, `balance`, `least`, `most`, `kept_least`, `kept_most`; haléře, null where the balance is not known.
    `least` is the largest sum that one settled rule alone takes away, so that nothing is counted twice; `most` all of
    them together, each part of the claim once (`claim_parts`), at most the balance; a part whose size is not known
    counts for nothing. `found` is what `defects` says of the same claims, where that is known already.
    """
    law = pack or default_pack()
    rows = numbered(claims)
    found = defects(rows, law, as_of=as_of) if found is None else found
    held, whole = found.filter(pl.col("status") == HOLDS), pl.col("balance")
    settled = pl.col("least").filter(~pl.col("evidence").is_in(list(UNSETTLED))).max()
    taken = [
        pl.col("most").filter(pl.col("rule").is_in(rules)).max().alias(f"taken {part}")
        for part, rules in _rules_of_parts(law).items()
    ]
    sums = held.group_by("row").agg(settled, pl.col(SIZES).first(), *taken)
    most = together(
        {part: pl.col(f"taken {part}").fill_null(0) for part in _rules_of_parts(law)},
        {part.code: pl.col(SIZES).struct.field(part.code).fill_null(0) for part in parts(law)} | {"balance": whole},
        law,
        EXPRESSIONS,
    )
    return (
        _of_balance(rows)
        .join(sums, on="row", how="left", maintain_order="left")
        .with_columns(least=pl.min_horizontal(pl.col("least").fill_null(0), "balance"), most=most)
        .with_columns(pl.when(whole.is_not_null()).then(pl.col(name)).alias(name) for name in ("least", "most"))
        .select("row", "balance", "least", "most", kept_least=whole - pl.col("most"), kept_most=whole - pl.col("least"))
    )


def holding(claims: pl.DataFrame, pack: Pack | None = None, *, as_of: date) -> pl.DataFrame:
    """Return only which rules hold against each claim, and how much would drop out at the most; for many what-ifs.

    Columns: `rules` (list, in the order of the pack), `most` as `dropping` counts it. Raises HorizonError as `defects`.
    """
    law = pack or default_pack()
    judged = judged_claims(claims, law, as_of, whole=False)
    names = [pl.when(pl.col(rule)).then(pl.lit(rule)) for rule in engine_of(law).pack.rules]
    taken = {
        part: pl.when(pl.any_horizontal(pl.col(rules).fill_null(value=False))).then(_told(part, law)).otherwise(0)
        for part, rules in _rules_of_parts(law).items()
    }
    most = together(taken, {part.code: size_in(part.code, law) for part in parts(law)}, law, EXPRESSIONS)
    return judged.select(
        pl.concat_list(names).list.drop_nulls().alias("rules"),
        pl.when(pl.col("balance").is_not_null()).then(most).alias("most"),
    )


@cache
def _rules_of_parts(law: Pack) -> dict[str, list[str]]:
    """Return by part of a claim the rules that take it."""
    found: dict[str, list[str]] = {}
    for rule, term in terms_of(law).items():
        if "most" in term.more:
            found.setdefault(part_of(term.more["most"], law).code, []).append(rule)
    return found


@cache
def _told(code: str, law: Pack) -> pl.Expr:
    """Return how much of a claim a part is, nothing where its size is not known."""
    return told_size(next(part for part in parts(law) if part.code == code)).fill_null(0)


def _of_balance(claims: pl.DataFrame) -> pl.DataFrame:
    balance = pl.col("balance") if "balance" in claims.columns else pl.lit(None, dtype=pl.Int64)
    return claims.select(pl.col("row").cast(pl.UInt32), balance.cast(pl.Int64).alias("balance"))

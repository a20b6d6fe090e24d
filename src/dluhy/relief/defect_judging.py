"""Claims judged by the rules of what can be said against them, for what is told of each and for the sums of all."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.engine.evaluate import Engine
from dluhy.facts.derived import functions
from dluhy.relief.defect_parts import parts, size_of

if TYPE_CHECKING:
    from datetime import date

    from dluhy.law.models import Term
    from dluhy.law.pack import Pack

TOPIC: Final = "relief"
WORTH: Final = "claim_defects"
WORTH_FACTS: Final = ("above_principal", "futile_if_advanced_on")
"""Computed facts that only the worth of rules reads, so that judging leaves them out."""


@cache
def engine_of(law: Pack) -> Engine:
    """Return what judges claims by the rules of a pack."""
    return Engine(law, functions(), "claims")


@cache
def terms_of(law: Pack) -> dict[str, Term]:
    """Return by rule what it is worth."""
    return {term.more["rule"]: term for term in law.vocabularies[WORTH].values()}


@cache
def size_in(code: str, law: Pack) -> pl.Expr:
    """Return how large a part of a claim is at the most."""
    return size_of(next(part for part in parts(law) if part.code == code), law)


def judged_claims(claims: pl.DataFrame, law: Pack, as_of: date, *, whole: bool = True) -> pl.DataFrame:
    """Judge the claims, and compute what no rule reads but a rule is worth; not whole: without what is missing."""
    law.require_known(TOPIC, as_of)
    judged = engine_of(law).evaluate(numbered(claims), as_of, masks=whole, steps=whole)
    for name, made in _unread(law).items():
        columns = law.facts[name].columns
        judged = judged.with_columns(pl.coalesce(c, one).alias(c) for c, one in zip(columns, made, strict=True))
    return judged


@cache
def _unread(law: Pack) -> dict[str, tuple[pl.Expr, ...]]:
    part = law.of("claims")
    found = {name: functions()[name](part) for name in WORTH_FACTS}
    return {name: made if isinstance(made, tuple) else (made,) for name, made in found.items()}


def numbered(claims: pl.DataFrame) -> pl.DataFrame:
    """Return claims with a column `row`, their own or their order."""
    return claims if "row" in claims.columns else claims.with_row_index("row")

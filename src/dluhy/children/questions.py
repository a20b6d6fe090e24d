"""What cannot be decided yet, and the question that would decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.facts.schema import FACTS

if TYPE_CHECKING:
    from dluhy.engine.evaluate import Engine

EFFECTS: Final = ("missing", "asked_for_steps", "worth_asking")
"""Masks of missing facts, the weightiest first: who owes, which step stands, what may add a ground."""

_ON_EACH_ROW: Final = frozenset({"birth_date", "full_capacity_on"})
"""Facts of the person that stand on each row of a list."""


def open_questions(engine: Engine, judged: pl.DataFrame) -> pl.DataFrame:
    """Return one row per debt and fact to find out: `row`, `person_id`, `balance` (haléře), `fact`, `effect`.

    `fact` is the place of the fact among `engine.asked`, `effect` the place of its weightiest effect in EFFECTS: of a
    fact of the person the weightiest for any of that person's debts. Nothing is asked of paid debts and of debts that
    did not arise in childhood.
    """
    unpaid = pl.col("balance").is_null() | (pl.col("balance") > 0)
    open_ = judged.filter((pl.col("child_owes") != "none") & unpaid)
    parts = [
        open_.filter(pl.col(column) > 0)
        .join(_facts_in(engine, open_[column]), left_on=column, right_on="mask", maintain_order="left")
        .select("row", "person_id", "balance", "fact", pl.lit(effect, dtype=pl.Int32).alias("effect"))
        .explode("fact")
        for effect, column in enumerate(EFFECTS)
    ]
    weightiest = pl.col("effect").min()
    of_person = pl.col("fact").is_in(
        [place for place, name in enumerate(engine.asked) if FACTS[name].subject == "person" or name in _ON_EACH_ROW]
    )
    return pl.concat(parts).with_columns(
        pl.when(of_person)
        .then(weightiest.over("person_id", "fact"))
        .otherwise(weightiest.over("row", "fact"))
        .alias("effect")
    )


def _facts_in(engine: Engine, masks: pl.Series) -> pl.DataFrame:
    """Return the places of the facts in each different mask: `mask`, `fact` (list)."""
    different = masks.unique()
    places = [[place for place, name in enumerate(engine.asked) if mask & engine.bit_of(name)] for mask in different]
    return pl.DataFrame({"mask": different, "fact": pl.Series(places, dtype=pl.List(pl.Int32))})


def ranked(engine: Engine, judged: pl.DataFrame) -> pl.DataFrame:
    """Return the questions of each person by how much their answers would change, the weightiest first.

    Columns: `person_id`, `fact` (name), `effect` (name of EFFECTS), `rows` (list), `balance` (haléře at stake, null if
    none is known). By effect first, then by the sum and the number of the debts.
    """
    once = open_questions(engine, judged).unique(
        ["person_id", "fact", "effect", "row"], keep="first", maintain_order=True
    )
    stake = pl.when(pl.col("balance").is_not_null().any()).then(pl.col("balance").sum())
    lines = once.group_by("person_id", "fact", "effect", maintain_order=True).agg(
        pl.col("row").sort().alias("rows"), stake.alias("balance")
    )
    ordered = lines.sort(
        "effect",
        pl.col("balance").fill_null(0),
        pl.col("rows").list.len(),
        "person_id",
        "fact",
        descending=[False, True, True, False, False],
    )
    names = dict(enumerate(engine.asked))
    return ordered.with_columns(
        pl.col("fact").replace_strict(names, return_dtype=pl.String),
        pl.col("effect").replace_strict(dict(enumerate(EFFECTS)), return_dtype=pl.String),
    )

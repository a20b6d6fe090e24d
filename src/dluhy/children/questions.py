"""What cannot be decided yet, and the question that would decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.children.outcome import step_stands
from dluhy.facts.schema import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.engine.evaluate import Engine

MASKS: Final = ("missing", "asked_for_steps", "worth_asking")
"""Masks of missing facts, the weightiest first: who owes, which step stands, what may add a ground."""
EFFECTS: Final = ("limits", *MASKS)
"""What an answer decides: first of all until when a step may be taken, for a limit may be running unseen."""

MOTION: Final = "motion_to_stop"
MOTION_EVENTS: Final = ("call_served_on", "reason_learned_on")
"""The letter of a motion to stop, and the events from which its two limits run (§ 46, § 55 EŘ)."""

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
        if column in MASKS
    ]
    parts += _of_limits(engine, open_)
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


def _of_limits(engine: Engine, open_: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield, for each event from which the limit of a step runs that stands, the debts for which it is not known.

    Of the events from which the limits of a motion to stop run, none is asked for where one is known.
    """
    pack, effect = engine.pack, EFFECTS.index("limits")
    for ladder in pack.ladders.values():
        rules = [rule.id for rule in pack.rules.values() if ladder.id in rule.remedies and open_[rule.id].any()]
        for step in ladder.step if rules else ():
            event = step.limit.runs_from
            if event is None:
                continue
            held = pl.any_horizontal(pl.col(rule_id).fill_null(value=False) for rule_id in rules)
            unknown = pl.all_horizontal(pl.col(column).is_null() for column in pack.facts[event].columns)
            of_motion = step.joins == MOTION
            unknown = unknown & pl.col("motion_limit_on").is_null() if of_motion else unknown
            rows = open_.filter(held & step_stands(step) & unknown)
            for name in (*MOTION_EVENTS, event) if of_motion else (event,):
                if name in engine.asked:
                    yield rows.select(
                        "row", "person_id", "balance",
                        pl.lit(engine.asked.index(name), dtype=pl.Int32).alias("fact"),
                        pl.lit(effect, dtype=pl.Int32).alias("effect"),
                    )  # fmt: skip


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

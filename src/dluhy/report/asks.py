"""What to find out: which fact of whom decides what, and in which column of the list it would be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.facts.schema import FACTS
from dluhy.report.layout import LongTable
from dluhy.report.names import NAMES
from dluhy.report.sheets import present, row_numbers

if TYPE_CHECKING:
    from dluhy.report.tables import Tables

EFFECTS = ("missing", "asked_for_steps", "worth_asking")
"""Masks of missing facts, the weightiest first: who owes, which step stands, what may add a ground."""

_PERSONAL = frozenset({"birth_date", "full_capacity_on"})
"""Facts of the person that stand on each row of a list."""


def to_find_out(tables: Tables) -> LongTable:
    """Which fact decides what: one line per person, fact and effect; what decides who owes stands first.

    A fact is asked once for a row, a fact of the person once for all the rows it serves.
    """
    wanted = _wanted(tables)
    return LongTable(wanted.height, lambda first, rows: _labelled(tables, wanted.slice(first, rows)))


def _wanted(tables: Tables) -> pl.DataFrame:
    """Return person, fact (its place among those asked), effect, rows and balance."""
    engine = tables.result.checker.engine
    judged = tables.judged.filter(pl.col("child_owes") != "none")
    parts = [
        judged.filter(pl.col(column) & pl.lit(engine.bit_of(name), dtype=pl.UInt64) > 0).select(
            "row", "person_id", "balance", pl.lit(fact).alias("fact"), pl.lit(effect).alias("effect")
        )
        for effect, column in enumerate(EFFECTS)
        for fact, name in enumerate(engine.asked)
    ]
    personal = [fact for fact, name in enumerate(engine.asked) if FACTS[name].subject == "person" or name in _PERSONAL]
    weightiest = pl.col("effect").min()
    frame = pl.concat(parts).with_columns(
        pl.when(pl.col("fact").is_in(personal))
        .then(weightiest.over("person_id", "fact"))
        .otherwise(weightiest.over("row", "fact"))
        .alias("effect")
    )
    once = frame.unique(["person_id", "fact", "effect", "row"], keep="first", maintain_order=True)
    grouped = once.sort("row", maintain_order=True).group_by("effect", "person_id", "fact", maintain_order=True)
    known = pl.when(pl.col("balance").is_not_null().any()).then(pl.col("balance").sum())
    lines = grouped.agg(pl.col("row").alias("rows"), known.alias("balance"))
    return lines.sort("effect", pl.col("rows").list.first(), "fact", maintain_order=True)


def _labelled(tables: Tables, frame: pl.DataFrame) -> pl.DataFrame:
    texts, asked = tables.texts, tables.result.checker.engine.asked
    facts = tables.result.checker.pack.fact_texts

    def of_fact(labels: list[str]) -> pl.Expr:
        return pl.col("fact").replace_strict(range(len(labels)), labels, return_dtype=pl.String)

    questions = [(facts[name].ask or facts[name].label).text(texts.language) for name in asked]
    effects = [texts(f"effect-{column}") for column in EFFECTS]
    shown = tables.with_names(frame, "person_id").with_columns(
        of_fact([tables.fact_label(name) for name in asked]).alias("fact"),
        of_fact([_column(tables, name) for name in asked]).alias("list_column"),
        of_fact(questions).alias("ask"),
        pl.col("effect").replace_strict(range(len(effects)), effects, return_dtype=pl.String),
        row_numbers(),
        pl.col("person_id").alias("person"),
    )
    return present(tables, shown, "person", *NAMES, "rows", "effect", "fact", "list_column", "ask", "balance")


def _column(tables: Tables, fact: str) -> str:
    """Return the header under which a fact stands in the list, or that it has no such column."""
    columns = tables.result.intake.columns
    meaning = "birth_number" if fact == "birth_date" and fact not in columns.positions else fact
    return columns.label(meaning) if meaning in columns.positions else tables.texts("no-column")

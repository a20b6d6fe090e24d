"""From the wide result to what people ask of it: long findings over many rows, and the trace of one rule on one row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import polars as pl
from attrs import frozen

from dluhy.engine.expressions import condition_column, mask_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.engine.evaluate import Engine
    from dluhy.law.models import Rule

Status = Literal["holds", "fails", "unknown"]

FINDING_SCHEMA = {
    "row": pl.UInt32(), "person_id": pl.String(), "rule": pl.String(), "role": pl.String(), "status": pl.String(),
    "verdict": pl.String(), "missing": pl.UInt64(),
}  # fmt: skip


@frozen
class TracedCondition:
    """One condition of a rule as it came out on one row."""

    text: str
    cs: str
    en: str
    status: Status


@frozen
class Trace:
    """Why a rule holds, fails or cannot be decided on one row, and which facts would decide it."""

    rule: str
    applies: bool
    status: Status
    conditions: tuple[TracedCondition, ...]
    missing: tuple[str, ...]


def findings(engine: Engine, judged: pl.DataFrame, unknown: Iterable[str] = ()) -> pl.DataFrame:
    """Return one row per rule that holds on a row, and per rule of `unknown` that cannot be decided there.

    Sorted by row, then in the order of the pack; `missing` is a mask that `Engine.missing_names` reads.
    """
    wanted = set(unknown)
    parts = [pl.DataFrame(schema=FINDING_SCHEMA)]
    for position, rule in enumerate(engine.pack.rules.values()):
        status = pl.col(rule.id)
        chosen = status.fill_null(value=rule.id in wanted)
        parts.append(judged.filter(chosen).select(
            pl.col("row").cast(pl.UInt32), "person_id", pl.lit(rule.id).alias("rule"), pl.lit(rule.role).alias("role"),
            pl.when(status.is_null()).then(pl.lit("unknown")).otherwise(pl.lit("holds")).alias("status"),
            pl.lit(rule.verdict).alias("verdict"), pl.col(mask_column(rule.id)).alias("missing"),
            pl.lit(position).alias("position"),
        ))  # fmt: skip
    parts[0] = parts[0].with_columns(position=pl.lit(0, dtype=pl.Int32))
    return pl.concat(parts, how="vertical_relaxed").sort("row", "position", maintain_order=True).drop("position")


def trace(engine: Engine, judged: pl.DataFrame, row: int, rule: Rule) -> Trace:
    """Return how each condition of a rule came out on one row; KeyError if there is no such row."""
    found = judged.filter(pl.col("row") == row)
    if found.height != 1:
        raise KeyError(row)
    return traced(engine, found.row(0, named=True), rule)


def traced(engine: Engine, values: Mapping[str, Any], rule: Rule) -> Trace:
    """Return how each condition of a rule came out on a row, given as a mapping of its columns."""
    conditions = tuple(TracedCondition(c.if_, c.cs, c.en, _status(values[condition_column(c.if_)])) for c in rule.all)
    applies = all(values[name] in codes for name, codes in rule.applies.items())
    missing = tuple(engine.missing_names(values[mask_column(rule.id)]))
    return Trace(rule.id, applies, _status(values[rule.id]), conditions, missing)


def _status(value: bool | None) -> Status:  # noqa: FBT001 - a three-valued result
    return "unknown" if value is None else "holds" if value else "fails"

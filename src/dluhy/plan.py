"""Findings -> ordered steps: who, to whom, what, by when, on what basis, for which rows.

Steps of one person towards the same addressee in the same enforcement are joined; the ladders give the order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from dluhy.children.check import deadline
from dluhy.children.outcome import step_is_open
from dluhy.facts.derived.limits import end_of_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.models import Ladder, Rule, Step, Verify
    from dluhy.law.pack import Pack

_URGENCY = {"URGENT-RED": 0, "URGENT-AMBER": 1, "URGENT-GREEN": 2, "URGENT-GREY": 3}

_running = pl.col("limit_on") >= pl.col("as_of")

STEP_SCHEMA = {
    "person_id": pl.String(),
    "urgency": pl.String(),
    "days_to_18": pl.Int32(),
    "deadline": pl.Int64(),
    "position": pl.Int32(),
    "step": pl.String(),
    "enforcement_ref": pl.String(),
    "limit_on": pl.Date(),
    "conditional": pl.Boolean(),
    "rows": pl.List(pl.UInt32()),
    "balance": pl.Int64(),
    "verify": pl.UInt32(),
}


def steps(judged: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """Return the open steps of a judged frame, most urgent people first, each person's steps in ladder order.

    `limit_on` is the last day where the event it runs from is known, else null; of several the first that still runs.
    `conditional` tells that the step's own condition cannot be decided yet; `rows` are the debts it serves; `balance`
    their sum in haléře; `verify` the bits of the step's notes that stand.
    """
    if "enforcement_ref" not in judged.columns:
        judged = judged.with_columns(pl.lit(None, dtype=pl.String).alias("enforcement_ref"))
    parts = [pl.DataFrame(schema=STEP_SCHEMA)]
    for position, (rules, _, step) in enumerate(_all_steps(pack), start=1):
        part = _of_step(judged, rules, step, position, pack)
        if part.height:
            parts.append(part)
    rank = pl.col("urgency").replace_strict(_URGENCY, default=9, return_dtype=pl.Int8)
    order = [rank, pl.col("deadline"), pl.col("person_id"), pl.col("position"), pl.col("enforcement_ref")]
    return pl.concat(parts).sort(order, nulls_last=True, maintain_order=True)


def _all_steps(pack: Pack) -> Iterator[tuple[list[Rule], Ladder, Step]]:
    for ladder in pack.ladders.values():
        rules = [rule for rule in pack.rules.values() if ladder.id in rule.remedies]
        for step in ladder.step:
            yield rules, ladder, step


def _of_step(judged: pl.DataFrame, rules: list[Rule], step: Step, position: int, pack: Pack) -> pl.DataFrame:
    if not rules:
        return pl.DataFrame(schema=STEP_SCHEMA)
    answered = pl.any_horizontal(pl.col(rule.id).fill_null(value=False) for rule in rules)
    rows = judged.filter(answered & step_is_open(step))
    with_executor = step.addressee == "executor"
    unsure = pl.lit(value=False) if step.if_ is None else pl.col(f"if {step.if_}").is_null()
    grouped = rows.with_columns(
        pl.col("enforcement_ref") if with_executor else pl.lit(None, dtype=pl.String).alias("enforcement_ref"),
        _limit(step, pack).alias("limit_on"),
        unsure.alias("conditional"),
    ).group_by("person_id", "enforcement_ref", maintain_order=True)
    return grouped.agg(
        pl.col("urgency").first().cast(pl.String),
        pl.col("person_days_to_18_from").first().alias("days_to_18"),
        deadline("person_days_to_18_from").first().alias("deadline"),
        pl.lit(position, dtype=pl.Int32).alias("position"),
        pl.lit(step.id).alias("step"),
        pl.coalesce(pl.col("limit_on").filter(_running).min(), pl.col("limit_on").max()),
        pl.col("conditional").any(),
        pl.col("row").cast(pl.UInt32).alias("rows"),
        pl.col("balance").sum(),
        pl.sum_horizontal(pl.lit(0), *(_note(verify, 1 << place) for place, verify in enumerate(step.verify))).alias(
            "verify"
        ),
    ).select(pl.col(name).cast(dtype) for name, dtype in STEP_SCHEMA.items())


def _note(verify: Verify, bit: int) -> pl.Expr:
    """Return the bit of a step's note if it stands for any of the debts, else zero."""
    if verify.if_ is None:
        return pl.lit(bit)
    return pl.col(f"if {verify.if_}").fill_null(value=True).any().cast(pl.Int32) * bit


def _limit(step: Step, pack: Pack) -> pl.Expr:
    if step.limit.days is None or step.limit.runs_from is None:
        return pl.lit(None, dtype=pl.Date)
    table = pack.days["public_holidays"]
    event = pl.col(step.limit.runs_from)
    end = end_of_days(event, step.limit.days, list(table.days))
    inside = (event >= table.from_) & (end <= table.to)
    if step.addressee != "executor":
        return pl.when(inside).then(end)
    return pl.max_horizontal(pl.when(inside).then(end), pl.col("motion_limit_on"))

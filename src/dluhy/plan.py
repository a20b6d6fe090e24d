"""Findings -> ordered steps: who, to whom, what, by when, on what basis, for which debts.

Steps that go into one letter are one: to one executor about all the enforcements of a person, to one creditor about all
its claims. What has a last day comes first, what must happen before the 18th birthday among it; then by what a step
brings, then by its cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from dluhy.children.check import deadline
from dluhy.children.outcome import CONFLICTING, step_is_open
from dluhy.engine.expressions import condition_column
from dluhy.facts.derived.limits import limit_of
from dluhy.ids import EXECUTOR_OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.law.models import Ladder, Rule, Step
    from dluhy.law.pack import Pack

Per = Literal["person", "creditor"]

_URGENCY = {"URGENT-RED": 0, "URGENT-AMBER": 1, "URGENT-GREEN": 2, "URGENT-GREY": 3}

STEP_SCHEMA: Final = {
    "person_id": pl.String(),
    "creditor": pl.String(),
    "urgency": pl.String(),
    "days_to_18": pl.Int32(),
    "deadline": pl.Int64(),
    "position": pl.Int32(),
    "step": pl.String(),
    "joined": pl.List(pl.String()),
    "office": pl.String(),
    "enforcement_refs": pl.List(pl.String()),
    "limit_on": pl.Date(),
    "due_on": pl.Date(),
    "conditional": pl.Boolean(),
    "rows": pl.List(pl.UInt32()),
    "people": pl.UInt32(),
    "balance": pl.Int64(),
    "verify": pl.List(pl.UInt32()),
}
_WHOSE: Final = ("person_id", "creditor", "office", "letter")
_CARRIED: Final = ("enforcement_ref", "creditor_ico", "creditor_name")
_KEPT: Final = (
    "person_id", "person", "urgency", "days_to_18", "deadline", "as_of", "at", "row", "balance", "enforcement_ref",
    "creditor", "office", "person_died",
)  # fmt: skip
_OF_STEP: Final = ("conditional", "limit_on", "verify")


def steps(judged: pl.DataFrame, pack: Pack, per: Per = "person") -> pl.DataFrame:
    """Return the open steps of a judged frame: most urgent people first, each person's steps in the order to take them.

    One row is one letter or act. `step` is its first step by the pack, `joined` all that go into it, `verify` the bits
    of the notes of each of them that stand. `creditor` (IČO, else name) and `office` (the executor's number, else the
    file mark) say to or from whom, where that tells letters apart. `limit_on` is the last day where the event it runs
    from is known, of several the first that still runs; `due_on` that day while it runs, or the 18th birthday before
    which the step belongs. `conditional` tells that a condition of the step cannot be decided yet for some debt. `rows`
    are the debts it serves, `balance` their known sum in haléře. Debts that are paid and no longer enforced have only
    the steps marked for them.

    Per creditor only the steps of creditors are returned, each once for all its debtors (`people` of them), in the same
    order by the most urgent of them; `person_id` is null.
    """
    return plans(judged, pack, [per])[0]


def plans(judged: pl.DataFrame, pack: Pack, pers: Sequence[Per]) -> list[pl.DataFrame]:
    """Return the steps of a judged frame seen from several sides, as `steps` does, worked out once."""
    whose = _whose(judged.filter(pl.col("verdict") != CONFLICTING))
    parts = [part for ladder in pack.ladders.values() for part in _of_ladder(whose, ladder, pack)]
    if not parts:
        return [pl.DataFrame(schema=STEP_SCHEMA) for _ in pers]
    long = (
        pl.concat(parts)
        .join(_step_table(pack), on="position", maintain_order="left")
        .with_columns(
            pl.when("names_creditor").then("creditor"),
            pl.when("names_executor").then("office"),
            pl.when(pl.col("before_18") & (pl.col("days_to_18") > 0) & ~pl.col("person_died"))
            .then(pl.col("as_of") + pl.duration(days=pl.col("days_to_18")))
            .alias("birthday"),
        )
    )
    nobody = pl.lit(None, dtype=pl.String)
    sides = {"person": long, "creditor": long.filter("of_creditor").with_columns(nobody.alias("person_id"))}
    return [_in_order(_letters(sides[per]), pack, per) for per in pers]


def _whose(judged: pl.DataFrame) -> pl.DataFrame:
    """Add to each judged row whose it is, as letters are told apart."""
    absent = [name for name in _CARRIED if name not in judged.columns]
    frame = judged.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in absent)
    mark = pl.col("enforcement_ref")
    return frame.with_columns(
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("at"),
        pl.coalesce("creditor_ico", "creditor_name").alias("creditor"),
        pl.coalesce(mark.str.extract(EXECUTOR_OFFICE), mark).alias("office"),
        pl.col("person_id").alias("person"),
        pl.col("urgency").cast(pl.String),
        deadline("person_days_to_18_from").alias("deadline"),
        pl.col("person_days_to_18_from").alias("days_to_18"),
        pl.col("row").cast(pl.UInt32),
    )


def _of_ladder(whose: pl.DataFrame, ladder: Ladder, pack: Pack) -> Iterator[pl.DataFrame]:
    """Yield, for each step of a ladder, the debts it serves, each with what is known of the step for it."""
    rules = [rule.id for rule in pack.rules.values() if ladder.id in rule.remedies]
    answered = [rule_id for rule_id in rules if whose[rule_id].any()]
    if not answered:
        return
    rows = whose.filter(pl.any_horizontal(_answers(pack.rules[rule_id]) for rule_id in answered))
    if not rows.height:
        return
    told = rows.select(expression for step in ladder.step for expression in _told(step, pack))
    kept = rows.select(*_KEPT)
    positions = {step_id: position for position, step_id in enumerate(pack.steps, 1)}
    for step in ladder.step:
        open_ = told[f"{step.id} open"]
        if not open_.any():
            continue
        part = kept.hstack([told[f"{step.id} {name}"].alias(name) for name in _OF_STEP]).with_columns(
            pl.Series("position", [positions[step.id]], dtype=pl.Int32).new_from_index(0, kept.height)
        )
        yield part if open_.all() else part.filter(open_)


def _answers(rule: Rule) -> pl.Expr:
    """Return for which debts a rule calls for its ladder: of a person's only for those that may be from childhood."""
    held = pl.col(rule.id).fill_null(value=False)
    return held & (pl.col("child_owes") != "none") if rule.subject == "person" else held


def _told(step: Step, pack: Pack) -> Iterator[pl.Expr]:
    """Yield what each debt says of a step, in full length even where it is the same for all."""
    unsure = pl.lit(value=False) if step.if_ is None else pl.col(condition_column(step.if_)).is_null()
    told = {"open": step_is_open(step), "conditional": unsure, "limit_on": _limit(step, pack), "verify": _notes(step)}
    same = pl.col("at").is_not_null()
    for name, expression in told.items():
        yield pl.when(same).then(expression).alias(f"{step.id} {name}")


def _step_table(pack: Pack) -> pl.DataFrame:
    """Return what the plan asks of each step, by its position in the pack."""

    def letter_of(role: str) -> object:
        return pack.term("roles", role).more.get("letter")

    lines = [
        {
            "position": position,
            "step": step.id,
            "letter": f"{step.joins} {step.actor} {step.addressee}" if step.joins else step.id,
            "of_creditor": letter_of(step.actor) == "creditor",
            "names_creditor": "creditor" in {letter_of(step.actor), letter_of(step.addressee)},
            "names_executor": "executor" in {letter_of(step.actor), letter_of(step.addressee)},
            "before_18": step.before_18,
        }
        for position, (_, step) in enumerate(pack.steps.values(), 1)
    ]
    return pl.DataFrame(lines, schema_overrides={"position": pl.Int32})


def _notes(step: Step) -> pl.Expr:
    """Return the bits of the step's notes that stand for a debt."""
    stands = [
        pl.lit(1 << place, dtype=pl.UInt32)
        if verify.if_ is None
        else pl.col(condition_column(verify.if_)).fill_null(value=True).cast(pl.UInt32) * (1 << place)
        for place, verify in enumerate(step.verify)
    ]
    return pl.sum_horizontal(pl.lit(0, dtype=pl.UInt32), *stands)


def _limit(step: Step, pack: Pack) -> pl.Expr:
    """Return the last day of a step; of the debtor's two limits for a motion to stop the later (§ 46, § 55 EŘ)."""
    limit = limit_of(step.limit, pack)
    if step.joins != "motion_to_stop":
        return limit
    return pl.max_horizontal(limit, pl.col("motion_limit_on"))


def _letters(long: pl.DataFrame) -> pl.DataFrame:
    """Join what goes into one letter: of each debt once, of each step once."""
    of_steps = (
        long.group_by(*_WHOSE, "step", "position", maintain_order=True)
        .agg(pl.col("verify").bitwise_or())
        .sort("position", maintain_order=True)
        .group_by(_WHOSE, maintain_order=True)
        .agg(pl.col("position").first(), pl.col("step").first(), pl.col("step").alias("joined"), "verify")
    )
    of_debts = long.group_by(*_WHOSE, "at", maintain_order=True).agg(
        pl.col("person", "urgency", "days_to_18", "deadline", "as_of", "row", "balance", "enforcement_ref").first(),
        pl.col("conditional").all(),
        _first_running("limit_on"),
        pl.col("birthday").min(),
    )
    rank = pl.col("urgency").replace_strict(_URGENCY, default=9, return_dtype=pl.Int8)
    ranked = of_debts.sort(rank, "deadline", "at", nulls_last=True, maintain_order=True)
    joined = ranked.group_by(_WHOSE, maintain_order=True).agg(
        pl.col("urgency", "days_to_18", "deadline", "as_of").first(),
        pl.col("enforcement_ref").drop_nulls().unique(maintain_order=True).alias("enforcement_refs"),
        _first_running("limit_on"),
        pl.col("birthday").min(),
        pl.col("conditional").any(),
        pl.col("row").sort_by("at").alias("rows"),
        pl.col("person").n_unique().alias("people"),
        pl.col("balance").sum(),
    )
    return joined.join(of_steps, on=_WHOSE, nulls_equal=True, maintain_order="left")


def _first_running(name: str) -> pl.Expr:
    """Return the first of several last days that has not passed, else the last of them."""
    day = pl.col(name)
    return pl.coalesce(day.filter(day >= pl.col("as_of")).min(), day.max()).alias(name)


def _in_order(letters: pl.DataFrame, pack: Pack, per: Per) -> pl.DataFrame:
    effects = {code: term.more["order"] for code, term in pack.vocabularies["effects"].items()}
    steps_ = {step_id: step for step_id, (_, step) in pack.steps.items()}
    effect = {step_id: effects[step.effect] for step_id, step in steps_.items()}
    cost = {step_id: step.cost_most for step_id, step in steps_.items()}
    running = pl.when(pl.col("limit_on") >= pl.col("as_of")).then("limit_on")
    frame = letters.with_columns(pl.min_horizontal(running, "birthday").alias("due_on"))
    rank = pl.col("urgency").replace_strict(_URGENCY, default=9, return_dtype=pl.Int8)
    whose = [pl.col("person_id")] if per == "person" else [pl.col("creditor")]
    order = [
        *([rank, pl.col("deadline")] if per == "person" else []),
        *whose,
        pl.col("due_on"),
        pl.col("step").replace_strict(effect, return_dtype=pl.Int32),
        pl.col("step").replace_strict(cost, return_dtype=pl.Int64),
        pl.col("position"),
        pl.col("office"),
    ]
    ordered = frame.sort(order, nulls_last=True, maintain_order=True)
    return ordered.select(pl.col(name).cast(dtype) for name, dtype in STEP_SCHEMA.items())

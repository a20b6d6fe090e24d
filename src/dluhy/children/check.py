"""Checks facts of debts against the pack: one judged row per debt, one row per person."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec
import polars as pl
from attrs import field, frozen

from dluhy.children.outcome import NEEDS_DATA, Summary
from dluhy.engine.evaluate import FEW, Engine, run
from dluhy.engine.findings import Trace, findings, trace
from dluhy.facts.derived import functions
from dluhy.intake.notices import notices
from dluhy.law.pack import Pack, default_pack

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

TOPIC = "children"
_PACKS = 8  # whose expressions are kept; each takes some megabytes

COMPACT = (
    "row",
    "part",
    "repairs",
    "warnings",
    "person_id",
    "outcome",
    "verdict",
    "child_owes",
    "verify",
    "missing",
    "worth_asking",
    "asked_for_steps",
    "grounds",
    "flags",
    "presumed",
    "next_step",
    "list",
    "urgency",
)
"""The columns of the compact result; masks and bits are read by `Checker`."""


_OF_INTAKE = {"part": pl.UInt16(), "repairs": pl.UInt32(), "warnings": pl.UInt32()}
"""What a list's rows carry besides facts: the part of a divided row, sets of repairs and of warnings."""


@frozen
class Checker:
    """A pack ready to judge debts; make one with `checker()` and keep it."""

    engine: Engine
    summary: Summary
    _summaries: dict[frozenset[str], Summary] = field(factory=dict, eq=False, repr=False)

    @property
    def pack(self) -> Pack:
        """The law it judges by."""
        return self.engine.pack

    def judge(self, facts: pl.DataFrame, as_of: date) -> pl.DataFrame:
        """Return the facts with statuses, conditions and the summary of `dluhy.children.outcome` for each row.

        `facts` holds a column `row` and any columns of the fact schema, and may hold `part`, `repairs` and `warnings`
        of a list's intake (else 0); row order is kept. Raises HorizonError if the pack does not know the law of the
        day.
        """
        return self._run(facts, as_of)

    def judge_compact(self, facts: pl.DataFrame, as_of: date) -> pl.DataFrame:
        """Return only the compact columns; of a long frame what they do not need is not computed."""
        return self._run(facts, as_of, COMPACT)

    def _run(self, facts: pl.DataFrame, as_of: date, columns: Collection[str] | None = None) -> pl.DataFrame:
        self.pack.require_known(TOPIC, as_of)
        engine = self.engine
        facts = _with_intake(facts)
        summary = self._summary_of(engine.kinds_in(facts))
        if facts.height <= FEW:
            return run(engine.evaluate(facts, as_of), summary.stages, columns)
        return run(engine.completed(facts, as_of), [*engine.stages_for(facts).all, *summary.stages], columns)

    def _summary_of(self, kinds: frozenset[str]) -> Summary:
        """Return the summary that reads only the rules for the kinds; made once for each set of them."""
        if kinds not in self._summaries:
            self._summaries[kinds] = Summary(self.engine, self.engine.rules_for(kinds))
        return self._summaries[kinds]

    def people(self, judged: pl.DataFrame) -> pl.DataFrame:
        """Return one row per person: list, urgency, ages, counts and sums (haléře), sorted by urgency and age."""
        stop = pl.col("child_owes") == "no"
        undecided = pl.col("outcome") == NEEDS_DATA
        balance = pl.col("balance")
        people = judged.group_by("person_id", maintain_order=True).agg(
            *(pl.col(name).first() for name in ("list", "urgency", "birth_date_from", "birth_date_to")),
            *(pl.col(name).first() for name in ("person_age_from", "person_age_to")),
            pl.col("person_days_to_18_from").first().alias("days_to_18_from"),
            pl.col("person_days_to_18_to").first().alias("days_to_18_to"),
            *(pl.col(duty).first().fill_null(value=False) for duty in self.summary.duties),
            pl.len().alias("debts"),
            stop.sum().alias("debts_to_stop"),
            undecided.sum().alias("debts_undecided"),
            _known_sum(balance).alias("balance"),
            _known_sum(balance.filter(stop)).alias("balance_to_stop"),
            pl.col("row").alias("rows"),
            pl.col("person_limit_on").first(),
            pl.col("as_of").first(),
        )
        order = {"URGENT-RED": 0, "URGENT-AMBER": 1, "URGENT-GREEN": 2, "URGENT-GREY": 3}
        rank = pl.col("urgency").cast(pl.String).replace_strict(order, default=9, return_dtype=pl.Int8)
        return people.sort(rank, deadline("days_to_18_from"), "person_id", nulls_last=True, maintain_order=True)

    def findings(self, judged: pl.DataFrame) -> pl.DataFrame:
        """Return the long findings: every rule that holds, and what is unknown and worth deciding.

        Unknown outcomes are wanted only where no outcome holds, unknown grounds always.
        """
        found = findings(self.engine, judged, [*self.summary.outcomes[:-1], *self.summary.grounds])
        undecided = judged.filter(pl.col("outcome") == NEEDS_DATA)["row"]
        settled = (
            (pl.col("role") == "outcome") & (pl.col("status") == "unknown") & ~pl.col("row").is_in(undecided.implode())
        )
        return found.filter(~settled)

    def trace(self, judged: pl.DataFrame, row: int, rule_id: str) -> Trace:
        """Return how each condition of a rule came out on one judged row."""
        return trace(self.engine, judged, row, self.pack.rules[rule_id])

    def missing_names(self, mask: int) -> list[str]:
        """Return the facts in a mask of missing facts."""
        return self.engine.missing_names(mask)


def _with_intake(facts: pl.DataFrame) -> pl.DataFrame:
    return facts.with_columns(
        pl.lit(0, dtype=dtype).alias(name) for name, dtype in _OF_INTAKE.items() if name not in facts.columns
    )


def deadline(days_to_18: str) -> pl.Expr:
    """Return the days to what comes first, a running limit or the 18th birthday; for adults the days since it."""
    to_limit = (pl.col("person_limit_on") - pl.col("as_of")).dt.total_days()
    running = pl.when(to_limit >= 0).then(to_limit)
    return pl.min_horizontal(running, pl.col(days_to_18).abs().cast(pl.Int64))


def _known_sum(amounts: pl.Expr) -> pl.Expr:
    """Return the sum, or null where there are amounts and none of them is known."""
    return pl.when((amounts.len() == 0) | amounts.is_not_null().any()).then(amounts.sum())


def bit_names(checks: Checker) -> str:
    """Return, as JSON, what each bit of the masks and bit sets of the compact result stands for, lowest first."""
    facts = list(checks.engine.asked)
    summary = checks.summary
    named = {"missing": facts, "worth_asking": facts, "asked_for_steps": facts, "grounds": summary.grounds,
             "flags": summary.flags, "presumed": summary.presumptions,
             "repairs": list(notices("repairs")), "warnings": list(notices("warnings"))}  # fmt: skip
    return msgspec.json.encode(named).decode()


def checker(pack: Pack | None = None) -> Checker:
    """Return a checker for a pack, by default the shipped one; made once for each of the packs used last."""
    return _make(default_pack() if pack is None else pack)


@lru_cache(maxsize=_PACKS)
def _make(pack: Pack) -> Checker:
    engine = Engine(pack, functions())
    return Checker(engine, Summary(engine))

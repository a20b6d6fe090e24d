"""Judged rows of one level (debts, households, the place) and for which of them each intervention holds or may hold."""

from __future__ import annotations

from functools import cached_property, reduce
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import field, frozen

from dluhy.children.outcome import step_is_open
from dluhy.engine.expressions import condition_column, mask_column
from dluhy.facts.derived.limits import limit_of
from dluhy.law.checks_interventions import ROLE
from dluhy.municipal.ranking import ranks_of
from dluhy.municipal.suggestion_values import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.engine.evaluate import Engine
    from dluhy.law.models import Rule, Step
    from dluhy.law.pack import Pack
    from dluhy.municipal.suggestion_values import Level

ABOUT: Final = {
    "at": pl.UInt32(), "ref": pl.String(), "row": pl.UInt32(), "person_id": pl.String(), "child": pl.Boolean(),
    "birthday": pl.Date(), "children": pl.Int32(), "balance": pl.Int64(),
}  # fmt: skip
"""What every level says of its rows: which they are, whose, whether of a child under 18 and when it comes of age.

`children` are those of a household.
"""

_VALUE: Final = "a value of the rows"
_FINISHED: Final = frozenset({"debt_finished", "person_died"})


@frozen
class Part:
    """The judged rows of one level with what they are about; `refs` names them."""

    level: Level
    engine: Engine
    frame: pl.DataFrame
    refs: pl.Series
    _held: dict[str, pl.Series] = field(factory=dict, init=False, eq=False, repr=False)

    @property
    def pack(self) -> Pack:
        """The part of the pack that judged the rows."""
        return self.engine.pack

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """The rules of interventions about this level, by id."""
        found = (rule for rule in self.pack.rules.values() if rule.role == ROLE)
        return {rule.id: rule for rule in found if rule.id in self.pack.interventions}

    @cached_property
    def about(self) -> pl.DataFrame:
        """The columns of `ABOUT`, a row for each judged row."""
        columns = set(self.frame.columns)
        first, last = pl.col("person_days_to_18_from"), pl.col("person_days_to_18_to")
        aged = "person_days_to_18_from" in columns and "person_days_to_18_to" in columns
        under = pl.when(first > 0).then(pl.lit(value=True)).when(last <= 0).then(pl.lit(value=False))
        of_age = pl.when(first > 0).then(pl.col("as_of") + pl.duration(days=first))
        told = {
            "at": pl.int_range(pl.len()),
            "ref": self.refs,
            "row": pl.col("row") if "row" in columns else pl.lit(None),
            "person_id": pl.col("person_id") if self.level == "debt" else pl.lit(None),
            "child": under if aged else pl.col("has_child") if "has_child" in columns else pl.lit(None),
            "birthday": of_age if aged else pl.lit(None),
            "children": pl.col("children") if self.level == "household" and "children" in columns else pl.lit(None),
            "balance": pl.col("balance") if "balance" in columns and self.level == "debt" else pl.lit(None),
        }
        return pl.DataFrame(
            [
                (value if isinstance(value, pl.Series) else self.column(value)).cast(ABOUT[name]).alias(name)
                for name, value in told.items()
            ]
        )

    def status(self, rule: str) -> pl.Series:
        """Return for which rows a rule holds (true), does not (false) or is undecided (null), if anything is left to do.

        Of a debt that is paid and no longer enforced nothing is left but the steps marked for it.
        """
        if rule not in self._held:
            steps = [step for step in self.steps(rule) if not step.preparatory] or self.steps(rule)
            something = pl.any_horizontal(self.open(step) for step in steps) if steps else pl.lit(value=True)
            self._held[rule] = self.column(pl.when(something).then(pl.col(rule)).otherwise(pl.lit(value=False)))
        return self._held[rule]

    def column(self, value: pl.Expr) -> pl.Series:
        """Return an expression over the rows, in full length also where it is one value."""
        return self.frame.with_columns(value.alias(_VALUE)).get_column(_VALUE)

    def steps(self, rule: str) -> list[Step]:
        """Return the steps of the ladders that answer a rule, in order."""
        return [step for ladder in self.rules[rule].remedies for step in self.pack.ladders[ladder].step]

    def open(self, step: Step) -> pl.Expr:
        """Return in which rows a step stands, or may."""
        if _FINISHED <= set(self.frame.columns):
            return step_is_open(step)
        if step.if_ is None:
            return pl.lit(value=True)
        return pl.col(condition_column(step.if_)).fill_null(value=True)

    def undecided(self, step: Step) -> pl.Expr:
        """Return in which rows the condition of a step is not decided."""
        return pl.lit(value=False) if step.if_ is None else pl.col(condition_column(step.if_)).is_null()

    def limit(self, step: Step) -> pl.Expr:
        """Return the last day of a step where the event it runs from is known, and it has not passed."""
        last = limit_of(step.limit, self.pack)
        return pl.when(last >= pl.col("as_of")).then(last)

    def missing(self, rule: str) -> pl.Series:
        """Return the masks of facts that are missing for a rule."""
        return self.frame[mask_column(rule)]

    def rows(self, rule: str, held: pl.Series) -> pl.DataFrame:
        """Return what the rows that hold are about, with the last day of what is to be done for each (`due_on`)."""
        steps = self.steps(rule)
        own = self.about.with_columns(self._due(rule, steps)).filter(held)
        return own.with_columns(pl.lit(rule).alias("intervention"), pl.lit(self.level).alias("level"))

    def _due(self, rule: str, steps: list[Step]) -> pl.Series:
        """Return the next last day in each row: a limit that runs, a birthday before which the step belongs."""
        intervention = self.pack.interventions[rule]
        limits = [pl.when(self.open(step)).then(self.limit(step)) for step in steps if step.limit.runs_from is not None]
        days = self.column(pl.min_horizontal(*limits, pl.lit(None, dtype=pl.Date))).alias("due_on")
        if intervention.for_child or any(step.before_18 for step in steps):
            frame = pl.DataFrame({"due_on": days, "birthday": self.about["birthday"]})
            days = frame.select(pl.min_horizontal("due_on", "birthday").alias("due_on")).to_series()
        day = ranks_of(self.pack).day_of_year(rule, self.frame["as_of"][0]) if self.frame.height else None
        return days if day is None else days.fill_null(day)

    def counts(self, held: pl.Series) -> Counts:
        """Return of how much something is that holds for some rows."""
        return counts_of(self.about.filter(held), self.level)


def counts_of(about: pl.DataFrame, level: Level) -> Counts:
    """Return the counts of rows that have the columns of `ABOUT`."""
    if level == "place":
        return Counts(places=about.height)
    children = pl.col("child").fill_null(value=False)
    if level == "household":
        return Counts(households=about.height, children=int(about["children"].sum()))
    found = about.select(
        pl.col("person_id").n_unique().alias("people"),
        pl.col("person_id").filter(children).n_unique().alias("children"),
        pl.col("balance").sum(),
        pl.col("balance").count().alias("known"),
    ).row(0, named=True)
    return Counts(
        debts=about.height,
        people=found["people"],
        children=found["children"],
        balance=found["balance"] if found["known"] or not about.height else None,
    )


def summed(parts: Iterable[Counts]) -> Counts:
    """Return the counts of several levels together; people and debts are of one level only."""
    return reduce(_added, parts, Counts())


def _added(one: Counts, other: Counts) -> Counts:
    known = [each.balance for each in (one, other) if each.balance is not None]
    return Counts(
        debts=one.debts + other.debts,
        people=one.people + other.people,
        children=one.children + other.children,
        households=one.households + other.households,
        places=one.places + other.places,
        balance=sum(known) if known else None,
    )

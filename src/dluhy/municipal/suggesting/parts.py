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
from dluhy.municipal.interventions import steps_of
from dluhy.municipal.suggesting.ranking import ranks_of
from dluhy.municipal.suggesting.values import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dluhy.engine.evaluate import Engine
    from dluhy.law.models import Rule, Step
    from dluhy.law.pack import Pack
    from dluhy.municipal.suggesting.values import Level

ABOUT: Final = {
    "at": pl.UInt32(), "ref": pl.String(), "row": pl.UInt32(), "person_id": pl.String(), "child": pl.Boolean(),
    "birthday": pl.Date(), "children": pl.Int32(), "balance": pl.Int64(),
}  # fmt: skip
"""What every level says of its rows: which they are, whose, whether of a child under 18 and when it comes of age.

`children` are those of a household.
"""

_VALUE: Final = "a value of the rows"
_DAYS: Final = "person_days_to_18"
_FINISHED: Final = frozenset({"debt_finished", "person_died"})


@frozen
class Part:
    """The judged rows of one level with what they are about; `refs` names them.

    `screened` are the same debts as the children's screening judged them, by `screener`: steps of its ladders that
    belong to an intervention, and what it lacks itself, are read from them.
    """

    level: Level
    engine: Engine
    frame: pl.DataFrame
    refs: pl.Series
    screened: pl.DataFrame | None = None
    screener: Engine | None = None
    only: frozenset[str] | None = None
    _held: dict[str, pl.Series] = field(factory=dict, init=False, eq=False, repr=False)

    @property
    def pack(self) -> Pack:
        """The part of the pack that judged the rows."""
        return self.engine.pack

    @property
    def law(self) -> Pack:
        """The whole pack."""
        return self.pack.whole or self.pack

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """The rules of interventions about this level, by id."""
        found = (rule for rule in self.pack.rules.values() if rule.role == ROLE)
        wanted = self.pack.interventions.keys() if self.only is None else self.only
        return {rule.id: rule for rule in found if rule.id in wanted}

    @cached_property
    def about(self) -> pl.DataFrame:
        """The columns of `ABOUT`, a row for each judged row."""
        told = _columns(self.frame, dict(self._about()))
        return pl.DataFrame([told[name].cast(dtype) for name, dtype in ABOUT.items()]).with_columns(
            self.refs.alias("ref")
        )

    def _about(self) -> Iterator[tuple[str, pl.Expr]]:
        columns, nothing = set(self.frame.columns), pl.lit(None)
        first, last = pl.col(f"{_DAYS}_from"), pl.col(f"{_DAYS}_to")
        aged = {f"{_DAYS}_from", f"{_DAYS}_to"} <= columns
        under = pl.when(first > 0).then(pl.lit(value=True)).when(last <= 0).then(pl.lit(value=False))
        of_age = pl.when(first > 0).then(pl.col("as_of") + pl.duration(days=first))
        debt = self.level == "debt"
        yield "at", pl.int_range(pl.len())
        yield "ref", nothing
        yield "row", pl.col("row") if "row" in columns else nothing
        yield "person_id", pl.col("person_id") if debt else nothing
        yield "child", under if aged and debt else pl.col("has_child") if "has_child" in columns else nothing
        yield "birthday", of_age if aged and debt else nothing
        yield "children", pl.col("children") if "children" in columns and not debt else nothing
        yield "balance", pl.col("balance") if "balance" in columns and debt else nothing

    def status(self, rule: str) -> pl.Series:
        """Return for which rows a rule holds, does not, or is undecided (null), as far as anything is left to do.

        Of a debt that is paid and no longer enforced nothing is left but the steps marked for it.
        """
        if rule not in self._held:
            steps = [step for step in self.steps(rule) if not step.preparatory] or self.steps(rule)
            something = [self.open(step) for step in steps]
            left = (
                pl.DataFrame([each.alias(str(n)) for n, each in enumerate(something)]).select(
                    pl.any_horizontal(pl.all()).alias(_VALUE)
                )[_VALUE]
                if something
                else self.every(value=True)
            )
            self._held[rule] = self.frame.select(pl.col(rule).alias(_VALUE))[_VALUE] & left
        return self._held[rule]

    def every(self, *, value: bool) -> pl.Series:
        """Return one value for every row."""
        return pl.Series([value], dtype=pl.Boolean).new_from_index(0, self.frame.height)

    def steps(self, rule: str) -> list[Step]:
        """Return the steps of an intervention in order, those of other ladders that belong to it among them."""
        return steps_of(self.law.interventions[rule], self.law)

    def open(self, step: Step) -> pl.Series:
        """Return in which rows a step stands, or may; one of the screening where the screening calls for it."""
        return self._opened[step.id]

    @cached_property
    def _opened(self) -> dict[str, pl.Series]:
        """For every step of the interventions the rows in which it stands; worked out at once for all of a frame."""
        steps = {step.id: step for rule in self.rules for step in self.steps(rule)}
        sides: dict[bool, list[Step]] = {True: [], False: []}
        for step in steps.values():
            sides[self._is_own(step)].append(step)
        found = dict.fromkeys(steps, self.every(value=True))
        for own, frame in ((True, self.frame), (False, self.screened)):
            if frame is not None:
                found |= _columns(frame, {step.id: self._stands(step, frame, own=own) for step in sides[own]})
        return found

    def _stands(self, step: Step, frame: pl.DataFrame, *, own: bool) -> pl.Expr:
        if set(frame.columns) >= _FINISHED:
            stands = step_is_open(step)
        else:
            stands = (
                pl.lit(value=True) if step.if_ is None else pl.col(condition_column(step.if_)).fill_null(value=True)
            )
        if own:
            return stands
        ladder, _ = self.law.steps[step.id]
        calling = [rule.id for rule in self.law.rules.values() if ladder.id in rule.remedies]
        called = [pl.col(name).fill_null(value=False) for name in calling if name in frame.columns]
        return stands & pl.any_horizontal(called) if calling else stands

    def undecided(self, step: Step) -> pl.Series:
        """Return in which rows the condition of a step is not decided."""
        frame = self._frame_of(step)
        if frame is None or step.if_ is None:
            return self.every(value=False)
        return frame[condition_column(step.if_)].is_null()

    def limit(self, step: Step) -> pl.Series:
        """Return the last day of a step where the event it runs from is known, and it has not passed."""
        frame = self._frame_of(step)
        event = step.limit.runs_from
        if frame is None or event is None or not set(self.law.facts[event].columns) <= set(frame.columns):
            return pl.Series([None], dtype=pl.Date).new_from_index(0, self.frame.height)
        last = limit_of(step.limit, self.law)
        return _column(frame, pl.when(last >= pl.col("as_of")).then(last))

    def _frame_of(self, step: Step) -> pl.DataFrame | None:
        """Return the judged rows that hold the condition of a step; None where there are none."""
        return self.frame if self._is_own(step) else self.screened

    def _is_own(self, step: Step) -> bool:
        return self.law.steps[step.id][0].id in self.pack.ladders

    def missing(self, rule: str) -> pl.Series:
        """Return the masks of facts that are missing for a rule."""
        return self.frame[mask_column(rule)]

    def screened_names(self, mask: int) -> list[str]:
        """Return the facts in a mask of what the screening itself lacks."""
        return [] if self.screener is None else self.screener.missing_names(mask)

    def rows(self, rule: str, held: pl.Series) -> pl.DataFrame:
        """Return what the rows that hold are about, with the last day of what is to be done for each (`due_on`)."""
        own = self.about.with_columns(self._due(rule)).filter(held)
        return own.with_columns(pl.lit(rule).alias("intervention"), pl.lit(self.level).alias("level"))

    def _due(self, rule: str) -> pl.Series:
        """Return the next last day in each row: a limit that runs, a near birthday before which a step belongs."""
        steps, ranks = self.steps(rule), ranks_of(self.pack)
        days = [
            pl.DataFrame([self.limit(step).alias("day"), self.open(step).alias("open")]).select(
                pl.when("open").then("day").alias(step.id)
            )[step.id]
            for step in steps
            if step.limit.runs_from is not None
        ]
        days += [self._told_day(name) for name in ranks.last_days(rule) if f"{name}_from" in self.frame.columns]
        if any(step.before_18 for step in steps):
            days.append(self._near_birthday(ranks.birthday_years))
        if not days:
            days.append(pl.Series("none", [None], dtype=pl.Date).new_from_index(0, self.frame.height))
        due = pl.DataFrame(days).select(pl.min_horizontal(pl.all()).alias("due_on"))["due_on"]
        day = ranks.day_of_year(rule, self.frame["as_of"][0]) if self.frame.height else None
        return due if day is None else due.fill_null(day)

    def _told_day(self, fact: str) -> pl.Series:
        """Return the earliest day that a fact names, where it has not passed."""
        first = pl.col(f"{fact}_from")
        return _column(self.frame, pl.when(first >= pl.col("as_of")).then(first)).rename(fact)

    def _near_birthday(self, years: int) -> pl.Series:
        """Return the 18th birthdays that come within some years."""
        day = pl.DataFrame([self.about["birthday"], self.frame["as_of"]])
        near = pl.col("birthday") <= pl.col("as_of").dt.offset_by(f"{years}y")
        return _column(day, pl.when(near).then(pl.col("birthday"))).rename("birthday")

    def counts(self, held: pl.Series) -> Counts:
        """Return of how much something is that holds for some rows."""
        return counts_of(self.about.filter(held), self.level)


def counts_of(about: pl.DataFrame, level: Level) -> Counts:
    """Return the counts of rows that have the columns of `ABOUT`."""
    if level == "place":
        return Counts(places=about.height)
    children = pl.col("child").fill_null(value=False)
    if level == "household":
        return Counts(households=about.height, household_children=int(about["children"].sum()))
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
        amounts_unknown=about.height - found["known"],
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
        household_children=one.household_children + other.household_children,
        places=one.places + other.places,
        balance=sum(known) if known else None,
        amounts_unknown=one.amounts_unknown + other.amounts_unknown,
    )


def _column(frame: pl.DataFrame, value: pl.Expr) -> pl.Series:
    """Return an expression over the rows, in full length also where it is one value."""
    return _columns(frame, {_VALUE: value})[_VALUE]


def _columns(frame: pl.DataFrame, values: Mapping[str, pl.Expr]) -> dict[str, pl.Series]:
    """Return expressions over the rows, each in full length also where it is one value."""
    every = pl.int_range(pl.len()) >= 0  # a column of one repeated value would have its length mixed up later
    found = frame.select(pl.when(every).then(value).alias(name) for name, value in values.items())
    return {name: found[name] for name in values}

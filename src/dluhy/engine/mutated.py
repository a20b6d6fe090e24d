"""Evaluates changed rules over frames in which the facts and the other rules stand, by the rules' own expressions."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import polars as pl

from dluhy.engine.evaluate import Engine, condition_column
from dluhy.engine.expressions import Expressions
from dluhy.engine.mutants import judged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.engine.mutants import Judged
    from dluhy.law.conditions import Node
    from dluhy.law.models import Rule


class EveryKind(Engine):
    """An engine that evaluates every rule on every row, so that a mutant may apply where its rule does not."""

    def kinds_in(self, facts: pl.DataFrame) -> frozenset[str]:
        """Return every kind of debt, whatever occurs."""
        del facts
        return frozenset(self.pack.members["debt_kinds"])


class Statuses(Expressions):
    """The statuses and missing facts of changed rules."""

    def of(self, forms: Iterable[Judged], frame: pl.DataFrame, rule: Rule | None = None) -> list[pl.Series]:
        """Return the status of each form of a rule on each row of a frame that holds the facts and results it reads.

        With `rule` the frame holds also its conditions, and those that a form kept are read from there.
        """
        kept = {self._pack.conditions[c.if_]: condition_column(c.if_) for c in rule.all} if rule else {}
        found = [self._form(form, kept).alias(str(at)) for at, form in enumerate(forms)]
        return frame.select(found).get_columns() if found else []

    def with_results(self, frame: pl.DataFrame, rules: Iterable[Rule]) -> pl.DataFrame:
        """Return a frame of facts with the statuses of rules added; each comes after those that it reads."""
        for rule in rules:
            frame = frame.with_columns(self._form(judged(rule, self._pack), {}).alias(rule.id))
        return frame

    def masks(self, forms: Iterable[Judged], frame: pl.DataFrame) -> list[pl.Series]:
        """Return the masks of what is missing for each form on rows where its status is unknown."""
        found = [self._mask(form).alias(str(at)) for at, form in enumerate(forms)]
        return frame.select(found).get_columns() if found else []

    def _form(self, form: Judged, kept: Mapping[Node, str]) -> pl.Expr:
        tests = [self._among(name, codes) for name, codes in form.applies]
        tests += [pl.col(kept[n]) if n in kept else self._compiler.expression(n) for n in form.conditions]
        if form.in_force is not None:
            today = pl.col("as_of")
            tests += [today >= form.in_force.from_] if form.in_force.from_ else []
            tests += [today <= form.in_force.to] if form.in_force.to else []
        return reduce(lambda a, b: a & b, tests)

    def _mask(self, form: Judged) -> pl.Expr:
        parts = [self._missing_for(n, self._compiler.expression(n), self._pack.rules) for n in form.conditions]
        return reduce(lambda a, b: a | b, parts)

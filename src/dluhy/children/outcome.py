"""From statuses of rules to one answer per debt: the outcome, who owes, how sure it is, what to ask, what to do next.

Columns added to an evaluated frame:

* `outcome`: the rule that holds of the partition "who owes", or NEEDS_DATA;
* `verdict`: what follows from it;
* `child_owes`: one of ANSWERS, agreed by every rule that may still hold;
* `missing`: mask of the facts that would decide the outcome (zero when decided);
* `worth_asking`: mask of the facts that would decide a further ground beside the outcome;
* `verify`: whether a part of the answer rests on what must be verified first;
* `grounds`, `flags`: bits of the rules of that role that hold, in the order of the pack;
* `presumed`: bits of the presumptions, but for conclusive ones, that the outcome or a ground rests on;
* `asked_for_steps`: mask of the facts that would decide which steps stand;
* `next_step`: the first step of the ladder, beyond preparation, that surely stands, else the first that may;
* `list`, `urgency`: the person's list and urgency.
"""

from __future__ import annotations

from functools import cached_property, reduce
from typing import TYPE_CHECKING

import polars as pl

from dluhy.engine.expressions import condition_column, condition_mask_column, mask_column, presumption_column
from dluhy.law.conditions import facts_of, rules_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from dluhy.engine.evaluate import Engine
    from dluhy.law.models import Rule, Step

NEEDS_DATA = "NEEDS_DATA"
WHO_OWES = "who_owes"
CONFLICTING = "conflicting_data"
"""The verdict of debts whose data exclude each other: nothing else is said of them, nothing done but correct them."""
ANSWERS = ("no", "shared", "depends", "yes", "unknown", "none")
"""Whether the child owes: no, jointly, by its maturity and the circumstances, yes, not known, no debt of a child."""
_WEAK = frozenset({"M", "?"})
_LIVING = frozenset({"child", "debtor", "guardian"})
"""Who acts for a debtor only while the debtor lives."""


class Summary:
    """The summarising expressions of a pack, whole or for the rules that can apply to some debts.

    Ids and the bits that stand for them are those of the whole pack in either case.
    """

    def __init__(self, engine: Engine, possible: Collection[str] | None = None) -> None:
        """Sort the rules of the pack by role; only those `possible` are read, the others are taken to fail."""
        self._pack = pack = engine.pack
        self._possible = frozenset(pack.rules if possible is None else possible)
        self._kind_bit = engine.bit_of("debt_kind")
        self.members = pack.partitions.get(WHO_OWES, [])
        self.outcomes = [*(rule.id for rule in self.members), NEEDS_DATA]
        self.grounds = [rule.id for rule in pack.rules.values() if rule.role == "ground"]
        self.flags = [rule.id for rule in pack.rules.values() if rule.role == "flag"]
        self.duties = [rule.id for rule in pack.rules.values() if rule.role == "duty"]
        self.presumptions = [p.id for p in pack.presumptions.values() if not p.conclusive]
        self._dtype = pl.Enum(self.outcomes)

    @cached_property
    def stages(self) -> list[list[pl.Expr]]:
        """The columns to add to an evaluated frame, stage after stage; built once."""
        return [
            [self._outcome().alias("outcome"), self._child_owes().alias("child_owes")],
            [
                self._verdict().alias("verdict"),
                self._missing().alias("missing"),
                self._unless_conflicting(self._worth_asking()).alias("worth_asking"),
                self._asked_for_steps().alias("asked_for_steps"),
                self._verify().alias("verify"),
                self._next_step().alias("next_step"),
                self._unless_conflicting(self._held(self.grounds)).alias("grounds"),
                self._held(self.flags).alias("flags"),
                _bits({place: self._relied_on(p) for place, p in enumerate(self.presumptions)}).alias("presumed"),
                self._member_of("list").alias("list"),
                self._member_of("urgency").alias("urgency"),
            ],
        ]

    def _unless_conflicting(self, bits: pl.Expr) -> pl.Expr:
        rules = [rule.id for rule in self._read if rule.verdict == CONFLICTING]
        conflicting = pl.col("outcome").is_in(pl.Series(rules, dtype=self._dtype).implode())
        return pl.when(~conflicting).then(bits).otherwise(pl.lit(0, dtype=pl.UInt64))

    def verdict_of(self, outcome: str) -> str:
        """Return the verdict of an outcome."""
        return "needs_data" if outcome == NEEDS_DATA else self._pack.rules[outcome].verdict

    def ids_in(self, bits: int, ids: Sequence[str]) -> list[str]:
        """Return the ids whose bits are set."""
        return [identity for position, identity in enumerate(ids) if bits & (1 << position)]

    def steps_of(self, outcome: str) -> Iterator[Step]:
        """Yield the steps of an outcome's ladders, in order."""
        if outcome != NEEDS_DATA:
            for ladder in self._pack.rules[outcome].remedies:
                yield from self._pack.ladders[ladder].step

    @cached_property
    def _read(self) -> list[Rule]:
        """The members that are read."""
        return [rule for rule in self.members if rule.id in self._possible]

    def _held(self, ids: Sequence[str]) -> pl.Expr:
        return _bits({place: pl.col(rule_id) for place, rule_id in enumerate(ids) if rule_id in self._possible})

    def _outcome(self) -> pl.Expr:
        chosen = pl.lit(NEEDS_DATA, dtype=self._dtype)
        for rule in reversed(self._read):
            chosen = pl.when(pl.col(rule.id)).then(pl.lit(rule.id, dtype=self._dtype)).otherwise(chosen)
        return chosen

    def _verdict(self) -> pl.Expr:
        verdicts = [self.verdict_of(outcome) for outcome in self.outcomes]
        dtype = pl.Enum(list(self._pack.vocabularies["verdicts"]))
        return pl.col("outcome").replace_strict(self.outcomes, verdicts, return_dtype=dtype)

    def _child_owes(self) -> pl.Expr:
        answers = pl.Enum(ANSWERS)
        by_answer: dict[str, list[Rule]] = {}
        for rule in self._read:
            by_answer.setdefault(self._pack.term("verdicts", rule.verdict).more["child_owes"], []).append(rule)
        possible = {
            answer: pl.any_horizontal(pl.col(rule.id).fill_null(value=True) for rule in rules)
            for answer, rules in by_answer.items()
        }
        open_answers = pl.sum_horizontal(test.cast(pl.Int8) for test in possible.values())
        agreed = pl.lit("unknown", dtype=answers)
        for answer, test in possible.items():
            agreed = pl.when(test).then(pl.lit(answer, dtype=answers)).otherwise(agreed)
        held = pl.any_horizontal(pl.col(rule.id).fill_null(value=False) for rule in self._read)
        decided = pl.lit("unknown", dtype=answers)
        for answer, rules in by_answer.items():
            test = pl.any_horizontal(pl.col(rule.id).fill_null(value=False) for rule in rules)
            decided = pl.when(test).then(pl.lit(answer, dtype=answers)).otherwise(decided)
        alone = pl.when(open_answers == 1).then(agreed).otherwise(pl.lit("unknown", dtype=answers))
        nothing_known = pl.col("debt_kind").is_null() & ~held
        return pl.when(held).then(decided).when(nothing_known).then(pl.lit("unknown", dtype=answers)).otherwise(alone)

    def _missing(self) -> pl.Expr:
        nothing = pl.lit(0, dtype=pl.UInt64)
        kind = pl.when(pl.col("debt_kind").is_null()).then(pl.lit(self._kind_bit, dtype=pl.UInt64)).otherwise(nothing)
        asked = reduce(lambda a, b: a | b, (self._mask(rule.id) for rule in self._read), kind)
        undecided = pl.col("outcome") == pl.lit(NEEDS_DATA, dtype=self._dtype)
        return pl.when(undecided).then(asked).otherwise(pl.lit(0, dtype=pl.UInt64))

    def _worth_asking(self) -> pl.Expr:
        masks = (self._mask(rule_id) for rule_id in self.grounds if rule_id in self._possible)
        return reduce(lambda a, b: a | b, masks, pl.lit(0, dtype=pl.UInt64))

    def _mask(self, rule_id: str) -> pl.Expr:
        return pl.col(mask_column(rule_id))

    def _verify(self) -> pl.Expr:
        tests = []
        for rule in self._read:
            holds = pl.col("outcome") == pl.lit(rule.id, dtype=self._dtype)
            if rule.evidence in _WEAK or any(verify.if_ is None for verify in rule.verify):
                tests.append(holds)
                continue
            tests += [holds & pl.col(condition_column(v.if_)).fill_null(value=True) for v in rule.verify if v.if_]
        return pl.any_horizontal(tests) if tests else pl.lit(value=False)

    def _asked_for_steps(self) -> pl.Expr:
        chosen = pl.lit(0, dtype=pl.UInt64)
        for held, steps in self._answered():
            masks = [pl.col(condition_mask_column(step.if_)) for step in steps if step.if_ and not step.after_end]
            if masks:
                chosen = pl.when(held & ~_finished()).then(reduce(lambda a, b: a | b, masks)).otherwise(chosen)
        return chosen

    def _next_step(self) -> pl.Expr:
        dtype = pl.Enum(list(self._pack.steps))
        chosen = pl.lit(None, dtype=dtype)
        for held, steps in self._answered():
            acting = [step for step in steps if not step.preparatory]
            sure = [pl.when(step_stands(step)).then(pl.lit(step.id, dtype=dtype)) for step in acting]
            possible = [pl.when(step_is_open(step)).then(pl.lit(step.id, dtype=dtype)) for step in acting]
            if acting:
                chosen = pl.when(held).then(pl.coalesce(*sure, *possible)).otherwise(chosen)
        return chosen

    def _answered(self) -> Iterator[tuple[pl.Expr, list[Step]]]:
        """Yield, for each list of ladders that outcomes share, whether one of them holds, and the steps."""
        sharing: dict[tuple[str, ...], list[str]] = {}
        for rule in self._read:
            sharing.setdefault(tuple(rule.remedies), []).append(rule.id)
        for ladders, outcomes in sharing.items():
            held = pl.col("outcome").is_in(pl.Series(outcomes, dtype=self._dtype).implode())
            yield held, [step for ladder in ladders for step in self._pack.ladders[ladder].step]

    def _relied_on(self, presumption_id: str) -> pl.Expr:
        """Return whether a row's outcome, its steps or one of its grounds rest on a presumption that was used."""
        fact = self._pack.presumptions[presumption_id].fact
        readers = [rule.id for rule in self._read if fact in self._facts_read(rule.id) | self._facts_of_steps(rule.id)]
        grounds = [
            pl.col(rule_id)
            for rule_id in self.grounds
            if rule_id in self._possible and fact in self._facts_read(rule_id)
        ]
        rests = pl.col("outcome").is_in(pl.Series(readers, dtype=self._dtype).implode())
        return pl.col(presumption_column(presumption_id)) & pl.any_horizontal(rests, *grounds)

    def _facts_of_steps(self, rule_id: str) -> set[str]:
        """Return the facts that decide which steps answer a rule."""
        texts = [step.if_ for step in self.steps_of(rule_id) if step.if_ is not None]
        return {name for text in texts for name in facts_of(self._pack.conditions[text])}

    def _facts_read(self, rule_id: str) -> set[str]:
        """Return the facts that a rule reads, itself or through the rules it refers to."""
        found: set[str] = set()
        for condition in self._pack.rules[rule_id].all:
            node = self._pack.conditions[condition.if_]
            found |= set(facts_of(node))
            for other in rules_of(node):
                found |= self._facts_read(other)
        return found

    def _member_of(self, partition: str) -> pl.Expr:
        rules = self._pack.partitions.get(partition, [])
        dtype = pl.Enum([rule.id for rule in rules])
        chosen = pl.lit(None, dtype=dtype)
        for rule in rules:
            chosen = pl.when(pl.col(rule.id)).then(pl.lit(rule.id, dtype=dtype)).otherwise(chosen)
        return chosen


def step_is_open(step: Step) -> pl.Expr:
    """Return whether a step stands: its condition holds or cannot be decided, and it can be taken."""
    met = pl.lit(value=True) if step.if_ is None else pl.col(condition_column(step.if_)).fill_null(value=True)
    return met & _can_be_taken(step)


def step_stands(step: Step) -> pl.Expr:
    """Return whether a step surely stands; null where its condition cannot be decided."""
    met = pl.lit(value=True) if step.if_ is None else pl.col(condition_column(step.if_))
    return met & _can_be_taken(step)


def _can_be_taken(step: Step) -> pl.Expr:
    """Return whether the debt is not over, and the debtor alive where the debtor or a guardian is to act."""
    alive = ~pl.col("person_died") if step.actor in _LIVING else pl.lit(value=True)
    return alive if step.after_end else alive & ~_finished()


def _finished() -> pl.Expr:
    """Return whether a debt is surely paid and no longer enforced."""
    return pl.col("debt_finished").fill_null(value=False)


def _bits(tests: Mapping[int, pl.Expr]) -> pl.Expr:
    """Return the bits of the tests that hold, each by its place."""
    found = [
        pl.when(test).then(pl.lit(1 << place, dtype=pl.UInt64)).otherwise(pl.lit(0, dtype=pl.UInt64))
        for place, test in tests.items()
    ]
    return reduce(lambda a, b: a | b, found, pl.lit(0, dtype=pl.UInt64))

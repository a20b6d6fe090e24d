"""Finds the facts that tell a mutant from its rule, or shows that none do.

A mutant is the rule in other words if the two agree on every combination of the values that their conditions tell
apart (`dluhy.engine.cases`): with the results of other rules as free values, or with those rules written in. For any
other mutant a telling case is sought: around the rule's own examples, one or two facts changed, because what is found
there reads like an example; then among all combinations. These cases go through the whole engine, so that what other
rules and presumptions rule out is ruled out here too.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations, product
from random import Random
from typing import TYPE_CHECKING, Any

import polars as pl
from attrs import evolve, frozen

from dluhy.engine.cases import cases_of, told_apart
from dluhy.engine.examples import EXPECTED, with_referred
from dluhy.engine.mutants import Judged, judged
from dluhy.engine.mutated import EveryKind, Statuses
from dluhy.facts.frame import frame_from_facts
from dluhy.law.conditions import rules_of
from dluhy.money import to_decimal_string
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from dluhy.engine.expressions import FactFunction
    from dluhy.engine.mutants import Mutant
    from dluhy.facts.schema import FactSpec
    from dluhy.law.models import Example, Expectation, Rule
    from dluhy.law.pack import Pack

_MOST_PAIRS = 3_000
_DEEPEST = 2
_NAMES: dict[bool | None, Expectation] = {value: name for name, value in EXPECTED.items()}


@frozen
class Survivor:
    """A mutant that no example of its rule notices.

    `facts` are those of an example that would tell it from the rule, and `expect` what the rule says of them on the
    day `as_of` (None for the usual day of examples); they are None where none was found among the cases tried.
    """

    rule: str
    before: str
    after: str
    facts: Mapping[str, Any] | None
    expect: Expectation | None
    as_of: date | None = None


class Telling:
    """Looks for cases that tell the mutants of one rule from the rule."""

    def __init__(self, pack: Pack, functions: Mapping[str, FactFunction], rule: Rule) -> None:
        """Keep the rule, and the pack without rules that neither it nor its facts read."""
        parts = [r for spec in pack.facts.values() for r in pack.partitions.get(spec.partition or "", [])]
        read = {r.id for r in with_referred(pack, [rule, *parts])}
        rules = {name: r for name, r in pack.rules.items() if name in read}
        self._pack, self._rule = evolve(pack, rules=rules, ladders={}), rule
        self._engine, self._statuses = (
            EveryKind(self._pack, functions, pack.rows or "debts"),
            Statuses(self._pack, functions),
        )

    def survivors(self, unnoticed: Sequence[Mutant]) -> Iterator[Survivor]:
        """Yield the mutants that are not the rule in other words, each with a telling case if one was found."""
        left = list(unnoticed)
        for depth in range(_DEEPEST + 1):
            left = self._unlike(left, depth)
        found = self._around(left)
        unfound = [mutant for mutant in left if mutant not in found]
        if unfound:
            everywhere, complete = self._everywhere(unfound)
            found |= everywhere
            left = [mutant for mutant in left if mutant in found or not complete]
        for mutant in left:
            yield found.get(mutant, Survivor(self._rule.id, mutant.before, mutant.after, None, None))

    def _unlike(self, changed: list[Mutant], depth: int) -> list[Mutant]:
        """Return the mutants not shown equal to the rule with other rules written in to a depth and free beyond it."""
        written = self._written_in(depth)
        forms = [judged(self._rule, self._pack), *(m.judged for m in changed)]
        read = [*forms, *(judged(rule, self._pack) for rule in written)]
        free = {name for form in read for node in form.conditions for name in rules_of(node)} - {r.id for r in written}
        values = {"as_of": [self._pack.info.example_as_of]} | told_apart(self._pack, read)
        cases = cases_of(values | {name: [True, False, None] for name in sorted(free)}) if changed else None
        if cases is None or not cases.complete:
            return changed
        frame = self._statuses.with_results(pl.DataFrame(cases.columns(self._pack)), written)
        own, *others = self._statuses.of(forms, frame)
        return [m for m, came in zip(changed, others, strict=True) if not own.equals(came, check_names=False)]

    def _written_in(self, depth: int) -> list[Rule]:
        """The rules that the rule reads, directly or through others to a depth, each after those that it reads."""
        found: dict[str, Rule] = {}
        level = [self._rule]
        for _ in range(depth):
            level = [self._pack.rules[name] for rule in level for name in _reads(rule, self._pack)]
            for rule in level:
                found.pop(rule.id, None)  # what stands deeper comes first
                found = {rule.id: rule} | found
        return list(found.values())

    def _around(self, changed: list[Mutant]) -> dict[Mutant, Survivor]:
        """Return the simplest telling case near an example for each mutant that has one."""
        values = self._values(changed)
        by_day: dict[date, list[dict[str, Any]]] = {}
        for facts, day in self._near_examples(values) if changed else ():
            by_day.setdefault(day, []).append(facts)
        found: dict[Mutant, Survivor] = {}
        for day, cases in by_day.items():
            frame = frame_from_facts(cases, self._pack.members, self._pack.facts)
            for mutant, row, status in self._differing(frame, day, changed):
                found.setdefault(mutant, self._survivor(mutant, cases[row], status, day))
        return found

    def _near_examples(self, values: Mapping[str, list[Any]]) -> Iterator[tuple[dict[str, Any], date]]:
        """Yield readable examples on other days, with one fact changed, and a sample of those with two changed."""
        today, specs = self._pack.info.example_as_of, self._pack.facts
        known = [(e.facts, e.as_of or today) for e in self._rule.example if _readable(e, self._pack)]
        yield from ((facts, day) for facts, _ in known for day in _days_beside(self._rule))
        for facts, day in known:
            yield from ((other, day) for other in _changed(facts, values, 1, specs))
        pairs = [(other, day) for facts, day in known for other in _changed(facts, values, 2, specs)]
        yield from Random(0).sample(pairs, min(len(pairs), _MOST_PAIRS))  # noqa: S311 - a sample, not a secret

    def _everywhere(self, changed: list[Mutant]) -> tuple[dict[Mutant, Survivor], bool]:
        """Return telling cases among all combinations, or a large sample of them, and whether those were all."""
        values = self._values(changed)
        cases = cases_of(values)
        frame = pl.DataFrame(cases.columns(self._pack))
        found, day = {}, self._pack.info.example_as_of
        for mutant, row, status in self._differing(frame, day, changed):
            named = zip(cases.names, cases.rows[row], strict=True)
            facts = {name: _written(value, self._pack.facts[name]) for name, value in named if value is not None}
            found[mutant] = self._survivor(mutant, facts, status, day)
        return found, cases.complete and self._rule.in_force is None

    def _survivor(self, mutant: Mutant, facts: dict[str, Any], status: bool | None, day: date) -> Survivor:  # noqa: FBT001 - a three-valued result
        as_of = None if day == self._pack.info.example_as_of else day
        return Survivor(self._rule.id, mutant.before, mutant.after, facts, _NAMES[status], as_of)

    def _values(self, changed: list[Mutant]) -> dict[str, list[Any]]:
        """The values to try of every fact that the rule, its mutants, the rules they read or presumptions read."""
        read = [m.judged for m in changed]
        read += [judged(r, self._pack) for r in with_referred(self._pack, [self._rule])]
        names = told_apart(self._pack, read)
        read += [
            Judged((self._pack.conditions[p.when],), tuple((n, tuple(codes)) for n, codes in p.applies.items()), None)
            for p in self._pack.presumptions.values()
            if p.fact in names
        ]
        values = told_apart(self._pack, read)
        values.pop("as_of", None)
        return values

    def _differing(
        self, facts: pl.DataFrame, day: date, changed: list[Mutant]
    ) -> Iterator[tuple[Mutant, int, bool | None]]:
        """Yield each mutant that differs from its rule on some row: the first such row, if possible a decided one."""
        results = self._engine.evaluate(facts, day, masks=False, steps=False)
        own = results[self._rule.id]
        others = self._statuses.of((m.judged for m in changed), results, self._rule)
        for mutant, came in zip(changed, others, strict=True):
            unlike = own.ne_missing(came)
            decided = unlike & own.is_not_null()
            rows = (decided if decided.any() else unlike).arg_true()
            if len(rows):
                yield mutant, rows[0], own[rows[0]]


def _days_beside(rule: Rule) -> list[date]:
    """Return the days around those on which a rule came into force and went out of it."""
    ends = [] if rule.in_force is None else [rule.in_force.from_, rule.in_force.to]
    return [end + timedelta(days=step) for end in ends if end is not None for step in (-1, 0, 1)]


def _reads(rule: Rule, pack: Pack) -> list[str]:
    return [name for c in rule.all for name in rules_of(pack.conditions[c.if_])]


def _readable(example: Example, pack: Pack) -> bool:
    try:
        frame_from_facts([example.facts], pack.members, pack.facts)
    except InputError:
        return False
    return True


def _changed(
    facts: Mapping[str, Any], values: Mapping[str, list[Any]], many: int, specs: Mapping[str, FactSpec]
) -> Iterator[dict[str, Any]]:
    """Yield facts with so many of them changed to each other value."""
    for names in combinations(values, many):
        for chosen in product(*(values[name] for name in names)):
            other = {name: value for name, value in facts.items() if name not in names}
            given = zip(names, chosen, strict=True)
            yield other | {name: _written(value, specs[name]) for name, value in given if value is not None}


def _written(value: Any, spec: FactSpec) -> Any:  # noqa: ANN401 - a value of any type
    return to_decimal_string(value) if spec.type == "money" else value

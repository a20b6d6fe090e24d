"""Holds the examples of each rule against its mutants: a mutant that none of them notices tells of a missing example.

A mutant is noticed if one of the rule's own examples comes out otherwise than it expects: in its status, and in what is
missing where the example says that. A mutant that no example notices is either told from the rule by some facts, and
then it survives, or it is the same rule in other words and does not count (see `dluhy.engine.telling`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.engine.evaluate import mask_column
from dluhy.engine.examples import EXPECTED, run_examples
from dluhy.engine.mutants import mutants
from dluhy.engine.mutated import EveryKind, Statuses
from dluhy.engine.telling import Survivor, Telling

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import polars as pl

    from dluhy.engine.expressions import FactFunction
    from dluhy.engine.mutants import Mutant
    from dluhy.law.models import Example, Rule
    from dluhy.law.pack import Pack

__all__ = ["Survivor", "survivors"]


def survivors(pack: Pack, functions: Mapping[str, FactFunction], only: Collection[str] | None = None) -> list[Survivor]:
    """Return every mutant of the pack's rules, or of the rules named, that no example notices.

    An example that does not come out as written, or cannot be read, notices nothing.
    """
    return [survivor for part in pack.parts.values() for survivor in _survivors_of(part, functions, only)]


def _survivors_of(pack: Pack, functions: Mapping[str, FactFunction], only: Collection[str] | None) -> list[Survivor]:
    if not pack.rules or (only is not None and pack.rules.keys().isdisjoint(only)):
        return []
    engine = EveryKind(pack, functions, pack.rows or "debts")
    ran = run_examples(engine)
    statuses = Statuses(pack, functions)
    found: list[Survivor] = []
    for rule in pack.rules.values():
        if only is not None and rule.id not in only:
            continue
        rows = {number: row for (owner, number), row in ran.at.items() if owner == rule.id}
        examples = [rule.example[number - 1] for number in rows]
        unnoticed = mutants(rule, pack)
        if rows:
            sound, frame = _sound(examples, ran.results[list(rows.values())], rule)
            unnoticed = _same_status(statuses, rule, unnoticed, sound, frame)
            unnoticed = _same_missing(engine, statuses, rule, unnoticed, sound, frame)
        found += Telling(pack, functions, rule).survivors(unnoticed) if unnoticed else []
    return found


def _sound(examples: list[Example], frame: pl.DataFrame, rule: Rule) -> tuple[list[Example], pl.DataFrame]:
    """Return the examples that come out as written, with their rows."""
    kept = [at for at, e in enumerate(examples) if frame[rule.id][at] is EXPECTED[e.expect]]
    return [examples[at] for at in kept], frame[kept]


def _same_status(
    statuses: Statuses, rule: Rule, changed: list[Mutant], examples: list[Example], frame: pl.DataFrame
) -> list[Mutant]:
    expected = [EXPECTED[e.expect] for e in examples]
    came = statuses.of((m.judged for m in changed), frame, rule)
    return [mutant for mutant, status in zip(changed, came, strict=True) if status.to_list() == expected]


def _same_missing(  # noqa: PLR0913, PLR0917 - one step of `survivors`
    engine: EveryKind, statuses: Statuses, rule: Rule, changed: list[Mutant], examples: list[Example],
    frame: pl.DataFrame,
) -> list[Mutant]:  # fmt: skip
    masks = frame[mask_column(rule.id)].to_list() if changed else []
    given = {at: e.missing for at, e in enumerate(examples) if e.missing is not None and e.expect == "unknown"}
    asked = {at: sum(engine.bit_of(name) for name in names) for at, names in given.items()}
    asked = {at: mask for at, mask in asked.items() if masks and masks[at] == mask}
    came = statuses.masks((m.judged for m in changed), frame[list(asked)])
    return [mutant for mutant, mask in zip(changed, came, strict=True) if mask.to_list() == list(asked.values())]

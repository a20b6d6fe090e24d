"""Which measures of the strategy the screening of one case serves, each with the findings that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from dluhy.municipal.strategy import REPORTED, measures_of, triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.agenda import Sources
    from dluhy.children.check import Checker
    from dluhy.law.models import Rule
    from dluhy.law.strategy import Measure

_OF_PEOPLE: Final = frozenset({"list", "duty", "prospect"})
_HOLDS: Final = "holds"


@frozen(kw_only=True)
class Served:
    """A measure and the rules that hold in the case and lead to it, in the order in which they were found."""

    measure: Measure = field(eq=False)
    because: tuple[Rule, ...] = field(eq=False)


def served_by_case(sources: Sources, checker: Checker) -> tuple[Served, ...]:
    """Return the goals, measures and activities that the findings of a case serve, in the order of the catalogue.

    Findings are rules that surely hold: of debts (but those paid and no longer enforced), of debtors, of the household,
    of debt relief, and what can be said against a debt. `checker` is the one that judged the debts.
    """
    law = checker.pack.whole or checker.pack
    held = dict.fromkeys((*_of_debts(sources, checker), *_of_topics(sources)))
    answers = triggers(law)
    return tuple(
        Served(measure=measure, because=tuple(law.rules[name] for name in held if name in answers[measure.id]))
        for measure in measures_of(rules=held, pack=law)
        if measure.kind in REPORTED
    )


def _of_debts(sources: Sources, checker: Checker) -> Iterator[str]:
    """Yield the rules that hold of the debts that are not over, and of whose they are."""
    summary, rules = checker.summary, checker.pack.rules
    about = [rule.id for rule in rules.values() if rule.subject == "person" and rule.role in _OF_PEOPLE]
    for row in sources.judged.iter_rows(named=True):
        if row.get("debt_finished"):
            continue
        if row["outcome"] in rules:
            yield row["outcome"]
        yield from summary.ids_in(row["grounds"], summary.grounds)
        yield from summary.ids_in(row["flags"], summary.flags)
        yield from (name for name in about if row.get(name))


def _of_topics(sources: Sources) -> Iterator[str]:
    """Yield the rules that hold of the household, of debt relief, and against each debt."""
    if sources.household is not None:
        yield from (each.rule for each in sources.household.sheet.indicators if each.status == _HOLDS)
    for relief in sources.relief:
        if relief.entry is not None:
            entry = relief.entry
            yield from (rule.id for rule in (*entry.indications, *entry.flags, *entry.tracks))
    for debt in sources.defects:
        yield from (each.rule.id for each in debt.holding)

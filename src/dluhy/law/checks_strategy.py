"""What must hold between the measures of a pack, their parents, sources, roles, and the findings they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.law.contents import place_of
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.contents import Pack
    from dluhy.law.strategy import Measure

KINDS: Final = "measure_kinds"
PILLARS: Final = "strategy_pillars"
ROLES: Final = "strategy_roles"
TARGETS: Final = "strategy_targets"


def measure_problems(pack: Pack) -> list[Problem]:
    """Return every reference of measures that leads nowhere, every wrong parent and every circle of parents."""
    problems = [problem for item in pack.measures.values() for problem in _of(item, pack)]
    problems += _roles(pack)
    return problems or [problem for item in pack.measures.values() for problem in _circle(item, pack)]


def _of(item: Measure, pack: Pack) -> Iterator[Problem]:
    place = place_of(pack, "measure", item.id)
    named = [(KINDS, item.kind), (PILLARS, item.pillar)]
    named += [(ROLES, code) for code in item.owners] + [(TARGETS, code) for code in item.targets]
    named += [("verdicts", code) for code in item.triggered_by.verdicts]
    for vocabulary, code in named:
        if code not in pack.vocabularies.get(vocabulary, {}):
            cs, en = f"„{code}“ není ve slovníku {vocabulary}", f"“{code}” is not in the vocabulary {vocabulary}"
            yield Problem("unknown_member", place, cs, en)
    for code in item.sources:
        if code not in pack.sources:
            yield Problem("unknown_source", place, f"neznámý dokument {code}", f"unknown document {code}")
    for name in item.triggered_by.rules:
        if name not in pack.rules:
            yield Problem("unknown_rule", place, f"neznámé pravidlo {name}", f"unknown rule {name}")
    for name in item.triggered_by.interventions:
        if name not in pack.interventions:
            cs, en = f"neznámé opatření obce {name}", f"unknown intervention {name}"
            yield Problem("unknown_intervention", place, cs, en)
    yield from _parent(item, pack, place)


def _parent(item: Measure, pack: Pack, place: str) -> Iterator[Problem]:
    """Hold a measure to a parent of a kind that its own kind may stand under (`under` in the vocabulary)."""
    kind = pack.vocabularies.get(KINDS, {}).get(item.kind)
    if kind is None:
        return
    under = kind.more.get("under", [])
    if item.parent is None:
        if not kind.more.get("alone"):
            yield Problem("no_parent", place, "chybí, kam opatření patří", "the parent is missing")
        return
    parent = pack.measures.get(item.parent)
    if parent is None:
        cs, en = f"nadřazené {item.parent} v sadě není", f"the parent {item.parent} is not in the pack"
        yield Problem("unknown_measure", place, cs, en)
    elif parent.kind not in under:
        cs = f"{item.kind} nemůže patřit pod {parent.id} ({parent.kind})"
        yield Problem("wrong_parent", place, cs, f"a {item.kind} cannot belong to {parent.id} ({parent.kind})")


def _roles(pack: Pack) -> Iterator[Problem]:
    """Hold what the roles of the strategy act as in steps to the roles of steps."""
    for code, term in pack.vocabularies.get(ROLES, {}).items():
        acting = term.more.get("acts_as")
        if acting is not None and acting not in pack.vocabularies.get("roles", {}):
            cs, en = f"„{acting}“ není ve slovníku roles", f"“{acting}” is not in the vocabulary roles"
            yield Problem("unknown_member", f"{ROLES} {code}", cs, en)


def _circle(item: Measure, pack: Pack) -> Iterator[Problem]:
    seen, above = [item.id], item.parent
    while above is not None:
        seen.append(above)
        if above == item.id:
            chain = " → ".join(seen)
            cs, en = f"kruh nadřazených opatření: {chain}", f"a circle of parents: {chain}"
            yield Problem("cycle", place_of(pack, "measure", item.id), cs, en)
        if above in seen[:-1]:
            return
        above = pack.measures[above].parent

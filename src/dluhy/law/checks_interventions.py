"""What must hold between the interventions of a pack and its rules, ladders and vocabularies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.law.contents import place_of
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.contents import Pack
    from dluhy.law.interventions import Intervention

ROLE: Final = "intervention"
_SUBJECTS: Final = {"debt": "municipal_debt", "household": "municipal_household", "place": "place"}


def intervention_problems(pack: Pack) -> list[Problem]:
    """Return every cross reference of interventions that leads nowhere, and every rule that is no intervention yet."""
    problems = [problem for item in pack.interventions.values() for problem in _of(item, pack)]
    for rule in pack.rules.values():
        if rule.role == ROLE and rule.id not in pack.interventions:
            cs, en = "pravidlo opatření nemá [[intervention]]", "the rule of an intervention has no [[intervention]]"
            problems.append(Problem("no_intervention", place_of(pack, "rule", rule.id), cs, en))
    return problems


def _of(item: Intervention, pack: Pack) -> Iterator[Problem]:
    place = place_of(pack, "intervention", item.id)
    for other in (*item.requires, *item.conflicts):
        if other not in pack.interventions or other == item.id:
            yield Problem("unknown_intervention", place, f"neznámé opatření {other}", f"unknown intervention {other}")
    for ladder in item.ladders:
        if ladder not in pack.ladders:
            yield Problem("unknown_ladder", place, f"neznámý postup {ladder}", f"unknown ladder {ladder}")
    for step in item.uses:
        if step not in pack.steps:
            yield Problem("unknown_step", place, f"neznámý krok {step}", f"unknown step {step}")
    if item.window is not None and (item.window not in pack.series or pack.series[item.window].unit != "code"):
        cs, en = f"„{item.window}“ není řada kódů", f"“{item.window}” is no series of codes"
        yield Problem("unknown_series", place, cs, en)
    for code in item.sharing:
        if code not in pack.vocabularies.get("sharing_bases", {}):
            cs, en = f"„{code}“ není ve slovníku sharing_bases", f"“{code}” is not in the vocabulary sharing_bases"
            yield Problem("unknown_member", place, cs, en)
    yield from _of_kind(item, pack, place)


def _of_kind(item: Intervention, pack: Pack, place: str) -> Iterator[Problem]:
    """Hold one that a rule triggers to the rule; a checklist item to having none and to citing something."""
    rule = pack.rules.get(item.id)
    if item.kind == "checklist":
        if rule is not None:
            yield Problem("unknown_rule", place, "bod postupu má pravidlo", "a checklist item has a rule")
        if not item.cites:
            yield Problem("no_citation", place, "nic se necituje", "nothing is cited")
    elif rule is None or (rule.role, rule.subject) != (ROLE, _SUBJECTS[item.level]):
        cs = f"opatření nemá své pravidlo o předmětu {_SUBJECTS[item.level]}"
        yield Problem("unknown_rule", place, cs, f"the intervention has no rule about a {_SUBJECTS[item.level]}")

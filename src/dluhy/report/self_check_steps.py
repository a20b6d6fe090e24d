"""Who does what by when: the steps of the interventions that an item of the self-check leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.municipal.interventions import steps_of
from dluhy.report.suggestion_teller import SuggestionTeller

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.law.pack import Pack
    from dluhy.problems import Language


@frozen(kw_only=True)
class Doing:
    """A step of an intervention: what is done, by whom, and by when as the pack says it of the step."""

    intervention: str
    step: str
    title: str
    actor: str
    limit: str


def doings(interventions: Iterable[str], pack: Pack, language: Language) -> Iterator[Doing]:
    """Yield the first step of each intervention that is no mere preparation, for those that the pack knows."""
    tell = SuggestionTeller(pack, language)
    for name in interventions:
        known = pack.interventions.get(name)
        if known is None:
            continue
        steps = steps_of(known, pack)
        step = next((each for each in steps if not each.preparatory), steps[0])
        yield Doing(
            intervention=name,
            step=step.id,
            title=tell.text(step.title),
            actor=tell.who(step.actor),
            limit=tell.text(step.limit.text),
        )

"""Interventions as the pack has them: their steps in order, and whether a checklist item is open on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.law.amounts import known_code

if TYPE_CHECKING:
    from datetime import date

    from dluhy.law.interventions import Intervention
    from dluhy.law.models import Step
    from dluhy.law.pack import Pack


def ladders_of(item: Intervention, law: Pack) -> list[str]:
    """Return the ids of an intervention's own ladders: those of its rule, or of the checklist item itself."""
    return list(item.ladders) if item.kind == "checklist" else list(law.rules[item.id].remedies)


def steps_of(item: Intervention, law: Pack) -> list[Step]:
    """Return an intervention's steps in order: preparations, steps of other ladders that belong to it, then the rest.

    A step of another ladder stands there once with its provisions; the intervention only names it (`uses`).
    """
    own = [step for ladder in ladders_of(item, law) for step in law.ladders[ladder].step]
    used = [law.steps[name][1] for name in item.uses]
    return [*(s for s in own if s.preparatory), *used, *(s for s in own if not s.preparatory)]


def is_open(item: Intervention, law: Pack, as_of: date) -> bool:
    """Return whether an intervention is open on a day: always, unless it has a window of dated codes.

    Raises HorizonError for a day outside the window's series.
    """
    if item.window is None:
        return True
    series = law.series[item.window]
    code = known_code(series, as_of)
    return bool(law.term(series.vocabulary or "", code).more["open"])

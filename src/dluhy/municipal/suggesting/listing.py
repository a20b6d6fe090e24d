"""From judged rows to the list of suggestions, with what was set aside, what to ask and the checklist."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import evolve

from dluhy.engine.expressions import condition_column
from dluhy.law.models import weakest
from dluhy.municipal.interventions import is_open, steps_of
from dluhy.municipal.strategy import measures_of
from dluhy.municipal.suggesting.conflicts import stands
from dluhy.municipal.suggesting.facts import asked_of, held_facts, missing_over, occurrences
from dluhy.municipal.suggesting.parts import summed
from dluhy.municipal.suggesting.ranking import in_order, ranks_of
from dluhy.municipal.suggesting.values import (
    ChecklistItem,
    Counts,
    Occurrence,
    SetAside,
    SuggestedStep,
    Suggestion,
    Suggestions,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from dluhy.law.interventions import Intervention
    from dluhy.law.models import Rule, Verify
    from dluhy.law.pack import Pack
    from dluhy.municipal.suggesting.conflicts import Stands
    from dluhy.municipal.suggesting.parts import Part
    from dluhy.municipal.suggesting.values import Scope

MOST_REFS: Final = 50
"""How many rows and people a suggestion names; the rows of the result have all of them."""
CHECKLIST: Final = "checklist"
ROWS: Final = {
    "order": pl.UInt32(), "intervention": pl.String(), "level": pl.String(), "ref": pl.String(), "row": pl.UInt32(),
    "person_id": pl.String(), "child": pl.Boolean(), "birthday": pl.Date(), "due_on": pl.Date(), "balance": pl.Int64(),
}  # fmt: skip


def suggestions_of(
    parts: Sequence[Part], pack: Pack, as_of: date, scope: Scope, place: str | None = None
) -> Suggestions:
    """Return what a municipality should do by judged rows of debts, households and the place; each level at most once.

    Nothing depends on the order of the rows but the order of `rows` and of what a suggestion names.
    """
    law = pack.whole or pack
    found = [(part, stands(part)) for part in parts]
    built = [item for part, whole in found for item in _built(part, whole)]
    known = {item.id for item in built} | {item.id for item in _listed(law)}
    items = in_order((_requiring(item, known) for item in built), law, as_of)
    order = [item.id for item in items]
    return Suggestions(
        scope=scope,
        as_of=as_of,
        pack=law,
        counts=summed(part.counts(_all(part)) for part in parts if part.only is None),
        concerned=summed(
            part.counts(_any(list(whole.held.values()), part)) for part, whole in found if part.only is None
        ),
        items=items,
        set_aside=tuple(each for part, whole in found for each in _aside(part, whole)),
        checklist=tuple(each for each in _checklist(items, law, as_of) if scope != "case" or each.needed_for),
        questions=asked_of(found, order, law),
        rows=_rows(found, order),
        place=place,
        parts=tuple(found),
    )


def occurrences_of(found: Suggestions, intervention: str) -> tuple[Occurrence, ...]:
    """Return the rows for which an intervention stands, or of one that is undecided those for which it may."""
    for part, whole in found.parts:
        if intervention in part.rules:
            held, open_ = whole.held[intervention], whole.open[intervention]
            return tuple(occurrences(part, part.rules[intervention], held if held.any() else open_))
    raise KeyError(intervention)


def _built(part: Part, whole: Stands) -> Iterator[Suggestion]:
    """Yield a suggestion for each intervention that stands for some row, or may."""
    for name, rule in part.rules.items():
        held, open_ = whole.held[name], whole.open[name]
        if held.any() or open_.any():
            yield _suggestion(part, rule, whole)


def _suggestion(part: Part, rule: Rule, whole: Stands) -> Suggestion:
    held, open_ = whole.held[rule.id], whole.open[rule.id]
    chosen = held if held.any() else open_
    rows, ranks, steps = part.rows(rule.id, chosen), ranks_of(part.pack), tuple(_steps(part, rule.id, chosen))
    intervention = part.pack.interventions[rule.id]
    return Suggestion(
        intervention=intervention,
        rule=rule,
        level=part.level,
        status="holds" if held.any() else "unknown",
        counts=part.counts(chosen),
        undecided=part.counts(open_) if held.any() else Counts(),
        child=bool(rows["child"].any()),
        refs=tuple(rows["ref"].head(MOST_REFS)),
        people=tuple(rows["person_id"].drop_nulls().unique(maintain_order=True).head(MOST_REFS)),
        birthday=_first(rows["birthday"]),
        due_on=_first(rows["due_on"]),
        urgency=ranks.urgency(rule.id),
        effect=ranks.effect(rule.id),
        facts=held_facts(part, rule, chosen),
        steps=steps,
        missing=missing_over(part, rule.id, open_),
        requires=tuple(_needed(part, intervention, whole, chosen)),
        verify=tuple(_verify(part, rule, chosen)),
        evidence=weakest([rule.evidence, intervention.evidence]),
        measures=_measures(rule.id, part.law),
    )


def _needed(part: Part, intervention: Intervention, whole: Stands, rows: pl.Series) -> Iterator[str]:
    """Yield what an intervention requires; of the same level only what stands, or may, for some of the same rows."""
    for name in intervention.requires:
        if name not in part.rules or ((whole.held[name] | whole.open[name]) & rows).any():
            yield name


def _measures(intervention: str, pack: Pack) -> tuple[str, ...]:
    return tuple(measure.id for measure in measures_of(interventions=[intervention], pack=pack))


def _first(days: pl.Series) -> date | None:
    found: Any = days.min()
    first: date | None = found
    return first


def _steps(part: Part, rule: str, rows: pl.Series) -> Iterator[SuggestedStep]:
    """Yield the steps that stand for some of the rows, in the order of the ladders."""
    for step in part.steps(rule):
        wanted = {"open": part.open(step), "undecided": part.undecided(step), "limit": part.limit(step)}
        told = pl.DataFrame(wanted)
        some = told.filter(rows & told["open"])
        if some.height:
            yield SuggestedStep(
                step=step,
                rows=some.height,
                due_on=_first(some["limit"]),
                conditional=bool(some["undecided"].all()),
            )


def _verify(part: Part, rule: Rule, rows: pl.Series) -> Iterator[Verify]:
    """Yield the notes to verify that stand for any of the rows, or may."""
    for note in rule.verify:
        column = None if note.if_ is None else part.frame[condition_column(note.if_)].fill_null(value=True)
        if column is None or (column & rows).any():
            yield note


def _requiring(item: Suggestion, known: Collection[str]) -> Suggestion:
    """Return a suggestion that requires only what there is to do: what a failing rule is about is done or not due."""
    return evolve(item, requires=tuple(name for name in item.requires if name in known))


def _aside(part: Part, whole: Stands) -> Iterator[SetAside]:
    for each in whole.barred:
        yield SetAside(
            intervention=each.intervention,
            code=each.code,
            by=each.by,
            counts=part.counts(each.rows),
            refs=tuple(part.refs.filter(each.rows).head(MOST_REFS)),
        )


def _checklist(items: Sequence[Suggestion], pack: Pack, as_of: date) -> Iterator[ChecklistItem]:
    """Yield the items that are open, those that suggestions wait for first, in the order of those."""
    standing = [item for item in items if item.status == "holds"]
    order = {item.id: place for place, item in enumerate(standing)}
    open_ = [each for each in _listed(pack) if is_open(each, pack, as_of)]
    needed = {each.id: tuple(item.id for item in standing if each.id in item.requires) for each in open_}
    first = {name: min((order[item] for item in waiting), default=len(order)) for name, waiting in needed.items()}
    for each in sorted(open_, key=lambda each: (first[each.id], each.id)):
        yield ChecklistItem(
            intervention=each,
            steps=tuple(steps_of(each, pack)),
            needed_for=needed[each.id],
            measures=_measures(each.id, pack),
        )


def _listed(pack: Pack) -> list[Intervention]:
    return [each for each in pack.interventions.values() if each.kind == CHECKLIST]


def _rows(found: Sequence[tuple[Part, Stands]], order: Sequence[str]) -> pl.DataFrame:
    """Return a row for each row of a level and suggestion that stands for it, in the order of the suggestions."""
    place = {name: number for number, name in enumerate(order, start=1)}
    frames = [
        part.rows(name, held).with_columns(pl.lit(place[name], dtype=pl.UInt32).alias("order"))
        for part, whole in found
        for name, held in whole.held.items()
        if held.any()
    ]
    whole = pl.concat([pl.DataFrame(schema=ROWS), *(frame.select(*ROWS) for frame in frames)])
    return whole.sort("order", maintain_order=True)


def _any(held: Sequence[pl.Series], part: Part) -> pl.Series:
    """Return for which rows any intervention stands."""
    return reduce(or_, held, part.every(value=False))


def _all(part: Part) -> pl.Series:
    return part.every(value=True)

"""The suggestions of a brief: those of a list, those that an exchange file counts, what of them may be published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from dluhy.law.models import weakest
from dluhy.municipal.interventions import steps_of
from dluhy.municipal.strategy import measures_of
from dluhy.municipal.suggesting.ranking import ranks_of
from dluhy.municipal.suggesting.values import Counts, SuggestedStep, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.law.pack import Pack
    from dluhy.municipal.brief.values import Counted, Numbers

TABLE: Final = "interventions"
STEPS: Final = "steps"


def counted_suggestions(numbers: Numbers, pack: Pack) -> tuple[Suggestion, ...]:
    """Return the suggestions that an exchange file counts: of how many debts and people, no days, no single facts.

    Of the steps of other ladders those stand that the file counts; of its own it is not known which, so that each with
    a condition is told as conditional. Interventions that the pack does not know are left out.
    """
    return tuple(_suggested(line, numbers, pack) for line in numbers.table(TABLE) if line.code in pack.interventions)


def _suggested(line: Counted, numbers: Numbers, pack: Pack) -> Suggestion:
    item, rule, ranks = pack.interventions[line.code], pack.rules[line.code], ranks_of(pack)
    return Suggestion(
        intervention=item,
        rule=rule,
        level=item.level,
        status="holds",
        counts=Counts(debts=line.debts, people=line.people, children=line.children, balance=line.halere),
        undecided=Counts(),
        child=line.children > 0,
        refs=(),
        people=(),
        birthday=None,
        due_on=None,
        urgency=ranks.urgency(line.code),
        effect=ranks.effect(line.code),
        facts=(),
        steps=tuple(_steps(line, numbers, pack)),
        missing=(),
        requires=tuple(item.requires),
        verify=tuple(note for note in rule.verify if note.if_ is None),
        evidence=weakest([rule.evidence, item.evidence]),
        measures=tuple(measure.id for measure in measures_of(interventions=[line.code], pack=pack)),
    )


def _steps(line: Counted, numbers: Numbers, pack: Pack) -> Iterator[SuggestedStep]:
    item = pack.interventions[line.code]
    counted = numbers.table(STEPS)
    for step in steps_of(item, pack):
        own = next((each for each in counted if each.code == step.id), None)
        if own is not None and step.id in item.uses:
            yield SuggestedStep(step=step, rows=min(own.debts, line.debts))
        elif step.id not in item.uses or not counted:
            yield SuggestedStep(step=step, rows=line.debts, conditional=step.if_ is not None)


def published_suggestions(items: Iterable[Suggestion], numbers: Numbers | None) -> Iterator[Suggestion]:
    """Yield what of suggestions may be published: without counts, days and references of people.

    One about debts stands only if the public `numbers` count it for enough people: a smaller one would say of somebody
    that he or she has such a debt.
    """
    enough = set() if numbers is None else {line.code for line in numbers.table(TABLE)}
    for item in items:
        if item.level == "place" or item.id in enough:
            yield evolve(
                item,
                counts=Counts(places=item.counts.places),
                undecided=Counts(),
                child=False,
                refs=(),
                people=(),
                birthday=None,
                due_on=item.due_on if item.level == "place" else None,
                facts=(),
                steps=tuple(evolve(step, rows=0, due_on=None) for step in item.steps),
            )

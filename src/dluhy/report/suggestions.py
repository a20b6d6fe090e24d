"""Suggestions for a municipality in one language, for JSON, text and workbook alike; money as decimal strings."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - the fields of a report that is written as JSON
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.municipal.suggesting.listing import occurrences_of
from dluhy.problems import Language  # noqa: TC001 - msgspec reads the annotations
from dluhy.receipt import Receipt  # noqa: TC001 - msgspec reads the annotations
from dluhy.report.household_teller import Grounds  # noqa: TC001 - msgspec reads the annotations
from dluhy.report.suggestion_teller import (
    BasisReport,
    ConditionReport,
    CountsReport,
    FactReport,
    StepReport,
    SuggestionTeller,
)
from dluhy.report.suggestion_thresholds import ThresholdReport, threshold_reports

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dluhy.municipal.suggesting.values import Asked, ChecklistItem, SetAside, Suggestion, Suggestions

_MOST_SHOWN = 30
"""How many debts of a case are told one by one below a suggestion."""


@frozen(kw_only=True)
class OccurrenceReport:
    """One debt or household that calls for a suggestion: what is known of it and which conditions it meets."""

    ref: str
    person: str | None
    child: bool | None
    due_on: date | None
    balance: str | None
    facts: tuple[FactReport, ...]
    conditions: tuple[ConditionReport, ...]
    missing: tuple[str, ...]


@frozen(kw_only=True)
class NamedIntervention:
    """An intervention by its id and its title."""

    id: str
    title: str


@frozen(kw_only=True)
class SuggestionReport:
    """One suggestion: what to do, why, for whom, by when, how, on what basis, with whom data may be shared.

    `due_on` is the next last day or null; `due_label` says what day it is, or when it belongs. `refs` are ids of debts,
    rows of a list, households or codes of places, the first fifty; `occurrences` are told for a case only;
    `thresholds` are what the rule compares with, each with what it rests on.
    """

    place: int
    id: str
    title: str
    sentence: str
    why: str
    level: str
    level_label: str
    status: str
    for_children: bool
    counts: CountsReport
    undecided: CountsReport
    refs: tuple[str, ...]
    people: tuple[str, ...]
    birthday: date | None
    due_on: date | None
    due_label: str
    urgency: str
    actors: tuple[str, ...]
    addressees: tuple[str, ...]
    effect: str
    effect_code: str
    effect_label: str
    cost_most: int | None
    facts: tuple[FactReport, ...]
    conditions: tuple[str, ...]
    thresholds: tuple[ThresholdReport, ...]
    steps: tuple[StepReport, ...]
    requires: tuple[NamedIntervention, ...]
    sharing: tuple[BasisReport, ...]
    measures: tuple[NamedIntervention, ...]
    grounds: Grounds
    to_verify: tuple[str, ...]
    missing: tuple[str, ...]
    ask: tuple[str, ...]
    occurrences: tuple[OccurrenceReport, ...]


@frozen(kw_only=True)
class SetAsideReport:
    """What is not suggested though its rule holds, and why."""

    id: str
    title: str
    code: str
    why: str
    by: NamedIntervention | None
    counts: CountsReport
    refs: tuple[str, ...]


@frozen(kw_only=True)
class ChecklistReport:
    """A standing duty or procedure; `needed_for` are suggestions that wait for it."""

    id: str
    title: str
    when: str
    effect: str
    needed_for: tuple[NamedIntervention, ...]
    steps: tuple[StepReport, ...]
    sharing: tuple[BasisReport, ...]
    measures: tuple[NamedIntervention, ...]
    grounds: Grounds


@frozen(kw_only=True)
class AskedReport:
    """What to find out: the question, what it is known of, which suggestions it decides, for how much."""

    fact: str
    ask: str
    origin: str
    origin_label: str
    decides: tuple[NamedIntervention, ...]
    counts: CountsReport


@frozen(kw_only=True)
class SuggestionsReport:
    """What a municipality should do, in the order to do it, as people and programs read it."""

    language: Language
    scope: str
    as_of: date
    place: str | None
    place_name: str | None
    counts: CountsReport
    concerned: CountsReport
    items: tuple[SuggestionReport, ...]
    set_aside: tuple[SetAsideReport, ...]
    checklist: tuple[ChecklistReport, ...]
    questions: tuple[AskedReport, ...]
    receipt: Receipt

    @property
    def standing(self) -> tuple[SuggestionReport, ...]:
        """The suggestions that hold."""
        return tuple(item for item in self.items if item.status == "holds")

    @property
    def undecided(self) -> tuple[SuggestionReport, ...]:
        """The suggestions that a missing fact leaves open."""
        return tuple(item for item in self.items if item.status == "unknown")


def suggestions_report(found: Suggestions, receipt: Receipt, language: Language = "cs") -> SuggestionsReport:
    """Return suggestions in a language."""
    return _Reporting(found, SuggestionTeller(found.pack, language)).report(receipt)


@frozen
class _Reporting:
    """Says one result in one language."""

    found: Suggestions
    tell: SuggestionTeller

    def report(self, receipt: Receipt) -> SuggestionsReport:
        found, tell = self.found, self.tell
        return SuggestionsReport(
            language=tell.language,
            scope=found.scope,
            as_of=found.as_of,
            place=found.place,
            place_name=tell.place(found.place),
            counts=tell.counts(found.counts),
            concerned=tell.counts(found.concerned),
            items=tuple(self._item(number, item) for number, item in enumerate(found.items, start=1)),
            set_aside=tuple(self._set_aside(each) for each in found.set_aside),
            checklist=tuple(self._checklist(each) for each in found.checklist),
            questions=tuple(self._asked(each) for each in found.questions),
            receipt=receipt,
        )

    def _item(self, number: int, item: Suggestion) -> SuggestionReport:
        tell, rule = self.tell, item.rule
        return SuggestionReport(
            place=number,
            id=item.id,
            title=tell.text(rule.title),
            sentence=tell.text(rule.sentence),
            why=tell.text(rule.reasoning),
            level=item.level,
            level_label=tell.say(f"suggest-level-{item.level}"),
            status=item.status,
            for_children=item.child,
            counts=tell.counts(item.counts),
            undecided=tell.counts(item.undecided),
            refs=item.refs,
            people=item.people,
            birthday=item.birthday,
            due_on=item.due_on,
            due_label=self._due(item),
            urgency=item.urgency,
            actors=tell.roles(each.step.actor for each in item.steps),
            addressees=tell.roles(each.step.addressee for each in item.steps),
            effect=tell.text(item.intervention.effect),
            effect_code=item.effect,
            effect_label=tell.term("municipal_effects", item.effect),
            cost_most=item.cost_most,
            facts=tuple(tell.fact_told(fact) for fact in item.facts if tell.is_told(fact.fact)),
            conditions=tuple(tell.condition(each) for each in item.conditions),
            thresholds=threshold_reports(rule, self.found.as_of, tell),
            steps=tuple(tell.step(each) for each in item.steps),
            requires=self._named(item.requires),
            sharing=tuple(tell.basis(code) for code in item.intervention.sharing),
            measures=self._measures(item.measures),
            grounds=tell.grounds(item.citations, item.evidence),
            to_verify=tell.notes(tell.bilingual(note) for note in item.verify),
            missing=tuple(tell.named(name) for name in item.missing),
            ask=tuple(tell.question(name) for name in item.missing),
            occurrences=tuple(self._occurrences(item)),
        )

    def _due(self, item: Suggestion) -> str:
        if item.due_on is None:
            return self.tell.term("municipal_urgency", item.urgency)
        if item.due_on == item.birthday:
            return self.tell.say("suggest-birthday-due")
        monthly = "month" in self.tell.pack.term("municipal_urgency", item.urgency).more
        return self.tell.term(*(("municipal_urgency", item.urgency) if monthly else ("agenda_due", "law")))

    def _occurrences(self, item: Suggestion) -> Iterator[OccurrenceReport]:
        if self.found.scope != "case":
            return
        tell = self.tell
        for each in occurrences_of(self.found, item.id)[:_MOST_SHOWN]:
            yield OccurrenceReport(
                ref=each.ref,
                person=each.person,
                child=each.child,
                due_on=each.due_on,
                balance=tell.money(each.balance),
                facts=tuple(tell.fact_told(fact) for fact in each.facts if tell.is_told(fact.fact)),
                conditions=tuple(tell.traced(condition) for condition in each.conditions),
                missing=tuple(tell.named(name) for name in each.missing),
            )

    def _set_aside(self, each: SetAside) -> SetAsideReport:
        by = None if each.by is None else self._named((each.by,))[0]
        return SetAsideReport(
            id=each.intervention,
            title=self.tell.title(each.intervention),
            code=each.code,
            why=self.tell.term("municipal_precedence", each.code),
            by=by,
            counts=self.tell.counts(each.counts),
            refs=each.refs,
        )

    def _checklist(self, each: ChecklistItem) -> ChecklistReport:
        tell, item = self.tell, each.intervention
        return ChecklistReport(
            id=item.id,
            title=tell.title(item.id),
            when="" if item.when is None else tell.text(item.when),
            effect=tell.text(item.effect),
            needed_for=self._named(each.needed_for),
            steps=tuple(tell.plain_step(step) for step in each.steps),
            sharing=tuple(tell.basis(code) for code in item.sharing),
            measures=self._measures(each.measures),
            grounds=tell.grounds(item.citations, item.evidence),
        )

    def _asked(self, each: Asked) -> AskedReport:
        return AskedReport(
            fact=each.fact,
            ask=self.tell.question(each.fact),
            origin=each.origin,
            origin_label=self.tell.term("municipal_origins", each.origin),
            decides=self._named(each.decides),
            counts=self.tell.counts(each.counts),
        )

    def _named(self, names: tuple[str, ...]) -> tuple[NamedIntervention, ...]:
        return tuple(NamedIntervention(id=name, title=self.tell.title(name)) for name in names)

    def _measures(self, names: tuple[str, ...]) -> tuple[NamedIntervention, ...]:
        measures: Mapping[str, str] = self.tell.measures
        return tuple(NamedIntervention(id=name, title=measures[name]) for name in names)

"""Suggestions as plain text: first what to do first, for how many children and by when; then each suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.money import to_halere
from dluhy.report.deduction_steps import capital
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_words import STEP, grounds_lines, listed
from dluhy.report.lines import titled
from dluhy.report.suggestion_thresholds import threshold_told
from dluhy.report.suggestions_text_more import more_lines
from dluhy.report.suggestions_words import AT_ONCE, asks, counts_told, due_told, named, refs_told
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.report.suggestion_teller import BasisReport, FactReport, StepReport
    from dluhy.report.suggestions import OccurrenceReport, SuggestionReport, SuggestionsReport
    from dluhy.report.texts import Texts

MOST_FIRST: Final = 7
"""How many suggestions the first screen names."""
_MOST_ASKED: Final = 3
_INNER: Final = "      "


def suggestions_text(report: SuggestionsReport, *, ref: str = "", full: bool = False) -> str:
    """Return suggestions as text in the language of the report, lines of at most 100 signs.

    `ref` names what they are for. Not `full`: without the details of steps, of sharing and of the checklist.
    """
    return "\n".join(_lines(report, texts_of(report.language), ref, full=full)).lstrip("\n") + "\n"


def _lines(report: SuggestionsReport, say: Texts, ref: str, *, full: bool) -> Iterator[str]:
    yield from _first(report, say, ref)
    if report.standing:
        yield from heading(say("suggest-heading-items", count=len(report.standing)))
    for item in report.standing:
        yield from _item(item, report, say, full=full)
    yield from more_lines(report, say, full=full)
    receipt = report.receipt
    yield ""
    if any(item.people or item.counts.households for item in report.items):
        yield from wrapped(say("suggest-no-names"))
    pack = f"{receipt.pack} {receipt.pack_version}"
    yield from wrapped(say("screen-receipt", pack=pack, hash=receipt.pack_hash[:12]))


def _first(report: SuggestionsReport, say: Texts, ref: str) -> Iterator[str]:
    place = report.place_name or report.place or ""
    key = f"{report.scope}-list" if report.scope == "municipality" and ref else report.scope
    yield from heading(say(f"suggest-title-{key}", ref=ref, place=place, day=say.day(report.as_of)))
    looked_at = counts_told(report.counts, say)
    yield from wrapped(say("suggest-looked-at", counts=looked_at) if looked_at else say("suggest-looked-at-nothing"))
    standing = report.standing
    if not standing:
        if looked_at:
            yield from wrapped(say("suggest-none"))
    else:
        yield ""
        yield from wrapped(say("suggest-first"))
        for number, item in enumerate(standing[:MOST_FIRST], start=1):
            yield from wrapped(_first_line(item, report, say), "    ", f"{number}. ")
        if len(standing) > MOST_FIRST:
            yield from wrapped(say("suggest-first-more", count=len(standing) - MOST_FIRST), "    ")
        yield from _children(report, say)
    if report.questions:
        yield ""
        yield from wrapped(say("suggest-first-ask"))
        yield from listed(asks(report.questions, _MOST_ASKED))
    parts = list(_following(report, say))
    if parts:
        yield ""
        yield from wrapped(say("suggest-next", parts=", ".join(parts)))


def _following(report: SuggestionsReport, say: Texts) -> Iterator[str]:
    """Yield what stands below, as far as there is any of it."""
    parts = {
        "items": report.standing,
        "undecided": report.undecided,
        "set-aside": report.set_aside,
        "checklist": report.checklist,
        "questions": report.questions,
    }
    yield from (say(f"suggest-next-{name}") for name, found in parts.items() if found)


def _first_line(item: SuggestionReport, report: SuggestionsReport, say: Texts) -> str:
    counts = counts_told(item.counts, say)
    alone = item.level == "place" or (item.level == "household" and report.scope == "case")
    key = "suggest-first-line" if counts and not alone else "suggest-first-line-alone"
    return say(key, title=item.title, counts=counts, due=due_told(item, say))


def _children(report: SuggestionsReport, say: Texts) -> Iterator[str]:
    """Yield whom all the suggestions concern together, and the nearest 18th birthday among them."""
    days = [item.birthday for item in report.standing if item.birthday is not None]
    told = counts_told(report.concerned, say, places=False)
    lines = [say("suggest-concerned", counts=told)] if told else []
    lines += [say("suggest-children-birthday", day=say.day(min(days)))] if days else []
    if lines:
        yield ""
        yield from wrapped(" ".join(lines))


def _item(item: SuggestionReport, report: SuggestionsReport, say: Texts, *, full: bool) -> Iterator[str]:
    yield ""
    yield from titled(say("suggest-item", title=item.title, id=item.id), STEP, f"{item.place}. ")
    for line in _head(item, say):
        yield from wrapped(line, STEP)
    for line in _facts([fact for fact in item.facts if full or not fact.guard], say):
        yield from wrapped(line, STEP)
    for each in item.thresholds:
        yield from wrapped(threshold_told(each, say), STEP)
    if full:
        yield from wrapped(item.why, STEP)
        yield from wrapped(say("suggest-conditions"), STEP)
        yield from listed(item.conditions, STEP)
    yield from _ladder(item, say, full=full)
    yield from wrapped(say("suggest-effect", effect=item.effect), STEP)
    yield from _around(item, report, say, full=full)


def _around(item: SuggestionReport, report: SuggestionsReport, say: Texts, *, full: bool) -> Iterator[str]:
    """Yield with whom data may be shared, which measures it serves, which debts it is about, and on what it rests."""
    if item.sharing:
        yield from wrapped(say("suggest-sharing"), STEP)
    for basis in item.sharing:
        yield from _basis(basis, say, full=full)
    if item.measures:
        told = "; ".join(say("suggest-measure", id=each.id, title=each.title) for each in item.measures)
        yield from wrapped(say("suggest-measures", measures=told), STEP)
    yield from wrapped(refs_told(item, report, say), STEP)
    if full:
        for each in item.occurrences:
            yield from _occurrence(each, say)
    for note in item.to_verify:
        yield from wrapped(say("screen-verify", note=note), STEP)
    yield from grounds_lines(item.grounds, say)


def _ladder(item: SuggestionReport, say: Texts, *, full: bool) -> Iterator[str]:
    """Yield what goes before, and the steps in order."""
    if item.requires:
        yield from wrapped(say("suggest-requires", titles=named(item.requires)), STEP)
    if item.steps:
        yield from wrapped(say("suggest-steps"), STEP)
    for number, step in enumerate(item.steps, start=1):
        yield from _step(number, step, item, say, full=full)


def _head(item: SuggestionReport, say: Texts) -> Iterator[str]:
    """Yield for whom, by when, who, and why."""
    told = counts_told(item.counts, say)
    if told and item.level != "place":
        yield say("suggest-for", counts=told)
    undecided = counts_told(item.undecided, say)
    if undecided and item.level != "place":
        yield say("suggest-for-undecided", counts=undecided)
    if item.due_on is not None:
        key = "suggest-when-at-once" if item.urgency == AT_ONCE else "suggest-when-day"
        yield say(key, day=say.day(item.due_on), why=item.due_label)
    else:
        yield say("suggest-when", why=item.due_label)
    if item.birthday is not None and item.birthday != item.due_on:
        yield say("suggest-birthday", day=say.day(item.birthday))
    if item.actors:
        yield say("suggest-who", actors=", ".join(item.actors))
    yield say("suggest-why", sentence=item.sentence)


def _facts(facts: Sequence[FactReport], say: Texts) -> Iterator[str]:
    """Yield the facts that decided, those known from one place together."""
    for origin in dict.fromkeys(fact.origin_label for fact in facts):
        some = [fact for fact in facts if fact.origin_label == origin]
        told = ", ".join(say("suggest-fact", label=fact.label, value=fact.value) for fact in some)
        yield say("suggest-facts", origin=origin, facts=told)


def _step(number: int, step: StepReport, item: SuggestionReport, say: Texts, *, full: bool) -> Iterator[str]:
    key = "suggest-step-own" if step.actor == step.addressee else "suggest-step"
    cost = step.cost if step.cost_most == 0 else say("suggest-cost-borne", cost=step.cost, bears=step.bears)
    told = say(key, title=step.title, actor=capital(step.actor), addressee=step.addressee, limit=step.limit, cost=cost)
    yield from wrapped(told, _INNER, f"{STEP}{number}. ")
    if step.due_on is not None:
        yield from wrapped(say("suggest-step-due", day=say.day(step.due_on)), _INNER)
    if step.rows is not None and step.rows < item.counts.debts:
        yield from wrapped(say("suggest-step-some", count=step.rows), _INNER)
    if step.conditional:
        yield from wrapped(say("suggest-step-conditional"), _INNER)
    if full:
        yield from wrapped(step.detail, _INNER)
        if step.needs is not None:
            yield from wrapped(say("suggest-step-needs", needs=step.needs), _INNER)
    for note in step.to_verify:
        yield from wrapped(say("screen-verify", note=note), _INNER)
    if full:
        for line in grounds_lines(step.grounds, say):
            yield f"{STEP}{line}"


def _basis(basis: BasisReport, say: Texts, *, full: bool) -> Iterator[str]:
    yield from listed([say("suggest-basis", kind=basis.kind, text=basis.text.rstrip("."))], STEP)
    if full:
        yield from wrapped(basis.detail, _INNER)
        for note in basis.to_verify:
            yield from wrapped(say("screen-verify", note=note), _INNER)
        for line in grounds_lines(basis.grounds, say):
            yield f"{STEP}{line}"


def _occurrence(each: OccurrenceReport, say: Texts) -> Iterator[str]:
    """Yield one debt or household with its facts, and how each condition came out on it."""
    ref = each.ref if each.person is None else say("suggest-of-person", ref=each.ref, person=each.person)
    facts = [say("suggest-fact", label=fact.label, value=fact.value) for fact in each.facts]
    if each.balance is not None:
        facts.insert(0, say.money(to_halere(each.balance)))
    yield from wrapped(say("suggest-occurrence", ref=ref, facts=", ".join(facts)), _INNER, f"{STEP}– ")
    words = {True: "met", False: "not-met", None: "unknown"}
    told = (say(f"suggest-condition-{words[condition.met]}", text=condition.text) for condition in each.conditions)
    yield from listed(told, _INNER)
